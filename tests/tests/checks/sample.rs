//! What `missiv check` says of the sample year, and of each template before anybody has written a word: lists that a
//! person has read line by line.

use std::fs;

use missiv_tests::{Place, reference};

/// The day that terms are seen from: what was read stays true next year.
const DAY: &str = "2025-03-01";

#[test]
fn the_diagnostics_of_the_sample_are_those_that_were_read() {
    let place = Place::new();
    let written = place.missiv(["sample", "."]).succeeded();
    let file = written.stdout.lines().next().unwrap();
    let said = place.missiv(["check", file, "--on", DAY]).succeeded();
    reference::check("sample-diagnostics.txt", &said.stdout);
}

#[test]
fn the_diagnostics_of_what_nobody_has_filled_in_are_those_that_were_read() {
    let place = Place::new();
    let folder = missiv_tests::root().join("assets/templates");
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut examples: Vec<_> = entries
        .map(|folder| folder.join("examples/empty.json"))
        .filter(|path| path.is_file())
        .collect();
    examples.sort();
    let mut said = String::new();
    for (index, example) in examples.iter().enumerate() {
        let file = format!("{index}.missiv");
        let imported = place
            .missiv(["import".as_ref(), file.as_ref(), example.as_os_str()])
            .succeeded();
        assert_eq!(imported.stderr, "", "{}", example.display());
        let checked = place.missiv(["check", &file, "--on", DAY]);
        assert!(matches!(checked.code, Some(0 | 3)), "{checked}");
        said.push_str(&checked.stdout);
        said.push('\n');
    }
    reference::check("empty-diagnostics.txt", &said);
}
