//! Documents in the import form, made from what templates say they take. Who holds the pen decides what is written.

use std::collections::BTreeMap;

use model::period::{PeriodRule, SourcePeriod};
use model::profile::Profile;
use model::schema::{Field, Kind, Source, Template};
use model::vocabulary::{Concept, FieldType};
use serde_json::{Map, Value, json};
use workspace::Library;

/// The year that documents are written for.
pub const YEAR: i32 = 2025;

/// The bundled templates and profiles.
#[derive(Debug)]
pub struct Packs {
    templates: BTreeMap<String, Template>,
    profiles: Vec<Profile>,
}

/// What decides what stands in a document.
pub trait Pen {
    /// A document begins.
    fn begin(&mut self, _template: &Template) {}

    /// Returns whether the document that is followed is written too.
    fn wants(&mut self, source: &Source) -> bool;

    /// Returns how many objects of a kind stand below one parent. `depth` is 0 straight below the document.
    fn how_many(&mut self, kind: &Kind, depth: usize) -> usize;

    /// Returns whether a row that follows another document is written; one that is not stands there all the same.
    fn touches(&mut self, kind: &Kind) -> bool;

    /// Returns the value of a field in the stored form, or nothing to leave it empty. `ty` is the field's type, or that
    /// of a list's elements.
    fn value(&mut self, field: &Field, ty: FieldType, known: &Known) -> Option<Value>;
}

/// What values can name.
#[derive(Debug)]
pub struct Known<'a> {
    /// The template that is filled in.
    pub template: &'a Template,
    /// The organisation's profile.
    pub profile: &'a Profile,
    /// The ids of the group's persons.
    pub people: &'a [String],
}

impl Known<'_> {
    /// Returns the codes that a choice may have.
    #[must_use]
    pub fn codes(&self, field: &Field) -> Vec<&str> {
        let id = field.scale.as_deref().unwrap_or_default();
        let own = self.template.scales.iter().find(|scale| scale.id == id);
        let scale = own.or_else(|| self.profile.scale(id));
        let values = scale.map(|scale| scale.values.as_slice());
        let codes = values.unwrap_or_default().iter();
        codes.map(|value| value.code.as_str()).collect()
    }
}

impl Packs {
    /// Returns those that travel with the program.
    ///
    /// # Panics
    ///
    /// When one of them has faults.
    #[must_use]
    pub fn bundled() -> Self {
        let library = Library::bundled();
        let template = |id: &str| {
            let pack = library.template(id).expect("the library has its own");
            template::read_template(pack, None)
                .value
                .expect("a bundled template is sound")
        };
        let profile = |id: &str| {
            let pack = library.profile(id).expect("the library has its own");
            template::read_profile(pack)
                .value
                .expect("a bundled profile is sound")
        };
        let templates = library.template_ids().map(template);
        Self {
            templates: templates
                .map(|template| (template.id.clone(), template))
                .collect(),
            profiles: library.profile_ids().map(profile).collect(),
        }
    }

    /// Returns the templates with a layout, by id.
    pub fn printed(&self) -> impl Iterator<Item = &Template> {
        let all = self.templates.values();
        all.filter(|template| template.concept != Concept::Group)
    }

    /// Returns a template.
    ///
    /// # Panics
    ///
    /// When there is none with this id.
    #[must_use]
    pub fn template(&self, id: &str) -> &Template {
        let found = self.templates.get(id);
        found.unwrap_or_else(|| panic!("there is no template {id}"))
    }

    /// Returns a profile.
    ///
    /// # Panics
    ///
    /// When there is none with this id.
    #[must_use]
    pub fn profile(&self, id: &str) -> &Profile {
        let found = self.profiles.iter().find(|profile| profile.id == id);
        found.unwrap_or_else(|| panic!("there is no profile {id}"))
    }

    /// Returns the profile whose organisation uses a template.
    ///
    /// # Panics
    ///
    /// When none does.
    #[must_use]
    pub fn profile_of(&self, template: &Template) -> &Profile {
        let own = |profile: &&Profile| profile.documents.contains(&template.id);
        let found = self.profiles.iter().find(own);
        found.unwrap_or_else(|| panic!("some profile has {}", template.id))
    }

    /// Returns an import: the group, the documents that are followed, and last a document of the template.
    ///
    /// # Panics
    ///
    /// When the profile's group has no template.
    pub fn write(&self, template: &Template, pen: &mut impl Pen) -> Value {
        let profile = self.profile_of(template);
        let group = &self.templates[&profile.group_template];
        let mut writer = Writer {
            pen,
            profile,
            ids: 0,
            followed: BTreeMap::new(),
            people: Vec::new(),
            written: BTreeMap::new(),
        };
        let mut documents = vec![writer.document(group)];
        self.sources(template, &mut writer, &mut documents);
        documents.push(writer.document(template));
        json!({ "format": 1, "profile": profile.id, "documents": documents })
    }

    /// Writes what a template follows, and what that follows itself, before it.
    fn sources<P: Pen>(
        &self,
        template: &Template,
        writer: &mut Writer<P>,
        documents: &mut Vec<Value>,
    ) {
        for source in &template.sources {
            let period = template.period.in_year(YEAR).source(source.period);
            // Without a period it is the only one, or the one that the document was begun from.
            let is_then = |other: &Template| {
                period.is_none_or(|period| other.period.in_year(period.year) == period)
            };
            let fits = |other: &&&Template| other.concept == source.concept && is_then(other);
            let own = writer.profile.documents.iter();
            let found = own.filter_map(|id| self.templates.get(id));
            let found = found.collect::<Vec<_>>().iter().find(fits).copied();
            let Some(found) = found.filter(|_| writer.pen.wants(source)) else {
                continue;
            };
            let there = documents.iter().any(|it| it["template"] == found.id);
            if !there {
                self.sources(found, writer, documents);
                documents.push(writer.document(found));
            }
        }
    }
}

/// Returns a row of a small table, or an object's fields: what the pen gives for each.
pub fn fields(pen: &mut impl Pen, fields: &[Field], known: &Known) -> Value {
    let filled = fields.iter().filter_map(|field| {
        let value = pen.value(field, field.ty, known)?;
        Some((field.id.clone(), value))
    });
    Value::Object(filled.collect::<Map<_, _>>())
}

struct Writer<'a, P> {
    pen: &'a mut P,
    profile: &'a Profile,
    /// How many objects have an id.
    ids: usize,
    /// The objects of earlier documents that rows follow: the document's concept, the object's, ids.
    followed: BTreeMap<(Concept, Concept), Vec<String>>,
    people: Vec<String>,
    /// The last document of each concept that there may be many of.
    written: BTreeMap<Concept, String>,
}

impl<P: Pen> Writer<'_, P> {
    fn document(&mut self, template: &Template) -> Value {
        self.pen.begin(template);
        let fields = self.fields(template, &template.fields);
        let mut objects = Vec::new();
        for kind in template.top_kinds() {
            objects.extend(self.objects(template, kind, 0));
        }
        let rows = template.kinds.iter().filter(|kind| kind.follows.is_some());
        for kind in rows {
            objects.extend(self.rows(template, kind));
        }
        let mut document = json!({
            "template": template.id,
            "period": template.period.in_year(YEAR).to_string(),
            "fields": fields,
            "objects": objects,
        });
        if template.period == PeriodRule::Many {
            self.ids += 1;
            let id = format!("00000000-0000-4000-8000-{:012}", self.ids);
            document["id"] = json!(id);
            self.written.insert(template.concept, id);
        }
        let mut sources = template.sources.iter();
        let linked = sources.find(|source| source.period == SourcePeriod::Linked);
        if let Some(id) = linked.and_then(|source| self.written.get(&source.concept)) {
            document["follows"] = json!(id);
        }
        document
    }

    fn objects(&mut self, template: &Template, kind: &Kind, depth: usize) -> Vec<Value> {
        if kind.follows.is_some() {
            return Vec::new();
        }
        let many = self.pen.how_many(kind, depth);
        (0..many)
            .map(|_| self.object(template, kind, depth))
            .collect()
    }

    fn object(&mut self, template: &Template, kind: &Kind, depth: usize) -> Value {
        self.ids += 1;
        let id = format!("00000000-0000-4000-8000-{:012}", self.ids);
        if let Some(concept) = kind.concept {
            let followed = self.followed.entry((template.concept, concept));
            followed.or_default().push(id.clone());
            if concept == Concept::Person {
                self.people.push(id.clone());
            }
        }
        let fields = self.fields(template, &kind.fields);
        let mut below = Vec::new();
        for child in kind.children.iter().filter_map(|id| template.kind(id)) {
            below.extend(self.objects(template, child, depth + 1));
        }
        json!({ "id": id, "kind": kind.id, "fields": fields, "objects": below })
    }

    /// Rows are nested by what they follow, so they stand beside each other here.
    fn rows(&mut self, template: &Template, kind: &Kind) -> Vec<Value> {
        let followed = kind.follows.as_ref().and_then(|follows| {
            let source = template.sources.iter().find(|it| it.id == follows.source)?;
            self.followed.get(&(source.concept, follows.concept))
        });
        let mut rows = Vec::new();
        for id in followed.cloned().unwrap_or_default() {
            if self.pen.touches(kind) {
                let fields = self.fields(template, &kind.fields);
                let mut below = Vec::new();
                for child in kind.children.iter().filter_map(|id| template.kind(id)) {
                    below.extend(self.objects(template, child, 1));
                }
                rows.push(
                    json!({ "kind": kind.id, "follows": id, "fields": fields, "objects": below }),
                );
            }
        }
        rows
    }

    fn fields(&mut self, template: &Template, of: &[Field]) -> Value {
        let known = Known {
            template,
            profile: self.profile,
            people: &self.people,
        };
        fields(self.pen, of, &known)
    }
}
