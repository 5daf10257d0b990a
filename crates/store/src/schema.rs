//! The tables of the file, and whether a file has them.

use std::collections::BTreeMap;

use model::id::WorkspaceId;
use rusqlite::{Connection, Result};

/// `MISV`, in the header of every workspace file.
pub(crate) const APPLICATION_ID: i32 = 0x4D49_5356;
/// The newest version of the tables that this program writes.
pub(crate) const VERSION: i32 = 1;

/// Makes the tables in an empty database that has no name yet: it is brought to the disk before it gets one.
pub(crate) fn make(db: &mut Connection, id: WorkspaceId) -> Result<()> {
    db.pragma_update(None, "synchronous", "OFF")?;
    let tx = db.transaction()?;
    tx.execute_batch(include_str!("schema.sql"))?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", VERSION)?;
    tx.execute(
        "INSERT INTO workspace(one, id) VALUES (1, ?1)",
        [id.to_string()],
    )?;
    tx.commit()
}

/// Returns the names of tables, indexes and triggers that are missing, foreign or different from ours.
///
/// A foreign trigger in a file from elsewhere would run with each of our writes.
pub(crate) fn differences(db: &Connection) -> Result<Vec<String>> {
    let model = Connection::open_in_memory()?;
    model.execute_batch(include_str!("schema.sql"))?;
    let (ours, theirs) = (objects(&model)?, objects(db)?);
    let differs = |key: &&Key| ours.get(*key) != theirs.get(*key);
    let mut names: Vec<String> = ours
        .keys()
        .chain(theirs.keys())
        .filter(differs)
        .map(|key| key.1.clone())
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// Returns whether a file of a newer version still has every column that this program reads.
pub(crate) fn readable(db: &Connection) -> bool {
    const COLUMNS: [&str; 5] = [
        "SELECT id, at, author, run, op, args, undoes FROM step",
        "SELECT step, doc, obj, field, value, replaces, live FROM change",
        "SELECT sha256, media_type, bytes FROM blob",
        "SELECT id, doc, number, kind, at, author, step, data, template, pdf, facts FROM edition",
        "SELECT id FROM workspace",
    ];
    COLUMNS.iter().all(|query| db.prepare(query).is_ok())
}

/// Type, name and table of an object: a trigger may have a table's name.
type Key = (String, String, String);

/// Returns everything in the schema but the indexes that SQLite makes itself, which have no SQL.
fn objects(db: &Connection) -> Result<BTreeMap<Key, Option<String>>> {
    db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type <> 'index' OR sql IS NOT NULL")?
        .query_map([], |row| {
            let key = (row.get("type")?, row.get("name")?, row.get("tbl_name")?);
            Ok((key, row.get("sql")?))
        })?
        .collect()
}
