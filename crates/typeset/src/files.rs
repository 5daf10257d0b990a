//! The files that a layout may see, and the places in them that a fault points at.

use std::borrow::Cow;
use std::collections::BTreeMap;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::Bytes;
use typst::syntax::{
    DiagSpan, DiagSpanKind, FileId, Lines, RootedPath, Source, VirtualPath, VirtualRoot,
};

use crate::fault::Fault;
use crate::job::{Job, Supplement, checksum, crowd};

/// The layout's first file.
pub(crate) const MAIN: &str = "main.typ";

/// Files by their path below the root, without a leading slash. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Files(BTreeMap<String, Entry>);

#[derive(Debug, Clone)]
struct Entry {
    bytes: Bytes,
    /// Parsed only for `.typ`, and re-parsed only where it changed.
    source: Option<Source>,
}

/// Where in a file something is, counted from 1 in lines and characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: Option<u32>,
    pub(crate) column: Option<u32>,
}

impl Files {
    /// Takes in the job's files, keeping what is unchanged.
    ///
    /// A name that is no path inside the folder is a fault; the rest is taken in all the same.
    pub(crate) fn load(&mut self, job: &Job) -> Result<(), Vec<Fault>> {
        let mut old = std::mem::take(&mut self.0);
        let mut faults = Vec::new();
        for (name, bytes) in listing(job) {
            match id(&name) {
                Ok(id) => {
                    let path = path(id).to_owned();
                    let entry = Entry::updated(old.remove(&path), id, &bytes);
                    self.0.insert(path, entry);
                }
                Err(reason) => faults.push(Fault::at_file(&name, reason)),
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }

    /// Returns a parsed layout file.
    pub(crate) fn source(&self, id: FileId) -> FileResult<Source> {
        let entry = self.entry(id)?;
        match &entry.source {
            Some(source) => Ok(source.clone()),
            None if path(id).ends_with(".typ") => Err(FileError::InvalidUtf8),
            None => Err(FileError::NotSource),
        }
    }

    /// Returns a file's bytes. WebAssembly is refused: a layout is data, and runs no foreign code.
    pub(crate) fn bytes(&self, id: FileId) -> FileResult<Bytes> {
        if path(id).to_ascii_lowercase().ends_with(".wasm") {
            return Err(FileError::AccessDenied);
        }
        Ok(self.entry(id)?.bytes.clone())
    }

    /// Returns the place a diagnostic points at, if it points into a file.
    pub(crate) fn place(&self, span: DiagSpan) -> Option<Place> {
        let id = span.id()?;
        let start = self.start(id, span);
        let position = start.and_then(|byte| self.line_column(id, byte));
        Some(Place {
            file: path(id).to_owned(),
            line: position.map(|(line, _)| line),
            column: position.map(|(_, column)| column),
        })
    }

    fn start(&self, id: FileId, span: DiagSpan) -> Option<usize> {
        match span.get() {
            DiagSpanKind::Detached => None,
            DiagSpanKind::Number { num, sub_range, .. } => {
                let source = self.source(id).ok()?;
                source.range(num, sub_range).map(|range| range.start)
            }
            DiagSpanKind::Range { range, .. } => Some(range.start),
        }
    }

    fn line_column(&self, id: FileId, byte: usize) -> Option<(u32, u32)> {
        let entry = self.entry(id).ok()?;
        let found = match &entry.source {
            Some(source) => source.lines().byte_to_line_column(byte),
            None => Lines::new(std::str::from_utf8(&entry.bytes).ok()?).byte_to_line_column(byte),
        };
        let (line, column) = found?;
        Some((
            u32::try_from(line).ok()? + 1,
            u32::try_from(column).ok()? + 1,
        ))
    }

    fn entry(&self, id: FileId) -> FileResult<&Entry> {
        if matches!(id.get().root(), VirtualRoot::Package(_)) {
            let reason = "a layout has no packages, only its own folder and /shared";
            return Err(PackageError::Other(Some(reason.into())).into());
        }
        let path = path(id);
        self.0
            .get(path)
            .ok_or_else(|| FileError::NotFound(path.into()))
    }
}

impl Entry {
    fn updated(old: Option<Self>, id: FileId, bytes: &[u8]) -> Self {
        if let Some(old) = &old
            && old.bytes.as_slice() == bytes
        {
            return old.clone();
        }
        Self {
            bytes: Bytes::new(bytes.to_vec()),
            source: parsed(old.and_then(|entry| entry.source), id, bytes),
        }
    }
}

/// The root's own files come last, so that a template cannot stand in for them.
fn listing<'a>(job: &'a Job) -> Vec<(String, Cow<'a, [u8]>)> {
    let under = |folder: &'static str, files: &'a BTreeMap<String, Vec<u8>>| {
        files
            .iter()
            .map(move |(name, bytes)| (format!("{folder}{name}"), Cow::from(bytes)))
    };
    let supplements = job.supplements.iter().enumerate();
    let supplements = supplements.map(|(place, it)| (supplement(place), Cow::from(&it.bytes)));
    under("", job.files)
        .chain(under("shared/", job.shared))
        .chain(under("images/", job.images))
        .chain([
            ("data.json".to_owned(), Cow::from(job.data)),
            (
                "checksum.txt".to_owned(),
                checksum(job.data).into_bytes().into(),
            ),
            (
                "crowd.txt".to_owned(),
                crowd(job.data).to_string().into_bytes().into(),
            ),
            (
                "supplements.json".to_owned(),
                list(job.supplements).into_bytes().into(),
            ),
        ])
        .chain(supplements)
        .collect()
}

/// The list that a layout attaches bilagor by: their names, titles and paths.
fn list(supplements: &[Supplement]) -> String {
    let line = |(place, it): (usize, &Supplement)| serde_json::json!({ "name": it.name, "title": it.title, "path": format!("/{}", supplement(place)) });
    serde_json::Value::from_iter(supplements.iter().enumerate().map(line)).to_string()
}

fn supplement(place: usize) -> String {
    format!("supplements/{place}.pdf")
}

fn parsed(old: Option<Source>, id: FileId, bytes: &[u8]) -> Option<Source> {
    if !path(id).ends_with(".typ") {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    match old {
        Some(mut source) => {
            source.replace(text);
            Some(source)
        }
        None => Some(Source::new(id, text.to_owned())),
    }
}

/// Returns the id of a path below the root, or why the name is no such path.
pub(crate) fn id(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|reason| reason.to_string())?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn path(id: FileId) -> &'static str {
    id.get().vpath().get_without_slash()
}
