//! Why a use case could not be carried out: a code and what its sentence needs. The sentences stand in the locale.

mod code;
mod said;
mod what;
mod why;

use std::fmt::Display;
use std::path::{Path, PathBuf};

use model::input::{no_such_day, week};
use model::paper::NotAPaper;
use model::vocabulary::Concept;
use store::{OpenError, RestoreError, StoreError};
use template::PackError;
use typeset::WorkerError;

use crate::words::{self, Args, Sentence};

pub use code::read_only_code;
pub use what::What;
pub use why::Unfit;

use said::{choices, legible, pack_reason, some_of};
use why::why;

/// Why something could not be done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The workspace file could not be opened.
    #[error("{path}: {error}")]
    Open {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        error: OpenError,
    },
    /// The workspace file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A dump could not be taken in.
    #[error(transparent)]
    Restore(#[from] RestoreError),
    /// The file system refused.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        error: std::io::Error,
    },
    /// A file or folder is there already and would be replaced.
    #[error("{0} exists")]
    Exists(PathBuf),
    /// A paper or data would replace a workspace file.
    #[error("{0} is a workspace")]
    WorkspaceInTheWay(PathBuf),
    /// A paper of another sort would be replaced: an archive copy, a receipt or the ordinary file.
    #[error("{path} is another rendition")]
    AnotherRendition {
        /// The file.
        path: PathBuf,
        /// What it is.
        found: typeset::Rendition,
    },
    /// The PDF is an archive copy, which carries no data.
    #[error("{0} is an archive copy")]
    ArchiveCopy(String),
    /// What should be an ordinary file is a device, a pipe or a folder.
    #[error("{0} is no file")]
    NotAFile(PathBuf),
    /// A file is larger than can be right.
    #[error("{path} is larger than {most} bytes")]
    FileTooLarge {
        /// The file.
        path: PathBuf,
        /// The most, in bytes.
        most: u64,
    },
    /// What came on standard input is no text that can be used.
    #[error("standard input: {0:?}")]
    StandardInput(Unfit),
    /// What the user named is not there.
    #[error("no {what:?} {name}")]
    NotFound {
        /// What kind of thing.
        what: What,
        /// The name given.
        name: String,
        /// Names there are, to choose from.
        known: Vec<String>,
    },
    /// The user's name fits several.
    #[error("{name} is several")]
    Ambiguous {
        /// What kind of thing.
        what: What,
        /// The name given.
        name: String,
        /// Those that it fits.
        known: Vec<String>,
    },
    /// A text is no value of the field's type.
    #[error("{text} does not fit {field}")]
    BadValue {
        /// The field's label.
        field: String,
        /// The field's type.
        ty: &'static str,
        /// What was typed.
        text: String,
        /// Words that would fit, where there are few.
        known: Vec<String>,
    },
    /// Nobody was absent whom one could ask.
    #[error("nobody was absent")]
    NobodyAbsent,
    /// It takes another paper than the one that was named.
    #[error("{title} is no {}", .wanted.as_str())]
    AnotherPaper {
        /// The document that was named.
        title: String,
        /// What it must be.
        wanted: Concept,
    },
    /// The agenda has the matter already.
    #[error("{0} has the matter")]
    OnTheAgenda(String),
    /// A text is no year.
    #[error("{0} is no year")]
    BadYear(String),
    /// The workspace has the document already.
    #[error("{0} is there")]
    DocumentExists(String),
    /// The group's own document stays: all others hang on it.
    #[error("the group stays")]
    GroupStays,
    /// The document has been handed in and stays.
    #[error("{title} is handed in as {number}")]
    HandedIn {
        /// The document's title.
        title: String,
        /// The edition's number.
        number: String,
    },
    /// What stands in the log is not taken back: others act on it.
    #[error("{0} stands in the log")]
    StandsInTheLog(String),
    /// What comes before a hand-in or an adoption is not taken back by undo.
    #[error("undo ends where {title} was handed in")]
    UndoEnds {
        /// The document's title.
        title: String,
        /// Whether it was adopted; else it was handed in.
        adopted: bool,
    },
    /// A body has sent the edition back or adopted it already.
    #[error("{number} is settled")]
    Settled {
        /// The edition's number.
        number: String,
        /// Whether it was sent back; else it was adopted.
        remitted: bool,
    },
    /// What is recorded as done lies in the future.
    #[error("{0} is to come")]
    Future(String),
    /// A document's template has no place for what a calendar knows.
    #[error("{0} has no occasions")]
    NothingToPrefill(String),
    /// An object of this kind cannot stand there.
    #[error("{kind} cannot stand there")]
    CannotStandThere {
        /// The kind's label.
        kind: String,
    },
    /// The row is derived from another document: it cannot be removed or moved.
    #[error("the row follows another document")]
    FollowsAnother,
    /// A template or profile has faults.
    #[error("{id} has {} faults", faults.len())]
    Pack {
        /// The template or profile.
        id: String,
        /// The faults.
        faults: Vec<template::Fault>,
    },
    /// A folder or file holds no template or profile.
    #[error("{path}: {error}")]
    NoPack {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        #[source]
        error: PackError,
    },
    /// A template or profile is to be loaded, and nobody has said into which folder.
    #[error("no folder to load into")]
    NowhereToLoad,
    /// The worker that sets layouts from outside gave no pages.
    #[error(transparent)]
    Worker(WorkerError),
    /// The layout could not be typeset.
    #[error("the layout has {} faults", .0.len())]
    Layout(Vec<typeset::Fault>),
    /// The PDF could not be written.
    #[error(transparent)]
    Export(Box<typeset::ExportError>),
    /// The PDF could not be read.
    #[error(transparent)]
    Read(#[from] typeset::ReadError),
    /// The PDF holds no data of ours.
    #[error("no data in the PDF")]
    NoData,
    /// The data of a PDF or an edition is no paper.
    #[error(transparent)]
    Paper(#[from] NotAPaper),
    /// A JSON file is not of the import form.
    #[error("line {line}, column {column}: {reason}")]
    Import {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader says.
        reason: String,
    },
    /// The document has faults that block its submission.
    #[error("{0} faults block")]
    Blocked(usize),
    /// Nothing has been written since the edition with this number.
    #[error("unchanged since {0}")]
    Unchanged(String),
    /// An id stands twice in a JSON file, or a document that there is one of.
    #[error("{0} is there twice")]
    Twice(String),
    /// A JSON file sets a field that belongs to the program.
    #[error("{0} belongs to the program")]
    ReservedField(String),
    /// A field of an import, by its name, holds more than 4 MB.
    #[error("a value of {0} is too long")]
    TooLongForAField(String),
    /// The bytes are no picture that papers can show.
    #[error("not a picture")]
    NotAPicture,
    /// A bilaga is no PDF.
    #[error("{0} is no PDF")]
    NotAPdf(String),
    /// A bilaga is larger than one may be, alone or with the document's others.
    #[error("{0} is too large")]
    AttachmentTooLarge(String),
    /// The question whether a person is to be forgotten was not answered with yes.
    #[error("not confirmed")]
    NotConfirmed,
    /// There is nothing to undo or redo.
    #[error("nothing to take back")]
    NothingToUndo,
    /// The file holds another group's workspace.
    #[error("{0} holds another workspace")]
    AnotherWorkspace(PathBuf),
    /// Parts of a copy that was to be merged cannot be read. The own file is as it was.
    #[error("parts of the copy {} cannot be read", .0.display())]
    CopyDamaged(PathBuf),
    /// There is no conflict where one was to be settled.
    #[error("no conflict")]
    NoConflict,
    /// A conflict has fewer alternatives than the number chosen.
    #[error("{0} alternatives")]
    NoAlternative(usize),
    /// The document has no pages: the group's own details.
    #[error("no pages")]
    NoPages,
    /// A conflict has no suggestion.
    #[error("no suggestion")]
    NoSuggestion,
    /// A text is no moment of a document's life.
    #[error("{0} is no moment")]
    BadMoment(String),
}

impl Error {
    pub(crate) fn not_found(what: What, name: impl Display) -> Self {
        Self::NotFound {
            what,
            name: name.to_string(),
            known: Vec::new(),
        }
    }

    pub(crate) fn io(path: &Path, error: std::io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            error,
        }
    }

    /// Returns what the sentence needs.
    #[must_use]
    pub fn args(&self) -> Args {
        let mut args = Args::new();
        let mut set = |name: &str, value: String| {
            let value = if name == "known" {
                value
            } else {
                legible(&value)
            };
            args.insert(name.to_owned(), value)
        };
        match self {
            Self::Open { path, error } => {
                set("path", path.display().to_string());
                set("reason", error.to_string());
                let io = if let OpenError::Io(io) = error {
                    Some(io)
                } else {
                    None
                };
                set("why", io.map_or("other", why).to_owned());
            }
            Self::Io { path, error } => {
                set("path", path.display().to_string());
                set("reason", error.to_string());
                set("why", why(error).to_owned());
            }
            Self::Exists(path)
            | Self::FileTooLarge { path, .. }
            | Self::AnotherWorkspace(path)
            | Self::CopyDamaged(path)
            | Self::WorkspaceInTheWay(path)
            | Self::NotAFile(path) => {
                set("path", path.display().to_string());
            }
            Self::AnotherRendition { path, found } => {
                let what = match found {
                    typeset::Rendition::Working => "working",
                    typeset::Rendition::Archive => "archive",
                    typeset::Rendition::Receipt => "receipt",
                };
                set("path", path.display().to_string());
                set("what", what.to_owned());
            }
            Self::NotFound { name, known, .. } | Self::Ambiguous { name, known, .. } => {
                set("name", name.clone());
                set("known", some_of(known));
                set("choices", choices(known));
            }
            Self::BadValue {
                field,
                ty,
                text,
                known,
            } => {
                set("field", field.clone());
                set("type", words::say(&format!("type-{ty}"), &Args::new()));
                set("code", (*ty).to_owned());
                set("example", known.first().cloned().unwrap_or_default());
                let typed = Some(text).filter(|_| *ty == "date");
                let no_day = typed.and_then(|text| no_such_day(text));
                let week = typed.and_then(|text| week(text));
                let why = match (&no_day, &week) {
                    (Some(_), _) => "no_day",
                    (None, Some(_)) => "week",
                    (None, None) if text.trim().is_empty() => "empty",
                    (None, None) => "unfit",
                };
                set("why", why.to_owned());
                let shown = no_day.or(week);
                let shown = shown.unwrap_or_else(|| text.chars().take(60).collect());
                set("text", shown);
                set("known", some_of(known));
                set("choices", choices(known));
            }
            Self::BadYear(text)
            | Self::DocumentExists(text)
            | Self::OnTheAgenda(text)
            | Self::StandsInTheLog(text)
            | Self::NothingToPrefill(text)
            | Self::Future(text)
            | Self::Twice(text)
            | Self::ReservedField(text)
            | Self::TooLongForAField(text)
            | Self::ArchiveCopy(text)
            | Self::NotAPdf(text)
            | Self::AttachmentTooLarge(text)
            | Self::BadMoment(text) => {
                set("name", text.clone());
            }
            Self::HandedIn { title, number } => {
                set("name", title.clone());
                set("number", number.clone());
            }
            Self::UndoEnds { title, adopted } => {
                set("name", title.clone());
                set("act", if *adopted { "adopt" } else { "submit" }.to_owned());
            }
            Self::Settled { number, .. } => {
                set("number", number.clone());
            }
            Self::CannotStandThere { kind } => {
                set("kind", kind.clone());
            }
            Self::Pack { id, faults } => {
                set("id", id.clone());
                set("count", faults.len().to_string());
            }
            Self::NoPack { path, error } => {
                set("path", path.display().to_string());
                set("why", pack_reason(error));
            }
            Self::Worker(error) => {
                set("reason", error.to_string());
                if let WorkerError::TooSlow { limit } = error {
                    set("seconds", limit.as_secs().to_string());
                }
            }
            Self::Layout(faults) => {
                set("count", faults.len().to_string());
                set(
                    "first",
                    faults.first().map(ToString::to_string).unwrap_or_default(),
                );
            }
            Self::Import {
                line,
                column,
                reason,
            } => {
                set("line", line.to_string());
                set("column", column.to_string());
                set("reason", reason.clone());
            }
            Self::Blocked(count) => {
                set("count", count.to_string());
            }
            Self::Unchanged(edition) => {
                set("edition", edition.clone());
            }
            Self::AnotherPaper { title, wanted } => {
                set("title", title.clone());
                set("wanted", wanted.as_str().to_owned());
            }
            Self::Store(error) => {
                set("reason", error.to_string());
            }
            Self::Restore(error) => {
                set("reason", error.to_string());
            }
            Self::Export(error) => {
                set("reason", error.to_string());
            }
            Self::Read(error) => {
                set("reason", error.to_string());
            }
            Self::Paper(error) => {
                set("reason", error.to_string());
            }
            Self::NoAlternative(count) => {
                set("count", count.to_string());
            }
            Self::StandardInput(_)
            | Self::NoConflict
            | Self::NoSuggestion
            | Self::NoPages
            | Self::GroupStays
            | Self::FollowsAnother
            | Self::NoData
            | Self::NotAPicture
            | Self::NotConfirmed
            | Self::NobodyAbsent
            | Self::NothingToUndo
            | Self::NowhereToLoad => {}
        }
        args
    }

    /// Returns whether an act stands that undo does not reach past.
    pub(crate) const fn ends_undo(&self) -> bool {
        matches!(
            self,
            Self::UndoEnds { .. } | Self::StandsInTheLog(_) | Self::HandedIn { .. }
        )
    }

    /// Returns the sentence and what to do about it.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        words::sentence(&format!("error-{}", self.code()), &self.args())
    }
}
