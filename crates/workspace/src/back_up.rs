//! Back-ups: whole copies of the file in a folder beside it, fewer the older they are.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::Serialize;
use store::{Access, OpenError, Store, StoreError, WhyReadOnly};

use crate::{Error, Workspace, clock, strays};

/// A back-up of a workspace file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackUp {
    /// The file.
    pub path: PathBuf,
    /// When it was made.
    pub at: DateTime<Utc>,
}

/// How many back-ups are kept.
const KEPT: usize = 10;
/// What the folder beside a file is called after it.
const FOLDER: &str = ".backups";
/// How a back-up's name tells its moment: without colons, which Windows does not allow.
const NAME: &str = "%Y-%m-%dT%H.%M.%S%.3fZ.missiv";

impl Workspace {
    /// Makes a back-up as work begins without a window: before the file takes in a copy, and before the first change
    /// after a rest. One that was made within the hour is enough; nothing is returned then.
    ///
    /// # Errors
    /// As [`Workspace::back_up`].
    pub fn back_up_at_start(&self) -> Result<Option<BackUp>, Error> {
        let newest = self.back_ups()?.first().map(|found| found.at);
        if self.store.access() != Access::ReadWrite || newest.is_some_and(is_recent) {
            return Ok(None);
        }
        self.back_up().map(Some)
    }

    /// Makes a back-up before the first change after a rest. That none can be made hinders no change: the next one
    /// tries again.
    pub(crate) fn back_up_after_rest(&self) {
        let newest = self.store.newest_of_all();
        if newest.is_ok_and(|at| at.is_some_and(|at| !is_recent(at))) {
            let _ = self.back_up_at_start();
        }
    }

    /// Makes a back-up, and when it is whole removes those that are no longer kept.
    ///
    /// # Errors
    /// The disk refuses; every earlier back-up is then still there.
    pub fn back_up(&self) -> Result<BackUp, Error> {
        let now = clock::now();
        let path = place(&self.path, now)?;
        self.store.copy_to(&path)?;
        let known = self.back_ups()?;
        let moments: Vec<DateTime<Utc>> = known.iter().map(|found| found.at).collect();
        let removed = thin(now, &moments);
        for old in known.iter().filter(|found| removed.contains(&found.at)) {
            fs::remove_file(&old.path).map_err(|error| Error::io(&old.path, error))?;
        }
        Ok(BackUp { path, at: now })
    }

    /// Returns the back-ups there are, the newest first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn back_ups(&self) -> Result<Vec<BackUp>, Error> {
        let folder = folder(&self.path);
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|error| Error::io(&folder, error))?,
        };
        let paths = entries.flatten().map(|entry| entry.path());
        let mut found: Vec<BackUp> = paths
            .filter_map(|path| {
                Some(BackUp {
                    at: moment(&path)?,
                    path,
                })
            })
            .collect();
        found.sort_by_key(|back_up| std::cmp::Reverse(back_up.at));
        Ok(found)
    }
}

fn is_recent(at: DateTime<Utc>) -> bool {
    clock::now() - at < TimeDelta::hours(1)
}

/// Puts a back-up in the place of a workspace file, which becomes a back-up itself: nothing is lost by it.
/// Returns where the file that stood there is, if one did.
///
/// # Errors
/// The back-up is no whole workspace file or another group's, the file is open elsewhere, or the disk refuses. The
/// file is then as it was.
pub fn restore(file: &Path, back_up: &Path) -> Result<Option<PathBuf>, Error> {
    let source = Store::open(back_up).map_err(|error| Error::Open {
        path: back_up.to_owned(),
        error,
    })?;
    let kept = match Store::open(file) {
        Ok(present) => Some(keep(file, &present, &source, back_up)?),
        Err(OpenError::Missing) => None,
        Err(_) => Some(keep_as_it_is(file)?),
    };
    strays::clear_beside(file);
    source.put_at(file)?;
    Ok(kept)
}

/// Returns which of some moments' back-ups go. The newest two and the oldest stay; of the others those go that have
/// the closest neighbours for their age, so that hours, days, weeks and months are left.
#[must_use]
pub fn thin(now: DateTime<Utc>, moments: &[DateTime<Utc>]) -> Vec<DateTime<Utc>> {
    let mut kept = moments.to_vec();
    kept.sort_by_key(|at| std::cmp::Reverse(*at));
    let mut removed = Vec::new();
    while kept.len() > KEPT {
        let room = |index: &usize| {
            let gap = (kept[index - 1] - kept[index + 1]).num_milliseconds();
            let age = (now - kept[*index]).num_milliseconds().max(1);
            i128::from(gap) * 1_000_000 / i128::from(age)
        };
        let Some(crowded) = (2..kept.len() - 1).min_by_key(room) else {
            break;
        };
        removed.push(kept.remove(crowded));
    }
    removed
}

fn keep(file: &Path, present: &Store, source: &Store, back_up: &Path) -> Result<PathBuf, Error> {
    if let Access::ReadOnly(
        why @ (WhyReadOnly::Locked | WhyReadOnly::Permission | WhyReadOnly::Full),
    ) = present.access()
    {
        return Err(Error::Store(StoreError::ReadOnly(why)));
    }
    if present.id() != source.id() {
        return Err(Error::AnotherWorkspace(back_up.to_owned()));
    }
    let path = place(file, clock::now())?;
    present.copy_to(&path)?;
    Ok(path)
}

/// A damaged file may be all that somebody has of something. Its name makes it no back-up to be thinned away.
fn keep_as_it_is(file: &Path) -> Result<PathBuf, Error> {
    let mut path = place(file, clock::now())?.into_os_string();
    path.push(".damaged");
    let path = PathBuf::from(path);
    let copy = fs::copy(file, &path).and_then(|_| fs::File::open(&path)?.sync_all());
    copy.map_err(|error| Error::io(&path, error))?;
    Ok(path)
}

/// Returns where a back-up of `file` goes, in a folder that exists.
fn place(file: &Path, at: DateTime<Utc>) -> Result<PathBuf, Error> {
    let folder = folder(file);
    fs::create_dir_all(&folder).map_err(|error| Error::io(&folder, error))?;
    let path = folder.join(at.format(NAME).to_string());
    strays::clear_beside(&path);
    Ok(path)
}

fn folder(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(FOLDER);
    name.into()
}

/// Whether a file stands where back-ups are kept, under a name such as they have.
pub(crate) fn is_one(file: &Path) -> bool {
    let folder = file.parent().and_then(Path::file_name);
    let is_kept = folder.is_some_and(|name| name.to_string_lossy().ends_with(FOLDER));
    is_kept && moment(file).is_some()
}

fn moment(path: &Path) -> Option<DateTime<Utc>> {
    let name = path.file_name()?.to_str()?;
    Some(NaiveDateTime::parse_from_str(name, NAME).ok()?.and_utc())
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn ten_or_fewer_all_stay() {
        let now = DateTime::UNIX_EPOCH;
        let moments: Vec<_> = (0..10).map(|hours| now - TimeDelta::hours(hours)).collect();
        assert!(thin(now, &moments).is_empty() && thin(now, &[]).is_empty());
    }

    /// Two years of a start each working hour: what is left reaches back through days, weeks and months.
    #[test]
    fn what_stays_reaches_back_evenly() {
        let mut kept = Vec::new();
        let mut now = DateTime::UNIX_EPOCH;
        for hour in 0..(2 * 365 * 8) {
            now += TimeDelta::hours(if hour % 8 == 0 { 17 } else { 1 });
            kept.push(now);
            let removed = thin(now, &kept);
            assert!(!removed.contains(&now));
            kept.retain(|at| !removed.contains(at));
        }
        assert_eq!(kept.len(), 10);
        let within = |days: i64| {
            kept.iter()
                .filter(|at| now - **at <= TimeDelta::days(days))
                .count()
        };
        let reach = (within(1), within(7), within(31), within(365));
        assert!(
            reach.0 >= 2 && reach.1 > reach.0 && reach.2 > reach.1 && reach.3 > reach.2,
            "{reach:?}"
        );
        assert!(now - kept[0] > TimeDelta::days(700), "the oldest stays");
    }

    #[test]
    fn a_name_tells_its_moment_and_other_files_are_none() {
        let at = DateTime::from_timestamp_millis(1_800_000_000_123).unwrap();
        let name = at.format(NAME).to_string();
        assert_eq!(moment(Path::new(&name)), Some(at));
        assert_eq!(moment(Path::new("gruppen.missiv")), None);
        assert_eq!(moment(Path::new(&(name + ".damaged"))), None);
    }
}
