use super::*;
use crate::{Input, Library, Workspace, open_sample};
use model::id::ObjectId;

/// The sample with a document that has a list of lines for its number, handed in, and the field's id.
fn handed_in(folder: &tempfile::TempDir) -> (Workspace, ObjectId, String) {
    let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let ids = workspace.document_ids().unwrap();
    let found = ids.into_iter().find_map(|id| {
        let loaded = workspace.load(id).unwrap();
        let field = field_of(loaded.template())?;
        let is_list = field.ty == FieldType::List && field.default.is_some();
        is_list.then(|| (id, field.id.clone()))
    });
    let (document, field) = found.expect("the sample has a paper that awaits its number");
    workspace
        .set(document, ".", &field, &Input::Nothing)
        .unwrap();
    workspace.submit(document).unwrap();
    (workspace, document, field)
}

fn stands(workspace: &Workspace, document: ObjectId, field: &str) -> Option<Value> {
    let document = workspace.document(document).unwrap();
    document.root().fields.get(field).cloned()
}

fn note(workspace: &mut Workspace, document: ObjectId, number: &str) {
    workspace.register(document, number, "", None).unwrap();
}

#[test]
fn a_number_that_is_noted_stands_in_the_draft_and_makes_no_other_paper() {
    let folder = tempfile::tempdir().unwrap();
    let (mut workspace, document, field) = handed_in(&folder);
    note(&mut workspace, document, "RS 1");
    assert_eq!(stands(&workspace, document, &field), Some(json!(["RS 1"])));
    note(&mut workspace, document, "KS 2");
    note(&mut workspace, document, "RS 1");
    assert_eq!(
        stands(&workspace, document, &field),
        Some(json!(["RS 1", "KS 2"]))
    );
    assert!(!workspace.show(document).unwrap().line.changed);
    assert_eq!(workspace.submit(document).unwrap_err().code(), "unchanged");
}

#[test]
fn what_somebody_wrote_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (mut workspace, document, field) = handed_in(&folder);
    let typed = |workspace: &mut Workspace, text: &str| {
        let input = Input::Stored(json!([text]));
        workspace.set(document, ".", &field, &input).unwrap();
    };
    typed(&mut workspace, "Eget 7");
    note(&mut workspace, document, "RS 1");
    assert_eq!(
        stands(&workspace, document, &field),
        Some(json!(["Eget 7"]))
    );
    assert!(workspace.show(document).unwrap().line.changed);

    // What was handed in with a number that the log gets later reads as it did.
    workspace.submit(document).unwrap();
    note(&mut workspace, document, "Eget 7");
    assert!(!workspace.show(document).unwrap().line.changed);
}

#[test]
fn the_word_that_the_template_has_for_a_number_to_come_is_nobodys() {
    let folder = tempfile::tempdir().unwrap();
    let (mut workspace, document, field) = handed_in(&folder);
    let loaded = workspace.load(document).unwrap();
    let usual = field_of(loaded.template())
        .unwrap()
        .default
        .clone()
        .unwrap();
    workspace
        .set(document, ".", &field, &Input::Stored(usual))
        .unwrap();
    note(&mut workspace, document, "RS 1");
    assert_eq!(stands(&workspace, document, &field), Some(json!(["RS 1"])));
}
