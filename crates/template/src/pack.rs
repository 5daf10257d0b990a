//! A template's or a profile's folder as values, and as a zip.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use sha2::{Digest, Sha256};
use zip::read::ZipFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Most files of a pack.
pub const MOST_FILES: usize = 200;

/// Most bytes of all files of a pack together, and of a zip that it is read from.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Most bytes of a path, so that a folder of any depth above it still fits on Windows.
const LONGEST_PATH: usize = 150;

/// A template's or a profile's folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pack {
    /// Bytes by path within the folder, with `/` between names.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Why bytes are no pack.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The bytes are no zip, or a damaged one.
    #[error("not a zip, or a damaged one")]
    NotAZip,
    /// A file is encrypted, damaged or compressed in a way that is not read.
    #[error("{path} cannot be unpacked")]
    Unreadable {
        /// The file.
        path: String,
    },
    /// A path leads outside the folder, or cannot stand on every system.
    #[error("{path:?} cannot be a path of a pack")]
    BadPath {
        /// The path as it was written.
        path: String,
    },
    /// An entry is a link or another thing that is no file.
    #[error("{path} is no plain file")]
    NotAFile {
        /// The entry.
        path: String,
    },
    /// Two entries of a zip have the very same name.
    #[error("two entries have the same name")]
    SameName,
    /// Two paths differ in upper and lower case only, or a file is also a folder.
    #[error("{path} stands twice")]
    Duplicate {
        /// The second of them.
        path: String,
    },
    /// There are more than [`MOST_FILES`].
    #[error("more than {MOST_FILES} files")]
    TooManyFiles,
    /// There is more than [`MOST_BYTES`].
    #[error("more than {MOST_BYTES} bytes")]
    TooLarge,
}

impl PackError {
    /// Returns the stable code. The locale has `pack-<code>` and `pack-<code>-hint`, with the arg `path`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAZip => "not-a-zip",
            Self::Unreadable { .. } => "unreadable",
            Self::BadPath { .. } => "bad-path",
            Self::NotAFile { .. } => "not-a-file",
            Self::SameName => "same-name",
            Self::Duplicate { .. } => "duplicate",
            Self::TooManyFiles => "too-many-files",
            Self::TooLarge => "too-large",
        }
    }

    /// Returns the path that the error is about, where it is about one.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Unreadable { path }
            | Self::BadPath { path }
            | Self::NotAFile { path }
            | Self::Duplicate { path } => Some(path),
            Self::NotAZip | Self::SameName | Self::TooManyFiles | Self::TooLarge => None,
        }
    }
}

impl Pack {
    /// Returns a pack of these files.
    ///
    /// # Errors
    /// Returns the first reason why they cannot be one: a path, their number or their size.
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Result<Self, PackError> {
        if files.len() > MOST_FILES {
            return Err(PackError::TooManyFiles);
        }
        if files.values().map(Vec::len).sum::<usize>() > MOST_BYTES {
            return Err(PackError::TooLarge);
        }
        if let Some(path) = files.keys().find(|path| !is_path(path)) {
            return Err(PackError::BadPath { path: path.clone() });
        }
        if let Some(path) = collision(files.keys()) {
            return Err(PackError::Duplicate { path });
        }
        Ok(Self { files })
    }

    /// Returns what the pack is known by: SHA-256 over each file's path and bytes, in the order of the paths, each
    /// after its length in eight bytes, little-endian.
    #[must_use]
    pub fn sha256(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for (path, bytes) in &self.files {
            for part in [path.as_bytes(), bytes] {
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        hash.finalize().into()
    }

    /// Returns the pack as a zip. The same files give the same bytes: sorted, and each of 1 January 1980.
    ///
    /// # Panics
    /// Where a path is longer than a zip can hold (65 535 bytes); [`Pack::new`] takes no such path.
    #[must_use]
    pub fn to_zip(&self) -> Vec<u8> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in &self.files {
            zip.start_file(path.as_str(), options)
                .expect("a pack's path fits in a zip");
            zip.write_all(bytes)
                .expect("memory takes what is written to it");
        }
        zip.finish()
            .expect("memory takes what is written to it")
            .into_inner()
    }

    /// Reads a zip. A single folder around all files is left out, and so is what file managers leave behind.
    ///
    /// Nothing in the zip is trusted: sizes are counted while it is unpacked.
    ///
    /// # Errors
    /// Returns the first reason why the bytes are no pack.
    pub fn from_zip(bytes: &[u8]) -> Result<Self, PackError> {
        if bytes.len() > MOST_BYTES {
            return Err(PackError::TooLarge);
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackError::NotAZip)?;
        if zip.len() > 2 * MOST_FILES {
            return Err(PackError::TooManyFiles);
        }
        if zip.has_duplicate_names() {
            return Err(PackError::SameName);
        }
        let mut files = BTreeMap::new();
        let mut room = MOST_BYTES;
        for index in 0..zip.len() {
            let Some((path, bytes)) = entry(&mut zip, index, room)? else {
                continue;
            };
            room -= bytes.len();
            files.insert(path, bytes);
        }
        Self::new(without_folder(files))
    }
}

/// Reads an entry, or none where it is a folder or a file manager's own.
fn entry(
    zip: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    room: usize,
) -> Result<Option<(String, Vec<u8>)>, PackError> {
    let name = zip
        .name_for_index(index)
        .and_then(Result::ok)
        .map(std::borrow::Cow::into_owned)
        .unwrap_or_default();
    let mut file = zip
        .by_index(index)
        .map_err(|_| PackError::Unreadable { path: name.clone() })?;
    let path = path(&file)?;
    if file.is_dir() || is_litter(&path) {
        return Ok(None);
    }
    if !is_plain(&file) {
        return Err(PackError::NotAFile { path });
    }
    let mut bytes = Vec::new();
    let limit = room as u64 + 1;
    file.by_ref()
        .take(limit)
        .read_to_end(&mut bytes)
        .map_err(|_| PackError::Unreadable { path: path.clone() })?;
    if bytes.len() > room {
        return Err(PackError::TooLarge);
    }
    Ok(Some((path, bytes)))
}

/// Returns the entry's path as it stands in the zip, if it can be a path of a pack.
fn path<R: Read>(file: &ZipFile<'_, R>) -> Result<String, PackError> {
    let raw = String::from_utf8_lossy(file.name_raw());
    let path = raw.strip_suffix('/').unwrap_or(&raw);
    let bad = || PackError::BadPath {
        path: raw.clone().into_owned(),
    };
    if std::str::from_utf8(file.name_raw()).is_err() || !is_path(path) {
        return Err(bad());
    }
    Ok(path.to_owned())
}

const FILE_TYPE: u32 = 0o170_000;
const PLAIN_FILE: u32 = 0o100_000;

fn is_plain<R: Read>(file: &ZipFile<'_, R>) -> bool {
    let kind = file.unix_mode().map_or(0, |mode| mode & FILE_TYPE);
    !file.is_symlink() && matches!(kind, 0 | PLAIN_FILE)
}

/// Returns whether a file manager left it behind.
fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("__MACOSX/") || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

/// Leaves out a single folder around all files.
fn without_folder(files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let folders: BTreeSet<Option<&str>> = files
        .keys()
        .map(|path| path.split_once('/').map(|(folder, _)| folder))
        .collect();
    let Some(Some(folder)) = folders.first().filter(|_| folders.len() == 1) else {
        return files;
    };
    let start = folder.len() + 1;
    files
        .into_iter()
        .map(|(path, bytes)| (path[start..].to_owned(), bytes))
        .collect()
}

/// Returns whether the path stays within the folder and can stand on Linux, macOS and Windows.
fn is_path(path: &str) -> bool {
    path.len() <= LONGEST_PATH && path.split('/').all(is_name)
}

fn is_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    !name.is_empty()
        && !name.ends_with(['.', ' '])
        && !name.starts_with(' ')
        && !name.contains(['\\', ':', '*', '?', '"', '<', '>', '|'])
        && !name.chars().any(char::is_control)
        && !crate::shape::DEVICES.contains(&stem.as_str())
}

/// Returns a path that another one stands in the way of.
fn collision<'a>(paths: impl Iterator<Item = &'a String>) -> Option<String> {
    let mut taken = BTreeSet::new();
    let mut folders = BTreeSet::new();
    let lower: Vec<(&String, String)> = paths.map(|path| (path, path.to_lowercase())).collect();
    for (path, lower) in &lower {
        folders.extend(lower.match_indices('/').map(|(end, _)| &lower[..end]));
        if !taken.insert(lower.as_str()) {
            return Some((*path).clone());
        }
    }
    lower
        .iter()
        .find(|(_, lower)| folders.contains(lower.as_str()))
        .map(|(path, _)| (*path).clone())
}
