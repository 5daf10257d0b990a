//! Stored values as one types them: what another text of one's own begins from.

use model::schema::Field;
use model::vocabulary::{FieldType, Role};
use serde_json::{Map, Value};

use super::value_of;
use crate::Input;
use crate::load::Loaded;

/// Returns a stored value as one types it; none where what is typed would not give the same value back.
pub(crate) fn as_typed(field: &Field, value: &Value, loaded: &Loaded) -> Option<String> {
    let text = written(field, value, loaded)?;
    // A text is what is typed, but for spaces at its end.
    if matches!(field.ty, FieldType::Line | FieldType::Text) {
        return Some(text);
    }
    let back = value_of(field, &Input::Typed(text.clone()), loaded);
    let back = back.ok().flatten()?;
    (said(&back) == said(value)).then_some(text)
}

fn written(field: &Field, value: &Value, loaded: &Loaded) -> Option<String> {
    match (field.ty, value) {
        (FieldType::Line | FieldType::Text, Value::String(text)) => Some(text.clone()),
        (FieldType::Person, Value::String(id)) => {
            let person = loaded.group.person(id.parse().ok()?)?;
            let names = [Role::Name, Role::Office].map(|role| person.word(role));
            let name = names.into_iter().find(|name| !name.is_empty());
            name.map(str::to_owned)
        }
        (FieldType::Reference, Value::Object(parts)) => {
            let part = |name: &str| parts.get(name).and_then(Value::as_str);
            let parts = ["title", "date", "number"].into_iter().filter_map(part);
            Some(parts.collect::<Vec<_>>().join("; "))
        }
        (FieldType::List, Value::Array(items)) => {
            let element = Field {
                ty: field.of,
                ..field.clone()
            };
            let items = items.iter().map(|item| written(&element, item, loaded));
            Some(items.collect::<Option<Vec<_>>>()?.join("\n"))
        }
        (FieldType::Rows, Value::Array(rows)) => {
            let rows = rows.iter().map(|row| written_row(field, row, loaded));
            Some(rows.collect::<Option<Vec<_>>>()?.join("\n"))
        }
        _ => Some(loaded.words_of(Some(field), value)),
    }
}

/// Returns a row of a small table: its cells parted by semicolons, or by tabs where a cell has a semicolon itself.
fn written_row(field: &Field, row: &Value, loaded: &Loaded) -> Option<String> {
    let cell = |column: &Field| match row.get(&column.id) {
        Some(cell) => written(column, cell, loaded),
        None => Some(String::new()),
    };
    let cells = field.columns.iter().map(cell);
    let cells = cells.collect::<Option<Vec<_>>>()?;
    let is_parted = cells.iter().any(|cell| cell.contains(';'));
    let line = cells.join(if is_parted { "\t" } else { "; " });
    Some(line.trim_end_matches([';', '\t', ' ']).to_owned())
}

/// Returns a value without what says nothing: an empty cell is stored or not, a whole number with a decimal point or not,
/// and reads the same.
fn said(value: &Value) -> Value {
    let says = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Object(parts) => !parts.is_empty(),
        _ => true,
    };
    match value {
        Value::Array(items) => items.iter().map(said).filter(says).collect(),
        Value::Object(parts) => {
            let parts = parts.iter().map(|(name, part)| (name.clone(), said(part)));
            Value::Object(parts.filter(|(_, part)| says(part)).collect::<Map<_, _>>())
        }
        Value::Number(number) => number.as_f64().into(),
        other => other.clone(),
    }
}
