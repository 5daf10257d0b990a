//! How a conflict is settled: in one step, with all that the choice brings back.

use model::document::system;
use model::id::ObjectId;
use serde_json::{Value, json};
use store::Set;

use super::ConflictView;
use crate::load::Loaded;
use crate::typed::value_of;
use crate::{Error, Input, Outcome, Workspace};

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

    /// The conflict about an object as a whole, where it is removed and a field of it is at stake too.
    fn whole_object(
        &self,
        loaded: &Loaded,
        object: ObjectId,
        field: &str,
    ) -> Result<Option<ConflictView>, Error> {
        let found = loaded.document.object(object);
        let found = found.filter(|_| field == system::KIND && loaded.document.is_removed(object));
        let Some(found) = found else {
            return Ok(None);
        };
        let written = self.written_of(&loaded.document)?;
        Ok(Some(self.removed_object(loaded, found, &written)))
    }
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
