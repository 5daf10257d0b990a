//! A document as it stood at a moment, read out of the log.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use model::id::{ObjectId, StepId};
use rusqlite::Result;

use crate::{Remains, Row, Store, StoreError, column, live};

/// A moment of the log. Steps that came in by a merge count as if they had been there when they were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Just after a step.
    Step(StepId),
    /// At a time.
    At(DateTime<Utc>),
}

/// What a document read at a moment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Past {
    /// As [`Store::rows`].
    pub rows: Vec<Row>,
    /// As [`Store::remains`].
    pub remains: Vec<Remains>,
}

/// A change with what it replaced.
struct Change {
    row: Row,
    replaces: Vec<StepId>,
}

impl Store {
    /// Returns what a document read at a moment.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn at(&self, doc: ObjectId, moment: Moment) -> Result<Past, StoreError> {
        let undone = self.undone_at(moment)?;
        let mut fields: BTreeMap<(ObjectId, String), Vec<Change>> = BTreeMap::new();
        let mut query = self.db.prepare_cached(include_str!("past/changes.sql"))?;
        let changes = query.query_map([doc.to_string()], read)?;
        for change in changes {
            let change = change?;
            if moment.has(change.row.step, change.row.at) {
                let place = (change.row.obj, change.row.field.clone());
                fields.entry(place).or_default().push(change);
            }
        }
        let mut past = Past::default();
        for changes in fields.into_values() {
            past.take(changes, &undone);
        }
        Ok(past)
    }

    fn undone_at(&self, moment: Moment) -> Result<BTreeSet<StepId>> {
        let mut query = self.db.prepare_cached(
            "SELECT id, at, undoes FROM step WHERE undoes IS NOT NULL ORDER BY id DESC",
        )?;
        let mut rows = query.query([])?;
        let mut undone = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let step = column::parsed(row, "id")?;
            if moment.has(step, column::moment(row)?) && !undone.contains(&step) {
                undone.insert(column::parsed(row, "undoes")?);
            }
        }
        Ok(undone)
    }
}

impl Moment {
    fn has(self, step: StepId, at: DateTime<Utc>) -> bool {
        match self {
            Self::Step(last) => step <= last,
            Self::At(last) => at <= last,
        }
    }
}

impl Past {
    /// Takes the changes of one field, oldest first.
    fn take(&mut self, changes: Vec<Change>, undone: &BTreeSet<StepId>) {
        let replaces = changes
            .iter()
            .map(|change| (change.row.step, change.replaces.clone()))
            .collect();
        let replaced = live::replaced(&replaces, undone);
        let standing: Vec<Row> = changes
            .into_iter()
            .map(|change| change.row)
            .filter(|row| !undone.contains(&row.step))
            .collect();
        let is_live = |row: &&Row| !replaced.contains(&row.step);
        let live: Vec<Row> = standing.iter().filter(is_live).cloned().collect();
        if let Some(removal) = live
            .last()
            .filter(|_| live.iter().all(|row| row.value.is_none()))
        {
            let last = standing.iter().rev().find_map(|row| row.value.clone());
            self.remains.extend(last.map(|value| Remains {
                obj: removal.obj,
                field: removal.field.clone(),
                value,
                step: removal.step,
                author: removal.author,
                at: removal.at,
            }));
        }
        self.rows.extend(live);
    }
}

fn read(row: &rusqlite::Row<'_>) -> Result<Change> {
    Ok(Change {
        row: crate::read::read_row(row)?,
        replaces: column::noted(row, "replaces")?,
    })
}
