//! The log as it is read: what was done, by whom, and what stood there before.

use chrono::{DateTime, Utc};
use model::id::{ObjectId, RunId, StepId};
use rusqlite::{Result, named_params};
use serde_json::Value;

use crate::{Place, Store, StoreError, column, live};

/// Which steps [`Store::history`] returns: those that touched what is named. The default is all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this document.
    pub doc: Option<ObjectId>,
    /// Only this object.
    pub obj: Option<ObjectId>,
    /// Only fields of this name.
    pub field: Option<String>,
    /// At most this many steps.
    pub limit: Option<u32>,
}

/// A step as the history shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The step.
    pub step: StepId,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// Who did it, if anybody was named.
    pub author: Option<ObjectId>,
    /// The opening of the program it was done in.
    pub run: RunId,
    /// The operation's code.
    pub op: String,
    /// The operation's arguments.
    pub args: Value,
    /// The step that this one takes back; such a step has no edits.
    pub undoes: Option<StepId>,
    /// Whether the step itself is taken back.
    pub undone: bool,
    /// What it set, as far as the filter allows.
    pub edits: Vec<Edit>,
}

/// A value that was set.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The field.
    pub place: Place,
    /// The values it replaced: none when the field was new or removed, several when a conflict was settled.
    pub old: Vec<Value>,
    /// The value it set, or nothing when it removed the field.
    pub new: Option<Value>,
}

impl Store {
    /// Returns steps, the newest first. An undo is found with what it took back.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn history(&self, filter: &Filter) -> Result<Vec<Entry>, StoreError> {
        let undone = live::undone(&self.db)?;
        let (doc, obj, field) = texts(filter);
        let limit = filter.limit.map_or(-1, i64::from);
        let mut query = self.db.prepare_cached(include_str!("history/steps.sql"))?;
        let mut rows = query
            .query(named_params! { ":doc": doc, ":obj": obj, ":field": field, ":limit": limit })?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let mut entry = read_entry(row)?;
            entry.undone = undone.contains(&entry.step);
            entry.edits = self.edits(entry.step, filter)?;
            entries.push(entry);
        }
        Ok(entries)
    }

    fn edits(&self, step: StepId, filter: &Filter) -> Result<Vec<Edit>> {
        let (step, (doc, obj, field)) = (step.to_string(), texts(filter));
        self.db
            .prepare_cached(include_str!("history/edits.sql"))?
            .query_map(
                named_params! { ":step": step, ":doc": doc, ":obj": obj, ":field": field },
                read_edit,
            )?
            .collect()
    }
}

fn texts(filter: &Filter) -> (Option<String>, Option<String>, Option<&str>) {
    let text = |id: Option<ObjectId>| id.map(|id| id.to_string());
    (text(filter.doc), text(filter.obj), filter.field.as_deref())
}

fn read_entry(row: &rusqlite::Row<'_>) -> Result<Entry> {
    let undoes = match row.get_ref("undoes")? {
        rusqlite::types::ValueRef::Null => None,
        _ => Some(column::parsed(row, "undoes")?),
    };
    Ok(Entry {
        step: column::parsed(row, "id")?,
        at: column::moment(row)?,
        author: column::author(row)?,
        run: column::parsed(row, "run")?,
        op: row.get("op")?,
        args: column::noted(row, "args")?,
        undoes,
        undone: false,
        edits: Vec::new(),
    })
}

fn read_edit(row: &rusqlite::Row<'_>) -> Result<Edit> {
    let place = Place {
        doc: column::parsed(row, "doc")?,
        obj: column::parsed(row, "obj")?,
        field: row.get("field")?,
    };
    Ok(Edit {
        place,
        old: column::list(row, "old")?,
        new: column::written(row)?,
    })
}
