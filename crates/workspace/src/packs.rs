//! The templates, profiles and calendars that a person can look over: what they are, where they come from, and a copy
//! of each to hand out or to change.

use std::path::Path;

use model::profile::Profile;
use serde::Serialize;
use specta::Type;
use template::Pack;

use crate::error::{Error, What};
use crate::library::{travelling, write_pack};
use crate::words::{self, Args};
use crate::{Library, PackKind, Workspace};

/// A template, profile or calendar with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PackView {
    /// What it is.
    pub kind: PackKind,
    /// What it is, in a word.
    pub word: String,
    /// Its id.
    pub id: String,
    /// What it is called; empty where it is faulty.
    pub name: String,
    /// Its issuer's version; empty where it is faulty.
    pub version: String,
    /// Where it comes from.
    pub origin: PackOrigin,
    /// How many documents of the open workspace are made from it.
    pub documents: u32,
    /// Whether it is the open workspace's: its profile, the templates that the profile hands out and those that its
    /// documents have, and the profile's calendars.
    pub own: bool,
}

/// Where a template, profile or calendar comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum PackOrigin {
    /// It travels with the program.
    Bundled,
    /// It was loaded from a file.
    Loaded,
    /// It travels in the open workspace file only: no other is like it.
    File,
}

/// A name and a version, as a pack says them.
type Said = (String, String);

impl Library {
    /// Returns every template, profile and calendar with where it comes from.
    #[must_use]
    pub fn packs(&self) -> Vec<PackView> {
        let bundled = Self::bundled();
        let mut found = Vec::new();
        for id in self.template_ids().filter(|id| !id.is_empty()) {
            let own = bundled.template(id).ok();
            if let Ok(pack) = self.template(id) {
                found.push(view(PackKind::Template, id, self.said(id, pack), pack, own));
            }
        }
        for id in self.profile_ids() {
            let own = bundled.profile(id).ok();
            if let Ok(pack) = self.profile(id) {
                let read = template::read_profile(pack).value;
                let said = read.map(|profile| (profile.name, profile.version));
                found.push(view(PackKind::Profile, id, said, pack, own));
            }
        }
        for id in self.calendar_ids() {
            if let Ok(pack) = self.calendar(id) {
                let read = template::read_calendar(pack).value;
                let said = read.map(|found| (found.title, found.version));
                found.push(view(PackKind::Calendar, id, said, pack, None));
            }
        }
        found
    }

    /// Returns a pack of a kind.
    ///
    /// # Errors
    /// There is no such pack.
    pub fn pack(&self, kind: PackKind, id: &str) -> Result<&Pack, Error> {
        match kind {
            PackKind::Template => self.template(id),
            PackKind::Profile => self.profile(id),
            PackKind::Calendar => self.calendar(id),
        }
    }

    fn said(&self, id: &str, pack: &Pack) -> Option<Said> {
        let template = self.read_template(id, pack)?;
        Some((template.name, template.version))
    }
}

fn view(kind: PackKind, id: &str, said: Option<Said>, pack: &Pack, own: Option<&Pack>) -> PackView {
    let (name, version) = said.unwrap_or_default();
    PackView {
        kind,
        word: words::say(&format!("pack-kind-{}", kind.as_str()), &Args::new()),
        id: id.to_owned(),
        name,
        version,
        origin: if own == Some(pack) {
            PackOrigin::Bundled
        } else {
            PackOrigin::Loaded
        },
        documents: 0,
        own: false,
    }
}

impl Workspace {
    /// Returns the packs of the library and the templates that travel in this file only: those of an older version, or of a
    /// colleague's program. The workspace's own stand first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn packs(&self) -> Result<Vec<PackView>, Error> {
        let mut found = self.library.packs();
        for line in self.documents()? {
            let Some((id, pack)) = self.travels(line.id)? else {
                continue;
            };
            let known = self.library.template(&id);
            let is_own = known.is_ok_and(|known| travelling(known).files != pack.files);
            let is_only = is_own || self.library.template(&id).is_err();
            let is_it = |one: &&mut PackView| {
                one.kind == PackKind::Template
                    && one.id == id
                    && (one.origin == PackOrigin::File) == is_only
            };
            match found.iter_mut().find(is_it) {
                Some(one) => one.documents += 1,
                None => {
                    let said = self.library.said(&id, &pack);
                    let mut own = view(PackKind::Template, &id, said, &pack, None);
                    own.origin = PackOrigin::File;
                    own.documents = 1;
                    found.push(own);
                }
            }
        }
        let (profile, _) = self.profile_and_group()?;
        for one in &mut found {
            one.own = one.documents > 0 || self.is_own(one, &profile);
        }
        found.sort_by_key(|one| !one.own);
        Ok(found)
    }

    /// Whether a pack is the profile itself, or made for it.
    fn is_own(&self, pack: &PackView, profile: &Profile) -> bool {
        match pack.kind {
            PackKind::Template => {
                profile.documents.contains(&pack.id) || profile.group_template == pack.id
            }
            PackKind::Profile => pack.id == profile.id,
            PackKind::Calendar => {
                let calendar = self.library.calendar(&pack.id).ok();
                let read = calendar.and_then(|pack| template::read_calendar(pack).value);
                read.is_some_and(|calendar| calendar.profile == profile.id)
            }
        }
    }

    /// Writes a pack to a new folder, or to a zip where the name ends in `.zip`.
    ///
    /// # Errors
    /// There is no such pack, something stands there already, or it cannot be written.
    pub fn copy_pack(
        &self,
        kind: PackKind,
        id: &str,
        origin: PackOrigin,
        to: &Path,
    ) -> Result<(), Error> {
        if origin != PackOrigin::File {
            return write_pack(self.library.pack(kind, id)?, to);
        }
        for line in self.documents()? {
            if let Some((_, pack)) = self.travels(line.id)?.filter(|(own, _)| own == id) {
                return write_pack(&pack, to);
            }
        }
        Err(Error::not_found(What::Template, id))
    }

    /// Puts other templates, profiles and calendars in the place of those to choose from. What documents pin stays.
    pub fn set_library(&mut self, library: Library) {
        self.library = library;
        self.templates.borrow_mut().clear();
        self.profiles.borrow_mut().clear();
        self.ready.borrow_mut().take();
        self.known = crate::as_read::Known::default();
    }

    /// The template that travels in the file for a document, with its id.
    fn travels(&self, document: model::id::ObjectId) -> Result<Option<(String, Pack)>, Error> {
        let id = self.pin(document, model::document::system::TEMPLATE)?;
        let sha256 = self.pin(document, model::document::system::TEMPLATE_SHA256)?;
        let sha256 = sha256.and_then(|hex| hex.parse().ok());
        let pack = self.pack(sha256)?;
        Ok(id.zip(pack))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::GroupForm;

    /// A workspace with a document of each template that a bundled profile can begin.
    fn made(folder: &Path, library: Library) -> Workspace {
        let profile = library.profile_ids().next().unwrap().to_owned();
        let form = GroupForm {
            profile,
            name: "Gruppen".to_owned(),
            area: "Området".to_owned(),
        };
        let mut workspace = Workspace::create(&folder.join("a.missiv"), library, &form).unwrap();
        let ids: Vec<String> = workspace
            .library
            .template_ids()
            .map(str::to_owned)
            .collect();
        let begun = ids.iter().find(|id| workspace.begin(id, 2031).is_ok());
        assert!(begun.is_some());
        workspace
    }

    #[test]
    fn what_travels_with_the_program_is_told_from_what_was_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let id = Library::bundled().template_ids().next().unwrap().to_owned();
        let changed = folder.path().join("packs/templates").join(&id);
        write_pack(Library::bundled().template(&id).unwrap(), &changed).unwrap();
        fs::write(changed.join("mer.txt"), "mer").unwrap();
        let packs = folder.path().join("packs");
        let library = Library::bundled().with_folder(&packs).unwrap();
        for pack in library.packs() {
            let is_changed = pack.kind == PackKind::Template && pack.id == id;
            assert_eq!(pack.origin == PackOrigin::Loaded, is_changed, "{pack:?}");
            assert!(
                !pack.name.is_empty() && !pack.version.is_empty(),
                "{pack:?}"
            );
        }
    }

    #[test]
    fn a_template_that_only_the_file_has_is_listed_and_copied_out() {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = made(folder.path(), Library::bundled());
        let own = |workspace: &Workspace| {
            let packs = workspace.packs().unwrap();
            let mut own = packs.into_iter().filter(|one| one.documents > 0);
            let first = own.next();
            first.map(|one| (one.id, one.origin)).unwrap()
        };
        let (id, origin) = own(&workspace);
        let packs = workspace.packs().unwrap();
        let own_first = packs.iter().position(|one| !one.own).unwrap();
        assert!(packs.iter().skip(own_first).all(|one| !one.own));
        let kinds = packs.iter().take(own_first).map(|one| one.kind);
        assert_eq!(
            kinds.filter(|kind| *kind == PackKind::Profile).count(),
            1,
            "a file has one profile"
        );
        assert_eq!(origin, PackOrigin::Bundled);
        let mut other = Library::bundled().template(&id).unwrap().clone();
        other.files.insert("mer.txt".to_owned(), b"mer".to_vec());
        workspace.set_library(Library::bundled().with_template(&id, other));
        let packs = workspace.packs().unwrap();
        let found = packs.iter().find(|one| one.origin == PackOrigin::File);
        assert_eq!(found.map(|one| one.id.as_str()), Some(id.as_str()));
        let to = folder.path().join("ut.zip");
        workspace
            .copy_pack(PackKind::Template, &id, PackOrigin::File, &to)
            .unwrap();
        let copied = crate::library::read_pack(&to).unwrap();
        assert!(!copied.files.contains_key("mer.txt"));
        let again = workspace.copy_pack(PackKind::Template, &id, PackOrigin::Bundled, &to);
        assert!(matches!(again, Err(Error::Exists(_))));
    }
}
