//! What another program reads in the stored text.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::markdown::{Block, Span, tidy};

/// Reads blocks as pulldown-cmark alone does, for what is stored shall be ordinary Markdown.
pub(super) fn standard(stored: &str) -> Vec<Block> {
    let mut reader = Standard::default();
    Parser::new_ext(stored, Options::ENABLE_TABLES).for_each(|event| reader.event(event, stored));
    assert_eq!(reader.open.len(), 0, "{stored:?}");
    reader.blocks
}

#[derive(Default)]
struct Standard {
    blocks: Vec<Block>,
    /// The blocks before each open list and the items of it.
    open: Vec<(Vec<Block>, Vec<Vec<Block>>)>,
    rows: Vec<Vec<Vec<Span>>>,
    spans: Vec<Span>,
    kind: Span,
    bold: usize,
    italic: usize,
}

impl Standard {
    fn event(&mut self, event: Event<'_>, stored: &str) {
        match event {
            Event::Text(text) => self.push(&text),
            Event::SoftBreak => self.push("\n"),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            other => panic!("{other:?} in {stored:?}"),
        }
    }

    fn push(&mut self, text: &str) {
        let kind = Span {
            bold: self.bold > 0,
            italic: self.italic > 0,
            ..self.kind.clone()
        };
        self.spans.push(Span {
            text: text.to_owned(),
            ..kind
        });
    }

    fn text(&mut self) -> Vec<Span> {
        tidy::tidy(std::mem::take(&mut self.spans))
    }

    fn close_paragraph(&mut self) {
        let text = self.text();
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph { text });
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Link { dest_url, .. } => self.kind.link = Some(dest_url.to_string()),
            Tag::List(start) => {
                assert!(matches!(start, None | Some(1)));
                self.close_paragraph();
                self.open
                    .push((std::mem::take(&mut self.blocks), Vec::new()));
            }
            Tag::Table(_) => {
                self.close_paragraph();
                self.rows.push(Vec::new());
            }
            _ => self.close_paragraph(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold -= 1,
            TagEnd::Emphasis => self.italic -= 1,
            TagEnd::Link => self.kind.link = None,
            TagEnd::Heading(level) => {
                let text = self.text();
                self.blocks.push(Block::Heading {
                    level: level as u8,
                    text,
                });
            }
            TagEnd::TableCell => {
                let text = self.text();
                self.rows.last_mut().unwrap().push(text);
            }
            TagEnd::Table => {
                self.rows.pop();
                let head = self.rows.remove(0);
                self.blocks.push(Block::Table {
                    head,
                    rows: std::mem::take(&mut self.rows),
                });
            }
            TagEnd::Item => {
                self.close_paragraph();
                self.open
                    .last_mut()
                    .unwrap()
                    .1
                    .push(std::mem::take(&mut self.blocks));
            }
            TagEnd::List(ordered) => {
                let (before, items) = self.open.pop().unwrap();
                self.blocks = before;
                self.blocks.push(Block::List { ordered, items });
            }
            _ => self.close_paragraph(),
        }
        if matches!(tag, TagEnd::TableHead | TagEnd::TableRow) {
            self.rows.push(Vec::new());
        }
    }
}
