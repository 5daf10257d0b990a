//! What happened to a document besides being written: it was sent, sent back, registered.
//!
//! Each is an object of the document, of a kind that begins with `@`: it merges as everything else does, no template
//! knows it and no page shows it. Sending is an event and not a state; a diarienummer that comes later stands here,
//! never on a frozen page.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::document::{Document, Object};
use crate::id::{EditionId, ObjectId};

/// An event in the log of a document. Serialised, its keys are the fields of its object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "@kind")]
pub enum Event {
    /// An edition was sent.
    #[serde(rename = "@sending")]
    Sent {
        /// The day.
        on: NaiveDate,
        /// To whom: bodies or offices.
        to: Vec<String>,
        /// What was sent.
        #[serde(flatten)]
        edition: Sent,
    },
    /// A body sent an edition back (återremiss).
    #[serde(rename = "@remittal")]
    Remitted {
        /// The day of its decision.
        on: NaiveDate,
        /// The body.
        body: String,
        /// The paragraph of its minutes, for example "§ 12".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paragraph: Option<String>,
        /// What it wants done.
        why: String,
        /// What was sent back.
        #[serde(flatten)]
        edition: Sent,
    },
    /// An organisation gave the matter a number.
    #[serde(rename = "@registration")]
    Registered {
        /// The day.
        on: NaiveDate,
        /// The organisation; empty where nobody said.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        organisation: String,
        /// The diarienummer, in whatever form the organisation has.
        registration: String,
    },
    /// What somebody had promised at a meeting is done, or will not be.
    #[serde(rename = "@closing")]
    Closed {
        /// The day.
        on: NaiveDate,
        /// The action of the notes.
        action: ObjectId,
        /// How it ended.
        how: Ending,
        /// What came of it; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// A matter was sent as information and is not taken up at a meeting.
    #[serde(rename = "@information")]
    Informed {
        /// The day.
        on: NaiveDate,
        /// The matter of the register.
        matter: ObjectId,
        /// To whom: bodies or offices.
        to: Vec<String>,
    },
    /// A member has brought a meeting home (förankring i hemkommunen).
    #[serde(rename = "@anchoring")]
    Anchored {
        /// The day.
        on: NaiveDate,
        /// The member's attendance in the notes.
        member: ObjectId,
    },
}

vocabulary! {
    /// How a promised action ended.
    Ending {
        /// It is done.
        Done = "done",
        /// It will not be done.
        Dropped = "dropped",
    }
}

/// The edition that an event is about, so that a registrator can tell it from every other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sent {
    /// Its identity.
    pub edition: EditionId,
    /// Its number.
    pub number: String,
    /// The checksum that its foot prints.
    pub checksum: String,
    /// SHA-256 of its PDF in hexadecimal.
    pub pdf_sha256: String,
}

impl Event {
    /// Returns the event that an object is.
    #[must_use]
    pub fn read(object: &Object) -> Option<Self> {
        let fields = object.fields.clone().into_iter().collect();
        serde_json::from_value(Value::Object(fields)).ok()
    }

    /// Returns the fields of its object.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, Value)> {
        match serde_json::to_value(self) {
            Ok(Value::Object(fields)) => fields.into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Returns whether it passed between bodies, or to one: others act on it, and so it is not taken back. An action
    /// that is done and a meeting that is brought home are the group's own marks.
    #[must_use]
    pub const fn is_act(&self) -> bool {
        match self {
            Self::Sent { .. }
            | Self::Remitted { .. }
            | Self::Registered { .. }
            | Self::Informed { .. } => true,
            Self::Closed { .. } | Self::Anchored { .. } => false,
        }
    }

    /// Returns its day.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        match self {
            Self::Sent { on, .. }
            | Self::Remitted { on, .. }
            | Self::Registered { on, .. }
            | Self::Closed { on, .. }
            | Self::Informed { on, .. }
            | Self::Anchored { on, .. } => *on,
        }
    }
}

/// Returns the events of a document by day; those of one day in the order they were noted.
#[must_use]
pub fn events(document: &Document) -> Vec<(ObjectId, Event)> {
    let logged = document.objects().filter(|object| object.is_logged());
    let mut events: Vec<_> = logged
        .filter_map(|object| Some((object.id, Event::read(object)?)))
        .collect();
    events.sort_by_key(|(id, event)| (event.on(), *id));
    events
}

/// Returns whether an edition has been sent back.
#[must_use]
pub fn is_remitted(document: &Document, id: EditionId) -> bool {
    events(document).iter().any(|(_, event)| match event {
        Event::Remitted { edition, .. } => edition.edition == id,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::document::Live;
    use crate::id::StepId;

    #[test]
    fn an_event_reads_back_from_the_fields_of_its_object() {
        let edition = Sent {
            edition: EditionId(Uuid::from_u128(7)),
            number: "1.0".to_owned(),
            checksum: "7F3A-91C2".to_owned(),
            pdf_sha256: "00".repeat(32),
        };
        let on = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let sent = Event::Sent {
            on,
            to: vec!["Strategisk nivå".to_owned()],
            edition: edition.clone(),
        };
        let back = Event::Remitted {
            on: on.succ_opt().unwrap(),
            body: "Strategisk nivå".to_owned(),
            paragraph: None,
            why: "Budgeten saknas.".to_owned(),
            edition: edition.clone(),
        };
        let row = |object: u128, event: &Event| {
            let live = event.fields().into_iter().map(move |(field, value)| Live {
                object: ObjectId(Uuid::from_u128(object)),
                field,
                value: Some(value),
                step: StepId(Uuid::from_u128(1)),
            });
            live.collect::<Vec<_>>()
        };
        let document = Document::assemble(
            ObjectId(Uuid::from_u128(1)),
            [row(2, &back), row(3, &sent)].concat(),
        );
        let found: Vec<_> = events(&document)
            .into_iter()
            .map(|(_, event)| event)
            .collect();
        assert_eq!(found, [sent, back]);
        assert!(is_remitted(&document, edition.edition));
        assert!(!is_remitted(&document, EditionId(Uuid::nil())));
    }
}
