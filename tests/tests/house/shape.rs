//! The shape of the code: how long a file and a command may be, and what the two lowest crates never touch.

use super::{Source, assert_none, sources};

const CODE: &[&str] = &[".rs", ".ts", ".mjs", ".svelte", ".java"];
const LONGEST_FILE: usize = 500;
const LONGEST_COMMAND: usize = 15;

/// Tables may be long: one entry after another is no procedure. Each stands here with its reason.
const TABLES: &[&str] = &[
    "crates/template/tests/suite/cases.rs",
    // Made from the commands; nobody writes it.
    "ui/src/api/bindings.ts",
    // Made from the sentences; nobody writes it.
    "ui/src/kit/words/keys.ts",
];

/// What model and template do not reach for: files, the network, other programs, the environment, the clock.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "std::time",
    "std::io::stdin",
    "Utc::now",
    "Local::now",
    "now_v7",
    "new_v4",
];

#[test]
fn no_file_is_too_long() {
    let places = ["crates", "src-tauri", "ui", "tests", "xtask"];
    let code: Vec<Source> = places
        .iter()
        .flat_map(|place| sources(place, CODE))
        .collect();
    assert!(code.len() > 20, "the rule reads {} files only", code.len());
    assert_none(&too_long(&code));
}

#[test]
fn a_file_of_one_line_too_many_is_a_fault() {
    let long = Source {
        path: "a.rs".to_owned(),
        text: "x\n".repeat(LONGEST_FILE + 1),
    };
    let fits = Source {
        path: "b.rs".to_owned(),
        text: "x\n".repeat(LONGEST_FILE),
    };
    assert_eq!(
        too_long(&[long, fits]),
        ["a.rs has 501 lines; split it by what it is about"]
    );
}

#[test]
fn model_and_template_touch_nothing_outside() {
    let places = ["crates/model/src", "crates/template/src"];
    let code: Vec<Source> = places
        .iter()
        .flat_map(|place| sources(place, &[".rs"]))
        .collect();
    assert!(!code.is_empty());
    assert_none(&reaching_out(&code));
}

#[test]
fn a_clock_in_the_model_is_a_fault() {
    let source = Source {
        path: "a.rs".to_owned(),
        text: "fn f() {\n    Utc::now()\n}\n".to_owned(),
    };
    assert_eq!(
        reaching_out(&[source]),
        ["a.rs:2 reaches for Utc::now; take it as an argument"]
    );
}

#[test]
fn a_command_is_a_door_and_not_a_room() {
    assert_none(&rooms(&sources("src-tauri/src", &[".rs"])));
}

#[test]
fn a_command_of_sixteen_lines_is_a_fault() {
    let long = format!(
        "#[tauri::command]\npub fn save() {{\n{}}}\n",
        "    x();\n".repeat(14)
    );
    let fits = format!(
        "#[tauri::command]\npub fn open() {{\n{}}}\n",
        "    x();\n".repeat(13)
    );
    let source = Source {
        path: "a.rs".to_owned(),
        text: fits + &long,
    };
    assert_eq!(rooms(&[source]), ["a.rs:18 is a command of 16 lines"]);
}

fn too_long(code: &[Source]) -> Vec<String> {
    let lines = |source: &Source| source.text.lines().count();
    let is_long =
        |source: &&Source| lines(source) > LONGEST_FILE && !TABLES.contains(&source.path.as_str());
    let told = |source: &Source| {
        format!(
            "{} has {} lines; split it by what it is about",
            source.path,
            lines(source)
        )
    };
    code.iter().filter(is_long).map(told).collect()
}

fn reaching_out(code: &[Source]) -> Vec<String> {
    let in_source = |source: &Source| {
        let lines = source
            .text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim_start().starts_with("//"));
        let told = |(index, line): (usize, &str)| {
            let outside = OUTSIDE.iter().find(|outside| line.contains(*outside))?;
            Some(format!(
                "{}:{} reaches for {outside}; take it as an argument",
                source.path,
                index + 1
            ))
        };
        lines.filter_map(told).collect::<Vec<_>>()
    };
    code.iter().flat_map(in_source).collect()
}

/// The commands that are too long, counted from `fn` to the brace that ends it, as rustfmt lays them out.
fn rooms(code: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in code {
        let lines: Vec<&str> = source.text.lines().collect();
        for at in
            (0..lines.len()).filter(|at| lines[*at].trim_start().starts_with("#[tauri::command"))
        {
            let Some(start) = (at..lines.len()).find(|line| lines[*line].contains("fn ")) else {
                continue;
            };
            let indent = lines[start].len() - lines[start].trim_start().len();
            let brace = format!("{}}}", " ".repeat(indent));
            let end = (start..lines.len())
                .find(|line| lines[*line] == brace)
                .unwrap_or(start);
            let length = end - start + 1;
            if length > LONGEST_COMMAND {
                faults.push(format!(
                    "{}:{} is a command of {length} lines",
                    source.path,
                    start + 1
                ));
            }
        }
    }
    faults
}
