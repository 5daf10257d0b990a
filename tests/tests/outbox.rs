//! What is handed over besides a paper: all papers at once, all pages in one picture, the changes since an edition.

use std::fs;

use missiv_tests::{WorkspaceFile, plain, verapdf};

#[test]
fn what_differs_from_an_edition_is_a_page_that_anybody_can_read() {
    let file = WorkspaceFile::sample();
    file.done(
        "set",
        &["plan", "1.1", "metod", "En ny metod <b>prövas</b>."],
    );
    file.done("remove", &["plan", "5.2"]);
    let pdf = file.place.path("ändringar.pdf");
    let target = pdf.to_str().unwrap();
    file.done("compare", &["plan", "--pdf", target]);
    let structure = typeset::structure(&fs::read(&pdf).unwrap()).unwrap();
    // Places where a long word may break are no letters.
    let structure = plain(&structure.to_string()).replace('\u{200b}', "");
    for said in [
        "2 saker",
        "› Metod",
        "En ny metod <b>prövas</b>.",
        "Borttagen",
    ] {
        assert!(structure.contains(said), "{said}: {structure}");
    }
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[&pdf]);
    file.done("undo", &[]);
    file.done("submit", &["plan"]);
    file.done(
        "compare",
        &["plan", "--from", "1.0", "--to", "1.1", "--pdf", target],
    );
}

#[test]
fn every_paper_is_written_at_once_and_all_pages_in_one_picture() {
    let file = WorkspaceFile::sample();
    let folder = file.place.path("utkorg");
    let told = file.run("export", &["--all", folder.to_str().unwrap()]);
    let told = told.succeeded();
    // The group's own details are in the list and are no paper.
    let printed = file.done("list", &[]).lines().count() - 1;
    assert!(printed > 1, "{told}");
    assert_eq!(told.stderr.lines().count(), printed, "{told}");
    // What is handed in has its receipt beside it.
    let entries = fs::read_dir(&folder).unwrap().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let papers = names.filter(|name| !name.contains("tillgänglighetskvitto"));
    assert_eq!(papers.count(), printed);
    let picture = file.place.path("alla.png");
    file.done("sheet", &[picture.to_str().unwrap()]);
    assert!(fs::read(&picture).unwrap().starts_with(b"\x89PNG"));
}
