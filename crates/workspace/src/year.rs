//! A year as one sees it: its documents, begun or not, the time of its activities, and what is due.

use chrono::{Datelike, NaiveDate};
use model::document::system;
use model::paper::{Item, Printed, State};
use model::period::{Period, PeriodRule};
use model::profile::{Deadline, DecisionRule, Profile, When};
use model::schema::Template;
use model::vocabulary::{Concept, Role};
use serde::Serialize;
use specta::Type;

use crate::error::Error;
use crate::meeting::phrase_about;
use crate::planned::PlannedMeeting;
use crate::{Due, Workspace};

/// How many meetings to come stand among what is due.
const COMING: usize = 3;

/// A year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct YearView {
    /// The year.
    pub year: i32,
    /// Today, ISO 8601.
    pub today: String,
    /// The years that the workspace has documents for, and the next; in order.
    pub years: Vec<i32>,
    /// Its documents in the order of the year: those that are begun, and those that can be.
    pub documents: Vec<YearDocumentView>,
    /// The next sensible step, as a place in `documents`: what is handed in and lacks the memo that carries it, else the
    /// first draft, else what is not begun and due nearest today, late or not, else the first that the year lacks; nothing
    /// where the year is whole.
    pub next: Option<u32>,
    /// What is due and the next meetings, by day, as far as half a year ahead.
    pub due: Vec<DueView>,
    /// The meetings of the year, by day.
    pub meetings: Vec<MeetingDayView>,
    /// The time of its activities.
    pub spans: Vec<SpanView>,
}

/// A document of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct YearDocumentView {
    /// The document, where it has been begun.
    pub document: Option<String>,
    /// The template that it is begun from.
    pub template: String,
    /// What it is to the program.
    pub concept: String,
    /// What kind of document it is called.
    pub name: String,
    /// How many of the values that must be there are.
    pub filled: u32,
    /// How many values must be there.
    pub required: u32,
    /// Whether it can begin from what was carried over from the year before.
    pub carries: bool,
    /// Whether the year has another of its kind already: it is begun when a matter asks for it.
    pub another: bool,
    /// The memo that carries it to another body, where one has been begun.
    pub memo: Option<String>,
    /// Whether it waits for another body's decision and lacks the memo that is to carry it there.
    pub lacks_memo: bool,
    /// When it is due next, however far ahead, or else since when it is late; nothing where no day is known.
    pub due: Option<DueView>,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DueView {
    /// The day, ISO 8601.
    pub day: String,
    /// Days until then; negative where it has passed.
    pub days: i32,
    /// What is due.
    pub title: String,
    /// Where it must be, in words.
    pub to: String,
    /// Why it is that day, in words; may be empty.
    pub note: String,
    /// The year that it concerns.
    pub year: i32,
    /// The document, where it has been begun.
    pub document: Option<String>,
    /// The template that it is begun from.
    pub template: Option<String>,
}

/// A day on which a body meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MeetingDayView {
    /// The day, ISO 8601.
    pub day: String,
    /// What the meeting is called, or the body that meets.
    pub title: String,
}

/// The time of an activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SpanView {
    /// Its number and title.
    pub label: String,
    /// Which goal it belongs to, from 0.
    pub lane: u32,
    /// Its first day, ISO 8601.
    pub from: String,
    /// Its last day, ISO 8601.
    pub to: String,
    /// The document.
    pub document: String,
    /// The activity.
    pub object: String,
}

impl Workspace {
    /// Returns a year; the one that work goes on in where none is named.
    ///
    /// # Errors
    /// The file cannot be read, or a template is neither in it nor in the library.
    pub fn year(&self, year: Option<i32>) -> Result<YearView, Error> {
        let today = self.today();
        let lines = self.documents()?;
        let period = |line: &crate::DocumentLine| line.period.as_ref()?.parse::<Period>().ok();
        let mut years: Vec<i32> = lines
            .iter()
            .filter_map(period)
            .map(|period| period.year)
            .collect();
        let year = year.unwrap_or_else(|| nearest(&years, today.year()));
        years.extend([year, year + 1]);
        years.sort_unstable();
        years.dedup();
        let mut documents = Vec::new();
        let templates = self.year_templates()?;
        let memos = self.memos()?;
        let (profile, _) = self.profile_and_group()?;
        for template in &templates {
            let needs_memo = needs_memo(template, &templates, &profile);
            let begun: Vec<_> = lines
                .iter()
                .filter(|line| {
                    line.template == template.id && period(line).is_some_and(|its| its.year == year)
                })
                .collect();
            for line in &begun {
                let sections = self.sections(line.id)?;
                let whole = || sections.iter().filter(|section| section.object.is_none());
                let count = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
                let memo = memos.get(&line.id).map(ToString::to_string);
                let waits = line.state == State::Submitted && !line.changed;
                documents.push(YearDocumentView {
                    document: Some(line.id.to_string()),
                    template: template.id.clone(),
                    concept: template.concept.as_str().to_owned(),
                    name: line.title.clone(),
                    filled: count(whole().map(|section| section.filled).sum()),
                    required: count(whole().map(|section| section.required).sum()),
                    carries: false,
                    another: false,
                    lacks_memo: waits && needs_memo && memo.is_none(),
                    memo,
                    due: None,
                });
            }
            if begun.is_empty() || template.period == PeriodRule::Many {
                let before = lines
                    .iter()
                    .filter_map(period)
                    .any(|its| its.year == year - 1);
                documents.push(YearDocumentView {
                    document: None,
                    template: template.id.clone(),
                    concept: template.concept.as_str().to_owned(),
                    name: template.name.clone(),
                    filled: 0,
                    required: 0,
                    carries: before && template.concept == Concept::Plan,
                    another: !begun.is_empty(),
                    memo: None,
                    lacks_memo: false,
                    due: None,
                });
            }
        }
        let due: Vec<Due> = self.due(today)?;
        let is_draft = |id: &str| {
            let mut lines = lines.iter();
            lines.any(|line| line.id.to_string() == id && line.state == State::Draft)
        };
        // What a year that is over still asks for looks back on it: nobody needs its plans any more.
        let is_over = year < today.year();
        let is_asked = |id: &str| {
            let mut templates = templates.iter().filter(|template| template.id == id);
            templates.any(|template| {
                template.period != PeriodRule::Many
                    && (!is_over || template.concept == Concept::Report)
            })
        };
        // What another year waits for is begun there.
        let own: Vec<Due> = due.iter().filter(|due| due.year == year).cloned().collect();
        let next = next(&documents, &own, is_draft, is_asked);
        let next = next.and_then(|place| u32::try_from(place).ok());
        let meetings = self.planned_meetings()?;
        let coming = meetings.iter().filter(|meeting| meeting.day >= today);
        let coming = coming
            .take(COMING)
            .map(|meeting| coming_meeting(meeting, today));
        let mut due: Vec<DueView> = due.into_iter().map(view).chain(coming).collect();
        due.sort_by(|a, b| a.day.cmp(&b.day));
        for document in &mut documents {
            let is_its = |due: &&DueView| {
                due.year == year && due.template.as_ref() == Some(&document.template)
            };
            let mut its = due.iter().filter(is_its);
            let coming = its.clone().find(|due| due.days >= 0);
            document.due = coming.or_else(|| its.next_back()).cloned();
        }
        let of_year = meetings.iter().filter(|meeting| meeting.day.year() == year);
        Ok(YearView {
            next,
            meetings: of_year.map(meeting_day).collect(),
            year,
            today: today.to_string(),
            years,
            documents,
            due: due
                .into_iter()
                .filter(|due| due.days <= 183)
                .take(12)
                .collect(),
            spans: self.spans(year)?,
        })
    }

    fn spans(&self, year: i32) -> Result<Vec<SpanView>, Error> {
        let Some(id) = self.find(Concept::Plan, Period::of_year(year))? else {
            return Ok(Vec::new());
        };
        if self.root_text(id, system::TEMPLATE)?.is_none() {
            return Ok(Vec::new());
        }
        let loaded = self.load(id)?;
        let mut lane = 0_u32;
        let mut spans = Vec::new();
        for (objects, item) in loaded.paper.items() {
            if objects.concept == Some(Concept::Goal) {
                lane += 1;
            }
            let days = day(item, Role::Start).zip(day(item, Role::End));
            let Some((from, to)) = days.filter(|(from, to)| from <= to) else {
                continue;
            };
            let number = item.number.clone().unwrap_or_default();
            spans.push(SpanView {
                label: format!("{number} {}", item.title()).trim().to_owned(),
                lane: lane.saturating_sub(1),
                from: from.to_string(),
                to: to.to_string(),
                document: id.to_string(),
                object: item.id.to_string(),
            });
        }
        Ok(spans)
    }
}

/// Whether documents of a template go to another body with a memo: the profile has a template for memos and words for
/// one about such a document, and its rules send it there.
fn needs_memo(template: &Template, all: &[Template], profile: &Profile) -> bool {
    let is_sent = |rule: &Deadline| rule.document == template.id && rule.to.is_some();
    let asks = |rule: &DecisionRule| rule.memo && rule.when == When::DecidedElsewhere;
    all.iter().any(|other| other.concept == Concept::Memo)
        && phrase_about(profile, template.concept).is_some()
        && (profile.decision_rules.iter().any(asks) || profile.deadlines.iter().any(is_sent))
}

/// The place of the document to go on with: one that lacks its memo, else a draft, else what is due nearest, else what the
/// year lacks. Papers that are written when a matter asks for them (a memo, a notice, a handover) are no lack.
fn next(
    documents: &[YearDocumentView],
    due: &[Due],
    is_draft: impl Fn(&str) -> bool,
    is_asked: impl Fn(&str) -> bool,
) -> Option<usize> {
    let lacks = |found: &YearDocumentView| found.document.is_none() && !found.another;
    let draft = |found: &YearDocumentView| found.document.as_deref().is_some_and(&is_draft);
    // What is a little late goes before what is far ahead, and what was due long ago does not stand in the way for ever.
    let nearest = due.iter().filter_map(|due| {
        let template = due.template.as_ref()?;
        let its = |found: &YearDocumentView| lacks(found) && found.template == *template;
        let is_wanted = due.days >= 0 || is_asked(template);
        Some((due.days.abs(), documents.iter().position(its)?)).filter(|_| is_wanted)
    });
    let place = |wanted: &dyn Fn(&YearDocumentView) -> bool| documents.iter().position(wanted);
    place(&|found| found.lacks_memo)
        .or_else(|| place(&draft))
        .or_else(|| nearest.min().map(|(_, place)| place))
        .or_else(|| place(&|found| lacks(found) && is_asked(&found.template)))
}

fn day(item: &Item, role: Role) -> Option<NaiveDate> {
    match item.cell(role)?.value.as_ref()? {
        Printed::Date(day) => Some(*day),
        _ => None,
    }
}

/// The year itself where there are documents of it, else the one nearest to it; the year where there are none.
fn nearest(years: &[i32], year: i32) -> i32 {
    let near = years
        .iter()
        .copied()
        .min_by_key(|other| (other - year).abs());
    near.unwrap_or(year)
}

fn coming_meeting(meeting: &PlannedMeeting, today: NaiveDate) -> DueView {
    let parts = [meeting.time.as_str(), &meeting.location];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    DueView {
        day: meeting.day.to_string(),
        days: i32::try_from((meeting.day - today).num_days()).unwrap_or(i32::MAX),
        title: meeting.name().to_owned(),
        to: String::new(),
        note: parts.join(", "),
        year: meeting.year,
        document: None,
        template: None,
    }
}

fn meeting_day(meeting: &PlannedMeeting) -> MeetingDayView {
    MeetingDayView {
        day: meeting.day.to_string(),
        title: meeting.name().to_owned(),
    }
}

fn view(due: Due) -> DueView {
    DueView {
        day: due.day.to_string(),
        days: i32::try_from(due.days).unwrap_or(i32::MAX),
        title: due.title,
        to: due.to,
        note: due.note,
        year: due.year,
        document: due.document.map(|id| id.to_string()),
        template: due.template,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{GroupForm, Library};

    fn document(template: &str, id: Option<&str>, another: bool) -> YearDocumentView {
        YearDocumentView {
            document: id.map(str::to_owned),
            template: template.to_owned(),
            concept: Concept::Plan.as_str().to_owned(),
            name: template.to_owned(),
            filled: 0,
            required: 0,
            carries: false,
            another,
            memo: None,
            lacks_memo: false,
            due: None,
        }
    }

    fn due(template: &str, days: i64) -> Due {
        Due {
            day: NaiveDate::default(),
            days,
            title: String::new(),
            to: String::new(),
            recipient: String::new(),
            note: String::new(),
            year: 2026,
            about: None,
            document: None,
            template: Some(template.to_owned()),
        }
    }

    #[test]
    fn a_document_says_when_it_is_due_however_far_ahead() {
        let folder = tempfile::tempdir().unwrap();
        let profiles: Vec<String> = Library::bundled()
            .profile_ids()
            .map(str::to_owned)
            .collect();
        let mut days = Vec::new();
        for profile in profiles {
            let file = folder.path().join(format!("{profile}.missiv"));
            let form = GroupForm {
                profile,
                name: "Gruppen".to_owned(),
                area: String::new(),
            };
            let mut workspace = Workspace::create(&file, Library::bundled(), &form).unwrap();
            workspace.see_from_day("2031-01-02").unwrap();
            let year = workspace.year(Some(2031)).unwrap();
            for document in year.documents {
                let due = document.due.into_iter();
                let its = due.filter(|due| due.template.as_ref() == Some(&document.template));
                days.extend(its.map(|due| due.days));
            }
            assert!(year.due.iter().all(|due| due.days <= 183));
        }
        assert!(days.iter().any(|days| *days > 183), "{days:?}");
    }

    #[test]
    fn the_next_step_is_a_draft_then_what_is_due_then_what_the_year_lacks() {
        let plan = |id| document("plan", id, false);
        let report = document("report", None, false);
        let soon = [due("plan", -3), due("report", 12)];
        let is_draft = |id: &str| id == "draft";
        let of =
            |documents: &[YearDocumentView], due: &[Due]| next(documents, due, is_draft, |_| true);
        assert_eq!(of(&[report.clone(), plan(Some("draft"))], &soon), Some(1));
        assert_eq!(of(&[report.clone(), plan(None)], &soon), Some(1));
        let long_ago = [due("plan", -108), due("report", 51)];
        assert_eq!(of(&[plan(None), report.clone()], &long_ago), Some(1));
        assert_eq!(of(&[plan(Some("done")), report], &[]), Some(1));
    }

    /// Nothing is decided on what was handed in until the memo that carries it is there.
    #[test]
    fn what_lacks_its_memo_goes_before_a_draft() {
        let report = YearDocumentView {
            lacks_memo: true,
            ..document("report", Some("handed in"), false)
        };
        let documents = [document("plan", Some("draft"), false), report];
        let is_draft = |id: &str| id == "draft";
        assert_eq!(next(&documents, &[], is_draft, |_| true), Some(1));
    }

    /// One more of what there can be many of is no step that the year asks for.
    #[test]
    fn a_year_that_is_whole_has_no_next_step() {
        let memos = [
            document("memo", Some("done"), false),
            document("memo", None, true),
        ];
        let is_asked = |template: &str| template != "memo";
        assert_eq!(next(&memos, &[due("memo", 3)], |_| false, is_asked), None);
        let first = [document("memo", None, false)];
        assert_eq!(next(&first, &[], |_| false, is_asked), None);
        assert_eq!(
            next(&first, &[due("memo", 3)], |_| false, is_asked),
            Some(0)
        );
    }
}
