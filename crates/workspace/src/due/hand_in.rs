//! When one document is to be where it goes, handed in or not, and when it is taken up there.

use chrono::{Datelike, NaiveDate};
use model::document::system;
use model::input;
use model::period::Period;
use model::profile::Deadline;
use model::schema::{Field, Template, with_role};
use model::vocabulary::{Concept, Role};
use serde_json::Value;

use crate::Workspace;
use crate::error::Error;
use crate::planned::PlannedMeeting;
use crate::prefill::occasions_field;

/// What is known of the way of a document to another body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct HandIn {
    /// Id of the body that it goes to.
    pub(crate) to: Option<String>,
    /// The last day for the group to finish it.
    pub(crate) finished_by: Option<NaiveDate>,
    /// The last day for handing it in.
    pub(crate) by: Option<NaiveDate>,
    /// The day when the body takes it up.
    pub(crate) taken_up: Option<NaiveDate>,
}

impl Workspace {
    /// Returns when the document of a template about a year is due, and where: as the year's follow-up plan says, else its
    /// plan, else the mandate.
    pub(crate) fn hand_in(&self, template: &Template, year: i32) -> Result<HandIn, Error> {
        let (profile, _) = self.profile_and_group()?;
        if let Some(said) = self.said_of_hand_in(template, year)? {
            let first = profile.recipients.first();
            let to = first.map(|recipient| recipient.body.clone());
            return Ok(HandIn { to, ..said });
        }
        let mut rules = profile.deadlines.iter();
        match rules.find(|rule| rule.document == template.id) {
            Some(rule) => self.by_mandate(rule, year),
            None => Ok(HandIn::default()),
        }
    }

    fn said_of_hand_in(&self, template: &Template, year: i32) -> Result<Option<HandIn>, Error> {
        let mut found = None;
        for id in self.document_ids()? {
            let period = self.root_text(id, system::PERIOD)?;
            let Some(period) = period.and_then(|period| period.parse::<Period>().ok()) else {
                continue;
            };
            let pinned = self.pinned_at(id, None)?;
            let Some(field) = occasions_field(&pinned.template) else {
                continue;
            };
            let document = self.document(id)?;
            let rows = document.root().fields.get(&field.id);
            let mut rows = rows.and_then(Value::as_array).into_iter().flatten();
            let said =
                rows.find(|row| speaks_of(row, field, period.year) == Some((&template.name, year)));
            let is_better = found.is_none() || pinned.template.concept == Concept::FollowUpPlan;
            found = said
                .filter(|_| is_better)
                .map(|row| days(row, field))
                .or(found);
        }
        Ok(found)
    }

    fn by_mandate(&self, rule: &Deadline, year: i32) -> Result<HandIn, Error> {
        let (profile, _) = self.profile_and_group()?;
        let meetings = self.planned_meetings()?;
        let day = |meeting: &PlannedMeeting| meeting.until.unwrap_or(meeting.day);
        let planned: Vec<_> = meetings
            .iter()
            .map(|meeting| (meeting.body.clone(), day(meeting)))
            .collect();
        let to = rule.to.as_deref();
        let days = to.map(|body| profile.meeting_days(body, &planned));
        let due = rule.due(year, &days.unwrap_or_default());
        let taken_up = due.filter(|due| due.at_meeting).map(|due| due.kept.day);
        let by = match (taken_up, to) {
            (Some(held), Some(body)) => {
                let mut own = meetings.iter().filter(|meeting| meeting.body == body);
                let own = own.find(|meeting| day(meeting) == held);
                let written = own.and_then(|meeting| meeting.matters_by);
                written.or_else(|| Some(profile.matters_by(body, held)?.day))
            }
            _ => due.map(|due| due.kept.day),
        };
        Ok(HandIn {
            to: rule.to.clone(),
            finished_by: None,
            by,
            taken_up,
        })
    }
}

/// What a row of occasions is about, and which year; the row's own document is about `year`.
pub(crate) fn speaks_of<'a>(row: &'a Value, field: &Field, year: i32) -> Option<(&'a str, i32)> {
    let text = |role| row[&with_role(&field.columns, role)?.id].as_str();
    // An account of a year may be due in another: next year's plan, last year's report.
    let covered = text(Role::Covers).and_then(|text| text.get(..4)?.parse().ok());
    Some((text(Role::Title)?.trim(), covered.unwrap_or(year)))
}

/// The days of a row. When the other level takes something up is written in words: more than one day is no day.
fn days(row: &Value, field: &Field) -> HandIn {
    let text = |role| row[&with_role(&field.columns, role)?.id].as_str();
    let day = |role| text(role)?.parse::<NaiveDate>().ok();
    let by = day(Role::SupportBy);
    let year = by.map(|by| by.year());
    let taken_up = text(Role::TakenUp).and_then(|words| input::date(words, year?));
    HandIn {
        to: None,
        finished_by: day(Role::GroupBy),
        by,
        taken_up,
    }
}
