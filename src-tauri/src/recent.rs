//! The files that were opened lately and who one was in each, in a small file among the program's settings.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use specta::Type;

/// The most files that are remembered.
const MOST: usize = 8;

/// A file that was opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// Whose it is.
    pub name: String,
    /// The id of the person one was there.
    pub me: Option<String>,
}

/// A file that was opened lately, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RecentView {
    /// Whose it is.
    pub name: String,
    /// Where it is.
    pub path: String,
}

/// The list of them. What cannot be read or written is as if it were empty: it is a convenience.
pub struct Recents {
    file: PathBuf,
}

impl Recents {
    /// Returns the list that stands in a folder.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            file: folder.join("recent.json"),
        }
    }

    /// Returns the files, the latest first; those that are gone are left out.
    pub fn list(&self) -> Vec<Recent> {
        let bytes = fs::read(&self.file).unwrap_or_default();
        let mut all: Vec<Recent> = serde_json::from_slice(&bytes).unwrap_or_default();
        all.retain(|recent| recent.path.is_file());
        all
    }

    /// Puts a file first. Who one was there stays known unless `me` says otherwise.
    pub fn put(&self, path: &Path, name: &str, me: Option<String>) -> io::Result<()> {
        let mut all = self.list();
        let before = all.iter().find(|recent| recent.path == path);
        let me = me.or_else(|| before?.me.clone());
        all.retain(|recent| recent.path != path);
        let recent = Recent {
            path: path.to_owned(),
            name: name.to_owned(),
            me,
        };
        all.insert(0, recent);
        all.truncate(MOST);
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        let beside = self.file.with_extension("new");
        fs::write(&beside, serde_json::to_vec_pretty(&all)?)?;
        fs::rename(beside, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_comes_first_and_one_stays_who_one_was() {
        let folder = tempfile::tempdir().unwrap();
        let recents = Recents::in_folder(&folder.path().join("settings"));
        let files = ["a", "b"].map(|name| folder.path().join(name));
        for file in &files {
            fs::write(file, "x").unwrap();
        }
        recents.put(&files[0], "A", Some("me".to_owned())).unwrap();
        recents.put(&files[1], "B", None).unwrap();
        recents.put(&files[0], "A", None).unwrap();
        let list = recents.list();
        assert_eq!(list.len(), 2);
        assert_eq!(
            (list[0].name.as_str(), list[0].me.as_deref()),
            ("A", Some("me"))
        );
        fs::remove_file(&files[0]).unwrap();
        assert_eq!(recents.list()[0].name, "B");
    }
}
