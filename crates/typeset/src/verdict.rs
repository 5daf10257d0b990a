//! What a PDF keeps of the standards it claims, by page_validation.

use page_validation::{ValidationOptions, ValidationProfile, ValidationReport, validate_pdf_bytes};
use serde::Serialize;

use crate::job::Standard;
use crate::readback::ReadError;
use crate::reader::guarded;

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
    let failed = report.failures.into_iter().map(|failure| FailedRule {
        rule: failure.rule_id,
        message: failure.message,
    });
    Ok(Judged {
        standard,
        rules: report.rules.total,
        failed: failed.collect(),
    })
}
