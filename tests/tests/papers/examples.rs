//! What holds for each paper as a file.

use std::{collections::BTreeSet, fs};

use missiv_tests::{Place, verapdf};
use typeset::Standard;
use workspace::{Kept, Library, State, Workspace};

use crate::{
    assert_none,
    made::{EXAMPLES, Paper, all, sample, templates},
};

/// The mark of a draft.
const DRAFT: &str = "UTKAST";

#[test]
fn every_template_has_exactly_an_empty_a_sample_and_a_limit_example() {
    let wanted: BTreeSet<String> = EXAMPLES.iter().map(|name| format!("{name}.json")).collect();
    assert!(templates().len() >= 6);
    for template in templates() {
        let entries = fs::read_dir(template.join("examples")).unwrap();
        let found: BTreeSet<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        assert_eq!(found, wanted, "{}", template.display());
    }
}

#[test]
fn every_paper_passes_verapdf_as_archive_and_as_accessible() {
    let files: Vec<_> = all().iter().map(|paper| &paper.path).collect();
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &files);
}

/// The validator that users' own receipts come from.
#[test]
fn page_validation_agrees() {
    let failed = |paper: &Paper| {
        let verdict = typeset::validate(&paper.pdf, Standard::Working).unwrap();
        assert!(verdict.standards.iter().all(|judged| judged.rules > 50));
        (!verdict.passes()).then(|| format!("{}: {verdict:?}", paper.name))
    };
    assert_none(&all().iter().filter_map(failed).collect::<Vec<_>>());
}

#[test]
fn each_carries_its_data_byte_for_byte() {
    for paper in all() {
        let attached = typeset::attachment(&paper.pdf).unwrap();
        assert!(attached.as_deref() == Some(&paper.data), "{}", paper.name);
    }
}

#[test]
fn each_prints_the_checksum_of_its_data_on_every_page() {
    for paper in all() {
        let checksum = typeset::checksum(&paper.data);
        assert_eq!(paper.exported.checksum, checksum);
        let on_each = typeset::text(&paper.pdf)
            .unwrap()
            .iter()
            .all(|page| page.replace(' ', "").contains(&checksum));
        assert!(on_each, "{}", paper.name);
    }
}

#[test]
fn a_draft_says_so_in_its_name_its_title_and_once_first_in_its_text() {
    let drafts: Vec<&Paper> = all()
        .iter()
        .filter(|paper| paper.state == State::Draft)
        .collect();
    assert!(drafts.len() > 10);
    for paper in drafts {
        let title = model::paper::Paper::from_json(&paper.data)
            .unwrap()
            .document
            .title;
        assert!(title.starts_with(&format!("{DRAFT} – ")), "{title}");
        assert!(
            paper.file_name().starts_with(&format!("{DRAFT} – ")),
            "{}",
            paper.file_name()
        );
        let structure = &paper.structure;
        let leaves = structure
            .all()
            .into_iter()
            .filter(|tag| tag.tags().next().is_none());
        let first = leaves
            .map(typeset::structure::Tag::text)
            .find(|text| !text.trim().is_empty());
        assert_eq!(first.as_deref(), Some(DRAFT), "{}", paper.name);
        let all: String = structure
            .tags
            .iter()
            .map(typeset::structure::Tag::text)
            .collect();
        assert_eq!(all.matches(DRAFT).count(), 1, "{}", paper.name);
    }
}

#[test]
fn an_adopted_paper_is_nowhere_a_draft() {
    let adopted: Vec<&Paper> = all()
        .iter()
        .filter(|paper| paper.state == State::Adopted)
        .collect();
    assert!(adopted.len() >= 2);
    for paper in adopted {
        assert!(!paper.file_name().contains(DRAFT));
        let title = model::paper::Paper::from_json(&paper.data)
            .unwrap()
            .document
            .title;
        assert!(!title.contains(DRAFT), "{title}");
        let text = typeset::text(&paper.pdf).unwrap().concat();
        assert!(!text.contains(DRAFT), "{}", paper.name);
    }
}

#[test]
fn typst_has_nothing_to_warn_of() {
    let warned = |paper: &Paper| {
        (!paper.warnings.is_empty())
            .then(|| format!("{}: {}", paper.name, paper.warnings.join("; ")))
    };
    assert_none(&all().iter().filter_map(warned).collect::<Vec<_>>());
}

/// Another process has other addresses and other seeds; the document is the same.
#[test]
fn the_same_document_gives_the_same_bytes_in_another_process() {
    for paper in sample() {
        let place = Place::new();
        let target = place.path("igen.pdf");
        let _ = place
            .missiv([
                "export".as_ref(),
                paper.file.as_os_str(),
                paper.document.as_ref(),
                target.as_os_str(),
            ])
            .succeeded();
        assert!(fs::read(target).unwrap() == paper.pdf, "{}", paper.name);
    }
}

/// The pages are set anew: nothing is left of the first time but what Typst remembers, and that changes no byte.
#[test]
fn the_same_document_gives_the_same_bytes_after_another() {
    for paper in all().iter().filter(|paper| paper.state == State::Draft) {
        let place = Place::new();
        let workspace = Workspace::open(&paper.file, Library::bundled()).unwrap();
        let again = workspace
            .export(
                paper.document.parse().unwrap(),
                &place.path("igen.pdf"),
                &Kept::Draft,
            )
            .unwrap();
        assert_eq!(again.sha256, paper.exported.sha256, "{}", paper.name);
    }
}

/// An adopted edition gives its kept bytes; set anew from the same data it must come to the same.
#[test]
fn a_kept_edition_and_its_data_belong_together() {
    let paper = sample()
        .iter()
        .find(|paper| paper.state == State::Adopted)
        .unwrap();
    assert_eq!(paper.exported.pages, None);
    assert!(!paper.exported.draft);
    let read = workspace::read_pdf(&paper.path).unwrap();
    assert!(read.belongs);
    assert_eq!(read.paper.document.edition.as_deref(), Some("1.0"));
    assert_eq!(read.data, paper.data);
}
