//! A missiv about a plan or a report: it begins with what the file knows of what it carries, and with nothing else.

use std::fs;

use missiv_tests::packs::OwnPacks;
use missiv_tests::{Place, WorkspaceFile, plain, root};
use serde_json::Value;
use workspace::{Library, Workspace};

use super::group;

fn year() -> WorkspaceFile {
    year_in(WorkspaceFile::at(Place::new()))
}

/// The sample year before anybody wrote the missiv of its annual report.
fn year_in(file: WorkspaceFile) -> WorkspaceFile {
    let json = fs::read(root().join("assets/samples/aldre-2025.json")).unwrap();
    let mut content: Value = serde_json::from_slice(&json).unwrap();
    let documents = content["documents"].as_array_mut().unwrap();
    documents.retain(|document| document["template"] != "halland_missiv_beslutsunderlag");
    let json = file.place.write("året.json", content.to_string());
    file.done("import", &[json.to_str().unwrap()]);
    file
}

/// Begins the missiv about a document, and returns what it is called in commands.
fn about(file: &WorkspaceFile, document: &str) -> String {
    let begun = file.json("matter memo", &["--about", document]);
    begun["args"]["id"].as_str().unwrap().to_owned()
}

/// The text below a heading.
fn section<'a>(text: &'a str, heading: &str) -> &'a str {
    let rest = text.split_once(&format!("\n## {heading}\n"));
    let (_, rest) = rest.unwrap_or_else(|| panic!("{heading}: {text}"));
    rest.split("\n## ").next().unwrap_or_default().trim()
}

/// 5.1-16: what goes to the strategic level for its decision is carried by a missiv.
#[test]
fn a_missiv_about_a_report_begins_with_what_the_file_knows_of_it() {
    let file = year();
    let memo = about(&file, "report/2025");
    let text = file.text(&memo);
    assert!(
        text.starts_with("# Årsrapport 2025 för programområde Äldre\n"),
        "{text}"
    );
    for said in [
        "**Handläggare:** K.B., Processtöd, Region Halland",
        "**Telefon:** 035-00 00 00",
        "**E-post:** kb@example.org",
        "- RS240871",
        "**Mottagare:** Strategisk nivå",
        "**Via:** Strategisk nivås administrativa stöd",
        // Nobody is chair any more: the vice chair stands in.
        "**Föredragande:** M.S., Vice ordförande, Region Halland",
        "**Ärendetyp:** Beslutsärende",
        "**Sammanträde:** 2026-02-13",
        "**Datum:** saknas",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let sections = [
        (
            "Förslag till beslut",
            "Strategisk nivå beslutar att\n\n1. godkänna årsrapport 2025 för programområde Äldre och lägga den till handlingarna",
        ),
        (
            "Beslutsunderlag",
            "- Missiv\n- Årsrapport 2025 – programområde Äldre, 2026-01-22, RS240871\n\
             - Mål och Handlingsplan 2025 – programområde Äldre, 2024-11-22, RS240871\n\
             - Halvårsrapport 2025 – programområde Äldre, 2025-08-20, RS240871",
        ),
        ("Bilagor", "- Årsrapport 2025 – programområde Äldre"),
        ("Beslutet delges", "- Taktisk grupp Äldre"),
        ("Bakgrund", "saknas"),
        ("Ekonomiska konsekvenser", "saknas"),
    ];
    for (heading, said) in sections {
        assert_eq!(section(&text, heading), said, "{heading}");
    }
    let summary = section(&text, "Sammanfattning");
    assert!(
        summary.starts_with("Programområde Äldre har genomfört tio av tolv"),
        "{summary}"
    );
    let signed = section(&text, "Underskrifter");
    assert!(
        signed.contains(
            "| M.S., Vice ordförande, Region Halland | Vice ordförande, taktisk grupp Äldre |"
        ),
        "{signed}"
    );
    assert!(
        signed.contains("| K.B., Processtöd, Region Halland | Processtöd |"),
        "{signed}"
    );
    // The last day at the administrative support is on no page.
    let workspace = Workspace::open(&file.path, Library::bundled()).unwrap();
    let dump: Value = serde_json::from_slice(&workspace.dump().unwrap()).unwrap();
    let dump = dump.to_string();
    let last = dump.split("\"sista_inlamning\"").nth(1).unwrap_or_default();
    assert!(
        last.chars()
            .take(200)
            .collect::<String>()
            .contains("2026-01-23"),
        "{last:.200}"
    );
}

#[test]
fn what_was_handed_in_goes_along_as_the_first_bilaga() {
    let file = year();
    let memo = about(&file, "report/2025");
    let folder = file.place.path("ut");
    fs::create_dir(&folder).unwrap();
    file.done("export", &[&memo, folder.to_str().unwrap()]);
    let report = file.place.path("rapport.pdf");
    file.done("export", &["report/2025", report.to_str().unwrap()]);
    let names = fs::read_dir(&folder).unwrap();
    let beside = names.map(|entry| entry.unwrap().path());
    let beside = beside.filter(|path| plain(&path.to_string_lossy()).contains("bilaga 1"));
    let beside: Vec<_> = beside.collect();
    assert_eq!(beside.len(), 1);
    assert_eq!(fs::read(&beside[0]).unwrap(), fs::read(&report).unwrap());
}

#[test]
fn what_is_still_being_written_is_listed_without_a_file() {
    let file = year();
    file.done("begin", &["halland_mal_och_handlingsplan", "2026"]);
    let memo = about(&file, "plan/2026");
    let text = file.text(&memo);
    assert_eq!(
        section(&text, "Bilagor"),
        "- Mål och Handlingsplan 2026 – programområde Äldre"
    );
    // A name keeps its capital within a sentence, and there is no summary to take over.
    let point = "1. fastställa Mål och Handlingsplan 2026 för programområde Äldre";
    assert!(
        section(&text, "Förslag till beslut").ends_with(point),
        "{text}"
    );
    assert!(!text.contains("## Sammanfattning") || section(&text, "Sammanfattning") == "saknas");
    assert!(!file.codes(&memo).contains(&"attachment-missing".to_owned()));
}

#[test]
fn a_document_is_carried_by_one_missiv_and_by_no_other() {
    let file = year();
    about(&file, "report/2025");
    let refused = file.refused("matter memo", &["--about", "report/2025"]);
    let there = "”Missiv – Årsrapport 2025 för programområde Äldre” finns redan";
    assert!(refused.contains(there), "{refused}");
    let refused = file.refused("matter memo", &["--about", "uppdragsbeskrivning"]);
    assert!(refused.contains("ingen plan eller rapport"), "{refused}");
}

/// The sample's own missiv carries its report.
#[test]
fn the_missiv_that_came_with_a_file_is_found() {
    let file = WorkspaceFile::at(Place::new());
    let json = root().join("assets/samples/aldre-2025.json");
    file.done("import", &[json.to_str().unwrap()]);
    let refused = file.refused("matter memo", &["--about", "report/2025"]);
    assert!(refused.contains("finns redan"), "{refused}");
}

#[test]
fn a_changed_phrase_of_the_profile_changes_the_point() {
    let profile = fs::read_to_string(root().join("assets/profiles/halland/profile.toml")).unwrap();
    let text = "godkänna {title} och lägga den till handlingarna";
    assert!(profile.contains(text));
    let place = Place::new();
    let packs = OwnPacks::in_place(&place);
    packs.profile("halland", &profile.replace(text, "notera {title} med tack"));
    let file = year_in(WorkspaceFile::at(place).with_packs(&packs.folder));
    let memo = about(&file, "report/2025");
    let point = "1. notera årsrapport 2025 för programområde Äldre med tack";
    assert!(section(&file.text(&memo), "Förslag till beslut").ends_with(point));
}

/// 5.3-7: the annual report of a forum goes to the preparing body in December, at its meeting a week before the other's.
#[test]
fn a_mandate_s_deadline_says_when_and_to_whom() {
    let people = [
        ("A.B.", "Ordförande", "Skövde kommun"),
        ("C.D.", "Utvecklingsledare", "kommunalforbundet"),
    ];
    let file = group("skaraborg_fora", "Forum Äldre", &people);
    file.done("begin", &["generell_motesplan", "2031"]);
    let board = ["organ=Socialchefsgruppen", "dag=2031-12-12"];
    file.done("add", &[&["meeting_plan", "möte"], &board[..]].concat());
    file.done("begin", &["skaraborg_arsrapport", "2031"]);
    let memo = about(&file, "report/2031");
    let text = file.text(&memo);
    for said in [
        "# Årsrapport 2031 för Forum Äldre",
        "**Handläggare:** C.D., Utvecklingsledare",
        "**E-post:** cd@example.org",
        "**Mottagare:** Tjänstemannaberedningen",
        "**Via:** Samordnaren",
        "**Föredragande:** A.B., Ordförande",
        "**Ärendetyp:** Beslutsärende",
        "**Möte:** 2031-12-05",
        "1. Tjänstemannaberedningen lägger årsrapport 2031 för Forum Äldre till handlingarna.",
        "| A.B., Ordförande, Skövde kommun | Ordförande, Forum Äldre |",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}
