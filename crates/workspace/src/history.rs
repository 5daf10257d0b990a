//! Who changed what, and when.

mod joined;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SecondsFormat, Utc};
use model::document::system;
use model::group::Person;
use model::id::ObjectId;
use model::progress::HEAD;
use serde::Serialize;
use serde_json::Value;
use store::{Changes, Edit, Entry, Filter, Place};

use crate::compare::short;
use crate::error::Error;
use crate::list::title_of;
use crate::load::Loaded;
use crate::words::{self, Args};
use crate::{Workspace, clock};
use model::vocabulary::Role;

/// A step of the history in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HistoryLine {
    /// The step.
    pub step: String,
    /// The end of its id, which names it in a comparison.
    pub short: String,
    /// Where, in words, outermost first: the document and the part; empty where it is told by what was undone.
    pub place: Vec<String>,
    /// When, as it was in Sweden: `2026-11-22 22.34`.
    pub when: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Who, as papers name them; empty where nobody was named.
    pub author: String,
    /// What was done.
    pub action: String,
    /// Whether it has been taken back; of what takes back or does again, the step that follows says so.
    pub undone: bool,
    /// The values it set, one a line: field, before, after. What the program sets for itself is left out, and what it
    /// keeps of an act, which the log tells whole.
    pub edits: Vec<EditLine>,
}

/// A value that a step set.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EditLine {
    /// The object.
    pub object: ObjectId,
    /// The field's id.
    pub field: String,
    /// What stood there before.
    pub old: Vec<Value>,
    /// What it was given; null where it was emptied.
    pub new: Option<Value>,
}

impl Workspace {
    /// Returns the history, newest first, each step by itself; of one document or object where they are given.
    /// [`Workspace::steps`] tells as one what was written without a longer pause.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn history(
        &self,
        document: Option<ObjectId>,
        object: Option<ObjectId>,
        limit: u32,
    ) -> Result<Vec<HistoryLine>, Error> {
        let filter = Filter {
            doc: document,
            obj: object,
            field: None,
            limit: Some(limit),
        };
        self.lines(self.store.history(&filter)?)
    }

    /// Returns steps in words.
    pub(crate) fn lines(&self, entries: Vec<Entry>) -> Result<Vec<HistoryLine>, Error> {
        let mut loaded = BTreeMap::new();
        for edit in entries.iter().flat_map(|entry| &entry.edits) {
            let doc = edit.place.doc;
            loaded.entry(doc).or_insert_with(|| self.load(doc).ok());
        }
        let place = |entry: &Entry| {
            let place = entry.edits.first().map(|edit| &edit.place);
            let found = place.and_then(|place| Some((place, loaded.get(&place.doc)?.as_ref()?)));
            let words = found.map(|(place, loaded)| loaded.named_place(place.obj));
            words.unwrap_or_default()
        };
        let places: Vec<Vec<String>> = entries.iter().map(place).collect();
        let logged = logged(&entries, loaded.values().flatten());
        let is_read =
            |edit: &Edit| !edit.place.field.starts_with('@') && !logged.contains(&edit.place.obj);
        let entries = entries.into_iter().map(|mut entry| {
            entry.edits.retain(is_read);
            entry
        });
        let lines = entries.zip(places);
        lines
            .map(|(entry, place)| self.history_line(entry, place))
            .collect()
    }

    /// Returns where something was changed, in words: the part and its field where it is one, else the document.
    #[must_use]
    pub fn changed_place(&self, object: ObjectId, changes: &Changes) -> Vec<String> {
        let own = |place: &&Place| place.obj == object;
        let of_object = changes.places.iter().find(own);
        let Some(place) = of_object.or_else(|| changes.places.first()) else {
            return Vec::new();
        };
        let Ok(loaded) = self.load(place.doc) else {
            return Vec::new();
        };
        let mut words = loaded.named_place(place.obj);
        let mut fields = changes
            .places
            .iter()
            .filter(|place| !place.field.starts_with('@'));
        if let (Some(one), None) = (fields.next(), fields.next())
            && one.obj == place.obj
        {
            let kind = loaded
                .document
                .object(one.obj)
                .and_then(|found| found.kind.clone());
            let field = loaded.field(kind.as_deref(), &one.field);
            words.extend(field.ok().map(|field| field.label.clone()));
        }
        words
    }

    /// Returns the id of the object that `name` names in a document.
    ///
    /// # Errors
    /// It names none, or several.
    pub fn object(&self, document: ObjectId, name: &str) -> Result<ObjectId, Error> {
        Ok(self.load(document)?.target(name)?.id)
    }

    /// Returns what an operation did, in words.
    pub(crate) fn action(&self, op: &str, args: &Value) -> String {
        let key = format!("op-{op}");
        let text = |key: &str| args.get(key).and_then(Value::as_str);
        let field = text("field").unwrap_or_default();
        let (field, is_whole) = match text("section") {
            Some(section) => {
                let named = self.section_label(args, section);
                let is_whole = named.is_none();
                (named.unwrap_or_default(), is_whole)
            }
            // A field of the program: the part as a whole.
            None => (self.label(args, field), field.starts_with('@')),
        };
        words::say(
            &key,
            &Args::from([
                ("field".to_owned(), field),
                ("kind".to_owned(), self.kind_label(args)),
                (
                    "whole".to_owned(),
                    if is_whole { "yes" } else { "no" }.to_owned(),
                ),
            ]),
        )
    }

    /// Returns what the object that a step added, moved or took away is called within a sentence.
    fn kind_label(&self, args: &Value) -> String {
        let text = |key: &str| args.get(key).and_then(Value::as_str);
        if text("object").is_some() && text("object") == text("document") {
            return words::say("the-document", &Args::new());
        }
        let of_kind = || {
            let document = self.load(text("document")?.parse().ok()?).ok()?;
            Some(words::within(&document.kind(text("kind")?).ok()?.label))
        };
        of_kind().unwrap_or_else(|| words::say("a-part", &Args::new()))
    }

    /// Returns what a step did, in words; of an undo or a redo what it took back or did again.
    fn done_by(&self, entry: &Entry) -> Result<String, Error> {
        let about = match entry.undoes {
            Some(_) => self.store.action(entry.step)?,
            None => None,
        };
        Ok(match about {
            Some(about) => words::say(
                &format!("op-{}", entry.op),
                &Args::from([("action".to_owned(), self.action(&about.op, &about.args))]),
            ),
            None => self.action(&entry.op, &entry.args),
        })
    }

    /// Returns what a section that a step's arguments name is called; nothing where it is gone.
    fn section_label(&self, args: &Value, section: &str) -> Option<String> {
        let document = args.get("document").and_then(Value::as_str)?;
        let loaded = self.load(document.parse().ok()?).ok()?;
        if section == HEAD {
            return Some(words::say("section-head", &Args::new()));
        }
        let template = loaded.template();
        let field = template.fields.iter().find(|field| field.id == section);
        let label = field.map(|field| field.label.clone());
        let label = label.or_else(|| Some(template.kind(section)?.plural.clone()));
        let items = loaded.paper.items();
        let item = items
            .iter()
            .find(|(_, item)| item.id.to_string() == section);
        label.or_else(|| Some(item?.1.name()))
    }

    /// Returns the label of the field that a step's arguments name. Where the object is gone, it is what a field with this id
    /// is called elsewhere.
    fn label(&self, args: &Value, field: &str) -> String {
        let object = args
            .get("object")
            .and_then(Value::as_str)
            .and_then(|id| id.parse::<ObjectId>().ok());
        let label = object.and_then(|object| {
            let document = self.document_ids().ok()?.into_iter().find(|id| {
                self.document(*id)
                    .is_ok_and(|document| document.object(object).is_some())
            })?;
            let document = self.document(document).ok()?;
            let pinned = self.pinned(&document, None).ok()?;
            let kind = document.object(object)?.kind.clone();
            pinned
                .template
                .fields_of(kind.as_deref())
                .iter()
                .find(|known| known.id == field)
                .map(|known| known.label.clone())
        });
        let label = label.or_else(|| self.called_elsewhere(field));
        label.unwrap_or_else(|| words::say("field-gone", &Args::new()))
    }

    fn called_elsewhere(&self, field: &str) -> Option<String> {
        self.document_ids().ok()?.into_iter().find_map(|id| {
            let pinned = self.pinned(&self.document(id).ok()?, None).ok()?;
            let template = &pinned.template;
            let of_kinds = template.kinds.iter().flat_map(|kind| &kind.fields);
            let mut known = template.fields.iter().chain(of_kinds);
            known
                .find(|known| known.id == field)
                .map(|known| known.label.clone())
        })
    }

    fn history_line(&self, entry: Entry, place: Vec<String>) -> Result<HistoryLine, Error> {
        let action = self.done_by(&entry)?;
        Ok(HistoryLine {
            step: entry.step.to_string(),
            short: short(&entry.step),
            place,
            when: clock::in_sweden(entry.at),
            at: moment(entry.at),
            author: entry
                .author
                .map(|id| self.author_name(id))
                .unwrap_or_default(),
            action,
            undone: entry.undone && entry.undoes.is_none(),
            edits: entry.edits.into_iter().map(edit_line).collect(),
        })
    }

    pub(crate) fn author_name(&self, id: ObjectId) -> String {
        let name = self
            .profile_and_group()
            .ok()
            .and_then(|(_, group)| Some(named(group.person(id)?)));
        name.unwrap_or_else(|| id.to_string())
    }
}

/// Returns a moment as the history tells it: RFC 3339 in UTC.
pub(crate) fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Returns how papers name a person who has written: by name and office.
pub(crate) fn named(person: &Person) -> String {
    match (person.word(Role::Name), person.word(Role::Office)) {
        ("", office) => office.to_owned(),
        (name, "") => name.to_owned(),
        (name, office) => format!("{name}, {}", office.to_lowercase()),
    }
}

impl Loaded {
    /// Returns the document's title and the part's name, where it has one.
    fn named_place(&self, object: ObjectId) -> Vec<String> {
        let part = self.document.object(object);
        let part = part.filter(|part| !part.is_logged());
        let part = part.map(|part| self.place_of(part)).unwrap_or_default();
        std::iter::once(title_of(&self.paper)).chain(part).collect()
    }
}

/// The objects that are events of a log: those that stand there, and those that a step of these has put there.
fn logged<'a>(
    entries: &[Entry],
    documents: impl Iterator<Item = &'a Loaded>,
) -> BTreeSet<ObjectId> {
    let edits = entries.iter().flat_map(|entry| &entry.edits);
    let put = edits.filter(|edit| {
        let mut kinds = edit.new.iter().chain(&edit.old).filter_map(Value::as_str);
        edit.place.field == system::KIND && kinds.any(|kind| kind.starts_with('@'))
    });
    let standing = documents.flat_map(|loaded| loaded.document.objects());
    let standing = standing.filter(|object| object.is_logged());
    put.map(|edit| edit.place.obj)
        .chain(standing.map(|object| object.id))
        .collect()
}

fn edit_line(edit: Edit) -> EditLine {
    EditLine {
        object: edit.place.obj,
        field: edit.place.field,
        old: edit.old,
        new: edit.new,
    }
}
