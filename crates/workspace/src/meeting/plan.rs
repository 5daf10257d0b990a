//! Planning a year's meetings from a list of days, and those that prepare them.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use model::document::system;
use model::id::ObjectId;
use model::input::{DaySpan, backwards, day_list, time_of_day};
use model::meeting::read;
use model::profile::{Body, Profile};
use model::schema::{Kind, with_role};
use model::vocabulary::{Concept, FieldType, Role};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use specta::Type;
use store::Set;

use super::copied::at_role;
use crate::begin::sets;
use crate::error::{Error, What};
use crate::load::Loaded;
use crate::{Workspace, clock, words};

/// What planning came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlannedDays {
    /// The meeting plan.
    pub document: String,
    /// How many meetings were added, those that prepare others among them.
    pub added: u32,
    /// How many stood there already.
    pub known: u32,
    /// What could not be read as a day of the plan's year.
    pub unread: Vec<UnreadDay>,
}

/// When and where meetings that are planned together are held; empty where that is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Type)]
pub struct InCommon {
    /// From when to when, in words.
    pub time: String,
    /// Where.
    pub place: String,
}

/// Words that are no day of the plan's year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UnreadDay {
    /// The words.
    pub words: String,
}

impl Workspace {
    /// Plans the meetings of a body from a list of days, as people write them, one a line; and, where the profile has a
    /// body that prepares them so many days before, its meetings too; those have times and places of their own. A day that
    /// stands there already stays as it is.
    /// The year's plan is begun where it is not there. `body` is an id or a name; the group's own where it is empty.
    ///
    /// # Errors
    /// The body is unknown, nothing in the list is a day of the year, the time is none, the profile has no template for meeting plans, or the
    /// file can only be read.
    pub fn plan_meetings(
        &mut self,
        year: i32,
        body: &str,
        days: &str,
        common: &InCommon,
    ) -> Result<PlannedDays, Error> {
        let (profile, _) = self.profile_and_group()?;
        let body = own_body_named(&profile, body)?.clone();
        refuse_no_time(&common.time)?;
        let read = days_of(year, days);
        if !read.iter().any(Result::is_ok) {
            return Err(no_day(year, &read));
        }
        let plan = self.meeting_plan(year)?;
        let mut wanted: Vec<(Body, DaySpan)> = Vec::new();
        for span in read.iter().filter_map(|found| found.as_ref().ok()) {
            let before = preparing(&profile, &body, span.0);
            wanted.extend(before.map(|(body, day)| (body, (day, day))));
            wanted.push((body.clone(), *span));
        }
        // The same day twice is one meeting, and the longer where they differ.
        wanted.sort_by_key(|(_, (from, until))| (*from, Reverse(*until)));
        let mut listed: BTreeSet<(String, NaiveDate)> = BTreeSet::new();
        wanted.retain(|(body, span)| listed.insert((body.id.clone(), span.0)));
        let loaded = self.load(plan)?;
        let known = known(&loaded);
        let is_new = |(body, span): &&(Body, DaySpan)| {
            !known
                .iter()
                .any(|(id, day)| *id == body.id && *day == span.0)
        };
        let new: Vec<&(Body, DaySpan)> = wanted.iter().filter(is_new).collect();
        let common = |of: &Body| (of.id == body.id).then_some(common);
        let all = meetings_to_write(&loaded, &new, common)?;
        if !all.is_empty() {
            self.write("plan_meetings", json!({ "document": plan }), &all)?;
        }
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let unread = read.into_iter().filter_map(Result::err);
        Ok(PlannedDays {
            document: plan.to_string(),
            added: count(new.len()),
            known: count(wanted.len() - new.len()),
            unread: unread.map(|words| UnreadDay { words }).collect(),
        })
    }

    /// Returns the year's meeting plan, begun where it is not there.
    pub(super) fn meeting_plan(&mut self, year: i32) -> Result<ObjectId, Error> {
        let period = model::period::Period::of_year(year);
        match self.find(Concept::MeetingPlan, period)? {
            Some(id) => Ok(id),
            None => {
                let template = self.template_of(Concept::MeetingPlan)?.id;
                Ok(self.begin(&template, year)?.object)
            }
        }
    }
}

/// What writes the new meetings; `common` says what those of a body have in common.
fn meetings_to_write<'c>(
    plan: &Loaded,
    new: &[&(Body, DaySpan)],
    common: impl Fn(&Body) -> Option<&'c InCommon>,
) -> Result<Vec<Set>, Error> {
    let kind = meeting_kind(plan)?;
    let id = plan.document.id;
    let last = plan.document.children(id, Some(&kind.id));
    let mut pos = last.last().map_or(0.0, |object| object.pos.floor());
    let mut all = Vec::new();
    for (body, (from, until)) in new {
        pos += 1.0;
        let mut fields = vec![
            (system::KIND.to_owned(), json!(kind.id)),
            (system::POS.to_owned(), json!(pos)),
        ];
        fields.extend(said(kind, body, *from, *until));
        fields.extend(
            common(body)
                .into_iter()
                .flat_map(|it| when_and_where(kind, it)),
        );
        all.extend(sets(id, clock::new_object(), fields));
    }
    Ok(all)
}

/// Refuses what a check would point at in the papers of each of the meetings.
fn refuse_no_time(time: &str) -> Result<(), Error> {
    if time.trim().is_empty() || (time_of_day(time).is_some() && backwards(time).is_none()) {
        return Ok(());
    }
    Err(Error::BadValue {
        field: words::say("the-meeting-time", &words::Args::new()),
        ty: "time",
        text: time.to_owned(),
        known: Vec::new(),
    })
}

fn when_and_where(kind: &Kind, common: &InCommon) -> impl Iterator<Item = (String, Value)> {
    let said = [(Role::Time, &common.time), (Role::Location, &common.place)].into_iter();
    let said = said.map(|(role, words)| (role, words.trim()));
    let said = said.filter(|(_, words)| !words.is_empty());
    said.filter_map(|(role, words)| at_role(&kind.fields, role, json!(words)))
}

/// Reads a list of days. A day of another year than the plan's does not belong in it: it is no day of the list.
fn days_of(year: i32, days: &str) -> Vec<Result<DaySpan, String>> {
    let within = |span: DaySpan| {
        if span.0.year() == year {
            Ok(span)
        } else {
            Err(span.0.to_string())
        }
    };
    let read = day_list(days, year).into_iter();
    read.map(|found| found.and_then(within)).collect()
}

/// What is said of a list in which nothing is a day of the year.
fn no_day(year: i32, read: &[Result<DaySpan, String>]) -> Error {
    let year = words::Args::from([("year".to_owned(), year.to_string())]);
    let mut unread = read.iter().filter_map(|found| found.as_ref().err());
    Error::BadValue {
        field: words::say("the-meeting-days", &year),
        ty: FieldType::Date.as_str(),
        text: unread.next().cloned().unwrap_or_default(),
        known: Vec::new(),
    }
}

fn said(kind: &Kind, body: &Body, from: NaiveDate, until: NaiveDate) -> Vec<(String, Value)> {
    let is_body = with_role(&kind.fields, Role::Body).map(|field| field.ty);
    let named = if is_body == Some(FieldType::Body) {
        json!(body.id)
    } else {
        json!(body.name)
    };
    // A template that says what an ordinary meeting is called need not be told.
    let title = with_role(&kind.fields, Role::Title).filter(|field| field.default.is_none());
    let values = [
        title.map(|field| (field.id.clone(), json!(body.name))),
        at_role(&kind.fields, Role::Body, named),
        at_role(&kind.fields, Role::MeetingDate, json!(from)),
        (until != from)
            .then(|| at_role(&kind.fields, Role::End, json!(until)))
            .flatten(),
    ];
    values.into_iter().flatten().collect()
}

pub(super) fn meeting_kind(plan: &Loaded) -> Result<&Kind, Error> {
    let mut kinds = plan.template().kinds.iter();
    kinds
        .find(|kind| kind.concept == Some(Concept::Meeting))
        .ok_or_else(|| Error::not_found(What::Kind, Concept::Meeting.as_str()))
}

/// The days that the plan has already, with their bodies.
fn known(plan: &Loaded) -> Vec<(String, NaiveDate)> {
    let meetings = read::items(&plan.paper, Concept::Meeting).into_iter();
    let known = meetings.filter_map(|item| {
        let body = read::body(read::of(item, Role::Body), &plan.profile)?;
        let day = read::day(read::of(item, Role::MeetingDate))?;
        Some((body.to_owned(), day))
    });
    known.collect()
}

/// The body that prepares `body`'s meetings, and the day when it does; none where it is no body of the group's own.
fn preparing(profile: &Profile, body: &Body, day: NaiveDate) -> Option<(Body, NaiveDate)> {
    let mut all = profile.preparing(&body.id, day);
    let found = all.find(|preparing| preparing.body.own && preparing.day.year() > 0)?;
    Some((found.body.clone(), found.day))
}

fn own_body_named<'a>(profile: &'a Profile, name: &str) -> Result<&'a Body, Error> {
    let wanted = name.trim().to_lowercase();
    let own = || profile.bodies.iter().filter(|body| body.own);
    let found = own()
        .find(|body| wanted.is_empty() || body.id == wanted || body.name.to_lowercase() == wanted);
    found.ok_or_else(|| Error::NotFound {
        what: What::Body,
        name: name.to_owned(),
        known: own().map(|body| body.name.clone()).collect(),
    })
}
