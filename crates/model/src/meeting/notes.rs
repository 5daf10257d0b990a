//! Notes: how each decision was taken and how its matter goes on, who was there, and what somebody has promised.

use std::collections::BTreeMap;

use super::Around;
use super::days;
use super::read::{
    Page, at, at_own, below, body, items, meaning, name_of, of, own, own_body, party, words, yes,
};
use crate::check::root_of;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::{Item, Paper, Printed};
use crate::profile::{Circle, DecisionRule, Office, Profile, Route, Silence, When};
use crate::vocabulary::{Concept, Meaning, Role};

/// Returns what a meeting's notes lack.
pub(super) fn check(paper: &Page, around: &Around) -> Vec<Diagnostic> {
    let Some(id) = own_body(paper, around.profile) else {
        return Vec::new();
    };
    let notes = Notes {
        paper,
        around,
        body: id,
    };
    let mut found = days::own_days(paper);
    found.extend(days::days_after(paper));
    found.extend(notes.attendance());
    for matter in items(paper, Concept::Matter) {
        found.extend(notes.unnoted(matter));
        for decision in below(matter, Concept::Decision) {
            found.extend(notes.decision(matter, decision));
        }
    }
    found
}

struct Notes<'a> {
    paper: &'a Page<'a>,
    around: &'a Around<'a>,
    body: &'a str,
}

impl<'a> Notes<'a> {
    fn profile(&self) -> &'a Profile {
        self.around.profile
    }

    /// A matter of which the notes say nothing at all, though they are written otherwise.
    fn unnoted(&self, matter: &Item) -> Option<Diagnostic> {
        let is_empty = |item: &Item| {
            let said = words(of(item, Role::Noted));
            let mut below = item.children.iter();
            said.trim().is_empty() && below.all(|objects| objects.items.is_empty())
        };
        let all = items(self.paper, Concept::Matter);
        let is_begun = all.iter().any(|item| !is_empty(item));
        let is_left = matter.gone.is_none() && is_empty(matter) && is_begun;
        is_left.then(|| {
            let code = Code::MatterUnnoted;
            at(self.paper, matter, Role::Noted, code, Severity::Hint)
        })
    }

    /// A decision that another body decides further has its memo, or still needs one.
    fn unlifted(&self, matter: &Item, decision: &Item) -> Option<Diagnostic> {
        let further = meaning(of(decision, Role::Further)) == Some(Meaning::DecideFurther);
        let to = body(of(decision, Role::Body), self.profile()).filter(|_| further)?;
        let is_own = self.profile().body(to).is_some_and(|body| body.own);
        let mut followed = [Some(matter), self.around.followed(matter)]
            .into_iter()
            .flatten();
        let has_memo = followed.any(|item| self.around.with_memo.contains(&item.id));
        (!is_own && !has_memo).then(|| {
            let code = Code::MemoMissing;
            let found = at(self.paper, decision, Role::Body, code, Severity::Hint);
            found.with("to", name_of(self.profile(), to))
        })
    }

    fn decision(&self, matter: &Item, decision: &Item) -> Vec<Diagnostic> {
        let rules = self.profile().decision_rules_of(self.body);
        let mut found: Vec<Diagnostic> = rules
            .flat_map(|rule| self.rule(rule, matter, decision))
            .collect();
        found.extend(self.unlifted(matter, decision));
        found.extend(self.contradicted(matter, decision));
        found.extend(self.incomplete(matter, decision));
        found
    }

    /// Whether a decision is about money: by its own word, by its matter's, or by that of the matter on the agenda. "Beslut
    /// om ekonomiska frågor" are decisions in such a matter, whatever the decision says of itself.
    fn is_economic(&self, matter: &Item, decision: &Item) -> bool {
        yes(of(decision, Role::Economy)) || self.is_about_money(matter)
    }

    fn is_about_money(&self, matter: &Item) -> bool {
        let on_the_agenda = self.around.followed(matter);
        let mut said = [Some(matter), on_the_agenda].into_iter().flatten();
        said.any(|item| yes(of(item, Role::Economy)))
    }

    /// A decision that says no where its matter says yes.
    fn contradicted(&self, matter: &Item, decision: &Item) -> Option<Diagnostic> {
        let mut rules = self.profile().decision_rules_of(self.body);
        let is_asked = rules.any(|rule| rule.when == When::Economy);
        let says_no = matches!(of(decision, Role::Economy), Some(Printed::Bool(false)));
        (is_asked && says_no && self.is_about_money(matter)).then(|| {
            let code = Code::EconomyContradicted;
            at(self.paper, decision, Role::Economy, code, Severity::Warning)
        })
    }

    fn rule(&self, rule: &DecisionRule, matter: &Item, decision: &Item) -> Vec<Diagnostic> {
        let say = |role, code| at(self.paper, decision, role, code, rule.severity);
        match rule.when {
            When::Decided => {
                let further = rule.further && of(decision, Role::Further).is_none();
                let dialogue = rule.dialogue && !yes(of(matter, Role::Dialogue));
                let form = rule.form && of(decision, Role::DecidedBy).is_none();
                let found = [
                    further.then(|| say(Role::Further, Code::FurtherMissing)),
                    dialogue.then(|| {
                        at(
                            self.paper,
                            matter,
                            Role::Dialogue,
                            Code::DialogueMissing,
                            rule.severity,
                        )
                    }),
                    form.then(|| say(Role::DecidedBy, Code::DecidedByMissing)),
                ];
                found.into_iter().flatten().collect()
            }
            When::Economy if self.is_economic(matter, decision) => {
                let route = rule
                    .route
                    .iter()
                    .filter(|route| !self.goes(decision, route));
                route
                    .map(|route| self.way(say(Role::Further, Code::EconomyRoute), route))
                    .collect()
            }
            When::UnanimityNeeded if yes(of(decision, Role::Unanimity)) => {
                let asked = rule.silence.iter();
                asked
                    .filter_map(|silence| {
                        self.unasked(silence, decision, say(Role::Unanimity, Code::PollMissing))
                    })
                    .collect()
            }
            When::Economy | When::UnanimityNeeded | When::DecidedElsewhere => Vec::new(),
        }
    }

    /// Whether a decision sends the matter the way that the mandate says.
    fn goes(&self, decision: &Item, route: &Route) -> bool {
        let to = body(of(decision, Role::Body), self.profile());
        let via = body(of(decision, Role::Via), self.profile());
        let is_sent = meaning(of(decision, Role::Further)) == Some(Meaning::DecideFurther);
        is_sent
            && to == Some(route.to.as_str())
            && (route.via.is_none() || via == route.via.as_deref())
    }

    fn way(&self, found: Diagnostic, route: &Route) -> Diagnostic {
        let via = route.via.as_deref();
        found
            .with("to", name_of(self.profile(), &route.to))
            .with("via", via.map_or("", |via| name_of(self.profile(), via)))
            .with("way", if via.is_some() { "via" } else { "direct" })
    }

    /// Everybody must agree, somebody was absent, and nobody has asked them.
    fn unasked(&self, silence: &Silence, decision: &Item, found: Diagnostic) -> Option<Diagnostic> {
        let absent = absent(self.paper);
        if absent.is_empty() || self.around.with_poll.contains(&decision.id) {
            return None;
        }
        let by = silence.sent_by.as_deref();
        let by = by.and_then(|id| self.profile().office(id));
        Some(
            found
                .with("parties", absent.join(", "))
                .with("by", by.map_or_else(String::new, Office::within))
                .with("named", if by.is_some() { "yes" } else { "no" }),
        )
    }

    /// What a decision leads to must be said whole: information to whom by whom, a further decision by whom, an action
    /// with somebody who sees to it, a last day and how it is reported back.
    fn incomplete(&self, matter: &Item, decision: &Item) -> Vec<Diagnostic> {
        let severity = self.weight_of_further();
        let lacks = |roles: &[Role]| -> Vec<Diagnostic> {
            let missing = roles
                .iter()
                .filter(|role| words(of(decision, **role)).is_empty());
            missing
                .map(|role| {
                    at(
                        self.paper,
                        decision,
                        *role,
                        Code::FurtherIncomplete,
                        severity,
                    )
                    .with("what", role.as_str())
                })
                .collect()
        };
        match meaning(of(decision, Role::Further)) {
            Some(Meaning::Inform) => lacks(&[Role::ToWhom, Role::ByWhom]),
            Some(Meaning::DecideFurther) => lacks(&[Role::Body]),
            Some(Meaning::Act) => self.actions(matter, decision, severity),
            _ => Vec::new(),
        }
    }

    fn weight_of_further(&self) -> Severity {
        let mut rules = self.profile().decision_rules_of(self.body);
        rules
            .find(|rule| rule.further)
            .map_or(Severity::Warning, |rule| rule.severity)
    }

    fn actions(&self, matter: &Item, decision: &Item, severity: Severity) -> Vec<Diagnostic> {
        let mut promised = below(decision, Concept::Action)
            .chain(below(matter, Concept::Action))
            .peekable();
        if promised.peek().is_none() {
            let none = at(
                self.paper,
                decision,
                Role::Further,
                Code::ActionMissing,
                severity,
            );
            return vec![none];
        }
        let lacking = promised.flat_map(|action| {
            let nobody = of(action, Role::Responsible).is_none() && party(action).is_none();
            let missing = [
                (Role::Responsible, nobody),
                (Role::End, of(action, Role::End).is_none()),
                (Role::Feedback, words(of(action, Role::Feedback)).is_empty()),
            ];
            let missing = missing.into_iter().filter(|(_, missing)| *missing);
            missing.map(move |(role, _)| {
                at(self.paper, action, role, Code::FurtherIncomplete, severity)
                    .with("what", role.as_str())
            })
        });
        lacking.collect()
    }

    /// Who was brought along, by the mandate's bound and with a reason; and the huvudmän that nothing is said of.
    fn attendance(&self) -> Vec<Diagnostic> {
        let there = items(self.paper, Concept::Attendance);
        let rules = self.profile().meeting_rules_of(self.body);
        let most = rules.filter_map(|rule| rule.invited).max();
        let mut found = most.map_or_else(Vec::new, |most| self.invited(&there, most));
        found.extend(self.unaccounted(&there));
        found.extend(self.secretary_away());
        found
    }

    /// Whose turn it was to write was away, so somebody else has written: the next turn is counted from who did.
    fn secretary_away(&self) -> Option<Diagnostic> {
        let party = words(own(self.paper, Role::SecretaryParty));
        absent(self.paper).contains(&party).then(|| {
            let code = Code::SecretaryAway;
            let found = at_own(self.paper, Role::SecretaryParty, code, Severity::Warning);
            found.with("party", party)
        })
    }

    fn invited(&self, there: &[&Item], most: u32) -> Vec<Diagnostic> {
        let mut by_party: BTreeMap<String, u32> = BTreeMap::new();
        let mut found = Vec::new();
        let is_invited =
            |item: &&&Item| meaning(of(item, Role::Presence)) == Some(Meaning::Invited);
        for guest in there.iter().filter(is_invited) {
            if words(of(guest, Role::Motivation)).is_empty() {
                let code = Code::InvitedUnmotivated;
                found.push(at(
                    self.paper,
                    guest,
                    Role::Motivation,
                    code,
                    Severity::Warning,
                ));
            }
            let Some(party) = party(guest) else { continue };
            let count = by_party.entry(party.clone()).or_default();
            *count += 1;
            if *count == most + 1 {
                let code = Code::InvitedCrowded;
                let crowded = at(self.paper, guest, Role::Presence, code, Severity::Warning);
                found.push(crowded.with("party", party).with("max", most));
            }
        }
        found
    }

    /// Huvudmän of whom the notes say neither that they were there nor that they were missed, where everybody meets.
    fn unaccounted(&self, there: &[&Item]) -> Option<Diagnostic> {
        if self.profile().circle(self.body) != Circle::Everybody {
            return None;
        }
        let said: Vec<String> = there.iter().filter_map(|item| party(item)).collect();
        let parties = self.profile().parties.iter();
        let lacking: Vec<&str> = parties
            .filter(|party| party.principal && !said.contains(&party.name))
            .map(|party| party.name.as_str())
            .collect();
        let found = Diagnostic::new(Code::PartyUnaccounted, Severity::Hint, root_of(self.paper));
        (!said.is_empty() && !lacking.is_empty()).then(|| {
            found
                .with("count", lacking.len())
                .with("parties", lacking.join(", "))
        })
    }
}

/// Returns the parties of whom nobody was at the meeting: those that are noted as absent and not also as there.
#[must_use]
pub fn absent(paper: &Paper) -> Vec<String> {
    let present = present(paper);
    let mut absent = of_meaning(paper, |found| found == Meaning::Absent);
    absent.retain(|party| !present.contains(party));
    absent
}

/// Returns the parties of whom somebody was at the meeting, in the room, from elsewhere or as a substitute.
#[must_use]
pub fn present(paper: &Paper) -> Vec<String> {
    let there = [Meaning::Present, Meaning::Remote, Meaning::Substituted];
    of_meaning(paper, |found| there.contains(&found))
}

/// The parties whose presence has such a meaning, each once, in the order of the page.
fn of_meaning(paper: &Paper, wanted: impl Fn(Meaning) -> bool) -> Vec<String> {
    let mut parties: Vec<String> = Vec::new();
    for item in items(paper, Concept::Attendance) {
        let fits = meaning(of(item, Role::Presence)).is_some_and(&wanted);
        if let Some(party) = party(item).filter(|party| fits && !parties.contains(party)) {
            parties.push(party);
        }
    }
    parties
}
