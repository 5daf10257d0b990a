//! Whether `cargo build` and `cargo test` resolve the same features.
//!
//! A dev-dependency that switches on a feature of something deep makes Cargo compile all that stands on it twice, once
//! for programs and once for tests. With Typst in between that is minutes, and nothing says so.

use crate::shell::{Result, SELECTION, cargo};
use std::{collections::BTreeMap, process::Stdio};

type Features = BTreeMap<String, Vec<String>>;

/// Fails with each package that tests would compile with other features than programs.
pub fn check() -> Result {
    let differing = differing(&tree("no-dev")?, &tree("normal,build,dev")?);
    if differing.is_empty() {
        return Ok(());
    }
    let hint = "A dev-dependency switches features on; make it a plain dependency of missiv-tests.";
    Err(format!("{}\n{hint}", differing.join("\n")).into())
}

fn differing(programs: &Features, tests: &Features) -> Vec<String> {
    let differs = |(package, features): (&String, &Vec<String>)| {
        let other = tests.get(package)?;
        let told = || {
            format!(
                "{package}: {} for programs, {} for tests",
                features.join(" "),
                other.join(" ")
            )
        };
        (features != other).then(told)
    };
    programs.iter().filter_map(differs).collect()
}

/// Every package with the sets of features it is compiled with: two when build scripts want others.
fn tree(edges: &str) -> Result<Features> {
    let mut command = cargo(&[
        "tree",
        "--prefix",
        "none",
        "--format",
        "{p}\t[{f}]",
        "--edges",
        edges,
    ]);
    let answer = command.args(SELECTION).stderr(Stdio::inherit()).output()?;
    if !answer.status.success() {
        return Err(format!("{command:?}\n{}", answer.status).into());
    }
    Ok(read(&String::from_utf8_lossy(&answer.stdout)))
}

fn read(tree: &str) -> Features {
    let mut features = Features::new();
    for line in tree.lines() {
        if let Some((package, set)) = line.trim_end_matches(" (*)").split_once('\t') {
            features
                .entry(package.to_owned())
                .or_default()
                .push(set.to_owned());
        }
    }
    for sets in features.values_mut() {
        sets.sort();
        sets.dedup();
    }
    features
}

#[cfg(test)]
mod tests {
    use super::{differing, read};

    #[test]
    fn a_feature_that_only_tests_have_is_told() {
        let programs = read("typst v1\t[]\nhashbrown v1\t[]\n");
        let tests = read("typst v1\t[]\nhashbrown v1\t[inline]\nhashbrown v1\t[inline] (*)\n");
        assert_eq!(
            differing(&programs, &tests),
            ["hashbrown v1: [] for programs, [inline] for tests"]
        );
    }

    #[test]
    fn a_package_that_only_tests_have_is_no_fault() {
        assert!(
            differing(
                &read("serde v1\t[]\n"),
                &read("serde v1\t[]\njsonschema v1\t[std]\n")
            )
            .is_empty()
        );
    }
}
