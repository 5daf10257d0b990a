//! Whether the file that is open still stands where it was opened.
//!
//! On Unix a file that is open can be taken away, moved or replaced, as a program that syncs folders does; what is written then goes
//! into a file that nobody finds again. Windows does not let go of a file that SQLite has open. Anywhere it can be written over
//! where it stands; SQLite, which has its pages in memory, would go on as if nothing had happened.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// What tells a file from every other one, as far as the system lets it be exchanged while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    #[cfg(unix)]
    device: u64,
    #[cfg(unix)]
    inode: u64,
}

impl Identity {
    /// Returns that of the file at a path.
    ///
    /// # Errors
    /// There is none, or it cannot be asked for.
    #[cfg(unix)]
    pub fn of(path: &Path) -> io::Result<Self> {
        use std::os::unix::fs::MetadataExt;
        let found = path.metadata()?;
        Ok(Self {
            device: found.dev(),
            inode: found.ino(),
        })
    }

    /// Returns that of the file at a path.
    ///
    /// # Errors
    /// There is none, or it cannot be asked for.
    #[cfg(not(unix))]
    pub fn of(path: &Path) -> io::Result<Self> {
        path.metadata().map(|_| Self {})
    }
}

/// The first bytes of a file that is open. The file stays open with them: on Unix, whoever opens it once more and closes it takes away
/// the locks that SQLite holds.
#[derive(Debug)]
pub struct Head {
    file: File,
    bytes: Bytes,
}

/// The part of SQLite's header that no write changes: that it is a database, and how large its pages are.
type Bytes = [u8; 24];

impl Head {
    /// Reads the head of the file at a path.
    ///
    /// # Errors
    /// There is none, it is shorter, or it cannot be read.
    pub fn of(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let bytes = read(&file)?;
        Ok(Self { file, bytes })
    }

    /// Returns whether the file still begins as it did: a look of microseconds.
    pub fn stands(&self) -> bool {
        read(&self.file).is_ok_and(|now| now == self.bytes)
    }
}

fn read(mut file: &File) -> io::Result<Bytes> {
    let mut bytes = Bytes::default();
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}
