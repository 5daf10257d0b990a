//! Commands about what the responsible people are asked and answer.

use std::path::Path;
use std::process::ExitCode;

use workspace::{AnswerState, AnswersView, Error};

use super::Session;
use crate::arguments::Returns;
use crate::output::{json as print_json, line, say};

impl Session {
    pub(super) fn returns(&self, command: Returns) -> Result<ExitCode, Error> {
        match command {
            Returns::Returns {
                file,
                document,
                person,
            } => self.ask(&file, &document, person.as_deref()),
            Returns::Answers {
                file,
                document,
                from,
                write,
            } => self.answers(&file, &document, &from, write),
        }
    }

    fn ask(&self, file: &Path, document: &str, person: Option<&str>) -> Result<ExitCode, Error> {
        let workspace = self.open(file)?;
        let mut found = workspace.returns(workspace.find_document(document)?)?;
        if let Some(person) = person {
            let wanted = if person == "." { "" } else { person };
            let is_it = |name: &str| name.split(',').next() == Some(wanted);
            found
                .people
                .retain(|one| one.who == wanted || is_it(&one.name));
        }
        if self.json {
            print_json(&found);
            return Ok(ExitCode::SUCCESS);
        }
        if found.people.is_empty() {
            line(&say("returns-none", &[]));
        }
        for one in &found.people {
            let name = if one.name.is_empty() {
                say("returns-nobody", &[])
            } else {
                one.name.clone()
            };
            line(&format!("{name}\n{}\n\n{}", one.subject, one.text));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn answers(
        &self,
        file: &Path,
        document: &str,
        from: &Path,
        write: bool,
    ) -> Result<ExitCode, Error> {
        let text = super::read_file(from)?;
        let text = String::from_utf8_lossy(&text);
        let mut workspace = self.open(file)?;
        let id = workspace.find_document(document)?;
        let read = workspace.read_answers(id, &text)?;
        let keys: Vec<String> = read.answers.iter().map(|one| one.key.clone()).collect();
        let taken = if write {
            Some(workspace.take_answers(id, &text, &keys)?.0)
        } else {
            None
        };
        if self.json {
            print_json(&serde_json::json!({ "read": read, "written": taken }));
            return Ok(ExitCode::SUCCESS);
        }
        say_read(&read);
        if let Some(taken) = taken {
            line(&say("returns-written", &[("count", taken.to_string())]));
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn say_read(read: &AnswersView) {
    for one in &read.answers {
        let state = match one.state {
            AnswerState::New => "returns-state-new",
            AnswerState::Changed => "returns-state-changed",
            AnswerState::Same => "returns-state-same",
            AnswerState::Unfit => "returns-state-unfit",
        };
        let place = format!("{} › {}", one.place, one.label);
        line(&format!("{place} ({}): {}", say(state, &[]), one.after));
        if !one.why.is_empty() {
            line(&format!("  {}", one.why));
        }
    }
    for loose in &read.loose {
        line(&format!("{}: {}\n  {}", loose.line, loose.text, loose.why));
    }
}
