//! The register of matters: what another body is to decide has a memo, missions are reported back, and what a
//! representative hears reaches the group.

use super::Around;
use super::agenda::without_memo;
use super::read::{Page, at, below, day, items, of};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::{Item, Printed};
use crate::vocabulary::{Concept, Role};

/// Returns what the register lacks.
pub(super) fn check(paper: &Page, around: &Around) -> Vec<Diagnostic> {
    let matters = items(paper, Concept::Matter).into_iter();
    let missions = items(paper, Concept::Mission).into_iter();
    let groups = items(paper, Concept::Representation).into_iter();
    let mut found: Vec<Diagnostic> = matters
        .filter_map(|matter| without_memo(paper, matter, around))
        .collect();
    found.extend(missions.filter_map(|mission| overdue(paper, mission, around)));
    found.extend(groups.flat_map(|group| unshared(paper, group, around)));
    found
}

/// Returns whether the mark of a mission's status says that nothing is left to do: it is finished, or broken off.
#[must_use]
pub fn ends(mark: &str) -> bool {
    matches!(mark, "●" | "×")
}

/// A mission whose day has passed, that has not ended and of which no result is written.
fn overdue(paper: &Page, mission: &Item, around: &Around) -> Option<Diagnostic> {
    let end = day(of(mission, Role::End)).filter(|end| *end < around.today)?;
    let is_ended = match of(mission, Role::Status) {
        Some(Printed::Choice(choice)) => ends(&choice.mark),
        _ => false,
    };
    let is_reported = of(mission, Role::Result).is_some();
    (!is_ended && !is_reported).then(|| {
        at(
            paper,
            mission,
            Role::End,
            Code::MissionOverdue,
            Severity::Warning,
        )
        .with("day", end)
    })
}

/// Meetings of other groups whose agenda or notes a representative has not shared, though it is time.
fn unshared(paper: &Page, group: &Item, around: &Around) -> Vec<Diagnostic> {
    let meetings = below(group, Concept::Meeting);
    let said = meetings.filter_map(|meeting| {
        let held = day(of(meeting, Role::MeetingDate))?;
        let ahead = (held - around.today).num_days();
        let (role, which) = match ahead {
            0..=7 => (Role::SharedBefore, "before"),
            ..0 => (Role::SharedAfter, "after"),
            _ => return None,
        };
        let found = at(paper, meeting, role, Code::NotShared, Severity::Hint);
        let found = found.with("which", which).with("day", held);
        of(meeting, role)
            .is_none()
            .then(|| found.with("group", group.title()))
    });
    said.collect()
}
