//! What an import refuses before anything is written, and what it clears away.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use model::document::system;
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

/// Names that begin with @ are the program's own: with them a file could say that it is another document.
pub(super) fn refuse_reserved(content: &Content) -> Result<(), Error> {
    let mut left: Vec<&ContentObject> = content
        .documents
        .iter()
        .flat_map(|document| &document.objects)
        .collect();
    let mut names: Vec<&String> = content
        .documents
        .iter()
        .flat_map(|document| document.fields.keys())
        .collect();
    while let Some(object) = left.pop() {
        names.extend(object.fields.keys());
        left.extend(&object.objects);
    }
    let reserved = names.into_iter().find(|name| name.starts_with('@'));
    reserved.map_or(Ok(()), |name| Err(Error::ReservedField(name.clone())))
}
