//! What two people wrote in one place: shown with both names, and settled when there is time.

mod settle;
mod written;

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use model::document::{Live, Object, system};
use model::id::ObjectId;
use model::paper::stored_in_words;
use model::schema::Field;
use model::vocabulary::FieldType;
use serde::Serialize;
use serde_json::{Value, json};
use store::Place;

use crate::load::Loaded;
use crate::typed::as_typed;
use crate::wording::{Part, PartKind, differences};
use crate::words::{self, Args};
use crate::{Error, Workspace, clock, wording};

pub use settle::Choice;
use written::Written;

/// A field with different values, or an object that one removed while another wrote in it or below it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConflictView {
    /// The document.
    pub document: ObjectId,
    /// Its title.
    pub title: String,
    /// The object.
    pub object: ObjectId,
    /// The field's id; `@kind` where the object itself is at stake.
    pub field: String,
    /// The place in words, outermost first.
    pub place: Vec<String>,
    /// What the object is called where a side has removed the whole of it; else empty.
    pub whole: String,
    /// What stands against each other, oldest first.
    pub alternatives: Vec<Alternative>,
    /// The words of both texts in one, where both began from the same text and changed different words.
    pub suggestion: Option<String>,
    /// What a text of one's own begins from: what is shown meanwhile, as one types it. None where no typed text says that.
    pub start: Option<String>,
}

/// One side of a conflict.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// The value in words; where it was removed empty, or that the whole object is.
    pub text: String,
    /// Whether this side removed the field or the object.
    pub removed: bool,
    /// Whether the page shows it meanwhile.
    pub shown: bool,
    /// Who wrote it; empty where nobody was named.
    pub author: String,
    /// When, RFC 3339.
    pub at: String,
    /// When, as it was in Sweden; empty where it is not known.
    pub when: String,
    /// The value as it is stored.
    pub value: Option<Value>,
}

impl ConflictView {
    /// Returns the words of each side, those that the other side has not as added. Where there are not two texts, all are the
    /// same.
    #[must_use]
    pub fn marked(&self) -> Vec<Vec<Part>> {
        if let [one, other] = self.alternatives.as_slice()
            && !one.removed
            && !other.removed
        {
            let parts = differences(&one.text, &other.text);
            return vec![
                side(&parts, PartKind::Removed),
                side(&parts, PartKind::Added),
            ];
        }
        let whole = |side: &Alternative| Part {
            kind: PartKind::Same,
            text: side.text.clone(),
        };
        let sides = self.alternatives.iter();
        sides.map(|side| vec![whole(side)]).collect()
    }
}

/// Returns the words of one of two compared texts; `own` is what it has alone.
fn side(parts: &[Part], own: PartKind) -> Vec<Part> {
    let here = parts
        .iter()
        .filter(|part| part.kind == PartKind::Same || part.kind == own);
    here.map(|part| Part {
        kind: if part.kind == own {
            PartKind::Added
        } else {
            PartKind::Same
        },
        text: part.text.clone(),
    })
    .collect()
}

impl Workspace {
    /// Returns every conflict, document by document in the order of the page.
    ///
    /// # Errors
    /// The file cannot be read, or a template is neither in it nor in the library.
    pub fn conflicts(&self) -> Result<Vec<ConflictView>, Error> {
        let mut found = Vec::new();
        for id in self.document_ids()? {
            found.extend(self.conflicts_of(&self.load(id)?)?);
        }
        Ok(found)
    }

    fn conflicts_of(&self, loaded: &Loaded) -> Result<Vec<ConflictView>, Error> {
        let document = &loaded.document;
        let at_stake =
            |object: &&Object| !object.disputed.is_empty() || document.is_removed(object.id);
        let mut objects: Vec<&Object> = std::iter::once(document.root())
            .chain(document.objects())
            .filter(at_stake)
            .collect();
        if objects.is_empty() {
            return Ok(Vec::new());
        }
        let order: BTreeMap<ObjectId, usize> = (1..)
            .zip(loaded.paper.items())
            .map(|(number, (_, item))| (item.id, number))
            .collect();
        objects.sort_by_key(|object| (object.id != document.id, order.get(&object.id).copied()));
        let written = self.written_of(document)?;
        let mut found = Vec::new();
        for object in objects {
            if object.disputed.is_empty() {
                found.push(self.removed_object(loaded, object, &written));
            }
            for (field, live) in &object.disputed {
                found.push(self.disputed_field(loaded, object, field, live, &written)?);
            }
        }
        Ok(found)
    }

    fn disputed_field(
        &self,
        loaded: &Loaded,
        object: &Object,
        field: &str,
        live: &[Live],
        written: &Written,
    ) -> Result<ConflictView, Error> {
        let known = loaded.template().fields_of(object.kind.as_deref());
        let known = known.iter().find(|known| known.id == field);
        let shown = live
            .iter()
            .rfind(|live| live.value.is_some())
            .map(|live| live.step);
        let row = |live: &Live| written.row(object.id, field, live.step);
        let whole_is_removed = loaded.document.is_removed(object.id);
        let part = loaded.place_of(object).concat();
        let whole = if whole_is_removed {
            part
        } else {
            String::new()
        };
        let whole_removed = words::say(
            "conflict-whole",
            &Args::from([("part".to_owned(), whole.clone())]),
        );
        let alternatives: Vec<Alternative> = live
            .iter()
            .map(|live| Alternative {
                text: match &live.value {
                    Some(value) => loaded.words_of(known, value),
                    None if whole_is_removed => whole_removed.clone(),
                    None => String::new(),
                },
                removed: live.value.is_none(),
                shown: shown == Some(live.step),
                author: row(live)
                    .and_then(|row| row.author)
                    .map_or_else(String::new, |id| self.author_name(id)),
                at: row(live).map_or_else(String::new, |row| moment(row.at)),
                when: row(live).map_or_else(String::new, |row| clock::in_sweden(row.at)),
                value: live.value.clone(),
            })
            .collect();
        let place = Place {
            doc: loaded.document.id,
            obj: object.id,
            field: field.to_owned(),
        };
        let mut words = loaded.place_of(object);
        words.push(known.map_or_else(|| field.to_owned(), |known| known.label.clone()));
        let mut view = view(loaded, object, field, words, alternatives);
        view.whole = whole;
        if known.is_some_and(|known| matches!(known.ty, FieldType::Line | FieldType::Text)) {
            view.suggestion = suggestion(self.store.common_base(&place)?.as_ref(), live);
        }
        let begun = live.iter().rfind(|live| live.value.is_some());
        let begun = begun.and_then(|live| live.value.as_ref());
        view.start = known.and_then(|known| as_typed(known, begun?, loaded));
        Ok(view)
    }

    /// One removed the object; another holds on to it by what was written in it or below it.
    fn removed_object(&self, loaded: &Loaded, object: &Object, written: &Written) -> ConflictView {
        let name =
            |author: Option<ObjectId>| author.map_or_else(String::new, |id| self.author_name(id));
        let removal = written.removal(object.id);
        let below = loaded.document.subtree(object.id);
        let holding = below.iter().filter_map(|id| written.newest(*id));
        let holding = holding.max_by_key(|row| row.step);
        let words = loaded.place_of(object);
        let side =
            |removed: bool, author: Option<ObjectId>, at: Option<DateTime<Utc>>| Alternative {
                text: if removed {
                    String::new()
                } else {
                    words.concat()
                },
                removed,
                shown: !removed,
                author: name(author),
                at: at.map_or_else(String::new, moment),
                when: at.map_or_else(String::new, clock::in_sweden),
                value: None,
            };
        let alternatives = vec![
            side(
                true,
                removal.and_then(|found| found.author),
                removal.map(|found| found.at),
            ),
            side(
                false,
                holding.and_then(|row| row.author),
                holding.map(|row| row.at),
            ),
        ];
        ConflictView {
            whole: words.concat(),
            ..view(loaded, object, system::KIND, words, alternatives)
        }
    }
}

impl Loaded {
    /// Returns how sentences name an object: nothing for the document itself.
    pub(crate) fn place_of(&self, object: &Object) -> Vec<String> {
        if object.id == self.document.id {
            return Vec::new();
        }
        let kind = object.kind.as_deref();
        let label = kind
            .and_then(|id| self.template().kind(id))
            .map(|kind| kind.label.clone());
        vec![match self.name_of(object.id) {
            Some(name) => name.to_owned(),
            None => label
                .or_else(|| kind.map(str::to_owned))
                .unwrap_or_default(),
        }]
    }

    /// Returns a stored value in words.
    pub(crate) fn words_of(&self, field: Option<&Field>, value: &Value) -> String {
        self.with_context(|context| stored_in_words(field, value, context, &wording::value_words()))
    }
}

fn view(
    loaded: &Loaded,
    object: &Object,
    field: &str,
    place: Vec<String>,
    alternatives: Vec<Alternative>,
) -> ConflictView {
    ConflictView {
        document: loaded.document.id,
        title: crate::list::title_of(&loaded.paper),
        object: object.id,
        field: field.to_owned(),
        place,
        whole: String::new(),
        alternatives,
        suggestion: None,
        start: None,
    }
}

fn suggestion(base: Option<&Value>, live: &[Live]) -> Option<String> {
    let base = base?.as_str()?;
    let mut texts = live
        .iter()
        .map(|live| live.value.as_ref().and_then(Value::as_str));
    let first = texts.next()??.to_owned();
    let merged = texts.try_fold(first, |merged, text| {
        wording::together(base, &merged, text?)
    })?;
    let is_one_of_them = live.iter().any(|live| live.value == Some(json!(merged)));
    (!is_one_of_them).then_some(merged)
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[cfg(test)]
mod tests;
