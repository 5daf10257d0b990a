//! Parsing and rendering undo each other.

mod standard;

use super::*;
use standard::standard;

/// A sequence of numbers that is the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn text(&mut self, words: &[&str], most: usize) -> String {
        let count = 1 + self.below(most);
        (0..count).map(|_| words[self.below(words.len())]).collect()
    }
}

const INLINE: [&str; 39] = [
    "a",
    "å",
    "ö",
    "1",
    " ",
    " ",
    " ",
    "\n",
    "*",
    "*",
    "**",
    "**",
    "***",
    "_",
    "__",
    "`",
    "[",
    "]",
    "(",
    ")",
    "!",
    "\\",
    "<",
    ">",
    "&",
    "&amp;",
    "#",
    "-",
    ".",
    "|",
    "~",
    "\u{a0}",
    "—",
    "](HTTPS://Z.Z)",
    "](JS:Z)",
    "<HTTPS://Z.Z>",
    "<b>",
    "\"",
    "[x](HTTPS://Z)",
];

const BLOCKS: [&str; 50] = [
    "a",
    "b",
    "å",
    "ö",
    "1",
    "7",
    " ",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n- ",
    "\n* ",
    "\n+ ",
    "\n1. ",
    "\n2. ",
    "\n1) ",
    "\n2025. ",
    "\n  - ",
    "\n   1. ",
    "\n    - ",
    "\n# ",
    "\n#### ",
    "#",
    "\n---\n",
    "\n===\n",
    "\n***\n",
    "\n> ",
    "\n```\n",
    "\n~~~\n",
    "|",
    "| a | b |\n|---|---|\n",
    "\n| 1 | ",
    "\n|-|-|\n",
    "-",
    "*",
    "**",
    "_",
    "=",
    "\\",
    "\n<div>\n",
    "]: ",
    "[a](HTTPS://Z)",
    ".",
    "\r\n",
];

fn check(text: &str) {
    let blocks = parse(text);
    let stored = render(&blocks);
    assert_eq!(parse(&stored), blocks, "typed {text:?}, stored {stored:?}");
    assert_eq!(render(&parse(&stored)), stored, "typed {text:?}");
    assert_eq!(
        standard(&stored),
        blocks,
        "another program reads {stored:?}"
    );
    assert_shown(text, &plain(&blocks));
    assert_tidy(&blocks, text);
}

/// Every letter and digit that is no target and no number of a list stands in the text, in order.
fn assert_shown(typed: &str, shown: &str) {
    let mut shown_characters = shown.chars();
    let mut rest = typed.chars().peekable();
    while let Some(character) = rest.next() {
        let of_a_list =
            character.is_ascii_digit() && matches!(rest.peek(), Some('.' | ')' | '0'..='9'));
        if character.is_alphanumeric() && !character.is_ascii_uppercase() && !of_a_list {
            assert!(
                shown_characters.any(|other| other == character),
                "{character} of {typed:?} is not in {shown:?}"
            );
        }
    }
}

fn assert_tidy(blocks: &[Block], typed: &str) {
    for block in blocks {
        match block {
            Block::Paragraph { text } | Block::Heading { text, .. } => {
                assert_eq!(tidy::tidy(text.clone()), *text, "{typed:?}");
                assert!(!text.is_empty(), "{typed:?}");
            }
            Block::List { items, .. } => {
                assert!(
                    !items.is_empty() && items.iter().all(|item| !item.is_empty()),
                    "{typed:?}"
                );
                items.iter().for_each(|item| assert_tidy(item, typed));
            }
            Block::Table { head, rows } => {
                assert!(rows.iter().all(|row| row.len() == head.len()), "{typed:?}");
                rows.iter()
                    .chain([head])
                    .flatten()
                    .for_each(|cell| assert_eq!(tidy::tidy(cell.clone()), *cell));
            }
        }
    }
}

#[test]
fn random_marks_within_a_line_are_written_back() {
    let mut numbers = Numbers(1);
    for _ in 0..5_000 {
        check(&numbers.text(&INLINE, 25));
    }
}

#[test]
fn random_blocks_are_written_back() {
    let mut numbers = Numbers(2);
    for _ in 0..5_000 {
        check(&numbers.text(&BLOCKS, 25));
    }
}

/// What an editor gives: runs that begin and end anywhere.
#[test]
fn form_that_markdown_lacks_goes_but_its_characters_stay() {
    let letters = |text: &str| {
        text.chars()
            .filter(|character| !character.is_whitespace())
            .collect::<String>()
    };
    let mut numbers = Numbers(3);
    for _ in 0..5_000 {
        let span = |numbers: &mut Numbers| Span {
            text: numbers.text(&INLINE, 4),
            bold: numbers.below(3) == 0,
            italic: numbers.below(3) == 0,
            link: (numbers.below(6) == 0).then(|| "https://a.se".to_owned()),
        };
        let count = 1 + numbers.below(6);
        let text: Vec<Span> = (0..count).map(|_| span(&mut numbers)).collect();
        let blocks = match numbers.below(3) {
            0 => vec![Block::Paragraph { text }],
            1 => vec![Block::Heading { level: 9, text }],
            _ => vec![Block::Table {
                head: vec![text.clone()],
                rows: vec![vec![text.clone(), text]],
            }],
        };
        let read = parse(&render(&blocks));
        assert_eq!(
            letters(&plain(&read)),
            letters(&plain(&blocks)),
            "{blocks:?}"
        );
        assert_eq!(parse(&render(&read)), read, "{blocks:?}");
    }
}
