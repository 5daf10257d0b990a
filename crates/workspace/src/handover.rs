//! A handover: what the file knows when one begins, and the papers that go with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use model::id::ObjectId;
use model::period::Period;
use model::schema::{Field, Template, with_role};
use model::vocabulary::{Concept, FieldType, Role};
use serde::Serialize;
use serde_json::{Map, Value, json};
use store::Set;
use template::Pack;

use crate::begin::sets;
use crate::error::{Error, What};
use crate::list::DocumentLine;
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
    /// What the file knows of a handover that is begun: what is due, the meetings that are planned, and through whom
    /// matters go. Nothing for a document of another concept.
    pub(crate) fn handed_over(&self, id: ObjectId, template: &Template) -> Result<Vec<Set>, Error> {
        if template.concept != Concept::Handover {
            return Ok(Vec::new());
        }
        let today = self.today();
        let rows = [
            (Role::Deadlines, self.deadline_rows(today)?),
            (Role::Bookings, self.booking_rows(today)?),
            (Role::Contacts, self.contact_rows()?),
        ];
        let written = rows.into_iter().filter_map(|(role, rows)| {
            let field = with_role(&template.fields, role)?;
            let rows: Vec<Value> = rows.iter().map(|row| in_columns(row, field)).collect();
            (!rows.is_empty()).then(|| (field.id.clone(), json!(rows)))
        });
        Ok(sets(id, id, written))
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
        let files = self.papers_of(handover, &lines)?;
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
    fn papers_of(
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

fn in_columns(row: &Row, field: &Field) -> Value {
    let cells = field.columns.iter().filter_map(|column| {
        let text = row.get(&column.is?)?;
        let short: String = text
            .chars()
            .take(column.max.unwrap_or(usize::MAX))
            .collect();
        (column.ty != FieldType::Rows).then(|| (column.id.clone(), json!(short)))
    });
    Value::Object(cells.collect::<Map<_, _>>())
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
