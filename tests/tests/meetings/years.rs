//! Whole years of meetings: planned from their days, each with its agenda and notes, and what is still open when the
//! year is over.

use super::forum::BOTH;
use super::heads::{DAYS_OF_2019, DECIDED, heads};
use super::network::planned;
use super::{begun, codes, decide, group};
use workspace::{FieldValue, InCommon, Library, Workspace};

/// 5.4-2, 5.4-10, 5.4-12: the year of 2019, each meeting with its matter, its decision and its promise, and what is still
/// open when the year is over.
#[test]
fn a_year_of_meetings_goes_from_its_list_to_what_is_still_open() {
    let file = heads();
    file.done("meeting plan", &["2019", DAYS_OF_2019]);
    let year = || file.json("meeting list", &["2019", "--on", "2019-12-31"]);
    let own: Vec<String> = year()["meetings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|meeting| meeting["body"] == "Socialchefsgruppen")
        .map(|meeting| meeting["day"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(own.len(), 9);
    for (at, day) in own.iter().enumerate() {
        let title = format!("rubrik=Ärendet {day}");
        file.done("matter add", &[&title, "arendetyp=Beslutsärende"]);
        let agenda = begun(&file, "meeting agenda", day);
        file.done("matter take-up", &[&(at + 1).to_string(), &agenda]);
        let notes = begun(&file, "meeting notes", &agenda);
        file.done("set", &[&notes, "1", "dialog", "ja"]);
        let taken = [DECIDED, "beslutsform=Handuppräckning", "fortsatt=Åtgärd"];
        decide(&file, &notes, &taken);
        let (promise, last) = (format!("rubrik=Löftet {day}"), format!("senast={day}"));
        let promised = [&promise, &last, "ansvarig=B.B.", "aterkoppling=Muntligt"];
        let own = [&notes, "atgard", "--below", "1"];
        file.done("add", &[&own[..], &promised].concat());
        assert_eq!(codes(&file, &notes, day), [""; 0], "{day}");
        if at < 7 {
            file.done("close", &[&format!("Löftet {day}")]);
        }
    }
    let held = year();
    let held = held["meetings"].as_array().unwrap().iter();
    let noted = held.filter(|meeting| meeting["notes"].is_string());
    assert_eq!(noted.count(), 9);
    let matters = file.json("matter list", &[]);
    for matter in matters.as_array().unwrap() {
        assert_eq!(matter["state"], "handled", "{matter}");
    }
    let open = file.json("actions", &["--on", "2019-12-31"]);
    let open = open.as_array().unwrap().iter();
    let open: Vec<&str> = open.map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(open, ["Löftet 2019-11-15", "Löftet 2019-12-13"]);
    let found = file.done("search", &["ställer sig bakom utbildningen"]);
    assert_eq!(found.matches("Mötesanteckningar").count(), 9, "{found}");
}

/// 5.5-9, 5.5-12, 5.5-13: a year of the network, each meeting with its agenda, its stance, its promise and its notes.
#[test]
fn a_year_of_the_network_goes_from_its_plan_to_what_is_still_open() {
    let file = planned();
    let days = [
        ("2026-02-06", ""),
        ("2026-04-17", "Socialchefsnätverket"),
        ("2026-06-05", ""),
        ("2026-09-18", "Socialchefsnätverket"),
        ("2026-11-20", ""),
    ];
    for (at, (day, with)) in days.iter().enumerate() {
        let title = format!("rubrik=Frågan den {day}");
        file.done("matter add", &[&title, "arendetyp=Beslutsärende"]);
        let agenda = begun(&file, "meeting agenda", day);
        file.done("matter take-up", &[&(at + 1).to_string(), &agenda]);
        let joint = format!("**Gemensamt med:** {with}");
        assert_eq!(
            file.text(&agenda).contains("**Gemensamt med:**"),
            !with.is_empty(),
            "{day}"
        );
        assert!(with.is_empty() || file.text(&agenda).contains(&joint));
        let notes = begun(&file, "meeting notes", &agenda);
        decide(
            &file,
            &notes,
            &["beslut=Nätverket ställer sig bakom.", "fortsatt=Åtgärd"],
        );
        assert!(codes(&file, &notes, day).contains(&"action-missing".to_owned()));
        let (promise, last) = (format!("rubrik=Löftet {day}"), format!("senast={day}"));
        let own = ["atgard", "--below", "1", &promise, &last, "ansvarig=B.B."];
        file.done("add", &[&[notes.as_str()], &own[..]].concat());
        file.done("set", &[&notes, ".", "publicerad", day]);
        if at < 3 {
            file.done("close", &[&format!("Löftet {day}")]);
        }
    }
    let year = file.json("meeting list", &["2026", "--on", "2026-12-31"]);
    let meetings = year["meetings"].as_array().unwrap();
    assert_eq!(meetings.len(), 5);
    for meeting in meetings {
        assert_eq!(meeting["lacks"], serde_json::json!([]), "{meeting}");
    }
    let states = file.json("matter list", &[]);
    for matter in states.as_array().unwrap() {
        assert_eq!(matter["state"], "handled", "{matter}");
    }
    let open = file.json("actions", &["--on", "2026-12-31"]);
    let open = open.as_array().unwrap().iter();
    let open: Vec<&str> = open.map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(open, ["Löftet 2026-09-18", "Löftet 2026-11-20"]);
}

/// A forum's meetings of a year, from the day to the notes: each municipality in turn takes them, and none is forgotten.
/// 5.3-8, 5.2-7.
#[test]
fn a_year_of_meetings_goes_round_the_municipalities() {
    let days = [
        "2026-02-13",
        "2026-04-17",
        "2026-06-05",
        "2026-09-18",
        "2026-11-20",
    ];
    let turns = ["Essunga", "Falköpings", "Grästorps", "Gullspångs", "Götene"];
    for (profile, _) in BOTH {
        let file = group(profile, "Forum Äldre", &[]);
        file.done("meeting plan", &[&["2026"], days.as_slice()].concat());
        for (day, turn) in days.iter().zip(turns) {
            let agenda = begun(&file, "meeting agenda", day);
            let notes = begun(&file, "meeting notes", &agenda);
            let whose = file.text(&notes);
            assert!(
                whose.contains(&format!("**Kommun vid pennan:** {turn} kommun")),
                "{profile} {day}: {whose}"
            );
            file.done("set", &[&notes, ".", "publicerad", day]);
        }
        let year = file.json("meeting list", &["2026", "--on", "2026-12-31"]);
        for meeting in year["meetings"].as_array().unwrap() {
            assert!(meeting["notes"].is_string(), "{profile}: {meeting}");
            assert_eq!(meeting["lacks"], serde_json::json!([]), "{profile}");
        }
        assert_eq!(year["lacks"], serde_json::json!([]), "{profile}");
    }
}

/// What meetings that are planned together have in common is theirs and not that of those who prepare them, and all of it is
/// taken back at once.
#[test]
fn a_time_in_common_is_a_time_and_what_stood_there_is_said_to_stay() {
    let file = group("skaraborg_fora", "Forum Äldre", &[]);
    let plan = |time: &str, days: &[&str]| {
        let args = [&["2026"], days, &["--time", time]].concat();
        file.run("meeting plan", &args)
    };
    for none in ["25.00", "på förmiddagen", "12.00–09.00"] {
        let answer = plan(none, &["13 februari"]).refused();
        assert!(answer.stderr.contains("mötenas tid"), "{answer}");
    }
    assert!(!file.done("list", &[]).contains("2026"));
    let answer = plan("kl. 09.00–12.00", &["13 februari"]).succeeded();
    assert!(!answer.stdout.contains("som redan fanns"), "{answer}");
    let answer = plan("13–16", &["13 februari", "17 april"]).succeeded();
    assert!(answer.stdout.contains("som redan fanns"), "{answer}");
}

#[test]
fn time_and_place_in_common_come_and_go_with_the_meetings() {
    let file = heads();
    let library = Library::bundled();
    let mut workspace = Workspace::open(&file.path, library).unwrap();
    let common = InCommon {
        time: " 09.00–12.00 ".to_owned(),
        place: "Skövde".to_owned(),
    };
    let planned = workspace.plan_meetings(2019, "", "26 april", &common);
    let plan = planned.unwrap().document.parse().unwrap();
    let said = |workspace: &Workspace| {
        let form = workspace.form(plan).unwrap();
        let meetings = form.objects.iter().filter(|row| row.kind == "mote");
        let word = |row: &workspace::ObjectView, id: &str| {
            let value = row.values.iter().find(|value| value.field == id);
            match &value.unwrap().value {
                FieldValue::Plain { text } => text.clone(),
                other => panic!("{other:?}"),
            }
        };
        let mut said: Vec<[String; 3]> = meetings
            .map(|row| ["organ", "tid", "plats"].map(|id| word(row, id)))
            .collect();
        said.sort();
        said
    };
    let own = ["Socialchefsgruppen", "09.00–12.00", "Skövde"].map(str::to_owned);
    let found = said(&workspace);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.contains(&own), "{found:?}");
    let other = found.iter().find(|row| **row != own).unwrap();
    assert_eq!(other[1..], ["", ""], "{found:?}");
    workspace.undo().unwrap();
    assert_eq!(said(&workspace).len(), 0);
}
