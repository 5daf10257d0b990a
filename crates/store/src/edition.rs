//! Editions: documents as they were handed in or adopted. They are added and read, never changed.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use model::id::{EditionId, ObjectId, StepId};
use rusqlite::{Connection, OptionalExtension, Result, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Blob, Changes, Set, Sha256, StepHeader, Store, StoreError, blob, column, step};

/// A document as it was handed in or adopted.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// The edition.
    pub id: EditionId,
    /// The document.
    pub doc: ObjectId,
    /// Its number as it is printed.
    pub number: String,
    /// Whether it was handed in or adopted.
    pub kind: Kind,
    /// When it was frozen; kept to the millisecond.
    pub at: DateTime<Utc>,
    /// Who froze it, if anybody was named.
    pub author: Option<ObjectId>,
    /// The newest step whose changes it holds.
    pub step: StepId,
    /// The blob with the document's data.
    pub data: Sha256,
    /// The blob with the template.
    pub template: Sha256,
    /// The blob with the PDF.
    pub pdf: Sha256,
    /// What else is on record, such as who adopted it where. Opaque to the store.
    pub facts: Value,
}

/// What a document became an edition by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It was handed in.
    Submitted,
    /// It was adopted.
    Adopted,
    /// Its data were read out of a PDF from elsewhere, which showed some of the document.
    Received,
}

impl Store {
    /// Adds an edition. Its step and its three blobs must stand in the file.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], or what SQLite answers; nothing was written then.
    pub fn insert_edition(&mut self, edition: &Edition) -> Result<(), StoreError> {
        let tx = self.begin()?;
        insert(&tx, edition)?;
        Ok(tx.commit()?)
    }

    /// Freezes a document: sets fields, adds blobs and adds the edition, all of it or nothing.
    ///
    /// Where the fields read as wanted already, no step is written and the edition keeps the step it names;
    /// else the new step takes its place.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], [`StoreError::SetTwice`], or what SQLite answers; nothing was written then.
    pub fn freeze(
        &mut self,
        header: &StepHeader<'_>,
        sets: &[Set],
        blobs: &[Blob],
        edition: &Edition,
    ) -> Result<Changes, StoreError> {
        let tx = self.begin()?;
        let changes = step::set_fields(&tx, header, sets)?;
        for new in blobs {
            blob::insert(&tx, &new.media_type, &new.bytes)?;
        }
        let edition = Edition {
            step: changes.step.unwrap_or(edition.step),
            ..edition.clone()
        };
        insert(&tx, &edition)?;
        tx.commit()?;
        Ok(changes)
    }

    /// Returns the editions of a document in the order they were made.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn editions(&self, doc: ObjectId) -> Result<Vec<Edition>, StoreError> {
        let mut query = self
            .db
            .prepare_cached("SELECT * FROM edition WHERE doc = ?1 ORDER BY at, id")?;
        Ok(query
            .query_map([doc.to_string()], read)?
            .collect::<Result<_>>()?)
    }

    /// Returns an edition, or nothing when the file does not hold it.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn edition(&self, id: EditionId) -> Result<Option<Edition>, StoreError> {
        let mut query = self
            .db
            .prepare_cached("SELECT * FROM edition WHERE id = ?1")?;
        Ok(query.query_row([id.to_string()], read).optional()?)
    }
}

fn insert(db: &Connection, edition: &Edition) -> Result<()> {
    db.prepare_cached(include_str!("edition/insert.sql"))?
        .execute(params![
            edition.id.to_string(),
            edition.doc.to_string(),
            edition.number,
            edition.kind.code(),
            column::moment_text(edition.at),
            column::author_text(edition.author),
            edition.step.to_string(),
            edition.data,
            edition.template,
            edition.pdf,
            edition.facts.to_string(),
        ])?;
    Ok(())
}

impl Kind {
    /// Returns the kind's code in the file.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Adopted => "adopted",
            Self::Received => "received",
        }
    }
}

/// A text that is no kind's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a kind of edition")]
pub struct NotAKind;

impl FromStr for Kind {
    type Err = NotAKind;

    fn from_str(code: &str) -> Result<Self, NotAKind> {
        [Self::Submitted, Self::Adopted, Self::Received]
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or(NotAKind)
    }
}

pub(crate) fn read(row: &rusqlite::Row<'_>) -> Result<Edition> {
    Ok(Edition {
        id: column::parsed(row, "id")?,
        doc: column::parsed(row, "doc")?,
        number: row.get("number")?,
        kind: column::parsed(row, "kind")?,
        at: column::moment(row)?,
        author: column::author(row)?,
        step: column::parsed(row, "step")?,
        data: row.get("data")?,
        template: row.get("template")?,
        pdf: row.get("pdf")?,
        facts: column::json(row, "facts")?,
    })
}
