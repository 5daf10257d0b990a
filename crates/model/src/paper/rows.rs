//! Rows that follow the objects of another document: derived until somebody touches them.

use std::collections::BTreeMap;

use super::build::{Builder, name};
use super::fields::is_asked;
use super::source::{Followed, Shown};
use super::{Cell, Item, Printed, cell};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::{Object, system};
use crate::id::ObjectId;
use crate::schema::{Field, Follows, Kind};
use crate::vocabulary::Role;

impl<'a> Builder<'a> {
    /// A row for each followed object of the source, then for those that are gone from it.
    pub(super) fn rows(
        &mut self,
        kind: &'a Kind,
        follows: &Follows,
        followed: Option<ObjectId>,
    ) -> Vec<Item> {
        let source = self.followed.get(follows.source.as_str());
        let present = source
            .map(|source| source.items(follows.concept, followed))
            .unwrap_or_default();
        let mut rows: Vec<Item> = present
            .into_iter()
            .map(|item| self.row(kind, item))
            .collect();
        rows.extend(self.gone_rows(kind, followed));
        rows
    }

    /// Rows whose object is gone from the source: they stand where the object last stood, if that is still there.
    pub(super) fn gone_rows(&mut self, kind: &'a Kind, home: Option<ObjectId>) -> Vec<Item> {
        let source = kind
            .follows
            .as_ref()
            .and_then(|follows| self.followed.get(follows.source.as_str()));
        let there = |id: ObjectId| source.is_some_and(|source| source.has(id));
        let touched = self
            .document
            .objects()
            .filter(|object| object.kind.as_deref() == Some(&kind.id));
        let gone: Vec<(&Object, Last)> = touched
            .filter(|object| !object.link(system::FOLLOWS).is_some_and(there))
            .map(|object| (object, Last::of(object, source)))
            .filter(|(_, last)| last.parent.filter(|id| there(*id)) == home)
            .collect();
        gone.into_iter()
            .map(|(object, last)| self.gone(kind, object, last))
            .collect()
    }

    fn row(&mut self, kind: &'a Kind, followed: &Item) -> Item {
        let id = self.document.id.about(followed.id);
        let untouched = Object::untouched(id, self.document.id);
        let object = self.document.object(id).unwrap_or(&untouched);
        let place = self.place(
            id,
            Some(&name(
                &kind.label,
                followed.number.as_deref(),
                followed.title(),
            )),
        );
        let starts: BTreeMap<&str, Printed> = kind
            .fields
            .iter()
            .filter_map(|field| Some((field.id.as_str(), self.started(field, followed)?)))
            .collect();
        let stands = |field: &Field| {
            let start = || starts.get(field.id.as_str()).map(cell::store);
            object.fields.get(&field.id).cloned().or_else(start)
        };
        let fields = kind.fields.iter().filter_map(|field| {
            let asked = is_asked(field, &kind.fields, stands);
            let start = starts.get(field.id.as_str()).cloned();
            self.cell(field, object, asked, start, &place)
        });
        let fields = fields.collect();
        let children = self.children(
            kind,
            id,
            Some(followed.id),
            followed.number.as_deref().unwrap_or_default(),
        );
        Item {
            id,
            label: kind.label.clone(),
            number: followed.number.clone(),
            follows: Some(followed.id),
            gone: None,
            shown: shown(kind, &followed.fields),
            fields,
            children,
        }
    }

    /// What a field of a row begins with: what a followed document says of the same object.
    fn started(&self, field: &Field, followed: &Item) -> Option<Printed> {
        let start = field.start.as_ref()?;
        let source = self.followed.get(start.source.as_str())?;
        self.own_word(field, source.value(followed.id, start.role)?)
    }

    fn gone(&mut self, kind: &'a Kind, object: &Object, last: Last) -> Item {
        let shown = shown(kind, &last.cells);
        let item = self.item(kind, object, last.number);
        let item = Item {
            follows: object.link(system::FOLLOWS),
            gone: Some(kind.gone.clone()),
            shown,
            ..item
        };
        let place = self.place(object.id, Some(&item.name()));
        // What somebody has written about it goes nowhere by itself: they must say what becomes of it.
        let own = |cell: &Cell| cell.value.is_some() && !cell.derived && !cell.usual;
        let severity = if item.fields.iter().any(own) || !item.children.is_empty() {
            Severity::Warning
        } else {
            Severity::Hint
        };
        self.findings
            .push(Diagnostic::new(Code::ObjectGone, severity, place));
        item
    }
}

impl Object {
    /// A row that nobody has touched.
    fn untouched(id: ObjectId, parent: ObjectId) -> Self {
        Self {
            id,
            kind: None,
            parent,
            pos: 0.0,
            fields: BTreeMap::new(),
            disputed: BTreeMap::new(),
        }
    }
}

fn shown(kind: &Kind, cells: &[Cell]) -> Vec<Cell> {
    let with = |role: &Role| {
        cells
            .iter()
            .find(|cell| cell.is == Some(*role) && cell.value.is_some())
    };
    kind.shows.iter().filter_map(with).cloned().collect()
}

/// What is last known of an object that is gone.
#[derive(Default)]
struct Last {
    parent: Option<ObjectId>,
    number: Option<String>,
    cells: Vec<Cell>,
}

impl Last {
    /// Asks the source, then what a paper that was read back showed.
    fn of(row: &Object, source: Option<&Followed>) -> Self {
        let removed = row
            .link(system::FOLLOWS)
            .and_then(|id| source?.removed.get(&id));
        match removed {
            Some(removed) => {
                let item = &removed.item;
                Self {
                    parent: removed.parent,
                    number: item.number.clone(),
                    cells: item.fields.clone(),
                }
            }
            None => row
                .fields
                .get(system::SHOWN)
                .and_then(Shown::read)
                .map(Self::from)
                .unwrap_or_default(),
        }
    }
}

impl From<Shown> for Last {
    fn from(kept: Shown) -> Self {
        Self {
            parent: kept.below,
            number: kept.number,
            cells: kept.cells,
        }
    }
}
