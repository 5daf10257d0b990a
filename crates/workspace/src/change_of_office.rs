//! Who leaves an office and who takes it over: what a handover, and a notice of it, begin with.

use chrono::NaiveDate;
use model::group::{Group, Person};
use model::profile::{Office, Profile};
use model::schema::{Template, with_role};
use model::term::{Held, later};
use model::vocabulary::{Concept, FieldType, Role};
use serde_json::{Value, json};

/// Returns the values that the group's people give a document about a change of office, seen from a day. Nothing where
/// nobody holds the office, or for a document of another concept.
pub(crate) fn known(
    template: &Template,
    profile: &Profile,
    group: &Group,
    today: NaiveDate,
) -> Vec<(String, Value)> {
    if !matches!(template.concept, Concept::Handover | Concept::Notice) {
        return Vec::new();
    }
    let change =
        office_of(template, profile).and_then(|office| Change::seen(office, profile, group, today));
    let Some(change) = change else {
        return Vec::new();
    };
    let elected = match template.concept {
        Concept::Notice => Role::Name,
        _ => Role::Recipient,
    };
    let leaves = match template.concept {
        Concept::Notice => Role::Leaves,
        _ => Role::Responsible,
    };
    let day = |day: Option<NaiveDate>| day.map(|day| json!(day));
    let person = |person: &Person| json!(person.id);
    let said = [
        (leaves, Some(person(change.leaving.person))),
        (Role::LeavesOn, day(change.last_day)),
        (elected, change.next.map(|next| person(next.person))),
        (Role::Start, day(change.first_day)),
        (Role::End, day(change.until)),
        (Role::Deputy, change.deputy.map(person)),
        (
            Role::OverlapStart,
            day(change.overlap.map(|(from, _)| from)),
        ),
        (Role::OverlapEnd, day(change.overlap.map(|(_, to)| to))),
    ];
    let known = said.into_iter().filter_map(|(role, value)| {
        let field = with_role(&template.fields, role)?;
        let fits = matches!(field.ty, FieldType::Person | FieldType::Date);
        Some((field.id.clone(), value.filter(|_| fits)?))
    });
    known.collect()
}

/// The office that the document is about: the one that its template names, else the first that somebody must hold.
fn office_of<'a>(template: &Template, profile: &'a Profile) -> Option<&'a Office> {
    let field = with_role(&template.fields, Role::Office);
    let named = field.and_then(|field| field.default.as_ref()?.as_str());
    match named {
        Some(label) => profile.office_called(label),
        None => profile.offices.iter().find(|office| office.required),
    }
}

/// A person in an office.
#[derive(Clone, Copy)]
struct Holder<'a> {
    person: &'a Person,
    held: &'a Held,
}

/// One person leaves an office and another takes it over.
struct Change<'a> {
    leaving: Holder<'a>,
    last_day: Option<NaiveDate>,
    next: Option<Holder<'a>>,
    first_day: Option<NaiveDate>,
    until: Option<NaiveDate>,
    overlap: Option<(NaiveDate, NaiveDate)>,
    deputy: Option<&'a Person>,
}

impl<'a> Change<'a> {
    fn seen(
        office: &Office,
        profile: &'a Profile,
        group: &'a Group,
        today: NaiveDate,
    ) -> Option<Self> {
        let leaving = holders(group, office)
            .filter(|holder| holder.held.includes(today))
            .min_by_key(|holder| holder.held.last_day(office).unwrap_or(NaiveDate::MAX))?;
        let last_day = leaving.held.last_day(office);
        let is_another = |holder: &Holder| holder.person.id != leaving.person.id;
        let elected = holders(group, office)
            .filter(|holder| is_another(holder) && holder.held.start > Some(today))
            .min_by_key(|holder| holder.held.start);
        let beside = office
            .successor
            .as_deref()
            .and_then(|id| profile.office(id));
        let beside = beside.and_then(|beside| {
            let mut all = holders(group, beside);
            all.find(|holder| is_another(holder) && holder.held.end.is_none_or(|end| end >= today))
        });
        let next = elected.or(beside);
        let after = || last_day.and_then(|day| day.succ_opt());
        let first_day = match elected {
            Some(elected) => elected.held.start,
            None => after().filter(|_| next.is_some()),
        };
        let longest = || later(first_day?, office.term_months?).pred_opt();
        let until = elected
            .and_then(|elected| elected.held.end)
            .or_else(longest);
        let walks_beside = beside.or(elected).and_then(|holder| holder.held.start);
        let overlap = walks_beside.zip(last_day).filter(|(from, to)| from <= to);
        let deputy = profile
            .offices
            .iter()
            .find(|other| other.other_side_than.as_deref() == Some(&office.id));
        let deputy = deputy.and_then(|deputy| {
            let on = first_day.unwrap_or(today);
            let mut all = holders(group, deputy);
            all.find(|holder| holder.held.includes(on))
        });
        Some(Self {
            leaving,
            last_day,
            next,
            first_day,
            until,
            overlap,
            deputy: deputy.map(|holder| holder.person),
        })
    }
}

fn holders<'a>(group: &'a Group, office: &Office) -> impl Iterator<Item = Holder<'a>> {
    group.people.iter().flat_map(move |person| {
        let held = person.held(&office.label);
        held.map(move |held| Holder { person, held })
    })
}
