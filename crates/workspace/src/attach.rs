//! Bilagor: the files that a document lists, and that go with it.
//!
//! A bilaga is a PDF in the workspace file, known by its checksum. The document lists it with its title and number of
//! pages; an ordinary export carries it and lays it beside, an archive copy has it beside.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use model::diagnostic::{Code, Diagnostic, Place, Severity};
use model::document::{Document, system};
use model::id::ObjectId;
use model::paper::{Cell, FileLine, Paper, Printed, Section};
use model::schema::{Field, with_role};
use model::vocabulary::{Concept, FieldType, Role};
use serde_json::{Value, json};
use store::{Edition, Kind, Set, Sha256};
use typeset::{Supplement, Unfit};

use crate::error::{Error, What};
use crate::load::Loaded;
use crate::target::file_name;
use crate::words::{self, Args};
use crate::{Outcome, Workspace};

/// The largest bilaga, in bytes.
pub(crate) const MOST_BYTES: usize = 20 << 20;

/// The most that all bilagor of a document are together, in bytes: the paper that carries them can still be mailed and read back.
const MOST_TOGETHER: usize = 40 << 20;

/// What a bilaga is.
pub(crate) const PDF: &str = "application/pdf";

/// How far into a file a PDF may begin; readers look as far.
const HEAD: usize = 1024;

/// How a file is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttachForm {
    /// The part whose bilaga it is, by its number, title or id; the document itself where it is left out.
    pub object: Option<String>,
    /// What it is called on the page; the file's name without its ending, or the row's own title, where it is left out.
    pub title: Option<String>,
    /// The row, from 1, whose file it becomes. Left out it goes to the row of that title which has no file, else last.
    pub row: Option<usize>,
}

/// A listed bilaga that can go along.
pub(crate) struct Bilaga {
    /// Its number in the list, from 1.
    pub(crate) number: usize,
    pub(crate) title: String,
    pub(crate) bytes: Vec<u8>,
}

/// The editions of what a memo carries.
struct Carried {
    /// The number of the newest that was handed in.
    newest: String,
    /// The PDFs of those before it.
    older: BTreeSet<Sha256>,
}

impl Workspace {
    /// Lists a PDF among a document's bilagor and keeps its bytes in the workspace file. One that is locked or damaged is listed
    /// too, and the check says so.
    ///
    /// # Errors
    /// The document, or the part, lists no bilagor, there is no such row, the bytes are no PDF, or it is too large.
    pub fn attach(
        &mut self,
        document: ObjectId,
        name: &str,
        pdf: &[u8],
        form: &AttachForm,
    ) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let target = loaded.target(form.object.as_deref().unwrap_or("."))?;
        let field = listing(loaded.template().fields_of(target.kind.as_deref()))?;
        let too_large = || Error::AttachmentTooLarge(name.to_owned());
        if pdf.len() > MOST_BYTES {
            return Err(too_large());
        }
        let head = &pdf[..pdf.len().min(HEAD)];
        if !head.windows(5).any(|window| window == b"%PDF-") {
            return Err(Error::NotAPdf(name.to_owned()));
        }
        let mut rows: Vec<Value> = match stored(&loaded, target.id, &field.id) {
            Some(Value::Array(rows)) => rows.clone(),
            Some(row @ Value::Object(_)) => vec![row.clone()],
            _ => Vec::new(),
        };
        let place = place(&rows, form)?;
        let before = rows.get(place).map(title).filter(|title| !title.is_empty());
        let wanted = form
            .title
            .as_deref()
            .map(str::trim)
            .filter(|title| !title.is_empty());
        let stem = Path::new(name)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        let title = wanted
            .map(str::to_owned)
            .or(before)
            .unwrap_or_else(|| stem.trim().to_owned());
        let sha256 = Sha256::of(pdf);
        let row = row(&title, name, pdf);
        if place < rows.len() {
            rows[place] = row;
        } else {
            rows.push(row);
        }
        if pdf.len() + self.size_of_others(&loaded.paper, sha256)? > MOST_TOGETHER {
            return Err(too_large());
        }
        let value = if field.ty == FieldType::List {
            Value::Array(rows)
        } else {
            rows.pop().unwrap_or_default()
        };
        self.store.put_blob(PDF, pdf)?;
        let set = Set {
            doc: document,
            obj: target.id,
            field: field.id.clone(),
            value: Some(value),
        };
        let args = json!({ "object": target.id, "field": field.id });
        let changes = self.write("set", args, &[set])?;
        Ok(Outcome {
            object: target.id,
            changes,
        })
    }

    /// What the other bilagor of a paper are together, in bytes.
    fn size_of_others(&self, paper: &Paper, own: Sha256) -> Result<usize, Error> {
        let files = listed(paper).into_iter().filter_map(checksum);
        let others: BTreeSet<Sha256> = files.filter(|other| *other != own).collect();
        let mut size = 0;
        for other in others {
            size += self.store.blob(other)?.map_or(0, |blob| blob.bytes.len());
        }
        Ok(size)
    }

    /// Returns the bilagor that go along with a paper: those that are in the workspace file, whole and open.
    pub(crate) fn bilagor(&self, paper: &Paper) -> Result<Vec<Bilaga>, Error> {
        let mut found = Vec::new();
        let mut left = MOST_TOGETHER;
        for (index, file) in listed(paper).into_iter().enumerate() {
            let Some(sha256) = checksum(file) else {
                continue;
            };
            if self.fitness(sha256)? != Some(Ok(())) {
                continue;
            }
            let Some(blob) = self.store.blob(sha256)? else {
                continue;
            };
            let Some(rest) = left.checked_sub(blob.bytes.len()) else {
                continue;
            };
            left = rest;
            found.push(Bilaga {
                number: index + 1,
                title: file.title.clone(),
                bytes: blob.bytes,
            });
        }
        Ok(found)
    }

    /// Returns what is wrong with the files that a document lists.
    pub(crate) fn attachment_findings(
        &self,
        document: &Document,
        paper: &Paper,
    ) -> Result<Vec<Diagnostic>, Error> {
        let mut found = Vec::new();
        let carried = self.editions_carried(document, paper.document.concept)?;
        let goes_with_it = carried.is_some() && !self.stands_as_handed_in(document)?;
        for (cell, place) in cells(paper) {
            let files = files_of(cell);
            let some_have = files.iter().any(|file| checksum(file).is_some());
            for (index, file) in files.into_iter().enumerate() {
                let own = checksum(file);
                let is_older =
                    |carried: &&Carried| own.is_some_and(|own| carried.older.contains(&own));
                let newer = carried.as_ref().filter(is_older);
                let code = match own.map(|sha256| self.fitness(sha256)).transpose()? {
                    Some(Some(Ok(()))) if newer.is_some() => Code::AttachmentSuperseded,
                    Some(Some(Ok(()))) => continue,
                    Some(Some(Err(Unfit::Encrypted))) => Code::AttachmentEncrypted,
                    Some(Some(Err(Unfit::Damaged))) => Code::AttachmentDamaged,
                    Some(None) => Code::AttachmentMissing,
                    // Where none has a file, the list names papers that travel by themselves; but what a memo carries goes
                    // with it.
                    None if some_have || goes_with_it => Code::AttachmentMissing,
                    None => continue,
                };
                let place = place.row(index + 1);
                let finding = Diagnostic::new(code, Severity::Warning, place)
                    .with("name", &file.title)
                    .with("number", index + 1);
                found.push(match newer {
                    Some(carried) => finding.with("edition", &carried.newest),
                    None => finding,
                });
            }
        }
        Ok(found)
    }

    /// What a memo carries, once that has been handed in. That an edition was adopted since makes it no older.
    fn editions_carried(
        &self,
        memo: &Document,
        concept: Concept,
    ) -> Result<Option<Carried>, Error> {
        let carried = memo.root().link(system::FOLLOWS);
        let Some(carried) = carried.filter(|_| concept == Concept::Memo) else {
            return Ok(None);
        };
        let editions = self.store.editions(carried)?;
        let is_handed_in = |edition: &Edition| edition.kind == Kind::Submitted;
        let Some(newest) = editions.iter().rposition(is_handed_in) else {
            return Ok(None);
        };
        Ok(Some(Carried {
            newest: editions[newest].number.clone(),
            older: editions[..newest].iter().map(|older| older.pdf).collect(),
        }))
    }

    fn stands_as_handed_in(&self, document: &Document) -> Result<bool, Error> {
        let newest = self.newest_edition(document)?;
        Ok(newest.is_some_and(|newest| !newest.changed))
    }

    /// Returns what a stored file is good for as a bilaga; nothing when it is not there. A file is looked into once.
    fn fitness(&self, sha256: Sha256) -> Result<Option<Result<(), Unfit>>, Error> {
        if let Some(known) = self.fit.borrow().get(&sha256) {
            return Ok(Some(*known));
        }
        let fit = match self.store.blob(sha256) {
            Ok(None) => return Ok(None),
            Ok(Some(blob)) => typeset::inspect(&blob.bytes).map(|_| ()),
            Err(store::StoreError::BlobDamaged { .. }) => Err(Unfit::Damaged),
            Err(error) => return Err(error.into()),
        };
        self.fit.borrow_mut().insert(sha256, fit);
        Ok(Some(fit))
    }
}

impl Bilaga {
    /// Returns it as the paper carries it.
    pub(crate) fn supplement(&self) -> Supplement {
        Supplement {
            name: format!("{}.pdf", self.named("attachment-name", "")),
            title: self.title.clone(),
            bytes: self.bytes.clone(),
        }
    }

    /// Returns the file that it is laid in beside a paper.
    pub(crate) fn beside(&self, paper: &Path) -> PathBuf {
        let stem = paper.file_stem().unwrap_or_default().to_string_lossy();
        let mut stem = stem.into_owned();
        let mut name = self.named("attachment-beside", &stem);
        while name.len() > LONGEST_NAME && stem.pop().is_some() {
            name = self.named("attachment-beside", &stem);
        }
        paper.with_file_name(format!("{name}.pdf"))
    }

    fn named(&self, key: &str, paper: &str) -> String {
        let title: String = file_name(&self.title).chars().take(TITLE_IN_NAME).collect();
        let args = Args::from([
            ("name".to_owned(), paper.to_owned()),
            ("number".to_owned(), self.number.to_string()),
            ("title".to_owned(), title.trim_end().to_owned()),
        ]);
        words::say(key, &args)
    }
}

/// Returns the row of a list of bilagor that a file is; its number of pages where it can be read.
pub(crate) fn row(title: &str, name: &str, pdf: &[u8]) -> Value {
    let sha256 = Sha256::of(pdf).to_string();
    let mut row = json!({ "title": title, "name": file_name(name), "sha256": sha256 });
    if let (Ok(pages), Some(row)) = (typeset::inspect(pdf), row.as_object_mut()) {
        row.insert("pages".to_owned(), json!(pages));
    }
    row
}

/// The most letters of a title that a file's name repeats.
const TITLE_IN_NAME: usize = 60;

/// The most bytes of a file's name without its ending.
const LONGEST_NAME: usize = 236;

fn stored<'a>(loaded: &'a Loaded, object: ObjectId, field: &str) -> Option<&'a Value> {
    loaded.document.object(object)?.fields.get(field)
}

/// Returns the field among these that lists bilagor.
pub(crate) fn listing(fields: &[Field]) -> Result<&Field, Error> {
    let takes = |field: &&Field| {
        field.ty == FieldType::File || (field.ty == FieldType::List && field.of == FieldType::File)
    };
    with_role(fields, Role::Attachments)
        .filter(takes)
        .or_else(|| fields.iter().find(takes))
        .ok_or_else(|| Error::not_found(What::Field, words::say("the-attachments", &Args::new())))
}

/// Returns the index of the row that a file becomes; that of a new one where no row is meant.
fn place(rows: &[Value], form: &AttachForm) -> Result<usize, Error> {
    if let Some(row) = form.row {
        let index = row.checked_sub(1).filter(|index| *index < rows.len());
        return index.ok_or_else(|| Error::not_found(What::Object, row));
    }
    let same = |row: &Value| {
        row.get("sha256").is_none() && Some(title(row).as_str()) == form.title.as_deref()
    };
    Ok(rows.iter().position(same).unwrap_or(rows.len()))
}

fn title(row: &Value) -> String {
    let title = row.get("title").and_then(Value::as_str);
    title.unwrap_or_default().to_owned()
}

fn checksum(file: &FileLine) -> Option<Sha256> {
    file.sha256.as_deref()?.parse().ok()
}

/// Returns every file that a paper lists, in the order of the page.
pub(crate) fn listed(paper: &Paper) -> Vec<&FileLine> {
    cells(paper)
        .into_iter()
        .flat_map(|(cell, _)| files_of(cell))
        .collect()
}

fn files_of(cell: &Cell) -> Vec<&FileLine> {
    match &cell.value {
        Some(Printed::File(file)) => vec![file],
        Some(Printed::List(values)) => {
            let files = values.iter().filter_map(|value| match value {
                Printed::File(file) => Some(file),
                _ => None,
            });
            files.collect()
        }
        _ => Vec::new(),
    }
}

/// Returns every field of a paper with its place.
fn cells(paper: &Paper) -> Vec<(&Cell, Place)> {
    let id = paper.document.id;
    let place = |object: ObjectId, above: Option<String>, cell: &Cell| Place {
        document: id,
        object,
        field: Some(cell.id.clone()),
        row: None,
        column: None,
        words: above.into_iter().chain([cell.label.clone()]).collect(),
    };
    let body = paper.sections.iter().filter_map(|section| match section {
        Section::Field(cell) => Some(cell),
        _ => None,
    });
    let own = paper.head.iter().chain(body);
    let mut all: Vec<_> = own.map(|cell| (cell, place(id, None, cell))).collect();
    for (_, item) in paper.items() {
        let fields = item.fields.iter();
        all.extend(fields.map(|cell| (cell, place(item.id, Some(item.name()), cell))));
    }
    all
}
