//! REUSE: every file has a licence, and every licence named stands in LICENSES with its text.

use super::{assert_none, sources};
use std::{collections::BTreeSet, fs};
use toml::Value;

#[test]
fn one_annotation_covers_every_file() {
    let first = annotations().remove(0);
    assert_eq!(first["path"].as_str(), Some("**"));
    assert_eq!(first["SPDX-License-Identifier"].as_str(), Some("EUPL-1.2"));
    assert!(first.get("SPDX-FileCopyrightText").is_some());
}

#[test]
fn every_annotated_path_exists() {
    let root = missiv_tests::root();
    let gone = annotations()
        .into_iter()
        .flat_map(|annotation| paths(&annotation))
        .filter(|path| {
            let fixed = path.split('*').next().unwrap_or_default();
            !root.join(fixed).exists()
        });
    assert_none(&gone.collect::<Vec<_>>());
}

#[test]
fn every_licence_named_has_its_text() {
    let named: BTreeSet<String> = annotations()
        .iter()
        .flat_map(|it| identifiers(&it.to_string()))
        .collect();
    let in_headers = [
        "crates",
        "src-tauri",
        "ui",
        "tests",
        "xtask",
        "assets",
        "docs",
        ".ci",
    ];
    let in_headers = in_headers.iter().flat_map(|place| sources(place, &[""]));
    let named: BTreeSet<String> = in_headers
        .flat_map(|source| identifiers(&source.text))
        .chain(named)
        .collect();
    assert!(
        named.contains("EUPL-1.2") && named.contains("OFL-1.1"),
        "{named:?}"
    );
    assert_eq!(named, texts());
}

#[test]
fn an_identifier_is_read_from_a_header_and_from_toml() {
    let tag = "SPDX-License-Identifier";
    assert_eq!(identifiers(&format!("// {tag}: MIT\nx")), ["MIT"]);
    assert_eq!(
        identifiers(&format!("\"{tag}\" = \"OFL-1.1\"")),
        ["OFL-1.1"]
    );
}

fn annotations() -> Vec<Value> {
    let text = fs::read_to_string(missiv_tests::root().join("REUSE.toml")).unwrap();
    let table: Value = toml::from_str(&text).unwrap();
    table["annotations"].as_array().unwrap().clone()
}

fn paths(annotation: &Value) -> Vec<String> {
    match &annotation["path"] {
        Value::Array(paths) => paths
            .iter()
            .map(|path| path.as_str().unwrap().to_owned())
            .collect(),
        path => vec![path.as_str().unwrap().to_owned()],
    }
}

/// The licences that a text names; a name in braces is this test's own text.
fn identifiers(text: &str) -> Vec<String> {
    let after = text.split("SPDX-License-Identifier").skip(1);
    let named = after.filter_map(|rest| {
        rest.trim_start_matches([':', '"', ' ', '='])
            .split(['"', '\n', '\r', ' '])
            .next()
    });
    let is_licence = |name: &&str| {
        name.starts_with(|c: char| c.is_ascii_uppercase()) && !name.contains(['\\', '/'])
    };
    named.filter(is_licence).map(str::to_owned).collect()
}

fn texts() -> BTreeSet<String> {
    let files = fs::read_dir(missiv_tests::root().join("LICENSES")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
    names
        .map(|name| name.trim_end_matches(".txt").to_owned())
        .collect()
}
