//! What lies open: one workspace, and the document that was set last.

use std::path::{Path, PathBuf};

use crate::{
    door::{Door, Opened, Paper},
    error::ApiError,
    view::{DocumentView, PagesView, TextBlock, WorkspaceView},
};

/// The open workspace with what the window looks at. It stands on the owner's thread and nowhere else.
pub struct Desk {
    door: Box<dyn Door>,
    file: Option<(PathBuf, Box<dyn Opened>)>,
    /// Why the latest opening failed, for as long as nothing else is open.
    failed: Option<ApiError>,
    paper: Option<(String, Box<dyn Paper>)>,
}

impl Desk {
    /// Returns a desk with nothing open.
    pub fn new(door: Box<dyn Door>) -> Self {
        Self {
            door,
            file: None,
            failed: None,
            paper: None,
        }
    }

    /// Opens a file in place of the one that is open. The open one stays when the other cannot be opened.
    pub fn open(&mut self, path: &Path) -> Result<WorkspaceView, ApiError> {
        // The open file is locked, so that opening it once more would say that somebody else has it.
        if let Some((_, file)) = self.file.as_ref().filter(|(open, _)| open == path) {
            return Ok(file.view());
        }
        match self.door.open(path) {
            Ok(file) => {
                let view = file.view();
                self.file = Some((path.to_owned(), file));
                self.paper = None;
                self.failed = None;
                Ok(view)
            }
            Err(error) => {
                self.failed = self.file.is_none().then(|| error.clone());
                Err(error)
            }
        }
    }

    /// Returns the open workspace, nothing when none was asked for, or why it could not be opened.
    pub fn current(&self) -> Result<Option<WorkspaceView>, ApiError> {
        match (&self.file, &self.failed) {
            (Some((_, file)), _) => Ok(Some(file.view())),
            (None, Some(error)) => Err(error.clone()),
            (None, None) => Ok(None),
        }
    }

    /// Returns the documents of the open workspace.
    pub fn documents(&mut self) -> Result<Vec<DocumentView>, ApiError> {
        self.opened()?.documents()
    }

    /// Sets the document afresh and returns how many pages it has.
    pub fn pages(&mut self, document: &str) -> Result<PagesView, ApiError> {
        self.paper = None;
        let count = self.paper(document)?.count();
        Ok(PagesView { count })
    }

    /// Returns a page (from 0) of the document as SVG.
    pub fn page(&mut self, document: &str, number: u32) -> Result<String, ApiError> {
        let paper = self.paper(document)?;
        paper.svg(number).ok_or_else(|| ApiError::new("no-such-page"))
    }

    /// Returns what the document's pages say.
    pub fn text(&mut self, document: &str) -> Result<Vec<TextBlock>, ApiError> {
        Ok(self.paper(document)?.text())
    }

    fn opened(&mut self) -> Result<&mut Box<dyn Opened>, ApiError> {
        match &mut self.file {
            Some((_, file)) => Ok(file),
            None => Err(ApiError::new("nothing-open")),
        }
    }

    /// The set pages of a document: those that lie here, or new ones.
    fn paper(&mut self, document: &str) -> Result<&dyn Paper, ApiError> {
        let set = match self.paper.take() {
            Some(set) if set.0 == document => set,
            _ => (document.to_owned(), self.opened()?.set(document)?),
        };
        Ok(self.paper.insert(set).1.as_ref())
    }
}
