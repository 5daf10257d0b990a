//! What the shell asks of the program behind it, as traits, so that the shell is tested without it.

use std::path::Path;

use crate::{
    error::ApiError,
    view::{DocumentView, SheetView, TextBlock, WorkspaceView},
};

/// The way to workspace files.
pub trait Door: Send {
    /// Opens a file; an error says in words why it cannot be opened.
    fn open(&self, path: &Path) -> Result<Box<dyn Opened>, ApiError>;
}

/// An open workspace file. It stays on the thread that opened it.
pub trait Opened {
    /// Returns whose workspace it is.
    fn view(&self) -> Result<WorkspaceView, ApiError>;

    /// Returns the documents in the workspace's own order.
    fn documents(&mut self) -> Result<Vec<DocumentView>, ApiError>;

    /// Returns what a document says, in the order of its pages.
    fn text(&self, document: &str) -> Result<Vec<TextBlock>, ApiError>;

    /// Sets a document on pages as the export would print them.
    fn set(&mut self, document: &str) -> Result<Box<dyn Paper>, ApiError>;
}

/// A document set on pages.
pub trait Paper {
    /// Returns the size of each page.
    fn sheets(&self) -> Vec<SheetView>;

    /// Returns a page (from 0) as SVG, or nothing when there is no such page.
    fn svg(&self, number: u32) -> Option<String>;
}
