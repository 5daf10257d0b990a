//! Opening a PDF with printpdf, which did not write it.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, LoadOptions, ObjectId};
use printpdf::{
    FontTextDecodeKind, PageState, PdfDocument, PdfParseOptions, ToUnicodeCMap, parse_op,
};

use crate::content::{Mark, pieces, shown};
use crate::readback::ReadError;

/// What printpdf finds in a PDF.
pub(crate) struct Read {
    pub(crate) title: String,
    /// The text of each page, in the order it is drawn.
    pub(crate) texts: Vec<String>,
}

/// Reads a PDF of ours, which has been opened as `document`.
pub(crate) fn read(pdf: &[u8], document: &Document) -> Result<Read, ReadError> {
    let read = guarded(|| open(pdf, document))?;
    read.map_err(|reason| ReadError::NotPdf { reason })
}

/// Runs a reader of foreign bytes: a panic in it is an error like any other.
pub(crate) fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|_| ReadError::Panicked)
}

fn open(pdf: &[u8], document: &Document) -> Result<Read, String> {
    let options = PdfParseOptions {
        fail_on_error: true,
    };
    let parsed = PdfDocument::parse(pdf, &options, &mut Vec::new())?;
    let mut fonts = FontTables::default();
    let mut texts = Vec::new();
    for (page, id) in parsed.pages.iter().zip(document.page_iter()) {
        let fonts = fonts.of_page(document, id);
        texts.push(shown(&page.ops, &fonts.map_err(|error| error.to_string())?));
    }
    Ok(Read {
        texts,
        title: parsed.metadata.info.document_title,
    })
}

/// Returns the text of each page of a PDF that this program made, in the order it is drawn.
///
/// The file may come from anywhere: a hostile one is an error, and the text of another program's PDF may
/// be nonsense.
pub fn text(pdf: &[u8]) -> Result<Vec<String>, ReadError> {
    let document = load(pdf)?;
    let texts: lopdf::Result<_> = guarded(|| {
        let mut left = LIMIT;
        let mut fonts = FontTables::default();
        let pages = document.page_iter().take(MOST_PAGES);
        pages
            .map(|page| page_text(&document, page, &mut fonts, &mut left))
            .collect()
    })?;
    texts.map_err(unreadable)
}

/// The greatest size of a file from anywhere, and of each thing packed in it, in bytes.
pub(crate) const LIMIT: usize = 64 * 1024 * 1024;

/// The greatest number of pages that are read in a file from anywhere.
pub(crate) const MOST_PAGES: usize = 10_000;

/// The greatest size of a font's table of characters, in bytes. Ours are below 50 kB.
const MOST_CHARACTERS: usize = 4 * 1024 * 1024;

/// Opens a file from anywhere, within [`LIMIT`].
pub(crate) fn load(pdf: &[u8]) -> Result<Document, ReadError> {
    if pdf.len() > LIMIT {
        return Err(ReadError::TooLarge { limit: LIMIT });
    }
    let options = LoadOptions {
        max_decompressed_size: Some(LIMIT),
        ..LoadOptions::default()
    };
    guarded(|| Document::load_mem_with_options(pdf, options))?.map_err(unreadable)
}

/// Returns why a file could not be read.
pub(crate) fn unreadable(error: lopdf::Error) -> ReadError {
    match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
            ReadError::TooLarge { limit: LIMIT }
        }
        other => ReadError::NotPdf {
            reason: other.to_string(),
        },
    }
}

/// Returns a page's text, and takes the size of its content from what is `left` for the file.
fn page_text(
    document: &Document,
    page: ObjectId,
    fonts: &mut FontTables,
    left: &mut usize,
) -> lopdf::Result<String> {
    let pieces = page_pieces(document, page, fonts, left)?;
    Ok(pieces.into_iter().map(|(_, text)| text).collect())
}

/// Returns a page's text as [`pieces`], and takes the size of its content from what is `left` for the file.
pub(crate) fn page_pieces(
    document: &Document,
    page: ObjectId,
    fonts: &mut FontTables,
    left: &mut usize,
) -> lopdf::Result<Vec<(Mark, String)>> {
    let content = document.get_page_content_with_limit(page, *left)?;
    *left -= content.len().min(*left);
    let fonts = fonts.of_page(document, page)?;
    let mut state = PageState {
        font_decode: fonts.keys().map(|name| (name.clone(), TWO_BYTES)).collect(),
        ..PageState::default()
    };
    let mut ops = Vec::new();
    for (i, operation) in Content::decode(&content)?.operations.iter().enumerate() {
        let parsed = parse_op(
            0,
            i,
            operation,
            &mut state,
            &BTreeMap::new(),
            &mut Vec::new(),
        );
        ops.extend(parsed.unwrap_or_default());
    }
    Ok(pieces(&ops, &fonts))
}

/// How the strings of our fonts are written: two bytes are a glyph.
const TWO_BYTES: FontTextDecodeKind = FontTextDecodeKind::Cid {
    to_unicode: None,
    encoding_cmap: None,
    cid_to_gid: None,
};

/// What each of a page's fonts makes of its glyphs, by the name it has on that page.
pub(crate) type Fonts = BTreeMap<String, Rc<ToUnicodeCMap>>;

/// What the fonts of a file make of their glyphs. A font stands on many pages and is read once.
#[derive(Default)]
pub(crate) struct FontTables {
    read: BTreeMap<ObjectId, Option<Rc<ToUnicodeCMap>>>,
}

impl FontTables {
    /// printpdf takes a font's name for the same font on all pages; in our files it is one page's own. So the
    /// fonts are looked up page by page, with the parser that printpdf is built on.
    fn of_page(&mut self, document: &Document, page: ObjectId) -> lopdf::Result<Fonts> {
        let fonts = document.get_page_fonts(page)?.into_iter();
        let readable = fonts.filter_map(|(name, font)| {
            let name = String::from_utf8(name).ok()?;
            Some((name, self.of_font(document, font)?))
        });
        Ok(readable.collect())
    }

    fn of_font(&mut self, document: &Document, font: &Dictionary) -> Option<Rc<ToUnicodeCMap>> {
        let id = font.get(b"ToUnicode").ok()?.as_reference().ok()?;
        let read = || to_unicode(document, id).map(Rc::new);
        self.read.entry(id).or_insert_with(read).clone()
    }
}

fn to_unicode(document: &Document, id: ObjectId) -> Option<ToUnicodeCMap> {
    let stream = document.get_object(id).ok()?.as_stream();
    let bytes = stream.ok()?.get_plain_content_with_limit(MOST_CHARACTERS);
    ToUnicodeCMap::parse(&String::from_utf8(bytes.ok()?).ok()?).ok()
}
