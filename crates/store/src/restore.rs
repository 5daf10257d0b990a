//! A new file from a dump.

mod check;

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use model::id::ObjectId;
use rusqlite::{Connection, Result, Transaction, params};

use crate::dump::{Change, Dump, FORMAT};
use crate::{RestoreError, Sha256, Store, copy, live, schema};

pub(crate) use check::Check;
pub use check::{Fault, Problem, Table};

/// Why the rows of a checked dump can be taken as they are.
const CHECKED: &str = "the dump was checked";

impl Store {
    /// Makes a workspace file that holds what a dump holds, and opens it.
    ///
    /// # Errors
    /// [`RestoreError::Malformed`] names every row that cannot be taken in; no file is made then.
    pub fn restore(path: &Path, dump: &Dump) -> Result<Self, RestoreError> {
        if dump.format != FORMAT {
            return Err(RestoreError::Format { found: dump.format });
        }
        let faults = check::faults(dump);
        if !faults.is_empty() {
            return Err(RestoreError::Malformed(faults));
        }
        let path = &std::path::absolute(path)?;
        let file = copy::beside(path)?;
        let mut db = Connection::open(file.path())?;
        schema::make(&mut db, dump.workspace.parse().expect(CHECKED))?;
        fill(&mut db, dump)?;
        drop(db);
        copy::publish_new(file, path)?;
        Ok(Self::open(path)?)
    }
}

fn fill(db: &mut Connection, dump: &Dump) -> Result<()> {
    let tx = db.transaction()?;
    for step in &dump.steps {
        let args = step.args.to_string();
        tx.prepare_cached(include_str!("step/insert.sql"))?
            .execute(params![
                step.id,
                step.at,
                step.author,
                step.run,
                step.op,
                args,
                step.undoes
            ])?;
    }
    for change in &dump.changes {
        insert_change(&tx, change)?;
    }
    for blob in &dump.blobs {
        let sha256: Sha256 = blob.sha256.parse().expect(CHECKED);
        let bytes = STANDARD.decode(&blob.bytes).expect(CHECKED);
        tx.prepare_cached(include_str!("blob/insert.sql"))?
            .execute(params![sha256, blob.media_type, bytes])?;
    }
    insert_editions(&tx, dump)?;
    let fields: BTreeSet<(&str, &str)> = dump
        .changes
        .iter()
        .map(|change| (&*change.obj, &*change.field))
        .collect();
    live::recompute(
        &tx,
        fields
            .iter()
            .map(|(obj, field)| (obj.parse::<ObjectId>().expect(CHECKED), *field)),
    )?;
    tx.commit()
}

fn insert_change(tx: &Transaction<'_>, change: &Change) -> Result<()> {
    let value = change.value.as_ref().map(ToString::to_string);
    let replaces = serde_json::Value::from(change.replaces.clone()).to_string();
    tx.prepare_cached(include_str!("step/insert_change.sql"))?
        .execute(params![
            change.step,
            change.doc,
            change.obj,
            change.field,
            value,
            replaces
        ])?;
    Ok(())
}

fn insert_editions(tx: &Transaction<'_>, dump: &Dump) -> Result<()> {
    let sha256 = |text: &str| text.parse::<Sha256>().expect(CHECKED);
    for edition in &dump.editions {
        tx.prepare_cached(include_str!("edition/insert.sql"))?
            .execute(params![
                edition.id,
                edition.doc,
                edition.number,
                edition.kind,
                edition.at,
                edition.author,
                edition.step,
                sha256(&edition.data),
                sha256(&edition.template),
                sha256(&edition.pdf),
                edition.facts.to_string(),
            ])?;
    }
    Ok(())
}
