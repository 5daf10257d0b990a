//! A workspace file that a test works on, as a user does: one command after the other.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use crate::{Output, Place, plain, root};

/// A group, its adopted plan and the half-year report that is being written: an example below the repository's root.
pub const HALF_YEAR: &str = "assets/templates/halland_halvarsrapport/examples/sample.json";

/// A workspace file in a place of its own.
#[derive(Debug)]
pub struct WorkspaceFile {
    /// Where it stands.
    pub place: Place,
    /// Its path.
    pub path: PathBuf,
    packs: Option<PathBuf>,
}

impl WorkspaceFile {
    /// Returns a new group's file: the bundled profile, no person, no document but the group's own.
    #[track_caller]
    #[must_use]
    pub fn new() -> Self {
        let file = Self::at(Place::new());
        file.done(
            "new",
            &[
                "--profile",
                "halland",
                "--group",
                "Taktisk grupp Äldre",
                "--area",
                "Äldre",
            ],
        );
        file
    }

    /// Returns the file of a year half done: an adopted plan, and a half-year report that is being written.
    #[track_caller]
    #[must_use]
    pub fn sample() -> Self {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = MADE.get_or_init(|| {
            let json = root().join(HALF_YEAR);
            let file = Self::at(Place::new());
            file.done("import", &[json.to_str().expect("a path of ours is UTF-8")]);
            fs::read(&file.path).expect("the file was made")
        });
        Self::of(bytes)
    }

    /// Returns a copy of a file that was made before.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let file = Self::at(Place::new());
        fs::write(&file.path, bytes).expect("a place can be written");
        file
    }

    /// Returns a file that is not there yet.
    #[must_use]
    pub fn at(place: Place) -> Self {
        let path = place.path("grupp.missiv");
        Self {
            place,
            path,
            packs: None,
        }
    }

    /// Returns it with a folder of templates and profiles that every command is told of.
    #[must_use]
    pub fn with_packs(self, packs: &Path) -> Self {
        Self {
            packs: Some(packs.to_owned()),
            ..self
        }
    }

    /// Runs `missiv <command> <file> <rest>` and returns what it answered.
    #[must_use]
    pub fn run(&self, command: &str, rest: &[&str]) -> Output {
        let mut args: Vec<&std::ffi::OsStr> = Vec::new();
        if let Some(packs) = &self.packs {
            args.extend(["--packs".as_ref(), packs.as_os_str()]);
        }
        args.extend(command.split(' ').map(std::ffi::OsStr::new));
        args.push(self.path.as_os_str());
        args.extend(rest.iter().map(std::ffi::OsStr::new));
        self.place.missiv(args)
    }

    /// Runs it, asserts that it succeeded, and returns what it printed.
    #[track_caller]
    pub fn done(&self, command: &str, rest: &[&str]) -> String {
        self.run(command, rest).succeeded().stdout
    }

    /// Runs it, asserts that it refused with a sentence and changed nothing in the file, and returns the sentence.
    #[track_caller]
    pub fn refused(&self, command: &str, rest: &[&str]) -> String {
        let before = fs::read(&self.path).ok();
        let answer = self.run(command, rest).refused();
        assert!(
            fs::read(&self.path).ok() == before,
            "a refused command changed the file\n{answer}"
        );
        answer.stderr
    }

    /// Runs it with `--json` and returns what it printed.
    #[track_caller]
    #[must_use]
    pub fn json(&self, command: &str, rest: &[&str]) -> serde_json::Value {
        let rest: Vec<&str> = rest.iter().copied().chain(["--json"]).collect();
        self.run(command, &rest).succeeded().json()
    }

    /// Returns a document as text, with every kind of space as a plain one.
    #[track_caller]
    #[must_use]
    pub fn text(&self, document: &str) -> String {
        plain(&self.done("show", &[document]))
    }

    /// Returns the codes of what `check` finds in a document.
    #[track_caller]
    #[must_use]
    pub fn codes(&self, document: &str) -> Vec<String> {
        let answer = self.run("check", &[document, "--json"]);
        assert!(matches!(answer.code, Some(0 | 3)), "{answer}");
        let found = answer.json();
        let findings = found[0]["findings"].as_array().cloned().unwrap_or_default();
        let code =
            |finding: &serde_json::Value| finding["code"].as_str().unwrap_or_default().to_owned();
        findings.iter().map(code).collect()
    }

    /// Exports a document's draft and returns the PDF's path.
    #[track_caller]
    pub fn pdf(&self, document: &str, name: &str) -> PathBuf {
        let target = self.place.path(name);
        self.done(
            "export",
            &[
                document,
                target.to_str().expect("a place of ours is UTF-8"),
                "--draft",
            ],
        );
        target
    }
}

impl Default for WorkspaceFile {
    fn default() -> Self {
        Self::new()
    }
}
