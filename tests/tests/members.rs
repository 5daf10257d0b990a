//! Who is in a group, why it is there and how it is reached, by the mandates of several bodies. docs/coverage.md names these
//! tests; the ids are its rows.

use missiv_tests::Group;

/// Who appointed a representative, and when.
const APPOINTED: &str = "utsedd_av=Förvaltningschefen den 8 januari 2026";

/// 5.2-8, 5.3-6: of whoever represents a municipality it stands who decided so, and when.
#[test]
fn a_representative_says_who_appointed_and_when() {
    for profile in ["skaraborg_sug", "skaraborg_fora"] {
        let group = Group::new(profile);
        let lacks = |group: &Group| {
            let said = group.said("2026-03-01").into_iter();
            said.filter(|text| text.contains("utsåg"))
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
                "Vem som utsåg A.A. framgår inte.",
                "Det står inte när B.B. utsågs.",
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
    for (profile, purpose) in [
        (
            "skaraborg_sug",
            "bidra till utveckling av socialtjänsten och den kommunala hälso- och sjukvården",
        ),
        (
            "skaraborg_fora",
            "bidra till utveckling av socialtjänsten och den kommunala hälso- och sjukvården",
        ),
        (
            "skaraborg_socialchefsgruppen",
            "erfarenhetsutbyte, omvärldsbevakning och strategisk utveckling",
        ),
        ("fyrbodal", "bevaka och diskutera de frågor som påverkar"),
        ("fyrbodal", "en tydlig regional positionering"),
        ("halland", "lokala strategier för implementering"),
    ] {
        let group = Group::new(profile);
        let shown = group.file.done("group", &[]);
        let first = shown.lines().next().unwrap();
        assert!(first.contains(purpose), "{profile}: {shown}");
    }
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
    group.person("B.B.", "Vice ordförande i socialchefsgruppen", &[]);
    for name in ["C.C.", "D.D.", "E.E.", "F.F."] {
        group.person(name, "Socialchef i beredningen", &["beredning=ja"]);
    }
    group.person("H.H.", "Samordnare", &["beredning=ja"]);
    group.person("I.I.", "Utvecklingsledare", &["beredning=ja"]);
    assert_eq!(
        group.said("2026-03-01"),
        ["I beredningen finns 4 socialchefer. Det ska vara 5."]
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

/// 5.4-13: the profile's address stands on the papers until the group writes its own.
#[test]
fn the_address_is_the_profiles_until_the_group_writes_its_own() {
    let group = Group::new("skaraborg_socialchefsgruppen");
    group
        .file
        .done("begin", &["skaraborg_missiv_beredning", "2026"]);
    let shown = |group: &Group| group.file.json("show", &["missiv"]).to_string();
    let before = shown(&group);
    for line in [
        "Box 54, 541 22 Skövde",
        "Kaplansgatan 16 A",
        "0500-49 72 00",
        "info@skaraborg.se",
    ] {
        assert!(before.contains(line), "{line}");
    }
    group.file.done(
        "set",
        &["gruppen", ".", "postadress", "Box 1, 541 00 Orten"],
    );
    let after = shown(&group);
    assert!(after.contains("Box 1, 541 00 Orten") && !after.contains("Box 54"));
}
