//! Who wrote what of a document, looked up and not searched for: thousands of its fields may be in conflict.

use std::collections::BTreeMap;

use model::document::{Document, system};
use model::id::{ObjectId, StepId};
use store::{Remains, Row};

use crate::Workspace;
use crate::error::Error;

/// The live rows of a document, and how objects of it were removed.
pub(super) struct Written {
    rows: BTreeMap<(ObjectId, String), Vec<Row>>,
    removals: BTreeMap<ObjectId, Remains>,
}

impl Written {
    /// Returns the row that a step wrote in a field.
    pub(super) fn row(&self, object: ObjectId, field: &str, step: StepId) -> Option<&Row> {
        let mut rows = self.rows.get(&(object, field.to_owned()))?.iter();
        rows.find(|row| row.step == step)
    }

    /// Returns the newest row of an object that has a value.
    pub(super) fn newest(&self, object: ObjectId) -> Option<&Row> {
        let fields = self.rows.range((object, String::new())..);
        let own = fields.take_while(|((of, _), _)| *of == object);
        let rows = own.flat_map(|(_, rows)| rows);
        rows.filter(|row| row.value.is_some())
            .max_by_key(|row| row.step)
    }

    /// Returns how an object was removed.
    pub(super) fn removal(&self, object: ObjectId) -> Option<&Remains> {
        self.removals.get(&object)
    }
}

impl Workspace {
    pub(super) fn written_of(&self, document: &Document) -> Result<Written, Error> {
        let mut rows: BTreeMap<_, Vec<Row>> = BTreeMap::new();
        for row in self.store.rows(document.id)? {
            let place = (row.obj, row.field.clone());
            rows.entry(place).or_default().push(row);
        }
        let is_removed = document
            .objects()
            .any(|object| document.is_removed(object.id));
        let remains = if is_removed {
            self.store.remains(document.id)?
        } else {
            Vec::new()
        };
        let removals = remains
            .into_iter()
            .filter(|found| found.field == system::KIND);
        Ok(Written {
            rows,
            removals: removals.map(|found| (found.obj, found)).collect(),
        })
    }
}
