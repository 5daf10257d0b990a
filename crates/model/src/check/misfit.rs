//! Stored values that cannot be shown as what their field is.

use serde_json::Value;

use super::short;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::input::{no_such_day, week};
use crate::paper::Context;
use crate::paper::cell::{self, Misfit};
use crate::schema::Field;
use crate::vocabulary::FieldType;

/// Returns whether a stored value is one of the field's type, down to the columns of a small table.
#[must_use]
pub fn fits(field: &Field, value: &Value, context: &Context) -> bool {
    has_shape(field, field.ty, value) && cell::print(field, value, context).is_ok()
}

/// What says nothing has a shape too, and a page leaves out what it does not know: neither is told by printing.
pub(super) fn has_shape(field: &Field, ty: FieldType, value: &Value) -> bool {
    match (ty, value) {
        (_, Value::Null) => true,
        (FieldType::List, Value::Array(items)) => {
            items.iter().all(|item| has_shape(field, field.of, item))
        }
        (FieldType::Rows, Value::Array(rows)) => rows.iter().all(|row| has_columns(field, row)),
        (FieldType::Decision, Value::Object(parts)) => {
            let points = parts.get("points").and_then(Value::as_array);
            points.is_some_and(|points| points.iter().all(Value::is_string))
        }
        (FieldType::Image | FieldType::File | FieldType::Reference, Value::Object(_)) => true,
        (FieldType::Number | FieldType::Money, Value::Number(_))
        | (FieldType::Bool, Value::Bool(_)) => true,
        (
            FieldType::Line
            | FieldType::Text
            | FieldType::Date
            | FieldType::Choice
            | FieldType::Person
            | FieldType::Party
            | FieldType::Body,
            Value::String(_),
        ) => true,
        _ => false,
    }
}

fn has_columns(field: &Field, row: &Value) -> bool {
    let Some(cells) = row.as_object() else {
        return false;
    };
    cells.iter().all(|(id, cell)| {
        let column = field.columns.iter().find(|column| column.id == *id);
        column.is_some_and(|column| has_shape(column, column.ty, cell))
    })
}

/// Says why a stored value is not on the page: what stands there, and what could.
pub(crate) fn misfit(
    field: &Field,
    why: &Misfit,
    value: &Value,
    place: &Place,
    context: &Context,
) -> Diagnostic {
    at(field, field.ty, why, value, place, context)
}

fn at(
    field: &Field,
    ty: FieldType,
    why: &Misfit,
    value: &Value,
    place: &Place,
    context: &Context,
) -> Diagnostic {
    let new = |code| Diagnostic::new(code, Severity::Blocking, place.clone());
    match why {
        Misfit::Type => {
            let shown = shown(value);
            let typed = shown.as_deref().filter(|_| ty == FieldType::Date);
            let (no_day, week) = (typed.and_then(no_such_day), typed.and_then(week));
            let what = match (&no_day, &week, &shown) {
                (Some(_), _, _) => "no_day",
                (None, Some(_), _) => "week",
                (None, None, Some(_)) => "yes",
                (None, None, None) => "no",
            };
            new(Code::ValueMalformed)
                .with("shown", what)
                .with("value", no_day.or(week).or(shown).unwrap_or_default())
                .with("type", ty.as_str())
        }
        Misfit::Choice(code) => new(Code::ChoiceUnknown)
            .with("value", code)
            .with("choices", choices(field, ty, context)),
        Misfit::Person => new(Code::PersonUnknown),
        Misfit::Row(row, inner) => {
            let element = value.get(row - 1).unwrap_or(value);
            // The elements of a list are of the type `of`; a row has a type for each column.
            let ty = if ty == FieldType::List { field.of } else { ty };
            at(field, ty, inner, element, &place.row(*row), context)
        }
        Misfit::Column(id, inner) => match field.columns.iter().find(|column| column.id == *id) {
            Some(column) => {
                let cell = value.get(id).unwrap_or(value);
                let place = place.column(&column.id, &column.label);
                at(column, column.ty, inner, cell, &place, context)
            }
            None => at(field, ty, inner, value, place, context),
        },
    }
}

fn choices(field: &Field, ty: FieldType, context: &Context) -> String {
    let labels: Vec<&str> = match ty {
        FieldType::Decision => {
            let modes = context.profile.decision_modes.iter();
            modes.map(|mode| mode.id.as_str()).collect()
        }
        _ => {
            let values = cell::scale(field, context).map(|scale| scale.values.as_slice());
            let values = values.unwrap_or_default().iter();
            values.map(|value| value.label.as_str()).collect()
        }
    };
    labels.join(", ")
}

/// Returns a stored value as a person could have typed it; none where it has parts.
fn shown(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(short(text)),
        Value::Number(number) => Some(number.to_string().replace('.', ",")),
        _ => None,
    }
}
