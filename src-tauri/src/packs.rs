//! Templates, profiles and calendars: where the window finds them, and what it shows of them.

use std::path::{Path, PathBuf};

use serde::Serialize;
use specta::Type;
use workspace::{
    Error, FaultView, Library, LoadedPack, PackReport, PackView, Prefilled, Workspace,
};

use crate::{
    error::ApiError,
    view::{DocumentView, Id, SentenceView},
};

/// The folders that packs are found in, and the one that they are loaded into.
#[derive(Debug, Clone, Default)]
pub struct Packs {
    folders: Vec<PathBuf>,
}

/// The packs to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PacksView {
    /// Each of them.
    pub packs: Vec<PackView>,
    /// Why those that were loaded cannot be had.
    pub fault: Option<SentenceView>,
}

/// What checking a pack found.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportView {
    /// Its id.
    pub id: String,
    /// Whether it can be used.
    pub sound: bool,
    /// Whether it was loaded.
    pub loaded: bool,
    /// What was found, by file and line.
    pub faults: Vec<FaultView>,
    /// The examples that were set as pages.
    pub examples: Vec<ExampleView>,
}

/// An example of a template that was set as pages.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExampleView {
    /// Its file.
    pub file: String,
    /// The number of its pages.
    pub pages: u32,
}

impl Packs {
    /// Returns the folders: the program's own below `data`, then those that `MISSIV_PACKS` lists as PATH does.
    pub fn found(data: Option<PathBuf>) -> Self {
        let named = std::env::var_os("MISSIV_PACKS").unwrap_or_default();
        let named = std::env::split_paths(&named).filter(|path| !path.as_os_str().is_empty());
        let own = data.map(|data| data.join("packs"));
        Self {
            folders: own.into_iter().chain(named).collect(),
        }
    }

    /// Returns the bundled packs with those of the folders that are there.
    pub fn library(&self) -> Result<Library, ApiError> {
        let there = self.folders.iter().filter(|folder| folder.is_dir());
        let library = there
            .into_iter()
            .try_fold(Library::bundled(), |library, folder| {
                library.with_folder(folder)
            });
        Ok(library?)
    }

    /// Loads the pack in a folder or zip into the folder that was named last.
    pub fn load(&self, from: &Path) -> Result<LoadedPack, ApiError> {
        let into = self.folders.last();
        let into = into.ok_or(Error::NowhereToLoad)?;
        Ok(workspace::load_any_pack(&self.library()?, from, into)?)
    }
}

impl ReportView {
    /// Returns the view of what checking the pack with this id found.
    pub fn of(id: String, report: PackReport) -> Self {
        let examples = report.examples.into_iter();
        Self {
            id,
            sound: report.sound,
            loaded: false,
            faults: report.faults,
            examples: examples
                .map(|(file, pages)| ExampleView {
                    file,
                    pages: u32::try_from(pages).unwrap_or(u32::MAX),
                })
                .collect(),
        }
    }
}

impl From<LoadedPack> for ReportView {
    fn from(loaded: LoadedPack) -> Self {
        Self {
            loaded: loaded.path.is_some(),
            ..Self::of(loaded.id, loaded.report)
        }
    }
}

/// What filling in came to.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PrefilledView {
    /// The document with it.
    pub view: DocumentView,
    /// The calendar's title; empty where the profile's rules said it all.
    pub calendar: String,
    /// How many values were written.
    pub values: u32,
}

impl PrefilledView {
    /// Returns the view of what filling in a document came to.
    pub fn of(workspace: &mut Workspace, document: Id, filled: Prefilled) -> Result<Self, Error> {
        Ok(Self {
            view: DocumentView::of(workspace, document.0)?,
            calendar: filled.calendar,
            values: u32::try_from(filled.values).unwrap_or(u32::MAX),
        })
    }
}
