//! The codes: stable names of what went wrong, for the locale, the window and scripts.

use model::paper::NotAPaper;
use store::{OccupiedBy, OpenError, RestoreError, StoreError, WhyReadOnly};
use typeset::WorkerError;

use super::{Error, What};

impl Error {
    /// Returns the code. It is stable, and the locale has `error-<code>` and `error-<code>-hint` for it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Open { error, .. } => open_code(error),
            Self::Store(StoreError::ReadOnly(why)) => read_only_code(*why),
            Self::Store(StoreError::Occupied { by }) => match by {
                OccupiedBy::Another => "occupied-another",
                OccupiedBy::News => "occupied-news",
                OccupiedBy::AProgram => "occupied-program",
            },
            Self::Store(StoreError::Moved) => "file-moved",
            Self::Store(StoreError::OntoItself) => "copy-onto-itself",
            Self::WorkspaceInTheWay(_) => "workspace-in-the-way",
            Self::AnotherRendition { .. } => "another-rendition",
            Self::ArchiveCopy(_) => "archive-copy",
            Self::NotAFile(_) => "not-a-file",
            Self::Store(error) if error.is_damage() => "file-damaged",
            Self::Store(_) => "store",
            Self::Restore(RestoreError::Open(error)) => open_code(error),
            Self::Restore(_) => "dump-malformed",
            Self::Io { .. } => "io",
            Self::Exists(_) => "exists",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::StandardInput(unfit) => unfit.code(),
            Self::NotFound { what, .. } => what.not_found(),
            Self::Ambiguous {
                what: What::Template,
                ..
            } => "ambiguous-template",
            Self::Ambiguous { .. } => "ambiguous",
            Self::BadValue { .. } => "bad-value",
            Self::BadYear(_) => "bad-year",
            Self::NobodyAbsent => "nobody-absent",
            Self::AnotherPaper { .. } => "another-paper",
            Self::OnTheAgenda(_) => "on-the-agenda",
            Self::DocumentExists(_) => "document-exists",
            Self::GroupStays => "group-stays",
            Self::HandedIn { .. } => "handed-in",
            Self::StandsInTheLog(_) => "stands-in-the-log",
            Self::UndoEnds { .. } => "undo-ends",
            Self::Settled { remitted: true, .. } => "remitted",
            Self::Settled { .. } => "adopted-already",
            Self::Future(_) => "future",
            Self::NothingToPrefill(_) => "nothing-to-prefill",
            Self::CannotStandThere { .. } => "cannot-stand-there",
            Self::FollowsAnother => "follows-another",
            Self::Pack { .. } => "pack-faulty",
            Self::NoPack { .. } => "no-pack",
            Self::NowhereToLoad => "nowhere-to-load",
            Self::Worker(error) => worker_code(*error),
            Self::Layout(_) => "layout-faulty",
            Self::Export(_) => "export",
            Self::Read(_) => "pdf-unreadable",
            Self::NoData => "pdf-without-data",
            Self::Paper(NotAPaper::OtherFormat { .. }) => "data-newer",
            Self::Paper(_) => "data-malformed",
            Self::Import { .. } => "import-malformed",
            Self::Blocked(_) => "blocked",
            Self::Unchanged(_) => "unchanged",
            Self::Twice(_) => "import-twice",
            Self::ReservedField(_) => "import-reserved",
            Self::TooLongForAField(_) => "import-too-long",
            Self::NotAPicture => "not-a-picture",
            Self::NotAPdf(_) => "not-a-pdf",
            Self::NotConfirmed => "not-confirmed",
            Self::AttachmentTooLarge(_) => "attachment-too-large",
            Self::NothingToUndo => "nothing-to-undo",
            Self::AnotherWorkspace(_) => "another-workspace",
            Self::CopyDamaged(_) => "copy-damaged",
            Self::NoConflict => "no-conflict",
            Self::NoAlternative(_) => "no-alternative",
            Self::NoSuggestion => "no-suggestion",
            Self::NoPages => "no-pages",
            Self::BadMoment(_) => "bad-moment",
        }
    }

    /// Returns every code there is.
    #[must_use]
    pub const fn codes() -> &'static [&'static str] {
        &[
            "file-missing",
            "file-exists",
            "file-empty",
            "not-a-workspace",
            "file-damaged",
            "file-altered",
            "file-newer",
            "file-busy",
            "read-only-newer",
            "read-only-locked",
            "read-only-permission",
            "read-only-full",
            "occupied-another",
            "copy-onto-itself",
            "occupied-news",
            "occupied-program",
            "workspace-in-the-way",
            "another-paper",
            "another-rendition",
            "archive-copy",
            "not-a-file",
            "store",
            "dump-malformed",
            "io",
            "exists",
            "file-too-large",
            "stdin-too-long",
            "stdin-not-text",
            "stdin-empty",
            "no-file",
            "no-folder",
            "no-template",
            "no-profile",
            "no-calendar",
            "no-document",
            "no-object",
            "no-field",
            "no-kind",
            "no-person",
            "no-edition",
            "no-section",
            "no-body",
            "nobody-absent",
            "on-the-agenda",
            "ambiguous",
            "ambiguous-template",
            "bad-value",
            "bad-year",
            "document-exists",
            "nothing-to-prefill",
            "handed-in",
            "stands-in-the-log",
            "undo-ends",
            "remitted",
            "adopted-already",
            "future",
            "cannot-stand-there",
            "follows-another",
            "pack-faulty",
            "no-pack",
            "nowhere-to-load",
            "worker-not-started",
            "worker-too-slow",
            "worker-too-large",
            "worker-died",
            "worker-garbled",
            "layout-faulty",
            "export",
            "pdf-unreadable",
            "pdf-without-data",
            "data-newer",
            "data-malformed",
            "import-malformed",
            "blocked",
            "unchanged",
            "nothing-to-undo",
            "import-twice",
            "import-reserved",
            "import-too-long",
            "not-a-picture",
            "not-a-pdf",
            "not-confirmed",
            "attachment-too-large",
            "another-workspace",
            "copy-damaged",
            "no-conflict",
            "no-alternative",
            "no-suggestion",
            "no-pages",
            "bad-moment",
        ]
    }
}

const fn worker_code(error: WorkerError) -> &'static str {
    match error {
        WorkerError::NotStarted(_) => "worker-not-started",
        WorkerError::TooSlow { .. } => "worker-too-slow",
        WorkerError::TooLarge { .. } => "worker-too-large",
        WorkerError::Died => "worker-died",
        WorkerError::Garbled => "worker-garbled",
    }
}

const fn open_code(error: &OpenError) -> &'static str {
    match error {
        OpenError::Missing => "file-missing",
        OpenError::Exists => "file-exists",
        OpenError::Empty => "file-empty",
        OpenError::NotSqlite | OpenError::NotOurs { .. } => "not-a-workspace",
        OpenError::Damaged { .. } => "file-damaged",
        OpenError::Altered { .. } => "file-altered",
        OpenError::Newer { .. } => "file-newer",
        OpenError::Restless => "file-busy",
        OpenError::Io(_) | OpenError::Sqlite(_) => "io",
    }
}

/// Returns the code of why a file can only be read.
#[must_use]
pub const fn read_only_code(why: WhyReadOnly) -> &'static str {
    match why {
        WhyReadOnly::Newer { .. } => "read-only-newer",
        WhyReadOnly::Locked => "read-only-locked",
        WhyReadOnly::Permission => "read-only-permission",
        WhyReadOnly::Full => "read-only-full",
    }
}
