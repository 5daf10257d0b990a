use model::paper::Adoption;
use model::vocabulary::{Concept, FieldType, Role};

use super::*;
use crate::{Input, Library, open_sample};

/// The plan of the sample year, which a body has adopted, with a text of it and its margin notes.
fn adopted(folder: &tempfile::TempDir) -> (Workspace, ObjectId, String, String) {
    let workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let mut lines = workspace.documents().unwrap().into_iter();
    let plan = lines.find(|line| line.concept == Concept::Plan).unwrap();
    let loaded = workspace.load(plan.id).unwrap();
    let fields = || loaded.template().fields.iter();
    let text = fields().find(|field| field.is == Some(Role::Summary) && field.print);
    let note = fields().find(|field| field.ty == FieldType::Text && !field.print);
    let ids = (text.unwrap().id.clone(), note.unwrap().id.clone());
    (workspace, plan.id, ids.0, ids.1)
}

fn write(workspace: &mut Workspace, document: ObjectId, field: &str, text: &str) {
    let input = Input::Typed(text.to_owned());
    workspace.set(document, ".", field, &input).unwrap();
}

fn is_changed(workspace: &Workspace, document: ObjectId) -> bool {
    workspace.show(document).unwrap().line.changed
}

#[test]
fn undo_ends_where_a_document_was_handed_in_and_where_it_was_adopted() {
    let folder = tempfile::tempdir().unwrap();
    let (mut workspace, plan, text, _) = adopted(&folder);
    let ends = |workspace: &mut Workspace, word: &str| {
        let refused = workspace.undo().unwrap_err();
        assert_eq!(refused.code(), "undo-ends");
        let said = refused.sentence();
        assert!(
            said.text.contains(word) && said.hint.contains("Historik"),
            "{said:?}"
        );
        let view = workspace.undoable().unwrap();
        assert_eq!(view.undo, None);
        assert!(view.ends.unwrap().contains(word));
        assert!(!is_changed(workspace, plan));
    };
    write(&mut workspace, plan, &text, "Före inlämningen.");
    workspace.submit(plan).unwrap();
    ends(&mut workspace, "lämnats in");

    // What is written afterwards is taken back and done again as ever, here and elsewhere.
    write(&mut workspace, plan, &text, "Efter.");
    assert!(workspace.undoable().unwrap().undo.is_some());
    workspace.undo().unwrap();
    ends(&mut workspace, "lämnats in");
    workspace.redo().unwrap();
    workspace.undo().unwrap();

    let adoption = Adoption {
        body: "Nämnden".to_owned(),
        date: workspace.today(),
        paragraph: None,
    };
    workspace.adopt(plan, &adoption).unwrap();
    ends(&mut workspace, "fastställts");
}

#[test]
fn an_act_in_one_document_ends_undo_in_another() {
    let folder = tempfile::tempdir().unwrap();
    let (mut workspace, plan, text, _) = adopted(&folder);
    let other = workspace.begin("memo", 2031).unwrap().object;
    write(&mut workspace, plan, &text, "Före inlämningen.");
    workspace.submit(plan).unwrap();
    assert_eq!(workspace.undo().unwrap_err().code(), "undo-ends");
    workspace.remove(other, ".").unwrap();
    workspace.undo().unwrap();
    assert!(workspace.document_ids().unwrap().contains(&other));
}

#[test]
fn what_is_never_printed_makes_no_draft_of_what_was_adopted() {
    let folder = tempfile::tempdir().unwrap();
    let (mut workspace, plan, text, note) = adopted(&folder);
    write(&mut workspace, plan, &note, "Fråga ekonomen.");
    assert!(!is_changed(&workspace, plan));
    assert_eq!(workspace.submit(plan).unwrap_err().code(), "unchanged");
    write(&mut workspace, plan, &text, "Nytt.");
    assert!(is_changed(&workspace, plan));
    // Handed in with the note, it reads as it did without it.
    workspace.submit(plan).unwrap();
    write(&mut workspace, plan, &note, "");
    assert!(!is_changed(&workspace, plan));
}

#[test]
fn a_day_that_was_before_the_hand_in_is_pointed_out_after_it_until_the_document_is_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    let (mut workspace, plan, text, _) = adopted(&folder);
    let loaded = workspace.load(plan).unwrap();
    let field = |role: Role| {
        let mut fields = loaded.template().fields.iter();
        let field = fields.find(|field| field.is == Some(role)).unwrap();
        field.id.clone()
    };
    let (date, handled) = (field(Role::Date), field(Role::HandledOn));
    let late = workspace.today().succ_opt().unwrap().to_string();
    let ahead = |workspace: &Workspace| {
        let found = workspace.check(plan).unwrap().into_iter();
        let found = found.filter(|found| found.diagnostic.code == crate::Code::DateAhead);
        let fields = found.filter_map(|found| found.diagnostic.place.field);
        fields.collect::<Vec<_>>()
    };
    for field in [&date, &handled] {
        write(&mut workspace, plan, field, &late);
    }
    assert!(ahead(&workspace).is_empty());
    // It is dated by the day when it is sent, which comes after it was handed in; it was handled before.
    workspace.submit(plan).unwrap();
    assert_eq!(ahead(&workspace), [handled]);
    write(&mut workspace, plan, &text, "Nytt.");
    assert!(ahead(&workspace).is_empty());
}
