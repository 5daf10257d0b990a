//! Replies of those who were absent when everybody had to agree.
//!
//! "Saknas kommunrepresentant under mötet … ska frågan snarast sändas till frånvarande … Sista svarsdatum ska sättas och
//! uteblivet svar räknas som bifall" (the heads' order): those who were absent are asked, after the meeting, and have until
//! a last day. Silence says yes only when all of it is so.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Around;
use super::notes::{absent, present};
use super::read::{Page, at, at_own, below, day, items, meaning, of, own, party};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::{Item, Paper};
use crate::vocabulary::{Concept, Meaning, Role};

/// Returns what a summary of replies lacks.
pub(super) fn check(paper: &Page, around: &Around) -> Vec<Diagnostic> {
    let poll = Poll {
        paper,
        around,
        sent: day(own(paper, Role::SentOn)),
        last: day(own(paper, Role::ReplyBy)),
    };
    let mut found = poll.days();
    let notes = around.source(Concept::Notes);
    for matter in items(paper, Concept::Matter) {
        let answers: Vec<&Item> = below(matter, Concept::Answer).collect();
        found.extend(poll.asked(matter, &answers, notes));
    }
    let answers = items(paper, Concept::Answer);
    found.extend(answers.iter().flat_map(|answer| poll.answer(answer)));
    found.extend(poll.open(&answers));
    found
}

struct Poll<'a> {
    paper: &'a Page<'a>,
    around: &'a Around<'a>,
    sent: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

impl Poll<'_> {
    /// A last day that leaves no time to answer, and a question that was sent before the meeting where it came up.
    fn days(&self) -> Vec<Diagnostic> {
        let held = day(own(self.paper, Role::MeetingDate));
        let say = |role: Role, said: NaiveDate, against: NaiveDate| {
            let found = at_own(self.paper, role, Code::PollDays, Severity::Blocking);
            let found = found.with("what", role.as_str());
            found.with("day", said).with("against", against)
        };
        let late = self.last.zip(self.sent.or(held));
        let late = late.filter(|(last, sent)| last <= sent);
        let early = self.sent.zip(held);
        let early = early.filter(|(sent, held)| sent < held);
        let late = late.map(|(last, sent)| say(Role::ReplyBy, last, sent));
        let early = early.map(|(sent, held)| say(Role::SentOn, sent, held));
        early.into_iter().chain(late).collect()
    }

    /// Who stands among those who were asked: each party once, none that was at the meeting, all that were absent.
    fn asked(&self, matter: &Item, answers: &[&Item], notes: Option<&Paper>) -> Vec<Diagnostic> {
        let there = notes.map(present).unwrap_or_default();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut found = Vec::new();
        for answer in answers {
            let Some(party) = party(answer) else { continue };
            let say = |code, severity| {
                let found = at(self.paper, answer, Role::Party, code, severity);
                found.with("party", &party)
            };
            if there.contains(&party) {
                // What somebody has answered is no harm; what nobody was asked is no consent.
                let is_silent = meaning(of(answer, Role::Reply)) == Some(Meaning::Silence);
                let weighs = if is_silent {
                    Severity::Blocking
                } else {
                    Severity::Warning
                };
                found.push(say(Code::AnswerPresent, weighs));
            }
            if seen.contains(&party) {
                found.push(say(Code::AnswerTwice, Severity::Blocking));
            }
            seen.insert(party);
        }
        let absent = notes.map(absent).unwrap_or_default();
        let lacking: Vec<String> = absent
            .into_iter()
            .filter(|party| !seen.contains(party))
            .collect();
        if !lacking.is_empty() {
            let code = Code::AnswerMissing;
            let missing = at(self.paper, matter, Role::Party, code, Severity::Warning);
            let missing = missing.with("count", lacking.len());
            found.push(missing.with("parties", lacking.join(", ")));
        }
        found
    }

    /// A reply that came before the question or after its last day, and silence before that day is over.
    fn answer(&self, answer: &Item) -> Vec<Diagnostic> {
        let came = day(of(answer, Role::RepliedOn));
        let say = |role, code, severity| at(self.paper, answer, role, code, severity);
        let late = came.zip(self.last).filter(|(came, last)| came > last);
        let late = late.map(|(came, last)| {
            let found = say(Role::RepliedOn, Code::ReplyLate, Severity::Warning);
            found.with("day", came).with("last", last)
        });
        let early = came.zip(self.sent).filter(|(came, sent)| came < sent);
        let early = early.map(|(came, sent)| {
            let found = say(Role::RepliedOn, Code::PollDays, Severity::Warning);
            let found = found.with("what", Role::RepliedOn.as_str());
            found.with("day", came).with("against", sent)
        });
        let is_silent = meaning(of(answer, Role::Reply)) == Some(Meaning::Silence);
        let last = self.last.filter(|last| is_silent && !self.is_over(*last));
        let silent = last.map(|last| {
            let found = say(Role::Reply, Code::SilenceEarly, Severity::Blocking);
            found.with("last", last)
        });
        let found = [late, early, silent];
        found.into_iter().flatten().collect()
    }

    /// Whether a last day is over, both by the day of the summary and by the calendar.
    fn is_over(&self, last: NaiveDate) -> bool {
        let summed_up = day(own(self.paper, Role::Date));
        last < self.around.today && summed_up.is_none_or(|day| last < day)
    }

    fn open(&self, answers: &[&Item]) -> Option<Diagnostic> {
        let last = self.last?;
        let open = answers.iter().filter(|answer| is_open(answer)).count();
        let is_early = day(own(self.paper, Role::Date)).unwrap_or(self.around.today) <= last;
        (open > 0 && is_early).then(|| {
            let still = at_own(self.paper, Role::ReplyBy, Code::PollOpen, Severity::Hint);
            still.with("count", open).with("last", last)
        })
    }
}

fn is_open(answer: &Item) -> bool {
    let reply = of(answer, Role::Reply);
    reply.is_none() || meaning(reply) == Some(Meaning::Silence)
}
