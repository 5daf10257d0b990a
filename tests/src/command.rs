//! The built `missiv`, as a terminal starts it.

use std::{
    env,
    ffi::OsStr,
    fmt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What one run of `missiv` answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The exit code; `None` when a signal ended the program.
    pub code: Option<i32>,
    /// What stood on stdout.
    pub stdout: String,
    /// What stood on stderr.
    pub stderr: String,
}

impl Output {
    /// Returns this output when the program ended with 0; panics with all of it when not.
    #[track_caller]
    #[must_use]
    pub fn succeeded(self) -> Self {
        assert_eq!(self.code, Some(0), "missiv should have succeeded\n{self}");
        self
    }

    /// Returns this output when the program ended with exactly `code`; panics with all of it when not.
    #[track_caller]
    #[must_use]
    pub fn failed_with(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "missiv should have ended with {code}\n{self}"
        );
        self
    }

    /// Returns this output when the program said in a sentence why it did nothing: exit code 1, no stack trace, no
    /// bare code of a message, nothing on stdout.
    #[track_caller]
    #[must_use]
    pub fn refused(self) -> Self {
        assert_eq!(self.code, Some(1), "missiv should have refused\n{self}");
        let first = self.stderr.lines().next().unwrap_or_default();
        let is_sentence = first.ends_with(['.', '?', '!']) && first.contains(' ');
        assert!(is_sentence, "this is no sentence: {first:?}\n{self}");
        for trace in ["panicked", "RUST_BACKTRACE", "error-", "Some(", "Err("] {
            assert!(
                !self.stderr.contains(trace),
                "a user should not see this\n{self}"
            );
        }
        assert_eq!(self.stdout, "", "a refusal stands on stderr\n{self}");
        self
    }

    /// Returns stdout as the JSON that `--json` promises; panics when it is something else.
    #[track_caller]
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        match serde_json::from_str(&self.stdout) {
            Ok(value) => value,
            Err(error) => panic!("stdout is not JSON: {error}\n{self}"),
        }
    }
}

impl fmt::Display for Output {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            code,
            stdout,
            stderr,
        } = self;
        write!(
            out,
            "code: {code:?}\n-- stdout\n{stdout}\n-- stderr\n{stderr}"
        )
    }
}

/// Returns the path of the built `missiv`: what MISSIV_BIN names, else what stands beside the running test.
///
/// # Panics
///
/// When there is none: this package cannot ask Cargo to build another package's program.
#[must_use]
pub fn binary() -> PathBuf {
    let named = env::var_os("MISSIV_BIN").map(PathBuf::from);
    let found =
        named.unwrap_or_else(|| beside_this_test(&format!("missiv{}", env::consts::EXE_SUFFIX)));
    let path = found.display();
    assert!(
        found.is_file(),
        "there is no program at {path}; run `cargo xtask test`, or `cargo build -p missiv`"
    );
    found
}

/// Runs `missiv` with these arguments in the directory of the process, with nothing on stdin.
///
/// Prefer [`crate::Place::missiv`], which has a directory of its own.
#[must_use]
pub fn missiv<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(args: I) -> Output {
    answer(Command::new(binary()).args(args))
}

pub(crate) fn answer(command: &mut Command) -> Output {
    let answer = command
        .stdin(Stdio::null())
        .output()
        .expect("the built program starts");
    Output {
        code: answer.status.code(),
        stdout: String::from_utf8_lossy(&answer.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&answer.stderr).into_owned(),
    }
}

/// Tests run from `debug/deps`, programs stand in `debug`.
fn beside_this_test(name: &str) -> PathBuf {
    let test = env::current_exe().expect("a running test has a path");
    let built = test
        .parent()
        .and_then(Path::parent)
        .expect("a test stands in a target directory");
    built.join(name)
}
