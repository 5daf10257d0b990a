//! Carrying over to next year's plan what the year did not finish.

use std::collections::{BTreeMap, BTreeSet};

use model::document::{Document, Object, system};
use model::id::ObjectId;
use model::paper::{Item, Objects, Paper, Printed, Publication};
use model::period::Period;
use model::schema::Template;
use model::vocabulary::{Concept, Role};
use serde_json::{Value, json};
use store::{Moment, Set};

use crate::begin::sets;
use crate::error::{Error, What};
use crate::load::{DEPTH, Loaded};
use crate::{Outcome, Workspace};

impl Workspace {
    /// Carries goals and activities of a year over to the next year's plan, which is begun where it is missing.
    ///
    /// Carried are the activities that the annual report says are carried over; where no annual report says
    /// anything, those that no report says are finished or broken off. Each comes with its goal, and a goal with its
    /// indicators. What next year's plan has, or has removed, stays as it is; so the same can be done again, and in
    /// two copies.
    ///
    /// # Errors
    /// The year has no plan, or its template cannot be read.
    pub fn carry_over(&mut self, year: i32) -> Result<Outcome, Error> {
        if !(1900..9998).contains(&year) {
            return Err(Error::BadYear(year.to_string()));
        }
        let old = self.own(Concept::Plan, Period::of_year(year))?;
        let old = old.ok_or_else(|| Error::not_found(What::Document, format!("plan/{year}")))?;
        let old = self.load(old)?;
        let next = Period::of_year(year + 1);
        let mut all = Vec::new();
        let plan = match self.own(Concept::Plan, next)? {
            Some(plan) => plan,
            None => {
                let period = next.to_string();
                let plan = ObjectId::of_document(self.store.id(), Concept::Plan.as_str(), &period);
                let mut fields = self.pins_for(&old)?;
                fields.push((system::PERIOD.to_owned(), json!(period)));
                all.extend(sets(plan, plan, fields));
                plan
            }
        };
        let handed_in = self.handed_in(&old.document)?;
        let wanted = self.wanted(&old, &handed_in, year)?;
        let removed = self.store.removed(plan)?;
        let there = self.document(plan)?;
        let mut copy = Copy {
            from: &old.document,
            template: old.template(),
            into: plan,
            there: &there,
            removed: removed.iter().map(|object| object.obj).collect(),
            wanted,
            copied: BTreeSet::new(),
        };
        copy.below(old.document.id, &mut all);
        // What the reports follow is the plan that was handed in; what has been taken out of the draft since is in it.
        copy.from = &handed_in;
        copy.below(handed_in.id, &mut all);
        let changes = self.write(
            "carry_over",
            json!({ "document": plan, "year": year }),
            &all,
        )?;
        Ok(Outcome {
            object: plan,
            changes,
        })
    }

    /// The document of a concept and period that is in the file itself.
    fn own(&self, concept: Concept, period: Period) -> Result<Option<ObjectId>, Error> {
        let found = self.find(concept, period)?;
        match found {
            Some(id) if self.root_text(id, system::TEMPLATE)?.is_some() => Ok(found),
            _ => Ok(None),
        }
    }

    /// Next year's plan has the library's version of the same template, else the one that travels in the file.
    fn pins_for(&mut self, old: &Loaded) -> Result<Vec<(String, Value)>, Error> {
        let template = old.template();
        if self.library.template(&template.id).is_ok() {
            return self.template_pins(template);
        }
        let root = old.document.root();
        let kept = [system::TEMPLATE, system::TEMPLATE_SHA256].into_iter();
        Ok(kept
            .filter_map(|field| Some((field.to_owned(), root.fields.get(field)?.clone())))
            .collect())
    }

    /// Returns the document as it was when it was handed in last; as it is where it never was.
    fn handed_in(&self, document: &Document) -> Result<Document, Error> {
        let newest = self.newest_edition(document)?;
        newest.map_or_else(
            || Ok(document.clone()),
            |newest| self.document_at(document.id, Moment::Step(newest.edition.step)),
        )
    }

    /// Returns the objects that are carried over, each with those above it.
    fn wanted(
        &self,
        old: &Loaded,
        handed_in: &Document,
        year: i32,
    ) -> Result<BTreeSet<ObjectId>, Error> {
        let before = old
            .with_context(|context| model::paper::build(handed_in, context, &Publication::DRAFT).0);
        let reports = self.reports(year)?;
        let told: BTreeMap<ObjectId, bool> = reports
            .last()
            .filter(|(period, _)| period.part.is_none())
            .map(|(_, paper)| answers(paper))
            .unwrap_or_default();
        let ended = ended(reports.iter().map(|(_, paper)| paper), &old.paper);
        let mut items = old.paper.items();
        let is_new = |id: ObjectId| old.document.object(id).is_none();
        items.extend(
            before
                .items()
                .into_iter()
                .filter(|(_, item)| is_new(item.id)),
        );
        let is_carried = |(objects, item): &&(&Objects, &Item)| match objects.concept {
            Some(Concept::Activity) if told.is_empty() => !ended.contains(&item.id),
            Some(Concept::Goal) if told.is_empty() => !has(item, Concept::Activity),
            Some(Concept::Activity | Concept::Goal) => told.get(&item.id) == Some(&true),
            _ => false,
        };
        let carried = items.iter().filter(is_carried);
        let mut wanted = BTreeSet::new();
        for (_, item) in carried {
            let mut at = item.id;
            while wanted.insert(at)
                && let Some(above) = old
                    .document
                    .object(at)
                    .or_else(|| handed_in.object(at))
                    .map(|object| object.parent)
                && above != old.document.id
            {
                at = above;
            }
        }
        Ok(wanted)
    }

    /// Returns the papers of the year's reports, the annual one last.
    fn reports(&self, year: i32) -> Result<Vec<(Period, Paper)>, Error> {
        let mut found = Vec::new();
        for id in self.document_ids()? {
            let period = self.pin(id, system::PERIOD)?;
            let period = period.and_then(|period| period.parse::<Period>().ok());
            let Some(period) = period.filter(|period| period.year == year) else {
                continue;
            };
            let document = self.document(id)?;
            if self.pinned(&document, None)?.template.concept == Concept::Report {
                found.push((period, self.followed(id, DEPTH)?.source.paper));
            }
        }
        found.sort_by_key(|(period, _)| (period.part.is_none(), period.part));
        Ok(found)
    }
}

/// Returns what a report says of each object: whether it is carried over.
fn answers(paper: &Paper) -> BTreeMap<ObjectId, bool> {
    let items = paper.items();
    let answer = |item: &Item| match item.cell(Role::CarryOver)?.value.as_ref()? {
        Printed::Bool(yes) => Some((item.follows?, *yes)),
        _ => None,
    };
    items.iter().filter_map(|(_, item)| answer(item)).collect()
}

/// Returns the objects whose last known status says that they are finished or broken off. A status is known by its
/// mark, for its code and its word are the template's.
fn ended<'a>(reports: impl Iterator<Item = &'a Paper>, plan: &'a Paper) -> BTreeSet<ObjectId> {
    let mut last = BTreeMap::new();
    for paper in std::iter::once(plan).chain(reports) {
        for (_, item) in paper.items() {
            let status = item
                .fields
                .iter()
                .find(|cell| cell.is == Some(Role::Status));
            if let Some(Printed::Choice(status)) = status.and_then(|cell| cell.value.as_ref()) {
                let ended = ["●", "×"].contains(&status.mark.as_str());
                last.insert(item.follows.unwrap_or(item.id), ended);
            }
        }
    }
    last.into_iter()
        .filter(|(_, ended)| *ended)
        .map(|(id, _)| id)
        .collect()
}

fn has(item: &Item, concept: Concept) -> bool {
    item.children
        .iter()
        .any(|objects| objects.concept == Some(concept) && !objects.items.is_empty())
}

/// From one year's plan into the next one's.
struct Copy<'a> {
    from: &'a Document,
    template: &'a Template,
    into: ObjectId,
    there: &'a Document,
    removed: BTreeSet<ObjectId>,
    wanted: BTreeSet<ObjectId>,
    copied: BTreeSet<ObjectId>,
}

impl Copy<'_> {
    /// Takes the wanted objects below `parent`, and what belongs to them.
    fn below(&mut self, parent: ObjectId, all: &mut Vec<Set>) {
        for object in self.from.children(parent, None) {
            let Some(kind) = object
                .kind
                .as_deref()
                .and_then(|kind| self.template.kind(kind))
            else {
                continue;
            };
            // An indicator comes with its goal; an activity, wherever it stands, only when it is wanted itself.
            let by_itself = matches!(kind.concept, Some(Concept::Goal | Concept::Activity));
            let comes = self.wanted.contains(&object.id) || (!by_itself && parent != self.from.id);
            let id = self.into.about(object.id);
            if !comes || self.removed.contains(&id) {
                continue;
            }
            if self.there.object(id).is_none() && self.copied.insert(id) {
                all.extend(sets(self.into, id, self.fields(object)));
            }
            self.below(object.id, all);
        }
    }

    fn fields(&self, object: &Object) -> Vec<(String, Value)> {
        let known = self.template.fields_of(object.kind.as_deref());
        let role = |id: &str| known.iter().find(|field| field.id == id)?.is;
        let kept = object.fields.iter().filter(|(id, _)| match id.as_str() {
            system::KIND | system::POS => true,
            id => !id.starts_with('@') && !role(id).is_some_and(|role| OF_ITS_YEAR.contains(&role)),
        });
        let mut fields: Vec<(String, Value)> = kept
            .map(|(id, value)| (id.clone(), value.clone()))
            .collect();
        fields.push((system::ORIGIN.to_owned(), json!(object.id)));
        if object.parent != self.from.id {
            let parent = self.into.about(object.parent);
            fields.push((system::PARENT.to_owned(), json!(parent)));
        }
        fields
    }
}

/// What says how it went, or what was said about it, in its own year.
const OF_ITS_YEAR: &[Role] = &[
    Role::Status,
    Role::Assessment,
    Role::Comment,
    Role::Motivation,
    Role::Outcome,
    Role::Forecast,
    Role::Result,
    Role::CarryOver,
    Role::Measured,
    Role::MarginNote,
];
