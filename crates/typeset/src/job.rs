//! What a compilation is given.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Everything that one compilation may see.
///
/// Beside these a layout sees `/checksum.txt`, the [`checksum`] of the data, `/crowd.txt`, how hard its long words are to break, and `sys.inputs.attach`:
/// `yes` when it is to attach `/data.json`, `no` in an archive copy.
#[derive(Debug, Clone)]
pub struct Job<'a> {
    /// The template's own folder by relative path; `main.typ` is where the layout begins.
    pub files: &'a BTreeMap<String, Vec<u8>>,
    /// The shared package, seen by layouts as `/shared/<name>`.
    pub shared: &'a BTreeMap<String, Vec<u8>>,
    /// The user's logos by `<sha256>.<ext>`, seen as `/images/<sha256>.<ext>`.
    pub images: &'a BTreeMap<String, Vec<u8>>,
    /// The bytes of `data.json`, seen as `/data.json` and attached as they are.
    pub data: &'a [u8],
    /// The bilagor that a working file carries, in order; a layout sees `/supplements.json` and attaches what it names. A preview
    /// has none: they change no page.
    pub supplements: &'a [Supplement],
    /// When and as what the PDF is marked.
    pub stamp: Stamp,
    /// Which kind of PDF is to be made.
    pub standard: Standard,
}

/// A bilaga.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplement {
    /// The name that it is attached under, with its ending.
    pub name: String,
    /// What it is called on the page.
    pub title: String,
    /// Its bytes: a PDF.
    pub bytes: Vec<u8>,
}

/// The moment and the identity that a PDF carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The document's date with Sweden's offset at that moment. A layout never sets it, for Typst would
    /// drop the offset.
    pub moment: DateTime<FixedOffset>,
    /// Document id and edition: the PDF's identifier is made from it.
    pub ident: String,
}

/// The kind of PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Standard {
    /// PDF/A-3a and PDF/UA-1 with `data.json` attached.
    Working,
    /// PDF/A-2a and PDF/UA-1 without any attachment.
    Archive,
}

/// Returns the checksum that is printed beside the document id: the first eight hexadecimal digits of
/// the SHA-256 of `data`, as `7F3A-91C2`.
pub fn checksum(data: &[u8]) -> String {
    let hex = sha256(data).to_uppercase();
    format!("{}-{}", &hex[..4], &hex[4..8])
}

/// Returns how hard it is to break the long words of `data`: the sum of the squares of their lengths, in bytes, of those of
/// 100 and more. White space in a text ends a word, and nothing else does; where a link leads is never broken.
#[must_use]
pub fn crowd(data: &[u8]) -> usize {
    let mut crowd = Crowd::default();
    // Where the text at hand begins, and whether it is where a link leads.
    let mut text = None;
    let mut is_target = false;
    let mut bytes = data.iter().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match (text, byte) {
            (None, b'"') => text = Some(at + 1),
            (None, b',' | b'{' | b'[') => is_target = false,
            (None, _) => {}
            (Some(start), b'"') => {
                crowd.end(!is_target);
                let is_key = data.get(at + 1) == Some(&b':');
                is_target = is_key && data.get(start..at) == Some(b"link");
                text = None;
            }
            (Some(_), b'\\') => match bytes.next() {
                Some((_, b'n' | b't' | b'r')) => crowd.end(!is_target),
                _ => crowd.run += 1,
            },
            (Some(_), byte) if byte.is_ascii_whitespace() => crowd.end(!is_target),
            (Some(_), _) => crowd.run += 1,
        }
    }
    crowd.sum
}

/// The words that have been counted, and the length of the one at hand.
#[derive(Default)]
struct Crowd {
    sum: usize,
    run: usize,
}

impl Crowd {
    fn end(&mut self, counts: bool) {
        let run = std::mem::take(&mut self.run);
        if counts && run >= LONG {
            self.sum = self.sum.saturating_add(run.saturating_mul(run));
        }
    }
}

/// Bytes of a word that takes time to break. The longest in a Swedish dictionary has a third of it.
const LONG: usize = 100;

/// Returns the SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_eight_upper_case_digits_with_a_dash() {
        // The SHA-256 of nothing begins e3b0c442.
        assert_eq!(checksum(b""), "E3B0-C442");
    }

    #[test]
    fn only_long_words_of_texts_crowd() {
        let word = "x-".repeat(200);
        let crowded = |json: String| crowd(json.as_bytes());
        assert_eq!(crowded(String::new()), 0);
        assert_eq!(crowded(r#"{"a":"ett tolv\ntal","b":1}"#.to_owned()), 0);
        assert_eq!(
            crowded(format!(r#"{{"a":"En {word} rad","b":1}}"#)),
            160_000
        );
        assert_eq!(crowded(format!(r#"{{"a":["{word}","{word}"]}}"#)), 320_000);
        // An escaped quotation mark or backslash is a letter of its word; a line's end is not.
        let quoted = r#"xx\""#.repeat(50);
        assert_eq!(crowded(format!(r#"{{"a":"{quoted}"}}"#)), 22_500);
        let lines = r"ordet\n".repeat(60);
        assert_eq!(crowded(format!(r#"{{"a":"{lines}"}}"#)), 0);
        // Where a link leads is not set.
        assert_eq!(crowded(format!(r#"{{"text":"ett","link":"{word}"}}"#)), 0);
        assert_eq!(
            crowded(format!(r#"{{"link":"{word}","text":"{word}"}}"#)),
            160_000
        );
    }
}
