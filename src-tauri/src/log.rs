//! What the program did, for those who help when something went wrong: a small file that holds no one's words.

use std::{
    fmt::Write as _,
    fs::{self, File, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

/// How large the file becomes before a new one is begun, in bytes. The one before it is kept and no other.
const MOST: u64 = 256 * 1024;

/// The log. A line is a moment, a word and numbers; the words are the code's own (`'static`), so that no text of a
/// document, no name and no path can come into it. What cannot be written is left out: nobody waits for a log.
pub struct Log {
    folder: PathBuf,
    file: Mutex<Option<(File, u64)>>,
}

impl Log {
    /// Returns the log that stands in a folder, which is made where it is missing.
    pub fn in_folder(folder: &Path) -> Self {
        let _ = fs::create_dir_all(folder);
        Self {
            file: Mutex::new(open(folder)),
            folder: folder.to_owned(),
        }
    }

    /// Returns where the log stands, and the crash files beside it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes that something happened.
    pub fn tell(&self, what: &'static str, numbers: &[(&'static str, u64)]) {
        let mut line = format!("{} {what}", workspace::moment());
        for (name, number) in numbers {
            // Writing to a string cannot fail.
            let _ = write!(line, " {name}={number}");
        }
        line.push('\n');
        // A panic while the log was held has hurt no more than its own line.
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if file.as_ref().is_some_and(|(_, size)| *size > MOST) {
            *file = open(&self.folder);
        }
        if let Some((file, size)) = &mut *file
            && file.write_all(line.as_bytes()).is_ok()
        {
            *size += line.len() as u64;
        }
    }
}

/// Opens the file to write on; one that is full becomes the one before.
fn open(folder: &Path) -> Option<(File, u64)> {
    let path = folder.join("missiv.log");
    let size = |path: &Path| path.metadata().map_or(0, |metadata| metadata.len());
    if size(&path) > MOST {
        let _ = fs::rename(&path, folder.join("missiv.before.log"));
    }
    let file = OpenOptions::new().create(true).append(true).open(&path);
    Some((file.ok()?, size(&path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(folder: &Path) -> u64 {
        let files = fs::read_dir(folder).unwrap();
        files
            .map(|file| file.unwrap().metadata().unwrap().len())
            .sum()
    }

    #[test]
    fn a_line_has_a_word_and_numbers() {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::in_folder(&folder.path().join("logs"));
        log.tell("start", &[("documents", 3)]);
        let text = fs::read_to_string(log.folder().join("missiv.log")).unwrap();
        assert!(text.ends_with(" start documents=3\n"), "{text}");
    }

    #[test]
    fn the_log_stays_small_however_long_the_program_runs_and_is_started_anew() {
        let folder = tempfile::tempdir().unwrap();
        for _ in 0..3 {
            let log = Log::in_folder(folder.path());
            for number in 0..12_000 {
                log.tell("something-that-happens-often", &[("number", number)]);
            }
        }
        assert!(size(folder.path()) < 2 * MOST + 1024);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_folder_that_cannot_be_made_hinders_nobody() {
        let file = tempfile::NamedTempFile::new().unwrap();
        Log::in_folder(&file.path().join("logs")).tell("start", &[]);
    }
}
