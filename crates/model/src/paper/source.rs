//! The documents that a report follows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Cell, Item, Objects, Paper, Printed, ReferenceLine, Section, SourceLine, walk};
use crate::id::ObjectId;
use crate::vocabulary::{Concept, Role};

/// A document that another one follows, as its paper shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Its paper: the adopted edition's, else the submitted, else the draft's.
    pub paper: Paper,
    /// Objects that have been removed from it, as they last were.
    pub removed: BTreeMap<ObjectId, Removed>,
}

/// An object that has been removed from a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// The object that it stood below; none at the top.
    pub parent: Option<ObjectId>,
    /// The object as it last was.
    pub item: Item,
}

/// What a paper that was read back showed of an object that is gone; kept in the row's `@shown`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Shown {
    /// The followed object that the row stood below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) below: Option<ObjectId>,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<String>,
    /// Its cells.
    pub(super) cells: Vec<Cell>,
}

impl Shown {
    pub(super) fn read(value: &Value) -> Option<Self> {
        serde_json::from_value(value.clone()).ok()
    }
}

impl Source {
    /// Returns the object as the document shows it, or none when it is gone from there.
    #[must_use]
    pub fn item(&self, id: ObjectId) -> Option<&Item> {
        self.paper
            .items()
            .into_iter()
            .find(|(_, item)| item.id == id)
            .map(|(_, item)| item)
    }

    /// Returns the line that a paper keeps of the document it follows.
    /// Its title without a draft's mark: the mark stands once, on the paper that it is about.
    pub(crate) fn title(&self, mark: &str) -> &str {
        let title = self.paper.document.title.as_str();
        title
            .strip_prefix(mark)
            .map_or(title, |rest| rest.trim_start_matches([' ', '–']))
    }

    pub(super) fn line(&self, id: &str, mark: &str) -> SourceLine {
        let head = &self.paper.document;
        SourceLine {
            id: id.to_owned(),
            document: head.id,
            concept: head.concept,
            period: head.period.clone(),
            title: self.title(mark).to_owned(),
            state: head.state,
            edition: head.edition.clone(),
            linked: false,
        }
    }
}

/// A source with its objects by their ids: a report asks for each of them several times.
pub(super) struct Followed<'a> {
    all: Vec<(&'a Objects, &'a Item)>,
    by_id: BTreeMap<ObjectId, Vec<&'a Item>>,
    /// Rows of a report have ids of their own: two reports about one object meet in the object.
    rows_about: BTreeMap<ObjectId, &'a Item>,
    /// Objects that have been removed from it.
    pub(super) removed: &'a BTreeMap<ObjectId, Removed>,
}

impl<'a> Followed<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        let mut found = Self {
            all: source.paper.items(),
            by_id: BTreeMap::new(),
            rows_about: BTreeMap::new(),
            removed: &source.removed,
        };
        for (_, item) in &found.all {
            found.by_id.entry(item.id).or_default().push(item);
            if let Some(id) = item.follows {
                found.rows_about.entry(id).or_insert(item);
            }
        }
        found
    }

    /// Returns whether the document shows the object.
    pub(super) fn has(&self, id: ObjectId) -> bool {
        self.by_id.contains_key(&id)
    }

    /// Returns the items of a concept straight or further below `above`; all of the document where none.
    pub(super) fn items(&self, concept: Concept, above: Option<ObjectId>) -> Vec<&'a Item> {
        let mut within = Vec::new();
        match above {
            None => within.clone_from(&self.all),
            Some(id) => {
                let there = self.by_id.get(&id).into_iter().flatten();
                let below = there.flat_map(|item| &item.children);
                below.for_each(|objects| walk(objects, &mut within));
            }
        }
        within
            .into_iter()
            .filter(|(objects, _)| objects.concept == Some(concept))
            .map(|(_, item)| item)
            .collect()
    }

    /// Returns the value that the object has in this role, or that the row about it has where this is a report.
    pub(super) fn value(&self, id: ObjectId, role: Role) -> Option<&'a Printed> {
        let there = self.by_id.get(&id).and_then(|items| items.first());
        let item = there.or_else(|| self.rows_about.get(&id))?;
        item.cell(role)?.value.as_ref()
    }
}

/// Returns what `paper`, which follows `line`, shows of that document: enough to make `paper` again without it.
pub(super) fn seen_from(paper: &Paper, line: &SourceLine) -> Paper {
    let mut source = paper.clone();
    source.document.id = line.document;
    source.document.concept = line.concept;
    source.document.period.clone_from(&line.period);
    source.document.title.clone_from(&line.title);
    source.document.state = line.state;
    source.document.edition.clone_from(&line.edition);
    source.document.adoption = None;
    source.sources.clear();
    source.head.clear();
    if let Some(reference) = reference_to(paper, line) {
        source.document.date = reference.date;
        source.head.extend(number_of(reference));
    }
    source.head.extend(own_started(paper));
    source.sections = paper
        .sections
        .iter()
        .filter_map(|section| match section {
            Section::Objects(objects) => {
                Some(followed(objects)).filter(|objects| !objects.items.is_empty())
            }
            _ => None,
        })
        .map(Section::Objects)
        .collect();
    source
}

/// Own values of the paper that stood there from the start: they came from the followed document's own.
fn own_started(paper: &Paper) -> Vec<Cell> {
    let is_of_a_reference = |cell: &Cell| {
        matches!(
            cell.is,
            None | Some(Role::Grounds | Role::Title | Role::Date)
        )
    };
    let cells = crate::check::own_cells(paper);
    let started = cells.filter(|cell| cell.derived && !is_of_a_reference(cell));
    let bare = |cell: &Cell| Cell {
        derived: false,
        origin: None,
        ..cell.clone()
    };
    started.map(bare).collect()
}

impl Paper {
    /// Returns the document as others refer to it by this title: with its day, and the first of its numbers. Words that
    /// stand there until a number comes have no figure and are none.
    #[must_use]
    pub fn reference(&self, title: &str) -> ReferenceLine {
        let is_number = |cell: &&Cell| cell.is == Some(Role::RegistrationNumber);
        let value = self.head.iter().find(is_number);
        let value = match value.and_then(|cell| cell.value.as_ref()) {
            Some(Printed::List(items)) => items.first(),
            other => other,
        };
        let number = match value {
            Some(Printed::Line(number)) if number.chars().any(char::is_numeric) => number.clone(),
            _ => String::new(),
        };
        ReferenceLine {
            title: title.to_owned(),
            date: self.document.date,
            number,
        }
    }
}

/// Returns what a paper says of a document that it refers to without anybody having written it.
fn reference_to<'a>(paper: &'a Paper, line: &SourceLine) -> Option<&'a ReferenceLine> {
    let sections = paper.sections.iter().filter_map(|section| match section {
        Section::Field(cell) => Some(cell),
        _ => None,
    });
    let mut derived = paper
        .head
        .iter()
        .chain(sections)
        .filter(|cell| cell.derived);
    derived.find_map(|cell| match &cell.value {
        Some(Printed::Reference(reference)) if reference.title == line.title => Some(reference),
        _ => None,
    })
}

fn number_of(reference: &ReferenceLine) -> Option<Cell> {
    (!reference.number.is_empty()).then(|| Cell {
        id: Role::RegistrationNumber.as_str().to_owned(),
        is: Some(Role::RegistrationNumber),
        label: String::new(),
        derived: false,
        origin: None,
        usual: false,
        numbered: false,
        missing: None,
        value: Some(Printed::Line(reference.number.clone())),
    })
}

fn followed(objects: &Objects) -> Objects {
    let items = objects
        .items
        .iter()
        .filter(|item| item.gone.is_none())
        .filter_map(|item| {
            Some(Item {
                id: item.follows?,
                follows: None,
                gone: None,
                fields: item.shown.iter().chain(started(item)).cloned().collect(),
                shown: Vec::new(),
                children: item
                    .children
                    .iter()
                    .map(followed)
                    .filter(|below| !below.items.is_empty())
                    .collect(),
                ..item.clone()
            })
        });
    Objects {
        items: items.collect(),
        ..objects.clone()
    }
}

/// Values that stood there from the start came from a followed document too, though they are the row's own.
fn started(item: &Item) -> impl Iterator<Item = &Cell> {
    item.fields.iter().filter(|cell| {
        let shown = |other: &Cell| other.is == cell.is;
        cell.derived && cell.is.is_some() && !item.shown.iter().any(shown)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN_OBJECT: &str = "00000000-0000-4000-8000-00000000000a";
    const ROW: &str = "00000000-0000-4000-8000-00000000000b";

    /// A half-year report with one row, as its data.json has it.
    fn report() -> Source {
        let cell = |is: &str, text: &str| serde_json::json!({ "id": is, "is": is, "label": is, "type": "line", "value": text });
        let paper = serde_json::json!({
            "format": 1,
            "template": { "id": "t", "version": "1" },
            "profile": { "id": "p", "version": "1" },
            "document": {
                "id": "00000000-0000-4000-8000-000000000001", "concept": "report", "state": "draft",
                "ident": "", "name": "", "title": "", "heading": "", "language": "sv-SE", "description": ""
            },
            "publisher": { "organisation": "", "group": "", "cooperation": "", "area": "", "address": [] },
            "page": { "number": "{n}", "logos": "first" },
            "logos": [],
            "head": [],
            "sections": [{
                "part": "objects", "kind": "activity", "concept": "activity", "label": "Aktiviteter",
                "items": [{
                    "id": ROW, "label": "Aktivitet", "follows": PLAN_OBJECT,
                    "shown": [cell("title", "Utbildning")],
                    "fields": [cell("comment", "Tre av sex är klara.")]
                }]
            }]
        });
        Source {
            paper: serde_json::from_value(paper).unwrap(),
            removed: BTreeMap::new(),
        }
    }

    fn line(source: &Source, id: &str, role: Role) -> Option<String> {
        match Followed::new(source).value(id.parse().unwrap(), role) {
            Some(Printed::Line(text)) => Some(text.clone()),
            _ => None,
        }
    }

    #[test]
    fn a_report_answers_for_the_object_that_its_row_is_about() {
        let source = report();
        let comment = line(&source, PLAN_OBJECT, Role::Comment);
        assert_eq!(comment.as_deref(), Some("Tre av sex är klara."));
        assert_eq!(line(&source, PLAN_OBJECT, Role::Method), None);
        let other = "00000000-0000-4000-8000-00000000000c";
        assert_eq!(line(&source, other, Role::Comment), None);
    }

    #[test]
    fn what_stood_there_from_the_start_is_seen_as_the_followed_documents() {
        let mut paper = report().paper;
        let Some(Section::Objects(objects)) = paper.sections.first_mut() else {
            panic!("the report has rows");
        };
        objects.items[0].fields[0].derived = true;
        let line_of = report().line("half", "UTKAST");
        let seen = Source {
            paper: seen_from(&paper, &line_of),
            removed: BTreeMap::new(),
        };
        let comment = line(&seen, PLAN_OBJECT, Role::Comment);
        assert_eq!(comment.as_deref(), Some("Tre av sex är klara."));
    }
}
