//! What the values of a conflict have in common.

use std::collections::{BTreeMap, BTreeSet};

use model::id::StepId;
use rusqlite::{Result, Row, params};
use serde_json::Value;

use crate::{Place, Store, StoreError, column};

impl Store {
    /// Returns the value that every live value of a field was written over, at first or second hand; the youngest
    /// of several. Nothing where there is none, as when two people filled in an empty field.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn common_base(&self, place: &Place) -> Result<Option<Value>, StoreError> {
        let changes: BTreeMap<StepId, Change> = self
            .db
            .prepare_cached(
                "SELECT step, value, replaces, live FROM change WHERE obj = ?1 AND field = ?2",
            )?
            .query_map(params![place.obj.to_string(), place.field], read)?
            .collect::<Result<_>>()?;
        let live = changes.iter().filter(|(_, change)| change.live);
        let common = live
            .map(|(_, change)| ancestors(&changes, change))
            .reduce(|all, next| all.intersection(&next).copied().collect());
        let base = common
            .unwrap_or_default()
            .into_iter()
            .rev()
            .find_map(|step| {
                let change = changes.get(&step)?;
                change.value.clone()
            });
        Ok(base)
    }
}

struct Change {
    value: Option<Value>,
    replaces: Vec<StepId>,
    live: bool,
}

fn read(row: &Row<'_>) -> Result<(StepId, Change)> {
    let change = Change {
        value: column::value(row)?,
        replaces: column::noted(row, "replaces")?,
        live: row.get("live")?,
    };
    Ok((column::parsed(row, "step")?, change))
}

fn ancestors(changes: &BTreeMap<StepId, Change>, change: &Change) -> BTreeSet<StepId> {
    let mut next = change.replaces.clone();
    let mut found = BTreeSet::new();
    while let Some(step) = next.pop() {
        if found.insert(step) {
            next.extend(changes.get(&step).iter().flat_map(|older| &older.replaces));
        }
    }
    found
}
