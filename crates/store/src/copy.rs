//! Copies of the file: a private one of a file that is not ours to write to, and a closed one to hand over.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags};
use tempfile::{NamedTempFile, TempDir};

use crate::error::OccupiedBy;
use crate::open::is_held;
use crate::{OpenError, Store, StoreError};

/// A commit takes milliseconds; one that takes this many looks belongs to a program that hangs.
const LOOKS: u32 = 60;
const PAUSE: Duration = Duration::from_millis(25);

impl Store {
    /// Writes a closed single-file copy of the workspace to `path`. Only an older copy of it may stand there.
    ///
    /// # Errors
    /// [`StoreError::Occupied`] when something would be lost with what stands there, else as [`Store::put_at`].
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        let path = &std::path::absolute(path)?;
        self.refuse_own(path)?;
        if path.is_file() {
            self.refuse_to_lose(path)?;
        }
        self.put_at(path)
    }

    /// Writes a closed single-file copy of the workspace to `path`, and replaces whatever stood there.
    ///
    /// The copy appears under its name when it is complete and on the disk.
    ///
    /// # Errors
    /// [`StoreError::OntoItself`] when `path` is the open file, else what the disk or SQLite answers.
    pub fn put_at(&self, path: &Path) -> Result<(), StoreError> {
        let path = &std::path::absolute(path)?;
        self.refuse_own(path)?;
        let file = beside(path)?;
        // The bytes as they are: a path need not be valid text.
        let target = ValueRef::Text(file.path().as_os_str().as_encoded_bytes());
        self.db
            .execute("VACUUM INTO ?1", [ToSqlOutput::Borrowed(target)])?;
        settle(&file, path)?;
        file.persist(path).map_err(|refused| refused.error)?;
        Ok(sync_folder(path)?)
    }
}

impl Store {
    fn refuse_own(&self, path: &Path) -> Result<(), StoreError> {
        let is_own = fs::canonicalize(path)
            .is_ok_and(|target| fs::canonicalize(&self.path).is_ok_and(|own| own == target));
        if is_own {
            return Err(StoreError::OntoItself);
        }
        Ok(())
    }

    /// Only an older copy of this very workspace may be replaced: all that it holds is here too.
    fn refuse_to_lose(&self, path: &Path) -> Result<(), StoreError> {
        let occupied = |by| Err(StoreError::Occupied { by });
        let Ok(other) = Self::guest(path) else {
            return occupied(OccupiedBy::Another);
        };
        if other.id != self.id {
            return occupied(OccupiedBy::Another);
        }
        if read_journal(path)?.is_empty() && is_held(path) {
            return occupied(OccupiedBy::AProgram);
        }
        let mut known = self.db.prepare("SELECT count(*) FROM step WHERE id = ?1")?;
        let mut theirs = other.db.prepare("SELECT id FROM step")?;
        let ids = theirs.query_map([], |row| row.get::<_, String>(0))?;
        for id in ids {
            if known.query_row([id?], |row| row.get::<_, i64>(0))? == 0 {
                return occupied(OccupiedBy::News);
            }
        }
        Ok(())
    }
}

/// Returns an empty file in the folder of `path`, to be renamed when it is complete.
pub(crate) fn beside(path: &Path) -> std::io::Result<NamedTempFile> {
    tempfile::Builder::new()
        .prefix(".missiv-")
        .tempfile_in(folder(path))
}

/// Gives a complete file its name, if nothing has that name.
pub(crate) fn publish_new(file: NamedTempFile, path: &Path) -> Result<(), OpenError> {
    if path.exists() {
        return Err(OpenError::Exists);
    }
    settle(&file, path)?;
    file.persist_noclobber(path)
        .map_err(|refused| match refused.error.kind() {
            std::io::ErrorKind::AlreadyExists => OpenError::Exists,
            _ => refused.error.into(),
        })?;
    Ok(sync_folder(path)?)
}

/// Copies a file that another program may be writing to, and returns where the copy stands.
///
/// A journal holds what a commit under way overwrites. If it stayed the same while the file was read, SQLite can
/// roll the copy back to how the file was before that commit. If there was none, two equal looks in a row show
/// that no commit came between.
///
/// A write-ahead log holds what another program has written and not yet put into the file: without it the copy would
/// be silently old.
pub(crate) fn private(path: &Path) -> Result<(TempDir, PathBuf), OpenError> {
    if fs::metadata(beside_named(path, "-wal")).is_ok_and(|found| found.len() > 0) {
        return Err(OpenError::Restless);
    }
    let mut calm = None;
    for _ in 0..LOOKS {
        let before = read_journal(path)?;
        let file = glance(path)?.serialize("main")?.to_vec();
        if read_journal(path)? != before {
            calm = None;
            thread::sleep(PAUSE);
        } else if before.is_empty() && calm.as_ref() != Some(&file) {
            calm = Some(file);
        } else {
            return Ok(keep(&file, &before)?);
        }
    }
    Err(OpenError::Restless)
}

/// Opens a file to look at what it holds at this moment, without regard to locks.
///
/// Never read a workspace file with `std::fs`: POSIX drops every lock that a process has on a file when the
/// process closes any handle to it, so the look would unlock a store that is open in this very process. SQLite
/// knows of its own locks and closes late.
pub(crate) fn glance(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(uri(path), flags)?;
    // In the middle of a commit the file may be shorter than its first page says. Only a connection that might
    // repair schemas takes that as it is; nothing is repaired here.
    db.pragma_update(None, "writable_schema", true)?;
    Ok(db)
}

/// Returns the journal beside a file; none is as good as an empty one.
fn read_journal(path: &Path) -> std::io::Result<Vec<u8>> {
    match fs::read(journal(path)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        read => read,
    }
}

fn keep(file: &[u8], journal_bytes: &[u8]) -> std::io::Result<(TempDir, PathBuf)> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("workspace");
    fs::write(&path, file)?;
    fs::write(journal(&path), journal_bytes)?;
    Ok((folder, path))
}

/// Makes a complete file ready for its name: it is on the disk, and no journal of an earlier file waits for it.
fn settle(file: &NamedTempFile, path: &Path) -> std::io::Result<()> {
    file.as_file().sync_all()?;
    match fs::remove_file(journal(path)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Makes a rename last through a power cut. Windows does so by itself, and has no handle to a folder to ask with.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        File::open(folder(path))?.sync_all()
    } else {
        Ok(())
    }
}

fn folder(path: &Path) -> &Path {
    path.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

fn journal(path: &Path) -> PathBuf {
    beside_named(path, "-journal")
}

fn beside_named(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Returns the path as SQLite's URI, with which a file can be opened beside its locks.
fn uri(path: &Path) -> String {
    let mut uri = String::from("file:///");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                uri.push(char::from(*byte));
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri + "?immutable=1"
}
