//! The running numbers of documents that a group may have many of in a year, as memos.

use std::collections::{BTreeMap, BTreeSet};

use model::document::{Document, system};
use model::id::ObjectId;
use model::period::PeriodRule;
use model::schema::Template;
use serde_json::Value;
use store::Filter;

use crate::Workspace;
use crate::error::Error;

impl Workspace {
    /// Returns the document's running number among those of its template and period; 1 where there is one of them.
    pub(crate) fn ordinal(&self, document: &Document, template: &Template) -> Result<u32, Error> {
        let period = document.root().text(system::PERIOD);
        let (PeriodRule::Many, Some(period)) = (template.period, period) else {
            return Ok(1);
        };
        let there = self.siblings(&template.id, period)?;
        Ok(ordinals(&there).get(&document.id).copied().unwrap_or(1))
    }

    /// Returns the number of the next document of a template and period. A removed document's is not given again.
    pub(crate) fn next_ordinal(&self, template: &str, period: &str) -> Result<u32, Error> {
        let there = self.siblings(template, period)?;
        let mut taken = ordinals(&there).into_values().max().unwrap_or(0);
        let filter = Filter {
            field: Some(system::NUMBER.to_owned()),
            ..Filter::default()
        };
        let written = self.store.history(&filter)?;
        let places = written.iter().flat_map(|entry| &entry.edits);
        let roots: BTreeSet<ObjectId> = places
            .filter(|edit| edit.place.obj == edit.place.doc && !there.contains_key(&edit.place.doc))
            .map(|edit| edit.place.doc)
            .collect();
        for id in roots {
            let removed = self.store.removed(id)?.into_iter();
            for root in removed.filter(|object| object.obj == id) {
                let text = |field: &str| root.fields.get(field).and_then(Value::as_str);
                if text(system::TEMPLATE) == Some(template) && text(system::PERIOD) == Some(period)
                {
                    let number = text(system::NUMBER).and_then(|number| number.parse().ok());
                    taken = taken.max(number.unwrap_or(0));
                }
            }
        }
        Ok(taken + 1)
    }

    /// Returns the documents of a template and period with the numbers they were begun with.
    fn siblings(&self, template: &str, period: &str) -> Result<Numbers, Error> {
        let mut there = Numbers::new();
        for id in self.store.documents()? {
            let is = |field: &'static str, text: &str| {
                let found = self.root_text(id, field);
                found.map(|found| found.as_deref() == Some(text))
            };
            if is(system::TEMPLATE, template)? && is(system::PERIOD, period)? {
                let number = self.root_text(id, system::NUMBER)?;
                there.insert(id, number.and_then(|number| number.parse().ok()));
            }
        }
        Ok(there)
    }
}

/// Documents, each with the number it was begun with; none in a file of an earlier version.
type Numbers = BTreeMap<ObjectId, Option<u32>>;

/// Gives each document its number: the one it was begun with, or the next that is free in the order they were made, as
/// their ids say. Of two that were begun apart with the same number the earlier keeps it.
fn ordinals(there: &Numbers) -> BTreeMap<ObjectId, u32> {
    let mut given = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (id, number) in there {
        if let Some(number) = number.filter(|number| taken.insert(*number)) {
            given.insert(*id, number);
        }
    }
    for id in there.keys() {
        if !given.contains_key(id) {
            let free = (1..).find(|number| taken.insert(*number));
            given.extend(free.map(|number| (*id, number)));
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_and_who_has_none_gets_the_next_free_one() {
        let check = |numbers: &[Option<u32>], expected: &[u32]| {
            let ids = (0..).map(|n| ObjectId(uuid::Uuid::from_u128(n)));
            let there = ids.zip(numbers.iter().copied()).collect();
            let given: Vec<u32> = ordinals(&there).into_values().collect();
            assert_eq!(given, expected, "{numbers:?}");
        };
        check(&[None, None, None], &[1, 2, 3]);
        check(&[Some(3), None, Some(1)], &[3, 2, 1]);
        check(&[Some(2), Some(2), None], &[2, 1, 3]);
        check(&[], &[]);
    }
}
