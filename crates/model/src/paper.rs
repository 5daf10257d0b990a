//! The paper: everything that a document's pages show, as data. Serialised it is `data.json`, format 1.
//!
//! A layout reads it, the PDF carries it, and a report reads the paper of the plan it follows. It holds what the
//! pages show and opaque ids, nothing else. The format is a contract: see docs/format.md before changing a type here.

mod build;
pub(crate) mod cell;
mod restore;
mod source;
mod text;
mod view;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::ObjectId;
use crate::markdown::Block;
use crate::vocabulary::{Concept, Role};

pub use build::{Context, Publication, build, loose_items, words};
pub use restore::{Restored, restore};
pub use source::{Removed, Source};
pub use text::{Words, as_text};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being written: stamped as a draft.
    Draft,
    /// Handed in.
    Submitted,
    /// Adopted.
    Adopted,
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
}

/// The group's members: a row a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Members {
    /// The view's id.
    pub id: String,
    /// Its heading.
    pub label: String,
    /// What its columns show.
    pub columns: Vec<MembersColumn>,
    /// The people, in order.
    pub people: Vec<Member>,
}

/// A column of the members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MembersColumn {
    /// Its heading.
    pub label: String,
    /// What it shows of a person.
    pub is: Role,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Member {
    /// The person object's identity.
    pub id: ObjectId,
    /// A text for each column; may be empty.
    pub values: Vec<String>,
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

/// A part of the body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Section {
    /// A field of the document.
    Field(Cell),
    /// Objects of one kind.
    Objects(Objects),
    /// A computed table.
    Table(Table),
    /// A few computed figures.
    Figures {
        /// The view's id.
        id: String,
        /// The figures.
        figures: Vec<Figure>,
    },
    /// The group's members.
    Members(Members),
    /// The table of contents.
    Contents {
        /// The view's id.
        id: String,
        /// Its heading.
        label: String,
    },
}

/// Objects of one kind below one parent, in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Objects {
    /// The kind's id.
    pub kind: String,
    /// What the kind is to the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<Concept>,
    /// The kind's plural, a heading.
    pub label: String,
    /// The objects.
    pub items: Vec<Item>,
}

/// An object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// Its identity.
    pub id: ObjectId,
    /// The kind in the singular, for example "Aktivitet".
    pub label: String,
    /// Its number, for example `1.2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The object that it follows up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<ObjectId>,
    /// What the row says when the followed object is gone from its document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<String>,
    /// Fields of the followed object.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<Cell>,
    /// Its own fields: those with a value, and those that must have one.
    pub fields: Vec<Cell>,
    /// Objects below it, kind by kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Objects>,
}

/// A field with its label and value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// The field's id.
    pub id: String,
    /// What the field is to the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<Role>,
    /// Its label.
    pub label: String,
    /// The value is computed from elsewhere and nobody has touched it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
    /// The value; none where it is missing though the document needs it.
    #[serde(flatten)]
    pub value: Option<Printed>,
}

/// A value as the page shows it: `type` and `value`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Printed {
    /// One line.
    Line(String),
    /// Paragraphs, lists, tables.
    Text(Vec<Block>),
    /// A day.
    Date(NaiveDate),
    /// A decimal number.
    Number(f64),
    /// Whole kronor.
    Money(i64),
    /// Yes or no.
    Bool(bool),
    /// A word of a scale.
    Choice(Choice),
    /// A person.
    Person(PersonLine),
    /// A huvudman, financier or other named party.
    Party(Named),
    /// A body.
    Body(Named),
    /// Several values.
    List(Vec<Printed>),
    /// A small table.
    Rows(Rows),
    /// A picture.
    Image(Logo),
    /// A bilaga.
    File(FileLine),
    /// A separately decided document.
    Reference(ReferenceLine),
    /// Decision points.
    Decision(DecisionPoints),
}

/// A word of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// What is stored.
    pub code: String,
    /// The word.
    pub label: String,
    /// The mark beside it; may be empty.
    pub mark: String,
    /// Whether the word says that something departs from the plan.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deviates: bool,
}

/// A person as papers name them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonLine {
    /// The person object's identity.
    pub id: ObjectId,
    /// Name or initials; empty where only the role is known.
    pub name: String,
    /// Role in the group.
    pub office: String,
    /// Organisation.
    pub organisation: String,
}

/// A party or body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Named {
    /// Its id in the profile; none for a free name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its name.
    pub label: String,
}

/// A small table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Rows {
    /// Its columns.
    pub columns: Vec<RowsColumn>,
    /// Its rows: a value or nothing for each column.
    pub rows: Vec<Vec<Option<Printed>>>,
}

/// A column of a small table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RowsColumn {
    /// The column's id.
    pub id: String,
    /// What the column is to the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<Role>,
    /// Its heading.
    pub label: String,
    /// The type of its values.
    #[serde(rename = "type")]
    pub ty: crate::vocabulary::FieldType,
}

/// A bilaga as the page lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FileLine {
    /// Its title.
    pub title: String,
    /// The file's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its number of pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// SHA-256 of its bytes in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// A separately decided document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReferenceLine {
    /// Its title.
    pub title: String,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Its diarienummer or edition.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
}

/// Decision points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DecisionPoints {
    /// Id of the profile's decision mode.
    pub mode: String,
    /// The words before the points, for example "Strategisk nivå beslutar att".
    pub opening: String,
    /// The body that is to decide.
    pub body: Named,
    /// How the points are written: `clauses` (att-satser) or `sentences`.
    pub form: String,
    /// The points.
    pub points: Vec<String>,
}

/// A computed figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// The words beside it.
    pub label: String,
    /// The figure: a number or an amount.
    #[serde(flatten)]
    pub value: Printed,
}

/// A computed table. Its first column is the row's head.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// The view's id.
    pub id: String,
    /// Heading of the section; may be empty.
    pub label: String,
    /// Words over the table; may be empty.
    pub caption: String,
    /// Column heads.
    pub columns: Vec<TableColumn>,
    /// Rows: the values of each cell, several where a cell lists a few.
    pub rows: Vec<Vec<Vec<Entry>>>,
    /// The row of sums.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Vec<Vec<Entry>>>,
}

/// A column of a computed table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TableColumn {
    /// Its heading.
    pub label: String,
    /// Whether its values are numbers, set to the right.
    pub numeric: bool,
    /// Whether its texts are long and want the room.
    pub wide: bool,
}

/// A value in a computed table, with how many there are of it where it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// How many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
    /// Of what.
    #[serde(flatten)]
    pub value: Printed,
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
            Some(FORMAT) => serde_json::from_slice(bytes).map_err(|error| NotAPaper::Malformed { line: error.line(), column: error.column() }),
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

impl Item {
    /// Returns the cell with this role among its own fields, else among those it shows.
    #[must_use]
    pub fn cell(&self, role: Role) -> Option<&Cell> {
        self.fields.iter().chain(&self.shown).find(|cell| cell.is == Some(role))
    }

    /// Returns the title as plain text, empty where it has none.
    #[must_use]
    pub fn title(&self) -> &str {
        match self.cell(Role::Title).and_then(|cell| cell.value.as_ref()) {
            Some(Printed::Line(title)) => title,
            _ => "",
        }
    }

    /// Returns how sentences name it: "Aktivitet 1.2", or its label and title where it has no number.
    #[must_use]
    pub fn name(&self) -> String {
        match (&self.number, self.title()) {
            (Some(number), _) => format!("{} {number}", self.label),
            (None, "") => self.label.clone(),
            (None, title) => format!("{} ”{title}”", self.label),
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
