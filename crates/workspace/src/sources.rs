//! Finding the documents that another one follows: by concept and period, the only one, or the one it was begun from.

use std::collections::BTreeMap;

use model::document::{Document, Live, system};
use model::id::ObjectId;
use model::paper::{self, Head, Paper, Removed, Source};
use model::period::{Period, SourcePeriod};
use model::schema::Template;
use model::vocabulary::Concept;
use serde_json::Value;

use crate::Workspace;
use crate::error::Error;

/// A document that is followed.
#[derive(Debug, Clone)]
pub(crate) struct Followed {
    pub(crate) source: Source,
    /// How many documents after each other were read for it. Where it is less than the depth, nothing was cut short.
    reach: usize,
}

type RemovedObjects = BTreeMap<ObjectId, Removed>;

impl Workspace {
    /// Returns the documents that one follows, by the source's id, and how many follow each other below it.
    pub(crate) fn sources(
        &self,
        document: &Document,
        template: &Template,
        depth: usize,
    ) -> Result<(BTreeMap<String, Source>, usize), Error> {
        let (mut found, mut reach) = (BTreeMap::new(), 0);
        let period = document
            .root()
            .text(system::PERIOD)
            .and_then(|period| period.parse::<Period>().ok());
        let Some(period) = period.filter(|_| depth > 0) else {
            return Ok((found, reach));
        };
        for wanted in &template.sources {
            let there = match wanted.period {
                SourcePeriod::Linked => self.linked(document, wanted.concept)?,
                SourcePeriod::Once => self.only(wanted.concept)?,
                of_a_time => match period.source(of_a_time) {
                    Some(period) => self.find(wanted.concept, period)?,
                    None => None,
                },
            };
            if let Some(id) = there.filter(|id| *id != document.id) {
                let followed = self.followed(id, depth - 1)?;
                reach = reach.max(followed.reach + 1);
                found.insert(wanted.id.clone(), followed.source);
            }
        }
        Ok((found, reach))
    }

    /// Returns a document that is followed; one that has been read before is the same as long as `depth` did not cut it
    /// short then, and does not now.
    pub(crate) fn followed(&self, id: ObjectId, depth: usize) -> Result<Followed, Error> {
        let (known, version) = (&self.known.followed, self.store.version());
        let key = (id, self.today());
        let found = known.find(version, &key);
        if let Some(found) = found.filter(|found| found.reach < depth) {
            return Ok(found);
        }
        let found = self.read_followed(id, depth)?;
        if found.reach < depth {
            known.keep(version, key, found.clone());
        }
        Ok(found)
    }

    /// Reads its adopted edition, else the submitted one, else its draft.
    fn read_followed(&self, id: ObjectId, depth: usize) -> Result<Followed, Error> {
        let editions = self.store.editions(id)?;
        let newest = |kind| editions.iter().rfind(|found| found.kind == kind);
        let frozen = newest(store::Kind::Adopted)
            .or_else(|| newest(store::Kind::Submitted))
            .or_else(|| newest(store::Kind::Received));
        match frozen {
            Some(edition) => {
                let bytes = self
                    .store
                    .blob(edition.data)?
                    .map(|blob| blob.bytes)
                    .unwrap_or_default();
                let paper = Paper::from_json(&bytes)?;
                let removed = self.removed(id, depth);
                let (removed, reach) = removed.unwrap_or_else(|_| (BTreeMap::new(), depth));
                let source = Source { paper, removed };
                Ok(Followed { source, reach })
            }
            None => {
                let loaded = self.load_at(id, depth)?;
                let (removed, reach) = self.removed(id, depth)?;
                let paper = loaded.paper;
                Ok(Followed {
                    source: Source { paper, removed },
                    reach: reach.max(loaded.reach),
                })
            }
        }
    }

    /// Returns the objects that have been removed from a document, as they last were, and how far was read for them.
    fn removed(&self, id: ObjectId, depth: usize) -> Result<(RemovedObjects, usize), Error> {
        let removed = self.store.removed(id)?;
        if removed.is_empty() {
            return Ok((BTreeMap::new(), 0));
        }
        let parents: BTreeMap<ObjectId, Option<ObjectId>> = removed
            .iter()
            .map(|object| {
                (
                    object.obj,
                    object
                        .fields
                        .get(system::PARENT)
                        .and_then(Value::as_str)
                        .and_then(|id| id.parse().ok()),
                )
            })
            .collect();
        let live = removed.into_iter().flat_map(|object| {
            let fields = object
                .fields
                .into_iter()
                .filter(|(field, _)| field != system::PARENT);
            fields.map(move |(field, value)| Live {
                object: object.obj,
                field,
                value: Some(value),
                step: object.step,
            })
        });
        let remains = Document::assemble(id, live);
        let loaded = self.load_at(id, depth.saturating_sub(1))?;
        let items = loaded.with_context(|context| paper::loose_items(&remains, context));
        let removed = items.into_iter().map(|(id, item)| {
            let parent = parents.get(&id).copied().flatten();
            (id, Removed { parent, item })
        });
        Ok((removed.collect(), loaded.reach + 1))
    }

    /// Returns the document that this one was begun from, where it is there and of this concept.
    pub(crate) fn linked(
        &self,
        document: &Document,
        concept: Concept,
    ) -> Result<Option<ObjectId>, Error> {
        let Some(id) = document.root().link(system::FOLLOWS) else {
            return Ok(None);
        };
        let known = match self.concept_of(id)? {
            Some(known) => Some(known),
            None => self.concept_received(id)?,
        };
        Ok((known == Some(concept)).then_some(id))
    }

    /// Returns the one document of a concept that a workspace has once.
    pub(crate) fn only(&self, concept: Concept) -> Result<Option<ObjectId>, Error> {
        for id in self.document_ids()? {
            if self.concept_of(id)? == Some(concept) {
                return Ok(Some(id));
            }
        }
        let found = self.head_received(|_, head| head.concept == concept)?;
        Ok(found.map(|(id, _)| id))
    }

    /// Returns what a document is to the program; none where it is not there or its template cannot be read.
    pub(crate) fn concept_of(&self, id: ObjectId) -> Result<Option<Concept>, Error> {
        if self.pin(id, system::TEMPLATE)?.is_none() {
            return Ok(None);
        }
        let pinned = match self.pinned_before(id)? {
            Some(pinned) => Some(pinned),
            None => self.pinned(&self.document(id)?, None).ok(),
        };
        Ok(pinned.map(|pinned| pinned.template.concept))
    }

    /// Returns the document of a concept and period.
    pub(crate) fn find(&self, concept: Concept, period: Period) -> Result<Option<ObjectId>, Error> {
        let expected =
            ObjectId::of_document(self.store.id(), concept.as_str(), &period.to_string());
        let mut ids = self.document_ids()?;
        ids.sort_by_key(|id| *id != expected);
        for id in ids {
            let is_then = self.pin(id, system::PERIOD)?.as_deref() == Some(&period.to_string());
            if is_then && self.concept_of(id)? == Some(concept) {
                return Ok(Some(id));
            }
        }
        self.received(concept, period)
    }

    /// Returns a document that is not in the file but that a paper read back showed parts of.
    fn received(&self, concept: Concept, period: Period) -> Result<Option<ObjectId>, Error> {
        let wanted = Some(period.to_string());
        let is_it = |head: &Head| head.concept == concept && head.period == wanted;
        let found = self.head_received(|_, head| is_it(head))?;
        Ok(found.map(|(id, _)| id))
    }

    /// Returns what such a document is to the program.
    fn concept_received(&self, id: ObjectId) -> Result<Option<Concept>, Error> {
        let found = self.head_received(|of, _| of == id)?;
        Ok(found.map(|(_, head)| head.concept))
    }

    fn head_received(
        &self,
        is_wanted: impl Fn(ObjectId, &Head) -> bool,
    ) -> Result<Option<(ObjectId, Head)>, Error> {
        for edition in self.store.editions_of_kind(store::Kind::Received)? {
            let Some(blob) = self.store.blob(edition.data)? else {
                continue;
            };
            let head = Paper::from_json(&blob.bytes)?.document;
            if is_wanted(edition.doc, &head) {
                return Ok(Some((edition.doc, head)));
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::DEPTH;
    use crate::{Library, open_sample};

    /// Whatever was read before, and however deep, a document that is followed reads as it does when it is read first.
    #[test]
    fn a_followed_document_reads_alike_at_every_depth() {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
        // What is handed in is read from its edition: drafts follow each other further.
        for template in workspace.year_templates().unwrap() {
            let _ = workspace.begin(&template.id, 2032);
        }
        let ids = workspace.document_ids().unwrap();
        let depths = || (0..=DEPTH).chain((0..=DEPTH).rev());
        let all = ids.iter().flat_map(|id| depths().map(|depth| (*id, depth)));
        let all: Vec<_> = all.collect();
        let read = |workspace: &Workspace, (id, depth)| {
            let found = workspace.followed(id, depth).unwrap();
            (found.source.paper, found.source.removed.len())
        };
        let mut first = Vec::new();
        for each in &all {
            // It forgets what was read.
            workspace.set_library(Library::bundled());
            first.push(read(&workspace, *each));
        }
        for (each, first) in all.iter().zip(&first) {
            assert!(read(&workspace, *each) == *first, "{each:?}");
        }
        let reach = |id: &ObjectId| workspace.load(*id).unwrap().reach;
        assert!(ids.iter().map(reach).max() > Some(1));
    }
}
