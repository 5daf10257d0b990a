//! Saves: one beside a bare SQLite transaction with the same pragmas, and an hour of steady writing.

use std::fs;

use missiv_tests::Place;
use model::markdown;
use rusqlite::{Connection, params};
use workspace::{FieldValue, UnsavedForm, text_blocks};

use crate::content::{Sample, long, plan_of};
use crate::figure::{Figure, percentile, timed};

/// How many saves are measured.
const SAVES: usize = 200;

/// An hour with a save every five seconds, in which a text of so many characters is written.
const HOUR: usize = 720;
const CHARACTERS: usize = 2000;

pub fn measure() {
    let place = Place::new();
    let mut workspace = Sample::read().plan_alone().open(&place, "grupp.missiv");
    let plan = plan_of(&workspace);
    let form = workspace.form(plan).unwrap();
    let object = form.objects.iter().find(|object| object.kind == "activity");
    let object = object.unwrap();
    let is_text = |value: &&workspace::ValueView| matches!(value.value, FieldValue::Rich { .. });
    let field = object.values.iter().find(is_text).unwrap().field.clone();
    let unsaved = |length: usize, edit: usize| UnsavedForm {
        object: object.id.clone(),
        field: field.clone(),
        value: FieldValue::Rich {
            blocks: text_blocks(markdown::parse(&format!(
                "{} {edit}",
                long("Samverkan om äldre personers hälsa i hela länet.", length)
            ))),
        },
    };
    let bare = bare(&place);
    let mut own = Vec::new();
    let mut floor = Vec::new();
    // By turns, so that whatever else the disk does hits both.
    for edit in 0..SAVES {
        let form = unsaved(300, edit);
        own.push(timed(|| workspace.write_field(plan, &form).unwrap()).0);
        let text = long("Samverkan om äldre personers hälsa i hela länet.", 300);
        floor.push(timed(|| save(&bare, edit, &text)).0);
    }
    let [own95, floor95] = [&own, &floor].map(|times| percentile(times, 95));
    let beside = format!(
        "p95 {own95:.2} ms beside {floor95:.2}; p50 {:.2} beside {:.2}",
        percentile(&own, 50),
        percentile(&floor, 50)
    );
    let what = "save of one edit, p95, times a bare SQLite transaction";
    Figure::new("save", what, own95 / floor95, "×")
        .most(3.0)
        .beside(beside)
        .tell();

    let size = |place: &Place| fs::metadata(place.path("grupp.missiv")).unwrap().len();
    let before = size(&place);
    for edit in 0..HOUR {
        workspace
            .write_field(plan, &unsaved(CHARACTERS, edit))
            .unwrap();
    }
    let grown = (size(&place) - before) as f64 / 1e6;
    let what = "growth of the file in an hour of steady writing";
    Figure::new("growth", what, grown, "MB").most(4.0).tell();
}

/// What SQLite itself needs to keep a row of the same kind.
fn bare(place: &Place) -> Connection {
    let db = Connection::open(place.path("bar.sqlite")).unwrap();
    db.execute_batch(
        "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL;
         CREATE TABLE step(id TEXT PRIMARY KEY, at TEXT, author TEXT, run TEXT, op TEXT, args TEXT) STRICT, WITHOUT ROWID;
         CREATE TABLE change(step TEXT, doc TEXT, obj TEXT, field TEXT, value TEXT, live INTEGER, PRIMARY KEY(obj, field, step)) STRICT;",
    )
    .unwrap();
    db
}

fn save(db: &Connection, edit: usize, text: &str) {
    let id = format!("01980000-0000-7000-8000-{edit:012}");
    let moment = "2026-06-30T12:00:00Z";
    let transaction = db.unchecked_transaction().unwrap();
    transaction
        .prepare_cached("INSERT INTO step VALUES(?1, ?2, ?1, ?1, 'set', '{}')")
        .unwrap()
        .execute(params![id, moment])
        .unwrap();
    transaction
        .prepare_cached("INSERT INTO change VALUES(?1, ?1, ?1, 'text', ?2, 1)")
        .unwrap()
        .execute(params![id, text])
        .unwrap();
    transaction.commit().unwrap();
}
