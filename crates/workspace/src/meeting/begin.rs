//! Beginning an agenda, notes, a memo or a question from what is there.

use chrono::{Datelike, NaiveDate};
use model::document::{Object, system};
use model::group::Person;
use model::id::ObjectId;
use model::input::long_date;
use model::meeting::{self, read};
use model::period::{Period, PeriodRule};
use model::profile::{Circle, Profile};
use model::schema::{Field, Kind, Template, with_role};
use model::vocabulary::{Concept, FieldType, Meaning, Role};
use serde_json::{Value, json};
use store::Set;

use super::copied::{From, at_role, by_role};
use super::usual;
use crate::begin::sets;
use crate::error::{Error, What};
use crate::list::title_of;
use crate::load::Loaded;
use crate::names::template_named;
use crate::words::{self, Args};
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
        let mut fields = by_role(from, &new.template, &new.template.fields, &loaded.profile);
        // The agenda's own day is the day that it was sent.
        let own_day = with_role(&new.template.fields, Role::Date);
        fields.retain(|(id, _)| own_day.is_none_or(|field| field.id != *id));
        let next = self.meeting_after(&loaded)?.map(|day| json!(day));
        fields.extend(next.and_then(|day| at_role(&new.template.fields, Role::NextMeeting, day)));
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
        set_as_memo(from, &new.template, &loaded.profile, &mut fields);
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
        let day = held.unwrap_or_else(|| self.today());
        let args = Args::from([
            ("parties".to_owned(), asked.absent.join(", ")),
            ("day".to_owned(), long_date(day)),
        ]);
        let why = words::say("poll-why", &args);
        let said = [
            (Role::MeetingDate, held.map(|day| json!(day))),
            (Role::Motivation, Some(json!(why))),
            (Role::Responsible, usual::asks(&loaded, day)),
        ];
        let said = said.into_iter();
        fields.extend(said.filter_map(|(role, value)| at_role(&new.template.fields, role, value?)));
        let objects = question(&new, &asked, &loaded.profile);
        self.write_new(&new, fields, objects)
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

    /// The word for who was there, or was not, that means this.
    fn word(&self, kind: &Kind, meaning: Meaning, profile: &Profile) -> Option<Value> {
        let field = with_role(&kind.fields, Role::Presence)?;
        let words = profile.scale_of(&self.template, field)?.values.iter();
        let mut words = words.filter(|word| word.means == Some(meaning));
        words.next().map(|word| json!(word.code))
    }
}

/// A decision as those who were absent are asked about it.
struct Question {
    title: String,
    words: String,
    absent: Vec<String>,
}

type Objects = Vec<(ObjectId, Vec<(String, Value)>)>;

/// Those who should be at a meeting: the people whose time it is, of those whose body it is; each huvudman that has
/// nobody, as absent; and who comes from elsewhere.
fn attendance(new: &New, agenda: &Loaded) -> Objects {
    let Some(kind) = new.kind(Concept::Attendance) else {
        return Vec::new();
    };
    let profile = &agenda.profile;
    let body = read::own_body(&agenda.paper, profile);
    let circle = body.map_or(Circle::Everybody, |body| profile.circle(body));
    let on = read::day(read::own(&agenda.paper, Role::MeetingDate));
    let is_here = |person: &&Person| match &circle {
        Circle::Everybody => on.is_none_or(|on| person.is_there(on)),
        Circle::Preparers => person.prepares && on.is_none_or(|on| person.is_there(on)),
        Circle::Holders(offices) => offices.iter().any(|office| {
            let mut held = person.held(&office.label);
            held.any(|held| on.is_none_or(|on| held.includes(on)))
        }),
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
    let row =
        |what, name: &str| ObjectId::of_document(model::id::WorkspaceId(new.id.0), what, name);
    let has = |name: &str| {
        people
            .iter()
            .any(|person| person.word(Role::Organisation) == name)
    };
    let alone = profile
        .parties
        .iter()
        .filter(|party| party.principal && !has(&party.name));
    for party in alone.filter(|_| circle == Circle::Everybody) {
        let said = [
            (Role::Party, Some(json!(party.id))),
            (Role::Presence, new.word(kind, Meaning::Absent, profile)),
        ];
        objects.push(placed(
            kind,
            row("party", &party.id),
            None,
            objects.len(),
            said,
        ));
    }
    let rules = body
        .into_iter()
        .flat_map(|body| profile.meeting_rules_of(body));
    for guest in rules.flat_map(|rule| &rule.attended_from) {
        let said = [(Role::Substitute, Some(json!(guest)))];
        objects.push(placed(kind, row("guest", guest), None, objects.len(), said));
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

/// What a memo does not take over as it stands. It goes to the body that the matter is for, through whom the profile
/// says: how the matter came in is another way. What the matter says of itself is the memo's background.
fn set_as_memo(
    from: From,
    template: &Template,
    profile: &Profile,
    fields: &mut Vec<(String, Value)>,
) {
    let said = |role| {
        let field = with_role(from.fields, role)?;
        from.values.get(&field.id).cloned()
    };
    let mut set = |role, value: Option<Value>| {
        let Some(field) = with_role(&template.fields, role) else {
            return;
        };
        fields.retain(|(id, _)| *id != field.id);
        fields.extend(value.map(|value| (field.id.clone(), value)));
    };
    set(Role::Description, None);
    set(Role::Background, said(Role::Description));
    let to = said(Role::Body);
    let to = to.as_ref().and_then(Value::as_str);
    let via = to.and_then(|id| profile.recipient(id));
    let via = via.filter(|recipient| !recipient.via.is_empty());
    set(Role::Via, via.map(|recipient| json!(recipient.via)));
    if let Some(id) = to {
        let is_line = with_role(&template.fields, Role::Recipient)
            .is_some_and(|field| field.ty != FieldType::Body);
        let name = if is_line {
            read::name_of(profile, id)
        } else {
            id
        };
        set(Role::Recipient, Some(json!(name)));
    }
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
