//! Opening a PDF with printpdf, which did not write it.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Dictionary, Document};
use printpdf::{
    DictItem, Op, PdfDocument, PdfFontHandle, PdfParseOptions, TextItem, ToUnicodeCMap,
};

use crate::readback::ReadError;

/// What printpdf finds in a PDF.
pub(crate) struct Read {
    pub(crate) title: String,
    /// The text of each page, in the order it is drawn.
    pub(crate) texts: Vec<String>,
}

/// Reads a PDF of ours.
pub(crate) fn read(pdf: &[u8]) -> Result<Read, ReadError> {
    let read = guarded(|| open(pdf))?;
    read.map_err(|reason| ReadError::NotPdf { reason })
}

/// Runs a reader of foreign bytes: a panic in it is an error like any other.
pub(crate) fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|_| ReadError::Panicked)
}

fn open(pdf: &[u8]) -> Result<Read, String> {
    let options = PdfParseOptions {
        fail_on_error: true,
    };
    let document = PdfDocument::parse(pdf, &options, &mut Vec::new())?;
    let fonts = page_fonts(pdf).map_err(|error| error.to_string())?;
    let pages = document.pages.iter().zip(&fonts);
    Ok(Read {
        texts: pages.map(|(page, fonts)| text(&page.ops, fonts)).collect(),
        title: document.metadata.info.document_title,
    })
}

/// What each of a page's fonts makes of its glyphs, by the name it has on that page.
type Fonts = BTreeMap<Vec<u8>, ToUnicodeCMap>;

/// printpdf takes a font's name for the same font on all pages; in our files it is one page's own. So the
/// fonts are looked up page by page, with the parser that printpdf is built on.
fn page_fonts(pdf: &[u8]) -> lopdf::Result<Vec<Fonts>> {
    let document = Document::load_mem(pdf)?;
    let fonts = |page| {
        let fonts = document.get_page_fonts(page)?.into_iter();
        Ok(fonts
            .filter_map(|(name, font)| Some((name, to_unicode(&document, font)?)))
            .collect())
    };
    document.page_iter().map(fonts).collect()
}

fn to_unicode(document: &Document, font: &Dictionary) -> Option<ToUnicodeCMap> {
    let stream = font
        .get_deref(b"ToUnicode", document)
        .ok()?
        .as_stream()
        .ok()?;
    let bytes = stream.get_plain_content().ok()?;
    ToUnicodeCMap::parse(&String::from_utf8(bytes).ok()?).ok()
}

/// Returns a page's text, glyph by glyph, and for a marked sequence with a text of its own that text.
///
/// printpdf's own `extract_text` does not know of these. Ours hold them wherever one glyph stands for two
/// characters (the hyphen and the soft hyphen) or many for one letter (a letter with two accents).
fn text(ops: &[Op], fonts: &Fonts) -> String {
    let mut out = String::new();
    let mut font = None;
    // For each marked sequence that is open, whether its text has been given.
    let mut given = vec![false];
    for op in ops {
        let inherited = given.last() == Some(&true);
        match op {
            Op::BeginMarkedContentWithProperties { properties, .. } => {
                let actual = actual_text(properties).filter(|_| !inherited);
                given.push(inherited || actual.is_some());
                out.push_str(&actual.unwrap_or_default());
            }
            Op::BeginMarkedContent { .. } | Op::BeginLayer { .. } => given.push(inherited),
            Op::EndMarkedContent => drop(given.pop()),
            Op::SetFont {
                font: PdfFontHandle::External(name),
                ..
            } => font = fonts.get(name.0.as_bytes()),
            Op::ShowText { items } if !inherited => show(&mut out, items, font),
            _ => {}
        }
    }
    out
}

fn actual_text(properties: &DictItem) -> Option<String> {
    let DictItem::Dict { map } = properties else {
        return None;
    };
    lopdf::decode_text_string(&map.get("ActualText")?.to_lopdf()).ok()
}

fn show(out: &mut String, items: &[TextItem], font: Option<&ToUnicodeCMap>) {
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
}
