//! What somebody has promised at meetings: what is open, what is late, what came of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use model::check::uncapitalised;
use model::id::ObjectId;
use model::log::{self, Ending, Event};
use model::meeting::read;
use model::paper::{Item, PersonLine};
use model::vocabulary::{Concept, Role};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::error::{Error, What};
use crate::formal::day_or_today;
use crate::{Outcome, Workspace};

/// What somebody has promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ActionView {
    /// The notes that it stands in.
    pub document: String,
    /// The action.
    pub object: String,
    /// The notes' title, and the matter that it was promised in.
    pub notes: String,
    /// The meeting's day, ISO 8601; may be empty.
    pub meeting: String,
    /// What is to be done.
    pub title: String,
    /// Who sees to it, in words; may be empty.
    pub who: String,
    /// Its last day, ISO 8601; may be empty.
    pub end: String,
    /// Days until then; negative where it has passed. Nothing without a day.
    pub days: Option<i32>,
    /// How it is reported back; may be empty.
    pub feedback: String,
    /// `done` or `dropped`; empty while it is open.
    pub ending: String,
    /// What came of it; may be empty.
    pub came_of_it: String,
}

/// How an action ended.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CloseForm {
    /// It will not be done.
    pub dropped: bool,
    /// The day, as a person writes it; today where it is left out.
    pub day: Option<String>,
    /// What came of it; may be empty.
    pub why: String,
}

impl Workspace {
    /// Returns what was promised at all meetings: what is open first, by its last day, then what has ended.
    ///
    /// # Errors
    /// The file cannot be read, or a template is neither in it nor in the library.
    pub fn actions(&self) -> Result<Vec<ActionView>, Error> {
        let mut all = Vec::new();
        for id in self.document_ids()? {
            if self.concept_of(id)? == Some(Concept::Notes) {
                all.extend(self.actions_of(id)?);
            }
        }
        all.sort_by_key(|action| {
            let is_ended = !action.ending.is_empty();
            let without_day = action.end.is_empty();
            (
                is_ended,
                without_day,
                action.end.clone(),
                action.title.clone(),
            )
        });
        Ok(all)
    }

    fn actions_of(&self, id: ObjectId) -> Result<Vec<ActionView>, Error> {
        let notes = self.load(id)?;
        let ended = ended(&log::events(&notes.document));
        let title = crate::list::title_of(&notes.paper);
        let meeting = read::words(read::own(&notes.paper, Role::MeetingDate));
        let actions = read::items(&notes.paper, Concept::Action).into_iter();
        let matters = read::items(&notes.paper, Concept::Matter);
        let within = |action: &Item| {
            let mut matters = matters.iter();
            let matter = matters.find(|matter| holds(matter, action.id));
            let names = [Some(title.clone()), matter.map(|matter| called(matter))];
            names.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        let views = actions.map(|action| ActionView {
            document: id.to_string(),
            notes: within(action),
            meeting: meeting.clone(),
            ..view(action, ended.get(&action.id), self.today())
        });
        Ok(views.collect())
    }

    /// Notes that an action of some notes is done or will not be. The notes themselves stay as they are.
    ///
    /// # Errors
    /// There is no such action, or the day is none or to come.
    pub fn close_action(
        &mut self,
        notes: ObjectId,
        action: ObjectId,
        form: &CloseForm,
    ) -> Result<Outcome, Error> {
        let loaded = self.of_concept(notes, Concept::Notes)?;
        let mut actions = read::items(&loaded.paper, Concept::Action).into_iter();
        if !actions.any(|found| found.id == action) {
            return Err(Error::not_found(What::Object, action.to_string()));
        }
        let event = Event::Closed {
            on: day_or_today(form.day.as_deref(), "the-closing-day")?,
            action,
            how: if form.dropped {
                Ending::Dropped
            } else {
                Ending::Done
            },
            why: form.why.trim().to_owned(),
        };
        self.note(notes, "close", &event)
    }

    /// Returns the action of any notes that `name` fits: the beginning or the end of its id, or its title.
    ///
    /// # Errors
    /// None is called so, or several are.
    pub fn find_action(&self, name: &str) -> Result<(ObjectId, ObjectId), Error> {
        let wanted = name.trim().to_lowercase();
        let all = self.actions()?;
        let is_it = |action: &&ActionView| {
            let id = action.object.parse::<ObjectId>();
            id.is_ok_and(|id| id.is_named(&wanted)) || action.title.to_lowercase() == wanted
        };
        let found: Vec<&ActionView> = all.iter().filter(is_it).collect();
        let id = |text: &str| text.parse::<ObjectId>();
        match found.as_slice() {
            [one] => match (id(&one.document), id(&one.object)) {
                (Ok(document), Ok(object)) => Ok((document, object)),
                _ => Err(Error::not_found(What::Object, name)),
            },
            [] => Err(Error::NotFound {
                what: What::Object,
                name: name.to_owned(),
                known: all.into_iter().map(|action| action.title).collect(),
            }),
            _ => Err(Error::Ambiguous {
                what: What::Object,
                name: name.to_owned(),
                known: found.iter().map(|action| ending(&action.object)).collect(),
            }),
        }
    }
}

/// "2 Gemensam rutin": number and title.
fn called(matter: &Item) -> String {
    let number = matter.number.as_deref().unwrap_or_default();
    format!("{number} {}", matter.title()).trim().to_owned()
}

/// Whether an object stands anywhere below an item.
fn holds(item: &Item, id: ObjectId) -> bool {
    let mut below = item.children.iter().flat_map(|objects| &objects.items);
    below.any(|item| item.id == id || holds(item, id))
}

/// How each action ended; of several words the last.
fn ended(events: &[(ObjectId, Event)]) -> BTreeMap<ObjectId, (Ending, String)> {
    let closed = events.iter().filter_map(|(_, event)| match event {
        Event::Closed {
            action, how, why, ..
        } => Some((*action, (*how, why.clone()))),
        _ => None,
    });
    closed.collect()
}

fn view(item: &Item, ended: Option<&(Ending, String)>, today: NaiveDate) -> ActionView {
    let words = |role| read::words(read::of(item, role));
    let end = read::day(read::of(item, Role::End));
    let days = end.and_then(|end| i32::try_from((end - today).num_days()).ok());
    let who = [
        read::person(read::of(item, Role::Responsible)).map_or_else(String::new, by_name),
        words(Role::Responsible),
        words(Role::Party),
    ];
    ActionView {
        document: String::new(),
        object: item.id.to_string(),
        notes: String::new(),
        meeting: String::new(),
        title: item.title().to_owned(),
        who: who
            .into_iter()
            .find(|who| !who.is_empty())
            .unwrap_or_default(),
        end: end.map(|end| end.to_string()).unwrap_or_default(),
        days,
        feedback: words(Role::Feedback),
        ending: ended.map_or("", |(how, _)| how.as_str()).to_owned(),
        came_of_it: ended.map(|(_, why)| why.clone()).unwrap_or_default(),
    }
}

/// "C.J., samordnare": several may hold one office. Nothing for somebody without a name.
fn by_name(person: &PersonLine) -> String {
    let name = person.name.trim();
    let office = uncapitalised(&person.office);
    match (name, office.as_str()) {
        ("", _) => String::new(),
        (name, "") => name.to_owned(),
        (name, office) => format!("{name}, {office}"),
    }
}

fn ending(id: &str) -> String {
    id.parse::<ObjectId>()
        .map(ObjectId::ending)
        .unwrap_or_default()
}
