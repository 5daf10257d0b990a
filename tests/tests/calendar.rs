//! The strategic level's calendar: loaded from the file it mails, filled in, and what is due by it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use missiv_tests::{Place, root};
use serde_json::Value;

const FILE: &str = "grupp.missiv";
const PACKS: &str = "inlästa";
const FOLLOW_UP: &str = "halland_uppfoljningsplan";

/// A place with a folder for what is loaded.
fn place() -> Place {
    let place = Place::new();
    fs::create_dir(place.path(PACKS)).unwrap();
    place
}

/// A new group with the sample's calendar loaded.
fn group() -> Place {
    group_of("Äldre", &root().join("assets/samples/tidplan_2026"))
}

/// A new group of a programområde, with a calendar loaded.
fn group_of(area: &str, calendar: &Path) -> Place {
    let place = place();
    let name = format!("Taktisk grupp {area}");
    let words = ["--profile", "halland", "--group", &name, "--area", area];
    done(&place, &[&["new", FILE][..], &words].concat());
    let loaded = done(&place, &["calendar", "load", calendar.to_str().unwrap()]);
    assert!(loaded.contains("tidplan_2026.zip"), "{loaded}");
    place
}

fn done(place: &Place, args: &[&str]) -> String {
    let words = [&["--packs", PACKS], args].concat();
    place.missiv(words).succeeded().stdout
}

fn json(place: &Place, args: &[&str]) -> Value {
    let words = [&["--packs", PACKS, "--json"], args].concat();
    place.missiv(words).succeeded().json()
}

/// 5.1-18, 2.5-6: tidplan and uppföljningsplan come from the strategic level as one file, which six groups load.
#[test]
fn a_year_begins_with_the_days_of_the_calendar() {
    let first = group();
    let mailed = first.path(PACKS).join("calendars/tidplan_2026.zip");
    let areas = [
        "Äldre",
        "Funktionsnedsatta",
        "Psykiatri",
        "Missbruk och beroende",
        "Barn, unga och familj",
        "eHälsa",
    ];
    for area in areas {
        let place = group_of(area, &mailed);
        for template in [FOLLOW_UP, "halland_mal_och_handlingsplan"] {
            done(&place, &["begin", FILE, template, "2026"]);
        }
        for document in ["follow_up_plan", "plan"] {
            let text = done(&place, &["show", FILE, document]);
            assert!(text.contains("2026-08-21"), "{area}, {document}: {text}");
            assert!(text.contains(area), "{area}, {document}: {text}");
        }
        let text = done(&place, &["show", FILE, "follow_up_plan"]);
        assert!(
            text.contains("- Tidplan och uppföljningsplan 2026, 2025-12-05, RS250912"),
            "{area}: {text}"
        );
        // One step: what is begun is taken back whole.
        done(&place, &["undo", FILE]);
        let list = done(&place, &["list", FILE]);
        assert!(!list.contains("Mål och Handlingsplan"), "{area}: {list}");
    }
}

/// 5.1-15: matters to the strategic level are due at its administrative support by the days of the calendar.
/// 5.1-12: the avstämningsmöten stand in the calendar, and so in the year's meetings.
#[test]
fn matters_are_due_by_the_days_of_the_calendar() {
    let place = group();
    done(&place, &["begin", FILE, "generell_motesplan", "2026"]);
    let due = json(&place, &["due", FILE, "--on", "2026-06-15"]);
    let due: Vec<String> = due
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let word = |key: &str| one[key].as_str().unwrap().to_owned();
            format!("{} {} {}", word("day"), word("title"), word("to"))
        })
        .filter(|one| one.contains("Ärenden"))
        .collect();
    let to = "till Strategisk nivås administrativa stöd";
    assert_eq!(
        due,
        [
            format!("2026-08-21 Ärenden till Strategisk nivå 2026-09-11 {to}"),
            format!("2026-11-25 Ärenden till Strategisk nivå 2026-12-11 {to}"),
        ]
    );
    let year = json(&place, &["meeting", "list", FILE, "2026"]);
    let meetings = year["meetings"].as_array().unwrap().iter();
    let with_chairs = meetings.filter(|meeting| meeting["body"] == "Avstämningsmöte");
    let days: Vec<&str> = with_chairs
        .map(|meeting| meeting["day"].as_str().unwrap())
        .collect();
    assert_eq!(days, ["2026-03-13", "2026-10-16"]);
}

#[test]
fn what_somebody_wrote_stays_and_the_rest_is_filled_in() {
    let place = group();
    // Begun before the calendar came: nothing is filled in.
    let _ = place.missiv(["begin", FILE, FOLLOW_UP, "2026"]).succeeded();
    let rows = r#"[{"vad":"Årsrapport","till_stod":"2027-01-04"},{"vad":"Eget","period":"Våren"}]"#;
    let document = "follow_up_plan";
    done(
        &place,
        &["set", FILE, document, ".", "ordinarie", "--stored", rows],
    );
    let first = done(&place, &["prefill", FILE, document]);
    assert!(first.contains("uppgifter är ifyllda"), "{first}");
    let text = done(&place, &["show", FILE, document]);
    let row = |title: &str| {
        let mut lines = text.lines();
        lines
            .find(|line| line.starts_with(&format!("| {title} |")))
            .unwrap_or_default()
    };
    assert!(
        row("Årsrapport").contains("| 2027-01-15 | 2027-01-04 |"),
        "{text}"
    );
    assert!(row("Eget").contains("| Våren |"), "{text}");
    assert!(
        row("Halvårsrapport").contains("| 2026-08-14 | 2026-08-21 |"),
        "{text}"
    );
    let again = done(&place, &["prefill", FILE, document]);
    assert!(again.contains("fanns redan"), "{again}");
    assert_eq!(done(&place, &["show", FILE, document]), text);
}

/// 5.1-6, 5.1-15: reports and matters go to the administrative support by the tidplan.
#[test]
fn what_is_due_is_said_until_it_is_handed_in() {
    let place = place();
    let sample = fs::read(root().join(missiv_tests::HALF_YEAR)).unwrap();
    let mut sample: Value = serde_json::from_slice(&sample).unwrap();
    let documents = sample["documents"].as_array_mut().unwrap();
    for document in documents
        .iter_mut()
        .filter(|document| document["period"] == "2025-1of2")
    {
        document.as_object_mut().unwrap().remove("editions");
    }
    place.write("år.json", sample.to_string());
    done(&place, &["import", FILE, "år.json"]);
    let titles = |place: &Place| -> Vec<String> {
        let due = json(place, &["due", FILE]);
        let due = due.as_array().unwrap().iter();
        due.map(|one| {
            format!(
                "{} {}",
                one["title"].as_str().unwrap(),
                one["day"].as_str().unwrap()
            )
        })
        .collect()
    };
    assert_eq!(
        titles(&place),
        [
            "Halvårsrapport 2025-08-06",
            "Halvårsrapport 2025-08-22",
            "Årsrapport 2026-01-07",
            "Årsrapport 2026-01-23"
        ]
    );
    done(&place, &["submit", FILE, "report/2025-1of2"]);
    assert_eq!(
        titles(&place),
        ["Årsrapport 2026-01-07", "Årsrapport 2026-01-23"]
    );
}

#[test]
fn a_faulty_calendar_is_refused_with_its_places_and_nothing_is_kept() {
    let place = group();
    let folder = place.path("tidplan_2027");
    fs::create_dir(&folder).unwrap();
    let text =
        fs::read_to_string(root().join("assets/samples/tidplan_2026/calendar.toml")).unwrap();
    let text = text
        .replace("tidplan_2026", "tidplan_2027")
        .replace("group_by = 2026-08-14", "group_by = \"i augusti\"")
        .replace("year = 2026", "year = \"2027\"");
    fs::write(folder.join("calendar.toml"), text).unwrap();
    let words = [
        "--packs",
        PACKS,
        "calendar",
        "load",
        folder.to_str().unwrap(),
    ];
    let said = place.missiv(words).failed_with(3).stdout;
    assert!(
        said.contains("[wrong-type]") && said.contains("[bad-day]"),
        "{said}"
    );
    assert!(said.contains("calendar.toml:"), "{said}");
    assert!(
        !place
            .path(PACKS)
            .join("calendars/tidplan_2027.zip")
            .exists()
    );
}

/// Nobody has to begin a paper to see when it is due; what has passed before anybody began is not asked for.
#[test]
fn the_days_of_the_calendar_are_due_before_anything_is_begun() {
    let place = group();
    let due = |on: &str| {
        let due = json(&place, &["due", FILE, "--on", on]);
        let lines = due.as_array().unwrap().iter().map(|one| {
            let word = |key: &str| one[key].as_str().unwrap().to_owned();
            format!("{} {}", word("day"), word("title"))
        });
        lines.collect::<Vec<_>>()
    };
    assert!(due("2026-06-15").contains(&"2026-08-21 Halvårsrapport".to_owned()));
    let later = due("2026-09-15");
    assert!(
        !later.iter().any(|one| one.contains("Halvårsrapport")),
        "{later:?}"
    );
    // What a paper says of itself stands before the calendar.
    done(&place, &["begin", FILE, FOLLOW_UP, "2026"]);
    let same: Vec<_> = due("2026-06-15")
        .into_iter()
        .filter(|one| one.ends_with("Halvårsrapport"))
        .collect();
    let mut once = same.clone();
    once.dedup();
    assert_eq!(same, once);
}

/// A browser gives a second download a number, and Windows a copy its word.
#[test]
fn a_calendar_that_was_downloaded_twice_is_the_same_calendar() {
    let first = group();
    let mailed = first.path(PACKS).join("calendars/tidplan_2026.zip");
    for name in ["tidplan_2026 (1).zip", "tidplan_2026 - kopia.zip"] {
        let again = first.path(name);
        fs::copy(&mailed, &again).unwrap();
        let loaded = done(&first, &["calendar", "load", again.to_str().unwrap()]);
        assert!(loaded.contains("calendars/tidplan_2026.zip"), "{loaded}");
    }
}

#[test]
fn a_document_without_occasions_and_a_year_without_calendar_are_said_to_be() {
    let place = group();
    done(
        &place,
        &["begin", FILE, "halland_missiv_beslutsunderlag", "2026"],
    );
    done(&place, &["begin", FILE, FOLLOW_UP, "2031"]);
    let refused = |document: &str| {
        let words = ["--packs", PACKS, "prefill", FILE, document];
        place.missiv(words).refused().stderr
    };
    assert!(refused("memo").contains("inga redovisningstillfällen"));
    assert!(refused("follow_up_plan").contains("2031"));
}
