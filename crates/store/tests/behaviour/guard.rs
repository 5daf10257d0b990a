//! What may be opened, and how.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use rusqlite::Connection;
use store::{Access, OpenError, StepHeader, Store, StoreError, WhyReadOnly};

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

/// On Windows nobody can take away a file that is open.
#[cfg(unix)]
#[test]
fn a_file_that_was_moved_or_replaced_takes_nothing_until_it_is_back() {
    let (world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "titel", "Före")]);
    let refuses = |store: &mut Store, number| {
        let header = StepHeader {
            stamp: stamp(number),
            op: "set",
            args: serde_json::json!({}),
        };
        let step = store.step(&header, &[set(DOC, "titel", "Efter")]);
        assert!(matches!(step, Err(StoreError::Moved)), "{step:?}");
    };
    let away = world.folder.path().join("undan.missiv");
    fs::rename(&world.path, &away).unwrap();
    refuses(&mut store, 2);
    fs::copy(&away, &world.path).unwrap();
    refuses(&mut store, 3);
    fs::rename(&away, &world.path).unwrap();
    write(&mut store, 4, &[set(DOC, "titel", "Åter")]);
    assert_eq!(values(&store, DOC, "titel"), [Some("Åter".into())]);
}

/// A program that syncs folders, or an editor, writes into the file itself: its name and place are the same.
#[cfg(unix)]
#[test]
fn a_file_that_was_written_over_takes_nothing_until_it_is_whole() {
    let (world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "titel", "Före")]);
    let before = kept(&world);
    for spoilt in [&b""[..], &b"dagbok"[..], &[0; 8192]] {
        over(&world, spoilt);
        let header = StepHeader {
            stamp: stamp(2),
            op: "set",
            args: serde_json::json!({}),
        };
        let step = store.step(&header, &[set(DOC, "titel", "Efter")]);
        assert!(matches!(step, Err(StoreError::Moved)), "{step:?}");
    }
    over(&world, &before);
    write(&mut store, 3, &[set(DOC, "titel", "Åter")]);
    assert_eq!(values(&store, DOC, "titel"), [Some("Åter".into())]);
    drop(store);
    let store = Store::open(&world.path).unwrap();
    assert_eq!(values(&store, DOC, "titel"), [Some("Åter".into())]);
}

/// Writes over what a file holds, in a program of its own: on Unix one that closes a file gives up its process's locks.
#[cfg(unix)]
fn over(world: &World, bytes: &[u8]) {
    let from = world.folder.path().join("annat");
    fs::write(&from, bytes).unwrap();
    let script = "cat \"$1\" > \"$2\"";
    let mut copy = Command::new("sh");
    let copy = copy.args(["-c", script, "sh"]).arg(&from).arg(&world.path);
    assert!(copy.status().unwrap().success());
}

#[cfg(unix)]
fn kept(world: &World) -> Vec<u8> {
    let copied = Command::new("cat").arg(&world.path).output().unwrap();
    copied.stdout
}

#[test]
fn a_new_file_never_takes_the_place_of_another() {
    let world = World::new();
    fs::write(&world.path, "dagbok").unwrap();
    assert!(matches!(
        Store::create(&world.path, WORKSPACE),
        Err(OpenError::Exists)
    ));
    assert_eq!(world.bytes(), b"dagbok");
    assert_eq!(world.names(), ["gruppen.missiv"]);
}

#[test]
fn a_missing_file_is_not_made() {
    let world = World::new();
    assert!(matches!(Store::open(&world.path), Err(OpenError::Missing)));
    assert!(world.names().is_empty());
}

#[test]
fn what_is_no_database_is_refused_and_left_alone() {
    let world = World::new();
    refuses(&world, b"", |error| matches!(error, OpenError::Empty));
    refuses(&world, b"S", |error| matches!(error, OpenError::Empty));
    refuses(&world, b"SQLite format 3\0", |error| {
        matches!(error, OpenError::NotSqlite)
    });
    refuses(&world, "Kära dagbok. ".repeat(900).as_bytes(), |error| {
        matches!(error, OpenError::NotSqlite)
    });
    assert!(matches!(
        Store::open(world.folder.path()),
        Err(OpenError::NotSqlite)
    ));
}

#[test]
fn another_programs_database_is_refused_and_left_alone() {
    let world = World::new();
    let batch = "PRAGMA application_id = 77; PRAGMA user_version = 3; CREATE TABLE t(x)";
    Connection::open(&world.path)
        .unwrap()
        .execute_batch(batch)
        .unwrap();
    refuses(&world, &world.bytes(), |error| {
        matches!(
            error,
            OpenError::NotOurs {
                application_id: 77,
                version: 3
            }
        )
    });
}

#[test]
fn a_file_cut_short_is_refused_and_left_alone() {
    let world = filled();
    let whole = world.bytes();
    for length in (2..whole.len()).step_by(1_531) {
        refuses(&world, &whole[..length], |error| {
            matches!(error, OpenError::Damaged { .. } | OpenError::NotSqlite)
        });
    }
}

#[test]
fn a_file_with_an_overwritten_page_is_refused_and_left_alone() {
    let world = filled();
    let whole = world.bytes();
    let mut damaged = 0;
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096..][..4096].fill(0xFF);
        fs::write(&world.path, &bytes).unwrap();
        match Store::open(&world.path) {
            // The inside of a long text has no structure that a check could find broken.
            Ok(_) => continue,
            Err(OpenError::Damaged { report }) => assert!(!report.is_empty()),
            Err(error) => panic!("page {page}: {error:?}"),
        }
        damaged += 1;
        assert!(world.bytes() == bytes, "page {page}");
    }
    assert!(damaged >= 10, "{damaged}");
}

#[test]
fn a_foreign_trigger_is_refused() {
    let (world, store) = World::open();
    drop(store);
    let trigger = "CREATE TRIGGER spy AFTER INSERT ON step BEGIN DELETE FROM change; END; DROP INDEX step_run";
    Connection::open(&world.path)
        .unwrap()
        .execute_batch(trigger)
        .unwrap();
    refuses(
        &world,
        &world.bytes(),
        |error| matches!(error, OpenError::Altered { objects } if objects == &["spy", "step_run"]),
    );
}

/// SQLite keeps the names of triggers apart from those of tables.
#[test]
fn a_foreign_trigger_with_the_name_of_a_table_is_refused() {
    let (world, store) = World::open();
    drop(store);
    let trigger = "CREATE TRIGGER change AFTER INSERT ON step BEGIN DELETE FROM change; END";
    Connection::open(&world.path)
        .unwrap()
        .execute_batch(trigger)
        .unwrap();
    refuses(
        &world,
        &world.bytes(),
        |error| matches!(error, OpenError::Altered { objects } if objects == &["change"]),
    );
}

#[test]
fn a_file_that_lacks_a_step_of_its_changes_is_damaged() {
    let world = filled();
    Connection::open(&world.path)
        .unwrap()
        .execute_batch(
            "PRAGMA foreign_keys = OFF; DELETE FROM step WHERE id = (SELECT min(id) FROM step)",
        )
        .unwrap();
    refuses(&world, &world.bytes(), |error| {
        matches!(error, OpenError::Damaged { .. })
    });
}

#[test]
fn a_newer_file_is_read_and_never_written() {
    let world = filled();
    let newer =
        "PRAGMA user_version = 7; CREATE TABLE later(x); ALTER TABLE step ADD COLUMN device TEXT";
    Connection::open(&world.path)
        .unwrap()
        .execute_batch(newer)
        .unwrap();
    let before = world.bytes();
    let mut store = Store::open(&world.path).unwrap();
    let why = WhyReadOnly::Newer { version: 7 };
    assert_eq!(store.access(), Access::ReadOnly(why));
    assert_eq!(values(&store, DOC, "titel"), [Some("Plan".into())]);
    assert!(
        matches!(store.put_blob("image/png", b"x"), Err(StoreError::ReadOnly(found)) if found == why)
    );
    assert!(matches!(
        store.undo(&stamp(1)),
        Err(StoreError::ReadOnly(_))
    ));
    assert!(world.bytes() == before);
}

#[test]
fn a_newer_file_without_our_columns_is_refused() {
    let world = filled();
    let newer = "PRAGMA user_version = 7; ALTER TABLE change RENAME COLUMN field TO name";
    Connection::open(&world.path)
        .unwrap()
        .execute_batch(newer)
        .unwrap();
    refuses(&world, &world.bytes(), |error| {
        matches!(error, OpenError::Newer { version: 7 })
    });
}

#[test]
fn a_commit_that_was_cut_short_is_rolled_back() {
    let world = filled();
    let (before, half_written, journal) = world.cut_short();
    assert!(half_written != before);
    fs::write(&world.path, half_written).unwrap();
    fs::write(world.journal(), journal).unwrap();
    let store = Store::open(&world.path).unwrap();
    assert_eq!(store.access(), Access::ReadWrite);
    assert_eq!(values(&store, DOC, "titel"), [Some("Plan".into())]);
}

/// The folder is write-protected for all that SQLite can tell; permissions do not bind whoever runs as root.
#[cfg(unix)]
#[test]
fn a_file_whose_journal_cannot_be_made_is_only_read() {
    let world = filled();
    std::os::unix::fs::symlink(world.folder.path().join("saknas/journal"), world.journal())
        .unwrap();
    let before = world.bytes();
    let mut store = Store::open(&world.path).unwrap();
    assert_eq!(store.access(), Access::ReadOnly(WhyReadOnly::Permission));
    assert_eq!(values(&store, DOC, "titel"), [Some("Plan".into())]);
    assert!(matches!(
        store.undo(&stamp(1)),
        Err(StoreError::ReadOnly(WhyReadOnly::Permission))
    ));
    assert!(world.bytes() == before);
}

/// Opening the file again looks at it, and a look with an ordinary file handle would unlock it on POSIX.
#[test]
fn the_lock_holds_against_this_program_and_others() {
    if let Some(path) = env::var_os("STORE_CHILD") {
        let store = Store::open(Path::new(&path)).unwrap();
        assert_eq!(values(&store, DOC, "titel"), [Some("Plan".into())]);
        assert_eq!(store.access(), Access::ReadOnly(WhyReadOnly::Locked));
        return;
    }
    let world = filled();
    let mut first = Store::open(&world.path).unwrap();
    let second = Store::open(&world.path).unwrap();
    assert_eq!(second.access(), Access::ReadOnly(WhyReadOnly::Locked));
    assert_eq!(values(&second, DOC, "titel"), [Some("Plan".into())]);
    let child = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "guard::the_lock_holds_against_this_program_and_others",
        ])
        .env("STORE_CHILD", &world.path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(
        child.status.success() && said.contains("1 passed"),
        "{said}"
    );

    write(&mut first, 1, &[set(DOC, "titel", "Senare")]);
    assert_eq!(values(&second, DOC, "titel"), [Some("Plan".into())]);
    drop(first);
    assert_eq!(
        Store::open(&world.path).unwrap().access(),
        Access::ReadWrite
    );
}

/// A closed file with a title and enough text to fill several pages of each kind.
fn filled() -> World {
    let (world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "titel", "Plan")]);
    for number in 0..40 {
        let text = format!("{number} {}", "hälsa ".repeat(300));
        write(&mut store, 1, &[set(GOAL, &format!("field{number}"), text)]);
    }
    world
}

fn refuses(world: &World, bytes: &[u8], expected: impl Fn(&OpenError) -> bool) {
    fs::write(&world.path, bytes).unwrap();
    let error = Store::open(&world.path).unwrap_err();
    assert!(expected(&error), "{} bytes: {error:?}", bytes.len());
    assert!(world.bytes() == bytes);
    assert_eq!(world.names(), ["gruppen.missiv"]);
}
