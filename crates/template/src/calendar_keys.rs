//! The keys of `calendar.toml`.

use crate::shape::Shape::{Count, Day, FolderId, Format, Id, Said, Tables, Text};
use crate::shape::{Rule, TableShape, may, must};

/// The years that the program knows.
const FIRST_YEAR: i64 = 1900;
const LAST_YEAR: i64 = 9998;

pub(crate) static CALENDAR: TableShape = TableShape {
    name: "calendar",
    about: "A year's days, fixed by the strategic level for all its groups.",
    keys: &[
        must("format", Format, "The version of the calendar format."),
        must(
            "id",
            FolderId,
            "Id of the calendar; equals the folder's name.",
        ),
        must(
            "version",
            Said,
            "The issuer's own version, for example the day it was decided.",
        ),
        must("profile", Id, "Id of the profile whose groups it concerns."),
        must("year", Count(FIRST_YEAR, LAST_YEAR), "The year."),
        must("title", Said, "Its title, as papers refer to it."),
        may("date", Day, "The day it was decided."),
        may("number", Text, "Its diarienummer."),
        may(
            "occasion",
            Tables(&OCCASION),
            "What every group accounts for, in the order of the year.",
        ),
        may(
            "meeting",
            Tables(&MEETING),
            "The year's meetings, in order.",
        ),
    ],
    rules: &[Rule::Either("occasion", "meeting")],
};

static MEETING: TableShape = TableShape {
    name: "meeting",
    about: "One of the year's meetings.",
    keys: &[
        must(
            "body",
            Said,
            "Id of the body that meets, in the profile; or its name.",
        ),
        must("day", Day, "The day, or the first of several."),
        may("until", Day, "The last day of a meeting of several days."),
        may("time", Text, "The time of day, in words."),
        may("title", Text, "What it is called."),
        may(
            "matters_by",
            Day,
            "The last day for matters, where it is another than the profile's rule gives.",
        ),
    ],
    rules: &[],
};

static OCCASION: TableShape = TableShape {
    name: "occasion",
    about: "Something that every group accounts for: a report, a meeting.",
    keys: &[
        must(
            "title",
            Said,
            "What it is. A report's own name shows that the report is what is due.",
        ),
        may("covers", Text, "The time that it covers, in words."),
        may("group_by", Day, "Last day for the group's own treatment."),
        may(
            "support_by",
            Day,
            "Last day at the strategic level's administrative support.",
        ),
        may(
            "taken_up",
            Text,
            "The days when the strategic level takes it up, in words.",
        ),
        may("responsible", Text, "Who sees to it; a role is enough."),
        may("if_missed", Text, "What happens if it does not come."),
    ],
    rules: &[],
};
