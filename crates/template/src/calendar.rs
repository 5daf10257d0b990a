//! Reads and checks a calendar's folder.

use std::collections::BTreeSet;

use chrono::Datelike;
use model::calendar::{Calendar, CalendarMeeting, Occasion};

use crate::calendar_keys::CALENDAR;
use crate::codes::FaultCode;
use crate::fault::Checked;
use crate::faults::Faults;
use crate::pack::Pack;
use crate::reader::{self, Node};
use crate::walk;

/// The file that a calendar's folder begins with.
pub const CALENDAR_FILE: &str = "calendar.toml";

/// Reads a calendar and says everything that is wrong with it.
#[must_use]
pub fn read_calendar(pack: &Pack) -> Checked<Calendar> {
    let mut faults = Faults::new(CALENDAR_FILE);
    let Some(text) = reader::text(pack, CALENDAR_FILE, &mut faults) else {
        return faults.check(None);
    };
    let table = reader::parse(text, &mut faults);
    let root = Node::root(&table);
    if !walk::file(root, &CALENDAR, &mut faults) {
        return faults.check(None);
    }
    let occasions = root.tables("occasion");
    let mut titles = BTreeSet::new();
    for here in &occasions {
        let title = here.text("title");
        if !titles.insert(title) {
            faults.at(
                here.at("title"),
                FaultCode::OccasionTwice,
                &[("title", title)],
            );
        }
        check_days(*here, &mut faults);
        check_year(*here, root.count("year").unwrap_or_default(), &mut faults);
    }
    for here in root.tables("meeting") {
        check_meeting(here, root.count("year").unwrap_or_default(), &mut faults);
    }
    faults.check(Some(lower(root)))
}

/// A meeting is held in the year; it ends after it begins, and its matters are in before it.
fn check_meeting(here: Node, year: i32, faults: &mut Faults) {
    let (day, title) = (here.day("day"), here.text("body"));
    if let Some(day) = day.filter(|day| day.year() != year && year >= 1000) {
        let args = [
            ("title", title),
            ("day", &day.to_string()),
            ("year", &year.to_string()),
        ];
        faults.at(here.at("day"), FaultCode::DayFar, &args);
    }
    let pairs = [("day", "until"), ("matters_by", "day")];
    for (first, second) in pairs {
        if let (Some(earlier), Some(later)) = (here.day(first), here.day(second))
            && earlier > later
        {
            let args = [
                ("title", title),
                ("first", &earlier.to_string()),
                ("second", &later.to_string()),
            ];
            faults.at(here.at(first), FaultCode::DaysBackwards, &args);
        }
    }
}

/// What a year's papers account for is handed in that year or the next, or was the year before.
fn check_year(here: Node, year: i32, faults: &mut Faults) {
    // A year that is none is said for itself.
    if year < 1000 {
        return;
    }
    for key in ["group_by", "support_by"] {
        if let Some(day) = here.day(key)
            && day.year().abs_diff(year) > 1
        {
            let args = [
                ("title", here.text("title")),
                ("day", &day.to_string()),
                ("year", &year.to_string()),
            ];
            faults.at(here.at(key), FaultCode::DayFar, &args);
        }
    }
}

/// The group treats a paper before it is handed on.
fn check_days(here: Node, faults: &mut Faults) {
    if let (Some(group), Some(support)) = (here.day("group_by"), here.day("support_by"))
        && group > support
    {
        let args = [
            ("title", here.text("title")),
            ("first", &group.to_string()),
            ("second", &support.to_string()),
        ];
        faults.at(here.at("group_by"), FaultCode::DaysInverted, &args);
    }
}

fn lower(root: Node) -> Calendar {
    Calendar {
        id: root.owned("id"),
        version: root.owned("version"),
        profile: root.owned("profile"),
        year: root.count("year").unwrap_or_default(),
        title: root.owned("title"),
        date: root.day("date"),
        number: root.owned("number"),
        occasions: root.tables("occasion").into_iter().map(occasion).collect(),
        meetings: root
            .tables("meeting")
            .into_iter()
            .filter_map(meeting)
            .collect(),
    }
}

fn meeting(here: Node) -> Option<CalendarMeeting> {
    Some(CalendarMeeting {
        body: here.owned("body"),
        day: here.day("day")?,
        until: here.day("until"),
        time: here.owned("time"),
        title: here.owned("title"),
        matters_by: here.day("matters_by"),
    })
}

fn occasion(here: Node) -> Occasion {
    Occasion {
        title: here.owned("title"),
        covers: here.owned("covers"),
        group_by: here.day("group_by"),
        support_by: here.day("support_by"),
        taken_up: here.owned("taken_up"),
        responsible: here.owned("responsible"),
        if_missed: here.owned("if_missed"),
    }
}
