//! Opening a file: is it ours, is it whole, and may we write to it?

use std::fs;
use std::path::Path;
use std::time::Duration;

use model::id::WorkspaceId;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use serde::Serialize;

use crate::identity::{Head, Identity};
use crate::{OpenError, Store, copy, live, schema};

/// Whether a store can be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// The file is ours alone until the store is dropped.
    ReadWrite,
    /// The store reads a private copy of the file as it was when it was opened.
    ReadOnly(WhyReadOnly),
}

/// Why a file is only read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyReadOnly {
    /// A newer program made it, and ours could harm what it does not know.
    Newer {
        /// The version the file states.
        version: i32,
    },
    /// Another program, or another window of this one, has it open.
    Locked,
    /// The file or its folder is write-protected.
    Permission,
    /// The disk has no room for what a write needs beside the file.
    Full,
    /// It is a back-up, which is to stay as it is.
    BackUp,
}

/// How long another program may hold the file for a glance, as a virus scanner or a back-up does.
const PATIENCE: Duration = Duration::from_millis(250);

/// How many statements stay prepared: more than this crate has.
const STATEMENTS: usize = 64;

/// How much of the file is held in memory, in KiB: all of it, for most. It is read whole as it is opened.
const CACHE: i32 = 32 << 10;

impl Store {
    /// Makes a workspace file and opens it. The file appears under its name when it is complete.
    ///
    /// # Errors
    /// [`OpenError::Exists`] when something stands there already, else what [`Store::open`] answers.
    pub fn create(path: &Path, id: WorkspaceId) -> Result<Self, OpenError> {
        let path = &std::path::absolute(path)?;
        let file = copy::beside(path)?;
        schema::make(&mut Connection::open(file.path())?, id)?;
        copy::publish_new(file, path)?;
        Self::open(path)
    }

    /// Opens a workspace file and locks it.
    ///
    /// A newer, locked or write-protected file is opened as a private copy that can only be read. Where `live` contradicts the
    /// log it is derived anew first.
    ///
    /// # Errors
    /// The file is missing, empty, damaged or not ours; see [`OpenError`]. It is left as it was.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        Self::open_with(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
    }

    /// Opens a private copy of a back-up: whoever looks into one does not go on in it by mistake.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_back_up(path: &Path) -> Result<Self, OpenError> {
        let path = &std::path::absolute(path)?;
        Self::open_copy(path, peek(path)?, WhyReadOnly::BackUp)
    }

    /// `flags` are a test's way to a write-protected file, for permissions do not bind an administrator.
    fn open_with(path: &Path, flags: OpenFlags) -> Result<Self, OpenError> {
        // SQLite would take a relative path that begins with `file:` for an address.
        let path = &std::path::absolute(path)?;
        let version = peek(path)?;
        if version > schema::VERSION {
            return Self::open_copy(path, version, WhyReadOnly::Newer { version });
        }
        let db = match connect(path, flags).and_then(|db| lock(&db).map(|()| db)) {
            Ok(db) => db,
            Err(error) => return Self::open_copy(path, version, why_read_only(error)?),
        };
        db.pragma_update(None, "cache_size", -CACHE)?;
        let id = check(&db, version)?;
        db.pragma_update(None, "journal_mode", "TRUNCATE")?;
        db.pragma_update(None, "synchronous", "FULL")?;
        if let Err(error) = rehearse(&db).and_then(|()| live::mend(&db)) {
            let why = why_read_only(error)?;
            drop(db);
            return Self::open_copy(path, version, why);
        }
        Ok(Self {
            db,
            id,
            access: Access::ReadWrite,
            identity: Identity::of(path)?,
            head: Some(Head::of(path)?),
            path: path.to_owned(),
            _copy: None,
        })
    }

    /// Returns whether a file says that it is a workspace file. It is looked at without regard to locks.
    #[must_use]
    pub fn is_workspace(path: &Path) -> bool {
        std::path::absolute(path).is_ok_and(|path| peek(&path).is_ok())
    }

    /// Opens a private copy of a file from elsewhere, which is ours to the last trigger or refused.
    pub(crate) fn guest(path: &Path) -> Result<Self, OpenError> {
        let path = &std::path::absolute(path)?;
        let version = peek(path)?;
        if version > schema::VERSION {
            return Err(OpenError::Newer { version });
        }
        Self::open_copy(path, version, WhyReadOnly::Permission)
    }

    fn open_copy(path: &Path, version: i32, why: WhyReadOnly) -> Result<Self, OpenError> {
        let (folder, file) = copy::private(path)?;
        // A commit that was cut short is rolled back, which only a connection that may write can do.
        let recovered = connect(&file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let id = check(&recovered, version)?;
        if version <= schema::VERSION {
            live::mend(&recovered).map_err(unreadable)?;
        }
        drop(recovered);
        let db = connect(&file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        Ok(Self {
            db,
            id,
            access: Access::ReadOnly(why),
            identity: Identity::of(&file)?,
            head: None,
            path: path.to_owned(),
            _copy: Some(folder),
        })
    }
}

/// Returns the version of a file that says it is ours, without a lock and without a change to the file.
fn peek(path: &Path) -> Result<i32, OpenError> {
    let found = fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => OpenError::Missing,
        _ => error.into(),
    })?;
    if !found.is_file() {
        return Err(OpenError::NotSqlite);
    }
    // A single byte is nothing too: old versions of SQLite left it in files they had only opened.
    if found.len() <= 1 {
        return Err(OpenError::Empty);
    }
    let db = copy::glance(path)?;
    let number = |name| {
        db.pragma_query_value(None, name, |row| row.get(0))
            .map_err(unreadable)
    };
    let (application_id, version) = (number("application_id")?, number("user_version")?);
    if application_id != schema::APPLICATION_ID || version < 1 {
        return Err(OpenError::NotOurs {
            application_id,
            version,
        });
    }
    Ok(version)
}

fn connect(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    db.busy_timeout(PATIENCE)?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    // Else each new value that is bound has its statement prepared again, in case it makes for a better plan.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "foreign_keys", true)?;
    Ok(db)
}

/// Whether another program has the file open, as far as its locks tell.
pub(crate) fn is_held(path: &Path) -> bool {
    let held = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .and_then(|db| db.execute_batch("BEGIN EXCLUSIVE; COMMIT"));
    held.is_err_and(|error| {
        matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)
        )
    })
}

/// Takes the lock and keeps it. Exclusive mode alone would take it at the first write only.
fn lock(db: &Connection) -> rusqlite::Result<()> {
    db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    if db.is_readonly("main")? {
        return Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_READONLY),
            None,
        ));
    }
    db.execute_batch("BEGIN EXCLUSIVE; COMMIT")
}

/// Writes and takes it back: a folder that allows no journal shows at the first write, and that must not be a user's.
fn rehearse(db: &Connection) -> rusqlite::Result<()> {
    let tx = db.unchecked_transaction()?;
    // Another value: SQLite makes no journal for what changes no byte.
    tx.execute("UPDATE workspace SET id = ''", [])?;
    tx.rollback()
}

/// Returns the id of a workspace whose file is whole and has the tables of its version.
fn check(db: &Connection, version: i32) -> Result<WorkspaceId, OpenError> {
    let report = quick_check(db).map_err(unreadable)?;
    if report != ["ok"] {
        return Err(OpenError::Damaged { report });
    }
    if lacks_steps(db).map_err(unreadable)? {
        return Err(OpenError::Damaged {
            report: vec!["foreign_key_check".to_owned()],
        });
    }
    if version > schema::VERSION {
        if !schema::readable(db) {
            return Err(OpenError::Newer { version });
        }
    } else {
        let objects = schema::differences(db)?;
        if !objects.is_empty() {
            return Err(OpenError::Altered { objects });
        }
    }
    db.query_row("SELECT id FROM workspace", [], |row| {
        crate::column::parsed(row, "id")
    })
    .map_err(|error| OpenError::Damaged {
        report: vec![error.to_string()],
    })
}

/// Whether some row names a step that is not there: a part of the file is gone.
fn lacks_steps(db: &Connection) -> rusqlite::Result<bool> {
    db.prepare("PRAGMA foreign_key_check")?.exists([])
}

fn quick_check(db: &Connection) -> rusqlite::Result<Vec<String>> {
    db.prepare("PRAGMA quick_check")?
        .query_map([], |row| row.get(0))?
        .collect()
}

fn why_read_only(error: rusqlite::Error) -> Result<WhyReadOnly, OpenError> {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Ok(WhyReadOnly::Locked),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            Ok(WhyReadOnly::Permission)
        }
        Some(ErrorCode::DiskFull) => Ok(WhyReadOnly::Full),
        _ => Err(unreadable(error)),
    }
}

fn unreadable(error: rusqlite::Error) -> OpenError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::NotSqlite,
        Some(ErrorCode::DatabaseCorrupt) => OpenError::Damaged {
            report: vec![error.to_string()],
        },
        _ => OpenError::Sqlite(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;
    use std::path::PathBuf;
    use uuid::Uuid;

    const WORKSPACE: WorkspaceId = WorkspaceId(Uuid::from_u128(7));

    #[test]
    fn a_write_protected_file_is_read_from_a_copy() {
        let (_folder, path) = new_file();
        let before = fs::read(&path).unwrap();
        let store = open_protected(&path);
        assert_eq!(
            (store.access(), store.id()),
            (Access::ReadOnly(WhyReadOnly::Permission), WORKSPACE)
        );
        assert!(fs::read(&path).unwrap() == before);
    }

    #[test]
    fn a_commit_cut_short_in_a_write_protected_file_is_rolled_back_in_the_copy() {
        let (_folder, path) = new_file();
        let length = fs::metadata(&path).unwrap().len() as usize;
        let db = Connection::open(&path).unwrap();
        db.execute_batch("BEGIN; UPDATE workspace SET id = hex(randomblob(9000))")
            .unwrap();
        db.cache_flush().unwrap();
        let journal = path.with_extension("missiv-journal");
        let (mut half_written, half_journal) =
            (fs::read(&path).unwrap(), fs::read(&journal).unwrap());
        drop(db);
        // A commit writes the first page first: it tells of pages that never came.
        let pages = u32::try_from(half_written.len() / 4096).unwrap();
        assert!(half_written.len() > length);
        half_written.truncate(length);
        half_written[28..32].copy_from_slice(&pages.to_be_bytes());
        fs::write(&path, &half_written).unwrap();
        fs::write(&journal, &half_journal).unwrap();
        assert_eq!(open_protected(&path).id(), WORKSPACE);
        assert!(
            fs::read(&path).unwrap() == half_written && fs::read(&journal).unwrap() == half_journal
        );
    }

    #[test]
    fn a_private_copy_goes_with_its_store() {
        let (_folder, path) = new_file();
        let store = open_protected(&path);
        let copy = PathBuf::from(store.db.path().unwrap());
        assert!(copy.exists() && copy != path);
        drop(store);
        assert!(!copy.exists());
    }

    #[test]
    fn a_statement_is_prepared_once_for_all_values() {
        let (_folder, path) = new_file();
        let store = Store::open(&path).unwrap();
        for number in 0..3 {
            let id = model::id::ObjectId(Uuid::from_u128(number));
            assert_eq!(store.value(id, id, "title").unwrap(), None);
        }
        let query = store.db.prepare_cached(include_str!("lookup/value.sql"));
        let query = query.unwrap();
        assert_eq!(query.get_status(StatementStatus::Run), 3);
        assert_eq!(query.get_status(StatementStatus::RePrepare), 0);
    }

    fn new_file() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gruppen.missiv");
        drop(Store::create(&path, WORKSPACE).unwrap());
        (folder, path)
    }

    fn open_protected(path: &Path) -> Store {
        Store::open_with(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
    }
}
