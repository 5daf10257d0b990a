//! Reads the small Markdown.
//!
//! Blocks are read here, line by line, and what stands within a line by pulldown-cmark ([`inline`]). Its own reading
//! of blocks drops characters (link definitions, surplus cells), numbers a list from what was typed first and nests
//! without bound; a field must show every character that is no mark, and hostile text must cost no more than its length.

pub(super) mod inline;
mod line;
mod list;
mod table;

use std::borrow::Cow;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::tidy::tidy;
use super::{Block, Span};
use crate::input::control_free;

/// How deep lists nest; a mark below that is shown as typed.
pub(super) const DEEPEST: usize = 8;

/// Returns the blocks of a text field; what is outside the subset becomes the characters that were typed.
///
/// A single line end within a paragraph is a line break. An ordered list counts from 1; a line with another number is
/// a line of text. Never panics, and takes time in proportion to the length.
#[must_use]
pub fn parse(text: &str) -> Vec<Block> {
    let text = control_free(text);
    let lines: Vec<Cow<'_, str>> = text.lines().map(line::expand_tabs).collect();
    let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
    blocks(&lines, 0)
}

fn blocks(lines: &[&str], depth: usize) -> Vec<Block> {
    let mut fences = Fences::default();
    let mut out = Vec::new();
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let used = if line::is_blank(first) {
            1
        } else {
            block(rest, depth, &mut fences, &mut out)
        };
        rest = &rest[used..];
    }
    out
}

/// Reads one block, or several that were typed as one, and returns how many lines it took: at least one.
fn block(lines: &[&str], depth: usize, fences: &mut Fences, out: &mut Vec<Block>) -> usize {
    if let Some(used) = verbatim(lines, fences) {
        out.extend(typed(&lines[..used]));
        return used;
    }
    if let Some((level, text)) = line::heading(lines[0]) {
        out.push(Block::Heading {
            level,
            text: inline::leaf(text),
        });
        return 1;
    }
    if let Some((block, used)) = list::read(lines, depth).or_else(|| table::read(lines)) {
        out.push(block);
        return used;
    }
    let used = 1
        + (1..lines.len())
            .take_while(|&at| !ends_paragraph(&lines[at..], depth))
            .count();
    out.extend(paragraph(inline::leaf(&joined(&lines[..used]))));
    used
}

/// Returns how many lines are shown exactly as typed: code, a quotation, raw HTML.
fn verbatim(lines: &[&str], fences: &mut Fences) -> Option<usize> {
    let first = lines[0];
    let run = |holds: fn(&str) -> bool| lines.iter().take_while(|line| holds(line)).count();
    if line::is_code(first) {
        Some(run(line::is_code))
    } else if line::is_quote(first) {
        Some(run(line::is_quote))
    } else if line::fence(first).is_some() {
        fences.closed(lines)
    } else if starts_html(first) {
        Some(run(|line| !line::is_blank(line)))
    } else {
        None
    }
}

fn starts_html(line: &str) -> bool {
    line.trim_start().starts_with('<')
        && matches!(
            Parser::new_ext(line, Options::empty()).next(),
            Some(Event::Start(Tag::HtmlBlock))
        )
}

fn ends_paragraph(lines: &[&str], depth: usize) -> bool {
    line::is_blank(lines[0]) || interrupts(lines, depth)
}

/// Returns whether a block other than a paragraph begins here although the line before was text.
fn interrupts(lines: &[&str], depth: usize) -> bool {
    let first = lines[0];
    line::heading(first).is_some()
        || line::is_quote(first)
        || line::fence(first).is_some()
        || list::begins(first, depth)
        || table::begins(lines)
}

/// Returns lines as the paragraphs of plain text that they look like.
fn typed<'a>(lines: &'a [&'a str]) -> impl Iterator<Item = Block> + 'a {
    let paragraphs = lines.split(|line| line::is_blank(line));
    paragraphs.filter_map(|lines| {
        paragraph(tidy(vec![Span {
            text: lines.join("\n"),
            ..Span::default()
        }]))
    })
}

fn paragraph(text: Vec<Span>) -> Option<Block> {
    (!text.is_empty()).then_some(Block::Paragraph { text })
}

fn joined(lines: &[&str]) -> String {
    let trimmed: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    trimmed.join(inline::BREAK)
}

/// Which fences are known to have no end, so that many of them are not each looked up to the end of the text.
#[derive(Default)]
struct Fences {
    open: Vec<(char, usize)>,
}

impl Fences {
    fn closed(&mut self, lines: &[&str]) -> Option<usize> {
        let (mark, length) = line::fence(lines[0])?;
        if self
            .open
            .iter()
            .any(|&(open, shortest)| open == mark && shortest <= length)
        {
            return None;
        }
        let end = (1..lines.len()).find(|&at| line::closes(lines[at], mark, length));
        if end.is_none() {
            self.open.push((mark, length));
        }
        end.map(|at| at + 1)
    }
}

#[cfg(test)]
mod tests;
