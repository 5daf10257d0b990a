//! A file in a folder of its own, people, runs and moments: what every test needs.

pub mod history;

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use model::id::{ObjectId, RunId, WorkspaceId};
use rusqlite::Connection;
use serde_json::{Value, json};
use store::{Changes, Set, Stamp, StepHeader, Store};
use tempfile::TempDir;
use uuid::Uuid;

pub struct World {
    pub folder: TempDir,
    pub path: PathBuf,
}

pub const WORKSPACE: WorkspaceId = WorkspaceId(Uuid::from_u128(0xA0));
pub const DOC: ObjectId = ObjectId(Uuid::from_u128(0xD0));
pub const GOAL: ObjectId = ObjectId(Uuid::from_u128(0xD1));
pub const CHAIR: ObjectId = ObjectId(Uuid::from_u128(0xC1));

impl World {
    /// An empty folder, whose name needs escaping in an URI.
    pub fn new() -> Self {
        let name = if cfg!(windows) {
            "året 50% #1"
        } else {
            "året 50% #1?"
        };
        let folder = tempfile::Builder::new().prefix(name).tempdir().unwrap();
        let path = folder.path().join("gruppen.missiv");
        Self { folder, path }
    }

    /// A folder with a new file, open.
    pub fn open() -> (Self, Store) {
        let world = Self::new();
        let store = Store::create(&world.path, WORKSPACE).unwrap();
        (world, store)
    }

    /// What stands in the folder.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    pub fn journal(&self) -> PathBuf {
        self.folder.path().join("gruppen.missiv-journal")
    }

    /// The closed file as it is, and as it and its journal stand in the middle of a commit.
    pub fn cut_short(&self) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
        let before = self.bytes();
        let db = Connection::open(&self.path).unwrap();
        // With next to no cache, SQLite writes to the file before the commit.
        db.execute_batch("PRAGMA cache_size = 1; BEGIN; UPDATE change SET value = json_quote(hex(randomblob(9000)))")
            .unwrap();
        let after = (
            fs::read(&self.path).unwrap(),
            fs::read(self.journal()).unwrap(),
        );
        db.execute_batch("ROLLBACK").unwrap();
        (before, after.0, after.1)
    }

    pub fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap()
    }
}

pub fn run(number: u128) -> RunId {
    RunId(Uuid::from_u128(number))
}

/// A moment on the first of April 2026.
pub fn second(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_775_001_600, 0).unwrap() + TimeDelta::seconds(seconds)
}

pub fn stamp(run_number: u128) -> Stamp {
    Stamp {
        at: second(0),
        author: Some(CHAIR),
        run: run(run_number),
    }
}

pub fn set(obj: ObjectId, field: &str, value: impl Into<Value>) -> Set {
    Set {
        doc: DOC,
        obj,
        field: field.to_owned(),
        value: Some(value.into()),
    }
}

pub fn removal(obj: ObjectId, field: &str) -> Set {
    Set {
        doc: DOC,
        obj,
        field: field.to_owned(),
        value: None,
    }
}

/// Sets fields of [`DOC`] in one step of a run.
pub fn write(store: &mut Store, run_number: u128, sets: &[Set]) -> Changes {
    let header = StepHeader {
        stamp: stamp(run_number),
        op: "set_fields",
        args: json!({ "n": sets.len() }),
    };
    store.step(&header, sets).unwrap()
}

/// The live values of a field of [`DOC`], by step.
pub fn values(store: &Store, obj: ObjectId, field: &str) -> Vec<Option<Value>> {
    let rows = store.rows(DOC).unwrap();
    rows.into_iter()
        .filter(|row| row.obj == obj && row.field == field)
        .map(|row| row.value)
        .collect()
}
