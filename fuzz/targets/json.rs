//! A document, or a whole file, as JSON: refused with a sentence and no file, or taken in so that everything can be asked of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use workspace::{Library, Workspace};

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ny.missiv");
    match Workspace::create_from_json(&path, Library::bundled(), bytes) {
        Ok(workspace) => {
            for line in workspace.documents().expect("its documents") {
                workspace.text(line.id).expect("its text");
                workspace.check(line.id).expect("its faults");
            }
        }
        Err(error) => {
            assert!(!path.exists(), "a refusal leaves no file");
            let sentence = error.sentence();
            assert!(sentence.text.ends_with(['.', '?', '!']) && !sentence.hint.is_empty());
        }
    }
});
