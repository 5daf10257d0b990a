//! Two people with a copy each: a copy to hand over, and the colleague's taken in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use model::id::ObjectId;
use model::paper::Paper;
use serde::Serialize;
use store::{Fault, MergeError, OpenError, Place};

use crate::compare::{Comparison, Difference, between};
use crate::editions::is_another;
use crate::list::title_of;
use crate::words::{self, Args};
use crate::{ConflictView, DifferenceKind, Error, Workspace, strays};

/// What a merge brought, in figures and in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MergeReport {
    /// How many steps were new.
    pub steps: usize,
    /// How many changes of fields were new.
    pub changes: usize,
    /// How many editions were new.
    pub editions: usize,
    /// How many files and pictures were new.
    pub blobs: usize,
    /// The conflicts that were not there before.
    pub conflicts: Vec<ConflictView>,
    /// The rows that cannot be right and were left out, for a log.
    pub left_out: Vec<Fault>,
    /// All of it as sentences.
    pub sentences: Vec<String>,
    /// What reads otherwise than before, document by document.
    pub differences: Vec<Comparison>,
    /// The fields that may read otherwise. Whoever shows documents refreshes from them.
    pub places: Vec<Place>,
}

impl Workspace {
    /// Writes a closed copy of the workspace to hand over, and replaces what stood there.
    ///
    /// # Errors
    /// The path is the open file itself, or the disk refuses.
    pub fn copy_to(&self, path: &Path) -> Result<(), Error> {
        strays::clear_beside(path);
        Ok(self.store.copy_to(path)?)
    }

    /// Takes in everything that a colleague's copy holds. The copy is only read. Nothing is lost and nothing asked:
    /// what both wrote in one field becomes a conflict to settle when there is time.
    ///
    /// # Errors
    /// The copy is missing, damaged, newer or another group's, the own file can only be read, or no back-up can be made
    /// first. Nothing was changed.
    pub fn merge(&mut self, other: &Path) -> Result<MergeReport, Error> {
        self.back_up_at_start()?;
        let before: BTreeSet<_> = self.conflicts()?.iter().map(key).collect();
        let mut papers = BTreeMap::new();
        for id in self.document_ids()? {
            papers.insert(id, self.load(id)?.paper);
        }
        let merged = self.store.merge(other).map_err(|error| match error {
            MergeError::Other(OpenError::Damaged { .. }) => Error::CopyDamaged(other.to_owned()),
            // The own file was looked over when it was opened.
            MergeError::Store(error) if error.is_damage() => Error::CopyDamaged(other.to_owned()),
            MergeError::Other(error) => Error::Open {
                path: other.to_owned(),
                error,
            },
            MergeError::AnotherWorkspace { .. } => Error::AnotherWorkspace(other.to_owned()),
            MergeError::Store(error) => Error::Store(error),
        })?;
        let mut conflicts = self.conflicts()?;
        conflicts.retain(|found| !before.contains(&key(found)));
        let mut report = MergeReport {
            steps: merged.steps,
            changes: merged.changes,
            editions: merged.editions,
            blobs: merged.blobs,
            conflicts,
            left_out: merged.left_out,
            sentences: Vec::new(),
            differences: self.news(&papers, &merged.places)?,
            places: merged.places,
        };
        report.sentences = sentences(&report);
        if report.editions > 0 {
            report.sentences.extend(self.same_numbers()?);
        }
        report.sentences.extend(self.homeless(&report.places)?);
        Ok(report)
    }
}

impl Workspace {
    /// Says that text came in which belongs to no document: nobody would look for it.
    fn homeless(&self, places: &[Place]) -> Result<Option<String>, Error> {
        let known: BTreeSet<ObjectId> = self.document_ids()?.into_iter().collect();
        let count = places.iter().filter(|place| !known.contains(&place.doc));
        let count = count.count();
        let args = Args::from([("count".to_owned(), count.to_string())]);
        Ok((count > 0).then(|| words::say("merge-homeless", &args)))
    }

    /// Says which documents have two editions with one number and different texts: both copies handed one in.
    fn same_numbers(&self) -> Result<Vec<String>, Error> {
        let mut said = Vec::new();
        for id in self.document_ids()? {
            let editions = self.store.editions(id)?;
            let own = editions
                .iter()
                .filter(|found| found.kind != store::Kind::Received);
            let twice = own
                .clone()
                .find(|one| own.clone().any(|other| is_another(one, other)));
            if let Some(twice) = twice {
                let args = Args::from([
                    ("title".to_owned(), title_of(&self.load(id)?.paper)),
                    ("number".to_owned(), twice.number.clone()),
                ]);
                said.push(words::say("merge-same-number", &args));
            }
        }
        Ok(said)
    }

    /// Returns what reads otherwise in the documents that have one of these places.
    fn news(
        &self,
        before: &BTreeMap<ObjectId, Paper>,
        places: &[Place],
    ) -> Result<Vec<Comparison>, Error> {
        let touched: BTreeSet<ObjectId> = places.iter().map(|place| place.doc).collect();
        let mut found = Vec::new();
        for id in self.document_ids()? {
            if !touched.contains(&id) {
                continue;
            }
            let after = self.load(id)?.paper;
            let compared = between(before.get(&id).unwrap_or(&after), &after);
            if !before.contains_key(&id) || !compared.differences.is_empty() {
                found.push(compared);
            }
        }
        Ok(found)
    }
}

/// How many places are named: whoever wants all of them reads the history.
const NAMED: usize = 3;

/// Says in which documents and parts of them something reads otherwise; nothing where nothing does.
fn where_it_was(differences: &[Comparison]) -> Option<String> {
    let mut left = NAMED;
    let mut is_more = false;
    let mut documents = Vec::new();
    for compared in differences {
        let mut parts: Vec<String> = Vec::new();
        for part in compared.differences.iter().filter_map(part_of) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        is_more |= left == 0 || parts.len() > left;
        if left == 0 {
            break;
        }
        parts.truncate(left);
        left -= parts.len().max(1);
        documents.push(match parts.as_slice() {
            [] => compared.title.clone(),
            parts => format!("{}: {}", compared.title, listed(parts)),
        });
    }
    let args = Args::from([
        ("places".to_owned(), documents.join("; ")),
        (
            "more".to_owned(),
            if is_more { "yes" } else { "no" }.to_owned(),
        ),
    ]);
    (!documents.is_empty()).then(|| words::say("merge-where", &args))
}

/// Says which parts the copy has taken away; nothing where there are none.
fn what_is_gone(differences: &[Comparison]) -> Option<String> {
    let all = differences.iter().flat_map(|found| &found.differences);
    let gone = all.filter(|found| found.kind == DifferenceKind::Removed);
    let mut parts: Vec<String> = Vec::new();
    for part in gone.filter_map(part_of) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    let more = parts.len().saturating_sub(NAMED);
    parts.truncate(NAMED);
    let args = Args::from([
        ("parts".to_owned(), listed(&parts)),
        ("more".to_owned(), more.to_string()),
    ]);
    (!parts.is_empty()).then(|| words::say("merge-gone", &args))
}

/// What the part in which something differs is called within a sentence: an object, or a field of the document itself.
fn part_of(found: &Difference) -> Option<String> {
    let (last, above) = found.place.split_last()?;
    match (&found.field, above.last()) {
        (Some(_), Some(object)) => Some(words::within(object)),
        (Some(_), None) => Some(last.clone()),
        (None, _) => Some(words::within(last)),
    }
}

/// Returns some names as running text lists them.
fn listed(names: &[String]) -> String {
    let Some((last, first @ [_, ..])) = names.split_last() else {
        return names.concat();
    };
    let args = Args::from([
        ("first".to_owned(), first.join(", ")),
        ("last".to_owned(), last.clone()),
    ]);
    words::say("merge-and", &args)
}

fn key(found: &ConflictView) -> (ObjectId, ObjectId, String) {
    (found.document, found.object, found.field.clone())
}

fn sentences(report: &MergeReport) -> Vec<String> {
    let say = |key: &str, count: usize| {
        words::say(key, &Args::from([("count".to_owned(), count.to_string())]))
    };
    let mut said = vec![say("merge-steps", report.steps)];
    said.extend(where_it_was(&report.differences));
    said.extend(what_is_gone(&report.differences));
    for (key, count) in [
        ("merge-editions", report.editions),
        ("merge-conflicts", report.conflicts.len()),
        ("merge-left-out", report.left_out.len()),
    ] {
        said.extend((count > 0).then(|| say(key, count)));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(title: &str, places: &[&[&str]]) -> Comparison {
        let document = ObjectId(uuid::Uuid::from_u128(1));
        let difference = |place: &&[&str]| Difference {
            kind: DifferenceKind::Changed,
            object: document,
            field: Some("field".to_owned()),
            place: place.iter().map(|word| (*word).to_owned()).collect(),
            before: None,
            after: None,
            parts: Vec::new(),
        };
        Comparison {
            document,
            title: title.to_owned(),
            from: String::new(),
            to: String::new(),
            differences: places.iter().map(difference).collect(),
        }
    }

    #[test]
    fn up_to_three_places_are_named_and_the_history_has_the_rest() {
        let check = |differences: &[Comparison], expected: Option<&str>| {
            assert_eq!(where_it_was(differences).as_deref(), expected);
        };
        check(&[], None);
        let plan = compared(
            "Planen",
            &[
                &["Sammanfattning"],
                &["Mål 1", "Aktivitet 1.1", "Metod"],
                &["Mål 1", "Aktivitet 1.1", "Syfte"],
            ],
        );
        check(
            std::slice::from_ref(&plan),
            Some("Det gäller Planen: Sammanfattning och aktivitet 1.1."),
        );
        let memo = compared("Missivet", &[&["Bakgrund"]]);
        let begun = compared("Rapporten", &[]);
        check(
            &[begun, plan.clone()],
            Some("Det gäller Rapporten; Planen: Sammanfattning och aktivitet 1.1."),
        );
        check(
            &[plan, memo.clone(), memo],
            Some(
                "Det gäller bland annat Planen: Sammanfattning och aktivitet 1.1; Missivet: Bakgrund. \
                 Se Historik.",
            ),
        );
    }

    #[test]
    fn what_the_copy_has_taken_away_is_said() {
        let mut plan = compared("Planen", &[&["Mål 1"], &["Mål 2", "Aktivitet 2.1"]]);
        let kept = compared("Planen", &[&["Mål 3", "Syfte"]]);
        assert_eq!(what_is_gone(std::slice::from_ref(&plan)), None);
        for found in &mut plan.differences {
            (found.kind, found.field) = (DifferenceKind::Removed, None);
        }
        assert_eq!(
            what_is_gone(&[plan, kept]).as_deref(),
            Some(
                "Kollegan har tagit bort mål 1 och aktivitet 2.1. Det som stod där finns i Historik."
            ),
        );
    }
}
