//! Forgetting a person of the group: what stands about them goes, in this file and after every merge.

use std::fs;

use serde_json::json;
use store::{Stamp, StepHeader};

use crate::error::Error;
use crate::{Outcome, Workspace, clock};

impl Workspace {
    /// Takes everything that was ever written about a person of the group out of the file, history included. It cannot be
    /// undone, and it reaches the colleagues' copies when they are merged. Editions stay as they were handed in and adopted, and
    /// what is written about the person in running text stays too. Back-ups are files of their own: see
    /// [`Workspace::remove_back_ups`].
    ///
    /// # Errors
    /// Nobody in the group is called so, or several are; or the file can only be read.
    pub fn purge(&mut self, person: &str) -> Result<Outcome, Error> {
        let object = self.find_person(person)?;
        // Nobody's to undo.
        let stamp = Stamp {
            run: clock::new_run(),
            author: self.author.filter(|author| *author != object),
            ..self.stamp()
        };
        let header = StepHeader {
            stamp,
            op: "purge",
            args: json!({ "object": object }),
        };
        let changes = self.store.purge(&header, object)?;
        self.author = stamp.author;
        self.found.take();
        Ok(Outcome { object, changes })
    }

    /// Returns how papers name the person of the group whom a user means.
    ///
    /// # Errors
    /// Nobody in the group is called so, or several are.
    pub fn person_name(&self, person: &str) -> Result<String, Error> {
        Ok(self.author_name(self.find_person(person)?))
    }

    /// Makes a new back-up and removes all older ones, which hold what was taken out of the file since. Returns how many went.
    ///
    /// # Errors
    /// The disk refuses; those that could not be removed are still there.
    pub fn remove_back_ups(&self) -> Result<usize, Error> {
        let newest = self.back_up()?;
        let mut removed = 0;
        for old in self.back_ups()? {
            if old.path != newest.path {
                fs::remove_file(&old.path).map_err(|error| Error::io(&old.path, error))?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}
