//! Filling in a year's meeting plan: the meetings of the calendar, those that prepare them, and the last days for matters.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use model::calendar::Calendar;
use model::document::{Document, system};
use model::id::ObjectId;
use model::input::long_date;
use model::profile::Profile;
use model::schema::{Kind, Template, with_role};
use model::vocabulary::{Concept, Role};
use serde_json::{Value, json};
use store::Set;
use uuid::Uuid;

use crate::planned::{PlannedMeeting, body_called, meeting_kind, of_plan};
use crate::words::{self, Args};

/// What is filled in in a meeting plan.
#[derive(Debug, Default)]
pub(crate) struct PlanDays {
    /// The changes.
    pub(crate) sets: Vec<Set>,
    /// How many values they write.
    pub(crate) values: usize,
}

/// Returns what a meeting plan lacks of what the calendar and the profile's rules know. A meeting that stands there, of
/// the same body and day, keeps what somebody has written; a new one has the same identity in every copy.
pub(crate) fn plan_days(
    document: &Document,
    template: &Template,
    profile: &Profile,
    calendar: Option<&Calendar>,
) -> PlanDays {
    let Some(kind) = meeting_kind(template).filter(|_| template.concept == Concept::MeetingPlan)
    else {
        return PlanDays::default();
    };
    let there = of_plan(document, template, profile);
    let mut wanted: Vec<Wanted> = there.iter().map(Wanted::of).collect();
    wanted.extend(
        calendar
            .map(|calendar| of_calendar(calendar, profile))
            .unwrap_or_default(),
    );
    let prepared = preparing(&wanted, profile);
    wanted.extend(prepared);
    wanted.sort_by(|a, b| (a.day, &a.body).cmp(&(b.day, &b.body)));
    let mut filling = Filling {
        document,
        kind,
        profile,
        there: &there,
        found: PlanDays::default(),
    };
    wanted.iter().for_each(|meeting| filling.meeting(meeting));
    filling.found
}

/// A meeting that should stand in the plan.
struct Wanted {
    /// Id of the body in the profile, or its name.
    body: String,
    day: NaiveDate,
    fields: BTreeMap<Role, String>,
}

impl Wanted {
    fn of(meeting: &PlannedMeeting) -> Self {
        Self {
            body: if meeting.body.is_empty() {
                meeting.body_name.clone()
            } else {
                meeting.body.clone()
            },
            day: meeting.day,
            fields: BTreeMap::new(),
        }
    }
}

fn of_calendar(calendar: &Calendar, profile: &Profile) -> Vec<Wanted> {
    let wanted = calendar.meetings.iter().map(|meeting| {
        let body = body_called(profile, &meeting.body).map(|body| body.id.clone());
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let said = [
            (Role::Title, meeting.title.clone()),
            (Role::Time, meeting.time.clone()),
            (Role::End, day(meeting.until)),
            (Role::SupportBy, day(meeting.matters_by)),
        ];
        Wanted {
            body: body.unwrap_or_else(|| meeting.body.clone()),
            day: meeting.day,
            fields: said
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .collect(),
        }
    });
    wanted.collect()
}

/// The meetings that prepare those that are wanted, of bodies whose meetings are the group's own to plan. Where one of
/// that body stands between the meeting and the one before it, somebody has settled the day.
fn preparing(wanted: &[Wanted], profile: &Profile) -> Vec<Wanted> {
    let mut found: Vec<Wanted> = Vec::new();
    for meeting in wanted {
        for preparing in profile.preparing(&meeting.body, meeting.day) {
            let body = &preparing.body.id;
            let earlier = days_of(wanted, &meeting.body);
            let earlier = earlier.filter(|day| *day < meeting.day).max();
            let between =
                |day: NaiveDate| day < meeting.day && earlier.is_none_or(|earlier| day > earlier);
            let is_settled = days_of(wanted, body).any(between);
            let is_found = found
                .iter()
                .any(|other| (&other.body, other.day) == (body, preparing.day));
            if preparing.body.own && !is_settled && !is_found {
                let day = Args::from([("day".to_owned(), long_date(meeting.day))]);
                let title = words::say("plan-prepares", &day);
                found.push(Wanted {
                    body: body.clone(),
                    day: preparing.day,
                    fields: BTreeMap::from([(Role::Title, title)]),
                });
            }
        }
    }
    found
}

fn days_of<'a>(wanted: &'a [Wanted], body: &'a str) -> impl Iterator<Item = NaiveDate> {
    let its = wanted.iter().filter(move |other| other.body == body);
    its.map(|other| other.day)
}

struct Filling<'a> {
    document: &'a Document,
    kind: &'a Kind,
    profile: &'a Profile,
    there: &'a [PlannedMeeting],
    found: PlanDays,
}

impl Filling<'_> {
    fn meeting(&mut self, wanted: &Wanted) {
        let is_it = |meeting: &&PlannedMeeting| {
            meeting.day == wanted.day
                && (meeting.body == wanted.body || meeting.body_name == wanted.body)
        };
        let there = self.there.iter().find(is_it).map(|meeting| meeting.object);
        let id = there.unwrap_or_else(|| self.new_id(wanted));
        // One that was removed stays so.
        if there.is_none() && self.document.object(id).is_some() {
            return;
        }
        if there.is_none() {
            self.begin(id, wanted);
        }
        let mut fields = wanted.fields.clone();
        if let Some(kept) = self.profile.matters_by(&wanted.body, wanted.day) {
            fields
                .entry(Role::SupportBy)
                .or_insert_with(|| kept.day.to_string());
        }
        for (role, text) in fields {
            self.write(id, role, &text);
        }
    }

    /// The same in every copy, so that two people who fill in apart plan one meeting.
    fn new_id(&self, wanted: &Wanted) -> ObjectId {
        let name = format!("meeting/{}/{}", wanted.body, wanted.day);
        ObjectId(Uuid::new_v5(&self.document.id.0, name.as_bytes()))
    }

    fn begin(&mut self, id: ObjectId, wanted: &Wanted) {
        let last = self
            .document
            .children(self.document.id, Some(&self.kind.id));
        let last = last.last().map_or(0.0, |object| object.pos);
        let place = u32::try_from(self.found.sets.len()).unwrap_or(u32::MAX);
        self.set(id, system::KIND, json!(self.kind.id));
        self.set(id, system::POS, json!(last + 1.0 + f64::from(place)));
        self.write(id, Role::MeetingDate, &wanted.day.to_string());
        self.write(id, Role::Body, &wanted.body);
    }

    /// Writes a text where none stands.
    fn write(&mut self, id: ObjectId, role: Role, text: &str) {
        let Some(field) = with_role(&self.kind.fields, role) else {
            return;
        };
        let there = self.document.object(id);
        let is_empty = there
            .and_then(|object| object.fields.get(&field.id))
            .is_none_or(Value::is_null);
        if is_empty {
            self.set(id, &field.id, json!(text));
            self.found.values += 1;
        }
    }

    fn set(&mut self, id: ObjectId, field: &str, value: Value) {
        self.found.sets.push(Set {
            doc: self.document.id,
            obj: id,
            field: field.to_owned(),
            value: Some(value),
        });
    }
}
