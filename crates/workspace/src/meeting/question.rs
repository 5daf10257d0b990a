//! The question to those who were absent when a decision needed everybody.

use model::document::Object;
use model::id::ObjectId;
use model::input::long_date;
use model::meeting::{self, read};
use model::profile::Profile;
use model::vocabulary::{Concept, Role};
use serde_json::{Value, json};

use super::begin::{New, Objects, placed};
use super::copied::at_role;
use super::usual;
use crate::error::{Error, What};
use crate::load::Loaded;
use crate::words::{self, Args};
use crate::{Outcome, Workspace};

impl Workspace {
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
}

/// A decision as those who were absent are asked about it.
struct Question {
    title: String,
    words: String,
    absent: Vec<String>,
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
