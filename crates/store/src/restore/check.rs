//! What a row from elsewhere must be like. All faults are found at once, each with its place.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::DateTime;
use serde::Serialize;
use uuid::Uuid;

use crate::Sha256;
use crate::dump::{Blob, Change, Dump, Edition, Step};
use crate::edition::Kind;

/// A row that cannot be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The list the row stands in.
    pub table: Table,
    /// The row's place in the list, from 0.
    pub row: usize,
    /// The column that is wrong.
    pub column: &'static str,
    /// What is wrong with it.
    pub problem: Problem,
}

/// A list of a dump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Table {
    /// The workspace itself.
    Workspace,
    /// The steps.
    Step,
    /// The changes.
    Change,
    /// The blobs.
    Blob,
    /// The editions.
    Edition,
}

/// What is wrong with a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Not a UUID in lower case with hyphens; a step's must be of version 7.
    NotAnId,
    /// Not a moment by RFC 3339.
    NotAMoment,
    /// Not a kind of edition.
    NotAKind,
    /// Not base64.
    NotBase64,
    /// More bytes than any blob has.
    TooLarge,
    /// Not the checksum of the bytes.
    WrongChecksum,
    /// An earlier row of the list has the same key.
    Duplicate,
    /// Refers to a row that the dump does not hold.
    Unknown,
    /// Refers to a step that is not earlier than its own.
    NotEarlier,
    /// A change of a step that takes another back; such a step has none.
    TakesBack,
    /// Bytes that are no text, or text that is no JSON of the column's form.
    Unreadable,
    /// A row with the same key and another content stands in the file already.
    Differs,
    /// The step's id is of a time that no clock shows: no step could come after it.
    TooLate,
}

/// The first millisecond of the year 3000. A greater step id would leave no room for the steps after it.
const TOO_LATE: u64 = 32_503_680_000_000;

fn is_too_late(id: &str) -> bool {
    Uuid::parse_str(id).is_ok_and(|id| id.as_u64_pair().0 >> 16 >= TOO_LATE)
}

/// Returns what keeps a dump from being taken in.
pub(crate) fn faults(dump: &Dump) -> Vec<Fault> {
    let mut check = Check::new();
    check.id("id", &dump.workspace);
    let steps: BTreeMap<&str, &Step> = dump
        .steps
        .iter()
        .map(|step| (step.id.as_str(), step))
        .collect();
    let takes_back = |id: &str| steps.get(id).map(|step| step.undoes.is_some());
    let blobs: BTreeSet<&str> = dump.blobs.iter().map(|blob| blob.sha256.as_str()).collect();
    let mut known = BTreeSet::new();
    for (row, step) in dump.steps.iter().enumerate() {
        check
            .at(Table::Step, row)
            .first("id", known.insert(&step.id))
            .step(step);
    }
    let mut known = BTreeSet::new();
    for (row, change) in dump.changes.iter().enumerate() {
        let first = known.insert((&change.obj, &change.field, &change.step));
        check
            .at(Table::Change, row)
            .first("step", first)
            .change(change, takes_back(&change.step));
    }
    let mut known = BTreeSet::new();
    for (row, blob) in dump.blobs.iter().enumerate() {
        check
            .at(Table::Blob, row)
            .first("sha256", known.insert(&blob.sha256))
            .blob(blob);
    }
    let mut known = BTreeSet::new();
    for (row, edition) in dump.editions.iter().enumerate() {
        let first = known.insert(&edition.id);
        check.at(Table::Edition, row).first("id", first).edition(
            edition,
            takes_back(&edition.step).is_some(),
            |blob| blobs.contains(blob),
        );
    }
    check.faults
}

/// A row under examination, and the faults found so far.
pub(crate) struct Check {
    table: Table,
    row: usize,
    pub(crate) faults: Vec<Fault>,
}

impl Check {
    pub(crate) fn new() -> Self {
        Self {
            table: Table::Workspace,
            row: 0,
            faults: Vec::new(),
        }
    }

    pub(crate) fn at(&mut self, table: Table, row: usize) -> &mut Self {
        (self.table, self.row) = (table, row);
        self
    }

    fn first(&mut self, column: &'static str, is_first: bool) -> &mut Self {
        self.demand(is_first, column, Problem::Duplicate);
        self
    }

    pub(crate) fn step(&mut self, step: &Step) {
        self.demand(is_step_id(&step.id), "id", Problem::NotAnId);
        self.demand(!is_too_late(&step.id), "id", Problem::TooLate);
        self.moment(&step.at);
        self.author(&step.author);
        self.id("run", &step.run);
        if let Some(target) = &step.undoes {
            self.earlier("undoes", target, &step.id);
        }
    }

    /// `takes_back` says whether the change's step takes another back; nothing where there is no such step.
    pub(crate) fn change(&mut self, change: &Change, takes_back: Option<bool>) {
        self.demand(takes_back.is_some(), "step", Problem::Unknown);
        self.demand(takes_back != Some(true), "step", Problem::TakesBack);
        self.id("doc", &change.doc);
        self.id("obj", &change.obj);
        for seen in &change.replaces {
            self.earlier("replaces", seen, &change.step);
        }
    }

    fn blob(&mut self, blob: &Blob) {
        match STANDARD.decode(&blob.bytes) {
            Ok(bytes) => {
                let right = Sha256::of(&bytes).to_string() == blob.sha256;
                self.demand(right, "sha256", Problem::WrongChecksum);
            }
            Err(_) => self.demand(false, "bytes", Problem::NotBase64),
        }
    }

    pub(crate) fn edition(
        &mut self,
        edition: &Edition,
        has_step: bool,
        has_blob: impl Fn(&str) -> bool,
    ) {
        self.id("id", &edition.id);
        self.id("doc", &edition.doc);
        self.demand(
            edition.kind.parse::<Kind>().is_ok(),
            "kind",
            Problem::NotAKind,
        );
        self.moment(&edition.at);
        self.author(&edition.author);
        self.demand(has_step, "step", Problem::Unknown);
        for (column, blob) in [
            ("data", &edition.data),
            ("template", &edition.template),
            ("pdf", &edition.pdf),
        ] {
            self.demand(has_blob(blob), column, Problem::Unknown);
        }
    }

    fn id(&mut self, column: &'static str, text: &str) {
        self.demand(uuid(text).is_some(), column, Problem::NotAnId);
    }

    /// Everything that follows references ends, and new ids stand above old ones, because they point back in time.
    fn earlier(&mut self, column: &'static str, text: &str, own: &str) {
        self.demand(is_step_id(text), column, Problem::NotAnId);
        self.demand(text < own, column, Problem::NotEarlier);
    }

    fn author(&mut self, text: &str) {
        self.demand(
            text.is_empty() || uuid(text).is_some(),
            "author",
            Problem::NotAnId,
        );
    }

    fn moment(&mut self, text: &str) {
        self.demand(
            DateTime::parse_from_rfc3339(text).is_ok(),
            "at",
            Problem::NotAMoment,
        );
    }

    pub(crate) fn demand(&mut self, holds: bool, column: &'static str, problem: Problem) {
        if !holds {
            self.faults.push(Fault {
                table: self.table,
                row: self.row,
                column,
                problem,
            });
        }
    }
}

fn is_step_id(text: &str) -> bool {
    uuid(text).is_some_and(|id| id.get_version_num() == 7)
}

/// Returns the id in the one form that stands in the file, where ids are compared as text.
fn uuid(text: &str) -> Option<Uuid> {
    Uuid::parse_str(text)
        .ok()
        .filter(|id| id.hyphenated().to_string() == text)
}
