//! Files outside the workspace: pictures that come in, and other programs that show what went out.

use std::{
    fs,
    io::ErrorKind,
    path::Path,
    process::{Command, Stdio},
    thread,
};

use tempfile::TempDir;
use workspace::Error;

use crate::error::ApiError;

/// Returns a file's bytes.
pub fn read(path: &Path) -> Result<Vec<u8>, ApiError> {
    fs::read(path).map_err(|error| io(path, error))
}

/// Makes a folder for passing files, which goes when it is dropped. Nobody else can read what lies in it.
pub fn passing_folder() -> Result<TempDir, ApiError> {
    let folder = tempfile::Builder::new().prefix("missiv-").tempdir();
    folder.map_err(|error| io(&std::env::temp_dir(), error))
}

/// Makes a folder.
pub fn make_folder(path: &Path) -> Result<(), ApiError> {
    fs::create_dir(path).map_err(|error| io(path, error))
}

fn io(path: &Path, error: std::io::Error) -> ApiError {
    let path = path.to_owned();
    Error::Io { path, error }.into()
}

/// Does what takes seconds on a thread of its own, so that neither the window nor the open workspace waits for it.
pub async fn slowly<T: Send + 'static>(
    piece: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    let done = tauri::async_runtime::spawn_blocking(piece).await;
    done.unwrap_or_else(|_| Err(ApiError::internal()))
}

/// Lets the system show a file, or the folder that it lies in, with the program that it has for it.
///
/// # Errors
/// The system has no program that opens files, or it does not start.
pub fn show(path: &Path, in_folder: bool) -> Result<(), ApiError> {
    let shown = if in_folder {
        path.parent().unwrap_or(path)
    } else {
        path
    };
    show_with(OPENER, shown)
}

fn show_with(opener: &str, shown: &Path) -> Result<(), ApiError> {
    let started = Command::new(opener)
        .arg(shown)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut started = started.map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            ApiError::no_opener(&shown.file_name().unwrap_or_default().to_string_lossy())
        }
        _ => io(shown, error),
    })?;
    // Somebody has to ask how it ended, or the system keeps a place for it as long as this program runs.
    thread::spawn(move || started.wait());
    Ok(())
}

/// The system's own program that opens a file as a double click does.
const OPENER: &str = if cfg!(windows) {
    "explorer"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_nothing_opens_files_that_is_said_and_not_that_the_file_is_gone() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let error = show_with("no-program-has-this-name", file.path()).unwrap_err();
        let name = file.path().file_name().unwrap().to_string_lossy();
        assert_eq!(error.code, "no-opener");
        assert!(error.message.contains(&*name), "{}", error.message);
        assert_eq!(error.hints.len(), 1);
    }
}
