//! A year of meetings as a secretary goes through it: planned, called, noted, followed up. docs/coverage.md names these
//! tests; the ids are its rows.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod forum;
mod heads;
mod invented;
mod network;
mod strategic;
mod together;

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
