//! What documents read now: their live rows.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use model::id::{ObjectId, StepId};
use serde_json::Value;

use crate::column::Cell;
use crate::{Place, Store, StoreError, column, live};

/// A live value of a field, and who set it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The object.
    pub obj: ObjectId,
    /// Its field.
    pub field: String,
    /// The value, or nothing when the field was removed.
    pub value: Option<Value>,
    /// Whether there is a value that cannot be read; it is left out, and stays in the file as it is.
    pub is_unreadable: bool,
    /// The step that set it.
    pub step: StepId,
    /// Who set it, if anybody was named.
    pub author: Option<ObjectId>,
    /// When it was set.
    pub at: DateTime<Utc>,
}

/// An object that was removed, with what it held.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// The object.
    pub obj: ObjectId,
    /// The step that removed it; the newest one if several did.
    pub step: StepId,
    /// Who removed it, if anybody was named.
    pub author: Option<ObjectId>,
    /// When it was removed.
    pub at: DateTime<Utc>,
    /// The last value that each of its fields had.
    pub fields: BTreeMap<String, Value>,
}

/// A field with different live values, one of which may be that it was removed.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The field.
    pub place: Place,
    /// Its live values, by step; two of them may be equal.
    pub rows: Vec<Row>,
}

impl Store {
    /// Returns the documents with a live value, in order of id.
    ///
    /// A removed document is among them as long as something in it was kept, as when a colleague wrote in it
    /// meanwhile: no live text is unreachable.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn documents(&self) -> Result<Vec<ObjectId>, StoreError> {
        let mut query = self.db.prepare_cached(include_str!("read/documents.sql"))?;
        Ok(query
            .query_map([], |row| column::parsed(row, "doc"))?
            .collect::<Result<_, _>>()?)
    }

    /// Returns the live rows of a document by object, field and step.
    ///
    /// More than one row for a field is what [`Store::conflicts`] is about, unless they are equal. Rows without a
    /// value are among them, so that an edit made against a removal shows.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn rows(&self, doc: ObjectId) -> Result<Vec<Row>, StoreError> {
        let mut query = self.db.prepare_cached(include_str!("read/rows.sql"))?;
        Ok(query
            .query_map([doc.to_string()], read_row)?
            .collect::<Result<_, _>>()?)
    }

    /// Returns the removed objects of a document, the newest removal first.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn removed(&self, doc: ObjectId) -> Result<Vec<Removed>, StoreError> {
        let undone = live::undone(&self.db)?;
        let mut query = self.db.prepare_cached(include_str!("read/removed.sql"))?;
        let mut rows = query.query([doc.to_string()])?;
        let mut found: BTreeMap<ObjectId, Removed> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let obj = column::parsed(row, "obj")?;
            let (step, author, at) = (
                column::parsed(row, "step")?,
                column::author(row)?,
                column::moment(row)?,
            );
            let removed = found.entry(obj).or_insert(Removed {
                obj,
                step,
                author,
                at,
                fields: BTreeMap::new(),
            });
            if !undone.contains(&column::parsed(row, "writer")?) {
                let (field, value) = (row.get("field")?, column::value(row)?);
                removed.fields.extend(value.map(|value| (field, value)));
            }
        }
        let mut removed: Vec<Removed> = found.into_values().collect();
        removed.sort_by_key(|object| std::cmp::Reverse(object.step));
        Ok(removed)
    }

    /// Returns every field with different live values. Which fields settle by themselves is not known here.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, StoreError> {
        let mut query = self.db.prepare_cached(include_str!("read/conflicts.sql"))?;
        let rows = query.query_map([], |row| Ok((column::parsed(row, "doc")?, read_row(row)?)))?;
        let rows: Vec<(ObjectId, Row)> = rows.collect::<Result<_, _>>()?;
        let conflict = |rows: &[(ObjectId, Row)]| Conflict {
            place: Place {
                doc: rows[0].0,
                obj: rows[0].1.obj,
                field: rows[0].1.field.clone(),
            },
            rows: rows.iter().map(|(_, row)| row.clone()).collect(),
        };
        Ok(rows
            .chunk_by(|(_, a), (_, b)| (a.obj, &a.field) == (b.obj, &b.field))
            .map(conflict)
            .collect())
    }
}

pub(crate) fn read_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let cell = column::cell(row)?;
    Ok(Row {
        obj: column::parsed(row, "obj")?,
        field: row.get("field")?,
        is_unreadable: cell == Cell::Unreadable,
        value: cell.value(),
        step: column::parsed(row, "step")?,
        author: column::author(row)?,
        at: column::moment(row)?,
    })
}
