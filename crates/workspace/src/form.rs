//! A document as a form: the template's parts, kinds and fields with their instructions, and the values that stand in
//! them. Forms are made from it, and so a changed template changes the form.

pub(crate) mod value;
mod view;

use std::collections::BTreeMap;

use model::document::{Object, system};
use model::id::ObjectId;
use model::paper::{Cell, Item, Objects, Paper, Section, stored};
use model::profile::{Phrase, Profile};
use model::schema::{Field, Kind};
use model::vocabulary::{Concept, FieldType, Role};
use serde_json::Value;

use crate::error::Error;
use crate::load::Loaded;
use crate::rich;
use crate::{Workspace, words};

pub use value::{FieldValue, FileValue, PictureValue, ReferenceValue};
pub use view::{
    AskedIf, FieldView, FormView, KindView, ObjectView, OptionView, PartContent, PartView,
    PhraseView, ShownView, ValueView, Widget,
};

impl Workspace {
    /// Returns a document as a form.
    ///
    /// # Errors
    /// The document is not there, or its template is neither in the file nor in the library.
    pub fn form(&self, id: ObjectId) -> Result<FormView, Error> {
        let loaded = self.ready(id)?;
        let template = loaded.template();
        let plain = |value: &str, label: &str| OptionView {
            value: value.to_owned(),
            label: label.to_owned(),
            mark: String::new(),
            help: String::new(),
        };
        let profile = &loaded.profile;
        Ok(FormView {
            document: id.to_string(),
            concept: template.concept.as_str().to_owned(),
            name: template.name.clone(),
            title: crate::list::title_of(&loaded.paper),
            help: rich::parsed(&template.help),
            parts: loaded.form_parts(),
            kinds: template
                .kinds
                .iter()
                .map(|kind| loaded.kind_view(kind))
                .collect(),
            objects: loaded.object_views(),
            values: loaded.values(None, &template.fields, &own_cells(&loaded.paper)),
            modes: profile
                .decision_modes
                .iter()
                .map(|mode| plain(&mode.id, &mode.label))
                .collect(),
            bodies: profile
                .bodies
                .iter()
                .map(|body| plain(&body.id, &body.name))
                .collect(),
            organisations: organisations(profile),
            prefills: crate::prefill::is_prefilled(template),
            decides: crate::typed::decides(&loaded)
                .unwrap_or_default()
                .to_owned(),
            phrases: self.phrases(&loaded)?,
        })
    }
}

/// The organisations of a profile by their names, those that only pay left out; the publisher too, where its name is
/// not one of theirs with its department.
fn organisations(profile: &Profile) -> Vec<String> {
    let principals = profile.parties.iter().filter(|party| party.principal);
    let mut found: Vec<String> = principals.map(|party| party.name.clone()).collect();
    let publisher = &profile.address.organisation;
    if !found
        .iter()
        .any(|name| publisher.starts_with(name.as_str()))
        && !publisher.is_empty()
    {
        found.push(publisher.clone());
    }
    found
}

impl Workspace {
    /// The phrases to begin from: in a memo that carries a document, those about such a one name it.
    fn phrases(&self, loaded: &Loaded) -> Result<Vec<PhraseView>, Error> {
        let carried = self.carried_by(loaded)?;
        let view = |phrase: &Phrase| {
            let is_carried = |concept: Concept| phrase.carries == Some(concept);
            let carried = carried.as_ref().filter(|(concept, _)| is_carried(*concept));
            PhraseView {
                mode: phrase.mode.clone().unwrap_or_default(),
                text: phrase.about(carried.map(|(_, title)| title.as_str())),
            }
        };
        Ok(loaded.profile.phrases.iter().map(view).collect())
    }
}

/// Everything that the followed object says in its own document, and where that is not to be had, what the row
/// shows of it.
fn shown(item: &Item, followed: &BTreeMap<ObjectId, &Item>) -> Vec<ShownView> {
    let followed = item.follows.and_then(|id| followed.get(&id));
    let title = |cell: &&Cell| cell.is != Some(Role::Title);
    let cells = followed.map_or(&item.shown, |found| &found.fields);
    let words = crate::wording::value_words();
    let show = |cell: &Cell| {
        let text = match cell.value.as_ref()? {
            model::paper::Printed::Text(blocks) => rich::text_blocks(blocks.clone()),
            other => rich::parsed_plain(&model::paper::in_words(other, &words)),
        };
        Some(ShownView {
            label: cell.label.clone(),
            text,
        })
    };
    cells.iter().filter(title).filter_map(show).collect()
}

fn own_cells(paper: &Paper) -> Vec<&Cell> {
    let sections = paper.sections.iter().filter_map(|section| match section {
        Section::Field(cell) => Some(cell),
        _ => None,
    });
    paper.head.iter().chain(sections).collect()
}

impl Loaded {
    /// The head with every field that has no place of its own, then what the template orders, then what it forgets.
    pub(crate) fn form_parts(&self) -> Vec<PartView> {
        let template = self.template();
        let listed = |field: &&Field| template.order.contains(&field.id);
        let (own, head): (Vec<&Field>, Vec<&Field>) = template.fields.iter().partition(listed);
        let mut parts = Vec::new();
        if !head.is_empty() {
            let label = words::say("section-head", &words::Args::new());
            parts.push(PartView {
                id: model::progress::HEAD.to_owned(),
                label,
                content: PartContent::Fields,
                fields: head.iter().map(|field| self.field_view(field)).collect(),
            });
        }
        let tops: Vec<&Kind> = template.top_kinds().collect();
        let unlisted = tops.iter().map(|kind| &kind.id);
        let unlisted = unlisted.filter(|id| !template.order.contains(id));
        for id in template.order.iter().chain(unlisted) {
            if let Some(field) = own.iter().find(|field| field.id == *id) {
                parts.push(part(
                    id,
                    &field.label,
                    PartContent::Fields,
                    vec![self.field_view(field)],
                ));
            } else if let Some(kind) = tops.iter().find(|kind| kind.id == *id) {
                parts.push(part(id, &kind.plural, PartContent::Objects, Vec::new()));
            } else if let Some(view) = template.views.iter().find(|view| view.id == *id)
                && !view.label.is_empty()
            {
                parts.push(part(id, &view.label, PartContent::Computed, Vec::new()));
            }
        }
        parts
    }

    fn kind_view(&self, kind: &Kind) -> KindView {
        KindView {
            id: kind.id.clone(),
            concept: kind
                .concept
                .map(Concept::as_str)
                .unwrap_or_default()
                .to_owned(),
            label: kind.label.clone(),
            plural: kind.plural.clone(),
            help: rich::parsed(&kind.help),
            children: kind.children.clone(),
            follows: kind.follows.is_some(),
            fields: kind
                .fields
                .iter()
                .map(|field| self.field_view(field))
                .collect(),
            most: u32::try_from(kind.count.1).unwrap_or(u32::MAX),
        }
    }

    fn field_view(&self, field: &Field) -> FieldView {
        FieldView {
            id: field.id.clone(),
            role: field.is.map(Role::as_str).unwrap_or_default().to_owned(),
            label: field.label.clone(),
            help: field.help.clone(),
            widget: widget(field),
            required: field.required.is_some(),
            asked_if: field.required_if.as_ref().map(|asked| AskedIf {
                field: asked.field.clone(),
                values: asked.codes.clone(),
            }),
            printed: field.print,
            max: field.max.and_then(|max| u32::try_from(max).ok()),
            none: field.none.clone().unwrap_or_default(),
            options: self.options(field),
            columns: field
                .columns
                .iter()
                .map(|column| self.field_view(column))
                .collect(),
        }
    }

    /// Returns what a field, or an element of a list, is chosen from; nothing where it is written. Who raises a matter is
    /// written, and those whom the rules of meetings name are at hand.
    pub(crate) fn options(&self, field: &Field) -> Vec<OptionView> {
        let ty = if field.ty == FieldType::List {
            field.of
        } else {
            field.ty
        };
        let option = |value: &str, label: String| OptionView {
            value: value.to_owned(),
            label,
            mark: String::new(),
            help: String::new(),
        };
        match ty {
            FieldType::Choice => {
                let scale = self.profile.scale_of(self.template(), field);
                let values = scale.map(|scale| scale.values.iter()).into_iter().flatten();
                values
                    .map(|value| OptionView {
                        value: value.code.clone(),
                        label: value.label.clone(),
                        mark: value.mark.clone(),
                        help: value.help.clone(),
                    })
                    .collect()
            }
            FieldType::Person => {
                let people = self.group.people.iter();
                people
                    .map(|person| {
                        let offices = person.all_offices();
                        let words = [
                            person.word(Role::Name),
                            &offices,
                            person.word(Role::Organisation),
                        ];
                        let words: Vec<&str> =
                            words.into_iter().filter(|word| !word.is_empty()).collect();
                        option(&person.id.to_string(), words.join(", "))
                    })
                    .collect()
            }
            FieldType::Party => {
                // Who only pays is a party to nothing else.
                let pays = field.is == Some(Role::Financier);
                let parties = self.profile.parties.iter();
                let parties = parties.filter(|party| pays || party.principal);
                parties
                    .map(|party| option(&party.name, party.name.clone()))
                    .collect()
            }
            FieldType::Body => {
                let bodies = self.profile.bodies.iter();
                bodies
                    .map(|body| option(&body.name, body.name.clone()))
                    .collect()
            }
            FieldType::Line if field.is == Some(Role::RaisedBy) => {
                let rules = self.profile.meeting_rules.iter();
                let words = rules.flat_map(|rule| &rule.raised_by);
                words.map(|word| option(word, word.clone())).collect()
            }
            _ => Vec::new(),
        }
    }

    fn object_views(&self) -> Vec<ObjectView> {
        let mut found = Vec::new();
        let mut followed = BTreeMap::new();
        for (_, item) in self
            .sources
            .values()
            .flat_map(|source| source.paper.items())
        {
            followed.entry(item.id).or_insert(item);
        }
        for section in &self.paper.sections {
            if let Section::Objects(objects) = section {
                self.collect(objects, None, &followed, &mut found);
            }
        }
        found
    }

    fn collect(
        &self,
        objects: &Objects,
        parent: Option<ObjectId>,
        followed: &BTreeMap<ObjectId, &Item>,
        found: &mut Vec<ObjectView>,
    ) {
        for item in &objects.items {
            let fields = self.template().fields_of(Some(&objects.kind));
            let cells: Vec<&Cell> = item.fields.iter().collect();
            found.push(ObjectView {
                id: item.id.to_string(),
                kind: objects.kind.clone(),
                parent: parent.map(|id| id.to_string()),
                number: item.number.clone(),
                name: item.name(),
                title: item.called().to_owned(),
                gone: item.gone.clone(),
                shown: shown(item, followed),
                values: self.values(Some(item.id), fields, &cells),
            });
            for below in &item.children {
                self.collect(below, Some(item.id), followed, found);
            }
        }
    }

    fn values(
        &self,
        object: Option<ObjectId>,
        fields: &[Field],
        cells: &[&Cell],
    ) -> Vec<ValueView> {
        let object = self.document.object(object.unwrap_or(self.document.id));
        let view = |field: &Field| {
            let own = object.and_then(|object| object.fields.get(&field.id));
            let cell = cells.iter().find(|cell| cell.id == field.id);
            // What a rule makes of silence comes from no default.
            let is_brought =
                |cell: &&&Cell| cell.derived || (cell.usual && field.default.is_none());
            let derived = cell.filter(|_| own.is_none()).filter(is_brought);
            let derived = derived.and_then(|cell| cell.value.as_ref()).map(stored);
            let given = object.and_then(|object| self.given(object, field));
            let usual = field.default.as_ref();
            let brought = derived.as_ref().or(given.as_ref());
            let shown = own.or(brought).or(usual);
            ValueView {
                field: field.id.clone(),
                value: value::shown(field, shown, self),
                derived: own.is_none() && brought.is_some(),
                disputed: object
                    .is_some_and(|object: &Object| object.disputed.contains_key(&field.id)),
            }
        };
        fields.iter().map(view).collect()
    }
}

impl Loaded {
    /// Returns what the profile says in a line of the group's own that the group has not written.
    fn given(&self, object: &Object, field: &Field) -> Option<Value> {
        let own = self.template().concept == Concept::Group && object.id == self.document.id;
        let role = field.is.filter(|_| own && field.ty == FieldType::Line)?;
        let words = self.group.word(role);
        (!words.is_empty()).then(|| Value::from(words))
    }
}

fn part(id: &str, label: &str, content: PartContent, fields: Vec<FieldView>) -> PartView {
    PartView {
        id: id.to_owned(),
        label: label.to_owned(),
        content,
        fields,
    }
}

const fn widget(field: &Field) -> Widget {
    match field.ty {
        FieldType::Line => Widget::Line,
        FieldType::Text => Widget::Text,
        FieldType::Date => Widget::Date,
        FieldType::Number => Widget::Number,
        FieldType::Money => Widget::Money,
        FieldType::Bool => Widget::Bool,
        FieldType::Choice => Widget::Choice,
        FieldType::Person => Widget::Person,
        FieldType::Party | FieldType::Body => Widget::Named,
        FieldType::Rows => Widget::Table,
        FieldType::Image => Widget::Pictures,
        FieldType::File => Widget::Files,
        FieldType::Reference => Widget::References,
        FieldType::Decision => Widget::Decision,
        FieldType::List => match field.of {
            FieldType::Image => Widget::Pictures,
            FieldType::File => Widget::Files,
            FieldType::Reference => Widget::References,
            FieldType::Choice | FieldType::Person => Widget::Several,
            FieldType::Party | FieldType::Body => Widget::SeveralNamed,
            _ => Widget::Lines,
        },
    }
}

/// Names of the fields that a copy of an object does not take along.
pub(crate) fn is_copied(field: &str) -> bool {
    !matches!(field, system::NUMBER | system::ORIGIN | system::POS)
}

#[cfg(test)]
mod tests;
