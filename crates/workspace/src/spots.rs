//! Where each field stands on the pages: so that a click on a page finds its field, and a field its place.
//!
//! Any layout may have set the pages, and so the words themselves are looked for: an object's heading first, then the
//! label of each of its fields, or what stands in it, before the next object begins.

use model::id::ObjectId;
use model::paper::{Cell, Item, Objects, Paper, Section, in_words};
use serde::Serialize;
use specta::Type;
use typeset::pages::Run;

use crate::error::Error;
use crate::{Pages, Workspace};

/// Where a field begins on the pages. It goes on to the next spot below it.
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
}

/// Text without what setting it may add or take away, with the run that each character came from.
struct Stream {
    characters: Vec<char>,
    runs: Vec<usize>,
}

impl Workspace {
    /// Returns where the fields of a document stand on its pages, in the order of the pages.
    ///
    /// # Errors
    /// The document is not there, or the worker that set the pages could not tell.
    pub fn spots(&self, document: ObjectId, pages: &Pages) -> Result<Vec<SpotView>, Error> {
        let loaded = self.load(document)?;
        let runs = pages.runs().map_err(crate::export::export_error)?;
        Ok(find(&loaded.paper, &runs))
    }
}

fn find(paper: &Paper, runs: &[Run]) -> Vec<SpotView> {
    let stream = Stream::of(runs);
    let mut search = Search {
        stream: &stream,
        runs,
        at: 0,
        spots: Vec::new(),
    };
    search.cells(paper.document.id, &paper.head, usize::MAX);
    for section in &paper.sections {
        match section {
            Section::Field(cell) => {
                if let Some(at) = search.ahead(&cell.label) {
                    search.spot(paper.document.id, Some(&cell.id), at);
                    search.at = at + 1;
                }
            }
            Section::Objects(objects) => search.objects(objects),
            _ => {}
        }
    }
    let mut spots = search.spots;
    spots.sort_by_key(|spot| (spot.page, spot.top, spot.x));
    spots
}

struct Search<'a> {
    stream: &'a Stream,
    runs: &'a [Run],
    at: usize,
    spots: Vec<SpotView>,
}

impl Search<'_> {
    fn objects(&mut self, objects: &Objects) {
        let mut all = Vec::new();
        flat(objects, &mut all);
        for (index, item) in all.iter().enumerate() {
            let Some(start) = self.start(item) else {
                continue;
            };
            self.spot(item.id, None, start);
            self.at = start + 1;
            let next = all.get(index + 1).and_then(|next| self.start(next));
            self.cells(item.id, &item.fields, next.unwrap_or(usize::MAX));
        }
    }

    /// An object begins with its name, or where the layout writes no such word, with its title.
    fn start(&self, item: &Item) -> Option<usize> {
        let numbered = item
            .number
            .as_ref()
            .map(|number| format!("{number}{}", item.title()));
        let named = numbered
            .filter(|_| !item.title().is_empty())
            .and_then(|name| self.ahead(&name));
        named.or_else(|| self.ahead(&item.name())).or_else(|| {
            let title = Some(item.title()).filter(|title| !title.is_empty());
            self.ahead(title?)
        })
    }

    fn cells(&mut self, object: ObjectId, cells: &[Cell], end: usize) {
        let words = crate::wording::value_words();
        for cell in cells {
            let label = self.ahead(&cell.label);
            let value = || {
                let text = cell.value.as_ref().map(|value| in_words(value, &words))?;
                self.ahead(text.lines().next().filter(|line| !line.is_empty())?)
            };
            let found = label
                .filter(|at| *at < end)
                .or_else(value)
                .filter(|at| *at < end);
            if let Some(at) = found {
                self.spot(object, Some(&cell.id), at);
            }
        }
    }

    fn ahead(&self, text: &str) -> Option<usize> {
        let wanted = squeezed(text);
        let rest = self.stream.characters.get(self.at..)?;
        if wanted.is_empty() || wanted.len() > rest.len() {
            return None;
        }
        let found = rest
            .windows(wanted.len())
            .position(|window| window == wanted)?;
        Some(self.at + found)
    }

    fn spot(&mut self, object: ObjectId, field: Option<&str>, at: usize) {
        let Some(run) = self.stream.runs.get(at).and_then(|run| self.runs.get(*run)) else {
            return;
        };
        self.spots.push(SpotView {
            object: object.to_string(),
            field: field.map(str::to_owned),
            page: u32::try_from(run.page).unwrap_or(u32::MAX),
            x: tenths(run.x),
            // A font's size is in points; its letters rise about three quarters of it above the baseline.
            top: tenths(run.size.mul_add(-0.353 * 0.9, run.y)),
        });
    }
}

impl Stream {
    fn of(runs: &[Run]) -> Self {
        let mut stream = Self {
            characters: Vec::new(),
            runs: Vec::new(),
        };
        for (index, run) in runs.iter().enumerate() {
            for character in squeezed(&run.text) {
                stream.characters.push(character);
                stream.runs.push(index);
            }
        }
        stream
    }
}

/// Millimetres as tenths; a page is no wider than a house.
fn tenths(millimetres: f64) -> i32 {
    (millimetres * 10.0).round() as i32
}

/// Letters and digits only: a line may break at a hyphen, and a space may be any space.
fn squeezed(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn flat<'a>(objects: &'a Objects, all: &mut Vec<&'a Item>) {
    for item in &objects.items {
        all.push(item);
        item.children.iter().for_each(|below| flat(below, all));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(page: usize, y: f64, text: &str) -> Run {
        Run {
            page,
            x: 20.0,
            y,
            width: 10.0,
            size: 10.0,
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_word_is_found_though_a_line_breaks_in_it() {
        let runs = [
            run(0, 10.0, "Upp-"),
            run(0, 15.0, "följning sker"),
            run(1, 10.0, "Metod"),
        ];
        let stream = Stream::of(&runs);
        let search = Search {
            stream: &stream,
            runs: &runs,
            at: 0,
            spots: Vec::new(),
        };
        assert_eq!(search.ahead("Uppföljning"), Some(0));
        assert_eq!(search.ahead("Metod").map(|at| stream.runs[at]), Some(2));
        assert_eq!(search.ahead("Budget"), None);
        assert_eq!(search.ahead(""), None);
    }
}
