//! The one shape in which something that could not be done reaches the window.

use std::collections::BTreeMap;

use serde::Serialize;
use specta::Type;

use crate::words;

/// What could not be done, and what the person can do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ApiError {
    /// A stable code, for those who read logs and for a window that does something of its own with it.
    pub code: String,
    /// What the sentence speaks of.
    pub args: BTreeMap<String, String>,
    /// The sentence itself, in Swedish.
    pub message: String,
    /// What the person can do, a sentence each.
    pub hints: Vec<String>,
}

impl ApiError {
    /// Returns the error with the sentence that stands under its code among the words.
    pub fn new(code: &str) -> Self {
        Self::with(code, BTreeMap::new())
    }

    /// Like [`ApiError::new`], with what the sentence speaks of.
    pub fn with(code: &str, args: BTreeMap<String, String>) -> Self {
        Self {
            code: code.to_owned(),
            message: words::render(&format!("error-{code}"), &args),
            hints: Vec::new(),
            args,
        }
    }
}
