//! Finding the documents that another one follows: by concept and period, the only one, or the one it was begun from.

use std::collections::BTreeMap;

use model::document::{Document, system};
use model::id::ObjectId;
use model::paper::{Head, Paper, Source};
use model::period::{Period, SourcePeriod};
use model::schema::Template;
use model::vocabulary::Concept;

use crate::error::Error;
use crate::{Workspace, pinned};

impl Workspace {
    pub(crate) fn sources(
        &self,
        document: &Document,
        template: &Template,
        depth: usize,
    ) -> Result<BTreeMap<String, Source>, Error> {
        let mut found = BTreeMap::new();
        let period = document
            .root()
            .text(system::PERIOD)
            .and_then(|period| period.parse::<Period>().ok());
        let Some(period) = period.filter(|_| depth > 0) else {
            return Ok(found);
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
                found.insert(wanted.id.clone(), self.source(id, depth - 1)?);
            }
        }
        Ok(found)
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
        let Some(template) = self.pin(id, system::TEMPLATE)? else {
            return Ok(None);
        };
        // A template that has been read tells it without the document's rows.
        let blob = pinned::blob_id(self.pin(id, system::TEMPLATE_SHA256)?.as_deref());
        if let Some(known) = self.templates.borrow().get(&(template, blob)) {
            return Ok(Some(known.template.concept));
        }
        let document = self.document(id)?;
        let pinned = self.pinned(&document, None);
        Ok(pinned.ok().map(|pinned| pinned.template.concept))
    }

    /// Returns the document of a concept and period.
    pub(crate) fn find(&self, concept: Concept, period: Period) -> Result<Option<ObjectId>, Error> {
        let expected =
            ObjectId::of_document(self.store.id(), concept.as_str(), &period.to_string());
        let mut ids = self.document_ids()?;
        ids.sort_by_key(|id| *id != expected);
        for id in ids {
            if self.pin(id, system::PERIOD)?.as_deref() == Some(&period.to_string()) {
                let document = self.document(id)?;
                if self
                    .pinned(&document, None)
                    .is_ok_and(|pinned| pinned.template.concept == concept)
                {
                    return Ok(Some(id));
                }
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
