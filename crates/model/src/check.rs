//! What is wrong with a document: all of it at once, each with its place.

mod structure;
mod year;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::document::Document;
use crate::paper::{Cell, Context, Item, Paper, Printed, Rows, Section, State};
use crate::vocabulary::{Concept, Role};

/// Checks that a template asks for by name, with what each of them needs to see.
///
/// A template without the roles that a check needs switches the check off; `template check` says so.
pub const NAMED: &[Named] = &[
    Named {
        name: "budget_equals_financing",
        concept: Concept::Activity,
        roles: &[Role::Amount, Role::Financing],
        run: year::financing,
    },
    Named {
        name: "responsible_in_group",
        concept: Concept::Activity,
        roles: &[Role::Responsible],
        run: year::responsible,
    },
    Named {
        name: "dates_within_period",
        concept: Concept::Activity,
        roles: &[Role::Start, Role::End],
        run: year::dates,
    },
    Named {
        name: "milestones_within_activity",
        concept: Concept::Activity,
        roles: &[Role::Milestones],
        run: year::milestones,
    },
    Named {
        name: "method_is_a_sentence",
        concept: Concept::Activity,
        roles: &[Role::Method],
        run: year::method,
    },
    Named {
        name: "follow_up_is_measurable",
        concept: Concept::Activity,
        roles: &[Role::FollowUp],
        run: year::follow_up,
    },
    Named {
        name: "goals_have_activities",
        concept: Concept::Goal,
        roles: &[Role::Title],
        run: year::activities,
    },
    Named {
        name: "goals_have_indicators",
        concept: Concept::Goal,
        roles: &[Role::Title],
        run: year::indicators,
    },
    Named {
        name: "targets_follow_direction",
        concept: Concept::Indicator,
        roles: &[Role::Baseline, Role::Target, Role::Direction],
        run: year::targets,
    },
    Named {
        name: "deviations_are_explained",
        concept: Concept::Activity,
        roles: &[Role::Status, Role::Comment],
        run: year::deviations,
    },
    Named {
        name: "forecasts_are_explained",
        concept: Concept::Activity,
        roles: &[Role::Amount, Role::Forecast, Role::Comment],
        run: year::forecasts,
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
    place: Place,
    paper: &'a Paper,
    context: &'a Context<'a>,
}

/// Returns everything that is wrong with a document, in the order of the page; `found` is what making the paper said.
#[must_use]
pub fn check(
    document: &Document,
    paper: &Paper,
    context: &Context,
    found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut all = found;
    all.extend(structure::document(document, paper, context));
    for (objects, item) in paper.items() {
        let seen = Seen {
            item,
            place: place_of(paper, item),
            paper,
            context,
        };
        let asked = NAMED.iter().filter(|check| {
            objects.concept == Some(check.concept)
                && context
                    .template
                    .checks
                    .iter()
                    .any(|name| name == check.name)
        });
        all.extend(asked.flat_map(|check| (check.run)(&seen)));
    }
    in_page_order(&mut all, paper);
    all
}

/// Returns whether the document can be handed in.
#[must_use]
pub fn can_be_submitted(found: &[Diagnostic]) -> bool {
    found
        .iter()
        .all(|diagnostic| diagnostic.severity != Severity::Blocking)
}

fn place_of(paper: &Paper, item: &Item) -> Place {
    Place {
        document: paper.document.id,
        object: item.id,
        field: None,
        row: None,
        words: vec![item.name()],
    }
}

impl<'a> Seen<'a> {
    /// Returns the object's own cell with this role.
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
            Some(Printed::Line(line)) => line.clone(),
            Some(Printed::Text(blocks)) => crate::markdown::plain(blocks),
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

fn in_page_order(all: &mut [Diagnostic], paper: &Paper) {
    let mut rank: BTreeMap<_, usize> = BTreeMap::from([(paper.document.id, 0)]);
    for (index, (_, item)) in paper.items().into_iter().enumerate() {
        rank.entry(item.id).or_insert(index + 1);
    }
    all.sort_by_key(|found| {
        (
            rank.get(&found.place.object).copied().unwrap_or(usize::MAX),
            found.severity,
        )
    });
}

/// Returns the cells of the document itself.
fn own_cells(paper: &Paper) -> impl Iterator<Item = &Cell> {
    let body = paper.sections.iter().filter_map(|section| {
        if let Section::Field(cell) = section {
            Some(cell)
        } else {
            None
        }
    });
    paper.head.iter().chain(body)
}

/// Returns whether the state is one that others may build on.
const fn is_settled(state: State) -> bool {
    !matches!(state, State::Draft)
}
