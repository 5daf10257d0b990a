//! The one shape in which something that could not be done reaches the window.

use std::collections::BTreeMap;

use serde::Serialize;
use specta::Type;
use workspace::words::{self, Args};

use crate::view::SentenceView;

/// What could not be done, and what the person can do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ApiError {
    /// A stable code, for those who read logs and for a window that does something of its own with it.
    pub code: &'static str,
    /// What the sentence speaks of.
    pub args: BTreeMap<String, String>,
    /// The sentence itself, in Swedish.
    pub message: String,
    /// What the person can do, a sentence each.
    pub hints: Vec<String>,
}

impl ApiError {
    /// Returns what is said of a bug in the program.
    pub fn internal() -> Self {
        let said = words::sentence("error-internal", &Args::new());
        Self::said("internal", Args::new(), said.into())
    }

    /// Returns what is said where the system has no program that shows a file or folder of this name.
    pub fn no_opener(name: &str) -> Self {
        let args = Args::from([("name".to_owned(), name.to_owned())]);
        let said = words::sentence("error-no-opener", &args);
        Self::said("no-opener", args, said.into())
    }

    fn said(code: &'static str, args: Args, said: SentenceView) -> Self {
        Self {
            code,
            args,
            message: said.message,
            hints: said.hints,
        }
    }
}

impl From<workspace::Error> for ApiError {
    fn from(error: workspace::Error) -> Self {
        Self::said(error.code(), error.args(), error.sentence().into())
    }
}
