//! The workspace file: an append-only log of field changes in SQLite.
//!
//! A [`Store`] is one open file. A [step](Store::step) is the only way to change a field; it answers with what
//! it touched. What a document reads now is its live rows ([`Store::rows`]); a field with several different
//! live values is a conflict ([`Store::conflicts`]), which is a value like any other. History, undo and redo
//! are read from the same two tables.
//!
//! Operation codes, their arguments, field names and values are opaque here: what they mean stands in `model`.
//! No clock is read: the moment of a step is an argument.

mod base;
mod blob;
mod column;
mod copy;
pub mod dump;
mod edition;
mod error;
mod history;
mod identity;
mod index;
mod live;
mod lookup;
mod merge;
mod newid;
mod open;
mod past;
mod purge;
mod read;
mod remains;
mod restore;
mod schema;
mod step;
mod undo;

use model::id::WorkspaceId;
use rusqlite::{Connection, Transaction};

pub use blob::{Blob, MOST_BLOB, NotSha256, Sha256};
pub use edition::{Edition, Kind};
pub use error::{MergeError, OccupiedBy, OpenError, RestoreError, StoreError};
pub use history::{Edit, Entry, Filter};
pub use index::Index;
pub use merge::Merged;
pub use open::{Access, WhyReadOnly};
pub use past::{Moment, Past};
pub use read::{Conflict, Removed, Row};
pub use remains::Remains;
pub use restore::{Fault, Problem, Table};
pub use step::{Changes, Place, Set, Stamp, StepHeader};
pub use undo::Action;

/// One open workspace file, locked against every other program for as long as the value lives.
///
/// A file that cannot be written to is read from a private copy; [`Store::access`] says so and why.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    id: WorkspaceId,
    access: Access,
    path: std::path::PathBuf,
    identity: identity::Identity,
    /// Of a file that can be written to. Declared after `db`: closed before it, it would take SQLite's locks along.
    head: Option<identity::Head>,
    /// Removed with the store; declared after `db`, for an open file cannot be removed everywhere.
    _copy: Option<tempfile::TempDir>,
}

impl Store {
    /// Returns the identity of the workspace that the file holds.
    #[must_use]
    pub fn id(&self) -> WorkspaceId {
        self.id
    }

    /// Returns whether the file can be written to, and if not, why.
    #[must_use]
    pub fn access(&self) -> Access {
        self.access
    }

    /// Returns how many rows have been written since the file was opened: as long as it is the same, so is all that can be read.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.db.total_changes()
    }

    /// Returns whether the file still stands where it was opened, and is the database that it was.
    fn is_in_place(&self) -> bool {
        let is_same = identity::Identity::of(&self.path).is_ok_and(|now| now == self.identity);
        is_same && self.head.as_ref().is_none_or(identity::Head::stands)
    }

    /// Begins the transaction of one write. Everything that writes goes through here, so a private copy refuses it.
    fn begin(&mut self) -> Result<Transaction<'_>, StoreError> {
        match self.access {
            // What is written into a file that is no longer at its place, or no longer a database, would be lost with it.
            Access::ReadWrite if !self.is_in_place() => Err(StoreError::Moved),
            Access::ReadWrite => Ok(self.db.transaction()?),
            Access::ReadOnly(why) => Err(StoreError::ReadOnly(why)),
        }
    }
}

/// While a store is open it keeps its journal, emptied. Once it is closed a person should find one file in the folder;
/// what cannot be cleared away now does no harm.
impl Drop for Store {
    fn drop(&mut self) {
        if self.access == Access::ReadWrite {
            let _ = self.db.pragma_update(None, "locking_mode", "NORMAL");
            let _ = self.db.pragma_update(None, "journal_mode", "DELETE");
        }
    }
}
