//! Commands that change a document.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;
use workspace::{
    AttachForm, Changes, Code, Error, Input, ObjectId, Outcome, Placement, Sentence, Unfit,
    Workspace, read_file,
};

use super::Session;
use crate::arguments::{Add, Attach, ObjectName, Picture, Set};
use crate::output::{json as print_json, line, note, say};

impl Session {
    pub(super) fn begin(&self, file: &Path, template: &str, year: i32) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        let begun = workspace.begin(template, year)?;
        if self.json {
            print_json(&json!({ "object": begun.object, "changes": begun.changes }));
            return Ok(ExitCode::SUCCESS);
        }
        self.begun(&workspace, begun.object)
    }

    pub(super) fn set(&self, set: Set) -> Result<ExitCode, Error> {
        let input = match set.value {
            None => Input::Nothing,
            Some(text) => {
                let text = if text == "-" { read_value()? } else { text };
                if set.stored {
                    Input::Stored(stored(&text)?)
                } else {
                    Input::Typed(text)
                }
            }
        };
        self.on(&set.object, |workspace, document| {
            workspace.set(document, &set.object.object, &set.field, &input)
        })
    }

    pub(super) fn picture(&self, picture: &Picture) -> Result<ExitCode, Error> {
        let bytes = read_file(&picture.picture)?;
        self.on(&picture.object, |workspace, document| {
            let alt = picture.alt.as_deref().unwrap_or_default();
            workspace.add_picture(
                document,
                &picture.object.object,
                &picture.field,
                &bytes,
                alt,
            )
        })
    }

    pub(super) fn add(&self, add: Add) -> Result<ExitCode, Error> {
        let fields = pairs(&add.fields);
        let placement = Placement::from(add.placement);
        self.change(&add.file, |workspace| {
            let document = workspace.find_document(&add.document)?;
            workspace.add(document, &add.kind, &placement, &fields)
        })
    }

    pub(super) fn attach(&self, attach: Attach) -> Result<ExitCode, Error> {
        let pdf = read_file(&attach.pdf)?;
        let name = attach.pdf.file_name().unwrap_or_default();
        let name = name.to_string_lossy();
        let form = AttachForm {
            object: attach.object,
            title: attach.title,
            row: attach.row,
        };
        self.change(&attach.file, |workspace| {
            let document = workspace.find_document(&attach.document)?;
            workspace.attach(document, &name, &pdf, &form)
        })
    }

    pub(super) fn on(
        &self,
        name: &ObjectName,
        act: impl FnOnce(&mut Workspace, ObjectId) -> Result<Outcome, Error>,
    ) -> Result<ExitCode, Error> {
        self.change(&name.file, |workspace| {
            let document = workspace.find_document(&name.document)?;
            act(workspace, document)
        })
    }

    pub(super) fn change(
        &self,
        file: &Path,
        act: impl FnOnce(&mut Workspace) -> Result<Outcome, Error>,
    ) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        let outcome = act(&mut workspace)?;
        if self.json {
            print_json(&json!({ "object": outcome.object, "changes": outcome.changes }));
        } else {
            let key = if outcome.changes.step.is_some() {
                "done-saved"
            } else {
                "done-unchanged"
            };
            let place = workspace.changed_place(outcome.object, &outcome.changes);
            if place.is_empty() && outcome.changes.step.is_some() {
                line(&say("done-removed", &[]));
            } else {
                line(&say(key, &[("object", place.join(" › "))]));
                say_empty_cells(&workspace, &outcome)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) fn take_back(
        &self,
        file: &Path,
        key: &str,
        act: impl FnOnce(&mut Workspace) -> Result<(String, Changes), Error>,
    ) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        let (action, changes) = act(&mut workspace)?;
        let object = changes.places.first().map(|place| place.obj);
        let place = object.map(|object| workspace.changed_place(object, &changes));
        let place = place.filter(|place| !place.is_empty());
        let place = place.map_or_else(|| "none".to_owned(), |place| place.join(" › "));
        Ok(self.done(key, &[("action", action), ("place", place)]))
    }
}

/// Reads fields and values as they are typed: `Rubrik=Utbildning`.
pub(super) fn pairs(fields: &[String]) -> Vec<(String, Input)> {
    let pair = |pair: &String| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (name.to_owned(), Input::Typed(value.to_owned()))
    };
    fields.iter().map(pair).collect()
}

/// Says which cells of a small table that was just written are empty and must not be: a row in another form than the
/// table's columns would look as if it had been taken whole.
fn say_empty_cells(workspace: &Workspace, outcome: &Outcome) -> Result<(), Error> {
    let places = &outcome.changes.places;
    let Some(document) = places.first().map(|place| place.doc) else {
        return Ok(());
    };
    for found in workspace.check(document)? {
        let place = &found.diagnostic.place;
        let is_written = place.row.is_some()
            && place.object == outcome.object
            && places
                .iter()
                .any(|written| Some(&written.field) == place.field.as_ref());
        if is_written && found.diagnostic.code == Code::RequiredMissing {
            note(&Sentence {
                text: format!("{}: {}", found.at, found.text),
                hint: String::new(),
            });
        }
    }
    Ok(())
}

fn stored(text: &str) -> Result<serde_json::Value, Error> {
    serde_json::from_str(text).map_err(|error| Error::Import {
        line: error.line(),
        column: error.column(),
        reason: error.to_string(),
    })
}

/// Reads a text from standard input.
pub(super) fn read_stdin() -> Result<String, Error> {
    let mut bytes = Vec::new();
    let mut limited = std::io::stdin().take(MOST_TYPED + 1);
    let read = limited.read_to_end(&mut bytes);
    read.map_err(|error| Error::Io {
        path: PathBuf::from(say("standard-input", &[])),
        error,
    })?;
    if bytes.len() as u64 > MOST_TYPED {
        return Err(Error::StandardInput(Unfit::TooLong));
    }
    String::from_utf8(bytes).map_err(|_| Error::StandardInput(Unfit::NotText))
}

/// Reads what a field is to hold: nothing would empty it.
fn read_value() -> Result<String, Error> {
    let text = read_stdin()?;
    if text.trim().is_empty() {
        return Err(Error::StandardInput(Unfit::Empty));
    }
    Ok(text)
}

/// The longest text that is taken from standard input, in bytes: a thousand pages.
const MOST_TYPED: u64 = 4 << 20;
