//! What the tests of this package stand on: the built program, a place to work in, the PDF judge, and references
//! that one command writes anew.
//!
//! The tests see what a user sees. They start the built `missiv` and read files; they do not reach into a crate when
//! the program can show the same.

mod command;
pub mod content;
pub mod dice;
mod file;
pub mod frames;
mod group;
pub mod invented;
pub mod packs;
mod place;
pub mod random;
pub mod reference;
pub mod replay;
pub mod soak;
mod spread;
pub mod strings;
pub mod verapdf;

pub use command::{Output, binary, missiv};
pub use file::{HALF_YEAR, WorkspaceFile};
pub use group::Group;
pub use place::Place;
pub use spread::spread;

use std::path::{Path, PathBuf};

/// Returns the root of the repository, where Cargo.toml of the workspace stands.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent()
        .expect("tests/ stands in the repository")
        .to_owned()
}

/// Returns a text with every kind of space as a plain one, and without the soft hyphens of broken lines.
#[must_use]
pub fn plain(text: &str) -> String {
    let spaces = |c: char| {
        if c.is_whitespace() && c != '\n' {
            ' '
        } else {
            c
        }
    };
    text.chars()
        .filter(|c| *c != '\u{ad}')
        .map(spaces)
        .collect()
}
