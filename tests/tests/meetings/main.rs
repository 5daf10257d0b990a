//! A year of meetings as a secretary goes through it: planned, called, noted, followed up. docs/coverage.md names these
//! tests; the ids are its rows.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod carried;
mod follows;
mod forum;
mod heads;
mod invented;
mod lift;
mod network;
mod papers;
mod strategic;
mod together;
mod years;

use std::ops::RangeInclusive;

use missiv_tests::{Place, WorkspaceFile};

/// A group with its people, as commands make it.
fn group(profile: &str, name: &str, people: &[(&str, &str, &str)]) -> WorkspaceFile {
    let file = WorkspaceFile::at(Place::new());
    file.done(
        "new",
        &["--profile", profile, "--group", name, "--area", "Området"],
    );
    for (initials, office, organisation) in people {
        person(&file, initials, office, organisation);
    }
    file
}

/// Adds somebody to the group, with an address.
fn person(file: &WorkspaceFile, initials: &str, office: &str, organisation: &str) {
    let said = [
        format!("initialer={initials}"),
        format!("roll={office}"),
        format!("organisation={organisation}"),
        format!(
            "epost={}@example.org",
            initials.to_lowercase().replace('.', "")
        ),
    ];
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    file.done("add", &[&["gruppen", "person"], said.as_slice()].concat());
}

/// Begins something, and returns its id.
fn begun(file: &WorkspaceFile, command: &str, from: &str) -> String {
    let begun = file.json(command, &[from]);
    begun["args"]["id"].as_str().unwrap().to_owned()
}

/// Notes that somebody came of each huvudman that the group knows nobody of: the rows of attendance from the first to the
/// last of them.
fn all_came(file: &WorkspaceFile, notes: &str, rows: RangeInclusive<usize>) {
    for row in rows {
        let row = format!("narvaro:{row}");
        file.done("set", &[notes, &row, "narvaro", "Närvarande"]);
    }
}

/// Adds a decision to the first matter of notes.
fn decide(file: &WorkspaceFile, notes: &str, fields: &[&str]) {
    let own = [notes, "beslut", "--below", "1"];
    file.done("add", &[own.as_slice(), fields].concat());
}

/// The codes that `check` finds on a day, each once, without what a template merely asks to be filled in.
fn codes(file: &WorkspaceFile, document: &str, day: &str) -> Vec<String> {
    let answer = file.run("check", &[document, "--on", day, "--json"]);
    assert!(matches!(answer.code, Some(0 | 3)), "{answer}");
    let found = answer.json();
    let findings = found[0]["findings"].as_array().cloned().unwrap_or_default();
    let code = findings
        .iter()
        .map(|found| found["code"].as_str().unwrap_or_default().to_owned());
    let mut codes: Vec<String> = code
        .filter(|code| code != "required-missing" && code != "source-draft")
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Whether a check has this code, and how much it weighs.
#[track_caller]
fn weighs(file: &WorkspaceFile, document: &str, code: &str) -> Option<String> {
    let answer = file.run("check", &[document, "--json"]).json();
    let findings = answer[0]["findings"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    let found = findings.iter().find(|found| found["code"] == code)?;
    Some(found["severity"].as_str().unwrap().to_owned())
}
