//! Missiv without a window: one function for each use case.
//!
//! The command and the window both stand on this crate. A function that changes something writes one step through
//! the store and answers with what changed. Faults that a user can mend are diagnostics; what could not be done is
//! an [`Error`], whose code the locale turns into a sentence.

mod accounts;
mod as_read;
mod as_text;
mod attach;
mod back_up;
mod begin;
mod beside;
mod carry;
mod change_of_office;
mod changes;
mod clock;
mod compare;
mod conflict;
mod done;
mod doubt;
mod due;
mod edit;
mod editions;
pub mod error;
mod exchange;
mod export;
mod fields;
mod form;
mod formal;
mod gaps;
mod handover;
mod held;
mod history;
mod ical;
mod import;
mod input_file;
pub mod library;
mod list;
mod load;
mod meeting;
mod names;
mod ordinal;
mod pack_check;
mod pack_load;
mod packs;
mod pasted;
mod people;
mod picture;
mod pinned;
mod plan_days;
mod planned;
mod prefill;
mod proof;
mod purge;
mod read;
mod receipt;
mod registered;
mod resolve;
mod returns;
mod rich;
mod sample;
mod search;
mod sheet;
mod sources;
mod spots;
mod steps;
mod strays;
mod target;
mod terms;
mod typed;
mod typing;
mod undo;
mod way;
mod wording;
pub mod words;
mod write;
mod year;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;
use model::id::RunId;
use model::profile::Profile;
use store::{Sha256, Stamp, Store};

pub use attach::AttachForm;
pub use back_up::{BackUp, restore, thin};
pub use begin::GroupForm;
pub use beside::CopyView;
pub use clock::{in_sweden, moment, today};
pub use compare::{Comparison, Difference, DifferenceKind};
pub use conflict::{Alternative, Choice, ConflictView};
pub use done::SectionView;
pub use due::Due;
pub use edit::{Input, Outcome, Placement};
pub use error::{Error, Unfit};
pub use exchange::MergeReport;
pub use export::{ExportForm, Exported, Kept, ReceiptLine};
pub use fields::{FieldLine, KindLine};
pub use form::{
    AskedIf, FieldValue, FieldView, FileValue, FormView, KindView, ObjectView, OptionView,
    PartContent, PartView, PhraseView, PictureValue, ReferenceValue, ShownView, ValueView, Widget,
};
pub use formal::{LogLine, RemitForm, SendForm, What as LogWhat};
pub use gaps::GapView;
pub use handover::HandedOver;
pub use history::HistoryLine;
pub use ical::ExportedCalendar;
pub use input_file::read_file;
pub use library::Library;
pub use list::{DocumentLine, DocumentView, EditionLine, FindingView, findings};
pub use meeting::{
    ActionView, AtHomeView, CloseForm, InCommon, LackView, MailDraft, MatterState, MatterView,
    MeetingView, MeetingYearView, PlannedDays, UnreadDay,
};
pub use model::diagnostic::{Code, Severity};
pub use model::id::ObjectId;
pub use model::markdown::{Block, Span};
pub use model::paper::State;
pub use names::reference;
pub use pack_check::{FaultView, PackReport, check_pack, pack_fault, pack_fault_line};
pub use pack_load::{LoadedPack, PackKind, load_any_pack, load_pack};
pub use packs::{PackOrigin, PackView};
pub use people::{PersonForm, ProfileView, profiles};
pub use picture::PictureBytes;
pub use prefill::Prefilled;
pub use proof::{Press, Proof};
pub use read::{ReadBack, read_pdf};
pub use resolve::PartLine;
pub use returns::{AnswerState, AnswerView, AnswersView, LooseView, RequestView, ReturnsView};
pub use rich::{Run, TextBlock, text_blocks};
pub use sample::{open_sample, write_sample};
pub use search::Hit;
pub use spots::SpotView;
pub use steps::{EditView, StepView};
pub use store::{Access, Changes, WhyReadOnly};
pub use target::write_whole;
pub use template::Fault as PackFault;
pub use terms::{GroupView, OfficeView, TermView};
pub use typeset::Sheets as Pages;
pub use typeset::worker::serve as serve_as_worker;
pub use undo::UndoView;
pub use wording::{Part, PartKind};
pub use words::Sentence;
pub use write::UnsavedForm;
pub use year::{DueView, MeetingDayView, SpanView, YearDocumentView, YearView};

use load::Pinned;

/// Templates or profiles that have been read, by id and by the blob they travel in.
type Known<T> = RefCell<BTreeMap<(String, Option<Sha256>), Rc<T>>>;

/// A workspace file that is open.
pub struct Workspace {
    store: Store,
    path: PathBuf,
    library: Library,
    run: RunId,
    author: Option<ObjectId>,
    setter: RefCell<typeset::Setter>,
    templates: Known<Pinned>,
    profiles: Known<Profile>,
    found: RefCell<Option<search::Texts>>,
    seen_from: Option<NaiveDate>,
    /// What the bilagor that have been looked into are good for.
    fit: RefCell<BTreeMap<Sha256, Result<(), typeset::Unfit>>>,
    ready: RefCell<Option<typing::Ready>>,
    known: as_read::Known,
}

impl Workspace {
    /// Opens a workspace file. One of its back-ups can only be read.
    ///
    /// # Errors
    /// The file is missing, damaged or not ours; it is left as it was.
    pub fn open(path: &Path, library: Library) -> Result<Self, Error> {
        let opened = if back_up::is_one(path) {
            Store::open_back_up(path)
        } else {
            Store::open(path)
        };
        let store = opened.map_err(|error| Error::Open {
            path: path.to_owned(),
            error,
        })?;
        Ok(Self::with_store(store, path, library))
    }

    fn with_store(store: Store, path: &Path, library: Library) -> Self {
        Self {
            store,
            path: path.to_owned(),
            library,
            run: clock::new_run(),
            author: None,
            setter: RefCell::default(),
            templates: RefCell::default(),
            profiles: RefCell::default(),
            found: RefCell::default(),
            seen_from: None,
            fit: RefCell::default(),
            ready: RefCell::default(),
            known: as_read::Known::default(),
        }
    }

    /// Returns the day that terms are seen from: today in Sweden, or the day that was given.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.seen_from.unwrap_or_else(today)
    }

    /// As [`Workspace::see_from`], with the day as a person writes it.
    ///
    /// # Errors
    /// It is no day.
    pub fn see_from_day(&mut self, day: &str) -> Result<(), Error> {
        let year = chrono::Datelike::year(&self.today());
        let found = model::input::date(day, year);
        self.see_from(found.ok_or_else(|| Error::BadMoment(day.to_owned()))?);
        Ok(())
    }

    /// Lets terms be seen from another day than today.
    pub const fn see_from(&mut self, day: NaiveDate) {
        self.seen_from = Some(day);
    }

    /// Returns the file's path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the group's name; empty where nobody has given one.
    ///
    /// # Errors
    /// The file cannot be read, or the group's template is neither in it nor in the library.
    pub fn name(&self) -> Result<String, Error> {
        let (_, group) = self.profile_and_group()?;
        Ok(group.word(model::vocabulary::Role::Title).to_owned())
    }

    /// Returns the templates and profiles to choose from.
    #[must_use]
    pub const fn library(&self) -> &Library {
        &self.library
    }

    /// Returns whether the file can be written, and if not, why.
    #[must_use]
    pub fn access(&self) -> Access {
        self.store.access()
    }

    /// Returns why the file can only be read, in words.
    #[must_use]
    pub fn read_only(&self) -> Option<Sentence> {
        match self.store.access() {
            Access::ReadWrite => None,
            Access::ReadOnly(why) => Some(words::sentence(
                &format!("error-{}", error::read_only_code(why)),
                &words::Args::new(),
            )),
        }
    }

    /// Names who acts from here on: initials, name or role of a person in the group.
    ///
    /// # Errors
    /// Nobody in the group is called so, or several are.
    pub fn act_as(&mut self, name: &str) -> Result<(), Error> {
        self.author = Some(self.find_person(name)?);
        Ok(())
    }

    /// Keeps undo between separate commands of one person in one file: a step of an earlier command can then be taken
    /// back. What was done in another copy is history.
    pub fn share_undo_between_commands(&mut self) {
        let path = std::fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let name = format!(
            "commands/{}/{}",
            self.author.map(|id| id.to_string()).unwrap_or_default(),
            path.display()
        );
        self.run = RunId(ObjectId::of_document(self.store.id(), "run", &name).0);
    }

    fn stamp(&self) -> Stamp {
        Stamp {
            at: clock::now(),
            author: self.author,
            run: self.run,
        }
    }
}
