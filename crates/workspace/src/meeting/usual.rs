//! What an agenda begins with beyond its planned meeting: its name, who leads it, who writes, who pays for what.

use chrono::NaiveDate;
use model::group::{Group, Person};
use model::meeting::read;
use model::profile::{MeetingRule, Office, Profile};
use model::schema::{Template, with_role};
use model::vocabulary::Role;
use serde_json::{Value, json};

use super::copied::at_role;
use crate::error::Error;
use crate::load::Loaded;
use crate::{Workspace, words};

impl Workspace {
    /// Returns the values that the rules of a meeting's body give an agenda; `copied` names the body.
    pub(super) fn usual_of_agenda(
        &self,
        template: &Template,
        profile: &Profile,
        copied: &[(String, Value)],
    ) -> Result<Vec<(String, Value)>, Error> {
        let rules = rules(template, profile, copied);
        let (_, group) = self.profile_and_group()?;
        let costs = rules.iter().map(|rule| &rule.costs);
        let costs = costs.into_iter().find(|costs| !costs.is_empty());
        let turn = match rules.iter().any(|rule| rule.notes_rotate) {
            true => self.secretary_party(profile, None)?,
            false => None,
        };
        let day = at(template, copied, Role::MeetingDate).and_then(|day| day.parse().ok());
        let day = day.unwrap_or_else(|| self.today());
        let holder = |office: fn(&MeetingRule) -> &Option<String>| {
            let office = rules.iter().find_map(|rule| office(rule).as_deref())?;
            holder(&group, profile.office(office)?, day).map(|person| json!(person.id))
        };
        let values = [
            (Role::Costs, costs.map(|costs| json!(costs))),
            (Role::SecretaryParty, turn.map(|party| json!(party))),
            (Role::Chair, holder(|rule| &rule.chaired_by)),
            (Role::Secretary, holder(|rule| &rule.notes_by)),
        ];
        let known = values
            .into_iter()
            .filter_map(|(role, value)| at_role(&template.fields, role, value?));
        Ok(known.collect())
    }
}

/// The rules of the body whose meeting it is, the group's own where nobody has said.
fn rules<'a>(
    template: &Template,
    profile: &'a Profile,
    copied: &[(String, Value)],
) -> Vec<&'a MeetingRule> {
    let named = at(template, copied, Role::Body);
    let own = profile.bodies.iter().find(|body| body.own);
    let body = named.or(own.map(|body| body.id.as_str()));
    let all = profile.meeting_rules.iter();
    all.filter(|rule| Some(rule.body.as_str()) == body)
        .collect()
}

/// Returns who asks those who were absent at a meeting on a day, by the rules of the body that met.
pub(super) fn asks(notes: &Loaded, day: NaiveDate) -> Option<Value> {
    let body = read::own_body(&notes.paper, &notes.profile)?;
    let mut rules = notes.profile.decision_rules_of(body);
    let office = rules.find_map(|rule| rule.silence.as_ref()?.sent_by.as_deref())?;
    let office = notes.profile.office(office)?;
    holder(&notes.group, office, day).map(|person| json!(person.id))
}

/// The text with this role among those that are copied.
fn at<'a>(template: &Template, copied: &'a [(String, Value)], role: Role) -> Option<&'a str> {
    let field = with_role(&template.fields, role)?;
    let (_, value) = copied.iter().find(|(id, _)| *id == field.id)?;
    value.as_str()
}

/// The person who holds an office on a day; the first where there are several.
pub(super) fn holder<'a>(group: &'a Group, office: &Office, day: NaiveDate) -> Option<&'a Person> {
    let holds = |person: &&Person| person.held(&office.label).any(|held| held.includes(day));
    group.people.iter().find(holds)
}

/// A meeting is called by what the plan calls it, else by whose it is, and by its day: "Gruppen den 24 april 2026". The
/// group's own meeting has the group's name: there can be many of its kind.
pub(super) fn call_by_its_day(
    template: &Template,
    profile: &Profile,
    group: &Group,
    fields: &mut Vec<(String, Value)>,
) {
    let value = |role| at(template, fields, role).map(str::to_owned);
    let day = value(Role::MeetingDate).and_then(|day| day.parse().ok());
    let own = profile.bodies.iter().find(|body| body.own);
    let name = group.word(Role::Title);
    let called = |id: &str| match own {
        Some(own) if own.id == id && !name.is_empty() => name.to_owned(),
        _ => read::name_of(profile, id).to_owned(),
    };
    let body = value(Role::Body).map(|id| called(&id));
    let (Some(title), Some(day)) = (value(Role::Title).or(body), day) else {
        return;
    };
    let args = words::Args::from([
        ("title".to_owned(), title),
        ("day".to_owned(), model::input::long_date(day)),
    ]);
    if let Some((id, title)) = at_role(
        &template.fields,
        Role::Title,
        json!(words::say("agenda-title", &args)),
    ) {
        fields.retain(|(field, _)| *field != id);
        fields.push((id, title));
    }
}
