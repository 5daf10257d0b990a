//! A scenario's document, made in a workspace file of its own.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use missiv_tests::Place;
use serde_json::{Value, json};
use workspace::{AttachForm, FindingView, Input, Library, ObjectId, Placement, Workspace};

use crate::case::{Change, Edit, Scenario};

/// What the check says of a scenario's document.
pub(crate) fn findings(scenario: &Scenario) -> Vec<FindingView> {
    let fail = |error: workspace::Error| -> ! { panic!("{}: {error}", scenario.why) };
    let place = Place::new();
    let library = library(scenario, &place);
    let make = |name: &str, json: &[u8]| {
        Workspace::create_from_json(&place.path(name), library.clone(), json)
            .unwrap_or_else(|error| fail(error))
    };
    let mut name = "a.missiv".to_owned();
    let mut workspace = make(&name, content(scenario).to_string().as_bytes());
    let mut id = workspace
        .find_document(&scenario.document)
        .unwrap_or_else(|error| fail(error));
    for (index, edit) in scenario.edits.iter().enumerate() {
        if let Edit::Merge { changes } = edit {
            let dump = merged(&workspace, index, id, changes);
            name = format!("{index}.missiv");
            workspace = make(&name, &dump);
        } else if let Edit::Spoil { object, field } = edit {
            let object = workspace.object(id, object);
            let object = object.unwrap_or_else(|error| fail(error));
            drop(workspace);
            let path = place.path(&name);
            spoil(&path, object, field);
            let opened = Workspace::open(&path, library.clone());
            workspace = opened.unwrap_or_else(|error| fail(error));
        } else if let Edit::Agenda { meeting } = edit {
            let begun = workspace.object(id, meeting);
            let begun = begun.and_then(|meeting| workspace.begin_agenda(meeting, None));
            id = begun.unwrap_or_else(|error| fail(error)).object;
        } else if let Edit::Memo = edit {
            let begun = workspace.begin_memo_about(id, None);
            id = begun.unwrap_or_else(|error| fail(error)).object;
        } else {
            match (apply(&mut workspace, edit, id), edit) {
                (Ok(()), _) => {}
                // What does not fit is refused where it is given, and is in a file all the same: another program or
                // an older template put it there.
                (Err(workspace::Error::BadValue { .. }), Edit::Set { .. }) => {
                    let dump = forced(&mut workspace, index, edit, id);
                    name = format!("{index}.missiv");
                    workspace = make(&name, &dump);
                }
                (Err(error), _) => fail(error),
            }
        }
    }
    workspace.see_from(scenario.today);
    workspace.check(id).unwrap_or_else(|error| fail(error))
}

/// The bundled packs, with the scenario's own copies before them.
fn library(scenario: &Scenario, place: &Place) -> Library {
    static BUNDLED: LazyLock<Library> = LazyLock::new(Library::bundled);
    let library = BUNDLED.clone();
    let mut own = false;
    for edit in &scenario.edits {
        let Edit::Pack {
            copy,
            replace,
            with,
        } = edit
        else {
            continue;
        };
        let is_template = library.template(copy).is_ok();
        let pack = library
            .template(copy)
            .or_else(|_| library.profile(copy))
            .unwrap();
        let (below, manifest) = if is_template {
            ("templates", "template.toml")
        } else {
            ("profiles", "profile.toml")
        };
        let folder = place.path("packs").join(below).join(copy);
        if !folder.exists() {
            fs::create_dir_all(folder.parent().unwrap()).unwrap();
            workspace::library::write_pack(pack, &folder).unwrap();
        }
        let path = folder.join(manifest);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(replace), "{copy} has no {replace}");
        fs::write(path, text.replacen(replace, with, 1)).unwrap();
        own = true;
    }
    if own {
        library.with_folder(&place.path("packs")).unwrap()
    } else {
        library
    }
}

/// The example, with the edits that are made to its JSON.
fn content(scenario: &Scenario) -> Value {
    let path = missiv_tests::root().join("assets").join(&scenario.base);
    let mut content: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    for document in content["documents"].as_array_mut().unwrap() {
        if !scenario.editions {
            document.as_object_mut().unwrap().remove("editions");
        }
    }
    for edit in &scenario.edits {
        if let Edit::Content { at, put } = edit {
            put_at(&mut content, at, put.as_ref());
        }
    }
    content
}

fn put_at(content: &mut Value, at: &str, put: Option<&Value>) {
    let (above, key) = at.rsplit_once('/').unwrap();
    let above = content
        .pointer_mut(above)
        .unwrap_or_else(|| panic!("the example has no {above}"));
    match (above, put) {
        (Value::Object(fields), Some(value)) => drop(fields.insert(key.to_owned(), value.clone())),
        (Value::Object(fields), None) => {
            assert!(fields.remove(key).is_some(), "the example has no {at}");
        }
        (Value::Array(items), Some(value)) if key == "-" => items.push(value.clone()),
        (Value::Array(items), None) => drop(items.remove(key.parse().unwrap())),
        (other, _) => panic!("{at} is in {other}"),
    }
}

fn apply(
    workspace: &mut Workspace,
    edit: &Edit,
    checked: ObjectId,
) -> Result<(), workspace::Error> {
    let find = |workspace: &Workspace, document: &Option<String>| match document {
        Some(name) => workspace.find_document(name),
        None => Ok(checked),
    };
    match edit {
        Edit::Pack { .. }
        | Edit::Content { .. }
        | Edit::Merge { .. }
        | Edit::Spoil { .. }
        | Edit::Agenda { .. }
        | Edit::Memo => {}
        Edit::Submit { document } => {
            let id = find(workspace, document)?;
            workspace.submit(id)?;
        }
        Edit::Attach { title, pdf } => {
            let form = AttachForm {
                object: None,
                title: Some(title.clone()),
                row: None,
            };
            workspace.attach(checked, "bilaga.pdf", pdf.as_bytes(), &form)?;
        }
        Edit::Set {
            document,
            object,
            field,
            value,
        } => {
            let id = find(workspace, document)?;
            workspace.set(id, object, field, &Input::Stored(value.clone()))?;
        }
        Edit::Clear {
            document,
            object,
            field,
        } => {
            let id = find(workspace, document)?;
            workspace.set(id, object, field, &Input::Nothing)?;
        }
        Edit::Remove { document, object } => {
            let id = find(workspace, document)?;
            workspace.remove(id, object)?;
        }
        Edit::Move { object, below } => {
            let placement = Placement {
                below: below.clone(),
                ..Placement::default()
            };
            workspace.relocate(checked, object, &placement)?;
        }
        Edit::Add {
            document,
            kind,
            below,
            fields,
        } => {
            let id = find(workspace, document)?;
            let placement = Placement {
                below: below.clone(),
                ..Placement::default()
            };
            let fields: Vec<_> = fields
                .iter()
                .map(|(field, text)| (field.clone(), Input::Typed(text.clone())))
                .collect();
            workspace.add(id, kind, &placement, &fields)?;
        }
    }
    Ok(())
}

/// Puts what SQLite takes for JSON and nobody else does in the place of a field's value.
fn spoil(path: &Path, object: ObjectId, field: &str) {
    let db = rusqlite::Connection::open(path).unwrap();
    let place = [&object.to_string(), field];
    let update = "UPDATE change SET value = '1e999' WHERE obj = ?1 AND field = ?2 AND live";
    assert_eq!(db.execute(update, place).unwrap(), 1);
}

/// The whole file with one step more, which gives a field a value whatever it is.
fn forced(workspace: &mut Workspace, index: usize, edit: &Edit, checked: ObjectId) -> Vec<u8> {
    let Edit::Set {
        document,
        object,
        field,
        value,
    } = edit
    else {
        panic!("{edit:?} sets no value");
    };
    let document = document
        .as_ref()
        .map_or(checked, |name| workspace.find_document(name).unwrap());
    // A row that nobody has touched is not in the file.
    workspace
        .set(document, object, field, &Input::Nothing)
        .unwrap();
    let object = workspace.object(document, object).unwrap();
    let change = Change {
        object: object.to_string(),
        field: field.clone(),
        value: Some(value.clone()),
    };
    let mut dump: Value =
        serde_json::from_slice(&merged(workspace, index, document, &[change])).unwrap();
    let field = dump["changes"].as_array().unwrap().last().unwrap()["field"].clone();
    let is_place = |change: &&Value| {
        change["doc"] == json!(document)
            && change["obj"] == json!(object)
            && change["field"] == field
    };
    let steps: Vec<Value> = dump["changes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(is_place)
        .map(|change| change["step"].clone())
        .collect();
    let (new, replaced) = steps.split_last().unwrap();
    for change in dump["changes"].as_array_mut().unwrap() {
        if change["step"] == *new {
            change["replaces"] = json!(replaced);
        }
    }
    dump.to_string().into_bytes()
}

/// The whole file with one step more, whose writer had not seen the values that are there.
fn merged(workspace: &Workspace, index: usize, document: ObjectId, changes: &[Change]) -> Vec<u8> {
    let mut dump: Value = serde_json::from_slice(&workspace.dump().unwrap()).unwrap();
    let step = format!("0fffffff-ffff-7fff-bfff-{index:012}");
    let mut written = dump["steps"][0].clone();
    written["id"] = json!(step);
    written["op"] = json!("set");
    dump["steps"].as_array_mut().unwrap().push(written);
    for Change {
        object,
        field,
        value,
    } in changes
    {
        let object = object
            .parse()
            .unwrap_or_else(|_| workspace.object(document, object).unwrap());
        let mut change =
            json!({ "step": step, "doc": document, "obj": object, "field": field, "replaces": [] });
        if let Some(value) = value {
            change["value"] = value.clone();
        }
        dump["changes"].as_array_mut().unwrap().push(change);
    }
    dump.to_string().into_bytes()
}
