//! Everything as JSON and back.

use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::{Value, json};
use store::dump::Dump;
use store::{Fault, Filter, Kind, OpenError, Problem, RestoreError, Store, Table};

use crate::blobs::edition;
use crate::world::{DOC, GOAL, World, history, removal, run, set, stamp, write};

#[test]
fn a_restored_file_has_identical_rows() {
    let (world, store) = eventful();
    let json = serde_json::to_string_pretty(&store.dump().unwrap()).unwrap();
    let other = World::new();
    drop(Store::restore(&other.path, &serde_json::from_str(&json).unwrap()).unwrap());
    drop(store);
    for table in ["step", "change", "blob", "edition", "workspace"] {
        let rows = rows(&world, table);
        assert!(
            !rows.is_empty() && rows == self::rows(&other, table),
            "{table}"
        );
    }
}

#[test]
fn a_restored_file_goes_on_where_the_other_stopped() {
    let (_world, store) = eventful();
    let other = World::new();
    let mut restored = Store::restore(&other.path, &store.dump().unwrap()).unwrap();
    assert_eq!(
        restored.history(&Filter::default()).unwrap(),
        store.history(&Filter::default()).unwrap()
    );
    assert_eq!(
        restored.can_redo(run(1)).unwrap(),
        store.can_redo(run(1)).unwrap()
    );
    assert!(restored.redo(&stamp(1)).unwrap().is_some());
}

#[test]
fn a_restored_file_never_takes_the_place_of_another() {
    let (world, store) = eventful();
    let dump = store.dump().unwrap();
    assert!(matches!(
        Store::restore(&world.path, &dump),
        Err(RestoreError::Open(OpenError::Exists))
    ));
    assert_eq!(store.dump().unwrap(), dump);
}

#[test]
fn a_dump_of_another_format_is_refused() {
    let mut dump = history::Past::new().dump;
    dump.format = 2;
    let world = World::new();
    assert!(matches!(
        Store::restore(&world.path, &dump),
        Err(RestoreError::Format { found: 2 })
    ));
}

#[test]
fn an_unknown_column_is_refused() {
    let (_world, store) = eventful();
    let mut json = serde_json::to_value(store.dump().unwrap()).unwrap();
    json["steps"][0]["device"] = json!("x");
    assert!(serde_json::from_value::<Dump>(json).is_err());
}

/// Each column in turn is given what it must not hold.
#[test]
fn every_malformed_row_is_named() {
    let later = "ffffffff-ffff-7fff-bfff-ffffffffffff";
    let unknown = "0".repeat(64);
    let cases = [
        (
            "/workspace",
            json!("x"),
            Table::Workspace,
            "id",
            Problem::NotAnId,
        ),
        (
            "/steps/1/at",
            json!("i går"),
            Table::Step,
            "at",
            Problem::NotAMoment,
        ),
        (
            "/steps/1/author",
            json!("Anna"),
            Table::Step,
            "author",
            Problem::NotAnId,
        ),
        (
            "/steps/1/run",
            json!(""),
            Table::Step,
            "run",
            Problem::NotAnId,
        ),
        (
            "/steps/1/undoes",
            json!(later),
            Table::Step,
            "undoes",
            Problem::NotEarlier,
        ),
        (
            "/changes/1/doc",
            json!(DOC.to_string().to_uppercase()),
            Table::Change,
            "doc",
            Problem::NotAnId,
        ),
        (
            "/changes/1/obj",
            json!("{}"),
            Table::Change,
            "obj",
            Problem::NotAnId,
        ),
        (
            "/changes/1/step",
            json!(later),
            Table::Change,
            "step",
            Problem::Unknown,
        ),
        (
            "/changes/1/replaces",
            json!([later]),
            Table::Change,
            "replaces",
            Problem::NotEarlier,
        ),
        (
            "/blobs/1/bytes",
            json!("%"),
            Table::Blob,
            "bytes",
            Problem::NotBase64,
        ),
        (
            "/blobs/1/bytes",
            json!("AAAA"),
            Table::Blob,
            "sha256",
            Problem::WrongChecksum,
        ),
        (
            "/editions/0/id",
            json!("1"),
            Table::Edition,
            "id",
            Problem::NotAnId,
        ),
        (
            "/editions/0/doc",
            json!("1"),
            Table::Edition,
            "doc",
            Problem::NotAnId,
        ),
        (
            "/editions/0/kind",
            json!("draft"),
            Table::Edition,
            "kind",
            Problem::NotAKind,
        ),
        (
            "/editions/0/at",
            json!(""),
            Table::Edition,
            "at",
            Problem::NotAMoment,
        ),
        (
            "/editions/0/author",
            json!("Bo"),
            Table::Edition,
            "author",
            Problem::NotAnId,
        ),
        (
            "/editions/0/step",
            json!(later),
            Table::Edition,
            "step",
            Problem::Unknown,
        ),
        (
            "/editions/0/data",
            json!(unknown),
            Table::Edition,
            "data",
            Problem::Unknown,
        ),
        (
            "/editions/0/template",
            json!(unknown),
            Table::Edition,
            "template",
            Problem::Unknown,
        ),
        (
            "/editions/0/pdf",
            json!(unknown),
            Table::Edition,
            "pdf",
            Problem::Unknown,
        ),
    ];
    let (_world, store) = eventful();
    let whole = serde_json::to_value(store.dump().unwrap()).unwrap();
    for (pointer, value, table, column, problem) in cases {
        let mut json = whole.clone();
        set_at(&mut json, pointer, value);
        let row = pointer
            .split('/')
            .nth(2)
            .map_or(0, |row| row.parse().unwrap());
        let fault = Fault {
            table,
            row,
            column,
            problem,
        };
        assert!(faults(json).contains(&fault), "{pointer}");
    }
}

#[test]
fn all_malformed_rows_are_named_at_once() {
    let (_world, store) = eventful();
    let mut dump = store.dump().unwrap();
    let undo = dump
        .steps
        .iter()
        .rfind(|step| step.undoes.is_some())
        .unwrap()
        .id
        .clone();
    dump.steps.push(dump.steps[1].clone());
    dump.changes.push(dump.changes[0].clone());
    dump.changes[2].step = undo;
    dump.steps[0].id = "8f0e4ddf-9d0f-4c5a-9f6a-6a1c9f7a3b11".to_owned();
    let (last_step, last_change) = (dump.steps.len() - 1, dump.changes.len() - 1);
    let found = faults(serde_json::to_value(dump).unwrap());
    let expect = |table, row, column, problem| {
        let fault = Fault {
            table,
            row,
            column,
            problem,
        };
        assert!(found.contains(&fault), "{fault:?} is not in {found:?}");
    };
    expect(Table::Step, 0, "id", Problem::NotAnId);
    expect(Table::Change, 2, "step", Problem::TakesBack);
    expect(Table::Change, last_change, "step", Problem::Duplicate);
    expect(Table::Step, last_step, "id", Problem::Duplicate);
}

/// A file with a bit of everything in it.
fn eventful() -> (World, Store) {
    let (world, mut store) = World::open();
    write(
        &mut store,
        1,
        &[
            set(DOC, "titel", "Å\u{0}ä"),
            set(GOAL, "null", Value::Null),
            set(GOAL, "n", 0.1 + 0.2),
        ],
    );
    write(
        &mut store,
        2,
        &[set(
            DOC,
            "titel",
            json!({ "b": [1e300, -0.0], "a": u64::MAX }),
        )],
    );
    let step = write(&mut store, 1, &[removal(GOAL, "n")]).step.unwrap();
    write(&mut store, 1, &[set(GOAL, "n", 2)]);
    store.undo(&stamp(1)).unwrap();
    store.undo(&stamp(1)).unwrap();
    store.redo(&stamp(1)).unwrap();
    let edition = edition(&mut store, step, Kind::Adopted);
    store.insert_edition(&edition).unwrap();
    (world, store)
}

fn rows(world: &World, table: &str) -> Vec<Vec<Cell>> {
    let db = Connection::open(&world.path).unwrap();
    let mut query = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let width = query.column_count();
    let rows = query
        .query_map([], |row| (0..width).map(|column| row.get(column)).collect())
        .unwrap();
    let mut rows: Vec<Vec<Cell>> = rows.map(Result::unwrap).collect();
    rows.sort_by_key(|row| format!("{row:?}"));
    rows
}

fn set_at(json: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    json.pointer_mut(parent).unwrap()[key] = value;
}

fn faults(json: Value) -> Vec<Fault> {
    let world = World::new();
    let dump = serde_json::from_value(json).unwrap();
    let Err(RestoreError::Malformed(faults)) = Store::restore(&world.path, &dump) else {
        panic!("the dump was taken in");
    };
    assert!(world.names().is_empty());
    faults
}
