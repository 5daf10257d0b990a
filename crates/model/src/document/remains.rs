//! Removed objects that something live holds on to: they stand as they last were, and the document says so.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Document, Irregular, Live, Object, system};
use crate::id::{ObjectId, StepId};

/// What a removed field last held.
#[derive(Debug, Clone, PartialEq)]
pub struct Remains {
    /// The object.
    pub object: ObjectId,
    /// The field.
    pub field: String,
    /// Its last value.
    pub value: Value,
    /// The step that removed it.
    pub step: StepId,
}

impl Document {
    /// Returns whether something stands in an object that was removed, or below one. It then takes the
    /// [`Remains`] to say where it belongs.
    #[must_use]
    pub fn is_held_by_removed(&self) -> bool {
        let orphan = |found: &Irregular| matches!(found, Irregular::Orphan(_));
        self.irregular.iter().any(orphan) || self.objects().any(|object| object.kind.is_none())
    }

    /// Returns whether an object was removed and stands as it last was, because something live holds on to it.
    #[must_use]
    pub fn is_removed(&self, id: ObjectId) -> bool {
        self.removed.contains(&id)
    }

    /// Gives the objects that need it what they last held. Only what went with the object comes back: a field
    /// that was emptied before stays empty.
    pub(super) fn revive(&mut self, remains: impl IntoIterator<Item = Remains>) {
        let mut gone: BTreeMap<ObjectId, Vec<Remains>> = BTreeMap::new();
        for found in remains {
            gone.entry(found.object).or_default().push(found);
        }
        let kindless = self.objects().filter(|object| object.kind.is_none());
        let mut next: Vec<ObjectId> = kindless.map(|object| object.id).collect();
        next.extend(self.objects().map(|object| object.parent));
        while let Some(id) = next.pop() {
            let is_whole = self
                .objects
                .get(&id)
                .is_some_and(|object| id == self.id || object.kind.is_some());
            let Some(fields) = gone.remove(&id).filter(|_| !is_whole) else {
                continue;
            };
            let root = self.id;
            let object = self
                .objects
                .entry(id)
                .or_insert_with(|| Object::new(id, root));
            object.take_back(fields);
            next.push(object.parent);
            self.irregular.push(Irregular::Removed(id));
            self.removed.insert(id);
        }
    }
}

impl Object {
    fn take_back(&mut self, fields: Vec<Remains>) {
        let kind = fields.iter().find(|found| found.field == system::KIND);
        let removal = kind.map(|kind| kind.step);
        for found in fields {
            if Some(found.step) == removal && !self.fields.contains_key(&found.field) {
                let live = Live {
                    object: found.object,
                    field: found.field.clone(),
                    value: Some(found.value),
                    step: found.step,
                };
                self.take(found.field, vec![live]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    const ROOT: u128 = 1;
    const GOAL: u128 = 2;
    const ACTIVITY: u128 = 3;

    #[test]
    fn a_removed_goal_stands_again_for_the_activity_that_was_added_below() {
        let added = [
            live(ACTIVITY, system::KIND, json!("activity")),
            live(ACTIVITY, system::PARENT, json!(id(GOAL))),
        ];
        let alone = Document::assemble(id(ROOT), added.clone());
        assert!(alone.is_held_by_removed());
        let document = Document::assemble_with(id(ROOT), added, goal());
        assert_eq!(
            document.children(id(ROOT), Some("goal"))[0].text("rubrik"),
            Some("Mål")
        );
        assert_eq!(document.children(id(GOAL), Some("activity")).len(), 1);
        assert_eq!(document.irregular, [Irregular::Removed(id(GOAL))]);
        assert!(document.is_removed(id(GOAL)) && !document.is_removed(id(ACTIVITY)));
    }

    #[test]
    fn a_removed_object_stands_again_for_a_text_in_it_and_so_does_what_it_stood_below() {
        let edited = [live(ACTIVITY, "metod", json!("Ny metod"))];
        let remains = [
            goal(),
            vec![
                remains(ACTIVITY, system::KIND, json!("activity"), 9),
                remains(ACTIVITY, system::PARENT, json!(id(GOAL)), 9),
                remains(ACTIVITY, "rubrik", json!("Aktivitet"), 9),
                remains(ACTIVITY, "syfte", json!("Tömt tidigare"), 4),
            ],
        ];
        let document = Document::assemble_with(id(ROOT), edited, remains.concat());
        let activity = document.children(id(GOAL), Some("activity"))[0];
        assert_eq!(activity.text("rubrik"), Some("Aktivitet"));
        assert_eq!(
            (activity.text("metod"), activity.text("syfte")),
            (Some("Ny metod"), None)
        );
        assert!(document.is_removed(id(GOAL)) && document.is_removed(id(ACTIVITY)));
    }

    #[test]
    fn what_nothing_holds_on_to_stays_removed() {
        let document =
            Document::assemble_with(id(ROOT), [live(ROOT, "titel", json!("Plan"))], goal());
        assert_eq!(document.objects().count(), 0);
        assert!(!document.is_held_by_removed());
    }

    fn goal() -> Vec<Remains> {
        vec![
            remains(GOAL, system::KIND, json!("goal"), 9),
            remains(GOAL, "rubrik", json!("Mål"), 9),
        ]
    }

    fn live(object: u128, field: &str, value: Value) -> Live {
        Live {
            object: id(object),
            field: field.to_owned(),
            value: Some(value),
            step: step(10),
        }
    }

    fn remains(object: u128, field: &str, value: Value, removal: u128) -> Remains {
        Remains {
            object: id(object),
            field: field.to_owned(),
            value,
            step: step(removal),
        }
    }

    fn id(number: u128) -> ObjectId {
        ObjectId(Uuid::from_u128(number))
    }

    fn step(number: u128) -> StepId {
        StepId(Uuid::from_u128(number))
    }
}
