//! What removed fields last held, for objects that were removed while somebody else wrote in them.

use chrono::{DateTime, Utc};
use model::id::{ObjectId, StepId};
use serde_json::Value;

use crate::{Store, StoreError, column, live};

/// The last value of a field whose live values are all removals.
#[derive(Debug, Clone, PartialEq)]
pub struct Remains {
    /// The object.
    pub obj: ObjectId,
    /// Its field.
    pub field: String,
    /// What it held.
    pub value: Value,
    /// The step that removed it; the newest one if several did.
    pub step: StepId,
    /// Who removed it, if anybody was named.
    pub author: Option<ObjectId>,
    /// When it was removed.
    pub at: DateTime<Utc>,
}

impl Store {
    /// Returns what the removed fields of a document last held, by object and field.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn remains(&self, doc: ObjectId) -> Result<Vec<Remains>, StoreError> {
        let undone = live::undone(&self.db)?;
        let mut query = self
            .db
            .prepare_cached(include_str!("remains/remains.sql"))?;
        let mut rows = query.query([doc.to_string()])?;
        let mut found: Vec<Remains> = Vec::new();
        while let Some(row) = rows.next()? {
            if undone.contains(&column::parsed(row, "writer")?) {
                continue;
            }
            let Some(value) = column::value(row)? else {
                continue;
            };
            let remains = Remains {
                obj: column::parsed(row, "obj")?,
                field: row.get("field")?,
                value,
                step: column::parsed(row, "step")?,
                author: column::author(row)?,
                at: column::moment(row)?,
            };
            // The rows of a field come the newest first.
            let is_known = found
                .last()
                .is_some_and(|last| (last.obj, &last.field) == (remains.obj, &remains.field));
            if !is_known {
                found.push(remains);
            }
        }
        Ok(found)
    }
}
