//! Everything that stands in a file, as values for JSON.
//!
//! A dump holds text where the file does, so that a malformed one can be read and its faults named
//! ([`Store::restore`]). `live` is left out, for it follows from the rest.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rusqlite::{Result, Row};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::{Sha256, Store, StoreError, column};

/// The format that [`Store::dump`] writes.
pub const FORMAT: u32 = 1;

/// Everything that stands in a workspace file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dump {
    /// The format of the dump.
    pub format: u32,
    /// The workspace's id.
    pub workspace: String,
    /// The steps, by id.
    pub steps: Vec<Step>,
    /// The changes, by step, object and field.
    pub changes: Vec<Change>,
    /// The blobs, by checksum.
    pub blobs: Vec<Blob>,
    /// The editions, by id.
    pub editions: Vec<Edition>,
}

/// One action by one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its id, a UUIDv7.
    pub id: String,
    /// When it was done, by RFC 3339.
    pub at: String,
    /// The person object of who did it; empty when nobody was named.
    pub author: String,
    /// The opening of the program.
    pub run: String,
    /// The operation's code.
    pub op: String,
    /// The operation's arguments.
    pub args: Value,
    /// The step that this one takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
}

/// What a step set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The step.
    pub step: String,
    /// The document.
    pub doc: String,
    /// The object.
    pub obj: String,
    /// The field.
    pub field: String,
    /// The value. Left out, the field was removed; `null` is a value.
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    pub value: Option<Value>,
    /// The steps whose value the writer saw.
    pub replaces: Vec<String>,
}

/// Bytes known by their checksum.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blob {
    /// The checksum of the bytes, in hexadecimal.
    pub sha256: String,
    /// What the bytes are.
    pub media_type: String,
    /// The bytes, in base64.
    pub bytes: String,
}

/// A document as it was handed in or adopted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its id.
    pub id: String,
    /// The document.
    pub doc: String,
    /// Its number as it is printed.
    pub number: String,
    /// `submitted`, `adopted` or `received`.
    pub kind: String,
    /// When it was frozen, by RFC 3339.
    pub at: String,
    /// The person object of who froze it; empty when nobody was named.
    pub author: String,
    /// The newest step whose changes it holds.
    pub step: String,
    /// The checksum of its data.
    pub data: String,
    /// The checksum of its template.
    pub template: String,
    /// The checksum of its PDF.
    pub pdf: String,
    /// What else is on record.
    pub facts: Value,
}

impl Store {
    /// Returns everything that stands in the file.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn dump(&self) -> Result<Dump, StoreError> {
        Ok(Dump {
            format: FORMAT,
            workspace: self.id.to_string(),
            steps: self.all("SELECT * FROM step ORDER BY id", read_step)?,
            changes: self.all(
                "SELECT * FROM change ORDER BY step, obj, field",
                read_change,
            )?,
            blobs: self.all("SELECT * FROM blob ORDER BY sha256", read_blob)?,
            editions: self.all("SELECT * FROM edition ORDER BY id", read_edition)?,
        })
    }

    fn all<T>(&self, query: &str, read: fn(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
        self.db.prepare(query)?.query_map([], read)?.collect()
    }
}

pub(crate) fn read_step(row: &Row<'_>) -> Result<Step> {
    Ok(Step {
        id: row.get("id")?,
        at: row.get("at")?,
        author: row.get("author")?,
        run: row.get("run")?,
        op: row.get("op")?,
        args: column::json(row, "args")?,
        undoes: row.get("undoes")?,
    })
}

pub(crate) fn read_change(row: &Row<'_>) -> Result<Change> {
    Ok(Change {
        step: row.get("step")?,
        doc: row.get("doc")?,
        obj: row.get("obj")?,
        field: row.get("field")?,
        value: column::exact_value(row)?,
        replaces: column::json(row, "replaces")?,
    })
}

fn read_blob(row: &Row<'_>) -> Result<Blob> {
    Ok(Blob {
        sha256: row.get::<_, Sha256>("sha256")?.to_string(),
        media_type: row.get("media_type")?,
        bytes: STANDARD.encode(row.get_ref("bytes")?.as_blob()?),
    })
}

pub(crate) fn read_edition(row: &Row<'_>) -> Result<Edition> {
    let checksum = |column| {
        row.get::<_, Sha256>(column)
            .map(|sha256| sha256.to_string())
    };
    Ok(Edition {
        id: row.get("id")?,
        doc: row.get("doc")?,
        number: row.get("number")?,
        kind: row.get("kind")?,
        at: row.get("at")?,
        author: row.get("author")?,
        step: row.get("step")?,
        data: checksum("data")?,
        template: checksum("template")?,
        pdf: checksum("pdf")?,
        facts: column::json(row, "facts")?,
    })
}

/// Reads a value that is there, `null` too. serde would take `null` for nothing.
fn present<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(value).map(Some)
}
