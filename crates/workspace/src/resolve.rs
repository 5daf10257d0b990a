//! From what a user types to what it names: documents, objects, fields.

use std::collections::BTreeMap;

use model::document::{Object, system};
use model::id::ObjectId;
use model::paper::{Item, Objects};
use model::schema::{Field, Kind};
use model::vocabulary::Role;
use serde::Serialize;

use crate::error::{Error, What};
use crate::load::Loaded;
use crate::names::{named, reference};
use crate::{DocumentLine, Workspace};

/// An object of a document, touched or not.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub(crate) id: ObjectId,
    /// Its kind's id; none for the document itself.
    pub(crate) kind: Option<String>,
    /// The object that it follows, for a row of a report.
    pub(crate) follows: Option<ObjectId>,
}

impl Workspace {
    /// Returns the document that `name` names: its ident, its template's id or name, its concept, each with
    /// `/<period>` behind it where there are several, its title, or the beginning of its id.
    ///
    /// # Errors
    /// It names none, or several.
    pub fn find_document(&self, name: &str) -> Result<ObjectId, Error> {
        let lines = self.documents()?;
        let called = |line: &DocumentLine| reference(line, &lines);
        match named(&lines, name).as_slice() {
            [one] => Ok(one.id),
            [] => Err(Error::NotFound {
                what: What::Document,
                name: name.to_owned(),
                known: lines.iter().map(called).collect(),
            }),
            several => Err(Error::Ambiguous {
                what: What::Document,
                name: name.to_owned(),
                known: several.iter().copied().map(called).collect(),
            }),
        }
    }

    /// Returns the parts of a document with the names that commands take, in the order of the page.
    ///
    /// # Errors
    /// The document is not there, or its template is neither in the file nor in the library.
    pub fn parts(&self, document: ObjectId) -> Result<Vec<PartLine>, Error> {
        Ok(self.load(document)?.parts())
    }
}

/// A part of a document with the name that commands take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartLine {
    /// The object.
    pub id: ObjectId,
    /// Its number, or its kind and which of them it is: `indikator:1`.
    pub name: String,
    /// Its label with its title.
    pub text: String,
}

impl Loaded {
    /// Returns the object that `name` names: `.` for the document itself, a number such as `1.2`, a title, or the
    /// beginning of an id. A kind before it and a colon picks among equal numbers; where no number is equal,
    /// `indicator:1` is the first of its kind on the page.
    pub(crate) fn target(&self, name: &str) -> Result<Target, Error> {
        if name == "." {
            return Ok(Target {
                id: self.document.id,
                kind: None,
                follows: None,
            });
        }
        let (kind, word) = name
            .split_once(':')
            .and_then(|(kind, word)| Some((self.kind(kind.trim()).ok()?, word.trim())))
            .map_or((None, name), |(kind, word)| (Some(&kind.id), word));
        let all = self.paper.items();
        let mut found: Vec<Target> = all
            .iter()
            .filter(|(objects, item)| {
                kind.is_none_or(|kind| objects.kind == *kind) && item_is(item, word)
            })
            .map(|(objects, item)| Target {
                id: item.id,
                kind: Some(objects.kind.clone()),
                follows: item.follows,
            })
            .collect();
        if let (true, Some(kind), Ok(nth)) = (found.is_empty(), kind, word.parse::<usize>()) {
            let mut of_kind = all.iter().filter(|(objects, _)| objects.kind == *kind);
            let nth = nth.checked_sub(1).and_then(|before| of_kind.nth(before));
            found.extend(nth.map(|(_, item)| Target {
                id: item.id,
                kind: Some(kind.clone()),
                follows: item.follows,
            }));
        }
        if found.is_empty() {
            found = self
                .document
                .objects()
                .filter(|object| !object.is_logged() && self.object_is(object, word))
                .map(target_of)
                .collect();
        }
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(Error::NotFound {
                what: What::Object,
                name: name.to_owned(),
                known: self.parts().into_iter().map(|part| part.name).collect(),
            }),
            several => {
                let parts = self.parts();
                let called = |target: &Target| {
                    let part = parts.iter().find(|part| part.id == target.id);
                    part.map_or_else(|| target.id.to_string(), |part| part.name.clone())
                };
                Err(Error::Ambiguous {
                    what: What::Object,
                    name: name.to_owned(),
                    known: several.iter().map(called).collect(),
                })
            }
        }
    }

    /// Returns the parts with the names that commands take: a number that one part has alone, else the kind and which
    /// of them it is.
    pub(crate) fn parts(&self) -> Vec<PartLine> {
        let items = self.paper.items();
        let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
        let mut numbered: BTreeMap<&str, usize> = BTreeMap::new();
        for number in items.iter().filter_map(|(_, item)| item.number.as_deref()) {
            *numbered.entry(number).or_default() += 1;
        }
        let part = |(objects, item): &(&Objects, &Item), nth: usize| {
            let is_alone = |number: &&String| numbered.get(number.as_str()) == Some(&1);
            let alone = item.number.as_ref().filter(is_alone);
            PartLine {
                id: item.id,
                name: alone
                    .cloned()
                    .unwrap_or_else(|| format!("{}:{nth}", self.called(&objects.kind))),
                text: item.name(),
            }
        };
        items
            .iter()
            .map(|found| {
                let nth = counted.entry(found.0.kind.as_str()).or_default();
                *nth += 1;
                part(found, *nth)
            })
            .collect()
    }

    /// Returns a kind's label in small letters; its id where the label is more than a word.
    fn called(&self, kind: &str) -> String {
        let label = self
            .template()
            .kind(kind)
            .map(|kind| kind.label.to_lowercase());
        let word = label.filter(|label| !label.contains(char::is_whitespace));
        word.unwrap_or_else(|| kind.to_owned())
    }

    fn object_is(&self, object: &Object, word: &str) -> bool {
        let kind = object.kind.as_deref();
        let names = self
            .template()
            .fields_of(kind)
            .iter()
            .filter(|field| matches!(field.is, Some(Role::Title | Role::Name)));
        let mut named = names
            .filter_map(|field| object.text(&field.id))
            .any(|text| text == word);
        if self.template().kind(kind.unwrap_or_default()).is_none() {
            // The template says nothing of its fields: any of its texts names it.
            let texts = object.fields.iter().filter(|(id, _)| !id.starts_with('@'));
            named = texts
                .filter_map(|(_, value)| value.as_str())
                .any(|text| text == word);
        }
        named || (word.len() >= 8 && object.id.to_string().starts_with(word))
    }

    /// Returns whether the object has a value in this field, known to the template or not.
    pub(crate) fn holds(&self, object: ObjectId, field: &str) -> bool {
        let object = self.document.object(object);
        !field.starts_with('@') && object.is_some_and(|object| object.fields.contains_key(field))
    }

    /// Returns the field that `name` names: its id or its label, in any case; the id as it is written goes first.
    pub(crate) fn field(&self, kind: Option<&str>, name: &str) -> Result<&Field, Error> {
        let fields = self.template().fields_of(kind);
        let wanted = name.trim().to_lowercase();
        let find = |fits: &dyn Fn(&Field) -> bool| fields.iter().find(|field| fits(field));
        find(&|field| field.id == name)
            .or_else(|| find(&|field| field.label.to_lowercase() == wanted))
            .or_else(|| find(&|field| field.id == wanted))
            .ok_or_else(|| Error::NotFound {
                what: What::Field,
                name: name.to_owned(),
                known: fields.iter().map(|field| field.id.clone()).collect(),
            })
    }

    /// Returns the kind that `name` names: its id or its label, in any case; the id as it is written goes first.
    pub(crate) fn kind(&self, name: &str) -> Result<&Kind, Error> {
        let kinds = &self.template().kinds;
        let wanted = name.trim().to_lowercase();
        let called = |label: &str| label.to_lowercase() == wanted;
        let find = |fits: &dyn Fn(&Kind) -> bool| kinds.iter().find(|kind| fits(kind));
        let found = find(&|kind| kind.id == name)
            .or_else(|| find(&|kind| called(&kind.label) || called(&kind.plural)))
            .or_else(|| find(&|kind| kind.id == wanted));
        found.ok_or_else(|| Error::NotFound {
            what: What::Kind,
            name: name.to_owned(),
            known: kinds.iter().map(|kind| kind.id.clone()).collect(),
        })
    }
}

fn item_is(item: &Item, word: &str) -> bool {
    let id = item.id.to_string();
    item.number.as_deref() == Some(word)
        || (!word.is_empty() && item.title() == word)
        || (word.len() >= 8 && id.starts_with(word))
}

fn target_of(object: &Object) -> Target {
    Target {
        id: object.id,
        kind: object.kind.clone(),
        follows: object.link(system::FOLLOWS),
    }
}
