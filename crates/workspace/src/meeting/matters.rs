//! The register of matters: where each has got to, and putting it on an agenda.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use model::document::{Document, Object, system};
use model::id::ObjectId;
use model::log::{self, Event};
use model::meeting::read;
use model::paper::{Item, Objects};
use model::profile::Profile;
use model::schema::{Kind, Template, with_role};
use model::vocabulary::{Concept, FieldType, Meaning, Role};
use serde::Serialize;
use serde_json::{Value, json};
use specta::Type;

use super::copied::{From, by_role};
use crate::begin::sets;
use crate::error::{Error, What};
use crate::formal::{day_or_today, nothing};
use crate::list::title_of;
use crate::load::Loaded;
use crate::{Input, Outcome, Placement, Workspace};

/// A matter of the register, with where it has got to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MatterView {
    /// The register, or the agenda that it stands on alone.
    pub document: String,
    /// The matter.
    pub object: String,
    /// Its number in the register; may be empty.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Who raised it, in words; may be empty.
    pub raised_by: String,
    /// The day it came in, ISO 8601; may be empty.
    pub raised_on: String,
    /// Its type in a word, or that it is a disturbance; may be empty.
    pub kind: String,
    /// Whom it is for, in words; may be empty.
    pub body: String,
    /// Where it has got to.
    pub state: MatterState,
    /// The same in words, with the day where there is one.
    pub words: String,
    /// The document that says so: the agenda, the notes, the memo.
    pub at: Option<String>,
}

/// Where a matter has got to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MatterState {
    /// It has come in and is on no agenda.
    Raised,
    /// It stands on the agenda of a meeting.
    Scheduled,
    /// A meeting has handled it.
    Handled,
    /// It was sent as information.
    Informed,
    /// A memo carries it to another body.
    Lifted,
}

impl MatterState {
    /// Returns its code; the locale has `matter-<code>` for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Scheduled => "scheduled",
            Self::Handled => "handled",
            Self::Informed => "informed",
            Self::Lifted => "lifted",
        }
    }

    /// What a word of a scale means that says so; none where nothing has happened yet.
    const fn meaning(self) -> Option<Meaning> {
        match self {
            Self::Raised => None,
            Self::Scheduled => Some(Meaning::Scheduled),
            Self::Handled => Some(Meaning::Handled),
            Self::Informed => Some(Meaning::Informed),
            Self::Lifted => Some(Meaning::Lifted),
        }
    }
}

/// Where a matter was last seen.
struct Seen {
    state: MatterState,
    on: Option<NaiveDate>,
    at: ObjectId,
}

impl Workspace {
    /// Returns the matters of the register, in its order, each with where it has got to; disturbances of the group's work
    /// and what is unclear in it among them, for they are raised, taken up and lifted alike.
    ///
    /// # Errors
    /// The file cannot be read, or a template is neither in it nor in the library.
    pub fn matters(&self) -> Result<Vec<MatterView>, Error> {
        let Some(id) = self.only(Concept::Register)? else {
            return Ok(Vec::new());
        };
        let register = self.load(id)?;
        let seen = self.seen(&register.document)?;
        let raised = read::raised(&register.paper).into_iter();
        Ok(raised
            .map(|(objects, item)| view(id, objects, item, seen.get(&item.id)))
            .collect())
    }

    /// Begins the register where the workspace has none, and returns it.
    ///
    /// # Errors
    /// The profile has no template for it, or the file can only be read.
    pub fn begin_register(&mut self) -> Result<ObjectId, Error> {
        if let Some(id) = self.only(Concept::Register)? {
            return Ok(id);
        }
        let template = self.template_of(Concept::Register)?.id;
        let year = chrono::Datelike::year(&self.today());
        Ok(self.begin(&template, year)?.object)
    }

    /// Adds a matter to the register. Where nobody says how it came in, it is the way that the rules of meetings name.
    ///
    /// # Errors
    /// It is no register, or a value does not fit.
    pub fn add_matter(
        &mut self,
        register: ObjectId,
        fields: &[(String, Input)],
    ) -> Result<Outcome, Error> {
        let loaded = self.of_concept(register, Concept::Register)?;
        let kind = matter_kind(loaded.template())?;
        let mut fields = fields.to_vec();
        fields.extend(usual_way(kind, &loaded.profile, &fields));
        self.add(register, &kind.id, &Placement::default(), &fields)
    }

    /// Puts a matter last on an agenda: what is known of it is copied by role, and the copy says where from.
    ///
    /// # Errors
    /// There is no such matter or agenda, the agenda has no place for matters, or it has this one already.
    pub fn take_up(&mut self, matter: ObjectId, agenda: ObjectId) -> Result<Outcome, Error> {
        let (register, object) = self.matter(matter)?;
        let loaded = self.of_concept(agenda, Concept::Meeting)?;
        let kind = matter_kind(loaded.template())?;
        let id = agenda.about(matter);
        if loaded.document.object(id).is_some() {
            return Err(Error::OnTheAgenda(title_of(&loaded.paper)));
        }
        let from = From {
            template: register.template(),
            fields: register.template().fields_of(object.kind.as_deref()),
            values: &object.fields,
        };
        let fields = copied_matter(from, &loaded, kind, matter);
        let changes = self.write(
            "take_up",
            json!({ "object": id, "document": agenda }),
            &sets(agenda, id, fields),
        )?;
        Ok(Outcome {
            object: id,
            changes,
        })
    }

    /// Notes that a matter was sent as information, and so is not taken up at a meeting.
    ///
    /// # Errors
    /// There is no such matter in the register, it stands on an agenda and so is taken up, nobody is named, or the day is
    /// none, to come or before the matter came in.
    pub fn inform(
        &mut self,
        matter: ObjectId,
        to: &[String],
        day: Option<&str>,
    ) -> Result<Outcome, Error> {
        let (register, object) = self.matter(matter)?;
        if register.template().concept != Concept::Register {
            return Err(Error::OnTheAgenda(title_of(&register.paper)));
        }
        let to = to.iter().map(|one| one.trim().to_owned());
        let to: Vec<String> = to.filter(|one| !one.is_empty()).collect();
        if to.is_empty() {
            return Err(nothing("the-recipient"));
        }
        let on = day_or_today(day, "the-sending-day")?;
        let came = raised_on(&register, &object);
        if let Some(came) = came.filter(|came| on < *came) {
            return Err(before_it_came(on, came));
        }
        if let Some(agenda) = self.agenda_with(matter)? {
            return Err(Error::OnTheAgenda(agenda));
        }
        self.note(
            register.document.id,
            "inform",
            &Event::Informed { on, matter, to },
        )
    }

    /// What the agenda is called that a matter stands on; none where it stands on none.
    fn agenda_with(&self, matter: ObjectId) -> Result<Option<String>, Error> {
        for id in self.document_ids()? {
            if self.concept_of(id)? != Some(Concept::Meeting) {
                continue;
            }
            let agenda = self.document(id)?;
            let mut objects = agenda.objects();
            if objects.any(|object| object.link(system::ORIGIN) == Some(matter)) {
                return Ok(Some(title_of(&self.load(id)?.paper)));
            }
        }
        Ok(None)
    }

    /// Shows where each of a register's matters has got to, where nobody has written it: agendas, notes and memos know,
    /// and the register should not say otherwise.
    pub(crate) fn show_states(
        &self,
        register: &mut Document,
        template: &Template,
        profile: &Profile,
    ) -> Result<(), Error> {
        for (matter, seen) in self.seen(register)? {
            let kind = register
                .object(matter)
                .and_then(|object| object.kind.as_deref());
            let Some(field) = with_role(template.fields_of(kind), Role::Status) else {
                continue;
            };
            let scale = profile.scale_of(template, field).into_iter();
            let mut words = scale.flat_map(|scale| &scale.values);
            let word =
                words.find(|word| word.means.is_some() && word.means == seen.state.meaning());
            if let Some(word) = word {
                register.assume(matter, &field.id, json!(word.code));
            }
        }
        Ok(())
    }

    /// Where each matter of the register was last seen: of several places the furthest on.
    fn seen(&self, register: &Document) -> Result<BTreeMap<ObjectId, Seen>, Error> {
        let mut seen = BTreeMap::new();
        for (_, event) in log::events(register) {
            if let Event::Informed { on, matter, .. } = event {
                note(
                    &mut seen,
                    matter,
                    MatterState::Informed,
                    Some(on),
                    register.id,
                );
            }
        }
        let begun = self.begun_from()?;
        for (origin, begun) in &begun {
            let memos = begun
                .iter()
                .filter(|(_, concept)| *concept == Concept::Memo);
            for (memo, _) in memos {
                note(&mut seen, *origin, MatterState::Lifted, None, *memo);
            }
        }
        for id in self.document_ids()? {
            if self.concept_of(id)? == Some(Concept::Meeting) {
                let begun = begun.get(&id).map_or(&[][..], Vec::as_slice);
                self.see_agenda(id, begun, &mut seen)?;
            }
        }
        Ok(seen)
    }

    fn see_agenda(
        &self,
        id: ObjectId,
        begun: &[(ObjectId, Concept)],
        seen: &mut BTreeMap<ObjectId, Seen>,
    ) -> Result<(), Error> {
        let agenda = self.document(id)?;
        let pinned = self.pinned(&agenda, None)?;
        let held = with_role(&pinned.template.fields, Role::MeetingDate);
        let held = held.and_then(|field| agenda.root().text(&field.id)?.parse().ok());
        let notes = begun.iter().find(|(_, concept)| *concept == Concept::Notes);
        for object in agenda.objects() {
            let Some(matter) = object.link(system::ORIGIN) else {
                continue;
            };
            let lifted = seen.get(&object.id).map(|found| found.at);
            if let Some(memo) = lifted {
                note(seen, matter, MatterState::Lifted, None, memo);
            }
            // Notes may be begun before the meeting, to write in.
            let is_held = held.is_none_or(|held: NaiveDate| held <= self.today());
            match notes.filter(|_| is_held) {
                Some((notes, _)) => note(seen, matter, MatterState::Handled, held, *notes),
                None => note(seen, matter, MatterState::Scheduled, held, id),
            }
        }
        Ok(())
    }
}

/// Remembers where a matter was seen; a place further on goes before, and of equals the later day.
fn note(
    seen: &mut BTreeMap<ObjectId, Seen>,
    matter: ObjectId,
    state: MatterState,
    on: Option<NaiveDate>,
    at: ObjectId,
) {
    let is_further = seen
        .get(&matter)
        .is_none_or(|found| (found.state, found.on) <= (state, on));
    if is_further {
        seen.insert(matter, Seen { state, on, at });
    }
}

/// The day when a matter came in, where it is said.
fn raised_on(register: &Loaded, matter: &Object) -> Option<NaiveDate> {
    let fields = register.template().fields_of(matter.kind.as_deref());
    let field = with_role(fields, Role::RaisedOn)?;
    matter.text(&field.id)?.parse().ok()
}

fn before_it_came(on: NaiveDate, came: NaiveDate) -> Error {
    let came = crate::words::Args::from([("day".to_owned(), came.to_string())]);
    Error::BadValue {
        field: crate::words::say("the-sending-day", &crate::words::Args::new()),
        ty: FieldType::Date.as_str(),
        text: on.to_string(),
        known: vec![crate::words::say("a-day-from", &came)],
    }
}

fn view(register: ObjectId, objects: &Objects, item: &Item, seen: Option<&Seen>) -> MatterView {
    let words = |role| read::words(read::of(item, role));
    let kind = match objects.concept {
        Some(Concept::Disturbance) => item.label.clone(),
        _ => words(Role::MatterType),
    };
    let state = seen.map_or(MatterState::Raised, |seen| seen.state);
    let day = seen.and_then(|seen| seen.on).map(|day| day.to_string());
    let dated = if day.is_some() { "yes" } else { "no" };
    let args = crate::words::Args::from([
        ("day".to_owned(), day.unwrap_or_default()),
        ("dated".to_owned(), dated.to_owned()),
    ]);
    MatterView {
        document: register.to_string(),
        object: item.id.to_string(),
        number: item.number.clone().unwrap_or_default(),
        title: item.title().to_owned(),
        raised_by: words(Role::RaisedBy),
        raised_on: words(Role::RaisedOn),
        kind,
        body: words(Role::Body),
        state,
        words: crate::words::say(&format!("matter-{}", state.code()), &args),
        at: seen.map(|seen| seen.at.to_string()),
    }
}

fn usual_way(kind: &Kind, profile: &Profile, said: &[(String, Input)]) -> Option<(String, Input)> {
    let field = with_role(&kind.fields, Role::Via).filter(|field| field.ty == FieldType::Line)?;
    let mut rules = profile.meeting_rules.iter();
    let office = rules.find_map(|rule| profile.office(rule.via.as_deref()?))?;
    let is_said = said.iter().any(|(name, _)| *name == field.id);
    (!is_said).then(|| (field.id.clone(), Input::Stored(json!(office.label))))
}

pub(super) fn matter_kind(template: &Template) -> Result<&Kind, Error> {
    let mut kinds = template.kinds.iter();
    kinds
        .find(|kind| kind.concept == Some(Concept::Matter) && kind.follows.is_none())
        .ok_or_else(|| Error::not_found(What::Kind, Concept::Matter.as_str()))
}

fn copied_matter(
    from: From,
    agenda: &Loaded,
    kind: &Kind,
    matter: ObjectId,
) -> Vec<(String, Value)> {
    let id = agenda.document.id;
    let last = agenda.document.children(id, Some(&kind.id));
    let last = last.last().map(|object| object.id);
    let pos = agenda.document.place(id, &kind.id, last);
    let mut fields = vec![
        (system::KIND.to_owned(), json!(kind.id)),
        (system::POS.to_owned(), json!(pos)),
        (system::ORIGIN.to_owned(), json!(matter)),
    ];
    fields.extend(by_role(
        from,
        agenda.template(),
        &kind.fields,
        &agenda.profile,
    ));
    fields
}
