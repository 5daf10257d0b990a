//! Bringing a meeting home: each member's duty towards their own municipality (förankring och återkoppling).

use std::collections::BTreeSet;

use model::id::ObjectId;
use model::log::{self, Event};
use model::meeting::read;
use model::vocabulary::{Concept, Meaning, Role};
use serde::Serialize;
use specta::Type;

use crate::error::{Error, What};
use crate::formal::day_or_today;
use crate::{Outcome, Workspace};

/// A member who is to bring a meeting home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AtHomeView {
    /// The attendance.
    pub object: String,
    /// Who, in words.
    pub who: String,
    /// Whether it is done.
    pub done: bool,
}

impl Workspace {
    /// Returns who is to bring a meeting home, where the profile asks it of each member: those of the huvudmän that were
    /// there or were missed. Nothing for a body without that rule.
    ///
    /// # Errors
    /// It is no notes, or the file cannot be read.
    pub fn at_home(&self, notes: ObjectId) -> Result<Vec<AtHomeView>, Error> {
        let loaded = self.of_concept(notes, Concept::Notes)?;
        let profile = &loaded.profile;
        let body = read::own_body(&loaded.paper, profile);
        let is_asked = body.is_some_and(|id| profile.meeting_rules_of(id).any(|rule| rule.at_home));
        if !is_asked {
            return Ok(Vec::new());
        }
        let events = log::events(&loaded.document);
        let done: BTreeSet<ObjectId> = events
            .iter()
            .filter_map(|(_, event)| match event {
                Event::Anchored { member, .. } => Some(*member),
                _ => None,
            })
            .collect();
        let members = read::items(&loaded.paper, Concept::Attendance).into_iter();
        let members = members.filter(|item| {
            let invited = read::meaning(read::of(item, Role::Presence)) == Some(Meaning::Invited);
            let party = read::party(item);
            let sends = |name: &String| {
                let mut parties = profile.parties.iter();
                parties.any(|party| party.principal && party.name == *name)
            };
            !invited && party.as_ref().is_some_and(sends)
        });
        let views = members.map(|item| AtHomeView {
            object: item.id.to_string(),
            who: read::party(item).unwrap_or_default(),
            done: done.contains(&item.id) || read::of(item, Role::AtHome).is_some(),
        });
        Ok(views.collect())
    }

    /// Notes that a member has brought a meeting home.
    ///
    /// # Errors
    /// There is no such member in the notes, or the day is none or to come.
    pub fn brought_home(
        &mut self,
        notes: ObjectId,
        member: ObjectId,
        day: Option<&str>,
    ) -> Result<Outcome, Error> {
        let known = self.at_home(notes)?;
        if !known.iter().any(|found| found.object == member.to_string()) {
            return Err(Error::not_found(What::Person, member.to_string()));
        }
        let on = day_or_today(day, "the-anchoring-day")?;
        self.note(notes, "anchor", &Event::Anchored { on, member })
    }
}
