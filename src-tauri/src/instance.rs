//! One program at a time: a second start leaves its file for the first and ends.
//!
//! The first holds a lock, which the system lets go of however the program ends, and looks for a message a few times a
//! second. That is the same code on every platform, and needs neither a socket nor a crate (docs/decisions/0002).

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use serde::{Deserialize, Serialize};

/// How often the first program looks for a message: a person does not notice, nor does a battery.
const PAUSE: Duration = Duration::from_millis(300);

/// How often a second start looks whether its message was taken before it gives up on the first program.
const TRIES: u32 = 20;

/// What became of a start.
pub enum Start {
    /// This is the first program, and stays so for as long as this is kept.
    First(First),
    /// Another is running, and has been told which file is wanted.
    Second,
    /// Neither could be found out, or the other does not answer: this one runs beside it. A workspace file is open in
    /// one place only anyway.
    Alone,
}

/// The right to be the first program.
pub struct First {
    _lock: File,
    message: PathBuf,
}

/// What a second start wants: to come forward, with a file or without.
#[derive(Serialize, Deserialize)]
struct Message {
    file: Option<PathBuf>,
}

/// Finds out whether another program that keeps its settings in this folder is running, and tells it to come forward
/// with this file.
pub fn start(folder: &Path, file: Option<&Path>) -> Start {
    let Ok(lock) = lock(folder) else {
        return Start::Alone;
    };
    let message = folder.join("start.json");
    if lock.try_lock().is_ok() {
        // Nobody took what was left for a program that is gone.
        let _ = fs::remove_file(&message);
        return Start::First(First {
            _lock: lock,
            message,
        });
    }
    if tell(&message, file).is_err() {
        return Start::Alone;
    }
    for _ in 0..TRIES {
        thread::sleep(PAUSE / 2);
        if !message.exists() {
            return Start::Second;
        }
    }
    // The other hangs. What it would do later, this one does now.
    let _ = fs::remove_file(message);
    Start::Alone
}

impl First {
    /// Calls `hear` with what each later start wants, on a thread of its own, for as long as that is wanted of it.
    pub fn hear(
        self,
        mut hear: impl FnMut(Option<PathBuf>) -> bool + Send + 'static,
    ) -> io::Result<()> {
        let listens = move || {
            loop {
                thread::sleep(PAUSE);
                if let Some(message) = self.take()
                    && !hear(message.file)
                {
                    return;
                }
            }
        };
        let thread = thread::Builder::new().name("instance".to_owned());
        thread.spawn(listens).map(|_| ())
    }

    fn take(&self) -> Option<Message> {
        let message = fs::read(&self.message).ok()?;
        // First away with it: whoever left it waits for that.
        fs::remove_file(&self.message).ok()?;
        serde_json::from_slice(&message).ok()
    }
}

fn lock(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    options.open(folder.join("running"))
}

/// Leaves a message, whole or not at all.
fn tell(message: &Path, file: Option<&Path>) -> io::Result<()> {
    // The first program stands in another folder.
    let file = file.map(std::path::absolute).transpose()?;
    let beside = message.with_extension("new");
    fs::write(&beside, serde_json::to_vec(&Message { file })?)?;
    fs::rename(beside, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    fn first(folder: &Path) -> mpsc::Receiver<Option<PathBuf>> {
        let Start::First(first) = start(folder, None) else {
            panic!("nobody else is there");
        };
        let (told, heard) = mpsc::channel();
        let hear = move |file| told.send(file).is_ok();
        first.hear(hear).unwrap();
        heard
    }

    #[test]
    fn a_second_start_hands_its_file_to_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let heard = first(folder.path());
        let file = folder.path().join("å.missiv");
        assert!(matches!(start(folder.path(), Some(&file)), Start::Second));
        assert!(matches!(start(folder.path(), None), Start::Second));
        assert_eq!(heard.recv().unwrap(), Some(file));
        assert_eq!(heard.recv().unwrap(), None);
    }

    #[test]
    fn a_program_that_was_killed_leaves_its_place_and_no_message() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("running"), "").unwrap();
        tell(&folder.path().join("start.json"), None).unwrap();
        let heard = first(folder.path());
        assert!(heard.recv_timeout(2 * PAUSE).is_err());
    }

    #[test]
    fn a_first_program_that_hangs_hinders_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let hangs = start(folder.path(), None);
        assert!(matches!(start(folder.path(), None), Start::Alone));
        assert!(!folder.path().join("start.json").exists());
        drop(hangs);
        assert!(matches!(start(folder.path(), None), Start::First(_)));
    }

    #[test]
    fn a_malformed_message_is_not_heard_and_the_next_one_is() {
        let folder = tempfile::tempdir().unwrap();
        let heard = first(folder.path());
        fs::write(folder.path().join("start.json"), "{\"").unwrap();
        thread::sleep(2 * PAUSE);
        assert!(matches!(start(folder.path(), None), Start::Second));
        assert_eq!(heard.recv().unwrap(), None);
    }
}
