//! Two people with a copy each: both write, both take in the other's, and both end with the same.

use std::fs;

use missiv_tests::{Place, root};
use serde_json::Value;

const MINE: &str = "gruppen.missiv";
const THEIRS: &str = "kollegan.missiv";

/// A group's file with the sample year, and a colleague's copy of it.
struct Desk {
    place: Place,
}

#[test]
fn two_who_wrote_in_the_same_and_in_different_fields_end_with_the_same() {
    let desk = Desk::new();
    desk.run(&[
        "set",
        MINE,
        "plan",
        "1.1",
        "metod",
        "Min metod.",
        "--as",
        "A.L.",
    ]);
    desk.run(&["set", MINE, "plan", "1.1", "syfte", "Mitt syfte."]);
    desk.run(&["set", THEIRS, "plan", "1.1", "metod", "Din metod."]);
    desk.run(&["set", THEIRS, "plan", "1.2", "metod", "Din andra metod."]);
    desk.run(&["remove", THEIRS, "plan", "3.1"]);
    let report = desk.json(&["merge", MINE, THEIRS]);
    let news = report["differences"][0]["differences"].as_array();
    let kinds = news.into_iter().flatten().map(|news| &news["kind"]);
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        ["changed", "changed", "removed"],
        "{report}"
    );
    assert_eq!(
        (&report["steps"], &report["left_out"]),
        (&3.into(), &Value::Array(vec![]))
    );
    desk.run(&["merge", THEIRS, MINE]);
    let conflicts = desk.conflicts(MINE);
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert_eq!(
        conflicts[0]["place"],
        serde_json::json!(["Aktivitet 1.1", "Metod"])
    );
    assert_eq!(sides(&conflicts[0]), ["Min metod.", "Din metod."]);
    assert_eq!(
        conflicts[0]["alternatives"][0]["author"],
        "A.L., ordförande"
    );
    let checked = desk.place.missiv(["check", MINE, "plan"]).failed_with(3);
    assert!(checked.stdout.contains("[conflict]"), "{checked}");

    desk.run(&[
        "resolve",
        THEIRS,
        "plan",
        "1.1",
        "metod",
        "Vår metod, båda två.",
    ]);
    desk.run(&["merge", MINE, THEIRS]);
    assert!(desk.conflicts(MINE).is_empty());
    let text = desk.run(&["show", MINE, "plan"]);
    for words in ["Vår metod, båda två.", "Mitt syfte.", "Din andra metod."] {
        assert!(text.contains(words), "{words}");
    }
    desk.assert_same();
}

#[test]
fn a_removed_goal_comes_back_for_the_activity_that_was_added_below_it() {
    let desk = Desk::new();
    let title = "Färre faller hemma";
    desk.run(&["set", MINE, "plan", "2", "rubrik", title]);
    desk.exchange();
    desk.run(&["remove", MINE, "plan", "2"]);
    assert!(!desk.run(&["show", MINE, "plan"]).contains(title));
    desk.run(&[
        "add",
        THEIRS,
        "plan",
        "activity",
        "rubrik=Kurs i balans",
        "--below",
        "2",
    ]);
    desk.exchange();
    let text = desk.run(&["show", MINE, "plan"]);
    assert!(
        text.contains("Kurs i balans") && text.contains(title),
        "{text}"
    );
    let conflict = desk.conflicts(MINE).remove(0);
    assert_eq!(conflict["alternatives"][0]["removed"], true);
    let id = conflict["object"].as_str().unwrap_or_default().to_owned();

    desk.run(&["resolve", MINE, "plan", &id, ".", "--take", "1"]);
    assert!(!desk.run(&["show", MINE, "plan"]).contains("Kurs i balans"));
    desk.run(&["undo", MINE]);
    assert_eq!(
        desk.conflicts(MINE).len(),
        1,
        "undoing a resolution brings the conflict back"
    );
    desk.run(&["resolve", MINE, "plan", &id, ".", "--take", "2"]);
    desk.exchange();
    assert!(desk.conflicts(THEIRS).is_empty());
    assert!(
        desk.run(&["show", THEIRS, "plan"])
            .contains("Kurs i balans")
    );
    desk.assert_same();
}

#[test]
fn a_removed_activity_comes_back_whole_for_its_method_that_was_edited() {
    let desk = Desk::new();
    desk.run(&["remove", MINE, "plan", "1.1"]);
    desk.run(&[
        "set",
        THEIRS,
        "plan",
        "1.1",
        "metod",
        "En metod som ingen får tappa.",
    ]);
    let before = desk.run(&["show", THEIRS, "plan"]);
    desk.exchange();
    let conflict = desk.conflicts(MINE).remove(0);
    assert_eq!(conflict["field"], "metod");
    let id = conflict["object"].as_str().unwrap_or_default().to_owned();
    let told = desk.run(&["conflicts", MINE]);
    assert!(
        told.contains("okänd") && told.contains("tog bort hela Aktivitet 1.1"),
        "{told}"
    );
    // What is printed can be pasted.
    let how = format!("missiv resolve {MINE} plan 1.1 metod --take");
    assert!(told.contains(&how), "{told}");
    desk.run(&["resolve", MINE, "plan", "1.1", ".", "--take", "2"]);
    assert!(desk.conflicts(MINE).is_empty());
    assert!(
        desk.run(&["show", MINE, "plan"])
            .contains("En metod som ingen får tappa.")
    );
    desk.run(&["undo", MINE]);
    let kept = 1 + position(&conflict, "En metod som ingen får tappa.");
    desk.run(&[
        "resolve",
        MINE,
        "plan",
        &id,
        "metod",
        "--take",
        &kept.to_string(),
    ]);
    assert!(desk.conflicts(MINE).is_empty());
    let after = desk.run(&["show", MINE, "plan"]);
    assert_eq!(
        after.lines().count(),
        before.lines().count(),
        "all its fields are back"
    );
    assert!(after.contains("En metod som ingen får tappa."));
}

#[test]
fn a_goal_that_is_kept_comes_back_with_everything_that_went_with_it() {
    for choice in [["beskrivning", "En ny beskrivning."], [".", ""]] {
        let desk = Desk::new();
        desk.run(&["remove", THEIRS, "plan", "2"]);
        desk.run(&[
            "set",
            MINE,
            "plan",
            "2",
            "beskrivning",
            "En ny beskrivning.",
        ]);
        let before = desk.run(&["show", MINE, "plan"]);
        desk.run(&["merge", MINE, THEIRS]);
        let conflicts = desk.conflicts(MINE);
        let text = if choice[0] == "." {
            // The whole goal: to keep it is the second side.
            "2".to_owned()
        } else {
            let conflict = conflicts
                .iter()
                .find(|found| found["field"] == choice[0])
                .unwrap();
            (1 + position(conflict, choice[1])).to_string()
        };
        desk.run(&["resolve", MINE, "plan", "2", choice[0], "--take", &text]);
        assert!(desk.conflicts(MINE).is_empty());
        assert_eq!(desk.run(&["show", MINE, "plan"]), before, "{choice:?}");
    }
}

#[test]
fn two_editions_with_one_number_and_different_texts_are_told_apart() {
    let desk = Desk::new();
    for (file, text) in [(MINE, "Min text."), (THEIRS, "Kollegans text.")] {
        desk.run(&["set", file, "plan", ".", "sammanfattning", text]);
        desk.run(&["submit", file, "plan"]);
    }
    let told = desk.run(&["merge", MINE, THEIRS]);
    assert!(told.contains("olika text men samma nummer, 1.1"), "{told}");
    let unclear = desk
        .place
        .missiv(["export", MINE, "plan", "--edition", "1.1"])
        .failed_with(1);
    assert!(unclear.stderr.contains("passar på flera"), "{unclear}");
}

/// What a merge brings is no step of one's own to take back.
#[test]
fn a_copy_is_taken_in_after_a_back_up() {
    let desk = Desk::new();
    let folder = desk.place.path(format!("{MINE}.backups"));
    assert!(!folder.exists());
    desk.run(&["set", THEIRS, "plan", ".", "sammanfattning", "Kollegans."]);
    let before = desk.everything(MINE);
    desk.run(&["merge", MINE, THEIRS]);
    let made: Vec<_> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .collect();
    let made: Vec<_> = made.iter().map(fs::DirEntry::path).collect();
    assert_eq!(made.len(), 1);
    assert_eq!(desk.everything(&made[0].display().to_string()), before);
}

#[test]
fn edits_of_different_words_are_suggested_as_one_text() {
    let desk = Desk::new();
    let set = |file, text| desk.run(&["set", file, "plan", "1.1", "metod", text]);
    set(
        MINE,
        "Gruppen ska stärka det förebyggande arbetet under våren.",
    );
    desk.exchange();
    set(
        MINE,
        "Gruppen ska förstärka det förebyggande arbetet under våren.",
    );
    set(
        THEIRS,
        "Gruppen ska stärka det förebyggande arbetet under hösten.",
    );
    desk.exchange();
    let together = "Gruppen ska förstärka det förebyggande arbetet under hösten.";
    assert_eq!(desk.conflicts(MINE)[0]["suggestion"], together);
    desk.run(&["resolve", MINE, "plan", "1.1", "metod", "--suggestion"]);
    assert!(desk.run(&["show", MINE, "plan"]).contains(together));
    let again = desk
        .place
        .missiv(["resolve", MINE, "plan", "1.1", "metod", "--suggestion"]);
    assert!(again.failed_with(1).stderr.contains("ingen konflikt"));
}

#[test]
fn what_came_in_from_a_colleague_is_not_undone_here() {
    let desk = Desk::new();
    desk.run(&["set", THEIRS, "plan", ".", "sammanfattning", "Kollegans."]);
    desk.run(&["merge", MINE, THEIRS]);
    let refused = desk.place.missiv(["undo", MINE]).failed_with(1);
    assert!(
        desk.run(&["show", MINE, "plan"]).contains("Kollegans."),
        "{refused}"
    );
}

#[test]
fn a_file_of_another_group_or_no_file_at_all_is_refused_and_changes_nothing() {
    let desk = Desk::new();
    let before = desk.everything(MINE);
    desk.run(&["import", "annan.missiv", &sample()]);
    desk.place.write("brev.missiv", "Hej");
    for (other, words) in [
        ("annan.missiv", "en annan grupp"),
        ("brev.missiv", "ingen arbetsfil"),
        ("saknas.missiv", "finns inte"),
    ] {
        let refused = desk.place.missiv(["merge", MINE, other]).failed_with(1);
        assert!(refused.stderr.contains(words), "{refused}");
    }
    assert_eq!(desk.everything(MINE), before);
}

#[test]
fn a_back_up_takes_the_files_place_and_the_file_becomes_one() {
    let desk = Desk::new();
    desk.run(&["backup", MINE]);
    let folder = desk.place.path(format!("{MINE}.backups"));
    let first = fs::read_dir(&folder).into_iter().flatten().flatten().next();
    let first = first.map(|entry| entry.path()).unwrap_or_default();
    let before = desk.everything(MINE);
    desk.run(&["set", MINE, "plan", ".", "sammanfattning", "Senare."]);
    let later = desk.everything(MINE);
    let answer = desk.json(&["restore", MINE, &first.display().to_string()]);
    assert_eq!(desk.everything(MINE), before);
    let kept = answer["kept"].as_str().unwrap_or_default().to_owned();
    assert_eq!(desk.everything(&kept), later);
    let refused = desk
        .place
        .missiv(["restore", MINE, "saknas.missiv"])
        .failed_with(1);
    assert!(refused.stderr.contains("finns inte"), "{refused}");
    assert_eq!(desk.everything(MINE), before);
}

#[test]
fn a_damaged_file_is_kept_when_a_back_up_takes_its_place() {
    let desk = Desk::new();
    desk.place
        .write("trasig.missiv", "SQLite format 3 – nästan");
    let answer = desk.json(&["restore", "trasig.missiv", THEIRS]);
    assert_eq!(desk.everything("trasig.missiv"), desk.everything(THEIRS));
    let kept = fs::read_to_string(desk.place.path(answer["kept"].as_str().unwrap_or_default()));
    assert_eq!(kept.ok().as_deref(), Some("SQLite format 3 – nästan"));
}

#[test]
fn parts_of_words_are_found_and_a_ring_tells_letters_apart() {
    let desk = Desk::new();
    desk.run(&[
        "set",
        MINE,
        "plan",
        "1.1",
        "metod",
        "Cancervård nära hemmet.",
    ]);
    let found = |words: &[&str]| {
        let hits = desk.json(&[&["search", MINE][..], words].concat());
        let hits = hits.as_array().cloned().unwrap_or_default();
        hits.iter().any(|hit| {
            hit["snippet"]
                .as_str()
                .is_some_and(|text| text.contains("Cancervård"))
        })
    };
    assert!(found(&["vård", "hemmet"]) && found(&["CANCER"]) && found(&["rv"]));
    assert!(!found(&["cancervard"]) && !found(&["vård", "finns-inte"]));
    desk.run(&["register", MINE, "plan", "RS259999"]);
    assert!(!desk.run(&["search", MINE, "RS259999"]).contains('@'));
    let hits = desk.json(&["search", MINE, "cancervård"]);
    assert_eq!(
        hits[0]["place"],
        serde_json::json!(["Aktivitet 1.1", "Metod"])
    );
}

#[test]
fn two_moments_are_compared_in_words() {
    let desk = Desk::new();
    let step = |args: &[&str]| {
        desk.run(args);
        let history = desk.json(&["history", MINE, "plan", "--limit", "1"]);
        history[0]["step"].as_str().unwrap_or_default().to_owned()
    };
    let from = step(&[
        "set",
        MINE,
        "plan",
        "1.1",
        "metod",
        "Vi ska stärka arbetet.",
    ]);
    step(&[
        "set",
        MINE,
        "plan",
        "1.1",
        "metod",
        "Vi ska förstärka arbetet.",
    ]);
    step(&["move", MINE, "plan", "1.3", "--first"]);
    let to = step(&[
        "add",
        MINE,
        "plan",
        "activity",
        "rubrik=Ny kurs",
        "--below",
        "1",
    ]);
    step(&["set", MINE, "plan", ".", "sammanfattning", "Efteråt."]);
    let found = desk.json(&["compare", MINE, "plan", "--from", &from, "--to", &to]);
    let kinds: Vec<&str> = found["differences"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|difference| difference["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["moved", "changed", "added"], "{found}");
    let text = desk.run(&["compare", MINE, "plan", "--from", &from]);
    assert!(
        text.contains("Vi ska [-stärka-] {+förstärka+} arbetet.") && text.contains("Efteråt."),
        "{text}"
    );
    // A day counts from its beginning as the earlier, and to its end as the later.
    let history = desk.json(&["history", MINE, "plan"]);
    let days: Vec<&str> = history
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|step| step["when"].as_str()?.split(' ').next())
        .collect();
    let (first, last) = (days[days.len() - 1], days[0]);
    let day = desk.run(&["compare", MINE, "plan", "--from", first, "--to", last]);
    assert!(day.contains("Efteråt."), "{day}");
    let edition = desk.run(&["compare", MINE, "plan", "--from", "1.0", "--to", "1.0"]);
    assert!(edition.contains("Inget skiljer"), "{edition}");
    let refused = desk
        .place
        .missiv(["compare", MINE, "plan", "--from", "förr"])
        .failed_with(1);
    assert!(refused.stderr.contains("förr"), "{refused}");
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            place: Place::new(),
        };
        desk.run(&["import", MINE, &sample()]);
        desk.run(&["copy", MINE, THEIRS]);
        desk
    }

    #[track_caller]
    fn run(&self, args: &[&str]) -> String {
        self.place.missiv(args).succeeded().stdout
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        self.place
            .missiv([&["--json"], args].concat())
            .succeeded()
            .json()
    }

    fn conflicts(&self, file: &str) -> Vec<Value> {
        self.json(&["conflicts", file])
            .as_array()
            .cloned()
            .unwrap_or_default()
    }

    /// Each takes in the other's, so that both have everything.
    fn exchange(&self) {
        self.run(&["merge", MINE, THEIRS]);
        self.run(&["merge", THEIRS, MINE]);
    }

    fn everything(&self, file: &str) -> Value {
        self.run(&["export", file, "--everything", "allt.json"]);
        let bytes = fs::read(self.place.path("allt.json")).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    #[track_caller]
    fn assert_same(&self) {
        let (mine, theirs) = (self.everything(MINE), self.everything(THEIRS));
        assert!(mine.is_object() && mine == theirs, "the rows differ");
        assert_eq!(
            self.json(&["show", MINE, "plan"]),
            self.json(&["show", THEIRS, "plan"])
        );
    }
}

fn sample() -> String {
    root()
        .join("assets/samples/aldre-2025.json")
        .display()
        .to_string()
}

fn sides(conflict: &Value) -> Vec<&str> {
    let sides = conflict["alternatives"].as_array().into_iter().flatten();
    sides.filter_map(|side| side["text"].as_str()).collect()
}

fn position(conflict: &Value, text: &str) -> usize {
    sides(conflict)
        .iter()
        .position(|side| *side == text)
        .unwrap_or(9)
}
