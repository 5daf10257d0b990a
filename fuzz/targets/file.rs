//! A workspace file, or a colleague's copy, whose bytes somebody has changed: refused, or read and merged.
#![no_main]

use std::{fs, sync::OnceLock};

use libfuzzer_sys::fuzz_target;
use model::id::{ObjectId, RunId, WorkspaceId};
use serde_json::json;
use store::{Set, Stamp, StepHeader, Store};
use uuid::Uuid;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("egen.missiv");
    let other = folder.path().join("utifrån.missiv");
    fs::write(&own, whole()).expect("a file");
    // A file as it is, or changes to a whole one: two bytes of place and one of content each.
    let theirs = if bytes.starts_with(b"SQLite") {
        bytes.to_vec()
    } else {
        changed(bytes)
    };
    fs::write(&other, &theirs).expect("a file");
    if let Ok(store) = Store::open(&other) {
        for document in store.documents().unwrap_or_default() {
            let _ = (store.rows(document), store.removed(document), store.editions(document));
        }
        let _ = (store.conflicts(), store.dump());
    } else {
        assert!(fs::read(&other).expect("it stands") == theirs, "a refused file is as it was");
    }
    let mut store = Store::open(&own).expect("our own file");
    let _ = store.merge(&other);
    drop(store);
    let store = Store::open(&own).expect("our own file, whatever came in");
    store.documents().expect("its documents");
});

fn changed(bytes: &[u8]) -> Vec<u8> {
    let mut theirs = whole().to_vec();
    for change in bytes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % theirs.len();
        theirs[at] = change[2];
    }
    theirs
}

/// A small file as it should be.
fn whole() -> &'static [u8] {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("hel.missiv");
        let id = |number: u128| ObjectId(Uuid::from_u128(number));
        let mut store = Store::create(&path, WorkspaceId(Uuid::from_u128(7))).expect("a file");
        let stamp = Stamp {
            at: chrono::DateTime::from_timestamp(1_782_000_000, 0).expect("a moment"),
            author: Some(id(1)),
            run: RunId(Uuid::from_u128(2)),
        };
        for number in 0..8 {
            let set = Set {
                doc: id(3),
                obj: id(3 + number % 3),
                field: format!("f{}", number % 2),
                value: Some(json!(format!("text {number}"))),
            };
            let args = json!({});
            let header = StepHeader { stamp, op: "set", args };
            store.step(&header, &[set]).expect("a step");
        }
        drop(store);
        fs::read(path).expect("the file")
    })
}
