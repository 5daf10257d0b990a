//! A PDF read back: what its pages show becomes a document that prints the same.

use std::{fs, path::PathBuf};

use lopdf::{Document, Object};
use missiv_tests::{Place, WorkspaceFile};
use workspace::{Kept, Library, State, Workspace};

use crate::{
    assert_none,
    made::{Paper, all, sample, sample_of},
};

const PLAN: &str = "Äldre-2025-plan";

#[test]
fn a_draft_read_back_prints_the_same_data_byte_for_byte() {
    let place = Place::new();
    let mut faults = Vec::new();
    for paper in all().iter().filter(|paper| paper.state == State::Draft) {
        let again = restored(&place, paper);
        if let Some(fault) = first_difference(&paper.data, &again) {
            faults.push(format!("{}: {fault}", paper.name));
        }
    }
    assert_none(&faults);
}

/// What was adopted stays adopted where it is kept. What is read back can be written on, so it is a draft, with the
/// same words in the same order.
#[test]
fn an_adopted_edition_read_back_is_a_draft_with_the_same_content() {
    let place = Place::new();
    for paper in all().iter().filter(|paper| paper.state == State::Adopted) {
        let mut wanted = model::paper::Paper::from_json(&paper.data).unwrap();
        let head = &mut wanted.document;
        (head.state, head.edition, head.adoption) = (State::Draft, None, None);
        head.title = format!("UTKAST – {}", head.title);
        let again = restored(&place, paper);
        assert_eq!(
            first_difference(&wanted.to_json(), &again),
            None,
            "{}",
            paper.name
        );
    }
}

/// Numbers that removed activities had are not given again, in what is read back either.
#[test]
fn a_draft_with_gaps_in_its_numbers_keeps_them() {
    let file = WorkspaceFile::sample();
    file.done("remove", &["plan", "1.1"]);
    file.done("add", &["plan", "activity", "rubrik=Ny", "--below", "1"]);
    let (first, second) = there_and_back(&file, "plan");
    assert_eq!(first_difference(&first, &second), None);
}

#[test]
fn a_report_with_a_row_that_is_gone_comes_back_through_the_command() {
    let file = WorkspaceFile::sample();
    file.done("remove", &["plan", "1.1"]);
    let (first, second) = there_and_back(&file, "report");
    assert_eq!(first_difference(&first, &second), None);

    let limit = all()
        .iter()
        .find(|paper| paper.name == "halland_halvarsrapport limit")
        .unwrap();
    assert!(String::from_utf8_lossy(&limit.data).contains("Utgått ur planen"));
}

#[test]
fn reading_says_what_it_is_and_that_the_data_belong_to_the_pages() {
    for paper in sample() {
        let place = Place::new();
        let told = place
            .missiv(["read".as_ref(), paper.path.as_os_str()])
            .succeeded()
            .stdout;
        let title = model::paper::Paper::from_json(&paper.data)
            .unwrap()
            .document
            .title;
        assert!(
            told.contains(&title) && told.contains(&typeset::checksum(&paper.data)),
            "{told}"
        );
        assert!(
            told.contains("hör till") && !told.contains("inte till"),
            "{told}"
        );
    }
}

#[test]
fn data_that_are_not_those_of_the_pages_are_said_not_to_belong() {
    let place = Place::new();
    let (plan, report) = (sample_of(PLAN), sample_of("Äldre-2025-halvår"));
    let swapped = place.write("utbytt.pdf", with_attachment(&plan.pdf, &report.data));
    let told = place
        .missiv(["read".as_ref(), swapped.as_os_str()])
        .succeeded()
        .stdout;
    assert!(told.contains("hör inte till"), "{told}");

    let altered = String::from_utf8(plan.data.clone())
        .unwrap()
        .replace("180000", "880000");
    let altered = place.write("ändrad.pdf", with_attachment(&plan.pdf, altered.as_bytes()));
    let told = place
        .missiv(["read".as_ref(), altered.as_os_str()])
        .succeeded()
        .stdout;
    assert!(told.contains("hör inte till"), "{told}");
}

#[test]
fn what_was_not_written_by_missiv_is_refused_and_makes_no_file() {
    let place = Place::new();
    let plan = sample_of(PLAN);
    let newer =
        String::from_utf8(plan.data.clone())
            .unwrap()
            .replacen("\"format\": 1", "\"format\": 2", 1);
    let elsewhere = String::from_utf8(plan.data.clone())
        .unwrap()
        .replace("halland_mal_och_handlingsplan", "en_annan_mall");
    let foreign: [(&str, Vec<u8>); 9] = [
        ("tom.pdf", Vec::new()),
        ("text.pdf", b"Bara text.".to_vec()),
        ("kapad.pdf", plan.pdf[..plan.pdf.len() / 2].to_vec()),
        ("utan data.pdf", without_attachment(&plan.pdf)),
        (
            "annan data.pdf",
            with_attachment(&plan.pdf, b"{\"hej\": 1}"),
        ),
        ("ingen json.pdf", with_attachment(&plan.pdf, b"\xff\xfe")),
        (
            "djup.pdf",
            with_attachment(&plan.pdf, "[".repeat(100_000).as_bytes()),
        ),
        ("nyare.pdf", with_attachment(&plan.pdf, newer.as_bytes())),
        (
            "okänd mall.pdf",
            with_attachment(&plan.pdf, elsewhere.as_bytes()),
        ),
    ];
    for (name, bytes) in foreign {
        let pdf = place.write(name, bytes);
        let into = place.path("ny.missiv");
        let args = [
            "read".as_ref(),
            pdf.as_os_str(),
            "--into".as_ref(),
            into.as_os_str(),
        ];
        let answer = place.missiv(args);
        assert_eq!(answer.code, Some(1), "{name}\n{answer}");
        let _ = answer.refused();
        let left = fs::read_dir(place.path(""))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        let left: Vec<String> = left.filter(|name| name.contains("missiv")).collect();
        assert!(left.is_empty(), "{name} left {left:?}");
    }
    let _ = place.missiv(["read", "finns-inte.pdf"]).refused();
}

#[test]
fn a_file_that_is_there_is_never_read_into() {
    let file = WorkspaceFile::sample();
    let plan = sample_of(PLAN);
    let before = fs::read(&file.path).unwrap();
    let args = [
        "read".as_ref(),
        plan.path.as_os_str(),
        "--into".as_ref(),
        file.path.as_os_str(),
    ];
    let _ = file.place.missiv(args).refused();
    assert!(fs::read(&file.path).unwrap() == before);
}

fn restored(place: &Place, paper: &Paper) -> Vec<u8> {
    let read = workspace::read_pdf(&paper.path).unwrap();
    let path = place.path(format!("{}.missiv", paper.name));
    let workspace = Workspace::create_from_paper(&path, Library::bundled(), &read.paper).unwrap();
    workspace
        .data(read.paper.document.id, &Kept::Draft)
        .unwrap()
}

/// Exports a document, reads it into a new file and exports it from there; returns the two data.json.
fn there_and_back(file: &WorkspaceFile, document: &str) -> (Vec<u8>, Vec<u8>) {
    let data = |pdf: PathBuf| fs::read(pdf.with_extension("json")).unwrap();
    let export = |from: &WorkspaceFile, name: &str| {
        let pdf = from.place.path(name);
        from.done(
            "export",
            &[document, pdf.to_str().unwrap(), "--draft", "--data"],
        );
        pdf
    };
    let first = export(file, "första.pdf");
    let other = WorkspaceFile::at(Place::new());
    let args = [
        "read".as_ref(),
        first.as_os_str(),
        "--into".as_ref(),
        other.path.as_os_str(),
    ];
    let _ = other.place.missiv(args).succeeded();
    (data(first), data(export(&other, "andra.pdf")))
}

fn first_difference(wanted: &[u8], found: &[u8]) -> Option<String> {
    let (wanted, found) = (
        String::from_utf8_lossy(wanted),
        String::from_utf8_lossy(found),
    );
    if wanted == found {
        return None;
    }
    let line = wanted
        .lines()
        .zip(found.lines())
        .position(|(wanted, found)| wanted != found);
    let at = line.unwrap_or(wanted.lines().count().min(found.lines().count()));
    let part = |text: &str| {
        text.lines()
            .skip(at.saturating_sub(3))
            .take(7)
            .collect::<Vec<_>>()
            .join("\n")
    };
    Some(format!(
        "line {}\nwanted\n{}\nfound\n{}",
        at + 1,
        part(&wanted),
        part(&found)
    ))
}

/// The PDF with other bytes where its data are.
fn with_attachment(pdf: &[u8], data: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).unwrap();
    let files = document
        .objects
        .values_mut()
        .filter_map(|object| object.as_stream_mut().ok());
    let mut files = files.filter(|stream| {
        stream.dict.get(b"Type").and_then(Object::as_name).ok() == Some(b"EmbeddedFile")
    });
    let file = files.next().unwrap();
    file.dict.remove(b"Filter");
    file.set_plain_content(data.to_vec());
    drop(files);
    saved(document)
}

fn without_attachment(pdf: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).unwrap();
    let catalog = document.catalog_mut().unwrap();
    catalog.remove(b"Names");
    catalog.remove(b"AF");
    saved(document)
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
