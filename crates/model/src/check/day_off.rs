//! Days by which something must be done, on which nobody is at work.

use chrono::NaiveDate;

use super::{own_cells, place_of, root_of};
use crate::day_off::DayOff;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::paper::{Cell, Paper, Printed};
use crate::vocabulary::Role;

/// Days that people must keep; a day on which something merely begins or ends is not one.
const KEPT: [Role; 4] = [
    Role::MeetingDate,
    Role::GroupBy,
    Role::SupportBy,
    Role::ReplyBy,
];

/// Returns the days written here that are holidays, which is a warning, or in a weekend, which is a hint.
pub(super) fn all(paper: &Paper) -> Vec<Diagnostic> {
    let root = root_of(paper);
    let own = own_cells(paper).flat_map(|cell| of_cell(cell, &root));
    let items = paper.items();
    let below = items.into_iter().flat_map(|(_, item)| {
        let place = place_of(paper, item);
        let cells = item.fields.iter();
        cells
            .flat_map(|cell| of_cell(cell, &place))
            .collect::<Vec<_>>()
    });
    own.chain(below).collect()
}

fn of_cell(cell: &Cell, place: &Place) -> Vec<Diagnostic> {
    let place = place.field(&cell.id, &cell.label);
    match cell.value.as_ref().filter(|_| cell.is_own()) {
        Some(Printed::Date(day)) if is_kept(cell.is) => of_day(*day, place).into_iter().collect(),
        Some(Printed::Rows(rows)) => {
            let rows = rows.rows.iter().enumerate().flat_map(|(index, row)| {
                let columns = rows.columns.iter().zip(row);
                let kept = columns.filter(|(column, _)| is_kept(column.is));
                kept.filter_map(move |(column, value)| match value {
                    Some(Printed::Date(day)) => Some((index + 1, column, *day)),
                    _ => None,
                })
            });
            rows.filter_map(|(row, column, day)| {
                of_day(day, place.column(&column.id, &column.label).row(row))
            })
            .collect()
        }
        _ => Vec::new(),
    }
}

fn is_kept(role: Option<Role>) -> bool {
    role.is_some_and(|role| KEPT.contains(&role))
}

fn of_day(day: NaiveDate, place: Place) -> Option<Diagnostic> {
    let off = DayOff::of(day)?;
    let severity = if off.is_holiday() {
        Severity::Warning
    } else {
        Severity::Hint
    };
    let found = Diagnostic::new(Code::DayOff, severity, place);
    Some(found.with("day", day).with("off", off.as_str()))
}
