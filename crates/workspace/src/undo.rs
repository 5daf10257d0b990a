//! Taking back one's own steps, and doing them again.

use model::document::system;
use model::id::ObjectId;
use model::log::Event;
use serde::Serialize;
use serde_json::Value;
use specta::Type;
use store::{Action, Changes};

use crate::Workspace;
use crate::error::Error;
use crate::list::title_of;

/// What undo would take back, and what redo would do again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UndoView {
    /// What would be taken back, in words; nothing where there is nothing.
    pub undo: Option<String>,
    /// What would be done again, in words; nothing where there is nothing.
    pub redo: Option<String>,
    /// Why nothing before this is taken back, in words, where an act ends it.
    #[specta(optional)]
    pub ends: Option<String>,
}

impl Workspace {
    /// Takes back the newest own step, and returns what it was in words.
    ///
    /// # Errors
    /// There is nothing to take back, or an act ends it: what was handed in, adopted, sent, sent back, registered stands.
    /// Such an act is not stepped over either, for what was written before it is what was handed in or sent.
    pub fn undo(&mut self) -> Result<(String, Changes), Error> {
        let stamp = self.stamp();
        if let Some(action) = self.store.can_undo(stamp.run)? {
            self.refuse_before_an_act(&action)?;
        }
        let (action, changes) = self.store.undo(&stamp)?.ok_or(Error::NothingToUndo)?;
        Ok((self.action(&action.op, &action.args), changes))
    }

    /// Does again what was taken back last, and returns what it was in words.
    ///
    /// # Errors
    /// There is nothing to do again, or an act has come after what was taken back.
    pub fn redo(&mut self) -> Result<(String, Changes), Error> {
        let stamp = self.stamp();
        if let Some(action) = self.store.can_redo(stamp.run)? {
            self.refuse_before_an_edition(&action)?;
        }
        let (action, changes) = self.store.redo(&stamp)?.ok_or(Error::NothingToUndo)?;
        Ok((self.action(&action.op, &action.args), changes))
    }

    /// Returns what undo and redo would do, in words.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn undoable(&self) -> Result<UndoView, Error> {
        let mut view = UndoView::default();
        if let Some(action) = self.store.can_undo(self.run)? {
            match self.refuse_before_an_act(&action) {
                Ok(()) => view.undo = Some(self.action(&action.op, &action.args)),
                Err(ends) if ends.ends_undo() => {
                    let said = ends.sentence();
                    view.ends = Some(format!("{} {}", said.text, said.hint));
                }
                Err(error) => return Err(error),
            }
        }
        if let Some(action) = self.store.can_redo(self.run)? {
            match self.refuse_before_an_edition(&action) {
                Ok(()) => view.redo = Some(self.action(&action.op, &action.args)),
                Err(ends) if ends.ends_undo() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(view)
    }

    fn refuse_before_an_act(&self, action: &Action) -> Result<(), Error> {
        self.refuse_before_an_edition(action)?;
        for document in self.begun_by(action)? {
            self.refuse_where_handed_in(document)?;
        }
        self.refuse_where_an_act(action)
    }

    /// An edition that one has made oneself ends undo for the whole file: whatever is on the screen, what was done last is
    /// the act. A colleague's ends it for what they handed in.
    fn refuse_before_an_edition(&self, action: &Action) -> Result<(), Error> {
        for document in self.document_ids()? {
            let mut editions = self.store.editions(document)?;
            // Two clocks may differ, and steps in one file have an order whatever they say.
            let is_later =
                |found: &store::Edition| found.step >= action.step || found.id.0 > action.step.0;
            editions.retain(|found| found.kind != store::Kind::Received && is_later(found));
            let Some(newest) = editions.last() else {
                continue;
            };
            let is_own = editions.iter().any(|found| found.author == self.author);
            if is_own || self.wrote_in(action, document)? {
                return Err(Error::UndoEnds {
                    title: title_of(&self.load(document)?.paper),
                    adopted: newest.kind == store::Kind::Adopted,
                });
            }
        }
        Ok(())
    }

    fn wrote_in(&self, action: &Action, document: ObjectId) -> Result<bool, Error> {
        let rows = self.store.rows(document)?;
        Ok(rows.iter().any(|row| row.step == action.step))
    }

    /// Returns the documents that would go with the step that began them.
    fn begun_by(&self, action: &Action) -> Result<Vec<ObjectId>, Error> {
        if !["begin", "import", "carry_over"].contains(&action.op.as_str()) {
            return Ok(Vec::new());
        }
        let began = |id: &ObjectId| {
            let pin = self.store.rows(*id).map(|rows| {
                rows.iter()
                    .any(|row| row.field == system::TEMPLATE && row.step == action.step)
            });
            pin.unwrap_or(true)
        };
        Ok(self.document_ids()?.into_iter().filter(began).collect())
    }

    fn refuse_where_an_act(&self, action: &Action) -> Result<(), Error> {
        let id = |key: &str| {
            let text = action.args.get(key).and_then(Value::as_str);
            text.and_then(|text| text.parse::<ObjectId>().ok())
        };
        let (Some(document), Some(object)) = (id("document"), id("object")) else {
            return Ok(());
        };
        let document = self.document(document)?;
        let event = document.object(object).and_then(Event::read);
        match event.filter(Event::is_act) {
            Some(_) => Err(Error::StandsInTheLog(self.action(&action.op, &action.args))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
