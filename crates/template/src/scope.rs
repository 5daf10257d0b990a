//! What a template's parts may name: its kinds by concept, its scales, its sources.

use model::profile::Profile;
use model::schema::{Field, Kind, Scale, Template};
use model::vocabulary::{Concept, FieldType, Role};

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::reader::Word;

/// The whole template and the profile it is read with.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    pub(crate) template: &'a Template,
    pub(crate) profile: Option<&'a Profile>,
    /// Whether every concept and role was known. Else "nothing has this role" would only repeat what is misspelt.
    pub(crate) words_known: bool,
}

/// What a kind has for a role.
#[derive(Clone, Copy)]
pub(crate) enum Found<'a> {
    /// A field of its own.
    Own(&'a Field),
    /// A field of the followed object, whose type stands in another template.
    Shown,
}

impl<'a> Scope<'a> {
    /// Returns the kinds of this concept.
    pub(crate) fn kinds(&self, concept: Concept) -> impl Iterator<Item = &'a Kind> + use<'a> {
        self.template
            .kinds
            .iter()
            .filter(move |kind| kind.concept == Some(concept))
    }

    /// Returns what the kinds of this concept have for the role.
    pub(crate) fn find(&self, concept: Concept, role: Role) -> Option<Found<'a>> {
        self.kinds(concept).find_map(|kind| find(kind, role))
    }

    /// Returns the words of the roles that kinds of this concept have.
    pub(crate) fn roles(&self, concept: Concept) -> Vec<&'static str> {
        self.kinds(concept)
            .flat_map(|kind| {
                kind.fields
                    .iter()
                    .filter_map(|field| field.is)
                    .chain(kind.shows.iter().copied())
            })
            .map(Role::as_str)
            .collect()
    }

    /// Returns the words of the concepts that kinds have.
    pub(crate) fn concepts(&self) -> Vec<&'static str> {
        self.template
            .kinds
            .iter()
            .filter_map(|kind| kind.concept)
            .map(Concept::as_str)
            .collect()
    }

    /// Returns the scale, the template's own before the profile's.
    pub(crate) fn scale(&self, id: &str) -> Option<&'a Scale> {
        let own = self.template.scales.iter().find(|scale| scale.id == id);
        own.or_else(|| self.profile.and_then(|profile| profile.scale(id)))
    }

    /// Reports a scale that is not there; without a profile it may be the profile's.
    pub(crate) fn check_scale(&self, word: Word, faults: &mut Faults) {
        if self.scale(word.text).is_some() {
            return;
        }
        let Some(profile) = self.profile else {
            return faults.at(word.at, FaultCode::ScaleUnchecked, &[("scale", word.text)]);
        };
        let known: Vec<&str> = self
            .template
            .scales
            .iter()
            .chain(&profile.scales)
            .map(|scale| scale.id.as_str())
            .collect();
        faults.unknown(
            word.at,
            FaultCode::ScaleUnknown,
            &[("scale", word.text)],
            word.text,
            &known,
        );
    }

    /// Reports a source that is not there.
    pub(crate) fn check_source(&self, source: &str, at: usize, faults: &mut Faults) {
        let known: Vec<&str> = self
            .template
            .sources
            .iter()
            .map(|source| source.id.as_str())
            .collect();
        if !known.contains(&source) {
            faults.unknown(
                at,
                FaultCode::SourceUnknown,
                &[("source", source)],
                source,
                &known,
            );
        }
    }
}

/// Returns what the kind has for the role: its own field before one that it shows.
pub(crate) fn find(kind: &Kind, role: Role) -> Option<Found<'_>> {
    let own = kind
        .fields
        .iter()
        .find(|field| field.is == Some(role))
        .map(Found::Own);
    own.or_else(|| kind.shows.contains(&role).then_some(Found::Shown))
}

impl Found<'_> {
    /// Returns the type, where it stands in this template.
    pub(crate) const fn ty(&self) -> Option<FieldType> {
        match self {
            Self::Own(field) => Some(field.ty),
            Self::Shown => None,
        }
    }
}
