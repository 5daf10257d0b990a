//! Copies to hand over.

use std::fs;

use store::{Access, Store, StoreError};

use crate::world::{DOC, World, set, write};

#[test]
fn a_copy_holds_everything_and_opens_while_the_file_is_open() {
    let (world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "titel", "Plan")]);
    let target = world.folder.path().join("till kollegan ö.missiv");
    store.copy_to(&target).unwrap();
    let copy = Store::open(&target).unwrap();
    assert_eq!(copy.access(), Access::ReadWrite);
    assert_eq!(copy.dump().unwrap(), store.dump().unwrap());
}

#[test]
fn a_copy_takes_the_place_of_an_old_one_and_of_its_journal() {
    let (world, mut store) = World::open();
    let target = world.folder.path().join("kopia.missiv");
    store.put_at(&target).unwrap();
    write(&mut store, 1, &[set(DOC, "titel", "Plan")]);
    drop(store);
    // The journal of another file would be rolled back into the copy.
    let (_, _, journal) = world.cut_short();
    fs::write(world.folder.path().join("kopia.missiv-journal"), journal).unwrap();
    let store = Store::open(&world.path).unwrap();
    store.put_at(&target).unwrap();
    assert_eq!(
        Store::open(&target).unwrap().dump().unwrap(),
        store.dump().unwrap()
    );
}

#[test]
fn a_copy_never_replaces_the_file_itself() {
    let (world, store) = World::open();
    let same = world.folder.path().join(".").join("gruppen.missiv");
    assert!(matches!(store.copy_to(&same), Err(StoreError::OntoItself)));
    let second = Store::open(&world.path).unwrap();
    assert!(matches!(
        second.copy_to(&world.path),
        Err(StoreError::OntoItself)
    ));
}

#[test]
fn a_copy_that_cannot_be_made_leaves_nothing_behind() {
    let (world, store) = World::open();
    let nowhere = world.folder.path().join("saknas").join("kopia.missiv");
    assert!(matches!(store.copy_to(&nowhere), Err(StoreError::Io(_))));
    let taken = world.folder.path().join("mapp");
    fs::create_dir(&taken).unwrap();
    assert!(matches!(store.copy_to(&taken), Err(StoreError::Io(_))));
    drop(store);
    let mut names = world.names();
    names.sort();
    assert_eq!(names, ["gruppen.missiv", "mapp"]);
}

#[test]
fn what_can_only_be_read_can_be_copied() {
    let (world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "titel", "Plan")]);
    let second = Store::open(&world.path).unwrap();
    let target = world.folder.path().join("kopia.missiv");
    second.copy_to(&target).unwrap();
    assert_eq!(
        Store::open(&target).unwrap().dump().unwrap(),
        store.dump().unwrap()
    );
}

/// What a program has written ahead and not put into the file would be missing, and nobody would know.
#[test]
fn a_file_with_something_written_ahead_is_not_taken_for_whole() {
    let (world, mut store) = World::open();
    let target = world.folder.path().join("kopia.missiv");
    store.copy_to(&target).unwrap();
    fs::write(world.folder.path().join("kopia.missiv-wal"), "ahead").unwrap();
    assert!(store.merge(&target).is_err());
}
