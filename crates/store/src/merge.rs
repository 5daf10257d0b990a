//! Taking in a colleague's file: the union of both, and `live` derived anew for what got news.
//!
//! No base, no clock, no server: any copy merges with any other, in any order, any number of times. What two people
//! wrote apart in one field stays as two live values. The other file is guarded on a private copy and never
//! written to; a row of it that cannot be right is left out and named, and the rest comes in.

mod intake;

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::{Connection, Result};

use crate::{Fault, MergeError, Place, Store, column, live, purge};

use intake::Intake;

/// What a merge brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// How many steps were new.
    pub steps: usize,
    /// How many changes were new.
    pub changes: usize,
    /// How many editions were new.
    pub editions: usize,
    /// How many blobs were new.
    pub blobs: usize,
    /// The fields that came to have different live values. Which fields settle by themselves is not known here.
    pub conflicts: Vec<Place>,
    /// The rows of the other file that cannot be right, by their place among the rows of their table as
    /// [`Store::dump`] orders them.
    pub left_out: Vec<Fault>,
    /// The fields whose live values may differ from before.
    pub places: Vec<Place>,
}

impl Store {
    /// Takes in everything that another file of the same workspace holds. That file is only read.
    ///
    /// Merging twice changes nothing the second time, and which of several files comes first makes no difference.
    ///
    /// # Errors
    /// The other file cannot be taken in, or the own cannot be written; see [`MergeError`]. Nothing was written then.
    pub fn merge(&mut self, other: &Path) -> Result<Merged, MergeError> {
        let guest = Self::guest(other)?;
        if guest.id != self.id {
            return Err(MergeError::AnotherWorkspace { found: guest.id });
        }
        let people = purge::people(self.id);
        let mut forgotten = purge::marks(&guest.db, people)?;
        let is_news = !forgotten.is_subset(&purge::marks(&self.db, people)?);
        if is_news {
            self.db.pragma_update(None, "secure_delete", true)?;
        }
        let tx = self.begin()?;
        forgotten.extend(purge::marks(&tx, people)?);
        let before = conflicts(&tx)?;
        // First in ours, so that a row that is blank in theirs is the same row.
        let mut dropped = purge::blank(&tx, people, &forgotten)?;
        let mut intake = Intake::new(&tx, &guest.db, (people, forgotten));
        intake.all()?;
        dropped.extend(intake.dropped());
        purge::drop_blobs(&tx, &dropped)?;
        let (mut merged, places) = intake.finish();
        live::recompute(
            &tx,
            places.iter().map(|place| (place.obj, place.field.as_str())),
        )?;
        merged.conflicts = conflicts(&tx)?.difference(&before).cloned().collect();
        merged.places = places.into_iter().collect();
        tx.commit()?;
        if is_news {
            // The rows are blank and overwritten. Room for a whole new file is not always there, and the merge stands.
            let _ = self.db.execute_batch("VACUUM");
        }
        Ok(merged)
    }
}

impl Store {
    /// Returns how many steps another file of the same workspace has that this one lacks; none where it is another
    /// workspace's. That file is only read.
    ///
    /// # Errors
    /// The other file is missing, damaged, newer or not ours.
    pub fn news_in(&self, other: &Path) -> Result<Option<usize>, MergeError> {
        let guest = Self::guest(other)?;
        if guest.id != self.id {
            return Ok(None);
        }
        let ours = steps(&self.db)?;
        Ok(Some(steps(&guest.db)?.difference(&ours).count()))
    }
}

fn steps(db: &Connection) -> Result<BTreeSet<String>> {
    let mut query = db.prepare("SELECT id FROM step")?;
    query.query_map([], |row| row.get("id"))?.collect()
}

fn conflicts(db: &Connection) -> Result<BTreeSet<Place>> {
    db.prepare_cached(include_str!("merge/conflicts.sql"))?
        .query_map([], place)?
        .collect()
}

fn place(row: &rusqlite::Row<'_>) -> Result<Place> {
    Ok(Place {
        doc: column::parsed(row, "doc")?,
        obj: column::parsed(row, "obj")?,
        field: row.get("field")?,
    })
}
