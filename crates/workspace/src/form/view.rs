//! What a form consists of, as a window takes it.

use serde::Serialize;
use specta::Type;

use super::FieldValue;
use crate::rich::TextBlock;

/// A document as a form.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FormView {
    /// The document's id.
    pub document: String,
    /// What it is to the program.
    pub concept: String,
    /// What kind of document it is called.
    pub name: String,
    /// Its title, without a draft's mark.
    pub title: String,
    /// The template's instruction for the whole document.
    pub help: Vec<TextBlock>,
    /// Its parts in the order of the page.
    pub parts: Vec<PartView>,
    /// The kinds of objects it may have.
    pub kinds: Vec<KindView>,
    /// Its objects in the order of the page, each before those below it.
    pub objects: Vec<ObjectView>,
    /// The values of its own fields.
    pub values: Vec<ValueView>,
    /// Ways to word a decision.
    pub modes: Vec<OptionView>,
    /// Bodies that can decide.
    pub bodies: Vec<OptionView>,
    /// Organisations whose diarium can have it, by their names.
    pub organisations: Vec<String>,
    /// Whether the year's calendar knows days of it.
    pub prefills: bool,
    /// The name of the body that is to decide on this document; empty where nobody can tell.
    pub decides: String,
    /// Phrases to begin from.
    pub phrases: Vec<PhraseView>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PartView {
    /// What names it: the id of a field, kind or view of the template, or `head`.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What it holds.
    pub content: PartContent,
    /// Its fields, where it has any of its own.
    pub fields: Vec<FieldView>,
}

/// What a part of a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum PartContent {
    /// Fields of the document.
    Fields,
    /// Objects of the kind with the part's id.
    Objects,
    /// What the program computes.
    Computed,
}

/// A kind of object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct KindView {
    /// Its id.
    pub id: String,
    /// What it is to the program; empty where it is nothing.
    pub concept: String,
    /// Singular.
    pub label: String,
    /// Plural.
    pub plural: String,
    /// The template's instruction.
    pub help: Vec<TextBlock>,
    /// The kinds that may stand below it.
    pub children: Vec<String>,
    /// Whether its objects are rows that follow another document: they come and go with it.
    pub follows: bool,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// The most objects of it below one parent.
    pub most: u32,
}

/// A field with its instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// Its id.
    pub id: String,
    /// What it is to the program; empty where it is nothing.
    pub role: String,
    /// Its label.
    pub label: String,
    /// The template's instruction.
    pub help: String,
    /// What it is edited with.
    pub widget: Widget,
    /// Whether it must be filled in before the document is handed in.
    pub required: bool,
    /// What must stand in another field of the object for this one to be asked for.
    pub asked_if: Option<AskedIf>,
    /// Whether it is printed; margin notes are not.
    pub printed: bool,
    /// Most characters.
    pub max: Option<u32>,
    /// The sentence that says "none" on purpose.
    pub none: String,
    /// What there is to choose among; of a party or a body one may write another.
    pub options: Vec<OptionView>,
    /// Columns of a small table.
    pub columns: Vec<FieldView>,
}

/// What must stand in another field for a field to be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AskedIf {
    /// The other field's id.
    pub field: String,
    /// Its values, each of which asks for it; empty where any value does.
    pub values: Vec<String>,
}

/// What a field is edited with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Widget {
    /// One line.
    Line,
    /// Running text.
    Text,
    /// A day as it is typed.
    Date,
    /// A number.
    Number,
    /// Whole kronor.
    Money,
    /// Yes or no.
    Bool,
    /// One of the options.
    Choice,
    /// One of the options, or nobody.
    Person,
    /// One of the options, or another name.
    Named,
    /// Several values, one a line.
    Lines,
    /// Several of the options.
    Several,
    /// Several of the options, and other names.
    SeveralNamed,
    /// A small table.
    Table,
    /// Pictures with alternative texts.
    Pictures,
    /// Files.
    Files,
    /// Documents that are decided elsewhere.
    References,
    /// Decision points with mode and body.
    Decision,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OptionView {
    /// What is given back.
    pub value: String,
    /// What is read.
    pub label: String,
    /// The mark beside it; may be empty.
    pub mark: String,
    /// What it means; may be empty.
    pub help: String,
}

/// A phrase to begin from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PhraseView {
    /// The decision mode that it fits; any where empty.
    pub mode: String,
    /// The words.
    pub text: String,
}

/// An object of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ObjectView {
    /// Its id.
    pub id: String,
    /// Its kind's id.
    pub kind: String,
    /// The object above; nothing straight below the document.
    pub parent: Option<String>,
    /// Its number.
    pub number: Option<String>,
    /// How sentences name it.
    pub name: String,
    /// Its title; empty where it has none.
    pub title: String,
    /// What it says where the object it follows is gone.
    pub gone: Option<String>,
    /// What the followed object says in its own document.
    pub shown: Vec<ShownView>,
    /// The values of its fields.
    pub values: Vec<ValueView>,
}

/// A field of a followed object, to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ShownView {
    /// Its label.
    pub label: String,
    /// What stands in it.
    pub text: Vec<TextBlock>,
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ValueView {
    /// The field's id.
    pub field: String,
    /// What stands in it.
    pub value: FieldValue,
    /// Whether it comes from elsewhere and nobody has touched it.
    pub derived: bool,
    /// Whether two people have written different things in it.
    pub disputed: bool,
}
