//! What an organisation's mandates say of meetings and decisions, as data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Office;
use crate::diagnostic::Severity;
use crate::vocabulary::Role;

/// What is said of the meetings of one body. Each part may be left out; several rules of one body add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeetingRule {
    /// Id of the body whose meetings it is about.
    pub body: String,
    /// How many meetings a year has.
    pub per_year: Option<Bound>,
    /// How many of them are held together with another body.
    pub joint: Option<Joint>,
    /// How long before another body's meeting it meets.
    pub before: Option<Before>,
    /// Days before a meeting by which matters are in.
    pub matters_days: Option<u32>,
    /// Whether one can take part from elsewhere.
    pub online: Option<Online>,
    /// What a planned meeting must have before it is held: roles of its fields.
    pub needs: Vec<Role>,
    /// What it must have afterwards.
    pub then: Vec<Role>,
    /// Id of the office whose holder calls and arranges.
    pub called_by: Option<String>,
    /// Who raises matters, in words.
    pub raised_by: Vec<String>,
    /// Id of the office through whose holder matters come in.
    pub via: Option<String>,
    /// Ids of the offices whose holders meet; everybody in the group where it is empty.
    pub attended_by: Vec<String>,
    /// Who meets with them from outside the group, in words.
    pub attended_from: Vec<String>,
    /// Most people whom a member may bring along, each with a reason.
    pub invited: Option<u32>,
    /// Id of the office whose holder leads the meeting.
    pub chaired_by: Option<String>,
    /// Id of the office whose holder takes the notes.
    pub notes_by: Option<String>,
    /// Whether the municipalities take the notes by turns, in alphabetical order.
    pub notes_rotate: bool,
    /// Who pays for what: stands in the notice of a meeting. May be empty.
    pub costs: String,
    /// Whether each member brings the meeting home (förankring).
    pub at_home: bool,
}

/// Whose meetings a body's are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Circle<'a> {
    /// Everybody's in the group.
    Everybody,
    /// Those who prepare the group's own meetings.
    Preparers,
    /// The holders of some offices.
    Holders(Vec<&'a Office>),
}

/// A number that must be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bound {
    /// Exactly so many.
    pub exactly: Option<u32>,
    /// Fewest.
    pub at_least: Option<u32>,
    /// Most.
    pub at_most: Option<u32>,
}

impl Bound {
    /// Returns the bound that `count` breaks, as `exactly`, `at_least` or `at_most` with its number.
    #[must_use]
    pub fn broken_by(self, count: u32) -> Option<(&'static str, u32)> {
        let exactly = self.exactly.filter(|bound| count != *bound);
        let least = self.at_least.filter(|bound| count < *bound);
        let most = self.at_most.filter(|bound| count > *bound);
        exactly
            .map(|bound| ("exactly", bound))
            .or(least.map(|bound| ("at_least", bound)))
            .or(most.map(|bound| ("at_most", bound)))
    }
}

/// Meetings together with another body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// Id of the other body.
    pub with: String,
    /// How many in spring: from January to June.
    pub spring: u32,
    /// How many in autumn: from July to December.
    pub autumn: u32,
}

/// A meeting that prepares another body's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// Id of the other body.
    pub body: String,
    /// How many days before.
    pub days: u32,
}

vocabulary! {
    /// Whether one can take part from elsewhere.
    Online {
        /// It must be offered: an agenda without a link cannot be sent.
        Required = "required",
        /// It may be offered.
        Offered = "offered",
    }
}

vocabulary! {
    /// When a rule of decisions speaks.
    When {
        /// Always when something is decided.
        Decided = "decided",
        /// When the decision is about money.
        Economy = "economy",
        /// When everybody must agree.
        UnanimityNeeded = "unanimity_needed",
        /// When another body is to decide.
        DecidedElsewhere = "decided_elsewhere",
    }
}

/// What is said of a body's decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionRule {
    /// Id of the body that decides; any where left out.
    pub body: Option<String>,
    /// When it speaks.
    pub when: When,
    /// How much it weighs when it is not kept.
    pub severity: Severity,
    /// The way that such a decision goes.
    pub route: Option<Route>,
    /// Whether a decision says how the matter goes on.
    pub further: bool,
    /// Whether dialogue comes before it.
    pub dialogue: bool,
    /// Whether the notes say how it was taken.
    pub form: bool,
    /// Whether a memo goes with it.
    pub memo: bool,
    /// Whom absent members are asked by, where no answer is consent.
    pub silence: Option<Silence>,
}

/// Where a matter goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Id of the body that decides.
    pub to: String,
    /// Id of the body that it goes through.
    pub via: Option<String>,
}

/// Silent consent: absent parties are asked, and who does not answer in time has agreed. What that is called is a word
/// of the question's template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silence {
    /// Id of the office whose holder asks.
    pub sent_by: Option<String>,
}
