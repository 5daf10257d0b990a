//! From a document to its PDF, and to the pages of a preview.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use model::id::ObjectId;
use model::paper::{Paper, State};
use serde::Serialize;
use typeset::export::Product;
use typeset::{ExportError, Job, Rendition, Sheets as Pages, Stamp, Standard, Supplement};

use crate::attach::Bilaga;
use crate::editions::edition_named;
use crate::error::{Error, What};
use crate::list::title_of;
use crate::load::{Loaded, Pinned};
use crate::receipt::Checked;
use crate::target::{free, refuse_another, target_file, with_suffix, write_whole};
use crate::{Workspace, clock, strays};

/// Which form of a document is exported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Kept {
    /// The newest edition where nothing has been changed since, else the draft.
    #[default]
    Newest,
    /// The draft, stamped as one.
    Draft,
    /// The newest edition with this number, or the one whose id this is.
    Edition(String),
}

/// What is exported, and what comes with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportForm {
    /// Which form of the document.
    pub kept: Kept,
    /// An archive copy (PDF/A-2a and PDF/UA-1, nothing attached) instead of the ordinary file.
    pub archive: bool,
    /// A receipt beside a draft too. What is handed in or adopted always has one.
    pub receipt: bool,
}

/// What an export wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// The PDF.
    pub path: PathBuf,
    /// Its number of pages, or none for an edition whose kept bytes were written.
    pub pages: Option<usize>,
    /// The checksum that its foot prints.
    pub checksum: String,
    /// SHA-256 of the PDF in hexadecimal.
    pub sha256: String,
    /// Whether it is a draft.
    pub draft: bool,
    /// Whether it is an archive copy.
    pub archive: bool,
    /// The bilagor that were laid beside it, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<PathBuf>,
    /// The receipt that was laid beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<ReceiptLine>,
}

/// A receipt that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptLine {
    /// The receipt.
    pub path: PathBuf,
    /// Whether the paper could be read again and breaks no rule that a program can check.
    pub passes: bool,
}

/// A PDF that is ready to be written.
struct Made {
    pdf: Vec<u8>,
    paper: Paper,
    data: Vec<u8>,
    pages: Option<usize>,
}

impl Workspace {
    /// Writes a document's PDF: beside the target first, read back, then put in its place. With a folder as the
    /// target the document's title becomes the file's name.
    ///
    /// # Errors
    /// The pages cannot be set, the PDF cannot be read back, a workspace file stands there, or the disk refuses; an old file
    /// then stays whole.
    pub fn export(&self, id: ObjectId, target: &Path, kept: &Kept) -> Result<Exported, Error> {
        let form = ExportForm {
            kept: kept.clone(),
            ..ExportForm::default()
        };
        self.export_as(id, target, &form)
    }

    /// As [`Workspace::export`], with a choice of what is written. An archive copy is set from the same data and
    /// template, an edition's from what was frozen, and never takes the ordinary file's place, nor the other way round.
    ///
    /// # Errors
    /// As [`Workspace::export`], or a file of another sort stands there.
    pub fn export_as(
        &self,
        id: ObjectId,
        target: &Path,
        form: &ExportForm,
    ) -> Result<Exported, Error> {
        self.refuse_without_pages(id)?;
        let standard = if form.archive {
            Standard::Archive
        } else {
            Standard::Working
        };
        let made = match self.kept_edition(id, &form.kept)? {
            Some(edition) => self.made_of_edition(&edition, standard)?,
            None => {
                let loaded = self.load(id)?;
                self.made_of_paper(&loaded.pinned, &loaded.paper, standard)?
            }
        };
        self.lay(&made, standard, form.receipt, target)
    }

    /// Writes every document's PDF to a folder, which is made where it is missing. `progress` is told before each: how
    /// many are done, how many there are, and the title. Returns what was written, in the order of the list.
    ///
    /// # Errors
    /// As [`Workspace::export`]; what was written before stays.
    pub fn export_all(
        &self,
        folder: &Path,
        form: &ExportForm,
        progress: impl FnMut(usize, usize, &str),
    ) -> Result<Vec<Exported>, Error> {
        let mut lines = self.documents()?;
        lines.retain(|line| line.printed);
        let all: Vec<ObjectId> = lines.iter().map(|line| line.id).collect();
        self.export_several(&all, folder, form, progress)
    }

    /// Writes the PDFs of these documents as [`Workspace::export_all`] does, in their order.
    ///
    /// # Errors
    /// As [`Workspace::export`]; what was written before stays.
    pub fn export_several(
        &self,
        documents: &[ObjectId],
        folder: &Path,
        form: &ExportForm,
        mut progress: impl FnMut(usize, usize, &str),
    ) -> Result<Vec<Exported>, Error> {
        fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
        let mut exported = Vec::new();
        for (done, document) in documents.iter().enumerate() {
            progress(
                done,
                documents.len(),
                &title_of(&self.load(*document)?.paper),
            );
            exported.push(self.export_as(*document, folder, form)?);
        }
        Ok(exported)
    }

    pub(crate) fn refuse_without_pages(&self, id: ObjectId) -> Result<(), Error> {
        if self.group_document()?.id == id {
            return Err(Error::NoPages);
        }
        Ok(())
    }

    /// Returns the pages of a document as its export would show them, set anew only where something has changed.
    ///
    /// # Errors
    /// The pages cannot be set.
    pub fn pages(&self, id: ObjectId) -> Result<Pages, Error> {
        self.pages_while(id, &[])
    }

    /// Returns the paper that a document's pages show: its newest edition, or the draft where it has been written since.
    pub(crate) fn shown_paper(&self, loaded: &Loaded) -> Result<Paper, Error> {
        match self.newest_edition(&loaded.document)? {
            Some(newest) if !newest.changed => self.edition_paper(&newest.edition),
            _ => Ok(loaded.paper.clone()),
        }
    }

    /// As [`Workspace::export`], with the document's `data.json` beside the PDF: the same name but for the ending.
    ///
    /// # Errors
    /// As [`Workspace::export`]; or another file has that name, and then nothing is written.
    pub fn export_with_data(
        &self,
        id: ObjectId,
        target: &Path,
        form: &ExportForm,
    ) -> Result<Exported, Error> {
        let data = self.data(id, &form.kept)?;
        let title = Paper::from_json(&data)?.document.title;
        let pdf = target_file(target, &title, || self.number_among_namesakes(id))?;
        let path = pdf.with_extension("json");
        let is_ours = || {
            let before = fs::read(&path);
            before.is_ok_and(|bytes| Paper::from_json(&bytes).is_ok())
        };
        if path == pdf || (path.exists() && !is_ours()) {
            return Err(Error::Exists(path));
        }
        let exported = self.export_as(id, target, form)?;
        write_whole(&path, &data)?;
        Ok(exported)
    }

    /// Returns the `data.json` of a document as it stands, or of the edition that `kept` names.
    ///
    /// # Errors
    /// The document or edition is not there.
    pub fn data(&self, id: ObjectId, kept: &Kept) -> Result<Vec<u8>, Error> {
        match self.kept_edition(id, kept)? {
            Some(edition) => self.bytes(edition.data),
            None => Ok(self.load(id)?.paper.to_json()),
        }
    }

    /// Returns the PDF of a paper, read back by another program.
    pub(crate) fn produce(
        &self,
        pinned: &Pinned,
        paper: &Paper,
        data: &[u8],
    ) -> Result<Product, Error> {
        self.produce_as(
            pinned,
            paper,
            data,
            self.stamp_of(paper)?,
            Standard::Working,
        )
    }

    fn produce_as(
        &self,
        pinned: &Pinned,
        paper: &Paper,
        data: &[u8],
        stamp: Stamp,
        standard: Standard,
    ) -> Result<Product, Error> {
        let images = self.images(paper)?;
        // An archive copy takes no attachment (ISO 19005-2, 6.8): its bilagor lie beside it.
        let bilagor = match standard {
            Standard::Working => self.bilagor(paper)?,
            Standard::Archive => Vec::new(),
        };
        let supplements: Vec<_> = bilagor.iter().map(Bilaga::supplement).collect();
        let job = job(pinned, &images, data, &supplements, (stamp, standard));
        let pages = self.set_pages(pinned, &job)?;
        pages.finish(&job).map_err(export_error)
    }

    /// Sets a job where the template's origin allows: here, or in a worker.
    fn set_pages(&self, pinned: &Pinned, job: &Job) -> Result<Pages, Error> {
        let mut setter = self.setter.borrow_mut();
        setter.set(job, pinned.origin).map_err(export_error)
    }

    /// Writes a paper that is no edition.
    pub(crate) fn export_paper(
        &self,
        pinned: &Pinned,
        paper: &Paper,
        target: &Path,
    ) -> Result<Exported, Error> {
        let made = self.made_of_paper(pinned, paper, Standard::Working)?;
        self.lay(&made, Standard::Working, false, target)
    }

    fn made_of_paper(
        &self,
        pinned: &Pinned,
        paper: &Paper,
        standard: Standard,
    ) -> Result<Made, Error> {
        let data = paper.to_json();
        let stamp = self.stamp_of(paper)?;
        let product = self.produce_as(pinned, paper, &data, stamp, standard)?;
        Ok(Made {
            pdf: product.pdf,
            paper: paper.clone(),
            data,
            pages: Some(product.receipt.read_back.pages),
        })
    }

    /// An edition's own file is the one that was kept; its archive copy is set from what was frozen, with the same stamp.
    fn made_of_edition(&self, edition: &store::Edition, standard: Standard) -> Result<Made, Error> {
        let data = self.bytes(edition.data)?;
        let paper = Paper::from_json(&data)?;
        let kept = self.bytes(edition.pdf)?;
        let (pdf, pages) = match standard {
            Standard::Working => (kept, None),
            Standard::Archive => {
                let frozen = || clock::noon_in_sweden(edition.at.date_naive());
                let stamp = Stamp {
                    moment: typeset::rendition::stamped(&kept).unwrap_or_else(frozen),
                    ident: ident(&paper),
                };
                let pinned = self.pinned_by(edition)?;
                let product = self.produce_as(&pinned, &paper, &data, stamp, standard)?;
                (product.pdf, Some(product.receipt.read_back.pages))
            }
        };
        Ok(Made {
            pdf,
            paper,
            data,
            pages,
        })
    }

    /// Returns a document's number, from 1, among the file's documents with its title: two memos that nobody has named yet
    /// are not to replace each other in a folder.
    fn number_among_namesakes(&self, own: ObjectId) -> Result<usize, Error> {
        let title = title_of(&self.load(own)?.paper);
        let before = self.document_ids()?.into_iter();
        let before = before.take_while(|id| *id != own);
        let loaded = before.filter_map(|id| self.load(id).ok());
        Ok(1 + loaded
            .filter(|other| title_of(&other.paper) == title)
            .count())
    }

    /// Writes what was made, and its receipt where it has one: both or neither.
    fn lay(
        &self,
        made: &Made,
        standard: Standard,
        receipt: bool,
        target: &Path,
    ) -> Result<Exported, Error> {
        let head = &made.paper.document;
        let draft = head.state == State::Draft;
        let number = || self.number_among_namesakes(head.id);
        let mut path = target_file(target, &head.title, number)?;
        if standard == Standard::Archive && target.is_dir() {
            path = with_suffix(&path, "archive-name");
        }
        let path = free(&path)?;
        refuse_another(&path, Rendition::of(standard))?;
        let mut receipt_line = None;
        let mut files = Vec::new();
        for bilaga in self.bilagor(&made.paper)? {
            let beside = free(&bilaga.beside(&path))?;
            files.push((beside, bilaga.bytes));
        }
        let attachments = files.iter().map(|(path, _)| path.clone()).collect();
        if receipt || head.edition.is_some() {
            let beside = free(&with_suffix(&path, "receipt-name"))?;
            refuse_another(&beside, Rendition::Receipt)?;
            let receipt = self.receipt(&Checked {
                name: &path,
                pdf: &made.pdf,
                paper: &made.paper,
                data: &made.data,
                standard,
            })?;
            receipt_line = Some(ReceiptLine {
                path: beside.clone(),
                passes: receipt.passes,
            });
            files.push((beside, receipt.pdf));
        }
        let mut together: Vec<(&Path, &[u8])> = files
            .iter()
            .map(|(path, bytes)| (path.as_path(), &**bytes))
            .collect();
        together.push((&path, &made.pdf));
        strays::clear_beside(&path);
        typeset::export::save_all(&together).map_err(export_error)?;
        Ok(Exported {
            pages: made.pages,
            checksum: typeset::checksum(&made.data),
            sha256: typeset::export::sha256(&made.pdf),
            draft,
            archive: standard == Standard::Archive,
            attachments,
            receipt: receipt_line,
            path,
        })
    }

    fn kept_edition(&self, id: ObjectId, kept: &Kept) -> Result<Option<store::Edition>, Error> {
        match kept {
            Kept::Draft => Ok(None),
            Kept::Newest => Ok(self
                .newest_edition(&self.document(id)?)?
                .filter(|newest| !newest.changed)
                .map(|newest| newest.edition)),
            Kept::Edition(number) => {
                let mut own = self.store.editions(id)?;
                // What was read out of a PDF has no pages of ours.
                own.retain(|edition| edition.kind != store::Kind::Received);
                edition_named(own, number).map(Some)
            }
        }
    }

    pub(crate) fn edition_paper(&self, edition: &store::Edition) -> Result<Paper, Error> {
        Ok(Paper::from_json(&self.bytes(edition.data)?)?)
    }

    pub(crate) fn bytes(&self, sha256: store::Sha256) -> Result<Vec<u8>, Error> {
        let blob = self.store.blob(sha256)?;
        blob.map(|blob| blob.bytes)
            .ok_or_else(|| Error::not_found(What::File, sha256))
    }

    /// The document's date, or else the day of its last step.
    pub(crate) fn stamp_of(&self, paper: &Paper) -> Result<Stamp, Error> {
        let head = &paper.document;
        let last = || {
            Ok::<_, Error>(
                self.store
                    .newest_moment(head.id)?
                    .unwrap_or_else(clock::now)
                    .date_naive(),
            )
        };
        let day = match head.date {
            Some(day) => day,
            None => last()?,
        };
        Ok(Stamp {
            moment: clock::noon_in_sweden(day),
            ident: ident(paper),
        })
    }
}

fn ident(paper: &Paper) -> String {
    let head = &paper.document;
    format!("{} {}", head.id, head.edition.as_deref().unwrap_or("draft"))
}

/// An edition as submitted and the same as adopted share their number; their ids tell them apart.
fn job<'a>(
    pinned: &'a Pinned,
    images: &'a BTreeMap<String, Vec<u8>>,
    data: &'a [u8],
    supplements: &'a [Supplement],
    (stamp, standard): (Stamp, Standard),
) -> Job<'a> {
    Job {
        files: &pinned.files,
        shared: &pinned.shared,
        images,
        data,
        supplements,
        stamp,
        standard,
    }
}

pub(crate) fn export_error(error: ExportError) -> Error {
    match error {
        ExportError::Layout(faults) => Error::Layout(faults),
        ExportError::Write { path, source } => Error::Io {
            path,
            error: source,
        },
        ExportError::Worker(error) => Error::Worker(error),
        other => Error::Export(Box::new(other)),
    }
}
