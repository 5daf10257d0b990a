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
    let shown = "Strategisk nivå beslutar att\n\n- fastställa planen\n- ge gruppen";
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
