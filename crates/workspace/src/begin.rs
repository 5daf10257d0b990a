//! Beginning: a workspace for a group, a document from a template.

use std::path::Path;
use std::rc::Rc;

use model::document::{Document, system};
use model::group::Group;
use model::id::ObjectId;
use model::period::PeriodRule;
use model::profile::Profile;
use model::schema::{Template, with_role};
use model::vocabulary::{Concept, Role};
use serde_json::{Value, json};
use store::{Set, Sha256, StepHeader, Store};

use crate::error::{Error, What};
use crate::load::title;
use crate::names::template_named;
use crate::pinned::{read_profile, read_template};
use crate::prefill::{is_prefilled, prefilled};
use crate::{Library, Outcome, Workspace, change_of_office, clock, library};

/// What a new workspace is told about its group.
#[derive(Debug, Clone, Default)]
pub struct GroupForm {
    /// Id of the profile.
    pub profile: String,
    /// The group's name, for example "Taktisk grupp Äldre".
    pub name: String,
    /// The area that it works in, for example "Äldre"; may be empty.
    pub area: String,
}

impl Workspace {
    /// Makes a workspace file for a group and opens it.
    ///
    /// # Errors
    /// A file stands there already, the profile is unknown or faulty, or the disk refuses.
    pub fn create(path: &Path, library: Library, form: &GroupForm) -> Result<Self, Error> {
        let pack = library
            .profile(&form.profile)
            .map_err(|_| Error::NotFound {
                what: What::Profile,
                name: form.profile.clone(),
                known: library.profile_ids().map(str::to_owned).collect(),
            })?;
        let profile = read_profile(&form.profile, pack)?;
        let group_pack = library.template(&profile.group_template)?;
        let template = read_template(&profile.group_template, group_pack, Some(&profile))?;
        let mut workspace = Self::create_empty(path, library)?;
        let id = ObjectId::of_document(workspace.store.id(), Concept::Group.as_str(), "");
        let mut fields = workspace.pins(&form.profile, &template)?;
        for (role, text) in [(Role::Title, &form.name), (Role::Area, &form.area)] {
            if let Some(field) =
                with_role(&template.fields, role).filter(|_| !text.trim().is_empty())
            {
                fields.push((field.id.clone(), json!(text.trim())));
            }
        }
        workspace.write("begin", json!({ "document": id }), &sets(id, id, fields))?;
        Ok(workspace)
    }

    pub(crate) fn create_empty(path: &Path, library: Library) -> Result<Self, Error> {
        let store = Store::create(path, clock::new_workspace()).map_err(|error| Error::Open {
            path: path.to_owned(),
            error,
        })?;
        Ok(Self::with_store(store, path, library))
    }

    /// The fields of the group's root that pin its profile and template.
    pub(crate) fn pins(
        &mut self,
        profile: &str,
        template: &Template,
    ) -> Result<Vec<(String, Value)>, Error> {
        let pack = self.library.profile(profile)?.to_zip();
        let sha256 = self.store.put_blob(PACK, &pack)?;
        let mut fields = self.template_pins(template)?;
        fields.push((system::PROFILE.to_owned(), json!(profile)));
        fields.push((system::PROFILE_SHA256.to_owned(), json!(sha256.to_string())));
        Ok(fields)
    }

    /// The fields of a root that pin its template; the template travels in the file from here on.
    pub(crate) fn template_pins(
        &mut self,
        template: &Template,
    ) -> Result<Vec<(String, Value)>, Error> {
        let sha256 = self.keep_template(&template.id)?;
        Ok(vec![
            (system::TEMPLATE.to_owned(), json!(template.id)),
            (
                system::TEMPLATE_SHA256.to_owned(),
                json!(sha256.to_string()),
            ),
        ])
    }

    pub(crate) fn keep_template(&mut self, id: &str) -> Result<Sha256, Error> {
        let pack = library::travelling(self.library.template(id)?).to_zip();
        Ok(self.store.put_blob(PACK, &pack)?)
    }

    /// Begins a document from a template, by its id, a word of its name or its concept, for a year, with what the year's calendar knows, where the library has it.
    ///
    /// # Errors
    /// The template is unknown or faulty, the year is none, or the workspace has the document already.
    pub fn begin(&mut self, template: &str, year: i32) -> Result<Outcome, Error> {
        let (profile, group) = self.profile_and_group()?;
        let template = template_named(&self.library, &profile, template)?;
        if !(1900..=9998).contains(&year) {
            return Err(Error::BadYear(year.to_string()));
        }
        let period = template.period.in_year(year);
        let id = match template.period {
            PeriodRule::Many => clock::new_object(),
            PeriodRule::Once => {
                ObjectId::of_document(self.store.id(), template.concept.as_str(), "")
            }
            _ => ObjectId::of_document(
                self.store.id(),
                template.concept.as_str(),
                &period.to_string(),
            ),
        };
        if self.root_text(id, system::TEMPLATE)?.is_some() {
            return Err(Error::DocumentExists(title(&template, &group, period)));
        }
        let mut fields = self.template_pins(&template)?;
        fields.push((system::PERIOD.to_owned(), json!(period.to_string())));
        if template.period == PeriodRule::Many {
            let number = self.next_ordinal(&template.id, &period.to_string())?;
            fields.push((system::NUMBER.to_owned(), json!(number.to_string())));
        }
        let mut all = sets(id, id, fields);
        all.extend(self.known_of(id, &template, &profile, year)?);
        let changes = self.write("begin", json!({ "document": id }), &all)?;
        Ok(Outcome {
            object: id,
            changes,
        })
    }

    /// What is known of a document before anybody has written in it: what the year's calendar says, what a handover
    /// finds in the file, who leaves an office and takes it over, and the year's meetings.
    fn known_of(
        &self,
        id: ObjectId,
        template: &Template,
        profile: &Profile,
        year: i32,
    ) -> Result<Vec<Set>, Error> {
        let mut known = self.handed_over(id, template)?;
        let (_, group) = self.profile_and_group()?;
        let people = change_of_office::known(template, profile, &group, self.today());
        known.extend(sets(id, id, people));
        known.extend(self.meetings_held(id, template, profile, year)?);
        if is_prefilled(template) {
            let calendar = self.library.calendar_of(&profile.id, year);
            let empty = Document::assemble(id, []);
            known.extend(prefilled(&empty, template, profile, calendar.as_ref()).0);
        }
        Ok(known)
    }

    pub(crate) fn profile_and_group(&self) -> Result<(Rc<Profile>, Rc<Group>), Error> {
        let known = self.group()?;
        Ok((known.profile, known.group))
    }

    /// The one way to the store's log.
    pub(crate) fn write(
        &mut self,
        op: &str,
        args: Value,
        sets: &[Set],
    ) -> Result<store::Changes, Error> {
        self.back_up_after_rest();
        let stamp = self.stamp();
        Ok(self.store.step(&StepHeader { stamp, op, args }, sets)?)
    }
}

/// What the packs that travel in a workspace file are.
pub(crate) const PACK: &str = "application/zip";

/// Returns the sets that give an object these fields.
pub(crate) fn sets(
    doc: ObjectId,
    obj: ObjectId,
    fields: impl IntoIterator<Item = (String, Value)>,
) -> Vec<Set> {
    fields
        .into_iter()
        .map(|(field, value)| Set {
            doc,
            obj,
            field,
            value: Some(value),
        })
        .collect()
}
