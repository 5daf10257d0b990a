//! The bodies of the other mandates: their members, terms and papers by their own rules, which are data. docs/coverage.md
//! names these tests; the ids are its rows.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use missiv_tests::{Place, WorkspaceFile, root};

/// Who appointed a representative, and when.
const APPOINTED: &str = "utsedd_av=Förvaltningschefen den 8 januari 2026";

/// 5.2-4: the beredning is three people, one of them the socialtjänststrateg.
/// 5.2-5: the chair for a year, the beredning by turns.
#[test]
fn the_development_group_is_told_of_its_beredning_and_its_chair() {
    let group = Group::new("skaraborg_sug");
    assert_eq!(
        group.said("2026-03-01"),
        [
            "Ordförande saknas i gruppen.",
            "I beredningen finns ingen. Det ska vara 3.",
            "I beredningen finns 0 med rollen Socialtjänststrateg. Det ska vara 1.",
        ]
    );
    group.person("A.A.", "Ordförande", &["start=2026-01-01"]);
    for (name, office, last) in [
        ("B.B.", "Socialtjänststrateg", "2026-12-31"),
        ("C.C.", "Kommunrepresentant", "2026-12-31"),
    ] {
        let end = format!("slut={last}");
        group.person(name, office, &["beredning=ja", &end, APPOINTED]);
    }
    assert_eq!(
        group.said("2026-03-01"),
        [
            "I beredningen finns 2 personer. Det ska vara 3.",
            "Alla i beredningen slutar 2026-12-31.",
        ]
    );
    group.person(
        "D.D.",
        "Kommunrepresentant",
        &["beredning=ja", "slut=2027-12-31", APPOINTED],
    );
    assert_eq!(group.said("2026-03-01"), [""; 0]);
    assert_eq!(
        group.said("2026-11-15"),
        ["Uppdraget som ordförande slutar 2026-12-31, och ingen står på tur att ta över."]
    );
}

/// 5.3-6: the beredning is three people with the utvecklingsledare, by turns; the chair for a year.
#[test]
fn a_forum_is_told_of_its_beredning_and_its_chair() {
    let group = Group::new("skaraborg_fora");
    group.person(
        "A.A.",
        "Ordförande",
        &["start=2026-01-01", "slut=2027-06-30", "beredning=ja"],
    );
    group.person(
        "B.B.",
        "Kommunrepresentant",
        &["beredning=ja", "slut=2027-12-31", APPOINTED],
    );
    group.person(
        "C.C.",
        "Kommunrepresentant",
        &["beredning=ja", "slut=2026-12-31", APPOINTED],
    );
    assert_eq!(
        group.said("2026-03-01"),
        [
            "Uppdraget som ordförande slutar 2027-06-30. Det är längre än ett år.",
            "I beredningen finns 0 med rollen Utvecklingsledare. Det ska vara minst 1.",
        ]
    );
}

/// 5.4-8: chair and vice chair are chosen every other year, and no name is a default.
/// 5.4-9: the beredning is five socialchefer, the utvecklingsledare and the samordnare.
#[test]
fn the_heads_of_social_services_are_told_of_their_chairs_and_their_beredning() {
    let group = Group::new("skaraborg_socialchefsgruppen");
    assert_eq!(
        group.said("2026-03-01"),
        [
            "Ordförande i socialchefsgruppen saknas i gruppen.",
            "Vice ordförande i socialchefsgruppen saknas i gruppen.",
            "I beredningen finns 0 med rollen Socialchef i beredningen. Det ska vara 5.",
            "I beredningen finns 0 med rollen Samordnare. Det ska vara 1.",
            "I beredningen finns 0 med rollen Utvecklingsledare. Det ska vara minst 1.",
        ]
    );
    group.person(
        "A.A.",
        "Ordförande i socialchefsgruppen",
        &["start=2026-01-01", "slut=2028-12-31"],
    );
    group.person("B.B.", "Vice ordförande i socialchefsgruppen", &[]);
    for name in ["C.C.", "D.D.", "E.E.", "F.F.", "G.G."] {
        group.person(name, "Socialchef i beredningen", &["beredning=ja"]);
    }
    group.person("H.H.", "Samordnare", &["beredning=ja"]);
    group.person("I.I.", "Utvecklingsledare", &["beredning=ja"]);
    assert_eq!(
        group.said("2026-03-01"),
        [
            "Uppdraget som ordförande i socialchefsgruppen slutar 2028-12-31. Det är längre än två år."
        ]
    );
}

/// 5.5-7: a chair for a year, who can be chosen again.
#[test]
fn the_network_is_reminded_of_its_chair_and_lets_the_term_be_extended() {
    let group = Group::new("fyrbodal");
    group.person(
        "A.A.",
        "Ordförande",
        &["start=2025-01-01", "slut=2026-12-31"],
    );
    let of_chair = |day: &str| {
        let said = group.said(day);
        let of_chair = said.into_iter().filter(|text| text.contains("ordförande"));
        of_chair.collect::<Vec<_>>()
    };
    assert_eq!(of_chair("2026-10-30"), [""; 0]);
    assert_eq!(
        of_chair("2026-10-31"),
        ["Uppdraget som ordförande slutar 2026-12-31, och ingen står på tur att ta över."]
    );
}

/// 5.2-8, 5.3-6: of whoever represents a municipality it stands who decided so, and when.
#[test]
fn a_representative_says_who_appointed_and_when() {
    for profile in ["skaraborg_sug", "skaraborg_fora"] {
        let group = Group::new(profile);
        let lacks = |group: &Group| {
            let said = group.said("2026-03-01").into_iter();
            said.filter(|text| text.contains("vem som utsåg"))
                .collect::<Vec<_>>()
        };
        group.person("A.A.", "Kommunrepresentant", &["start=2026-01-08"]);
        group.person(
            "B.B.",
            "Kommunrepresentant",
            &["utsedd_av=Förvaltningschefen"],
        );
        group.person("C.C.", "Kommunrepresentant", &[APPOINTED]);
        assert_eq!(
            lacks(&group),
            [
                "Det står inte vem som utsåg A.A., och när.",
                "Det står inte vem som utsåg B.B., och när.",
            ]
        );
        group.file.done(
            "set",
            &["gruppen", "person:1", "utsedd_av", "Förvaltningschefen"],
        );
        group
            .file
            .done("set", &["gruppen", "person:2", "start", "2026-01-08"]);
        assert_eq!(lacks(&group), [""; 0]);
    }
}

/// 5.2-1, 5.5-1: why the group is there stands in the profile, and the program shows it.
#[test]
fn the_purpose_of_the_group_stands_in_its_profile() {
    for profile in [
        "skaraborg_sug",
        "skaraborg_fora",
        "skaraborg_socialchefsgruppen",
        "fyrbodal",
        "halland",
    ] {
        let group = Group::new(profile);
        let shown = group.file.done("group", &[]);
        assert!(
            shown.lines().next().unwrap().len() > 60,
            "{profile}: {shown}"
        );
    }
    let group = Group::new("skaraborg_sug");
    assert!(
        group
            .file
            .done("group", &[])
            .contains("bidra till utveckling av socialtjänsten")
    );
}

/// One person may be several things in a group: the chair is a representative too, and a head of social services sits in
/// the beredning. Each office counts, has its own days, and stands on papers.
#[test]
fn a_person_has_several_offices() {
    let group = Group::new("skaraborg_socialchefsgruppen");
    group.person(
        "A.A.",
        "Ordförande i socialchefsgruppen",
        &["start=2026-01-01", "slut=2027-12-31"],
    );
    group.person(
        "B.B.",
        "Vice ordförande i socialchefsgruppen",
        &["beredning=ja"],
    );
    for name in ["C.C.", "D.D.", "E.E.", "F.F."] {
        group.person(name, "Socialchef i beredningen", &["beredning=ja"]);
    }
    group.person("H.H.", "Samordnare", &["beredning=ja"]);
    group.person("I.I.", "Utvecklingsledare", &["beredning=ja"]);
    assert_eq!(
        group.said("2026-03-01"),
        ["I beredningen finns 4 med rollen Socialchef i beredningen. Det ska vara 5."]
    );
    let row = "Socialchef i beredningen; 2026-02-01; 2026-06-30; Socialchefsgruppen";
    group
        .file
        .done("set", &["gruppen", "person:2", "fler_uppdrag", row]);
    assert_eq!(group.said("2026-03-01"), [""; 0]);
    // The further office ends, and the vice chair's goes on.
    assert_eq!(group.said("2026-07-01").len(), 1);
    let shown = group.file.done("group", &["--on", "2026-03-01"]);
    assert!(shown.contains("2026-02-01–2026-06-30"), "{shown}");
    group.file.done("begin", &["generell_overlamning", "2026"]);
    let paper = group.file.text("överlämning");
    assert!(
        paper.contains("Vice ordförande i socialchefsgruppen, socialchef i beredningen"),
        "{paper}"
    );
    // Whoever is named by an office is found by each.
    group.file.done(
        "set",
        &["gruppen", "person:8", "fler_uppdrag", "Sekreterare"],
    );
    group
        .file
        .done("set", &["överlämning", ".", "avgaende", "Sekreterare"]);
    let paper = group.file.text("överlämning");
    assert!(paper.contains("**Lämnar:** I.I."), "{paper}");
}

/// 5.1-13: who follows whom, and when both are there.
#[test]
fn a_chair_follows_another_and_they_overlap() {
    let group = Group::new("halland");
    group.person(
        "A.A.",
        "Ordförande",
        &["start=2024-09-01", "slut=2026-08-31"],
    );
    group.person("B.B.", "Ordförande", &["start=2026-03-01"]);
    let shown = group.file.done("group", &["--on", "2026-04-01"]);
    assert!(
        shown.contains("Efterträder A.A., och båda är med 2026-03-01–2026-08-31"),
        "{shown}"
    );
    assert!(
        shown.contains("2026-03-01–2028-02-29 (sista dagen uträknad)"),
        "{shown}"
    );
}

/// 5.2-3: at least four meetings a year; a report of three cannot be handed in.
#[test]
fn a_year_of_three_meetings_cannot_be_reported() {
    let file = example("skaraborg_arsrapport_sug");
    let before = file.codes("årsrapport");
    assert!(!before.contains(&"too-few".to_owned()), "{before:?}");
    let parts = file.done("show", &["årsrapport"]);
    while file
        .codes("årsrapport")
        .iter()
        .all(|code| code != "too-few")
    {
        file.done("remove", &["årsrapport", "mote:1"]);
    }
    assert_ne!(file.done("show", &["årsrapport"]), parts);
    let refused = file.run("submit", &["årsrapport"]).failed_with(3);
    assert!(refused.stdout.contains("Minst 4 behövs"), "{refused}");
}

/// 5.3-2: areas are identified, planned, carried out and followed up, and the annual report is prefilled from the plan.
#[test]
fn an_area_goes_through_its_four_words_into_the_report() {
    let file = example("skaraborg_genomforandeplan");
    for word in ["Identifierat", "Planerat", "Genomförs", "Uppföljt"] {
        file.done("set", &["plan", "1", "lage", word]);
        assert!(file.text("plan").contains(word), "{word}");
    }
    file.done("begin", &["skaraborg_arsrapport", "2025"]);
    let report = file.text("årsrapport");
    let title = file.json("show", &["plan"])["paper"]["sections"].to_string();
    assert!(report.contains("Uppföljt"), "{report}");
    assert!(title.contains("Uppföljt"));
}

/// 5.3-3: what is common with the sjukvårdshuvudman is lifted to the vårdsamverkansgrupp.
#[test]
fn a_common_area_says_how_it_is_lifted() {
    let file = example("skaraborg_genomforandeplan");
    let lacks = || {
        let checked = file.run("check", &["plan"]);
        checked.stdout.contains("Så lyfts området: Fältet är tomt")
    };
    file.done("set", &["plan", "1", "gemensamt", "nej"]);
    file.done("set", &["plan", "1", "lyft", "--clear"]);
    assert!(!lacks());
    file.done("set", &["plan", "1", "gemensamt", "ja"]);
    assert!(lacks());
}

/// 5.3-10: there are several forums, each with a file of its own and the same profile.
#[test]
fn two_forums_share_a_profile_and_nothing_else() {
    let titles: Vec<String> = ["Forum Äldre", "Forum Barn och unga"]
        .into_iter()
        .map(|name| {
            let file = WorkspaceFile::at(Place::new());
            file.done(
                "new",
                &[
                    "--profile",
                    "skaraborg_fora",
                    "--group",
                    name,
                    "--area",
                    "Äldre",
                ],
            );
            file.done("begin", &["skaraborg_genomforandeplan", "2026"]);
            file.done("list", &[])
        })
        .collect();
    assert!(titles[0].contains("Genomförandeplan 2026 – Forum Äldre"));
    assert!(titles[1].contains("Genomförandeplan 2026 – Forum Barn och unga"));
}

/// 5.5-4: the network lifts matters to the direktion, and proposes what it should decide.
#[test]
fn the_network_proposes_to_the_direktion() {
    let file = example("fyrbodal_missiv_direktionen");
    let page = file.text("missiv");
    assert!(
        page.contains("Nätverket föreslår Direktionen för Fyrbodals kommunalförbund besluta att"),
        "{page}"
    );
}

/// 5.5-14: website noise and named contacts are no content of profiles and examples.
#[test]
fn no_profile_and_no_example_holds_what_a_website_left() {
    let assets = root().join("assets");
    let mut files = Vec::new();
    for folder in ["profiles", "templates"] {
        below(&assets.join(folder), &mut files);
    }
    let mut read = 0;
    for path in files {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        read += 1;
        let lower = text.to_lowercase();
        for noise in ["cookie", "kakor", "läs mer om hur vi", "<script", "http://"] {
            assert!(!lower.contains(noise), "{} has {noise}", path.display());
        }
    }
    assert!(read > 50, "{read}");
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The sample that a template brings.
fn example(template: &str) -> WorkspaceFile {
    let json = root().join(format!("assets/templates/{template}/examples/sample.json"));
    let file = WorkspaceFile::at(Place::new());
    file.done("import", &[json.to_str().unwrap()]);
    file
}

/// A new group of a profile.
struct Group {
    file: WorkspaceFile,
}

impl Group {
    fn new(profile: &str) -> Self {
        let file = WorkspaceFile::at(Place::new());
        file.done("new", &["--profile", profile, "--group", "Gruppen"]);
        Self { file }
    }

    fn person(&self, name: &str, office: &str, fields: &[&str]) {
        let (name, office) = (format!("initialer={name}"), format!("roll={office}"));
        let own = ["gruppen", "person", &name, &office];
        let own: Vec<&str> = own.iter().chain(fields).copied().collect();
        self.file.done("add", &own);
    }

    /// What the check says of people and terms on a day.
    fn said(&self, day: &str) -> Vec<String> {
        let answer = self
            .file
            .run("check", &["gruppen", "--on", day, "--json"])
            .json();
        let findings = answer[0]["findings"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let of_people = findings.iter().filter(|found| {
            let code = found["code"].as_str().unwrap_or_default();
            code != "required-missing" && code != "party-unrepresented"
        });
        of_people
            .map(|found| found["text"].as_str().unwrap_or_default().to_owned())
            .collect()
    }
}
