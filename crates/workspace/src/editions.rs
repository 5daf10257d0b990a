//! Editions: a document frozen as it was handed in or adopted.

use std::rc::Rc;

use chrono::{Datelike, NaiveDate, SecondsFormat};
use model::check::{When, can_be_submitted};
use model::diagnostic::{Diagnostic, Severity};
use model::document::{Document, Object, is_content, system};
use model::id::{EditionId, ObjectId, StepId};
use model::paper::{Adoption, Item, Paper, Publication, State};
use model::schema::{Template, with_role};
use model::vocabulary::{Concept, Role};
use model::{input, log};
use serde_json::{Value, json};
use store::{Blob, Set, Stamp, StepHeader};

use crate::begin::PACK;
use crate::error::{Error, What};
use crate::list::state_of;
use crate::load::{Loaded, Pinned};
use crate::registered::from_the_log;
use crate::{Workspace, clock, library, words};

impl Workspace {
    /// Hands a document in: numbers are kept from here on, and the edition exports bit for bit for ever.
    /// Returns the edition's number, `1.0` for the first and `1.1`, `1.2` … for the revisions after it.
    ///
    /// # Errors
    /// Faults block it ([`Error::Blocked`]), nothing has changed since it was handed in last
    /// ([`Error::Unchanged`]), or its pages cannot be set.
    pub fn submit(&mut self, id: ObjectId) -> Result<String, Error> {
        self.refuse_without_pages(id)?;
        let loaded = self.load(id)?;
        let found = loaded.check();
        if !can_be_submitted(found) {
            let blocks = |found: &&Diagnostic| found.severity == Severity::Blocking;
            return Err(Error::Blocked(found.iter().filter(blocks).count()));
        }
        if let Some(newest) = self.newest_edition(&loaded.document)?
            && !newest.changed
        {
            return Err(Error::Unchanged(newest.edition.number));
        }
        let number = self.next_number(id)?;
        let registered = from_the_log(&loaded.document, loaded.template());
        let publication = Publication {
            state: State::handed_in(loaded.template().concept),
            edition: Some(number.clone()),
            adoption: None,
        };
        let frozen = Frozen {
            kind: store::Kind::Submitted,
            paper: loaded.publish(&publication),
            pinned: Rc::clone(&loaded.pinned),
            sets: kept_numbers(&loaded),
            step: self.store.newest_step(id)?,
            content: Some(content(&loaded.document, loaded.template(), registered)),
        };
        self.freeze(&frozen)?;
        Ok(number)
    }

    /// Records that a body adopted the newest submitted edition, and freezes that edition's content again as adopted.
    /// What has been written since stays in the draft.
    ///
    /// # Errors
    /// The document has not been submitted, the edition was sent back or is adopted already, or its pages cannot be set.
    pub fn adopt(&mut self, id: ObjectId, adoption: &Adoption) -> Result<String, Error> {
        let submitted = self
            .store
            .editions(id)?
            .into_iter()
            .rfind(|found| found.kind == store::Kind::Submitted);
        let submitted = submitted.ok_or_else(|| Error::not_found(What::Edition, id))?;
        self.refuse_second_adoption(&submitted)?;
        let mut paper = self.edition_paper(&submitted)?;
        paper.document.state = State::Adopted;
        paper.document.adoption = Some(adoption.clone());
        let content = submitted.facts.get(CONTENT).and_then(Value::as_str);
        let frozen = Frozen {
            kind: store::Kind::Adopted,
            paper,
            pinned: self.pinned_by(&submitted)?,
            sets: Vec::new(),
            step: Some(submitted.step),
            content: content.map(str::to_owned),
        };
        self.freeze(&frozen)?;
        Ok(submitted.number)
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
        paragraph: Option<&str>,
    ) -> Result<String, Error> {
        let date = past_day(day, "the-adoption-day")?;
        let (profile, _) = self.profile_and_group()?;
        // As everything that is printed: nobody has seen these words on a page before.
        let printed = |text: &str| {
            typeset::printable(text)
                .replace('\n', " ")
                .trim()
                .to_owned()
        };
        let body = printed(body);
        if body.is_empty() {
            return Err(crate::formal::nothing("the-body"));
        }
        if body.chars().count() > LONGEST_NAME {
            return Err(Error::BadValue {
                field: words::say("the-body", &words::Args::new()),
                ty: "line",
                text: body,
                known: Vec::new(),
            });
        }
        let known = profile.body_called(&body);
        let known = known.map(|known| known.name.clone());
        self.adopt(
            id,
            &Adoption {
                body: known.unwrap_or(body),
                date,
                paragraph: paragraph.map(|text| section_sign(&printed(text))),
            },
        )
    }

    /// What was sent back is handed in anew first, and what is adopted stays adopted by that body on that day.
    fn refuse_second_adoption(&self, submitted: &store::Edition) -> Result<(), Error> {
        let document = self.document(submitted.doc)?;
        let number = &submitted.number;
        let mut same = self.store.editions(submitted.doc)?;
        same.retain(|found| found.number == *number);
        let remitted = same
            .iter()
            .any(|found| log::is_remitted(&document, found.id));
        let adopted = same.iter().any(|found| found.kind == store::Kind::Adopted);
        if remitted || adopted {
            return Err(Error::Settled {
                number: number.clone(),
                remitted,
            });
        }
        Ok(())
    }

    /// Returns the day a document is looked at, and when it was handed in and adopted where it still reads as it did then.
    pub(crate) fn when(&self, document: &Document, template: &Template) -> Result<When, Error> {
        let mut when = When {
            today: self.today(),
            handed_in: None,
            adopted: None,
        };
        let mut editions = self.store.editions(document.id)?;
        editions.retain(|found| found.kind != store::Kind::Received);
        let Some(newest) = editions.last() else {
            return Ok(when);
        };
        let reads_so = reads_as(newest, document, template) == Some(true);
        if reads_so && !log::is_remitted(document, newest.id) {
            let handed_in = editions.iter().find(|found| found.number == newest.number);
            when.handed_in = handed_in.map(|found| clock::day_in_sweden(found.at));
            when.adopted = adoption(newest).map(|adoption| adoption.date);
        }
        Ok(when)
    }

    /// Returns the newest edition and how the document stands to it.
    pub(crate) fn newest_edition(&self, document: &Document) -> Result<Option<Newest>, Error> {
        let own = self
            .store
            .editions(document.id)?
            .into_iter()
            .rfind(|found| found.kind != store::Kind::Received);
        let Some(edition) = own else { return Ok(None) };
        let remitted = log::is_remitted(document, edition.id);
        let pinned = self.pinned(document, None)?;
        let written = match reads_as(&edition, document, &pinned.template) {
            Some(reads_so) => !reads_so,
            // A file of an earlier version: the steps tell, as long as nothing is merged in.
            None => self
                .store
                .newest_step(document.id)?
                .is_some_and(|step| step > edition.step),
        };
        Ok(Some(Newest {
            edition,
            changed: written || remitted,
            remitted,
            concept: self.concept_of(document.id)?,
        }))
    }

    /// The first is 1.0; a revision is one more than any that there is.
    fn next_number(&self, id: ObjectId) -> Result<String, Error> {
        let editions = self.store.editions(id)?;
        let submitted = editions
            .iter()
            .filter(|found| found.kind == store::Kind::Submitted);
        let minor = |found: &store::Edition| found.number.strip_prefix("1.")?.parse::<u32>().ok();
        let newest = submitted.filter_map(minor).max();
        Ok(format!("1.{}", newest.map_or(0, |minor| minor + 1)))
    }

    /// Everything that makes an edition comes into the file at once, or nothing does.
    fn freeze(&mut self, frozen: &Frozen) -> Result<(), Error> {
        let head = &frozen.paper.document;
        let (id, number) = (head.id, head.edition.clone().unwrap_or_default());
        let data = frozen.paper.to_json();
        let pdf = self.produce(&frozen.pinned, &frozen.paper, &data)?.pdf;
        let (template, pack) = self.template_blob(&frozen.pinned)?;
        // An edition cannot be taken back, so what it rests on is nobody's to undo.
        let stamp = Stamp {
            run: clock::new_run(),
            ..self.stamp()
        };
        let at = stamp.at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let edition = store::Edition {
            id: EditionId(clock::new_object().0),
            doc: id,
            number: number.clone(),
            kind: frozen.kind,
            at: stamp.at,
            author: stamp.author,
            step: frozen
                .step
                .ok_or_else(|| Error::not_found(What::Document, id))?,
            data: store::Sha256::of(&data),
            template,
            pdf: store::Sha256::of(&pdf),
            facts: json!({ "adoption": head.adoption, "recorded": at, CONTENT: frozen.content }),
        };
        let blob = |media_type: &str, bytes| Blob {
            media_type: media_type.to_owned(),
            bytes,
        };
        let mut blobs = vec![blob("application/json", data), blob("application/pdf", pdf)];
        blobs.extend(pack.map(|pack| blob(PACK, pack)));
        let header = StepHeader {
            stamp,
            op: "submit",
            args: json!({ "document": id, "edition": number }),
        };
        self.store.freeze(&header, &frozen.sets, &blobs, &edition)?;
        Ok(())
    }

    /// Returns the template's blob, and its bytes where the file does not hold it.
    fn template_blob(&self, pinned: &Pinned) -> Result<(store::Sha256, Option<Vec<u8>>), Error> {
        match pinned.blob {
            Some(blob) if self.store.blob(blob)?.is_some() => Ok((blob, None)),
            _ => {
                let pack = self.library.template(&pinned.template.id)?;
                let pack = library::travelling(pack).to_zip();
                Ok((store::Sha256::of(&pack), Some(pack)))
            }
        }
    }
}

/// The newest edition of a document.
pub(crate) struct Newest {
    pub(crate) edition: store::Edition,
    /// Whether the document is being written again: it reads otherwise than the edition, or was sent back.
    pub(crate) changed: bool,
    /// Whether a body has sent the edition back.
    pub(crate) remitted: bool,
    /// What the document is to the program, where its template is known.
    pub(crate) concept: Option<Concept>,
}

impl Newest {
    /// Returns how far the document has come: what was sent back is a draft again.
    pub(crate) fn state(&self) -> State {
        if self.remitted {
            State::Draft
        } else {
            state_of(self.edition.kind, self.concept)
        }
    }
}

/// What becomes an edition.
struct Frozen {
    kind: store::Kind,
    paper: Paper,
    pinned: Rc<Pinned>,
    sets: Vec<Set>,
    /// The newest step whose changes it holds, before the step that keeps numbers.
    step: Option<StepId>,
    content: Option<String>,
}

/// Returns the newest of some editions with this number, or the one whose id begins so.
///
/// # Errors
/// There is none, or two copies have given one number to different texts: only an id tells them apart.
pub(crate) fn edition_named(
    editions: Vec<store::Edition>,
    name: &str,
) -> Result<store::Edition, Error> {
    let mut known: Vec<String> = editions
        .iter()
        .map(|edition| edition.number.clone())
        .collect();
    known.dedup();
    let is_named = |edition: &store::Edition| {
        edition.number == name || (name.len() >= 8 && edition.id.to_string().starts_with(name))
    };
    let mut found: Vec<store::Edition> = editions.into_iter().filter(is_named).collect();
    if found.iter().any(|edition| is_another(edition, &found[0])) {
        let ids = found.iter().map(|edition| edition.id.to_string());
        return Err(Error::Ambiguous {
            what: What::Edition,
            name: name.to_owned(),
            known: ids.collect(),
        });
    }
    found.pop().ok_or_else(|| Error::NotFound {
        what: What::Edition,
        name: name.to_owned(),
        known,
    })
}

/// Whether two editions with one number hold different texts, each handed in in its own copy.
pub(crate) fn is_another(one: &store::Edition, other: &store::Edition) -> bool {
    let contents = (one.facts.get(CONTENT), other.facts.get(CONTENT));
    let differ = matches!(contents, (Some(one), Some(other)) if one != other);
    differ && one.number == other.number
}

/// Returns who adopted an edition, and when; nothing where nobody has.
pub(crate) fn adoption(edition: &store::Edition) -> Option<Adoption> {
    let adoption = edition.facts.get("adoption").cloned()?;
    serde_json::from_value(adoption).ok().flatten()
}

/// Returns whether a document reads as an edition of it does; nothing where the edition does not say how it reads.
fn reads_as(edition: &store::Edition, document: &Document, template: &Template) -> Option<bool> {
    let kept = edition.facts.get(CONTENT).and_then(Value::as_str)?;
    // The number was counted where the log did not have it yet.
    let registered = from_the_log(document, template);
    let is_so = |noted: Option<&str>| {
        // Earlier versions counted what is never printed, too.
        let earlier = |published: bool| {
            document.fingerprint(|object, field| {
                let is_later = published && is_published_on(document, template, object, field);
                let is_later = is_later || is_own(document, object, field, noted);
                !is_later && !object.is_logged() && is_content(field)
            })
        };
        kept == content(document, template, noted)
            || kept == earlier(true)
            || kept == earlier(false)
    };
    Some(is_so(registered) || (registered.is_some() && is_so(None)))
}

/// Returns the fingerprint of what people have written that is printed: a note in the margin, and the day when the paper
/// was published, make no other paper of it. Nor does `noted`, the document's own field that says what the log has noted.
fn content(document: &Document, template: &Template, noted: Option<&str>) -> String {
    document.fingerprint(|object, field| {
        let known = template.fields_of(object.kind.as_deref()).iter();
        let is_printed = known.filter(|own| own.id == field).all(|own| own.print);
        let is_later = is_published_on(document, template, object, field);
        let is_later = is_later || is_own(document, object, field, noted);
        is_printed && !is_later && !object.is_logged() && is_content(field)
    })
}

/// Whether the field is the day when the document was published, which comes after all else.
fn is_published_on(document: &Document, template: &Template, object: &Object, field: &str) -> bool {
    let published = with_role(&template.fields, Role::PublishedOn);
    is_own(
        document,
        object,
        field,
        published.map(|own| own.id.as_str()),
    )
}

/// Whether the field is this one of the document's own.
fn is_own(document: &Document, object: &Object, field: &str, own: Option<&str>) -> bool {
    object.id == document.id && own == Some(field)
}

/// Among an edition's facts: the fingerprint of the document's content.
const CONTENT: &str = "content";

/// Numbers are computed while drafting and kept from the first submission on.
fn kept_numbers(loaded: &Loaded) -> Vec<Set> {
    let items = loaded.paper.items();
    let own = items.iter().filter(|(_, item)| item.follows.is_none());
    let number = |item: &Item| {
        Some(Set {
            doc: loaded.document.id,
            obj: item.id,
            field: system::NUMBER.to_owned(),
            value: Some(json!(item.number.as_ref()?)),
        })
    };
    own.filter_map(|(_, item)| number(item)).collect()
}

/// Returns the day that a person wrote, today or earlier; `what` is the key of what the day is of.
pub(crate) fn past_day(day: &str, what: &str) -> Result<NaiveDate, Error> {
    let today = clock::today();
    let date = input::date(day, today.year()).ok_or_else(|| Error::BadValue {
        field: words::say(what, &words::Args::new()),
        ty: "date",
        text: day.to_owned(),
        known: Vec::new(),
    })?;
    if date > today {
        return Err(Error::Future(date.to_string()));
    }
    Ok(date)
}

/// The longest name of a body, in characters.
const LONGEST_NAME: usize = 200;

/// Returns a paragraph of minutes as it is printed: a bare number gets its sign.
fn section_sign(paragraph: &str) -> String {
    let paragraph = paragraph.trim();
    if paragraph.chars().all(|c| c.is_ascii_digit()) && !paragraph.is_empty() {
        format!("§ {paragraph}")
    } else {
        paragraph.to_owned()
    }
}
