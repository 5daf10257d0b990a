//! What stands in a field of a form, as one reads and types it, and the way back to what is stored.

use chrono::NaiveDate;
use model::input;
use model::schema::Field;
use model::vocabulary::FieldType;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value, json};
use specta::Type;

use crate::error::Error;
use crate::load::Loaded;
use crate::rich::{self, TextBlock};
use crate::typed;

/// What stands in a field, as one reads and types it: a day as 2026-09-12, an amount with its spaces, a choice as its
/// code, a person as the id of their object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum FieldValue {
    /// One value.
    Plain {
        /// The characters; empty where there is none.
        text: String,
    },
    /// Running text.
    Rich {
        /// Its blocks.
        blocks: Vec<TextBlock>,
    },
    /// Several values.
    Lines {
        /// The characters of each.
        lines: Vec<String>,
    },
    /// A small table.
    Table {
        /// The characters of each cell, row by row.
        rows: Vec<Vec<String>>,
    },
    /// Documents that are decided elsewhere.
    References {
        /// Each of them.
        items: Vec<ReferenceValue>,
    },
    /// Files.
    Files {
        /// Each of them.
        items: Vec<FileValue>,
    },
    /// Pictures.
    Pictures {
        /// Each of them.
        items: Vec<PictureValue>,
    },
    /// Decision points.
    Decision {
        /// The decision mode's id.
        mode: String,
        /// The body that is to decide: its name.
        body: String,
        /// The points.
        points: Vec<String>,
    },
}

/// A document that is decided elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReferenceValue {
    /// Its title.
    pub title: String,
    /// Its day as it is typed.
    pub date: String,
    /// Its diarienummer or edition.
    pub number: String,
}

/// A file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FileValue {
    /// Its title.
    pub title: String,
    /// The file's name.
    pub name: String,
    /// Its number of pages, where that is known.
    pub pages: Option<u32>,
    /// SHA-256 of its bytes; empty where the file itself is not in the workspace.
    pub sha256: String,
}

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PictureValue {
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The ending of its name: `png`, `jpg` or `svg`.
    pub ending: String,
    /// What it shows; empty for decoration.
    pub alt: String,
}

/// Returns a stored value as a form shows it. What does not fit the field is shown as it is stored.
pub(crate) fn shown(field: &Field, stored: Option<&Value>, loaded: &Loaded) -> FieldValue {
    let list = || stored.and_then(Value::as_array).into_iter().flatten();
    match (field.ty, field.of) {
        (FieldType::Text, _) => FieldValue::Rich {
            blocks: rich::parsed(stored.and_then(Value::as_str).unwrap_or_default()),
        },
        (FieldType::Rows, _) => FieldValue::Table {
            rows: list()
                .map(|row| {
                    let cell = |column: &Field| one(column, column.ty, row.get(&column.id), loaded);
                    field.columns.iter().map(cell).collect()
                })
                .collect(),
        },
        (FieldType::Reference, _) => FieldValue::References {
            items: stored.into_iter().map(reference).collect(),
        },
        (FieldType::List, FieldType::Reference) => FieldValue::References {
            items: list().map(reference).collect(),
        },
        (FieldType::File, _) => FieldValue::Files {
            items: stored.into_iter().map(file).collect(),
        },
        (FieldType::List, FieldType::File) => FieldValue::Files {
            items: list().map(file).collect(),
        },
        (FieldType::Image, _) => FieldValue::Pictures {
            items: stored.into_iter().map(picture).collect(),
        },
        (FieldType::List, FieldType::Image) => FieldValue::Pictures {
            items: list().map(picture).collect(),
        },
        (FieldType::Decision, _) => FieldValue::Decision {
            mode: key(stored, "mode"),
            body: loaded.body_name(&key(stored, "body")),
            points: points(stored),
        },
        (FieldType::List, of) => FieldValue::Lines {
            lines: list()
                .map(|item| one(field, of, Some(item), loaded))
                .collect(),
        },
        (ty, _) => FieldValue::Plain {
            text: one(field, ty, stored, loaded),
        },
    }
}

/// Returns what a form gives back as it is stored; none where the field is emptied. What cannot be read as the field's
/// type is stored as it was typed, so that it is not lost: a check then says what is wrong with it.
pub(crate) fn taken(
    field: &Field,
    value: FieldValue,
    loaded: &Loaded,
) -> Result<Option<Value>, Error> {
    let some = |items: Vec<Value>| (!items.is_empty()).then_some(Value::Array(items));
    Ok(match value {
        FieldValue::Plain { text } if field.ty == FieldType::Bool && text == "false" => {
            Some(json!(false))
        }
        FieldValue::Plain { text } => lenient(field, field.ty, &text, loaded)?,
        FieldValue::Rich { blocks } => taken_text(blocks),
        FieldValue::Lines { lines } => {
            let lines = lines
                .iter()
                .map(|line| lenient(field, field.of, line, loaded));
            some(
                lines
                    .filter_map(Result::transpose)
                    .collect::<Result<_, _>>()?,
            )
        }
        FieldValue::Table { rows } => {
            let rows = rows.iter().map(|row| taken_row(field, row, loaded));
            some(
                rows.filter_map(Result::transpose)
                    .collect::<Result<_, _>>()?,
            )
        }
        FieldValue::References { items } => {
            let today = loaded.today();
            single_or_list(
                field,
                items
                    .iter()
                    .map(|item| stored_reference(item, today))
                    .collect(),
            )
        }
        FieldValue::Files { items } => {
            single_or_list(field, items.iter().map(stored_file).collect())
        }
        FieldValue::Pictures { items } => {
            single_or_list(field, items.iter().map(stored_picture).collect())
        }
        FieldValue::Decision { mode, body, points } => {
            let points: Vec<String> = points
                .iter()
                .map(|point| input::control_free(point))
                .collect();
            let is_empty = mode.is_empty() && points.iter().all(|point| point.trim().is_empty());
            let body = loaded.body_id(body.trim());
            (!is_empty).then(|| json!({ "mode": mode, "body": body, "points": points }))
        }
    })
}

/// Returns running text as it is stored: whatever its field, and whatever else the document says.
pub(crate) fn taken_text(blocks: Vec<TextBlock>) -> Option<Value> {
    let text = input::control_free(&rich::written(blocks));
    Some(json!(text.trim_end())).filter(|_| !text.trim().is_empty())
}

fn lenient(
    field: &Field,
    ty: FieldType,
    text: &str,
    loaded: &Loaded,
) -> Result<Option<Value>, Error> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let text = input::control_free(text);
    or_as_typed(typed::typed(field, ty, &text, loaded), &text)
}

/// What does not fit is kept as it was typed.
fn or_as_typed(value: Result<Value, Error>, text: &str) -> Result<Option<Value>, Error> {
    match value {
        Ok(value) => Ok(Some(value)),
        Err(Error::BadValue { .. } | Error::NotFound { .. } | Error::Ambiguous { .. }) => {
            Ok(Some(json!(text.trim())))
        }
        Err(error) => Err(error),
    }
}

fn taken_row(field: &Field, row: &[String], loaded: &Loaded) -> Result<Option<Value>, Error> {
    let mut cells = Map::new();
    for (column, text) in field.columns.iter().zip(row) {
        if text.trim().is_empty() {
            continue;
        }
        let text = input::control_free(text);
        let value = typed::cell_of(field, column, &text, &cells, loaded);
        let value = or_as_typed(value, &text)?;
        cells.extend(value.map(|value| (column.id.clone(), value)));
    }
    Ok((!cells.is_empty()).then_some(Value::Object(cells)))
}

fn single_or_list(field: &Field, items: Vec<Value>) -> Option<Value> {
    match (field.ty, items.is_empty()) {
        (_, true) => None,
        (FieldType::List, false) => Some(Value::Array(items)),
        (_, false) => items.into_iter().next(),
    }
}

/// Returns a number as it is written in Swedish, without decimals that say nothing.
fn written(number: &Number) -> String {
    let whole = number.as_f64().filter(|_| number.is_f64());
    let text = whole.map_or_else(|| number.to_string(), |value| value.to_string());
    text.replace('.', ",")
}

fn one(field: &Field, ty: FieldType, stored: Option<&Value>, loaded: &Loaded) -> String {
    let Some(stored) = stored else {
        return String::new();
    };
    match (ty, stored) {
        (FieldType::Money, Value::Number(_)) => stored.as_i64().map_or_else(
            || stored.to_string(),
            |amount| {
                input::kronor(amount)
                    .trim_end_matches("kr")
                    .trim_end_matches('\u{a0}')
                    .to_owned()
            },
        ),
        (FieldType::Number, Value::Number(number)) => written(number),
        (FieldType::Party, Value::String(id)) => loaded
            .profile
            .party(id)
            .map_or(id, |party| &party.name)
            .clone(),
        (FieldType::Body, Value::String(id)) => loaded.body_name(id),
        (_, Value::String(text)) => text.clone(),
        (_, Value::Null) => String::new(),
        (_, other) => {
            let words = loaded.words_of(Some(field), other);
            if ty == FieldType::Bool || words.is_empty() {
                other.to_string()
            } else {
                words
            }
        }
    }
}

fn key(value: Option<&Value>, name: &str) -> String {
    let found = value
        .and_then(|value| value.get(name))
        .and_then(Value::as_str);
    found.unwrap_or_default().to_owned()
}

fn points(value: Option<&Value>) -> Vec<String> {
    let points = value
        .and_then(|value| value.get("points"))
        .and_then(Value::as_array);
    let points = points.into_iter().flatten().filter_map(Value::as_str);
    points.map(str::to_owned).collect()
}

fn reference(value: &Value) -> ReferenceValue {
    ReferenceValue {
        title: value
            .as_str()
            .map_or_else(|| key(Some(value), "title"), str::to_owned),
        date: key(Some(value), "date"),
        number: key(Some(value), "number"),
    }
}

fn file(value: &Value) -> FileValue {
    FileValue {
        title: value
            .as_str()
            .map_or_else(|| key(Some(value), "title"), str::to_owned),
        name: key(Some(value), "name"),
        pages: value
            .get("pages")
            .and_then(Value::as_u64)
            .and_then(|pages| u32::try_from(pages).ok()),
        sha256: key(Some(value), "sha256"),
    }
}

fn picture(value: &Value) -> PictureValue {
    PictureValue {
        sha256: key(Some(value), "sha256"),
        ending: key(Some(value), "ending"),
        alt: key(Some(value), "alt"),
    }
}

/// What one refers to is there already: its day without a year is the one nearest today.
fn stored_reference(item: &ReferenceValue, today: NaiveDate) -> Value {
    let day = typed::nearest(|year| input::date(&item.date, year), today)
        .map_or_else(|| item.date.trim().to_owned(), |day| day.to_string());
    filled([
        ("title", item.title.trim()),
        ("date", &day),
        ("number", item.number.trim()),
    ])
}

fn stored_file(item: &FileValue) -> Value {
    let mut stored = filled([
        ("title", item.title.trim()),
        ("name", &item.name),
        ("sha256", &item.sha256),
    ]);
    if let (Some(pages), Value::Object(fields)) = (item.pages, &mut stored) {
        fields.insert("pages".to_owned(), json!(pages));
    }
    stored
}

fn stored_picture(item: &PictureValue) -> Value {
    let alt = item.alt.trim();
    let mut stored = filled([
        ("sha256", &item.sha256),
        ("ending", &item.ending),
        ("alt", alt),
    ]);
    if let (true, Value::Object(fields)) = (alt.is_empty(), &mut stored) {
        fields.insert("decorative".to_owned(), json!(true));
    }
    stored
}

/// An object of those that say something.
fn filled<const N: usize>(pairs: [(&str, &str); N]) -> Value {
    let pairs = pairs.into_iter().filter(|(_, text)| !text.is_empty());
    Value::Object(
        pairs
            .map(|(name, text)| (name.to_owned(), json!(text)))
            .collect(),
    )
}

impl Loaded {
    /// Returns a body's name; a free name as it is.
    pub(crate) fn body_name(&self, id: &str) -> String {
        self.profile
            .body(id)
            .map_or(id, |body| &body.name)
            .to_owned()
    }

    /// Returns the id of the body with this name; a free name as it is.
    fn body_id(&self, name: &str) -> String {
        let mut bodies = self.profile.bodies.iter();
        bodies
            .find(|body| body.name == name)
            .map_or(name, |body| &body.id)
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_decimals_that_it_needs() {
        let said = |value: Value| match value {
            Value::Number(number) => written(&number),
            other => other.to_string(),
        };
        let numbers = [json!(30.0), json!(30), json!(1.5), json!(-0.25)];
        assert_eq!(numbers.map(said), ["30", "30", "1,5", "-0,25"]);
    }
}
