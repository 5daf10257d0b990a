//! Undo and redo: steps that take back a step of the same run. They write no value; what is live follows.

use model::id::{ObjectId, RunId, StepId};
use rusqlite::{Connection, OptionalExtension, Result, params};
use serde_json::{Value, json};

use crate::{Changes, Place, Stamp, StepHeader, Store, StoreError, column, live};

/// An ordinary step that is, or can be, taken back or done again.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// The step.
    pub step: StepId,
    /// Its operation's code.
    pub op: String,
    /// Its operation's arguments.
    pub args: Value,
}

impl Store {
    /// Returns what [`Store::undo`] would take back.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn can_undo(&self, run: RunId) -> Result<Option<Action>, StoreError> {
        Ok(first_standing(&self.db, include_str!("undo/undo.sql"), run)?.map(|found| found.action))
    }

    /// Returns what [`Store::redo`] would do again.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn can_redo(&self, run: RunId) -> Result<Option<Action>, StoreError> {
        Ok(first_standing(&self.db, include_str!("undo/redo.sql"), run)?.map(|found| found.action))
    }

    /// Returns the ordinary step that a step is about: itself, or what an undo took back and a redo did again.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn action(&self, step: StepId) -> Result<Option<Action>, StoreError> {
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Action {
                step: column::parsed(row, "id")?,
                op: row.get("op")?,
                args: column::noted(row, "args")?,
            })
        };
        let found = self
            .db
            .prepare_cached(include_str!("undo/action.sql"))?
            .query_row([step.to_string()], read)
            .optional()?;
        Ok(found)
    }

    /// Takes back the newest step of the stamp's run that is not yet taken back. Other runs' steps are history.
    ///
    /// Where somebody else has written since, their value stays.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], or what SQLite answers; nothing was written then.
    pub fn undo(&mut self, stamp: &Stamp) -> Result<Option<(Action, Changes)>, StoreError> {
        self.take_back(stamp, "undo", include_str!("undo/undo.sql"))
    }

    /// Does the step that the stamp's run took back last again, unless the run has done something else since.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], or what SQLite answers; nothing was written then.
    pub fn redo(&mut self, stamp: &Stamp) -> Result<Option<(Action, Changes)>, StoreError> {
        self.take_back(stamp, "redo", include_str!("undo/redo.sql"))
    }

    fn take_back(
        &mut self,
        stamp: &Stamp,
        op: &str,
        candidates: &str,
    ) -> Result<Option<(Action, Changes)>, StoreError> {
        let tx = self.begin()?;
        let Some(found) = first_standing(&tx, candidates, stamp.run)? else {
            return Ok(None);
        };
        let header = StepHeader {
            stamp: *stamp,
            op,
            args: json!({}),
        };
        let step = crate::step::insert_step(&tx, &header, Some(found.target))?;
        let places = places(&tx, found.action.step)?;
        live::recompute(
            &tx,
            places.iter().map(|place| (place.obj, place.field.as_str())),
        )?;
        tx.commit()?;
        Ok(Some((
            found.action,
            Changes {
                step: Some(step),
                places,
            },
        )))
    }
}

/// The step to take back, and the ordinary step that this is about: the same one, unless it is a redo.
struct Found {
    target: StepId,
    action: Action,
}

/// Returns the newest candidate that is not undone.
fn first_standing(db: &Connection, candidates: &str, run: RunId) -> Result<Option<Found>> {
    let undone = live::undone(db)?;
    let mut query = db.prepare_cached(candidates)?;
    let mut rows = query.query([run.to_string()])?;
    while let Some(row) = rows.next()? {
        let target = column::parsed(row, "target")?;
        if !undone.contains(&target) {
            let action = Action {
                step: column::parsed(row, "id")?,
                op: row.get("op")?,
                args: column::noted(row, "args")?,
            };
            return Ok(Some(Found { target, action }));
        }
    }
    Ok(None)
}

fn places(db: &Connection, step: StepId) -> Result<Vec<Place>> {
    let read = |row: &rusqlite::Row<'_>| {
        let (doc, obj): (ObjectId, ObjectId) =
            (column::parsed(row, "doc")?, column::parsed(row, "obj")?);
        Ok(Place {
            doc,
            obj,
            field: row.get("field")?,
        })
    };
    db.prepare_cached(
        "SELECT doc, obj, field FROM change WHERE step = ?1 ORDER BY doc, obj, field",
    )?
    .query_map(params![step.to_string()], read)?
    .collect()
}
