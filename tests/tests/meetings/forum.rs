//! A forum of the municipalities, and the development group that works as one: notes by turns, what is arranged, special
//! missions.

use missiv_tests::WorkspaceFile;

use super::{begun, codes, group};

const NOTES: &str = "mötesanteckningar";

/// The profile of each, and who calls to its meetings.
pub(crate) const BOTH: [(&str, &str); 2] = [
    ("skaraborg_fora", "Utvecklingsledare"),
    ("skaraborg_sug", "Socialtjänststrateg"),
];

fn forum(profile: &str, caller: &str) -> WorkspaceFile {
    group(
        profile,
        "Forum Äldre",
        &[
            ("A.A.", "Ordförande", "Skövde kommun"),
            ("B.B.", "Kommunrepresentant", "Essunga kommun"),
            ("D.D.", "Kommunrepresentant", "Falköpings kommun"),
            ("C.C.", caller, "Skaraborgs Kommunalförbund"),
        ],
    )
}

/// 5.3-8: the secretary follows the alphabet, and whoever was away has the next turn. 5.2-7: likewise.
/// 2.7-9: the next is proposed.
#[test]
fn the_notes_go_by_turns_and_whoever_was_away_is_next() {
    for (profile, caller) in BOTH {
        let file = forum(profile, caller);
        file.done(
            "meeting plan",
            &["2026", "13 februari", "17 april", "18 september"],
        );
        file.done("meeting agenda", &["2026-02-13"]);
        assert!(file.text("dagordning").contains("Essunga kommun"));
        file.done("meeting notes", &["dagordning"]);
        let turn = || file.done("meeting secretary", &[NOTES]);
        assert!(
            turn().contains("Essunga kommun står på tur"),
            "{profile}: {}",
            turn()
        );

        // Essunga was away: Falköping takes the notes, and Essunga is first at the next meeting.
        file.done("set", &[NOTES, "narvaro:2", "narvaro", "Frånvarande"]);
        assert!(turn().contains("Falköpings kommun står på tur"));
        assert!(codes(&file, NOTES, "2026-02-13").contains(&"secretary-away".to_owned()));
        file.done("set", &[NOTES, ".", "sekreterare_kommun", "falkoping"]);
        assert!(!codes(&file, NOTES, "2026-02-13").contains(&"secretary-away".to_owned()));
        let april = file.text(&begun(&file, "meeting agenda", "2026-04-17"));
        assert!(april.contains("17 april 2026"), "{april}");
        assert!(
            april.contains("**Kommun vid pennan:** Essunga kommun")
                || april.contains("## Kommun vid pennan\n\nEssunga kommun"),
            "{april}"
        );
    }
}

/// 5.3-9, 5.2-10, and for the publishing 5.3-8, 5.2-7: the call, the room and the fika are asked for before a meeting, the publishing after it.
#[test]
fn what_a_meeting_lacks_is_said_before_and_after_it() {
    for (profile, caller) in BOTH {
        let file = forum(profile, caller);
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
            ],
            "{profile}"
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
            ["Anteckningarna från mötet 2026-02-13 är inte publicerade eller utskickade."],
            "{profile}"
        );
        file.done("set", &["mötesplan", "mote:1", "publicerad", "2026-02-18"]);
        assert_eq!(lacks("2026-02-20"), [""; 0]);
    }
}

/// 5.2-7, 5.3-8: the day of publishing is written once, in the notes, and the plan knows of it.
#[test]
fn what_the_notes_say_of_publishing_counts_for_the_year() {
    for (profile, caller) in BOTH {
        let file = forum(profile, caller);
        file.done("meeting plan", &["2026", "13 februari"]);
        file.done("meeting agenda", &["2026-02-13"]);
        file.done("meeting notes", &["dagordning"]);
        let is_unfinished = || {
            let found = codes(&file, "mötesplan", "2026-02-20");
            found.iter().any(|code| code == "meeting-unfinished")
        };
        assert!(is_unfinished(), "{profile}");
        file.done("set", &[NOTES, ".", "publicerad", "2026-02-18"]);
        assert!(!is_unfinished(), "{profile}");
    }
}

/// 5.2-9: each member brings the work home.
#[test]
fn each_member_of_a_forum_brings_the_work_home() {
    for (profile, caller) in BOTH {
        let file = forum(profile, caller);
        file.done("meeting plan", &["2026", "13 februari"]);
        file.done("meeting agenda", &["2026-02-13"]);
        file.done("meeting notes", &["dagordning"]);
        let said = file.done("meeting home", &[NOTES]);
        assert_eq!(
            said.matches("inte förankrat än").count(),
            15,
            "{profile}: {said}"
        );
        file.done("meeting home", &[NOTES, "Hjo kommun"]);
        let said = file.done("meeting home", &[NOTES]);
        assert!(said.contains("Hjo kommun: förankrat"), "{said}");
    }
}

/// 5.3-4, 5.2-2: a special mission is registered with who gave it and when it is reported back; it is due on its last day
/// and told of when late, until its result is written or it has ended without.
#[test]
fn a_special_mission_is_due_and_told_of_when_it_is_late() {
    for (profile, caller) in BOTH {
        let file = forum(profile, caller);
        file.done("begin", &["generell_arendelista", "2026"]);
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
        let due = || {
            let due = file.json("due", &["--on", "2026-05-01"]);
            let due = due.as_array().unwrap().clone().into_iter();
            due.filter(|one| one["title"].as_str().unwrap().contains("nattbemanning"))
                .map(|one| {
                    let word = |key: &str| one[key].as_str().unwrap().to_owned();
                    format!("{} {}", word("day"), word("to"))
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(
            due(),
            ["2026-05-29 till Socialchefsgruppen, via Tjänstemannaberedningen"],
            "{profile}"
        );
        assert_eq!(codes(&file, "ärendelista", "2026-05-29"), [""; 0]);
        let late = || codes(&file, "ärendelista", "2026-06-01");
        assert_eq!(late(), ["mission-overdue"], "{profile}");
        let ends = [
            ("lage", "Avslutat utan att bli klart"),
            ("resultat", "Redovisat den 22 maj."),
        ];
        for (field, value) in ends {
            file.done("set", &["ärendelista", "U1", field, value]);
            assert_eq!(due(), [""; 0], "{profile} {field}");
            assert_eq!(late(), [""; 0], "{profile} {field}");
            file.done("set", &["ärendelista", "U1", field, "--clear"]);
            assert_eq!(due().len(), 1, "{profile} {field}");
        }
    }
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
