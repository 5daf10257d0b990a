//! An organisation's profile: its bodies, parties, roles, words and rules, as data.

mod deadline;
mod phrase;
mod rules;

use serde::{Deserialize, Serialize};

use crate::check::uncapitalised;
use crate::paper::LogoPages;
use crate::schema::{Field, Scale, Template};

pub use deadline::{Deadline, DueDay};
pub use phrase::Phrase;
pub use rules::{
    Before, Bound, Circle, DecisionRule, Joint, MeetingRule, Online, Route, Silence, When,
};

/// An organisation's profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Its id.
    pub id: String,
    /// Its issuer's version.
    pub version: String,
    /// The name it goes by in lists.
    pub name: String,
    /// The collaboration that papers name in their foot.
    pub cooperation: String,
    /// What the group is there for, as its mandate says; may be empty.
    pub purpose: String,
    /// Id of the template of the group itself.
    pub group_template: String,
    /// Ids of the document types, in the order of the year.
    pub documents: Vec<String>,
    /// Pattern of the page number with `{n}` and `{N}`.
    pub page_number: String,
    /// The patterns one may choose among.
    pub page_numbers: Vec<String>,
    /// On which pages the logotype strip stands.
    pub logos: LogoPages,
    /// A regular expression that shows how diarienummer look. A hint: it blocks nothing.
    pub registration_hint: String,
    /// The address that stands until the group writes its own.
    pub address: Address,
    /// Levels, highest first.
    pub levels: Vec<Level>,
    /// Bodies.
    pub bodies: Vec<Body>,
    /// Areas that groups work in.
    pub areas: Vec<Area>,
    /// Huvudmän and financiers.
    pub parties: Vec<Party>,
    /// Roles in a group.
    pub offices: Vec<Office>,
    /// Scales that several templates share.
    pub scales: Vec<Scale>,
    /// Ways to word a decision.
    pub decision_modes: Vec<DecisionMode>,
    /// Phrases to begin from.
    pub phrases: Vec<Phrase>,
    /// Logotypes that the user is asked for.
    pub logo_slots: Vec<LogoSlot>,
    /// Where matters are sent.
    pub recipients: Vec<Recipient>,
    /// Rules of decisions.
    pub decision_rules: Vec<DecisionRule>,
    /// Rules of meetings.
    pub meeting_rules: Vec<MeetingRule>,
    /// Rules of who is a member.
    pub memberships: Vec<Membership>,
    /// When which document is due, where no calendar says so.
    pub deadlines: Vec<Deadline>,
}

/// An address block; each line may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// The publishing organisation.
    pub organisation: String,
    /// Postal address.
    pub postal: String,
    /// Visiting address.
    pub visiting: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Web site.
    pub web: String,
}

/// A level, such as the strategic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
}

/// A body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Id.
    pub id: String,
    /// Id of its level, if it has one.
    pub level: Option<String>,
    /// Id of the body it answers to.
    pub parent: Option<String>,
    /// Name.
    pub name: String,
    /// Whether it adopts other bodies' documents.
    pub adopts: bool,
    /// Whether its meetings are the group's own to plan: the group itself, and those who prepare its meetings.
    pub own: bool,
}

/// An area that a group works in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A huvudman or a financier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// `municipality`, `region`, `association` or `other`.
    pub kind: String,
    /// Whether it is a huvudman; else it only pays.
    pub principal: bool,
}

/// A role in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Id.
    pub id: String,
    /// Name.
    pub label: String,
    /// Length of a term in months, if the mandate sets one.
    pub term_months: Option<u32>,
    /// Whether a term can be extended.
    pub extendable: bool,
    /// Months that the next holder overlaps the leaving one.
    pub overlap_months: u32,
    /// Most holders at a time.
    pub max: Option<u32>,
    /// Whether somebody must hold it.
    pub required: bool,
    /// Whether the mandate recommends that somebody holds it.
    pub recommended: bool,
    /// Months before the end of a term from which the group is reminded to appoint the next holder.
    pub remind_months: Option<u32>,
    /// Whether its holders prepare the group's meetings.
    pub prepares: bool,
    /// Id of the office of the one who stands beside to take it over.
    pub successor: Option<String>,
    /// Id of the office whose holder should come from another side: one from the municipalities, one from the region.
    pub other_side_than: Option<String>,
}

impl Office {
    /// Returns its name as it stands within a sentence: its first letter is small.
    #[must_use]
    pub fn within(&self) -> String {
        uncapitalised(&self.label)
    }
}

/// A rule of who is a member: how many, from where, and how they leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Whether it is about those who prepare the group's meetings, and not about everybody.
    pub preparers: bool,
    /// Id of the office that it counts the holders of; of any where left out.
    pub office: Option<String>,
    /// Ids of offices whose holders are not counted.
    pub without: Vec<String>,
    /// What those are called who are counted, in the plural; may be empty.
    pub called: String,
    /// How many there are.
    pub exactly: Option<u32>,
    /// Fewest.
    pub at_least: Option<u32>,
    /// Most.
    pub at_most: Option<u32>,
    /// Whether each huvudman has one.
    pub each_party: bool,
    /// Whether they leave by turns, and not all at once (växelvis avgång).
    pub alternating: bool,
    /// Who appoints them, in words: it stands by each of them who did, and when.
    pub appointed_by: Option<String>,
}

/// A way to word a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionMode {
    /// Id.
    pub id: String,
    /// Name in the form.
    pub label: String,
    /// The words before the points, with `{body}`.
    pub opening: String,
    /// `clauses` or `sentences`.
    pub form: String,
}

/// A logotype that the user is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoSlot {
    /// Id of the party.
    pub party: String,
    /// A suggested alternative text.
    pub alt: String,
}

/// Where matters are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Id of the body.
    pub body: String,
    /// Through whom.
    pub via: String,
}

impl Profile {
    /// Returns the party with this id.
    #[must_use]
    pub fn party(&self, id: &str) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    /// Returns the body with this id.
    #[must_use]
    pub fn body(&self, id: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == id)
    }

    /// Returns the body with this id or name, in capitals or not.
    #[must_use]
    pub fn body_called(&self, name: &str) -> Option<&Body> {
        let wanted = name.trim().to_lowercase();
        let is = |body: &&Body| body.id == name || body.name.to_lowercase() == wanted;
        self.bodies.iter().find(is)
    }

    /// Returns the office with this id.
    #[must_use]
    pub fn office(&self, id: &str) -> Option<&Office> {
        self.offices.iter().find(|office| office.id == id)
    }

    /// Returns the office that is called so, in capitals or not.
    #[must_use]
    pub fn office_called(&self, label: &str) -> Option<&Office> {
        let wanted = label.trim().to_lowercase();
        let mut offices = self.offices.iter();
        offices.find(|office| office.label.to_lowercase() == wanted)
    }

    /// Returns whose meetings those of a body are: its rules name offices, or else it prepares another of the group's own
    /// bodies, or else it is the group.
    #[must_use]
    pub fn circle(&self, body: &str) -> Circle<'_> {
        let rules = self.meeting_rules.iter().filter(|rule| rule.body == body);
        let offices = rules.flat_map(|rule| &rule.attended_by);
        let offices: Vec<&Office> = offices.filter_map(|id| self.office(id)).collect();
        let is_own = |id: &str| self.body(id).is_some_and(|body| body.own);
        let above = self.body(body).and_then(|body| body.parent.as_deref());
        match above {
            _ if !offices.is_empty() => Circle::Holders(offices),
            Some(above) if is_own(above) => Circle::Preparers,
            _ => Circle::Everybody,
        }
    }

    /// Returns the rules of a body's meetings.
    pub fn meeting_rules_of<'a>(&'a self, body: &'a str) -> impl Iterator<Item = &'a MeetingRule> {
        self.meeting_rules
            .iter()
            .filter(move |rule| rule.body == body)
    }

    /// Returns the rules of a body's decisions, those of any body among them.
    pub fn decision_rules_of<'a>(
        &'a self,
        body: &'a str,
    ) -> impl Iterator<Item = &'a DecisionRule> {
        let is_its = move |rule: &&DecisionRule| rule.body.as_deref().is_none_or(|its| its == body);
        self.decision_rules.iter().filter(is_its)
    }

    /// Returns through whom matters are sent to a body.
    #[must_use]
    pub fn recipient(&self, body: &str) -> Option<&Recipient> {
        self.recipients
            .iter()
            .find(|recipient| recipient.body == body)
    }

    /// Returns the scale that a template's field takes its words from: the template's own, else the profile's.
    #[must_use]
    pub fn scale_of<'a>(&'a self, template: &'a Template, field: &Field) -> Option<&'a Scale> {
        let id = field.scale.as_deref()?;
        let own = template.scales.iter().find(|scale| scale.id == id);
        own.or_else(|| self.scale(id))
    }

    /// Returns the scale with this id.
    #[must_use]
    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == id)
    }
}
