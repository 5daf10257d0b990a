//! How far each section of a document has come: what it needs, what is there, what stops it, and whether somebody has
//! marked it as done (klarmarkerad).
//!
//! A mark keeps a fingerprint of what it saw. It stands as long as the section reads the same, and falls away by
//! itself when it does not, whoever wrote and wherever.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::{Document, is_content, system};
use crate::id::ObjectId;
use crate::paper::{Cell, Item, Objects, Paper, Section, cell, is_asked, stored, walk};
use crate::schema::{Field, Kind, Template};
use crate::vocabulary::Concept;

/// The id of the section that the document's head is.
pub const HEAD: &str = "head";

/// A section: the document's head, one of its fields, the objects of a kind, or one object at the top with those
/// below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Id of a field or kind of the template, [`HEAD`], or an object's id.
    pub id: String,
    /// The object, where the section is one.
    pub object: Option<ObjectId>,
    /// The label of the field or kind, the object's name; empty for the head.
    pub label: String,
    /// How many values must be there and are.
    pub filled: usize,
    /// How many values must be there.
    pub required: usize,
    /// How many faults in it block a submission.
    pub blocking: usize,
    /// Whether it is marked as done and reads as it did then.
    pub done: bool,
    /// Who marked it, where that is known.
    pub by: Option<ObjectId>,
    /// What a mark keeps of it.
    pub seen: String,
}

/// Returns the sections of a document in the order of the page; `found` is what is wrong with it.
#[must_use]
pub fn sections(
    document: &Document,
    template: &Template,
    paper: &Paper,
    found: &[Diagnostic],
) -> Vec<Progress> {
    let mut blocking = BTreeMap::new();
    for found in found.iter().filter(|found| blocks(found)) {
        *blocking.entry(found.place.object).or_default() += 1;
    }
    let look = Look {
        document,
        template,
        paper,
        found,
        blocking,
    };
    let listed = |field: &&Field| template.order.contains(&field.id);
    let (own, head): (Vec<&Field>, Vec<&Field>) = template
        .fields
        .iter()
        .filter(|field| field.print)
        .partition(listed);
    let mut sections = Vec::new();
    if !head.is_empty() {
        sections.push(look.fields(HEAD, "", &head));
    }
    let kinds: Vec<&Kind> = template.top_kinds().collect();
    let unlisted = kinds.iter().map(|kind| &kind.id);
    let unlisted = unlisted.filter(|id| !template.order.contains(id));
    for id in template.order.iter().chain(unlisted) {
        if let Some(field) = own.iter().find(|field| field.id == *id) {
            sections.push(look.fields(id, &field.label, &[*field]));
        } else if let Some(kind) = kinds.iter().find(|kind| kind.id == *id) {
            sections.extend(look.kind(kind));
        }
    }
    sections
}

/// Returns the field of a document's root that marks a section.
#[must_use]
pub fn mark_of(section: &str) -> String {
    format!("{}{section}", system::DONE)
}

struct Look<'a> {
    document: &'a Document,
    template: &'a Template,
    paper: &'a Paper,
    found: &'a [Diagnostic],
    /// How many faults of each object block a submission.
    blocking: BTreeMap<ObjectId, usize>,
}

impl Look<'_> {
    fn blocking(&self, here: impl Fn(&Diagnostic) -> bool) -> usize {
        self.found
            .iter()
            .filter(|found| blocks(found) && here(found))
            .count()
    }

    fn fields(&self, id: &str, label: &str, fields: &[&Field]) -> Progress {
        let root = self.document.root();
        let cells = self
            .paper
            .sections
            .iter()
            .filter_map(|section| match section {
                Section::Field(cell) => Some(cell),
                _ => None,
            });
        let cells: Vec<&Cell> = self.paper.head.iter().chain(cells).collect();
        let count = count(
            fields.iter().copied(),
            &self.template.fields,
            |field| root.fields.get(&field.id).cloned(),
            |field| {
                let shown = cells.iter().find(|cell| cell.id == field.id);
                // A document's own title is its heading and no cell.
                let stored = || root.fields.get(&field.id).or(field.default.as_ref());
                let written = shown.map_or_else(
                    || stored().is_some_and(|value| !cell::is_empty(value)),
                    |cell| cell.value.is_some(),
                );
                written || self.is_given(field)
            },
        );
        let ids: BTreeSet<&str> = fields.iter().map(|field| field.id.as_str()).collect();
        let here = |found: &Diagnostic| {
            found.place.object == root.id
                && found
                    .place
                    .field
                    .as_deref()
                    .is_some_and(|field| ids.contains(field))
        };
        let seen = self
            .document
            .fingerprint(|object, field| object.id == root.id && ids.contains(field));
        self.progress(id, None, label, count, self.blocking(here), seen)
    }

    /// What a profile gives, a group need not write: nothing then misses it.
    fn is_given(&self, field: &Field) -> bool {
        let misses = |found: &Diagnostic| {
            found.code == Code::RequiredMissing
                && found.place.object == self.document.id
                && found.place.field.as_deref() == Some(field.id.as_str())
        };
        self.template.concept == Concept::Group && !self.found.iter().any(misses)
    }

    /// The objects of a kind as one section, then each of them.
    fn kind(&self, kind: &Kind) -> Vec<Progress> {
        let mut kinds = BTreeSet::new();
        self.below(kind, &mut kinds);
        let tops: Vec<&Objects> = self
            .paper
            .sections
            .iter()
            .filter_map(|section| match section {
                Section::Objects(objects) if objects.kind == kind.id => Some(objects),
                _ => None,
            })
            .collect();
        let mut all = Vec::new();
        tops.iter().for_each(|objects| walk(objects, &mut all));
        let ids: BTreeSet<ObjectId> = all.iter().map(|(_, item)| item.id).collect();
        let here = |found: &Diagnostic| {
            let counted = matches!(found.code, Code::TooFew | Code::TooMany)
                && found.args.get("kind") == Some(&kind.plural);
            ids.contains(&found.place.object) || (counted && found.place.object == self.document.id)
        };
        let seen = self.document.fingerprint(|object, field| {
            is_content(field)
                && object
                    .kind
                    .as_ref()
                    .is_some_and(|kind| kinds.contains(kind))
        });
        let whole = self.progress(
            &kind.id,
            None,
            &kind.plural,
            self.counted(&all),
            self.blocking(here),
            seen,
        );
        let items = tops
            .iter()
            .flat_map(|objects| objects.items.iter().map(|item| (*objects, item)));
        std::iter::once(whole)
            .chain(items.map(|(objects, item)| self.object(objects, item)))
            .collect()
    }

    fn object(&self, objects: &Objects, item: &Item) -> Progress {
        let mut all = vec![(objects, item)];
        item.children.iter().for_each(|below| walk(below, &mut all));
        let ids: BTreeSet<ObjectId> = all.iter().map(|(_, item)| item.id).collect();
        let blocks = |id: &ObjectId| self.blocking.get(id).copied().unwrap_or_default();
        let objects = ids.iter().filter_map(|id| self.document.object(*id));
        let seen = self
            .document
            .fingerprint_of(objects, |_, field| is_content(field));
        let id = item.id.to_string();
        self.progress(
            &id,
            Some(item.id),
            &item.name(),
            self.counted(&all),
            ids.iter().map(blocks).sum(),
            seen,
        )
    }

    fn below<'k>(&'k self, kind: &'k Kind, kinds: &mut BTreeSet<String>) {
        if kinds.insert(kind.id.clone()) {
            let children = kind.children.iter().filter_map(|id| self.template.kind(id));
            children.for_each(|child| self.below(child, kinds));
        }
    }

    fn counted(&self, all: &[(&Objects, &Item)]) -> (usize, usize) {
        let live = all.iter().filter(|(_, item)| item.gone.is_none());
        let counts = live.map(|(objects, item)| {
            let fields = self.template.fields_of(Some(&objects.kind));
            let printed = fields.iter().filter(|field| field.print);
            let shown = |field: &Field| {
                let mut cells = item.fields.iter();
                cells.find(|cell| cell.id == field.id)?.value.as_ref()
            };
            let object = self.document.object(item.id);
            let stands = |field: &Field| {
                let own = object.and_then(|object| object.fields.get(&field.id));
                own.cloned().or_else(|| shown(field).map(stored))
            };
            count(printed, fields, stands, |field| shown(field).is_some())
        });
        counts.fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1))
    }

    fn progress(
        &self,
        id: &str,
        object: Option<ObjectId>,
        label: &str,
        (filled, required): (usize, usize),
        blocking: usize,
        seen: String,
    ) -> Progress {
        let mark = self.document.root().fields.get(&mark_of(id));
        let kept = |key: &str| mark.and_then(|mark| mark.get(key)).and_then(Value::as_str);
        let done = kept("seen") == Some(&seen);
        Progress {
            id: id.to_owned(),
            object,
            label: label.to_owned(),
            filled,
            required,
            blocking,
            done,
            by: kept("by").filter(|_| done).and_then(|by| by.parse().ok()),
            seen,
        }
    }
}

fn blocks(found: &Diagnostic) -> bool {
    found.severity == Severity::Blocking
}

/// Returns how many of the values that must be there are, and how many must.
fn count<'f>(
    wanted: impl Iterator<Item = &'f Field>,
    fields: &[Field],
    stands: impl Fn(&Field) -> Option<Value>,
    is_there: impl Fn(&Field) -> bool,
) -> (usize, usize) {
    let must = |field: &&Field| field.required.is_some() || is_asked(field, fields, &stands);
    let needed: Vec<&Field> = wanted.filter(must).collect();
    let filled = needed.iter().filter(|field| is_there(field)).count();
    (filled, needed.len())
}
