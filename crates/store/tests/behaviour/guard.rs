//! What may be opened, and how.

use std::fs;

use rusqlite::Connection;
use store::{Access, OpenError, Store, StoreError, WhyReadOnly};

use crate::world::{DOC, GOAL, WORKSPACE, World, set, stamp, values, write};

#[test]
fn a_new_file_opens_again_with_what_was_written() {
    let (world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "titel", "Mål och handlingsplan")]);
    drop(store);
    let store = Store::open(&world.path).unwrap();
    assert_eq!((store.id(), store.access()), (WORKSPACE, Access::ReadWrite));
    assert_eq!(
        values(&store, DOC, "titel"),
        [Some("Mål och handlingsplan".into())]
    );
}
