//! Days: an activity's time, its milestones, what a document says of itself.

use chrono::{Months, NaiveDate};

use super::{Seen, own_cells, root_of};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::cell::is_empty;
use crate::paper::{Paper, Printed, Rows};
use crate::period::Period;
use crate::schema::with_role;
use crate::vocabulary::Role;

/// The day a document is looked at, and the days of what has been done with it as it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The day it is looked at.
    pub today: NaiveDate,
    /// The day it was handed in.
    pub handed_in: Option<NaiveDate>,
    /// The day a body adopted it.
    pub adopted: Option<NaiveDate>,
}

/// A paper is sometimes dated by the meeting that it is for; further ahead a day has got the wrong year.
const AHEAD: Months = Months::new(3);

/// What a document says of itself has been when it is handed in and adopted: the day its group handled it. Its date is often
/// the day when it is sent, which comes after it was handed in, but neither far after nor after it was adopted.
pub(super) fn of_itself(paper: &Paper, when: When) -> Vec<Diagnostic> {
    let found = own_cells(paper).filter_map(|cell| {
        let Some(Printed::Date(day)) = cell.value else {
            return None;
        };
        let slack = match cell.is? {
            Role::Date => AHEAD,
            Role::HandledOn => Months::new(0),
            _ => return None,
        };
        let (what, last) = passed(day, when, slack)?;
        let place = root_of(paper).field(&cell.id, &cell.label);
        let found = Diagnostic::new(Code::DateAhead, Severity::Warning, place);
        Some(found.with("day", day).with("what", what).with("last", last))
    });
    found.collect()
}

/// Returns the act that a day comes after, and the act's day; `slack` is how far it may come after the document was handed in.
fn passed(day: NaiveDate, when: When, slack: Months) -> Option<(&'static str, NaiveDate)> {
    let is_after = |last: NaiveDate, slack| {
        last.checked_add_months(slack)
            .is_some_and(|last| day > last)
    };
    let acts = [
        ("adopted", when.adopted, Months::new(0)),
        ("handed_in", when.handed_in, slack),
        ("ahead", Some(when.today), AHEAD),
    ];
    let mut acts = acts
        .into_iter()
        .filter_map(|(what, last, slack)| Some((what, last?, slack)));
    let (what, last, _) = acts.find(|(_, last, slack)| is_after(*last, *slack))?;
    Some((what, last))
}

/// It ends after it starts, and within the document's year unless it says that it goes on for several; it then has
/// at least one day in common with the year.
pub(super) fn dates(seen: &Seen) -> Vec<Diagnostic> {
    let (start, end) = (seen.date(Role::Start), seen.date(Role::End));
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        let found = seen.at(Role::End, Code::EndBeforeStart, Severity::Blocking);
        return vec![found.with("start", start).with("end", end)];
    }
    let Some((first, last)) = year(seen) else {
        return Vec::new();
    };
    let several = matches!(seen.value(Role::Multiyear), Some(Printed::Bool(true)));
    let is_outside = |role: Role, day: NaiveDate| match role {
        Role::Start if several => day > last,
        Role::End if several => day < first,
        _ => day < first || day > last,
    };
    let all = [(Role::Start, start), (Role::End, end)];
    let outside = all.into_iter().filter_map(|(role, day)| Some((role, day?)));
    let outside = outside.filter(|(role, day)| is_outside(*role, *day));
    outside
        .map(|(role, day)| {
            let label = if several {
                None
            } else {
                label_of_several(seen)
            };
            seen.at(role, Code::OutsidePeriod, Severity::Warning)
                .with("day", day)
                .with("first", first)
                .with("last", last)
                .with("several", if label.is_some() { "yes" } else { "no" })
                .with("label", label.unwrap_or_default())
        })
        .collect()
}

/// Every milestone lies within the activity's time.
pub(super) fn milestones(seen: &Seen) -> Vec<Diagnostic> {
    let Some(rows) = seen.rows(Role::Milestones) else {
        return Vec::new();
    };
    let (start, end) = (seen.date(Role::Start), seen.date(Role::End));
    let outside = |day: &NaiveDate| {
        start.is_some_and(|start| *day < start) || end.is_some_and(|end| *day > end)
    };
    let stored = stored_rows(seen, Role::Milestones);
    let found = rows.rows.iter().enumerate().filter_map(|(index, row)| {
        let day = day_of(rows, row).filter(outside)?;
        let row = stored.get(index).copied().unwrap_or(index + 1);
        let found = seen.at(Role::Milestones, Code::MilestoneOutside, Severity::Warning);
        let place = found.place.row(row);
        Some(Diagnostic { place, ..found }.with("day", day))
    });
    found.collect()
}

/// Returns the first and last day of the document's year.
fn year(seen: &Seen) -> Option<(NaiveDate, NaiveDate)> {
    let period: Period = seen.paper.document.period.as_ref()?.parse().ok()?;
    Period::of_year(period.year).days()
}

/// Returns what the field is called that says that an activity goes on for several years.
fn label_of_several<'a>(seen: &'a Seen) -> Option<&'a str> {
    let fields = seen.context.template.fields_of(Some(seen.kind));
    with_role(fields, Role::Multiyear).map(|field| field.label.as_str())
}

fn day_of(rows: &Rows, row: &[Option<Printed>]) -> Option<NaiveDate> {
    let day = |cell: &Option<Printed>| {
        if let Some(Printed::Date(day)) = cell {
            Some(*day)
        } else {
            None
        }
    };
    let marked = rows
        .columns
        .iter()
        .position(|column| column.is == Some(Role::Day));
    match marked {
        Some(index) => day(row.get(index)?),
        None => row.iter().find_map(day),
    }
}

/// Returns the stored position, from 1, of each row that is shown: a page leaves empty rows out.
fn stored_rows(seen: &Seen, role: Role) -> Vec<usize> {
    let stored = seen
        .cell(role)
        .and_then(|cell| seen.document.object(seen.item.id)?.fields.get(&cell.id));
    let rows = stored.and_then(|value| value.as_array()).into_iter();
    let rows = rows.flatten().enumerate().filter(|(_, row)| !is_empty(row));
    rows.map(|(index, _)| index + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_sent_after_it_was_handed_in_and_before_it_was_adopted() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let when = |adopted: Option<&str>| When {
            today: day("2026-01-31"),
            handed_in: Some(day("2025-01-20")),
            adopted: adopted.map(day),
        };
        let (sent, handled) = (AHEAD, Months::new(0));
        let what = |text, when, slack| passed(day(text), when, slack).map(|(what, _)| what);
        assert_eq!(what("2025-01-20", when(None), handled), None);
        assert_eq!(what("2025-01-21", when(None), handled), Some("handed_in"));
        assert_eq!(what("2025-01-21", when(None), sent), None);
        assert_eq!(what("2025-04-20", when(None), sent), None);
        assert_eq!(what("2025-04-21", when(None), sent), Some("handed_in"));
        assert_eq!(
            what("2025-02-08", when(Some("2025-02-07")), sent),
            Some("adopted")
        );
    }
}
