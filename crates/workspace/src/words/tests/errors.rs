//! One of each error, for the test over their sentences. A new error belongs here too.

use std::io;
use std::path::PathBuf;

use model::paper::NotAPaper;
use store::{OpenError, RestoreError, StoreError, WhyReadOnly};
use typeset::{ExportError, ReadError};

use crate::error::{Error, Unfit, What};

/// Every error there is, with something in each of its places.
pub(super) fn every_error() -> Vec<Error> {
    let path = || PathBuf::from("plan.missiv");
    let io = || io::Error::from(io::ErrorKind::NotFound);
    let what = [
        What::File,
        What::Folder,
        What::Template,
        What::Profile,
        What::Calendar,
        What::Document,
        What::Object,
        What::Field,
        What::Kind,
        What::Person,
        What::Edition,
        What::Section,
        What::Body,
    ];
    let open = [
        OpenError::Missing,
        OpenError::Exists,
        OpenError::Empty,
        OpenError::NotSqlite,
        OpenError::Damaged { report: Vec::new() },
        OpenError::NotOurs {
            application_id: 1,
            version: 1,
        },
        OpenError::Altered {
            objects: Vec::new(),
        },
        OpenError::Newer { version: 9 },
        OpenError::Restless,
        OpenError::Io(io()),
    ];
    let known = || vec!["plan/2025".to_owned()];
    let mut all: Vec<Error> = open
        .into_iter()
        .map(|error| Error::Open {
            path: path(),
            error,
        })
        .collect();
    for what in what {
        all.push(Error::not_found(what, "x"));
        all.push(Error::NotFound {
            what,
            name: "x".to_owned(),
            known: known(),
        });
    }
    for why in [
        WhyReadOnly::Locked,
        WhyReadOnly::Permission,
        WhyReadOnly::Full,
        WhyReadOnly::BackUp,
        WhyReadOnly::Newer { version: 9 },
    ] {
        all.push(Error::Store(StoreError::ReadOnly(why)));
    }
    let sha256 = store::Sha256::of(b"x");
    all.extend([
        Error::Store(StoreError::NoIdLeft),
        Error::Store(StoreError::BlobDamaged { sha256 }),
        Error::Restore(RestoreError::Format { found: 9 }),
        Error::io(&path(), io()),
        Error::Exists(path()),
        Error::FileTooLarge {
            path: path(),
            most: 1,
        },
        Error::StandardInput(Unfit::TooLong),
        Error::StandardInput(Unfit::NotText),
        Error::StandardInput(Unfit::Empty),
        Error::Ambiguous {
            what: What::Document,
            name: "plan".to_owned(),
            known: known(),
        },
        Error::Ambiguous {
            what: What::Template,
            name: "missiv".to_owned(),
            known: known(),
        },
        Error::BadValue {
            field: "Start".to_owned(),
            ty: "date",
            text: "snart".to_owned(),
            known: Vec::new(),
        },
        Error::BadValue {
            field: "Typ".to_owned(),
            ty: "choice",
            text: "x".to_owned(),
            known: known(),
        },
        Error::WorkspaceInTheWay(path()),
        Error::AnotherRendition {
            path: path(),
            found: typeset::Rendition::Archive,
        },
        Error::ArchiveCopy("Plan 2026".to_owned()),
        Error::NotAFile(path()),
        Error::NotConfirmed,
        Error::NotAPdf("budget.docx".to_owned()),
        Error::AttachmentTooLarge("budget.pdf".to_owned()),
        Error::Store(StoreError::OntoItself),
        Error::Store(StoreError::Occupied {
            by: store::OccupiedBy::Another,
        }),
        Error::Store(StoreError::Occupied {
            by: store::OccupiedBy::News,
        }),
        Error::Store(StoreError::Occupied {
            by: store::OccupiedBy::AProgram,
        }),
        Error::BadYear("tolv".to_owned()),
        Error::StandsInTheLog("Antecknade en återremiss".to_owned()),
        Error::UndoEnds {
            title: "Plan 2025".to_owned(),
            adopted: true,
        },
        Error::DocumentExists("Plan 2025".to_owned()),
        Error::NothingToPrefill("Missiv".to_owned()),
        Error::HandedIn {
            title: "Plan 2025".to_owned(),
            number: "1.0".to_owned(),
        },
        Error::Settled {
            number: "1.0".to_owned(),
            remitted: true,
        },
        Error::Settled {
            number: "1.0".to_owned(),
            remitted: false,
        },
        Error::Future("2099-12-05".to_owned()),
        Error::CannotStandThere {
            kind: "Aktivitet".to_owned(),
        },
        Error::FollowsAnother,
        Error::Pack {
            id: "mall".to_owned(),
            faults: Vec::new(),
        },
        Error::Layout(Vec::new()),
        Error::Export(Box::new(ExportError::ReadBack(ReadError::Panicked))),
        Error::Read(ReadError::Panicked),
        Error::NoData,
        Error::Paper(NotAPaper::OtherFormat { format: 9 }),
        Error::Paper(NotAPaper::NotJson),
        Error::Import {
            line: 1,
            column: 2,
            reason: "EOF".to_owned(),
        },
        Error::Blocked(2),
        Error::Twice("2025a1d0".to_owned()),
        Error::ReservedField("@pos".to_owned()),
        Error::TooLongForAField("inledning".to_owned()),
        Error::Unchanged("1.0".to_owned()),
        Error::NotAPicture,
        Error::NowhereToLoad,
        Error::NoPack {
            path: "mall.zip".into(),
            error: template::PackError::NotAZip,
        },
        Error::Worker(typeset::WorkerError::NotStarted(io::ErrorKind::NotFound)),
        Error::Worker(typeset::WorkerError::TooSlow {
            limit: std::time::Duration::from_secs(20),
        }),
        Error::Worker(typeset::WorkerError::TooLarge { limit: 1 << 30 }),
        Error::Worker(typeset::WorkerError::Died),
        Error::Worker(typeset::WorkerError::Garbled),
        Error::NobodyAbsent,
        Error::AnotherPaper {
            title: "Gruppen".to_owned(),
            wanted: model::vocabulary::Concept::Notes,
        },
        Error::OnTheAgenda("Dagordning".to_owned()),
        Error::NothingToUndo,
        Error::AnotherWorkspace(path()),
        Error::CopyDamaged(path()),
        Error::NoConflict,
        Error::NoSuggestion,
        Error::NoPages,
        Error::NoAlternative(2),
        Error::BadMoment("x".to_owned()),
    ]);
    all
}
