//! An agenda: the link that must be there, the time that it takes, and where its decisions are taken.

use super::Around;
use super::days;
use super::read::{
    Page, at, at_own, body, day, items, meaning, minutes, name_of, of, own, own_body, words, yes,
};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::id::ObjectId;
use crate::input::{Minutes, span};
use crate::paper::{Item, Printed};
use crate::profile::{Online, Profile, When};
use crate::vocabulary::{Concept, Meaning, Role};

/// The minutes of a day.
const DAY: f64 = 1440.0;

/// Returns what an agenda lacks.
pub(super) fn check(paper: &Page, around: &Around) -> Vec<Diagnostic> {
    let matters = items(paper, Concept::Matter);
    let mut found = days::own_days(paper);
    found.extend(differs(paper, around));
    found.extend(link(paper, around.profile));
    found.extend(overrun(paper, &matters));
    for matter in matters {
        found.extend(impossible(paper, matter));
        found.extend(elsewhere(paper, matter, around.profile));
        found.extend(without_memo(paper, matter, around));
    }
    found
}

/// What the year's plan has been changed to since the agenda was begun from it, or what the agenda was changed to and the
/// plan was not. Both are read: the one by those who come, the other by those who look for the next meeting.
fn differs(paper: &Page, around: &Around) -> Vec<Diagnostic> {
    let planned = around.planned.iter();
    let differing = planned.filter(|(role, planned)| {
        let said = words(own(paper, **role));
        said.trim() != planned.trim()
    });
    let say = |(role, planned): (&Role, &String)| {
        let found = at_own(paper, *role, Code::PlanDiffers, Severity::Warning);
        found.with("planned", planned)
    };
    differing.map(say).collect()
}

/// The mandate says that one can take part from elsewhere, and the agenda does not say how.
fn link(paper: &Page, profile: &Profile) -> Option<Diagnostic> {
    let id = own_body(paper, profile)?;
    let mut rules = profile.meeting_rules_of(id);
    let (online, severity) = match rules.find_map(|rule| rule.online)? {
        Online::Required => (Online::Required, Severity::Blocking),
        Online::Offered => (Online::Offered, Severity::Hint),
    };
    let is_there = !words(own(paper, Role::MeetingLink)).trim().is_empty();
    (!is_there).then(|| {
        let found = at_own(paper, Role::MeetingLink, Code::LinkMissing, severity);
        let found = found.with("body", name_of(profile, id));
        found.with("online", online.as_str())
    })
}

/// A matter that takes less than no time, or longer than a day. It is left out of what the matters take together.
fn impossible(paper: &Page, matter: &Item) -> Option<Diagnostic> {
    let said = said_minutes(matter).filter(|said| !can_be(*said))?;
    let code = Code::MinutesImpossible;
    let found = at(paper, matter, Role::Minutes, code, Severity::Warning);
    let which = if said < 0.0 { "negative" } else { "long" };
    Some(found.with("minutes", figure(said)).with("which", which))
}

fn said_minutes(matter: &Item) -> Option<f64> {
    match of(matter, Role::Minutes) {
        Some(Printed::Number(minutes)) => Some(*minutes),
        _ => None,
    }
}

/// A figure as it stands in a sentence, with a true minus.
fn figure(number: f64) -> String {
    number.to_string().replace('.', ",").replace('-', "−")
}

/// Whether something can take so many minutes of a day.
fn can_be(minutes: f64) -> bool {
    (0.0..=DAY).contains(&minutes)
}

/// The matters take longer than the meeting lasts. Of one that goes on for days only its beginning and its end are known.
fn overrun(paper: &Page, matters: &[&Item]) -> Option<Diagnostic> {
    if day(own(paper, Role::End)) > day(own(paper, Role::MeetingDate)) {
        return None;
    }
    let lasts = span(&words(own(paper, Role::Time)))?;
    let takes: Minutes = matters
        .iter()
        .filter(|matter| said_minutes(matter).is_some_and(can_be))
        .map(|matter| minutes(matter, Role::Minutes))
        .sum();
    (takes > lasts).then(|| {
        at_own(paper, Role::Time, Code::AgendaOverruns, Severity::Warning)
            .with("minutes", takes)
            .with("room", lasts)
            .with("over", takes - lasts)
    })
}

/// Money is decided by another body than the one that meets.
fn elsewhere(paper: &Page, matter: &Item, profile: &Profile) -> Option<Diagnostic> {
    let id = own_body(paper, profile)?;
    let decides = meaning(of(matter, Role::MatterType)) == Some(Meaning::Decision);
    if !decides || !yes(of(matter, Role::Economy)) {
        return None;
    }
    let mut rules = profile.decision_rules_of(id);
    let route = rules
        .find(|rule| rule.when == When::Economy)?
        .route
        .as_ref()
        .filter(|route| route.to != id)?;
    let found = at(
        paper,
        matter,
        Role::Economy,
        Code::EconomyElsewhere,
        Severity::Warning,
    );
    let via = route.via.as_deref().map_or("", |via| name_of(profile, via));
    Some(
        found
            .with("to", name_of(profile, &route.to))
            .with("via", via)
            .with("way", if via.is_empty() { "direct" } else { "via" }),
    )
}

/// Another body is to decide, and no memo goes with the matter.
pub(super) fn without_memo(paper: &Page, matter: &Item, around: &Around) -> Option<Diagnostic> {
    let profile = around.profile;
    let decides = meaning(of(matter, Role::MatterType)) == Some(Meaning::Decision);
    let to = body(of(matter, Role::Body), profile)?;
    let is_own = profile.body(to).is_some_and(|body| body.own);
    if !decides || is_own || has_memo(matter.id, around) {
        return None;
    }
    let mut rules = profile.decision_rules_of(to);
    let rule = rules.find(|rule| rule.when == When::DecidedElsewhere && rule.memo)?;
    let found = at(paper, matter, Role::Body, Code::MemoMissing, rule.severity);
    Some(found.with("to", name_of(profile, to)))
}

fn has_memo(matter: ObjectId, around: &Around) -> bool {
    around.with_memo.contains(&matter)
}
