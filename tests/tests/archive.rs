//! The files of earlier versions, which this one must open, list, show and export byte for byte.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use missiv_tests::{WorkspaceFile, root};
use serde_json::{Value, json};

#[test]
fn the_files_of_every_version_open_and_their_editions_export_byte_for_byte() {
    let files = files();
    assert!(!files.is_empty(), "tests/archive holds no file");
    for path in files {
        let file = WorkspaceFile::of(&fs::read(&path).unwrap());
        let found = read(&file);
        let record = path.with_extension("json");
        let bless = env::var_os("MISSIV_BLESS").is_some_and(|value| value == "1");
        // What an earlier version promised is not written anew.
        if bless && !record.exists() {
            let text = serde_json::to_string_pretty(&found).unwrap() + "\n";
            fs::write(&record, text).unwrap();
        }
        let wanted = fs::read(&record).unwrap_or_else(|_| panic!("{record:?} is missing"));
        let wanted: Value = serde_json::from_slice(&wanted).unwrap();
        assert_eq!(found, wanted, "{}", path.display());
    }
}

/// Reading is no reason to change a file that came from somebody.
#[test]
fn a_file_of_an_earlier_version_can_be_written_on() {
    for path in files() {
        let file = WorkspaceFile::of(&fs::read(&path).unwrap());
        let group = ["group", ".", "telefon", "035-11 11 11"];
        file.done("set", &group);
        assert!(file.text("group").contains("035-11 11 11"));
    }
}

/// What a file says of itself: its documents, and the editions of each with the SHA-256 of what they export.
fn read(file: &WorkspaceFile) -> Value {
    let mut documents = Vec::new();
    for line in file.json("list", &[]).as_array().unwrap() {
        let id = line["id"].as_str().unwrap();
        let title = line["title"].as_str().unwrap();
        let shown = file.json("show", &[id]);
        let heading = shown["paper"]["document"]["heading"].as_str().unwrap();
        assert!(file.text(id).contains(heading), "{heading}");
        let editions = shown["editions"].as_array().unwrap().iter();
        let editions = editions.map(|edition| {
            let id = edition["id"].as_str().unwrap();
            json!({
                "id": id,
                "number": edition["number"],
                "state": edition["state"],
                "sha256": exported(file, line["id"].as_str().unwrap(), id),
            })
        });
        documents.push(json!({
            "id": id,
            "template": line["template"],
            "period": line["period"],
            "title": title,
            "state": line["state"],
            "changed": line["changed"],
            "editions": editions.collect::<Vec<_>>(),
        }));
    }
    // In what order a list shows them is no promise.
    documents.sort_by_key(|document| document["id"].to_string());
    json!({ "documents": documents })
}

fn exported(file: &WorkspaceFile, document: &str, edition: &str) -> String {
    let target = file.place.path("utgåva.pdf");
    let named = format!("--edition={edition}");
    file.done("export", &[document, target.to_str().unwrap(), &named]);
    let bytes = fs::read(&target).unwrap();
    // It is still a paper with its data, whoever wrote it.
    assert!(typeset::attachment(&bytes).unwrap().is_some());
    store::Sha256::of(&bytes).to_string()
}

fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/archive")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_workspace = |path: &Path| path.extension().is_some_and(|it| it == "missiv");
    let mut found: Vec<PathBuf> = paths.filter(|path| is_workspace(path)).collect();
    found.sort();
    found
}
