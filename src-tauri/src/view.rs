//! What the window is given to show.

use serde::Serialize;
use specta::Type;
use workspace::Sentence;

/// The open workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceView {
    /// The group whose file it is.
    pub name: String,
    /// The file's name without its folders.
    pub file: String,
    /// Why it can only be read, where that is so.
    pub read_only: Option<SentenceView>,
}

/// A sentence with what one can do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SentenceView {
    /// What is so, in Swedish.
    pub message: String,
    /// What one can do, a sentence each.
    pub hints: Vec<String>,
}

impl From<Sentence> for SentenceView {
    fn from(sentence: Sentence) -> Self {
        let hints = Some(sentence.hint).filter(|hint| !hint.is_empty());
        Self {
            message: sentence.text,
            hints: hints.into_iter().collect(),
        }
    }
}

/// A line in the list of documents.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// The document's id.
    pub id: String,
    /// What kind of document it is, as its template names it.
    pub name: String,
    /// The title that stands on its pages.
    pub title: String,
    /// How far it has come.
    pub state: DocumentState,
    /// Whether it has pages; the group's own document has none.
    pub printed: bool,
    /// How many faults hinder its submission.
    pub blocking: u32,
    /// How many faults ought to be mended but hinder nothing.
    pub warnings: u32,
}

/// How far a document has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DocumentState {
    /// It may be changed.
    Draft,
    /// An edition is submitted.
    Submitted,
    /// The submitted edition is adopted.
    Adopted,
}

/// A document's pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PagesView {
    /// How many pages there are.
    pub count: u32,
}

/// A piece of what the pages say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum TextBlock {
    /// A heading; level 1 is the document's own.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its words.
        text: String,
    },
    /// Running text.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        numbered: bool,
        /// The words of each item.
        items: Vec<String>,
    },
    /// A table.
    Table {
        /// What it shows.
        caption: String,
        /// The head of each column; none for a table without heads.
        head: Vec<String>,
        /// The cells of each row; the first is the row's own head.
        rows: Vec<Vec<String>>,
    },
}
