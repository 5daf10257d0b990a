//! The documents that this one follows up, and the days in its head.

use chrono::NaiveDate;

use super::{own_cells, root_of};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::Document;
use crate::paper::{Cell, Context, Paper, Printed, State};
use crate::period::Period;
use crate::schema::with_role;
use crate::vocabulary::{Concept, Role};

/// Returns what is wrong with what the document rests on.
pub(super) fn all(document: &Document, paper: &Paper, context: &Context) -> Vec<Diagnostic> {
    let root = root_of(paper);
    let mut found = Vec::new();
    for source in &context.template.sources {
        match context.sources.get(&source.id) {
            None if source.optional && source.concept == Concept::Mandate => {
                let missing =
                    Diagnostic::new(Code::MandateMissing, Severity::Warning, root.clone());
                found.push(missing.with("year", year_of(paper)));
            }
            None if !source.optional => {
                found.push(Diagnostic::new(
                    Code::SourceMissing,
                    Severity::Blocking,
                    root.clone(),
                ));
            }
            // A mandate is read and not followed up: whether it has been handed in is its sender's business.
            Some(_) if source.concept == Concept::Mandate => {}
            Some(there) if there.paper.document.state == State::Draft => {
                let draft = Diagnostic::new(Code::SourceDraft, Severity::Warning, root.clone());
                let title = there.title(context.draft_mark);
                let other = there.paper.document.id;
                found.push(draft.with("title", title).with("document", other));
            }
            _ => {}
        }
    }
    found.extend(dates(paper));
    if context.template.concept == Concept::Report {
        found.extend(early(paper));
    }
    // What follows up a meeting is written after it.
    if context.template.concept == Concept::Memo {
        found.extend(meeting(paper));
    }
    found.extend(heading(document, paper, context));
    found
}

fn year_of(paper: &Paper) -> &str {
    let period = paper.document.period.as_deref().unwrap_or_default();
    period.split('-').next().unwrap_or_default()
}

/// Returns the day in the document's own field with this role, and the field.
fn day(paper: &Paper, role: Role) -> Option<(&Cell, NaiveDate)> {
    let cell = own_cells(paper).find(|cell| cell.is == Some(role))?;
    if let Some(Printed::Date(day)) = &cell.value {
        Some((cell, *day))
    } else {
        None
    }
}

/// A paper is older than the meeting that it is for.
fn meeting(paper: &Paper) -> Option<Diagnostic> {
    let ((cell, date), (_, meeting)) = (day(paper, Role::Date)?, day(paper, Role::MeetingDate)?);
    let place = root_of(paper).field(&cell.id, &cell.label);
    (date > meeting).then(|| {
        Diagnostic::new(Code::DateAfterMeeting, Severity::Warning, place)
            .with("date", date)
            .with("meeting", meeting)
    })
}

/// A title of its own says what the matter is, and not only what kind of paper it is.
fn heading(document: &Document, paper: &Paper, context: &Context) -> Option<Diagnostic> {
    let field = with_role(&context.template.fields, Role::Title)?;
    let heading = document.root().text(&field.id)?.trim().to_lowercase();
    let name = context.template.name.to_lowercase();
    let says_only_that = name == heading || name.split('/').any(|part| part.trim() == heading);
    (says_only_that && context.template.concept != Concept::Group).then(|| {
        let place = root_of(paper).field(&field.id, &field.label);
        Diagnostic::new(Code::TitleSaysNothing, Severity::Warning, place)
            .with("title", &paper.document.heading)
    })
}

/// A report tells of a time that has begun: dated before it, it has got the wrong year.
fn early(paper: &Paper) -> Option<Diagnostic> {
    let (cell, date) = day(paper, Role::Date)?;
    let period: Period = paper.document.period.as_deref()?.parse().ok()?;
    let (first, _) = period.days()?;
    let place = root_of(paper).field(&cell.id, &cell.label);
    (date < first).then(|| {
        Diagnostic::new(Code::DateBeforePeriod, Severity::Warning, place).with("date", date)
    })
}

fn dates(paper: &Paper) -> Option<Diagnostic> {
    let ((cell, date), (_, handled)) = (day(paper, Role::Date)?, day(paper, Role::HandledOn)?);
    let place = root_of(paper).field(&cell.id, &cell.label);
    (date < handled).then(|| {
        Diagnostic::new(Code::DateBeforeHandled, Severity::Hint, place)
            .with("date", date)
            .with("handled", handled)
    })
}
