//! The year's days: what a group accounts for, when and to whom. The strategic level fixes them for all its groups
//! (the first mandate, "Tidplan": "Tidplan och uppföljningsplan per år fastställs på strategisk nivå").

use chrono::NaiveDate;

/// A year's calendar, as the strategic level hands it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Id: the name of the folder or zip that it came in.
    pub id: String,
    /// The issuer's own version, for example the day it was decided.
    pub version: String,
    /// Id of the profile whose groups it concerns.
    pub profile: String,
    /// The year.
    pub year: i32,
    /// Its title, as papers refer to it.
    pub title: String,
    /// The day it was decided.
    pub date: Option<NaiveDate>,
    /// Its diarienummer; may be empty.
    pub number: String,
    /// What is accounted for, in the order of the year.
    pub occasions: Vec<Occasion>,
    /// The year's meetings, in order.
    pub meetings: Vec<CalendarMeeting>,
}

/// One of the year's meetings, as it is fixed for all groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarMeeting {
    /// Id of the body that meets, in the profile; or its name.
    pub body: String,
    /// The day, or the first of two.
    pub day: NaiveDate,
    /// The last day of a meeting of several days.
    pub until: Option<NaiveDate>,
    /// The time of day, in words: "kl. 09.00–12.00"; may be empty.
    pub time: String,
    /// What it is called; may be empty.
    pub title: String,
    /// The last day for matters, where the calendar sets one itself.
    pub matters_by: Option<NaiveDate>,
}

/// Something that every group accounts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// What: a report's name, or a meeting.
    pub title: String,
    /// The time that it covers, in words; may be empty.
    pub covers: String,
    /// Last day for the group's own treatment.
    pub group_by: Option<NaiveDate>,
    /// Last day at the strategic level's administrative support.
    pub support_by: Option<NaiveDate>,
    /// The days when the strategic level takes it up, in words; may be empty.
    pub taken_up: String,
    /// Who sees to it; may be empty.
    pub responsible: String,
    /// What happens if it does not come; may be empty.
    pub if_missed: String,
}
