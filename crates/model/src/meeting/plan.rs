//! A year's meetings: how many there are, with whom, how long before each other, and what each still lacks.

use chrono::{Datelike, Days, NaiveDate};

use super::Around;
use super::days::planned_days;
use super::read::{Page, at, body, day, items, name_of, of};
use crate::check::root_of;
use crate::day_off::DayOff;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::Item;
use crate::period::Period;
use crate::profile::{Before, Bound, Joint, MeetingRule, Office, Profile};
use crate::vocabulary::{Concept, Role};

/// From so many days before a meeting what it lacks is told of.
const SOON: i64 = 30;

/// From so many days before it, or after it, what it lacks should be mended.
const PRESSING: i64 = 14;

/// A meeting that prepares another is looked for so many days before it.
const LOOK_BACK: i64 = 28;

/// Returns what a year's meetings lack.
pub(super) fn check(paper: &Page, around: &Around) -> Vec<Diagnostic> {
    let profile = around.profile;
    let planned: Vec<Planned> = items(paper, Concept::Meeting)
        .into_iter()
        .filter_map(|item| Planned::of(item, profile))
        .collect();
    let year = Year {
        paper,
        around,
        planned: &planned,
    };
    let own = profile.bodies.iter().filter(|body| body.own);
    let rules = own.flat_map(|body| profile.meeting_rules_of(&body.id));
    let mut found: Vec<Diagnostic> = rules.flat_map(|rule| year.rule(rule)).collect();
    found.extend(
        planned
            .iter()
            .filter_map(|meeting| year.second_day(meeting)),
    );
    for meeting in &planned {
        found.extend(year.elsewhere(meeting));
        found.extend(planned_days(paper, meeting.item));
    }
    found
}

struct Planned<'a> {
    item: &'a Item,
    body: &'a str,
    day: NaiveDate,
}

impl<'a> Planned<'a> {
    /// A meeting that has a day. Without a body it is the group's own.
    fn of(item: &'a Item, profile: &'a Profile) -> Option<Self> {
        let own = || profile.bodies.iter().find(|body| body.own);
        let named = body(of(item, Role::Body), profile);
        Some(Self {
            item,
            body: named.or_else(|| own().map(|body| body.id.as_str()))?,
            day: day(of(item, Role::MeetingDate))?,
        })
    }
}

struct Year<'a> {
    paper: &'a Page<'a>,
    around: &'a Around<'a>,
    planned: &'a [Planned<'a>],
}

impl Year<'_> {
    fn rule(&self, rule: &MeetingRule) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = Vec::new();
        found.extend(rule.per_year.and_then(|bound| self.count(rule, bound)));
        if let Some(joint) = &rule.joint {
            found.extend(self.joint(rule, joint));
        }
        if let Some(before) = &rule.before {
            let prepared = self.of(&before.body);
            found.extend(prepared.filter_map(|meeting| self.prepared(rule, before, meeting)));
        }
        let own = self.of(&rule.body);
        found.extend(own.flat_map(|meeting| self.lacks(rule, meeting)));
        found
    }

    fn of(&self, body: &str) -> impl Iterator<Item = &Planned<'_>> {
        self.planned
            .iter()
            .filter(move |meeting| meeting.body == body)
    }

    fn count(&self, rule: &MeetingRule, bound: Bound) -> Option<Diagnostic> {
        let count = u32::try_from(self.of(&rule.body).count()).unwrap_or(u32::MAX);
        let (which, expected) = bound.broken_by(count)?;
        let found = Diagnostic::new(Code::MeetingsCount, Severity::Warning, root_of(self.paper));
        Some(
            found
                .with("body", self.name(&rule.body))
                .with("bound", which)
                .with("expected", expected)
                .with("count", count),
        )
    }

    fn joint(&self, rule: &MeetingRule, joint: &Joint) -> Vec<Diagnostic> {
        let profile = self.around.profile;
        let with = |meeting: &&Planned| {
            body(of(meeting.item, Role::JointWith), profile) == Some(joint.with.as_str())
        };
        let count = |season: fn(u32) -> bool| {
            let own = self.of(&rule.body).filter(with);
            own.filter(|meeting| season(meeting.day.month())).count()
        };
        let seasons = [
            ("spring", joint.spring, count(|month| month <= 6)),
            ("autumn", joint.autumn, count(|month| month > 6)),
        ];
        let wrong = seasons
            .into_iter()
            .filter(|(_, expected, count)| usize::try_from(*expected) != Ok(*count));
        let said = wrong.map(|(season, expected, count)| {
            Diagnostic::new(Code::JointCount, Severity::Warning, root_of(self.paper))
                .with("body", self.name(&rule.body))
                .with("with", self.name(&joint.with))
                .with("season", season)
                .with("expected", expected)
                .with("count", count)
        });
        said.collect()
    }

    /// The meeting that prepares `meeting` is missing, or on another day than the mandate says. Where that day is free,
    /// any working day of the week before will do.
    fn prepared(
        &self,
        rule: &MeetingRule,
        before: &Before,
        meeting: &Planned,
    ) -> Option<Diagnostic> {
        let expected = meeting
            .day
            .checked_sub_days(Days::new(before.days.into()))?;
        let gap = |other: &&Planned| (meeting.day - other.day).num_days();
        let near = self
            .of(&rule.body)
            .filter(|other| (1..=LOOK_BACK).contains(&gap(other)));
        let nearest = near.min_by_key(|other| (expected - other.day).num_days().abs());
        let (code, held) = match nearest {
            None => (Code::PreparingMissing, None),
            Some(other) if other.day == expected => return None,
            Some(other) if DayOff::of(expected).is_some() && is_close(other.day, expected) => {
                return None;
            }
            Some(other) => (Code::PreparingOff, Some(other)),
        };
        let about = held.unwrap_or(meeting);
        let found = at(
            self.paper,
            about.item,
            Role::MeetingDate,
            code,
            Severity::Warning,
        );
        Some(
            found
                .with("body", self.name(&rule.body))
                .with("of", self.name(meeting.body))
                .with("day", meeting.day)
                .with("held", about.day)
                .with("expected", expected)
                .with("days", before.days),
        )
    }

    fn lacks(&self, rule: &MeetingRule, meeting: &Planned) -> Vec<Diagnostic> {
        let ahead = (meeting.day - self.around.today).num_days();
        let (roles, code, severity) = match ahead {
            0..=SOON => (&rule.needs, Code::MeetingLacks, weight(ahead)),
            ..0 => (
                &rule.then,
                Code::MeetingUnfinished,
                weight(PRESSING + 1 + ahead),
            ),
            _ => return Vec::new(),
        };
        let profile = self.around.profile;
        let mut rules = profile.meeting_rules_of(&rule.body);
        let calls = rules.find_map(|rule| profile.office(rule.called_by.as_deref()?));
        let by = calls.map_or_else(String::new, Office::within);
        let is_said = |role| self.around.said.contains(&(meeting.item.id, role));
        let missing = roles.iter().filter(|role| lacks(meeting.item, **role));
        let missing = missing.filter(|role| !is_said(**role));
        let said = missing.map(|role| {
            at(self.paper, meeting.item, *role, code, severity)
                .with("what", role.as_str())
                .with("day", meeting.day)
                .with("days", ahead.abs())
                .with("by", &by)
                .with("named", if by.is_empty() { "no" } else { "yes" })
        });
        said.collect()
    }

    /// A meeting whose day lies in another year than the plan: nobody looks for it there. One that prepares a meeting of
    /// January may be held in December.
    fn elsewhere(&self, meeting: &Planned) -> Option<Diagnostic> {
        let period: Period = self.paper.document.period.as_ref()?.parse().ok()?;
        let (first, last) = Period::of_year(period.year).days()?;
        let found = at(
            self.paper,
            meeting.item,
            Role::MeetingDate,
            Code::OutsidePeriod,
            Severity::Warning,
        );
        let found = found.with("day", meeting.day).with("first", first);
        let found = found.with("last", last).with("several", "no");
        let mut rules = self.around.profile.meeting_rules_of(meeting.body);
        let prepares = rules.any(|rule| rule.before.is_some());
        let is_early =
            meeting.day < first && !(prepares && (first - meeting.day).num_days() <= LOOK_BACK);
        (is_early || meeting.day > last).then(|| found.with("label", ""))
    }

    /// The second day of a meeting is a day that people must keep, too.
    fn second_day(&self, meeting: &Planned) -> Option<Diagnostic> {
        let until = day(of(meeting.item, Role::End))?;
        if until < meeting.day {
            let found = at(
                self.paper,
                meeting.item,
                Role::End,
                Code::EndBeforeStart,
                Severity::Blocking,
            );
            return Some(found.with("start", meeting.day).with("end", until));
        }
        let off = DayOff::of(until).filter(|_| until != meeting.day)?;
        let found = at(
            self.paper,
            meeting.item,
            Role::End,
            Code::DayOff,
            Severity::Warning,
        );
        Some(found.with("day", until).with("off", off.as_str()))
    }

    fn name<'b>(&'b self, body: &'b str) -> &'b str {
        name_of(self.around.profile, body)
    }
}

/// What lies far ahead is good to know, what is near should be mended.
const fn weight(ahead: i64) -> Severity {
    if ahead <= PRESSING {
        Severity::Warning
    } else {
        Severity::Hint
    }
}

fn is_close(held: NaiveDate, expected: NaiveDate) -> bool {
    let days = (expected - held).num_days();
    (-4..=7).contains(&days) && DayOff::of(held).is_none()
}

/// Whether a meeting has no value for a role. "No" is a lack too: what must be arranged is not.
fn lacks(item: &Item, role: Role) -> bool {
    use crate::paper::Printed;
    match of(item, role) {
        None | Some(Printed::Bool(false)) => true,
        Some(Printed::Line(line)) => line.trim().is_empty(),
        Some(_) => false,
    }
}
