//! Forgetting a person from the terminal: after a question, in this file, in its back-ups, in what is merged.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::{
    fs,
    io::Write,
    process::{Command, Stdio},
};

use missiv_tests::{WorkspaceFile, verapdf};

const NAME: &str = "Kerstin Bergqvist";

fn group() -> WorkspaceFile {
    let file = WorkspaceFile::new();
    let person = |name: &str, office: &str| {
        let (name, office) = (format!("initialer={name}"), format!("roll={office}"));
        file.done("add", &["gruppen", "person", &name, &office]);
    };
    person(NAME, "Ordförande");
    person("Nils Nilsson", "Processtöd");
    file
}

fn bytes_hold(file: &WorkspaceFile, text: &str) -> bool {
    let bytes = fs::read(&file.path).unwrap();
    bytes
        .windows(text.len())
        .any(|part| part == text.as_bytes())
}

fn answered(file: &WorkspaceFile, answer: &str) -> std::process::Output {
    let mut command: Command = file.place.command();
    let words = ["purge".as_ref(), file.path.as_os_str(), NAME.as_ref()];
    let piped = command
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = piped.stderr(Stdio::piped()).spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(answer.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn a_person_is_forgotten_after_a_yes_only() {
    let file = group();
    for answer in ["", "nej\n", "j\n"] {
        let before = fs::read(&file.path).unwrap();
        assert_eq!(answered(&file, answer).status.code(), Some(1), "{answer:?}");
        assert!(fs::read(&file.path).unwrap() == before, "{answer:?}");
    }
    let answer = answered(&file, "Ja\n");
    let said = String::from_utf8_lossy(&answer.stdout).into_owned();
    assert!(
        answer.status.success() && said.contains("borttagna"),
        "{said}"
    );
    assert!(!bytes_hold(&file, "Bergqvist"));
    let shown = file.text("gruppen");
    assert!(
        !shown.contains("Bergqvist") && shown.contains("Nils Nilsson"),
        "{shown}"
    );
    let history = file.done("history", &[]);
    assert!(!history.contains("Bergqvist"), "{history}");
    file.refused("purge", &[NAME, "--yes"]);
}

#[test]
fn back_ups_are_told_of_and_go_when_asked_for() {
    let file = group();
    file.done("backup", &[]);
    let folder = file.path.with_extension("missiv.backups");
    let names = || {
        fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect::<Vec<_>>()
    };
    let old = names();
    assert_eq!(old.len(), 1);
    let said = file.done("purge", &[NAME, "--yes"]);
    assert!(said.contains("--backups") && names() == old, "{said}");
    let said = file.done("purge", &["Nils Nilsson", "--yes", "--backups"]);
    assert!(said.contains("borttagen"), "{said}");
    let new = names();
    assert!(new.len() == 1 && new != old);
    let bytes = fs::read(&new[0]).unwrap();
    for name in ["Bergqvist", "Nilsson"] {
        assert!(
            !bytes
                .windows(name.len())
                .any(|part| part == name.as_bytes())
        );
    }
}

#[test]
fn a_copy_that_merges_forgets_too_and_brings_nobody_back() {
    let file = group();
    let copy = file.place.path("kollegan.missiv");
    fs::copy(&file.path, &copy).unwrap();
    file.done("purge", &[NAME, "--yes"]);
    file.done("merge", &[copy.to_str().unwrap()]);
    assert!(!bytes_hold(&file, "Bergqvist"));
    let colleague = WorkspaceFile::of(&fs::read(&copy).unwrap());
    assert!(bytes_hold(&colleague, "Bergqvist"));
    colleague.done("merge", &[file.path.to_str().unwrap()]);
    assert!(!bytes_hold(&colleague, "Bergqvist"));
}

/// The document stands without the name, exports, and says what is missing.
#[test]
fn a_document_whose_responsible_is_forgotten_still_exports() {
    let file = group();
    file.done("begin", &["halland_mal_och_handlingsplan", "2026"]);
    file.done("add", &["plan", "goal", "rubrik=Trygg utskrivning"]);
    let responsible = format!("ansvarig={NAME}");
    file.done(
        "add",
        &[
            "plan",
            "activity",
            "--below",
            "1",
            "rubrik=En rutin",
            &responsible,
        ],
    );
    assert!(file.text("plan").contains("Bergqvist"));
    file.done("purge", &[NAME, "--yes"]);
    assert!(!file.text("plan").contains("Bergqvist"));
    let pdf = file.pdf("plan", "plan.pdf");
    let text = typeset::text(&fs::read(&pdf).unwrap()).unwrap().concat();
    assert!(!text.contains("Bergqvist"), "{text}");
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
}
