//! Forgetting: the bytes are gone, from here and from every copy that merges, and nothing else is.

use std::fs;
use std::path::{Path, PathBuf};

use model::id::ObjectId;
use serde_json::{Value, json};
use store::{Filter, Kind, Set, Sha256, StepHeader, Store};
use uuid::Uuid;

use crate::blobs::edition;
use crate::world::{CHAIR, GOAL, World, run, stamp, values, write};

const NAME: &str = "Kerstin Bergqvist-Ahlgren";
const OTHER: ObjectId = ObjectId(Uuid::from_u128(0xC2));

fn person(store: &mut Store, object: ObjectId, field: &str, value: impl Into<Value>) {
    let set = Set {
        doc: store.people(),
        obj: object,
        field: field.to_owned(),
        value: Some(value.into()),
    };
    write(store, 1, &[set]);
}

fn purge(store: &mut Store, object: ObjectId) {
    let header = StepHeader {
        stamp: stamp(9),
        op: "purge",
        args: json!({ "object": object }),
    };
    store.purge(&header, object).unwrap();
}

/// Whether a file holds a text anywhere, between its rows too.
fn holds(path: &Path, text: &str) -> bool {
    let bytes = fs::read(path).unwrap();
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

fn copy(world: &World, name: &str) -> PathBuf {
    let path = world.folder.path().join(name);
    fs::copy(&world.path, &path).unwrap();
    path
}

/// A person whose name was written many times over, with a picture, beside another person and a goal.
fn written() -> (World, Store, Sha256) {
    let (world, mut store) = World::open();
    for turn in 0..40 {
        person(
            &mut store,
            CHAIR,
            "namn",
            format!("{NAME} {turn} {}", "x".repeat(turn * 37)),
        );
    }
    person(&mut store, CHAIR, "@kind", "person");
    person(&mut store, OTHER, "namn", "Nils Nilsson");
    let picture = store.put_blob("image/png", NAME.as_bytes()).unwrap();
    person(
        &mut store,
        CHAIR,
        "bild",
        json!({ "sha256": picture.to_string() }),
    );
    write(
        &mut store,
        1,
        &[crate::world::set(GOAL, "syfte", "Ett mål")],
    );
    (world, store, picture)
}

#[test]
fn no_byte_of_a_purged_person_is_left_in_the_file() {
    let (world, mut store, picture) = written();
    assert!(holds(&world.path, NAME));
    purge(&mut store, CHAIR);
    assert_eq!(store.blob(picture).unwrap(), None);
    let people = store.people();
    let left: Vec<_> = store
        .rows(people)
        .unwrap()
        .into_iter()
        .filter(|row| row.value.is_some())
        .collect();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].obj, OTHER);
    assert_eq!(store.remains(people).unwrap(), []);
    assert_eq!(values(&store, GOAL, "syfte"), [Some(json!("Ett mål"))]);
    drop(store);
    assert!(!holds(&world.path, "Bergqvist"));
    assert!(!world.journal().exists() || !holds(&world.journal(), "Bergqvist"));
    // The file is as whole as any.
    let store = Store::open(&world.path).unwrap();
    assert!(store.history(&Filter::default()).unwrap().len() > 40);
}

#[test]
fn a_purge_reaches_every_copy_and_no_copy_brings_the_person_back() {
    let (world, mine, _) = written();
    drop(mine);
    let (theirs, third) = (
        copy(&world, "kollegan.missiv"),
        copy(&world, "tredje.missiv"),
    );
    let mut mine = Store::open(&world.path).unwrap();
    purge(&mut mine, CHAIR);
    // Meanwhile the colleague writes about the person, and somewhere else.
    let mut colleague = Store::open(&theirs).unwrap();
    person(&mut colleague, CHAIR, "namn", format!("{NAME} igen"));
    person(&mut colleague, CHAIR, "telefon", "Bergqvists telefon");
    person(&mut colleague, OTHER, "namn", "Nils N.");
    let late = colleague.put_blob("image/png", b"Bergqvists bild").unwrap();
    person(
        &mut colleague,
        CHAIR,
        "bild",
        json!({ "sha256": late.to_string() }),
    );
    drop(colleague);
    let merged = mine.merge(&theirs).unwrap();
    assert_eq!((merged.left_out.len(), merged.conflicts.len()), (0, 0));
    assert_eq!(mine.blob(late).unwrap(), None);
    assert_eq!(mine.merge(&theirs).unwrap().changes, 0);
    drop(mine);
    assert!(!holds(&world.path, "Bergqvist"));
    // The other way round, and on through a third copy that never saw the purge itself.
    let mut colleague = Store::open(&theirs).unwrap();
    assert_eq!(colleague.merge(&world.path).unwrap().left_out, []);
    drop(colleague);
    assert!(!holds(&theirs, "Bergqvist"));
    let mut last = Store::open(&third).unwrap();
    assert_eq!(last.merge(&theirs).unwrap().left_out, []);
    let (one, other) = (
        last.dump().unwrap(),
        Store::open(&theirs).unwrap().dump().unwrap(),
    );
    drop(last);
    assert!(!holds(&third, "Bergqvist"));
    assert_eq!(one, other);
}

#[test]
fn what_was_adopted_stays_and_what_else_names_a_blob_keeps_it() {
    let (_world, mut store, picture) = written();
    let data = json!({ "image": format!("{picture}.png"), "name": NAME }).to_string();
    let data = store.put_blob("application/json", data.as_bytes()).unwrap();
    let people = store.people();
    let step = store.newest_step(people).unwrap().unwrap();
    let mut edition = edition(&mut store, step, Kind::Adopted);
    edition.data = data;
    store.insert_edition(&edition).unwrap();
    purge(&mut store, CHAIR);
    assert!(store.blob(data).unwrap().is_some());
    assert!(store.blob(picture).unwrap().is_some());
}

/// A mark from elsewhere on anything but a person blanks nothing.
#[test]
fn a_mark_outside_the_people_does_nothing() {
    let (world, store, _) = written();
    drop(store);
    let theirs = copy(&world, "kollegan.missiv");
    let mut colleague = Store::open(&theirs).unwrap();
    let people = colleague.people();
    write(
        &mut colleague,
        5,
        &[crate::world::set(GOAL, "@purged", true)],
    );
    let root = Set {
        doc: people,
        obj: people,
        field: "@purged".to_owned(),
        value: Some(json!(true)),
    };
    write(&mut colleague, 5, &[root]);
    person(&mut colleague, people, "namn", "Gruppen");
    drop(colleague);
    let mut mine = Store::open(&world.path).unwrap();
    mine.merge(&theirs).unwrap();
    assert_eq!(values(&mine, GOAL, "syfte"), [Some(json!("Ett mål"))]);
    let rows = mine.rows(people).unwrap();
    assert!(
        rows.iter()
            .any(|row| row.obj == people && row.value == Some(json!("Gruppen")))
    );
}

#[test]
fn a_purge_cannot_be_taken_back() {
    let (_world, mut store, _) = written();
    purge(&mut store, CHAIR);
    while store.undo(&stamp(1)).unwrap().is_some() {}
    assert!(store.can_undo(run(1)).unwrap().is_none());
    let rows = store.rows(store.people()).unwrap();
    assert!(rows.iter().all(|row| row.value.is_none()));
}
