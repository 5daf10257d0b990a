//! veraPDF's verdict on our PDFs.
//!
//! `cargo xtask test` sets the judge up and passes the command on; `cargo xtask verapdf` does only that, for tests run
//! by hand. A process of Java for each core answers all questions of a test program, for its start costs more than a verdict.

use serde::Deserialize;
use std::{
    env, fmt, fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{Mutex, OnceLock, PoisonError, TryLockError},
    thread,
};

use crate::spread;

/// What every export with its data attached must pass.
pub const WITH_ATTACHMENT: &str = "3a,ua1";

/// What the archive copy, which has no attachment, must pass.
pub const ARCHIVE: &str = "2a,ua1";

/// What veraPDF says about one file as one flavour.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Verdict {
    /// The file, as it was asked about.
    pub file: PathBuf,
    /// `3a`, `2a` or `ua1`.
    pub flavour: String,
    /// Whether no rule failed.
    pub compliant: bool,
    /// Why the file could not be judged at all.
    #[serde(default)]
    pub error: Option<String>,
    /// The rules that failed.
    pub failed: Vec<Rule>,
}

/// A rule that failed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Rule {
    /// The clause of the standard.
    pub clause: String,
    /// The number of the test within the clause.
    pub test: u32,
    /// The rule in words.
    pub description: String,
    /// How many places break it.
    pub count: u32,
    /// The first of these places, as a path of objects.
    pub first: String,
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.compliant { "passes" } else { "FAILS" };
        write!(out, "{} {verdict} {}", self.file.display(), self.flavour)?;
        if let Some(error) = &self.error {
            write!(out, "\n  {error}")?;
        }
        for rule in &self.failed {
            write!(
                out,
                "\n  {} test {}, {} times: ",
                rule.clause, rule.test, rule.count
            )?;
            write!(out, "{}\n    first at {}", rule.description, rule.first)?;
        }
        Ok(())
    }
}

/// Returns a verdict for each file and flavour, in that order; `None` where no judge is set up, which is said on
/// stderr.
///
/// # Panics
///
/// In CI when no judge is set up, and when the judge dies.
#[must_use]
pub fn judge<P: AsRef<Path>>(flavours: &str, files: &[P]) -> Option<Vec<Verdict>> {
    static BENCH: OnceLock<Option<Bench>> = OnceLock::new();
    let Some(bench) = BENCH.get_or_init(|| Some(Bench::new(command()?))) else {
        not_run();
        return None;
    };
    let files = files.iter().map(|file| file.as_ref().to_owned());
    let verdicts = spread(files, |file: PathBuf| bench.ask(flavours, &file));
    Some(verdicts.into_iter().flatten().collect())
}

/// Asserts that every file passes every flavour; says that nothing was asserted where no judge is set up.
///
/// # Panics
///
/// When a file fails, with every rule that failed in any of them.
#[track_caller]
pub fn assert_passes<P: AsRef<Path>>(flavours: &str, files: &[P]) {
    assert!(!files.is_empty(), "there is nothing to judge");
    let verdicts = judge(flavours, files).unwrap_or_default();
    let failed: Vec<String> = verdicts
        .iter()
        .filter(|it| !it.compliant)
        .map(Verdict::to_string)
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// A judge for each core, each called when there is a question that no other is free for.
struct Bench {
    command: Vec<String>,
    judges: Vec<Mutex<Option<Judge>>>,
}

impl Bench {
    fn new(command: Vec<String>) -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let judges = (0..cores).map(|_| Mutex::new(None)).collect();
        Self { command, judges }
    }

    fn ask(&self, flavours: &str, file: &Path) -> Vec<Verdict> {
        let mut judges = self.judges.iter();
        let free = judges.find_map(|judge| match judge.try_lock() {
            // A panic of another test while it asked leaves the judge as it was: each answer is read to its end.
            Err(TryLockError::Poisoned(left)) => Some(left.into_inner()),
            other => other.ok(),
        });
        let mut judge = free.unwrap_or_else(|| {
            let first = self.judges[0].lock();
            first.unwrap_or_else(PoisonError::into_inner)
        });
        judge
            .get_or_insert_with(|| Judge::start(&self.command))
            .ask(flavours, file)
    }
}

/// The judge, reading questions on stdin and answering on stdout until this process ends.
struct Judge {
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
    _process: Child,
}

impl Judge {
    fn start(command: &[String]) -> Self {
        let (program, args) = command.split_first().expect("a command has a program");
        let mut java = Command::new(program);
        java.args(args)
            .args([WITH_ATTACHMENT, "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut process = java.spawn().expect("the judge starts");
        Self {
            questions: process.stdin.take().expect("stdin is piped"),
            answers: BufReader::new(process.stdout.take().expect("stdout is piped")),
            _process: process,
        }
    }

    fn ask(&mut self, flavours: &str, file: &Path) -> Vec<Verdict> {
        writeln!(self.questions, "{flavours}\t{}", file.display()).expect("the judge reads");
        flavours.split(',').map(|_| self.answer(file)).collect()
    }

    fn answer(&mut self, file: &Path) -> Verdict {
        let mut line = String::new();
        self.answers
            .read_line(&mut line)
            .expect("the judge answers");
        let verdict = serde_json::from_str(&line);
        verdict.unwrap_or_else(|error| {
            panic!("the judge died on {}: {error} in {line:?}", file.display())
        })
    }
}

/// The words of the judge's command: from MISSIV_VERAPDF, else as the task runner last wrote them.
fn command() -> Option<Vec<String>> {
    let written = || fs::read_to_string(crate::root().join("target/verapdf/command.json")).ok();
    let words = env::var("MISSIV_VERAPDF").ok().or_else(written)?;
    Some(serde_json::from_str(&words).expect("the judge's command is a JSON list of words"))
}

#[expect(
    clippy::print_stderr,
    reason = "a test that asserts nothing must say so"
)]
fn not_run() {
    let in_ci = env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"));
    assert!(
        !in_ci,
        "veraPDF must judge in CI; `cargo xtask verapdf` sets it up"
    );
    eprintln!("veraPDF: NOT RUN, no judge is set up; `cargo xtask verapdf` says what is missing");
}
