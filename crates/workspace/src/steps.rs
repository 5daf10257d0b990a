//! A document's history as one reads it: each change with what stood before and after, and the way back to it.

use model::document::Object;
use model::id::ObjectId;
use serde::Serialize;
use specta::Type;
use store::{Edition, Kind};

use crate::error::{Error, What};
use crate::history::moment;
use crate::{Input, Outcome, Workspace};

/// A step of a document's history, or several by which somebody wrote on in one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// The step, of several the newest; of an edition that set no field, the moment when it was made.
    pub step: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Who; empty where nobody was named.
    pub author: String,
    /// What was done.
    pub action: String,
    /// Whether it has been taken back.
    pub undone: bool,
    /// What it set.
    pub edits: Vec<EditView>,
}

/// A field that a step set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EditView {
    /// The object.
    pub object: String,
    /// The field's id.
    pub field: String,
    /// The place in words.
    pub place: String,
    /// What stood there before, in words.
    pub before: String,
    /// What it was given, in words.
    pub after: String,
    /// The words of both in order, those that differ apart.
    pub parts: Vec<crate::Part>,
}

impl Workspace {
    /// Returns the newest steps of a document, newest first, with the editions that set no field and are therefore no step
    /// of their own. What one person wrote in one field with pauses of at most ten minutes is one, of which `limit` are
    /// returned: from what stood before the first to what stood after the last.
    ///
    /// # Errors
    /// The file cannot be read, or the document is not there.
    pub fn steps(&self, document: ObjectId, limit: u32) -> Result<Vec<StepView>, Error> {
        let loaded = self.load(document)?;
        let joined = self.joined(document, limit)?;
        let lines = self.lines(joined.into_iter().map(|joined| joined.entry).collect())?;
        let view = |line: crate::HistoryLine| {
            let edits = line.edits.iter().map(|edit| {
                let object = loaded.document.object(edit.object);
                let kind = object.and_then(|object| object.kind.as_deref());
                let known = loaded
                    .template()
                    .fields_of(kind)
                    .iter()
                    .find(|field| field.id == edit.field);
                let words = |value: Option<&serde_json::Value>| {
                    value.map_or_else(String::new, |value| loaded.words_of(known, value))
                };
                let (before, after) = (words(edit.old.last()), words(edit.new.as_ref()));
                let mut place = object
                    .map(|object| loaded.place_of(object))
                    .unwrap_or_default();
                place.push(known.map_or_else(|| edit.field.clone(), |field| field.label.clone()));
                EditView {
                    object: edit.object.to_string(),
                    field: edit.field.clone(),
                    place: place.join(", "),
                    parts: crate::wording::differences(&before, &after),
                    before,
                    after,
                }
            });
            StepView {
                edits: edits.collect(),
                step: line.step,
                at: line.at,
                author: line.author,
                action: line.action,
                undone: line.undone,
            }
        };
        let mut steps: Vec<StepView> = lines.into_iter().map(view).collect();
        for edition in self.store.editions(document)? {
            if let Some(made) = self.made(&edition, &steps) {
                let older = steps.iter().position(|step| step.at <= made.at);
                steps.insert(older.unwrap_or(steps.len()), made);
            }
        }
        steps.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(steps)
    }

    /// Returns how an edition was made; nothing where a step tells it already, or where it was read from elsewhere.
    fn made(&self, edition: &Edition, steps: &[StepView]) -> Option<StepView> {
        let op = match edition.kind {
            Kind::Submitted => "submit",
            Kind::Adopted => "adopt",
            Kind::Received => return None,
        };
        let at = moment(edition.at);
        let step = edition.step.to_string();
        let mut steps = steps.iter();
        let is_told = steps.any(|told| told.step == step && told.at == at);
        (edition.kind == Kind::Adopted || !is_told).then(|| StepView {
            step: at.clone(),
            at,
            author: edition
                .author
                .map(|id| self.author_name(id))
                .unwrap_or_default(),
            action: crate::words::say(&format!("op-{op}"), &crate::words::Args::new()),
            undone: false,
            edits: Vec::new(),
        })
    }

    /// Gives a field back what stood in it before a step, or before the first of those that [`Workspace::steps`] tells with
    /// it. An act in the log has nothing before it.
    ///
    /// # Errors
    /// The document has no such step, the field is gone, the step noted an act, or the file can only be read.
    pub fn restore_before(
        &mut self,
        document: ObjectId,
        step: &str,
        object: &str,
        field: &str,
    ) -> Result<Outcome, Error> {
        let mut joined = self.joined(document, u32::MAX)?.into_iter();
        let told = joined.find(|joined| joined.holds(step));
        let mut lines = self.lines(told.map(|joined| joined.entry).into_iter().collect())?;
        let line = lines.pop();
        if let (Some(line), Ok(id)) = (&line, object.parse()) {
            let loaded = self.document(document)?;
            if loaded.object(id).is_some_and(Object::is_logged) {
                return Err(Error::StandsInTheLog(line.action.clone()));
            }
        }
        let edits = line.map(|line| line.edits).unwrap_or_default();
        let edit = edits
            .into_iter()
            .find(|edit| edit.object.to_string() == object && edit.field == field);
        let edit = edit.ok_or_else(|| Error::not_found(What::Field, field))?;
        let value = edit
            .old
            .last()
            .cloned()
            .map_or(Input::Nothing, Input::Stored);
        let name = if edit.object == document {
            ".".to_owned()
        } else {
            object.to_owned()
        };
        self.set_as("restore", document, &name, field, &value)
    }
}

#[cfg(test)]
mod tests;
