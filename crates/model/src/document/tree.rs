//! Where objects stand: each below one that is there and not below itself, and in order.

use std::collections::{BTreeMap, BTreeSet};

use super::{Document, Irregular, Object};
use crate::id::ObjectId;

impl Document {
    /// Puts at the top what cannot stand where it says, and notes the order of the rest.
    pub(super) fn settle(&mut self) {
        let ids: Vec<ObjectId> = self
            .objects
            .keys()
            .copied()
            .filter(|id| *id != self.id)
            .collect();
        for id in &ids {
            let parent = self.objects[id].parent;
            if !self.objects.contains_key(&parent) {
                self.put_on_top(*id);
                self.irregular.push(Irregular::Orphan(*id));
            }
        }
        let mut grounded = BTreeSet::from([self.id]);
        for id in ids {
            if self.stands_below_itself(id, &mut grounded) {
                self.put_on_top(id);
                self.irregular.push(Irregular::Cycle(id));
            }
        }
        self.order();
    }

    /// Notes what stands straight below what, in order.
    fn order(&mut self) {
        let mut below: BTreeMap<ObjectId, Vec<&Object>> = BTreeMap::new();
        for object in self.objects() {
            below.entry(object.parent).or_default().push(object);
        }
        let in_order = |mut objects: Vec<&Object>| {
            objects.sort_by(|a, b| a.pos.total_cmp(&b.pos).then(a.id.cmp(&b.id)));
            objects.into_iter().map(|object| object.id).collect()
        };
        let below = below.into_iter();
        self.below = below.map(|(id, found)| (id, in_order(found))).collect();
    }

    fn put_on_top(&mut self, id: ObjectId) {
        let root = self.id;
        if let Some(object) = self.objects.get_mut(&id) {
            object.parent = root;
        }
    }

    /// Returns whether the way up from an object never reaches the root. `grounded` are those from which it is known to
    /// be reached, and all on this way are added when they are: no part of a way is gone twice.
    fn stands_below_itself(&self, id: ObjectId, grounded: &mut BTreeSet<ObjectId>) -> bool {
        let mut way = BTreeSet::new();
        let mut above = id;
        while !grounded.contains(&above) {
            look();
            if !way.insert(above) {
                return true;
            }
            above = self.objects[&above].parent;
        }
        grounded.extend(way);
        false
    }
}

/// Called for each object that is looked at, so that a test can count them.
pub(super) fn look() {
    #[cfg(test)]
    tests::LOOKED.with(|count| count.set(count.get() + 1));
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::*;
    use crate::document::{Live, system};
    use crate::id::StepId;

    thread_local! {
        pub(super) static LOOKED: Cell<usize> = const { Cell::new(0) };
    }

    fn id(n: usize) -> ObjectId {
        ObjectId(Uuid::from_u128(n as u128 + 1))
    }

    /// Returns how many objects are looked at to assemble a document and to go through it twice; `above` says what each
    /// object stands below.
    fn looks(objects: usize, above: impl Fn(usize) -> usize) -> usize {
        let live = |n: usize, field: &str, value: Value| Live {
            object: id(n),
            field: field.to_owned(),
            value: Some(value),
            step: StepId(Uuid::from_u128(1)),
        };
        let rows = (1..=objects).flat_map(|n| {
            [
                live(n, system::KIND, json!("goal")),
                live(n, system::PARENT, json!(id(above(n)))),
                live(n, system::POS, json!(n)),
            ]
        });
        LOOKED.set(0);
        let document = Document::assemble(id(0), rows);
        assert_eq!(document.subtree(id(0)).len(), objects + 1);
        for object in document.objects() {
            assert!(document.children(object.id, Some("goal")).len() <= objects);
        }
        LOOKED.get()
    }

    #[test]
    fn twice_the_objects_are_twice_the_work() {
        let check = |shape: &str, above: &dyn Fn(usize) -> usize| {
            let (once, twice) = (looks(500, above), looks(1000, above));
            assert!(twice <= 2 * once + 10, "{shape}: {once}, {twice}");
        };
        check("side by side", &|_| 0);
        check("ten below each", &|n| n / 10);
        check("each below the one before", &|n| n - 1);
    }
}
