//! The year's meetings and last days as an iCalendar file (RFC 5545), for Outlook and other calendars.
//!
//! Nobody's name or address is in it: a meeting has its title, body, time, place and link, and a last day has what is due
//! and to whom it goes.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike, EventStatus, Parameter, Property};
use model::input::time_of_day;
use model::vocabulary::Role;
use serde::Serialize;
use uuid::Uuid;

use crate::due::Due;
use crate::error::Error;
use crate::planned::PlannedMeeting;
use crate::target::write_whole;
use crate::words::{self, Args};
use crate::{Workspace, clock};

/// A calendar file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportedCalendar {
    /// The file.
    pub path: PathBuf,
    /// How many events it holds.
    pub events: usize,
}

impl Workspace {
    /// Writes the planned meetings and what is due to an iCalendar file: those of `year`, or of every year that is planned.
    /// An event keeps its identity from one export to the next, so that a calendar replaces what it has.
    ///
    /// # Errors
    /// The file cannot be read, or the disk refuses.
    pub fn export_calendar(
        &self,
        path: &Path,
        year: Option<i32>,
    ) -> Result<ExportedCalendar, Error> {
        let calendar = self.calendar_events(year)?;
        let events = calendar.components.len();
        write_whole(path, folded(&calendar.to_string()).as_bytes())?;
        Ok(ExportedCalendar {
            path: path.to_owned(),
            events,
        })
    }

    fn calendar_events(&self, year: Option<i32>) -> Result<Calendar, Error> {
        let (_, group) = self.profile_and_group()?;
        let args = Args::from([("group".to_owned(), group.word(Role::Title).to_owned())]);
        let mut calendar = empty(&words::say("calendar-name", &args));
        let stamp = Stamp {
            at: self.store.newest_of_all()?.unwrap_or(DateTime::UNIX_EPOCH),
            // It grows with every change, whoever made it: a calendar takes the higher number for the newer.
            sequence: u32::try_from(self.store.step_count()?).unwrap_or(u32::MAX),
            workspace: self.store.id().0,
            group: group.word(Role::Title).to_owned(),
        };
        let is_wanted = |its: i32| year.is_none_or(|year| year == its);
        let meetings = self.planned_meetings()?.into_iter();
        for meeting in meetings.filter(|meeting| is_wanted(meeting.year)) {
            calendar.push(stamp.meeting(&meeting));
        }
        let due = self.due(self.today())?.into_iter();
        for due in due.filter(|due| is_wanted(due.year) && due.days >= 0) {
            calendar.push(stamp.due(&due));
        }
        Ok(calendar)
    }
}

fn empty(name: &str) -> Calendar {
    let mut calendar = Calendar::empty();
    let product = concat!("-//Missiv//Missiv ", env!("CARGO_PKG_VERSION"), "//SV");
    let own = [
        ("VERSION", "2.0"),
        ("PRODID", product),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ];
    for (key, value) in own {
        calendar.append_property(Property::new(key, value));
    }
    // The library escapes the values of properties that it knows to be text; this one says so.
    let mut title = Property::new("X-WR-CALNAME", line(name));
    calendar.append_property(
        title
            .append_parameter(Parameter::new("VALUE", "TEXT"))
            .done(),
    );
    calendar
}

/// What every event of an export says of itself.
struct Stamp {
    at: DateTime<Utc>,
    sequence: u32,
    workspace: Uuid,
    group: String,
}

impl Stamp {
    fn event(&self, id: Uuid, title: &str) -> Event {
        let mut event = Event::new();
        event
            .uid(&format!("{}@missiv", id.hyphenated()))
            .timestamp(self.at)
            .last_modified(self.at)
            .sequence(self.sequence)
            .summary(&self.summary(title))
            .class(Class::Private);
        event
    }

    /// An event names its group: whoever is in several has them all in one calendar.
    fn summary(&self, title: &str) -> String {
        let title = line(title);
        if self.group.is_empty() || title.contains(&self.group) {
            return title;
        }
        let args = Args::from([
            ("group".to_owned(), line(&self.group)),
            ("title".to_owned(), title),
        ]);
        words::say("calendar-title", &args)
    }

    fn meeting(&self, meeting: &PlannedMeeting) -> Event {
        let mut event = self.event(meeting.object.0, &title_of(meeting));
        event.status(EventStatus::Confirmed);
        let last = meeting.until.filter(|until| *until > meeting.day);
        let last = last.unwrap_or(meeting.day);
        match hours(&meeting.time) {
            Some((from, to)) => {
                event.starts(clock::of_sweden(meeting.day, from));
                event.ends(clock::of_sweden(last, to));
            }
            None => whole_days(&mut event, meeting.day, last),
        }
        if !meeting.location.is_empty() {
            event.location(&line(&meeting.location));
        }
        let link = web(&meeting.link);
        if let Some(link) = link {
            event.url(link);
        }
        let said = [
            link.map(|link| say("calendar-link", "link", link)),
            meeting
                .matters_by
                .map(|day| say("calendar-matters-by", "day", &day.to_string())),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        if !said.is_empty() {
            event.description(&said.join("\n"));
        }
        event.done()
    }

    /// What is due takes the whole day, and nobody's time.
    fn due(&self, due: &Due) -> Event {
        // Neither the day nor whether the document has been begun makes it another event.
        let about = due.about.map(|id| id.to_string());
        let about = about.or_else(|| due.template.clone());
        let about = about.unwrap_or_else(|| due.title.clone());
        let name = format!("due/{about}/{}/{}", due.year, due.recipient);
        let id = Uuid::new_v5(&self.workspace, name.as_bytes());
        let mut event = self.event(id, &say("calendar-due", "title", &due.title));
        event.append_property(Property::new("TRANSP", "TRANSPARENT"));
        whole_days(&mut event, due.day, due.day);
        let said = [due.to.as_str(), &due.note];
        let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
        if !said.is_empty() {
            event.description(&said.join("\n"));
        }
        event.done()
    }
}

/// Days without a time: the end is the day after the last (RFC 5545, 3.6.1).
fn whole_days(event: &mut Event, first: NaiveDate, last: NaiveDate) {
    event.starts(first);
    event.ends(last.checked_add_days(Days::new(1)).unwrap_or(last));
}

/// From when until when: the first and the last time of day that are written; two hours where only one is.
fn hours(text: &str) -> Option<(NaiveTime, NaiveTime)> {
    const USUAL: u32 = 120;
    let from = time_of_day(text)?;
    let last = text.rsplit(['–', '-']).next().and_then(time_of_day);
    let to = last.filter(|to| *to > from);
    let to = to.unwrap_or_else(|| (from + USUAL).min(24 * 60 - 1));
    let time = |minutes: u32| NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0);
    time(from).zip(time(to))
}

fn title_of(meeting: &PlannedMeeting) -> String {
    if meeting.title.is_empty() || meeting.title.contains(&meeting.body_name) {
        meeting.name().to_owned()
    } else {
        format!("{}, {}", meeting.body_name, meeting.title)
    }
}

/// A web address that can stand in a calendar: nothing else may become a property's value as it is.
fn web(text: &str) -> Option<&str> {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    let is_clean = text.chars().all(|c| c.is_ascii_graphic());
    (is_web && is_clean).then_some(text)
}

/// A text on one line, without what no calendar shows.
fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn say(key: &str, name: &str, text: &str) -> String {
    words::say(key, &Args::from([(name.to_owned(), line(text))]))
}

/// The same lines, none longer than 75 octets (RFC 5545, 3.1). The library counts the space that a folded line begins with
/// for the first of its parts only, and leaves a last part of 76.
fn folded(text: &str) -> String {
    const MOST: usize = 75;
    let mut out = String::with_capacity(text.len() + text.len() / MOST * 3);
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > MOST {
                out.push_str("\r\n ");
                length = 1;
            }
            out.push(c);
            length += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_they_are_written() {
        let read = |text: &str| hours(text).map(|(from, to)| format!("{from} {to}"));
        let is = |text: &str| Some(text.to_owned());
        assert_eq!(read("kl. 09.00–12.00"), is("09:00:00 12:00:00"));
        assert_eq!(read("13:30"), is("13:30:00 15:30:00"));
        assert_eq!(read("kl. 23.00"), is("23:00:00 23:59:00"));
        assert_eq!(read("hela dagen"), None);
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_nothing_is_lost() {
        for length in 60..240 {
            let long = format!("SUMMARY:{}", "å".repeat(length));
            let lines = folded(&format!("{long}\r\n"));
            assert!(lines.split("\r\n").all(|line| line.len() <= 75), "{lines}");
            assert_eq!(lines.replace("\r\n ", ""), format!("{long}\r\n"));
        }
    }

    #[test]
    fn only_a_web_address_becomes_a_link() {
        assert!(web("https://mote.example.org/a?b=c").is_some());
        for text in ["javascript:x", "https://a\r\nATTENDEE:x", "https://a b", ""] {
            assert_eq!(web(text), None, "{text:?}");
        }
    }
}
