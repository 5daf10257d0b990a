//! The rules of the house: what must hold for all code, and that no compiler or linter sees.
//!
//! Each rule is a function from texts to faults, tried below on a text that breaks it, and then on this repository.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod arrows;
mod coverage;
mod dependencies;
mod ledgers;
mod licences;
mod names;
mod shape;
mod traces;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file that a rule reads: its path from the root, with `/` on every platform, and its text.
struct Source {
    path: String,
    text: String,
}

/// Every file under `place` whose name ends in one of `endings`, in the order of paths; what is built or fetched, and
/// what is not UTF-8, is left out.
fn sources(place: &str, endings: &[&str]) -> Vec<Source> {
    let root = missiv_tests::root();
    let mut paths = Vec::new();
    walk(&root.join(place), &mut paths);
    paths.sort();
    let ends = |path: &PathBuf| {
        endings
            .iter()
            .any(|ending| path.to_string_lossy().ends_with(ending))
    };
    let read = |path: PathBuf| {
        let shown = path
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        Some(Source {
            path: shown,
            text: fs::read_to_string(path).ok()?,
        })
    };
    paths.into_iter().filter(ends).filter_map(read).collect()
}

fn walk(directory: &Path, found: &mut Vec<PathBuf>) {
    const MADE: &[&str] = &["target", "node_modules", "dist", "gen", ".git"];
    for entry in fs::read_dir(directory).into_iter().flatten() {
        let path = entry.unwrap().path();
        let is_made = path
            .file_name()
            .is_some_and(|name| MADE.iter().any(|made| name == *made));
        if path.is_dir() && !is_made {
            walk(&path, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
}

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}
