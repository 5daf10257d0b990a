//! The parts of a paper's body: fields, objects, computed tables.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Cell, Printed};
use crate::id::ObjectId;
use crate::vocabulary::{Concept, Role};

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

impl Item {
    /// Returns the cell with this role among its own fields, else among those it shows.
    #[must_use]
    pub fn cell(&self, role: Role) -> Option<&Cell> {
        self.fields
            .iter()
            .chain(&self.shown)
            .find(|cell| cell.is == Some(role))
    }

    /// Returns the title as plain text, empty where it has none.
    #[must_use]
    pub fn title(&self) -> &str {
        match self.cell(Role::Title).and_then(|cell| cell.value.as_ref()) {
            Some(Printed::Line(title)) => title,
            _ => "",
        }
    }

    /// Returns the day of a planned meeting: many have the same title.
    fn held_on(&self) -> Option<NaiveDate> {
        match self.cell(Role::MeetingDate)?.value {
            Some(Printed::Date(day)) => Some(day),
            _ => None,
        }
    }

    /// Returns what it is called, as plain text: its title, or the name or else the role of a person; empty where it has none.
    #[must_use]
    pub fn called(&self) -> &str {
        let line = |role| match self.cell(role).and_then(|cell| cell.value.as_ref()) {
            Some(Printed::Line(line)) => line.as_str(),
            _ => "",
        };
        let names = [Role::Title, Role::Name, Role::Office].map(line);
        let mut names = names.into_iter().filter(|name| !name.is_empty());
        names.next().unwrap_or_default()
    }

    /// Returns how sentences name it: "Aktivitet 1.2", "Möte 2026-04-24", or its label and what it is called where it has
    /// neither number nor day.
    #[must_use]
    pub fn name(&self) -> String {
        match (&self.number, self.called(), self.held_on()) {
            (Some(number), ..) => format!("{} {number}", self.label),
            (None, _, Some(day)) => format!("{} {day}", self.label),
            (None, "", None) => self.label.clone(),
            (None, name, None) => format!("{} ”{name}”", self.label),
        }
    }
}
