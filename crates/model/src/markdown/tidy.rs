//! One form for each run of text: what looks alike is equal.

use super::Span;
use crate::input::{control_free, is_mark};

/// Returns the spans without control characters, empty spans and white space at the ends of lines.
///
/// A mark that begins a span belongs to the letter before it. White space belongs to a bold, italic or linked run only inside it, and neighbours of one kind are one span.
pub(super) fn tidy(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut space: Option<Span> = None;
    for span in spans {
        let text = control_free(&span.text);
        let text = match out.last_mut() {
            Some(before) if space.is_none() => given_its_marks(before, &text),
            _ => text.as_str(),
        };
        let core = text.trim();
        let lead = text.len() - text.trim_start().len();
        if core.is_empty() {
            widen(&mut space, text, &span);
            continue;
        }
        widen(&mut space, &text[..lead], &span);
        if let (Some(between), Some(last)) = (space.take(), out.last()) {
            let inner = shared(&shared(&between, &span), last);
            push(&mut out, one_break(between.text), inner);
        }
        widen(&mut space, &text[lead + core.len()..], &span);
        push(&mut out, lines(core), span);
    }
    out
}

/// Gives a span the marks that the text after it begins with, and returns the rest of that text: a letter and its mark
/// are of one kind, whichever was marked as bold.
fn given_its_marks<'a>(before: &mut Span, text: &'a str) -> &'a str {
    let rest = text.trim_start_matches(is_mark);
    before.text.push_str(&text[..text.len() - rest.len()]);
    rest
}

/// Adds white space; the whole is of the kind that all its parts have.
fn widen(space: &mut Option<Span>, text: &str, span: &Span) {
    if text.is_empty() {
        return;
    }
    let before = space.take();
    let kind = before
        .as_ref()
        .map_or_else(|| shared(span, span), |before| shared(before, span));
    let text = before.map_or_else(String::new, |before| before.text) + text;
    *space = Some(Span { text, ..kind });
}

fn push(out: &mut Vec<Span>, text: String, kind: Span) {
    match out.last_mut() {
        Some(last) if alike(last, &kind) => last.text.push_str(&text),
        _ => out.push(Span { text, ..kind }),
    }
}

fn alike(a: &Span, b: &Span) -> bool {
    a.bold == b.bold && a.italic == b.italic && a.link == b.link
}

fn shared(a: &Span, b: &Span) -> Span {
    let link = a.link.clone().filter(|_| a.link == b.link);
    Span {
        text: String::new(),
        bold: a.bold && b.bold,
        italic: a.italic && b.italic,
        link,
    }
}

fn one_break(space: String) -> String {
    if space.contains('\n') {
        "\n".to_owned()
    } else {
        space
    }
}

/// Returns the text with its lines trimmed and no empty line.
fn lines(text: &str) -> String {
    let lines: Vec<&str> = text
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}
