//! Beginning a paper of a meeting from the one before it: an agenda from the plan, notes from the agenda.

use chrono::{Datelike, NaiveDate};
use model::document::{Object, system};
use model::id::ObjectId;
use model::meeting::read;
use model::period::{Period, PeriodRule};
use model::schema::{Field, Kind, Template, with_role};
use model::vocabulary::{Concept, FieldType, Role};
use serde_json::{Value, json};
use store::Set;

use super::attendance::attendance;
use super::copied::{From, at_role, by_role};
use super::usual;
use crate::begin::sets;
use crate::error::{Error, What};
use crate::list::title_of;
use crate::load::Loaded;
use crate::names::template_named;
use crate::{Outcome, Workspace};

impl Workspace {
    /// Begins the agenda of a planned meeting: its day, place and link, who pays for what, whose turn it is to take the
    /// notes. `meeting` is an object of a meeting plan; `template` names one of several templates.
    ///
    /// # Errors
    /// There is no such meeting, the profile has no template for agendas, or the agenda has been begun.
    pub fn begin_agenda(
        &mut self,
        meeting: ObjectId,
        template: Option<&str>,
    ) -> Result<Outcome, Error> {
        let (plan, object) = self.object_of(Concept::MeetingPlan, meeting)?;
        let new = self.new_from(Concept::Meeting, template, plan.document.id, &object)?;
        let kind = object.kind.as_deref();
        let from = From {
            template: plan.template(),
            fields: plan.template().fields_of(kind),
            values: &object.fields,
        };
        let mut fields = by_role(from, &new.template, &new.template.fields, &plan.profile);
        usual::call_by_its_day(&new.template, &plan.profile, &plan.group, &mut fields);
        fields.extend(self.usual_of_agenda(&new.template, &plan.profile, &fields)?);
        self.write_new(&new, fields, Vec::new())
    }

    /// Begins the notes of a meeting from its agenda: its matters have a row each, and those who should have been there
    /// stand in the list of those present.
    ///
    /// # Errors
    /// It is no agenda, the profile has no template for notes, or the notes have been begun.
    pub fn begin_notes(
        &mut self,
        agenda: ObjectId,
        template: Option<&str>,
    ) -> Result<Outcome, Error> {
        let loaded = self.of_concept(agenda, Concept::Meeting)?;
        let root = loaded.document.root().clone();
        let new = self.new_from(Concept::Notes, template, agenda, &root)?;
        let from = From {
            template: loaded.template(),
            fields: &loaded.template().fields,
            values: &root.fields,
        };
        let mut fields = by_role(from, &new.template, &new.template.fields, &loaded.profile);
        // The agenda's own day is the day that it was sent.
        let own_day = with_role(&new.template.fields, Role::Date);
        fields.retain(|(id, _)| own_day.is_none_or(|field| field.id != *id));
        let next = self.meeting_after(&loaded)?.map(|day| json!(day));
        fields.extend(next.and_then(|day| at_role(&new.template.fields, Role::NextMeeting, day)));
        let attendance = attendance(&new, &loaded);
        self.write_new(&new, fields, attendance)
    }

    /// Returns the day of the planned meeting that follows an agenda's, of the same body.
    fn meeting_after(&self, agenda: &Loaded) -> Result<Option<NaiveDate>, Error> {
        let Some(held) = read::day(read::own(&agenda.paper, Role::MeetingDate)) else {
            return Ok(None);
        };
        let body = read::own_body(&agenda.paper, &agenda.profile);
        let meetings = self.planned_meetings()?.into_iter();
        let mut later = meetings
            .filter(|meeting| meeting.day > held && body.is_none_or(|body| body == meeting.body));
        Ok(later.next().map(|meeting| meeting.day))
    }

    /// Returns a loaded document of this concept.
    pub(super) fn of_concept(&self, id: ObjectId, concept: Concept) -> Result<Loaded, Error> {
        match self.concept_of(id)? {
            Some(its) if its == concept => self.load(id),
            Some(_) => Err(Error::AnotherPaper {
                title: title_of(&self.load(id)?.paper),
                wanted: concept,
            }),
            _ => Err(Error::not_found(What::Document, id.to_string())),
        }
    }

    /// Returns an object with its document, which is of this concept.
    pub(super) fn object_of(
        &self,
        concept: Concept,
        wanted: ObjectId,
    ) -> Result<(Loaded, Object), Error> {
        for id in self.document_ids()? {
            if self.concept_of(id)? == Some(concept) {
                let loaded = self.load(id)?;
                if let Some(object) = loaded.document.object(wanted).cloned() {
                    return Ok((loaded, object));
                }
            }
        }
        Err(Error::not_found(What::Object, wanted.to_string()))
    }

    /// Returns a matter with its document; a row of notes is its agenda's matter.
    pub(super) fn matter(&self, wanted: ObjectId) -> Result<(Loaded, Object), Error> {
        for concept in [Concept::Register, Concept::Meeting, Concept::Notes] {
            match self.object_of(concept, wanted) {
                Err(Error::NotFound { .. }) => {}
                found => return found,
            }
        }
        Err(Error::not_found(What::Object, wanted.to_string()))
    }

    /// What a document of a concept is begun as: its template, its id and its year.
    pub(super) fn new_from(
        &self,
        concept: Concept,
        template: Option<&str>,
        document: ObjectId,
        origin: &Object,
    ) -> Result<New, Error> {
        let (profile, _) = self.profile_and_group()?;
        let template = match template {
            Some(name) => template_named(&self.library, &profile, name)?,
            None => self.template_of(concept)?,
        };
        let name = format!("{}/{}", template.id, origin.id);
        let id = ObjectId::of_document(self.store.id(), concept.as_str(), &name);
        let period = Period::of_year(self.year_of(document)?);
        if self.root_text(id, system::TEMPLATE)?.is_some() {
            let there = self.load(id)?;
            return Err(Error::DocumentExists(title_of(&there.paper)));
        }
        Ok(New {
            id,
            template,
            period,
            follows: document,
            origin: origin.id,
        })
    }

    /// Returns the profile's own template for a concept.
    pub(super) fn template_of(&self, concept: Concept) -> Result<Template, Error> {
        let (profile, _) = self.profile_and_group()?;
        template_named(&self.library, &profile, concept.as_str())
    }

    pub(super) fn year_of(&self, document: ObjectId) -> Result<i32, Error> {
        let period = self.pin(document, system::PERIOD)?;
        let period = period.and_then(|period| period.parse::<Period>().ok());
        Ok(period.map_or_else(|| self.today().year(), |period| period.year))
    }

    pub(super) fn write_new(
        &mut self,
        new: &New,
        fields: Vec<(String, Value)>,
        objects: Vec<(ObjectId, Vec<(String, Value)>)>,
    ) -> Result<Outcome, Error> {
        let mut root = self.template_pins(&new.template)?;
        let period = new.period.to_string();
        root.push((system::PERIOD.to_owned(), json!(period)));
        if new.template.period == PeriodRule::Many {
            let number = self.next_ordinal(&new.template.id, &period)?;
            root.push((system::NUMBER.to_owned(), json!(number.to_string())));
        }
        root.push((system::FOLLOWS.to_owned(), json!(new.follows)));
        root.push((system::ORIGIN.to_owned(), json!(new.origin)));
        root.extend(fields);
        let mut all: Vec<Set> = sets(new.id, new.id, root);
        for (object, fields) in objects {
            all.extend(sets(new.id, object, fields));
        }
        let changes = self.write("begin", json!({ "document": new.id }), &all)?;
        Ok(Outcome {
            object: new.id,
            changes,
        })
    }
}

/// A document that is begun from another.
pub(super) struct New {
    pub(super) id: ObjectId,
    pub(super) template: Template,
    period: Period,
    follows: ObjectId,
    pub(super) origin: ObjectId,
}

impl New {
    /// The template's first kind of a concept.
    pub(super) fn kind(&self, concept: Concept) -> Option<&Kind> {
        let mut kinds = self.template.kinds.iter();
        kinds.find(|kind| kind.concept == Some(concept))
    }
}

/// Objects with their values.
pub(super) type Objects = Vec<(ObjectId, Vec<(String, Value)>)>;

/// An object of a kind at a place, with what is said of it by role.
pub(super) fn placed(
    kind: &Kind,
    id: ObjectId,
    parent: Option<ObjectId>,
    place: usize,
    said: impl IntoIterator<Item = (Role, Option<Value>)>,
) -> (ObjectId, Vec<(String, Value)>) {
    let mut fields = vec![
        (system::KIND.to_owned(), json!(kind.id)),
        (system::POS.to_owned(), json!(place + 1)),
    ];
    fields.extend(parent.map(|parent| (system::PARENT.to_owned(), json!(parent))));
    let known = said.into_iter().filter_map(|(role, value)| {
        let field = with_role(&kind.fields, role)?;
        Some((field.id.clone(), fitting(field, value?)))
    });
    fields.extend(known);
    (id, fields)
}

fn fitting(field: &Field, value: Value) -> Value {
    match (field.ty, &value) {
        (FieldType::List, Value::String(_)) => json!([value]),
        _ => value,
    }
}
