//! The log of a document: handed in, adopted, sent, sent back, registered. In a form that a registrator can paste.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use model::id::ObjectId;
use model::log::{self, Event, Sent};
use serde::Serialize;
use serde_json::json;
use store::Set;

use crate::begin::sets;
use crate::editions::{self, edition_named, past_day};
use crate::error::{self, Error};
use crate::{Outcome, Workspace, clock, registered, words};

/// What a sending is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SendForm {
    /// To whom: bodies or offices, at least one.
    pub to: Vec<String>,
    /// The day as a person writes it; today where it is left out.
    pub day: Option<String>,
    /// The edition's number or id; the newest where it is left out.
    pub edition: Option<String>,
}

/// What a remittal (återremiss) is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RemitForm {
    /// The body that sends the document back.
    pub body: String,
    /// The day of its decision as a person writes it.
    pub day: String,
    /// The paragraph of its minutes, for example "§ 12".
    pub paragraph: Option<String>,
    /// What it wants done.
    pub why: String,
    /// The edition's number or id; the newest where it is left out.
    pub edition: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// It was handed in.
    Submitted,
    /// A body adopted it.
    Adopted,
    /// It was sent.
    Sent,
    /// A body sent it back.
    Remitted,
    /// An organisation gave the matter a number.
    Registered,
    /// An action was done or dropped.
    Closed,
    /// A matter was sent as information.
    Informed,
    /// A member brought a meeting home.
    Anchored,
}

/// A line of a document's log. What an event does not have is empty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LogLine {
    /// The edition or the event's object.
    pub id: String,
    /// What happened.
    pub what: What,
    /// The same in a word.
    pub word: String,
    /// The day it happened.
    pub on: NaiveDate,
    /// When it was noted, RFC 3339 in UTC.
    pub noted: String,
    /// Who noted it, as papers name them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// The edition's number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub edition: String,
    /// To whom it was sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
    /// The body that decided, or the organisation that registered.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// The paragraph of its minutes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub paragraph: String,
    /// What the body wants done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// The diarienummer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registration: String,
    /// The checksum that the edition's foot prints.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub checksum: String,
    /// SHA-256 of its PDF in hexadecimal.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pdf_sha256: String,
}

impl Workspace {
    /// Notes that an edition was sent: when, to whom, which, and by what checksum it is known. It is no state.
    ///
    /// # Errors
    /// The document has no such edition, nobody is named, or the day is none.
    pub fn send(&mut self, document: ObjectId, form: &SendForm) -> Result<Outcome, Error> {
        let to: Vec<String> = form.to.iter().map(|to| to.trim().to_owned()).collect();
        let to: Vec<String> = to.into_iter().filter(|to| !to.is_empty()).collect();
        if to.is_empty() {
            return Err(nothing("the-recipient"));
        }
        let event = Event::Sent {
            on: day_or_today(form.day.as_deref(), "the-sending-day")?,
            to,
            edition: self.sent(document, form.edition.as_deref())?,
        };
        self.note(document, "send", &event)
    }

    /// Notes that a body sent an edition back. The document is a draft again, and goes on from what stands in it.
    ///
    /// # Errors
    /// The document has no such edition, it was sent back already, the body or the reason is empty, or the day is none or
    /// to come.
    pub fn remit(&mut self, document: ObjectId, form: &RemitForm) -> Result<Outcome, Error> {
        for (text, key) in [(&form.body, "the-body"), (&form.why, "the-reason")] {
            if text.trim().is_empty() {
                return Err(nothing(key));
            }
        }
        let edition = self.sent(document, form.edition.as_deref())?;
        if log::is_remitted(&self.document(document)?, edition.edition) {
            return Err(Error::Settled {
                number: edition.number,
                remitted: true,
            });
        }
        let event = Event::Remitted {
            on: past_day(&form.day, "the-remittal-day")?,
            body: form.body.trim().to_owned(),
            paragraph: form.paragraph.clone(),
            why: form.why.trim().to_owned(),
            edition,
        };
        self.note(document, "remit", &event)
    }

    /// Notes a diarienummer, of an organisation where it is said: it often comes after the document was sent. The document's own
    /// field for it gets it in the same step where nobody has written in that field, so that the next paper has it.
    ///
    /// # Errors
    /// The number is empty, the day is none, or the document is not there.
    pub fn register(
        &mut self,
        document: ObjectId,
        number: &str,
        organisation: &str,
        day: Option<&str>,
    ) -> Result<Outcome, Error> {
        if number.trim().is_empty() {
            return Err(nothing("the-registration"));
        }
        let event = Event::Registered {
            on: day_or_today(day, "the-registration-day")?,
            organisation: organisation.trim().to_owned(),
            registration: number.trim().to_owned(),
        };
        let own = registered::own_field(&self.load(document)?, number.trim());
        self.note_with(document, "register", &event, own)
    }

    /// Returns what happened to a document, the earliest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn log(&self, document: ObjectId) -> Result<Vec<LogLine>, Error> {
        let rows = self.store.rows(document)?;
        let noted: BTreeMap<_, _> = rows
            .iter()
            .map(|row| (row.obj, (row.at, row.author)))
            .collect();
        let mut lines = Vec::new();
        for edition in self.store.editions(document)? {
            lines.extend(self.edition_line(&edition)?);
        }
        for (object, event) in log::events(&self.document(document)?) {
            let line = LogLine {
                noted: noted
                    .get(&object)
                    .map(|(at, _)| moment(*at))
                    .unwrap_or_default(),
                author: noted
                    .get(&object)
                    .and_then(|(_, author)| *author)
                    .map(|author| self.author_name(author))
                    .unwrap_or_default(),
                ..event_line(object.to_string(), event)
            };
            lines.push(line);
        }
        lines.sort_by(|a, b| (a.on, &a.noted).cmp(&(b.on, &b.noted)));
        Ok(lines)
    }

    pub(crate) fn note(
        &mut self,
        document: ObjectId,
        op: &str,
        event: &Event,
    ) -> Result<Outcome, Error> {
        self.note_with(document, op, event, None)
    }

    /// As [`Workspace::note`], with what the event says in the document itself.
    fn note_with(
        &mut self,
        document: ObjectId,
        op: &str,
        event: &Event,
        own: Option<Set>,
    ) -> Result<Outcome, Error> {
        let object = clock::new_object();
        let args = json!({ "document": document, "object": object });
        let mut sets = sets(document, object, event.fields());
        sets.extend(own);
        let changes = self.write(op, args, &sets)?;
        Ok(Outcome { object, changes })
    }

    /// The edition that an event is about: the one that is named, else the newest.
    fn sent(&self, document: ObjectId, name: Option<&str>) -> Result<Sent, Error> {
        let editions = self.store.editions(document)?;
        let own = || {
            let own = editions.iter();
            own.filter(|found| found.kind != store::Kind::Received)
        };
        let found = match name {
            Some(name) => edition_named(own().cloned().collect(), name)?,
            None => own().next_back().cloned().ok_or_else(|| Error::NotFound {
                what: error::What::Edition,
                name: String::new(),
                known: Vec::new(),
            })?,
        };
        Ok(Sent {
            edition: found.id,
            number: found.number.clone(),
            checksum: typeset::checksum(&self.bytes(found.data)?),
            pdf_sha256: found.pdf.to_string(),
        })
    }

    fn edition_line(&self, edition: &store::Edition) -> Result<Option<LogLine>, Error> {
        let what = match edition.kind {
            store::Kind::Submitted => What::Submitted,
            store::Kind::Adopted => What::Adopted,
            store::Kind::Received => return Ok(None),
        };
        let adoption = editions::adoption(edition);
        let author = edition.author.map(|author| self.author_name(author));
        let on = adoption.as_ref().map(|adoption| adoption.date);
        let (body, paragraph) = adoption
            .map(|adoption| (adoption.body, adoption.paragraph.unwrap_or_default()))
            .unwrap_or_default();
        Ok(Some(LogLine {
            noted: moment(edition.at),
            author: author.unwrap_or_default(),
            edition: edition.number.clone(),
            body,
            paragraph,
            checksum: typeset::checksum(&self.bytes(edition.data)?),
            pdf_sha256: edition.pdf.to_string(),
            ..line(
                edition.id.to_string(),
                what,
                on.unwrap_or_else(|| clock::day_in_sweden(edition.at)),
            )
        }))
    }
}

fn event_line(id: String, event: Event) -> LogLine {
    let on = event.on();
    let with = |what, edition: Sent| LogLine {
        edition: edition.number,
        checksum: edition.checksum,
        pdf_sha256: edition.pdf_sha256,
        ..line(id.clone(), what, on)
    };
    match event {
        Event::Sent { to, edition, .. } => LogLine {
            to,
            ..with(What::Sent, edition)
        },
        Event::Remitted {
            body,
            paragraph,
            why,
            edition,
            ..
        } => LogLine {
            body,
            paragraph: paragraph.unwrap_or_default(),
            why,
            ..with(What::Remitted, edition)
        },
        Event::Registered {
            organisation,
            registration,
            ..
        } => LogLine {
            body: organisation,
            registration,
            ..line(id, What::Registered, on)
        },
        Event::Closed { why, .. } => LogLine {
            why,
            ..line(id, What::Closed, on)
        },
        Event::Informed { to, .. } => LogLine {
            to,
            ..line(id, What::Informed, on)
        },
        Event::Anchored { .. } => line(id, What::Anchored, on),
    }
}

fn line(id: String, what: What, on: NaiveDate) -> LogLine {
    LogLine {
        id,
        what,
        word: words::say(&format!("log-{}", what.code()), &words::Args::new()),
        on,
        noted: String::new(),
        author: String::new(),
        edition: String::new(),
        to: Vec::new(),
        body: String::new(),
        paragraph: String::new(),
        why: String::new(),
        registration: String::new(),
        checksum: String::new(),
        pdf_sha256: String::new(),
    }
}

impl What {
    /// Returns its code; the locale has `log-<code>` for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Adopted => "adopted",
            Self::Sent => "sent",
            Self::Remitted => "remitted",
            Self::Registered => "registered",
            Self::Closed => "closed",
            Self::Informed => "informed",
            Self::Anchored => "anchored",
        }
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

pub(crate) fn day_or_today(day: Option<&str>, what: &str) -> Result<NaiveDate, Error> {
    day.map_or_else(|| Ok(clock::today()), |day| past_day(day, what))
}

/// What somebody left empty that must be named.
pub(crate) fn nothing(what: &str) -> Error {
    Error::BadValue {
        field: words::say(what, &words::Args::new()),
        ty: "line",
        text: String::new(),
        known: Vec::new(),
    }
}
