//! Documents, removed objects, conflicts and history.

use model::id::ObjectId;
use serde_json::{Value, json};
use store::{Filter, Place, Set, Stamp};
use uuid::Uuid;

use crate::world::{
    CHAIR, DOC, GOAL, World, history, removal, run, second, set, stamp, values, write,
};

#[test]
fn documents_are_those_with_a_live_value() {
    let (_world, mut store) = World::open();
    let other = ObjectId(Uuid::from_u128(0xB0));
    let titel = |doc| Set {
        doc,
        obj: doc,
        field: "titel".to_owned(),
        value: Some(json!("Plan")),
    };
    write(&mut store, 1, &[titel(DOC), titel(other)]);
    assert_eq!(store.documents().unwrap(), [other, DOC]);
    write(&mut store, 1, &[removal(DOC, "titel")]);
    assert_eq!(store.documents().unwrap(), [other]);
}

#[test]
fn a_removed_document_shows_while_a_colleagues_text_lives_in_it() {
    let (_world, mut store) = World::open();
    write(
        &mut store,
        1,
        &[set(DOC, "titel", "Plan"), set(GOAL, "titel", "Trygg")],
    );
    write(&mut store, 1, &[removal(DOC, "titel")]);
    assert_eq!(store.documents().unwrap(), [DOC]);
}

#[test]
fn a_row_tells_who_set_it_when() {
    let (_world, mut store) = World::open();
    let changes = write(&mut store, 1, &[set(DOC, "titel", "Plan")]);
    let rows = store.rows(DOC).unwrap();
    assert_eq!(
        (rows[0].author, rows[0].at, Some(rows[0].step)),
        (Some(CHAIR), second(0), changes.step)
    );
}

#[test]
fn a_removed_object_keeps_its_last_values() {
    let (_world, mut store) = World::open();
    write(
        &mut store,
        1,
        &[
            set(DOC, "titel", "Plan"),
            set(GOAL, "titel", "Trygg"),
            set(GOAL, "pos", 1),
        ],
    );
    write(&mut store, 1, &[set(GOAL, "titel", "Tryggare")]);
    write(&mut store, 1, &[set(GOAL, "titel", "Tryggast")]);
    store.undo(&stamp(1)).unwrap();
    let changes = write(
        &mut store,
        1,
        &[removal(GOAL, "titel"), removal(GOAL, "pos")],
    );
    let removed = store.removed(DOC).unwrap();
    assert_eq!(
        (removed.len(), removed[0].obj, Some(removed[0].step)),
        (1, GOAL, changes.step)
    );
    assert_eq!(
        json!(removed[0].fields),
        json!({ "titel": "Tryggare", "pos": 1 })
    );

    store.undo(&stamp(1)).unwrap();
    assert_eq!(store.removed(DOC).unwrap(), []);
}

#[test]
fn different_live_values_are_a_conflict_with_both_authors() {
    let (_world, store) = history::with_a_conflict();
    let conflicts = store.conflicts().unwrap();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(
        conflicts[0].place,
        Place {
            doc: DOC,
            obj: DOC,
            field: "titel".to_owned()
        }
    );
    let texts: Vec<_> = conflicts[0]
        .rows
        .iter()
        .map(|row| (row.author, row.value.clone()))
        .collect();
    assert_eq!(
        texts,
        [
            (Some(CHAIR), Some(json!("Mitt"))),
            (Some(GOAL), Some(json!("Ditt")))
        ]
    );
    assert_eq!(
        values(&store, DOC, "titel"),
        [Some(json!("Mitt")), Some(json!("Ditt"))]
    );
}

#[test]
fn an_edit_against_a_removal_is_a_conflict_and_equal_values_are_none() {
    let mut past = history::Past::new();
    let first = past.step(1, None);
    past.change(first, DOC, "a", Some(json!("gammalt")), &[]);
    past.change(first, DOC, "b", Some(json!("gammalt")), &[]);
    let (mine, yours) = (past.step(1, None), past.step(2, None));
    past.change(mine, DOC, "a", None, &[first]);
    past.change(yours, DOC, "a", Some(json!("nytt")), &[first]);
    past.change(mine, DOC, "b", Some(json!("lika")), &[first]);
    past.change(yours, DOC, "b", Some(json!("lika")), &[first]);
    let (_world, mut store) = past.restore();
    assert_eq!(values(&store, DOC, "b").len(), 2);
    let conflicts = store.conflicts().unwrap();
    assert_eq!((conflicts.len(), conflicts[0].rows.len()), (1, 2));
    assert_eq!(conflicts[0].place.field, "a");

    let changes = write(&mut store, 3, &[set(DOC, "b", "lika")]);
    assert_eq!(
        (changes.places.len(), values(&store, DOC, "b").len()),
        (1, 1)
    );
}

#[test]
fn the_history_shows_old_and_new_newest_first() {
    let (_world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "titel", "Ett")]);
    write(&mut store, 2, &[set(DOC, "titel", "Två")]);
    write(&mut store, 2, &[removal(DOC, "titel")]);
    let entries = store.history(&Filter::default()).unwrap();
    let edits: Vec<_> = entries
        .iter()
        .map(|entry| (&*entry.edits[0].old, entry.edits[0].new.clone()))
        .collect();
    let (one, two): (Value, Value) = ("Ett".into(), "Två".into());
    assert_eq!(
        edits,
        [
            (std::slice::from_ref(&two), None),
            (std::slice::from_ref(&one), Some(two.clone())),
            (&[], Some(one.clone())),
        ]
    );
    assert_eq!(
        (entries[2].run, entries[2].at, entries[2].author),
        (run(1), second(0), Some(CHAIR))
    );
}

#[test]
fn the_history_shows_every_text_that_a_resolution_replaced() {
    let (_world, mut store) = history::with_a_conflict();
    write(&mut store, 9, &[set(DOC, "titel", "Vårt")]);
    let entries = store
        .history(&Filter {
            limit: Some(1),
            ..Filter::default()
        })
        .unwrap();
    assert_eq!(entries[0].edits[0].old, [json!("Mitt"), json!("Ditt")]);
}

#[test]
fn the_history_can_be_asked_about_one_thing() {
    let (_world, mut store) = World::open();
    write(
        &mut store,
        1,
        &[set(DOC, "titel", 1), set(GOAL, "titel", 1)],
    );
    write(&mut store, 1, &[set(GOAL, "pos", 1)]);
    store.undo(&stamp(1)).unwrap();
    store.redo(&stamp(1)).unwrap();
    let other = Filter {
        doc: Some(GOAL),
        ..Filter::default()
    };
    let goal = Filter {
        obj: Some(GOAL),
        ..Filter::default()
    };
    let title = Filter {
        doc: Some(DOC),
        field: Some("titel".to_owned()),
        ..Filter::default()
    };
    let ops = |filter: &Filter| -> Vec<String> {
        store
            .history(filter)
            .unwrap()
            .into_iter()
            .map(|entry| entry.op)
            .collect()
    };
    assert_eq!(ops(&other), [""; 0]);
    assert_eq!(ops(&goal), ["redo", "undo", "set_fields", "set_fields"]);
    assert_eq!(ops(&title), ["set_fields"]);
    assert_eq!(
        ops(&Filter {
            limit: Some(2),
            ..goal.clone()
        }),
        ["redo", "undo"]
    );
    assert_eq!(store.history(&goal).unwrap()[3].edits.len(), 1);
}

#[test]
fn one_value_can_be_asked_for() {
    let mut past = history::Past::new();
    let (first, second, third) = (past.step(1, None), past.step(2, None), past.step(1, None));
    past.change(first, DOC, "titel", Some(json!("Mitt")), &[]);
    past.change(second, DOC, "titel", Some(json!("Ditt")), &[]);
    past.change(third, DOC, "titel", None, &[]);
    past.change(third, DOC, "borta", None, &[]);
    let (_world, store) = past.restore();
    assert_eq!(store.value(DOC, DOC, "titel").unwrap(), Some(json!("Ditt")));
    assert_eq!(store.value(DOC, DOC, "borta").unwrap(), None);
    assert_eq!(store.value(GOAL, DOC, "titel").unwrap(), None);
}

#[test]
fn a_documents_newest_step_counts_what_was_taken_back() {
    let (_world, mut store) = World::open();
    assert_eq!(store.newest_step(DOC).unwrap(), None);
    let first = write(&mut store, 1, &[set(DOC, "titel", 1)]).step;
    let elsewhere = Set {
        doc: GOAL,
        ..set(GOAL, "titel", 1)
    };
    write(&mut store, 2, &[elsewhere]);
    assert_eq!(store.newest_step(DOC).unwrap(), first);
    let later = Stamp {
        at: second(60),
        ..stamp(1)
    };
    let undo = store.undo(&later).unwrap().unwrap().1.step;
    assert_eq!(store.newest_step(DOC).unwrap(), undo);
    assert_eq!(store.newest_moment(DOC).unwrap(), Some(second(60)));
}
