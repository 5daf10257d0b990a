//! What a PDF keeps of the standards it claims, by page_validation.

use lopdf::xref::XrefEntry;
use page_validation::{ValidationOptions, ValidationProfile, ValidationReport, validate_pdf_bytes};
use serde::Serialize;

use crate::job::Standard;
use crate::readback::ReadError;
use crate::reader::{guarded, load};

/// The judgement over a PDF, standard by standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// PDF/A first, then PDF/UA.
    pub standards: Vec<Judged>,
}

/// The judgement over a PDF by one standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// `PDF/A-3a`, `PDF/A-2a` or `PDF/UA-1`.
    pub standard: &'static str,
    /// The number of rules that were tried.
    pub rules: usize,
    /// The rules that the file breaks.
    pub failed: Vec<FailedRule>,
}

/// A rule that a file breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FailedRule {
    /// The standard, clause and test: `ISO 14289-1:2014:7.1:3`.
    pub rule: String,
    /// What is wrong, in the validator's English.
    pub message: String,
}

impl Verdict {
    /// Whether no rule is broken.
    pub fn passes(&self) -> bool {
        self.standards.iter().all(|judged| judged.failed.is_empty())
    }
}

/// Tries a PDF by the rules that `standard` promises. It says nothing of what only a person can judge:
/// whether the order of reading makes sense, or an alternative text says what the picture shows.
pub fn validate(pdf: &[u8], standard: Standard) -> Result<Verdict, ReadError> {
    let archival = match standard {
        Standard::Working => (ValidationProfile::PdfA3a, "PDF/A-3a"),
        Standard::Archive => (ValidationProfile::PdfA2a, "PDF/A-2a"),
    };
    let accessible = (ValidationProfile::PdfUa1, "PDF/UA-1");
    let judged = [archival, accessible].map(|(profile, name)| judge(pdf, profile, name));
    Ok(Verdict {
        standards: judged.into_iter().collect::<Result<_, _>>()?,
    })
}

/// The rule about the lengths of streams. page_validation 0.12.2 takes a carriage return that ends a stream's data for
/// a part of the line break behind it, and fails one file in ten of ours for it.
const LENGTHS: &str = "6.1.7.1:1";

/// Returns whether every stream is as long as it says: its data is followed by a line break and `endstream`.
fn lengths_hold(pdf: &[u8]) -> bool {
    let Ok(document) = load(pdf) else {
        return false;
    };
    let mut entries = document.reference_table.entries.values();
    entries.all(|entry| match entry {
        XrefEntry::Normal { offset, .. } => pdf
            .get(*offset as usize..)
            .is_some_and(|object| !is_stream(object) || holds(object)),
        _ => true,
    })
}

fn is_stream(object: &[u8]) -> bool {
    let end = find(object, b"endobj").unwrap_or(object.len());
    data_start(object).is_some_and(|start| start < end)
}

/// Whether as many bytes stand in a stream as its dictionary says. lopdf mends a wrong length when it reads, or loses
/// the object, so the bytes themselves are asked.
fn holds(object: &[u8]) -> bool {
    let behind = || {
        let (dictionary, data) = object.split_at_checked(data_start(object)?)?;
        let length = dictionary.get(find(dictionary, LENGTH)? + LENGTH.len()..)?;
        let digits = length.iter().take_while(|byte| byte.is_ascii_digit());
        let length = length.get(..digits.count())?;
        let length: usize = str::from_utf8(length).ok()?.parse().ok()?;
        data.get(length..)
    };
    behind().is_some_and(|rest| ENDS.iter().any(|end| rest.starts_with(end)))
}

/// Where a stream's data begin: behind the first keyword `stream` that ends its line.
fn data_start(object: &[u8]) -> Option<usize> {
    STARTS
        .iter()
        .filter_map(|start| Some(find(object, start)? + start.len()))
        .min()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// A length that stands in the dictionary itself.
const LENGTH: &[u8] = b"/Length ";

/// What may stand before a stream's data.
const STARTS: [&[u8]; 2] = [b"stream\n", b"stream\r\n"];

/// What may follow a stream's data.
const ENDS: [&[u8]; 3] = [b"\nendstream", b"\r\nendstream", b"\rendstream"];

fn judge(
    pdf: &[u8],
    profile: ValidationProfile,
    standard: &'static str,
) -> Result<Judged, ReadError> {
    let options = ValidationOptions::default().profile(profile);
    let report: ValidationReport =
        guarded(|| validate_pdf_bytes(pdf, &options))?.map_err(|error| ReadError::NotPdf {
            reason: error.to_string(),
        })?;
    let false_alarm = |rule: &str| rule.ends_with(LENGTHS) && lengths_hold(pdf);
    let failures = report.failures.into_iter();
    let failed = failures
        .filter(|failure| !false_alarm(&failure.rule_id))
        .map(|failure| FailedRule {
            rule: failure.rule_id,
            message: failure.message,
        });
    Ok(Judged {
        standard,
        rules: report.rules.total,
        failed: failed.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF with one stream, whose data says it is `length` bytes long.
    fn pdf(data: &str, length: usize) -> Vec<u8> {
        let mut pdf = String::from("%PDF-1.7\n");
        let mut table = String::from("0000000000 65535 f \n");
        let stream = format!("<< /Length {length} >>\nstream\n{data}\nendstream");
        for (number, object) in [stream.as_str(), "<< /Type /Catalog >>"].iter().enumerate() {
            table += &format!("{:010} 00000 n \n", pdf.len());
            pdf += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
        }
        let start = pdf.len();
        pdf += &format!(
            "xref\n0 3\n{table}trailer\n<< /Size 3 /Root 2 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        pdf.into_bytes()
    }

    #[test]
    fn a_stream_may_end_with_a_carriage_return() {
        assert!(lengths_hold(&pdf("abc\r", 4)));
        assert!(lengths_hold(&pdf("abc", 3)));
    }

    #[test]
    fn a_stream_that_says_a_wrong_length_is_found() {
        assert!(!lengths_hold(&pdf("abc", 2)));
        assert!(!lengths_hold(&pdf("abc", 5)));
    }
}
