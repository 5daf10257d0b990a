//! Whether the value that stands there from the start fits its field.

use model::schema::{Field, Scale};
use model::vocabulary::FieldType;
use serde_json::{Map, Value};

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::ids;
use crate::reader::{Node, json};
use crate::scope::Scope;

/// Reports a default that does not fit.
pub(crate) fn check(here: Node, field: &Field, scope: Scope, faults: &mut Faults) {
    let Some(value) = here.value("default").filter(|_| is_whole(field)) else {
        return;
    };
    let at = value.span().start;
    let scale = field.scale.as_deref().and_then(|id| scope.scale(id));
    match json(value.get_ref()) {
        Some(Value::String(code)) if field.ty == FieldType::Choice => {
            if let Some(scale) = scale.filter(|scale| scale.value(&code).is_none()) {
                ids::unknown_code(&code, at, scale, faults);
            }
        }
        Some(value) if fits(field.ty, field, &value, scope) => {}
        _ => faults.at(
            at,
            FaultCode::DefaultMisfit,
            &[("id", &field.id), ("type", field.ty.as_str())],
        ),
    }
}

/// Returns whether it can be said what fits the field at all. Where it cannot, that is the fault.
fn is_whole(field: &Field) -> bool {
    match field.ty {
        FieldType::List => !matches!(field.of, FieldType::List | FieldType::Rows),
        FieldType::Rows => !field.columns.is_empty(),
        _ => true,
    }
}

fn fits(ty: FieldType, field: &Field, value: &Value, scope: Scope) -> bool {
    match (ty, value) {
        (FieldType::Line, Value::String(text)) => !text.contains('\n'),
        (FieldType::Text | FieldType::Party | FieldType::Body, Value::String(_)) => true,
        (FieldType::Date, Value::String(text)) => text.parse::<chrono::NaiveDate>().is_ok(),
        (FieldType::Number, Value::Number(_)) | (FieldType::Bool, Value::Bool(_)) => true,
        (FieldType::Money, Value::Number(number)) => number.is_i64(),
        (FieldType::Choice, Value::String(code)) => {
            let scale: Option<&Scale> = field.scale.as_deref().and_then(|id| scope.scale(id));
            scale.is_none_or(|scale| scale.value(code).is_some())
        }
        (FieldType::List, Value::Array(items)) => {
            !matches!(field.of, FieldType::List | FieldType::Rows)
                && items.iter().all(|item| fits(field.of, field, item, scope))
        }
        (FieldType::Rows, Value::Array(rows)) => rows.iter().all(|row| {
            row.as_object()
                .is_some_and(|row| fits_row(&field.columns, row, scope))
        }),
        (FieldType::Decision, Value::Object(parts)) => {
            parts.iter().all(|(name, part)| fits_decision(name, part))
        }
        // Persons, files, pictures and references belong to a workspace: no template knows one.
        _ => false,
    }
}

fn fits_row(columns: &[Field], row: &Map<String, Value>, scope: Scope) -> bool {
    row.iter().all(|(id, value)| {
        columns
            .iter()
            .find(|column| column.id == *id)
            .is_some_and(|column| fits(column.ty, column, value, scope))
    })
}

fn fits_decision(name: &str, part: &Value) -> bool {
    match name {
        "mode" | "body" => part.is_string(),
        "points" => part
            .as_array()
            .is_some_and(|points| points.iter().all(Value::is_string)),
        _ => false,
    }
}
