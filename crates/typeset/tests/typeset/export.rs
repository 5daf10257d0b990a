//! Writing a file: whole, or not at all.

use std::path::Path;

use typeset::export::{produce, save};
use typeset::{ExportError, attachment, export};

use crate::bench::Bench;

#[test]
fn an_export_is_the_produced_pdf_with_a_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("Rapport – åäö.pdf");
    let bench = Bench::new();
    let receipt = export(&bench.job(), &target).unwrap();
    let written = std::fs::read(&target).unwrap();
    let product = produce(&bench.job()).unwrap();
    assert!(written == product.pdf);
    assert_eq!(receipt, product.receipt);
    assert_eq!(receipt.bytes, written.len());
    assert_eq!(receipt.read_back.pages, 1);
    assert_eq!(receipt.checksum, typeset::checksum(&bench.data));
    assert_eq!(attachment(&written).unwrap().unwrap(), bench.data);
    assert_eq!(names(folder.path()), ["Rapport – åäö.pdf"]);
}

#[test]
fn an_export_replaces_an_older_one() {
    let (folder, target) = with_old_file();
    export(&Bench::new().job(), &target).unwrap();
    assert!(std::fs::read(&target).unwrap().starts_with(b"%PDF-"));
    assert_eq!(names(folder.path()), ["a.pdf"]);
}

#[test]
fn a_layout_with_faults_leaves_the_old_file() {
    let (folder, target) = with_old_file();
    for main in ["#nothing", "Ingen titel"] {
        let error = export(&Bench::with_main(main).job(), &target).unwrap_err();
        assert!(matches!(error, ExportError::Layout(_)), "{error:?}");
        assert_untouched(folder.path(), &target);
    }
}

#[test]
fn a_pdf_that_does_not_read_back_leaves_the_old_file() {
    let (folder, target) = with_old_file();
    let without_data = Bench::with_main("#set document(title: \"T\")\nText");
    let error = export(&without_data.job(), &target).unwrap_err();
    assert!(matches!(error, ExportError::ReadBack(_)), "{error:?}");
    assert_untouched(folder.path(), &target);
}

#[test]
fn a_target_that_cannot_be_replaced_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.pdf");
    std::fs::create_dir(&target).unwrap();
    let error = save(b"%PDF-", &target).unwrap_err();
    assert!(matches!(error, ExportError::Write { path, .. } if path == target));
    assert_eq!(names(folder.path()), ["a.pdf"]);
    assert!(target.is_dir());
}

#[test]
fn a_folder_that_is_not_there_is_an_error_and_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let error = save(b"%PDF-", &folder.path().join("b/a.pdf")).unwrap_err();
    assert!(matches!(error, ExportError::Write { .. }), "{error:?}");
    assert!(names(folder.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn colleagues_may_read_what_was_exported() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (ours, plain) = (folder.path().join("a.pdf"), folder.path().join("b.pdf"));
    save(b"%PDF-", &ours).unwrap();
    std::fs::write(&plain, b"%PDF-").unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&ours), mode(&plain));
}

fn with_old_file() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.pdf");
    std::fs::write(&target, b"old").unwrap();
    (folder, target)
}

fn assert_untouched(folder: &Path, target: &Path) {
    assert_eq!(std::fs::read(target).unwrap(), b"old");
    assert_eq!(names(folder), ["a.pdf"]);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}
