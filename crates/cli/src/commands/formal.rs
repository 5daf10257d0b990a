//! Commands about a document's formal life: sent, sent back, registered, marked as done, carried over.

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;
use workspace::{Error, LogLine, RemitForm, SectionView, SendForm, Sentence};

use super::Session;
use crate::arguments::{Register, Remit, Send};
use crate::output::{json as print_json, line, note, say};

impl Session {
    pub(super) fn send(&self, send: Send) -> Result<ExitCode, Error> {
        let form = SendForm {
            to: send.recipients,
            day: send.date,
            edition: send.edition,
        };
        let mut workspace = self.open(&send.file)?;
        let id = workspace.find_document(&send.document)?;
        workspace.send(id, &form)?;
        Ok(self.done("done-send", &[("to", form.to.join(", "))]))
    }

    pub(super) fn remit(&self, remit: Remit) -> Result<ExitCode, Error> {
        let form = RemitForm {
            body: remit.body,
            day: remit.date,
            paragraph: remit.paragraph,
            why: remit.why,
            edition: remit.edition,
        };
        let mut workspace = self.open(&remit.file)?;
        let id = workspace.find_document(&remit.document)?;
        workspace.remit(id, &form)?;
        Ok(self.done("done-remit", &[("body", form.body)]))
    }

    pub(super) fn register(&self, register: &Register) -> Result<ExitCode, Error> {
        let mut workspace = self.open(&register.file)?;
        let id = workspace.find_document(&register.document)?;
        workspace.register(id, &register.number, &register.by, register.date.as_deref())?;
        Ok(self.done("done-register", &[("number", register.number.clone())]))
    }

    pub(super) fn log(&self, file: &Path, document: &str) -> Result<ExitCode, Error> {
        let workspace = self.open(file)?;
        let lines = workspace.log(workspace.find_document(document)?)?;
        if self.json {
            print_json(&lines);
        } else if lines.is_empty() {
            line(&say("log-empty", &[]));
        } else {
            line(&say("log-columns", &[]).replace(", ", "\t"));
            lines.iter().for_each(|found| line(&pasted(found)));
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) fn done_with(
        &self,
        file: &Path,
        document: &str,
        section: Option<&str>,
        done: bool,
    ) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        let id = workspace.find_document(document)?;
        if let Some(section) = section {
            workspace.mark_done(id, section, done)?;
            let key = if done { "done-done" } else { "done-not-done" };
            let code = self.done(key, &[("section", section.to_owned())]);
            let wanted = section.to_lowercase();
            let is_named =
                |found: &SectionView| found.id == section || found.label.to_lowercase() == wanted;
            let sections = workspace.sections(id)?;
            let hinders = sections
                .iter()
                .filter(|found| is_named(found) && found.blocking > 0);
            for found in hinders.filter(|_| done) {
                note(&Sentence {
                    text: say("done-hindered", &[("count", found.blocking.to_string())]),
                    hint: String::new(),
                });
            }
            return Ok(code);
        }
        let sections = workspace.sections(id)?;
        if self.json {
            print_json(&sections);
        } else {
            sections.iter().for_each(|found| line(&progress(found)));
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) fn carry_over(&self, file: &Path, year: i32) -> Result<ExitCode, Error> {
        let outcome = self.open(file)?.carry_over(year)?;
        if self.json {
            print_json(&json!({ "object": outcome.object, "changes": outcome.changes }));
            return Ok(ExitCode::SUCCESS);
        }
        let origins = outcome.changes.places.iter();
        let count = origins.filter(|place| place.field == "@origin").count();
        let args = [
            ("count", count.to_string()),
            ("year", (year + 1).to_string()),
        ];
        Ok(self.done("done-carry-over", &args))
    }

    pub(super) fn prefill(&self, file: &Path, document: &str) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        let id = workspace.find_document(document)?;
        let prefilled = workspace.prefill(id)?;
        if self.json {
            print_json(&prefilled);
            return Ok(ExitCode::SUCCESS);
        }
        let args = [
            ("count", prefilled.values.to_string()),
            ("calendar", prefilled.calendar.clone()),
        ];
        let key = if prefilled.calendar.is_empty() {
            "done-prefill-rules"
        } else {
            "done-prefill"
        };
        Ok(self.done(key, &args))
    }
}

/// A line with its cells parted by tabs: day, what, edition, who, paragraph, number, what for, checksums.
fn pasted(found: &LogLine) -> String {
    let who = if found.to.is_empty() {
        found.body.clone()
    } else {
        found.to.join(", ")
    };
    let cells = [
        found.on.to_string(),
        found.word.clone(),
        found.edition.clone(),
        who,
        found.paragraph.clone(),
        found.registration.clone(),
        found.why.clone(),
        found.checksum.clone(),
        found.pdf_sha256.clone(),
    ];
    let cells = cells.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
    cells.join("\t")
}

fn progress(found: &SectionView) -> String {
    let state = match (found.done, found.by.is_empty()) {
        (false, _) => String::new(),
        (true, true) => say("section-done", &[]),
        (true, false) => say("section-done-by", &[("person", found.by.clone())]),
    };
    let args = [
        ("filled", found.filled.to_string()),
        ("required", found.required.to_string()),
        ("blocking", found.blocking.to_string()),
    ];
    format!(
        "{}\t{}\t{}\t{state}",
        found.id,
        found.label,
        say("section-filled", &args)
    )
}
