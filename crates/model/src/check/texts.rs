//! Every text that the pages show, with its place, for checks of the language.

use super::{own_cells, place_of, root_of};
use crate::diagnostic::Place;
use crate::markdown;
use crate::paper::{Cell, Paper, Printed};
use crate::vocabulary::Role;

/// A text as a reader meets it.
pub(super) struct Text {
    /// Where it stands.
    pub(super) place: Place,
    /// Its words without marks; a block a line.
    pub(super) words: String,
    /// What kind of text it is.
    pub(super) kind: Kind,
}

/// How a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Running text.
    Running,
    /// One line of a form.
    Line,
    /// A name, a title or a number that somebody else has given.
    Name,
}

/// Returns the texts that somebody has written here, in the order of the page. What is derived is another's.
pub(super) fn all(paper: &Paper) -> Vec<Text> {
    let root = root_of(paper);
    let mut found = vec![Text {
        place: root.clone(),
        words: paper.document.heading.clone(),
        kind: Kind::Name,
    }];
    own_cells(paper).for_each(|cell| of_cell(cell, &root, &mut found));
    for (_, item) in paper.items() {
        let place = place_of(paper, item);
        item.fields
            .iter()
            .for_each(|cell| of_cell(cell, &place, &mut found));
    }
    found
}

fn of_cell(cell: &Cell, place: &Place, found: &mut Vec<Text>) {
    if let Some(value) = cell.value.as_ref().filter(|_| cell.is_own()) {
        let from = found.len();
        of_value(value, &place.field(&cell.id, &cell.label), found);
        if cell.is == Some(Role::RegistrationNumber) {
            found[from..]
                .iter_mut()
                .for_each(|text| text.kind = Kind::Name);
        }
    }
}

fn of_value(value: &Printed, place: &Place, found: &mut Vec<Text>) {
    let mut add = |words: String, kind| {
        found.push(Text {
            place: place.clone(),
            words,
            kind,
        });
    };
    match value {
        Printed::Line(line) => add(line.clone(), Kind::Line),
        Printed::Text(blocks) => add(markdown::plain(blocks), Kind::Running),
        Printed::Party(named) | Printed::Body(named) => add(named.label.clone(), Kind::Name),
        Printed::Reference(reference) => {
            add(reference.title.clone(), Kind::Name);
            add(reference.number.clone(), Kind::Name);
        }
        Printed::File(file) => {
            add(file.title.clone(), Kind::Name);
            add(file.name.clone(), Kind::Name);
        }
        Printed::Image(picture) => add(picture.alt.clone().unwrap_or_default(), Kind::Name),
        Printed::List(items) => {
            for (index, item) in items.iter().enumerate() {
                of_value(item, &place.row(index + 1), found);
            }
        }
        Printed::Rows(rows) => {
            for (index, row) in rows.rows.iter().enumerate() {
                for (column, cell) in rows.columns.iter().zip(row) {
                    let place = place.column(&column.id, &column.label).row(index + 1);
                    cell.iter().for_each(|cell| of_value(cell, &place, found));
                }
            }
        }
        Printed::Decision(decision) => {
            for (index, point) in decision.points.iter().enumerate() {
                let place = place.row(index + 1);
                of_value(&Printed::Line(point.clone()), &place, found);
            }
        }
        _ => {}
    }
}
