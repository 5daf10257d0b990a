//! What a paper says by role, as plain values.

use std::ops::Deref;

use chrono::NaiveDate;

use crate::check::{own_cells, place_of, root_of};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::input::Minutes;
use crate::markdown;
use crate::paper::{Item, Named, Objects, Paper, PersonLine, Printed};
use crate::profile::Profile;
use crate::schema::{Field, Template, with_role};
use crate::vocabulary::{Concept, Meaning, Role};

/// Returns the items of a concept, wherever they stand, in the order of the page.
#[must_use]
pub fn items(paper: &Paper, concept: Concept) -> Vec<&Item> {
    let all = paper.items().into_iter();
    all.filter(|(objects, _)| objects.concept == Some(concept))
        .map(|(_, item)| item)
        .collect()
}

/// Returns what is raised in a group, in the order of the page: matters, and what disturbs its work or is unclear in it,
/// which is taken up and lifted alike; each with what it stands among.
#[must_use]
pub fn raised(paper: &Paper) -> Vec<(&Objects, &Item)> {
    let is_raised = |concept| matches!(concept, Some(Concept::Matter | Concept::Disturbance));
    let all = paper.items().into_iter();
    all.filter(|(objects, _)| is_raised(objects.concept))
        .collect()
}

/// Returns the items of a concept straight below an item.
pub fn below(item: &Item, concept: Concept) -> impl Iterator<Item = &Item> {
    let kinds = item.children.iter();
    kinds
        .filter(move |objects| objects.concept == Some(concept))
        .flat_map(|objects| &objects.items)
}

/// Returns the document's own value with this role.
#[must_use]
pub fn own(paper: &Paper, role: Role) -> Option<&Printed> {
    let mut cells = own_cells(paper);
    cells.find(|cell| cell.is == Some(role))?.value.as_ref()
}

/// Returns an item's value with this role, its own before the one it shows.
#[must_use]
pub fn of(item: &Item, role: Role) -> Option<&Printed> {
    item.cell(role)?.value.as_ref()
}

/// Returns a value as a day.
#[must_use]
pub const fn day(value: Option<&Printed>) -> Option<NaiveDate> {
    match value {
        Some(Printed::Date(day)) => Some(*day),
        _ => None,
    }
}

/// Returns whether a value says yes.
#[must_use]
pub const fn yes(value: Option<&Printed>) -> bool {
    matches!(value, Some(Printed::Bool(true)))
}

/// Returns what the word of a choice means.
#[must_use]
pub const fn meaning(value: Option<&Printed>) -> Option<Meaning> {
    match value {
        Some(Printed::Choice(choice)) => choice.means,
        _ => None,
    }
}

/// Returns the whole minutes that an item says, between nothing and a day.
#[must_use]
pub fn minutes(item: &Item, role: Role) -> Minutes {
    match of(item, role) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held between nothing and a day"
        )]
        Some(Printed::Number(minutes)) => minutes.clamp(0.0, 1440.0).round() as Minutes,
        _ => 0,
    }
}

/// Returns a value as a person.
#[must_use]
pub const fn person(value: Option<&Printed>) -> Option<&PersonLine> {
    match value {
        Some(Printed::Person(person)) => Some(person),
        _ => None,
    }
}

/// Returns a value as one line of words; empty where there is none.
#[must_use]
pub fn words(value: Option<&Printed>) -> String {
    match value {
        Some(Printed::Line(line)) => line.clone(),
        Some(Printed::Text(blocks)) => markdown::plain(blocks).trim().to_owned(),
        Some(Printed::Party(named) | Printed::Body(named)) => named.label.clone(),
        Some(Printed::Choice(choice)) => choice.label.clone(),
        Some(Printed::Date(day)) => day.to_string(),
        Some(Printed::Person(person)) => of_person(person),
        Some(Printed::Decision(decision)) => decision.points.join(" "),
        _ => String::new(),
    }
}

/// Returns how a person is named: office and organisation, or the name where there is no office.
#[must_use]
pub fn of_person(person: &PersonLine) -> String {
    let office = if person.office.is_empty() {
        &person.name
    } else {
        &person.office
    };
    let parts = [office, &person.organisation];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

/// Returns the profile's id of the body that a value names, by its id or its name.
#[must_use]
pub fn body<'a>(value: Option<&'a Printed>, profile: &'a Profile) -> Option<&'a str> {
    let Some(Printed::Body(named)) = value else {
        return None;
    };
    named.id.as_deref().or_else(|| {
        let mut bodies = profile.bodies.iter();
        let found = bodies.find(|body| body.name.to_lowercase() == named.label.to_lowercase())?;
        Some(found.id.as_str())
    })
}

/// Returns the body whose paper this is: the one that it names, else the first of the group's own.
#[must_use]
pub fn own_body<'a>(paper: &'a Paper, profile: &'a Profile) -> Option<&'a str> {
    body(own(paper, Role::Body), profile).or_else(|| {
        let mut bodies = profile.bodies.iter();
        Some(bodies.find(|body| body.own)?.id.as_str())
    })
}

/// Returns the name of a body; its id where the profile has none.
#[must_use]
pub fn name_of<'a>(profile: &'a Profile, id: &'a str) -> &'a str {
    profile.body(id).map_or(id, |body| &body.name)
}

/// Returns the party that an attendance or an answer is about: its own, else that of its person.
#[must_use]
pub fn party(item: &Item) -> Option<String> {
    match of(item, Role::Party) {
        Some(Printed::Party(Named { label, .. }) | Printed::Line(label)) => Some(label.clone()),
        _ => {
            let person = person(of(item, Role::Responsible))?;
            Some(person.organisation.clone()).filter(|name| !name.is_empty())
        }
    }
}

/// A paper with its template, which knows the fields that the paper leaves out because they are empty.
pub(super) struct Page<'a> {
    pub(super) paper: &'a Paper,
    pub(super) template: &'a Template,
}

impl Deref for Page<'_> {
    type Target = Paper;

    fn deref(&self) -> &Paper {
        self.paper
    }
}

/// Returns a diagnostic about an item's field with this role, or about the item where it has none.
pub(super) fn at(
    page: &Page,
    item: &Item,
    role: Role,
    code: Code,
    severity: Severity,
) -> Diagnostic {
    let mut all = page.items().into_iter();
    let kind = all.find(|(_, found)| found.id == item.id);
    let fields = kind.map_or(&[][..], |(objects, _)| {
        page.template.fields_of(Some(&objects.kind))
    });
    Diagnostic::new(code, severity, narrowed(place_of(page, item), fields, role))
}

/// Returns a diagnostic about the document's own field with this role, or about the document.
pub(super) fn at_own(page: &Page, role: Role, code: Code, severity: Severity) -> Diagnostic {
    let place = narrowed(root_of(page), &page.template.fields, role);
    Diagnostic::new(code, severity, place)
}

fn narrowed(place: Place, fields: &[Field], role: Role) -> Place {
    match with_role(fields, role) {
        Some(field) => place.field(&field.id, &field.label),
        None => place,
    }
}
