//! How the tables of a file look: one declaration from which both the reader and the JSON Schema come.

use crate::codes::FaultCode;

/// A table: its keys and the rules between them.
pub(crate) struct TableShape {
    /// Its name in the schema and in faults, for example `field`.
    pub(crate) name: &'static str,
    /// What it is, for the schema.
    pub(crate) about: &'static str,
    /// Every key that may stand in it.
    pub(crate) keys: &'static [Key],
    /// What keys ask of each other.
    pub(crate) rules: &'static [Rule],
}

/// A key of a table.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) need: Need,
    pub(crate) shape: Shape,
    /// What it says, for the schema.
    pub(crate) about: &'static str,
}

/// Whether a key must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Must,
    May,
}

/// What a value looks like.
pub(crate) enum Shape {
    /// The number of the format.
    Format,
    /// A text, possibly empty.
    Text,
    /// A text that says something.
    Said,
    /// A text with placeholders of this set, not empty.
    Pattern(&'static Placeholders),
    /// An id: lower-case letters, digits and `_`.
    Id,
    /// An id that is also a folder's name.
    FolderId,
    /// `<word>.<word>`, and a third where `most` is 3.
    Path { most: usize },
    /// A word of a closed vocabulary.
    Word(&'static Vocabulary),
    /// A list of such words, each once.
    Words(&'static Vocabulary),
    /// A text that a function reads; the pattern says the same to a schema.
    Period {
        reads: fn(&str) -> bool,
        pattern: &'static str,
        choices: &'static str,
    },
    /// A day: a TOML date, or a text such as `2026-08-21`.
    Day,
    /// Yes or no.
    Bool,
    /// A whole number from the first to the second.
    Count(i64, i64),
    /// The fewest and the most.
    Range,
    /// A list of texts that say something, each once.
    Texts,
    /// A list of patterns of the set.
    Patterns(&'static Placeholders),
    /// Any value.
    Any,
    /// A table.
    Table(&'static TableShape),
    /// A list of tables; one of them at least where the need is a must.
    Tables(&'static TableShape),
    /// A list of tables whose shape the key `type` tells.
    Typed(&'static [(&'static str, &'static TableShape)]),
}

/// A closed vocabulary.
pub(crate) struct Vocabulary {
    /// Its name in the schema.
    pub(crate) name: &'static str,
    pub(crate) words: fn() -> Vec<&'static str>,
    /// The fault of a word that it lacks.
    pub(crate) code: FaultCode,
}

/// Placeholders that a pattern may have.
pub(crate) struct Placeholders {
    pub(crate) known: &'static [&'static str],
    /// The one that it must have.
    pub(crate) must: Option<&'static str>,
}

/// What keys of a table ask of each other.
pub(crate) enum Rule {
    /// Where `key` is `word`, `then` must be there.
    Needs {
        key: &'static str,
        word: &'static str,
        then: &'static str,
        code: FaultCode,
    },
    /// `key` may stand only where `of` is one of these words.
    Only {
        key: &'static str,
        of: &'static str,
        words: &'static [&'static str],
    },
    /// `key` cannot be one of these words.
    Never {
        key: &'static str,
        words: &'static [&'static str],
        code: FaultCode,
    },
    /// Exactly one of the keys is there.
    OneOf(&'static [&'static str]),
    /// At least one of the two is there; the fault names the first.
    Either(&'static str, &'static str),
    /// `key` says nothing without `other`.
    With {
        key: &'static str,
        other: &'static str,
    },
    /// Both cannot be there.
    Clash(&'static str, &'static str),
    /// What stands between braces in `key` is filled in where `with` is there, and stands as it is elsewhere.
    Filled {
        key: &'static str,
        with: &'static str,
        placeholders: &'static Placeholders,
    },
    /// Where `key` is false, `other` cannot be there.
    Off {
        key: &'static str,
        other: &'static str,
        code: FaultCode,
    },
}

impl TableShape {
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A key that must be there.
pub(crate) const fn must(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key {
        name,
        need: Need::Must,
        shape,
        about,
    }
}

/// A key that may be left out.
pub(crate) const fn may(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key {
        name,
        need: Need::May,
        shape,
        about,
    }
}

/// Returns whether an id has the right form.
pub(crate) fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.len() <= ID_LENGTH
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Most characters of an id.
pub(crate) const ID_LENGTH: usize = 60;

/// Names of devices on Windows: no folder and no file there can have them, whatever its ending.
pub(crate) const DEVICES: &[&str] = &[
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Names that a layout's world has already.
pub(crate) const TAKEN: &[&str] = &["data", "images", "shared"];
