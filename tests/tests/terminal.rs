//! What a person types in a terminal: the names of things, the values of fields, and what the answers say.

use missiv_tests::WorkspaceFile;

const MEMO: &str = "halland_missiv_beslutsunderlag";

#[test]
fn the_second_memo_of_a_year_has_a_number_and_both_can_be_named() {
    let file = WorkspaceFile::new();
    file.done("begin", &[MEMO, "2026"]);
    file.done("begin", &["missiv", "2026"]);
    file.done("begin", &["memo", "2025"]);
    let listed = file.json("list", &[]);
    let listed = listed.as_array().unwrap();
    let idents = || {
        let lines = file.json("list", &[]);
        let lines = lines.as_array().unwrap().clone();
        let ident = |line: &serde_json::Value| line["ident"].as_str().unwrap().to_owned();
        lines.iter().map(ident).collect::<Vec<_>>()
    };
    let (first, second) = ("Äldre-2026-missiv", "Äldre-2026-missiv-2");
    assert_eq!(idents()[2..], [first, second]);
    let ambiguous = file.refused("show", &["missiv/2026"]);
    assert!(
        ambiguous.contains(&format!("{first}, {second}")),
        "{ambiguous}"
    );
    file.done("set", &[second, ".", "rubrik", "Ett andra ärende"]);
    let title = "Missiv – Ett andra ärende";
    let id = listed[3]["id"].as_str().unwrap();
    for name in [second, title, id, &id[..20], "äldre-2026-MISSIV-2"] {
        assert!(file.text(name).contains("Ett andra ärende"), "{name}");
    }
    for line in listed {
        file.done("show", &[line["reference"].as_str().unwrap()]);
    }

    // A number stays: with the first document, and with a removed one.
    file.done("remove", &[first, "."]);
    assert_eq!(idents()[2..], [second]);
    file.done("remove", &[second, "."]);
    file.done("begin", &[MEMO, "2026"]);
    assert_eq!(idents()[2..], ["Äldre-2026-missiv-3"]);
}

#[test]
fn a_document_is_begun_by_what_it_is_called() {
    let file = WorkspaceFile::new();
    file.done("begin", &["mål och handlingsplan", "2026"]);
    file.done("begin", &["Halvårsrapport", "2026"]);
    file.done("begin", &["plan", "2027"]);
    let which = file.refused("begin", &["report", "2026"]);
    assert!(which.contains("halvårsrapport, årsrapport"), "{which}");
    let unknown = file.refused("begin", &["budget", "2026"]);
    assert!(
        unknown.contains(MEMO) && !unknown.contains("skaraborg"),
        "{unknown}"
    );
    // The name that a list shows first names the document.
    let listed = file.done("list", &[]);
    for name in ["gruppen", "plan/2026", "plan/2027", "halvårsrapport"] {
        assert!(
            listed
                .lines()
                .any(|line| line.starts_with(&format!("{name}\t"))),
            "{name} in {listed}"
        );
    }
}

#[test]
fn a_part_without_a_number_goes_by_its_kind_and_place() {
    let file = WorkspaceFile::sample();
    let plan = file.done("show", &["plan"]);
    assert!(plan.contains("indikator:2\t"), "{plan}");
    for name in ["indikator:2", "Indikatorer:2", "indicator:2"] {
        file.done("set", &["plan", name, "namn", name]);
        assert!(file.text("plan").contains(name));
    }
    let unknown = file.refused("set", &["plan", "indikator:99", "namn", "x"]);
    assert!(unknown.contains("indikator:2"), "{unknown}");
    // Among equal numbers a kind picks, and a number goes before a place.
    file.done("set", &["plan", "aktivitet:1.2", "metod", "Den andra."]);
    file.done("set", &["plan", "aktivitet:2", "metod", "Den andra, igen."]);
    assert!(!file.text("plan").contains("Den andra.\n"));
}

#[test]
fn a_decision_is_typed_with_its_opening_and_a_point_a_line() {
    let file = WorkspaceFile::new();
    file.done("begin", &["missiv", "2026"]);
    let typed =
        "Strategisk nivå beslutar att\nfastställa planen\nge gruppen i uppdrag att redovisa den";
    file.done("set", &["missiv", ".", "Förslag till beslut", typed]);
    let shown = "Strategisk nivå beslutar att\n\n1. fastställa planen\n2. ge gruppen";
    assert!(file.text("missiv").contains(shown));
    let told = file.refused("set", &["missiv", ".", "forslag", "fastställa planen"]);
    assert!(
        told.contains("    Strategisk nivå beslutar att\n    fastställa planen\n"),
        "{told}"
    );
}

#[test]
fn a_stored_value_of_another_type_is_refused_whatever_the_type() {
    let file = WorkspaceFile::sample();
    for (document, object, field, value) in [
        ("plan", "1.1", "rubrik", "[]"),
        ("plan", "1.1", "metod", "7"),
        ("plan", "1.1", "start", r#""i våras""#),
        ("plan", "1.1", "belopp", r#""180000""#),
        ("plan", "1.1", "ansvarig", r#""A.L.""#),
        ("plan", "1.1", "typ", r#""hobby""#),
        ("plan", "1.1", "milstolpar", r#"{"dag":"2025-03-31"}"#),
        ("plan", "1.1", "milstolpar", r#"[{"datum":"2025-03-31"}]"#),
        ("plan", ".", "moten", r#"["nyår"]"#),
        ("plan", ".", "bilagor", r#"["fil.pdf"]"#),
        ("group", ".", "logotyper", r#"[{"alt":"x"}]"#),
    ] {
        file.refused("set", &[document, object, field, "--stored", value]);
    }
    file.done("begin", &["missiv", "2026"]);
    for value in [
        r#"["x"]"#,
        r#"{"a":1}"#,
        r#"{"mode":"decides","points":[1]}"#,
    ] {
        file.refused("set", &["missiv", ".", "forslag", "--stored", value]);
    }
    let fits = r#"{"mode":"decides","body":"strategisk_niva","points":["fastställa planen"]}"#;
    file.done("set", &["missiv", ".", "forslag", "--stored", fits]);
}

#[test]
fn the_fields_of_a_document_are_told_with_what_they_take() {
    let file = WorkspaceFile::sample();
    let told = file.done("fields", &["plan", "aktivitet"]);
    for words in [
        "metod  Metod  en text",
        "Välj bland: ",
        "Projekt",
        "Behövs vid inlämningen.",
        "Kolumner i ordning: Dag; ",
    ] {
        assert!(told.contains(words), "{words} in {told}");
    }
    let own = file.json("fields", &["plan", "."]);
    assert_eq!(own.as_array().map(Vec::len), Some(1), "{own}");
    let all = file.json("fields", &["plan"]);
    assert!(all.as_array().is_some_and(|kinds| kinds.len() > 3));
    // Every field stands in the list of what there is to choose among.
    let refused = file.refused("set", &["plan", "1.1", "finns_inte", "x"]);
    for field in all[2]["fields"].as_array().into_iter().flatten() {
        let id = field["id"].as_str().unwrap_or("?");
        assert!(
            refused.contains(id) || all[2]["label"] != "Aktivitet",
            "{id}"
        );
    }
}

#[test]
fn a_row_of_too_many_cells_is_refused_and_one_of_too_few_is_told() {
    let file = WorkspaceFile::sample();
    let set = |rows: &str| file.run("set", &["plan", "1.1", "milstolpar", rows]);
    let few = set("2025-03-31;Nuläget är kartlagt\n2025-06-01").succeeded();
    assert!(few.stderr.contains("rad 2: Fältet är tomt"), "{few}");
    let whole = set("2025-03-31;Nuläget är kartlagt").succeeded();
    assert_eq!(whole.stderr, "");
    let many = set("2025-03-31;Nuläget;kartlagt;igen").refused();
    assert!(
        many.stderr.contains("semikolon mellan kolumnerna: Dag, "),
        "{many}"
    );
}

#[test]
fn what_hinders_a_submission_is_listed_and_ends_with_three() {
    let file = WorkspaceFile::new();
    file.done("begin", &["missiv", "2026"]);
    let answer = file.run("submit", &["missiv"]).failed_with(3);
    assert!(answer.stdout.contains("[required-missing]"), "{answer}");
    assert!(answer.stderr.contains("hindrar inlämningen"), "{answer}");
    let json = file.run("submit", &["missiv", "--json"]).failed_with(3);
    assert!(
        json.json()
            .as_array()
            .is_some_and(|found| !found.is_empty())
    );
}

#[test]
fn what_was_done_is_told_with_its_place() {
    let file = WorkspaceFile::sample();
    let saved = file.done("set", &["plan", "1.1", "metod", "Vi mäter."]);
    assert!(saved.ends_with("› Aktivitet 1.1 › Metod\n"), "{saved}");
    let history = file.done("history", &["plan", "--limit", "1"]);
    let place = "okänd  Ändrade ”Metod”  ";
    assert!(
        history.contains(place) && history.contains("› Aktivitet 1.1") && history.contains("--as"),
        "{history}"
    );
    let short = &history[..8];
    let steps = file.json("history", &["plan", "--limit", "1"]);
    let when = steps[0]["when"].as_str().unwrap_or_default();
    assert!(history.contains(when), "{history}");
    file.done("set", &["plan", "1.1", "metod", "Vi räknar."]);
    let compared = file.done("compare", &["plan", "--from", short]);
    assert!(compared.contains("[-mäter.-]"), "{compared}");
    let now = when.split(' ').next_back().unwrap_or_default();
    for moment in [now, &now.replace('.', ":"), when] {
        file.done("compare", &["plan", "--from", moment]);
    }
    let undone = file.done("undo", &[]);
    assert!(
        undone.starts_with("Ångrat: Ändrade ”Metod” (") && undone.contains("Aktivitet 1.1"),
        "{undone}"
    );
}

#[test]
fn a_folder_of_packs_may_be_named_once_for_all_commands() {
    let file = WorkspaceFile::new();
    let packs = file.place.path("packs");
    std::fs::create_dir_all(packs.join("templates")).expect("a place can be written");
    let copy = packs.join("templates/egen");
    let copied = file
        .place
        .missiv(["template", "copy", "grupp", &copy.display().to_string()]);
    assert_eq!(copied.code, Some(0), "{copied}");
    let listed = file
        .place
        .command()
        .args(["template", "list"])
        .env("MISSIV_PACKS", &packs)
        .output();
    let listed = String::from_utf8_lossy(&listed.expect("missiv starts").stdout).into_owned();
    assert!(listed.contains("egen"), "{listed}");
}

#[test]
fn packs_are_listed_with_what_they_are_and_are_called() {
    let file = WorkspaceFile::new();
    let listed = file.place.missiv(["template", "list"]).succeeded().stdout;
    for line in [
        format!("{MEMO}\tmall\tMissiv/beslutsunderlag"),
        "halland\tprofil\tRegion Halland".to_owned(),
    ] {
        assert!(listed.lines().any(|listed| listed == line), "{listed}");
    }
}

#[test]
fn a_new_file_gets_its_ending_and_a_section_with_faults_is_told_when_it_is_done() {
    let file = WorkspaceFile::new();
    let words = [
        "new",
        "annan.txt",
        "--profile",
        "halland",
        "--group",
        "Annan",
    ];
    let _ = file.place.missiv(words).succeeded();
    assert!(file.place.path("annan.txt.missiv").exists() && !file.place.path("annan.txt").exists());
    file.done("begin", &["missiv", "2026"]);
    let marked = file.run("done", &["missiv", "bakgrund"]).succeeded();
    assert!(marked.stderr.contains("hindrar ändå"), "{marked}");
}

#[test]
fn the_groups_details_are_no_paper_and_a_pack_that_is_not_there_is_a_template() {
    let file = WorkspaceFile::new();
    for command in ["submit", "export"] {
        let told = file.refused(command, &["gruppen"]);
        assert!(told.contains("ingen handling"), "{told}");
    }
    let told = file
        .place
        .missiv(["template", "check", "finns_inte"])
        .refused();
    assert!(told.stderr.starts_with("Mallen ”finns_inte”"), "{told}");
}
