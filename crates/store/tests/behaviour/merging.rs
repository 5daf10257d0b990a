//! Taking in a colleague's file, case by case.

use std::fs;
use std::path::PathBuf;

use model::id::WorkspaceId;
use rusqlite::Connection;
use serde_json::{Value, json};
use store::{Kind, MergeError, Merged, OpenError, Place, Problem, Store, Table};
use uuid::Uuid;

use crate::blobs::edition;
use crate::world::{DOC, GOAL, World, removal, set, stamp, values, write};

#[test]
fn different_fields_merge_and_one_field_keeps_both_texts() {
    let (world, mut mine, mut theirs) = two();
    write(
        &mut mine,
        2,
        &[set(GOAL, "syfte", "Mitt"), set(GOAL, "mål", "Mitt mål")],
    );
    write(
        &mut theirs,
        3,
        &[set(GOAL, "syfte", "Ditt"), set(GOAL, "metod", "Din metod")],
    );
    let merged = mine.merge(&colleague(&world)).unwrap();
    assert_eq!((merged.steps, merged.changes), (1, 2));
    assert_eq!(merged.conflicts, [place("syfte")]);
    assert_eq!(merged.places, [place("metod"), place("syfte")]);
    assert!(one_and_other(&mine, Some("Mitt"), Some("Ditt")));
    assert_eq!(values(&mine, GOAL, "metod"), [Some(json!("Din metod"))]);
    assert_eq!(values(&mine, GOAL, "mål"), [Some(json!("Mitt mål"))]);
}

#[test]
fn merging_again_or_with_oneself_changes_nothing() {
    let (world, mut mine, mut theirs) = two();
    write(&mut theirs, 3, &[set(GOAL, "syfte", "Ditt")]);
    mine.merge(&colleague(&world)).unwrap();
    let after = mine.dump().unwrap();
    assert_eq!(mine.merge(&colleague(&world)).unwrap(), Merged::default());
    assert_eq!(mine.merge(&world.path).unwrap(), Merged::default());
    assert_eq!(mine.dump().unwrap(), after);
}

#[test]
fn equal_texts_are_no_conflict() {
    let (world, mut mine, mut theirs) = two();
    write(&mut mine, 2, &[set(GOAL, "syfte", "Samma")]);
    write(&mut theirs, 3, &[set(GOAL, "syfte", "Samma")]);
    assert!(mine.merge(&colleague(&world)).unwrap().conflicts.is_empty());
}

#[test]
fn an_edit_stands_against_a_removal() {
    let (world, mut mine, mut theirs) = two();
    write(&mut mine, 2, &[removal(GOAL, "syfte")]);
    write(&mut theirs, 3, &[set(GOAL, "syfte", "Ditt")]);
    assert_eq!(
        mine.merge(&colleague(&world)).unwrap().conflicts,
        [place("syfte")]
    );
    assert!(one_and_other(&mine, None, Some("Ditt")));
}

#[test]
fn a_colleagues_undo_takes_back_what_had_come_in() {
    let (world, mut mine, mut theirs) = two();
    write(&mut theirs, 3, &[set(GOAL, "syfte", "Ditt")]);
    mine.merge(&colleague(&world)).unwrap();
    theirs.undo(&stamp(3)).unwrap().unwrap();
    let merged = mine.merge(&colleague(&world)).unwrap();
    assert_eq!(
        (merged.steps, merged.places.as_slice()),
        (1, &[place("syfte")][..])
    );
    assert_eq!(values(&mine, GOAL, "syfte"), [Some(json!("Före"))]);
    theirs.redo(&stamp(3)).unwrap().unwrap();
    mine.merge(&colleague(&world)).unwrap();
    assert_eq!(values(&mine, GOAL, "syfte"), [Some(json!("Ditt"))]);
}

#[test]
fn what_came_in_is_history_and_no_undo_of_ours() {
    let (world, mut mine, mut theirs) = two();
    write(&mut theirs, 3, &[set(GOAL, "syfte", "Ditt")]);
    mine.merge(&colleague(&world)).unwrap();
    assert!(mine.can_undo(stamp(2).run).unwrap().is_none());
}

#[test]
fn editions_come_with_their_blobs() {
    let (world, mut mine, mut theirs) = two();
    let step = write(&mut theirs, 3, &[set(GOAL, "syfte", "Ditt")])
        .step
        .unwrap();
    let edition = edition(&mut theirs, step, Kind::Submitted);
    theirs.insert_edition(&edition).unwrap();
    let merged = mine.merge(&colleague(&world)).unwrap();
    assert_eq!((merged.editions, merged.blobs), (1, 3));
    assert_eq!(mine.edition(edition.id).unwrap(), Some(edition.clone()));
    assert_eq!(
        mine.blob(edition.pdf).unwrap(),
        theirs.blob(edition.pdf).unwrap()
    );
}

#[test]
fn bytes_kept_under_two_names_get_the_same_one_everywhere() {
    let (world, mut mine, mut theirs) = two();
    mine.put_blob("text/plain", b"x").unwrap();
    theirs.put_blob("application/octet-stream", b"x").unwrap();
    mine.merge(&colleague(&world)).unwrap();
    theirs.merge(&world.path).unwrap();
    assert_eq!(mine.dump().unwrap(), theirs.dump().unwrap());
}

#[test]
fn another_workspaces_file_is_refused() {
    let (world, mut mine, theirs) = two();
    drop(theirs);
    let (path, other) = (colleague(&world), WorkspaceId(Uuid::from_u128(9)));
    fs::remove_file(&path).unwrap();
    drop(Store::create(&path, other).unwrap());
    assert!(
        matches!(mine.merge(&path), Err(MergeError::AnotherWorkspace { found }) if found == other)
    );
}

#[test]
fn a_file_that_is_not_ours_to_the_last_trigger_is_refused() {
    for (batch, expected) in [
        ("DROP TRIGGER edition_stays", "unexpected"),
        (
            "CREATE TRIGGER spy AFTER INSERT ON step BEGIN DELETE FROM change; END",
            "unexpected",
        ),
        ("ALTER TABLE step ADD COLUMN device TEXT", "unexpected"),
        ("PRAGMA user_version = 2", "newer"),
        ("PRAGMA application_id = 1", "another program"),
    ] {
        let (world, mut mine, theirs) = two();
        drop(theirs);
        alter(&world, batch);
        let before = mine.dump().unwrap();
        let error = mine.merge(&colleague(&world)).unwrap_err();
        assert!(error.to_string().contains(expected), "{batch}: {error}");
        assert_eq!(mine.dump().unwrap(), before);
    }
    let (world, mut mine, _theirs) = two();
    let missing = world.folder.path().join("saknas.missiv");
    assert!(matches!(
        mine.merge(&missing),
        Err(MergeError::Other(OpenError::Missing))
    ));
}

/// Each row in turn is made one that cannot be right; the others come in.
#[test]
fn a_malformed_row_is_left_out_and_named_and_the_rest_comes_in() {
    let cases = [
        (
            "UPDATE step SET run = 'x' WHERE op = 'last'",
            Table::Step,
            Problem::NotAnId,
            2,
        ),
        (
            "UPDATE step SET at = 'igår' WHERE op = 'last'",
            Table::Step,
            Problem::NotAMoment,
            2,
        ),
        (
            "UPDATE step SET undoes = id WHERE op = 'last'",
            Table::Step,
            Problem::NotEarlier,
            2,
        ),
        (
            "UPDATE step SET args = '1e999' WHERE op = 'last'",
            Table::Step,
            Problem::Unreadable,
            2,
        ),
        (
            "UPDATE change SET obj = 'x' WHERE field = 'last'",
            Table::Change,
            Problem::NotAnId,
            1,
        ),
        (
            "UPDATE change SET replaces = '[7]' WHERE field = 'last'",
            Table::Change,
            Problem::Unreadable,
            1,
        ),
        (
            "UPDATE change SET replaces = json_array(step) WHERE field = 'last'",
            Table::Change,
            Problem::NotEarlier,
            1,
        ),
        (
            "UPDATE change SET field = CAST(x'ff' AS TEXT) WHERE field = 'last'",
            Table::Change,
            Problem::Unreadable,
            1,
        ),
        (
            "UPDATE change SET value = '\"annat\"' WHERE field = 'syfte'",
            Table::Change,
            Problem::Differs,
            1,
        ),
        (
            "UPDATE blob SET bytes = x'00'",
            Table::Blob,
            Problem::WrongChecksum,
            1,
        ),
    ];
    for (batch, table, problem, least) in cases {
        let (world, mut mine, mut theirs) = two();
        write(&mut theirs, 3, &[set(GOAL, "metod", "Din metod")]);
        write_last(&mut theirs);
        theirs.put_blob("text/plain", b"x").unwrap();
        drop(theirs);
        alter(&world, &format!("PRAGMA foreign_keys = OFF; {batch}"));
        let merged = mine.merge(&colleague(&world)).unwrap();
        let found = &merged.left_out;
        assert!(
            found[0].table == table && found[0].problem == problem,
            "{batch}: {found:?}"
        );
        assert_eq!(found.len(), least, "{batch}: {found:?}");
        assert_eq!(
            values(&mine, GOAL, "metod"),
            [Some(json!("Din metod"))],
            "{batch}"
        );
        assert_eq!(
            values(&mine, GOAL, "syfte"),
            [Some(json!("Före"))],
            "{batch}"
        );
        // What came in can be read, and again it is the same.
        mine.history(&store::Filter::default()).unwrap();
        assert_eq!(mine.merge(&colleague(&world)).unwrap().steps, 0);
    }
}

#[test]
fn a_step_of_a_time_beyond_all_clocks_is_left_out() {
    let (world, mut mine, mut theirs) = two();
    write_last(&mut theirs);
    drop(theirs);
    let id = "fffffffe-ffff-7fff-bfff-ffffffffffff";
    alter(
        &world,
        &format!(
            "PRAGMA foreign_keys = OFF; UPDATE change SET step = '{id}' WHERE field = 'last'; UPDATE step SET id = '{id}' WHERE op = 'last'"
        ),
    );
    let merged = mine.merge(&colleague(&world)).unwrap();
    assert_eq!(merged.left_out[0].problem, Problem::TooLate);
    write(&mut mine, 2, &[set(GOAL, "syfte", "Det går att skriva")]);
}

#[test]
fn a_store_that_is_only_read_takes_nothing_in() {
    let (world, _mine, mut theirs) = two();
    write_last(&mut theirs);
    let mut second = Store::open(&world.path).unwrap();
    assert!(matches!(
        second.merge(&colleague(&world)),
        Err(MergeError::Store(_))
    ));
}

/// A file, and a colleague's copy of it; both are open.
fn two() -> (World, Store, Store) {
    let (world, mut mine) = World::open();
    write(&mut mine, 1, &[set(GOAL, "syfte", "Före")]);
    mine.copy_to(&colleague(&world)).unwrap();
    let theirs = Store::open(&colleague(&world)).unwrap();
    (world, mine, theirs)
}

/// Steps of one millisecond stand in any order.
fn one_and_other(store: &Store, one: Option<&str>, other: Option<&str>) -> bool {
    let found = values(store, GOAL, "syfte");
    let has = |text: Option<&str>| found.contains(&text.map(Value::from));
    found.len() == 2 && has(one) && has(other)
}

fn colleague(world: &World) -> PathBuf {
    world.folder.path().join("kollegans kopia.missiv")
}

fn write_last(store: &mut Store) {
    let header = store::StepHeader {
        stamp: stamp(3),
        op: "last",
        args: json!({}),
    };
    store.step(&header, &[set(GOAL, "last", "Sist")]).unwrap();
}

fn alter(world: &World, batch: &str) {
    let db = Connection::open(colleague(world)).unwrap();
    db.execute_batch(batch).unwrap();
}

fn place(field: &str) -> Place {
    Place {
        doc: DOC,
        obj: GOAL,
        field: field.to_owned(),
    }
}
