//! Reading PDFs again, with a reader that did not write them.

use lopdf::Document;
use serde::Serialize;

use crate::attachment::{attachment_of, supplements_of};
use crate::job::{Job, Standard};
use crate::pages::Pages;
use crate::reader::{load, read};

/// What printpdf found in a PDF of ours, all of it as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadBack {
    /// The number of pages.
    pub pages: usize,
    /// The document's title.
    pub title: String,
    /// The number of characters that were compared, white space and soft hyphens left out.
    pub characters: usize,
    /// Whether `data.json` is attached, byte for byte.
    pub attached: bool,
    /// The number of bilagor that are attached, byte for byte.
    pub supplements: usize,
}

/// Why a PDF could not be read, or is not what it should be.
///
/// `Display` shows no text from the document, so that it may be logged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No PDF, or one that is damaged.
    #[error("the file is no readable PDF: {reason}")]
    NotPdf {
        /// What the reader says.
        reason: String,
    },
    /// The reader gave up in the middle: the file is damaged or made to do harm.
    #[error("the reader stopped in the middle of the file")]
    Panicked,
    /// Something in it is larger than anything this program writes.
    #[error("the file, or what it holds, is over {limit} bytes")]
    TooLarge {
        /// The greatest size, in bytes.
        limit: usize,
    },
    /// Another number of pages than was set.
    #[error("{found} pages, not {expected}")]
    Pages {
        /// As set.
        expected: usize,
        /// As read.
        found: usize,
    },
    /// Another title than was set.
    #[error("the title is another")]
    Title {
        /// As set.
        expected: String,
        /// As read.
        found: Option<String>,
    },
    /// Other text than was set.
    #[error("the text of page {} is another", page + 1)]
    Text {
        /// The page, from 0.
        page: usize,
        /// Some characters as set, from where they differ.
        expected: String,
        /// Some characters as read, from there.
        found: String,
    },
    /// The attached data are not the job's, or something is attached that must not be.
    #[error("the attached data are not those of the document")]
    Attachment {
        /// The size of what was found, in bytes.
        found: Option<usize>,
    },
}

/// Opens a PDF of ours with printpdf and compares it with the pages it was made from: page count, title,
/// text, attached data.
pub fn read_back(pages: &Pages, job: &Job, pdf: &[u8]) -> Result<ReadBack, ReadError> {
    let stretches = (0..pages.count()).map(|page| pages.stretches(page));
    let expected = Expected {
        title: pages.title().unwrap_or_default(),
        stretches: stretches.collect(),
    };
    compare(&expected, job, pdf)
}

/// Opens a PDF that was kept, such as an edition's, with printpdf: it was compared with its pages when it was made, and here
/// is what another program finds in it today. `data` is what it must carry, byte for byte; nothing for an archive copy.
pub fn read_kept(pdf: &[u8], data: Option<&[u8]>) -> Result<ReadBack, ReadError> {
    let document = load(pdf)?;
    let read = read(pdf, &document)?;
    let found = attachment_of(&document)?;
    if found.as_deref() != data {
        return Err(ReadError::Attachment {
            found: found.map(|data| data.len()),
        });
    }
    Ok(ReadBack {
        pages: read.texts.len(),
        title: read.title,
        characters: read.texts.iter().map(|text| visible(text).len()).sum(),
        attached: data.is_some(),
        supplements: supplements_of(&document)?.len(),
    })
}

/// What a PDF must hold.
pub(crate) struct Expected<'a> {
    pub(crate) title: &'a str,
    /// The text of each page, cut wherever there is a picture.
    pub(crate) stretches: Vec<Vec<String>>,
}

/// Opens a PDF with printpdf and compares it with what it must hold. It may come from another process: first it must be one
/// that fits in memory.
pub(crate) fn compare(expected: &Expected, job: &Job, pdf: &[u8]) -> Result<ReadBack, ReadError> {
    let document = load(pdf)?;
    let read = read(pdf, &document)?;
    let pages = expected.stretches.len();
    if read.texts.len() != pages {
        return Err(ReadError::Pages {
            expected: pages,
            found: read.texts.len(),
        });
    }
    if read.title != expected.title {
        return Err(ReadError::Title {
            expected: expected.title.to_owned(),
            found: Some(read.title),
        });
    }
    Ok(ReadBack {
        pages,
        title: read.title,
        characters: compare_text(&expected.stretches, &read.texts)?,
        attached: compare_attachment(job, &document)?,
        supplements: compare_supplements(job, &document)?,
    })
}

fn compare_text(expected: &[Vec<String>], found: &[String]) -> Result<usize, ReadError> {
    let mut characters = 0;
    for (page, (stretches, found)) in expected.iter().zip(found).enumerate() {
        characters += same(stretches, found).map_err(|(expected, found)| ReadError::Text {
            page,
            expected,
            found,
        })?;
    }
    Ok(characters)
}

/// Returns the number of visible characters in the stretches of text that were set, when `found` has
/// these and nothing else; or what should stand, and what stands, where it has not.
///
/// Between two stretches there is a picture, and a picture may hold words of its own.
fn same(stretches: &[String], found: &str) -> Result<usize, (String, String)> {
    let stretches: Vec<Vec<char>> = stretches.iter().map(|text| visible(text)).collect();
    let found = visible(found);
    let mut place = 0;
    for (i, stretch) in stretches.iter().enumerate() {
        let (first, last) = (i == 0, i + 1 == stretches.len());
        let left = &found[place..];
        let start = match (first, last) {
            (true, true) => (left == stretch.as_slice()).then_some(0),
            (true, false) => left.starts_with(stretch).then_some(0),
            (false, true) => left.ends_with(stretch).then(|| left.len() - stretch.len()),
            (false, false) => position(left, stretch),
        };
        let start = start.ok_or_else(|| difference(stretch, left))?;
        place += start + stretch.len();
    }
    Ok(stretches.iter().map(Vec::len).sum())
}

fn position(text: &[char], part: &[char]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    text.windows(part.len()).position(|window| window == part)
}

/// Returns some characters of both, from where they differ.
fn difference(expected: &[char], found: &[char]) -> (String, String) {
    let mut pairs = expected.iter().zip(found);
    let from = pairs.position(|(a, b)| a != b);
    let from = from.unwrap_or(expected.len().min(found.len()));
    let excerpt = |text: &[char]| text[from..].iter().take(24).collect();
    (excerpt(expected), excerpt(found))
}

/// The characters that every reader must agree on. Spaces between runs are a reader's guess, and a hyphen
/// at a line's end is a soft hyphen to some.
fn visible(text: &str) -> Vec<char> {
    let unseen = |c: &char| c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}');
    text.chars().filter(|c| !unseen(c)).collect()
}

fn compare_attachment(job: &Job, document: &Document) -> Result<bool, ReadError> {
    let found = attachment_of(document)?;
    match (job.standard, &found) {
        (Standard::Working, Some(data)) if data == job.data => Ok(true),
        (Standard::Archive, None) => Ok(false),
        _ => Err(ReadError::Attachment {
            found: found.map(|data| data.len()),
        }),
    }
}

/// Returns how many of the job's bilagor are attached. A layout of an earlier version attaches none; what it attaches must be
/// what the job gave it.
fn compare_supplements(job: &Job, document: &Document) -> Result<usize, ReadError> {
    let found = supplements_of(document)?;
    let is_given = |(name, bytes): &(String, Vec<u8>)| {
        let mut given = job.supplements.iter();
        given.any(|it| it.name == *name && it.bytes == *bytes)
    };
    match found.iter().find(|it| !is_given(it)) {
        None => Ok(found.len()),
        Some((_, bytes)) => Err(ReadError::Attachment {
            found: Some(bytes.len()),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stretches: &[&str], found: &str, expected: bool) {
        let stretches: Vec<String> = stretches.iter().map(|&text| text.to_owned()).collect();
        assert_eq!(same(&stretches, found).is_ok(), expected, "{found:?}");
    }

    #[test]
    fn text_without_pictures_must_be_the_same() {
        check(&["ett två"], "etttvå", true);
        check(&["av\u{ad}stå"], "avstå", true);
        check(&["ett två"], "ett två tre", false);
        check(&["ett två"], "ett tvä", false);
        check(&[""], "", true);
        check(&[""], "ett", false);
    }

    #[test]
    fn a_picture_may_hold_words_and_no_other_place_may() {
        check(&["ett", "två", "tre"], "ett X två Y tre", true);
        check(&["ett", "två", "tre"], "ett två tre", true);
        check(&["", "två", ""], "X två Y", true);
        check(&["ett", "två", "tre"], "X ett två tre", false);
        check(&["ett", "två", "tre"], "ett två tre X", false);
        check(&["ett", "två", "tre"], "ett tre två", false);
        check(&["ett", "ett"], "ett", false);
    }

    #[test]
    fn a_difference_is_shown_from_where_it_begins() {
        let error = same(&["ett två".to_owned()], "ett tvä").unwrap_err();
        assert_eq!(error, ("å".to_owned(), "ä".to_owned()));
    }
}
