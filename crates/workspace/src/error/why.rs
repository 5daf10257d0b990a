//! Why something was refused, as the locale tells the sentences apart.

use std::io::ErrorKind;

/// Why what came on standard input cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is longer than any text.
    TooLong,
    /// It is not UTF-8.
    NotText,
    /// There is nothing in it: a command before a pipe that failed must not empty a field.
    Empty,
}

impl Unfit {
    /// Returns the code of the error.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::TooLong => "stdin-too-long",
            Self::NotText => "stdin-not-text",
            Self::Empty => "stdin-empty",
        }
    }
}

/// Returns why the file system refused.
pub(super) fn why(error: &std::io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "permission",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::IsADirectory => "folder",
        ErrorKind::NotADirectory => "not-folder",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "busy",
        _ => "other",
    }
}
