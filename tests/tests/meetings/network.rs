//! The network of chairs of social welfare committees: five meetings a year, two of them joint.

use std::fs;

use missiv_tests::{Place, WorkspaceFile, root};

use super::{codes, group, person, weighs};

const NOTES: &str = "minnesanteckningar";

fn network() -> WorkspaceFile {
    group(
        "fyrbodal",
        "Nätverket",
        &[
            ("A.A.", "Ordförande", "Uddevalla kommun"),
            ("B.B.", "Ordförande i socialnämnd", "Orusts kommun"),
            (
                "C.C.",
                "Tjänsteperson på kommunalförbundet",
                "Fyrbodals kommunalförbund",
            ),
        ],
    )
}

pub(crate) fn planned() -> WorkspaceFile {
    let file = network();
    let days = [
        "6 februari",
        "17 april",
        "5 juni",
        "18 september",
        "20 november",
    ];
    file.done("meeting plan", &[&["2026"], days.as_slice()].concat());
    for joint in ["mote:2", "mote:4"] {
        file.done(
            "set",
            &["mötesplan", joint, "gemensamt", "socialchefsnatverket"],
        );
    }
    file
}

/// 5.5-9: five meetings a year, one joint in spring and one in autumn.
#[test]
fn a_year_has_five_meetings_and_two_of_them_are_joint() {
    let file = planned();
    assert_eq!(codes(&file, "mötesplan", "2025-12-01"), [""; 0]);
    file.done("set", &["mötesplan", "mote:2", "gemensamt", "--clear"]);
    assert_eq!(codes(&file, "mötesplan", "2025-12-01"), ["joint-count"]);
    // Two joint meetings of which both are in spring are wrong all the same: the seasons are not added together.
    let joint = |meeting: &str| {
        let with = ["mötesplan", meeting, "gemensamt", "socialchefsnatverket"];
        file.done("set", &with);
    };
    joint("mote:2");
    file.done("set", &["mötesplan", "mote:4", "gemensamt", "--clear"]);
    joint("mote:1");
    assert_eq!(codes(&file, "mötesplan", "2025-12-01"), ["joint-count"]);
    for meeting in ["mote:1", "mote:2"] {
        file.done("set", &["mötesplan", meeting, "gemensamt", "--clear"]);
    }
    joint("mote:4");
    file.done("remove", &["mötesplan", "mote:1"]);
    assert_eq!(
        codes(&file, "mötesplan", "2025-12-01"),
        ["joint-count", "meetings-count"]
    );
    let said = file
        .run("check", &["mötesplan", "--on", "2025-12-01"])
        .stdout;
    assert!(
        said.contains("4 möten är planerade. Det ska vara 5 om året."),
        "{said}"
    );
}

/// 5.5-8: the chair and the association's official prepare the agenda, which begins with both.
#[test]
fn an_agenda_begins_with_those_who_prepare_it() {
    let file = planned();
    file.done("meeting agenda", &["17 april 2026"]);
    let text = file.text("dagordning");
    for who in ["Ordförande: A.A.", "Tjänsteperson: C.C."] {
        assert!(text.replace("**", "").contains(who), "{who} in {text}");
    }
}

/// 5.5-1: what the network watches stands in the register, with its day.
#[test]
fn what_the_network_watches_stands_in_the_register() {
    let file = network();
    file.done("matter add", &["rubrik=Första ärendet"]);
    file.done(
        "add",
        &[
            "ärendelista",
            "omvarld",
            "rubrik=Ny socialtjänstlag",
            "dag=2026-01-15",
        ],
    );
    let text = file.text("ärendelista");
    assert!(text.contains("Ny socialtjänstlag"), "{text}");
}

/// 5.5-10: an agenda without a link cannot be sent. 5.5-11: who pays for what stands in it.
#[test]
fn an_agenda_has_its_link_and_says_who_pays_for_what() {
    let file = planned();
    file.done("meeting agenda", &["17 april 2026"]);
    assert_eq!(
        weighs(&file, "dagordning", "link-missing").as_deref(),
        Some("blocking")
    );
    file.done(
        "set",
        &[
            "dagordning",
            ".",
            "lank",
            "https://moten.example.org/natverket",
        ],
    );
    assert_eq!(weighs(&file, "dagordning", "link-missing"), None);
    let text = file.text("dagordning");
    assert!(
        text.contains("betalar lokal, fika och tjänsteperson"),
        "{text}"
    );
    assert!(text.contains("Socialchefsnätverket"), "{text}");
}

/// 5.5-6: a member brings at most one along, with a reason.
#[test]
fn at_most_one_is_brought_along_and_with_a_reason() {
    let file = planned();
    file.done("meeting agenda", &["17 april 2026"]);
    file.done("meeting notes", &["dagordning"]);
    let guest = |fields: &[&str]| {
        let own = [NOTES, "narvaro", "kommun=orust", "narvaro=Inbjuden"];
        file.done("add", &[own.as_slice(), fields].concat());
    };
    guest(&["skal=Punkt 1, god och nära vård"]);
    assert_eq!(codes(&file, NOTES, "2026-04-18"), [""; 0]);
    guest(&[]);
    assert_eq!(
        codes(&file, NOTES, "2026-04-18"),
        ["invited-crowded", "invited-unmotivated"]
    );
}

/// 5.5-6: whoever cannot come sends a substitute, who is named and counts as the municipality's.
#[test]
fn a_substitute_comes_in_a_chairs_place() {
    let file = planned();
    file.done("meeting agenda", &["17 april 2026"]);
    file.done("meeting notes", &["dagordning"]);
    let place = ["narvaro:2", "narvaro"];
    let presence = |word: &str| file.done("set", &[&[NOTES], &place[..], &[word]].concat());
    presence("Ersättare");
    let unnamed = || {
        let said = file.run("check", &[NOTES]).stdout;
        said.contains("Ersättare eller gäst: Fältet är tomt")
    };
    assert!(unnamed());
    let named = "ledamot i socialnämnden, O.K.";
    file.done("set", &[NOTES, "narvaro:2", "ersattare", named]);
    assert!(!unnamed());
    let text = file.text(NOTES);
    let row = text
        .split("## Deltagare")
        .find(|row| row.contains("Orusts"));
    let row = row.unwrap();
    assert!(
        row.contains("**Närvaro:** Ersättare") && row.contains(named),
        "{row}"
    );
}

/// 5.5-12: the notes are sent by e-mail, as a draft with the PDF. 5.5-13: each member brings the meeting home.
#[test]
fn the_notes_leave_as_a_mail_and_each_member_brings_them_home() {
    let file = planned();
    person(&file, "D.D.", "Ordförande i socialnämnd", "Åmåls kommun");
    file.done("set", &["gruppen", "person:4", "slut", "2025-12-31"]);
    file.done("meeting agenda", &["17 april 2026"]);
    file.done("meeting notes", &["dagordning"]);
    let draft = file.place.path("utkast.eml");
    file.done("meeting mail", &[NOTES, draft.to_str().unwrap()]);
    let mail = String::from_utf8(fs::read(&draft).unwrap()).unwrap();
    for part in [
        "aa@example.org",
        "bb@example.org",
        "application/pdf",
        "X-Unsent: 1",
    ] {
        assert!(
            mail.contains(part),
            "{part} in {}",
            &mail[..mail.len().min(1200)]
        );
    }
    assert!(
        mail.lines().all(|line| line.len() <= 998),
        "no line is too long for a mail"
    );
    assert!(
        !mail.contains("dd@example.org"),
        "who has left gets no mail"
    );

    let open = || {
        let all = file.json("meeting home", &[NOTES]);
        let open = all
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["done"] == false);
        open.count()
    };
    assert_eq!(open(), 14);
    file.done(
        "meeting home",
        &[NOTES, "Orusts kommun", "--date", "2026-05-02"],
    );
    assert_eq!(open(), 13);
}

/// 5.5-12: that the notes were sent stands in their log, with the day, to whom, and what was sent.
#[test]
fn that_the_notes_were_sent_stands_in_their_log() {
    let file = WorkspaceFile::at(Place::new());
    let sample = "assets/templates/fyrbodal_minnesanteckningar/examples/sample.json";
    file.done("import", &[root().join(sample).to_str().unwrap()]);
    file.done("submit", &[NOTES]);
    assert!(!file.done("log", &[NOTES]).contains("nätverkets deltagare"));
    let sent = [
        NOTES,
        "--to",
        "nätverkets deltagare",
        "--date",
        "2026-03-25",
    ];
    file.done("send", &sent);
    let log = file.done("log", &[NOTES]);
    let line = log
        .lines()
        .find(|line| line.contains("nätverkets deltagare"));
    let line = line.unwrap_or_else(|| panic!("{log}"));
    for said in ["2026-03-25", "1.0"] {
        assert!(line.contains(said), "{said}: {line}");
    }
}

/// 5.5-2, 5.5-4: the network initiates a matter, which stands with who raised it and has a memo that begins from it.
#[test]
fn a_matter_is_lifted_with_a_memo_that_begins_from_it() {
    let file = network();
    file.done(
        "matter add",
        &[
            "rubrik=Gemensam familjerådgivning",
            "vackt_av=Orusts kommun",
            "organ=direktionen",
            "arendetyp=Beslutsärende",
        ],
    );
    file.done("matter add", &["rubrik=Jour på helger"]);
    file.done("matter memo", &["1"]);
    let memo = file.text("missiv");
    assert!(memo.starts_with("# Gemensam familjerådgivning"), "{memo}");
    let matters = file.json("matter list", &[]);
    assert_eq!(matters[0]["raisedBy"], "Orusts kommun");
    assert_eq!(
        (&matters[0]["state"], &matters[1]["state"]),
        (&"lifted".into(), &"raised".into())
    );
}

/// 5.5-3: agendas and notes of groups where the network is represented are shared before and after.
#[test]
fn what_a_representative_does_not_share_is_told_of() {
    let file = network();
    file.done("matter add", &["rubrik=Första ärendet"]);
    file.done(
        "add",
        &[
            "ärendelista",
            "representation",
            "rubrik=Styrgrupp psykiatri",
        ],
    );
    file.done(
        "add",
        &[
            "ärendelista",
            "gruppmote",
            "--below",
            "representation:1",
            "dag=2026-03-10",
        ],
    );
    assert_eq!(codes(&file, "ärendelista", "2026-02-01"), [""; 0]);
    assert_eq!(codes(&file, "ärendelista", "2026-03-08"), ["not-shared"]);
    file.done(
        "set",
        &["ärendelista", "gruppmote:1", "delat_fore", "2026-03-08"],
    );
    assert_eq!(codes(&file, "ärendelista", "2026-03-08"), [""; 0]);
    assert_eq!(codes(&file, "ärendelista", "2026-03-12"), ["not-shared"]);
}
