//! Why something could not be done. The variants hold data; the words a user reads stand in the interface.

use model::id::{ObjectId, WorkspaceId};

use crate::{Fault, Sha256, WhyReadOnly};

/// Why a workspace file could not be opened or made. The file on disk is as it was.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("no such file")]
    Missing,
    /// A file stands where a new one was to be made.
    #[error("the file exists")]
    Exists,
    /// The file holds nothing at all, as after a failed download.
    #[error("the file is empty")]
    Empty,
    /// The file is not an SQLite database, or not a file.
    #[error("not an SQLite database")]
    NotSqlite,
    /// The file is a database of another program.
    #[error("a database of another program ({application_id:#x}, version {version})")]
    NotOurs {
        /// What the file says it belongs to.
        application_id: i32,
        /// The version it states.
        version: i32,
    },
    /// The file is ours, but parts of it cannot be read.
    #[error("the file is damaged: {report:?}")]
    Damaged {
        /// What SQLite's own check reported, for a log.
        report: Vec<String>,
    },
    /// The file says it is ours, but its tables or triggers are not those of its version.
    #[error("unexpected tables or triggers: {objects:?}")]
    Altered {
        /// The names of those that are missing, foreign or different.
        objects: Vec<String>,
    },
    /// The file was made by a newer program, and this one cannot even read it.
    #[error("a newer file (version {version})")]
    Newer {
        /// The version it states.
        version: i32,
    },
    /// Another program wrote the whole time, so that no consistent copy could be made.
    #[error("the file does not come to rest")]
    Restless,
    /// The disk or the system refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// SQLite refused.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
}

/// Why a read or a write could not be done. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The store is a private copy that nothing can be written to.
    #[error("the workspace is open for reading only: {0:?}")]
    ReadOnly(WhyReadOnly),
    /// The file has been moved, taken away or replaced since it was opened.
    #[error("the workspace file is no longer where it was opened")]
    Moved,
    /// One step sets the same field twice.
    #[error("{obj}.{field} is set twice in one step")]
    SetTwice {
        /// The object.
        obj: ObjectId,
        /// Its field.
        field: String,
    },
    /// The newest step of the file has the greatest id there is, so that no step can come after it.
    #[error("no id is left for a new step")]
    NoIdLeft,
    /// A blob's bytes are not those that were stored.
    #[error("blob {sha256} is damaged")]
    BlobDamaged {
        /// The blob that was asked for.
        sha256: Sha256,
    },
    /// A copy would have replaced the workspace file itself.
    #[error("a copy cannot replace the file it is made from")]
    OntoItself,
    /// A copy would have replaced what is nowhere else.
    #[error("something stands there: {by:?}")]
    Occupied {
        /// What stands there.
        by: OccupiedBy,
    },
    /// The disk or the system refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// SQLite refused, or a row could not be read as what it should be.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
}

impl StoreError {
    /// Returns whether SQLite cannot make out the open file any more: something else has written into it. No
    /// [`StoreError::is_damage`]: by that a merge tells that the other's file is at fault.
    #[must_use]
    pub fn is_corrupt(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        matches!(self, Self::Sqlite(error)
            if matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase)))
    }

    /// Returns whether what stands in the file cannot be read as what it should be; else the disk or a rule refused.
    #[must_use]
    pub const fn is_damage(&self) -> bool {
        use rusqlite::Error::{
            FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType,
        };
        matches!(
            self,
            Self::BlobDamaged { .. }
                | Self::Sqlite(
                    FromSqlConversionFailure(..)
                        | InvalidColumnType(..)
                        | IntegralValueOutOfRange(..)
                )
        )
    }
}

/// What a copy would have replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OccupiedBy {
    /// Another workspace, or no workspace file at all.
    Another,
    /// A copy of this workspace that somebody has written in since.
    News,
    /// A copy of this workspace that another program has open.
    AProgram,
}

/// Why no file was made from a [dump](crate::dump::Dump).
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The dump states a format that this program does not know.
    #[error("unknown dump format {found}")]
    Format {
        /// The format it states.
        found: u32,
    },
    /// Rows that cannot be taken in: all of them at once.
    #[error("{} malformed rows", .0.len())]
    Malformed(Vec<Fault>),
    /// The file could not be made.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// Why another file was not taken in. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    /// The other file is missing, damaged, newer or not ours.
    #[error("the other file: {0}")]
    Other(#[from] OpenError),
    /// The other file holds another workspace.
    #[error("the other file holds another workspace ({found})")]
    AnotherWorkspace {
        /// The workspace it holds.
        found: WorkspaceId,
    },
    /// The own file could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for MergeError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<rusqlite::Error> for RestoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Open(error.into())
    }
}

impl From<std::io::Error> for RestoreError {
    fn from(error: std::io::Error) -> Self {
        Self::Open(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    #[test]
    fn a_file_that_cannot_be_made_out_is_told_from_a_disk_that_refuses() {
        let of = |code| {
            let cause = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            StoreError::Sqlite(cause).is_corrupt()
        };
        assert!(of(ffi::SQLITE_CORRUPT) && of(ffi::SQLITE_NOTADB));
        assert!(!of(ffi::SQLITE_FULL) && !of(ffi::SQLITE_IOERR) && !of(ffi::SQLITE_BUSY));
        assert!(!StoreError::NoIdLeft.is_corrupt());
    }
}
