//! Blobs and editions.

use model::id::{EditionId, StepId};
use rusqlite::Connection;
use serde_json::json;
use store::{Blob, Edition, Kind, Sha256, StepHeader, Store, StoreError};
use uuid::Uuid;

use crate::world::{CHAIR, DOC, GOAL, World, second, set, stamp, write};

#[test]
fn a_blob_is_known_by_what_it_contains() {
    let (_world, mut store) = World::open();
    let logo = store.put_blob("image/png", b"abc").unwrap();
    assert_eq!(
        logo.to_string(),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(logo.to_string().parse(), Ok(logo));
    assert_eq!(store.put_blob("image/jpeg", b"abc").unwrap(), logo);
    let blob = store.blob(logo).unwrap().unwrap();
    assert_eq!(
        (blob.media_type.as_str(), blob.bytes.as_slice()),
        ("image/png", b"abc".as_slice())
    );
    assert_eq!(store.blob(Sha256::of(b"abd")).unwrap(), None);
}

#[test]
fn what_is_no_checksum_does_not_read_as_one() {
    let good = Sha256::of(b"").to_string();
    for text in [
        "",
        &good[1..],
        &good.to_uppercase(),
        &good.replace('e', "g"),
        &"å".repeat(32),
    ] {
        assert!(text.parse::<Sha256>().is_err(), "{text}");
    }
}

#[test]
fn a_blob_with_other_bytes_is_not_handed_out() {
    let (world, mut store) = World::open();
    let logo = store.put_blob("image/png", b"abc").unwrap();
    drop(store);
    Connection::open(&world.path)
        .unwrap()
        .execute("UPDATE blob SET bytes = x'00'", [])
        .unwrap();
    let found = Store::open(&world.path).unwrap().blob(logo);
    assert!(matches!(found, Err(StoreError::BlobDamaged { sha256 }) if sha256 == logo));
}

/// The bytes have the checksum that they should have: only who looks at their size first refuses them.
#[test]
fn a_blob_larger_than_any_is_refused_before_it_is_read_and_left_out_of_a_merge() {
    let (world, mut store) = World::open();
    write(&mut store, 1, &[set(DOC, "titel", "Plan")]);
    let copy = world.path.with_extension("kopia");
    store.copy_to(&copy).unwrap();
    let sha256: Sha256 = "91990977345985aaf03af1358f4f989d7eaf985b58529efb72f613c588f6599a"
        .parse()
        .unwrap();
    let size = i64::try_from(store::MOST_BLOB + 1).unwrap();
    Connection::open(&copy)
        .unwrap()
        .execute(
            "INSERT INTO blob VALUES (?1, 'image/png', zeroblob(?2))",
            rusqlite::params![sha256.0, size],
        )
        .unwrap();
    let left_out = store.merge(&copy).unwrap().left_out;
    assert_eq!(left_out.len(), 1);
    assert_eq!(left_out[0].problem, store::Problem::TooLarge);
    let found = Store::open(&copy).unwrap().blob(sha256);
    assert!(matches!(found, Err(StoreError::BlobDamaged { .. })));
}

#[test]
fn an_edition_comes_back_as_it_was() {
    let (_world, mut store) = World::open();
    let step = write(&mut store, 1, &[set(DOC, "titel", "Plan")])
        .step
        .unwrap();
    let submitted = edition(&mut store, step, Kind::Submitted);
    let adopted = Edition {
        id: EditionId(Uuid::from_u128(2)),
        kind: Kind::Adopted,
        at: second(9),
        ..submitted.clone()
    };
    store.insert_edition(&adopted).unwrap();
    store.insert_edition(&submitted).unwrap();
    assert_eq!(store.editions(DOC).unwrap(), [submitted.clone(), adopted]);
    assert_eq!(
        store.editions_of_kind(Kind::Submitted).unwrap(),
        std::slice::from_ref(&submitted)
    );
    assert_eq!(store.editions_of_kind(Kind::Received).unwrap(), []);
    assert_eq!(store.edition(submitted.id).unwrap(), Some(submitted));
    assert_eq!(
        (
            store.editions(GOAL).unwrap(),
            store.edition(EditionId(Uuid::nil())).unwrap()
        ),
        (vec![], None)
    );
}

#[test]
fn an_edition_needs_its_blobs_and_comes_once() {
    let (_world, mut store) = World::open();
    let step = write(&mut store, 1, &[set(DOC, "titel", "Plan")])
        .step
        .unwrap();
    let good = edition(&mut store, step, Kind::Submitted);
    let bad = Edition {
        pdf: Sha256::of(b"elsewhere"),
        ..good.clone()
    };
    assert!(store.insert_edition(&bad).is_err());
    store.insert_edition(&good).unwrap();
    assert!(
        store
            .insert_edition(&Edition {
                number: "9".to_owned(),
                ..good.clone()
            })
            .is_err()
    );
    assert_eq!(store.editions(DOC).unwrap(), [good]);
}

#[test]
fn freezing_is_one_write_or_none() {
    let (_world, mut store) = World::open();
    let before = write(&mut store, 1, &[set(DOC, "titel", "Plan")]);
    let good = edition(&mut store, before.step.unwrap(), Kind::Submitted);
    let (pdf, number) = (b"%PDF-1.7".to_vec(), set(GOAL, "@number", "1"));
    let good = Edition {
        pdf: Sha256::of(&pdf),
        ..good
    };
    let header = StepHeader {
        stamp: stamp(1),
        op: "submit",
        args: json!({}),
    };
    let nothing = store.freeze(&header, std::slice::from_ref(&number), &[], &good);
    assert!(nothing.is_err(), "the PDF is nowhere");
    assert_eq!(store.newest_step(DOC).unwrap(), before.step);
    assert_eq!(store.editions(DOC).unwrap(), []);

    let blobs = [Blob {
        media_type: "application/pdf".to_owned(),
        bytes: pdf,
    }];
    let frozen = store.freeze(&header, &[number], &blobs, &good).unwrap();
    assert!(frozen.step > before.step);
    let found = store.editions(DOC).unwrap().pop().unwrap();
    assert_eq!((Some(found.step), found.pdf), (frozen.step, good.pdf));
    assert!(store.blob(good.pdf).unwrap().is_some());
}

#[test]
fn freezing_without_news_keeps_the_step_that_the_edition_names() {
    let (_world, mut store) = World::open();
    let before = write(&mut store, 1, &[set(GOAL, "@number", "1")]);
    let good = edition(&mut store, before.step.unwrap(), Kind::Adopted);
    let header = StepHeader {
        stamp: stamp(1),
        op: "submit",
        args: json!({}),
    };
    let frozen = store.freeze(&header, &[set(GOAL, "@number", "1")], &[], &good);
    assert_eq!(frozen.unwrap().step, None);
    assert_eq!(store.editions(DOC).unwrap(), [good]);
}

#[test]
fn an_edition_cannot_be_changed_or_removed() {
    let (world, mut store) = World::open();
    let step = write(&mut store, 1, &[set(DOC, "titel", "Plan")])
        .step
        .unwrap();
    let good = edition(&mut store, step, Kind::Submitted);
    store.insert_edition(&good).unwrap();
    drop(store);
    let db = Connection::open(&world.path).unwrap();
    assert!(db.execute("UPDATE edition SET number = '9'", []).is_err());
    assert!(db.execute("DELETE FROM edition", []).is_err());
    assert!(db.execute("DELETE FROM blob", []).is_err());
}

/// An edition that can be inserted.
pub fn edition(store: &mut Store, step: StepId, kind: Kind) -> Edition {
    Edition {
        id: EditionId(Uuid::from_u128(1)),
        doc: DOC,
        number: "2026:1".to_owned(),
        kind,
        at: second(3),
        author: Some(CHAIR),
        step,
        data: store.put_blob("application/json", b"{}").unwrap(),
        template: store.put_blob("application/zip", b"zip").unwrap(),
        pdf: store.put_blob("application/pdf", b"%PDF").unwrap(),
        facts: json!({ "body": "ledningsgruppen", "§": 4 }),
    }
}
