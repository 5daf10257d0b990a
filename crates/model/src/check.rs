//! What is wrong with a document: all of it at once, each with its place.

mod day_off;
mod decision;
mod gap;
mod goal;
mod identity;
mod language;
mod length;
pub(crate) mod misfit;
mod money;
mod order;
mod outcome;
mod shape;
mod sources;
mod text;
mod texts;
mod time;
mod value;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use decision::{capitalised, uncapitalised};
pub use gap::{Gap, gaps};
pub use misfit::fits;
pub use time::When;

use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::document::Document;
use crate::paper::{Cell, Context, Item, Paper, Printed, Rows, Section};
use crate::vocabulary::{Concept, Role};

/// Checks that a template asks for by name, with what each of them needs to see.
///
/// A template without the roles that a check needs switches the check off; `template check` says so.
pub const NAMED: &[Named] = &[
    Named {
        name: "budget_equals_financing",
        concept: Concept::Activity,
        roles: &[Role::Amount, Role::Financing],
        run: money::financing,
    },
    Named {
        name: "responsible_in_group",
        concept: Concept::Activity,
        roles: &[Role::Responsible],
        run: text::responsible,
    },
    Named {
        name: "dates_within_period",
        concept: Concept::Activity,
        roles: &[Role::Start, Role::End],
        run: time::dates,
    },
    Named {
        name: "milestones_within_activity",
        concept: Concept::Activity,
        roles: &[Role::Milestones],
        run: time::milestones,
    },
    Named {
        name: "method_is_a_sentence",
        concept: Concept::Activity,
        roles: &[Role::Method],
        run: text::method,
    },
    Named {
        name: "follow_up_is_measurable",
        concept: Concept::Activity,
        roles: &[Role::FollowUp],
        run: text::follow_up,
    },
    Named {
        name: "goals_have_activities",
        concept: Concept::Goal,
        roles: &[Role::Title],
        run: goal::activities,
    },
    Named {
        name: "goals_have_indicators",
        concept: Concept::Goal,
        roles: &[Role::Title],
        run: goal::indicators,
    },
    Named {
        name: "targets_follow_direction",
        concept: Concept::Indicator,
        roles: &[Role::Baseline, Role::Target, Role::Direction],
        run: goal::targets,
    },
    Named {
        name: "assessments_are_motivated",
        concept: Concept::Goal,
        roles: &[Role::Assessment, Role::Motivation],
        run: outcome::motivated,
    },
    Named {
        name: "deviations_are_explained",
        concept: Concept::Activity,
        roles: &[Role::Status, Role::Comment],
        run: text::deviations,
    },
    Named {
        name: "forecasts_are_explained",
        concept: Concept::Activity,
        roles: &[Role::Amount, Role::Forecast, Role::Comment],
        run: money::forecasts,
    },
];

/// A check that a template asks for by name.
#[derive(Clone, Copy)]
pub struct Named {
    /// Its name in `checks`.
    pub name: &'static str,
    /// The objects that it looks at, one at a time.
    pub concept: Concept,
    /// The roles without which it is switched off.
    pub roles: &'static [Role],
    run: fn(&Seen) -> Vec<Diagnostic>,
}

/// One object as a check sees it.
struct Seen<'a> {
    item: &'a Item,
    kind: &'a str,
    place: Place,
    document: &'a Document,
    paper: &'a Paper,
    context: &'a Context<'a>,
}

/// Returns everything that is wrong with a document, in the order of the page; `found` is what making the paper said, `when`
/// the day and what has been done with the document.
#[must_use]
pub fn check(
    document: &Document,
    paper: &Paper,
    context: &Context,
    found: Vec<Diagnostic>,
    when: When,
) -> Vec<Diagnostic> {
    // What does not fit is said once, and not again as missing.
    let misfits: Vec<Place> = found.iter().map(|found| found.place.clone()).collect();
    let mut all = sources::all(document, paper, context);
    // Without the document that it follows, every row has lost its object: that is said once.
    let rootless = all.iter().any(|found| found.code == Code::SourceMissing);
    all.extend(
        found
            .into_iter()
            .filter(|found| !rootless || found.code != Code::ObjectGone),
    );
    let values = value::all(document, paper, context);
    all.extend(values.into_iter().filter(|found| {
        let is_said = misfits.iter().any(|misfit| covers(misfit, &found.place));
        found.code != Code::RequiredMissing || !is_said
    }));
    all.extend(shape::all(document, paper, context));
    all.extend(decision::all(paper, context));
    all.extend(day_off::all(paper));
    all.extend(time::of_itself(paper, when));
    let texts = texts::all(paper);
    all.extend(identity::numbers(&texts));
    all.extend(identity::in_notes(document, paper, context));
    all.extend(language::sentences(&texts));
    all.extend(language::abbreviations(&texts));
    // Of a row whose object is gone, what the object should be like is of no use to anybody.
    for (objects, item) in paper.items() {
        if item.gone.is_none()
            && let Some(concept) = objects.concept
        {
            let seen = Seen {
                item,
                kind: &objects.kind,
                place: place_of(paper, item),
                document,
                paper,
                context,
            };
            all.extend(asked(concept, context).flat_map(|check| (check.run)(&seen)));
        }
    }
    say_once(&mut all);
    order::in_page_order(&mut all, paper, context);
    all
}

/// Whether what does not fit at one place is what seems to be missing at the other: the same field, and of a small table
/// the same cell.
fn covers(misfit: &Place, missing: &Place) -> bool {
    let same_field = misfit.field.is_some() && misfit.field == missing.field;
    let same_cell = (misfit.row, &misfit.column) == (missing.row, &missing.column);
    misfit.object == missing.object && same_field && (misfit.column.is_none() || same_cell)
}

/// An assessment without its motivation says what the motivation is about; that it is missing says less.
fn say_once(all: &mut Vec<Diagnostic>) {
    let unmotivated = all
        .iter()
        .filter(|found| found.code == Code::AssessmentUnmotivated);
    let unmotivated: BTreeSet<Place> = unmotivated.map(|found| found.place.clone()).collect();
    all.retain(|found| found.code != Code::RequiredMissing || !unmotivated.contains(&found.place));
}

/// Returns whether the document can be handed in.
#[must_use]
pub fn can_be_submitted(found: &[Diagnostic]) -> bool {
    found
        .iter()
        .all(|diagnostic| diagnostic.severity != Severity::Blocking)
}

/// Returns the checks of a concept that the template asks for.
fn asked<'a>(concept: Concept, context: &'a Context) -> impl Iterator<Item = &'a Named> {
    let asks = |name: &str| context.template.checks.iter().any(|asked| asked == name);
    NAMED
        .iter()
        .filter(move |check| check.concept == concept && asks(check.name))
}

/// Returns the place of the document itself.
pub(crate) fn root_of(paper: &Paper) -> Place {
    Place {
        document: paper.document.id,
        object: paper.document.id,
        field: None,
        row: None,
        column: None,
        words: Vec::new(),
    }
}

pub(crate) fn place_of(paper: &Paper, item: &Item) -> Place {
    Place {
        object: item.id,
        words: vec![item.name()],
        ..root_of(paper)
    }
}

impl<'a> Seen<'a> {
    /// Returns the object's own cell with this role, else the one that it shows.
    fn cell(&self, role: Role) -> Option<&'a Cell> {
        self.item.cell(role)
    }

    fn value(&self, role: Role) -> Option<&'a Printed> {
        self.cell(role)?.value.as_ref()
    }

    fn money(&self, role: Role) -> Option<i64> {
        if let Printed::Money(amount) = self.value(role)? {
            Some(*amount)
        } else {
            None
        }
    }

    fn number(&self, role: Role) -> Option<f64> {
        if let Printed::Number(number) = self.value(role)? {
            Some(*number)
        } else {
            None
        }
    }

    fn date(&self, role: Role) -> Option<NaiveDate> {
        if let Printed::Date(day) = self.value(role)? {
            Some(*day)
        } else {
            None
        }
    }

    fn rows(&self, role: Role) -> Option<&'a Rows> {
        if let Printed::Rows(rows) = self.value(role)? {
            Some(rows)
        } else {
            None
        }
    }

    /// Returns a text as its words, whatever type it has; empty where there is none.
    fn text(&self, role: Role) -> String {
        match self.value(role) {
            Some(Printed::Line(line)) => line.trim().to_owned(),
            Some(Printed::Text(blocks)) => crate::markdown::plain(blocks).trim().to_owned(),
            _ => String::new(),
        }
    }

    /// Returns a diagnostic at the field with this role, or at the object where it has none.
    fn at(&self, role: Role, code: Code, severity: Severity) -> Diagnostic {
        let place = match self.cell(role) {
            Some(cell) => self.place.field(&cell.id, &cell.label),
            None => self.place.clone(),
        };
        Diagnostic::new(code, severity, place)
    }
}

/// Returns the cells of the document itself.
pub(crate) fn own_cells(paper: &Paper) -> impl Iterator<Item = &Cell> {
    let body = paper.sections.iter().filter_map(|section| {
        if let Section::Field(cell) = section {
            Some(cell)
        } else {
            None
        }
    });
    paper.head.iter().chain(body)
}

/// Returns the words that fit into the first 60 characters of a text, on one line, with an ellipsis where it goes on. A first
/// word that is longer is cut. Hard spaces stay.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, next)) = line.char_indices().nth(MOST) else {
        return line;
    };
    let cut = &line[..end];
    let whole = if next == ' ' {
        Some(end)
    } else {
        cut.rfind(' ')
    };
    whole.map_or_else(|| format!("{cut}…"), |end| format!("{} …", &cut[..end]))
}
