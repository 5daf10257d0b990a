//! Templates, profiles and calendars: those that travel with the program, and those in a folder beside it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, DirEntry, include_dir};
use model::calendar::Calendar;
use model::profile::Profile;
use model::schema::Template;
use template::Pack;
use typeset::Origin;

use crate::error::{Error, What};
use crate::target::write_whole;
use crate::words::{self, Args};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../assets/templates");
static PROFILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../assets/profiles");
static SHARED: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../assets/shared");
static RECEIPT: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../assets/receipt");
static SAMPLES: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../assets/samples");

/// Where the shared package stands in a pack that travels in a workspace file.
const SHARED_FOLDER: &str = "shared/";

/// The largest file of a pack in a folder, in bytes.
const LARGEST: u64 = 8 << 20;

/// A pack in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackLine {
    /// What it is, in a word.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// What it is called; a calendar's year. Empty where it is faulty.
    pub name: String,
}

/// The templates, profiles and calendars to choose from.
#[derive(Debug, Clone)]
pub struct Library {
    templates: BTreeMap<String, Pack>,
    profiles: BTreeMap<String, Pack>,
    calendars: BTreeMap<String, Pack>,
}

impl Library {
    /// Returns those that travel with the program.
    #[must_use]
    pub fn bundled() -> Self {
        Self {
            templates: packs(&TEMPLATES),
            profiles: packs(&PROFILES),
            // A year's days are the strategic level's to hand out.
            calendars: BTreeMap::new(),
        }
    }

    /// Adds the packs of a folder with `templates/<id>/` or `templates/<id>.zip`, and `profiles/` and `calendars/` alike; they stand
    /// before bundled ones, and a folder before a zip of the same name.
    ///
    /// # Errors
    /// The folder cannot be read, or a zip in it is no pack.
    pub fn with_folder(mut self, folder: &Path) -> Result<Self, Error> {
        if !folder.is_dir() {
            return Err(Error::not_found(What::Folder, folder.display()));
        }
        for (name, into) in [
            ("templates", &mut self.templates),
            ("profiles", &mut self.profiles),
            ("calendars", &mut self.calendars),
        ] {
            let below = folder.join(name);
            if below.is_dir() {
                for path in packs_in(&below)? {
                    into.insert(pack_name(&path), read_pack(&path)?);
                }
            }
        }
        Ok(self)
    }

    /// Adds one template; it stands before a bundled one of the same id.
    #[must_use]
    pub fn with_template(mut self, id: &str, pack: Pack) -> Self {
        self.templates.insert(id.to_owned(), pack);
        self
    }

    /// Returns the ids of the templates.
    pub fn template_ids(&self) -> impl Iterator<Item = &str> {
        self.templates.keys().map(String::as_str)
    }

    /// Returns the ids of the profiles.
    pub fn profile_ids(&self) -> impl Iterator<Item = &str> {
        self.profiles.keys().map(String::as_str)
    }

    /// Returns every pack with what it is and what it is called: templates, profiles, calendars.
    #[must_use]
    pub fn listed(&self) -> Vec<PackLine> {
        let line = |kind: &str, id: &str, name: Option<String>| PackLine {
            kind: words::say(&format!("pack-kind-{kind}"), &Args::new()),
            id: id.to_owned(),
            name: name.unwrap_or_default(),
        };
        let profiles: Vec<_> = self
            .profiles
            .iter()
            .map(|(id, pack)| (id, template::read_profile(pack).value))
            .collect();
        let template = |id: &str, pack: &Pack| self.read_template(id, pack).map(|read| read.name);
        let templates = self.templates.iter();
        let mut all: Vec<PackLine> = templates
            .map(|(id, pack)| line("template", id, template(id, pack)))
            .collect();
        all.extend(profiles.iter().map(|(id, profile)| {
            let name = profile.as_ref().map(|profile| profile.name.clone());
            line("profile", id, name)
        }));
        all.extend(self.calendars.iter().map(|(id, pack)| {
            let read = template::read_calendar(pack).value;
            line(
                "calendar",
                id,
                read.map(|calendar| calendar.year.to_string()),
            )
        }));
        all
    }

    /// Returns a template as its pack has it; none where it is faulty. Its words may need a profile's scales: those of
    /// the profile whose document it is.
    pub(crate) fn read_template(&self, id: &str, pack: &Pack) -> Option<Template> {
        let read = self.profiles.values().map(template::read_profile);
        let known: Vec<Profile> = read.filter_map(|checked| checked.value).collect();
        let own = known.iter().find(|profile| {
            profile.group_template == id || profile.documents.iter().any(|own| own == id)
        });
        template::read_template(pack, own.or_else(|| known.first())).value
    }

    /// Returns the ids of the calendars.
    pub fn calendar_ids(&self) -> impl Iterator<Item = &str> {
        self.calendars.keys().map(String::as_str)
    }

    /// Returns a calendar's folder.
    ///
    /// # Errors
    /// There is no such calendar.
    pub fn calendar(&self, id: &str) -> Result<&Pack, Error> {
        self.calendars
            .get(id)
            .ok_or_else(|| Error::not_found(What::Calendar, id))
    }

    /// Returns the calendar of a profile's groups for a year; of several, the one decided last. Faulty ones are left
    /// out: what is wrong with them is said when they are loaded.
    #[must_use]
    pub fn calendar_of(&self, profile: &str, year: i32) -> Option<Calendar> {
        let all = self.calendars.values();
        all.filter_map(|pack| template::read_calendar(pack).value)
            .filter(|calendar| calendar.profile == profile && calendar.year == year)
            .max_by_key(|calendar| (calendar.date, calendar.version.clone()))
    }

    /// Returns a template's folder.
    ///
    /// # Errors
    /// There is no such template.
    pub fn template(&self, id: &str) -> Result<&Pack, Error> {
        self.templates
            .get(id)
            .ok_or_else(|| Error::not_found(What::Template, id))
    }

    /// Returns a profile's folder.
    ///
    /// # Errors
    /// There is no such profile.
    pub fn profile(&self, id: &str) -> Result<&Pack, Error> {
        self.profiles
            .get(id)
            .ok_or_else(|| Error::not_found(What::Profile, id))
    }
}

/// Reads a template, profile or calendar from its folder, or from its zip.
///
/// # Errors
/// A file cannot be read, is larger than any template's, or is no pack.
pub fn read_pack(path: &Path) -> Result<Pack, Error> {
    let pack = if path.is_dir() {
        let mut files = BTreeMap::new();
        collect(path, "", &mut files)?;
        Pack::new(files)
    } else if path.is_file() {
        if size(path)? > template::MOST_BYTES as u64 {
            return Err(Error::FileTooLarge {
                path: path.to_owned(),
                most: template::MOST_BYTES as u64,
            });
        }
        Pack::from_zip(&fs::read(path).map_err(|error| Error::io(path, error))?)
    } else {
        return Err(Error::not_found(What::Folder, path.display()));
    };
    pack.map_err(|error| Error::NoPack {
        path: path.to_owned(),
        error,
    })
}

/// Writes a pack into a new folder, or into a new zip where the name ends in `.zip`.
///
/// # Errors
/// The folder or file exists already, or a file cannot be written.
pub fn write_pack(pack: &Pack, folder: &Path) -> Result<(), Error> {
    if folder.exists() {
        return Err(Error::Exists(folder.to_owned()));
    }
    if is_zip(folder) {
        return write_whole(folder, &pack.to_zip());
    }
    write_folder(pack, folder)
}

/// Whole or not at all: a template that lacks a file would be taken for one.
fn write_folder(pack: &Pack, folder: &Path) -> Result<(), Error> {
    let above = match folder.parent() {
        Some(above) if above != Path::new("") => above,
        _ => Path::new("."),
    };
    fs::create_dir_all(above).map_err(|error| Error::io(above, error))?;
    crate::strays::clear_beside(folder);
    let made = tempfile::Builder::new()
        .prefix(".missiv-")
        .tempdir_in(above);
    let made = made.map_err(|error| Error::io(above, error))?;
    for (name, bytes) in &pack.files {
        let path = made.path().join(name);
        let parent = path.parent().unwrap_or(made.path());
        fs::create_dir_all(parent).map_err(|error| Error::io(parent, error))?;
        fs::write(&path, bytes).map_err(|error| Error::io(&path, error))?;
    }
    let made = made.keep();
    open_to_others(&made);
    fs::rename(&made, folder).map_err(|error| {
        let _ = fs::remove_dir_all(&made);
        Error::io(folder, error)
    })
}

/// A folder for passing files is its maker's alone; one that stays is as any other.
#[cfg(unix)]
fn open_to_others(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o755));
}

#[cfg(not(unix))]
const fn open_to_others(_: &Path) {}

/// Returns a pack as it travels in a workspace file: with the shared package that it was made for.
pub(crate) fn travelling(pack: &Pack) -> Pack {
    let mut files = pack.files.clone();
    for (name, bytes) in shared() {
        files
            .entry(format!("{SHARED_FOLDER}{name}"))
            .or_insert(bytes);
    }
    Pack { files }
}

/// Parts a travelling pack into the template's own files and the shared package.
pub(crate) fn part(pack: &Pack) -> (BTreeMap<String, Vec<u8>>, BTreeMap<String, Vec<u8>>) {
    let (mut own, mut common) = (BTreeMap::new(), BTreeMap::new());
    for (name, bytes) in &pack.files {
        match name.strip_prefix(SHARED_FOLDER) {
            Some(short) => common.insert(short.to_owned(), bytes.clone()),
            None => own.insert(name.clone(), bytes.clone()),
        };
    }
    (own, if common.is_empty() { shared() } else { common })
}

/// Returns where a template comes from: it is bundled only if every file of it, and of the shared package that it
/// travels with, is that of this program.
pub(crate) fn origin(
    id: &str,
    own: &BTreeMap<String, Vec<u8>>,
    common: &BTreeMap<String, Vec<u8>>,
) -> Origin {
    let bundled = TEMPLATES.get_dir(id).map(|dir| files_of(dir, ""));
    if bundled.as_ref() == Some(own) && *common == shared() {
        Origin::Bundled
    } else {
        Origin::Outside
    }
}

/// Returns the layout of receipts.
pub(crate) fn receipt() -> BTreeMap<String, Vec<u8>> {
    files_of(&RECEIPT, "")
}

/// Returns the shared package.
pub(crate) fn shared() -> BTreeMap<String, Vec<u8>> {
    files_of(&SHARED, "")
}

/// Returns a calendar of the samples.
pub(crate) fn sample_calendar(id: &str) -> Option<Pack> {
    let files = files_of(SAMPLES.get_dir(id)?, "");
    Some(Pack { files })
}

/// Returns a file of the samples.
pub(crate) fn sample(name: &str) -> Option<&'static [u8]> {
    SAMPLES.get_file(name).map(include_dir::File::contents)
}

fn packs(folder: &Dir) -> BTreeMap<String, Pack> {
    folder
        .dirs()
        .map(|dir| {
            (
                file_name(dir.path()),
                Pack {
                    files: files_of(dir, ""),
                },
            )
        })
        .collect()
}

fn files_of(dir: &Dir, prefix: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in dir.entries() {
        let name = format!("{prefix}{}", file_name(entry.path()));
        match entry {
            DirEntry::Dir(below) => files.extend(files_of(below, &format!("{name}/"))),
            DirEntry::File(file) => {
                files.insert(name, file.contents().to_vec());
            }
        }
    }
    files
}

fn collect(
    folder: &Path,
    prefix: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(|error| Error::io(folder, error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Error::io(folder, error))?;
        let (path, kind) = (
            entry.path(),
            entry
                .file_type()
                .map_err(|error| Error::io(&entry.path(), error))?,
        );
        let name = format!("{prefix}{}", file_name(&path));
        if kind.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else if kind.is_file() && !file_name(&path).starts_with('.') {
            let size = entry
                .metadata()
                .map_err(|error| Error::io(&path, error))?
                .len();
            if size > LARGEST {
                return Err(Error::FileTooLarge {
                    path,
                    most: LARGEST,
                });
            }
            files.insert(
                name,
                fs::read(&path).map_err(|error| Error::io(&path, error))?,
            );
        }
    }
    Ok(())
}

/// The zips and then the folders in a folder, each in the order of names.
fn packs_in(below: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(below).map_err(|error| Error::io(below, error))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_dir() || is_zip(path))
        .collect();
    found.sort_by_key(|path| (path.is_dir(), path.clone()));
    Ok(found)
}

/// Returns the name that a pack's id must equal: its folder's, or its zip's without the ending, and without what is added
/// to the name of a file that comes a second time.
pub(crate) fn pack_name(path: &Path) -> String {
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match whole.file_stem() {
        Some(stem) if is_zip(&whole) && !whole.is_dir() => first_name(&stem.to_string_lossy()),
        _ => file_name(&whole),
    }
}

/// "tidplan (1)" and "tidplan - kopia (2)" are "tidplan": no id has spaces.
fn first_name(stem: &str) -> String {
    stem.split(' ').next().unwrap_or(stem).to_owned()
}

fn is_zip(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

fn size(path: &Path) -> Result<u64, Error> {
    let metadata = fs::metadata(path).map_err(|error| Error::io(path, error))?;
    Ok(metadata.len())
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
