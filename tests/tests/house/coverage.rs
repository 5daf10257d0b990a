//! docs/coverage.md: each obligation of the mandates with the test that shows it, or the word *later* with a reason.
//!
//! A row is `| id | obligation | shown by |`. What shows it is one or more of `file::name` in backticks: `file` is a
//! file under tests/tests without `.rs` (or a folder with main.rs), or a path from the root when it holds a `/`; `name`
//! is a Rust test's, or the title of a test in TypeScript or JavaScript. That test, with the comment above it, carries
//! the row's id, so that who changes the test sees what it answers for. What is *later* names what it waits for.

use super::assert_none;
use std::fs;

const TABLE: &str = "docs/coverage.md";

/// The sections of the domain with how many obligations each has.
const SECTIONS: [(&str, usize); 9] = [
    ("2.5", 7),
    ("2.6", 9),
    ("2.7", 9),
    ("5.1", 25),
    ("5.2", 10),
    ("5.3", 10),
    ("5.4", 13),
    ("5.5", 14),
    ("5.6", 1),
];

/// What is still to come, and alone may be waited for.
const TO_COME: [&str; 2] = ["the matrix of commitments", "the regional compiler"];

#[derive(Debug, PartialEq)]
struct Row {
    id: String,
    shown_by: String,
}

#[test]
fn every_obligation_names_a_test_that_carries_it() {
    let text = fs::read_to_string(missiv_tests::root().join(TABLE)).unwrap();
    let faults = rows(&text)
        .iter()
        .flat_map(|row| faults(row, &read))
        .collect::<Vec<_>>();
    assert_none(&faults);
}

#[test]
fn every_obligation_of_each_section_has_one_row() {
    let text = fs::read_to_string(missiv_tests::root().join(TABLE)).unwrap();
    let ids: Vec<String> = rows(&text).into_iter().map(|row| row.id).collect();
    let wanted = SECTIONS
        .iter()
        .flat_map(|(section, count)| (1..=*count).map(move |number| format!("{section}-{number}")));
    assert_eq!(ids, wanted.collect::<Vec<_>>());
}

#[test]
fn a_row_that_says_what_it_waits_for_is_no_fault() {
    let later = row("*later*: the matrix of commitments");
    assert_eq!(faults(&later, &|_| None), [""; 0]);
}

#[test]
fn a_row_that_shows_nothing_is_a_fault() {
    assert_eq!(
        faults(&row(""), &|_| None),
        ["5.1-2 names no test, nor the word *later*"]
    );
}

#[test]
fn a_row_that_waits_for_no_reason_is_a_fault_beside_a_test_too() {
    let fault = "5.1-2 says *later* and not what it waits for";
    let read = |_: &str| Some("/// 5.1-2\n#[test]\nfn a() {\n}\n".to_owned());
    for shown_by in [
        "*later*",
        "*later*: some day",
        "`rules::a`; the rest *later*",
        "*later*, `rules::a`, the regional compiler",
    ] {
        assert_eq!(faults(&row(shown_by), &read), [fault], "{shown_by}");
    }
    let both = "`rules::a`; the rest *later*: the regional compiler";
    assert_eq!(faults(&row(both), &read), [""; 0]);
}

#[test]
fn a_test_that_does_not_exist_is_a_fault() {
    let fault = "5.1-2 names rules::a, which does not exist";
    assert_eq!(faults(&row("`rules::a`"), &|_| None), [fault]);
    assert_eq!(
        faults(&row("`rules::a`"), &|_| Some("fn a() {\n}\n".to_owned())),
        [fault]
    );
}

#[test]
fn a_test_that_does_not_carry_the_id_is_a_fault() {
    let text = "/// 5.1-20\n#[test]\nfn a() {\n}\n\n/// 5.1-2\n#[test]\nfn b() {\n}\n";
    let fault = "5.1-2 names rules::a, which does not carry that id";
    assert_eq!(
        faults(&row("`rules::a`"), &|_| Some(text.to_owned())),
        [fault]
    );
    assert_eq!(
        faults(&row("`rules::b`"), &|_| Some(text.to_owned())),
        [""; 0]
    );
}

#[test]
fn an_id_in_the_body_carries_too() {
    let text = "#[test]\nfn a() {\n    // 5.1-2: …\n}\n";
    assert_eq!(
        faults(&row("`rules::a`"), &|_| Some(text.to_owned())),
        [""; 0]
    );
}

#[test]
fn a_window_test_is_found_by_its_title() {
    for word in ["test", "way"] {
        let text = format!("// 5.1-2\n{word}(\"the plan opens\", async () => {{\n}});\n");
        let read = |path: &str| (path == "ui/e2e/window.test.mjs").then(|| text.clone());
        let named = row("`ui/e2e/window.test.mjs::the plan opens`");
        assert_eq!(faults(&named, &read), [""; 0], "{word}");
    }
}

fn row(shown_by: &str) -> Row {
    Row {
        id: "5.1-2".to_owned(),
        shown_by: shown_by.to_owned(),
    }
}

/// The rows whose first cell is an id such as `5.1-20`.
fn rows(table: &str) -> Vec<Row> {
    let cells = |line: &str| {
        let cells: Vec<&str> = line
            .trim()
            .strip_prefix('|')?
            .strip_suffix('|')?
            .split('|')
            .map(str::trim)
            .collect();
        let [id, .., shown_by] = cells[..] else {
            return None;
        };
        let is_id = id.starts_with(|c: char| c.is_ascii_digit()) && id.contains('-');
        is_id.then(|| Row {
            id: id.to_owned(),
            shown_by: shown_by.to_owned(),
        })
    };
    table.lines().filter_map(cells).collect()
}

/// What is wrong with a row, given how to read a file by its path from the root.
fn faults(row: &Row, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let id = &row.id;
    let named: Vec<&str> = row.shown_by.split('`').skip(1).step_by(2).collect();
    let mut waits = row.shown_by.split("*later*").skip(1).peekable();
    if named.is_empty() && waits.peek().is_none() {
        return vec![format!("{id} names no test, nor the word *later*")];
    }
    let is_said = |rest: &str| {
        let why = rest.strip_prefix(": ");
        why.is_some_and(|why| TO_COME.iter().any(|known| why.starts_with(known)))
    };
    if !waits.all(is_said) {
        return vec![format!("{id} says *later* and not what it waits for")];
    }
    let fault = |name: &&str| match test(name, read) {
        None => Some(format!("{id} names {name}, which does not exist")),
        Some(test) if !carries(&test, id) => {
            Some(format!("{id} names {name}, which does not carry that id"))
        }
        Some(_) => None,
    };
    named.iter().filter_map(fault).collect()
}

/// The text of a test, with the comments and attributes above it.
pub(super) fn test(name: &str, read: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let (file, name) = name.split_once("::")?;
    let name = name.rsplit("::").next()?;
    let paths = if file.contains('/') {
        vec![file.to_owned()]
    } else {
        vec![
            format!("tests/tests/{file}.rs"),
            format!("tests/tests/{file}/main.rs"),
        ]
    };
    let text = paths.iter().find_map(|path| read(path))?;
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| begins(line, name))?;
    let above = (0..at)
        .rev()
        .take_while(|line| is_above(lines[*line]))
        .last()
        .unwrap_or(at);
    let is_test =
        !lines[at].contains("fn ") || lines[above..at].iter().any(|line| line.trim() == "#[test]");
    let indent = |line: &str| line.len() - line.trim_start().len();
    let ends =
        |line: &&str| line.trim_start().starts_with('}') && indent(line) == indent(lines[at]);
    let length = lines[at..].iter().position(ends)?;
    is_test.then(|| lines[above..=at + length].join("\n"))
}

fn begins(line: &str, name: &str) -> bool {
    let line = line.trim_start();
    let rust = line.strip_prefix("fn ").is_some_and(|rest| {
        rest.strip_prefix(name)
            .is_some_and(|rest| rest.starts_with('('))
    });
    let titled = ["test", "it", "way"].iter().any(|word| {
        ['"', '\'', '`']
            .iter()
            .any(|quote| line.starts_with(&format!("{word}({quote}{name}{quote}")))
    });
    rust || titled
}

fn is_above(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("//")
        || line.starts_with('#')
        || line.starts_with('*')
        || line.starts_with("/*")
}

/// Whether a text holds the id as a whole: `5.1-2` is not in `5.1-20`.
fn carries(text: &str, id: &str) -> bool {
    let after = text.split(id).skip(1);
    after
        .into_iter()
        .any(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

pub(super) fn read(path: &str) -> Option<String> {
    fs::read_to_string(missiv_tests::root().join(path)).ok()
}
