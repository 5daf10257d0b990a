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
    /// What the year's plan says of an agenda's meeting.
    pub(crate) planned: BTreeMap<Role, String>,
}

/// What an agenda takes from the plan, and that must be the same in both.
const PLANNED: [Role; 5] = [
    Role::MeetingDate,
    Role::End,
    Role::Time,
    Role::Location,
    Role::MeetingLink,
];

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
            ..About::default()
        };
        if concept == Concept::Meeting {
            about.planned = self.planned_of(document)?;
        }
        // A matter on an agenda is the register's matter: a memo about the one is about the other, in the notes too.
        let agenda = document.root().link(system::FOLLOWS);
        let agenda = agenda.filter(|_| concept == Concept::Notes);
        let agenda = agenda.map(|agenda| self.document(agenda)).transpose()?;
        let followed = agenda.iter().flat_map(Document::objects);
        for object in document.objects().chain(followed) {
            let original = object.link(system::ORIGIN);
            if original.is_some_and(|original| about.with_memo.contains(&original)) {
                about.with_memo.insert(object.id);
            }
        }
        Ok(about)
    }

    /// What the plan that an agenda was begun from says of its meeting, where it still has it.
    fn planned_of(&self, agenda: &Document) -> Result<BTreeMap<Role, String>, Error> {
        let root = agenda.root();
        let from = root.link(system::FOLLOWS).zip(root.link(system::ORIGIN));
        let Some((plan, meeting)) = from else {
            return Ok(BTreeMap::new());
        };
        if self.concept_of(plan)? != Some(Concept::MeetingPlan) {
            return Ok(BTreeMap::new());
        }
        let plan = self.document(plan)?;
        let pinned = self.pinned(&plan, None)?;
        let Some(meeting) = plan.object(meeting) else {
            return Ok(BTreeMap::new());
        };
        let fields = pinned.template.fields_of(meeting.kind.as_deref());
        let said = PLANNED.into_iter().filter_map(|role| {
            let field = with_role(fields, role)?;
            Some((role, meeting.text(&field.id)?.to_owned()))
        });
        Ok(said.collect())
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
                said.extend(self.said_by(agenda)?.map(|role| (meeting, role)));
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

    /// What an agenda says of its meeting, which the plan need not say again.
    fn said_by(&self, agenda: ObjectId) -> Result<impl Iterator<Item = Role>, Error> {
        let agenda = self.document(agenda)?;
        let pinned = self.pinned(&agenda, None)?;
        Ok(PLANNED.into_iter().filter(move |role| {
            let field = with_role(&pinned.template.fields, *role);
            field.is_some_and(|field| agenda.root().text(&field.id).is_some())
        }))
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
