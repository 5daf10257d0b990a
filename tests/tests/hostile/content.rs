//! Documents whose every text is hostile, made from what a template says it takes.

use std::{collections::BTreeMap, fs, path::PathBuf};

use serde_json::{Map, Value, json};

use crate::strings::{ALL, Hostile, letters};

/// A JSON import and what its last document's pages must show.
pub struct Content {
    /// The import form.
    pub json: Value,
    /// The template of the document to export.
    pub template: String,
    /// What must stand on its pages, spaces left out: a mark on either side of each text. With it, the field's id.
    pub expected: Vec<(String, String)>,
}

/// Returns a document for each template with a layout.
pub fn all() -> Vec<Content> {
    let templates = templates();
    let printed = templates
        .values()
        .filter(|template| template.folder.join("main.typ").exists());
    printed
        .map(|template| content(template, &templates))
        .collect()
}

struct Template {
    folder: PathBuf,
    toml: toml::Value,
}

impl Template {
    fn text(&self, key: &str) -> &str {
        self.toml[key].as_str().unwrap()
    }

    fn list(&self, key: &str) -> &[toml::Value] {
        list(&self.toml, key)
    }

    fn period(&self) -> &str {
        match self.text("period") {
            "1of2" => "2025-1of2",
            _ => "2025",
        }
    }
}

fn templates() -> BTreeMap<String, Template> {
    let folder = missiv_tests::root().join("assets/templates");
    let folders = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir());
    let read = |folder: PathBuf| {
        let text = fs::read_to_string(folder.join("template.toml")).unwrap();
        let template = Template {
            folder,
            toml: toml::from_str(&text).unwrap(),
        };
        (template.text("id").to_owned(), template)
    };
    folders.map(read).collect()
}

fn content(template: &Template, all: &BTreeMap<String, Template>) -> Content {
    let mut writer = Writer::default();
    let prefix = template.text("id").split('_').next().unwrap();
    let group = all
        .values()
        .find(|other| other.text("concept") == "group")
        .unwrap();
    let mut documents = vec![writer.document(group)];
    for source in template.list("source") {
        let concept = source["concept"].as_str().unwrap();
        let same_period = source
            .get("period")
            .is_none_or(|period| period.as_str() != Some("previous"));
        let found = all
            .values()
            .find(|other| other.text("concept") == concept && other.text("id").starts_with(prefix));
        if let Some(found) = found.filter(|_| same_period && concept == "plan") {
            documents.push(writer.document(found));
        }
    }
    // What the group and the sources say is looked for in their own papers.
    writer.expected.clear();
    documents.push(writer.document(template));
    let profile = if prefix == "skaraborg" {
        "skaraborg"
    } else {
        "halland"
    };
    Content {
        json: json!({ "format": 1, "profile": profile, "documents": documents }),
        template: template.text("id").to_owned(),
        expected: writer.expected,
    }
}

#[derive(Default)]
struct Writer {
    /// How many texts have been written.
    count: usize,
    /// How many objects have an id.
    ids: usize,
    expected: Vec<(String, String)>,
    /// The objects of earlier documents by concept, which rows follow.
    followed: BTreeMap<String, Vec<String>>,
    /// A person of the group.
    person: Option<String>,
}

impl Writer {
    fn document(&mut self, template: &Template) -> Value {
        let fields = self.fields(template.list("field"));
        let kinds = template.list("kind");
        let is_child = |id: &str| {
            kinds
                .iter()
                .any(|kind| texts(kind, "children").any(|child| child == id))
        };
        let tops: Vec<&toml::Value> = kinds
            .iter()
            .filter(|kind| !is_child(kind["id"].as_str().unwrap()))
            .collect();
        let objects: Vec<Value> = tops
            .into_iter()
            .flat_map(|kind| self.objects(kind, kinds, ALL.len()))
            .collect();
        json!({ "template": template.text("id"), "period": template.period(), "fields": fields, "objects": objects })
    }

    fn objects(&mut self, kind: &toml::Value, kinds: &[toml::Value], many: usize) -> Vec<Value> {
        let concept = kind
            .get("concept")
            .and_then(toml::Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let Some(follows) = kind.get("follows").and_then(toml::Value::as_str) else {
            return (0..many)
                .map(|_| self.object(kind, kinds, &concept))
                .collect();
        };
        let followed = follows.split('.').nth(1).unwrap_or_default();
        let ids = self.followed.get(followed).cloned().unwrap_or_default();
        let row = |id: String| json!({ "kind": kind["id"].as_str().unwrap(), "follows": id, "fields": self.fields(list(kind, "field")) });
        ids.into_iter().map(row).collect()
    }

    fn object(&mut self, kind: &toml::Value, kinds: &[toml::Value], concept: &str) -> Value {
        let id = self.id();
        self.followed
            .entry(concept.to_owned())
            .or_default()
            .push(id.clone());
        if concept == "person" {
            self.person.get_or_insert_with(|| id.clone());
        }
        let children: Vec<String> = texts(kind, "children").map(str::to_owned).collect();
        let below = kinds.iter().filter(|below| {
            children
                .iter()
                .any(|child| below["id"].as_str() == Some(child))
        });
        let fields = self.fields(list(kind, "field"));
        let objects: Vec<Value> = below
            .flat_map(|below| self.objects(below, kinds, 1))
            .collect();
        json!({ "id": id, "kind": kind["id"].as_str().unwrap(), "fields": fields, "objects": objects })
    }

    fn fields(&mut self, fields: &[toml::Value]) -> Value {
        let printed =
            |field: &&toml::Value| field.get("print").and_then(toml::Value::as_bool) != Some(false);
        let filled = fields.iter().filter(printed).filter_map(|field| {
            let value = self.value(field, field["type"].as_str().unwrap())?;
            Some((field["id"].as_str().unwrap().to_owned(), value))
        });
        Value::Object(filled.collect::<Map<_, _>>())
    }

    fn value(&mut self, field: &toml::Value, of: &str) -> Option<Value> {
        Some(match of {
            "line" | "party" => json!(self.line(field)),
            "text" => json!(self.text(field)),
            "list" => {
                let of = field["of"].as_str()?;
                json!([self.value(field, of)?, self.value(field, of)?])
            }
            // A unit stands behind its number.
            "number" => json!(7),
            "rows" => json!([
                self.columns(list(field, "columns")),
                self.columns(list(field, "columns"))
            ]),
            "reference" => json!({ "title": self.line(field), "number": self.line(field) }),
            "person" => json!(self.person.clone()?),
            _ => return None,
        })
    }

    fn columns(&mut self, columns: &[toml::Value]) -> Value {
        self.fields(columns)
    }

    fn line(&mut self, field: &toml::Value) -> String {
        self.marked(field, |hostile| (hostile.line, " "))
    }

    fn text(&mut self, field: &toml::Value) -> String {
        self.marked(field, |hostile| (hostile.text, "\n\n"))
    }

    /// Returns the next text between two marks, and remembers what it must look like.
    fn marked(&mut self, field: &toml::Value, of: impl Fn(&Hostile) -> (&str, &str)) -> String {
        let hostile = &ALL[self.count % ALL.len()];
        let (shown, parted) = of(hostile);
        let (start, end) = (format!("Q{}q", self.count), format!("W{}w", self.count));
        self.count += 1;
        let id = field["id"].as_str().unwrap_or_default().to_owned();
        let expected = letters(&format!("{start}{shown}{end}"));
        self.expected.push((id, expected));
        [start.as_str(), hostile.typed, end.as_str()].join(parted)
    }

    fn id(&mut self) -> String {
        self.ids += 1;
        format!("00000000-0000-4000-8000-{:012}", self.ids)
    }
}

fn list<'a>(of: &'a toml::Value, key: &str) -> &'a [toml::Value] {
    of.get(key)
        .and_then(toml::Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

fn texts<'a>(of: &'a toml::Value, key: &str) -> impl Iterator<Item = &'a str> {
    list(of, key).iter().filter_map(toml::Value::as_str)
}
