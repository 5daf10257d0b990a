//! Single facts, asked for without reading a whole document.

use chrono::{DateTime, Utc};
use model::id::{ObjectId, StepId};
use rusqlite::{OptionalExtension, params};
use serde_json::Value;

use crate::{Edition, Filter, Kind, Store, StoreError, column, edition};

impl Store {
    /// Returns the live value of a field; of several the youngest step's that is not a removal.
    ///
    /// # Errors
    /// What SQLite answers, or the value cannot be read: a document whose template is not known must not be taken for one
    /// that is not there.
    pub fn value(
        &self,
        doc: ObjectId,
        obj: ObjectId,
        field: &str,
    ) -> Result<Option<Value>, StoreError> {
        let mut query = self.db.prepare_cached(include_str!("lookup/value.sql"))?;
        let found = query
            .query_row(
                params![doc.to_string(), obj.to_string(), field],
                column::exact_value,
            )
            .optional()?;
        Ok(found.flatten())
    }

    /// Returns what was last written in a field, with its step, though it may have been removed or taken back since.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn last_written(
        &self,
        obj: ObjectId,
        field: &str,
    ) -> Result<Option<(StepId, Value)>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT step, value FROM change WHERE obj = ?1 AND field = ?2 AND value IS NOT NULL ORDER BY step DESC",
        )?;
        let mut rows = query.query(params![obj.to_string(), field])?;
        while let Some(row) = rows.next()? {
            if let Some(value) = column::value(row)? {
                return Ok(Some((column::parsed(row, "step")?, value)));
            }
        }
        Ok(None)
    }

    /// Returns everything that was ever written in a field, the newest first, whether it stands there or not.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn written(&self, obj: ObjectId, field: &str) -> Result<Vec<Value>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT value FROM change WHERE obj = ?1 AND field = ?2 AND value IS NOT NULL ORDER BY step DESC",
        )?;
        let place = params![obj.to_string(), field];
        let written: Vec<Option<Value>> = query
            .query_map(place, column::value)?
            .collect::<Result<_, _>>()?;
        Ok(written.into_iter().flatten().collect())
    }

    /// Returns the newest step that wrote in a document or took back one that had.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn newest_step(&self, doc: ObjectId) -> Result<Option<StepId>, StoreError> {
        Ok(self.newest(doc)?.map(|(step, _)| step))
    }

    /// Returns the moment of that step.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn newest_moment(&self, doc: ObjectId) -> Result<Option<DateTime<Utc>>, StoreError> {
        Ok(self.newest(doc)?.map(|(_, at)| at))
    }

    /// Returns the moment of the newest step of all; none in a file without steps.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn newest_of_all(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let mut query = self
            .db
            .prepare_cached("SELECT at FROM step ORDER BY id DESC LIMIT 1")?;
        Ok(query.query_row([], column::moment).optional()?)
    }

    /// Returns how many steps the file holds. It grows with every change, whoever made it.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn step_count(&self) -> Result<i64, StoreError> {
        let mut query = self.db.prepare_cached("SELECT count(*) FROM step")?;
        Ok(query.query_row([], |row| row.get(0))?)
    }

    /// Returns the editions of a kind, of every document, in the order they were made.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn editions_of_kind(&self, kind: Kind) -> Result<Vec<Edition>, StoreError> {
        let mut query = self
            .db
            .prepare_cached("SELECT * FROM edition WHERE kind = ?1 ORDER BY at, id")?;
        Ok(query
            .query_map([kind.code()], edition::read)?
            .collect::<Result<_, _>>()?)
    }

    fn newest(&self, doc: ObjectId) -> Result<Option<(StepId, DateTime<Utc>)>, StoreError> {
        let filter = Filter {
            doc: Some(doc),
            limit: Some(1),
            ..Filter::default()
        };
        Ok(self
            .history(&filter)?
            .pop()
            .map(|entry| (entry.step, entry.at)))
    }
}
