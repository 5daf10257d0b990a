//! Deadlines that the mandate sets for every year, and the last days for matters to planned meetings.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use model::document::system;
use model::period::Period;
use model::profile::{Deadline, DueDay};

use super::{About, Due, Seen, moved, say};
use crate::error::Error;
use crate::planned::PlannedMeeting;

impl Seen<'_> {
    /// What the mandate says is due in the years that the group works with, where no paper of theirs has `said` it.
    pub(super) fn deadlines(&self, said: &BTreeSet<About>) -> Result<Vec<Due>, Error> {
        let rules = &self.profile.deadlines;
        if rules.is_empty() {
            return Ok(Vec::new());
        }
        let meetings = self.workspace.planned_meetings()?;
        let planned: Vec<(String, NaiveDate)> = meetings
            .into_iter()
            .map(|meeting| (meeting.body, meeting.until.unwrap_or(meeting.day)))
            .collect();
        let mut found = Vec::new();
        for year in self.years()? {
            for rule in rules {
                if !said.contains(&(rule.document.clone(), year)) {
                    found.extend(self.deadline(rule, year, &planned)?);
                }
            }
        }
        Ok(found)
    }

    fn deadline(
        &self,
        rule: &Deadline,
        year: i32,
        planned: &[(String, NaiveDate)],
    ) -> Result<Option<Due>, Error> {
        let mut templates = self.templates.iter();
        let Some(template) = templates.find(|template| template.id == rule.document) else {
            return Ok(None);
        };
        let meetings = rule
            .to
            .as_ref()
            .map(|body| self.profile.meeting_days(body, planned));
        let Some(due) = rule.due(year, &meetings.unwrap_or_default()) else {
            return Ok(None);
        };
        let document = self.begun(template, year)?;
        if self.is_handed_in(document)? {
            return Ok(None);
        }
        let recipient = rule.to.as_ref().map(|body| self.recipient(body));
        Ok(Some(Due {
            title: template.name.clone(),
            note: self.why(rule, due),
            year,
            document,
            template: Some(template.id.clone()),
            ..self.on(due.kept.day, &recipient.unwrap_or_default())
        }))
    }

    /// Why a document is due that day.
    fn why(&self, rule: &Deadline, due: DueDay) -> String {
        let body = rule.to.as_deref().and_then(|id| self.profile.body(id));
        let at = match body.filter(|_| due.at_meeting) {
            Some(body) => say("due-at-meeting", &[("body", &body.name)]),
            None if rule.day.is_none() => say("due-last-working-day", &[]),
            None => String::new(),
        };
        let parts = [at, moved(due.kept)];
        parts.join(" ").trim().to_owned()
    }

    /// This year, and those near it that the group has papers of.
    fn years(&self) -> Result<BTreeSet<i32>, Error> {
        let now = self.today.year();
        let mut years = BTreeSet::from([now]);
        for id in self.workspace.document_ids()? {
            let period = self.workspace.root_text(id, system::PERIOD)?;
            let period = period.and_then(|period| period.parse::<Period>().ok());
            years.extend(period.map(|period| period.year));
        }
        years.retain(|year| (now - 1..=now + 1).contains(year));
        Ok(years)
    }

    /// The last days for matters to meetings that are still to come.
    pub(super) fn matters(&self) -> Result<Vec<Due>, Error> {
        let meetings = self.workspace.planned_meetings()?;
        let coming = meetings.iter().filter(|meeting| meeting.day >= self.today);
        Ok(coming
            .filter_map(|meeting| self.matters_to(meeting))
            .collect())
    }

    fn matters_to(&self, meeting: &PlannedMeeting) -> Option<Due> {
        let computed = || self.profile.matters_by(&meeting.body, meeting.day);
        let (day, note) = match meeting.matters_by {
            Some(day) => (day, String::new()),
            None => computed().map(|kept| (kept.day, moved(kept)))?,
        };
        let day = (day >= self.today).then_some(day)?;
        let on = meeting.day.to_string();
        let recipient = if self.profile.body(&meeting.body).is_some() {
            self.recipient(&meeting.body)
        } else {
            meeting.body_name.clone()
        };
        Some(Due {
            title: say("due-matters", &[("title", meeting.name()), ("day", &on)]),
            note,
            year: meeting.year,
            about: Some(meeting.object),
            ..self.on(day, &recipient)
        })
    }
}
