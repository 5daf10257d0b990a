//! `cargo xtask fuzz [TARGET] [SECONDS]`: cargo-fuzz on every door, from the corpus that the tests keep.

use crate::shell::{Result, answers, made, root, succeed, untested};
use std::{fs, process::Command};

/// How long each door is tried where nobody says.
const SECONDS: u64 = 120;

/// A door: its target, whether all of the typesetting stands behind it, and what it begins from beside the kept corpus.
type Door = (&'static str, bool, &'static [&'static str]);

const DOORS: &[Door] = &[
    ("markdown", false, &["assets/help"]),
    (
        "toml",
        false,
        &["assets/templates", "assets/profiles", "assets/samples"],
    ),
    ("pack", false, &[]),
    ("log", false, &[]),
    ("file", false, &[]),
    ("pdf", true, &["target/sample"]),
    ("json", true, &["assets/templates", "assets/samples"]),
];

/// Runs one target or all of them. What falls out lies in fuzz/artifacts, and its way is into the kept corpus.
pub fn fuzz(args: &[String]) -> Result {
    let seconds = args
        .iter()
        .find_map(|arg| arg.parse().ok())
        .unwrap_or(SECONDS);
    let named: Vec<&str> = args
        .iter()
        .map(String::as_str)
        .filter(|arg| arg.parse::<u64>().is_err())
        .collect();
    let known: Vec<&str> = DOORS.iter().map(|(name, ..)| *name).collect();
    if let Some(unknown) = named.iter().find(|name| !known.contains(name)) {
        return Err(format!(
            "there is no target {unknown}; there are {}",
            known.join(", ")
        )
        .into());
    }
    if let Some(lacking) = lacking() {
        return untested(lacking);
    }
    for door in DOORS {
        if named.is_empty() || named.contains(&door.0) {
            succeed(&mut command(door, seconds)?)?;
        }
    }
    Ok(())
}

/// What this machine lacks, in words for who can install it.
fn lacking() -> Option<&'static str> {
    if !cfg!(unix) {
        return Some(
            "cargo-fuzz runs on Linux and macOS only; the tests replay the corpus here too.",
        );
    }
    if !answers("cargo", &["fuzz", "--version"]) {
        return Some(
            "cargo-fuzz is not here: cargo install cargo-fuzz. The tests replay the corpus without it.",
        );
    }
    None
}

/// cargo-fuzz wants flags that a stable compiler keeps for itself: a nightly one where there is one, else the stable one is told
/// to pass as such, without the sanitizer that needs a standard library of its own.
fn command(&(target, papers, seeds): &Door, seconds: u64) -> Result<Command> {
    let mut command = Command::new("cargo");
    if answers("cargo", &["+nightly", "--version"]) {
        command.arg("+nightly");
    } else {
        command.env("RUSTC_BOOTSTRAP", "1");
    }
    let found = made().join("fuzz").join(target);
    fs::create_dir_all(&found)?;
    command.args(["fuzz", "run", "--sanitizer", "none"]);
    if papers {
        command.args(["--features", "papers"]);
    }
    command.arg(target).arg(found);
    let kept = ["tests/tests/hostile/corpus"];
    for folder in kept.iter().chain(seeds) {
        let folder = root().join(folder);
        if folder.is_dir() {
            command.arg(folder);
        }
    }
    // A door that thinks for longer than this, or takes more, is open to whoever wants the program to hang.
    command.args(["--", "-timeout=20", "-rss_limit_mb=2048", "-max_len=65536"]);
    command.arg(format!("-max_total_time={seconds}"));
    command.current_dir(root());
    // Cargo passes its own compiler on, which would win over the one that is named.
    command
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        .env_remove("RUSTC");
    Ok(command)
}
