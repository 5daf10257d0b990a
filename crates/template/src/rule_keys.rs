//! The keys of the rules of meetings and decisions in `profile.toml`.

use crate::shape::Shape::{Bool, Count, Said, Table, Text, Texts, Word, Words};
use crate::shape::{Rule, TableShape, may, must};
use crate::words::{ONLINE, ROLES, SEVERITIES, WHEN};

/// Most meetings and most people that a rule may speak of.
const MANY: i64 = 1000;

/// Most days that a rule may reach over: a year.
const DAYS: i64 = 366;

pub(crate) static MEETING_RULE: TableShape = TableShape {
    name: "meeting_rule",
    about: "What is said of a body's meetings; several rules of one body add up.",
    keys: &[
        must("body", Said, "Id of the body whose meetings it is about."),
        may("per_year", Table(&BOUND), "How many meetings a year has."),
        may(
            "joint",
            Table(&JOINT),
            "How many of them are held together with another body.",
        ),
        may(
            "before",
            Table(&BEFORE),
            "How long before another body's meeting it meets.",
        ),
        may(
            "matters_days",
            Count(0, DAYS),
            "Days before a meeting by which matters are in.",
        ),
        may(
            "online",
            Word(&ONLINE),
            "Whether one can take part from elsewhere.",
        ),
        may(
            "needs",
            Words(&ROLES),
            "What a planned meeting must have before it is held.",
        ),
        may("then", Words(&ROLES), "What it must have afterwards."),
        may(
            "called_by",
            Said,
            "Id of the office whose holder calls and arranges.",
        ),
        may("raised_by", Texts, "Who raises matters, in words."),
        may(
            "via",
            Said,
            "Id of the office through whose holder matters come in.",
        ),
        may(
            "attended_by",
            Texts,
            "Ids of the offices whose holders meet; everybody where left out.",
        ),
        may(
            "attended_from",
            Texts,
            "Who meets with them from outside the group, in words.",
        ),
        may(
            "invited",
            Count(0, MANY),
            "Most people whom a member may bring along, each with a reason.",
        ),
        may(
            "chaired_by",
            Said,
            "Id of the office whose holder leads the meeting.",
        ),
        may(
            "notes_by",
            Said,
            "Id of the office whose holder takes the notes.",
        ),
        may(
            "notes_rotate",
            Bool,
            "Whether the municipalities take the notes by turns, in alphabetical order.",
        ),
        may(
            "costs",
            Text,
            "Who pays for what: stands in the notice of a meeting.",
        ),
        may(
            "at_home",
            Bool,
            "Whether each member brings the meeting home.",
        ),
    ],
    rules: &[],
};

static BOUND: TableShape = TableShape {
    name: "bound",
    about: "A number that must be kept.",
    keys: &[
        may("exactly", Count(0, MANY), "Exactly so many."),
        may("at_least", Count(0, MANY), "Fewest."),
        may("at_most", Count(0, MANY), "Most."),
    ],
    rules: &[
        Rule::Clash("exactly", "at_least"),
        Rule::Clash("exactly", "at_most"),
    ],
};

static JOINT: TableShape = TableShape {
    name: "joint",
    about: "Meetings together with another body.",
    keys: &[
        must("with", Said, "Id of the other body."),
        may("spring", Count(0, MANY), "How many from January to June."),
        may("autumn", Count(0, MANY), "How many from July to December."),
    ],
    rules: &[],
};

static BEFORE: TableShape = TableShape {
    name: "before",
    about: "A meeting that prepares another body's.",
    keys: &[
        must("body", Said, "Id of the other body."),
        must("days", Count(1, DAYS), "How many days before."),
    ],
    rules: &[],
};

pub(crate) static DECISION_RULE: TableShape = TableShape {
    name: "decision_rule",
    about: "What is said of a body's decisions.",
    keys: &[
        may(
            "body",
            Said,
            "Id of the body that decides; any where left out.",
        ),
        must("when", Word(&WHEN), "When it speaks."),
        may(
            "severity",
            Word(&SEVERITIES),
            "How much it weighs when it is not kept; blocking where left out.",
        ),
        may("route", Table(&ROUTE), "The way that such a decision goes."),
        may(
            "further",
            Bool,
            "Whether a decision says how the matter goes on.",
        ),
        may("dialogue", Bool, "Whether dialogue comes before it."),
        may("form", Bool, "Whether the notes say how it was taken."),
        may("memo", Bool, "Whether a memo goes with it."),
        may(
            "silence",
            Table(&SILENCE),
            "Absent parties are asked, and who does not answer in time has agreed.",
        ),
    ],
    rules: &[],
};

static ROUTE: TableShape = TableShape {
    name: "route",
    about: "Where a matter goes.",
    keys: &[
        must("to", Said, "Id of the body that decides."),
        may("via", Said, "Id of the body that it goes through."),
    ],
    rules: &[],
};

static SILENCE: TableShape = TableShape {
    name: "silence",
    about: "Silent consent.",
    keys: &[may("sent_by", Said, "Id of the office whose holder asks.")],
    rules: &[],
};
