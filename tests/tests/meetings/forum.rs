//! A forum of the municipalities: notes by turns, what is arranged, special missions.

use missiv_tests::WorkspaceFile;

use super::{codes, group};

const NOTES: &str = "mötesanteckningar";

fn forum() -> WorkspaceFile {
    group(
        "skaraborg_fora",
        "Forum Äldre",
        &[
            ("A.A.", "Ordförande", "Skövde kommun"),
            ("B.B.", "Kommunrepresentant", "Essunga kommun"),
            ("C.C.", "Utvecklingsledare", "Skaraborgs Kommunalförbund"),
        ],
    )
}

/// 5.3-8: the secretary follows the alphabet, and whoever was away has the next turn. 5.2-7: likewise.
#[test]
fn the_notes_go_by_turns_and_whoever_was_away_is_next() {
    let file = forum();
    file.done(
        "meeting plan",
        &["2026", "13 februari", "17 april", "18 september"],
    );
    file.done("meeting agenda", &["2026-02-13"]);
    assert!(file.text("dagordning").contains("Essunga kommun"));
    file.done("meeting notes", &["dagordning"]);
    let turn = || file.done("meeting secretary", &[NOTES]);
    assert!(turn().contains("Essunga kommun står på tur"));

    // Essunga was away: Falköping takes the notes, and Essunga is first at the next meeting.
    let first = file.json("meeting home", &[NOTES]);
    let place = |name: &str| {
        let all = first.as_array().unwrap();
        let found = all.iter().find(|one| one["who"] == name).unwrap();
        found["object"].as_str().unwrap().to_owned()
    };
    file.done(
        "set",
        &[NOTES, &place("Essunga kommun"), "narvaro", "Frånvarande"],
    );
    assert!(turn().contains("Falköpings kommun står på tur"));
    file.done("set", &[NOTES, ".", "sekreterare_kommun", "falkoping"]);
    file.done("meeting agenda", &["2026-04-17"]);
    let second = file.done("list", &["--json"]);
    assert!(second.contains("17 april 2026"), "{second}");
    let agendas: serde_json::Value = serde_json::from_str(&second).unwrap();
    let april = agendas.as_array().unwrap().iter().find(|line| {
        line["title"].as_str().unwrap().contains("17 april") && line["concept"] == "meeting"
    });
    let april = april.unwrap()["id"].as_str().unwrap();
    assert!(file.text(april).contains("Essunga kommun"));
}

/// 5.3-9, 5.2-10, and for the publishing 5.3-8, 5.2-7: the call, the room and the fika are asked for before a meeting, the publishing after it.
#[test]
fn what_a_meeting_lacks_is_said_before_and_after_it() {
    let file = forum();
    file.done("meeting plan", &["2026", "13 februari"]);
    let lacks = |day: &str| -> Vec<String> {
        let year = file.json("meeting list", &["2026", "--on", day]);
        let lacks = year["meetings"][0]["lacks"].as_array().unwrap().clone();
        lacks
            .iter()
            .map(|lack| lack["text"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(lacks("2025-12-01"), [""; 0]);
    assert_eq!(
        lacks("2026-02-01"),
        [
            "Kallelsen till mötet 2026-02-13 är inte skickad.",
            "Mötet 2026-02-13 har ingen lokal.",
            "Allt är inte ordnat till mötet 2026-02-13, till exempel lokal och fika.",
        ]
    );
    for (field, value) in [
        ("kallad", "2026-01-30"),
        ("plats", "Skövde"),
        ("ordnat", "ja"),
    ] {
        file.done("set", &["mötesplan", "mote:1", field, value]);
    }
    assert_eq!(lacks("2026-02-01"), [""; 0]);
    assert_eq!(
        lacks("2026-02-20"),
        ["Anteckningarna från mötet 2026-02-13 är inte publicerade eller utskickade."]
    );
    file.done("set", &["mötesplan", "mote:1", "publicerad", "2026-02-18"]);
    assert_eq!(lacks("2026-02-20"), [""; 0]);
}

/// 5.2-9: each member brings the work home.
#[test]
fn each_member_of_a_forum_brings_the_work_home() {
    let file = forum();
    file.done("meeting plan", &["2026", "13 februari"]);
    file.done("meeting agenda", &["2026-02-13"]);
    file.done("meeting notes", &["dagordning"]);
    let said = file.done("meeting home", &[NOTES]);
    assert_eq!(said.matches("inte förankrat än").count(), 15, "{said}");
    file.done("meeting home", &[NOTES, "Hjo kommun"]);
    let said = file.done("meeting home", &[NOTES]);
    assert!(said.contains("Hjo kommun: förankrat"), "{said}");
}

/// 5.3-4, 5.2-2: a special mission is registered with who gave it and when it is reported back, and told of when late.
#[test]
fn a_special_mission_is_registered_and_told_of_when_it_is_late() {
    let file = forum();
    file.done("matter add", &["rubrik=Första ärendet"]);
    file.done(
        "add",
        &[
            "ärendelista",
            "uppdrag",
            "rubrik=Kartlägga nattbemanning",
            "bestallare=socialchefsgruppen",
            "aterrapport=2026-05-29",
        ],
    );
    assert_eq!(codes(&file, "ärendelista", "2026-05-29"), [""; 0]);
    assert_eq!(
        codes(&file, "ärendelista", "2026-06-01"),
        ["mission-overdue"]
    );
}

/// 5.2-3: planned meetings are counted: four at least.
#[test]
fn the_development_group_plans_at_least_four_meetings() {
    let file = group("skaraborg_sug", "Strategiska utvecklingsgruppen", &[]);
    let days = ["6 februari", "17 april", "18 september"];
    file.done("meeting plan", &[&["2026"], days.as_slice()].concat());
    assert_eq!(codes(&file, "mötesplan", "2025-12-01"), ["meetings-count"]);
    file.done("meeting plan", &["2026", "20 november"]);
    assert_eq!(codes(&file, "mötesplan", "2025-12-01"), [""; 0]);
}
