//! A document as a tree of objects, assembled from the live values of a workspace.

mod remains;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use uuid::Uuid;

use crate::id::{ObjectId, StepId};

pub use remains::Remains;

/// Names of the fields that belong to the program. No template's field id begins with `@`.
pub mod system {
    /// The object's kind, an id of the template. Every object but a document's root has one.
    pub const KIND: &str = "@kind";
    /// The object above; left out straight below the root.
    pub const PARENT: &str = "@parent";
    /// A number that orders siblings.
    pub const POS: &str = "@pos";
    /// The number that the first submission gave, for example `1.2`; on a root, the running number among the documents
    /// of its template and period.
    pub const NUMBER: &str = "@number";
    /// The object of a source that a row is about.
    pub const FOLLOWS: &str = "@follows";
    /// What a row last showed of an object that no source holds: the cells of a paper.
    pub const SHOWN: &str = "@shown";
    /// The object of an earlier year that this one was carried over from.
    pub const ORIGIN: &str = "@origin";
    /// On a root of a document that was read from its pages: the ids of the people whom they list. A page does not say why.
    pub const LISTED: &str = "@listed";
    /// On a root, followed by a section's id: the section is marked as done; see [`crate::progress`].
    pub const DONE: &str = "@done:";
    /// On a root: the template's id.
    pub const TEMPLATE: &str = "@template";
    /// On a root: SHA-256 of the template's folder, in hexadecimal.
    pub const TEMPLATE_SHA256: &str = "@template_sha256";
    /// On a root: the period, `2025` or `2025-1of2`.
    pub const PERIOD: &str = "@period";
    /// On the group's root: the profile's id.
    pub const PROFILE: &str = "@profile";
    /// On the group's root: SHA-256 of the profile's folder, in hexadecimal.
    pub const PROFILE_SHA256: &str = "@profile_sha256";
}

/// A live value of the workspace. A field with two of them is in conflict.
#[derive(Debug, Clone, PartialEq)]
pub struct Live {
    /// The object.
    pub object: ObjectId,
    /// The field.
    pub field: String,
    /// The value; none where the field was removed.
    pub value: Option<Value>,
    /// The step that set it.
    pub step: StepId,
}

/// A tree of objects. The document's own fields stand on its root, whose id is the document's.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The identity of the document and of its root.
    pub id: ObjectId,
    objects: BTreeMap<ObjectId, Object>,
    /// The objects straight below each that has some, in order. Who asks for all of a document's rows asks once for
    /// each object, and must not go through them all each time.
    below: BTreeMap<ObjectId, Vec<ObjectId>>,
    /// What did not fit together, and was mended for reading.
    pub irregular: Vec<Irregular>,
    /// The objects that were removed and stand all the same, which `irregular` names too.
    removed: BTreeSet<ObjectId>,
    /// Fields whose values cannot be read and are left out, each with its object.
    pub unreadable: BTreeSet<(ObjectId, String)>,
    /// Numbers that removed objects had. They are never given again.
    pub retired: BTreeSet<String>,
    /// Its running number among the documents of its template and period, where there may be many; else 1.
    pub ordinal: u32,
}

/// An object: its place and its fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Object {
    /// Its identity.
    pub id: ObjectId,
    /// Its kind; none for the root.
    pub kind: Option<String>,
    /// The object above; the document's id straight below the root.
    pub parent: ObjectId,
    /// Its place among its siblings.
    pub pos: f64,
    /// Its fields, the program's own among them.
    pub fields: BTreeMap<String, Value>,
    /// Fields with more than one live value: all of them, oldest step first.
    pub disputed: BTreeMap<String, Vec<Live>>,
}

/// Something that did not fit together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Irregular {
    /// The object above is not there; the object stands at the top.
    Orphan(ObjectId),
    /// The object stood below itself; it stands at the top.
    Cycle(ObjectId),
    /// The object was removed while somebody wrote in it or below it; it stands as it last was.
    Removed(ObjectId),
}

impl Document {
    /// Assembles a document from its live values. Nothing is left out: an object that cannot stand where it says
    /// stands at the top, and `irregular` says so. Of two live values the youngest step's is shown, and one that
    /// is there before one that was removed.
    #[must_use]
    pub fn assemble(id: ObjectId, live: impl IntoIterator<Item = Live>) -> Self {
        Self::assemble_with(id, live, [])
    }

    /// As [`Document::assemble`], and a removed object that something live holds on to, a value of its own or an
    /// object below it, stands as it last was: no live text is unreachable.
    #[must_use]
    pub fn assemble_with(
        id: ObjectId,
        live: impl IntoIterator<Item = Live>,
        remains: impl IntoIterator<Item = Remains>,
    ) -> Self {
        let mut values: BTreeMap<(ObjectId, String), Vec<Live>> = BTreeMap::new();
        for value in live {
            values
                .entry((value.object, value.field.clone()))
                .or_default()
                .push(value);
        }
        let mut document = Self {
            id,
            objects: BTreeMap::new(),
            below: BTreeMap::new(),
            irregular: Vec::new(),
            removed: BTreeSet::new(),
            unreadable: BTreeSet::new(),
            retired: BTreeSet::new(),
            ordinal: 1,
        };
        document.objects.insert(id, Object::new(id, id));
        for ((object, field), mut alternatives) in values {
            alternatives.sort_by_key(|live| live.step);
            document
                .objects
                .entry(object)
                .or_insert_with(|| Object::new(object, id))
                .take(field, alternatives);
        }
        document
            .objects
            .retain(|object, found| *object == id || !found.fields.is_empty());
        document.revive(remains);
        document.settle();
        document
    }

    /// Shows a value where nobody has written one, as what other documents say of an object. Nothing is written by it.
    pub fn assume(&mut self, object: ObjectId, field: &str, value: Value) {
        if let Some(object) = self.objects.get_mut(&object) {
            object.fields.entry(field.to_owned()).or_insert(value);
        }
    }

    /// Returns the root, which holds the document's own fields.
    ///
    /// # Panics
    /// Never: a document is assembled with its root.
    #[must_use]
    pub fn root(&self) -> &Object {
        self.objects
            .get(&self.id)
            .expect("a document is assembled with its root")
    }

    /// Returns an object of the document.
    #[must_use]
    pub fn object(&self, id: ObjectId) -> Option<&Object> {
        self.objects.get(&id)
    }

    /// Returns every object but the root, by id.
    pub fn objects(&self) -> impl Iterator<Item = &Object> {
        self.objects.values().filter(|object| {
            tree::look();
            object.id != self.id
        })
    }

    /// Returns the objects straight below `parent`, in order; only those of `kind` where it is given.
    #[must_use]
    pub fn children(&self, parent: ObjectId, kind: Option<&str>) -> Vec<&Object> {
        let below = self.below.get(&parent).into_iter().flatten();
        below
            .filter_map(|id| self.objects.get(id))
            .filter(|object| kind.is_none() || object.kind.as_deref() == kind)
            .collect()
    }

    /// Returns the object and everything below it.
    #[must_use]
    pub fn subtree(&self, id: ObjectId) -> Vec<ObjectId> {
        let mut found = vec![id];
        let mut next = 0;
        while next < found.len() {
            found.extend(
                self.children(found[next], None)
                    .iter()
                    .map(|child| child.id),
            );
            next += 1;
        }
        found
    }

    /// Returns a place after `after` among the children of `parent`; the first where none, and the last where
    /// `after` is the last.
    #[must_use]
    pub fn place(&self, parent: ObjectId, kind: &str, after: Option<ObjectId>) -> f64 {
        let siblings = self.children(parent, Some(kind));
        let before = after.and_then(|id| siblings.iter().position(|object| object.id == id));
        let next = before.map_or(0, |index| index + 1);
        let low = before.map(|index| siblings[index].pos);
        let high = siblings.get(next).map(|object| object.pos);
        match (low, high) {
            (None, None) => 1.0,
            (Some(low), None) => low.floor() + 1.0,
            (None, Some(high)) => high - 1.0,
            (Some(low), Some(high)) => f64::midpoint(low, high),
        }
    }

    /// Returns a fingerprint of what the fields hold that `keep` keeps: equal ones mean that they read the same.
    #[must_use]
    pub fn fingerprint(&self, keep: impl Fn(&Object, &str) -> bool) -> String {
        self.fingerprint_of(self.objects.values(), keep)
    }

    /// Returns the fingerprint of some objects alone, which are given by id.
    pub(crate) fn fingerprint_of<'a>(
        &self,
        objects: impl Iterator<Item = &'a Object>,
        keep: impl Fn(&Object, &str) -> bool,
    ) -> String {
        let mut content = Vec::new();
        for object in objects {
            for (field, value) in object
                .fields
                .iter()
                .filter(|(field, _)| keep(object, field))
            {
                let others = object.disputed.get(field).into_iter().flatten();
                let others: Vec<_> = others.map(|live| &live.value).collect();
                content.push(json!([object.id, field, value, others]));
            }
        }
        let content = Value::Array(content).to_string();
        Uuid::new_v5(&self.id.0, content.as_bytes()).to_string()
    }

    /// Returns the fingerprint of all that people have written in the document, without what is only noted about it:
    /// its log, its marks, its kept numbers.
    #[must_use]
    pub fn content(&self) -> String {
        self.fingerprint(|object, field| !object.is_logged() && is_content(field))
    }
}

/// Returns whether a field is part of what people have written. That a row has been touched is not.
#[must_use]
pub fn is_content(field: &str) -> bool {
    const NOTED: [&str; 3] = [system::NUMBER, system::KIND, system::FOLLOWS];
    !NOTED.contains(&field) && !field.starts_with(system::DONE)
}

impl Object {
    /// Returns whether the object stands in the document's log and on no page; see [`crate::log`].
    #[must_use]
    pub fn is_logged(&self) -> bool {
        self.kind
            .as_deref()
            .is_some_and(|kind| kind.starts_with('@'))
    }

    fn new(id: ObjectId, parent: ObjectId) -> Self {
        Self {
            id,
            kind: None,
            parent,
            pos: f64::MAX,
            fields: BTreeMap::new(),
            disputed: BTreeMap::new(),
        }
    }

    /// Returns the id that one of the program's own fields holds.
    #[must_use]
    pub fn link(&self, field: &str) -> Option<ObjectId> {
        self.text(field)?.parse().ok()
    }

    /// Returns the text that a field holds.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.fields.get(field)?.as_str()
    }

    fn take(&mut self, field: String, alternatives: Vec<Live>) {
        let shown = alternatives.iter().rfind(|live| live.value.is_some());
        let Some(value) = shown.and_then(|live| live.value.clone()) else {
            return;
        };
        let differ = alternatives
            .windows(2)
            .any(|pair| pair[0].value != pair[1].value);
        match field.as_str() {
            system::KIND => self.kind = value.as_str().map(str::to_owned),
            system::PARENT => {
                self.parent = value
                    .as_str()
                    .and_then(|id| id.parse().ok())
                    .unwrap_or(self.parent);
            }
            system::POS => {
                self.pos = value
                    .as_f64()
                    .filter(|pos| pos.is_finite())
                    .unwrap_or(f64::MAX);
            }
            _ => {}
        }
        if differ && !field.starts_with('@') {
            self.disputed.insert(field.clone(), alternatives);
        }
        self.fields.insert(field, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: u128 = 1;

    fn live(object: u128, field: &str, value: Value, step: u128) -> Live {
        let value = (!value.is_null()).then_some(value);
        Live {
            object: id(object),
            field: field.into(),
            value,
            step: StepId(Uuid::from_u128(step)),
        }
    }

    fn id(n: u128) -> ObjectId {
        ObjectId(Uuid::from_u128(n))
    }

    fn child(n: u128, parent: u128, pos: f64) -> Vec<Live> {
        vec![
            live(n, system::KIND, json!("goal"), 1),
            live(n, system::PARENT, json!(id(parent)), 1),
            live(n, system::POS, json!(pos), 1),
        ]
    }

    #[test]
    fn children_stand_in_order_and_equal_places_by_id() {
        let rows = [
            child(4, ROOT, 2.0),
            child(3, ROOT, 2.0),
            child(2, ROOT, 5.0),
        ]
        .concat();
        let document = Document::assemble(id(ROOT), rows);
        let order: Vec<_> = document
            .children(id(ROOT), Some("goal"))
            .iter()
            .map(|object| object.id)
            .collect();
        assert_eq!(order, [id(3), id(4), id(2)]);
        let between = document.place(id(ROOT), "goal", Some(id(4)));
        assert!(2.0 < between && between < 5.0);
        assert_eq!(document.place(id(ROOT), "goal", Some(id(2))), 6.0);
        assert_eq!(document.place(id(ROOT), "goal", None), 1.0);
    }

    #[test]
    fn an_orphan_and_a_cycle_stand_at_the_top_and_are_said() {
        let rows = [child(2, 99, 1.0), child(3, 4, 1.0), child(4, 3, 1.0)].concat();
        let document = Document::assemble(id(ROOT), rows);
        assert_eq!(
            document.irregular,
            [Irregular::Orphan(id(2)), Irregular::Cycle(id(3))]
        );
        assert_eq!(document.subtree(id(ROOT)).len(), 4);
    }

    #[test]
    fn of_two_values_the_youngest_shows_and_both_are_kept() {
        let rows = [
            live(ROOT, "text", json!("förstärka"), 2),
            live(ROOT, "text", json!("avveckla"), 1),
        ];
        let document = Document::assemble(id(ROOT), rows);
        assert_eq!(document.root().text("text"), Some("förstärka"));
        assert_eq!(document.root().disputed["text"].len(), 2);
    }

    #[test]
    fn a_text_that_one_wrote_and_another_removed_stays_readable() {
        let rows = [
            live(ROOT, "text", json!("kvar"), 1),
            live(ROOT, "text", Value::Null, 2),
        ];
        let document = Document::assemble(id(ROOT), rows);
        assert_eq!(document.root().text("text"), Some("kvar"));
        assert!(document.root().disputed.contains_key("text"));
    }

    #[test]
    fn the_content_is_what_people_wrote_and_not_what_is_noted_about_it() {
        let content = |more: Vec<Live>| {
            let rows = [
                child(2, ROOT, 1.0),
                vec![live(2, "rubrik", json!("Mål"), 1)],
                more,
            ];
            Document::assemble(id(ROOT), rows.concat()).content()
        };
        let plain = content(Vec::new());
        let mark = format!("{}goal", system::DONE);
        for noted in [
            vec![live(2, system::NUMBER, json!("1"), 2)],
            vec![live(ROOT, &mark, json!({}), 2)],
            vec![
                live(9, system::KIND, json!("@sending"), 2),
                live(9, "to", json!(["x"]), 2),
            ],
        ] {
            assert_eq!(content(noted.clone()), plain, "{noted:?}");
        }
        for written in [
            live(2, "rubrik", json!("Annat"), 2),
            live(ROOT, "text", json!("ny"), 2),
            live(2, system::POS, json!(3), 2),
        ] {
            assert_ne!(content(vec![written.clone()]), plain, "{written:?}");
        }
    }

    #[test]
    fn a_removed_object_is_not_there() {
        let rows = [
            live(2, system::KIND, Value::Null, 2),
            live(2, "rubrik", Value::Null, 2),
        ];
        assert_eq!(Document::assemble(id(ROOT), rows).objects().count(), 0);
    }
}
