//! Finding `data.json` in a PDF from anywhere.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

use crate::readback::ReadError;
use crate::reader::{LIMIT, guarded, load, unreadable};

/// The name under which the data is attached.
const NAME: &[u8] = b"data.json";

/// How many nodes of a tree of names are looked into. Ours have one.
const NODES: usize = 1000;

/// Returns the bytes of the attached `data.json`, or nothing when none is attached.
///
/// The file may come from anywhere: a hostile one is an error, and never more than that.
pub fn attachment(pdf: &[u8]) -> Result<Option<Vec<u8>>, ReadError> {
    attachment_of(&load(pdf)?)
}

/// As [`attachment`], of a file that is open.
pub(crate) fn attachment_of(document: &Document) -> Result<Option<Vec<u8>>, ReadError> {
    guarded(|| find(document))?.map_err(unreadable)
}

fn find(document: &Document) -> lopdf::Result<Option<Vec<u8>>> {
    let named = specs(document)?
        .into_iter()
        .find(|spec| is_named(document, spec));
    named.map(|spec| content(document, spec)).transpose()
}

/// Returns the other files that a PDF carries beside its data: their names and bytes.
///
/// The file may come from anywhere: a hostile one is an error, and never more than that.
pub fn supplements(pdf: &[u8]) -> Result<Vec<(String, Vec<u8>)>, ReadError> {
    supplements_of(&load(pdf)?)
}

/// As [`supplements`], of a file that is open.
pub(crate) fn supplements_of(document: &Document) -> Result<Vec<(String, Vec<u8>)>, ReadError> {
    guarded(|| others(document))?.map_err(unreadable)
}

fn others(document: &Document) -> lopdf::Result<Vec<(String, Vec<u8>)>> {
    let mut found = BTreeMap::new();
    let mut left = LIMIT;
    for spec in specs(document)? {
        let name = name(document, spec);
        if is_named(document, spec) || found.contains_key(&name) {
            continue;
        }
        let bytes = content(document, spec)?;
        left = left
            .checked_sub(bytes.len())
            .ok_or(lopdf::Error::Decompress(
                lopdf::DecompressError::MemoryLimitExceeded { limit: LIMIT },
            ))?;
        found.insert(name, bytes);
    }
    Ok(found.into_iter().collect())
}

fn name(document: &Document, spec: &Dictionary) -> String {
    let text = |key: &[u8]| {
        let name = spec.get_deref(key, document);
        name.and_then(lopdf::decode_text_string).ok()
    };
    text(b"UF").or_else(|| text(b"F")).unwrap_or_default()
}

/// All file specifications that the document's name tree and its associated files lead to.
fn specs(document: &Document) -> lopdf::Result<Vec<&Dictionary>> {
    let catalog = document.catalog()?;
    let mut specs = Vec::new();
    if let Ok(names) = dictionary(document, catalog, b"Names")
        && let Ok(tree) = dictionary(document, names, b"EmbeddedFiles")
    {
        specs.extend(leaves(document, tree));
    }
    if let Ok(associated) = array(document, catalog, b"AF") {
        specs.extend(associated.iter().filter_map(|spec| resolve(document, spec)));
    }
    Ok(specs)
}

/// Returns the file specifications in a tree of names. A tree that goes in circles is left after
/// [`NODES`] nodes.
fn leaves<'a>(document: &'a Document, root: &'a Dictionary) -> Vec<&'a Dictionary> {
    let mut found = Vec::new();
    let mut left = vec![root];
    for _ in 0..NODES {
        let Some(node) = left.pop() else { break };
        if let Ok(names) = array(document, node, b"Names") {
            let specs = names.iter().skip(1).step_by(2);
            found.extend(specs.filter_map(|spec| resolve(document, spec)));
        }
        if let Ok(kids) = array(document, node, b"Kids") {
            let kids = kids.iter().take(NODES);
            left.extend(kids.filter_map(|kid| resolve(document, kid)));
        }
    }
    found
}

fn is_named(document: &Document, spec: &Dictionary) -> bool {
    [b"UF".as_slice(), b"F"].into_iter().any(|key| {
        let name = spec.get_deref(key, document);
        let name = name.and_then(lopdf::decode_text_string);
        name.is_ok_and(|name| name.rsplit('/').next().map(str::as_bytes) == Some(NAME))
    })
}

fn content(document: &Document, spec: &Dictionary) -> lopdf::Result<Vec<u8>> {
    let files = dictionary(document, spec, b"EF")?;
    let file = files
        .get_deref(b"F", document)
        .or_else(|_| files.get_deref(b"UF", document));
    file?.as_stream()?.get_plain_content_with_limit(LIMIT)
}

fn dictionary<'a>(
    document: &'a Document,
    parent: &'a Dictionary,
    key: &[u8],
) -> lopdf::Result<&'a Dictionary> {
    parent.get_deref(key, document)?.as_dict()
}

fn array<'a>(
    document: &'a Document,
    parent: &'a Dictionary,
    key: &[u8],
) -> lopdf::Result<&'a Vec<Object>> {
    parent.get_deref(key, document)?.as_array()
}

fn resolve<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}
