//! From a document to its PDF, and to the pages of a preview.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use model::id::ObjectId;
use model::markdown::Block;
use model::paper::{Objects, Paper, Printed, Section, State, as_text};
use serde::Serialize;
use typeset::export::Product;
use typeset::{ExportError, Job, Sheets as Pages, Stamp, Standard};

use crate::error::{Error, What};
use crate::list::title_of;
use crate::load::{Loaded, Pinned};
use crate::picture::is_costly;
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
}

/// Stands for a picture whose file is not in the workspace or is damaged: nothing, one dot wide. A draft always exports.
const NOTHING: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

impl Workspace {
    /// Writes a document's PDF: beside the target first, read back, then put in its place. With a folder as the
    /// target the document's title becomes the file's name.
    ///
    /// # Errors
    /// The pages cannot be set, the PDF cannot be read back, a workspace file stands there, or the disk refuses; an old file
    /// then stays whole.
    pub fn export(&self, id: ObjectId, target: &Path, kept: &Kept) -> Result<Exported, Error> {
        self.refuse_without_pages(id)?;
        match self.kept_edition(id, kept)? {
            Some(edition) => self.export_edition(&edition, target),
            None => self.export_draft(id, target),
        }
    }

    /// Writes every document's PDF to a folder, which is made where it is missing. `progress` is told before each: how
    /// many are done, how many there are, and the title. Returns what was written, in the order of the list.
    ///
    /// # Errors
    /// As [`Workspace::export`]; what was written before stays.
    pub fn export_all(
        &self,
        folder: &Path,
        kept: &Kept,
        progress: impl FnMut(usize, usize, &str),
    ) -> Result<Vec<Exported>, Error> {
        let mut lines = self.documents()?;
        lines.retain(|line| line.printed);
        let all: Vec<ObjectId> = lines.iter().map(|line| line.id).collect();
        self.export_several(&all, folder, kept, progress)
    }

    /// Writes the PDFs of these documents as [`Workspace::export_all`] does, in their order.
    ///
    /// # Errors
    /// As [`Workspace::export`]; what was written before stays.
    pub fn export_several(
        &self,
        documents: &[ObjectId],
        folder: &Path,
        kept: &Kept,
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
            exported.push(self.export(*document, folder, kept)?);
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
        let loaded = self.load(id)?;
        let paper = match self.newest_edition(&loaded.document)? {
            Some(newest) if !newest.changed => self.edition_paper(&newest.edition)?,
            _ => loaded.paper.clone(),
        };
        let data = paper.to_json();
        let images = self.images(&paper)?;
        let job = job(&loaded.pinned, &images, &data, self.stamp_of(&paper)?);
        self.set_pages(&loaded.pinned, &job)
    }

    /// Sets a loaded document as a draft.
    pub(crate) fn set_draft(&self, loaded: &Loaded) -> Result<Pages, Error> {
        let data = loaded.paper.to_json();
        let images = self.images(&loaded.paper)?;
        let stamp = self.stamp_of(&loaded.paper)?;
        self.set_pages(&loaded.pinned, &job(&loaded.pinned, &images, &data, stamp))
    }

    /// Returns everything that a document's pages say as headings, paragraphs, lists and tables.
    ///
    /// # Errors
    /// The document is not there.
    pub fn as_text(&self, id: ObjectId) -> Result<Vec<Block>, Error> {
        self.part_as_text(id, None)
    }

    /// Returns what one part of a document's pages says: a field's, a kind's or an object's id, or a view's. All of it
    /// where no part is named.
    ///
    /// # Errors
    /// The document is not there.
    pub fn part_as_text(&self, id: ObjectId, part: Option<&str>) -> Result<Vec<Block>, Error> {
        let words = crate::wording::value_words();
        let mut paper = self.load(id)?.paper;
        if let Some(part) = part {
            narrow(&mut paper, part);
        }
        let blocks = as_text(&paper, &words);
        // The title, the line below it and the publisher belong to the whole.
        let whole = 2 + usize::from(paper.document.subtitle.is_some());
        Ok(if part.is_some() {
            blocks.into_iter().skip(whole).collect()
        } else {
            blocks
        })
    }

    /// Returns the same as Markdown.
    ///
    /// # Errors
    /// The document is not there.
    pub fn text(&self, id: ObjectId) -> Result<String, Error> {
        Ok(model::markdown::render(&self.as_text(id)?))
    }

    /// As [`Workspace::export`], with the document's `data.json` beside the PDF: the same name but for the ending.
    ///
    /// # Errors
    /// As [`Workspace::export`]; or another file has that name, and then nothing is written.
    pub fn export_with_data(
        &self,
        id: ObjectId,
        target: &Path,
        kept: &Kept,
    ) -> Result<Exported, Error> {
        let data = self.data(id, kept)?;
        let pdf = target_file(target, &Paper::from_json(&data)?.document.title);
        let path = pdf.with_extension("json");
        let is_ours = || {
            let before = fs::read(&path);
            before.is_ok_and(|bytes| Paper::from_json(&bytes).is_ok())
        };
        if path == pdf || (path.exists() && !is_ours()) {
            return Err(Error::Exists(path));
        }
        let exported = self.export(id, target, kept)?;
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
        let images = self.images(paper)?;
        let job = job(pinned, &images, data, self.stamp_of(paper)?);
        let pages = self.set_pages(pinned, &job)?;
        pages.finish(&job).map_err(export_error)
    }

    /// Sets a job where the template's origin allows: here, or in a worker.
    fn set_pages(&self, pinned: &Pinned, job: &Job) -> Result<Pages, Error> {
        let mut setter = self.setter.borrow_mut();
        setter.set(job, pinned.origin).map_err(export_error)
    }

    fn export_draft(&self, id: ObjectId, target: &Path) -> Result<Exported, Error> {
        let loaded = self.load(id)?;
        self.export_paper(&loaded.pinned, &loaded.paper, target)
    }

    /// Writes a paper that is no edition.
    pub(crate) fn export_paper(
        &self,
        pinned: &Pinned,
        paper: &Paper,
        target: &Path,
    ) -> Result<Exported, Error> {
        let product = self.produce(pinned, paper, &paper.to_json())?;
        let path = free(&target_file(target, &paper.document.title))?;
        write_whole(&path, &product.pdf)?;
        let receipt = product.receipt;
        Ok(Exported {
            path,
            pages: Some(receipt.read_back.pages),
            checksum: receipt.checksum,
            sha256: receipt.sha256,
            draft: paper.document.state == State::Draft,
        })
    }

    fn export_edition(&self, edition: &store::Edition, target: &Path) -> Result<Exported, Error> {
        let paper = self.edition_paper(edition)?;
        let path = free(&target_file(target, &paper.document.title))?;
        let bytes = self.bytes(edition.pdf)?;
        write_whole(&path, &bytes)?;
        let checksum = typeset::checksum(&self.bytes(edition.data)?);
        Ok(Exported {
            path,
            pages: None,
            checksum,
            sha256: edition.pdf.to_string(),
            draft: false,
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
                let editions = self.store.editions(id)?;
                let known = editions
                    .iter()
                    .map(|edition| edition.number.clone())
                    .collect();
                let found = editions
                    .into_iter()
                    .rfind(|edition| is_named(edition, number));
                found.map(Some).ok_or_else(|| Error::NotFound {
                    what: What::Edition,
                    name: number.clone(),
                    known,
                })
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

    /// A paper's pictures, from the workspace's own files.
    fn images(&self, paper: &Paper) -> Result<BTreeMap<String, Vec<u8>>, Error> {
        let own = paper.sections.iter().filter_map(|section| {
            if let Section::Field(cell) = section {
                Some(cell)
            } else {
                None
            }
        });
        let items = paper.items();
        let cells = paper.head.iter().chain(own).chain(
            items
                .iter()
                .flat_map(|(_, item)| item.fields.iter().chain(&item.shown)),
        );
        let shown = cells.filter_map(|cell| {
            if let Some(Printed::Image(image)) = &cell.value {
                Some(&image.image)
            } else {
                None
            }
        });
        let mut images = BTreeMap::new();
        for name in paper.logos.iter().map(|logo| &logo.image).chain(shown) {
            let hash = name.split('.').next().and_then(|hex| hex.parse().ok());
            let stored = hash
                .map(|hash| self.store.blob(hash))
                .transpose()?
                .flatten();
            let picture = stored
                .map(|blob| blob.bytes)
                .filter(|it| typeset::is_picture(it) && !is_costly(it));
            images.insert(name.clone(), picture.unwrap_or_else(|| NOTHING.to_vec()));
        }
        Ok(images)
    }

    /// The document's date, or else the day of its last step.
    fn stamp_of(&self, paper: &Paper) -> Result<Stamp, Error> {
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
        let ident = format!("{} {}", head.id, head.edition.as_deref().unwrap_or("draft"));
        Ok(Stamp {
            moment: clock::noon_in_sweden(day),
            ident,
        })
    }
}

/// An edition as submitted and the same as adopted share their number; their ids tell them apart.
pub(crate) fn is_named(edition: &store::Edition, name: &str) -> bool {
    edition.number == name || (name.len() >= 8 && edition.id.to_string().starts_with(name))
}

fn job<'a>(
    pinned: &'a Pinned,
    images: &'a BTreeMap<String, Vec<u8>>,
    data: &'a [u8],
    stamp: Stamp,
) -> Job<'a> {
    Job {
        files: &pinned.files,
        shared: &pinned.shared,
        images,
        data,
        stamp,
        standard: Standard::Working,
    }
}

/// Leaves of a paper only the part that is named.
fn narrow(paper: &mut Paper, part: &str) {
    if part != model::progress::HEAD {
        paper.head.clear();
    }
    let is_it = |section: &Section| match section {
        Section::Field(cell) => cell.id == part,
        Section::Objects(objects) => objects.kind == part,
        Section::Table(table) => table.id == part,
        Section::Members(members) => members.id == part,
        Section::Figures { id, .. } | Section::Contents { id, .. } => id == part,
    };
    let object = paper.sections.iter().find_map(|section| match section {
        Section::Objects(objects) => only(objects, part),
        _ => None,
    });
    paper.sections.retain(is_it);
    paper.sections.extend(object.map(Section::Objects));
}

/// Returns the object with this id alone, with what stands below it.
fn only(objects: &Objects, id: &str) -> Option<Objects> {
    let found = objects.items.iter().find(|item| item.id.to_string() == id);
    match found {
        Some(item) => Some(Objects {
            items: vec![item.clone()],
            ..objects.clone()
        }),
        None => {
            let below = objects.items.iter().flat_map(|item| &item.children);
            below.into_iter().find_map(|objects| only(objects, id))
        }
    }
}

/// Returns the file that an export writes: the target itself, or in a folder the title with `.pdf`.
fn target_file(target: &Path, title: &str) -> PathBuf {
    if target.is_dir() {
        target.join(format!("{}.pdf", file_name(title)))
    } else {
        target.to_owned()
    }
}

/// Returns a title as a name that every file system takes.
#[must_use]
pub(crate) fn file_name(title: &str) -> String {
    let safe = title.chars().map(|c| {
        if c.is_control() || r#"<>:"/\|?*"#.contains(c) {
            ' '
        } else {
            c
        }
    });
    let name = safe
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let short: String = name.chars().take(120).collect();
    let short = short.trim_matches([' ', '.']).to_owned();
    if short.is_empty() {
        "Missiv".to_owned()
    } else {
        short
    }
}

/// Writes a file beside its target, syncs it and puts it in place: a failure leaves an old file whole.
///
/// # Errors
/// The disk refuses, or a workspace file or something that is no file stands there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let path = free(path)?;
    strays::clear_beside(&path);
    typeset::export::save(bytes, &path).map_err(export_error)
}

/// Returns where something can be written that is to have this name: a link's own target, and never in the place of a
/// workspace file, which is nowhere else, nor of a device or a pipe.
fn free(path: &Path) -> Result<PathBuf, Error> {
    let Ok(found) = fs::metadata(path) else {
        return Ok(path.to_owned());
    };
    if !found.is_file() {
        return Err(Error::NotAFile(path.to_owned()));
    }
    if store::Store::is_workspace(path) {
        return Err(Error::WorkspaceInTheWay(path.to_owned()));
    }
    if path.is_symlink() {
        return fs::canonicalize(path).map_err(|error| Error::io(path, error));
    }
    Ok(path.to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_file_system_takes() {
        assert_eq!(
            file_name("UTKAST – Plan 2025 – område Äldre"),
            "UTKAST – Plan 2025 – område Äldre"
        );
        assert_eq!(file_name("a/b\\c:d\u{7}?"), "a b c d");
        assert_eq!(file_name(" ... "), "Missiv");
    }
}
