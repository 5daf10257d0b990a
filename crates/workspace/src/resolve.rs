//! From what a user types to what it names: documents, objects, fields.

use model::document::{Object, system};
use model::id::ObjectId;
use model::paper::Item;
use model::period::Period;
use model::schema::{Field, Kind};
use model::vocabulary::{Concept, Role};

use crate::error::{Error, What};
use crate::load::Loaded;
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
    /// Returns the document that `name` names: its id or the beginning of it, its template's id, its concept or
    /// its ident, each with `/<period>` behind it where there are several.
    ///
    /// # Errors
    /// It names none, or several.
    pub fn find_document(&self, name: &str) -> Result<ObjectId, Error> {
        let lines = self.documents()?;
        let (word, period) = name
            .rsplit_once('/')
            .map_or((name, None), |(word, period)| (word, Some(period)));
        let fits = |line: &&DocumentLine| {
            names_it(line, word) && period.is_none_or(|period| in_period(line, period))
        };
        let found: Vec<&DocumentLine> = lines.iter().filter(fits).collect();
        match found.as_slice() {
            [one] => Ok(one.id),
            [] => Err(Error::NotFound {
                what: What::Document,
                name: name.to_owned(),
                known: lines.iter().map(reference).collect(),
            }),
            several => Err(Error::Ambiguous {
                what: What::Document,
                name: name.to_owned(),
                known: several.iter().copied().map(reference).collect(),
            }),
        }
    }
}

impl Loaded {
    /// Returns the object that `name` names: `.` for the document itself, a number such as `1.2`, a title, or the
    /// beginning of an id. A kind before it and a colon, as in `indicator:1`, picks among equal numbers.
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
            .filter(|(kind, _)| self.template().kind(kind).is_some())
            .map_or((None, name), |(kind, word)| (Some(kind), word));
        let all = self.paper.items();
        let mut found: Vec<Target> = all
            .iter()
            .filter(|(objects, item)| {
                kind.is_none_or(|kind| objects.kind == kind) && item_is(item, word)
            })
            .map(|(objects, item)| Target {
                id: item.id,
                kind: Some(objects.kind.clone()),
                follows: item.follows,
            })
            .collect();
        if found.is_empty() {
            found = self
                .document
                .objects()
                .filter(|object| self.object_is(object, word))
                .map(target_of)
                .collect();
        }
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(Error::NotFound {
                what: What::Object,
                name: name.to_owned(),
                known: all
                    .iter()
                    .filter_map(|(_, item)| item.number.clone())
                    .collect(),
            }),
            several => Err(Error::Ambiguous {
                what: What::Object,
                name: name.to_owned(),
                known: several.iter().map(|target| target.id.to_string()).collect(),
            }),
        }
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

    /// Returns the field that `name` names: its id, or its label in any case.
    pub(crate) fn field(&self, kind: Option<&str>, name: &str) -> Result<&Field, Error> {
        let fields = self.template().fields_of(kind);
        let wanted = name.to_lowercase();
        let by_id = fields.iter().find(|field| field.id == name);
        by_id
            .or_else(|| {
                fields
                    .iter()
                    .find(|field| field.label.to_lowercase() == wanted)
            })
            .ok_or_else(|| Error::NotFound {
                what: What::Field,
                name: name.to_owned(),
                known: fields.iter().map(|field| field.id.clone()).collect(),
            })
    }

    /// Returns the kind that `name` names: its id, or its label in any case.
    pub(crate) fn kind(&self, name: &str) -> Result<&Kind, Error> {
        let kinds = &self.template().kinds;
        let wanted = name.to_lowercase();
        let found = kinds.iter().find(|kind| kind.id == name).or_else(|| {
            kinds
                .iter()
                .find(|kind| kind.label.to_lowercase() == wanted)
        });
        found.ok_or_else(|| Error::NotFound {
            what: What::Kind,
            name: name.to_owned(),
            known: kinds.iter().map(|kind| kind.id.clone()).collect(),
        })
    }
}

fn names_it(line: &DocumentLine, word: &str) -> bool {
    let id = line.id.to_string();
    line.template == word
        || line.concept.as_str() == word
        || line.ident == word
        || (word.len() >= 8 && id.starts_with(word))
}

fn in_period(line: &DocumentLine, period: &str) -> bool {
    line.period.as_deref().is_some_and(|own| {
        own == period
            || own
                .parse::<Period>()
                .is_ok_and(|own| own.part.is_none() && own.year.to_string() == period)
    })
}

/// Returns the shortest words that name a document.
pub(crate) fn reference(line: &DocumentLine) -> String {
    match (&line.period, line.concept) {
        (None, _) | (_, Concept::Group) => line.concept.as_str().to_owned(),
        (Some(period), concept) => format!("{}/{period}", concept.as_str()),
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
