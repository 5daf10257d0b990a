//! The same field empty in several objects of a kind: said once, "7 of 12 activities".

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::id::ObjectId;
use crate::paper::Paper;

/// A field that several objects of a kind lack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The kind's plural, for example "Aktiviteter".
    pub kind: String,
    /// The field's id.
    pub field: String,
    /// The field's label.
    pub label: String,
    /// The objects that lack it, in the order of the page, each with its number, or its name where it has none.
    pub objects: Vec<(ObjectId, String)>,
    /// How many objects of the kind there are.
    pub of: usize,
}

/// Returns the fields that two objects of a kind or more lack, in the order of the page.
#[must_use]
pub fn gaps(found: &[Diagnostic], paper: &Paper) -> Vec<Gap> {
    let items = paper.items();
    let mut of: BTreeMap<&str, usize> = BTreeMap::new();
    for (objects, _) in &items {
        *of.entry(&objects.kind).or_default() += 1;
    }
    let known: BTreeMap<ObjectId, _> = items
        .iter()
        .map(|(objects, item)| (item.id, (*objects, *item)))
        .collect();
    let mut gaps: Vec<(&str, Gap)> = Vec::new();
    for missing in found
        .iter()
        .filter(|found| found.code == Code::RequiredMissing && found.place.row.is_none())
    {
        let (Some((objects, item)), Some(field)) =
            (known.get(&missing.place.object), &missing.place.field)
        else {
            continue;
        };
        let object = (item.id, item.number.clone().unwrap_or_else(|| item.name()));
        match gaps
            .iter_mut()
            .find(|(kind, gap)| *kind == objects.kind && gap.field == *field)
        {
            Some((_, gap)) => gap.objects.push(object),
            None => gaps.push((
                &objects.kind,
                Gap {
                    kind: objects.label.clone(),
                    field: field.clone(),
                    label: missing.place.words.last().cloned().unwrap_or_default(),
                    objects: vec![object],
                    of: of.get(objects.kind.as_str()).copied().unwrap_or_default(),
                },
            )),
        }
    }
    gaps.into_iter()
        .map(|(_, gap)| gap)
        .filter(|gap| gap.objects.len() > 1)
        .collect()
}
