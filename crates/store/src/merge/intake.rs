//! The rows of another file, one table after the other: each is checked, compared with ours, and inserted as it is.

use std::collections::BTreeSet;

use model::id::ObjectId;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Result, Row, ToSql, params};

use super::{Merged, place};
use crate::restore::Check;
use crate::{Place, Problem, Sha256, Table, blob, dump, purge};

/// A merge under way.
pub(super) struct Intake<'a> {
    ours: &'a Connection,
    theirs: &'a Connection,
    check: Check,
    merged: Merged,
    places: BTreeSet<Place>,
    undos: Vec<String>,
    /// The people's document, and its objects that are forgotten: what is written in them comes in blank.
    forgotten: (ObjectId, BTreeSet<ObjectId>),
    /// The blobs that such values named.
    dropped: BTreeSet<Sha256>,
}

/// The column of a change's value in the query that reads theirs.
const VALUE: usize = 4;

/// What ours holds where a row of theirs would stand.
enum Seat {
    Free,
    Same,
    Taken,
}

impl<'a> Intake<'a> {
    pub(super) fn new(
        ours: &'a Connection,
        theirs: &'a Connection,
        forgotten: (ObjectId, BTreeSet<ObjectId>),
    ) -> Self {
        Self {
            ours,
            theirs,
            check: Check::new(),
            merged: Merged::default(),
            places: BTreeSet::new(),
            undos: Vec::new(),
            forgotten,
            dropped: BTreeSet::new(),
        }
    }

    /// Takes in every table, each after those it refers to.
    pub(super) fn all(&mut self) -> Result<()> {
        self.each(
            Table::Step,
            "SELECT id, at, author, run, op, args, undoes FROM step ORDER BY id",
            Self::step,
        )?;
        self.each(
            Table::Change,
            "SELECT step, doc, obj, field, value, replaces FROM change ORDER BY step, obj, field",
            Self::change,
        )?;
        self.each(
            Table::Blob,
            "SELECT sha256, media_type, length(bytes) AS size, bytes FROM blob ORDER BY sha256",
            Self::blob,
        )?;
        self.each(
            Table::Edition,
            "SELECT id, doc, number, kind, at, author, step, data, template, pdf, facts FROM edition ORDER BY id",
            Self::edition,
        )?;
        self.follow_undos()
    }

    /// Returns the blobs that values named which came in blank.
    pub(super) fn dropped(&mut self) -> BTreeSet<Sha256> {
        std::mem::take(&mut self.dropped)
    }

    fn is_forgotten(&self, change: &dump::Change) -> bool {
        let (people, objects) = &self.forgotten;
        change.doc.parse() == Ok(*people)
            && change
                .obj
                .parse()
                .is_ok_and(|object| objects.contains(&object))
    }

    /// Returns what came in, and the fields whose live values may differ from before.
    pub(super) fn finish(mut self) -> (Merged, BTreeSet<Place>) {
        self.merged.left_out = self.check.faults;
        (self.merged, self.places)
    }

    fn each(
        &mut self,
        table: Table,
        query: &str,
        take: fn(&mut Self, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let theirs = self.theirs;
        let mut query = theirs.prepare(query)?;
        let mut rows = query.query([])?;
        let mut number = 0;
        while let Some(row) = rows.next()? {
            self.check.at(table, number);
            number += 1;
            if has_broken_text(row)? {
                self.check.demand(false, "", Problem::Unreadable);
            } else {
                take(self, row)?;
            }
        }
        Ok(())
    }

    fn step(&mut self, row: &Row<'_>) -> Result<()> {
        let Ok(step) = dump::read_step(row) else {
            self.check.demand(false, "args", Problem::Unreadable);
            return Ok(());
        };
        let known = self.faults();
        self.check.step(&step);
        if self.faults() > known {
            return Ok(());
        }
        let same =
            "SELECT at = ?2 AND author = ?3 AND run = ?4 AND op = ?5 AND args = ?6 AND undoes IS ?7
            FROM step WHERE id = ?1";
        if self.insert("id", same, include_str!("../step/insert.sql"), row, None)? {
            self.merged.steps += 1;
            self.undos.extend(step.undoes.map(|_| step.id));
        }
        Ok(())
    }

    fn change(&mut self, row: &Row<'_>) -> Result<()> {
        let Ok(change) = dump::read_change(row) else {
            self.check.demand(false, "value", Problem::Unreadable);
            return Ok(());
        };
        let known = self.faults();
        self.check.change(&change, self.takes_back(&change.step)?);
        if self.faults() > known {
            return Ok(());
        }
        let same = "SELECT doc = ?2 AND value IS ?5 AND replaces = ?6
            FROM change WHERE obj = ?3 AND field = ?4 AND step = ?1";
        let blank = if self.is_forgotten(&change) {
            let value = change.value.as_ref().map(ToString::to_string);
            self.dropped
                .extend(purge::checksums(&value.unwrap_or_default()));
            Some(VALUE)
        } else {
            None
        };
        let insert = include_str!("../step/insert_change.sql");
        if self.insert("step", same, insert, row, blank)? {
            self.merged.changes += 1;
            self.places.insert(place(row)?);
        }
        Ok(())
    }

    fn blob(&mut self, row: &Row<'_>) -> Result<()> {
        if blob::is_too_large(row)? {
            self.check.demand(false, "bytes", Problem::TooLarge);
            return Ok(());
        }
        let (Ok(sha256), Ok(bytes)) = (
            row.get::<_, Sha256>("sha256"),
            row.get_ref("bytes")?.as_blob(),
        ) else {
            self.check.demand(false, "sha256", Problem::Unreadable);
            return Ok(());
        };
        let is_new = !self.exists("SELECT 1 FROM blob WHERE sha256 = ?1", sha256)?;
        if is_new && Sha256::of(bytes) != sha256 {
            self.check.demand(false, "sha256", Problem::WrongChecksum);
            return Ok(());
        }
        self.ours
            .prepare_cached(include_str!("insert_blob.sql"))?
            .execute(params![sha256, row.get_ref("media_type")?.as_str()?, bytes])?;
        self.merged.blobs += usize::from(is_new);
        Ok(())
    }

    fn edition(&mut self, row: &Row<'_>) -> Result<()> {
        let Ok(edition) = dump::read_edition(row) else {
            self.check.demand(false, "facts", Problem::Unreadable);
            return Ok(());
        };
        let known = self.faults();
        let has_step = self.takes_back(&edition.step)?.is_some();
        let blob = |sha256: &str| {
            let sha256: Option<Sha256> = sha256.parse().ok();
            sha256.map_or(Ok(false), |sha256| {
                self.exists("SELECT 1 FROM blob WHERE sha256 = ?1", sha256)
            })
        };
        let has = [
            blob(&edition.data)?,
            blob(&edition.template)?,
            blob(&edition.pdf)?,
        ];
        let names = [&edition.data, &edition.template, &edition.pdf];
        let has_blob = |name: &str| {
            names
                .iter()
                .zip(has)
                .any(|(known, has)| *known == name && has)
        };
        self.check.edition(&edition, has_step, has_blob);
        if self.faults() > known {
            return Ok(());
        }
        let same = "SELECT doc = ?2 AND number = ?3 AND kind = ?4 AND at = ?5 AND author = ?6 AND step = ?7
            AND data = ?8 AND template = ?9 AND pdf = ?10 AND facts = ?11 FROM edition WHERE id = ?1";
        if self.insert("id", same, include_str!("../edition/insert.sql"), row, None)? {
            self.merged.editions += 1;
        }
        Ok(())
    }

    /// An undo that came in changes what is live in the fields of what it takes back, which may be ours.
    fn follow_undos(&mut self) -> Result<()> {
        let mut query = self.ours.prepare_cached(include_str!("undone_by.sql"))?;
        for undo in &self.undos {
            for found in query.query_map([undo], place)? {
                self.places.insert(found?);
            }
        }
        Ok(())
    }

    /// Inserts a row as it is, but for a column that comes in blank, and returns whether it was new; one that differs from ours is left out.
    fn insert(
        &mut self,
        key: &'static str,
        same: &str,
        insert: &str,
        row: &Row<'_>,
        blank: Option<usize>,
    ) -> Result<bool> {
        let value = |index| match blank {
            Some(blank) if blank == index => Ok(ValueRef::Null),
            _ => row.get_ref(index),
        };
        let values = (0..row.as_ref().column_count())
            .map(|index| value(index).map(ToSqlOutput::Borrowed))
            .collect::<Result<Vec<_>>>()?;
        let values: Vec<&dyn ToSql> = values.iter().map(|value| value as &dyn ToSql).collect();
        match seat(self.ours, same, &values)? {
            Seat::Free => {
                self.ours
                    .prepare_cached(insert)?
                    .execute(values.as_slice())?;
                Ok(true)
            }
            Seat::Same => Ok(false),
            Seat::Taken => {
                self.check.demand(false, key, Problem::Differs);
                Ok(false)
            }
        }
    }

    fn takes_back(&self, step: &str) -> Result<Option<bool>> {
        self.ours
            .prepare_cached("SELECT undoes IS NOT NULL FROM step WHERE id = ?1")?
            .query_row([step], |row| row.get(0))
            .optional()
    }

    fn exists(&self, query: &str, key: Sha256) -> Result<bool> {
        self.ours.prepare_cached(query)?.exists([key])
    }

    fn faults(&self) -> usize {
        self.check.faults.len()
    }
}

fn seat(db: &Connection, same: &str, values: &[&dyn ToSql]) -> Result<Seat> {
    let found: Option<bool> = db
        .prepare_cached(same)?
        .query_row(values, |row| row.get(0))
        .optional()?;
    Ok(match found {
        None => Seat::Free,
        Some(true) => Seat::Same,
        Some(false) => Seat::Taken,
    })
}

/// SQLite keeps whatever bytes it is given for a text.
fn has_broken_text(row: &Row<'_>) -> Result<bool> {
    for index in 0..row.as_ref().column_count() {
        if let ValueRef::Text(bytes) = row.get_ref(index)?
            && std::str::from_utf8(bytes).is_err()
        {
            return Ok(true);
        }
    }
    Ok(false)
}
