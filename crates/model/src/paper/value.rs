//! Values as the page shows them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Logo;
use crate::id::ObjectId;
use crate::markdown::Block;
use crate::vocabulary::{FieldType, Meaning, Role};

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
    /// Where a derived value comes from, in the template's words: "enligt planen".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// The value is the template's own, which stands there until somebody writes another.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub usual: bool,
    /// The elements of the list are referred to by their numbers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub numbered: bool,
    /// The type of the value that is missing though the document needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<FieldType>,
    /// The value; none where it is missing.
    #[serde(flatten)]
    pub value: Option<Printed>,
}

impl Cell {
    /// Returns whether somebody wrote the value, here and for this document.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        !self.derived && !self.usual
    }
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
    /// What the word means to the rules of meetings and decisions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Meaning>,
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
    pub ty: FieldType,
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
