//! Changing a document: set, add, remove, move.

use std::collections::BTreeSet;

use model::document::system;
use model::id::ObjectId;
use model::schema::Kind;
use model::vocabulary::Concept;
use serde_json::{Value, json};
use store::{Changes, Set};

use crate::begin::sets;
use crate::error::Error;
use crate::list::title_of;
use crate::load::Loaded;
use crate::resolve::Target;
use crate::typed::{person, value_of};
use crate::{Workspace, clock, way};

/// What a field is given.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// What a person typed: dates and amounts as they come, a choice by its word, a person by initials.
    Typed(String),
    /// A value in its stored form.
    Stored(Value),
    /// Nothing: the field is emptied.
    Nothing,
}

/// Where a new or moved object goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placement {
    /// The object it stands below; the document itself where none.
    pub below: Option<String>,
    /// The sibling it follows; the last where none.
    pub after: Option<String>,
    /// First among its siblings; `after` is then left out.
    pub first: bool,
}

/// What a change was about, and what it changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The object.
    pub object: ObjectId,
    /// What changed. Whoever shows documents refreshes from it.
    pub changes: Changes,
}

impl Workspace {
    /// Gives a field a value. A field that the template does not have can be emptied, and nothing else.
    ///
    /// # Errors
    /// The object or field is not there, or the text does not fit the field; see [`Error::BadValue`].
    pub fn set(
        &mut self,
        document: ObjectId,
        object: &str,
        field: &str,
        input: &Input,
    ) -> Result<Outcome, Error> {
        self.set_as("set", document, object, field, input)
    }

    /// As [`Workspace::set`], as a step of another operation.
    pub(crate) fn set_as(
        &mut self,
        op: &str,
        document: ObjectId,
        object: &str,
        field: &str,
        input: &Input,
    ) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let target = loaded.target(object)?;
        let (field, value) = match loaded.field(target.kind.as_deref(), field) {
            Err(_) if *input == Input::Nothing && loaded.holds(target.id, field) => {
                (field.to_owned(), None)
            }
            found => {
                let field = found?;
                self.tell_accounts(&loaded, &field.id)?;
                (field.id.clone(), value_of(field, input, &loaded)?)
            }
        };
        let mut sets = touch(&loaded, &target);
        let args = json!({ "object": target.id, "field": field });
        sets.push(Set {
            doc: document,
            obj: target.id,
            field,
            value,
        });
        sets.extend(way::of_new_recipient(&loaded, &sets));
        sets.extend(way::of_new_day(&loaded, &sets));
        let changes = self.write(op, args, &sets)?;
        Ok(Outcome {
            object: target.id,
            changes,
        })
    }

    /// Adds an object of a kind, with the fields given.
    ///
    /// # Errors
    /// The kind is unknown or cannot stand there, or a value does not fit.
    pub fn add(
        &mut self,
        document: ObjectId,
        kind: &str,
        placement: &Placement,
        fields: &[(String, Input)],
    ) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let kind = loaded.kind(kind)?;
        let parent = parent_of(&loaded, kind, placement.below.as_deref())?;
        let pos = place_in(&loaded, kind, parent, placement)?;
        let object = clock::new_object();
        let mut values = placed(&loaded, kind, parent, pos);
        for (name, input) in fields {
            let field = loaded.field(Some(&kind.id), name)?;
            values.extend(value_of(field, input, &loaded)?.map(|value| (field.id.clone(), value)));
        }
        let mut all = touch_above(&loaded, parent)?;
        all.extend(sets(document, object, values));
        let args = args_of(document, object, Some(&kind.id));
        let changes = self.write("add", args, &all)?;
        Ok(Outcome { object, changes })
    }

    /// Removes an object and everything below it. Its texts stay in the history, and undo brings them back.
    ///
    /// # Errors
    /// The object is not there, it is a row that follows another document, it is a document that has been handed in, or it is
    /// the group itself.
    pub fn remove(&mut self, document: ObjectId, object: &str) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let target = loaded.target(object)?;
        if target.follows.is_some() && !is_gone(&loaded, target.id) {
            return Err(Error::FollowsAnother);
        }
        if target.id == document {
            if loaded.template().concept == Concept::Group {
                return Err(Error::GroupStays);
            }
            self.refuse_where_handed_in(document)?;
        }
        let sets = self.removal(&loaded, target.id)?;
        let changes = self.write(
            "remove",
            args_of(document, target.id, target.kind.as_deref()),
            &sets,
        )?;
        Ok(Outcome {
            object: target.id,
            changes,
        })
    }

    /// What has been handed in exports bit for bit for ever, so its document stays.
    pub(crate) fn refuse_where_handed_in(&self, document: ObjectId) -> Result<(), Error> {
        let mut own = self.store.editions(document)?.into_iter();
        match own.rfind(|found| found.kind != store::Kind::Received) {
            Some(edition) => Err(Error::HandedIn {
                title: title_of(&self.load(document)?.paper),
                number: edition.number,
            }),
            None => Ok(()),
        }
    }

    /// Returns what removes an object and everything below it.
    pub(crate) fn removal(&self, loaded: &Loaded, object: ObjectId) -> Result<Vec<Set>, Error> {
        let document = loaded.document.id;
        let removed: BTreeSet<ObjectId> = loaded.document.subtree(object).into_iter().collect();
        let fields =
            self.store.rows(document)?.into_iter().filter(|row| {
                removed.contains(&row.obj) && (row.value.is_some() || row.is_unreadable)
            });
        let mut places: Vec<(ObjectId, String)> = fields.map(|row| (row.obj, row.field)).collect();
        places.sort();
        places.dedup();
        let set = |(obj, field)| Set {
            doc: document,
            obj,
            field,
            value: None,
        };
        Ok(places.into_iter().map(set).collect())
    }

    /// Moves an object among its siblings or below another parent.
    ///
    /// # Errors
    /// The object is not there, it cannot stand there, or it is a row that follows another document.
    pub fn relocate(
        &mut self,
        document: ObjectId,
        object: &str,
        placement: &Placement,
    ) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let target = loaded.target(object)?;
        let kind = match (&target.kind, target.follows) {
            (_, Some(_)) => return Err(Error::FollowsAnother),
            (None, None) => {
                return Err(Error::CannotStandThere {
                    kind: loaded.template().name.clone(),
                });
            }
            (Some(kind), None) => loaded.kind(kind)?,
        };
        let parent = match &placement.below {
            Some(_) => parent_of(&loaded, kind, placement.below.as_deref())?,
            None => loaded
                .document
                .object(target.id)
                .map_or(document, |object| object.parent),
        };
        if loaded.document.subtree(target.id).contains(&parent) {
            return Err(Error::CannotStandThere {
                kind: kind.label.clone(),
            });
        }
        let after = after(&loaded, kind, parent, placement)?;
        let mut moved = touch_above(&loaded, parent)?;
        moved.extend(settled(&loaded, &target, parent));
        if !moved.is_empty() || !stands_after(&loaded, kind, parent, target.id, after) {
            let pos = loaded.document.place(parent, &kind.id, after);
            moved.extend(sets(
                document,
                target.id,
                placed(&loaded, kind, parent, pos),
            ));
        }
        let changes = self.write("move", args_of(document, target.id, Some(&kind.id)), &moved)?;
        Ok(Outcome {
            object: target.id,
            changes,
        })
    }

    /// Returns the person of the group with this name, these initials or, if only one has it, this role.
    pub(crate) fn find_person(&self, name: &str) -> Result<ObjectId, Error> {
        let (_, group) = self.profile_and_group()?;
        person(&group, name)
    }
}

/// Returns what a step about a whole object keeps, so that the history can say what it was when it is gone.
pub(crate) fn args_of(document: ObjectId, object: ObjectId, kind: Option<&str>) -> Value {
    json!({ "document": document, "object": object, "kind": kind })
}

/// A row that nobody has touched is derived; the first value given to it writes what it is about.
pub(crate) fn touch(loaded: &Loaded, target: &Target) -> Vec<Set> {
    if loaded.document.object(target.id).is_some() || target.kind.is_none() {
        return Vec::new();
    }
    let mut fields: Vec<(String, Value)> = target
        .kind
        .iter()
        .map(|kind| (system::KIND.to_owned(), json!(kind)))
        .collect();
    fields.extend(
        target
            .follows
            .map(|id| (system::FOLLOWS.to_owned(), json!(id))),
    );
    sets(loaded.document.id, target.id, fields)
}

/// What stands below a row that nobody has touched makes it stand there by itself.
pub(crate) fn touch_above(loaded: &Loaded, parent: ObjectId) -> Result<Vec<Set>, Error> {
    if parent == loaded.document.id {
        return Ok(Vec::new());
    }
    Ok(touch(loaded, &loaded.target(&parent.to_string())?))
}

fn is_gone(loaded: &Loaded, id: ObjectId) -> bool {
    loaded
        .paper
        .items()
        .iter()
        .any(|(_, item)| item.id == id && item.gone.is_some())
}

pub(crate) fn parent_of(
    loaded: &Loaded,
    kind: &Kind,
    below: Option<&str>,
) -> Result<ObjectId, Error> {
    let refuse = || Error::CannotStandThere {
        kind: kind.label.clone(),
    };
    if kind.follows.is_some() {
        return Err(Error::FollowsAnother);
    }
    match below {
        None | Some(".") => {
            let top = loaded.template().top_kinds().any(|top| top.id == kind.id);
            if top {
                Ok(loaded.document.id)
            } else {
                Err(refuse())
            }
        }
        Some(name) => {
            let target = loaded.target(name)?;
            let allowed = target
                .kind
                .as_deref()
                .and_then(|id| loaded.template().kind(id))
                .is_some_and(|above| above.children.contains(&kind.id));
            if allowed {
                Ok(target.id)
            } else {
                Err(refuse())
            }
        }
    }
}

pub(crate) fn place_in(
    loaded: &Loaded,
    kind: &Kind,
    parent: ObjectId,
    placement: &Placement,
) -> Result<f64, Error> {
    let after = after(loaded, kind, parent, placement)?;
    Ok(loaded.document.place(parent, &kind.id, after))
}

/// Returns the sibling that a placement stands after; none where it stands first.
fn after(
    loaded: &Loaded,
    kind: &Kind,
    parent: ObjectId,
    placement: &Placement,
) -> Result<Option<ObjectId>, Error> {
    Ok(match &placement.after {
        _ if placement.first => None,
        Some(name) => Some(loaded.target(name)?.id),
        None => loaded
            .document
            .children(parent, Some(&kind.id))
            .last()
            .map(|object| object.id),
    })
}

/// Whether an object already stands there, so that a move would change nothing.
fn stands_after(
    loaded: &Loaded,
    kind: &Kind,
    parent: ObjectId,
    object: ObjectId,
    after: Option<ObjectId>,
) -> bool {
    let mut before = None;
    for sibling in loaded.document.children(parent, Some(&kind.id)) {
        if sibling.id == object {
            return before == after || after == Some(object);
        }
        before = Some(sibling.id);
    }
    false
}

/// What a move settles besides the place: a parent that is gone is forgotten at the top, and of two objects with the
/// same number the one that is moved gets the next free one.
fn settled(loaded: &Loaded, target: &Target, parent: ObjectId) -> Vec<Set> {
    let Some(object) = loaded.document.object(target.id) else {
        return Vec::new();
    };
    let number = object.text(system::NUMBER);
    let is_twice = number.is_some()
        && loaded.document.objects().any(|other| {
            other.id != object.id
                && other.kind == object.kind
                && other.text(system::NUMBER) == number
        });
    let has_parent = object.fields.contains_key(system::PARENT);
    let forget = [
        (system::PARENT, has_parent && parent == loaded.document.id),
        (system::NUMBER, is_twice),
    ];
    let forget = forget.into_iter().filter(|(_, settle)| *settle);
    forget
        .map(|(field, _)| Set {
            doc: loaded.document.id,
            obj: target.id,
            field: field.to_owned(),
            value: None,
        })
        .collect()
}

pub(crate) fn placed(
    loaded: &Loaded,
    kind: &Kind,
    parent: ObjectId,
    pos: f64,
) -> Vec<(String, Value)> {
    let mut fields = vec![
        (system::KIND.to_owned(), json!(kind.id)),
        (system::POS.to_owned(), json!(pos)),
    ];
    if parent != loaded.document.id {
        fields.push((system::PARENT.to_owned(), json!(parent)));
    }
    fields
}
