//! The paper: everything that a document's pages show, as data. Serialised it is `data.json`, format 1.
//!
//! A layout reads it, the PDF carries it, and a report reads the paper of the plan it follows. It holds what the
//! pages show and opaque ids, nothing else. The format is a contract: see docs/format.md before changing a type here.

mod build;
pub(crate) mod cell;
mod fields;
mod head;
mod members;
mod restore;
mod rows;
mod section;
mod source;
mod start;
mod text;
mod value;
mod view;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::ObjectId;
use crate::vocabulary::Concept;

pub(crate) use build::name;
pub use build::{Context, Publication, build, loose_items};
pub use cell::store as stored;
pub(crate) use fields::is_asked;
pub use head::words;
pub use restore::{Restored, restore};
pub use section::{
    Entry, Figure, Item, Member, Members, MembersColumn, Objects, Section, Table, TableColumn,
};
pub use source::{Removed, Source};
pub use text::{Words, as_text, body_as_text, in_words, stored_in_words};
pub use value::{
    Cell, Choice, DecisionPoints, FileLine, Named, PersonLine, Printed, ReferenceLine, Rows,
    RowsColumn,
};

/// The version of the format that [`Paper`] is.
pub const FORMAT: u32 = 1;

/// A document as its pages show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Paper {
    /// The format's version: [`FORMAT`].
    pub format: u32,
    /// The template that made it.
    pub template: Pack,
    /// The profile that gave its words.
    pub profile: Pack,
    /// Title, dates, state.
    pub document: Head,
    /// Who publishes it.
    pub publisher: Publisher,
    /// How pages are numbered and where logotypes stand.
    pub page: PageStyle,
    /// The logotype strip, in order.
    pub logos: Vec<Logo>,
    /// The documents that this one follows up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceLine>,
    /// The fields of the document head, in order.
    pub head: Vec<Cell>,
    /// The body, in the order of the page.
    pub sections: Vec<Section>,
}

/// A template or a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Pack {
    /// Its id.
    pub id: String,
    /// Its issuer's version.
    pub version: String,
}

/// What the document is called and how far it has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Head {
    /// The document's identity.
    pub id: ObjectId,
    /// What it is to the program.
    pub concept: Concept,
    /// Its period, for example `2025` or `2025-1of2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// How far it has come.
    pub state: State,
    /// The edition's number, for example `1.0`; none for a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Who adopted it, when and under what paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adoption: Option<Adoption>,
    /// The short id in the foot, for example `Äldre-2025-plan`.
    pub ident: String,
    /// The document's name, for example "Halvårsrapport".
    pub name: String,
    /// The whole title: metadata. A draft's begins with the draft's mark.
    pub title: String,
    /// The heading on the page.
    pub heading: String,
    /// The line below the heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// BCP 47, for example `sv-SE`.
    pub language: String,
    /// One or a few sentences for the metadata: the summary as plain text.
    pub description: String,
    /// The document's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

/// How far a document has come.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written: stamped as a draft.
    Draft,
    /// Handed in, for a body to adopt.
    Submitted,
    /// Handed in, where no body adopts papers of its kind: it holds as it stands.
    Issued,
    /// Adopted.
    Adopted,
}

impl State {
    /// Returns what a document of this concept is once it is handed in.
    #[must_use]
    pub const fn handed_in(concept: Concept) -> Self {
        if concept.is_adopted() {
            Self::Submitted
        } else {
            Self::Issued
        }
    }
}

/// The recorded fact that a body adopted the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Adoption {
    /// The body's name.
    pub body: String,
    /// The day.
    pub date: NaiveDate,
    /// The paragraph of its minutes, for example "§ 12".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<String>,
}

/// Who publishes the document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Publisher {
    /// The organisation; also the PDF's author.
    pub organisation: String,
    /// The group, for example "Taktisk grupp Äldre".
    pub group: String,
    /// The collaboration that the group is part of.
    pub cooperation: String,
    /// The area that the group works in; may be empty.
    pub area: String,
    /// Addresses for the foot: postal, visiting, telephone, e-mail, web, those that there are.
    pub address: Vec<Cell>,
}

/// A document that this one follows up, as it stood when this was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SourceLine {
    /// The source's id in the template.
    pub id: String,
    /// The followed document.
    pub document: ObjectId,
    /// What it is to the program.
    pub concept: Concept,
    /// Its period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Its title.
    pub title: String,
    /// How far it had come.
    pub state: State,
    /// The edition's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// This document was begun from that very one, and not found by its period.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub linked: bool,
}

/// Page furniture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PageStyle {
    /// Pattern of the page number with `{n}` and `{N}`.
    pub number: String,
    /// On which pages the logotype strip stands.
    pub logos: LogoPages,
}

/// On which pages the logotype strip stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LogoPages {
    /// On the first.
    First,
    /// On all.
    All,
}

/// A logotype.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Logo {
    /// Name of the picture below `/images/`: its SHA-256 and its ending.
    pub image: String,
    /// Alternative text; none for a decorative picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

impl Paper {
    /// Returns `data.json`: indented UTF-8 with a final newline. The same paper gives the same bytes.
    ///
    /// # Panics
    /// Never: every type here serialises.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("every type of a paper serialises");
        bytes.push(b'\n');
        bytes
    }

    /// Reads a `data.json`.
    ///
    /// # Errors
    /// Returns what is wrong when the bytes are no paper of this format.
    pub fn from_json(bytes: &[u8]) -> Result<Self, NotAPaper> {
        let probe: Probe = serde_json::from_slice(bytes).map_err(|_| NotAPaper::NotJson)?;
        match probe.format {
            None => Err(NotAPaper::OtherData),
            Some(FORMAT) => serde_json::from_slice(bytes).map_err(|error| NotAPaper::Malformed {
                line: error.line(),
                column: error.column(),
            }),
            Some(format) => Err(NotAPaper::OtherFormat { format }),
        }
    }

    /// Walks the items of the body with the kind they are of, each before those below it.
    pub fn items(&self) -> Vec<(&Objects, &Item)> {
        let tops = self.sections.iter().filter_map(|section| match section {
            Section::Objects(objects) => Some(objects),
            _ => None,
        });
        let mut found = Vec::new();
        for objects in tops {
            walk(objects, &mut found);
        }
        found
    }
}

/// Adds the items of `objects`, each before those below it.
pub(crate) fn walk<'a>(objects: &'a Objects, found: &mut Vec<(&'a Objects, &'a Item)>) {
    for item in &objects.items {
        found.push((objects, item));
        for below in &item.children {
            walk(below, found);
        }
    }
}

/// Why bytes are no paper.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAPaper {
    /// The bytes are no JSON object.
    #[error("not a JSON object")]
    NotJson,
    /// JSON, but nothing that Missiv wrote.
    #[error("JSON of another kind")]
    OtherData,
    /// A format that this program does not know.
    #[error("format {format} is not known")]
    OtherFormat {
        /// The format it says it is.
        format: u32,
    },
    /// The right format, but a value does not fit.
    #[error("malformed at line {line}, column {column}")]
    Malformed {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
}

#[derive(Deserialize)]
struct Probe {
    format: Option<u32>,
}
