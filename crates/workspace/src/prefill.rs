//! Filling in what the year's calendar knows: the days when a group accounts for its work, and the year's meetings.

use std::collections::BTreeMap;

use model::calendar::{Calendar, Occasion};
use model::document::{Document, system};
use model::id::ObjectId;
use model::period::Period;
use model::profile::Profile;
use model::schema::{Field, Template, with_role};
use model::vocabulary::{Concept, FieldType, Role};
use serde::Serialize;
use serde_json::{Map, Value, json};
use store::{Changes, Set};

use crate::Workspace;
use crate::begin::sets;
use crate::error::{Error, What};
use crate::plan_days::{PlanDays, plan_days};

/// What filling in from a calendar came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Prefilled {
    /// The calendar's title; empty where the library has none and the profile's rules said it all.
    pub calendar: String,
    /// How many values were written; 0 where everything stood there already.
    pub values: usize,
    /// What changed.
    pub changes: Changes,
}

impl Workspace {
    /// Fills in a document from its year's calendar: occasions that it lacks, cells of theirs that are empty, the
    /// meetings of a meeting plan with those that prepare them and their last days for matters, and the calendar itself
    /// among what the document rests on. What somebody has written stays as it is, so the same can be done again, and in
    /// two copies.
    ///
    /// # Errors
    /// The document is not there, its template has no place for occasions, or the library has no calendar for the
    /// group's profile and the document's year.
    pub fn prefill(&mut self, doc: ObjectId) -> Result<Prefilled, Error> {
        let loaded = self.load(doc)?;
        let template = loaded.template();
        if !is_prefilled(template) {
            return Err(Error::NothingToPrefill(loaded.paper.document.name.clone()));
        }
        let period = loaded
            .document
            .root()
            .text(system::PERIOD)
            .unwrap_or_default();
        let year = period.parse::<Period>().map_or(0, |period| period.year);
        let calendar = self.library.calendar_of(&loaded.profile.id, year);
        let (sets, values) = prefilled(
            &loaded.document,
            template,
            &loaded.profile,
            calendar.as_ref(),
        );
        if calendar.is_none() && sets.is_empty() {
            let name = format!("{} {year}", loaded.profile.name);
            return Err(Error::not_found(What::Calendar, name));
        }
        let named = calendar.as_ref().map(|calendar| calendar.id.clone());
        let changes = if sets.is_empty() {
            Changes::default()
        } else {
            self.write(
                "prefill",
                json!({ "document": doc, "calendar": named }),
                &sets,
            )?
        };
        Ok(Prefilled {
            calendar: calendar.map(|calendar| calendar.title).unwrap_or_default(),
            values,
            changes,
        })
    }
}

/// Returns whether a document of this template can be filled in.
pub(crate) fn is_prefilled(template: &Template) -> bool {
    occasions_field(template).is_some() || template.concept == Concept::MeetingPlan
}

/// Returns what a calendar and the profile's rules fill in, with how many values it writes.
pub(crate) fn prefilled(
    document: &Document,
    template: &Template,
    profile: &Profile,
    calendar: Option<&Calendar>,
) -> (Vec<Set>, usize) {
    let PlanDays {
        sets: mut all,
        mut values,
    } = plan_days(document, template, profile, calendar);
    if let Some(calendar) = calendar {
        let (written, count) = filled(template, &document.root().fields, calendar);
        all.extend(sets(document.id, document.id, written));
        values += count;
    }
    (all, values)
}

/// Returns the field with a row for each occasion.
pub(crate) fn occasions_field(template: &Template) -> Option<&Field> {
    with_role(&template.fields, Role::Occasions).filter(|field| field.ty == FieldType::Rows)
}

/// Returns the rows that a calendar has for the field with a row for each occasion.
pub(crate) fn rows_of(field: &Field, calendar: &Calendar) -> Vec<Value> {
    match Filled::default().rows(field, None, calendar) {
        Value::Array(rows) => rows,
        _ => Vec::new(),
    }
}

/// Returns the fields that a calendar changes, with how many values it writes in them.
fn filled(
    template: &Template,
    fields: &BTreeMap<String, Value>,
    calendar: &Calendar,
) -> (Vec<(String, Value)>, usize) {
    let mut filled = Filled::default();
    let mut all = Vec::new();
    if let Some(field) = occasions_field(template) {
        let rows = filled.rows(field, fields.get(&field.id), calendar);
        all.push((field.id.clone(), rows));
    }
    if let Some(field) = with_role(&template.fields, Role::Grounds) {
        let grounds = filled.grounds(fields.get(&field.id), calendar);
        all.push((field.id.clone(), grounds));
    }
    all.retain(|(field, value)| fields.get(field) != Some(value));
    (all, filled.values)
}

/// Counts what is written.
#[derive(Default)]
struct Filled {
    values: usize,
}

impl Filled {
    fn rows(&mut self, field: &Field, there: Option<&Value>, calendar: &Calendar) -> Value {
        let mut rows = there.and_then(Value::as_array).cloned().unwrap_or_default();
        let title = with_role(&field.columns, Role::Title).map(|column| column.id.as_str());
        for occasion in &calendar.occasions {
            let is_it = |row: &Value| {
                title.is_some_and(|title| {
                    row[title].as_str().map(str::trim) == Some(&occasion.title)
                })
            };
            match rows.iter_mut().find(|row| is_it(row)) {
                Some(Value::Object(row)) => self.cells(field, row, occasion),
                _ => {
                    let mut row = Map::new();
                    self.cells(field, &mut row, occasion);
                    rows.push(Value::Object(row));
                }
            }
        }
        Value::Array(rows)
    }

    fn cells(&mut self, field: &Field, row: &mut Map<String, Value>, occasion: &Occasion) {
        for column in &field.columns {
            let value = column.is.and_then(|role| cell(role, occasion));
            if let Some(value) = value.filter(|_| row.get(&column.id).is_none_or(Value::is_null)) {
                row.insert(column.id.clone(), value);
                self.values += 1;
            }
        }
    }

    fn grounds(&mut self, there: Option<&Value>, calendar: &Calendar) -> Value {
        let mut all = there.and_then(Value::as_array).cloned().unwrap_or_default();
        if all.iter().all(|one| one["title"] != json!(calendar.title)) {
            let mut one = json!({ "title": calendar.title });
            if let Some(date) = calendar.date {
                one["date"] = json!(date);
            }
            if !calendar.number.is_empty() {
                one["number"] = json!(calendar.number);
            }
            all.push(one);
            self.values += 1;
        }
        Value::Array(all)
    }
}

/// What an occasion says in a column with this role.
fn cell(role: Role, occasion: &Occasion) -> Option<Value> {
    let text = |text: &str| (!text.is_empty()).then(|| json!(text));
    match role {
        Role::Title => text(&occasion.title),
        Role::Covers => text(&occasion.covers),
        Role::GroupBy => occasion.group_by.map(|day| json!(day)),
        Role::SupportBy => occasion.support_by.map(|day| json!(day)),
        Role::TakenUp => text(&occasion.taken_up),
        Role::Responsible => text(&occasion.responsible),
        Role::IfMissed => text(&occasion.if_missed),
        _ => None,
    }
}
