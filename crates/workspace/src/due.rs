//! What is due: the days of the occasions that the group's own papers list.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use model::document::system;
use model::id::ObjectId;
use model::paper::State;
use model::period::Period;
use model::schema::{Field, Template, with_role};
use model::vocabulary::{Concept, Role};
use serde::Serialize;
use serde_json::Value;

use crate::error::Error;
use crate::pinned::read_template;
use crate::prefill::occasions_field;
use crate::{Workspace, words};

/// A day by which something must be somewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Due {
    /// The day.
    pub day: NaiveDate,
    /// Days until then; negative where it has passed.
    pub days: i64,
    /// What is due, for example "Halvårsrapport".
    pub title: String,
    /// Where it must be, in words, for example "till administrativt stöd".
    pub to: String,
    /// The year that it concerns.
    pub year: i32,
    /// The document, where it has been begun.
    pub document: Option<ObjectId>,
    /// The template that it is begun from, where one has that name.
    pub template: Option<String>,
}

impl Workspace {
    /// Returns what is due and not handed in, by day; `today` is the day it is seen from. What the follow-up plan of a
    /// year says stands before what the plan says.
    ///
    /// # Errors
    /// The file cannot be read, or a template is neither in it nor in the library.
    pub fn due(&self, today: NaiveDate) -> Result<Vec<Due>, Error> {
        let templates = self.year_templates()?;
        let mut by_year: BTreeMap<(i32, Concept), Vec<Due>> = BTreeMap::new();
        for id in self.document_ids()? {
            let document = self.document(id)?;
            let period = document.root().text(system::PERIOD).unwrap_or_default();
            let Ok(Period { year, .. }) = period.parse() else {
                continue;
            };
            let pinned = self.pinned(&document, None)?;
            let Some(field) = occasions_field(&pinned.template) else {
                continue;
            };
            let rows = document.root().fields.get(&field.id);
            for row in rows.and_then(Value::as_array).into_iter().flatten() {
                let days = self.days(row, field, year, &templates, today)?;
                let concept = pinned.template.concept;
                by_year.entry((year, concept)).or_default().extend(days);
            }
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
        let mut all: Vec<Due> = by_year.into_values().flatten().collect();
        all.sort();
        Ok(all)
    }

    /// What a row says is still to come.
    fn days(
        &self,
        row: &Value,
        field: &Field,
        year: i32,
        templates: &[Template],
        today: NaiveDate,
    ) -> Result<Vec<Due>, Error> {
        let text = |role| {
            let column = with_role(&field.columns, role)?;
            row[&column.id].as_str()
        };
        let title = text(Role::Title).unwrap_or_default().trim();
        // An account of a year may be due in another: next year's plan, last year's report.
        let covered = text(Role::Covers).and_then(|text| text.get(..4)?.parse().ok());
        let year = covered.unwrap_or(year);
        let template = templates
            .iter()
            .find(|template| template.name.to_lowercase() == title.to_lowercase());
        let document = match template {
            Some(template) => self.find(template.concept, template.period.in_year(year))?,
            None => None,
        };
        if self.is_handed_in(document)? {
            return Ok(Vec::new());
        }
        let day = |(role, key)| {
            let day = text(role)?.parse::<NaiveDate>().ok()?;
            Some(Due {
                day,
                days: (day - today).num_days(),
                title: title.to_owned(),
                to: words::say(key, &words::Args::new()),
                year,
                document,
                template: template.map(|template| template.id.clone()),
            })
        };
        let steps = [
            (Role::GroupBy, "due-group"),
            (Role::SupportBy, "due-support"),
        ];
        Ok(steps.into_iter().filter_map(day).collect())
    }

    fn is_handed_in(&self, document: Option<ObjectId>) -> Result<bool, Error> {
        let Some(id) = document else { return Ok(false) };
        if self.root_text(id, system::TEMPLATE)?.is_none() {
            return Ok(false);
        }
        let newest = self.newest_edition(&self.document(id)?)?;
        Ok(newest.is_some_and(|newest| newest.state() != State::Draft))
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
