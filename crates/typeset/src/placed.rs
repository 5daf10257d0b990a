//! Set text together with what it stands in, for whoever judges pages: headings, cells, the page's furniture.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use typst::foundations::{Content, Smart};
use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem, GridCell, GridElem, Point, Sizing, TrackSizings, Transform};
use typst::model::{FigureCaption, HeadingElem, OutlineElem, OutlineEntry, TableCell, TableElem};
use typst::pdf::{ArtifactElem, ArtifactKind};
use typst::text::{Glyph, TextItem};

use crate::pages::{Pages, Part, Run, run_of};

/// A run of text and what it stands in.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The run.
    pub run: Run,
    /// From the page's left edge to where the last visible character ends, in millimetres.
    pub right: f64,
    /// Whether it belongs to the head or foot that each page has.
    pub furniture: bool,
    /// Whether it leads to something that follows it: a heading, or the words over a table.
    pub lead: bool,
    /// The cell it stands in; of cells within cells the innermost.
    pub cell: Option<Cell>,
}

/// A cell of a table or of a grid. Lengths are in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Which table or grid of the document, from 0.
    pub grid: usize,
    /// Whether it is a table: a grid only arranges.
    pub table: bool,
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
    /// How many columns it spans.
    pub span: usize,
    /// From the page's left edge to the cell's.
    pub left: f64,
    /// The width, where the layout gives one; a column that takes what is left has none.
    pub width: Option<f64>,
}

impl Pages {
    /// Returns every run of text with what it stands in, in the order it is drawn.
    pub fn placed(&self) -> Vec<Placed> {
        let mut walk = Walk::default();
        for (page, set) in self.document.pages().iter().enumerate() {
            walk.frame(page, &set.frame, Transform::identity());
        }
        walk.placed
    }
}

#[derive(Default)]
struct Walk {
    /// What is open, the innermost last, by its location's hash.
    open: Vec<(u128, Inside)>,
    /// Everything that was open: parts of it may stand on later pages.
    known: BTreeMap<u128, Inside>,
    grids: usize,
    headings: usize,
    placed: Vec<Placed>,
}

/// What something stands in.
#[derive(Debug, Clone, Default)]
struct Inside {
    furniture: bool,
    lead: bool,
    contents: bool,
    /// Which of the document's headings.
    heading: Option<usize>,
    cell: Option<Cell>,
    grid: Option<Grid>,
}

#[derive(Debug, Clone)]
struct Grid {
    number: usize,
    table: bool,
    /// In millimetres, where the layout gives one.
    columns: Vec<Option<f64>>,
    gutter: f64,
}

impl Walk {
    fn frame(&mut self, page: usize, frame: &Frame, outer: Transform) {
        for (at, item) in frame.items() {
            let placed = outer.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) => {
                    let parent = group.parent.map(|parent| parent.location);
                    let inside = parent.and_then(|at| self.known.get(&at.hash()).cloned());
                    let within = placed.pre_concat(group.transform);
                    match (parent, inside) {
                        (Some(parent), Some(inside)) => {
                            self.open.push((parent.hash(), inside));
                            self.frame(page, &group.frame, within);
                            self.close(parent);
                        }
                        _ => self.frame(page, &group.frame, within),
                    }
                }
                FrameItem::Tag(Tag::Start(element, _)) => {
                    let left = Point::zero().transform(placed).x.to_mm();
                    self.begin(element, left);
                }
                FrameItem::Tag(Tag::End(location, ..)) => self.close(*location),
                FrameItem::Text(text) => {
                    let inside = self.inside();
                    let mut run = run_of(page, text, placed);
                    run.part = inside.part();
                    self.placed.push(Placed {
                        right: run.x + run.width - spaces_behind(text),
                        run,
                        furniture: inside.furniture,
                        lead: inside.lead,
                        // What breaks over a page is open while the next page's head is set.
                        cell: inside.cell.filter(|_| !inside.furniture),
                    });
                }
                _ => {}
            }
        }
    }

    fn inside(&self) -> Inside {
        self.open
            .last()
            .map(|(_, it)| it.clone())
            .unwrap_or_default()
    }

    fn begin(&mut self, element: &Content, left: f64) {
        let Some(location) = element.location() else {
            return;
        };
        let mut inside = self.inside();
        if let Some(artifact) = element.to_packed::<ArtifactElem>() {
            let kind = artifact.kind.as_option();
            inside.furniture |= matches!(kind, Some(ArtifactKind::Header | ArtifactKind::Footer));
        } else if element.is::<HeadingElem>() {
            inside.lead = true;
            inside.heading = Some(self.headings);
            self.headings += 1;
        } else if element.is::<FigureCaption>() {
            inside.lead = true;
        } else if element.is::<OutlineElem>() || element.is::<OutlineEntry>() {
            inside.contents = true;
        } else if let Some(table) = element.to_packed::<TableElem>() {
            let (columns, gutter) = (&table.columns, &table.column_gutter);
            inside.grid = Some(self.grid(true, columns.as_option(), gutter.as_option()));
        } else if let Some(grid) = element.to_packed::<GridElem>() {
            let (columns, gutter) = (&grid.columns, &grid.column_gutter);
            inside.grid = Some(self.grid(false, columns.as_option(), gutter.as_option()));
        } else if let Some(cell) = element.to_packed::<TableCell>() {
            let span = cell.colspan.as_option().map_or(1, NonZeroUsize::get);
            let place = (at(cell.x.as_option()), at(cell.y.as_option()));
            inside.cell = inside
                .grid
                .as_ref()
                .map(|grid| grid.cell(place, span, left));
        } else if let Some(cell) = element.to_packed::<GridCell>() {
            let span = cell.colspan.as_option().map_or(1, NonZeroUsize::get);
            let place = (at(cell.x.as_option()), at(cell.y.as_option()));
            inside.cell = inside
                .grid
                .as_ref()
                .map(|grid| grid.cell(place, span, left));
        }
        self.known.insert(location.hash(), inside.clone());
        self.open.push((location.hash(), inside));
    }

    fn close(&mut self, location: Location) {
        let found = self.open.iter().rposition(|(at, _)| *at == location.hash());
        if let Some(found) = found {
            self.open.remove(found);
        }
    }

    fn grid(
        &mut self,
        table: bool,
        columns: &Option<TrackSizings>,
        gutter: &Option<TrackSizings>,
    ) -> Grid {
        let columns = columns.as_ref().map(|found| found.0.as_slice());
        let gutter = gutter.as_ref().and_then(|found| found.0.first());
        self.grids += 1;
        Grid {
            number: self.grids - 1,
            table,
            columns: columns.unwrap_or_default().iter().map(length).collect(),
            gutter: gutter.and_then(length).unwrap_or_default(),
        }
    }
}

impl Inside {
    fn part(&self) -> Part {
        match self.heading {
            _ if self.furniture => Part::Furniture,
            _ if self.contents => Part::Contents,
            Some(heading) => Part::Heading(heading),
            None => Part::Text,
        }
    }
}

impl Grid {
    fn cell(&self, (column, row): (usize, usize), span: usize, left: f64) -> Cell {
        let spanned = self.columns.get(column..column + span);
        let own = spanned.and_then(|widths| widths.iter().copied().sum::<Option<f64>>());
        Cell {
            grid: self.number,
            table: self.table,
            row,
            column,
            span,
            left,
            width: own.map(|width| width + self.gutter * (span - 1) as f64),
        }
    }
}

/// The width of the white space that a run ends with, in millimetres.
fn spaces_behind(text: &TextItem) -> f64 {
    let unseen = |glyph: &&Glyph| {
        let seen = text.text.get(glyph.range()).unwrap_or_default();
        seen.trim_matches('\u{200b}').trim().is_empty()
    };
    let behind = text.glyphs.iter().rev().take_while(unseen);
    behind
        .map(|glyph| glyph.x_advance.at(text.size).to_mm())
        .sum()
}

fn at(place: &Option<Smart<usize>>) -> usize {
    match place {
        Some(Smart::Custom(place)) => *place,
        _ => 0,
    }
}

/// An absolute length in millimetres.
fn length(sizing: &Sizing) -> Option<f64> {
    match sizing {
        Sizing::Rel(size) if size.rel.is_zero() && size.abs.em.get() == 0.0 => {
            Some(size.abs.abs.to_mm())
        }
        _ => None,
    }
}
