//! docs/pdf-ua.md and docs/threats.md: every row of their tables names a test that exists.
//!
//! A test is named as in docs/coverage.md: `file::name` in backticks.

use super::{
    assert_none,
    coverage::{read, test},
};

/// The ledgers, and the fewest rows that each can have.
const LEDGERS: &[(&str, usize)] = &[("docs/pdf-ua.md", 30), ("docs/threats.md", 20)];

#[test]
fn every_row_of_a_ledger_names_a_test_that_exists() {
    for (path, least) in LEDGERS {
        let text = read(path).unwrap();
        assert!(rows(&text).len() >= *least, "{path}");
        assert_none(&faults(path, &text, &read));
    }
}

#[test]
fn a_row_without_a_test_or_with_one_that_is_not_there_is_a_fault() {
    let text =
        "| clause | shown by |\n|---|---|\n| 7.1 | a look |\n| 7.2 | `rules::a`, `rules::b` |\n";
    let read = |_: &str| Some("#[test]\nfn a() {\n}\n".to_owned());
    assert_eq!(
        faults("x.md", text, &read),
        [
            "x.md: 7.1 names no test",
            "x.md: 7.2 names rules::b, which does not exist"
        ]
    );
}

/// The first cell and the last of each row below a table's head.
fn rows(text: &str) -> Vec<(&str, &str)> {
    let mut rows = Vec::new();
    let mut in_body = false;
    for line in text.lines() {
        let Some(row) = line
            .strip_prefix("| ")
            .and_then(|row| row.strip_suffix(" |"))
        else {
            in_body = line.starts_with("|---");
            continue;
        };
        let cells: Vec<&str> = row.split(" | ").collect();
        if let (true, [first, .., last]) = (in_body, &cells[..]) {
            rows.push((*first, *last));
        }
    }
    rows
}

fn faults(path: &str, text: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, shown_by) in rows(text) {
        let named: Vec<&str> = shown_by.split('`').skip(1).step_by(2).collect();
        if named.is_empty() {
            faults.push(format!("{path}: {id} names no test"));
        }
        let missing = named.iter().filter(|name| test(name, read).is_none());
        faults
            .extend(missing.map(|name| format!("{path}: {id} names {name}, which does not exist")));
    }
    faults
}
