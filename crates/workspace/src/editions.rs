//! Editions: a document frozen as it was handed in or adopted.

use chrono::{Datelike, SecondsFormat};
use model::check::can_be_submitted;
use model::diagnostic::Severity;
use model::document::system;
use model::id::{EditionId, ObjectId};
use model::input;
use model::paper::{Adoption, Publication, State};
use serde_json::{Value, json};
use store::Set;

use crate::error::{Error, What};
use crate::{Workspace, clock, words};

impl Workspace {
    /// Hands a document in: numbers are kept from here on, and the edition exports bit for bit for ever.
    /// Returns the edition's number, `1.0` for the first.
    ///
    /// # Errors
    /// Faults block it ([`Error::Blocked`]), or its pages cannot be set.
    pub fn submit(&mut self, id: ObjectId) -> Result<String, Error> {
        let loaded = self.load(id)?;
        let found = loaded.check();
        if !can_be_submitted(&found) {
            return Err(Error::Blocked(
                found
                    .iter()
                    .filter(|diagnostic| diagnostic.severity == Severity::Blocking)
                    .count(),
            ));
        }
        let number = self.next_number(id)?;
        self.keep_numbers(id, &number)?;
        self.freeze(
            id,
            store::Kind::Submitted,
            &Publication {
                state: State::Submitted,
                edition: Some(number.clone()),
                adoption: None,
            },
        )?;
        Ok(number)
    }

    /// Records that a body adopted the newest submitted edition, and freezes its content again as adopted.
    ///
    /// # Errors
    /// The document has not been submitted, or its pages cannot be set.
    pub fn adopt(&mut self, id: ObjectId, adoption: &Adoption) -> Result<String, Error> {
        let submitted = self
            .store
            .editions(id)?
            .into_iter()
            .rfind(|found| found.kind == store::Kind::Submitted);
        let number = submitted
            .ok_or_else(|| Error::not_found(What::Edition, id))?
            .number;
        let publication = Publication {
            state: State::Adopted,
            edition: Some(number.clone()),
            adoption: Some(adoption.clone()),
        };
        self.freeze(id, store::Kind::Adopted, &publication)?;
        Ok(number)
    }

    /// As [`Workspace::adopt`], with the day as a person writes it.
    ///
    /// # Errors
    /// The day is none, or as [`Workspace::adopt`].
    pub fn adopt_by(
        &mut self,
        id: ObjectId,
        body: &str,
        day: &str,
        paragraph: Option<String>,
    ) -> Result<String, Error> {
        let year = clock::now().year();
        let date = input::date(day, year).ok_or_else(|| Error::BadValue {
            field: words::say("the-adoption-day", &words::Args::new()),
            ty: "date",
            text: day.to_owned(),
            known: Vec::new(),
        })?;
        self.adopt(
            id,
            &Adoption {
                body: body.to_owned(),
                date,
                paragraph,
            },
        )
    }

    /// Returns the newest edition and whether the document has been changed since.
    pub(crate) fn newest_edition(
        &self,
        id: ObjectId,
    ) -> Result<Option<(store::Edition, bool)>, Error> {
        let own = self
            .store
            .editions(id)?
            .into_iter()
            .rfind(|found| found.kind != store::Kind::Received);
        let Some(edition) = own else { return Ok(None) };
        let newest = self.store.newest_step(id)?;
        let changed = newest.is_some_and(|step| step > edition.step);
        Ok(Some((edition, changed)))
    }

    fn next_number(&self, id: ObjectId) -> Result<String, Error> {
        let submitted = self
            .store
            .editions(id)?
            .iter()
            .filter(|found| found.kind == store::Kind::Submitted)
            .count();
        Ok(if submitted == 0 {
            "1.0".to_owned()
        } else {
            format!("1.{submitted}")
        })
    }

    /// Numbers are computed while drafting and kept from the first submission on.
    fn keep_numbers(&mut self, id: ObjectId, edition: &str) -> Result<(), Error> {
        let loaded = self.load(id)?;
        let items = loaded.paper.items();
        let own = items.iter().filter(|(_, item)| item.follows.is_none());
        let sets: Vec<Set> = own
            .filter_map(|(_, item)| {
                Some(Set {
                    doc: id,
                    obj: item.id,
                    field: system::NUMBER.to_owned(),
                    value: Some(json!(item.number.as_ref()?)),
                })
            })
            .collect();
        self.write(
            "submit",
            json!({ "document": id, "edition": edition }),
            &sets,
        )?;
        Ok(())
    }

    fn freeze(
        &mut self,
        id: ObjectId,
        kind: store::Kind,
        publication: &Publication,
    ) -> Result<(), Error> {
        let loaded = self.load(id)?;
        let paper = loaded.publish(publication);
        let data = paper.to_json();
        let pdf = self.produce(&loaded, &paper, &data)?.pdf;
        let stamp = self.stamp();
        let edition = store::Edition {
            id: EditionId(clock::new_object().0),
            doc: id,
            number: publication.edition.clone().unwrap_or_default(),
            kind,
            at: stamp.at,
            author: stamp.author,
            step: self
                .store
                .newest_step(id)?
                .ok_or_else(|| Error::not_found(What::Document, id))?,
            data: self.store.put_blob("application/json", &data)?,
            template: self.template_blob(&loaded)?,
            pdf: self.store.put_blob("application/pdf", &pdf)?,
            facts: facts(
                publication,
                &stamp.at.to_rfc3339_opts(SecondsFormat::Secs, true),
            ),
        };
        self.store.insert_edition(&edition)?;
        Ok(())
    }

    pub(crate) fn template_blob(
        &mut self,
        loaded: &crate::load::Loaded,
    ) -> Result<store::Sha256, Error> {
        match loaded.pinned.blob {
            Some(blob) if self.store.blob(blob)?.is_some() => Ok(blob),
            _ => self.keep_template(&loaded.template().id.clone()),
        }
    }
}

fn facts(publication: &Publication, at: &str) -> Value {
    json!({ "adoption": publication.adoption, "recorded": at })
}
