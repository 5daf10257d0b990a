use super::*;
use crate::{Input, Library, open_sample};
use model::schema::with_role;
use model::vocabulary::{Concept, Role};

/// A field of the sample year's file: the document, the object and the field's id.
type FieldAt = (ObjectId, ObjectId, String);

/// Returns the first field of a type that says something in the sample, with what it says.
fn of_sample(workspace: &Workspace, ty: FieldType) -> (FieldAt, Value) {
    let found = workspace
        .document_ids()
        .unwrap()
        .into_iter()
        .find_map(|id| {
            let loaded = workspace.load(id).unwrap();
            let document = &loaded.document;
            let objects = std::iter::once(document.root()).chain(document.objects());
            objects.into_iter().find_map(|object| {
                let fields = loaded.template().fields_of(object.kind.as_deref()).iter();
                fields.filter(|field| field.ty == ty).find_map(|field| {
                    let value = object.fields.get(&field.id)?.clone();
                    Some(((id, object.id, field.id.clone()), value))
                })
            })
        });
    found.expect("the sample has a field of the type")
}

fn write(workspace: &mut Workspace, at: &FieldAt, value: Value) {
    let name = if at.0 == at.1 {
        ".".to_owned()
    } else {
        at.1.to_string()
    };
    let input = Input::Stored(value);
    workspace.set(at.0, &name, &at.2, &input).unwrap();
}

/// Lets two write each their own value in one field; returns the conflict.
fn disputed(
    workspace: &mut Workspace,
    folder: &tempfile::TempDir,
    at: &FieldAt,
    values: [Value; 2],
) -> ConflictView {
    let copy = folder.path().join("theirs.missiv");
    workspace.copy_to(&copy).unwrap();
    let mut other = Workspace::open(&copy, Library::bundled()).unwrap();
    let [mine, theirs] = values;
    write(workspace, at, mine);
    write(&mut other, at, theirs);
    drop(other);
    workspace.merge(&copy).unwrap();
    let mut found = workspace.conflicts().unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn settled_as(workspace: &mut Workspace, at: &FieldAt, typed: &str) -> Value {
    let choice = Choice::Other(Input::Typed(typed.to_owned()));
    workspace.resolve(at.0, at.1, &at.2, &choice).unwrap();
    let document = workspace.document(at.0).unwrap();
    document.object(at.1).unwrap().fields[&at.2].clone()
}

#[test]
fn a_disputed_decision_is_shown_point_by_point_and_typed_on_from_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let (at, decision) = of_sample(&workspace, FieldType::Decision);
    let with = |points: &[&str]| {
        let mut value = decision.clone();
        value["points"] = json!(points);
        value
    };
    let (mine, theirs) = (
        with(&["notera informationen"]),
        with(&["återremittera ärendet", "notera informationen"]),
    );
    let found = disputed(&mut workspace, &folder, &at, [mine, theirs]);
    let shown = found.alternatives.iter().find(|side| side.shown).unwrap();
    let opening = shown.text.lines().next().unwrap();
    assert!(opening.ends_with("att"), "{opening}");
    let texts: Vec<&str> = found
        .alternatives
        .iter()
        .map(|side| side.text.as_str())
        .collect();
    let both = format!("{opening}\n1. återremittera ärendet\n2. notera informationen");
    assert!(texts.contains(&both.as_str()), "{texts:?}");

    let start = found.start.clone().unwrap();
    assert_eq!(start, shown.text);
    assert_eq!(
        Some(&settled_as(&mut workspace, &at, &start)),
        shown.value.as_ref()
    );
    workspace.undo().unwrap();
    let typed = format!("{both}\nutse en ledamot");
    let expected = with(&[
        "återremittera ärendet",
        "notera informationen",
        "utse en ledamot",
    ]);
    assert_eq!(settled_as(&mut workspace, &at, &typed), expected);
}

#[test]
fn a_disputed_table_begins_as_one_types_it_and_reads_back_as_it_stood() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let (at, value) = of_sample(&workspace, FieldType::Rows);
    let rows = value.as_array().unwrap();
    let times = |times| {
        Value::Array(
            rows.iter()
                .cycle()
                .take(times * rows.len())
                .cloned()
                .collect(),
        )
    };
    let found = disputed(&mut workspace, &folder, &at, [times(2), times(3)]);
    let shown = found.alternatives.iter().find(|side| side.shown).unwrap();
    let start = found.start.clone().unwrap();
    assert_eq!(
        Some(&settled_as(&mut workspace, &at, &start)),
        shown.value.as_ref()
    );
}

#[test]
fn what_no_typed_text_says_is_settled_by_the_alternatives_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let (at, value) = of_sample(&workspace, FieldType::Rows);
    let loaded = workspace.load(at.0).unwrap();
    let object = loaded.document.object(at.1).unwrap();
    let fields = loaded.template().fields_of(object.kind.as_deref());
    let table = fields.iter().find(|field| field.id == at.2).unwrap();
    let text = |column: &&Field| matches!(column.ty, FieldType::Line | FieldType::Text);
    let text = table.columns.iter().find(text).unwrap().id.clone();
    let with = |words: &str| {
        let mut value = value.clone();
        value[0][&text] = json!(words);
        value
    };
    let values = [with("en rad\ntill"), with("två rader\ntill")];
    let found = disputed(&mut workspace, &folder, &at, values);
    assert_eq!(found.start, None);
}

#[test]
fn where_a_side_removed_the_whole_object_the_conflict_says_which() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let ids = workspace.document_ids().unwrap();
    let plan = ids.into_iter().map(|id| workspace.load(id).unwrap());
    let plan = plan
        .into_iter()
        .find(|loaded| loaded.template().concept == Concept::Plan)
        .unwrap();
    let kinds = plan.template().kinds.iter();
    let kind = kinds
        .into_iter()
        .find(|kind| kind.concept == Some(Concept::Activity));
    let field = with_role(&kind.unwrap().fields, Role::Method).unwrap();
    let object = plan
        .document
        .objects()
        .find(|object| object.kind.as_ref() == Some(&kind.unwrap().id));
    let object = object.unwrap().id;
    let called = plan.name_of(object).unwrap().to_owned();
    let at = (plan.document.id, object, field.id.clone());

    let copy = folder.path().join("theirs.missiv");
    workspace.copy_to(&copy).unwrap();
    let mut other = Workspace::open(&copy, Library::bundled()).unwrap();
    write(&mut other, &at, json!("På ett annat sätt."));
    drop(other);
    workspace.remove(at.0, &object.to_string()).unwrap();
    workspace.merge(&copy).unwrap();
    let found = workspace.conflicts().unwrap();
    let whole: Vec<&str> = found.iter().map(|found| found.whole.as_str()).collect();
    assert!(
        !whole.is_empty() && whole.iter().all(|whole| *whole == called),
        "{whole:?}"
    );
}
