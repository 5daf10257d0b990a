//! Templates and profiles as documents pin them: the ones that travel in the file, else the library's.

use std::rc::Rc;

use model::document::{Document, system};
use model::id::ObjectId;
use model::profile::Profile;
use model::schema::Template;
use store::Sha256;
use template::Pack;

use crate::Workspace;
use crate::error::{Error, What};
use crate::load::Pinned;

impl Workspace {
    /// Returns the profile that the group pins.
    pub(crate) fn profile_of(&self, group: &Document) -> Result<Rc<Profile>, Error> {
        let id = group
            .root()
            .text(system::PROFILE)
            .unwrap_or_default()
            .to_owned();
        let blob = blob_id(group.root().text(system::PROFILE_SHA256));
        if let Some(profile) = self.profiles.borrow().get(&(id.clone(), blob)) {
            return Ok(Rc::clone(profile));
        }
        let found = self
            .pack(blob)?
            .map_or_else(|| self.library.profile(&id).cloned(), Ok);
        let pack = match found {
            Ok(pack) => pack,
            // A pin that leads nowhere came from elsewhere: the one before it still holds.
            Err(error) => {
                let earlier = self.earlier_pack(group.id, system::PROFILE_SHA256)?;
                return Ok(Rc::new(read_profile(&id, &earlier.ok_or(error)?)?));
            }
        };
        let profile = Rc::new(read_profile(&id, &pack)?);
        self.profiles
            .borrow_mut()
            .insert((id, blob), Rc::clone(&profile));
        Ok(profile)
    }

    /// Returns the template that a document pins: the one that travels in the file, else the library's.
    pub(crate) fn pinned(
        &self,
        document: &Document,
        profile: Option<&Profile>,
    ) -> Result<Rc<Pinned>, Error> {
        let id = document
            .root()
            .text(system::TEMPLATE)
            .unwrap_or_default()
            .to_owned();
        let blob = blob_id(document.root().text(system::TEMPLATE_SHA256));
        if let Some(pinned) = self.templates.borrow().get(&(id.clone(), blob)) {
            return Ok(Rc::clone(pinned));
        }
        let found = self
            .pack(blob)?
            .map_or_else(|| self.library.template(&id).cloned(), Ok);
        let pack = match found {
            Ok(pack) => pack,
            Err(error) => {
                let earlier = self.earlier_pack(document.id, system::TEMPLATE_SHA256)?;
                let pack = earlier.ok_or(error)?;
                let template = read_template(&id, &pack, profile)?;
                return Ok(Rc::new(Pinned::new(template, &pack, None)));
            }
        };
        let template = read_template(&id, &pack, profile)?;
        let pinned = Rc::new(Pinned::new(template, &pack, blob));
        self.templates
            .borrow_mut()
            .insert((id, blob), Rc::clone(&pinned));
        Ok(pinned)
    }

    /// As [`Workspace::pinned`], and where the template has been read already the document need not be.
    pub(crate) fn pinned_at(
        &self,
        id: ObjectId,
        profile: Option<&Profile>,
    ) -> Result<Rc<Pinned>, Error> {
        match self.pinned_before(id)? {
            Some(pinned) => Ok(pinned),
            None => self.pinned(&self.document(id)?, profile),
        }
    }

    /// Returns the template that a document pins, where it has been read already.
    pub(crate) fn pinned_before(&self, id: ObjectId) -> Result<Option<Rc<Pinned>>, Error> {
        let template = self.pin(id, system::TEMPLATE)?.unwrap_or_default();
        let blob = blob_id(self.pin(id, system::TEMPLATE_SHA256)?.as_deref());
        Ok(self.templates.borrow().get(&(template, blob)).cloned())
    }

    /// Returns the template that an edition was made with.
    pub(crate) fn pinned_by(&self, edition: &store::Edition) -> Result<Rc<Pinned>, Error> {
        let pack = self.pack(Some(edition.template))?;
        let pack = pack.ok_or_else(|| Error::not_found(What::Template, edition.template))?;
        let (profile, _) = self.profile_and_group()?;
        let template = read_template("", &pack, Some(&profile))?;
        Ok(Rc::new(Pinned::new(
            template,
            &pack,
            Some(edition.template),
        )))
    }

    /// Returns the newest pack in the file that a root has ever pinned.
    fn earlier_pack(&self, root: ObjectId, field: &str) -> Result<Option<Pack>, Error> {
        for value in self.store.written(root, field)? {
            if let Some(pack) = self.pack(blob_id(value.as_str()))? {
                return Ok(Some(pack));
            }
        }
        Ok(None)
    }

    pub(crate) fn pack(&self, blob: Option<Sha256>) -> Result<Option<Pack>, Error> {
        let Some(sha256) = blob else { return Ok(None) };
        let Some(blob) = self.store.blob(sha256)? else {
            return Ok(None);
        };
        Ok(Pack::from_zip(&blob.bytes).ok())
    }
}

/// Returns a template, or its faults.
pub(crate) fn read_template(
    id: &str,
    pack: &Pack,
    profile: Option<&Profile>,
) -> Result<Template, Error> {
    let checked = template::read_template(pack, profile);
    checked.value.ok_or_else(|| Error::Pack {
        id: id.to_owned(),
        faults: checked.faults,
    })
}

/// Returns a profile, or its faults.
pub(crate) fn read_profile(id: &str, pack: &Pack) -> Result<Profile, Error> {
    let checked = template::read_profile(pack);
    checked.value.ok_or_else(|| Error::Pack {
        id: id.to_owned(),
        faults: checked.faults,
    })
}

pub(crate) fn blob_id(hex: Option<&str>) -> Option<Sha256> {
    hex?.parse().ok()
}
