//! A body that nobody has seen, with words drawn by dice: its meetings and decisions go by its own rules, and each of them
//! is broken once.

use missiv_tests::WorkspaceFile;
use missiv_tests::invented::{Words, workspace};

use super::{all_came, codes, decide, person, weighs};

const NOTES: &str = "protokoll";

/// Its people, its year of two meetings, and the call to the first.
fn called(words: &Words) -> WorkspaceFile {
    let file = workspace(words);
    let offices = words.offices.iter();
    for ((office, party), initials) in offices.zip(&words.parties).zip(["A.A.", "B.B.", "C.C."]) {
        person(&file, initials, office, party);
    }
    file.done("begin", &["prov_motesplan", "2027"]);
    file.done("meeting agenda", &["2027-03-16"]);
    file
}

/// With a matter on it, and the notes begun.
fn noted(words: &Words) -> WorkspaceFile {
    let file = called(words);
    file.done(
        "matter add",
        &["rubrik=Den enda frågan", "arendetyp=Beslutsärende"],
    );
    file.done("matter take-up", &["1", "kallelse"]);
    file.done("meeting notes", &["kallelse"]);
    file
}

/// 5.6-1: the call has what the rules ask for, and who is called and who pays stand in the words of the profile.
#[test]
fn its_call_follows_its_rules_in_its_words() {
    let words = Words::drawn(13);
    let file = called(&words);
    assert_eq!(
        weighs(&file, "kallelse", "link-missing").as_deref(),
        Some("blocking")
    );
    let text = file.text("kallelse");
    for said in ["Var och en betalar för sig.", words.bodies[1].as_str()] {
        assert!(text.contains(said), "{said} in {text}");
    }
    file.done(
        "set",
        &["kallelse", ".", "lank", "https://moten.example.org/laget"],
    );
    assert_eq!(weighs(&file, "kallelse", "link-missing"), None);
    assert_eq!(
        codes(&file, "mötesplan", "2026-12-01"),
        ["day-off", "joint-count"]
    );
}

/// 5.6-1: what its decisions must say, whither money goes, and who is asked when somebody was away.
#[test]
fn its_decisions_follow_its_rules_in_its_words() {
    let words = Words::drawn(17);
    let file = noted(&words);
    decide(&file, NOTES, &[]);
    for (code, field, value) in [
        ("decided-by-missing", "beslutsform", "Handuppräckning"),
        ("further-missing", "fortsatt", "Information"),
    ] {
        assert_eq!(
            weighs(&file, NOTES, code).as_deref(),
            Some("blocking"),
            "{code}"
        );
        file.done("set", &[NOTES, "beslut:1", field, value]);
        assert_eq!(weighs(&file, NOTES, code), None, "{code}");
    }
    for (field, value) in [
        ("till_vem", "alla"),
        ("av_vem", "ingen särskild"),
        ("ekonomi", "ja"),
    ] {
        file.done("set", &[NOTES, "beslut:1", field, value]);
    }
    let said = file.run("check", &[NOTES]).stdout;
    let route = format!(
        "Beslut i ekonomiska frågor fattas av {}, via {}.",
        words.bodies[0], words.bodies[3]
    );
    assert!(said.contains(&route), "{said}");
    file.done("set", &[NOTES, "beslut:1", "ekonomi", "nej"]);
    file.done("set", &[NOTES, "beslut:1", "enhalligt", "ja"]);
    all_came(&file, NOTES, 4..=4);
    assert_eq!(weighs(&file, NOTES, "poll-missing"), None);
    file.done("set", &[NOTES, "narvaro:2", "narvaro", "Frånvarande"]);
    let said = file.run("check", &[NOTES]).stdout;
    assert!(said.contains(&words.parties[1]), "{said}");
    let scribe = words.offices[2].to_lowercase();
    assert!(said.to_lowercase().contains(&scribe), "{said}");

    file.done("meeting ask", &[NOTES, "beslut:1"]);
    let poll = "svarssammanställning";
    file.done("set", &[poll, ".", "sista_svarsdag", "2027-04-01"]);
    file.done("set", &[poll, ".", "datum", "2027-04-02"]);
    let silent = file.text(poll);
    assert!(silent.contains("Bifall (uteblivet svar)"), "{silent}");
}

/// 5.6-1: how many meetings a year has, with whom, how long before them those who prepare meet, and what each needs.
#[test]
fn its_year_follows_its_rules() {
    let words = Words::drawn(23);
    let file = workspace(&words);
    file.done("begin", &["prov_motesplan", "2027"]);
    let year = file.json("meeting list", &["2027", "--on", "2026-12-01"]);
    let planned = |day: &str| {
        let mut all = year["meetings"].as_array().unwrap().iter();
        let found = all.find(|meeting| meeting["day"] == day).unwrap();
        found["object"].as_str().unwrap().to_owned()
    };
    let set = |day: &str, field: &str, value: &str| {
        file.done("set", &["mötesplan", &planned(day), field, value]);
    };
    let found = || codes(&file, "mötesplan", "2026-12-01");
    // Both that prepare are on a Saturday, and no meeting of the spring is joint.
    assert_eq!(found(), ["day-off", "joint-count"]);
    set("2027-03-16", "gemensamt", &words.bodies[3]);
    assert_eq!(found(), ["day-off"]);
    set("2027-10-05", "gemensamt", &words.bodies[3]);
    assert_eq!(found(), ["day-off", "joint-count"]);
    set("2027-10-05", "gemensamt", "--clear");

    // The Friday before is as good as the Saturday; twenty days before is not.
    set("2027-03-06", "dag", "2027-03-05");
    set("2027-09-25", "dag", "2027-09-24");
    assert_eq!(found(), [""; 0]);
    set("2027-03-06", "dag", "2027-02-24");
    assert_eq!(found(), ["preparing-off"]);
    file.done("remove", &["mötesplan", &planned("2027-03-06")]);
    assert_eq!(found(), ["preparing-missing"]);

    // A place is asked for, and nothing that no rule names.
    let soon = codes(&file, "mötesplan", "2027-03-10");
    assert!(soon.contains(&"meeting-lacks".to_owned()), "{soon:?}");
    set("2027-03-16", "plats", "Salen");
    let soon = codes(&file, "mötesplan", "2027-03-10");
    assert!(!soon.contains(&"meeting-lacks".to_owned()), "{soon:?}");

    file.done("remove", &["mötesplan", &planned("2027-10-05")]);
    assert!(found().contains(&"meetings-count".to_owned()));
}

/// 5.6-1: whoever is brought along, two at most of each huvudman, has a reason to be there.
#[test]
fn its_guests_are_counted() {
    let words = Words::drawn(29);
    let file = noted(&words);
    let guest = |fields: &[&str]| {
        let party = format!("kommun={}", words.parties[0]);
        let own = [NOTES, "narvaro", &party, "narvaro=Inbjuden"];
        file.done("add", &[&own[..], fields].concat());
    };
    let found = || {
        let found = codes(&file, NOTES, "2027-03-17").into_iter();
        found
            .filter(|code| code.starts_with("invited"))
            .collect::<Vec<_>>()
    };
    for _ in 0..2 {
        guest(&["skal=Ärende 1"]);
    }
    assert_eq!(found(), [""; 0]);
    guest(&["skal=Ärende 1"]);
    assert_eq!(found(), ["invited-crowded"]);
    guest(&[]);
    assert_eq!(found(), ["invited-crowded", "invited-unmotivated"]);
}

/// 5.6-1: a promise in its notes is open until it is closed, and its notes become a paper.
#[test]
fn its_notes_become_promises_and_a_paper() {
    let words = Words::drawn(19);
    let file = noted(&words);
    file.done(
        "add",
        &[
            NOTES,
            "atgard",
            "--below",
            "1",
            "rubrik=Fråga runt",
            "ansvarig=C.C.",
            "senast=2027-04-30",
        ],
    );
    let late = file.json("actions", &["--on", "2027-05-02"]);
    assert_eq!(
        (&late[0]["title"], &late[0]["days"]),
        (&"Fråga runt".into(), &(-2).into())
    );
    file.done("close", &["Fråga runt", "--why", "Alla har svarat."]);
    assert_eq!(
        file.json("actions", &["--on", "2027-05-02"]),
        serde_json::json!([])
    );

    let paper = file.place.path("protokoll.pdf");
    file.done("export", &[NOTES, paper.to_str().unwrap()]);
    let read = file
        .place
        .missiv(["read".as_ref(), paper.as_os_str()])
        .succeeded();
    let title = format!("UTKAST – Protokoll – {}", words.group);
    assert!(read.stdout.starts_with(&title), "{read}");
    let home = file.json("meeting home", &[NOTES]);
    assert!(!home.as_array().unwrap().is_empty(), "{home}");
}
