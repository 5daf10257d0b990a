//! A child process writes steps and is killed at random moments: no acknowledged step is lost, and whoever looks
//! at the file meanwhile sees a whole one.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::env;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::Duration;

use chrono::DateTime;
use model::id::{ObjectId, RunId, StepId, WorkspaceId};
use rusqlite::Connection;
use serde_json::json;
use store::{Access, Filter, Set, Stamp, StepHeader, Store, WhyReadOnly};
use tempfile::TempDir;
use uuid::Uuid;

const KILLS: usize = 100;
const DOC: ObjectId = ObjectId(Uuid::from_u128(0xD0));
const ACKNOWLEDGED: &str = "acknowledged ";

#[test]
fn a_killed_program_loses_no_acknowledged_step() {
    if let Some(path) = env::var_os("STORE_CHILD") {
        return write_for_ever(Path::new(&path), Duration::ZERO);
    }
    let (_folder, path) = new_file();
    let mut acknowledged = BTreeSet::new();
    let (mut cut_short, mut seed) = (0, 1_u64);
    for kill in 0..KILLS {
        let mut writer = Writer::start("a_killed_program_loses_no_acknowledged_step", &path);
        for _ in 0..=roll(&mut seed, 6) {
            acknowledged.insert(writer.next().unwrap());
        }
        thread::sleep(Duration::from_micros(roll(&mut seed, 4_000)));
        acknowledged.extend(writer.kill());
        cut_short += usize::from(journal_length(&path) > 0);

        // Opening runs SQLite's check of the whole file.
        let store = Store::open(&path).unwrap();
        assert_eq!(store.access(), Access::ReadWrite, "kill {kill}");
        drop(store);
        let kept = steps(&path);
        assert!(
            acknowledged.is_subset(&kept),
            "kill {kill}: {:?}",
            acknowledged.difference(&kept)
        );
    }
    assert!(acknowledged.len() >= KILLS);
    let report = format!(
        "{KILLS} kills, {cut_short} inside a commit, {} steps\n",
        acknowledged.len()
    );
    std::io::stderr().write_all(report.as_bytes()).unwrap();
}

#[test]
fn a_look_at_a_file_that_is_being_written_sees_a_whole_one() {
    if let Some(path) = env::var_os("STORE_CHILD") {
        return write_for_ever(Path::new(&path), Duration::from_millis(60));
    }
    let (_folder, path) = new_file();
    let mut writer = Writer::start(
        "a_look_at_a_file_that_is_being_written_sees_a_whole_one",
        &path,
    );
    let mut acknowledged = BTreeSet::new();
    for _ in 0..12 {
        acknowledged.insert(writer.next().unwrap());
        let store = Store::open(&path).unwrap();
        assert_eq!(store.access(), Access::ReadOnly(WhyReadOnly::Locked));
        let seen = store.history(&Filter::default()).unwrap();
        assert!(acknowledged.is_subset(&seen.iter().map(|entry| entry.step).collect()));
    }
    writer.kill();
}

/// The child's part: steps of very different size, each announced when it is acknowledged.
fn write_for_ever(path: &Path, pause: Duration) {
    let mut store = Store::open(path).unwrap();
    let stamp = Stamp {
        at: DateTime::UNIX_EPOCH,
        author: None,
        run: RunId(Uuid::nil()),
    };
    let mut out = std::io::stdout().lock();
    for number in 0_usize.. {
        let text = format!(
            "{} {number} {}",
            std::process::id(),
            "å".repeat(number * 7_919 % 1_500)
        );
        let sets: Vec<Set> = (0..=number % 3)
            .map(|field| Set {
                doc: DOC,
                obj: DOC,
                field: format!("f{field}"),
                value: Some(json!(text)),
            })
            .collect();
        let changes = store
            .step(
                &StepHeader {
                    stamp,
                    op: "write",
                    args: json!({}),
                },
                &sets,
            )
            .unwrap();
        writeln!(out, "{ACKNOWLEDGED}{}", changes.step.unwrap()).unwrap();
        out.flush().unwrap();
        thread::sleep(pause);
    }
}

/// The child process, seen from the parent.
struct Writer {
    child: Child,
    said: Lines<BufReader<ChildStdout>>,
}

impl Writer {
    fn start(test: &str, path: &Path) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env("STORE_CHILD", path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, said }
    }

    /// Waits for the next acknowledged step.
    fn next(&mut self) -> Option<StepId> {
        // The test harness says a few words before, and the last line may be cut short.
        self.said
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once(ACKNOWLEDGED)?.1.parse().ok())
    }

    /// Kills the child and returns the steps it acknowledged until then.
    fn kill(mut self) -> Vec<StepId> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        std::iter::from_fn(|| self.next()).collect()
    }
}

fn new_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gruppen.missiv");
    drop(Store::create(&path, WorkspaceId(Uuid::nil())).unwrap());
    (folder, path)
}

/// Reads past the store: its history also reads every text.
fn steps(path: &Path) -> BTreeSet<StepId> {
    let db = Connection::open(path).unwrap();
    let mut query = db.prepare("SELECT id FROM step").unwrap();
    let ids = query.query_map([], |row| row.get(0)).unwrap();
    ids.map(|id: rusqlite::Result<String>| id.unwrap().parse().unwrap())
        .collect()
}

fn journal_length(path: &Path) -> u64 {
    path.with_extension("missiv-journal")
        .metadata()
        .map_or(0, |journal| journal.len())
}

fn roll(seed: &mut u64, sides: u64) -> u64 {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % sides
}
