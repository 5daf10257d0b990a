//! A year as a chair lives it, command after command.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::{fs, sync::OnceLock};

use missiv_tests::{Output, Place, WorkspaceFile, plain};
use serde_json::Value;

const PLAN: &str = "halland_mal_och_handlingsplan";
const REPORT: &str = "halland_halvarsrapport";

/// The six that an activity must have when a plan is handed in, typed as people type.
const SIX: &[(&str, &str)] = &[
    ("metod", "Sex kurser hålls under våren, en i varje kommun."),
    ("ansvarig", "A.L."),
    ("start", "13/1"),
    ("slut", "12/9"),
    ("uppfoljning", "Enkät efter tre månader."),
    ("belopp", "180 000"),
    ("samverkan", "Alla sex kommuner."),
];

/// A file with one person, a plan, a goal and an activity with its six, and nothing else.
fn begun() -> WorkspaceFile {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    WorkspaceFile::of(MADE.get_or_init(|| fs::read(&begin().path).unwrap()))
}

fn begin() -> WorkspaceFile {
    let file = WorkspaceFile::new();
    let chair = [
        "initialer=A.L.",
        "roll=Ordförande",
        "organisation=Halmstads kommun",
    ];
    file.done("add", &[&["group", "person"], &chair[..]].concat());
    file.done("begin", &[PLAN, "2025", "--as", "A.L."]);
    file.done("add", &["plan", "goal", "rubrik=Färre ska falla"]);
    let rubric = "rubrik=Kurs i att inte falla";
    file.done("add", &["plan", "activity", rubric, "--below", "1"]);
    for (field, text) in SIX {
        file.done("set", &["plan", "1.1", field, text]);
    }
    file.done(
        "set",
        &["plan", "1.1", "finansiering", "Region Halland;180 000"],
    );
    file
}

/// 5.1-20
#[test]
fn an_activity_with_its_six_is_complete_and_without_one_of_them_is_not() {
    let file = begun();
    let about = |found: &str| {
        found
            .lines()
            .filter(|line| line.contains("Aktivitet 1.1"))
            .count()
    };
    assert_eq!(
        about(&file.run("check", &["plan"]).failed_with(3).stdout),
        0
    );
    for (field, text) in SIX {
        file.done("set", &["plan", "1.1", field, "--clear"]);
        let found = file.run("check", &["plan"]).failed_with(3).stdout;
        assert!(
            about(&found) >= 1 && found.contains("required-missing"),
            "{field}: {found}"
        );
        file.done("set", &["plan", "1.1", field, text]);
    }
}

#[test]
fn what_is_typed_is_understood_as_it_was_meant() {
    let text = begun().text("plan");
    for shown in [
        "2025-01-13",
        "2025-09-12",
        "180 000",
        "A.L., Ordförande, Halmstads kommun",
    ] {
        assert!(text.contains(shown), "{shown} in {text}");
    }
}

#[test]
fn what_cannot_be_understood_is_refused_with_what_would_fit() {
    let file = begun();
    for (field, typed, told) in [
        ("start", "i våras", "Start"),
        ("belopp", "mycket", "Budget"),
        ("ansvarig", "X.Y.", "A.L."),
        ("typ", "hobby", "Projekt"),
        ("metodik", "x", "metod"),
    ] {
        let sentence = file.refused("set", &["plan", "1.1", field, typed]);
        assert!(sentence.contains(told), "{sentence}");
    }
    assert!(
        file.refused("set", &["plan", "7.7", "metod", "x"])
            .contains("1.1")
    );
    assert!(
        file.refused("set", &["rapport", "1.1", "metod", "x"])
            .contains("plan")
    );
    assert!(
        file.refused("add", &["plan", "activity", "rubrik=x"])
            .contains("Aktivitet")
    );
    assert!(file.refused("begin", &[PLAN, "2025"]).contains("2025"));
    assert!(
        file.refused("begin", &["finns_inte", "2025"])
            .contains(PLAN)
    );
    assert!(
        file.refused("set", &["plan", "1.1", "metod", "x", "--as", "X.Y."])
            .contains("A.L.")
    );
}

/// 5.1-6
#[test]
fn a_report_shows_the_plan_and_nothing_is_written_for_it() {
    let file = begun();
    file.done("begin", &[REPORT, "2025"]);
    let text = file.text("report");
    for shown in [
        "Färre ska falla",
        "Kurs i att inte falla",
        "A.L., Ordförande",
        "2025-09-12",
        "180 000",
    ] {
        assert!(text.contains(shown), "{shown} in {text}");
    }
    let steps = file.json("history", &["report"]);
    let steps = steps.as_array().unwrap();
    assert_eq!(steps.len(), 1, "{steps:#?}");
    let fields: Vec<&str> = steps[0]["edits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| edit["field"].as_str().unwrap())
        .collect();
    assert!(
        fields.iter().all(|field| field.starts_with('@')),
        "{fields:?}"
    );
}

#[test]
fn a_row_whose_activity_is_gone_stays_and_says_so_until_it_is_back() {
    let file = begun();
    file.done("begin", &[REPORT, "2025"]);
    file.done("set", &["report", "1.1", "status", "Försenad"]);
    file.done(
        "set",
        &["report", "1.1", "kommentar", "Kursledaren är sjuk."],
    );
    file.done("remove", &["plan", "1.1"]);
    assert!(!file.text("plan").contains("Kurs i att inte falla"));
    let gone = file.text("report");
    for shown in [
        "Kurs i att inte falla",
        "Utgått ur planen",
        "Försenad",
        "Kursledaren är sjuk.",
    ] {
        assert!(gone.contains(shown), "{shown} in {gone}");
    }
    assert!(file.codes("report").contains(&"object-gone".to_owned()));

    file.done("undo", &[]);
    let back = file.text("report");
    assert!(!back.contains("Utgått"), "{back}");
    assert!(
        back.contains("1.1 Kurs i att inte falla") && back.contains("Kursledaren är sjuk."),
        "{back}"
    );
    file.done("redo", &[]);
    assert!(file.text("report").contains("Utgått ur planen"));
}

#[test]
fn a_row_of_a_report_cannot_be_removed_while_its_activity_is_there() {
    let file = begun();
    file.done("begin", &[REPORT, "2025"]);
    let _ = file.refused("remove", &["report", "1.1"]);
    let _ = file.refused("move", &["report", "1.1", "--first"]);
    file.done("set", &["report", "1.1", "status", "Försenad"]);
    file.done("remove", &["plan", "1.1"]);
    let gone = file.json("show", &["report"]).to_string();
    assert!(gone.contains("Utgått ur planen"));
    file.done("remove", &["report", "Kurs i att inte falla"]);
    assert!(!file.text("report").contains("Kurs i att inte falla"));
}

#[test]
fn numbers_follow_the_order_until_the_plan_is_handed_in_and_then_stay() {
    let file = begun();
    file.done("add", &["plan", "activity", "rubrik=Andra", "--below", "1"]);
    file.done(
        "add",
        &[
            "plan",
            "activity",
            "rubrik=Första",
            "--below",
            "1",
            "--first",
        ],
    );
    assert_eq!(
        numbered(&file),
        ["1.1 Första", "1.2 Kurs i att inte falla", "1.3 Andra"]
    );
    file.done("move", &["plan", "1.1", "--after", "1.3"]);
    assert_eq!(
        numbered(&file),
        ["1.1 Kurs i att inte falla", "1.2 Andra", "1.3 Första"]
    );
    file.done("undo", &[]);
    assert_eq!(
        numbered(&file),
        ["1.1 Första", "1.2 Kurs i att inte falla", "1.3 Andra"]
    );

    let sample = WorkspaceFile::sample();
    sample.done("remove", &["plan", "1.1"]);
    sample.done("add", &["plan", "activity", "rubrik=Ny", "--below", "1"]);
    let kept = numbered(&sample);
    let shown: Vec<&str> = kept
        .iter()
        .map(|line| line.split(' ').next().unwrap())
        .take(3)
        .collect();
    assert_eq!(shown, ["1.2", "1.3", "1.4"], "{kept:?}");
}

#[test]
fn a_draft_with_faults_exports_and_cannot_be_handed_in() {
    let file = begun();
    file.done("export", &["plan"]);
    let name = "UTKAST – Mål och Handlingsplan 2025 – programområde Äldre.pdf";
    assert!(file.place.path(name).exists());
    let sentence = file.run("submit", &["plan"]).failed_with(3).stderr;
    assert!(
        sentence.chars().any(|c| c.is_ascii_digit()),
        "how many faults: {sentence}"
    );
}

#[test]
fn an_edition_exports_bit_for_bit_whatever_happens_to_the_document() {
    let file = WorkspaceFile::sample();
    assert_eq!(
        file.done("submit", &["report"]).trim(),
        "Inlämnat som utgåva 1.0."
    );
    let first = exported(&file, &["report"]);
    assert_eq!(exported(&file, &["report"]), first);
    file.done(
        "set",
        &[
            "report",
            "1.1",
            "kommentar",
            "Något nytt efter inlämningen.",
        ],
    );
    assert_eq!(exported(&file, &["report", "--edition", "1.0"]), first);
    let draft = exported(&file, &["report"]);
    assert_ne!(draft, first);
    assert!(typeset::text(&draft).unwrap().concat().contains("UTKAST"));
    assert!(!typeset::text(&first).unwrap().concat().contains("UTKAST"));
    assert_eq!(
        file.done("submit", &["report"]).trim(),
        "Inlämnat som utgåva 1.1."
    );
    assert_eq!(exported(&file, &["report", "--edition", "1.0"]), first);
}

/// Whoever writes is told what nobody has written; whoever hands a paper in stands for all of it.
#[test]
fn what_was_filled_in_is_marked_in_the_draft_and_not_in_what_is_handed_in() {
    let file = WorkspaceFile::sample();
    file.done("begin", &["halland_uppdragsbeskrivning", "2025"]);
    file.done("set", &["plan", ".", "uppdragsbeskrivning", ""]);
    let text = || plain(&typeset::text(&exported(&file, &["plan"])).unwrap().concat());
    let draft = text();
    assert!(draft.contains("förifyllt"), "{draft}");
    file.done("submit", &["plan"]);
    let paper = text();
    assert!(
        paper.contains("Uppdragsbeskrivning 2025 till taktisk nivå"),
        "{paper}"
    );
    assert!(!paper.contains("förifyllt"), "{paper}");
}

#[test]
fn an_adoption_is_recorded_with_body_day_and_paragraph_and_stands_on_the_page() {
    let file = WorkspaceFile::sample();
    let _ = file.refused(
        "adopt",
        &[
            "report",
            "--body",
            "Strategisk nivå",
            "--date",
            "2025-09-12",
        ],
    );
    file.done("submit", &["report"]);
    let _ = file.refused(
        "adopt",
        &["report", "--body", "Strategisk nivå", "--date", "i höst"],
    );
    file.done(
        "adopt",
        &[
            "report",
            "--body",
            "Strategisk nivå",
            "--date",
            "2025-09-12",
            "--paragraph",
            "§ 12",
        ],
    );
    assert!(
        file.done("list", &[])
            .contains("Halvårsrapport 2025 – programområde Äldre\tFastställd 1.0")
    );
    let text = typeset::text(&exported(&file, &["report"])).unwrap();
    let text = plain(&text.concat());
    for shown in ["Strategisk nivå 2025-09-12", "§ 12", "1.0"] {
        assert!(text.contains(shown), "{shown} in {text}");
    }
}

#[test]
fn the_history_says_in_swedish_who_did_what() {
    let file = begun();
    file.done("set", &["plan", "1.1", "metod", "Nytt.", "--as", "A.L."]);
    let told = file.done("history", &["plan"]);
    let first = told.lines().next().unwrap();
    assert!(
        first.contains("A.L., ordförande") && first.contains("Ändrade ”Metod”"),
        "{first}"
    );
    for line in told.lines() {
        assert!(!line.contains("op-") && !line.contains('{'), "{line}");
    }
    file.done("undo", &["--as", "A.L."]);
    assert!(!file.text("plan").contains("Nytt."));
    assert!(file.done("history", &["plan"]).contains("Ändrade ”Metod”"));
}

#[test]
fn undo_takes_back_the_own_steps_only_and_one_at_a_time() {
    let file = begun();
    file.done(
        "add",
        &["group", "person", "initialer=K.B.", "roll=Processtöd"],
    );
    file.done(
        "set",
        &["plan", "1.1", "metod", "Ordförandens.", "--as", "A.L."],
    );
    file.done(
        "set",
        &["plan", "1.1", "syfte", "Processtödets.", "--as", "K.B."],
    );
    file.done("undo", &["--as", "A.L."]);
    let text = file.text("plan");
    assert!(
        !text.contains("Ordförandens.") && text.contains("Processtödets."),
        "{text}"
    );
    file.done("redo", &["--as", "A.L."]);
    assert!(file.text("plan").contains("Ordförandens."));
    let _ = file.refused("redo", &["--as", "A.L."]);
}

#[test]
fn the_whole_file_goes_to_json_and_back_the_same() {
    let file = WorkspaceFile::sample();
    file.done("submit", &["report"]);
    file.done("set", &["report", "1.1", "kommentar", "Ändrat."]);
    file.done("undo", &[]);
    let dump = file.place.path("allt.json");
    file.done("export", &["--everything", dump.to_str().unwrap()]);

    let other = WorkspaceFile::at(Place::new());
    other.done("import", &[dump.to_str().unwrap()]);
    let again = other.place.path("allt.json");
    other.done("export", &["--everything", again.to_str().unwrap()]);
    assert!(fs::read(&dump).unwrap() == fs::read(&again).unwrap());
    assert!(exported(&other, &["report"]) == exported(&file, &["report"]));
    assert_eq!(other.text("plan"), file.text("plan"));
}

#[test]
fn json_answers_every_command_and_an_error_too() {
    let file = begun();
    let line = &file.json("list", &[])[1];
    assert_eq!(line["ident"], "Äldre-2025-plan");
    assert_eq!(line["state"], "draft");
    assert!(line["blocking"].as_u64().unwrap() > 5);
    assert!(file.json("show", &["plan"])["paper"]["sections"].is_array());
    assert!(file.json("set", &["plan", "1.1", "metod", "x"])["changes"]["step"].is_string());
    assert_eq!(file.json("export", &["plan"])["draft"], true);
    let error: Value = serde_json::from_str(
        &file
            .run("set", &["plan", "1.1", "finns_inte", "x", "--json"])
            .failed_with(1)
            .stderr,
    )
    .unwrap();
    assert_eq!(error["error"]["code"], "no-field");
    assert!(
        error["error"]["text"]
            .as_str()
            .unwrap()
            .contains("finns_inte")
    );
}

#[test]
fn a_command_that_is_misspelt_ends_with_two_and_help_is_in_swedish() {
    let place = Place::new();
    let _ = place.missiv(["finns-inte"]).failed_with(2);
    let _ = place.missiv(["set", "a.missiv"]).failed_with(2);
    let Output { stdout, .. } = place.missiv(["--help"]).succeeded();
    for shown in ["Användning", "Kommandon", "Slutkod"] {
        assert!(stdout.contains(shown), "{shown} in {stdout}");
    }
}

/// The activities of the plan's first goal with their numbers.
fn numbered(file: &WorkspaceFile) -> Vec<String> {
    let text = file.text("plan");
    let headings = text.lines().filter_map(|line| line.strip_prefix("### "));
    headings
        .filter_map(|line| Some(line.split_once(' ')?.1.to_owned()))
        .filter(|line| line.starts_with("1."))
        .collect()
}

fn exported(file: &WorkspaceFile, rest: &[&str]) -> Vec<u8> {
    let target = file.place.path("ut.pdf");
    let (document, flags) = rest.split_first().unwrap();
    let args: Vec<&str> = [*document, target.to_str().unwrap()]
        .into_iter()
        .chain(flags.iter().copied())
        .collect();
    file.done("export", &args);
    fs::read(target).unwrap()
}
