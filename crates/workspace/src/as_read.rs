//! What has been read out of the file, known until something is written in it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use model::document::{Document, system};
use model::group::Group;
use model::id::ObjectId;
use model::profile::Profile;

use crate::accounts::Account;
use crate::error::{Error, What};
use crate::load::Pinned;
use crate::sources::Followed;
use crate::{DocumentLine, Workspace, words};

/// What many questions need, each of which is read once. Of the papers only those that others follow are among it.
#[derive(Debug, Default)]
pub(crate) struct Known {
    pub(crate) ids: AsRead<(), Vec<ObjectId>>,
    /// Single texts of roots, by document and field.
    pub(crate) roots: AsRead<(ObjectId, &'static str), Option<String>>,
    pub(crate) group_document: AsRead<(), Rc<Document>>,
    pub(crate) group: AsRead<(), GroupAsRead>,
    /// By the day that they are seen from, too: a register shows which of its matters have been handled by then.
    pub(crate) followed: AsRead<(ObjectId, NaiveDate), Followed>,
    /// What occasions can be about, by the ids of a profile's templates: the file has no part in it.
    pub(crate) accounts: RefCell<BTreeMap<Vec<String>, Rc<[Account]>>>,
    /// The list of documents, by the day that it is seen from.
    pub(crate) lines: AsRead<NaiveDate, Vec<DocumentLine>>,
}

/// The group with what it is read by.
#[derive(Debug, Clone)]
pub(crate) struct GroupAsRead {
    pub(crate) document: Rc<Document>,
    pub(crate) pinned: Rc<Pinned>,
    pub(crate) profile: Rc<Profile>,
    pub(crate) group: Rc<Group>,
}

/// Values by what was asked for, all of them as of one version of the file: at another none of them is known.
#[derive(Debug)]
pub(crate) struct AsRead<K, V>(RefCell<(u64, BTreeMap<K, V>)>);

impl<K: Ord, V: Clone> AsRead<K, V> {
    /// Returns the value as of `version`, the store's; `read` gives it where it is not known.
    pub(crate) fn get<E>(
        &self,
        version: u64,
        key: K,
        read: impl FnOnce() -> Result<V, E>,
    ) -> Result<V, E> {
        if let Some(value) = self.find(version, &key) {
            return Ok(value);
        }
        // It may ask for others meanwhile.
        let value = read()?;
        self.keep(version, key, value.clone());
        Ok(value)
    }

    /// Returns the value, where it is known as of `version`.
    pub(crate) fn find(&self, version: u64, key: &K) -> Option<V> {
        let all = self.0.borrow();
        let is_fresh = all.0 == version;
        is_fresh.then(|| all.1.get(key).cloned()).flatten()
    }

    /// Keeps a value as of `version`; those of another go.
    pub(crate) fn keep(&self, version: u64, key: K, value: V) {
        let mut all = self.0.borrow_mut();
        if all.0 != version {
            *all = (version, BTreeMap::new());
        }
        all.1.insert(key, value);
    }
}

impl Workspace {
    /// Returns the ids of the documents, the group's among them.
    pub(crate) fn document_ids(&self) -> Result<Vec<ObjectId>, Error> {
        let version = self.store.version();
        self.known.ids.get(version, (), || self.read_ids())
    }

    fn read_ids(&self) -> Result<Vec<ObjectId>, Error> {
        let mut ids = Vec::new();
        for id in self.store.documents()? {
            if self.pin(id, system::TEMPLATE)?.is_some() {
                ids.push(id);
            }
        }
        // Everything hangs on the group: it stays, whatever another program or a copy has taken away.
        let group = self.group_id();
        if !ids.contains(&group) && self.pin(group, system::PROFILE)?.is_some() {
            ids.push(group);
        }
        Ok(ids)
    }

    /// Returns the group with what it is read by.
    pub(crate) fn group(&self) -> Result<GroupAsRead, Error> {
        self.known.group.get(self.store.version(), (), || {
            let document = self.group_document()?;
            let profile = self.profile_of(&document)?;
            let pinned = self.pinned(&document, Some(&profile))?;
            let group = Rc::new(Group::read(&document, &pinned.template, &profile));
            Ok(GroupAsRead {
                document,
                pinned,
                profile,
                group,
            })
        })
    }

    /// Returns the group's own document.
    pub(crate) fn group_document(&self) -> Result<Rc<Document>, Error> {
        let version = self.store.version();
        let read = || self.read_group().map(Rc::new);
        self.known.group_document.get(version, (), read)
    }

    fn read_group(&self) -> Result<Document, Error> {
        let ids = self.document_ids()?;
        for id in &ids {
            if self.root_text(*id, system::PROFILE)?.is_some() {
                return self.document(*id);
            }
        }
        let group = self.group_id();
        if ids.contains(&group) {
            return self.document(group);
        }
        Err(Error::not_found(
            What::Document,
            words::say("the-group", &words::Args::new()),
        ))
    }

    /// Returns one text of a document's root without loading the rest.
    pub(crate) fn root_text(
        &self,
        id: ObjectId,
        field: &'static str,
    ) -> Result<Option<String>, Error> {
        let version = self.store.version();
        self.known.roots.get(version, (id, field), || {
            let value = self.store.value(id, id, field)?;
            Ok(value.and_then(|value| value.as_str().map(str::to_owned)))
        })
    }
}

impl<K, V> Default for AsRead<K, V> {
    fn default() -> Self {
        Self(RefCell::new((0, BTreeMap::new())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_known_at_the_same_version_alone() {
        let known = AsRead::default();
        let get = |version, value: Result<u8, &'static str>| known.get(version, "key", || value);
        assert_eq!(get(1, Err("not there")), Err("not there"));
        assert_eq!(get(1, Ok(1)), Ok(1));
        assert_eq!(get(1, Ok(2)), Ok(1));
        assert_eq!(get(2, Err("not there")), Err("not there"));
        assert_eq!(get(2, Ok(3)), Ok(3));
        assert_eq!(get(1, Ok(4)), Ok(4));
        assert_eq!(known.get(1, "other", || Ok::<u8, ()>(5)), Ok(5));
    }

    #[test]
    fn a_value_may_be_made_of_another() {
        let known = AsRead::default();
        let other = || known.get(7, 1, || Ok::<u8, ()>(1));
        assert_eq!(known.get(7, 2, || other().map(|one| one + 1)), Ok(2));
        assert_eq!(known.get(7, 1, || Err(())), Ok(1));
    }
}
