//! What is committed works on any machine: no path of the machine it was written on, no registry of a workplace.

use super::{Source, assert_none, sources};

/// The beginnings of paths that exist on one machine only.
const MACHINES: &[&str] = &[
    "/home/",
    "/root/",
    "/tmp/",
    "/Users/",
    "/work/",
    r"C:\Users",
];

/// This file, which has to spell them.
const SPELLED: &str = "tests/tests/house/traces.rs";

const TEXTS: &[&str] = &[
    ".css", ".ftl", ".html", ".java", ".json", ".lock", ".md", ".mjs", ".rs", ".svelte", ".svg",
    ".toml", ".ts", ".txt", ".typ", ".yml", "/run",
];

#[test]
fn no_file_names_a_place_on_one_machine() {
    let texts = sources("", TEXTS);
    assert!(
        texts.len() > 50,
        "the rule reads {} files only",
        texts.len()
    );
    assert_none(&faults(&texts));
}

#[test]
fn packages_come_from_where_everybody_gets_them() {
    let root = missiv_tests::root();
    let cargo = std::fs::read_to_string(root.join("Cargo.lock")).unwrap();
    let wanted = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let other = |line: &&str| line.starts_with("source = ") && *line != wanted;
    assert_eq!(cargo.lines().filter(other).collect::<Vec<_>>(), [""; 0]);
    let npm = std::fs::read_to_string(root.join("ui/package-lock.json")).unwrap();
    assert!(
        !npm.contains("\"resolved\": \"http"),
        "npm's lock file names a registry"
    );
}

#[test]
fn a_path_of_one_machine_is_a_fault() {
    let text = "[tool]\nplace = \"/home/ada/missiv\"\n".to_owned();
    let source = Source {
        path: "a.toml".to_owned(),
        text,
    };
    assert_eq!(faults(&[source]), ["a.toml:2 names /home/"]);
}

fn faults(texts: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for text in texts.iter().filter(|text| text.path != SPELLED) {
        for (index, line) in text.text.lines().enumerate() {
            let named = MACHINES.iter().filter(|machine| line.contains(*machine));
            faults.extend(
                named.map(|machine| format!("{}:{} names {machine}", text.path, index + 1)),
            );
        }
    }
    faults
}
