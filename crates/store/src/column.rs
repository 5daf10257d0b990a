//! Columns as values and back: ids, moments and JSON are text in the file.

use std::error::Error;
use std::str::FromStr;

use chrono::{DateTime, SecondsFormat, Utc};
use model::id::ObjectId;
use rusqlite::types::Type;
use rusqlite::{Result, Row};
use serde::de::DeserializeOwned;

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

/// Returns a field's value, which is absent when the field was removed.
pub(crate) fn value(row: &Row<'_>) -> Result<Option<serde_json::Value>> {
    match row.get_ref("value")? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => json(row, "value").map(Some),
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
