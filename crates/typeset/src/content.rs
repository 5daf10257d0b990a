//! The text in a page's content, and what each stretch of it is to a screen reader.

use printpdf::{DictItem, Op, PdfFontHandle, TextItem, ToUnicodeCMap};

use crate::reader::Fonts;

/// What a marked sequence is to a screen reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// Content of the tag that names this number.
    Tagged(i64),
    /// Passed over: a running head, a rule.
    Artifact,
    /// Neither.
    Loose,
}

/// Returns a page's text as [`pieces`] do, in one.
pub(crate) fn shown(ops: &[Op], fonts: &Fonts) -> String {
    let pieces = pieces(ops, fonts).into_iter();
    pieces.map(|(_, text)| text).collect()
}

/// Returns a page's text, glyph by glyph, and for a marked sequence with a text of its own that text.
///
/// printpdf's own `extract_text` does not know of these. Ours hold them wherever one glyph stands for two
/// characters (the hyphen and the soft hyphen) or many for one letter (a letter with two accents).
pub(crate) fn pieces(ops: &[Op], fonts: &Fonts) -> Vec<(Mark, String)> {
    let mut reading = Reading {
        fonts,
        font: None,
        open: Vec::new(),
        pieces: Vec::new(),
    };
    for op in ops {
        reading.take(op);
    }
    reading.pieces
}

struct Reading<'a> {
    fonts: &'a Fonts,
    font: Option<&'a ToUnicodeCMap>,
    open: Vec<Open>,
    pieces: Vec<(Mark, String)>,
}

/// A marked sequence that is open.
#[derive(Clone, Copy)]
struct Open {
    mark: Mark,
    /// Whether its text has been given, so that its glyphs are not read.
    given: bool,
}

impl Reading<'_> {
    fn take(&mut self, op: &Op) {
        let around = self.innermost();
        match op {
            Op::BeginMarkedContentWithProperties { tag, properties } => {
                let actual = actual_text(properties).filter(|_| !around.given);
                self.open.push(Open {
                    mark: mark(tag, properties).unwrap_or(around.mark),
                    given: around.given || actual.is_some(),
                });
                self.push(&actual.unwrap_or_default());
            }
            Op::BeginMarkedContent { tag } => self.open.push(Open {
                mark: mark(tag, &DictItem::Null).unwrap_or(around.mark),
                ..around
            }),
            Op::BeginLayer { .. } => self.open.push(around),
            Op::EndMarkedContent => drop(self.open.pop()),
            Op::SetFont {
                font: PdfFontHandle::External(name),
                ..
            } => self.font = self.fonts.get(&name.0).map(AsRef::as_ref),
            Op::ShowText { items } if !around.given => self.push(&read(items, self.font)),
            _ => {}
        }
    }

    fn innermost(&self) -> Open {
        let outside = Open {
            mark: Mark::Loose,
            given: false,
        };
        self.open.last().copied().unwrap_or(outside)
    }

    fn push(&mut self, text: &str) {
        let mark = self.innermost().mark;
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some((last, before)) if *last == mark => before.push_str(text),
            _ => self.pieces.push((mark, text.to_owned())),
        }
    }
}

fn mark(tag: &str, properties: &DictItem) -> Option<Mark> {
    if tag == "Artifact" {
        return Some(Mark::Artifact);
    }
    let DictItem::Dict { map } = properties else {
        return None;
    };
    match map.get("MCID")? {
        DictItem::Int(number) => Some(Mark::Tagged(*number)),
        _ => None,
    }
}

fn actual_text(properties: &DictItem) -> Option<String> {
    let DictItem::Dict { map } = properties else {
        return None;
    };
    lopdf::decode_text_string(&map.get("ActualText")?.to_lopdf()).ok()
}

fn read(items: &[TextItem], font: Option<&ToUnicodeCMap>) -> String {
    let mut out = String::new();
    for item in items {
        match item {
            TextItem::Text(text) => out.push_str(text),
            TextItem::GlyphIds(glyphs) => out.extend(glyphs.iter().map(|glyph| {
                let text = font.and_then(|font| font.lookup_string(glyph.gid.into()));
                text.unwrap_or_else(|| char::REPLACEMENT_CHARACTER.into())
            })),
            TextItem::Offset(_) => {}
        }
    }
    out
}
