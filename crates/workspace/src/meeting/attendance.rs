//! Who should be at a meeting, when its notes are begun.

use model::group::Person;
use model::id::ObjectId;
use model::meeting::read;
use model::profile::{Circle, Profile};
use model::schema::{Kind, with_role};
use model::vocabulary::{Concept, Meaning, Role};
use serde_json::{Value, json};

use super::begin::{New, Objects, placed};
use crate::load::Loaded;

/// Those who should be at a meeting: the people whose time it is, of those whose body it is; each huvudman that has
/// nobody, as absent; and who comes from elsewhere.
pub(super) fn attendance(new: &New, agenda: &Loaded) -> Objects {
    let Some(kind) = new.kind(Concept::Attendance) else {
        return Vec::new();
    };
    let profile = &agenda.profile;
    let body = read::own_body(&agenda.paper, profile);
    let circle = body.map_or(Circle::Everybody, |body| profile.circle(body));
    let on = read::day(read::own(&agenda.paper, Role::MeetingDate));
    let is_here = |person: &&Person| person.meets_with(&circle, on);
    let people: Vec<_> = agenda.group.people.iter().filter(is_here).collect();
    let mut objects = Objects::new();
    for person in &people {
        let name = person.word(Role::Organisation);
        let party = profile.parties.iter().find(|party| party.name == name);
        let party = party.map_or(name, |party| party.id.as_str());
        let said = [
            (Role::Responsible, Some(json!(person.id))),
            (Role::Party, (!party.is_empty()).then(|| json!(party))),
        ];
        objects.push(placed(
            kind,
            new.id.about(person.id),
            None,
            objects.len(),
            said,
        ));
    }
    let row =
        |what, name: &str| ObjectId::of_document(model::id::WorkspaceId(new.id.0), what, name);
    let has = |name: &str| {
        people
            .iter()
            .any(|person| person.word(Role::Organisation) == name)
    };
    let alone = profile
        .parties
        .iter()
        .filter(|party| party.principal && !has(&party.name));
    for party in alone.filter(|_| circle == Circle::Everybody) {
        let said = [
            (Role::Party, Some(json!(party.id))),
            (Role::Presence, absent(new, kind, profile)),
        ];
        objects.push(placed(
            kind,
            row("party", &party.id),
            None,
            objects.len(),
            said,
        ));
    }
    let rules = body
        .into_iter()
        .flat_map(|body| profile.meeting_rules_of(body));
    for guest in rules.flat_map(|rule| &rule.attended_from) {
        let said = [(Role::Substitute, Some(json!(guest)))];
        objects.push(placed(kind, row("guest", guest), None, objects.len(), said));
    }
    objects
}

/// The word for somebody who was not there.
fn absent(new: &New, kind: &Kind, profile: &Profile) -> Option<Value> {
    let field = with_role(&kind.fields, Role::Presence)?;
    let mut words = profile.scale_of(&new.template, field)?.values.iter();
    let word = words.find(|word| word.means == Some(Meaning::Absent))?;
    Some(json!(word.code))
}
