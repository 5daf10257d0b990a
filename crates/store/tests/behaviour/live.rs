//! Which changes are live, against the definition spelled out.

use std::collections::BTreeSet;

use serde_json::json;
use store::Store;
use store::dump::{Change, Dump};

use crate::world::history::Past;
use crate::world::{DOC, GOAL, World, removal, set, stamp, write};

const FIELDS: [&str; 3] = ["a", "b", "c"];

/// Steps that saw some of what was before and undid anything, as if many copies had been merged.
#[test]
fn live_follows_its_definition_in_any_history() {
    for seed in 0..120 {
        let mut dice = Dice(seed);
        let mut past = Past::new();
        let mut steps = Vec::new();
        for _ in 0..dice.roll(30) {
            if dice.roll(3) == 0 && !steps.is_empty() {
                steps.push(past.step(1, Some(steps[dice.roll(steps.len())])));
                continue;
            }
            let step = past.step(1, None);
            for field in FIELDS {
                if dice.roll(2) == 0 {
                    continue;
                }
                let seen: Vec<_> = steps
                    .iter()
                    .copied()
                    .filter(|_| dice.roll(4) == 0)
                    .collect();
                past.change(step, DOC, field, Some(json!(dice.roll(9))), &seen);
            }
            steps.push(step);
        }
        let (_world, store) = past.restore();
        assert_eq!(live(&store), by_definition(&past.dump), "seed {seed}");
    }
}

/// What three runs do in one file, where `live` is kept up with every write and not derived at the end.
#[test]
fn live_follows_its_definition_after_every_write() {
    for seed in 0..12 {
        let mut dice = Dice(seed);
        let (_world, mut store) = World::open();
        for _ in 0..40 {
            act(&mut store, &mut dice);
            assert_eq!(
                live(&store),
                by_definition(&store.dump().unwrap()),
                "seed {seed}"
            );
        }
        let other = World::new();
        assert_eq!(
            live(&Store::restore(&other.path, &store.dump().unwrap()).unwrap()),
            live(&store)
        );
    }
}

/// Undo to the beginning and redo to the end passes through every state there was.
#[test]
fn undo_and_redo_pass_through_every_state() {
    for seed in 0..12 {
        let mut dice = Dice(seed);
        let (_world, mut store) = World::open();
        let mut states = vec![store.rows(DOC).unwrap()];
        for number in 0..12 {
            write(
                &mut store,
                1,
                &[
                    set(GOAL, "always", number),
                    set(GOAL, FIELDS[dice.roll(3)], dice.roll(3)),
                ],
            );
            states.push(store.rows(DOC).unwrap());
        }
        for state in states.iter().rev().skip(1) {
            store.undo(&stamp(1)).unwrap().unwrap();
            assert_eq!(&store.rows(DOC).unwrap(), state, "seed {seed}");
        }
        for state in &states[1..] {
            store.redo(&stamp(1)).unwrap().unwrap();
            assert_eq!(&store.rows(DOC).unwrap(), state, "seed {seed}");
        }
    }
}

fn act(store: &mut Store, dice: &mut Dice) {
    let run_number = 1 + dice.roll(3) as u128;
    match dice.roll(6) {
        0 => drop(store.redo(&stamp(run_number)).unwrap()),
        1 | 2 => drop(store.undo(&stamp(run_number)).unwrap()),
        3 => drop(write(
            store,
            run_number,
            &[removal(GOAL, FIELDS[dice.roll(3)])],
        )),
        _ => drop(write(
            store,
            run_number,
            &[
                set(GOAL, FIELDS[dice.roll(3)], dice.roll(3)),
                set(DOC, "a", dice.roll(9)),
            ],
        )),
    }
}

type Key = (String, String, String);

fn live(store: &Store) -> BTreeSet<Key> {
    let rows = store.rows(DOC).unwrap();
    rows.into_iter()
        .map(|row| (row.obj.to_string(), row.field, row.step.to_string()))
        .collect()
}

fn by_definition(dump: &Dump) -> BTreeSet<Key> {
    let is_live = |change: &&Change| {
        let same = |other: &&Change| (&other.obj, &other.field) == (&change.obj, &change.field);
        let field: Vec<&Change> = dump.changes.iter().filter(same).collect();
        let replaced = field
            .iter()
            .any(|newer| !is_undone(dump, &newer.step) && replaces(&field, newer, &change.step));
        !is_undone(dump, &change.step) && !replaced
    };
    let key = |change: &Change| {
        (
            change.obj.clone(),
            change.field.clone(),
            change.step.clone(),
        )
    };
    dump.changes.iter().filter(is_live).map(key).collect()
}

fn is_undone(dump: &Dump, step: &str) -> bool {
    dump.steps
        .iter()
        .any(|undo| undo.undoes.as_deref() == Some(step) && !is_undone(dump, &undo.id))
}

/// Directly, or through another change of the field.
fn replaces(field: &[&Change], newer: &Change, step: &str) -> bool {
    let between = |other: &&&Change| newer.replaces.contains(&other.step);
    newer.replaces.iter().any(|seen| seen == step)
        || field
            .iter()
            .filter(between)
            .any(|other| replaces(field, other, step))
}

/// A linear congruential generator: the same seed, the same history.
struct Dice(u64);

impl Dice {
    /// Returns a number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Another program has set the column of all rows to what it likes: the log tells what is live.
#[test]
fn live_that_contradicts_the_log_is_derived_anew_on_opening() {
    let (world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "a", 1), set(GOAL, "a", 1)]);
    write(&mut store, 1, &[set(DOC, "a", 2)]);
    write(&mut store, 1, &[set(GOAL, "b", 3), removal(GOAL, "a")]);
    store.undo(&stamp(1)).unwrap();
    let before = live(&store);
    drop(store);
    let altered = |sql: &str| {
        let db = rusqlite::Connection::open(&world.path).unwrap();
        assert!(db.execute(sql, []).unwrap() > 0, "{sql}");
    };
    for sql in [
        "UPDATE change SET live = 0",
        "UPDATE change SET live = 0 WHERE field = 'a' AND live",
        "UPDATE change SET live = 1 - live",
    ] {
        altered(sql);
        assert_eq!(live(&Store::open(&world.path).unwrap()), before, "{sql}");
        let db = rusqlite::Connection::open(&world.path).unwrap();
        let count = "SELECT count(*) FROM change WHERE live";
        let stands: i64 = db.query_row(count, [], |row| row.get(0)).unwrap();
        assert_eq!(stands, i64::try_from(before.len()).unwrap(), "{sql}");
    }
}

/// What was taken back and written nowhere else is no contradiction, and opening writes nothing.
#[test]
fn a_file_whose_live_follows_the_log_keeps_its_bytes() {
    let (world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "a", 1)]);
    write(&mut store, 1, &[set(GOAL, "a", 1)]);
    store.undo(&stamp(1)).unwrap();
    drop(store);
    let before = world.bytes();
    drop(Store::open(&world.path).unwrap());
    assert!(world.bytes() == before);
}
