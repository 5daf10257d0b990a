//! Making a PDF and putting it where it belongs, or leaving everything as it was.

use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use tempfile::NamedTempFile;

use crate::compile::compile;
use crate::fault::Fault;
use crate::job::{Job, checksum};

pub use crate::job::sha256;
use crate::pages::Pages;
use crate::pdf::pdf;
use crate::readback::{ReadBack, ReadError, read_back};
use crate::worker::WorkerError;

/// A PDF that has been read back, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// The file's bytes.
    pub pdf: Vec<u8>,
    /// What is known of it.
    pub receipt: Receipt,
}

/// What is known of an exported PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// The size in bytes.
    pub bytes: usize,
    /// The SHA-256 of the file, as 64 hexadecimal digits.
    pub sha256: String,
    /// The checksum of the data, as it is printed in the foot.
    pub checksum: String,
    /// What another program read in it.
    pub read_back: ReadBack,
    /// What Typst warned of.
    pub warnings: Vec<Fault>,
}

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The layout has faults, or asks for what the standards forbid.
    #[error("the layout has {} faults", .0.len())]
    Layout(Vec<Fault>),
    /// The worker that set the pages gave none.
    #[error(transparent)]
    Worker(#[from] WorkerError),
    /// The finished PDF could not be read again.
    #[error("the PDF was not readable again")]
    ReadBack(#[from] ReadError),
    /// The file could not be written. What stood there before still does.
    #[error("{} could not be written", path.display())]
    Write {
        /// The target.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Sets a job, reads the PDF back and writes it to `target`, which is replaced whole or not at all.
pub fn export(job: &Job, target: &Path) -> Result<Receipt, ExportError> {
    let Product { pdf, receipt } = produce(job)?;
    save(&pdf, target)?;
    Ok(receipt)
}

/// Sets a job and returns the PDF, read back, without writing it anywhere.
pub fn produce(job: &Job) -> Result<Product, ExportError> {
    finish(&compile(job).map_err(ExportError::Layout)?, job)
}

/// Makes the PDF of pages that were set from this very job, and reads it back.
pub fn finish(pages: &Pages, job: &Job) -> Result<Product, ExportError> {
    let pdf = pdf(pages, job).map_err(ExportError::Layout)?;
    let read_back = read_back(pages, job, &pdf)?;
    Ok(receive(pdf, job, read_back, pages.warnings()))
}

/// Returns a PDF that has been read back, with its receipt.
pub(crate) fn receive(pdf: Vec<u8>, job: &Job, read_back: ReadBack, warnings: &[Fault]) -> Product {
    let receipt = Receipt {
        bytes: pdf.len(),
        sha256: sha256(&pdf),
        checksum: checksum(job.data),
        read_back,
        warnings: warnings.to_vec(),
    };
    Product { pdf, receipt }
}

/// Writes a PDF that was read back before, such as an edition's: beside the target, read again from
/// there, synced, and only then in the target's place. A failure leaves the target as it was and nothing
/// beside it.
pub fn save(pdf: &[u8], target: &Path) -> Result<(), ExportError> {
    save_all(&[(target, pdf)])
}

/// Writes files that belong together: all of them beside their targets first, as [`save`] does, and only when
/// all of them are safe on the disk each in its target's place, in this order. A disk that is full, or a folder that
/// takes nothing, leaves every target as it was.
pub fn save_all(files: &[(&Path, &[u8])]) -> Result<(), ExportError> {
    let staged: Result<Vec<_>, _> = files
        .iter()
        .map(|(target, bytes)| staged(bytes, target).map_err(|source| failed(target, source)))
        .collect();
    for (staged, (target, _)) in staged?.into_iter().zip(files) {
        put(staged, target).map_err(|source| failed(target, source))?;
    }
    Ok(())
}

fn failed(target: &Path, source: io::Error) -> ExportError {
    ExportError::Write {
        path: target.to_owned(),
        source,
    }
}

/// Returns the bytes as a file beside their target, read again and synced.
fn staged(bytes: &[u8], target: &Path) -> io::Result<NamedTempFile> {
    let mut file = beside(folder_of(target))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.rewind()?;
    let mut written = Vec::with_capacity(bytes.len());
    file.read_to_end(&mut written)?;
    if written != bytes {
        return Err(io::Error::other("the disk gives back other bytes"));
    }
    Ok(file)
}

fn put(file: NamedTempFile, target: &Path) -> io::Result<()> {
    file.persist(target)?;
    sync_folder(folder_of(target))
}

fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".missiv-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is its owner's alone; a document in a shared folder is read by colleagues. The
        // system takes away what the user's umask does not allow.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Makes the new name last through a power cut. Windows keeps names by itself.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}
