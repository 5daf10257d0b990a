//! Offices and terms: what a person is in the group, from when until when, and who follows whom.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use serde_json::Value;

use crate::document::Object;
use crate::group::{Group, Person};
use crate::id::ObjectId;
use crate::profile::{Office, Profile};
use crate::schema::{Field, Kind, with_role};
use crate::vocabulary::{FieldType, Role};

/// An office that a person holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What it is called.
    pub office: String,
    /// The first day, where it is said.
    pub start: Option<NaiveDate>,
    /// The last day, where it is said.
    pub end: Option<NaiveDate>,
    /// Who appointed the person, in words; may be empty.
    pub appointed_by: String,
    /// Whether preparing the group's meetings goes with it.
    pub prepares: bool,
    /// The row of the person's further offices, from 1; none for the office of the person's own fields.
    pub row: Option<usize>,
}

impl Held {
    /// Returns whether the time includes a day; a day that is not said is no bound.
    #[must_use]
    pub fn includes(&self, day: NaiveDate) -> bool {
        self.start.is_none_or(|start| start <= day) && self.end.is_none_or(|end| end >= day)
    }

    /// Returns the last day: what is said, else what the office's length makes of the first.
    #[must_use]
    pub fn last_day(&self, office: &Office) -> Option<NaiveDate> {
        self.end.or_else(|| self.longest(office))
    }

    /// Returns the last day that the office's length allows.
    #[must_use]
    pub fn longest(&self, office: &Office) -> Option<NaiveDate> {
        later(self.start?, office.term_months?).pred_opt()
    }
}

/// Returns the same day so many months later; the last day that there is where that is beyond it.
#[must_use]
pub fn later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// Returns what a person is in the group: the office of the person's own fields, and the rows of the field with the role
/// `offices`.
pub(crate) fn offices(
    kind: &Kind,
    object: &Object,
    words: &BTreeMap<Role, String>,
    profile: &Profile,
) -> Vec<Held> {
    let word = |role| words.get(&role).map_or("", String::as_str);
    let own = Held {
        office: word(Role::Office).to_owned(),
        start: word(Role::Start).parse().ok(),
        end: word(Role::End).parse().ok(),
        appointed_by: word(Role::AppointedBy).to_owned(),
        prepares: profile
            .office_called(word(Role::Office))
            .is_some_and(|office| office.prepares),
        row: None,
    };
    let field = with_role(&kind.fields, Role::Offices).filter(|field| field.ty == FieldType::Rows);
    let rows = field.and_then(|field| object.fields.get(&field.id)?.as_array());
    let columns = field.map_or(&[][..], |field| &field.columns);
    let more = rows.into_iter().flatten().enumerate();
    let more = more.filter_map(|(index, row)| further(columns, row, index + 1, profile));
    std::iter::once(own).chain(more).collect()
}

fn further(columns: &[Field], row: &Value, number: usize, profile: &Profile) -> Option<Held> {
    let text = |role| {
        let column = with_role(columns, role)?;
        let text = row.get(&column.id)?.as_str()?.trim();
        (!text.is_empty()).then_some(text)
    };
    let office = text(Role::Office)?;
    Some(Held {
        office: office.to_owned(),
        start: text(Role::Start).and_then(|day| day.parse().ok()),
        end: text(Role::End).and_then(|day| day.parse().ok()),
        appointed_by: text(Role::AppointedBy).unwrap_or_default().to_owned(),
        prepares: profile
            .office_called(office)
            .is_some_and(|office| office.prepares),
        row: Some(number),
    })
}

/// The terms of everybody in one office, the first first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeTerms {
    /// What the office is called.
    pub office: String,
    /// Its terms.
    pub terms: Vec<Term>,
}

/// A person's time in an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The person.
    pub person: ObjectId,
    /// The first day, where it is said.
    pub from: Option<NaiveDate>,
    /// The last day, said or computed.
    pub to: Option<NaiveDate>,
    /// Whether the last day is computed from the office's length, and nobody has written it.
    pub to_is_computed: bool,
    /// Whether the person stands beside to take the office over, and does not hold it.
    pub beside: bool,
    /// Who holds the office before: the person whose term this one follows, and the time in which both are there.
    pub follows: Option<Follows>,
}

/// Whom a term follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follows {
    /// The one who leaves.
    pub person: ObjectId,
    /// The first and last day on which both are there (överlappning); none where they do not meet.
    pub overlap: Option<(NaiveDate, NaiveDate)>,
}

/// Returns the terms by office: the profile's offices in its order, then those that it does not know, each with its
/// holders from the first to the last. The term of who stands beside to take an office over is one of that office.
#[must_use]
pub fn terms(group: &Group, profile: &Profile) -> Vec<OfficeTerms> {
    let known = profile.offices.iter().map(|office| &office.label);
    let said = group.people.iter().flat_map(|person| &person.offices);
    let mut labels: Vec<&String> = known.collect();
    for held in said.filter(|held| !held.office.is_empty()) {
        let is_it = |label: &&String| label.to_lowercase() == held.office.to_lowercase();
        if !labels.iter().any(is_it) {
            labels.push(&held.office);
        }
    }
    let all = labels
        .into_iter()
        .map(|label| of_office(label, group, profile));
    all.filter(|office| !office.terms.is_empty()).collect()
}

fn of_office(label: &str, group: &Group, profile: &Profile) -> OfficeTerms {
    let office = profile.offices.iter().find(|office| office.label == label);
    let held = group.people.iter().flat_map(|person| {
        let held = person.held(label);
        held.map(move |held| term(office, person, held))
    });
    let mut terms: Vec<Term> = held.collect();
    terms.sort_by_key(|term| (term.from, term.to.unwrap_or(NaiveDate::MAX)));
    let beside = office.and_then(|office| beside(office, group, profile));
    let is_single = office.and_then(|office| office.max) == Some(1);
    let from = |id| {
        group
            .person(id)
            .map(|person| person.word(Role::Organisation))
    };
    for index in 0..terms.len() {
        // Of an office that several hold, one follows whoever comes from the same organisation.
        let can_follow = |other| is_single || from(other) == from(terms[index].person);
        terms[index].follows = before(&terms, index, can_follow);
    }
    if let (Some((person, held)), Some(last)) = (beside, terms.last()) {
        let mut next = term(None, person, held);
        next.follows = Some(meeting(last, &next));
        next.beside = true;
        terms.push(next);
    }
    OfficeTerms {
        office: label.to_owned(),
        terms,
    }
}

fn term(office: Option<&Office>, person: &Person, held: &Held) -> Term {
    let to = office.map_or(held.end, |office| held.last_day(office));
    Term {
        person: person.id,
        from: held.start,
        to,
        to_is_computed: held.end.is_none() && to.is_some(),
        beside: false,
        follows: None,
    }
}

/// The one who stands beside to take an office over, where somebody does.
fn beside<'a>(
    office: &Office,
    group: &'a Group,
    profile: &Profile,
) -> Option<(&'a Person, &'a Held)> {
    let beside = profile.office(office.successor.as_deref()?)?;
    let mut people = group.people.iter();
    people.find_map(|person| Some((person, person.held(&beside.label).next()?)))
}

/// Whom a term follows: the one whose term ends last among those that end before this one does. Several who hold an
/// office side by side, from the same day, follow nobody.
fn before(terms: &[Term], index: usize, can_follow: impl Fn(ObjectId) -> bool) -> Option<Follows> {
    let term = &terms[index];
    let from = term.from?;
    let ended = terms[..index].iter().filter(|other| {
        other.person != term.person
            && can_follow(other.person)
            && other
                .to
                .is_some_and(|to| term.to.is_none_or(|own| to < own))
            && other.from.is_none_or(|start| start < from)
    });
    let last = ended.max_by_key(|other| other.to)?;
    Some(meeting(last, term))
}

fn meeting(leaving: &Term, coming: &Term) -> Follows {
    let overlap = coming.from.zip(leaving.to);
    Follows {
        person: leaving.person,
        overlap: overlap.filter(|(first, last)| first <= last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn span(person: u128, from: &str, to: &str) -> Term {
        Term {
            person: ObjectId(Uuid::from_u128(person)),
            from: from.parse().ok(),
            to: to.parse().ok(),
            to_is_computed: false,
            beside: false,
            follows: None,
        }
    }

    #[test]
    fn a_term_follows_the_last_that_ends_before_it_and_says_when_both_are_there() {
        let terms = [
            span(1, "2022-01-01", "2023-12-31"),
            span(2, "2024-01-01", "2025-12-31"),
            span(3, "2025-07-01", "2027-06-30"),
        ];
        assert_eq!(before(&terms, 0, |_| true), None);
        let second = before(&terms, 1, |_| true).unwrap();
        assert_eq!((second.person, second.overlap), (terms[0].person, None));
        let third = before(&terms, 2, |_| true).unwrap();
        let days = ("2025-07-01".parse().unwrap(), "2025-12-31".parse().unwrap());
        assert_eq!((third.person, third.overlap), (terms[1].person, Some(days)));
    }

    #[test]
    fn those_who_begin_and_end_together_follow_nobody() {
        let terms = [
            span(1, "2026-01-01", "2027-12-31"),
            span(2, "2026-01-01", "2027-12-31"),
            span(3, "", "2028-12-31"),
        ];
        assert_eq!(before(&terms, 1, |_| true), None);
        assert_eq!(before(&terms, 2, |_| true), None);
    }
}
