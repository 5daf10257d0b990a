//! Workspace files as the `workspace` crate opens them.

use std::path::Path;

use workspace::{DocumentLine, Library, Pages, State, Workspace};

use crate::{
    door::{Door, Opened, Paper},
    error::ApiError,
    view::{self, DocumentState, DocumentView, SheetView, TextBlock, WorkspaceView},
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

    fn text(&self, document: &str) -> Result<Vec<TextBlock>, ApiError> {
        let id = document.parse().map_err(|_| ApiError::internal())?;
        Ok(view::blocks(self.as_text(id)?))
    }

    fn set(&mut self, document: &str) -> Result<Box<dyn Paper>, ApiError> {
        let id = document.parse().map_err(|_| ApiError::internal())?;
        Ok(Box::new(self.pages(id)?))
    }
}

impl Paper for Pages {
    fn sheets(&self) -> Vec<SheetView> {
        let sizes = (0..self.count()).filter_map(|page| self.size(page));
        sizes.map(sheet).collect()
    }

    fn svg(&self, number: u32) -> Option<String> {
        Pages::svg(self, usize::try_from(number).ok()?)
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

/// A page of this size in millimetres, which is neither negative nor wider than a house.
fn sheet((width, height): (f64, f64)) -> SheetView {
    let tenths = |millimetres: f64| (millimetres * 10.0).round() as u32;
    SheetView {
        width: tenths(width),
        height: tenths(height),
    }
}

/// A count as the window takes it; none comes near the limit.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
