//! What lies ready while somebody types: the document as the file has it, with all that its paper needs.
//!
//! A key press changes one value. The template, the profile, the group and the papers that are followed are what they were at the
//! press before, until something is written; only the document's own tree and its paper are made anew.

use std::rc::Rc;

use chrono::NaiveDate;
use model::id::ObjectId;
use store::Set;

use crate::Workspace;
use crate::error::Error;
use crate::load::Loaded;

/// A loaded document with what it was loaded at.
#[derive(Debug)]
pub(crate) struct Ready {
    id: ObjectId,
    /// How many rows had been written.
    version: u64,
    /// The day it is seen from.
    today: NaiveDate,
    loaded: Rc<Loaded>,
}

impl Workspace {
    /// Returns a document as the file has it; the one that was asked for last, where nothing has been written since.
    pub(crate) fn ready(&self, id: ObjectId) -> Result<Rc<Loaded>, Error> {
        let (version, today) = (self.store.version(), self.today());
        if let Some(ready) = &*self.ready.borrow()
            && (ready.id, ready.version, ready.today) == (id, version, today)
        {
            return Ok(Rc::clone(&ready.loaded));
        }
        let loaded = Rc::new(self.load(id)?);
        *self.ready.borrow_mut() = Some(Ready {
            id,
            version,
            today,
            loaded: Rc::clone(&loaded),
        });
        Ok(loaded)
    }

    /// Loads a document as it would be with `sets` written, from the same as the file has it.
    pub(crate) fn load_typed(&self, ready: &Loaded, sets: &[Set]) -> Result<Loaded, Error> {
        let id = ready.document.id;
        // The group's own words stand in every paper, its own too; and what a document pins decides all else.
        let pins = sets
            .iter()
            .any(|set| set.obj == id && set.field.starts_with('@'));
        if pins || self.is_group(id) {
            return self.load_with(id, sets);
        }
        self.load_beside(ready, sets)
    }
}
