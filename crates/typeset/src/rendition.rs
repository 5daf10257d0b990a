//! What a PDF of ours says of itself in its metadata.
//!
//! The metadata stand in the file as they are, as PDF/A asks for, so nothing is unpacked and no reader is needed. What they say
//! proves nothing: it decides what a user is told, and that one kind of file is not written over another.

use chrono::{DateTime, FixedOffset};

use crate::job::Standard;

/// The keyword of a receipt, which is about a paper and is none.
const RECEIPT: &str = "missiv:receipt";

/// What a PDF of ours is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rendition {
    /// A paper that carries its data.
    Working,
    /// A paper for an archive, without attachments.
    Archive,
    /// The receipt that is laid beside a paper.
    Receipt,
}

impl Rendition {
    /// Returns what is made by a standard.
    #[must_use]
    pub const fn of(standard: Standard) -> Self {
        match standard {
            Standard::Working => Self::Working,
            Standard::Archive => Self::Archive,
        }
    }
}

/// Returns what a PDF says it is; nothing for a file that says nothing of Missiv.
#[must_use]
pub fn rendition(pdf: &[u8]) -> Option<Rendition> {
    let metadata = metadata(pdf)?;
    if element(metadata, "xmp:CreatorTool")? != "Missiv" {
        return None;
    }
    if metadata.contains(RECEIPT) {
        return Some(Rendition::Receipt);
    }
    match element(metadata, "pdfaid:part")? {
        "3" => Some(Rendition::Working),
        "2" => Some(Rendition::Archive),
        _ => None,
    }
}

/// Returns the moment that a PDF of ours is stamped with.
#[must_use]
pub fn stamped(pdf: &[u8]) -> Option<DateTime<FixedOffset>> {
    element(metadata(pdf)?, "xmp:CreateDate")?.parse().ok()
}

/// Returns the title in a PDF's metadata, as it stands in XML.
#[must_use]
pub fn title(pdf: &[u8]) -> Option<String> {
    let title = element(metadata(pdf)?, "dc:title")?;
    let (_, text) = title.split_once("x-default\">")?;
    let (text, _) = text.split_once('<')?;
    let plain = text.replace("&lt;", "<").replace("&gt;", ">");
    let plain = plain.replace("&quot;", "\"").replace("&apos;", "'");
    Some(plain.replace("&amp;", "&"))
}

/// Returns the last packet of metadata in a file: what is attached stands before the catalog's own.
fn metadata(pdf: &[u8]) -> Option<&str> {
    let start = rfind(pdf, b"<?xpacket begin=")?;
    let rest = &pdf[start..];
    let end = rest.windows(END.len()).position(|window| window == END)?;
    std::str::from_utf8(&rest[..end]).ok()
}

const END: &[u8] = b"<?xpacket end=";

fn rfind(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}

fn element<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    let (text, _) = rest.split_once(&format!("</{name}>"))?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pdf(part: &str, more: &str) -> Vec<u8> {
        format!(
            "%PDF-1.7\n\u{e5}<?xpacket begin=\"\"?><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Plan &amp; mål</rdf:li></rdf:Alt></dc:title>\
             <xmp:CreatorTool>Missiv</xmp:CreatorTool><xmp:CreateDate>2026-01-22T12:00:00+01:00</xmp:CreateDate>\
             <pdfaid:part>{part}</pdfaid:part>{more}<?xpacket end=\"r\"?>"
        )
        .into_bytes()
    }

    #[test]
    fn a_file_says_what_it_is_and_when_it_was_stamped() {
        assert_eq!(rendition(&pdf("3", "")), Some(Rendition::Working));
        assert_eq!(rendition(&pdf("2", "")), Some(Rendition::Archive));
        let receipt = pdf("2", "<pdf:Keywords>missiv:receipt</pdf:Keywords>");
        assert_eq!(rendition(&receipt), Some(Rendition::Receipt));
        assert_eq!(title(&receipt).as_deref(), Some("Plan & mål"));
        let moment = stamped(&receipt).map(|moment| moment.to_rfc3339());
        assert_eq!(moment.as_deref(), Some("2026-01-22T12:00:00+01:00"));
    }

    #[test]
    fn a_file_of_another_program_says_nothing() {
        let other = String::from_utf8(pdf("2", "")).map(|pdf| pdf.replace("Missiv", "Writer"));
        assert_eq!(rendition(other.unwrap_or_default().as_bytes()), None);
        assert_eq!(rendition(b"%PDF-1.7"), None);
        assert_eq!(rendition(&pdf("4", "")), None);
    }
}
