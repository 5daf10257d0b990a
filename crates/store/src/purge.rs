//! Forgetting a person: the one write that takes text out of the file.
//!
//! Personal data stand in the objects of one document, the people's. Forgetting an object writes a mark, a change of the field
//! `@purged` without a value, and blanks every value that was ever written in the object. The mark is a row like any other: it
//! merges by union, is never taken back, and after every merge what it names is blanked again, whoever wrote it. Editions stay as
//! they were adopted. A mark on an object of another document does nothing, whatever a file from elsewhere says.

use std::collections::BTreeSet;

use model::id::{ObjectId, WorkspaceId};
use model::vocabulary::Concept;
use rusqlite::{Connection, Result, params};

use crate::{Access, Changes, Set, Sha256, StepHeader, Store, StoreError, step};

/// The field whose change says that an object is forgotten.
pub(crate) const MARK: &str = "@purged";

/// The length of a checksum in hexadecimal.
const HEX: usize = 64;

impl Store {
    /// Returns the document that people stand in: nothing outside of it is ever forgotten.
    #[must_use]
    pub fn people(&self) -> ObjectId {
        people(self.id)
    }

    /// Forgets an object of [`Store::people`]: removes its fields, blanks every value that was ever written in them, drops the
    /// blobs that nothing else names, and writes the file anew, so that no byte of them is left in it.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], or what SQLite answers, also where the disk has no room to write the file anew; nothing was
    /// forgotten then.
    pub fn purge(
        &mut self,
        header: &StepHeader<'_>,
        object: ObjectId,
    ) -> Result<Changes, StoreError> {
        if let Access::ReadOnly(why) = self.access() {
            return Err(StoreError::ReadOnly(why));
        }
        // Whether there is room shows here, before anything is gone.
        self.db.execute_batch("VACUUM")?;
        self.db.pragma_update(None, "secure_delete", true)?;
        let doc = self.people();
        let tx = self.begin()?;
        let fields: Vec<String> = tx
            .prepare("SELECT DISTINCT field FROM change WHERE obj = ?1 AND doc = ?2 AND live AND value IS NOT NULL")?
            .query_map([object.to_string(), doc.to_string()], |row| row.get(0))?
            .collect::<Result<_>>()?;
        let removals: Vec<Set> = fields
            .into_iter()
            .map(|field| Set {
                doc,
                obj: object,
                field,
                value: None,
            })
            .collect();
        let mut changes = step::set_fields(&tx, header, &removals)?;
        if !marks(&tx, doc)?.contains(&object) {
            let step = match changes.step {
                Some(step) => step,
                None => step::insert_step(&tx, header, None)?,
            };
            tx.prepare_cached(include_str!("step/insert_change.sql"))?
                .execute(params![
                    step.to_string(),
                    doc.to_string(),
                    object.to_string(),
                    MARK,
                    None::<String>,
                    "[]"
                ])?;
            changes.step = Some(step);
        }
        let named = blank(&tx, doc, &BTreeSet::from([object]))?;
        drop_blobs(&tx, &named)?;
        tx.commit()?;
        // What moved while rows became shorter may still stand between them. It had room a moment ago; should it have none now,
        // the values themselves are overwritten.
        let _ = self.db.execute_batch("VACUUM");
        Ok(changes)
    }
}

/// Returns the document that the people of a workspace stand in.
pub(crate) fn people(workspace: WorkspaceId) -> ObjectId {
    ObjectId::of_document(workspace, Concept::Group.as_str(), "")
}

/// Returns the objects of a document that are marked as forgotten. The document itself is none.
pub(crate) fn marks(db: &Connection, doc: ObjectId) -> Result<BTreeSet<ObjectId>> {
    let found: Vec<String> = db
        .prepare("SELECT DISTINCT obj FROM change WHERE field = ?1 AND doc = ?2")?
        .query_map([MARK, &doc.to_string()], |row| row.get(0))?
        .collect::<Result<_>>()?;
    let ids = found.iter().filter_map(|id| id.parse().ok());
    Ok(ids.filter(|id| *id != doc).collect())
}

/// Blanks every value of some objects, and returns the blobs that the values named.
pub(crate) fn blank(
    db: &Connection,
    doc: ObjectId,
    objects: &BTreeSet<ObjectId>,
) -> Result<BTreeSet<Sha256>> {
    let mut named = BTreeSet::new();
    for object in objects {
        let place = [object.to_string(), doc.to_string()];
        let mut query = db.prepare_cached(
            "SELECT value FROM change WHERE obj = ?1 AND doc = ?2 AND value IS NOT NULL",
        )?;
        let mut rows = query.query(params![place[0], place[1]])?;
        while let Some(row) = rows.next()? {
            named.extend(checksums(row.get_ref(0)?.as_str()?));
        }
        db.prepare_cached(
            "UPDATE change SET value = NULL WHERE obj = ?1 AND doc = ?2 AND value IS NOT NULL",
        )?
        .execute(params![place[0], place[1]])?;
    }
    Ok(named)
}

/// Drops those of some blobs that no value and no edition names.
pub(crate) fn drop_blobs(db: &Connection, named: &BTreeSet<Sha256>) -> Result<()> {
    if named.is_empty() {
        return Ok(());
    }
    let mut left = named.clone();
    let mut keep = |text: &str| {
        for found in checksums(text) {
            left.remove(&found);
        }
    };
    let mut values = db.prepare("SELECT value FROM change WHERE value IS NOT NULL")?;
    let mut rows = values.query([])?;
    while let Some(row) = rows.next()? {
        keep(row.get_ref(0)?.as_str()?);
    }
    let mut editions = db.prepare(
        "SELECT e.data, e.template, e.pdf, b.bytes FROM edition AS e JOIN blob AS b ON b.sha256 = e.data",
    )?;
    let mut rows = editions.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..3 {
            keep(&row.get::<_, Sha256>(column)?.to_string());
        }
        keep(&String::from_utf8_lossy(row.get_ref(3)?.as_blob()?));
    }
    for sha256 in left {
        db.execute("DELETE FROM blob WHERE sha256 = ?1", [sha256])?;
    }
    Ok(())
}

/// Returns the checksums that a text holds.
pub(crate) fn checksums(text: &str) -> Vec<Sha256> {
    let runs = text.split(|c: char| !c.is_ascii_hexdigit());
    runs.filter(|run| run.len() == HEX)
        .filter_map(|run| run.parse().ok())
        .collect()
}
