//! Three copies, edited and exchanged at random: in the end they hold the same rows, and nobody's step is lost.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use model::id::{ObjectId, StepId};
use store::{Set, Store};
use uuid::Uuid;

use crate::world::{DOC, World, removal, set, stamp, write};

const FIELDS: [&str; 3] = ["rubrik", "@parent", "@pos"];

#[test]
fn copies_converge_for_seeds_below_70() {
    (0..70).for_each(converges);
}

#[test]
fn copies_converge_for_seeds_below_140() {
    (70..140).for_each(converges);
}

#[test]
fn copies_converge_for_seeds_below_210() {
    (140..210).for_each(converges);
}

fn converges(seed: u64) {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9));
    let world = World::new();
    let mut copies = Copies::new(&world);
    for _ in 0..12 {
        match dice.roll(4) {
            0 => copies.exchange(&mut dice),
            _ => copies.act(&mut dice),
        }
    }
    copies.settle(&mut dice);
    let [first, second, third] = &copies.stores;
    let rows = first.rows(DOC).unwrap();
    let dump = first.dump().unwrap();
    for other in [second, third] {
        assert_eq!(other.dump().unwrap(), dump, "seed {seed}");
        assert_eq!(other.rows(DOC).unwrap(), rows, "seed {seed}");
    }
    let steps: BTreeSet<String> = dump.steps.iter().map(|step| step.id.clone()).collect();
    let written: BTreeSet<String> = copies.written.iter().map(ToString::to_string).collect();
    assert!(steps.is_superset(&written), "seed {seed}: a step is lost");
    // Derived all at once, `live` is what it became merge by merge.
    if seed.is_multiple_of(7) {
        let path = world.folder.path().join("ny.missiv");
        assert_eq!(
            Store::restore(&path, &dump).unwrap().rows(DOC).unwrap(),
            rows,
            "seed {seed}"
        );
    }
}

struct Copies {
    paths: [PathBuf; 3],
    stores: [Store; 3],
    written: Vec<StepId>,
}

impl Copies {
    fn new(world: &World) -> Self {
        let path = |name: &str| world.folder.path().join(name);
        let paths = [path("a.missiv"), path("b.missiv"), path("c.missiv")];
        let mut first = Store::create(&paths[0], crate::world::WORKSPACE).unwrap();
        let sets: Vec<Set> = (0..3).map(|n| set(object(n), "rubrik", "Före")).collect();
        let written = write(&mut first, 9, &sets).step.into_iter().collect();
        first.copy_to(&paths[1]).unwrap();
        first.copy_to(&paths[2]).unwrap();
        let stores = [first, open(&paths[1]), open(&paths[2])];
        Self {
            paths,
            stores,
            written,
        }
    }

    /// One person does one thing: writes, removes, moves, settles a conflict, takes back or does again.
    fn act(&mut self, dice: &mut Dice) {
        let who = dice.roll(3);
        let (store, run) = (&mut self.stores[who], who as u128);
        let changes = match dice.roll(8) {
            0 => store.undo(&stamp(run)).unwrap().map(|(_, changes)| changes),
            1 => store.redo(&stamp(run)).unwrap().map(|(_, changes)| changes),
            2 => {
                let gone = object(dice.roll(3));
                let sets: Vec<Set> = FIELDS.iter().map(|field| removal(gone, field)).collect();
                Some(write(store, run, &sets))
            }
            3 => {
                let above = object(dice.roll(3)).to_string();
                let moved = object(dice.roll(3));
                Some(write(
                    store,
                    run,
                    &[
                        set(moved, "@parent", above),
                        set(moved, "@pos", dice.roll(5)),
                    ],
                ))
            }
            4 => {
                let sets: Vec<Set> = store
                    .conflicts()
                    .unwrap()
                    .into_iter()
                    .map(|found| Set {
                        doc: found.place.doc,
                        obj: found.place.obj,
                        field: found.place.field,
                        value: found.rows[dice.roll(found.rows.len())].value.clone(),
                    })
                    .collect();
                Some(write(store, run, &sets))
            }
            _ => Some(write(
                store,
                run,
                &[set(object(dice.roll(3)), "rubrik", dice.roll(4))],
            )),
        };
        self.written
            .extend(changes.and_then(|changes| changes.step));
    }

    /// One takes in what another has at the moment.
    fn exchange(&mut self, dice: &mut Dice) {
        let (to, from) = (dice.roll(3), dice.roll(3));
        self.stores[to].merge(&self.paths[from]).unwrap();
    }

    /// Everything reaches everybody, in an order of its own.
    fn settle(&mut self, dice: &mut Dice) {
        let first = dice.roll(3);
        let [a, b, c] = [first, (first + 1 + dice.roll(2)) % 3, 0];
        let c = (0..3).find(|n| *n != a && *n != b).unwrap_or(c);
        for (to, from) in [(a, b), (a, c), (b, c), (b, a), (c, a)] {
            let merged = self.stores[to].merge(&self.paths[from]).unwrap();
            assert!(merged.left_out.is_empty(), "{:?}", merged.left_out);
        }
    }
}

fn object(number: usize) -> ObjectId {
    ObjectId(Uuid::from_u128(0xE0 + number as u128))
}

fn open(path: &Path) -> Store {
    Store::open(path).unwrap()
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
