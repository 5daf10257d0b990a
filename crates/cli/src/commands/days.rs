//! Commands about days: what is due, the group's terms, the calendar file, and the handover that goes by all of them.

use std::path::Path;
use std::process::ExitCode;

use workspace::{Due, Error, OfficeView, PackKind, TermView};

use super::Session;
use crate::arguments::{Calendar, Days};
use crate::output::{json as print_json, line, say};

impl Session {
    pub(super) fn days(&self, days: Days) -> Result<ExitCode, Error> {
        match days {
            Days::Due { file, on } => self.due(&file, on.as_deref()),
            Days::Group { file, on } => self.group(&file, on.as_deref()),
            Days::Handover { file, out } => self.handover(&file, &out),
        }
    }

    pub(super) fn calendar(&self, calendar: Calendar) -> Result<ExitCode, Error> {
        match calendar {
            Calendar::Load { pack } => self.load(PackKind::Calendar, &pack),
            Calendar::Export {
                file,
                out,
                year,
                on,
            } => self.export_calendar(&file, &out, year, on.as_deref()),
        }
    }

    fn due(&self, file: &Path, on: Option<&str>) -> Result<ExitCode, Error> {
        let workspace = self.seen_from(file, on)?;
        let due = workspace.due(workspace.today())?;
        if self.json {
            print_json(&due);
            return Ok(ExitCode::SUCCESS);
        }
        if due.is_empty() {
            line(&say("due-nothing", &[]));
        }
        due.into_iter().for_each(|one| line(&said(one)));
        Ok(ExitCode::SUCCESS)
    }

    fn group(&self, file: &Path, on: Option<&str>) -> Result<ExitCode, Error> {
        let view = self.seen_from(file, on)?.group_view()?;
        if self.json {
            print_json(&view);
            return Ok(ExitCode::SUCCESS);
        }
        if !view.purpose.is_empty() {
            line(&view.purpose);
        }
        for office in &view.offices {
            office
                .terms
                .iter()
                .for_each(|term| line(&term_line(office, term)));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn export_calendar(
        &self,
        file: &Path,
        out: &Path,
        year: Option<i32>,
        on: Option<&str>,
    ) -> Result<ExitCode, Error> {
        let written = self.seen_from(file, on)?.export_calendar(out, year)?;
        if self.json {
            print_json(&written);
            return Ok(ExitCode::SUCCESS);
        }
        let args = [
            ("count", written.events.to_string()),
            ("path", written.path.display().to_string()),
        ];
        line(&say("done-calendar", &args));
        Ok(ExitCode::SUCCESS)
    }

    fn handover(&self, file: &Path, out: &Path) -> Result<ExitCode, Error> {
        let written = self.open(file)?.hand_over(out)?;
        if self.json {
            print_json(&written);
            return Ok(ExitCode::SUCCESS);
        }
        let path = written.paper.path.display().to_string();
        line(&say("done-handover", &[("path", path)]));
        if let Some(papers) = written.papers {
            let args = [
                ("count", written.names.len().to_string()),
                ("path", papers.display().to_string()),
            ];
            line(&say("done-handover-papers", &args));
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A term with its cells parted by tabs: office, person, organisation, time, state, what one should know.
fn term_line(office: &OfficeView, term: &TermView) -> String {
    let state = match (term.now, term.over, term.beside) {
        (true, ..) => "window-now",
        (_, true, _) => "window-over",
        (.., true) => "window-taking-over",
        _ => "window-coming",
    };
    let prepares = if term.prepares {
        say("window-prepares", &[])
    } else {
        String::new()
    };
    let cells = [
        office.office.as_str(),
        &term.name,
        &term.organisation,
        &term.days,
        &say(state, &[]),
        &prepares,
        &term.note,
    ];
    let cells = cells.into_iter().filter(|cell| !cell.is_empty());
    let cells: Vec<&str> = cells.collect();
    cells.join("\t").trim_end().to_owned()
}

fn said(one: Due) -> String {
    let when = if one.days < 0 { "past" } else { "coming" };
    let args = [
        ("day", one.day.to_string()),
        ("title", one.title),
        ("to", one.to),
        ("days", one.days.abs().to_string()),
        ("when", when.to_owned()),
    ];
    let said = say("due-line", &args);
    if one.note.is_empty() {
        said
    } else {
        format!("{said}\t{}", one.note)
    }
}
