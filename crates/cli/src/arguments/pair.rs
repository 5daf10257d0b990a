//! A field with what it is to hold, as one word of a command: `Rubrik=Utbildning`.

use std::error::Error;
use std::fmt;

/// A word that stands where a field with its value should.
#[derive(Debug)]
pub(super) struct NoPair;

/// Returns the word as it is.
///
/// # Errors
/// It has a field without a value, or a value without its field: one of them would be lost.
pub(super) fn with_value(word: &str) -> Result<String, NoPair> {
    if word.contains('=') {
        Ok(word.to_owned())
    } else {
        Err(NoPair)
    }
}

impl fmt::Display for NoPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no field with its value")
    }
}

impl Error for NoPair {}
