//! A handover: what the file knows when one begins, and the papers that go with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use model::check::capitalised;
use model::document::system;
use model::id::ObjectId;
use model::meeting::read;
use model::paper::Item;
use model::period::Period;
use model::schema::{Field, Kind, Template, with_role};
use model::vocabulary::{Concept, FieldType, Meaning, Role};
use serde::Serialize;
use serde_json::{Map, Value, json};
use store::Set;
use template::Pack;

use crate::begin::sets;
use crate::editions;
use crate::error::{Error, What};
use crate::list::{DocumentLine, title_of};
use crate::target::{file_name, write_whole};
use crate::words::{self, Args};
use crate::{ExportForm, Exported, Workspace};

/// A handover on its way to whoever takes over: the paper, and one file with the last reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandedOver {
    /// The handover.
    pub paper: Exported,
    /// The zip with the papers that go with it; none where there are none.
    pub papers: Option<PathBuf>,
    /// The names of the papers in it.
    pub names: Vec<String>,
}

impl Workspace {
    /// What the file knows of a handover that is begun: what is due, the meetings that are planned, what has been decided
    /// and promised at others, and through whom matters go. Nothing for a document of another concept.
    pub(crate) fn handed_over(&self, id: ObjectId, template: &Template) -> Result<Vec<Set>, Error> {
        if template.concept != Concept::Handover {
            return Ok(Vec::new());
        }
        let today = self.today();
        let rows = [
            (Role::Deadlines, self.deadline_rows(today)?),
            (Role::Bookings, self.booking_rows(today)?),
            (Role::Decisions, self.decision_rows(today)?),
            (Role::Contacts, self.contact_rows()?),
        ];
        let written = rows.into_iter().filter_map(|(role, rows)| {
            let field = with_role(&template.fields, role)?;
            let rows: Vec<Value> = rows.iter().map(|row| in_columns(row, field)).collect();
            (!rows.is_empty()).then(|| (field.id.clone(), json!(rows)))
        });
        let mut all = sets(id, id, written);
        let kinds = template.kinds.iter().filter(|kind| kind.follows.is_none());
        for kind in kinds.filter(|kind| kind.concept == Some(Concept::Action)) {
            all.extend(self.promises(id, kind)?);
        }
        Ok(all)
    }

    /// An object for each action that is open; the same in every copy.
    fn promises(&self, id: ObjectId, kind: &Kind) -> Result<Vec<Set>, Error> {
        let open = self.actions()?.into_iter();
        let open = open.filter(|action| action.ending.is_empty());
        let mut all = Vec::new();
        for (place, action) in open.enumerate() {
            let said = [
                (Role::Title, action.title),
                (Role::Responsible, action.who),
                (Role::End, action.end),
            ];
            let said = said.into_iter().filter(|(_, text)| !text.is_empty());
            let mut fields = vec![
                (system::KIND.to_owned(), json!(kind.id)),
                (system::POS.to_owned(), json!(place + 1)),
            ];
            fields.extend(said.filter_map(|(role, text)| {
                let field = with_role(&kind.fields, role)?;
                let is_text = matches!(field.ty, FieldType::Line | FieldType::Date);
                is_text.then(|| (field.id.clone(), json!(cut(&text, field))))
            }));
            let Ok(action) = action.object.parse::<ObjectId>() else {
                continue;
            };
            all.extend(sets(id, id.about(action), fields));
        }
        Ok(all)
    }

    /// What the group's notes of the last two years say was decided. What was sent on to another body to decide is not.
    fn decision_rows(&self, today: NaiveDate) -> Result<Vec<Row>, Error> {
        let (profile, _) = self.profile_and_group()?;
        let own = profile.bodies.iter().find(|body| body.own);
        let own = own.map_or("", |body| body.id.as_str());
        let mut rows = Vec::new();
        for id in self.document_ids()? {
            if self.concept_of(id)? != Some(Concept::Notes) {
                continue;
            }
            let notes = self.load(id)?.paper;
            let day = read::day(read::own(&notes, Role::MeetingDate));
            let Some(day) = day.filter(|day| (today - *day).num_days() <= TWO_YEARS) else {
                continue;
            };
            let body = match read::words(read::own(&notes, Role::Body)) {
                body if body.is_empty() => own.to_owned(),
                body => body,
            };
            let decided = read::items(&notes, Concept::Decision).into_iter();
            let decided = decided.filter(|item| {
                read::meaning(read::of(item, Role::Further)) != Some(Meaning::DecideFurther)
            });
            rows.extend(decided.filter_map(|item| decision(item, day, &body)));
        }
        rows.extend(self.adopted_rows(today)?);
        rows.sort_by_key(|row| row.get(&Role::Day).cloned());
        Ok(rows)
    }

    /// What other bodies have adopted of the group's own papers in the last two years.
    fn adopted_rows(&self, today: NaiveDate) -> Result<Vec<Row>, Error> {
        let mut rows = Vec::new();
        for id in self.document_ids()? {
            let editions = self.store.editions(id)?;
            let adopted = editions
                .iter()
                .filter(|found| found.kind == store::Kind::Adopted);
            for adoption in adopted.filter_map(editions::adoption) {
                if (today - adoption.date).num_days() > TWO_YEARS {
                    continue;
                }
                let paper = self.load(id)?.paper;
                let args = Args::from([
                    ("title".to_owned(), title_of(&paper)),
                    (
                        "paragraph".to_owned(),
                        adoption.paragraph.unwrap_or_default(),
                    ),
                ]);
                rows.push(Row::from([
                    (Role::Day, adoption.date.to_string()),
                    (Role::Body, adoption.body),
                    (
                        Role::Title,
                        words::say("handover-adopted", &args).trim().to_owned(),
                    ),
                ]));
            }
        }
        Ok(rows)
    }

    fn deadline_rows(&self, today: NaiveDate) -> Result<Vec<Row>, Error> {
        let due = self.due(today)?.into_iter();
        // Matters to a meeting are no papers that somebody waits for.
        let papers =
            due.filter(|due| due.days >= 0 && (due.template.is_some() || due.document.is_some()));
        let row = |due: crate::Due| {
            Row::from([
                (Role::Day, due.day.to_string()),
                (Role::Title, due.title),
                (Role::Recipient, capitalised(&due.recipient)),
            ])
        };
        Ok(papers.map(row).collect())
    }

    fn booking_rows(&self, today: NaiveDate) -> Result<Vec<Row>, Error> {
        let meetings = self.planned_meetings()?.into_iter();
        let coming = meetings.filter(|meeting| meeting.day >= today);
        let row = |meeting: crate::planned::PlannedMeeting| {
            let parts = [meeting.name(), &meeting.time, &meeting.location];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Row::from([
                (Role::Day, meeting.day.to_string()),
                (Role::Title, parts.join(", ")),
            ])
        };
        Ok(coming.map(row).collect())
    }

    fn contact_rows(&self) -> Result<Vec<Row>, Error> {
        let (profile, _) = self.profile_and_group()?;
        let mut all: Vec<(&str, Vec<&str>)> = Vec::new();
        for recipient in &profile.recipients {
            let body = profile.body(&recipient.body);
            let body = body.map_or(recipient.body.as_str(), |body| body.name.as_str());
            match all.iter_mut().find(|(via, _)| *via == recipient.via) {
                Some((_, bodies)) => bodies.push(body),
                None => all.push((&recipient.via, vec![body])),
            }
        }
        let row = |(via, bodies): (&str, Vec<&str>)| {
            let args = Args::from([("bodies".to_owned(), bodies.join(", "))]);
            Row::from([
                (Role::Office, via.to_owned()),
                (Role::Description, words::say("handover-matters", &args)),
            ])
        };
        Ok(all.into_iter().map(row).collect())
    }

    /// Writes the newest handover to a folder, and beside it one zip with the group's plans and reports of its year and
    /// the year before.
    ///
    /// # Errors
    /// The file has no handover, something stands in the way, or the disk refuses.
    pub fn hand_over(&self, folder: &Path) -> Result<HandedOver, Error> {
        let lines = self.documents()?;
        let handover = lines.iter().rfind(|line| line.concept == Concept::Handover);
        let handover =
            handover.ok_or_else(|| Error::not_found(What::Document, Concept::Handover.as_str()))?;
        std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
        let paper = self.export_as(handover.id, folder, &ExportForm::default())?;
        let files = self.reports_of(handover, &lines)?;
        let names = files.keys().cloned().collect();
        let papers = if files.is_empty() {
            None
        } else {
            let args = Args::from([("name".to_owned(), file_name(&handover.title))]);
            let path = folder.join(format!("{}.zip", words::say("handover-papers", &args)));
            write_whole(&path, &Pack { files }.to_zip())?;
            Some(path)
        };
        Ok(HandedOver {
            paper,
            papers,
            names,
        })
    }

    /// The plans and reports of the handover's year and the year before, as PDF files.
    fn reports_of(
        &self,
        handover: &DocumentLine,
        lines: &[DocumentLine],
    ) -> Result<BTreeMap<String, Vec<u8>>, Error> {
        let year = |line: &DocumentLine| {
            let period = line.period.as_ref()?.parse::<Period>().ok()?;
            Some(period.year)
        };
        let last = year(handover);
        let is_last = |line: &&DocumentLine| {
            let near = year(line)
                .zip(last)
                .is_some_and(|(its, last)| (last - 1..=last).contains(&its));
            near && matches!(line.concept, Concept::Plan | Concept::Report)
        };
        let made = tempfile::tempdir().map_err(|error| Error::io(Path::new(""), error))?;
        let mut files = BTreeMap::new();
        for line in lines.iter().filter(is_last) {
            let paper = self.export_as(line.id, made.path(), &ExportForm::default())?;
            let bytes =
                std::fs::read(&paper.path).map_err(|error| Error::io(&paper.path, error))?;
            let name = paper.path.file_name().unwrap_or_default();
            files.insert(name.to_string_lossy().into_owned(), bytes);
        }
        Ok(files)
    }
}

/// What a row says, by the role of its columns.
type Row = BTreeMap<Role, String>;

/// Days that a decision is told of afterwards.
const TWO_YEARS: i64 = 731;

fn decision(item: &Item, day: NaiveDate, body: &str) -> Option<Row> {
    let points = read::words(read::of(item, Role::DecisionPoints));
    let said = match points.as_str() {
        "" => read::words(read::of(item, Role::Description)),
        _ => points,
    };
    let row = || {
        Row::from([
            (Role::Day, day.to_string()),
            (Role::Body, body.to_owned()),
            (Role::Title, said.replace('\n', " ")),
        ])
    };
    (!said.is_empty()).then(row)
}

/// As much of a text as a field takes.
fn cut(text: &str, field: &Field) -> String {
    let most = field.max.unwrap_or(usize::MAX);
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn in_columns(row: &Row, field: &Field) -> Value {
    let cells = field.columns.iter().filter_map(|column| {
        let text = cut(row.get(&column.is?)?, column);
        (column.ty != FieldType::Rows).then(|| (column.id.clone(), json!(text)))
    });
    Value::Object(cells.collect::<Map<_, _>>())
}
