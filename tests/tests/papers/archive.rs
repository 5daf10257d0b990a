//! Archive copies and receipts: what is made beside the ordinary file, and that neither takes another's place.

use std::{fs, path::Path, sync::OnceLock};

use missiv_tests::{Place, spread, verapdf};
use typeset::{Rendition, Standard};
use workspace::{ExportForm, Exported, Kept, Library, State, Workspace};

use crate::{
    assert_none,
    made::{Paper, all, sample, sample_of},
};

/// An archive copy of every paper, each with its receipt.
fn copies() -> &'static [(&'static Paper, Exported)] {
    static MADE: OnceLock<(Place, Vec<(&Paper, Exported)>)> = OnceLock::new();
    let (_, copies) = MADE.get_or_init(|| {
        let place = Place::new();
        let copy = |(index, paper): (usize, &'static Paper)| {
            let folder = place.path(index.to_string());
            fs::create_dir(&folder).unwrap();
            (paper, archived(paper, &folder))
        };
        let copies = spread(all().iter().enumerate(), copy);
        (place, copies)
    });
    copies
}

fn archived(paper: &Paper, target: &Path) -> Exported {
    let form = ExportForm {
        archive: true,
        receipt: true,
        ..ExportForm::default()
    };
    let workspace = Workspace::open(&paper.file, Library::bundled()).unwrap();
    workspace
        .export_as(paper.document.parse().unwrap(), target, &form)
        .unwrap()
}

#[test]
fn every_archive_copy_passes_verapdf_as_archive_and_as_accessible() {
    let files: Vec<_> = copies().iter().map(|(_, copy)| &copy.path).collect();
    assert!(files.len() > 30, "{}", files.len());
    verapdf::assert_passes(verapdf::ARCHIVE, &files);
}

#[test]
fn every_receipt_passes_verapdf_as_archive_and_as_accessible() {
    let receipts = copies().iter().map(|(_, copy)| copy.receipt.as_ref());
    let files: Vec<_> = receipts.map(|receipt| &receipt.unwrap().path).collect();
    verapdf::assert_passes(verapdf::ARCHIVE, &files);
}

#[test]
fn a_receipt_says_what_was_checked_and_what_only_a_person_can() {
    for (paper, copy) in copies() {
        let receipt = copy.receipt.as_ref().unwrap();
        assert!(receipt.passes, "{}", paper.name);
        let pdf = fs::read(&receipt.path).unwrap();
        let text = typeset::text(&pdf)
            .unwrap()
            .concat()
            .replace(char::is_whitespace, "");
        let said = [
            "PDF/A-2a",
            "PDF/UA-1",
            &copy.sha256,
            &copy.checksum,
            "printpdf",
            "page_validation",
            "Läsordningen",
            "Bilderna",
            "Språket",
        ];
        for said in said {
            assert!(text.contains(said), "{}: {said} in {text}", paper.name);
        }
        let all = typeset::structure(&pdf).unwrap().to_string();
        assert!(all.contains("H1") && all.contains("TH"), "{all}");
    }
}

/// The text on the pages is the ordinary file's; only what is attached is left out.
#[test]
fn an_archive_copy_shows_what_the_ordinary_file_shows_and_attaches_nothing() {
    let fault = |(paper, copy): &(&Paper, Exported)| {
        let pdf = fs::read(&copy.path).unwrap();
        assert_eq!(typeset::attachment(&pdf), Ok(None), "{}", paper.name);
        assert!(!pdf.windows(13).any(|window| window == b"EmbeddedFiles"));
        let verdict = typeset::validate(&pdf, Standard::Archive).unwrap();
        let same = typeset::text(&pdf) == typeset::text(&paper.pdf) && verdict.passes();
        (!same).then(|| paper.name.clone())
    };
    assert_none(&copies().iter().filter_map(fault).collect::<Vec<_>>());
}

#[test]
fn an_archive_copy_is_known_by_its_name_and_by_reading_it() {
    for (paper, copy) in copies() {
        assert!(copy.archive && copy.path.to_string_lossy().ends_with(" – arkivkopia.pdf"));
        let receipt = &copy.receipt.as_ref().unwrap().path;
        assert!(
            receipt
                .to_string_lossy()
                .ends_with(" – tillgänglighetskvitto.pdf")
        );
        let kind = |path: &Path| typeset::rendition(&fs::read(path).unwrap());
        assert_eq!(kind(&copy.path), Some(Rendition::Archive));
        assert_eq!(kind(receipt), Some(Rendition::Receipt));
        assert_eq!(kind(&paper.path), Some(Rendition::Working));
    }
    let place = Place::new();
    let (paper, copy) = &copies()[0];
    let read = place
        .missiv(["read".as_ref(), copy.path.as_os_str()])
        .refused();
    let title = model::paper::Paper::from_json(&paper.data)
        .unwrap()
        .document
        .title;
    assert!(
        read.stderr.contains(&title) && read.stderr.contains("arkivkopia"),
        "{read}"
    );
}

#[test]
fn the_same_document_gives_the_same_archive_copy() {
    for (paper, copy) in copies()
        .iter()
        .filter(|(paper, _)| paper.state != State::Draft)
    {
        let place = Place::new();
        let again = archived(paper, &place.path("igen.pdf"));
        assert_eq!(again.sha256, copy.sha256, "{}", paper.name);
    }
}

/// What is handed in or adopted has a receipt without being asked for one; a draft has it only then.
#[test]
fn an_edition_has_a_receipt_beside_it_and_a_draft_has_not() {
    for paper in all() {
        let receipt = paper.exported.receipt.as_ref();
        assert_eq!(
            receipt.is_some(),
            paper.state != State::Draft,
            "{}",
            paper.name
        );
        assert!(
            receipt.is_none_or(|receipt| receipt.passes),
            "{}",
            paper.name
        );
    }
    let beside = |paper: &Paper| paper.exported.receipt.as_ref().unwrap().path.clone();
    verapdf::assert_passes(
        verapdf::ARCHIVE,
        &sample().iter().map(beside).collect::<Vec<_>>(),
    );
}

#[test]
fn no_file_is_written_over_one_of_another_sort() {
    let paper = sample_of("Äldre-2025-plan");
    let place = Place::new();
    let (ordinary, copy) = (place.path("plan.pdf"), place.path("arkiv.pdf"));
    let export = |target: &Path, archive: &[&str]| {
        let words = [
            "export".as_ref(),
            paper.file.as_os_str(),
            paper.document.as_ref(),
        ];
        let more = archive.iter().map(AsRef::as_ref);
        place.missiv(words.into_iter().chain([target.as_os_str()]).chain(more))
    };
    let _ = export(&ordinary, &[]).succeeded();
    let _ = export(&copy, &["--archive"]).succeeded();
    let before = (fs::read(&ordinary).unwrap(), fs::read(&copy).unwrap());
    let refused = export(&ordinary, &["--archive"]).refused();
    assert!(
        refused.stderr.contains("den vanliga PDF-filen"),
        "{refused}"
    );
    let refused = export(&copy, &[]).refused();
    assert!(refused.stderr.contains("arkivkopia"), "{refused}");
    let receipt = place.path("plan – tillgänglighetskvitto.pdf");
    let refused = export(&receipt, &[]).refused();
    assert!(refused.stderr.contains("kvitto"), "{refused}");
    assert!(before == (fs::read(&ordinary).unwrap(), fs::read(&copy).unwrap()));
    // Something of the user's own that has the receipt's name stays, and then nothing is written.
    fs::write(
        place.path("ny – tillgänglighetskvitto.pdf"),
        "mina anteckningar",
    )
    .unwrap();
    let _ = export(&place.path("ny.pdf"), &[]).refused();
    assert!(!place.path("ny.pdf").exists());
}

/// What is written after an edition was frozen does not reach its archive copy.
#[test]
fn an_editions_archive_copy_is_of_what_was_frozen() {
    let paper = sample_of("Äldre-2025-år");
    let place = Place::new();
    let file = place.path("kopia.missiv");
    fs::copy(&paper.file, &file).unwrap();
    let mut workspace = Workspace::open(&file, Library::bundled()).unwrap();
    let id = paper.document.parse().unwrap();
    let form = ExportForm {
        kept: Kept::Edition("1.0".to_owned()),
        archive: true,
        receipt: false,
    };
    let before = workspace
        .export_as(id, &place.path("före.pdf"), &form)
        .unwrap();
    workspace.mark_done(id, "head", true).unwrap();
    let after = workspace
        .export_as(id, &place.path("efter.pdf"), &form)
        .unwrap();
    assert_eq!(before.sha256, after.sha256);
}
