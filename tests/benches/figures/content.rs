//! What is measured on: the sample year, and documents made from it that are as heavy as one likes.

use std::fs;

use missiv_tests::{Place, root};
use serde_json::{Map, Value, json};
use workspace::{Library, ObjectId, Workspace};

/// The plan's words are taken from the sample: a text as long as one likes reads like one.
pub struct Sample(pub Value);

/// How many goals a heavy plan has, and activities below each.
const GOALS: usize = 12;
const ACTIVITIES: usize = 5;

impl Sample {
    /// Returns the bundled sample year.
    pub fn read() -> Self {
        let folder = root().join("assets/samples");
        let manifest = fs::read_to_string(folder.join("manifest.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let json = fs::read(folder.join(manifest["sample"].as_str().unwrap())).unwrap();
        Self(serde_json::from_slice(&json).unwrap())
    }

    /// Returns the documents of this content, in order.
    pub fn documents(&self) -> Vec<Value> {
        self.0["documents"].as_array().cloned().unwrap_or_default()
    }

    /// Returns the content with these documents only.
    pub fn with(&self, documents: Vec<Value>) -> Self {
        let mut all = self.0.clone();
        all["documents"] = Value::Array(documents);
        Self(all)
    }

    /// Where the plan is: the first document with goals.
    pub fn plan(&self) -> usize {
        let documents = self.documents();
        let has_goals = |document: &Value| {
            let mut objects = document["objects"].as_array().into_iter().flatten();
            objects.any(|object| object["kind"] == "goal" && !object["objects"].is_null())
        };
        documents.iter().position(has_goals).unwrap()
    }

    /// Returns the group and its plan as a draft.
    pub fn plan_alone(&self) -> Self {
        let documents = self.documents();
        let mut plan = documents[self.plan()].clone();
        forget(&mut plan, "editions");
        self.with(vec![documents[0].clone(), plan])
    }

    /// Returns the group and a draft with twelve goals and sixty activities, whose long texts have `characters` each.
    pub fn heavy(&self, characters: usize) -> Self {
        let mut alone = self.plan_alone();
        let plan = &mut alone.0["documents"][1];
        let goals = plan["objects"].as_array().cloned().unwrap_or_default();
        let all: Vec<Value> = goals.iter().flat_map(below).collect();
        let activities: Vec<&Value> = all
            .iter()
            .filter(|object| object["kind"] == "activity")
            .collect();
        let heavy = (0..GOALS).map(|goal| {
            let mut made = goals[goal % goals.len()].clone();
            let own = (0..ACTIVITIES).map(|nth| {
                let number = goal * ACTIVITIES + nth;
                let mut activity = activities[number % activities.len()].clone();
                lengthen(&mut activity, characters);
                forget(&mut activity, "id");
                activity
            });
            made["objects"] = Value::Array(own.collect());
            forget(&mut made, "id");
            made
        });
        plan["objects"] = Value::Array(heavy.collect());
        alone
    }

    /// Writes this content to a new file in `place` and opens it.
    pub fn open(&self, place: &Place, name: &str) -> Workspace {
        let json = serde_json::to_vec(&self.0).unwrap();
        Workspace::create_from_json(&place.path(name), Library::bundled(), &json).unwrap()
    }
}

fn below(object: &Value) -> Vec<Value> {
    let own = object["objects"].as_array();
    own.cloned().unwrap_or_default()
}

fn forget(object: &mut Value, key: &str) {
    object.as_object_mut().unwrap().remove(key);
}

/// Makes every long text of an object as long as wanted: its own words again and again, in paragraphs.
fn lengthen(object: &mut Value, characters: usize) {
    let fields: &mut Map<String, Value> = object["fields"].as_object_mut().unwrap();
    for value in fields.values_mut() {
        if let Value::String(text) = value
            && text.len() > 60
        {
            *value = json!(long(text, characters));
        }
    }
}

/// Returns a text of about so many characters.
pub fn long(text: &str, characters: usize) -> String {
    let mut made = String::new();
    let mut paragraph = 0;
    while made.chars().count() < characters {
        made.push_str(text);
        paragraph += text.len();
        let ends = paragraph > 500;
        made.push_str(if ends { "\n\n" } else { " " });
        if ends {
            paragraph = 0;
        }
    }
    let cut: String = made.chars().take(characters).collect();
    cut.trim_end().to_owned()
}

/// Returns the first plan of a workspace.
pub fn plan_of(workspace: &Workspace) -> ObjectId {
    workspace.find_document("plan").unwrap()
}
