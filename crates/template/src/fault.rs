//! What is wrong with a template or a profile, said as codes with places. The sentences stand in the locale.

use std::collections::BTreeMap;

use crate::codes::FaultCode;

/// How much a fault weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The template or profile cannot be used.
    Error,
    /// It can be used, but something is off.
    Warning,
}

/// A fault that the author of a template or profile can mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, as a path within the pack.
    pub file: String,
    /// Line from 1; 0 where the fault is the whole file's.
    pub line: usize,
    /// Column in characters from 1; 0 where the fault is the whole file's.
    pub column: usize,
    /// What is wrong.
    pub code: FaultCode,
    /// What the sentence needs; [`FaultCode`] says which.
    pub args: BTreeMap<String, String>,
    /// How much it weighs: the code's own weight.
    pub severity: Severity,
}

/// A value as far as it could be read, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<T> {
    /// The value, unless some fault is an error.
    pub value: Option<T>,
    /// All faults: by file, line and column.
    pub faults: Vec<Fault>,
}

impl<T> Checked<T> {
    /// Returns whether some fault is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.faults
            .iter()
            .any(|fault| fault.severity == Severity::Error)
    }
}
