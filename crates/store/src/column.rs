//! Columns as values and back: ids, moments and JSON are text in the file.

use std::error::Error;
use std::str::FromStr;

use chrono::{DateTime, SecondsFormat, Utc};
use model::id::ObjectId;
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Result, Row};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Returns an id or another value that reads from its text.
pub(crate) fn parsed<T>(row: &Row<'_>, column: &str) -> Result<T>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    converted(row, column, str::parse)
}

/// Returns the author of a step or an edition; empty text means that nobody was named.
pub(crate) fn author(row: &Row<'_>) -> Result<Option<ObjectId>> {
    converted(row, "author", |text| match text {
        "" => Ok(None),
        text => text.parse().map(Some),
    })
}

/// Returns the moment of a step or an edition.
pub(crate) fn moment(row: &Row<'_>) -> Result<DateTime<Utc>> {
    converted(row, "at", |text| {
        DateTime::parse_from_rfc3339(text).map(|moment| moment.to_utc())
    })
}

/// Returns a JSON value.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T> {
    converted(row, column, |text| serde_json::from_str(text))
}

/// What stands in a field's cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// The field was removed.
    Removed,
    /// A value.
    Value(Value),
    /// JSON for SQLite and for nobody else, as a number beyond all numbers. The rest of the file can be read all the same.
    Unreadable,
}

impl Cell {
    /// Returns the value that can be read; none where there is none.
    pub(crate) fn value(self) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::Removed | Self::Unreadable => None,
        }
    }
}

/// Returns what stands in a field's cell.
pub(crate) fn cell(row: &Row<'_>) -> Result<Cell> {
    if row.get_ref("value")? == ValueRef::Null {
        return Ok(Cell::Removed);
    }
    let value = json(row, "value").map(Cell::Value);
    value.or_else(unless_json(Cell::Unreadable))
}

/// Returns a field's value, which is absent when the field was removed or cannot be read.
pub(crate) fn value(row: &Row<'_>) -> Result<Option<Value>> {
    Ok(cell(row)?.value())
}

/// Returns a field's value as [`value()`] does, and an error where it cannot be read.
pub(crate) fn exact_value(row: &Row<'_>) -> Result<Option<Value>> {
    match row.get_ref("value")? {
        ValueRef::Null => Ok(None),
        _ => json(row, "value").map(Some),
    }
}

/// Returns a field's value as it was written and not looked after: what cannot be read is the text that stands there.
pub(crate) fn written(row: &Row<'_>) -> Result<Option<Value>> {
    match cell(row)? {
        Cell::Unreadable => Ok(Some(Value::String(row.get("value")?))),
        cell => Ok(cell.value()),
    }
}

/// Returns what a column lists; as one text where it cannot be read.
pub(crate) fn list(row: &Row<'_>, column: &str) -> Result<Vec<Value>> {
    json(row, column).or_else(unless_json(vec![Value::String(row.get(column)?)]))
}

/// Returns what a column notes of a step or a change; nothing where it cannot be read.
pub(crate) fn noted<T: DeserializeOwned + Default>(row: &Row<'_>, column: &str) -> Result<T> {
    json(row, column).or_else(unless_json(T::default()))
}

/// Takes the place of JSON that cannot be read, and of nothing else.
fn unless_json<T>(other: T) -> impl FnOnce(rusqlite::Error) -> Result<T> {
    |error| match error {
        rusqlite::Error::FromSqlConversionFailure(_, Type::Text, _) => Ok(other),
        error => Err(error),
    }
}

/// Returns how a moment stands in the file: UTC with milliseconds, so that text order is time order.
pub(crate) fn moment_text(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Returns how an author stands in the file.
pub(crate) fn author_text(author: Option<ObjectId>) -> String {
    author.map(|person| person.to_string()).unwrap_or_default()
}

fn converted<T, E>(
    row: &Row<'_>,
    column: &str,
    convert: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T>
where
    E: Error + Send + Sync + 'static,
{
    let index = row.as_ref().column_index(column)?;
    let text = row.get_ref(index)?.as_str()?;
    convert(text).map_err(|cause| {
        rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(cause))
    })
}
