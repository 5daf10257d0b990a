//! The bodies of the other mandates: their members, terms and papers by their own rules, which are data. docs/coverage.md
//! names these tests; the ids are its rows.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod content;
mod journey;
mod plan;
mod rules;
mod terms;

use std::fs;
use std::path::PathBuf;

use missiv_tests::{Group, Place, WorkspaceFile, root};

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
            "I beredningen finns ingen med rollen Socialtjänststrateg. Det ska vara 1.",
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
            "Uppdraget som ordförande slutar 2027-06-30. Då blir uppdraget längre än ett år.",
            "I beredningen finns ingen med rollen Utvecklingsledare. Det ska vara minst 1.",
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
            "I beredningen finns inga socialchefer. Det ska vara 5.",
            "I beredningen finns ingen med rollen Samordnare. Det ska vara 1.",
            "I beredningen finns ingen med rollen Utvecklingsledare. Det ska vara minst 1.",
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
            "Uppdraget som ordförande i socialchefsgruppen slutar 2028-12-31. Då blir uppdraget längre än två år."
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

/// 5.3-2: an area begins as identified, and is planned, carried out and followed up; the plan says each of the four words
/// of it, and the annual report that is prefilled from the plan says the same.
#[test]
fn an_area_goes_through_its_four_words_into_the_report() {
    let file = example("skaraborg_genomforandeplan");
    file.done("begin", &["skaraborg_arsrapport", "2025"]);
    let said = |document: &str, number: usize| {
        let text = file.text(document);
        let (_, area) = text
            .split_once(&format!("\n## Utvecklingsområde {number} "))
            .unwrap_or_else(|| panic!("{document} has no area {number}: {text}"));
        let area = area.split("\n## ").next().unwrap_or_default();
        let mut words = area
            .lines()
            .filter_map(|line| line.strip_prefix("**Läge:** "));
        words.next().map(str::to_owned)
    };
    for word in ["Identifierat", "Planerat", "Genomförs", "Uppföljt"] {
        file.done("set", &["plan", "1", "lage", word]);
        for document in ["plan", "årsrapport"] {
            assert_eq!(said(document, 1).as_deref(), Some(word), "{document}");
            assert_eq!(said(document, 2).as_deref(), Some("Planerat"), "{document}");
        }
    }
    file.done("add", &["plan", "utvecklingsomrade", "rubrik=Trygg natt"]);
    for document in ["plan", "årsrapport"] {
        assert_eq!(
            said(document, 5).as_deref(),
            Some("Identifierat"),
            "{document}"
        );
    }
}

/// 5.3-1, 5.3-4, 5.3-5: what the plan says of research, special missions and the common stance reaches the annual report.
#[test]
fn what_the_plan_says_of_research_missions_and_stance_reaches_the_report() {
    let file = example("skaraborg_genomforandeplan");
    let own = [
        (
            "forskningsbehov",
            "Ensamhet på landsbygden; Vi vet för lite.",
        ),
        (
            "uppdrag",
            "Kartlägg nattbemanning; Socialchefsgruppen; 2025-10-17; Muntligt i oktober",
        ),
        ("hallning", "Kommunerna vill ha ett gemensamt avtal."),
    ];
    for (field, value) in own {
        file.done("set", &["plan", ".", field, value]);
    }
    file.done("begin", &["skaraborg_arsrapport", "2025"]);
    let report = file.text("årsrapport");
    for said in [
        "Ensamhet på landsbygden",
        "Kartlägg nattbemanning",
        "2025-10-17",
        "Kommunerna vill ha ett gemensamt avtal.",
    ] {
        assert!(report.contains(said), "{said}: {report}");
    }
    // What the report says itself stands in the place of the plan's.
    file.done("set", &["årsrapport", ".", "hallning", "Avtalet är klart."]);
    let report = file.text("årsrapport");
    assert!(report.contains("Avtalet är klart.") && !report.contains("vill ha ett gemensamt"));
}

/// 5.2-2: each of the five missions can be chosen when the annual report is written.
#[test]
fn the_five_missions_are_chosen_in_the_annual_report() {
    let file = example("skaraborg_arsrapport_sug");
    let fields = file.done("fields", &["årsrapport", "insats"]);
    for mission in [
        "Kunskap och erfarenhetsutbyte",
        "Evidensbaserad praktik",
        "Nationell statistik",
        "Kvalitetssystem",
        "Särskilt uppdrag",
    ] {
        assert!(fields.contains(mission), "{mission}: {fields}");
        file.done("set", &["årsrapport", "insats:1", "hor_till", mission]);
        assert!(file.text("årsrapport").contains(mission), "{mission}");
    }
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

/// 5.6-1: in an empty workspace of each of the five bodies, a paper of every kind that its profile has can be begun; with
/// nothing written in it, it is exported under its own name as a draft, and read back.
#[test]
fn each_kind_of_paper_is_begun_in_an_empty_workspace_and_leaves_as_a_draft() {
    let own: [(&str, &[&str]); 5] = [
        (
            "halland",
            &[
                "Mål och Handlingsplan 2026",
                "Halvårsrapport 2026",
                "Årsrapport 2026",
                "Protokoll",
            ],
        ),
        (
            "skaraborg_sug",
            &["Årsrapport 2026", "Mötesanteckningar", "Missiv"],
        ),
        (
            "skaraborg_fora",
            &["Genomförandeplan 2026", "Årsrapport 2026", "Dagordning"],
        ),
        (
            "skaraborg_socialchefsgruppen",
            &["Mötesanteckningar", "Svarssammanställning", "Ärendelista"],
        ),
        (
            "fyrbodal",
            &["Minnesanteckningar", "Mötesplan 2026", "Missiv"],
        ),
    ];
    for (profile, titles) in own {
        let file = WorkspaceFile::at(Place::new());
        let new = ["--profile", profile, "--group", "Provet", "--area", "Äldre"];
        file.done("new", &new);
        let text =
            fs::read_to_string(root().join(format!("assets/profiles/{profile}/profile.toml")));
        let known: toml::Table = text.unwrap().parse().unwrap();
        let templates = known["documents"].as_array().unwrap();
        for template in templates {
            file.done("begin", &[template.as_str().unwrap(), "2026"]);
        }
        let folder = file.place.path("papper");
        file.done("export", &["--all", folder.to_str().unwrap()]);
        let papers: Vec<PathBuf> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        assert_eq!(papers.len(), templates.len(), "{profile}: {papers:?}");
        for title in titles {
            let is_it = |paper: &&PathBuf| paper.to_string_lossy().contains(title);
            assert!(
                papers.iter().any(|paper| is_it(&paper)),
                "{profile} has no {title}"
            );
        }
        for paper in papers {
            let read = file.place.missiv(["read".as_ref(), paper.as_os_str()]);
            assert!(
                read.succeeded().stdout.starts_with("UTKAST"),
                "{}",
                paper.display()
            );
        }
    }
}

/// 5.6-1: what each template's sample says is handed in, and leaves as a paper in its own words.
#[test]
fn each_sample_is_handed_in_and_leaves_in_its_own_words() {
    let folder = root().join("assets/templates");
    let mut papers = 0;
    for template in fs::read_dir(folder).unwrap().flatten() {
        let id = template.file_name().into_string().unwrap();
        if !template.path().join("main.typ").exists() {
            continue;
        }
        let file = example(&id);
        let lines = file.json("list", &[]);
        let own = |line: &&serde_json::Value| line["template"] == id.as_str();
        let line = lines.as_array().unwrap().iter().find(own).unwrap();
        let (document, title) = (
            line["id"].as_str().unwrap(),
            line["title"].as_str().unwrap(),
        );
        // A sample that has been handed in has its edition.
        if line["edition"].is_null() {
            file.done("submit", &[document]);
        }
        let paper = file.place.path("papper.pdf");
        file.done("export", &[document, paper.to_str().unwrap()]);
        let read = file.place.missiv(["read".as_ref(), paper.as_os_str()]);
        let said = read.succeeded().stdout;
        assert!(said.starts_with(title), "{id}: {title} in {said}");
        papers += 1;
    }
    assert!(papers > 20, "{papers}");
}

/// 5.2-6, 5.3-7: the written annual report goes to the Tjänstemannaberedningen with its missiv, which names it as a bilaga
/// or a handling of the matter. 5.3-9: the Socialchefsgruppen is told, through the beredning's decision.
#[test]
fn the_annual_report_leaves_with_its_missiv() {
    let file = example("skaraborg_missiv_beredning");
    let memo = file.text("missiv");
    for said in [
        "# Årsrapport 2025 från Forum Äldre",
        "**Mottagare:** Tjänstemannaberedningen",
        "**Via:** Samordnaren",
        "för kännedom till Socialchefsgruppen",
    ] {
        assert!(memo.contains(said), "{said}: {memo}");
    }
    let handlingar = memo.split_once("## Handlingar i ärendet").unwrap().1;
    let handlingar = handlingar.split("\n## ").next().unwrap();
    assert!(handlingar.contains("Årsrapport 2025"), "{handlingar}");
    for profile in ["skaraborg_sug", "skaraborg_fora"] {
        let group = Group::new(profile);
        group
            .file
            .done("begin", &["skaraborg_missiv_beredning", "2026"]);
        let memo = group.file.text("missiv");
        assert!(
            memo.contains("**Mottagare:** Tjänstemannaberedningen"),
            "{profile}: {memo}"
        );
    }
}

/// The sample that a template brings.
fn example(template: &str) -> WorkspaceFile {
    let json = root().join(format!("assets/templates/{template}/examples/sample.json"));
    let file = WorkspaceFile::at(Place::new());
    file.done("import", &[json.to_str().unwrap()]);
    file
}
