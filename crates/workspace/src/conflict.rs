//! What two people wrote in one place: shown with both names, and settled when there is time.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use model::document::{Live, Object, system};
use model::id::ObjectId;
use model::paper::stored_in_words;
use model::schema::Field;
use model::vocabulary::FieldType;
use serde::Serialize;
use serde_json::{Value, json};
use store::{Place, Row, Set};

use crate::load::Loaded;
use crate::typed::value_of;
use crate::wording::{Part, PartKind, differences};
use crate::words::{self, Args};
use crate::{Error, Input, Outcome, Workspace, clock, wording};

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
    /// What stands against each other, oldest first.
    pub alternatives: Vec<Alternative>,
    /// The words of both texts in one, where both began from the same text and changed different words.
    pub suggestion: Option<String>,
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

/// What a conflict becomes.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// The alternative with this number, from 1.
    Alternative(usize),
    /// The suggestion.
    Suggestion,
    /// Something else.
    Other(Input),
}

/// How far up a part's parents are followed: no document has so many levels.
const DEEPEST: usize = 64;

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

    /// Settles a conflict, in one step that can be taken back: one of the alternatives, the suggestion or another
    /// text takes the place of them all. A text kept in a removed object brings the object back with it.
    ///
    /// # Errors
    /// There is no such conflict or alternative, or the text does not fit the field.
    pub fn resolve(
        &mut self,
        document: ObjectId,
        object: ObjectId,
        field: &str,
        choice: &Choice,
    ) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let found = self.conflicts_of(&loaded)?;
        let mut found = found.into_iter();
        let conflict = match found.find(|found| found.object == object && found.field == field) {
            Some(conflict) => conflict,
            // Whoever wrote in an object that another removed can settle both at once.
            None => self
                .whole_object(&loaded, object, field)?
                .ok_or(Error::NoConflict)?,
        };
        let none = || Error::NoAlternative(conflict.alternatives.len());
        let (value, removed) = match choice {
            Choice::Alternative(number) => {
                let chosen = number
                    .checked_sub(1)
                    .and_then(|index| conflict.alternatives.get(index));
                let chosen = chosen.ok_or_else(none)?;
                (chosen.value.clone(), chosen.removed)
            }
            Choice::Suggestion => {
                let suggestion = conflict.suggestion.as_ref();
                (Some(json!(suggestion.ok_or(Error::NoSuggestion)?)), false)
            }
            Choice::Other(_) if field == system::KIND => return Err(none()),
            Choice::Other(input) => {
                let kind = loaded
                    .document
                    .object(object)
                    .and_then(|found| found.kind.clone());
                (
                    value_of(loaded.field(kind.as_deref(), field)?, input, &loaded)?,
                    false,
                )
            }
        };
        let comes_back = if field == system::KIND {
            !removed
        } else {
            value.is_some() && loaded.document.is_removed(object)
        };
        let mut sets = match (field == system::KIND, removed) {
            (true, true) => self.removal(&loaded, object)?,
            (true, false) => kept(&loaded, object),
            (false, _) => settled(&loaded, object, field, value),
        };
        if comes_back {
            let went = self.what_went(&loaded, object)?;
            let is_new = |set: &Set| {
                let mut others = sets.iter();
                !others.any(|other| (other.obj, &other.field) == (set.obj, &set.field))
            };
            let went: Vec<Set> = went.into_iter().filter(is_new).collect();
            sets.extend(went);
        }
        let changes = self.write(
            "resolve",
            json!({ "object": object, "field": field }),
            &sets,
        )?;
        Ok(Outcome { object, changes })
    }

    /// As [`Workspace::resolve`], with object and field as a person names them; a full stop for the field where the
    /// object itself is at stake.
    ///
    /// # Errors
    /// The names name nothing, or as [`Workspace::resolve`].
    pub fn resolve_named(
        &mut self,
        document: ObjectId,
        object: &str,
        field: &str,
        choice: &Choice,
    ) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let target = loaded.target(object)?;
        let field = match field {
            "." => system::KIND.to_owned(),
            name => loaded.field(target.kind.as_deref(), name)?.id.clone(),
        };
        self.resolve(document, target.id, &field, choice)
    }

    /// Returns what went below an object in the step that removed it, as it last was.
    fn what_went(&self, loaded: &Loaded, object: ObjectId) -> Result<Vec<Set>, Error> {
        let document = loaded.document.id;
        let remains = self.store.remains(document)?;
        let removal = remains
            .iter()
            .find(|found| found.obj == object && found.field == system::KIND);
        let Some(step) = removal.map(|found| found.step) else {
            return Ok(Vec::new());
        };
        let removed_parent = |id: ObjectId| {
            let found = remains
                .iter()
                .find(|found| found.obj == id && found.field == system::PARENT);
            found.and_then(|found| found.value.as_str()?.parse().ok())
        };
        let live_parent = |id: ObjectId| Some(loaded.document.object(id)?.parent);
        let is_below = |id: ObjectId| {
            let up = |id: &ObjectId| removed_parent(*id).or_else(|| live_parent(*id));
            // A cycle ends somewhere.
            let mut above = std::iter::successors(Some(id), up).take(DEEPEST).skip(1);
            above.any(|above| above == object)
        };
        let went = remains
            .iter()
            .filter(|found| found.step == step && found.obj != object && is_below(found.obj));
        Ok(went
            .map(|found| Set {
                doc: document,
                obj: found.obj,
                field: found.field.clone(),
                value: Some(found.value.clone()),
            })
            .collect())
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
        let rows = self.store.rows(document.id)?;
        let mut found = Vec::new();
        for object in objects {
            if object.disputed.is_empty() {
                found.push(self.removed_object(loaded, object, &rows)?);
            }
            for (field, live) in &object.disputed {
                found.push(self.disputed_field(loaded, object, field, live, &rows)?);
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
        rows: &[Row],
    ) -> Result<ConflictView, Error> {
        let known = loaded.template().fields_of(object.kind.as_deref());
        let known = known.iter().find(|known| known.id == field);
        let shown = live
            .iter()
            .rfind(|live| live.value.is_some())
            .map(|live| live.step);
        let row = |live: &Live| {
            rows.iter()
                .find(|row| row.step == live.step && row.obj == object.id && row.field == field)
        };
        let whole_is_removed = loaded.document.is_removed(object.id);
        let part = loaded.place_of(object).concat();
        let whole_removed = words::say("conflict-whole", &Args::from([("part".to_owned(), part)]));
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
        if known.is_some_and(|known| matches!(known.ty, FieldType::Line | FieldType::Text)) {
            view.suggestion = suggestion(self.store.common_base(&place)?.as_ref(), live);
        }
        Ok(view)
    }

    /// The conflict about an object as a whole, where it is removed and a field of it is at stake too.
    fn whole_object(
        &self,
        loaded: &Loaded,
        object: ObjectId,
        field: &str,
    ) -> Result<Option<ConflictView>, Error> {
        let found = loaded.document.object(object);
        let found = found.filter(|_| field == system::KIND && loaded.document.is_removed(object));
        let rows = self.store.rows(loaded.document.id)?;
        found
            .map(|found| self.removed_object(loaded, found, &rows))
            .transpose()
    }

    /// One removed the object; another holds on to it by what was written in it or below it.
    fn removed_object(
        &self,
        loaded: &Loaded,
        object: &Object,
        rows: &[Row],
    ) -> Result<ConflictView, Error> {
        let document = &loaded.document;
        let name =
            |author: Option<ObjectId>| author.map_or_else(String::new, |id| self.author_name(id));
        let remains = self.store.remains(document.id)?;
        let removal = remains
            .iter()
            .find(|found| found.obj == object.id && found.field == system::KIND);
        let below = document.subtree(object.id);
        let holding = rows
            .iter()
            .filter(|row| row.value.is_some() && below.contains(&row.obj))
            .max_by_key(|row| row.step);
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
        Ok(view(loaded, object, system::KIND, words, alternatives))
    }
}

impl Loaded {
    /// Returns how sentences name an object: nothing for the document itself.
    pub(crate) fn place_of(&self, object: &Object) -> Vec<String> {
        if object.id == self.document.id {
            return Vec::new();
        }
        let items = self.paper.items();
        let item = items.iter().find(|(_, item)| item.id == object.id);
        let kind = object.kind.as_deref();
        let label = kind
            .and_then(|id| self.template().kind(id))
            .map(|kind| kind.label.clone());
        vec![match item {
            Some((_, item)) => item.name(),
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
        alternatives,
        suggestion: None,
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

/// The field gets its value; where it is kept in a removed object, all that went with the object comes back.
fn settled(loaded: &Loaded, object: ObjectId, field: &str, value: Option<Value>) -> Vec<Set> {
    let comes_back = value.is_some() && loaded.document.is_removed(object);
    let mut sets = if comes_back {
        whole(loaded, object)
    } else {
        Vec::new()
    };
    sets.push(Set {
        doc: loaded.document.id,
        obj: object,
        field: field.to_owned(),
        value,
    });
    sets
}

/// The object as it is shown, but for the fields that are in conflict themselves.
fn whole(loaded: &Loaded, object: ObjectId) -> Vec<Set> {
    let Some(found) = loaded.document.object(object) else {
        return Vec::new();
    };
    let fields = found
        .fields
        .iter()
        .filter(|(field, _)| !found.disputed.contains_key(*field));
    crate::begin::sets(
        loaded.document.id,
        object,
        fields.map(|(field, value)| (field.clone(), value.clone())),
    )
}

/// The object as it is shown, with the fields that are at stake only because it was removed.
fn kept(loaded: &Loaded, object: ObjectId) -> Vec<Set> {
    let mut sets = whole(loaded, object);
    let Some(found) = loaded.document.object(object) else {
        return sets;
    };
    let only_one = found.disputed.iter().filter(|(_, live)| {
        let mut values = live.iter().filter_map(|live| live.value.as_ref());
        let first = values.next();
        values.all(|value| Some(value) == first)
    });
    let fields = only_one.filter_map(|(field, _)| {
        let value = found.fields.get(field)?;
        Some((field.clone(), value.clone()))
    });
    sets.extend(crate::begin::sets(loaded.document.id, object, fields));
    sets
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
