//! Copies of the same workspace that lie beside the open file.
//!
//! A service that keeps folders alike writes a copy of its own when two people have changed a file at once. Each calls
//! it otherwise, so that a name says nothing; the identity in the file does.

use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use specta::Type;
use store::Store;

use crate::error::{Error, What};
use crate::{MergeReport, Workspace};

/// How many files of the folder are looked into, those that were written last. Each is read whole.
const MOST: usize = 20;

/// A copy of the open workspace with something that it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CopyView {
    /// Where it is.
    pub path: String,
    /// Its name without the folders.
    pub name: String,
    /// How many changes it has that the open file lacks.
    pub news: u32,
}

impl Workspace {
    /// Returns the copies of this workspace in the file's own folder that have something which this file lacks, by name.
    /// What cannot be read is left out: nobody asked for it.
    #[must_use]
    pub fn copies_beside(&self) -> Vec<CopyView> {
        let own = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let folder = own.parent().unwrap_or(Path::new("."));
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| *path != own && path.is_file() && is_workspace(path))
            .collect();
        let written = |path: &PathBuf| fs::metadata(path).and_then(|file| file.modified()).ok();
        paths.sort_by_cached_key(|path| Reverse(written(path)));
        paths.truncate(MOST);
        paths.sort();
        let copy = |path: PathBuf| {
            let news = self.store.news_in(&path).ok().flatten()?;
            // One whose name is no text could not be named again.
            let name = path.file_name()?.to_str()?.to_owned();
            (news > 0).then(|| CopyView {
                path: path.display().to_string(),
                name,
                news: u32::try_from(news).unwrap_or(u32::MAX),
            })
        };
        paths.into_iter().filter_map(copy).collect()
    }

    /// Takes in what such a copy holds. `name` is its name in the folder.
    ///
    /// # Errors
    /// No such copy is there any more, or as [`Workspace::merge`].
    pub fn merge_beside(&mut self, name: &str) -> Result<MergeReport, Error> {
        let mut found = self.copies_beside().into_iter();
        let copy = found.find(|copy| copy.name == name);
        let copy = copy.ok_or_else(|| Error::not_found(What::File, name))?;
        self.merge(Path::new(&copy.path))
    }
}

fn is_workspace(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // Ours that are being written begin with a dot.
    name.ends_with(".missiv") && !name.starts_with('.') && Store::is_workspace(path)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::*;
    use crate::{GroupForm, Library, PersonForm};

    fn made(path: &Path) -> Workspace {
        let library = Library::bundled();
        let profile = library.profile_ids().next().unwrap().to_owned();
        let form = GroupForm {
            profile,
            name: "Gruppen".to_owned(),
            area: "Området".to_owned(),
        };
        Workspace::create(path, library, &form).unwrap()
    }

    /// Old copies do not hide the one that a colleague has just saved.
    #[test]
    fn of_many_files_those_that_were_written_last_are_looked_into() {
        let folder = tempfile::tempdir().unwrap();
        let own = made(&folder.path().join("gruppen.missiv"));
        let last = folder.path().join("ö.missiv");
        own.copy_to(&last).unwrap();
        let mut other = Workspace::open(&last, Library::bundled()).unwrap();
        let person = PersonForm {
            name: "B.".to_owned(),
            ..PersonForm::default()
        };
        other.add_person(&person).unwrap();
        drop(other);
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        for number in 0..MOST {
            let copy = folder.path().join(format!("a{number}.missiv"));
            own.copy_to(&copy).unwrap();
            let file = fs::File::options().write(true).open(&copy).unwrap();
            file.set_modified(long_ago).unwrap();
        }
        let found = own.copies_beside();
        let names: Vec<_> = found.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["ö.missiv"]);
    }

    #[test]
    fn a_copy_with_news_is_found_whatever_it_is_called_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut own = made(&folder.path().join("gruppen.missiv"));
        made(&folder.path().join("en annan grupp.missiv"));
        fs::write(folder.path().join("trasig.missiv"), "x").unwrap();
        let copy = folder.path().join("gruppen-DATOR7.missiv");
        own.copy_to(&copy).unwrap();
        own.copy_to(&folder.path().join("gruppen (1).missiv"))
            .unwrap();
        assert_eq!(own.copies_beside(), []);
        let person = PersonForm {
            name: "B.".to_owned(),
            ..PersonForm::default()
        };
        let mut other = Workspace::open(&copy, Library::bundled()).unwrap();
        other.add_person(&person).unwrap();
        drop(other);
        let found = own.copies_beside();
        let names: Vec<_> = found
            .iter()
            .map(|one| (one.name.as_str(), one.news))
            .collect();
        assert_eq!(names, [("gruppen-DATOR7.missiv", 1)]);
        own.merge_beside(&found[0].name).unwrap();
        assert!(own.merge_beside(&found[0].name).is_err());
        assert_eq!(own.copies_beside(), [], "what is taken in is no news");
    }
}
