//! How far each section has come, and marking it as done (klarmarkering).

use model::id::ObjectId;
use model::progress::{self, HEAD, Progress};
use serde::Serialize;
use serde_json::json;
use store::Set;

use crate::error::{Error, What};
use crate::load::Loaded;
use crate::{Outcome, Workspace, words};

/// A section of a document with how far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionView {
    /// What names it: the id of a field or kind of the template, `head`, or an object's id.
    pub id: String,
    /// The object, where the section is one: a goal with its activities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<ObjectId>,
    /// What it is called.
    pub label: String,
    /// How many of the values that must be there are.
    pub filled: usize,
    /// How many values must be there.
    pub required: usize,
    /// How many faults in it block a submission.
    pub blocking: usize,
    /// Whether it is marked as done, and reads as it did then.
    pub done: bool,
    /// Who marked it, as papers name them; empty where it is not marked or nobody was named.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub by: String,
}

impl Workspace {
    /// Returns the sections of a document in the order of the page.
    ///
    /// # Errors
    /// The document is not there, or its template is neither in the file nor in the library.
    pub fn sections(&self, document: ObjectId) -> Result<Vec<SectionView>, Error> {
        let found = progress_of(&*self.ready(document)?);
        Ok(found
            .into_iter()
            .map(|section| SectionView {
                by: section
                    .by
                    .map(|by| self.author_name(by))
                    .unwrap_or_default(),
                id: section.id,
                object: section.object,
                label: section.label,
                filled: section.filled,
                required: section.required,
                blocking: section.blocking,
                done: section.done,
            })
            .collect())
    }

    /// Marks a section as done, or takes the mark away. The mark falls away by itself when the section is changed.
    ///
    /// # Errors
    /// `section` names none of the document's sections, or several.
    pub fn mark_done(
        &mut self,
        document: ObjectId,
        section: &str,
        done: bool,
    ) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let section = named(&loaded, section)?;
        let by = self.author;
        let value = done.then(|| match by {
            Some(by) => json!({ "seen": section.seen, "by": by }),
            None => json!({ "seen": section.seen }),
        });
        let set = Set {
            doc: document,
            obj: document,
            field: progress::mark_of(&section.id),
            value,
        };
        let op = if done { "done" } else { "not_done" };
        let args = json!({ "document": document, "section": section.id });
        let changes = self.write(op, args, &[set])?;
        Ok(Outcome {
            object: section.object.unwrap_or(document),
            changes,
        })
    }
}

fn progress_of(loaded: &Loaded) -> Vec<Progress> {
    let template = loaded.template();
    let found = loaded.check();
    let mut sections = progress::sections(&loaded.document, template, &loaded.paper, found);
    for section in sections.iter_mut().filter(|section| section.id == HEAD) {
        section.label = words::say("section-head", &words::Args::new());
    }
    sections
}

/// Returns the section with this id or label, or the one that the object with this name is.
fn named(loaded: &Loaded, name: &str) -> Result<Progress, Error> {
    let sections = progress_of(loaded);
    let object = loaded.target(name).ok().map(|target| target.id);
    let wanted = name.to_lowercase();
    let fits = |section: &&Progress| {
        section.id == name
            || section.label.to_lowercase() == wanted
            || (object.is_some() && section.object == object)
    };
    let mut found: Vec<Progress> = sections.iter().filter(fits).cloned().collect();
    // An id is one section's; a label may be several's.
    if found.iter().any(|section| section.id == name) {
        found.retain(|section| section.id == name);
    }
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(Error::NotFound {
            what: What::Section,
            name: name.to_owned(),
            known: sections.into_iter().map(|section| section.id).collect(),
        }),
        _ => Err(Error::Ambiguous {
            what: What::Section,
            name: name.to_owned(),
            known: found.into_iter().map(|section| section.id).collect(),
        }),
    }
}
