//! No organisation and no template is named in code: they are data, and change every year.

use super::{Source, assert_none, sources};
use std::{collections::BTreeSet, fs};

/// Organisations that the first users belong to, whatever folders there are.
const KNOWN: &[&str] = &["halland", "skaraborg", "fyrbodal", "socialchef"];

const CODE: &[&str] = &[".rs", ".ts", ".js", ".mjs", ".svelte", ".html", ".css"];

#[test]
fn code_names_no_organisation_and_no_template() {
    let places = ["crates", "src-tauri", "ui/src", "xtask"];
    let code: Vec<Source> = places
        .iter()
        .flat_map(|place| sources(place, CODE))
        .collect();
    assert_none(&faults(&code, &words()));
}

#[test]
fn a_name_in_an_inline_test_is_a_fault() {
    let text = "mod tests {\n    const GROUP: &str = \"Region Halland\";\n}\n".to_owned();
    let source = Source {
        path: "crates/x/src/lib.rs".to_owned(),
        text,
    };
    let words = BTreeSet::from(["halland".to_owned()]);
    assert_eq!(
        faults(&[source], &words),
        ["crates/x/src/lib.rs:2 names halland"]
    );
}

#[test]
fn a_pack_named_by_an_ordinary_word_is_named_between_quotes() {
    assert!(names("open(\"grupp\")", "grupp") && names("\"templates/grupp/main.typ\"", "grupp"));
    assert!(!names("/// gruppen själv, en grupp", "grupp"));
    assert!(names("// gamla_mallen", "gamla_mallen"));
}

#[test]
fn the_folders_give_the_words() {
    let words = words();
    assert!(KNOWN.iter().all(|word| words.contains(*word)));
    for kind in ["profiles", "templates"] {
        for folder in folders(kind) {
            assert!(words.contains(&folder), "{folder}");
        }
    }
}

fn faults(code: &[Source], words: &BTreeSet<String>) -> Vec<String> {
    let in_line = |path: &str, index: usize, line: &str| {
        let line = line.to_lowercase();
        let named = words.iter().find(|word| names(&line, word))?;
        Some(format!("{path}:{} names {named}", index + 1))
    };
    let in_source = |source: &Source| {
        let lines = source.text.lines().enumerate();
        lines
            .filter_map(|(index, line)| in_line(&source.path, index, line))
            .collect::<Vec<_>>()
    };
    code.iter().flat_map(in_source).collect()
}

/// Whether a line in small letters names `word`. A pack whose name is an ordinary Swedish word is named where the word
/// stands alone between quotes or slashes; any other name, wherever it occurs.
fn names(line: &str, word: &str) -> bool {
    if word.contains('_') || KNOWN.contains(&word) {
        return line.contains(word);
    }
    let edge = |c: Option<char>| matches!(c, Some('"' | '\'' | '`' | '/'));
    let mut found = line.match_indices(word);
    found.any(|(at, _)| {
        edge(line[..at].chars().next_back()) && edge(line[at + word.len()..].chars().next())
    })
}

fn words() -> BTreeSet<String> {
    let known = KNOWN.iter().map(|word| (*word).to_owned());
    known
        .chain(folders("profiles"))
        .chain(folders("templates"))
        .collect()
}

/// The names of the packs of a kind: the folders that hold a manifest, so that what packs share is left out.
fn folders(kind: &str) -> Vec<String> {
    let folder = missiv_tests::root().join("assets").join(kind);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let has_manifest = |path: &std::path::Path| {
        ["template.toml", "profile.toml"]
            .iter()
            .any(|manifest| path.join(manifest).is_file())
    };
    let packs = entries.filter(|entry| has_manifest(&entry.path()));
    packs
        .map(|entry| entry.file_name().to_string_lossy().to_lowercase())
        .collect()
}
