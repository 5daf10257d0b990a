//! Those whom a page lists: the group's people, or whose meeting it is.

use serde_json::{Value, json};

use super::build::Context;
use super::{Member, MembersColumn};
use crate::document::{Document, system};
use crate::group::Person;
use crate::profile::Circle;
use crate::schema::with_role;
use crate::vocabulary::{Concept, Role};

/// Those whom a page lists: the group, and on a meeting's page those whose meeting it is, with who comes from elsewhere.
pub(super) fn called(
    document: &Document,
    context: &Context,
    columns: &[MembersColumn],
) -> Vec<Member> {
    let (template, profile) = (context.template, context.profile);
    let is_meeting = template.concept == Concept::Meeting;
    let text = |role| {
        let field = with_role(&template.fields, role)?;
        document.root().text(&field.id)
    };
    let own = || profile.bodies.iter().find(|body| body.own);
    let body = text(Role::Body).and_then(|name| profile.body_called(name));
    let body = body.or_else(own).filter(|_| is_meeting);
    let circle = body.map_or(Circle::Everybody, |body| profile.circle(&body.id));
    let on = text(Role::MeetingDate).and_then(|day| day.parse().ok());
    let people = context.group.people.iter();
    let listed = document.root().fields.get(system::LISTED);
    let listed = listed.and_then(Value::as_array);
    let is_called = |person: &Person| match listed {
        Some(listed) => listed.contains(&json!(person.id)),
        None => person.meets_with(&circle, on),
    };
    let people = people.filter(|person| !is_meeting || is_called(person));
    let rules = body.into_iter();
    let rules = rules.flat_map(|body| profile.meeting_rules_of(&body.id));
    let guests = rules.flat_map(|rule| &rule.attended_from);
    let guest = |guest: &String| {
        let value = |column: &MembersColumn| match column.is {
            Role::Office => guest.clone(),
            _ => String::new(),
        };
        Member {
            id: document.id,
            values: columns.iter().map(value).collect(),
        }
    };
    let people = people.map(|person| member(person, columns));
    people.chain(guests.map(guest)).collect()
}

fn member(person: &Person, columns: &[MembersColumn]) -> Member {
    Member {
        id: person.id,
        values: columns
            .iter()
            .map(|column| match column.is {
                Role::Office => person.all_offices(),
                role => person.word(role).to_owned(),
            })
            .collect(),
    }
}
