//! Whether the file that is open still stands where it was opened.
//!
//! On Unix a file that is open can be taken away, moved or replaced, as a program that syncs folders does; what is written then goes
//! into a file that nobody finds again. Windows does not let go of a file that SQLite has open.

use std::io;
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
