//! A whole log as JSON: refused, or restored to a file that says the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use store::{Store, dump::Dump};

fuzz_target!(|bytes: &[u8]| {
    let Ok(dump) = serde_json::from_slice::<Dump>(bytes) else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ny.missiv");
    match Store::restore(&path, &dump) {
        Ok(store) => {
            for document in store.documents().expect("its documents") {
                store.rows(document).expect("its rows");
                store.removed(document).expect("what was removed");
            }
            store.conflicts().expect("its conflicts");
        }
        Err(_) => assert!(!path.exists(), "a refusal leaves no file"),
    }
});
