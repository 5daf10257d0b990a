//! A plan's formal life from a terminal: handed in, adopted, sent, changed, handed in anew, sent back, carried over.

use std::fs;
use std::path::{Path, PathBuf};

use missiv_tests::{Output, Place};
use serde_json::Value;

const FILE: &str = "gruppen.missiv";
const YEAR: &str = "plan/2025";

/// The sample's group with its plan as a draft: nothing is handed in.
fn group() -> Place {
    let place = Place::new();
    let sample = missiv_tests::root().join(missiv_tests::HALF_YEAR);
    let mut sample: Value = serde_json::from_slice(&read(&sample)).expect("the sample is JSON");
    for document in sample["documents"].as_array_mut().expect("documents") {
        document
            .as_object_mut()
            .expect("an object")
            .remove("editions");
    }
    place.write("sample.json", sample.to_string());
    run(&place, &["import", FILE, "sample.json"]);
    place
}

#[test]
fn a_plan_is_handed_in_adopted_sent_changed_handed_in_anew_and_sent_back() {
    let place = group();
    run(&place, &["submit", FILE, YEAR]);
    let submitted = kept(&place, "1.0", "inlämnad.pdf");
    let again = place.missiv(["submit", FILE, YEAR]).failed_with(1);
    assert!(again.stderr.contains("1.0"), "{again}");
    run(&place, &["set", FILE, YEAR, ".", "sammanfattning", "Kort."]);
    run(&place, &[ADOPT, &["2024-12-06"]].concat());
    let adopted = kept(&place, "1.0", "fastställd.pdf");
    assert!(submitted != adopted, "the adopted paper says by whom");
    assert!(
        !text(&adopted, &place).contains("\"Kort.\""),
        "adopted is what was handed in"
    );
    // What was written since is a draft.
    assert_eq!(line(&place)["changed"], true);

    run(
        &place,
        &[
            "send",
            FILE,
            YEAR,
            "--to",
            "Strategisk nivå",
            "--date",
            "2024-12-09",
        ],
    );
    assert_eq!(line(&place)["sent"], "2024-12-09");
    run(
        &place,
        &["register", FILE, YEAR, "RS 250001", "--by", "Regionen"],
    );
    run(&place, &["submit", FILE, YEAR]);
    assert!(line(&place)["sent"].is_null(), "another edition was sent");
    let revised = kept(&place, "1.1", "reviderad.pdf");
    assert_eq!(
        (&line(&place)["state"], &line(&place)["changed"]),
        (&"submitted".into(), &false.into())
    );
    run(&place, &["send", FILE, YEAR, "--to", "Strategisk nivå"]);
    // A sending changes no document.
    assert_eq!(line(&place)["changed"], false);
    run(
        &place,
        &[
            "remit",
            FILE,
            YEAR,
            "--body",
            "Strategisk nivå",
            "--date",
            "2025-02-07",
            "--paragraph",
            "§ 9",
            "--why",
            "Budgeten ska delas upp.",
        ],
    );
    assert_eq!(
        (&line(&place)["state"], &line(&place)["edition"]),
        (&"draft".into(), &"1.1".into())
    );
    assert_eq!(line(&place)["sent_back"], "Budgeten ska delas upp.");

    assert!(
        kept(&place, "1.0", "igen.pdf") == adopted,
        "an edition is the same for ever"
    );
    assert!(kept(&place, "1.1", "igen.pdf") == revised);
    let first = events(&place)
        .into_iter()
        .find(|event| event["what"] == "submitted");
    let first = first.expect("the first edition stands in the log");
    let id = first["id"].as_str().expect("an id");
    assert!(
        kept(&place, id, "igen.pdf") == submitted,
        "its id names the edition as submitted"
    );
}

#[test]
fn the_log_is_lines_that_a_registrator_can_paste() {
    let place = group();
    let nothing = place
        .missiv(["send", FILE, YEAR, "--to", "Strategisk nivå"])
        .failed_with(1);
    assert!(nothing.stderr.contains("inte inlämnat"), "{nothing}");
    run(&place, &["submit", FILE, YEAR]);
    run(
        &place,
        &[
            "--as",
            "Processtöd",
            "send",
            FILE,
            YEAR,
            "--to",
            "Strategisk nivå",
            "--to",
            "Förvaltningen",
        ],
    );
    let told = run(&place, &["log", FILE, YEAR]).stdout;
    let last: Vec<&str> = told.lines().last().expect("a line").split('\t').collect();
    assert_eq!(
        last[1..4],
        ["Skickad", "1.0", "Strategisk nivå, Förvaltningen"]
    );
    assert_eq!(last[0].len(), "2026-01-13".len(), "{told}");
    assert_eq!(
        last.len(),
        told.lines().next().expect("a head").split('\t').count()
    );
    let events = events(&place);
    let sent = events.last().expect("an event");
    assert_eq!(sent["pdf_sha256"], last[8]);
    assert!(
        sent["author"]
            .as_str()
            .is_some_and(|author| author.contains("processtöd")),
        "{sent}"
    );
    let refused = place
        .missiv(["--as", "Processtöd", "undo", FILE])
        .failed_with(1);
    assert!(refused.stderr.contains("står i historiken"), "{refused}");
    assert!(run(&place, &["log", FILE, YEAR]).stdout.contains("Skickad"));
    let findings = run(&place, &["check", FILE, YEAR, "--json"]).json();
    assert!(
        !findings.to_string().contains("kind-unknown"),
        "no page shows the log"
    );
}

#[test]
fn a_submission_is_nobodys_to_undo_and_what_comes_before_it_stays() {
    let place = group();
    run(&place, &["set", FILE, YEAR, ".", "inledning", "Före."]);
    run(&place, &["submit", FILE, YEAR]);
    let refused = place.missiv(["undo", FILE]).failed_with(1);
    assert!(refused.stderr.contains("har lämnats in"), "{refused}");
    run(&place, &["set", FILE, YEAR, ".", "inledning", "Efter."]);
    run(&place, &["undo", FILE]);
    let rows = run(&place, &["show", FILE, YEAR, "--json"]).json();
    assert!(rows.to_string().contains("Före."), "{rows}");
    assert_eq!(rows["editions"][0]["number"], "1.0");
}

#[test]
fn a_mark_falls_away_when_its_section_is_changed_and_only_then() {
    let place = group();
    for section in ["1", "Mål", "inledning", "head"] {
        run(&place, &["--as", "Ordförande", "done", FILE, YEAR, section]);
    }
    let mut all = done(&place);
    assert_eq!(all.len(), 4, "{all:?}");
    run(
        &place,
        &[
            "set",
            FILE,
            YEAR,
            "2.1",
            "anteckning",
            "Bara en anteckning.",
        ],
    );
    run(&place, &["set", FILE, YEAR, ".", "malgrupp", "Andra."]);
    all.retain(|section| section != "goal");
    assert_eq!(done(&place), all, "an object below the goals was changed");
    run(&place, &["set", FILE, YEAR, "1.1", "belopp", "1"]);
    assert_eq!(done(&place), ["head", "inledning"]);
    run(&place, &["undo", FILE]);
    assert_eq!(
        done(&place).len(),
        3,
        "it reads as it did when it was marked"
    );
    run(&place, &["done", FILE, YEAR, "head", "--not"]);
    assert_eq!(done(&place).len(), 2);
    run(&place, &["submit", FILE, YEAR]);
    assert_eq!(done(&place).len(), 2, "kept numbers are no change");
    let _ = place
        .missiv(["done", FILE, YEAR, "finns inte"])
        .failed_with(1);
}

#[test]
fn sections_count_what_must_be_there() {
    let place = group();
    let count = |place: &Place, id: &str| {
        let sections = run(place, &["done", FILE, YEAR, "--json"]).json();
        let sections = sections.as_array().expect("sections").clone();
        let found = sections
            .into_iter()
            .find(|section| section["id"] == id)
            .expect("a section");
        ["filled", "required", "blocking"].map(|key| found[key].as_u64().expect("a number"))
    };
    let [filled, required, blocking] = count(&place, "goal");
    assert!(filled == required && required > 100 && blocking == 0);
    run(&place, &["set", FILE, YEAR, "1.1", "metod", "--clear"]);
    assert_eq!(count(&place, "goal"), [filled - 1, required, 1]);
    assert_eq!(count(&place, "inledning"), [1, 1, 0]);
    assert_eq!(count(&place, "underlag")[1], 0);
}

#[test]
fn what_no_report_calls_finished_is_carried_over_once() {
    let place = group();
    for (activity, status) in [
        ("1.1", "Genomförd"),
        ("1.2", "Avbruten"),
        ("1.3", "Försenad"),
    ] {
        run(
            &place,
            &["set", FILE, "report/2025-1of2", activity, "status", status],
        );
    }
    run(&place, &["carry-over", FILE, "2025"]);
    let first = dump(&place);
    run(&place, &["carry-over", FILE, "2025"]);
    assert!(
        dump(&place) == first,
        "the second time there is nothing to carry"
    );
    let old = shown(&place, YEAR);
    let next = shown(&place, "plan/2026");
    let kept: Vec<String> = titles(&old, "activity").into_iter().skip(2).collect();
    assert_eq!(titles(&next, "activity"), kept);
    assert_eq!(
        titles(&next, "indicator"),
        titles(&old, "indicator"),
        "they come with their goals"
    );

    run(
        &place,
        &["set", FILE, "plan/2026", "1.1", "rubrik", "Ett nytt namn"],
    );
    run(&place, &["remove", FILE, "plan/2026", "2"]);
    let edited = dump(&place);
    run(&place, &["carry-over", FILE, "2025"]);
    assert!(
        dump(&place) == edited,
        "what next year's plan has or has removed stays as it is"
    );
    let _ = place.missiv(["carry-over", FILE, "2019"]).failed_with(1);
}

#[test]
fn the_annual_report_says_what_is_carried_over() {
    let place = group();
    run(&place, &["begin", FILE, "halland_arsrapport", "2025"]);
    run(
        &place,
        &["set", FILE, "halland_arsrapport", "2.1", "fors_over", "ja"],
    );
    run(
        &place,
        &["set", FILE, "halland_arsrapport", "3.1", "fors_over", "nej"],
    );
    run(&place, &["carry-over", FILE, "2025"]);
    let next = shown(&place, "plan/2026");
    let old = shown(&place, YEAR);
    assert_eq!(titles(&next, "goal"), titles(&old, "goal")[1..2]);
    assert_eq!(titles(&next, "activity").len(), 1);
}

#[track_caller]
fn run(place: &Place, args: &[&str]) -> Output {
    place.missiv(args).succeeded()
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).expect("the file can be read")
}

/// The bytes of an edition's PDF.
#[track_caller]
fn kept(place: &Place, edition: &str, name: &str) -> Vec<u8> {
    run(place, &["export", FILE, YEAR, name, "--edition", edition]);
    read(&place.path(name))
}

/// What the pages of a PDF show, as data.
fn text(pdf: &[u8], place: &Place) -> String {
    let path: PathBuf = place.write("läst.pdf", pdf);
    let path = path.to_string_lossy().into_owned();
    run(place, &["read", &path, "--json"]).json()["paper"].to_string()
}

fn shown(place: &Place, document: &str) -> Value {
    run(place, &["show", FILE, document, "--json"]).json()
}

fn line(place: &Place) -> Value {
    let lines = run(place, &["list", FILE, "--json"]).json();
    let lines = lines.as_array().expect("documents").clone();
    let plan = lines.into_iter().find(|line| line["concept"] == "plan");
    plan.expect("the plan is listed")
}

fn events(place: &Place) -> Vec<Value> {
    let log = run(place, &["log", FILE, YEAR, "--json"]).json();
    log.as_array().expect("a list").clone()
}

/// The ids of the sections that are marked, a goal's as its label.
fn done(place: &Place) -> Vec<String> {
    let sections = run(place, &["done", FILE, YEAR, "--json"]).json();
    let sections = sections.as_array().expect("sections").clone();
    let marked = sections.iter().filter(|section| section["done"] == true);
    let name = |section: &Value| {
        let key = if section["object"].is_null() {
            "id"
        } else {
            "label"
        };
        section[key].as_str().expect("a text").to_owned()
    };
    marked.map(name).collect()
}

fn titles(view: &Value, kind: &str) -> Vec<String> {
    let mut found = Vec::new();
    collect(&view["paper"]["sections"], kind, &mut found);
    found
}

fn collect(value: &Value, kind: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, kind, found)),
        Value::Object(fields) => {
            if fields.get("kind").is_some_and(|own| own == kind) {
                let items = fields["items"].as_array().into_iter().flatten();
                let title = |item: &Value| item["fields"][0]["value"].to_string();
                found.extend(items.map(title));
            }
            fields
                .values()
                .for_each(|below| collect(below, kind, found));
        }
        _ => {}
    }
}

fn dump(place: &Place) -> Vec<u8> {
    run(place, &["export", FILE, "--everything", "allt.json"]);
    read(&place.path("allt.json"))
}

const ADOPT: &[&str] = &["adopt", FILE, YEAR, "--body", "strategisk nivå", "--date"];

/// A slip in an adoption would stand on the page for ever.
#[test]
fn only_what_stands_handed_in_is_adopted_once_and_on_a_day_that_has_been() {
    let place = group();
    let adopt = |day| place.missiv([ADOPT, &[day, "--paragraph", "87"]].concat());
    run(&place, &["submit", FILE, YEAR]);
    assert!(
        adopt("2099-12-05")
            .failed_with(1)
            .stderr
            .contains("2099-12-05")
    );
    let by_nobody = ["adopt", FILE, YEAR, "--body", " ", "--date", "2024-12-06"];
    let _ = place.missiv(by_nobody).failed_with(1);
    let _ = adopt("2024-12-06").succeeded();
    assert!(
        adopt("2024-12-07")
            .failed_with(1)
            .stderr
            .contains("redan fastställd")
    );
    let page = text(&kept(&place, "1.0", "fastställd.pdf"), &place);
    assert!(
        page.contains("Strategisk nivå") && page.contains("§ 87"),
        "{page}"
    );
    let remit = [
        "remit",
        FILE,
        YEAR,
        "--body",
        "Strategisk nivå",
        "--date",
        "2024-12-09",
        "--why",
        "Fel dag",
    ];
    run(&place, &remit);
    let _ = place.missiv(remit).failed_with(1);
    assert!(
        adopt("2024-12-10")
            .failed_with(1)
            .stderr
            .contains("återremitterad")
    );
    run(&place, &["submit", FILE, YEAR]);
    let _ = adopt("2024-12-10").succeeded();
}

/// What is handed in exports for ever, so neither removal nor undo takes its document away.
#[test]
fn a_document_that_is_handed_in_is_neither_removed_nor_undone() {
    let place = group();
    let mandate = "mandate/2026";
    run(
        &place,
        &["begin", FILE, "halland_uppdragsbeskrivning", "2026"],
    );
    run(&place, &["remove", FILE, mandate, "."]);
    run(&place, &["undo", FILE]);
    run(&place, &["set", FILE, mandate, ".", "datum", "2025-10-10"]);
    run(&place, &["submit", FILE, mandate]);
    for (words, why) in [
        (["remove", FILE, mandate, "."].as_slice(), "utgåva 1.0"),
        (&["undo", FILE], "har lämnats in"),
    ] {
        let refused = place.missiv(words).failed_with(1).stderr;
        assert!(refused.contains(why), "{words:?}: {refused}");
    }
    run(
        &place,
        &["export", FILE, mandate, "kvar.pdf", "--edition", "1.0"],
    );
}

/// Reports follow the plan that was handed in; so does what is carried over.
#[test]
fn what_was_taken_out_of_the_draft_is_carried_over_all_the_same() {
    let place = group();
    run(&place, &["submit", FILE, YEAR]);
    run(&place, &["remove", FILE, YEAR, "3.1"]);
    run(&place, &["carry-over", FILE, "2025"]);
    let plan = run(&place, &["show", FILE, "plan/2026"]).stdout;
    assert!(
        plan.contains("Revidering av länsgemensamt vårdprogram"),
        "{plan}"
    );
    let again = run(&place, &["carry-over", FILE, "2025"]).stdout;
    assert!(again.contains("Inget nytt"), "{again}");
}

/// The registry's number comes when the paper has left: the next paper has it, and the first stays as it was.
#[test]
fn a_number_that_comes_later_stands_in_the_next_paper_and_makes_no_draft_of_the_first() {
    let place = group();
    run(&place, &["set", FILE, YEAR, ".", "diarienummer", "--clear"]);
    run(&place, &["submit", FILE, YEAR]);
    let submitted = kept(&place, "1.0", "inlämnad.pdf");
    run(&place, &["register", FILE, YEAR, "RS259999"]);
    assert_eq!(line(&place)["changed"], false);
    assert!(kept(&place, "1.0", "igen.pdf") == submitted);
    assert!(!text(&submitted, &place).contains("RS259999"));
    run(&place, &["set", FILE, YEAR, ".", "sammanfattning", "Kort."]);
    run(&place, &["submit", FILE, YEAR]);
    let revised = kept(&place, "1.1", "reviderad.pdf");
    assert!(text(&revised, &place).contains("RS259999"));
    run(&place, &["set", FILE, YEAR, ".", "diarienummer", "Eget 7"]);
    assert_eq!(line(&place)["changed"], true);
    run(&place, &["register", FILE, YEAR, "RS250000"]);
    let shown = shown(&place, YEAR)["paper"]["head"].to_string();
    assert!(shown.contains("Eget 7") && !shown.contains("RS25"));
}
