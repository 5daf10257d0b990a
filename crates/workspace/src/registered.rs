//! The diarienummer that a registry gave, in the document's own field for it.
//!
//! It often comes after the document was handed in. The pages that were frozen stay as they are, and the number makes no other
//! paper of the document; its draft shows it, and so does the next paper.

use model::document::Document;
use model::log::{self, Event};
use model::schema::{Field, Template, with_role};
use model::vocabulary::{FieldType, Role};
use serde_json::{Value, json};
use store::Set;

use crate::load::Loaded;

/// Returns what gives the document's own field a number that is being noted; nothing where somebody has written in the field,
/// or it holds the number.
pub(crate) fn own_field(loaded: &Loaded, number: &str) -> Option<Set> {
    let document = &loaded.document;
    let field = field_of(loaded.template())?;
    let root = document.root();
    if root.disputed.contains_key(&field.id) {
        return None;
    }
    let stands = root.fields.get(&field.id);
    let stands = stands.filter(|value| Some(*value) != field.default.as_ref());
    let value = match (field.ty, stands) {
        (FieldType::Line, None) => json!(number),
        (_, None) => json!([number]),
        (FieldType::List, Some(value)) if is_noted(document, value) => json!(with(value, number)?),
        _ => return None,
    };
    Some(Set {
        doc: document.id,
        obj: document.id,
        field: field.id.clone(),
        value: Some(value),
    })
}

/// Returns the document's own field for its diarienummer where it says nothing but what the log has noted.
pub(crate) fn from_the_log<'a>(document: &Document, template: &'a Template) -> Option<&'a str> {
    let field = field_of(template)?;
    let value = document.root().fields.get(&field.id)?;
    is_noted(document, value).then_some(field.id.as_str())
}

/// The field where it can hold numbers as they are noted.
fn field_of(template: &Template) -> Option<&Field> {
    let field = with_role(&template.fields, Role::RegistrationNumber)?;
    let lines = field.ty == FieldType::List && field.of == FieldType::Line;
    (lines || field.ty == FieldType::Line).then_some(field)
}

/// Whether every number of a value stands in the log.
fn is_noted(document: &Document, value: &Value) -> bool {
    let noted: Vec<Value> = log::events(document)
        .into_iter()
        .filter_map(|(_, event)| match event {
            Event::Registered { registration, .. } => Some(json!(registration)),
            _ => None,
        })
        .collect();
    let stands = value
        .as_array()
        .map_or(std::slice::from_ref(value), Vec::as_slice);
    stands.iter().all(|number| noted.contains(number))
}

/// Returns the numbers of a list with one more; nothing where it has it.
fn with(value: &Value, number: &str) -> Option<Vec<Value>> {
    let mut numbers = value.as_array()?.clone();
    let number = json!(number);
    if numbers.contains(&number) {
        return None;
    }
    numbers.push(number);
    Some(numbers)
}

#[cfg(test)]
mod tests;
