//! Bold, italic and links within a paragraph, a heading or a cell.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::markdown::tidy::tidy;
use crate::markdown::{Span, render};

/// Stands for a line break in the text given to [`leaf`].
///
/// The text is one line to pulldown-cmark, which can then see no block in it, and this is white space to it.
pub(crate) const BREAK: &str = "\u{b}";

/// Stands before the text, so that its first characters begin no block either.
const LEAD: &str = ".\u{b}";

/// The longest target of a link in bytes.
const LONGEST_TARGET: usize = 2000;

/// How many times its own length the targets of a leaf may take: each span of a link carries the target.
const MOST_COPIES: usize = 20;

const SCHEMES: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];

/// Returns the spans of one line or of several parted by [`BREAK`]; marks that cannot be written back are characters.
pub(super) fn leaf(source: &str) -> Vec<Span> {
    let spans = read(source);
    if !spans.is_empty() && render::can_write(&spans) {
        spans
    } else {
        typed(source)
    }
}

fn typed(source: &str) -> Vec<Span> {
    tidy(vec![Span {
        text: source.to_owned(),
        ..Span::default()
    }])
}

/// Returns the spans of a leaf as pulldown-cmark reads them.
pub(crate) fn read(source: &str) -> Vec<Span> {
    // Most text has no mark at all.
    if !source.contains(['*', '_', '[', '<', '\\']) {
        return typed(source);
    }
    let text = format!("{LEAD}{source}");
    let mut reader = Reader {
        text: &text,
        bold: 0,
        italic: 0,
        link: None,
        unread: 0,
        copied: 0,
        spans: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&text, Options::empty()).into_offset_iter() {
        reader.event(event, range);
        if reader.copied > MOST_COPIES * text.len() {
            return typed(source);
        }
    }
    tidy(reader.spans)
}

struct Reader<'a> {
    text: &'a str,
    bold: usize,
    italic: usize,
    link: Option<String>,
    /// How many open elements are shown as typed and hence not read.
    unread: usize,
    /// Bytes of targets in the spans.
    copied: usize,
    spans: Vec<Span>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(_) if self.unread > 0 => self.unread += 1,
            Event::End(_) if self.unread > 0 => self.unread -= 1,
            _ if self.unread > 0 => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(TagEnd::Strong) => self.bold -= 1,
            Event::End(TagEnd::Emphasis) => self.italic -= 1,
            Event::End(TagEnd::Link) => self.link = None,
            Event::End(_) => {}
            // The source, for the event has entities decoded and code without its marks.
            _ => self.push(range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {}
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } if title.is_empty() => match target(link_type, &dest_url) {
                Some(target) if !has_no_text(&self.text[range.clone()]) => self.link = Some(target),
                _ => self.as_typed(range),
            },
            _ => self.as_typed(range),
        }
    }

    fn as_typed(&mut self, range: Range<usize>) {
        self.unread = 1;
        self.push(range);
    }

    fn push(&mut self, range: Range<usize>) {
        let text = &self.text[range.start.max(LEAD.len())..range.end.max(LEAD.len())];
        let (bold, italic) = (self.bold > 0, self.italic > 0);
        match self.spans.last_mut() {
            Some(last) if last.bold == bold && last.italic == italic && last.link == self.link => {
                last.text.push_str(text);
            }
            _ => {
                self.copied += self.link.as_ref().map_or(0, String::len);
                self.spans.push(Span {
                    text: text.to_owned(),
                    bold,
                    italic,
                    link: self.link.clone(),
                });
            }
        }
    }
}

/// Returns the target of a link that a reader may follow, its scheme in small letters.
fn target(link_type: LinkType, typed: &str) -> Option<String> {
    let typed = if link_type == LinkType::Email {
        format!("mailto:{typed}")
    } else {
        typed.to_owned()
    };
    let scheme = typed.split_inclusive(':').next()?.to_ascii_lowercase();
    let rest = &typed[scheme.len()..];
    let odd = |character: char| character.is_whitespace() || character.is_control();
    let place = if scheme.starts_with("http") {
        rest.strip_prefix("//")?
    } else {
        rest
    };
    let harmless = SCHEMES.contains(&scheme.as_str())
        && !place.is_empty()
        && !place.starts_with('/')
        && typed.len() <= LONGEST_TARGET
        && !rest.contains(odd);
    harmless.then(|| scheme + rest)
}

/// Returns whether a link shows nothing that could be clicked.
fn has_no_text(link: &str) -> bool {
    link.strip_prefix('[')
        .is_some_and(|text| text.trim_start().starts_with(']'))
}
