//! Writes bold, italic and links so that they read back the same.

mod escape;

use std::cmp::Reverse;

use crate::markdown::Span;
use crate::markdown::parse::inline::{BREAK, read};
use crate::markdown::tidy::tidy;
use escape::Escape;

/// Returns whether [`write()`] keeps all of the form.
pub(crate) fn can_write(spans: &[Span]) -> bool {
    exact(spans).is_some()
}

/// Returns tidy spans as Markdown; form that Markdown cannot express is given up step by step, characters never.
pub(super) fn write(spans: &[Span]) -> String {
    let steps: [fn(&Span) -> Vec<Span>; 3] = [plain_edges, plain_unless_linked, plain];
    let mut spans = spans.to_vec();
    for step in steps {
        if let Some(text) = exact(&spans) {
            return text;
        }
        spans = tidy(spans.iter().flat_map(step).collect());
    }
    marked(&spans, Style::ALL[0])
}

/// Takes white space and punctuation at the ends out of a run, for beside a letter no mark may stand there.
fn plain_edges(span: &Span) -> Vec<Span> {
    let core = span
        .text
        .trim_matches(|character: char| !character.is_alphanumeric());
    let lead = span.text.find(core).unwrap_or(0);
    let part = |text: &str| Span {
        text: text.to_owned(),
        ..span.clone()
    };
    let bare = |text: &str| Span {
        bold: false,
        italic: false,
        ..part(text)
    };
    vec![
        bare(&span.text[..lead]),
        part(core),
        bare(&span.text[lead + core.len()..]),
    ]
}

fn plain_unless_linked(span: &Span) -> Vec<Span> {
    vec![Span {
        bold: false,
        italic: false,
        ..span.clone()
    }]
}

fn plain(span: &Span) -> Vec<Span> {
    vec![Span {
        text: span.text.clone(),
        ..Span::default()
    }]
}

/// Returns the first way of writing that reads back the same.
fn exact(spans: &[Span]) -> Option<String> {
    let bare = spans
        .iter()
        .all(|span| !span.bold && !span.italic && span.link.is_none());
    let mut ways = Style::ALL.iter().map(|&style| marked(spans, style));
    if bare {
        ways.next()
    } else {
        ways.find(|text| read(&text.replace('\n', BREAK)) == spans)
    }
}

/// Which marks a leaf is written with.
#[derive(Clone, Copy)]
struct Style {
    bold: &'static str,
    italic: &'static str,
    /// Whether of a link and marks over the same text the link is outside.
    link_outside: bool,
}

impl Style {
    const ALL: [Self; 8] = [
        Self {
            bold: "**",
            italic: "*",
            link_outside: false,
        },
        Self {
            bold: "**",
            italic: "*",
            link_outside: true,
        },
        Self {
            bold: "**",
            italic: "_",
            link_outside: false,
        },
        Self {
            bold: "**",
            italic: "_",
            link_outside: true,
        },
        Self {
            bold: "__",
            italic: "*",
            link_outside: false,
        },
        Self {
            bold: "__",
            italic: "*",
            link_outside: true,
        },
        Self {
            bold: "__",
            italic: "_",
            link_outside: false,
        },
        Self {
            bold: "__",
            italic: "_",
            link_outside: true,
        },
    ];
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Bold,
    Italic,
    Link,
}

const MARKS: [Mark; 3] = [Mark::Bold, Mark::Italic, Mark::Link];

impl Mark {
    fn is_on(self, span: &Span) -> bool {
        match self {
            Self::Bold => span.bold,
            Self::Italic => span.italic,
            Self::Link => span.link.is_some(),
        }
    }

    /// Returns whether the run goes on from one span into the next.
    fn joins(self, span: &Span, next: &Span) -> bool {
        self.is_on(span) && self.is_on(next) && (self != Self::Link || span.link == next.link)
    }
}

fn marked(spans: &[Span], style: Style) -> String {
    let ends = MARKS.map(|mark| ends(spans, mark));
    let escape = Escape::new(spans);
    let mut out = String::new();
    let mut open: Vec<Mark> = Vec::new();
    for (at, span) in spans.iter().enumerate() {
        let last = at.checked_sub(1).map(|before| &spans[before]);
        if let Some(last) = last {
            let goes_on = |mark: &Mark| mark.joins(last, span);
            let keep = open.iter().take_while(|mark| goes_on(mark)).count();
            close(&mut out, open.drain(keep..), last, style);
        }
        let begins_link = last.is_none_or(|last| !Mark::Link.joins(last, span));
        let auto = begins_link && ends[2][at] == at + 1 && escape::is_autolink(span);
        let is_new = |mark: &Mark| {
            mark.is_on(span) && !open.contains(mark) && !(auto && *mark == Mark::Link)
        };
        let mut new: Vec<Mark> = MARKS.into_iter().filter(is_new).collect();
        // What ends first is opened last.
        new.sort_by_key(|&mark| {
            (
                Reverse(ends[mark as usize][at]),
                style.link_outside != (mark == Mark::Link),
            )
        });
        out.extend(new.iter().map(|&mark| opening(mark, style)));
        open.extend(new);
        if auto {
            out.extend(["<", &span.text, ">"]);
        } else {
            escape.text(&mut out, span);
        }
    }
    if let Some(last) = spans.last() {
        close(&mut out, open.drain(..), last, style);
    }
    out
}

/// Returns for each span where the run that it is in ends; 0 where it is in none.
fn ends(spans: &[Span], mark: Mark) -> Vec<usize> {
    let mut ends = vec![0; spans.len()];
    for at in (0..spans.len()).rev() {
        if mark.is_on(&spans[at]) {
            let joins = at + 1 < spans.len() && mark.joins(&spans[at], &spans[at + 1]);
            ends[at] = if joins { ends[at + 1] } else { at + 1 };
        }
    }
    ends
}

fn opening(mark: Mark, style: Style) -> &'static str {
    match mark {
        Mark::Bold => style.bold,
        Mark::Italic => style.italic,
        Mark::Link => "[",
    }
}

fn close(
    out: &mut String,
    marks: impl DoubleEndedIterator<Item = Mark>,
    span: &Span,
    style: Style,
) {
    for mark in marks.rev() {
        match mark {
            Mark::Bold => out.push_str(style.bold),
            Mark::Italic => out.push_str(style.italic),
            Mark::Link => {
                out.push_str("](");
                escape::target(out, span.link.as_deref().unwrap_or_default());
                out.push(')');
            }
        }
    }
}
