//! Workspace files as the `workspace` crate opens them.

use std::path::Path;

use workspace::{DocumentLine, Library, Pages, State, Workspace};

use crate::{
    door::{Door, Opened, Paper},
    error::ApiError,
    view::{DocumentState, DocumentView, TextBlock, WorkspaceView},
};

/// The workspace files of this machine.
pub struct Files;

impl Door for Files {
    fn open(&self, path: &Path) -> Result<Box<dyn Opened>, ApiError> {
        Ok(Box::new(Workspace::open(path, Library::bundled())?))
    }
}

impl Opened for Workspace {
    fn view(&self) -> Result<WorkspaceView, ApiError> {
        let file = self.path().file_name().unwrap_or_default();
        Ok(WorkspaceView {
            name: self.name()?,
            file: file.to_string_lossy().into_owned(),
            read_only: self.read_only().map(Into::into),
        })
    }

    fn documents(&mut self) -> Result<Vec<DocumentView>, ApiError> {
        let lines = Workspace::documents(self)?;
        Ok(lines.into_iter().map(Into::into).collect())
    }

    fn set(&mut self, document: &str) -> Result<Box<dyn Paper>, ApiError> {
        let id = document.parse().map_err(|_| ApiError::internal())?;
        Ok(Box::new(self.pages(id)?))
    }
}

impl Paper for Pages {
    fn count(&self) -> u32 {
        number(Pages::count(self))
    }

    fn svg(&self, number: u32) -> Option<String> {
        Pages::svg(self, usize::try_from(number).ok()?)
    }

    fn text(&self) -> Vec<TextBlock> {
        let text = Pages::text(self);
        let pages = text.split('\u{c}').map(str::to_owned);
        pages.map(|text| TextBlock::Paragraph { text }).collect()
    }
}

impl From<DocumentLine> for DocumentView {
    fn from(line: DocumentLine) -> Self {
        Self {
            id: line.id.to_string(),
            name: line.name,
            title: line.title,
            state: line.state.into(),
            printed: line.printed,
            blocking: number(line.blocking),
            warnings: number(line.warnings),
        }
    }
}

impl From<State> for DocumentState {
    fn from(state: State) -> Self {
        match state {
            State::Draft => Self::Draft,
            State::Submitted => Self::Submitted,
            State::Adopted => Self::Adopted,
        }
    }
}

/// A count as the window takes it; none comes near the limit.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
