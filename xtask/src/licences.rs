//! The licences of everything the program is built from.

use crate::shell::{Result, cargo, said};
use serde_json::Value;
use std::process::Stdio;

/// Licences whose works may be part of a program under the EUPL-1.2.
const TAKEN: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Fails with each package whose licence is none of those. It looks at what is built on this platform: the packages of
/// others would have to be fetched first.
pub fn check() -> Result {
    let about = said("rustc", &["-vV"]).ok_or("rustc does not answer")?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let mut command = cargo(&["metadata", "--format-version=1", "--filter-platform"]);
    let answer = command
        .arg(host.ok_or("rustc names no host")?)
        .stderr(Stdio::inherit())
        .output()?;
    let metadata: Value = serde_json::from_slice(&answer.stdout)?;
    let packages = metadata["packages"]
        .as_array()
        .ok_or("cargo metadata gave no packages")?;
    let refused: Vec<String> = packages.iter().filter_map(refused).collect();
    if refused.is_empty() {
        Ok(())
    } else {
        Err(refused.join("\n").into())
    }
}

fn refused(package: &Value) -> Option<String> {
    let licence = package["license"].as_str().unwrap_or("none");
    (!is_taken(licence)).then(|| format!("{} has the licence {licence}", package["name"]))
}

/// Whether one of the alternatives of an SPDX expression is taken whole. `/` is how old manifests write `OR`.
fn is_taken(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let words = expression.replace('(', " ( ").replace(')', " ) ");
    let mut words = words.split_whitespace().peekable();
    any(&mut words) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words) -> bool {
    let mut taken = all(words);
    while words.next_if_eq(&"OR").is_some() {
        taken |= all(words);
    }
    taken
}

fn all(words: &mut Words) -> bool {
    let mut taken = one(words);
    while words.next_if_eq(&"AND").is_some() {
        taken &= one(words);
    }
    taken
}

fn one(words: &mut Words) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let taken = any(words);
        return words.next_if_eq(&")").is_some() && taken;
    }
    let taken = words.next().is_some_and(|licence| TAKEN.contains(&licence));
    if words.next_if_eq(&"WITH").is_some() {
        words.next(); // An exception permits more than the licence does.
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::is_taken;

    #[test]
    fn one_alternative_is_enough() {
        assert!(is_taken("GPL-3.0-only OR MIT") && is_taken("GPL-3.0/MIT"));
    }

    #[test]
    fn every_part_counts() {
        assert!(is_taken("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!is_taken("MIT AND SSPL-1.0"));
    }

    #[test]
    fn an_exception_changes_nothing() {
        assert!(is_taken("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only"));
    }

    #[test]
    fn no_licence_is_not_taken() {
        assert!(!is_taken("none") && !is_taken("") && !is_taken("(MIT"));
    }
}
