//! What a step writes, and what it leaves out.

use chrono::TimeDelta;
use serde_json::{Value, json};
use store::{Changes, Filter, Place, StepHeader, StoreError};

use crate::world::{DOC, GOAL, World, removal, second, set, stamp, values, write};

#[test]
fn a_step_tells_what_it_touched() {
    let (_world, mut store) = World::open();
    let changes = write(
        &mut store,
        1,
        &[set(DOC, "titel", "Plan"), set(GOAL, "titel", "Trygg vård")],
    );
    let place = |obj| Place {
        doc: DOC,
        obj,
        field: "titel".to_owned(),
    };
    assert_eq!(changes.places, [place(DOC), place(GOAL)]);
    assert_eq!(changes.step, Some(store.rows(DOC).unwrap()[0].step));
}

#[test]
fn setting_what_stands_there_writes_nothing() {
    let (_world, mut store) = World::open();
    write(
        &mut store,
        1,
        &[
            set(DOC, "a", json!({ "x": 1, "y": [2.5] })),
            set(DOC, "b", 1),
        ],
    );
    let again = [
        set(DOC, "a", json!({ "y": [2.5], "x": 1 })),
        removal(DOC, "never"),
    ];
    assert_eq!(write(&mut store, 1, &again), Changes::default());
    assert_eq!(store.history(&Filter::default()).unwrap().len(), 1);

    let changes = write(
        &mut store,
        1,
        &[
            set(DOC, "a", json!({ "x": 1, "y": [2.5] })),
            set(DOC, "b", 2),
        ],
    );
    assert_eq!(changes.places.len(), 1);
    assert_eq!(values(&store, DOC, "b"), [Some(json!(2))]);
}

#[test]
fn null_is_a_value_and_a_removal_is_not() {
    let (_world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "a", Value::Null)]);
    assert_eq!(values(&store, DOC, "a"), [Some(Value::Null)]);
    write(&mut store, 1, &[removal(DOC, "a")]);
    assert_eq!(values(&store, DOC, "a"), [None]);
    assert_eq!(
        write(&mut store, 1, &[removal(DOC, "a")]),
        Changes::default()
    );
}

#[test]
fn a_step_that_is_refused_leaves_no_row() {
    let (_world, mut store) = World::open();
    let header = StepHeader {
        stamp: stamp(1),
        op: "set_fields",
        args: json!({}),
    };
    let sets = [set(DOC, "a", 1), set(DOC, "b", 1), set(DOC, "a", 2)];
    let refused = store.step(&header, &sets);
    assert!(matches!(refused, Err(StoreError::SetTwice { obj: DOC, field }) if field == "a"));
    assert_eq!(store.history(&Filter::default()).unwrap(), []);
    assert_eq!(store.rows(DOC).unwrap(), []);
}

#[test]
fn every_text_comes_back_as_it_was() {
    let (world, mut store) = World::open();
    let texts = [
        "Räksmörgås, Åkerö och 'citat' \"inom\" \\ citat".to_owned(),
        "a\u{0}b\u{7}\u{1b}\r\n\t\u{2028}".to_owned(),
        "👩‍👩‍👧 שלום مرحبا e\u{301}".to_owned(),
        "'); DROP TABLE step; --".to_owned(),
        "å".repeat(50_000),
    ];
    for (number, text) in texts.iter().enumerate() {
        write(
            &mut store,
            1,
            &[set(DOC, &format!("fält {number}"), text.as_str())],
        );
    }
    drop(store);
    let store = store::Store::open(&world.path).unwrap();
    for (number, text) in texts.iter().enumerate() {
        assert!(values(&store, DOC, &format!("fält {number}")) == [Some(text.as_str().into())]);
    }
}

#[test]
fn every_number_comes_back_as_it_was() {
    let (_world, mut store) = World::open();
    let numbers = [
        json!(0.1 + 0.2),
        json!(1e-300),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1.0),
    ];
    write(&mut store, 1, &[set(DOC, "numbers", json!(numbers))]);
    assert_eq!(values(&store, DOC, "numbers"), [Some(json!(numbers))]);
}

#[test]
fn a_later_step_is_later_by_id_whatever_the_clock_says() {
    let (world, mut store) = World::open();
    let mut last = None;
    for (number, seconds) in [0, 0, 5, -100, 5].into_iter().enumerate() {
        let mut at = stamp(1);
        at.at = second(seconds) + TimeDelta::microseconds(1_999);
        let header = StepHeader {
            stamp: at,
            op: "set",
            args: json!({}),
        };
        let step = store.step(&header, &[set(DOC, "a", number)]).unwrap().step;
        assert!(step > last);
        last = step;
        drop(store);
        store = store::Store::open(&world.path).unwrap();
    }
    assert_eq!(
        store.rows(DOC).unwrap()[0].at,
        second(5) + TimeDelta::milliseconds(1)
    );
}

#[test]
fn an_author_may_be_unnamed() {
    let (_world, mut store) = World::open();
    let mut nobody = stamp(1);
    nobody.author = None;
    store
        .step(
            &StepHeader {
                stamp: nobody,
                op: "set",
                args: json!({}),
            },
            &[set(DOC, "a", 1)],
        )
        .unwrap();
    assert_eq!(store.rows(DOC).unwrap()[0].author, None);
}
