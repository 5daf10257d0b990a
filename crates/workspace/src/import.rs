//! JSON in and out: documents in the form people and programs write, and the whole log.

mod guard;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use model::document::system;
use model::id::ObjectId;
use model::paper::Adoption;
use model::period::{Period, PeriodRule};
use model::schema::Template;
use model::vocabulary::Concept;
use serde::Deserialize;
use serde_json::{Value, json};
use store::dump::Dump;
use store::{Changes, OpenError, RestoreError, Set, Store};

use crate::begin::sets;
use crate::error::{Error, What};
use crate::pinned::{read_profile, read_template};
use crate::{Library, Workspace, clock, words};

pub(crate) use guard::remove_half_made;
use guard::{refuse_doubles, refuse_fields};

/// The form of docs/format.md, "Values in examples and in JSON import".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    format: u32,
    profile: String,
    documents: Vec<ContentDocument>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContentDocument {
    id: Option<ObjectId>,
    template: String,
    period: String,
    /// The document that this one was begun from.
    follows: Option<ObjectId>,
    #[serde(default)]
    fields: BTreeMap<String, Value>,
    #[serde(default)]
    objects: Vec<ContentObject>,
    #[serde(default)]
    editions: Vec<ContentEdition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContentObject {
    id: Option<ObjectId>,
    kind: String,
    follows: Option<ObjectId>,
    #[serde(default)]
    fields: BTreeMap<String, Value>,
    #[serde(default)]
    objects: Vec<ContentObject>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContentEdition {
    #[expect(
        dead_code,
        reason = "the number is given by the program; the form names it for people"
    )]
    number: String,
    adopted: Option<Adoption>,
}

/// The format of the import form that this program reads.
const FORMAT: u32 = 1;

impl Workspace {
    /// Makes a workspace file from JSON: documents in the import form, or a whole log as [`Workspace::dump`] gives it.
    ///
    /// # Errors
    /// The JSON is malformed or names an unknown template or profile, or the file is there already.
    pub fn create_from_json(path: &Path, library: Library, json: &[u8]) -> Result<Self, Error> {
        if path.exists() {
            return Err(Error::Open {
                path: path.to_owned(),
                error: OpenError::Exists,
            });
        }
        // Made beside it and renamed when everything is in: whatever happens on the way, no half file has its name.
        let made = path.with_file_name(format!(".missiv-{}", clock::new_object()));
        let taken_in = Self::make_from_json(&made, library.clone(), json)
            .and_then(|()| fs::rename(&made, path).map_err(|error| Error::io(path, error)));
        if let Err(error) = taken_in {
            remove_half_made(&made);
            return Err(error);
        }
        Self::open(path, library)
    }

    /// Makes the file, complete and closed.
    fn make_from_json(path: &Path, library: Library, json: &[u8]) -> Result<(), Error> {
        if let Some(dump) = as_dump(json)? {
            let store = Store::restore(path, &dump).map_err(|error| match error {
                RestoreError::Open(error) => Error::Open {
                    path: path.to_owned(),
                    error,
                },
                other => Error::Restore(other),
            })?;
            // A log without its group is no workspace.
            Self::with_store(store, path, library).profile_and_group()?;
            return Ok(());
        }
        let content = read(json)?;
        if !check_packs(&content, &library)? {
            return Err(Error::not_found(
                What::Document,
                words::say("the-group", &words::Args::new()),
            ));
        }
        Self::create_empty(path, library)?.take_in(content)?;
        Ok(())
    }

    /// Takes documents in the import form into the workspace, as one step.
    ///
    /// # Errors
    /// The JSON is malformed, is a whole log or names an unknown template, or an edition that it lists cannot be handed in.
    pub fn import(&mut self, json: &[u8]) -> Result<Changes, Error> {
        if as_dump(json)?.is_some() {
            return Err(Error::Exists(self.path.clone()));
        }
        let content = read(json)?;
        check_packs(&content, &self.library)?;
        if content
            .documents
            .iter()
            .any(|document| !document.editions.is_empty())
        {
            self.rehearse(read(json)?)?;
        }
        self.take_in(content)
    }

    /// Takes documents into a copy: what cannot be handed in must not leave half an import behind.
    fn rehearse(&self, content: Content) -> Result<(), Error> {
        let folder = tempfile::tempdir().map_err(|error| Error::io(&self.path, error))?;
        let copy = folder.path().join("copy.missiv");
        self.store.copy_to(&copy)?;
        Self::open(&copy, self.library.clone())?.take_in(content)?;
        Ok(())
    }

    /// Returns everything in the file: steps, changes, blobs and editions.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn dump(&self) -> Result<Vec<u8>, Error> {
        let dump = self.store.dump()?;
        let mut bytes = serde_json::to_vec_pretty(&dump).map_err(import_error)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn take_in(&mut self, content: Content) -> Result<Changes, Error> {
        let profile = read_profile(&content.profile, self.library.profile(&content.profile)?)?;
        let mut all: Vec<Set> = Vec::new();
        let mut frozen = Vec::new();
        for document in content.documents {
            let template = read_template(
                &document.template,
                self.library.template(&document.template)?,
                Some(&profile),
            )?;
            let id = self.document_id(&document, &template);
            let pins = if template.concept == Concept::Group {
                self.pins(&content.profile, &template)?
            } else {
                self.template_pins(&template)?
            };
            let mut fields: Vec<(String, Value)> = pins;
            if template.concept != Concept::Group {
                fields.push((system::PERIOD.to_owned(), json!(document.period)));
            }
            let begun_from = document
                .follows
                .map(|id| (system::FOLLOWS.to_owned(), json!(id)));
            fields.extend(begun_from);
            fields.extend(document.fields);
            all.extend(sets(id, id, fields));
            add_objects(id, None, document.objects, &mut all);
            frozen.extend(document.editions.into_iter().map(|edition| (id, edition)));
        }
        all.retain(|set| !set.value.as_ref().is_some_and(Value::is_null));
        refuse_doubles(&all)?;
        let changes = self.write("import", json!({}), &all)?;
        for (id, edition) in frozen {
            // What was handed in by an import that was cut short stands.
            match self.submit(id) {
                Ok(_) | Err(Error::Unchanged(_)) => {}
                Err(error) => return Err(error),
            }
            if let Some(adoption) = edition.adopted {
                match self.adopt(id, &adoption) {
                    Ok(_)
                    | Err(Error::Settled {
                        remitted: false, ..
                    }) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(changes)
    }

    fn document_id(&self, document: &ContentDocument, template: &Template) -> ObjectId {
        let by_rule = || match (template.period, template.concept) {
            (_, Concept::Group) => {
                ObjectId::of_document(self.store.id(), Concept::Group.as_str(), "")
            }
            (PeriodRule::Many, _) => clock::new_object(),
            (PeriodRule::Once, concept) => {
                ObjectId::of_document(self.store.id(), concept.as_str(), "")
            }
            (_, concept) => {
                ObjectId::of_document(self.store.id(), concept.as_str(), &document.period)
            }
        };
        document.id.unwrap_or_else(by_rule)
    }
}

fn add_objects(
    doc: ObjectId,
    parent: Option<ObjectId>,
    objects: Vec<ContentObject>,
    all: &mut Vec<Set>,
) {
    for (index, object) in objects.into_iter().enumerate() {
        let id = object
            .follows
            .map(|followed| doc.about(followed))
            .or(object.id)
            .unwrap_or_else(clock::new_object);
        let mut fields: Vec<(String, Value)> = vec![(system::KIND.to_owned(), json!(object.kind))];
        match (object.follows, parent) {
            (Some(followed), _) => fields.push((system::FOLLOWS.to_owned(), json!(followed))),
            (None, Some(parent)) => fields.extend([
                (system::PARENT.to_owned(), json!(parent)),
                (system::POS.to_owned(), json!(index + 1)),
            ]),
            (None, None) => fields.push((system::POS.to_owned(), json!(index + 1))),
        }
        fields.extend(object.fields);
        all.extend(sets(doc, id, fields));
        add_objects(doc, Some(id), object.objects, all);
    }
}

fn read(json: &[u8]) -> Result<Content, Error> {
    let content: Content = serde_json::from_slice(json).map_err(import_error)?;
    let fault = |reason: String| Error::Import {
        line: 1,
        column: 1,
        reason,
    };
    if content.format != FORMAT {
        return Err(fault(format!("format {} ≠ {FORMAT}", content.format)));
    }
    match content
        .documents
        .iter()
        .find(|document| document.period.parse::<Period>().is_err())
    {
        Some(document) => Err(fault(format!("period: {}", document.period))),
        None => refuse_fields(&content).map(|()| content),
    }
}

/// Every pack is there and sound before anything is written. Returns whether the group itself is among the documents.
fn check_packs(content: &Content, library: &Library) -> Result<bool, Error> {
    let profile = read_profile(&content.profile, library.profile(&content.profile)?)?;
    let mut has_group = false;
    for document in &content.documents {
        let pack = library
            .template(&document.template)
            .map_err(|_| Error::NotFound {
                what: What::Template,
                name: document.template.clone(),
                known: library.template_ids().map(str::to_owned).collect(),
            })?;
        let template = read_template(&document.template, pack, Some(&profile))?;
        has_group |= template.concept == Concept::Group;
    }
    Ok(has_group)
}

/// Returns the whole log that the bytes are, or none where they are something else.
fn as_dump(json: &[u8]) -> Result<Option<Dump>, Error> {
    #[derive(Deserialize)]
    struct Probe {
        steps: Option<serde::de::IgnoredAny>,
    }
    let probe: Probe = serde_json::from_slice(json).map_err(import_error)?;
    match probe.steps {
        None => Ok(None),
        Some(_) => serde_json::from_slice(json).map(Some).map_err(import_error),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "map_err hands it over")]
fn import_error(error: serde_json::Error) -> Error {
    Error::Import {
        line: error.line(),
        column: error.column(),
        reason: error.to_string(),
    }
}
