mod hostile;
mod inline;

use super::*;
use crate::markdown::{plain, render};

fn p(text: &str) -> Block {
    Block::Paragraph {
        text: vec![span(text)],
    }
}

fn span(text: &str) -> Span {
    Span {
        text: text.to_owned(),
        ..Span::default()
    }
}

fn bold(text: &str) -> Span {
    Span {
        bold: true,
        ..span(text)
    }
}

fn italic(text: &str) -> Span {
    Span {
        italic: true,
        ..span(text)
    }
}

fn link(text: &str, target: &str) -> Span {
    Span {
        link: Some(target.to_owned()),
        ..span(text)
    }
}

fn list(ordered: bool, items: impl IntoIterator<Item = Vec<Block>>) -> Block {
    Block::List {
        ordered,
        items: items.into_iter().collect(),
    }
}

#[track_caller]
fn check(typed: &str, expected: &[Block]) {
    let blocks = parse(typed);
    assert_eq!(blocks, expected, "{typed:?}");
    assert_eq!(
        parse(&render(&blocks)),
        blocks,
        "{typed:?} is stored as {:?}",
        render(&blocks)
    );
}

#[track_caller]
fn check_spans(typed: &str, expected: &[Span]) {
    check(
        typed,
        &[Block::Paragraph {
            text: expected.to_vec(),
        }],
    );
}

/// The characters stand there as one paragraph of plain text.
#[track_caller]
fn check_typed(typed: &str) {
    check(typed, &[p(typed)]);
}

#[test]
fn an_empty_field_has_no_blocks() {
    check("", &[]);
    check(" \n\t\n\u{a0}\n\u{0}", &[]);
}

#[test]
fn an_empty_line_parts_paragraphs_and_a_line_end_is_a_line_break() {
    check("ett  \r\n två\r\n\r\n\n tre ", &[p("ett\ntvå"), p("tre")]);
    check("Word bryter\u{b}rader så", &[p("Word bryter\nrader så")]);
}

#[test]
fn number_signs_make_headings_of_three_levels() {
    let heading = |level, text| Block::Heading {
        level,
        text: vec![span(text)],
    };
    check(
        "# Ett\n## 2. Två ##\n### Tre\n###### Sex",
        &[
            heading(1, "Ett"),
            heading(2, "2. Två"),
            heading(3, "Tre"),
            heading(3, "Sex"),
        ],
    );
    check("a\n# C\\# #\\#\nb", &[p("a"), heading(1, "C# ##"), p("b")]);
}

#[test]
fn lists_have_bullets_or_numbers_and_nest() {
    check(
        "Mål:\n- ett\n  - a\n  - b\n- två",
        &[
            p("Mål:"),
            list(
                false,
                [
                    vec![p("ett"), list(false, [vec![p("a")], vec![p("b")]])],
                    vec![p("två")],
                ],
            ),
        ],
    );
    check(
        "1. ett\n\n   mer\n2. två\n\nefter",
        &[
            list(true, [vec![p("ett"), p("mer")], vec![p("två")]]),
            p("efter"),
        ],
    );
    check(
        "1. a\n1. b\n1. c",
        &[list(true, [vec![p("a")], vec![p("b")], vec![p("c")]])],
    );
    check(
        "* a\n+ b\n\n- c",
        &[
            list(false, [vec![p("a")]]),
            list(false, [vec![p("b")]]),
            list(false, [vec![p("c")]]),
        ],
    );
    check(
        "-\ta\n\t- b\n-\n- c\nd",
        &[list(
            false,
            [vec![p("a"), list(false, [vec![p("b")]])], vec![p("c\nd")]],
        )],
    );
    check(
        "- # a\n  | b |\n  |---|",
        &[list(
            false,
            [vec![
                Block::Heading {
                    level: 1,
                    text: vec![span("a")],
                },
                Block::Table {
                    head: vec![vec![span("b")]],
                    rows: vec![],
                },
            ]],
        )],
    );
}

#[test]
fn a_number_that_is_not_the_next_one_is_text() {
    check_typed("2025. Året då");
    check_typed("1 250 000");
    check_typed("3. c\n4. d");
    check_typed("Vi enades\n2025. Text");
    check(
        "1. a\n2. b\n4. d",
        &[list(true, [vec![p("a")], vec![p("b")]]), p("4. d")],
    );
    check(
        "1. a\n1) b",
        &[list(true, [vec![p("a")]]), list(true, [vec![p("b")]])],
    );
}

#[test]
fn a_table_has_a_head_and_loses_no_cell() {
    let row = |cells: &[&str]| {
        cells
            .iter()
            .map(|cell| {
                if cell.is_empty() {
                    vec![]
                } else {
                    vec![span(cell)]
                }
            })
            .collect::<Vec<_>>()
    };
    let table = |head, rows: &[&[&str]]| Block::Table {
        head: row(head),
        rows: rows.iter().map(|cells| row(cells)).collect(),
    };
    check(
        "a\n| b | c |\n|:--|--:|\n| 1 \\| 2 |\n|| 3 |\nd",
        &[
            p("a"),
            table(&["b", "c"], &[&["1 | 2", ""], &["", "3"]]),
            p("d"),
        ],
    );
    check("b|c\n-|-\n1|2|3", &[table(&["b", "c"], &[]), p("1|2|3")]);
    check(
        "| **b** |\n|---|",
        &[Block::Table {
            head: vec![vec![bold("b")]],
            rows: vec![],
        }],
    );
    check_typed("| b | c |\n|---|");
    check("|\n- |", &[p("|"), list(false, [vec![p("|")]])]);
    check_typed(&format!("{}|\n{}|", "|a".repeat(21), "|-".repeat(21)));
}
