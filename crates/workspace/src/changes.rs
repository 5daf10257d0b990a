//! What differs between two moments of a document, as a page to hand over beside the paper itself.

use std::path::Path;

use chrono::NaiveDate;
use model::id::ObjectId;
use model::markdown::{Block, Span};
use model::paper::{Cell, Entry, Paper, Printed, Section, State, Table, TableColumn};
use model::vocabulary::{Concept, Role};

use crate::compare::{Comparison, Difference, DifferenceKind};
use crate::words::{self, Args};
use crate::{Error, Exported, Workspace};

impl Workspace {
    /// Writes what differs between two moments of a document as a PDF like its papers: from the newest edition to the
    /// present where the moments are left out. With a folder as the target the title becomes the file's name.
    ///
    /// # Errors
    /// As [`Workspace::compare`] and [`Workspace::export`].
    pub fn export_changes(
        &self,
        id: ObjectId,
        from: Option<&str>,
        to: Option<&str>,
        target: &Path,
    ) -> Result<Exported, Error> {
        let comparison = self.compare(id, from, to)?;
        let loaded = self.load(id)?;
        let paper = paper(&loaded.paper, &comparison, self.today());
        self.export_paper(&loaded.pinned, &paper, target)
    }
}

/// The publisher is the document's own; the head says the day of the comparison and the document's numbers, the body
/// is a sentence and a table.
fn paper(of: &Paper, comparison: &Comparison, today: NaiveDate) -> Paper {
    let args = Args::from([
        ("title".to_owned(), comparison.title.clone()),
        ("from".to_owned(), comparison.from.clone()),
        ("to".to_owned(), comparison.to.clone()),
        ("count".to_owned(), comparison.differences.len().to_string()),
    ]);
    let say = |key: &str| words::say(key, &args);
    let mut paper = of.clone();
    let head = &mut paper.document;
    // Another document: what reads it back must not take it for the paper itself.
    head.id = head.id.about(head.id);
    head.concept = Concept::Notice;
    head.state = State::Adopted;
    head.edition = None;
    head.adoption = None;
    head.ident = format!("{}-{}", head.ident, say("changes-ident"));
    head.title = say("changes-title");
    head.heading = say("changes-heading");
    head.subtitle = Some(comparison.title.clone());
    head.description = say("changes-summary");
    paper.sources.clear();
    head.date = Some(today);
    paper
        .head
        .retain(|cell| cell.is == Some(Role::RegistrationNumber));
    paper.head.insert(
        0,
        Cell {
            id: "compared".to_owned(),
            is: Some(Role::Date),
            label: say("changes-day"),
            derived: false,
            origin: None,
            usual: false,
            numbered: false,
            missing: None,
            value: Some(Printed::Date(today)),
        },
    );
    paper.sections = vec![
        Section::Field(Cell {
            id: "changes".to_owned(),
            is: None,
            label: say("changes-label"),
            derived: false,
            origin: None,
            usual: false,
            numbered: false,
            missing: None,
            value: Some(Printed::Text(paragraph(&say("changes-summary")))),
        }),
        Section::Table(Table {
            id: "differences".to_owned(),
            label: String::new(),
            caption: say("changes-caption"),
            columns: [
                say("changes-place"),
                capital(&comparison.from),
                capital(&comparison.to),
            ]
            .map(|label| TableColumn {
                label,
                numeric: false,
                wide: true,
            })
            .into(),
            rows: comparison.differences.iter().map(row).collect(),
            total: None,
        }),
    ];
    paper
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn paragraph(text: &str) -> Vec<Block> {
    let span = Span {
        text: text.to_owned(),
        ..Span::default()
    };
    vec![Block::Paragraph { text: vec![span] }]
}

fn row(difference: &Difference) -> Vec<Vec<Entry>> {
    let said = |kind: &str| words::say(kind, &Args::new());
    let (before, after) = match difference.kind {
        DifferenceKind::Added => (None, Some(said("changes-added"))),
        DifferenceKind::Removed => (Some(said("changes-removed")), None),
        DifferenceKind::Moved => (None, Some(said("changes-moved"))),
        DifferenceKind::Changed => (difference.before.clone(), difference.after.clone()),
    };
    let place = difference.place.join(" › ");
    [Some(place), before, after].map(cell).into()
}

fn cell(text: Option<String>) -> Vec<Entry> {
    let text = text.filter(|text| !text.trim().is_empty());
    vec![Entry {
        count: None,
        value: Printed::Line(text.unwrap_or_else(|| "–".to_owned())),
    }]
}
