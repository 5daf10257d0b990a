//! What has been begun about what: memos about matters, questions about decisions.

use std::collections::{BTreeMap, BTreeSet};

use model::document::{Document, system};
use model::id::ObjectId;
use model::log::{self, Event};
use model::schema::with_role;
use model::vocabulary::{Concept, Role};

use crate::Workspace;
use crate::error::Error;

/// Documents that were begun from an object of another, by that object.
#[derive(Debug, Default)]
pub(crate) struct About {
    /// Matters that a memo was begun about.
    pub(crate) with_memo: BTreeSet<ObjectId>,
    /// Decisions that absent members have been asked about.
    pub(crate) with_poll: BTreeSet<ObjectId>,
    /// What agendas and notes say of planned meetings: that a notice was sent, that the notes were published.
    pub(crate) said: BTreeSet<(ObjectId, Role)>,
}

impl Workspace {
    /// Returns what has been begun about the objects of a document; nothing for documents without matters and decisions.
    pub(crate) fn about(&self, document: &Document, concept: Concept) -> Result<About, Error> {
        if concept == Concept::MeetingPlan {
            return Ok(About {
                said: self.said_of_meetings(document)?,
                ..About::default()
            });
        }
        let has_matters = [Concept::Meeting, Concept::Notes, Concept::Register];
        if !has_matters.contains(&concept) {
            return Ok(About::default());
        }
        let begun = self.begun_from()?;
        let of = |wanted: Concept| -> BTreeSet<ObjectId> {
            let fits = begun
                .iter()
                .filter(|(_, all)| all.iter().any(|(_, its)| *its == wanted));
            fits.map(|(origin, _)| *origin).collect()
        };
        let mut about = About {
            with_memo: of(Concept::Memo),
            with_poll: of(Concept::Poll),
            said: BTreeSet::new(),
        };
        // A matter on an agenda is the register's matter: a memo about the one is about the other.
        for object in document.objects() {
            let original = object.link(system::ORIGIN);
            if original.is_some_and(|original| about.with_memo.contains(&original)) {
                about.with_memo.insert(object.id);
            }
        }
        Ok(about)
    }

    /// What the agendas and notes of a plan's meetings say, so that nobody has to write it again in the plan.
    fn said_of_meetings(&self, plan: &Document) -> Result<BTreeSet<(ObjectId, Role)>, Error> {
        let begun = self.begun_from()?;
        let of = |origin: ObjectId, wanted: Concept| {
            let all = begun.get(&origin).into_iter().flatten();
            all.filter(move |(_, concept)| *concept == wanted)
                .map(|(id, _)| *id)
        };
        let mut said = BTreeSet::new();
        for meeting in plan.objects().map(|object| object.id) {
            for agenda in of(meeting, Concept::Meeting) {
                let events = log::events(&self.document(agenda)?);
                let is_sent = |(_, event): &(ObjectId, Event)| matches!(event, Event::Sent { .. });
                if events.iter().any(is_sent) {
                    said.insert((meeting, Role::CalledOn));
                }
                for notes in of(agenda, Concept::Notes) {
                    if self.is_published(notes)? {
                        said.insert((meeting, Role::PublishedOn));
                    }
                }
            }
        }
        Ok(said)
    }

    /// Whether notes say on which day they were published.
    fn is_published(&self, notes: ObjectId) -> Result<bool, Error> {
        let notes = self.document(notes)?;
        let pinned = self.pinned(&notes, None)?;
        let field = with_role(&pinned.template.fields, Role::PublishedOn);
        Ok(field.is_some_and(|field| notes.root().text(&field.id).is_some()))
    }

    /// Returns the documents that were begun from an object, by that object, each with what it is to the program.
    pub(crate) fn begun_from(&self) -> Result<BTreeMap<ObjectId, Vec<(ObjectId, Concept)>>, Error> {
        let mut begun: BTreeMap<ObjectId, Vec<(ObjectId, Concept)>> = BTreeMap::new();
        for id in self.document_ids()? {
            let origin = self.root_text(id, system::ORIGIN)?;
            let Some(origin) = origin.and_then(|text| text.parse().ok()) else {
                continue;
            };
            if let Some(concept) = self.concept_of(id)? {
                begun.entry(origin).or_default().push((id, concept));
            }
        }
        Ok(begun)
    }
}
