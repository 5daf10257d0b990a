//! What a form does to a document: a field gets what was typed, objects are copied, tables pasted.

use std::collections::BTreeMap;

use model::document::system;
use model::id::ObjectId;
use model::schema::{Field, Kind, with_role};
use model::vocabulary::Role;
use serde::Deserialize;
use serde_json::{Value, json};
use specta::Type;
use store::Set;

use crate::edit::{Placement, args_of, touch};
use crate::error::{Error, What};
use crate::form::value::{taken, taken_text};
use crate::form::{FieldValue, is_copied};
use crate::load::Loaded;
use crate::words::{self, Args};
use crate::{Outcome, Pages, Workspace, clock, way};

/// What stands in a field of a form and is not written yet.
#[derive(Debug, Clone, PartialEq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UnsavedForm {
    /// The object's id; the document's own for its own fields.
    pub object: String,
    /// The field's id.
    pub field: String,
    /// What stands in it.
    pub value: FieldValue,
}

impl Workspace {
    /// Gives a field what a form says. What cannot be read as the field's type is kept as it was typed, and a check says
    /// what is wrong with it.
    ///
    /// # Errors
    /// The object or field is not there, or the file can only be read.
    pub fn write_field(
        &mut self,
        document: ObjectId,
        form: &UnsavedForm,
    ) -> Result<Outcome, Error> {
        let (object, sets) = if let Some(set) = self.text_set(document, form)? {
            (set.obj, vec![set])
        } else {
            let loaded = self.load(document)?;
            self.tell_accounts(&loaded, &form.field)?;
            let mut sets = sets_of(&loaded, form)?;
            sets.extend(way::of_new_recipient(&loaded, &sets));
            sets.extend(way::of_new_day(&loaded, &sets));
            (object_of(&loaded, &form.object)?, sets)
        };
        let args = json!({ "object": object, "field": form.field });
        let changes = self.write("set", args, &sets)?;
        Ok(Outcome { object, changes })
    }

    /// Returns what running text in an object that stands in the file is written as. It is what is written most, and
    /// nothing of the paper decides it; none where more must be known.
    fn text_set(&self, doc: ObjectId, form: &UnsavedForm) -> Result<Option<Set>, Error> {
        let (FieldValue::Rich { blocks }, Ok(obj)) = (&form.value, form.object.parse()) else {
            return Ok(None);
        };
        let is_there = self.root_text(doc, system::TEMPLATE)?.is_some();
        let Some(pinned) = self.pinned_before(doc)?.filter(|_| is_there) else {
            return Ok(None);
        };
        let kind = self.store.value(doc, obj, system::KIND)?;
        let kind = kind.as_ref().and_then(Value::as_str);
        if kind.is_none() && obj != doc {
            return Ok(None);
        }
        let mut fields = pinned.template.fields_of(kind).iter();
        let field = fields.find(|field| field.id == form.field);
        Ok(field.map(|field| Set {
            doc,
            obj,
            field: field.id.clone(),
            value: taken_text(blocks.clone()),
        }))
    }

    /// Returns a document's pages with what is not written yet in its fields.
    ///
    /// # Errors
    /// An object or field is not there, or the pages cannot be set.
    pub fn pages_while(&self, document: ObjectId, unsaved: &[UnsavedForm]) -> Result<Pages, Error> {
        let proof = self.proof(document, unsaved)?;
        proof.set(&mut self.setter.borrow_mut())
    }

    /// Returns a document as it reads with what is not written yet.
    pub(crate) fn load_while(
        &self,
        ready: &Loaded,
        unsaved: &[UnsavedForm],
    ) -> Result<Loaded, Error> {
        let mut sets = BTreeMap::new();
        for form in unsaved {
            self.tell_accounts(ready, &form.field)?;
            let found = sets_of(ready, form)?;
            sets.extend(
                found
                    .into_iter()
                    .map(|set| ((set.obj, set.field.clone()), set)),
            );
        }
        let sets: Vec<Set> = sets.into_values().collect();
        self.load_typed(ready, &sets)
    }

    /// Puts a copy of an object, and of everything below it, after it. A note in the margin is about the one that was
    /// copied, and stays there.
    ///
    /// # Errors
    /// The object is not there, or it is a row that follows another document.
    pub fn duplicate(&mut self, document: ObjectId, object: &str) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let target = loaded.target(object)?;
        let kind = match (&target.kind, target.follows) {
            (Some(kind), None) => loaded.kind(kind)?,
            _ => return Err(Error::FollowsAnother),
        };
        let copies: BTreeMap<ObjectId, ObjectId> = loaded
            .document
            .subtree(target.id)
            .into_iter()
            .map(|id| (id, clock::new_object()))
            .collect();
        let mut sets = Vec::new();
        for (old, new) in &copies {
            let Some(found) = loaded.document.object(*old) else {
                continue;
            };
            let known = loaded.template().fields_of(found.kind.as_deref());
            let note = with_role(known, Role::MarginNote).map(|field| &field.id);
            let copied = |field: &String| is_copied(field) && Some(field) != note;
            for (field, value) in found.fields.iter().filter(|(field, _)| copied(field)) {
                let above = (field == system::PARENT)
                    .then(|| copies.get(&found.parent))
                    .flatten();
                let value = above.map_or_else(|| value.clone(), |above| json!(above));
                sets.push(set(document, *new, field, value));
            }
            let pos = if *old == target.id {
                loaded
                    .document
                    .place(found.parent, &kind.id, Some(target.id))
            } else {
                found.pos
            };
            sets.push(set(document, *new, system::POS, json!(pos)));
        }
        let object = copies.get(&target.id).copied().unwrap_or(target.id);
        let changes = self.write(
            "duplicate",
            args_of(document, object, target.kind.as_deref()),
            &sets,
        )?;
        Ok(Outcome { object, changes })
    }

    /// Makes an object of each row of a pasted table: cells parted by tabs, the first being the title where the first
    /// line is no heading, else each under the field that its heading names. One step.
    ///
    /// # Errors
    /// The kind is unknown or cannot stand there, or the table has a column with something in it for which there is no
    /// field: then nothing is made of it.
    pub fn paste_table(
        &mut self,
        document: ObjectId,
        kind: &str,
        below: Option<&str>,
        text: &str,
    ) -> Result<usize, Error> {
        let loaded = self.load(document)?;
        let kind = loaded.kind(kind)?;
        let placement = Placement {
            below: below.map(str::to_owned),
            ..Placement::default()
        };
        let parent = crate::edit::parent_of(&loaded, kind, placement.below.as_deref())?;
        let first = crate::edit::place_in(&loaded, kind, parent, &placement)?;
        let mut lines = crate::pasted::rows(text).into_iter().peekable();
        let named = |cell: &str| {
            let cell = cell.trim().to_lowercase();
            kind.fields
                .iter()
                .find(|field| field.label.to_lowercase() == cell)
        };
        let heads = lines
            .peek()
            .map(|line| line.iter().map(|cell| named(cell)).collect::<Vec<_>>());
        let heads = heads.filter(|heads| heads.iter().any(Option::is_some));
        let written = heads
            .as_ref()
            .and_then(|_| lines.next())
            .unwrap_or_default();
        let title = kind
            .fields
            .iter()
            .find(|field| field.is == Some(Role::Title));
        let columns = heads.unwrap_or_else(|| {
            let rest = kind
                .fields
                .iter()
                .filter(|field| field.print && field.is != Some(Role::Title));
            title.into_iter().chain(rest).map(Some).collect()
        });
        let lines: Vec<Vec<String>> = lines.collect();
        if let Some(place) = fieldless(&columns, &lines) {
            let head = written.get(place).map(|head| head.trim().to_owned());
            let head = head.filter(|head| !head.is_empty());
            let place = Args::from([("number".to_owned(), (place + 1).to_string())]);
            return Err(Error::NotFound {
                what: What::Field,
                name: head.unwrap_or_else(|| words::say("the-column", &place)),
                known: columns_of(kind),
            });
        }
        let mut sets = crate::edit::touch_above(&loaded, parent)?;
        let mut count = 0_u32;
        for line in lines {
            let object = clock::new_object();
            let pos = first + f64::from(count);
            let values = crate::edit::placed(&loaded, kind, parent, pos);
            sets.extend(crate::begin::sets(document, object, values));
            for (field, cell) in columns.iter().zip(&line) {
                let Some(field) = field else { continue };
                let typed = typed_cell(field, cell);
                let value = taken(field, typed, &loaded)?;
                sets.extend(value.map(|value| set(document, object, &field.id, value)));
            }
            count += 1;
        }
        if count > 0 {
            self.write(
                "paste",
                json!({ "document": document, "kind": kind.id }),
                &sets,
            )?;
        }
        Ok(usize::try_from(count).unwrap_or_default())
    }
}

/// The first column with something in it for which there is no field.
fn fieldless(columns: &[Option<&Field>], lines: &[Vec<String>]) -> Option<usize> {
    let widest = lines.iter().map(Vec::len).max().unwrap_or_default();
    (0..widest).find(|place| {
        let is_field = columns.get(*place).is_some_and(Option::is_some);
        let mut cells = lines.iter().filter_map(|line| line.get(*place));
        !is_field && cells.any(|cell| !cell.trim().is_empty())
    })
}

/// What the columns of a table for a kind can be called.
fn columns_of(kind: &Kind) -> Vec<String> {
    let printed = kind.fields.iter().filter(|field| field.print);
    printed.map(|field| field.label.clone()).collect()
}

fn typed_cell(field: &Field, cell: &str) -> FieldValue {
    use model::vocabulary::FieldType;
    let text = cell.trim().to_owned();
    match field.ty {
        FieldType::Text => FieldValue::Rich {
            blocks: crate::rich::parsed_plain(&text),
        },
        FieldType::List => FieldValue::Lines {
            lines: text.lines().map(|line| line.trim().to_owned()).collect(),
        },
        FieldType::Rows => FieldValue::Table {
            rows: vec![vec![text]],
        },
        _ => FieldValue::Plain { text },
    }
}

fn object_of(loaded: &Loaded, object: &str) -> Result<ObjectId, Error> {
    if object == loaded.document.id.to_string() {
        return Ok(loaded.document.id);
    }
    Ok(loaded.target(object)?.id)
}

fn sets_of(loaded: &Loaded, form: &UnsavedForm) -> Result<Vec<Set>, Error> {
    let own = form.object == loaded.document.id.to_string();
    let target = loaded.target(if own { "." } else { &form.object })?;
    let field = loaded.field(target.kind.as_deref(), &form.field)?;
    let value = taken(field, form.value.clone(), loaded)?;
    let mut sets = touch(loaded, &target);
    sets.push(Set {
        doc: loaded.document.id,
        obj: target.id,
        field: field.id.clone(),
        value,
    });
    Ok(sets)
}

fn set(doc: ObjectId, obj: ObjectId, field: &str, value: Value) -> Set {
    Set {
        doc,
        obj,
        field: field.to_owned(),
        value: Some(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Library, open_sample, rich};

    #[test]
    fn running_text_is_written_alike_whether_its_paper_is_made_or_not() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = open_sample(folder.path(), Library::bundled()).unwrap();
        let (mut direct, mut whole) = (0, 0);
        for line in workspace.documents().unwrap() {
            let loaded = workspace.load(line.id).unwrap();
            let form = workspace.form(line.id).unwrap();
            let own = form.values.iter().map(|value| (line.id.to_string(), value));
            let below = form.objects.iter().flat_map(|object| {
                let values = object.values.iter();
                values.map(|value| (object.id.clone(), value))
            });
            for (object, value) in own.chain(below) {
                let form = UnsavedForm {
                    object,
                    field: value.field.clone(),
                    value: FieldValue::Rich {
                        blocks: rich::parsed("**Nytt**\n\n- att hälsa på \n"),
                    },
                };
                let sets = sets_of(&loaded, &form).unwrap();
                if let Some(set) = workspace.text_set(line.id, &form).unwrap() {
                    assert_eq!([set], *sets);
                    direct += 1;
                } else {
                    assert!(sets.len() > 1, "{form:?}");
                    whole += 1;
                }
            }
        }
        assert!(direct > 0, "{whole}");
    }
}
