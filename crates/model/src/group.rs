//! The group as documents see it: its names and addresses, its logotypes, its people.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use crate::check::uncapitalised;
use crate::diagnostic::Place;
use crate::document::{Document, Object};
use crate::id::ObjectId;
use crate::paper::Logo;
use crate::paper::cell::is_empty;
use crate::profile::{Circle, Profile};
use crate::schema::{Field, Kind, Template, with_role};
use crate::term::{Held, offices};
use crate::vocabulary::{Concept, FieldType, Role};

/// The roles that make the address in a paper's foot, in the order they stand there.
pub const ADDRESS: [Role; 5] = [
    Role::PostalAddress,
    Role::VisitingAddress,
    Role::Phone,
    Role::Email,
    Role::Web,
];

/// The group: the values of its fields by role.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group {
    /// Its texts; the profile's address stands where the group has written none.
    pub words: BTreeMap<Role, String>,
    /// Labels of its address fields.
    pub labels: BTreeMap<Role, String>,
    /// Its logotypes, in order.
    pub logos: Vec<Logo>,
    /// Where logotypes stand that have neither alternative text nor are said to be decorative.
    pub silent_logos: Vec<Place>,
    /// The fields that a paper needs and that neither the group nor its profile has filled in.
    pub missing: Vec<Missing>,
    /// Its people, in order.
    pub people: Vec<Person>,
}

/// A field of the group's document that is empty and must not be.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    /// The field.
    pub field: Field,
    /// Its place, the group's document first.
    pub place: Place,
}

/// A person of the group.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The person object's identity.
    pub id: ObjectId,
    /// The person's texts by role; a choice or a party as its words, a day as ISO 8601.
    pub words: BTreeMap<Role, String>,
    /// Whether it is said of the person that they prepare the group's meetings, whatever their office.
    pub prepares: bool,
    /// The person who comes instead, where one is named.
    pub substitute: Option<ObjectId>,
    /// What the person is in the group: the office of the person's own fields first, then those of the table.
    pub offices: Vec<Held>,
}

impl Group {
    /// Reads the group from its document, with the profile's words where the group has written none.
    #[must_use]
    pub fn read(document: &Document, template: &Template, profile: &Profile) -> Self {
        let mut words = address(profile);
        words.extend(words_of(&template.fields, &document.root().fields, profile));
        let labels = template
            .fields
            .iter()
            .filter_map(|field| Some((field.is?, field.label.clone())))
            .collect();
        let stored = template
            .fields
            .iter()
            .find(|field| field.is == Some(Role::Logos))
            .and_then(|field| document.root().fields.get(&field.id));
        let logos = stored.map(logos).unwrap_or_default();
        let mut group = Self {
            words,
            labels,
            logos,
            people: people(document, template, profile),
            ..Self::default()
        };
        group.find_faults(document, template);
        group
    }

    fn find_faults(&mut self, document: &Document, template: &Template) {
        let values = &document.root().fields;
        let root = Place {
            document: document.id,
            object: document.id,
            field: None,
            row: None,
            column: None,
            words: vec![template.name.clone()],
        };
        for field in &template.fields {
            let place = root.field(&field.id, &field.label);
            let value = values.get(&field.id).or(field.default.as_ref());
            if field.is == Some(Role::Logos) {
                let stored = value.and_then(Value::as_array).into_iter().flatten();
                let silent = stored.enumerate().filter(|(_, value)| is_silent(value));
                self.silent_logos = silent.map(|(index, _)| place.row(index + 1)).collect();
            }
            let stands = value.is_some_and(|value| !is_empty(value));
            let is_given = stands || field.is.is_some_and(|role| !self.word(role).is_empty());
            if field.required.is_some() && field.print && !is_given {
                let field = field.clone();
                self.missing.push(Missing { field, place });
            }
        }
    }

    /// Returns the words of a role, empty where there are none.
    #[must_use]
    pub fn word(&self, role: Role) -> &str {
        self.words.get(&role).map_or("", String::as_str)
    }

    /// Returns the person with this identity.
    #[must_use]
    pub fn person(&self, id: ObjectId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }
}

impl Person {
    /// Returns the words of a role, empty where there are none.
    #[must_use]
    pub fn word(&self, role: Role) -> &str {
        self.words.get(&role).map_or("", String::as_str)
    }

    /// Returns everything that the person is in the group, as it is printed: "Ordförande, kommunrepresentant".
    #[must_use]
    pub fn all_offices(&self) -> String {
        let mut all = String::new();
        for held in self.offices.iter().filter(|held| !held.office.is_empty()) {
            if all.is_empty() {
                all.push_str(&held.office);
            } else {
                all.push_str(", ");
                all.push_str(&uncapitalised(&held.office));
            }
        }
        all
    }

    /// Returns whether the person holds an office that is called so, in capitals or not.
    #[must_use]
    pub fn is(&self, office: &str) -> bool {
        self.held(office).next().is_some()
    }

    /// Returns whether the person is in the group on a day: in any of the offices.
    #[must_use]
    pub fn is_there(&self, day: NaiveDate) -> bool {
        self.offices.iter().any(|held| held.includes(day))
    }

    /// Returns whether the person is one of those who prepare the group's meetings on a day: it is said of the person, or
    /// goes with an office held then.
    #[must_use]
    pub fn prepares_on(&self, day: NaiveDate) -> bool {
        let mut held = self.offices.iter().filter(|held| held.includes(day));
        held.any(|held| self.prepares || held.prepares)
    }

    /// Returns whether the person meets with a circle on a day; on any day where none is named.
    #[must_use]
    pub fn meets_with(&self, circle: &Circle, on: Option<NaiveDate>) -> bool {
        match circle {
            Circle::Everybody => on.is_none_or(|on| self.is_there(on)),
            Circle::Preparers => match on {
                Some(on) => self.prepares_on(on),
                None => self.prepares || self.offices.iter().any(|held| held.prepares),
            },
            Circle::Holders(offices) => offices.iter().any(|office| {
                let mut held = self.held(&office.label);
                held.any(|held| on.is_none_or(|on| held.includes(on)))
            }),
        }
    }

    /// Returns the terms of the person in an office.
    pub fn held(&self, office: &str) -> impl Iterator<Item = &Held> {
        let office = office.to_lowercase();
        let held = self.offices.iter();
        held.filter(move |held| held.office.to_lowercase() == office)
    }
}

/// Returns the logotypes that a stored value lists, leaving out what is no picture.
#[must_use]
pub fn logos(value: &Value) -> Vec<Logo> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(logo)
        .collect()
}

/// Returns the logotype that a stored value is: its picture's name and its alternative text.
#[must_use]
pub fn logo(value: &Value) -> Option<Logo> {
    let text = |key: &str| {
        value
            .get(key)
            .and_then(Value::as_str)
            .map(str::trim)
            .filter(|text| !text.is_empty())
    };
    let decorative = value
        .get("decorative")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    let ending = text("ending").unwrap_or("png");
    let sha256 = text("sha256").filter(|name| is_sha256(name))?;
    if !IMAGE_ENDINGS.contains(&ending) {
        return None;
    }
    let alt = text("alt").filter(|_| !decorative).map(str::to_owned);
    Some(Logo {
        image: format!("{sha256}.{ending}"),
        alt,
    })
}

/// How the files of pictures may end.
const IMAGE_ENDINGS: [&str; 4] = ["png", "jpg", "jpeg", "svg"];

/// A picture's name becomes a file's: nothing but a checksum may.
fn is_sha256(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Returns whether a stored value is a picture with neither alternative text nor the mark of a decorative one.
pub(crate) fn is_silent(value: &Value) -> bool {
    let decorative = value
        .get("decorative")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    logo(value).is_some_and(|logo| logo.alt.is_none() && !decorative)
}

fn address(profile: &Profile) -> BTreeMap<Role, String> {
    let address = &profile.address;
    [
        (Role::Organisation, &address.organisation),
        (Role::PostalAddress, &address.postal),
        (Role::VisitingAddress, &address.visiting),
        (Role::Phone, &address.phone),
        (Role::Email, &address.email),
        (Role::Web, &address.web),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(role, text)| (role, text.clone()))
    .collect()
}

fn people(document: &Document, template: &Template, profile: &Profile) -> Vec<Person> {
    let kinds = template
        .kinds
        .iter()
        .filter(|kind| kind.concept == Some(Concept::Person));
    let mut people: Vec<Person> = kinds
        .flat_map(|kind| {
            document
                .children(document.id, Some(&kind.id))
                .into_iter()
                .map(move |object| (kind, object))
        })
        .map(|(kind, object)| person(kind, object, profile))
        .collect();
    name_substitutes(&mut people);
    people
}

/// A substitute is one of the people: in words the name stands, and where there is none the office.
fn name_substitutes(people: &mut [Person]) {
    let name = |person: &Person| {
        let words = [Role::Name, Role::Office].map(|role| person.word(role));
        let mut words = words.into_iter().filter(|word| !word.is_empty());
        words.next().unwrap_or_default().to_owned()
    };
    let names: BTreeMap<String, String> = people
        .iter()
        .map(|person| (person.id.to_string(), name(person)))
        .collect();
    for person in people {
        if let Some(word) = person.words.get_mut(&Role::Substitute)
            && let Some(name) = names.get(word)
        {
            word.clone_from(name);
        }
    }
}

fn person(kind: &Kind, object: &Object, profile: &Profile) -> Person {
    let words = words_of(&kind.fields, &object.fields, profile);
    let prepares = with_role(&kind.fields, Role::Prepares)
        .and_then(|field| object.fields.get(&field.id)?.as_bool());
    Person {
        id: object.id,
        prepares: prepares.unwrap_or(false),
        substitute: words
            .get(&Role::Substitute)
            .and_then(|text| text.parse().ok()),
        offices: offices(kind, object, &words, profile),
        words,
    }
}

fn words_of(
    fields: &[Field],
    values: &BTreeMap<String, Value>,
    profile: &Profile,
) -> BTreeMap<Role, String> {
    fields
        .iter()
        .filter_map(|field| {
            let text = values
                .get(&field.id)?
                .as_str()
                .map(str::trim)
                .filter(|text| !text.is_empty())?;
            Some((field.is?, word(field, text, profile)))
        })
        .collect()
}

fn word(field: &Field, text: &str, profile: &Profile) -> String {
    let known = match field.ty {
        FieldType::Party => profile.party(text).map(|party| &party.name),
        FieldType::Body => profile.body(text).map(|body| &body.name),
        FieldType::Choice => {
            let scale = field
                .scale
                .as_deref()
                .and_then(|scale| profile.scale(scale));
            scale
                .and_then(|scale| scale.value(text))
                .map(|value| &value.label)
        }
        _ => None,
    };
    known.map_or_else(|| text.to_owned(), Clone::clone)
}
