//! The sample year: a workspace file and its papers.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::{Error, What};
use crate::{ExportForm, Exported, Library, Workspace, library, write_whole};

/// `assets/samples/manifest.toml`: which sample opens.
#[derive(Debug, Deserialize)]
struct Manifest {
    sample: String,
    calendar: String,
}

/// Makes the sample's workspace file in `folder`, exports each of its papers beside it, and lays the next year's calendar
/// there as the strategic level would hand it out. Files of an earlier run
/// are replaced. Returns the workspace file and what was exported.
///
/// # Errors
/// The folder cannot be written, or the bundled sample does not fit the bundled templates.
pub fn write_sample(folder: &Path, library: Library) -> Result<(PathBuf, Vec<Exported>), Error> {
    let (workspace, calendar) = make(folder, library)?;
    let exported = workspace.export_all(folder, &ExportForm::default(), |_, _, _| ())?;
    let pack = library::sample_calendar(&calendar)
        .ok_or_else(|| Error::not_found(What::Calendar, &calendar))?;
    write_whole(&folder.join(format!("{calendar}.zip")), &pack.to_zip())?;
    Ok((workspace.path().to_owned(), exported))
}

/// Makes the sample's workspace file in `folder`, without its papers, and opens it. A file of an earlier run is replaced.
///
/// # Errors
/// As [`write_sample`].
pub fn open_sample(folder: &Path, library: Library) -> Result<Workspace, Error> {
    make(folder, library).map(|(workspace, _)| workspace)
}

/// Returns the sample's workspace and the id of its calendar.
fn make(folder: &Path, library: Library) -> Result<(Workspace, String), Error> {
    fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
    let Manifest {
        sample: name,
        calendar,
    } = manifest()?;
    let json = library::sample(&name).ok_or_else(|| Error::not_found(What::File, &name))?;
    let path = folder.join(Path::new(&name).with_extension("missiv"));
    if path.exists() {
        fs::remove_file(&path).map_err(|error| Error::io(&path, error))?;
    }
    let workspace = Workspace::create_from_json(&path, library, json)?;
    Ok((workspace, calendar))
}

fn manifest() -> Result<Manifest, Error> {
    let manifest = library::sample("manifest.toml")
        .and_then(|bytes| std::str::from_utf8(bytes).ok())
        .unwrap_or_default();
    toml::from_str(manifest).map_err(|error| Error::Import {
        line: 1,
        column: 1,
        reason: error.message().to_owned(),
    })
}
