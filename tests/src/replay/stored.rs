//! What stands in a workspace file, as docs/format.md says where to look.

use std::collections::BTreeMap;

use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use workspace::Workspace;

use super::sample::word;
use crate::Place;

/// Objects by id, with their values by field.
pub(super) type Objects = BTreeMap<String, Fields>;

/// Values by field.
pub(super) type Fields = BTreeMap<String, Value>;

/// Returns what stands in each document. The program holds the file alone, so a copy is read.
pub(super) fn look(workspace: &Workspace) -> BTreeMap<String, Objects> {
    const QUERY: &str = "SELECT doc, obj, field, value FROM change WHERE live AND value IS NOT NULL \
                         ORDER BY obj, field, step";
    let place = Place::new();
    let copy = place.path("kopia.missiv");
    workspace.copy_to(&copy).expect("a file can be copied");
    let file = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY);
    let file = file.expect("a workspace is a SQLite file");
    let mut query = file.prepare(QUERY).expect("the query fits");
    let rows = query.query_map([], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    });
    let mut there = BTreeMap::<String, Objects>::new();
    for row in rows.expect("the query runs") {
        let (document, object, field, value): (String, String, String, String) =
            row.expect("a row of ours");
        let value = serde_json::from_str(&value).expect("a value is JSON");
        let objects = there.entry(document).or_default();
        objects.entry(object).or_default().insert(field, value);
    }
    there
}

/// Returns the text of a field; empty where it has none.
pub(super) fn word_in<'a>(fields: &'a Fields, field: &str) -> &'a str {
    fields.get(field).map(word).unwrap_or_default()
}
