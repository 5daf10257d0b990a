//! What an import refuses before anything is written, and what it clears away.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use model::document::system;
use serde_json::Value;
use store::Set;

use super::{Content, ContentObject};
use crate::Error;

/// One step sets a field once: of two objects with the same id one would be lost. In two documents the same id would be
/// two things of which a reference can name but one, and of an object with its document's id nobody could say which it is.
pub(super) fn refuse_doubles(all: &[Set]) -> Result<(), Error> {
    let mut seen = BTreeSet::new();
    let mut homes = BTreeMap::new();
    let twice = all.iter().find(|set| {
        let is_the_document = set.obj == set.doc && set.field == system::KIND;
        !seen.insert((set.obj, &set.field))
            || *homes.entry(set.obj).or_insert(set.doc) != set.doc
            || is_the_document
    });
    twice.map_or(Ok(()), |set| Err(Error::Twice(set.obj.to_string())))
}

/// Removes a file that could not be finished, with its journal. It is ours and seconds old; leaving it would look like
/// a workspace.
pub(crate) fn remove_half_made(path: &Path) {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    for path in [path.as_os_str(), &journal] {
        let _ = std::fs::remove_file(path);
    }
}

/// Names that begin with @ are the program's own: with them a file could say that it is another document. A value beyond all
/// measure would be worked on for minutes, each time that the document is read.
pub(super) fn refuse_fields(content: &Content) -> Result<(), Error> {
    let mut left: Vec<&ContentObject> = content
        .documents
        .iter()
        .flat_map(|document| &document.objects)
        .collect();
    let mut fields: Vec<(&String, &Value)> = content
        .documents
        .iter()
        .flat_map(|document| &document.fields)
        .collect();
    while let Some(object) = left.pop() {
        fields.extend(&object.fields);
        left.extend(&object.objects);
    }
    for (name, value) in fields {
        if name.starts_with('@') {
            return Err(Error::ReservedField(name.clone()));
        }
        if length(value) > MOST_IN_A_FIELD {
            return Err(Error::TooLongForAField(name.clone()));
        }
    }
    Ok(())
}

/// The longest value of a field that is taken in, in bytes of its texts: a thousand pages, and a second to read.
const MOST_IN_A_FIELD: usize = 4 << 20;

fn length(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(length).sum(),
        Value::Object(parts) => parts
            .iter()
            .map(|(key, part)| key.len() + length(part))
            .sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 1,
    }
}
