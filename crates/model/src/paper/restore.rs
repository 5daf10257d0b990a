//! From a paper back to the document that it shows.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::source::{Shown, seen_from};
use super::{Cell, Item, Objects, Pack, Paper, PersonLine, Printed, Section, cell};
use crate::document::system;
use crate::id::ObjectId;
use crate::vocabulary::{Concept, Role};

/// What a paper tells of its document. Made into a paper again, it gives the same `data.json`.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// The document's identity.
    pub id: ObjectId,
    /// Its template.
    pub template: Pack,
    /// Its profile.
    pub profile: Pack,
    /// The fields of the root and of every object, the root first.
    pub objects: Vec<(ObjectId, BTreeMap<String, Value>)>,
    /// The group's texts by role.
    pub group: BTreeMap<Role, String>,
    /// The group's logotypes as stored values; their pictures do not travel in the paper's data.
    pub logos: Vec<Value>,
    /// The people it names, in the order of the members, each with their texts by role.
    pub people: Vec<(ObjectId, BTreeMap<Role, String>)>,
    /// What it shows of the documents it follows, as papers.
    pub sources: Vec<Paper>,
}

/// Restores what a paper shows. Derived values and rows nobody touched stay derived.
#[must_use]
pub fn restore(paper: &Paper) -> Restored {
    let mut objects = vec![(paper.document.id, root_fields(paper))];
    for section in &paper.sections {
        if let Section::Objects(below) = section {
            restore_objects(paper, below, None, &mut objects);
        }
    }
    let sources = paper
        .sources
        .iter()
        .map(|line| seen_from(paper, line))
        .collect();
    Restored {
        id: paper.document.id,
        template: paper.template.clone(),
        profile: paper.profile.clone(),
        objects,
        group: group(paper),
        logos: paper.logos.iter().map(cell::store_logo).collect(),
        people: people(paper),
        sources,
    }
}

fn root_fields(paper: &Paper) -> BTreeMap<String, Value> {
    let own = paper.sections.iter().filter_map(|section| {
        if let Section::Field(cell) = section {
            Some(cell)
        } else {
            None
        }
    });
    let mut fields = stored(paper.head.iter().chain(own));
    fields.insert(system::TEMPLATE.into(), json!(paper.template.id));
    if let Some(period) = &paper.document.period {
        fields.insert(system::PERIOD.into(), json!(period));
    }
    let listed = paper.sections.iter().filter_map(|section| match section {
        Section::Members(members) => Some(&members.people),
        _ => None,
    });
    let listed: Vec<ObjectId> = listed
        .flatten()
        .map(|person| person.id)
        .filter(|id| *id != paper.document.id)
        .collect();
    if paper.document.concept == Concept::Meeting {
        fields.insert(system::LISTED.into(), json!(listed));
    }
    if let Some(linked) = paper.sources.iter().find(|line| line.linked) {
        fields.insert(system::FOLLOWS.into(), json!(linked.document));
    }
    fields
}

fn restore_objects(
    paper: &Paper,
    objects: &Objects,
    above: Option<&Item>,
    found: &mut Vec<(ObjectId, BTreeMap<String, Value>)>,
) {
    for (index, item) in objects.items.iter().enumerate() {
        let mut fields = stored(&item.fields);
        let follows_row = item.follows.is_some() || item.gone.is_some();
        let is_held = item.children.iter().any(holds_own);
        if !follows_row || !fields.is_empty() || item.gone.is_some() || is_held {
            fields.insert(system::KIND.into(), json!(objects.kind));
            fields.insert(system::POS.into(), json!(index + 1));
            place(paper, item, above, follows_row, &mut fields);
            found.push((item.id, fields));
        }
        for below in &item.children {
            restore_objects(paper, below, Some(item), found);
        }
    }
}

/// Whether objects are more than rows that follow: they need the row above them to stand below.
fn holds_own(below: &Objects) -> bool {
    below.items.iter().any(|item| item.follows.is_none())
}

fn place(
    paper: &Paper,
    item: &Item,
    above: Option<&Item>,
    follows_row: bool,
    fields: &mut BTreeMap<String, Value>,
) {
    if let Some(follows) = item.follows {
        fields.insert(system::FOLLOWS.into(), json!(follows));
    }
    if item.gone.is_some() {
        let kept = Shown {
            below: above.and_then(|above| above.follows),
            number: item.number.clone(),
            cells: item.shown.clone(),
        };
        fields.insert(system::SHOWN.into(), json!(kept));
    }
    if follows_row {
        return;
    }
    if let Some(above) = above {
        fields.insert(system::PARENT.into(), json!(above.id));
    }
    if let (Some(number), Some(_)) = (&item.number, &paper.document.edition) {
        fields.insert(system::NUMBER.into(), json!(number));
    }
}

fn stored<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> BTreeMap<String, Value> {
    let touched = cells.into_iter().filter(|cell| cell.is_own());
    touched
        .filter_map(|found| Some((found.id.clone(), cell::store(found.value.as_ref()?))))
        .collect()
}

fn group(paper: &Paper) -> BTreeMap<Role, String> {
    let publisher = &paper.publisher;
    let mut words: BTreeMap<Role, String> = publisher
        .address
        .iter()
        .filter_map(|cell| match (cell.is, &cell.value) {
            (Some(role), Some(Printed::Line(text))) => Some((role, text.clone())),
            _ => None,
        })
        .collect();
    words.insert(Role::Title, publisher.group.clone());
    words.insert(Role::Area, publisher.area.clone());
    words.insert(Role::Organisation, publisher.organisation.clone());
    words.retain(|_, text| !text.is_empty());
    words
}

fn people(paper: &Paper) -> Vec<(ObjectId, BTreeMap<Role, String>)> {
    let mut found: Vec<(ObjectId, BTreeMap<Role, String>)> = Vec::new();
    for section in &paper.sections {
        if let Section::Members(members) = section {
            // Who comes from elsewhere is nobody of the group's, and bears the document's own id.
            let own = members.people.iter();
            for person in own.filter(|person| person.id != paper.document.id) {
                let words = members
                    .columns
                    .iter()
                    .map(|column| column.is)
                    .zip(person.values.clone());
                found.push((
                    person.id,
                    words.filter(|(_, text)| !text.is_empty()).collect(),
                ));
            }
        }
    }
    for person in named(paper) {
        let texts = [
            (Role::Name, &person.name),
            (Role::Office, &person.office),
            (Role::Organisation, &person.organisation),
        ];
        let words = texts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(role, text)| (role, text.clone()));
        match found.iter_mut().find(|(id, _)| *id == person.id) {
            Some((_, known)) => known.extend(words),
            None => found.push((person.id, words.collect())),
        }
    }
    found
}

fn named(paper: &Paper) -> Vec<&PersonLine> {
    let own = paper.sections.iter().filter_map(|section| {
        if let Section::Field(cell) = section {
            Some(cell)
        } else {
            None
        }
    });
    let below = paper.items();
    let cells = paper.head.iter().chain(own).chain(
        below
            .iter()
            .flat_map(|(_, item)| item.fields.iter().chain(&item.shown)),
    );
    cells
        .filter_map(|cell| cell.value.as_ref())
        .flat_map(persons)
        .collect()
}

fn persons(value: &Printed) -> Vec<&PersonLine> {
    match value {
        Printed::Person(person) => vec![person],
        Printed::List(items) => items.iter().flat_map(persons).collect(),
        Printed::Rows(rows) => rows
            .rows
            .iter()
            .flatten()
            .flatten()
            .flat_map(persons)
            .collect(),
        _ => Vec::new(),
    }
}
