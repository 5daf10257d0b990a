//! What is due: the days of the occasions that the group's own papers list, the deadlines that its mandate sets, its
//! missions, and the last days for matters to its meetings.

mod deadline;
mod hand_in;
mod mission;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use model::check::uncapitalised;
use model::day_off::DayOff;
use model::document::system;
use model::id::ObjectId;
use model::paper::State;
use model::period::Period;
use model::profile::Profile;
use model::schema::{Field, Template, with_role};
use model::vocabulary::{Concept, Role};
use model::working_day::Kept;
use serde::Serialize;
use serde_json::Value;

use crate::Workspace;
use crate::error::Error;
use crate::pinned::read_template;
use crate::prefill::{occasions_field, rows_of};
use crate::words::{self, Args};

pub(crate) use hand_in::{HandIn, speaks_of};

/// A day by which something must be somewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Due {
    /// The day.
    pub day: NaiveDate,
    /// Days until then; negative where it has passed.
    pub days: i64,
    /// What is due, for example "Halvårsrapport".
    pub title: String,
    /// Where it must be, in words: "till Samordnaren".
    pub to: String,
    /// The recipient alone, as the profile names it; may be empty.
    pub recipient: String,
    /// Why it is that day, in words: a red day that it was moved from, a body's meeting; may be empty.
    pub note: String,
    /// The year that it concerns.
    pub year: i32,
    /// The meeting or mission that it is about.
    pub about: Option<ObjectId>,
    /// The document, where it has been begun.
    pub document: Option<ObjectId>,
    /// The template that it is begun from, where one has that name.
    pub template: Option<String>,
}

impl Workspace {
    /// Returns what is due and not handed in, by day; `today` is the day it is seen from. What the follow-up plan of a
    /// year says stands before what the plan says, both before the year's calendar, and that before what the mandate says of
    /// every year.
    ///
    /// # Errors
    /// The file cannot be read, or a template is neither in it nor in the library.
    pub fn due(&self, today: NaiveDate) -> Result<Vec<Due>, Error> {
        let (profile, _) = self.profile_and_group()?;
        let seen = Seen {
            workspace: self,
            templates: self.year_templates()?,
            profile: &profile,
            today,
        };
        let mut said = BTreeSet::new();
        let mut all = seen.occasions(&mut said)?;
        all.extend(seen.deadlines(&said)?);
        all.extend(seen.missions()?);
        all.extend(seen.matters()?);
        all.sort();
        Ok(all)
    }

    /// The templates of the profile's documents that can be read; what is faulty is said where it is used.
    pub(crate) fn year_templates(&self) -> Result<Vec<Template>, Error> {
        let (profile, _) = self.profile_and_group()?;
        let read = |id: &String| {
            let pack = self.library.template(id).ok()?;
            read_template(id, pack, Some(&profile)).ok()
        };
        Ok(profile.documents.iter().filter_map(read).collect())
    }
}

/// What is due, seen from a day.
struct Seen<'a> {
    workspace: &'a Workspace,
    templates: Vec<Template>,
    profile: &'a Profile,
    today: NaiveDate,
}

/// A template with the year that its document is about.
type About = (String, i32);

impl Seen<'_> {
    /// What the papers' own occasions say; `said` gets what they speak of, handed in or not.
    fn occasions(&self, said: &mut BTreeSet<About>) -> Result<Vec<Due>, Error> {
        let workspace = self.workspace;
        let mut by_year: BTreeMap<(i32, Concept), Vec<Due>> = BTreeMap::new();
        for id in workspace.document_ids()? {
            if workspace.pin(id, system::PERIOD)?.is_none() {
                continue;
            }
            let pinned = workspace.pinned_at(id, None)?;
            let Some(field) = occasions_field(&pinned.template) else {
                continue;
            };
            let document = workspace.document(id)?;
            let period = document.root().text(system::PERIOD).unwrap_or_default();
            let Ok(Period { year, .. }) = period.parse() else {
                continue;
            };
            let rows = document.root().fields.get(&field.id);
            for row in rows.and_then(Value::as_array).into_iter().flatten() {
                let days = self.days(row, field, year, said)?;
                let concept = pinned.template.concept;
                by_year.entry((year, concept)).or_default().extend(days);
            }
        }
        for (year, days) in self.handed_out(&by_year, said)? {
            by_year.insert((year, Concept::FollowUpPlan), days);
        }
        let overruled: Vec<_> = by_year
            .keys()
            .filter(|(year, concept)| {
                *concept != Concept::FollowUpPlan
                    && by_year.contains_key(&(*year, Concept::FollowUpPlan))
            })
            .copied()
            .collect();
        by_year.retain(|key, _| !overruled.contains(key));
        Ok(by_year.into_values().flatten().collect())
    }

    /// What the calendars of years say of which no paper says anything yet. What has passed nobody asks for: the group may
    /// not have been there.
    fn handed_out(
        &self,
        by_year: &BTreeMap<(i32, Concept), Vec<Due>>,
        said: &mut BTreeSet<About>,
    ) -> Result<Vec<(i32, Vec<Due>)>, Error> {
        let mut templates = self.templates.iter();
        let is_it = |template: &&Template| template.concept == Concept::FollowUpPlan;
        let Some(field) = templates.find(is_it).and_then(occasions_field) else {
            return Ok(Vec::new());
        };
        let library = &self.workspace.library;
        let near = self.today.year() - 1..=self.today.year() + 1;
        let calendars = near.filter_map(|year| library.calendar_of(&self.profile.id, year));
        let mut found = Vec::new();
        for calendar in calendars {
            if by_year.keys().any(|(year, _)| *year == calendar.year) {
                continue;
            }
            let mut days = Vec::new();
            for row in rows_of(field, &calendar) {
                days.extend(self.days(&row, field, calendar.year, said)?);
            }
            days.retain(|due| due.days >= 0);
            found.push((calendar.year, days));
        }
        Ok(found)
    }

    /// What a row says is still to come.
    fn days(
        &self,
        row: &Value,
        field: &Field,
        year: i32,
        said: &mut BTreeSet<About>,
    ) -> Result<Vec<Due>, Error> {
        let text = |role| {
            let column = with_role(&field.columns, role)?;
            row[&column.id].as_str()
        };
        let (title, year) = speaks_of(row, field, year).unwrap_or(("", year));
        let mut templates = self.templates.iter();
        let template =
            templates.find(|template| template.name.to_lowercase() == title.to_lowercase());
        let document = match template {
            Some(template) => self.begun(template, year)?,
            None => None,
        };
        let day = |(role, recipient): (Role, &str)| {
            let day = text(role)?.parse::<NaiveDate>().ok()?;
            Some(Due {
                title: title.to_owned(),
                year,
                document,
                template: template.map(|template| template.id.clone()),
                ..self.on(day, recipient)
            })
        };
        let group = say("due-group", &[]);
        let recipient = self.first_recipient();
        let steps = [
            (Role::GroupBy, group.as_str()),
            (Role::SupportBy, &recipient),
        ];
        let due: Vec<Due> = steps.into_iter().filter_map(day).collect();
        if let Some(template) = template.filter(|_| !due.is_empty()) {
            said.insert((template.id.clone(), year));
        }
        Ok(if self.is_handed_in(document)? {
            Vec::new()
        } else {
            due
        })
    }

    fn begun(&self, template: &Template, year: i32) -> Result<Option<ObjectId>, Error> {
        let period = template.period.in_year(year);
        self.workspace.find(template.concept, period)
    }

    fn is_handed_in(&self, document: Option<ObjectId>) -> Result<bool, Error> {
        let Some(id) = document else { return Ok(false) };
        let workspace = self.workspace;
        if workspace.root_text(id, system::TEMPLATE)?.is_none() {
            return Ok(false);
        }
        let newest = workspace.newest_edition(&workspace.document(id)?)?;
        Ok(newest.is_some_and(|newest| newest.state() != State::Draft))
    }

    /// Something that somebody waits for on a day, without a name.
    fn on(&self, day: NaiveDate, recipient: &str) -> Due {
        let to = match recipient {
            "" => String::new(),
            recipient => say("due-to", &[("recipient", &self.within(recipient))]),
        };
        Due {
            day,
            days: (day - self.today).num_days(),
            title: String::new(),
            to,
            recipient: recipient.to_owned(),
            note: String::new(),
            year: day.year(),
            about: None,
            document: None,
            template: None,
        }
    }

    /// Through whom papers go on their way to the body that the profile names first.
    fn first_recipient(&self) -> String {
        let first = self.profile.recipients.first();
        first.map_or_else(|| say("due-support", &[]), |first| first.via.clone())
    }

    /// "Tjänstemannaberedningen, via samordnaren": a body, and through whom one sends to it.
    fn recipient(&self, id: &str) -> String {
        let name = self.profile.body(id).map_or(id, |body| body.name.as_str());
        match self.profile.recipient(id) {
            Some(recipient) if recipient.via.starts_with(name) => recipient.via.clone(),
            Some(recipient) => {
                let via = self.within(&recipient.via);
                say("due-via", &[("body", name), ("via", &via)])
            }
            None => name.to_owned(),
        }
    }

    /// A recipient as it stands within a sentence: a body keeps its capital, a role does not.
    fn within(&self, via: &str) -> String {
        let mut bodies = self.profile.bodies.iter();
        if bodies.any(|body| via.starts_with(&body.name)) {
            return via.to_owned();
        }
        uncapitalised(via)
    }
}

fn say(key: &str, args: &[(&str, &str)]) -> String {
    let args = args.iter();
    let args: Args = args
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    words::say(key, &args)
}

/// Says from which red day a day was moved; empty where it was not.
pub(crate) fn moved(kept: Kept) -> String {
    let from = |(day, off): (NaiveDate, DayOff)| {
        say(
            "due-moved",
            &[("day", &day.to_string()), ("off", off.as_str())],
        )
    };
    kept.moved.map(from).unwrap_or_default()
}
