//! A bug leaves a file behind: where in the code it was, and nothing of what the person wrote.

use std::{
    backtrace::Backtrace,
    cell::RefCell,
    env, fs,
    panic::{self, PanicHookInfo},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use crate::owner;

/// The most crash files that are kept.
const MOST: usize = 8;

/// How the name of a file ends that nobody has been told of, and of one that somebody has.
const NEW: &str = ".new.txt";
const TOLD: &str = ".txt";

thread_local! {
    /// The newest panic on this thread, in case nobody who expected it catches it.
    static NOTED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The crash files in a folder.
pub struct Crashes {
    folder: PathBuf,
}

impl Crashes {
    /// Returns those in a folder.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }

    /// Hears of every panic from here on. On the workspace's thread it is only noted, for some are expected there (a
    /// PDF that is read back) and the owner keeps the others; anywhere else it is written at once, for the program
    /// may end.
    pub fn watch(self: &Arc<Self>) {
        let crashes = Arc::clone(self);
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            // What a program says to the terminal may end in a log of the system's, and a panic can quote a document.
            if cfg!(debug_assertions) {
                before(info);
            }
            let report = report(info);
            if owner::is_here() {
                NOTED.set(Some(report));
            } else {
                crashes.write(&report, NEW);
            }
        }));
    }

    /// Keeps what was noted on this thread. Whoever asked is told at once.
    pub fn keep(&self) {
        if let Some(report) = NOTED.take() {
            self.write(&report, TOLD);
        }
    }

    /// Returns whether there has been a crash that nobody was told of. Now somebody is.
    pub fn untold(&self) -> bool {
        let mut any = false;
        for file in self.files() {
            let name = file.to_string_lossy().into_owned();
            if let Some(start) = name.strip_suffix(NEW) {
                any = true;
                let _ = fs::rename(&file, format!("{start}{TOLD}"));
            }
        }
        any
    }

    fn write(&self, report: &str, ending: &str) {
        let _ = fs::create_dir_all(&self.folder);
        let moment = workspace::moment().replace(' ', "T");
        let path = self.folder.join(format!("crash-{moment}{ending}"));
        // Whole at once: the next bug may come within the same second, while somebody reads of this one.
        let beside = self.folder.join(format!("new-{moment}"));
        let _ = fs::write(&beside, report).and_then(|()| fs::rename(&beside, path));
        let files = self.files();
        for old in files.iter().rev().skip(MOST) {
            let _ = fs::remove_file(old);
        }
    }

    /// The crash files, the oldest first.
    fn files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries
            .filter(|entry| entry.file_name().to_string_lossy().starts_with("crash-"))
            .map(|entry| entry.path())
            .collect();
        files.sort();
        files
    }
}

/// What stands in the file. A message that was put together while the program ran can quote a document, so only one
/// that stands in the code is written.
fn report(info: &PanicHookInfo) -> String {
    let said = info.payload().downcast_ref::<&'static str>();
    let place = info.location().map(ToString::to_string);
    format!(
        "Missiv {} {} {}\n{}\nthread: {}\nplace: {}\nsaid: {}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        env::consts::OS,
        env::consts::ARCH,
        workspace::moment(),
        thread::current().name().unwrap_or("without a name"),
        place.as_deref().unwrap_or("unknown"),
        said.unwrap_or(&"left out: it may quote a document"),
        Backtrace::force_capture()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crash_is_told_of_once() {
        let folder = tempfile::tempdir().unwrap();
        let crashes = Crashes::in_folder(folder.path());
        assert!(!crashes.untold());
        crashes.write("a bug", NEW);
        assert!(crashes.untold());
        assert!(!crashes.untold());
    }

    #[test]
    fn few_are_kept_and_the_newest_among_them() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..20 {
            fs::write(folder.path().join(format!("crash-{number:03}.txt")), "old").unwrap();
        }
        let crashes = Crashes::in_folder(folder.path());
        crashes.write("a bug", TOLD);
        let files = crashes.files();
        assert_eq!(files.len(), MOST);
        let newest = fs::read_to_string(files.last().unwrap()).unwrap();
        assert_eq!(newest, "a bug");
    }
}
