//! Steps that are one change to whoever reads the history: each pause in typing writes a step of its own.

use chrono::{DateTime, TimeDelta, Utc};
use model::id::{ObjectId, StepId};
use store::{Entry, Filter};

use crate::Workspace;
use crate::error::Error;

/// The longest pause within what is told as one change.
const PAUSE: TimeDelta = TimeDelta::minutes(10);

/// A change as it is read: one step, or several that set one field again and again.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Joined {
    /// The newest step, with what stood before the oldest.
    pub(crate) entry: Entry,
    /// The steps before the newest that it holds.
    older: Vec<StepId>,
}

impl Joined {
    /// Returns whether a step is part of it.
    pub(crate) fn holds(&self, step: &str) -> bool {
        let mut steps = std::iter::once(&self.entry.step).chain(&self.older);
        steps.any(|own| own.to_string() == step)
    }

    /// Takes in the step before, where both are parts of one change; returns it where they are not.
    fn take(
        &mut self,
        before: Entry,
        oldest: DateTime<Utc>,
        editions: &[DateTime<Utc>],
    ) -> Option<Entry> {
        let is_between = |at: &DateTime<Utc>| (before.at..=oldest).contains(at);
        let is_one = is_one(&self.entry, &before) && (oldest - before.at).abs() <= PAUSE;
        if !is_one || editions.iter().any(is_between) {
            return Some(before);
        }
        self.older.push(before.step);
        for (edit, stood) in self.entry.edits.iter_mut().zip(before.edits) {
            edit.old = stood.old;
        }
        None
    }
}

impl Workspace {
    /// Returns the newest changes of a document, newest first.
    pub(crate) fn joined(&self, document: ObjectId, limit: u32) -> Result<Vec<Joined>, Error> {
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        let editions = self.store.editions(document)?;
        let editions: Vec<_> = editions.into_iter().map(|edition| edition.at).collect();
        let mut asked = limit;
        loop {
            asked = asked.saturating_mul(2).max(64);
            let filter = Filter {
                doc: Some(document),
                limit: Some(asked),
                ..Filter::default()
            };
            let entries = self.store.history(&filter)?;
            let is_all = entries.len() < usize::try_from(asked).unwrap_or(usize::MAX);
            let mut found = join(entries, &editions);
            // The last may go on in what was not asked for.
            if is_all || found.len() > most {
                found.truncate(most);
                return Ok(found);
            }
        }
    }
}

/// Joins steps, newest first, that are one change.
fn join(entries: Vec<Entry>, editions: &[DateTime<Utc>]) -> Vec<Joined> {
    let mut found: Vec<Joined> = Vec::new();
    let mut oldest = DateTime::<Utc>::MAX_UTC;
    for entry in entries {
        let at = entry.at;
        let apart = match found.last_mut() {
            Some(newer) => newer.take(entry, oldest, editions),
            None => Some(entry),
        };
        found.extend(apart.map(|entry| Joined {
            entry,
            older: Vec::new(),
        }));
        oldest = at;
    }
    found
}

/// Whether two steps are one change: by one hand, of one field and nothing else, and the newer knew the one before.
fn is_one(newer: &Entry, before: &Entry) -> bool {
    let is_typed = |entry: &Entry| entry.op == "set" && entry.undoes.is_none();
    let by_one = (newer.author, newer.undone) == (before.author, before.undone);
    let ([one], [stood]) = (newer.edits.as_slice(), before.edits.as_slice()) else {
        return false;
    };
    let follows = one.place == stood.place && one.old.iter().eq(&stood.new);
    by_one && follows && is_typed(newer) && is_typed(before)
}

#[cfg(test)]
mod tests;
