//! Days and times of a meeting that cannot be so: matters that come in after it, a call that goes out after it, notes that
//! were published before it, an end before the beginning.
//!
//! Matters are in and the call goes out before a meeting, its notes are published afterwards (the mandates of the network
//! and of the fora, "Arbetsformer" and "Organisation"); what stands otherwise is a slip of the pen.

use chrono::NaiveDate;

use super::read::{Page, at, at_own, day, items, of, own, words};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::input::{backwards, clock, time_of_day};
use crate::paper::{Item, Printed};
use crate::vocabulary::{Concept, Role};

/// Returns what is impossible of the meeting whose paper this is.
pub(super) fn own_days(paper: &Page) -> Vec<Diagnostic> {
    let say = |role| at_own(paper, role, Code::MeetingDays, Severity::Warning);
    impossible(|role| own(paper, role), say)
}

/// Returns what is impossible of a planned meeting.
pub(super) fn planned_days(paper: &Page, meeting: &Item) -> Vec<Diagnostic> {
    let say = |role| at(paper, meeting, role, Code::MeetingDays, Severity::Warning);
    impossible(|role| of(meeting, role), say)
}

fn impossible<'a>(
    value: impl Fn(Role) -> Option<&'a Printed>,
    say: impl Fn(Role) -> Diagnostic,
) -> Vec<Diagnostic> {
    let held = day(value(Role::MeetingDate));
    let dated = |role: Role, is_wrong: fn(NaiveDate, NaiveDate) -> bool| {
        let (said, held) = (day(value(role))?, held?);
        let found = say(role).with("what", role.as_str());
        is_wrong(said, held).then(|| found.with("day", said).with("held", held))
    };
    let time = backwards(&words(value(Role::Time))).map(|(from, to)| {
        let found = say(Role::Time).with("what", Role::Time.as_str());
        found.with("day", clock(from)).with("held", clock(to))
    });
    let words_of_time = words(value(Role::Time));
    let is_unread = !words_of_time.trim().is_empty() && time_of_day(&words_of_time).is_none();
    let unread = is_unread.then(|| say(Role::Time).with("what", "unread"));
    let dated = [
        dated(Role::SupportBy, |said, held| said > held),
        dated(Role::CalledOn, |said, held| said > held),
        dated(Role::PublishedOn, |said, held| said < held),
    ];
    let dated = dated.into_iter().flatten();
    dated.chain(time).chain(unread).collect()
}

/// Returns what notes say of days before their meeting that come after it: when they were written, when the next meeting
/// is, and by when something is promised.
pub(super) fn days_after(paper: &Page) -> Vec<Diagnostic> {
    let Some(held) = day(own(paper, Role::MeetingDate)) else {
        return Vec::new();
    };
    let early = |what: Role, said: Option<NaiveDate>, found: Diagnostic| {
        let said = said.filter(|said| *said < held)?;
        let found = found.with("what", what.as_str());
        Some(found.with("day", said).with("held", held))
    };
    let roles = [Role::Date, Role::NextMeeting].into_iter();
    let own_days = roles.filter_map(|role| {
        let found = at_own(paper, role, Code::MeetingDays, Severity::Warning);
        early(role, day(own(paper, role)), found)
    });
    let actions = items(paper, Concept::Action).into_iter();
    let promised = actions.filter_map(|action| {
        let found = at(
            paper,
            action,
            Role::End,
            Code::MeetingDays,
            Severity::Warning,
        );
        early(Role::End, day(of(action, Role::End)), found)
    });
    own_days.chain(promised).collect()
}
