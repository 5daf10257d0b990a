//! The logotype strip: pictures come from the user, and each says whose it is.

use std::fs;
use std::path::{Path, PathBuf};

use missiv_tests::{Place, verapdf};
use serde_json::{Value, json};
use store::{Sha256, Store};
use workspace::{Input, Kept, Library, Workspace};

const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" fill="#0d4a60"/></svg>"##;

#[test]
fn a_logotype_is_a_figure_with_its_alternative_text_and_a_decorative_one_is_passed_over() {
    let place = Place::new();
    let (pdf, text) = with_logos(
        &place,
        |sha256| json!([{ "sha256": sha256, "alt": "Exempels kommun" }, { "sha256": sha256, "decorative": true }]),
    );
    let structure = typeset::structure(&fs::read(&pdf).unwrap()).unwrap();
    let alts: Vec<_> = structure
        .all()
        .into_iter()
        .filter(|tag| tag.role == "Figure")
        .map(|tag| tag.alt.clone())
        .collect();
    assert_eq!(alts, [Some("Exempels kommun".to_owned())], "{text}");
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
}

#[test]
fn a_logotype_without_words_is_pointed_at_and_the_draft_exports_all_the_same() {
    let place = Place::new();
    let (pdf, text) = with_logos(&place, |sha256| json!([{ "sha256": sha256 }]));
    assert!(text.contains("alt-missing"), "{text}");
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
}

#[test]
fn a_logotype_whose_picture_is_not_in_the_file_stops_nothing() {
    let place = Place::new();
    let (pdf, _) = with_logos(
        &place,
        |_| json!([{ "sha256": "00".repeat(32), "alt": "Exempels kommun" }]),
    );
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
}

/// 5.1-24: the strip stands on every page where the profile says so, and else on the first.
#[test]
fn the_strip_stands_on_the_pages_that_the_profile_says() {
    for (template, document, is_on_all) in [
        ("halland_halvarsrapport", "report", true),
        ("skaraborg_genomforandeplan", "plan", false),
    ] {
        let place = Place::new();
        let sample = format!("assets/templates/{template}/examples/sample.json");
        let json = fs::read(missiv_tests::root().join(sample)).unwrap();
        let file = place.path("grupp.missiv");
        let mut workspace = Workspace::create_from_json(&file, Library::bundled(), &json).unwrap();
        let group = workspace.find_document("group").unwrap();
        // Dots, which a PDF paints as one thing; an SVG becomes lines like any other.
        let picture = fs::read(missiv_tests::root().join("assets/help/year.png")).unwrap();
        for party in ["Hylte kommun", "Region Halland"] {
            workspace
                .add_picture(group, ".", "logotyper", &picture, party)
                .unwrap();
        }
        let id = workspace.find_document(document).unwrap();
        let pdf = workspace
            .export(id, &place.path("logotyper.pdf"), &Kept::Draft)
            .unwrap();
        let strips = pictures(&pdf.path);
        assert!(strips.len() > 1, "{template}");
        let later = if is_on_all { 2 } else { 0 };
        let expected = (0..strips.len()).map(|page| if page == 0 { 2 } else { later });
        assert_eq!(strips, expected.collect::<Vec<_>>(), "{template}");
    }
}

/// How many pictures each page of a PDF paints.
fn pictures(pdf: &Path) -> Vec<usize> {
    let pdf = lopdf::Document::load(pdf).unwrap();
    let painted = |page| {
        let content = pdf.get_and_decode_page_content(page).unwrap();
        let operators = content.operations.into_iter().map(|it| it.operator);
        operators.filter(|operator| operator == "Do").count()
    };
    pdf.get_pages().into_values().map(painted).collect()
}

/// Exports the sample's half-year report with these logotypes; returns the PDF and what the group's check says.
fn with_logos(place: &Place, logos: impl Fn(Sha256) -> Value) -> (PathBuf, String) {
    let (file, _) = workspace::write_sample(&place.path("år"), Library::bundled()).unwrap();
    let sha256 = Store::open(&file)
        .unwrap()
        .put_blob("image/svg+xml", PICTURE.as_bytes())
        .unwrap();
    let mut workspace = Workspace::open(&file, Library::bundled()).unwrap();
    let group = workspace.find_document("group").unwrap();
    workspace
        .set(group, ".", "logotyper", &Input::Stored(logos(sha256)))
        .unwrap();
    let report = workspace.find_document("report/2025-1of2").unwrap();
    let exported = workspace
        .export(report, &place.path("rapport.pdf"), &Kept::Draft)
        .unwrap();
    let found = workspace.check(group).unwrap();
    (
        exported.path,
        found
            .iter()
            .map(|finding| format!("{} {}\n", finding.diagnostic.code.as_str(), finding.text))
            .collect(),
    )
}
