//! What a compilation is given.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Everything that one compilation may see.
///
/// Beside these a layout sees `/checksum.txt`, the [`checksum`] of the data, `/longest-run.txt`, its [`longest_run`], and `sys.inputs.attach`:
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

/// Returns the bytes of the longest run in `data` without white space or quotation mark: of the longest word that a layout
/// must break, and a little more.
#[must_use]
pub fn longest_run(data: &[u8]) -> usize {
    let parts = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'"';
    data.split(parts).map(<[u8]>::len).max().unwrap_or_default()
}

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
    fn a_run_ends_where_a_word_ends() {
        assert_eq!(longest_run(b""), 0);
        assert_eq!(longest_run(br#"{"a":"ett tolv\ntal","b":1}"#), 9);
        let word = "x-".repeat(1_500);
        let text = format!(r#"{{"a":"En {word} rad","b":1}}"#);
        assert_eq!(longest_run(text.as_bytes()), 3_000);
    }
}
