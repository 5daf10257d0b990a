//! Commands about meetings, matters and what was promised.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;
use workspace::{
    ActionView, CloseForm, Error, InCommon, LackView, MeetingView, ObjectId, PlannedDays,
};

use super::Session;
use crate::arguments::{Close, Inform, Matter, Meeting, Promised};
use crate::output::{json as print_json, line, say};

impl Session {
    pub(super) fn meeting(&self, command: Meeting) -> Result<ExitCode, Error> {
        match command {
            Meeting::List { file, year, on } => self.meetings(&file, year, on.as_deref()),
            Meeting::Plan {
                file,
                year,
                days,
                body,
                time,
                place,
            } => self.plan(&file, year, &body, &days, &InCommon { time, place }),
            Meeting::Agenda {
                file,
                meeting,
                with,
            } => {
                let mut workspace = self.open(&file)?;
                let meeting = workspace.find_meeting(&meeting)?;
                let id = workspace.begin_agenda(meeting, with.as_deref())?.object;
                self.begun(&workspace, id)
            }
            Meeting::Notes {
                file,
                document,
                with,
            } => {
                let mut workspace = self.open(&file)?;
                let agenda = workspace.find_document(&document)?;
                let id = workspace.begin_notes(agenda, with.as_deref())?.object;
                self.begun(&workspace, id)
            }
            Meeting::Ask {
                file,
                document,
                decision,
            } => {
                let mut workspace = self.open(&file)?;
                let notes = workspace.find_document(&document)?;
                let decision = workspace.find_part(notes, &decision)?;
                let id = workspace.begin_poll(notes, decision)?.object;
                self.begun(&workspace, id)
            }
            Meeting::Secretary { file, document } => {
                let workspace = self.open(&file)?;
                let notes = workspace.find_document(&document)?;
                let next = workspace.secretary_of(notes)?;
                let key = if next.is_some() {
                    "secretary-next"
                } else {
                    "secretary-none"
                };
                Ok(self.done(key, &[("party", next.unwrap_or_default())]))
            }
            Meeting::Mail { file, document, to } => {
                let workspace = self.open(&file)?;
                let document = workspace.find_document(&document)?;
                let to = to.unwrap_or_else(|| PathBuf::from("."));
                let mail = workspace.mail_draft(document, &to)?;
                let lacking = &mail.without_address;
                let args = [
                    ("path", mail.path.display().to_string()),
                    ("count", lacking.len().to_string()),
                    ("people", lacking.join(", ")),
                ];
                Ok(self.done("done-mail", &args))
            }
            Meeting::Home {
                file,
                document,
                party,
                date,
            } => self.home(&file, &document, party.as_deref(), date.as_deref()),
        }
    }

    pub(super) fn matter(&self, command: Matter) -> Result<ExitCode, Error> {
        match command {
            Matter::List { file } => self.matters(&file),
            Matter::Add { file, fields } => {
                let mut workspace = self.open(&file)?;
                let register = workspace.begin_register()?;
                let fields = super::edit::pairs(&fields);
                let added = workspace.add_matter(register, &fields)?;
                Ok(self.done("done-matter", &[("id", added.object.to_string())]))
            }
            Matter::TakeUp {
                file,
                matter,
                document,
            } => {
                let mut workspace = self.open(&file)?;
                let matter = workspace.find_matter(&matter)?;
                let agenda = workspace.find_document(&document)?;
                workspace.take_up(matter, agenda)?;
                Ok(self.done("done-take-up", &[]))
            }
            Matter::Inform(inform) => self.inform(&inform),
            Matter::Memo {
                file,
                matter,
                about,
                with,
            } => {
                let mut workspace = self.open(&file)?;
                let with = with.as_deref();
                let memo = if let Some(about) = about {
                    let carried = workspace.find_document(&about)?;
                    workspace.begin_memo_about(carried, with)?
                } else {
                    let matter = workspace.find_matter(&matter.unwrap_or_default())?;
                    workspace.begin_memo(matter, with)?
                };
                self.begun(&workspace, memo.object)
            }
        }
    }

    pub(super) fn promised(&self, command: Promised) -> Result<ExitCode, Error> {
        match command {
            Promised::Actions { file, all, on } => self.actions(&file, all, on.as_deref()),
            Promised::Close(close) => self.close(close),
        }
    }

    pub(super) fn seen_from(
        &self,
        file: &Path,
        day: Option<&str>,
    ) -> Result<workspace::Workspace, Error> {
        let mut workspace = self.open(file)?;
        if let Some(day) = day {
            workspace.see_from_day(day)?;
        }
        Ok(workspace)
    }

    pub(super) fn begun(
        &self,
        workspace: &workspace::Workspace,
        id: ObjectId,
    ) -> Result<ExitCode, Error> {
        let lines = workspace.documents()?;
        let begun = lines.iter().find(|line| line.id == id);
        let title = begun.map(|line| line.title.clone()).unwrap_or_default();
        let name = begun.map(|line| workspace::reference(line, &lines));
        let args = [
            ("id", id.to_string()),
            ("name", name.unwrap_or_default()),
            ("title", title),
        ];
        Ok(self.done("done-begun", &args))
    }

    fn meetings(
        &self,
        file: &Path,
        year: Option<i32>,
        on: Option<&str>,
    ) -> Result<ExitCode, Error> {
        let found = self.seen_from(file, on)?.meetings(year)?;
        if self.json {
            print_json(&found);
            return Ok(ExitCode::SUCCESS);
        }
        if found.meetings.is_empty() {
            line(&say("meetings-none", &[("year", found.year.to_string())]));
        }
        for meeting in &found.meetings {
            line(&of_meeting(meeting));
            meeting.lacks.iter().for_each(|lack| line(&lacks(lack)));
        }
        found.lacks.iter().for_each(|lack| line(&lacks(lack)));
        Ok(ExitCode::SUCCESS)
    }

    fn plan(
        &self,
        file: &Path,
        year: i32,
        body: &str,
        days: &[String],
        common: &InCommon,
    ) -> Result<ExitCode, Error> {
        let text = if days == ["-"] {
            super::edit::read_stdin()?
        } else {
            days.join("\n")
        };
        let mut workspace = self.open(file)?;
        let planned = workspace.plan_meetings(year, body, &text, common)?;
        // What could be read is written; whoever runs this in a script must see that some was not.
        let code = match planned.unread.is_empty() {
            true => ExitCode::SUCCESS,
            false => ExitCode::FAILURE,
        };
        if self.json {
            print_json(&planned);
            return Ok(code);
        }
        said_of_plan(&planned, common);
        let args = [
            ("added", planned.added.to_string()),
            ("known", planned.known.to_string()),
        ];
        self.done("done-plan-meetings", &args);
        Ok(code)
    }

    fn home(
        &self,
        file: &Path,
        document: &str,
        party: Option<&str>,
        date: Option<&str>,
    ) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        let notes = workspace.find_document(document)?;
        let all = workspace.at_home(notes)?;
        let Some(wanted) = party else {
            if self.json {
                print_json(&all);
            } else {
                for one in &all {
                    let key = if one.done { "home-done" } else { "home-open" };
                    line(&say(key, &[("who", one.who.clone())]));
                }
            }
            return Ok(ExitCode::SUCCESS);
        };
        let is_it = |who: &str| who.to_lowercase() == wanted.trim().to_lowercase();
        let member = all.iter().find(|one| is_it(&one.who));
        let member = member.and_then(|one| one.object.parse().ok());
        let member = member.ok_or_else(|| Error::NotFound {
            what: workspace::error::What::Person,
            name: wanted.to_owned(),
            known: all.iter().map(|one| one.who.clone()).collect(),
        })?;
        workspace.brought_home(notes, member, date)?;
        Ok(self.done("done-home", &[("who", wanted.to_owned())]))
    }

    fn matters(&self, file: &Path) -> Result<ExitCode, Error> {
        let found = self.open(file)?.matters()?;
        if self.json {
            print_json(&found);
            return Ok(ExitCode::SUCCESS);
        }
        if found.is_empty() {
            line(&say("matters-none", &[]));
        }
        for matter in &found {
            let cells = [&matter.number, &matter.title, &matter.kind, &matter.words];
            line(&cells.map(String::as_str).join("\t"));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn inform(&self, inform: &Inform) -> Result<ExitCode, Error> {
        let mut workspace = self.open(&inform.file)?;
        let matter = workspace.find_matter(&inform.matter)?;
        workspace.inform(matter, &inform.recipients, inform.date.as_deref())?;
        Ok(self.done("done-inform", &[("to", inform.recipients.join(", "))]))
    }

    fn actions(&self, file: &Path, all: bool, on: Option<&str>) -> Result<ExitCode, Error> {
        let mut found = self.seen_from(file, on)?.actions()?;
        found.retain(|action| all || action.ending.is_empty());
        if self.json {
            print_json(&json!(found));
            return Ok(ExitCode::SUCCESS);
        }
        if found.is_empty() {
            line(&say("actions-none", &[]));
        }
        found.iter().for_each(|action| line(&of_action(action)));
        Ok(ExitCode::SUCCESS)
    }

    fn close(&self, close: Close) -> Result<ExitCode, Error> {
        let mut workspace = self.open(&close.file)?;
        let (notes, action) = workspace.find_action(&close.action)?;
        let form = CloseForm {
            dropped: close.dropped,
            day: close.date,
            why: close.why,
        };
        workspace.close_action(notes, action, &form)?;
        Ok(self.done("done-close", &[("title", close.action)]))
    }
}

fn said_of_plan(planned: &PlannedDays, common: &InCommon) {
    let is_given = [&common.time, &common.place].map(|words| !words.trim().is_empty());
    if planned.known > 0 && is_given.contains(&true) {
        line(&say("plan-kept", &[]));
    }
    for unread in &planned.unread {
        line(&say("plan-unread", &[("words", unread.words.clone())]));
    }
}

fn of_meeting(meeting: &MeetingView) -> String {
    let day = match (meeting.day.as_str(), meeting.until.as_str()) {
        (day, "") => day.to_owned(),
        (day, until) => format!("{day}–{until}"),
    };
    let step = match (&meeting.agenda, &meeting.notes) {
        (_, Some(_)) => "meeting-noted",
        (Some(_), None) => "meeting-called",
        (None, None) => "meeting-planned",
    };
    let with = if meeting.with.is_empty() {
        String::new()
    } else {
        say("meeting-with", &[("with", meeting.with.clone())])
    };
    let cells = [
        &day,
        &format!("{}{with}", meeting.body),
        &meeting.title,
        &say(step, &[]),
    ];
    cells.map(String::as_str).join("\t")
}

fn lacks(lack: &LackView) -> String {
    format!("    {}", lack.text)
}

fn of_action(action: &ActionView) -> String {
    let state = match (action.ending.as_str(), action.days) {
        ("done", _) => say("action-done", &[]),
        ("dropped", _) => say("action-dropped", &[]),
        (_, Some(days)) if days < 0 => say("action-late", &[("days", (-days).to_string())]),
        _ => say("action-open", &[]),
    };
    let ending = action.object.parse::<ObjectId>();
    let ending = ending.map(ObjectId::ending).unwrap_or_default();
    let cells = [
        ending.as_str(),
        &action.end,
        &action.title,
        &action.who,
        &state,
        &action.notes,
    ];
    cells.join("\t")
}
