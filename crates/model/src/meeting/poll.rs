//! Replies of those who were absent when everybody had to agree.

use super::Around;
use super::read::{Page, at, at_own, day, items, meaning, of, own};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::Item;
use crate::vocabulary::{Concept, Meaning, Role};

/// Returns what a summary of replies lacks.
pub(super) fn check(paper: &Page, around: &Around) -> Vec<Diagnostic> {
    let Some(last) = day(own(paper, Role::ReplyBy)) else {
        return Vec::new();
    };
    let answers = items(paper, Concept::Answer);
    let late = answers.iter().filter_map(|answer| {
        let came = day(of(answer, Role::RepliedOn)).filter(|came| *came > last)?;
        let found = at(
            paper,
            answer,
            Role::RepliedOn,
            Code::ReplyLate,
            Severity::Warning,
        );
        Some(found.with("day", came).with("last", last))
    });
    let mut found: Vec<Diagnostic> = late.collect();
    let open = answers.iter().filter(|answer| is_open(answer)).count();
    let is_early = day(own(paper, Role::Date)).unwrap_or(around.today) <= last;
    if open > 0 && is_early {
        let still = at_own(paper, Role::ReplyBy, Code::PollOpen, Severity::Hint);
        found.push(still.with("count", open).with("last", last));
    }
    found
}

fn is_open(answer: &Item) -> bool {
    let reply = of(answer, Role::Reply);
    reply.is_none() || meaning(reply) == Some(Meaning::Silence)
}
