//! Two papers of one document, side by side.

use std::collections::{BTreeMap, BTreeSet};

use model::id::ObjectId;
use model::paper::{Cell, Item, Objects, Paper, Section, in_words};

use super::{Difference, DifferenceKind};
use crate::wording;

/// An object of a paper and where it stands.
struct Standing<'a> {
    item: &'a Item,
    above: Option<ObjectId>,
    place: Vec<String>,
}

/// Returns what differs, in the order of the paper after; what is gone comes last.
pub(super) fn differences(before: &Paper, after: &Paper) -> Vec<Difference> {
    let id = after.document.id;
    let (old, new) = (standing(before), standing(after));
    let known: BTreeMap<ObjectId, &Standing<'_>> =
        old.iter().map(|found| (found.item.id, found)).collect();
    let stays: BTreeSet<ObjectId> = new.iter().map(|found| found.item.id).collect();
    let moved = moved(&old, &new);
    let mut found = fields(id, &[], &own(before), &own(after));
    for object in &new {
        let item = object.item;
        match known.get(&item.id) {
            None => found.push(whole(DifferenceKind::Added, object)),
            Some(earlier) => {
                if moved.contains(&item.id) {
                    found.push(whole(DifferenceKind::Moved, object));
                }
                let was: Vec<&Cell> = earlier.item.fields.iter().collect();
                let is: Vec<&Cell> = item.fields.iter().collect();
                found.extend(fields(item.id, &object.place, &was, &is));
            }
        }
    }
    let gone = old.iter().filter(|object| !stays.contains(&object.item.id));
    found.extend(gone.map(|object| whole(DifferenceKind::Removed, object)));
    found
}

fn own(paper: &Paper) -> Vec<&Cell> {
    let body = paper.sections.iter().filter_map(|section| match section {
        Section::Field(cell) => Some(cell),
        _ => None,
    });
    paper.head.iter().chain(body).collect()
}

fn fields(
    object: ObjectId,
    place: &[String],
    before: &[&Cell],
    after: &[&Cell],
) -> Vec<Difference> {
    let find = |cells: &[&Cell], id: &str| {
        cells
            .iter()
            .find(|cell| cell.id == id)
            .and_then(|cell| said(cell))
    };
    let mut cells: Vec<&Cell> = after.to_vec();
    cells.extend(
        before
            .iter()
            .filter(|cell| !after.iter().any(|other| other.id == cell.id)),
    );
    let mut seen = BTreeSet::new();
    cells.retain(|cell| seen.insert(cell.id.as_str()));
    cells
        .into_iter()
        .filter_map(|cell| {
            let (was, is) = (find(before, &cell.id), find(after, &cell.id));
            (was != is).then(|| Difference {
                kind: DifferenceKind::Changed,
                object,
                field: Some(cell.id.clone()),
                place: place.iter().chain([&cell.label]).cloned().collect(),
                parts: match (&was, &is) {
                    (Some(was), Some(is)) => wording::differences(was, is),
                    _ => Vec::new(),
                },
                before: was,
                after: is,
            })
        })
        .collect()
}

fn whole(kind: DifferenceKind, object: &Standing<'_>) -> Difference {
    let words = content(object.item);
    let (before, after) = match kind {
        DifferenceKind::Added => (None, Some(words)),
        DifferenceKind::Removed => (Some(words), None),
        DifferenceKind::Moved | DifferenceKind::Changed => (None, None),
    };
    Difference {
        kind,
        object: object.item.id,
        field: None,
        place: object.place.clone(),
        before,
        after,
        parts: Vec::new(),
    }
}

/// Returns everything that an object says, a line for each field.
fn content(item: &Item) -> String {
    let lines = item
        .fields
        .iter()
        .filter_map(|cell| Some(format!("{}: {}", cell.label, said(cell)?)));
    lines.collect::<Vec<_>>().join("\n")
}

fn said(cell: &Cell) -> Option<String> {
    cell.value
        .as_ref()
        .map(|value| in_words(value, &wording::value_words()))
}

fn standing(paper: &Paper) -> Vec<Standing<'_>> {
    let mut found = Vec::new();
    for section in &paper.sections {
        if let Section::Objects(objects) = section {
            walk(objects, None, &[], &mut found);
        }
    }
    found
}

fn walk<'a>(
    objects: &'a Objects,
    above: Option<ObjectId>,
    place: &[String],
    found: &mut Vec<Standing<'a>>,
) {
    for item in &objects.items {
        let place: Vec<String> = place.iter().cloned().chain([item.name()]).collect();
        found.push(Standing {
            item,
            above,
            place: place.clone(),
        });
        for below in &item.children {
            walk(below, Some(item.id), &place, found);
        }
    }
}

/// Returns the objects that stand below another parent, and those that left their place among siblings that stayed.
fn moved(old: &[Standing<'_>], new: &[Standing<'_>]) -> BTreeSet<ObjectId> {
    let place = |all: &[Standing<'_>]| -> BTreeMap<ObjectId, (Option<ObjectId>, usize)> {
        let numbered = all.iter().enumerate();
        numbered
            .map(|(index, object)| (object.item.id, (object.above, index)))
            .collect()
    };
    let (was, is) = (place(old), place(new));
    let both = is
        .iter()
        .filter_map(|(id, now)| Some((*id, *was.get(id)?, *now)));
    let mut found = BTreeSet::new();
    let mut siblings: BTreeMap<Option<ObjectId>, Vec<(usize, usize, ObjectId)>> = BTreeMap::new();
    for (id, (above_then, then), (above_now, now)) in both {
        if above_then == above_now {
            siblings.entry(above_now).or_default().push((now, then, id));
        } else {
            found.insert(id);
        }
    }
    for mut family in siblings.into_values() {
        family.sort_unstable();
        let stayed = rising(&family.iter().map(|(_, then, _)| *then).collect::<Vec<_>>());
        let left = family
            .iter()
            .enumerate()
            .filter(|(index, _)| !stayed.contains(index));
        found.extend(left.map(|(_, (_, _, id))| *id));
    }
    found
}

/// Returns the indices of the longest rising row of numbers: those who kept their order.
fn rising(numbers: &[usize]) -> BTreeSet<usize> {
    let mut best: Vec<Vec<usize>> = Vec::with_capacity(numbers.len());
    for (index, number) in numbers.iter().enumerate() {
        let before = (0..index).filter(|earlier| numbers[*earlier] < *number);
        let mut row = before
            .map(|earlier| best[earlier].clone())
            .max_by_key(Vec::len)
            .unwrap_or_default();
        row.push(index);
        best.push(row);
    }
    best.into_iter()
        .max_by_key(Vec::len)
        .unwrap_or_default()
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_was_moved_is_told_and_not_all_that_it_passed() {
        assert_eq!(rising(&[0, 1, 2, 3]), BTreeSet::from([0, 1, 2, 3]));
        assert_eq!(rising(&[3, 0, 1, 2]), BTreeSet::from([1, 2, 3]));
        assert_eq!(rising(&[1, 2, 3, 0]), BTreeSet::from([0, 1, 2]));
        assert_eq!(rising(&[]), BTreeSet::new());
    }
}
