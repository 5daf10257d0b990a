//! A year's meetings as one sees them: planned, called, held, noted, and what each still lacks.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use model::diagnostic::Code;
use model::document::system;
use model::id::ObjectId;
use model::meeting::{next_in_turn, read};
use model::paper::Item;
use model::period::Period;
use model::profile::Profile;
use model::vocabulary::{Concept, Role};
use serde::Serialize;
use specta::Type;

use crate::error::Error;
use crate::list::findings;
use crate::load::Loaded;
use crate::{FindingView, Workspace};

/// A year's meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingYearView {
    /// The year.
    pub year: i32,
    /// Today, ISO 8601.
    pub today: String,
    /// The meeting plan, where it has been begun.
    pub plan: Option<String>,
    /// Bodies whose meetings the group plans, as names.
    pub bodies: Vec<String>,
    /// The meetings by day; those without a day last.
    pub meetings: Vec<MeetingView>,
    /// What the year as a whole lacks, in sentences.
    pub lacks: Vec<LackView>,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingView {
    /// Its object in the plan; empty for an agenda that no plan has.
    pub object: String,
    /// What it is called.
    pub title: String,
    /// Whose meeting it is, in words.
    pub body: String,
    /// With whom it is held together; may be empty.
    pub with: String,
    /// Its first day, ISO 8601; may be empty.
    pub day: String,
    /// Its last day, where it lasts several; may be empty.
    pub until: String,
    /// Days until then; negative where it has passed.
    pub days: Option<i32>,
    /// The agenda, where it has been begun.
    pub agenda: Option<String>,
    /// The notes, where they have been begun.
    pub notes: Option<String>,
    /// What it lacks, in sentences.
    pub lacks: Vec<LackView>,
}

/// Something that is lacking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LackView {
    /// How much it weighs: `blocking`, `warning` or `hint`.
    pub severity: String,
    /// The sentence.
    pub text: String,
    /// What to do.
    pub hint: String,
    /// The field's id, where it is about one.
    pub field: Option<String>,
}

impl Workspace {
    /// Returns a year's meetings, seen from today; this year's where none is named.
    ///
    /// # Errors
    /// The file cannot be read, or a template is neither in it nor in the library.
    pub fn meetings(&self, year: Option<i32>) -> Result<MeetingYearView, Error> {
        let today = self.today();
        let year = year.unwrap_or_else(|| today.year());
        let (profile, _) = self.profile_and_group()?;
        let begun = self.begun_from()?;
        let plan = self.find(Concept::MeetingPlan, Period::of_year(year))?;
        let plan = match plan {
            Some(id) if self.root_text(id, system::TEMPLATE)?.is_some() => Some(self.load(id)?),
            _ => None,
        };
        let mut lacks = plan.as_ref().map(lacks_of).unwrap_or_default();
        let mut meetings: Vec<MeetingView> = Vec::new();
        if let Some(plan) = &plan {
            let items = read::items(&plan.paper, Concept::Meeting);
            for item in items {
                let own = lacks.remove(&item.id).unwrap_or_default();
                meetings.push(planned(item, today, &begun, own));
            }
        }
        meetings.extend(self.unplanned(year, &meetings)?);
        meetings.sort_by_key(|meeting| (meeting.day.is_empty(), meeting.day.clone()));
        Ok(MeetingYearView {
            year,
            today: today.to_string(),
            plan: plan.map(|plan| plan.document.id.to_string()),
            bodies: own_bodies(&profile),
            meetings,
            lacks: lacks.into_values().flatten().collect(),
        })
    }

    /// Agendas of the year that no planned meeting has.
    fn unplanned(&self, year: i32, planned: &[MeetingView]) -> Result<Vec<MeetingView>, Error> {
        let mut found = Vec::new();
        for id in self.document_ids()? {
            let text = id.to_string();
            let is_planned = planned
                .iter()
                .any(|meeting| meeting.agenda.as_ref() == Some(&text));
            if is_planned
                || self.concept_of(id)? != Some(Concept::Meeting)
                || self.year_of(id)? != year
            {
                continue;
            }
            let agenda = self.load(id)?;
            let notes = self.begun_from()?.remove(&id).unwrap_or_default();
            found.push(unplanned(&agenda, self.today(), of(&notes, Concept::Notes)));
        }
        Ok(found)
    }

    /// Returns whose turn it is to take the notes: the party's id, where the profile lets them go by turns. `present`
    /// are the names of those who are there; all huvudmän where it is left out.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn secretary_party(
        &self,
        profile: &Profile,
        present: Option<&[String]>,
    ) -> Result<Option<String>, Error> {
        let all: Vec<&str> = profile
            .parties
            .iter()
            .filter(|party| party.principal)
            .map(|party| party.name.as_str())
            .filter(|name| present.is_none_or(|there| there.iter().any(|one| one == name)))
            .collect();
        let taken = self.secretaries()?;
        let next = next_in_turn(&all, &taken);
        let party = next.and_then(|name| profile.parties.iter().find(|party| party.name == name));
        Ok(party.map(|party| party.id.clone()))
    }

    /// Returns the name of the party whose turn it is to take these notes, among those who were there; nothing where the
    /// notes do not go by turns, or nobody was there.
    ///
    /// # Errors
    /// It is no notes, or the file cannot be read.
    pub fn secretary_of(&self, notes: ObjectId) -> Result<Option<String>, Error> {
        let loaded = self.of_concept(notes, Concept::Notes)?;
        let profile = &loaded.profile;
        let body = read::own_body(&loaded.paper, profile);
        let rotates =
            body.is_some_and(|id| profile.meeting_rules_of(id).any(|rule| rule.notes_rotate));
        if !rotates {
            return Ok(None);
        }
        let there = model::meeting::present(&loaded.paper);
        let before = read::day(read::own(&loaded.paper, Role::MeetingDate));
        let mut taken = self.secretaries()?;
        taken.retain(|(day, _)| before.is_none_or(|before| *day < before));
        let there: Vec<&str> = there.iter().map(String::as_str).collect();
        Ok(next_in_turn(&there, &taken).map(str::to_owned))
    }

    /// Who took the notes at which meeting, by the notes, else by the agenda.
    fn secretaries(&self) -> Result<Vec<(NaiveDate, String)>, Error> {
        let mut by_day: BTreeMap<NaiveDate, (bool, String)> = BTreeMap::new();
        for id in self.document_ids()? {
            let concept = self.concept_of(id)?;
            let is_notes = concept == Some(Concept::Notes);
            if !is_notes && concept != Some(Concept::Meeting) {
                continue;
            }
            let paper = self.load(id)?.paper;
            let day = read::day(read::own(&paper, Role::MeetingDate));
            let by = read::words(read::own(&paper, Role::SecretaryParty));
            let Some(day) = day.filter(|_| !by.is_empty()) else {
                continue;
            };
            let known = by_day.entry(day).or_insert((is_notes, by.clone()));
            if is_notes {
                *known = (true, by);
            }
        }
        Ok(by_day.into_iter().map(|(day, (_, by))| (day, by)).collect())
    }
}

fn own_bodies(profile: &Profile) -> Vec<String> {
    let own = profile.bodies.iter().filter(|body| body.own);
    own.map(|body| body.name.clone()).collect()
}

/// What a plan lacks, by the object that it is about; the plan's own id for the year as a whole.
fn lacks_of(plan: &Loaded) -> BTreeMap<ObjectId, Vec<LackView>> {
    let mut by_object: BTreeMap<ObjectId, Vec<LackView>> = BTreeMap::new();
    let found = plan.check().iter();
    // That a plan is not filled in is said where it is written; here it is what the meetings lack.
    let of_meetings = found.filter(|found| found.code != Code::RequiredMissing);
    for found in findings(of_meetings) {
        let object = found.diagnostic.place.object;
        by_object.entry(object).or_default().push(lack(found));
    }
    by_object
}

fn lack(found: FindingView) -> LackView {
    LackView {
        severity: found.diagnostic.severity.as_str().to_owned(),
        text: found.text,
        hint: found.hint,
        field: found.diagnostic.place.field,
    }
}

fn of(begun: &[(ObjectId, Concept)], wanted: Concept) -> Option<ObjectId> {
    let mut fits = begun.iter().filter(|(_, concept)| *concept == wanted);
    fits.next().map(|(id, _)| *id)
}

fn planned(
    item: &Item,
    today: NaiveDate,
    begun: &BTreeMap<ObjectId, Vec<(ObjectId, Concept)>>,
    lacks: Vec<LackView>,
) -> MeetingView {
    let words = |role| read::words(read::of(item, role));
    let none = Vec::new();
    let from = |id: &ObjectId| begun.get(id).unwrap_or(&none);
    let agenda = of(from(&item.id), Concept::Meeting);
    let notes = agenda.and_then(|agenda| of(from(&agenda), Concept::Notes));
    MeetingView {
        object: item.id.to_string(),
        title: item.title().to_owned(),
        body: words(Role::Body),
        with: words(Role::JointWith),
        days: until(read::day(read::of(item, Role::MeetingDate)), today),
        day: words(Role::MeetingDate),
        until: words(Role::End),
        agenda: agenda.map(|id| id.to_string()),
        notes: notes.map(|id| id.to_string()),
        lacks,
    }
}

fn unplanned(agenda: &Loaded, today: NaiveDate, notes: Option<ObjectId>) -> MeetingView {
    let words = |role| read::words(read::own(&agenda.paper, role));
    MeetingView {
        object: String::new(),
        title: crate::list::title_of(&agenda.paper),
        body: words(Role::Body),
        with: words(Role::JointWith),
        days: until(
            read::day(read::own(&agenda.paper, Role::MeetingDate)),
            today,
        ),
        day: words(Role::MeetingDate),
        until: words(Role::End),
        agenda: Some(agenda.document.id.to_string()),
        notes: notes.map(|id| id.to_string()),
        lacks: Vec::new(),
    }
}

fn until(day: Option<NaiveDate>, today: NaiveDate) -> Option<i32> {
    i32::try_from((day? - today).num_days()).ok()
}
