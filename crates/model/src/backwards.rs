//! A year's days computed backwards from its meetings: those that prepare them, and the last day for matters.

use chrono::{Days, NaiveDate};

use crate::profile::{Body, Profile};
use crate::working_day::{Kept, on_or_before};

/// A meeting that prepares another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preparing<'a> {
    /// The body that meets.
    pub body: &'a Body,
    /// The day, so many before the other meeting as the rule says; it may be red, which is for people to settle.
    pub day: NaiveDate,
}

impl Profile {
    /// Returns the meetings that prepare one of `body` on `day`, by the rules of those who prepare (the mandate of the heads
    /// of social services: "Beredningen möts en vecka innan … möte").
    pub fn preparing<'a>(
        &'a self,
        body: &'a str,
        day: NaiveDate,
    ) -> impl Iterator<Item = Preparing<'a>> {
        self.meeting_rules.iter().filter_map(move |rule| {
            let before = rule.before.as_ref().filter(|before| before.body == body)?;
            Some(Preparing {
                body: self.body(&rule.body)?,
                day: day.checked_sub_days(Days::new(before.days.into()))?,
            })
        })
    }

    /// Returns the last day for matters to a meeting of `body` on `day`, moved back from red days; nothing where the
    /// profile sets none.
    #[must_use]
    pub fn matters_by(&self, body: &str, day: NaiveDate) -> Option<Kept> {
        let days = self
            .meeting_rules_of(body)
            .filter_map(|rule| rule.matters_days)
            .max()?;
        Some(on_or_before(day.checked_sub_days(Days::new(days.into()))?))
    }

    /// Returns the days when a body meets: those that are planned, and those that prepare other bodies' planned meetings.
    /// `planned` are meetings with the id of their body. A body whose own meetings are planned is not guessed at.
    #[must_use]
    pub fn meeting_days(&self, body: &str, planned: &[(String, NaiveDate)]) -> Vec<NaiveDate> {
        let own = planned.iter().filter(|(its, _)| its == body);
        let own: Vec<NaiveDate> = own.map(|(_, day)| *day).collect();
        if !own.is_empty() {
            return own;
        }
        let prepared = planned
            .iter()
            .flat_map(|(its, day)| self.preparing(its, *day));
        prepared
            .filter(|preparing| preparing.body.id == body)
            .map(|preparing| preparing.day)
            .collect()
    }
}
