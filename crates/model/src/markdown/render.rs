//! Writes blocks as the small Markdown.

mod inline;

use super::tidy::tidy;
use super::{Block, Span};

pub(super) use inline::can_write;

/// Returns the Markdown that [`parse`](super::parse()) reads as these blocks, without a line end at the end.
///
/// That holds for all that `parse` gives. Of other blocks the characters stay and the form as far as Markdown has one:
/// a run that ends in a space ends before it, a heading's line break is a space, empty blocks are left out, and lists
/// that nest too deep are one list.
#[must_use]
pub fn render(blocks: &[Block]) -> String {
    lines(blocks, 0).join("\n")
}

/// Which of two marks a list has; lists that follow each other alternate, or they would be one.
#[derive(Clone, Copy, PartialEq)]
enum Marks {
    First,
    Second,
}

fn lines(blocks: &[Block], depth: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut list_before = None;
    let mut paragraph_before = false;
    for block in blocks {
        let marks = next_marks(block, list_before);
        let lines = block_lines(block, marks, depth);
        if lines.is_empty() {
            continue;
        }
        let is_list = matches!(block, Block::List { .. });
        // Within an item a list follows its text at once, as people write it.
        let at_once = depth > 0 && paragraph_before && is_list;
        if !out.is_empty() && !at_once {
            out.push(String::new());
        }
        out.extend(lines);
        paragraph_before = matches!(block, Block::Paragraph { .. });
        list_before = if let Block::List { ordered, .. } = block {
            Some((*ordered, marks))
        } else {
            None
        };
    }
    out
}

fn next_marks(block: &Block, list_before: Option<(bool, Marks)>) -> Marks {
    match (block, list_before) {
        (Block::List { ordered, .. }, Some((before, Marks::First))) if *ordered == before => {
            Marks::Second
        }
        _ => Marks::First,
    }
}

fn block_lines(block: &Block, marks: Marks, depth: usize) -> Vec<String> {
    match block {
        Block::Paragraph { text } => {
            let text = inline::write(&tidy(text.clone()));
            text.lines().map(guarded).collect()
        }
        Block::Heading { level, text } => {
            let text = heading_text(&cell(text));
            let level = usize::from((*level).clamp(1, 3));
            if text.is_empty() {
                Vec::new()
            } else {
                vec![format!("{} {text}", "#".repeat(level))]
            }
        }
        Block::List { ordered, items } => list(*ordered, items, marks, depth),
        Block::Table { head, rows } => table(head, rows),
    }
}

fn list(ordered: bool, items: &[Vec<Block>], marks: Marks, depth: usize) -> Vec<String> {
    if depth >= super::parse::DEEPEST {
        return lines(&items.concat(), depth);
    }
    let mut out = Vec::new();
    let mut number = 0;
    for item in items {
        let content = lines(item, depth + 1);
        if content.is_empty() {
            continue;
        }
        number += 1;
        let mark = match (ordered, marks) {
            (false, Marks::First) => "- ".to_owned(),
            (false, Marks::Second) => "* ".to_owned(),
            (true, Marks::First) => format!("{number}. "),
            (true, Marks::Second) => format!("{number}) "),
        };
        let indent = " ".repeat(mark.len());
        for (at, line) in content.iter().enumerate() {
            let before = if at == 0 { &mark } else { &indent };
            out.push(if line.is_empty() {
                String::new()
            } else {
                format!("{before}{line}")
            });
        }
    }
    out
}

fn table(head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) -> Vec<String> {
    let width = rows.iter().map(Vec::len).fold(head.len(), usize::max);
    if width == 0 {
        return Vec::new();
    }
    let row = |cells: &[Vec<Span>]| {
        let cells = (0..width).map(|at| {
            cells
                .get(at)
                .map_or_else(String::new, |text| cell(text).replace('|', "\\|"))
        });
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let dashes = format!("| {} |", vec!["---"; width].join(" | "));
    std::iter::once(row(head))
        .chain(std::iter::once(dashes))
        .chain(rows.iter().map(|cells| row(cells)))
        .collect()
}

/// Returns text that has to stand on one line.
fn cell(text: &[Span]) -> String {
    let one_line = |span: Span| Span {
        text: span.text.replace('\n', " "),
        ..span
    };
    inline::write(&tidy(
        tidy(text.to_vec()).into_iter().map(one_line).collect(),
    ))
}

/// Escapes number signs that would end the heading.
fn heading_text(text: &str) -> String {
    let open = text.trim_end_matches('#');
    let ends_heading = open.len() < text.len() && (open.is_empty() || open.ends_with([' ', '\t']));
    if ends_heading {
        format!("{open}\\{}", &text[open.len()..])
    } else {
        text.to_owned()
    }
}

/// Escapes what would make a line of text begin another block.
fn guarded(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after_number = line[digits..]
        .chars()
        .next()
        .filter(|sign| digits > 0 && matches!(sign, '.' | ')'));
    let sign_at = if after_number.is_some() { digits } else { 0 };
    let sign_ends = line[sign_at..].chars().skip(1).all(char::is_whitespace)
        || line[sign_at..]
            .chars()
            .nth(1)
            .is_some_and(char::is_whitespace);
    let hashes = line.trim_start_matches('#');
    let heading =
        hashes.len() < line.len() && (hashes.is_empty() || hashes.starts_with(char::is_whitespace));
    let marked = (after_number.is_some() || line.starts_with(['-', '+', '*'])) && sign_ends;
    if marked || heading || line.starts_with(['>', '~']) || is_line_of_marks(line) {
        format!("{}\\{}", &line[..sign_at], &line[sign_at..])
    } else {
        line.to_owned()
    }
}

/// Returns whether the line makes a table or a heading of the line before, here or in another program, where the
/// mark of a list item before it counts too.
fn is_line_of_marks(line: &str) -> bool {
    line.contains(['-', '=', '|'])
        && line
            .chars()
            .all(|mark| matches!(mark, '-' | '=' | '|' | ':') || mark.is_whitespace())
}
