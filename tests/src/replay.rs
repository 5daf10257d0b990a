//! Samples written anew: what an example of a template says, written into a workspace that began empty, one act of a
//! person after the other.

mod sample;
mod stored;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use model::id::ObjectId;
use model::schema::{Kind, Template, with_role};
use model::vocabulary::{Concept, Role};
use serde_json::Value;
use workspace::{GroupForm, Input, Library, PersonForm, Placement, Workspace};

use crate::content::Packs;

pub use sample::Sample;
use sample::{ids_in, list, name_of, pairs, word, year_of};
use stored::{Fields, Objects, word_in};

/// A document as its sample says it, in the words and ids of the workspace that it was written in.
#[derive(Debug)]
pub struct Written {
    /// The document.
    pub id: ObjectId,
    /// Its template's id.
    pub template: String,
    /// What was written: the sample's document with the new ids.
    pub sample: Value,
}

/// A person who writes what samples say.
pub struct Scribe<'a> {
    /// What is written in.
    pub workspace: Workspace,
    packs: &'a Packs,
    profile: String,
    group: ObjectId,
    /// The new id of each object of the sample that is being written, a document's too.
    ids: BTreeMap<String, ObjectId>,
    /// The papers that have been written, by profile and name, each with the new ids of its objects: two samples may use
    /// one id for different things.
    written: BTreeMap<String, BTreeMap<String, ObjectId>>,
    /// Words of another body's samples, with what this body says in their place.
    own_words: Vec<(String, String)>,
    /// What stood in each document when somebody last looked.
    there: BTreeMap<String, Objects>,
    /// How many values stood there by themselves as the sample has them.
    found: usize,
}

impl<'a> Scribe<'a> {
    /// Makes a new workspace of a sample's profile, with its group and everybody in it. Who stands first in the group
    /// writes.
    ///
    /// # Panics
    ///
    /// When the program refuses something.
    #[must_use]
    pub fn begin(path: &Path, packs: &'a Packs, sample: &Sample) -> Self {
        let fields = &sample.group()["fields"];
        let form = GroupForm {
            profile: sample.profile().to_owned(),
            name: word(&fields["namn"]).to_owned(),
            area: word(&fields["omrade"]).to_owned(),
        };
        let workspace = Workspace::create(path, Library::bundled(), &form).expect("a new file");
        let group = workspace
            .find_document("group")
            .expect("a file has a group");
        let mut scribe = Self {
            workspace,
            packs,
            profile: form.profile,
            group,
            ids: BTreeMap::new(),
            written: BTreeMap::new(),
            own_words: Vec::new(),
            there: BTreeMap::new(),
            found: 0,
        };
        scribe.look();
        let place = Spot::root(group, "grupp");
        scribe.fields(&place, fields);
        scribe.people(sample);
        let people = list(&sample.group()["objects"]);
        let first = word(&people[0]["fields"]["initialer"]);
        scribe.workspace.act_as(first).expect("the first is there");
        scribe
    }

    /// Returns how many values stood there by themselves, prefilled or begun from another paper, as the samples have
    /// them.
    #[must_use]
    pub const fn found(&self) -> usize {
        self.found
    }

    /// Writes what a template's sample says and has not been written: its sources, and last its own documents. Returns
    /// each as it has been written. A sample of another body is written in this body's name.
    ///
    /// # Panics
    ///
    /// When the program refuses something.
    pub fn write(&mut self, sample: &Sample, mut done: impl FnMut(&mut Workspace, &Written)) {
        self.own_words = self.words_instead(sample);
        self.ids.clear();
        self.people(sample);
        for paper in sample.papers() {
            let name = format!("{} {}", sample.profile(), name_of(paper));
            if let Some(ids) = self.written.get(&name) {
                self.ids.extend(ids.clone());
                continue;
            }
            let written = self.paper(paper);
            done(&mut self.workspace, &written);
            let mut own = Vec::new();
            ids_in(paper, &mut own);
            let ids = own.into_iter().map(|old| (old.clone(), self.ids[&old]));
            self.written.insert(name, ids.collect());
        }
    }

    /// Words of a sample that stand for its body: the body's id, and the group's name.
    fn words_instead(&self, sample: &Sample) -> Vec<(String, String)> {
        if sample.profile() == self.profile {
            return Vec::new();
        }
        let body = |profile: &str| {
            let profile = self.packs.profile(profile);
            let own = profile.bodies.iter().find(|body| body.own);
            own.expect("a profile has a body of its own").id.clone()
        };
        let own = self.workspace.name().expect("the group has a name");
        let other = word(&sample.group()["fields"]["namn"]).to_owned();
        vec![(body(sample.profile()), body(&self.profile)), (other, own)]
    }

    /// Adds those of a sample's group who are not there.
    fn people(&mut self, sample: &Sample) {
        self.look();
        for person in list(&sample.group()["objects"]) {
            let fields = &person["fields"];
            let form = PersonForm {
                name: word(&fields["initialer"]).to_owned(),
                office: word(&fields["roll"]).to_owned(),
                organisation: word(&fields["organisation"]).to_owned(),
            };
            let same = |them: &&(String, Fields)| {
                word_in(&them.1, "initialer") == form.name
                    && word_in(&them.1, "organisation") == form.organisation
            };
            let there = self.objects_of(self.group, "person", None);
            let id = match there.iter().find(same) {
                Some((id, _)) => id.parse().expect("an object has an id"),
                None => {
                    let added = self.workspace.add_person(&form).expect("somebody joins");
                    let place = Spot {
                        document: self.group,
                        object: added.object.to_string(),
                        template: "grupp".to_owned(),
                    };
                    self.fields(&place, fields);
                    added.object
                }
            };
            self.ids.insert(word(&person["id"]).to_owned(), id);
        }
    }

    /// Begins a paper and writes what its sample says.
    fn paper(&mut self, sample: &Value) -> Written {
        let packs = self.packs;
        let template = packs.template(word(&sample["template"]));
        self.look();
        let id = self.begun(template, sample);
        if let Some(old) = sample["id"].as_str() {
            self.ids.insert(old.to_owned(), id);
        }
        self.look();
        self.fields(&Spot::root(id, &template.id), &sample["fields"]);
        let mut claimed = BTreeSet::new();
        self.objects(template, id, None, &sample["objects"], &mut claimed);
        self.take_away(id, &claimed);
        Written {
            id,
            template: template.id.clone(),
            sample: self.mapped(sample),
        }
    }

    /// Removes what a paper was begun with and its sample does not say.
    fn take_away(&mut self, document: ObjectId, written: &BTreeSet<ObjectId>) {
        for (id, fields) in self.stored(document) {
            let object: ObjectId = id.parse().expect("an object has an id");
            let stays = object == document || fields.contains_key("@follows");
            if !stays && !written.contains(&object) {
                let removed = self.workspace.remove(document, &id);
                removed.unwrap_or_else(|error| panic!("{fields:?}: {error}"));
            }
        }
    }

    /// Begins a paper: from the paper that it comes from where the workspace has it, else from its template.
    fn begun(&mut self, template: &Template, sample: &Value) -> ObjectId {
        let id = template.id.as_str();
        let from = sample["follows"].as_str().map(|from| self.ids[from]);
        let begun = match (template.concept, from) {
            (Concept::Notes, Some(agenda)) => self.workspace.begin_notes(agenda, Some(id)),
            (Concept::Poll, Some(notes)) => {
                let decision = self.decision_for_all(notes);
                self.workspace.begin_poll(notes, decision)
            }
            (Concept::Meeting, _) => match self.meeting_on(template, sample) {
                Some(meeting) => self.workspace.begin_agenda(meeting, Some(id)),
                None => self.workspace.begin(id, year_of(sample)),
            },
            (Concept::Memo, _) => match self.matter_called(template, sample) {
                Some(matter) => self.workspace.begin_memo(matter, Some(id)),
                None => self.workspace.begin(id, year_of(sample)),
            },
            _ => self.workspace.begin(id, year_of(sample)),
        };
        begun
            .unwrap_or_else(|error| panic!("{id} was not begun: {error}"))
            .object
    }

    /// Returns the decision of notes that needs everybody.
    fn decision_for_all(&self, notes: ObjectId) -> ObjectId {
        let all = self.stored(notes);
        let needs_all = |fields: &&Fields| fields.get("enhalligt") == Some(&Value::Bool(true));
        let found = all.iter().find(|(_, fields)| needs_all(fields));
        let (id, _) = found.expect("a question is asked about a decision that needs everybody");
        id.parse().expect("an object has an id")
    }

    /// Returns the planned meeting of an agenda: the same body on the same day.
    fn meeting_on(&self, agenda: &Template, sample: &Value) -> Option<ObjectId> {
        let sample = self.mapped(&sample["fields"]);
        let said = |role| {
            let field = with_role(&agenda.fields, role)?;
            sample[&field.id].as_str().map(str::to_owned)
        };
        let (day, body) = (said(Role::MeetingDate)?, said(Role::Body)?);
        let is_it =
            |fields: &Fields| word_in(fields, "dag") == day && word_in(fields, "organ") == body;
        self.object_in(Concept::MeetingPlan, is_it)
    }

    /// Returns the matter of an agenda with a memo's title.
    fn matter_called(&self, memo: &Template, sample: &Value) -> Option<ObjectId> {
        let title = &with_role(&memo.fields, Role::Title)?.id;
        let sample = self.mapped(&sample["fields"]);
        let title = sample[title].as_str()?;
        self.object_in(Concept::Meeting, |fields| {
            word_in(fields, "rubrik") == title
        })
    }

    /// Returns the first object like this in the documents of a concept.
    fn object_in(&self, concept: Concept, is_it: impl Fn(&Fields) -> bool) -> Option<ObjectId> {
        let lines = self.workspace.documents().expect("the file can be read");
        let of = lines.iter().filter(|line| line.concept == concept);
        let all = of.flat_map(|line| {
            let mut all = self.stored(line.id);
            all.remove(&line.id.to_string());
            all
        });
        let mut found = all.filter(|(_, fields)| is_it(fields));
        found.next()?.0.parse().ok()
    }

    /// Writes the objects of a sample below a parent.
    fn objects(
        &mut self,
        template: &Template,
        document: ObjectId,
        parent: Option<ObjectId>,
        samples: &Value,
        claimed: &mut BTreeSet<ObjectId>,
    ) {
        for sample in list(samples) {
            let kind = template
                .kind(word(&sample["kind"]))
                .expect("a kind of its template");
            let there = match sample["follows"].as_str() {
                Some(followed) => Some(document.about(self.ids[followed])),
                None => self.there(template, document, parent, (kind, sample), claimed),
            };
            let id = match there {
                Some(id) => {
                    let place = Spot {
                        document,
                        object: id.to_string(),
                        template: template.id.clone(),
                    };
                    self.fields(&place, &sample["fields"]);
                    id
                }
                None => self.added(template, document, parent, kind, sample),
            };
            claimed.insert(id);
            if let Some(old) = sample["id"].as_str() {
                self.ids.insert(old.to_owned(), id);
            }
            self.objects(template, document, Some(id), &sample["objects"], claimed);
        }
    }

    /// Returns the object that stands there by itself for one of a sample: a matter that is taken up from the register,
    /// or what a paper was begun with.
    fn there(
        &mut self,
        template: &Template,
        document: ObjectId,
        parent: Option<ObjectId>,
        (kind, sample): (&Kind, &Value),
        claimed: &BTreeSet<ObjectId>,
    ) -> Option<ObjectId> {
        let wanted = self.mapped(&sample["fields"]);
        if template.concept == Concept::Meeting {
            let matters = self.workspace.matters().expect("the file can be read");
            let same = matters
                .iter()
                .find(|matter| wanted["rubrik"] == matter.title)?;
            let matter = same.object.parse().expect("an object has an id");
            let taken = self.workspace.take_up(matter, document);
            self.look();
            return Some(taken.expect("a matter is taken up").object);
        }
        let there = self.objects_of(document, &kind.id, parent);
        let mut there: Vec<(ObjectId, usize)> = there
            .into_iter()
            .map(|(id, fields)| {
                let same = fields
                    .iter()
                    .filter(|(id, value)| wanted.get(id) == Some(value));
                (id.parse().expect("an object has an id"), same.count())
            })
            .collect();
        let begun_with = there.len() == 1;
        there.retain(|(id, same)| !claimed.contains(id) && (*same > 0 || begun_with));
        there
            .into_iter()
            .max_by_key(|(_, same)| *same)
            .map(|(id, _)| id)
    }

    fn added(
        &mut self,
        template: &Template,
        document: ObjectId,
        parent: Option<ObjectId>,
        kind: &Kind,
        sample: &Value,
    ) -> ObjectId {
        let fields = self.mapped(&sample["fields"]);
        let fields: Vec<(String, Input)> = pairs(&fields)
            .map(|(field, value)| (field.clone(), Input::Stored(value.clone())))
            .collect();
        let placement = Placement {
            below: parent.map(|id| id.to_string()),
            ..Placement::default()
        };
        let added = self.workspace.add(document, &kind.id, &placement, &fields);
        let said = |error| panic!("{}: {} {fields:?}: {error}", template.id, kind.id);
        added.unwrap_or_else(said).object
    }

    /// Gives an object the fields of a sample that it has not.
    fn fields(&mut self, place: &Spot, sample: &Value) {
        let there = self.stored(place.document);
        let root = place.document.to_string();
        let object = if place.object == "." {
            &root
        } else {
            &place.object
        };
        for (field, value) in pairs(&self.mapped(sample)) {
            if there.get(object).and_then(|fields| fields.get(field)) == Some(value) {
                self.found += 1;
                continue;
            }
            let input = Input::Stored(value.clone());
            let set = self
                .workspace
                .set(place.document, &place.object, field, &input);
            set.unwrap_or_else(|error| panic!("{} {field} {value}: {error}", place.template));
        }
    }

    /// Returns a value with the new ids, in this body's words.
    fn mapped(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => match self.ids.get(text) {
                Some(id) => Value::String(id.to_string()),
                None => Value::String(self.in_own_words(text)),
            },
            Value::Array(items) => items.iter().map(|item| self.mapped(item)).collect(),
            Value::Object(fields) => {
                let fields = fields.iter();
                Value::Object(
                    fields
                        .map(|(name, value)| (name.clone(), self.mapped(value)))
                        .collect(),
                )
            }
            other => other.clone(),
        }
    }

    fn in_own_words(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (other, own) in &self.own_words {
            if text == *other || other.contains(char::is_uppercase) {
                text = text.replace(other, own);
            }
        }
        text
    }

    /// Returns the objects of a kind below a parent that follow nothing.
    fn objects_of(
        &self,
        document: ObjectId,
        kind: &str,
        parent: Option<ObjectId>,
    ) -> Vec<(String, Fields)> {
        let parent = parent.map(|id| Value::String(id.to_string()));
        let mut all: Vec<_> = self.stored(document).into_iter().collect();
        all.retain(|(_, fields)| {
            word_in(fields, "@kind") == kind
                && fields.get("@parent") == parent.as_ref()
                && !fields.contains_key("@follows")
        });
        all
    }

    /// Looks into the file: what stands there now.
    fn look(&mut self) {
        self.there = stored::look(&self.workspace);
    }

    /// Returns what stood in a document when somebody looked.
    fn stored(&self, document: ObjectId) -> Objects {
        let found = self.there.get(&document.to_string());
        found.cloned().unwrap_or_default()
    }
}

/// An object of a document.
struct Spot {
    document: ObjectId,
    /// Its name for the program; `.` for the document itself.
    object: String,
    template: String,
}

impl Spot {
    fn root(document: ObjectId, template: &str) -> Self {
        Self {
            document,
            object: ".".to_owned(),
            template: template.to_owned(),
        }
    }
}
