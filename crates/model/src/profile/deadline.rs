//! When a document is due, as a mandate says it: in a month, at a body's meeting.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::working_day::{Kept, on_or_before};

/// A document is due every year ("skriftlig årsrapport … till Tjänstemannaberedningen i december", the mandates of the
/// development group and of the fora, "Organisering").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// Id of the template.
    pub document: String,
    /// Id of the body that it goes to.
    pub to: Option<String>,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month; the last that there is where left out, or where it has no such day.
    pub day: Option<u32>,
    /// How many years after the year that the document is about; 0 for the same.
    pub years_after: i32,
}

/// The day on which a document is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueDay {
    /// The day, and the red day that it was moved back from.
    pub kept: Kept,
    /// Whether it is the day of the body's meeting.
    pub at_meeting: bool,
}

impl Deadline {
    /// Returns the first and the last day of the month in which the document about `year` is due.
    #[must_use]
    pub fn month_of(&self, year: i32) -> Option<RangeInclusive<NaiveDate>> {
        let year = year + self.years_after;
        let first = NaiveDate::from_ymd_opt(year, self.month, 1)?;
        let next = if self.month == 12 {
            NaiveDate::from_ymd_opt(year + 1, 1, 1)
        } else {
            NaiveDate::from_ymd_opt(year, self.month + 1, 1)
        };
        Some(first..=next?.pred_opt()?)
    }

    /// Returns when the document about `year` is due: on the day that is said, else at the last of the body's `meetings`
    /// in the month, else on the month's last working day. A red day is moved back to the working day before it.
    #[must_use]
    pub fn due(&self, year: i32, meetings: &[NaiveDate]) -> Option<DueDay> {
        let month = self.month_of(year)?;
        let meeting = meetings.iter().filter(|day| month.contains(day)).max();
        let said = self
            .day
            .map(|day| month.start().with_day(day).unwrap_or(*month.end()));
        let day = said.or(meeting.copied()).unwrap_or(*month.end());
        let kept = on_or_before(day);
        Some(DueDay {
            // The month's end is no day that anybody said: that it is red is no news.
            kept: Kept {
                moved: kept.moved.filter(|_| said.is_some() || meeting.is_some()),
                ..kept
            },
            at_meeting: said.is_none() && meeting.is_some(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day_off::DayOff;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn in_december(on: Option<u32>) -> Deadline {
        Deadline {
            document: "rapport".to_owned(),
            to: Some("beredningen".to_owned()),
            month: 12,
            day: on,
            years_after: 0,
        }
    }

    #[test]
    fn it_is_the_last_meeting_of_the_month_where_one_is_planned() {
        let meetings = ["2019-11-08", "2019-12-02", "2019-12-06", "2020-12-01"].map(day);
        let due = in_december(None).due(2019, &meetings).unwrap();
        assert_eq!((due.kept.day, due.at_meeting), (day("2019-12-06"), true));
    }

    #[test]
    fn it_is_the_last_working_day_of_the_month_where_none_is() {
        let due = in_december(None).due(2026, &[]).unwrap();
        // New Year's Eve is a Thursday that nobody works on.
        assert_eq!(due.kept.day, day("2026-12-30"));
        assert_eq!((due.kept.moved, due.at_meeting), (None, false));
    }

    #[test]
    fn a_day_that_is_said_is_moved_back_over_red_days() {
        let due = in_december(Some(26)).due(2026, &[]).unwrap();
        assert_eq!(due.kept.day, day("2026-12-23"));
        assert_eq!(due.kept.moved, Some((day("2026-12-26"), DayOff::BoxingDay)));
        let february = Deadline {
            month: 2,
            day: Some(30),
            years_after: 1,
            ..in_december(None)
        };
        assert_eq!(february.due(2026, &[]).unwrap().kept.day, day("2027-02-26"));
    }
}
