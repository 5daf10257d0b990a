//! The small Markdown of text fields: paragraphs, bold, italic, lists, links, simple tables, headings.
//!
//! [`parse()`] reads what was typed; whatever is outside the subset becomes the characters that were typed.
//! [`render()`] writes blocks back so that parsing gives the same blocks.

mod parse;
mod render;
#[cfg(test)]
mod round_trip;
mod tidy;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use parse::parse;
pub use render::render;

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Vec<Span>,
    },
    /// A heading below the section's own, level 1 to 3.
    Heading {
        /// 1 is straight below the section's own heading.
        level: u8,
        /// Its text.
        text: Vec<Span>,
    },
    /// A list.
    List {
        /// Whether its items are numbered, from 1.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<Block>>,
    },
    /// A simple table.
    Table {
        /// Its heads, one a column.
        head: Vec<Vec<Span>>,
        /// Its rows, as wide as the head.
        rows: Vec<Vec<Vec<Span>>>,
    },
}

/// A run of characters of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// The characters. A line break within a paragraph is `\n`.
    pub text: String,
    /// Bold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Italic.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub italic: bool,
    /// Target of a link: `https:`, `http:`, `mailto:` or `tel:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// Returns the text without its marks: blocks on lines of their own, cells parted by tabs.
#[must_use]
pub fn plain(blocks: &[Block]) -> String {
    blocks
        .iter()
        .map(plain_block)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Returns a run's characters without its marks.
#[must_use]
pub fn plain_spans(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

fn plain_block(block: &Block) -> String {
    match block {
        Block::Paragraph { text } | Block::Heading { text, .. } => plain_spans(text),
        Block::List { items, .. } => items
            .iter()
            .map(|item| plain(item))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Table { head, rows } => {
            let row = |cells: &Vec<Vec<Span>>| {
                cells
                    .iter()
                    .map(|cell| plain_spans(cell))
                    .collect::<Vec<_>>()
                    .join("\t")
            };
            std::iter::once(head)
                .chain(rows)
                .map(row)
                .collect::<Vec<_>>()
                .join("\n")
        }
    }
}
