//! What the rows of occasions give an account of, and near which day of its period that is due.

use std::rc::Rc;

use chrono::NaiveDate;
use model::period::PeriodRule;
use model::profile::Profile;
use model::schema::{Field, Template};
use model::vocabulary::{Concept, Role};
use serde_json::{Map, Value};

use crate::Workspace;
use crate::due::speaks_of;
use crate::error::Error;
use crate::load::Loaded;
use crate::prefill::occasions_field;
use crate::typed::year_of;

/// A kind of document that a row can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Account {
    name: String,
    concept: Concept,
    period: PeriodRule,
}

impl Workspace {
    /// Tells a document what its occasions can be about, before they are written: all templates are read for it.
    pub(crate) fn tell_accounts(&self, loaded: &Loaded, field: &str) -> Result<(), Error> {
        if occasions_field(loaded.template()).is_some_and(|own| own.id == field) {
            loaded.hear_accounts(self.accounts(&loaded.profile)?);
        }
        Ok(())
    }

    fn accounts(&self, profile: &Profile) -> Result<Rc<[Account]>, Error> {
        if let Some(known) = self.known.accounts.borrow().get(&profile.documents) {
            return Ok(Rc::clone(known));
        }
        let account = |template: Template| Account {
            name: template.name,
            concept: template.concept,
            period: template.period,
        };
        let found: Rc<[Account]> = self.year_templates()?.into_iter().map(account).collect();
        let mut known = self.known.accounts.borrow_mut();
        known.insert(profile.documents.clone(), Rc::clone(&found));
        Ok(found)
    }
}

/// Returns the day that those of a row of occasions lie near: an account of a period is given when the period is over, a
/// plan before it begins. Nothing where the row is about something else.
pub(crate) fn near(field: &Field, row: &Map<String, Value>, loaded: &Loaded) -> Option<NaiveDate> {
    if field.is != Some(Role::Occasions) {
        return None;
    }
    let row = Value::Object(row.clone());
    let (title, year) = speaks_of(&row, field, year_of(loaded))?;
    let mut accounts = loaded.accounts().iter();
    let account = accounts.find(|account| account.name.to_lowercase() == title.to_lowercase())?;
    let (first, last) = account.period.in_year(year).days()?;
    match account.concept {
        Concept::Report => Some(last),
        Concept::Plan | Concept::FollowUpPlan => Some(first),
        _ => None,
    }
}
