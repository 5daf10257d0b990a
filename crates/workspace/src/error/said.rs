//! What a sentence about an error says of names, lists and reasons.

use std::collections::BTreeSet;
use std::io::ErrorKind;

use template::PackError;

use crate::words::{self, Args};

/// Returns what a person wrote as a sentence may repeat it: without what steers a terminal or turns the reading around,
/// and not at any length.
pub(super) fn legible(text: &str) -> String {
    const MOST: usize = 400;
    let steers =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut shown: String = text.chars().filter(|c| !steers(*c)).take(MOST).collect();
    if shown.chars().count() == MOST {
        shown.push('…');
    }
    shown
}

pub(super) fn pack_reason(error: &PackError) -> String {
    let path = error.path().unwrap_or_default().to_owned();
    let args = Args::from([("path".to_owned(), path)]);
    words::say(&format!("pack-{}", error.code()), &args)
}

/// A list of names for a sentence, each once, all of them as long as somebody can be meant to read them.
pub(super) fn some_of(known: &[String]) -> String {
    const MOST: usize = 2500;
    let mut said = String::new();
    let mut before = BTreeSet::new();
    for name in known.iter().filter(|name| before.insert(*name)) {
        let name = legible(name);
        if said.len() + name.len() > MOST {
            said.push_str(" …");
            break;
        }
        if !said.is_empty() {
            said.push_str(", ");
        }
        said.push_str(&name);
    }
    // A sentence has its own full stop; initials end with one.
    said.trim_end_matches('.').to_owned()
}

/// Which of two sentences: one that lists names, or one that has none to list.
pub(super) fn choices(known: &[String]) -> String {
    if known.is_empty() { "none" } else { "some" }.to_owned()
}

/// Why the file system refused, as the locale tells the sentences apart.
pub(super) fn why(error: &std::io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "permission",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::IsADirectory => "folder",
        ErrorKind::NotADirectory => "not-folder",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "busy",
        _ => "other",
    }
}
