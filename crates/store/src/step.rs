//! The one way to change a field.

use chrono::{DateTime, Utc};
use model::id::{ObjectId, RunId, StepId};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde_json::Value;

use crate::column::Cell;
use crate::{Store, StoreError, column, newid};

/// Who acts, when, and in which opening of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The moment of the action; kept to the millisecond.
    pub at: DateTime<Utc>,
    /// The person object of who acts, if anybody was named.
    pub author: Option<ObjectId>,
    /// The opening of the program, whose undo the step becomes.
    pub run: RunId,
}

/// What a step is about. The code and its arguments are opaque to the store.
#[derive(Debug, Clone, PartialEq)]
pub struct StepHeader<'a> {
    /// Who acts and when.
    pub stamp: Stamp,
    /// The operation's code.
    pub op: &'a str,
    /// The operation's arguments: ids, never a person's name.
    pub args: Value,
}

/// A value to give a field.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    /// The document.
    pub doc: ObjectId,
    /// The object in the document; the document itself is one.
    pub obj: ObjectId,
    /// The object's field.
    pub field: String,
    /// The value, or nothing to remove the field. An object is removed with the last of its fields.
    pub value: Option<Value>,
}

/// A field of an object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The document.
    pub doc: ObjectId,
    /// The object in the document.
    pub obj: ObjectId,
    /// The object's field.
    pub field: String,
}

/// What a write changed. Whoever shows documents refreshes from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// The step that was written, or nothing when all was as it should be.
    pub step: Option<StepId>,
    /// The fields whose live values may differ from before.
    pub places: Vec<Place>,
}

impl Store {
    /// Sets fields, all of them or none. Each value replaces every live value of its field.
    ///
    /// A value that already is the field's only live one is left out; when none is left, nothing is written.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], [`StoreError::SetTwice`], or what SQLite answers; nothing was written then.
    pub fn step(&mut self, header: &StepHeader<'_>, sets: &[Set]) -> Result<Changes, StoreError> {
        let tx = self.begin()?;
        let changes = set_fields(&tx, header, sets)?;
        tx.commit()?;
        Ok(changes)
    }
}

/// Writes a step with what it sets, unless all fields read as wanted.
pub(crate) fn set_fields(
    db: &Connection,
    header: &StepHeader<'_>,
    sets: &[Set],
) -> Result<Changes, StoreError> {
    refuse_twice(sets)?;
    let mut news = Vec::new();
    for set in sets {
        let seen = live_values(db, set)?;
        if !is_settled(&seen, set.value.as_ref()) {
            news.push((set, seen));
        }
    }
    if news.is_empty() {
        return Ok(Changes::default());
    }
    let step = insert_step(db, header, None)?;
    for (set, seen) in &news {
        insert_change(db, step, set, seen)?;
    }
    Ok(Changes {
        step: Some(step),
        places: news.iter().map(|(set, _)| place(set)).collect(),
    })
}

/// Writes a step's own row and returns its id, which is greater than every id in the file.
pub(crate) fn insert_step(
    db: &Connection,
    header: &StepHeader<'_>,
    undoes: Option<StepId>,
) -> Result<StepId, StoreError> {
    let newest = |row: &rusqlite::Row<'_>| column::parsed(row, "id");
    let last = db
        .prepare_cached("SELECT id FROM step ORDER BY id DESC LIMIT 1")?
        .query_row([], newest)
        .optional()?;
    let step = newid::after(last, header.stamp.at).ok_or(StoreError::NoIdLeft)?;
    db.prepare_cached(include_str!("step/insert.sql"))?
        .execute(params![
            step.to_string(),
            column::moment_text(header.stamp.at),
            column::author_text(header.stamp.author),
            header.stamp.run.to_string(),
            header.op,
            header.args.to_string(),
            undoes.map(|target| target.to_string()),
        ])?;
    Ok(step)
}

/// What stands in a live cell and the step that set it.
type Seen = (StepId, Cell);

fn live_values(db: &Connection, set: &Set) -> rusqlite::Result<Vec<Seen>> {
    db.prepare_cached(
        "SELECT step, value FROM change WHERE obj = ?1 AND field = ?2 AND live ORDER BY step",
    )?
    .query_map(params![set.obj.to_string(), set.field], |row| {
        Ok((column::parsed(row, "step")?, column::cell(row)?))
    })?
    .collect()
}

/// Returns whether a field reads as wanted. Removing what never was is settled; two equal values are not, for
/// setting them again makes them one. What cannot be read is not what is wanted.
fn is_settled(seen: &[Seen], wanted: Option<&Value>) -> bool {
    match seen {
        [] => wanted.is_none(),
        [(_, Cell::Removed)] => wanted.is_none(),
        [(_, Cell::Value(value))] => wanted == Some(value),
        _ => false,
    }
}

fn insert_change(db: &Connection, step: StepId, set: &Set, seen: &[Seen]) -> rusqlite::Result<()> {
    let (obj, field) = (set.obj.to_string(), &set.field);
    let replaces: Vec<String> = seen.iter().map(|(step, _)| step.to_string()).collect();
    db.prepare_cached("UPDATE change SET live = 0 WHERE obj = ?1 AND field = ?2 AND live")?
        .execute(params![obj, field])?;
    db.prepare_cached(include_str!("step/insert_change.sql"))?
        .execute(params![
            step.to_string(),
            set.doc.to_string(),
            obj,
            field,
            set.value.as_ref().map(Value::to_string),
            Value::from(replaces).to_string(),
        ])?;
    Ok(())
}

fn refuse_twice(sets: &[Set]) -> Result<(), StoreError> {
    let mut known = std::collections::BTreeSet::new();
    match sets.iter().find(|set| !known.insert((set.obj, &set.field))) {
        Some(set) => Err(StoreError::SetTwice {
            obj: set.obj,
            field: set.field.clone(),
        }),
        None => Ok(()),
    }
}

fn place(set: &Set) -> Place {
    Place {
        doc: set.doc,
        obj: set.obj,
        field: set.field.clone(),
    }
}
