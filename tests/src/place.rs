//! A directory of a test's own.

use crate::command::{Output, answer, binary};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// A directory that exists as long as this value, and is also the home directory of the programs started in it: no
/// test reads what a person has on the machine.
#[derive(Debug)]
pub struct Place {
    directory: TempDir,
}

impl Place {
    /// Returns an empty place.
    #[expect(
        clippy::new_without_default,
        reason = "making a directory is no default value"
    )]
    #[must_use]
    pub fn new() -> Self {
        let directory = tempfile::Builder::new().prefix("missiv-å ").tempdir();
        Self {
            directory: directory.expect("the machine lets a test write"),
        }
    }

    /// Returns the path of `name` in this place. The place's own name holds an å and a space, as users' paths do.
    #[must_use]
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.directory.path().join(name)
    }

    /// Writes a file, with the directories it needs, and returns its path.
    pub fn write(&self, name: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file stands in a directory"))
            .expect("a place can be written");
        fs::write(&path, bytes).expect("a place can be written");
        path
    }

    /// Runs `missiv` in this place and returns what it answered, whatever the exit code.
    #[must_use]
    pub fn missiv<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(&self, args: I) -> Output {
        answer(self.command().args(args))
    }

    /// Returns the command that [`Place::missiv`] runs, for a test that needs a variable more, or to kill it.
    #[must_use]
    pub fn command(&self) -> Command {
        let mut command = Command::new(binary());
        command.current_dir(self.directory.path());
        for home in [
            "HOME",
            "USERPROFILE",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
            "APPDATA",
        ] {
            command.env(home, self.directory.path());
        }
        command
    }
}
