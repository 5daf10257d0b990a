//! Which changes are live. Everything a document reads follows from this.
//!
//! A step is undone when a step that is not undone takes it back; redo is the undo of an undo. A change is live
//! when its step is not undone and no change of a step that is not undone replaces it, directly or through
//! changes of undone steps. So undoing a resolution brings the conflict back, and an undo in one copy of a file
//! does not uncover what another copy had already replaced.

use std::collections::{BTreeMap, BTreeSet};

use model::id::{ObjectId, StepId};
use rusqlite::{Connection, Result, params};

use crate::column;

/// Returns the steps that are undone.
///
/// An undo is always younger than what it takes back. So, taken from the youngest, it is known whether an undo
/// is itself undone when its turn comes.
pub(crate) fn undone(db: &Connection) -> Result<BTreeSet<StepId>> {
    let mut undone = BTreeSet::new();
    let mut query =
        db.prepare_cached("SELECT id, undoes FROM step WHERE undoes IS NOT NULL ORDER BY id DESC")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if !undone.contains(&column::parsed(row, "id")?) {
            undone.insert(column::parsed(row, "undoes")?);
        }
    }
    Ok(undone)
}

/// Derives `live` anew for some fields, as after an undo or when steps came from elsewhere.
pub(crate) fn recompute<'a>(
    db: &Connection,
    fields: impl IntoIterator<Item = (ObjectId, &'a str)>,
) -> Result<()> {
    let undone = undone(db)?;
    let mut update = db.prepare_cached(
        "UPDATE change SET live = ?4 WHERE obj = ?1 AND field = ?2 AND step = ?3",
    )?;
    for (obj, field) in fields {
        let changes = changes(db, obj, field)?;
        let replaced = replaced(&changes, &undone);
        for step in changes.keys() {
            let live = !undone.contains(step) && !replaced.contains(step);
            update.execute(params![obj.to_string(), field, step.to_string(), live])?;
        }
    }
    Ok(())
}

/// Derives `live` anew for all fields where it contradicts the log, as another program can have left it: texts that nobody has
/// replaced would be nowhere.
///
/// The newest change of a field is live as long as its step is not undone. Only this is looked for: it costs a look into an
/// index for each field, and the whole as much as reading the file.
pub(crate) fn mend(db: &Connection) -> Result<()> {
    if !is_stale(db)? {
        return Ok(());
    }
    let tx = db.unchecked_transaction()?;
    let places: Vec<(ObjectId, String)> = tx
        .prepare("SELECT DISTINCT obj, field FROM change")?
        .query_map([], |row| {
            Ok((column::parsed(row, "obj")?, row.get("field")?))
        })?
        .collect::<Result<_>>()?;
    recompute(
        &tx,
        places.iter().map(|(obj, field)| (*obj, field.as_str())),
    )?;
    tx.commit()
}

fn is_stale(db: &Connection) -> Result<bool> {
    let undone = undone(db)?;
    let mut query = db.prepare(include_str!("live/stale.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        if !undone.contains(&column::parsed(row, "step")?) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The changes of one field: each step that set it, with the steps whose values it replaced.
pub(crate) type Replaces = BTreeMap<StepId, Vec<StepId>>;

fn changes(db: &Connection, obj: ObjectId, field: &str) -> Result<Replaces> {
    db.prepare_cached("SELECT step, replaces FROM change WHERE obj = ?1 AND field = ?2")?
        .query_map(params![obj.to_string(), field], |row| {
            Ok((
                column::parsed(row, "step")?,
                column::noted(row, "replaces")?,
            ))
        })?
        .collect()
}

/// Returns what can be reached from the changes that are not undone by following what each replaces.
pub(crate) fn replaced(changes: &Replaces, undone: &BTreeSet<StepId>) -> BTreeSet<StepId> {
    let standing = changes.iter().filter(|(step, _)| !undone.contains(step));
    let mut next: Vec<StepId> = standing
        .flat_map(|(_, replaces)| replaces)
        .copied()
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(step) = next.pop() {
        if reached.insert(step) {
            next.extend(changes.get(&step).into_iter().flatten());
        }
    }
    reached
}
