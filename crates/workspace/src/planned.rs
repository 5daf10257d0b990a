//! The year's meetings as the group's meeting plans have them.

use chrono::NaiveDate;
use model::document::{Document, Object, system};
use model::id::ObjectId;
use model::period::Period;
use model::profile::{Body, Profile};
use model::schema::{Kind, Template, with_role};
use model::vocabulary::{Concept, Role};

use crate::Workspace;
use crate::error::Error;

/// A meeting of a meeting plan that has a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlannedMeeting {
    /// The meeting's object.
    pub(crate) object: ObjectId,
    /// The year that its plan is for.
    pub(crate) year: i32,
    /// Id of the body that meets; empty for one that the profile does not know.
    pub(crate) body: String,
    /// What the body is called; the group's own where none is written.
    pub(crate) body_name: String,
    /// What it is called; may be empty.
    pub(crate) title: String,
    /// The day, or the first of several.
    pub(crate) day: NaiveDate,
    /// The last day of a meeting of several days.
    pub(crate) until: Option<NaiveDate>,
    /// The time of day, in words; may be empty.
    pub(crate) time: String,
    /// Where; may be empty.
    pub(crate) location: String,
    /// The link to take part from elsewhere; may be empty.
    pub(crate) link: String,
    /// The last day for matters, where it is written.
    pub(crate) matters_by: Option<NaiveDate>,
    /// The day when its notes were published, ISO 8601, where it is written.
    pub(crate) published: Option<String>,
}

impl PlannedMeeting {
    /// Returns what it is called: its title, else the body that meets.
    pub(crate) fn name(&self) -> &str {
        if self.title.is_empty() {
            &self.body_name
        } else {
            &self.title
        }
    }
}

impl Workspace {
    /// Returns the planned meetings of every year, by day.
    pub(crate) fn planned_meetings(&self) -> Result<Vec<PlannedMeeting>, Error> {
        let (profile, _) = self.profile_and_group()?;
        let mut found = Vec::new();
        for id in self.document_ids()? {
            if self.root_text(id, system::TEMPLATE)?.is_none() {
                continue;
            }
            let pinned = self.pinned_at(id, Some(&profile))?;
            if pinned.template.concept == Concept::MeetingPlan {
                let document = self.document(id)?;
                found.extend(of_plan(&document, &pinned.template, &profile));
            }
        }
        found.sort_by(|a, b| (a.day, &a.body, a.object).cmp(&(b.day, &b.body, b.object)));
        Ok(found)
    }
}

/// Returns the meetings of a meeting plan that have a day, in the plan's order.
pub(crate) fn of_plan(
    document: &Document,
    template: &Template,
    profile: &Profile,
) -> Vec<PlannedMeeting> {
    let period = document.root().text(system::PERIOD).unwrap_or_default();
    let year = period.parse::<Period>().map_or(0, |period| period.year);
    let Some(kind) = meeting_kind(template) else {
        return Vec::new();
    };
    let all = document.children(document.id, Some(&kind.id)).into_iter();
    all.filter_map(|object| meeting(object, kind, profile, year))
        .collect()
}

/// Returns the kind of a meeting plan's meetings.
pub(crate) fn meeting_kind(template: &Template) -> Option<&Kind> {
    let mut kinds = template.kinds.iter();
    kinds.find(|kind| kind.concept == Some(Concept::Meeting))
}

/// Returns the body with this id or name.
pub(crate) fn body_called<'a>(profile: &'a Profile, text: &str) -> Option<&'a Body> {
    let mut bodies = profile.bodies.iter();
    profile
        .body(text)
        .or_else(|| bodies.find(|body| body.name == text))
}

fn meeting(object: &Object, kind: &Kind, profile: &Profile, year: i32) -> Option<PlannedMeeting> {
    let text = |role| {
        let field = with_role(&kind.fields, role)?;
        let text = object.text(&field.id)?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let day = |role| text(role)?.parse::<NaiveDate>().ok();
    let own = || profile.bodies.iter().find(|body| body.own);
    let written = text(Role::Body);
    let known = match &written {
        Some(written) => body_called(profile, written),
        None => own(),
    };
    Some(PlannedMeeting {
        object: object.id,
        year,
        day: day(Role::MeetingDate)?,
        body: known.map(|body| body.id.clone()).unwrap_or_default(),
        body_name: known
            .map(|body| body.name.clone())
            .or(written)
            .unwrap_or_default(),
        title: text(Role::Title).unwrap_or_default(),
        until: day(Role::End),
        time: text(Role::Time).unwrap_or_default(),
        location: text(Role::Location).unwrap_or_default(),
        link: text(Role::MeetingLink).unwrap_or_default(),
        matters_by: day(Role::SupportBy),
        published: text(Role::PublishedOn),
    })
}
