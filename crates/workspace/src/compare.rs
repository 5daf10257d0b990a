//! Two moments of a document compared, in words.
//!
//! What is compared is what the pages show at both moments, field by field: an edition's own data, or the log as
//! it stood. What is computed from the rest, such as sums and numbers, is left out.

mod papers;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use model::document::{Document, Live, Remains};
use model::id::{ObjectId, StepId};
use model::input;
use model::paper::{self, Paper, Publication};
use serde::Serialize;
use store::{Filter, Moment};

use crate::error::What;
use crate::wording::Part;
use crate::words::{self, Args};
use crate::{Error, Workspace, clock};

/// What differs between two moments of a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The document.
    pub document: ObjectId,
    /// Its title.
    pub title: String,
    /// The earlier moment in words.
    pub from: String,
    /// The later moment in words.
    pub to: String,
    /// What differs, in the order of the later page; what is gone comes last.
    pub differences: Vec<Difference>,
}

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// How it differs.
    pub kind: DifferenceKind,
    /// The object; the document's own id for its own fields.
    pub object: ObjectId,
    /// The field's id, where it is about one.
    pub field: Option<String>,
    /// The place in words, outermost first.
    pub place: Vec<String>,
    /// What stood there before, in words.
    pub before: Option<String>,
    /// What stands there after, in words.
    pub after: Option<String>,
    /// Both texts word by word, where there are two.
    pub parts: Vec<Part>,
}

/// How something differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// A field reads otherwise.
    Changed,
    /// An object is new.
    Added,
    /// An object is gone.
    Removed,
    /// An object stands elsewhere among the others.
    Moved,
}

/// A moment as a person names it.
enum Named {
    Now,
    Edition(Box<store::Edition>),
    Logged(Moment),
    /// A day as one names it, with the moment that is meant.
    Day(NaiveDate, Side, Moment),
}

/// Which of the two that are compared a moment is: a day counts from its beginning as the earlier, and to its end as the later, so
/// that all that was done on it is among what differs.
#[derive(Clone, Copy)]
enum Side {
    Earlier,
    Later,
}

impl Workspace {
    /// Compares two moments of a document: an edition's number, a step's id, a day or a moment. A day counts
    /// from its beginning as the earlier and to its end as the later. Left out, `from` is the newest edition and `to` is the present.
    ///
    /// # Errors
    /// A moment is none, or there is no edition to compare with.
    pub fn compare(
        &self,
        id: ObjectId,
        from: Option<&str>,
        to: Option<&str>,
    ) -> Result<Comparison, Error> {
        let from = match from {
            Some(text) => self.moment(id, text, Side::Earlier)?,
            None => {
                let mut editions = self.store.editions(id)?.into_iter();
                let own = editions.rfind(|found| found.kind != store::Kind::Received);
                let newest = own.ok_or_else(|| Error::not_found(What::Edition, id))?;
                Named::Edition(Box::new(newest))
            }
        };
        let to = to.map_or(Ok(Named::Now), |text| self.moment(id, text, Side::Later))?;
        let (before, after) = (self.paper_at(id, &from)?, self.paper_at(id, &to)?);
        Ok(Comparison {
            document: id,
            title: crate::list::title_of(&after),
            from: said(&from),
            to: said(&to),
            differences: papers::differences(&before, &after),
        })
    }

    fn moment(&self, id: ObjectId, text: &str, side: Side) -> Result<Named, Error> {
        let text = text.trim();
        if text == words::say("moment-now", &Args::new()) {
            return Ok(Named::Now);
        }
        let editions = self.store.editions(id)?;
        if let Some(edition) = editions.into_iter().rfind(|found| found.number == text) {
            return Ok(Named::Edition(Box::new(edition)));
        }
        if let Some(step) = self.step_named(text)? {
            return Ok(Named::Logged(Moment::Step(step)));
        }
        let at = DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|at| at.to_utc())
            .or_else(|| minute(text));
        let named = match at {
            // What has not been is nothing to compare with; the end of today is.
            Some(at) if at <= end_of(clock::today()) => Some(Named::Logged(Moment::At(at))),
            Some(_) => None,
            None => day(text, side),
        };
        named.ok_or_else(|| Error::BadMoment(text.to_owned()))
    }

    fn paper_at(&self, id: ObjectId, moment: &Named) -> Result<Paper, Error> {
        let moment = match moment {
            Named::Now => return Ok(self.load(id)?.paper),
            Named::Edition(edition) => {
                let data = self.store.blob(edition.data)?.map(|blob| blob.bytes);
                return Ok(Paper::from_json(&data.unwrap_or_default())?);
            }
            Named::Logged(moment) | Named::Day(_, _, moment) => *moment,
        };
        let document = self.document_at(id, moment)?;
        let loaded = self.load(id)?;
        Ok(loaded.with_context(|context| paper::build(&document, context, &Publication::DRAFT).0))
    }

    /// Returns a document as it read at a moment.
    pub(crate) fn document_at(&self, id: ObjectId, moment: Moment) -> Result<Document, Error> {
        let past = self.store.at(id, moment)?;
        let live = past.rows.into_iter().map(|row| Live {
            object: row.obj,
            field: row.field,
            value: row.value,
            step: row.step,
        });
        let remains = past.remains.into_iter().map(|found| Remains {
            object: found.obj,
            field: found.field,
            value: found.value,
            step: found.step,
        });
        Ok(Document::assemble_with(id, live, remains))
    }
}

impl Workspace {
    /// Returns the step with this id, or with this end of it, as the history shows it.
    fn step_named(&self, text: &str) -> Result<Option<StepId>, Error> {
        if let Ok(step) = text.parse() {
            return Ok(Some(step));
        }
        if text.len() != SHORT || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(None);
        }
        let steps = self.store.history(&Filter::default())?;
        let mut found = steps.into_iter().map(|entry| entry.step);
        let wanted = text.to_lowercase();
        Ok(found.find(|step| step.to_string().ends_with(&wanted)))
    }
}

/// How many characters of a step's id tell it from others: an id begins with its moment and ends with chance.
pub(crate) const SHORT: usize = 8;

/// Returns a day that has been, or is, as the moment that it means on this side.
fn day(text: &str, side: Side) -> Option<Named> {
    let day = input::date(text, clock::now().year()).filter(|day| *day <= clock::today())?;
    let end = match side {
        Side::Earlier => day.pred_opt()?,
        Side::Later => day,
    };
    Some(Named::Day(day, side, Moment::At(end_of(end))))
}

/// Returns the end of a minute: `22.34` today, or with its day before it.
fn minute(text: &str) -> Option<DateTime<Utc>> {
    let (day, time) = match text.rsplit_once(' ') {
        Some((day, time)) => (input::date(day, clock::today().year())?, time),
        None => (clock::today(), text),
    };
    // Two figures on each side: 1.3 is no time of day but a version that there is not.
    let (hours, minutes) = time.split_once(['.', ':'])?;
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    let time = NaiveTime::parse_from_str(&time.replace('.', ":"), "%H:%M").ok()?;
    Some(clock::end_of_minute(day, time))
}

/// Compares a document's pages before and after something with the same id came.
pub(crate) fn between(before: &Paper, after: &Paper) -> Comparison {
    Comparison {
        document: after.document.id,
        title: crate::list::title_of(after),
        from: words::say("moment-before", &Args::new()),
        to: said(&Named::Now),
        differences: papers::differences(before, after),
    }
}

fn end_of(day: NaiveDate) -> DateTime<Utc> {
    clock::noon_in_sweden(day).to_utc() + TimeDelta::hours(12) - TimeDelta::milliseconds(1)
}

/// Returns the end of a step's id.
pub(crate) fn short(step: &StepId) -> String {
    let id = step.to_string();
    id[id.len() - SHORT..].to_owned()
}

fn said(moment: &Named) -> String {
    let say = |key: &str, value: String| words::say(key, &Args::from([("at".to_owned(), value)]));
    match moment {
        Named::Now => say("moment-now", String::new()),
        Named::Edition(edition) => say("moment-edition", edition.number.clone()),
        Named::Logged(Moment::Step(step)) => say("moment-step", short(step)),
        Named::Logged(Moment::At(at)) => say("moment-at", clock::in_sweden(*at)),
        Named::Day(day, Side::Earlier, _) => say("moment-morning", day.to_string()),
        Named::Day(day, Side::Later, _) => say("moment-evening", day.to_string()),
    }
}
