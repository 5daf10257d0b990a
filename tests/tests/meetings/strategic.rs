//! Meetings and matters of a tactical group, whose strategic level decides.

use missiv_tests::WorkspaceFile;

use super::{begun, codes, group, person, weighs};

fn tactical() -> WorkspaceFile {
    group(
        "halland",
        "Taktisk grupp Äldre",
        &[
            ("A.L.", "Ordförande", "Falkenbergs kommun"),
            ("K.B.", "Processtöd", "Region Halland"),
        ],
    )
}

/// 5.1-16: a matter that the strategic level is to decide has a memo; without one it cannot be handed in.
#[test]
fn a_matter_for_decision_elsewhere_needs_its_memo() {
    let file = tactical();
    file.done(
        "matter add",
        &[
            "rubrik=Gemensam larmcentral",
            "arendetyp=Beslutsärende",
            "organ=strategisk_niva",
        ],
    );
    assert_eq!(
        weighs(&file, "ärendelista", "memo-missing").as_deref(),
        Some("blocking")
    );
    file.done("meeting plan", &["2026", "4 mars"]);
    file.done("meeting agenda", &["2026-03-04"]);
    file.done("matter take-up", &["1", "kallelse"]);
    assert_eq!(
        weighs(&file, "kallelse", "memo-missing").as_deref(),
        Some("blocking")
    );
    file.done("matter memo", &["1"]);
    assert_eq!(weighs(&file, "ärendelista", "memo-missing"), None);
    assert_eq!(weighs(&file, "kallelse", "memo-missing"), None);
    assert!(file.text("missiv").contains("Gemensam larmcentral"));
}

/// 5.1-8: the processtöd calls, and takes the notes that begin from the agenda.
#[test]
fn a_call_becomes_the_minutes_of_its_meeting() {
    let file = tactical();
    file.done("meeting plan", &["2026", "4 mars"]);
    file.done("meeting agenda", &["2026-03-04"]);
    file.done(
        "matter add",
        &[
            "rubrik=Läget i handlingsplanen",
            "arendetyp=Informationsärende",
        ],
    );
    file.done("matter take-up", &["1", "kallelse"]);
    file.done("meeting notes", &["kallelse"]);
    let minutes = file.text("protokoll");
    for part in [
        "Läget i handlingsplanen",
        "Falkenbergs kommun",
        "Laholms kommun",
        "2026-03-04",
    ] {
        assert!(minutes.contains(part), "{part} in {minutes}");
    }
}

/// 5.1-8: what the processtöd has noted of the world around stands in the plan that is begun, and what it means is
/// written there.
#[test]
fn what_is_noted_of_the_world_feeds_the_plan() {
    let file = tactical();
    file.done("begin", &["generell_arendelista", "2026"]);
    file.done(
        "add",
        &[
            "ärendelista",
            "omvarld",
            "rubrik=Ny lag om anhörigstöd",
            "dag=2026-03-02",
        ],
    );
    file.done("begin", &["halland_mal_och_handlingsplan", "2027"]);
    assert!(file.text("plan").contains("Ny lag om anhörigstöd"));
    file.done(
        "add",
        &["ärendelista", "omvarld", "rubrik=Fler äldre till 2035"],
    );
    let plan = file.text("plan");
    assert!(plan.contains("Fler äldre till 2035"), "{plan}");
}

/// 5.1-12: avstämningsmöten with the strategic level's chairs are planned and counted; the agenda and the notes are of
/// those who meet, and of nobody else.
#[test]
fn meetings_with_the_strategic_levels_chairs_are_planned_called_and_noted() {
    let file = tactical();
    for (name, office, from) in [
        ("S.O.", "Ordförande på strategisk nivå", "Hylte kommun"),
        (
            "S.V.",
            "Vice ordförande på strategisk nivå",
            "Region Halland",
        ),
        ("L.E.", "Ledamot", "Laholms kommun"),
    ] {
        person(&file, name, office, from);
    }
    file.done("meeting plan", &["2026", "4 mars"]);
    assert_eq!(codes(&file, "mötesplan", "2025-12-01"), ["meetings-count"]);
    file.done("meeting plan", &["2026", "20 maj", "--body", "avstamning"]);
    assert_eq!(codes(&file, "mötesplan", "2025-12-01"), [""; 0]);

    let agenda = begun(&file, "meeting agenda", "2026-05-20");
    let matter = ["rubrik=Läget i programområdet", "arendetyp=Dialogärende"];
    file.done("matter add", &matter);
    file.done("matter take-up", &["1", &agenda]);
    let call = file.text(&agenda);
    for said in ["**Organ:** Avstämningsmöte", "Läget i programområdet"] {
        assert!(call.contains(said), "{said}: {call}");
    }
    let (_, called) = call.split_once("Kallade").unwrap();
    assert!(called.contains("Ordförande på strategisk nivå"), "{called}");
    assert!(!called.contains("L.E."), "{called}");
    let draft = file.place.path("kallelse.eml");
    file.done("meeting mail", &[&agenda, draft.to_str().unwrap()]);
    let mail = std::fs::read_to_string(&draft).unwrap();
    assert!(mail.contains("al@example.org"), "{mail}");
    assert!(!mail.contains("le@example.org"), "{mail}");
    let notes = begun(&file, "meeting notes", &agenda);
    let text = file.text(&notes);
    for said in [
        "Läget i programområdet",
        "A.L., Ordförande",
        "Vice ordförande på strategisk nivå",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let chairs = text.matches("Ordförande på strategisk nivå").count();
    assert!(chairs > 0, "{text}");
    for said in ["L.E.", "Kungsbacka kommun"] {
        assert!(!text.contains(said), "{said}: {text}");
    }
    let found = codes(&file, &notes, "2026-05-21");
    assert!(
        !found.contains(&"party-unaccounted".to_owned()),
        "{found:?}"
    );
    let refused = file.refused("meeting plan", &["2026", "1 juni", "--body", "Styrelsen"]);
    assert!(refused.contains("Taktisk grupp"), "{refused}");
}
