//! Where each field stands on the pages: so that a click on a page finds its field, and a field its place.
//!
//! Any layout may have set the pages, and so the words themselves are looked for: the heading of each part first, then
//! within it each object, and the label of each of its fields, or what stands in it, before the next begins. What is said
//! again on each page, and the list of headings, is not searched.

mod stream;

use std::collections::BTreeSet;
use std::ops::Range;

use model::id::ObjectId;
use model::paper::{Cell, Item, Objects, Paper, Section, in_words};
use serde::Serialize;
use specta::Type;
use typeset::pages::{Part, Run};

use self::stream::{Fit, Stream, squeezed};
use crate::error::Error;
use crate::{Pages, Workspace};

/// Where a field stands on the pages.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpotView {
    /// The object's id; the document's own for its own fields.
    pub object: String,
    /// The field's id; nothing where the object itself begins.
    pub field: Option<String>,
    /// The page, from 0.
    pub page: u32,
    /// From the page's left edge, in tenths of a millimetre.
    pub x: i32,
    /// From the page's top edge to the top of its first line, in tenths of a millimetre.
    pub top: i32,
    /// From the page's top edge to below its last line on that page, in tenths of a millimetre.
    pub bottom: i32,
}

impl Workspace {
    /// Returns where the fields of a document stand on its pages, in the order of the pages.
    ///
    /// # Errors
    /// The document is not there, or the worker that set the pages could not tell.
    pub fn spots(&self, document: ObjectId, pages: &Pages) -> Result<Vec<SpotView>, Error> {
        let loaded = self.ready(document)?;
        let runs = pages.runs().map_err(crate::export::export_error)?;
        Ok(find(&loaded.paper, &runs))
    }
}

fn find(paper: &Paper, runs: &[Run]) -> Vec<SpotView> {
    let stream = Stream::of(runs);
    let mut search = Search {
        stream: &stream,
        found: Vec::new(),
        ends: BTreeSet::from([stream.len()]),
    };
    let starts = search.starts(&paper.sections);
    search.ends.extend(starts.iter().flatten());
    let first = starts.iter().flatten().min();
    let head = 0..first.copied().unwrap_or_else(|| stream.len());
    search.cells(paper.document.id, &paper.head, head);
    for (section, start) in paper.sections.iter().zip(&starts) {
        let Some(start) = *start else { continue };
        let within = start..search.end_of(start);
        match section {
            Section::Field(cell) => search.note(paper.document.id, Some(&cell.id), start),
            Section::Objects(objects) => search.objects(objects, within),
            _ => {}
        }
    }
    search.spots(runs)
}

/// What is found, each with where its words begin.
struct Search<'a> {
    stream: &'a Stream,
    found: Vec<(ObjectId, Option<String>, usize)>,
    /// Where a stretch ends at the latest: the next part begins there.
    ends: BTreeSet<usize>,
}

impl Search<'_> {
    /// Returns where each section begins. Most layouts keep the paper's order; a heading is found where one does not.
    fn starts(&self, sections: &[Section]) -> Vec<Option<usize>> {
        let mut from = 0;
        let mut starts = Vec::new();
        for section in sections {
            let start = self.section(section, from);
            from = start.map_or(from, |start| start + 1);
            starts.push(start);
        }
        starts
    }

    fn section(&self, section: &Section, from: usize) -> Option<usize> {
        let ahead = || from..self.stream.len();
        let headed = |label: &str| {
            let found = self.stream.heading(label, ahead());
            found.or_else(|| self.stream.heading(label, 0..from))
        };
        match section {
            Section::Field(cell) => headed(&cell.label).or_else(|| self.cell(cell, ahead())),
            Section::Objects(objects) => headed(&objects.label).or_else(|| {
                objects
                    .items
                    .iter()
                    .find_map(|item| self.start(item, ahead()))
            }),
            Section::Table(table) => headed(&table.label),
            Section::Members(members) => headed(&members.label),
            Section::Contents { label, .. } => headed(label),
            Section::Figures { .. } => None,
        }
    }

    fn objects(&mut self, objects: &Objects, within: Range<usize>) {
        let mut all = Vec::new();
        let mut labels = BTreeSet::new();
        flat(objects, &mut all, &mut labels);
        let headings = self.stream.headings(within.clone());
        let below = headings.filter(|heading| labels.contains(&heading.words));
        self.ends.extend(below.map(|heading| heading.at));
        let mut from = within.start;
        let mut starts = Vec::new();
        for item in &all {
            if let Some(start) = self.start(item, from..within.end) {
                starts.push((*item, start));
                from = start + 1;
            }
        }
        self.ends.extend(starts.iter().map(|(_, start)| start));
        for (item, start) in starts {
            self.note(item.id, None, start);
            self.cells(item.id, &item.fields, start..self.end_of(start));
        }
    }

    fn end_of(&self, start: usize) -> usize {
        let next = self.ends.range(start + 1..).next().copied();
        next.unwrap_or_else(|| self.stream.len())
    }

    /// An object begins with its name and its title, or what of them the layout writes.
    fn start(&self, item: &Item, within: Range<usize>) -> Option<usize> {
        let title = item.title();
        let number = item.number.as_deref().unwrap_or_default();
        let names = [
            format!("{} {title}", item.name()),
            format!("{number} {title}"),
            item.name(),
            title.to_owned(),
        ];
        let names = || {
            let bare = number.is_empty() && title.is_empty();
            let names = names.iter().enumerate();
            // A number alone stands in many places.
            names.filter(move |(nth, _)| *nth != 1 || !bare && !title.is_empty())
        };
        let headed = names().find_map(|(_, name)| self.stream.heading(name, within.clone()));
        headed.or_else(|| {
            let fits = [Fit::Alone, Fit::Beginning, Fit::Words];
            let mut tries = fits
                .iter()
                .flat_map(|fit| names().map(move |name| (fit, name)));
            tries.find_map(|(fit, (_, name))| self.stream.find(name, within.clone(), *fit))
        })
    }

    fn cells(&mut self, object: ObjectId, cells: &[Cell], within: Range<usize>) {
        for cell in cells {
            if let Some(at) = self.cell(cell, within.clone()) {
                self.note(object, Some(&cell.id), at);
            }
        }
    }

    /// Returns where a field stands: at its label, or where the layout writes none at what stands in it.
    fn cell(&self, cell: &Cell, within: Range<usize>) -> Option<usize> {
        let label = |fit| self.stream.find(&cell.label, within.clone(), fit);
        let words = crate::wording::value_words();
        let text = cell.value.as_ref().map(|value| in_words(value, &words));
        let text = text.unwrap_or_default();
        let line = text.lines().next().unwrap_or_default();
        let value = |fit| self.stream.find(line, within.clone(), fit);
        let labelled = label(Fit::Alone).or_else(|| label(Fit::Label));
        let Some(at) = labelled.or_else(|| label(Fit::Beginning)) else {
            return value(Fit::Alone).or_else(|| value(Fit::Words));
        };
        // What comes between a label and its value is not its label, but the head of the next table.
        let below = at + squeezed(&cell.label).len();
        let follows = self.stream.find(line, below..within.end, Fit::Words) == Some(below);
        let before = || value(Fit::Alone).filter(|said| *said < at);
        Some(if follows { at } else { before().unwrap_or(at) })
    }

    fn note(&mut self, object: ObjectId, field: Option<&str>, at: usize) {
        self.found.push((object, field.map(str::to_owned), at));
    }

    fn spots(mut self, runs: &[Run]) -> Vec<SpotView> {
        self.ends.extend(self.found.iter().map(|(.., at)| at));
        let spot = |(object, field, at): &(ObjectId, Option<String>, usize)| {
            let run = runs.get(self.stream.run(*at)?)?;
            let last = self.stream.run(self.end_of(*at).saturating_sub(1))?;
            let own = runs.get(self.stream.run(*at)?..=last).unwrap_or_default();
            let own = own
                .iter()
                .filter(|other| other.page == run.page && other.part != Part::Furniture);
            let below = own.map(bottom).fold(bottom(run), i32::max);
            Some(SpotView {
                object: object.to_string(),
                field: field.clone(),
                page: u32::try_from(run.page).unwrap_or(u32::MAX),
                x: tenths(run.x),
                top: tenths(run.size.mul_add(-RISE, run.y)),
                bottom: below,
            })
        };
        let mut spots: Vec<SpotView> = self.found.iter().filter_map(spot).collect();
        spots.sort_by_key(|spot| (spot.page, spot.top, spot.x));
        spots
    }
}

/// How far letters rise above the baseline and reach below it, in millimetres for a point of the font's size: about three
/// quarters and one quarter of it.
const RISE: f64 = 0.353 * 0.9;
const DEPTH: f64 = 0.353 * 0.3;

fn bottom(run: &Run) -> i32 {
    tenths(run.size.mul_add(DEPTH, run.y))
}

/// Millimetres as tenths; a page is no wider than a house.
fn tenths(millimetres: f64) -> i32 {
    (millimetres * 10.0).round() as i32
}

/// The objects in the order of the page, and what those below others are called together.
fn flat<'a>(objects: &'a Objects, all: &mut Vec<&'a Item>, labels: &mut BTreeSet<Vec<char>>) {
    for item in &objects.items {
        all.push(item);
        for below in &item.children {
            labels.insert(squeezed(&below.label));
            flat(below, all, labels);
        }
    }
}

#[cfg(test)]
mod tests;
