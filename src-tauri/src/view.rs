//! What the window is given to show.

use serde::Serialize;
use specta::Type;
use workspace::{Block, Sentence, Span};

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
    /// The pages in order.
    pub sheets: Vec<SheetView>,
}

/// A page before it is drawn, so that room can be kept for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SheetView {
    /// In tenths of a millimetre.
    pub width: u32,
    /// In tenths of a millimetre.
    pub height: u32,
}

/// A piece of what a document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum TextBlock {
    /// A heading; level 1 is the document's own.
    Heading {
        /// From 1.
        level: u8,
        /// Its words.
        text: Vec<Run>,
    },
    /// Running text.
    Paragraph {
        /// Its words.
        text: Vec<Run>,
    },
    /// A list.
    List {
        /// Whether its items are numbered.
        numbered: bool,
        /// What each item holds.
        items: Vec<Vec<TextBlock>>,
    },
    /// A table.
    Table {
        /// The head of each column.
        head: Vec<Vec<Run>>,
        /// The cells of each row; the first is the row's own head.
        rows: Vec<Vec<Vec<Run>>>,
    },
}

/// A run of characters of one kind. A line break within it is a line feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Whether they are bold.
    pub bold: bool,
    /// Whether they are italic.
    pub italic: bool,
}

impl From<Block> for TextBlock {
    fn from(block: Block) -> Self {
        match block {
            Block::Heading { level, text } => Self::Heading {
                level,
                text: runs(text),
            },
            Block::Paragraph { text } => Self::Paragraph { text: runs(text) },
            Block::List { ordered, items } => Self::List {
                numbered: ordered,
                items: items.into_iter().map(blocks).collect(),
            },
            Block::Table { head, rows } => Self::Table {
                head: head.into_iter().map(runs).collect(),
                rows: rows
                    .into_iter()
                    .map(|row| row.into_iter().map(runs).collect())
                    .collect(),
            },
        }
    }
}

/// Returns blocks as the window takes them.
pub fn blocks(blocks: Vec<Block>) -> Vec<TextBlock> {
    blocks.into_iter().map(Into::into).collect()
}

fn runs(spans: Vec<Span>) -> Vec<Run> {
    let run = |span: Span| Run {
        text: span.text,
        bold: span.bold,
        italic: span.italic,
    };
    spans.into_iter().map(run).collect()
}
