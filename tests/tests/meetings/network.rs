//! The network of chairs of social welfare committees: five meetings a year, two of them joint.

use std::fs;

use missiv_tests::WorkspaceFile;

use super::{codes, group, weighs};

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

fn planned() -> WorkspaceFile {
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

/// 5.5-12: the notes are sent by e-mail, as a draft with the PDF. 5.5-13: each member brings the meeting home.
#[test]
fn the_notes_leave_as_a_mail_and_each_member_brings_them_home() {
    let file = planned();
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

/// 5.5-2, 5.5-4: a matter of the network is lifted to the direktion with a memo that begins from it.
/// 5.5-5: matters to and from the delregionala SRO stand in the register.
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
            "beskrivning=Flera kommuner saknar egen familjerådgivning.",
        ],
    );
    file.done(
        "matter add",
        &[
            "rubrik=Remiss från SRO",
            "organ=delregionalt_sro",
            "vackt_av=Delregionalt SRO",
        ],
    );
    file.done("matter memo", &["1"]);
    let memo = file.text("missiv");
    assert!(memo.contains("Gemensam familjerådgivning"), "{memo}");
    let states = file.json("matter list", &[]);
    assert_eq!(
        (&states[0]["state"], &states[1]["state"]),
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
