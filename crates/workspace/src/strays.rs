//! What a program that was killed left half written.

use std::fs::{self, DirEntry};
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};

use crate::clock;

/// How the names of files begin that are being written; see typeset's and the store's `beside`.
const PREFIX: &str = ".missiv-";

/// No file takes this long to be written.
const ABANDONED: TimeDelta = TimeDelta::hours(1);

/// Removes the half-written files from the folder of a file that is about to be written. Those of another program that
/// is writing just now are younger and stay; what cannot be removed does no harm.
pub(crate) fn clear_beside(file: &Path) {
    let folder = file.parent().filter(|parent| *parent != Path::new(""));
    let entries = fs::read_dir(folder.unwrap_or(Path::new(".")));
    for entry in entries.into_iter().flatten().flatten() {
        if is_abandoned(&entry) == Some(true) {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let _ = if is_folder {
                fs::remove_dir_all(entry.path())
            } else {
                fs::remove_file(entry.path())
            };
        }
    }
}

fn is_abandoned(entry: &DirEntry) -> Option<bool> {
    let ours = entry.file_name().to_str()?.starts_with(PREFIX);
    if !ours || entry.file_type().ok()?.is_symlink() {
        return Some(false);
    }
    let written = DateTime::<Utc>::from(entry.metadata().ok()?.modified().ok()?);
    Some(clock::now() - written > ABANDONED)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn only_what_was_left_behind_long_ago_goes() {
        let folder = tempfile::tempdir().unwrap();
        let hours_ago = |name: &str, hours: u64| {
            let file = fs::File::create(folder.path().join(name)).unwrap();
            let now = file.metadata().unwrap().modified().unwrap();
            let then = now - Duration::from_secs(hours * 3600 + 60);
            file.set_modified(then).unwrap();
        };
        hours_ago(".missiv-abc.tmp", 1);
        hours_ago(".missiv-def", 30);
        hours_ago(".missiv-new.tmp", 0);
        hours_ago("gruppen.missiv", 30);
        fs::create_dir(folder.path().join(".missiv-folder")).unwrap();
        fs::write(folder.path().join("vanlig.txt"), "").unwrap();
        clear_beside(&folder.path().join("plan.pdf"));
        let mut left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        left.sort();
        assert_eq!(
            left,
            [
                ".missiv-folder",
                ".missiv-new.tmp",
                "gruppen.missiv",
                "vanlig.txt"
            ]
        );
    }
}
