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
            return file.view();
        }
        let opened = self.take(path);
        self.failed = opened
            .as_ref()
            .err()
            .filter(|_| self.file.is_none())
            .cloned();
        opened
    }

    /// Returns the open workspace, nothing when none was asked for, or why it could not be opened.
    pub fn current(&self) -> Result<Option<WorkspaceView>, ApiError> {
        match (&self.file, &self.failed) {
            (Some((_, file)), _) => file.view().map(Some),
            (None, Some(error)) => Err(error.clone()),
            (None, None) => Ok(None),
        }
    }

    /// Returns the documents of the open workspace.
    pub fn documents(&mut self) -> Result<Vec<DocumentView>, ApiError> {
        self.opened()?.documents()
    }

    /// Sets the document afresh and returns its pages.
    pub fn pages(&mut self, document: &str) -> Result<PagesView, ApiError> {
        self.paper = None;
        let sheets = self.paper(document)?.sheets();
        Ok(PagesView { sheets })
    }

    /// Returns a page (from 0) of the document as SVG.
    pub fn page(&mut self, document: &str, number: u32) -> Result<String, ApiError> {
        let paper = self.paper(document)?;
        paper.svg(number).ok_or_else(ApiError::internal)
    }

    /// Returns what the document says.
    pub fn text(&mut self, document: &str) -> Result<Vec<TextBlock>, ApiError> {
        self.opened()?.text(document)
    }

    fn take(&mut self, path: &Path) -> Result<WorkspaceView, ApiError> {
        let file = self.door.open(path)?;
        let view = file.view()?;
        self.file = Some((path.to_owned(), file));
        self.paper = None;
        Ok(view)
    }

    fn opened(&mut self) -> Result<&mut Box<dyn Opened>, ApiError> {
        match &mut self.file {
            Some((_, file)) => Ok(file),
            None => Err(ApiError::internal()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::{self, Mock, PAGES};

    fn desk() -> Desk {
        Desk::new(Box::new(Mock::default()))
    }

    fn open(path: &str) -> Desk {
        let mut desk = desk();
        desk.open(Path::new(path)).unwrap();
        desk
    }

    #[test]
    fn nothing_is_open_at_first() {
        assert_eq!(desk().current().unwrap(), None);
    }

    #[test]
    fn an_opened_file_is_the_current_one() {
        assert_eq!(
            open("a.missiv").current().unwrap().unwrap().file,
            "a.missiv"
        );
    }

    #[test]
    fn a_file_that_cannot_be_opened_leaves_its_reason() {
        let mut desk = desk();
        let error = desk.open(Path::new("missing.missiv")).unwrap_err();
        assert_eq!(error.code, "file-missing");
        assert_eq!(desk.current().unwrap_err(), error);
    }

    #[test]
    fn what_is_open_stays_when_another_file_cannot_be_opened() {
        let mut desk = open("a.missiv");
        desk.open(Path::new("missing.missiv")).unwrap_err();
        assert_eq!(desk.current().unwrap().unwrap().file, "a.missiv");
    }

    #[test]
    fn the_open_file_is_not_opened_once_more() {
        let door = Mock::default();
        let openings = door.openings();
        let mut desk = Desk::new(Box::new(door));
        desk.open(Path::new("a.missiv")).unwrap();
        desk.open(Path::new("a.missiv")).unwrap();
        assert_eq!(openings.count(), 1);
    }

    #[test]
    fn pages_are_those_of_the_document_asked_for() {
        let mut desk = open("a.missiv");
        assert_eq!(desk.pages("plan").unwrap().sheets, mock::sheets());
        assert_eq!(desk.page("plan", 1).unwrap(), "<svg>plan 1</svg>");
        assert_eq!(desk.page("report", 0).unwrap(), "<svg>report 0</svg>");
        assert_eq!(desk.text("report").unwrap(), mock::text("report"));
    }

    #[test]
    fn a_document_is_set_once_for_all_its_pages() {
        let door = Mock::default();
        let settings = door.settings();
        let mut desk = Desk::new(Box::new(door));
        desk.open(Path::new("a.missiv")).unwrap();
        desk.pages("plan").unwrap();
        desk.page("plan", 0).unwrap();
        desk.page("plan", 1).unwrap();
        assert_eq!(settings.count(), 1);
    }

    #[test]
    fn pages_of_one_file_are_not_shown_for_another() {
        let door = Mock::default();
        let settings = door.settings();
        let mut desk = Desk::new(Box::new(door));
        for file in ["a.missiv", "b.missiv"] {
            desk.open(Path::new(file)).unwrap();
            desk.page("plan", 0).unwrap();
        }
        assert_eq!(settings.count(), 2);
    }

    #[test]
    fn a_page_that_is_not_there_is_an_error() {
        let error = open("a.missiv").page("plan", PAGES).unwrap_err();
        assert_eq!(error.code, "internal");
    }

    #[test]
    fn without_an_open_file_there_is_nothing_to_ask() {
        assert_eq!(desk().documents().unwrap_err().code, "internal");
    }
}
