//! What a document's pages say, as text: for who listens, and for Word.

use model::id::ObjectId;
use model::markdown::Block;
use model::paper::{Objects, Paper, Section, as_text};

use crate::Workspace;
use crate::error::Error;

impl Workspace {
    /// Returns everything that a document's pages say as headings, paragraphs, lists and tables.
    ///
    /// # Errors
    /// The document is not there.
    pub fn as_text(&self, id: ObjectId) -> Result<Vec<Block>, Error> {
        self.part_as_text(id, None)
    }

    /// Returns what one part of a document's pages says: a field's, a kind's or an object's id, or a view's. All of it
    /// where no part is named.
    ///
    /// # Errors
    /// The document is not there.
    pub fn part_as_text(&self, id: ObjectId, part: Option<&str>) -> Result<Vec<Block>, Error> {
        let words = crate::wording::value_words();
        let mut paper = self.load(id)?.paper;
        if let Some(part) = part {
            narrow(&mut paper, part);
        }
        let blocks = as_text(&paper, &words);
        // The title, the line below it and the publisher belong to the whole.
        let whole = 2 + usize::from(paper.document.subtitle.is_some());
        Ok(if part.is_some() {
            blocks.into_iter().skip(whole).collect()
        } else {
            blocks
        })
    }

    /// Returns the same as Markdown.
    ///
    /// # Errors
    /// The document is not there.
    pub fn text(&self, id: ObjectId) -> Result<String, Error> {
        Ok(model::markdown::render(&self.as_text(id)?))
    }
}

/// Leaves of a paper only the part that is named.
fn narrow(paper: &mut Paper, part: &str) {
    if part != model::progress::HEAD {
        paper.head.clear();
    }
    let is_it = |section: &Section| match section {
        Section::Field(cell) => cell.id == part,
        Section::Objects(objects) => objects.kind == part,
        Section::Table(table) => table.id == part,
        Section::Members(members) => members.id == part,
        Section::Figures { id, .. } | Section::Contents { id, .. } => id == part,
    };
    let object = paper.sections.iter().find_map(|section| match section {
        Section::Objects(objects) => only(objects, part),
        _ => None,
    });
    paper.sections.retain(is_it);
    paper.sections.extend(object.map(Section::Objects));
}

/// Returns the object with this id alone, with what stands below it.
fn only(objects: &Objects, id: &str) -> Option<Objects> {
    let found = objects.items.iter().find(|item| item.id.to_string() == id);
    match found {
        Some(item) => Some(Objects {
            items: vec![item.clone()],
            ..objects.clone()
        }),
        None => {
            let below = objects.items.iter().flat_map(|item| &item.children);
            below.into_iter().find_map(|objects| only(objects, id))
        }
    }
}
