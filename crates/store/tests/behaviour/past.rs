//! What stood there before, and what two texts have in common.

use serde_json::json;
use store::{Moment, Place};

use crate::world::history::{Past, with_a_conflict};
use crate::world::{DOC, GOAL, World, removal, set, stamp, write};

#[test]
fn every_moment_reads_as_it_did_then() {
    let (_world, mut store) = World::open();
    let mut moments = Vec::new();
    for round in 0..4 {
        let sets = [set(GOAL, "rubrik", round), set(DOC, "titel", round % 2)];
        moments.extend(
            write(&mut store, 1, &sets)
                .step
                .map(|step| (step, store.rows(DOC).unwrap())),
        );
        let (_, changes) = store.undo(&stamp(1)).unwrap().unwrap();
        moments.extend(changes.step.map(|step| (step, store.rows(DOC).unwrap())));
    }
    write(
        &mut store,
        1,
        &[removal(GOAL, "rubrik"), set(DOC, "titel", "Sist")],
    );
    assert_eq!(moments.len(), 8);
    for (step, rows) in moments {
        assert_eq!(store.at(DOC, Moment::Step(step)).unwrap().rows, rows);
    }
}

#[test]
fn the_present_reads_the_same_from_the_log_as_from_the_live_rows() {
    let (_world, mut store) = World::open();
    write(
        &mut store,
        1,
        &[set(GOAL, "rubrik", "Mål"), set(GOAL, "@kind", "goal")],
    );
    write(
        &mut store,
        1,
        &[removal(GOAL, "rubrik"), removal(GOAL, "@kind")],
    );
    let now = store
        .at(DOC, Moment::At(chrono::DateTime::<chrono::Utc>::MAX_UTC))
        .unwrap();
    assert_eq!(now.rows, store.rows(DOC).unwrap());
    assert_eq!(now.remains, store.remains(DOC).unwrap());
    let held: Vec<_> = now
        .remains
        .iter()
        .map(|found| (found.field.as_str(), found.value.clone()))
        .collect();
    assert_eq!(held, [("@kind", json!("goal")), ("rubrik", json!("Mål"))]);
}

#[test]
fn an_undone_value_is_nothing_that_a_removed_field_held() {
    let (_world, mut store) = World::open();
    write(&mut store, 1, &[set(GOAL, "rubrik", "Kvar")]);
    write(&mut store, 1, &[set(GOAL, "rubrik", "Ångrat")]);
    store.undo(&stamp(1)).unwrap().unwrap();
    write(&mut store, 1, &[removal(GOAL, "rubrik")]);
    assert_eq!(store.remains(DOC).unwrap()[0].value, json!("Kvar"));
}

#[test]
fn two_texts_come_from_the_one_that_both_saw() {
    let (_world, store) = with_a_conflict();
    let place = Place {
        doc: DOC,
        obj: DOC,
        field: "titel".to_owned(),
    };
    assert_eq!(store.common_base(&place).unwrap(), Some(json!("Före")));
    let mut past = Past::new();
    for run_number in [1, 2] {
        let step = past.step(run_number, None);
        past.change(step, DOC, "titel", Some(json!(run_number)), &[]);
    }
    let (_world, store) = past.restore();
    assert_eq!(store.common_base(&place).unwrap(), None);
}
