//! Meetings, matters and decisions, held against what the mandates say of them.
//!
//! The rules are the profile's ([`crate::profile::MeetingRule`], [`crate::profile::DecisionRule`]); what is looked at is a
//! paper, so that a meeting plan, an agenda and notes of any template are seen alike: by concepts, roles and what words
//! mean. A rule that a profile does not have finds nothing.

mod agenda;
mod days;
mod notes;
mod plan;
mod poll;
pub mod read;
mod register;
mod rotation;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::id::ObjectId;
use crate::paper::{Item, Paper, Source};
use crate::profile::Profile;
use crate::schema::Template;
use crate::vocabulary::{Concept, Role};

pub use notes::{absent, present};
use read::Page;
pub use register::ends;
pub use rotation::next_in_turn;

/// What is known around a paper when it is held against the rules.
pub struct Around<'a> {
    /// The organisation's profile.
    pub profile: &'a Profile,
    /// The day it is seen from.
    pub today: NaiveDate,
    /// Matters that a memo has been begun about.
    pub with_memo: &'a BTreeSet<ObjectId>,
    /// Decisions that absent members have been asked about.
    pub with_poll: &'a BTreeSet<ObjectId>,
    /// The papers that this one follows: notes follow an agenda, a question to absent members follows notes.
    pub sources: &'a BTreeMap<String, Source>,
    /// What the year's plan says of the meeting that this agenda was begun from: its day, its last day where it goes on for
    /// several, its time, place and link; days as ISO 8601.
    pub planned: &'a BTreeMap<Role, String>,
    /// What other papers already say of planned meetings: a notice that was sent, notes that were published.
    pub said: &'a BTreeSet<(ObjectId, Role)>,
}

impl<'a> Around<'a> {
    /// Returns the object that an item follows, as the paper that it follows shows it or last showed it.
    fn followed(&self, item: &Item) -> Option<&'a Item> {
        let id = item.follows?;
        let there = self.sources.values().find_map(|source| source.item(id));
        there.or_else(|| {
            let mut all = self.sources.values();
            all.find_map(|source| Some(&source.removed.get(&id)?.item))
        })
    }

    /// Returns the paper of a concept that this one follows.
    fn source(&self, concept: Concept) -> Option<&'a Paper> {
        let mut papers = self.sources.values().map(|source| &source.paper);
        papers.find(|paper| paper.document.concept == concept)
    }
}

/// Returns what a meeting's paper lacks by the profile's rules; nothing for other papers.
#[must_use]
pub fn check(paper: &Paper, template: &Template, around: &Around) -> Vec<Diagnostic> {
    let page = Page { paper, template };
    match paper.document.concept {
        Concept::MeetingPlan => plan::check(&page, around),
        Concept::Meeting => agenda::check(&page, around),
        Concept::Notes => notes::check(&page, around),
        Concept::Register => register::check(&page, around),
        Concept::Poll => poll::check(&page, around),
        _ => Vec::new(),
    }
}
