//! Commands that show what a workspace holds.

use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::json;
use workspace::{DocumentLine, Error, FieldLine, State, reference};

use super::{BLOCKED, Session};
use crate::output::{findings, json as print_json, line, say};

/// A document of a list with the name that commands take.
#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    line: DocumentLine,
    reference: String,
}

impl Session {
    pub(super) fn list(&self, file: &Path) -> Result<ExitCode, Error> {
        let lines = self.open(file)?.documents()?;
        let names: Vec<String> = lines.iter().map(|line| reference(line, &lines)).collect();
        if self.json {
            let listed = lines.into_iter().zip(names);
            let listed: Vec<Listed> = listed
                .map(|(line, reference)| Listed { line, reference })
                .collect();
            print_json(&listed);
            return Ok(ExitCode::SUCCESS);
        }
        for (found, name) in lines.into_iter().zip(names) {
            let state = say(&format!("state-{}", state_code(found.state)), &[]);
            let edition = found
                .edition
                .map(|edition| format!(" {edition}"))
                .unwrap_or_default();
            let changed = if found.state != State::Draft && found.changed {
                format!(", {}", say("list-changed", &[]))
            } else {
                String::new()
            };
            let faults = say(
                "list-faults",
                &[
                    ("blocking", found.blocking.to_string()),
                    ("warnings", found.warnings.to_string()),
                ],
            );
            line(&format!(
                "{name}\t{}\t{}\t{state}{edition}{changed}\t{faults}",
                found.ident, found.title
            ));
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) fn show(&self, file: &Path, document: &str) -> Result<ExitCode, Error> {
        let workspace = self.open(file)?;
        let id = workspace.find_document(document)?;
        if self.json {
            print_json(&workspace.show(id)?);
        } else {
            line(&workspace.text(id)?);
            let parts = workspace.parts(id)?;
            let unnumbered: Vec<_> = parts
                .iter()
                .filter(|part| part.name.contains(':'))
                .collect();
            if !unnumbered.is_empty() {
                line(&format!("\n{}", say("show-parts", &[])));
            }
            for part in unnumbered {
                line(&format!("  {}\t{}", part.name, part.text));
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) fn check(
        &self,
        file: &Path,
        document: Option<&str>,
        on: Option<&str>,
    ) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        on.map_or(Ok(()), |day| workspace.see_from_day(day))?;
        let lines = workspace.documents()?;
        let wanted = document
            .map(|name| workspace.find_document(name))
            .transpose()?;
        let (mut blocking, mut all) = (0, Vec::new());
        for found in lines
            .iter()
            .filter(|found| wanted.is_none_or(|id| id == found.id))
        {
            let list = workspace.check(found.id)?;
            blocking += found.blocking;
            if !self.json {
                line(&say(
                    "check-heading",
                    &[
                        ("title", found.title.clone()),
                        ("count", list.len().to_string()),
                    ],
                ));
                findings(&list, &workspace.gaps(found.id)?);
            }
            all.push(json!({ "document": found.id, "title": found.title, "findings": list }));
        }
        if self.json {
            print_json(&all);
        }
        Ok(if blocking == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(BLOCKED)
        })
    }

    pub(super) fn history(
        &self,
        file: &Path,
        document: Option<&str>,
        object: Option<&str>,
        limit: u32,
    ) -> Result<ExitCode, Error> {
        let workspace = self.open(file)?;
        let document = document
            .map(|name| workspace.find_document(name))
            .transpose()?;
        let object = match (document, object) {
            (Some(document), Some(name)) => Some(workspace.object(document, name)?),
            _ => None,
        };
        let lines = workspace.history(document, object, limit)?;
        if self.json {
            print_json(&lines);
            return Ok(ExitCode::SUCCESS);
        }
        let mut unknown = false;
        for step in lines {
            let undone = if step.undone {
                say("history-undone", &[])
            } else {
                String::new()
            };
            unknown |= step.author.is_empty();
            let author = if step.author.is_empty() {
                say("conflict-by", &[("author", "none".to_owned())])
            } else {
                step.author
            };
            let said = format!(
                "{}  {}  {author}  {}  {} {undone}",
                step.short,
                step.when,
                step.action,
                step.place.join(" › "),
            );
            line(said.trim_end());
        }
        if unknown {
            line(&say("history-unknown", &[]));
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) fn fields(
        &self,
        file: &Path,
        document: &str,
        kind: Option<&str>,
    ) -> Result<ExitCode, Error> {
        let workspace = self.open(file)?;
        let found = workspace.field_lines(workspace.find_document(document)?, kind)?;
        if self.json {
            print_json(&found);
            return Ok(ExitCode::SUCCESS);
        }
        for kind in &found {
            line(&format!("{}  {}", kind.label, kind.id));
            kind.fields.iter().for_each(|found| field(found, "  "));
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A field with what it takes, and its columns below it in their order.
fn field(found: &FieldLine, margin: &str) {
    line(&format!(
        "{margin}{}  {}  {}",
        found.id, found.label, found.takes
    ));
    let deeper = format!("{margin}    ");
    if !found.choices.is_empty() {
        let choices = [("choices", found.choices.join(", "))];
        line(&format!("{deeper}{}", say("field-choices", &choices)));
    }
    for text in [&found.required, &found.help] {
        if !text.is_empty() {
            line(&format!("{deeper}{text}"));
        }
    }
    if !found.columns.is_empty() {
        let columns: Vec<&str> = found
            .columns
            .iter()
            .map(|column| column.label.as_str())
            .collect();
        let columns = [("columns", columns.join("; "))];
        line(&format!("{deeper}{}", say("field-columns", &columns)));
        found
            .columns
            .iter()
            .for_each(|column| field(column, &deeper));
    }
}

const fn state_code(state: State) -> &'static str {
    match state {
        State::Draft => "draft",
        State::Submitted => "submitted",
        State::Issued => "issued",
        State::Adopted => "adopted",
    }
}
