//! Beginning an agenda, notes, a memo or a question from what is there.

use chrono::Datelike;
use model::document::{Object, system};
use model::id::ObjectId;
use model::meeting::{self, read};
use model::period::{Period, PeriodRule};
use model::profile::Profile;
use model::schema::{Field, Kind, Template, with_role};
use model::vocabulary::{Concept, FieldType, Role};
use serde_json::{Value, json};
use store::Set;

use super::copied::{From, at_role, by_role};
use super::usual;
use crate::begin::sets;
use crate::error::{Error, What};
use crate::load::{Loaded, title};
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
        usual::call_by_its_day(&new.template, &plan.profile, &mut fields);
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
        let fields = by_role(from, &new.template, &new.template.fields, &loaded.profile);
        let attendance = attendance(&new, &loaded);
        self.write_new(&new, fields, attendance)
    }

    /// Begins a memo about a matter: of the register, of an agenda, or of notes.
    ///
    /// # Errors
    /// There is no such matter, or the profile has no template for memos, or several and none is named.
    pub fn begin_memo(
        &mut self,
        matter: ObjectId,
        template: Option<&str>,
    ) -> Result<Outcome, Error> {
        let (loaded, object) = self.matter(matter)?;
        let template = match template {
            Some(name) => Some(name.to_owned()),
            None => self.memo_for(&loaded, &object)?,
        };
        let document = loaded.document.id;
        let new = self.new_from(Concept::Memo, template.as_deref(), document, &object)?;
        let from = From {
            template: loaded.template(),
            fields: loaded.template().fields_of(object.kind.as_deref()),
            values: &object.fields,
        };
        let mut fields = by_role(from, &new.template, &new.template.fields, &loaded.profile);
        let recipient = with_role(from.fields, Role::Body)
            .and_then(|field| object.fields.get(&field.id))
            .cloned();
        fields.extend(recipient.and_then(|body| addressed(&new.template, &loaded.profile, &body)));
        self.write_new(&new, fields, Vec::new())
    }

    /// Begins the question to those who were absent when a decision needed everybody: the decision as it stands in the
    /// notes, and a row for each absent party.
    ///
    /// # Errors
    /// There is no such decision, nobody was absent, or the profile has no template for it.
    pub fn begin_poll(&mut self, notes: ObjectId, decision: ObjectId) -> Result<Outcome, Error> {
        let loaded = self.of_concept(notes, Concept::Notes)?;
        let items = read::items(&loaded.paper, Concept::Decision);
        let item = items.into_iter().find(|item| item.id == decision);
        let item = item.ok_or_else(|| Error::not_found(What::Object, decision.to_string()))?;
        let absent = meeting::absent(&loaded.paper);
        if absent.is_empty() {
            return Err(Error::NobodyAbsent);
        }
        let object = Object::clone(
            loaded
                .document
                .object(decision)
                .ok_or_else(|| Error::not_found(What::Object, decision.to_string()))?,
        );
        let new = self.new_from(Concept::Poll, None, notes, &object)?;
        let asked = Question {
            title: question_title(&loaded, &object),
            words: [Role::DecisionPoints, Role::Description, Role::Title]
                .into_iter()
                .map(|role| read::words(read::of(item, role)))
                .find(|words| !words.is_empty())
                .unwrap_or_default(),
            absent,
        };
        let mut fields: Vec<(String, Value)> = Vec::new();
        fields.extend(at_role(
            &new.template.fields,
            Role::Title,
            json!(asked.title),
        ));
        let held = read::day(read::own(&loaded.paper, Role::MeetingDate));
        let held = held.map(|day| json!(day));
        fields.extend(held.and_then(|day| at_role(&new.template.fields, Role::MeetingDate, day)));
        let objects = question(&new, &asked, &loaded.profile);
        self.write_new(&new, fields, objects)
    }

    /// Returns a loaded document of this concept.
    pub(super) fn of_concept(&self, id: ObjectId, concept: Concept) -> Result<Loaded, Error> {
        match self.concept_of(id)? {
            Some(its) if its == concept => self.load(id),
            _ => Err(Error::not_found(What::Document, id.to_string())),
        }
    }

    /// Returns an object with its document, which is of this concept.
    fn object_of(&self, concept: Concept, wanted: ObjectId) -> Result<(Loaded, Object), Error> {
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
    fn new_from(
        &self,
        concept: Concept,
        template: Option<&str>,
        document: ObjectId,
        origin: &Object,
    ) -> Result<New, Error> {
        let (profile, group) = self.profile_and_group()?;
        let template = match template {
            Some(name) => template_named(&self.library, &profile, name)?,
            None => self.template_of(concept)?,
        };
        let name = format!("{}/{}", template.id, origin.id);
        let id = ObjectId::of_document(self.store.id(), concept.as_str(), &name);
        let period = Period::of_year(self.year_of(document)?);
        if self.root_text(id, system::TEMPLATE)?.is_some() {
            return Err(Error::DocumentExists(title(&template, &group, period)));
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

    /// Where a profile has several templates for memos, the one whose document's own body is whom the matter is for.
    fn memo_for(&self, loaded: &Loaded, matter: &Object) -> Result<Option<String>, Error> {
        let fields = loaded.template().fields_of(matter.kind.as_deref());
        let to = with_role(fields, Role::Body).and_then(|field| matter.text(&field.id));
        let templates = self.year_templates()?;
        let memos = templates
            .iter()
            .filter(|found| found.concept == Concept::Memo);
        let fits = |template: &&Template| {
            let recipient = with_role(&template.fields, Role::Recipient);
            let usual = recipient.and_then(|field| field.default.as_ref()?.as_str());
            to.is_some() && usual == to
        };
        let mut memos: Vec<&Template> = memos.collect();
        if memos.len() > 1 && memos.iter().any(fits) {
            memos.retain(fits);
        }
        Ok(memos
            .first()
            .filter(|_| memos.len() == 1)
            .map(|found| found.id.clone()))
    }

    pub(super) fn year_of(&self, document: ObjectId) -> Result<i32, Error> {
        let period = self.pin(document, system::PERIOD)?;
        let period = period.and_then(|period| period.parse::<Period>().ok());
        Ok(period.map_or_else(|| self.today().year(), |period| period.year))
    }

    fn write_new(
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
struct New {
    id: ObjectId,
    template: Template,
    period: Period,
    follows: ObjectId,
    origin: ObjectId,
}

impl New {
    fn kind(&self, concept: Concept) -> Option<&Kind> {
        let mut kinds = self.template.kinds.iter();
        kinds.find(|kind| kind.concept == Some(concept))
    }
}

/// A decision as those who were absent are asked about it.
struct Question {
    title: String,
    words: String,
    absent: Vec<String>,
}

type Objects = Vec<(ObjectId, Vec<(String, Value)>)>;

/// Those who should be at a meeting: the people whose time it is, of the preparers where it is theirs; and each huvudman
/// that has nobody.
fn attendance(new: &New, agenda: &Loaded) -> Objects {
    let Some(kind) = new.kind(Concept::Attendance) else {
        return Vec::new();
    };
    let profile = &agenda.profile;
    let body = read::own_body(&agenda.paper, profile).and_then(|id| profile.body(id));
    let is_own = |id: &str| profile.body(id).is_some_and(|body| body.own);
    let preparing = body.is_some_and(|body| body.parent.as_deref().is_some_and(is_own));
    let on = read::day(read::own(&agenda.paper, Role::MeetingDate));
    let is_here = |person: &&model::group::Person| {
        let day = |role| person.word(role).parse::<chrono::NaiveDate>().ok();
        let begun = day(Role::Start).is_none_or(|start| on.is_none_or(|on| start <= on));
        let goes_on = day(Role::End).is_none_or(|end| on.is_none_or(|on| end >= on));
        begun && goes_on && (!preparing || person.prepares)
    };
    let people: Vec<_> = agenda.group.people.iter().filter(is_here).collect();
    let mut objects = Objects::new();
    for person in &people {
        let name = person.word(Role::Organisation);
        let party = profile.parties.iter().find(|party| party.name == name);
        let party = party.map_or(name, |party| party.id.as_str());
        let said = [
            (Role::Responsible, Some(json!(person.id))),
            (Role::Party, (!party.is_empty()).then(|| json!(party))),
        ];
        objects.push(placed(
            kind,
            new.id.about(person.id),
            None,
            objects.len(),
            said,
        ));
    }
    let has = |name: &str| {
        people
            .iter()
            .any(|person| person.word(Role::Organisation) == name)
    };
    let alone = profile
        .parties
        .iter()
        .filter(|party| party.principal && !has(&party.name));
    for party in alone.filter(|_| !preparing) {
        let id = ObjectId::of_document(model::id::WorkspaceId(new.id.0), "party", &party.id);
        let said = [(Role::Party, Some(json!(party.id)))];
        objects.push(placed(kind, id, None, objects.len(), said));
    }
    objects
}

/// The decision as a matter, and a row below it for each absent party.
fn question(new: &New, asked: &Question, profile: &Profile) -> Objects {
    let Some(kind) = new.kind(Concept::Matter) else {
        return Vec::new();
    };
    let matter = new.id.about(new.origin);
    let said = [
        (Role::Title, Some(json!(asked.title))),
        (Role::Description, Some(json!(asked.words))),
    ];
    let mut objects = vec![placed(kind, matter, None, 0, said)];
    let Some(answer) = new.kind(Concept::Answer) else {
        return objects;
    };
    for name in &asked.absent {
        let party = profile.parties.iter().find(|party| party.name == *name);
        let party = party.map_or(name.as_str(), |party| party.id.as_str());
        let id = ObjectId::of_document(model::id::WorkspaceId(matter.0), "party", party);
        let said = [(Role::Party, Some(json!(party)))];
        objects.push(placed(answer, id, Some(matter), objects.len(), said));
    }
    objects
}

fn placed(
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

/// Whom a memo is addressed to: the body, and through whom as the profile says.
fn addressed(template: &Template, profile: &Profile, body: &Value) -> Option<(String, Value)> {
    let field = with_role(&template.fields, Role::Recipient)?;
    let id = body.as_str()?;
    let name = profile.body(id).map_or(id, |body| &body.name);
    let value = match field.ty {
        FieldType::Body => json!(id),
        FieldType::Line | FieldType::Text => json!(name),
        _ => return None,
    };
    Some((field.id.clone(), value))
}

/// What a question is called: its decision's own title, else that of the matter it was taken in.
fn question_title(notes: &Loaded, decision: &Object) -> String {
    let items = notes.paper.items();
    let title = |id: ObjectId| {
        let found = items.iter().find(|(_, item)| item.id == id);
        found
            .map(|(_, item)| item.title().to_owned())
            .filter(|title| !title.is_empty())
    };
    title(decision.id)
        .or_else(|| title(decision.parent))
        .unwrap_or_default()
}
