//! What is wrong with a layout, as a value: where, what, and how it may be mended.

use serde::{Deserialize, Serialize};
use typst::diag::SourceDiagnostic;

use crate::files::{Files, Place};

/// Something wrong with a layout or with what it was given.
///
/// The messages and hints are Typst's own, in English: whoever writes a layout reads its manual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Whether it stopped the work.
    pub severity: Severity,
    /// The file's path below the root (`main.typ`, `shared/head.typ`), when the fault has a place.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The column in characters, from 1.
    pub column: Option<u32>,
    /// What is wrong.
    pub message: String,
    /// How it may be mended.
    pub hints: Vec<String>,
}

/// How bad a [`Fault`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing came out.
    Error,
    /// The pages are there, but something on them may not be as meant.
    Warning,
}

impl Fault {
    /// Returns an error that belongs to no place in a file.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            file: None,
            line: None,
            column: None,
            message: message.into(),
            hints: Vec::new(),
        }
    }

    /// Returns an error about a whole file.
    pub(crate) fn at_file(file: &str, message: impl Into<String>) -> Self {
        Self {
            file: Some(file.to_owned()),
            ..Self::new(message)
        }
    }

    /// Returns the same fault with one more hint.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}

impl std::fmt::Display for Fault {
    /// Writes `file:line:column: message`, and each hint on a line of its own.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}:")?;
        }
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, "{number}:")?;
        }
        if self.file.is_some() {
            write!(f, " ")?;
        }
        write!(f, "{}", self.message)?;
        self.hints
            .iter()
            .try_for_each(|hint| write!(f, "\n  hint: {hint}"))
    }
}

/// Returns Typst's diagnostics as faults with their places in `files`.
pub(crate) fn faults(diagnostics: &[SourceDiagnostic], files: &Files) -> Vec<Fault> {
    diagnostics.iter().map(|one| fault(one, files)).collect()
}

fn fault(diagnostic: &SourceDiagnostic, files: &Files) -> Fault {
    let severity = match diagnostic.severity {
        typst::diag::Severity::Error => Severity::Error,
        typst::diag::Severity::Warning => Severity::Warning,
    };
    let place = place(diagnostic, files);
    Fault {
        severity,
        file: place.as_ref().map(|place| place.file.clone()),
        line: place.as_ref().and_then(|place| place.line),
        column: place.as_ref().and_then(|place| place.column),
        message: diagnostic.message.to_string(),
        hints: hints(diagnostic, files),
    }
}

/// The diagnostic's own place, or else that of the innermost call that led to it.
fn place(diagnostic: &SourceDiagnostic, files: &Files) -> Option<Place> {
    let own = files.place(diagnostic.span);
    own.or_else(|| {
        let mut calls = diagnostic.trace.iter();
        calls.find_map(|call| files.place(call.span.into()))
    })
}

fn hints(diagnostic: &SourceDiagnostic, files: &Files) -> Vec<String> {
    let given = diagnostic.hints.iter().map(|hint| hint.v.to_string());
    let calls = diagnostic.trace.iter().filter_map(|call| {
        let Place { file, line, .. } = files.place(call.span.into())?;
        Some(format!("{} ({file}:{})", call.v, line?))
    });
    given.chain(calls).collect()
}
