//! What a document's pages say, as text: for who listens, and for Word.

use model::id::ObjectId;
use model::markdown::Block;
use model::paper::{Objects, Paper, Section, as_text, body_as_text};

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
        let mut paper = self.shown_paper(&self.load(id)?)?;
        Ok(match part {
            Some(part) => {
                narrow(&mut paper, part);
                body_as_text(&paper, &words)
            }
            None => as_text(&paper, &words),
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

#[cfg(test)]
mod tests {
    use model::paper::Adoption;
    use model::vocabulary::{Concept, Role};

    use super::*;
    use crate::{Input, Library, open_sample};

    #[test]
    fn a_text_says_how_far_the_document_has_come_in_the_words_of_the_page() {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
        let mut lines = workspace.documents().unwrap().into_iter();
        let plan = lines.find(|line| line.concept == Concept::Plan).unwrap().id;
        let loaded = workspace.load(plan).unwrap();
        let mut fields = loaded.template().fields.iter();
        let text = fields.find(|field| field.is == Some(Role::Summary));
        let text = text.unwrap().id.clone();
        let has = |workspace: &Workspace, words: &str| {
            let text = workspace.text(plan).unwrap();
            let part = workspace.part_as_text(plan, Some(model::progress::HEAD));
            let part = model::markdown::render(&part.unwrap());
            assert!(!part.lines().any(|line| line == words), "{part}");
            text.lines().take(8).any(|line| line == words)
        };
        let typed = Input::Typed("Nytt.".to_owned());
        workspace.set(plan, ".", &text, &typed).unwrap();
        assert!(has(&workspace, "UTKAST") && !has(&workspace, "FÖRSLAG"));
        let number = workspace.submit(plan).unwrap();
        let version = format!("Version {number}");
        assert!(has(&workspace, "FÖRSLAG") && has(&workspace, &version));
        let adoption = Adoption {
            body: "Nämnden".to_owned(),
            date: "2025-02-03".parse().unwrap(),
            paragraph: Some("§ 12".to_owned()),
        };
        workspace.adopt(plan, &adoption).unwrap();
        assert!(has(&workspace, "Fastställd av Nämnden 2025-02-03, § 12"));
        assert!(has(&workspace, &version) && !has(&workspace, "FÖRSLAG"));

        let page = include_str!("../../../assets/shared/words.typ");
        let words = crate::wording::value_words();
        for word in [words.draft, words.proposal, words.adopted_by, words.edition] {
            assert!(page.contains(&format!("\"{word}\"")), "{word}");
        }
    }
}
