//! Undo and redo.

use serde_json::{Value, json};
use store::{Filter, Store};

use crate::world::{DOC, GOAL, World, history, removal, run, set, stamp, values, write};

#[test]
fn undo_gives_back_the_value_before_and_redo_the_one_after() {
    let (_world, mut store) = written(&[1, 2, 3]);
    assert_eq!(undo_all(&mut store), [2, 1, 0]);
    assert_eq!(redo_all(&mut store), [1, 2, 3]);
    assert_eq!(undo_all(&mut store), [2, 1, 0]);
}

#[test]
fn undo_answers_with_what_it_took_back() {
    let (_world, mut store) = written(&[1]);
    let peeked = store.can_undo(run(1)).unwrap().unwrap();
    let (action, changes) = store.undo(&stamp(1)).unwrap().unwrap();
    assert_eq!(
        (action.op.as_str(), &action.args),
        ("set_fields", &json!({ "n": 1 }))
    );
    assert_eq!((changes.places.len(), &peeked), (1, &action));
    assert_eq!(store.can_redo(run(1)).unwrap(), Some(action.clone()));
    assert_eq!(store.redo(&stamp(1)).unwrap().unwrap().0, action);
    assert_eq!(store.can_redo(run(1)).unwrap(), None);
}

#[test]
fn a_new_step_ends_redo() {
    let (_world, mut store) = written(&[1, 2]);
    store.undo(&stamp(1)).unwrap();
    write(&mut store, 1, &[set(DOC, "n", 9)]);
    assert_eq!(redo_all(&mut store), [0; 0]);
    assert_eq!(undo_all(&mut store), [1, 0]);
    assert_eq!(redo_all(&mut store), [1, 9]);
}

#[test]
fn undo_is_for_the_steps_of_its_own_run() {
    let (_world, mut store) = written(&[1]);
    write(&mut store, 2, &[set(GOAL, "n", 5)]);
    assert_eq!(store.can_undo(run(3)).unwrap(), None);
    assert!(store.undo(&stamp(3)).unwrap().is_none());
    assert_eq!(undo_all(&mut store), [0]);
    assert_eq!(values(&store, GOAL, "n"), [Some(json!(5))]);
    assert!(store.redo(&stamp(2)).unwrap().is_none());
}

#[test]
fn undo_leaves_what_another_run_wrote_over_it() {
    let (_world, mut store) = written(&[1]);
    write(&mut store, 2, &[set(DOC, "n", 5)]);
    assert_eq!(undo_all(&mut store), [5]);
    assert!(store.undo(&stamp(2)).unwrap().is_some());
    assert_eq!(values(&store, DOC, "n"), [] as [Option<Value>; 0]);
}

#[test]
fn undoing_a_removal_gives_every_field_back() {
    let (_world, mut store) = World::open();
    write(
        &mut store,
        1,
        &[set(GOAL, "titel", "Trygg"), set(GOAL, "pos", 1)],
    );
    let before = store.rows(DOC).unwrap();
    write(
        &mut store,
        1,
        &[removal(GOAL, "titel"), removal(GOAL, "pos")],
    );
    store.undo(&stamp(1)).unwrap();
    assert_eq!(store.rows(DOC).unwrap(), before);
    store.redo(&stamp(1)).unwrap();
    assert_eq!(values(&store, GOAL, "titel"), [None]);
}

#[test]
fn undoing_the_first_step_leaves_no_document() {
    let (_world, mut store) = written(&[1]);
    store.undo(&stamp(1)).unwrap();
    assert_eq!(
        (store.documents().unwrap(), store.rows(DOC).unwrap()),
        (vec![], vec![])
    );
}

#[test]
fn undoing_a_resolution_brings_the_conflict_back() {
    let (_world, mut store) = history::with_a_conflict();
    let conflict = store.conflicts().unwrap();
    write(&mut store, 9, &[set(DOC, "titel", "Sammanvägt")]);
    assert_eq!(store.conflicts().unwrap(), []);
    store.undo(&stamp(9)).unwrap();
    assert_eq!(store.conflicts().unwrap(), conflict);
}

#[test]
fn undo_survives_closing() {
    let (world, mut store) = written(&[1, 2]);
    store.undo(&stamp(1)).unwrap();
    drop(store);
    let mut store = Store::open(&world.path).unwrap();
    assert_eq!(values(&store, DOC, "n"), [Some(json!(1))]);
    assert_eq!(redo_all(&mut store), [2]);
}

#[test]
fn the_history_tells_what_is_undone() {
    let (_world, mut store) = written(&[1, 2]);
    store.undo(&stamp(1)).unwrap();
    let undone = |store: &Store| -> Vec<(String, bool)> {
        let entries = store.history(&Filter::default()).unwrap();
        entries
            .into_iter()
            .map(|entry| (entry.op, entry.undone))
            .collect()
    };
    let say = |entries: &[(&str, bool)]| -> Vec<(String, bool)> {
        entries
            .iter()
            .map(|(op, undone)| ((*op).to_owned(), *undone))
            .collect()
    };
    assert_eq!(
        undone(&store),
        say(&[("undo", false), ("set_fields", true), ("set_fields", false)])
    );
    store.redo(&stamp(1)).unwrap();
    let redone = [
        ("redo", false),
        ("undo", true),
        ("set_fields", false),
        ("set_fields", false),
    ];
    assert_eq!(undone(&store), say(&redone));
}

/// A file where run 1 gave the document's `n` one value after the other.
fn written(numbers: &[i64]) -> (World, Store) {
    let (world, mut store) = World::open();
    for number in numbers {
        write(&mut store, 1, &[set(DOC, "n", *number)]);
    }
    (world, store)
}

/// Undoes run 1 to its beginning and returns what `n` read after each; 0 for nothing.
fn undo_all(store: &mut Store) -> Vec<i64> {
    std::iter::from_fn(|| store.undo(&stamp(1)).unwrap().map(|_| number(store))).collect()
}

fn redo_all(store: &mut Store) -> Vec<i64> {
    std::iter::from_fn(|| store.redo(&stamp(1)).unwrap().map(|_| number(store))).collect()
}

fn number(store: &Store) -> i64 {
    match values(store, DOC, "n").as_slice() {
        [] => 0,
        [Some(value)] => value.as_i64().unwrap(),
        values => panic!("{values:?}"),
    }
}
