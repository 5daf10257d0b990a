//! Running text as a window takes it and gives it back: blocks with runs of characters.

use model::markdown::{self, Block, Span};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum TextBlock {
    /// A heading; level 1 is the document's own, or in a field the first below the field's.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Whether they are bold.
    pub bold: bool,
    /// Whether they are italic.
    pub italic: bool,
    /// Where they lead; `https:`, `http:`, `mailto:` or `tel:`.
    pub link: Option<String>,
}

/// Returns blocks of the small Markdown as a window takes them.
#[must_use]
pub fn text_blocks(blocks: Vec<Block>) -> Vec<TextBlock> {
    blocks.into_iter().map(Into::into).collect()
}

/// Returns what stands in a text field as blocks.
pub(crate) fn parsed(text: &str) -> Vec<TextBlock> {
    text_blocks(markdown::parse(text))
}

/// Returns words that are no Markdown as blocks: a paragraph for each line.
pub(crate) fn parsed_plain(text: &str) -> Vec<TextBlock> {
    let paragraph = |line: &str| TextBlock::Paragraph {
        text: vec![Run {
            text: line.to_owned(),
            bold: false,
            italic: false,
            link: None,
        }],
    };
    text.lines().map(paragraph).collect()
}

/// Returns blocks as they are stored in a text field.
pub(crate) fn written(blocks: Vec<TextBlock>) -> String {
    let blocks: Vec<Block> = blocks.into_iter().map(Into::into).collect();
    markdown::render(&blocks)
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
                items: items.into_iter().map(text_blocks).collect(),
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

impl From<TextBlock> for Block {
    fn from(block: TextBlock) -> Self {
        match block {
            TextBlock::Heading { level, text } => Self::Heading {
                level: level.clamp(1, 3),
                text: spans(text),
            },
            TextBlock::Paragraph { text } => Self::Paragraph { text: spans(text) },
            TextBlock::List { numbered, items } => Self::List {
                ordered: numbered,
                items: items
                    .into_iter()
                    .map(|item| item.into_iter().map(Into::into).collect())
                    .collect(),
            },
            TextBlock::Table { head, rows } => Self::Table {
                head: head.into_iter().map(spans).collect(),
                rows: rows
                    .into_iter()
                    .map(|row| row.into_iter().map(spans).collect())
                    .collect(),
            },
        }
    }
}

fn runs(spans: Vec<Span>) -> Vec<Run> {
    let run = |span: Span| Run {
        text: span.text,
        bold: span.bold,
        italic: span.italic,
        link: span.link,
    };
    spans.into_iter().map(run).collect()
}

fn spans(runs: Vec<Run>) -> Vec<Span> {
    let span = |run: Run| Span {
        text: run.text,
        bold: run.bold,
        italic: run.italic,
        link: run.link,
    };
    runs.into_iter().map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_from_blocks_reads_as_the_same_blocks() {
        let text = "# Rubrik\n\nEtt *viktigt* **stycke** med [länk](https://example.org).\n\n- ett\n- två\n\n| A | B |\n|---|---|\n| 1 | 2 |";
        let blocks = parsed(text);
        assert_eq!(blocks.len(), 4, "{blocks:?}");
        assert_eq!(parsed(&written(blocks.clone())), blocks);
    }
}
