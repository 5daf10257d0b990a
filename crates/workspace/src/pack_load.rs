//! Loading a template, profile or calendar from outside: checked, then kept in a folder of the user's.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::error::Error;
use crate::pack_check::check_as;
use crate::target::write_whole;
use crate::{Library, PackReport, library};

/// What a pack is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum PackKind {
    /// A document's template.
    Template,
    /// An organisation's profile.
    Profile,
    /// A year's calendar.
    Calendar,
}

impl PackKind {
    /// Returns the file that a pack of this kind begins with.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Template => template::TEMPLATE_FILE,
            Self::Profile => template::PROFILE_FILE,
            Self::Calendar => template::CALENDAR_FILE,
        }
    }

    /// Returns what a pack is: a profile or a calendar by its own first file, else a template.
    #[must_use]
    pub fn of(pack: &template::Pack) -> Self {
        let others = [Self::Profile, Self::Calendar].into_iter();
        let mut fits = others.filter(|kind| pack.files.contains_key(kind.file()));
        fits.next().unwrap_or(Self::Template)
    }

    /// Returns the kind as the locale spells it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Template => "template",
            Self::Profile => "profile",
            Self::Calendar => "calendar",
        }
    }

    /// Returns the folder that holds packs of this kind.
    const fn folder(self) -> &'static str {
        match self {
            Self::Template => "templates",
            Self::Profile => "profiles",
            Self::Calendar => "calendars",
        }
    }
}

/// What loading a pack came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoadedPack {
    /// The pack's id.
    pub id: String,
    /// Where it is kept, or none where it has faults and is not.
    pub path: Option<PathBuf>,
    /// What the check found.
    pub report: PackReport,
}

/// Checks the pack in a folder or zip and, if it is sound, keeps it as a zip in `into`, where
/// [`Library::with_folder`] finds it. An earlier zip of that id is replaced: documents that were begun from it carry
/// it with them.
///
/// # Errors
/// The pack or the folder cannot be read or written, or `into` has a folder of that name, which would hide the zip.
pub fn load_pack(
    library: &Library,
    kind: PackKind,
    from: &Path,
    into: &Path,
) -> Result<LoadedPack, Error> {
    let pack = library::read_pack(from)?;
    let id = library::pack_name(from);
    let report = check_as(library, kind, &pack, &id);
    let path = if report.sound {
        Some(keep(&into.join(kind.folder()), &id, &pack)?)
    } else {
        None
    };
    Ok(LoadedPack { id, path, report })
}

/// As [`load_pack`], for a pack that says itself what it is.
///
/// # Errors
/// As [`load_pack`].
pub fn load_any_pack(library: &Library, from: &Path, into: &Path) -> Result<LoadedPack, Error> {
    let kind = PackKind::of(&library::read_pack(from)?);
    load_pack(library, kind, from, into)
}

fn keep(folder: &Path, id: &str, pack: &template::Pack) -> Result<PathBuf, Error> {
    let in_the_way = folder.join(id);
    if in_the_way.exists() {
        return Err(Error::Exists(in_the_way));
    }
    fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
    let path = folder.join(format!("{id}.zip"));
    write_whole(&path, &pack.to_zip())?;
    Ok(path)
}
