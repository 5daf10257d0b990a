//! The people of the group, and who acts.

use model::vocabulary::{Concept, Role};
use serde::Serialize;
use specta::Type;

use crate::error::{Error, What};
use crate::form::OptionView;
use crate::{Input, Outcome, Placement, Workspace};

/// Whom a new workspace is told about: the one who makes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PersonForm {
    /// Name or initials.
    pub name: String,
    /// Role in the group.
    pub office: String,
    /// Organisation.
    pub organisation: String,
}

/// A profile to choose, with what it offers a new group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProfileView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The areas that its groups work in.
    pub areas: Vec<String>,
    /// Roles in a group.
    pub offices: Vec<String>,
    /// Organisations that people come from.
    pub parties: Vec<String>,
}

/// Returns the profiles of a library.
#[must_use]
pub fn profiles(library: &crate::Library) -> Vec<ProfileView> {
    let read = |id: &str| crate::pinned::read_profile(id, library.profile(id).ok()?).ok();
    let found = library.profile_ids().filter_map(read);
    found
        .map(|profile| ProfileView {
            id: profile.id,
            name: profile.name,
            areas: profile.areas.into_iter().map(|area| area.name).collect(),
            offices: profile
                .offices
                .into_iter()
                .map(|office| office.label)
                .collect(),
            parties: profile
                .parties
                .into_iter()
                .filter(|party| party.principal)
                .map(|party| party.name)
                .collect(),
        })
        .collect()
}

impl Workspace {
    /// Adds a person to the group.
    ///
    /// # Errors
    /// The group's template has no people, or the file can only be read.
    pub fn add_person(&mut self, form: &PersonForm) -> Result<Outcome, Error> {
        let group = self.group_document()?.id;
        let loaded = self.load(group)?;
        let kinds = &loaded.template().kinds;
        let kind = kinds
            .iter()
            .find(|kind| kind.concept == Some(Concept::Person));
        let kind = kind.ok_or_else(|| Error::not_found(What::Kind, Concept::Person.as_str()))?;
        let said = [
            (Role::Name, &form.name),
            (Role::Office, &form.office),
            (Role::Organisation, &form.organisation),
        ];
        let fields: Vec<(String, Input)> = said
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .filter_map(|(role, text)| {
                let field = model::schema::with_role(&kind.fields, role)?;
                Some((field.id.clone(), Input::Typed(text.clone())))
            })
            .collect();
        let kind = kind.id.clone();
        self.add(group, &kind, &Placement::default(), &fields)
    }

    /// Returns the people of the group, by the ids of their objects.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn people(&self) -> Result<Vec<OptionView>, Error> {
        let (_, group) = self.profile_and_group()?;
        let people = group.people.iter().map(|person| OptionView {
            value: person.id.to_string(),
            label: self.author_name(person.id),
            mark: String::new(),
            help: person.word(Role::Organisation).to_owned(),
        });
        Ok(people.collect())
    }

    /// Returns the id of who acts; nothing where nobody is named.
    #[must_use]
    pub fn me(&self) -> Option<String> {
        self.author.map(|id| id.to_string())
    }
}
