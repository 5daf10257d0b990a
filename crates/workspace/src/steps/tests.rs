use model::paper::Adoption;
use model::vocabulary::{Concept, FieldType, Role};

use super::*;
use crate::{GroupForm, Library, open_sample};

/// A workspace with a document that has a section of its own, and that section's id and label.
fn made() -> (tempfile::TempDir, Workspace, ObjectId, (String, String)) {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::bundled();
    let form = GroupForm {
        profile: library.profile_ids().next().unwrap().to_owned(),
        name: "Gruppen".to_owned(),
        area: "Området".to_owned(),
    };
    let mut workspace = Workspace::create(&folder.path().join("a.missiv"), library, &form).unwrap();
    let templates: Vec<String> = workspace
        .library()
        .template_ids()
        .map(str::to_owned)
        .collect();
    let begun = templates.iter().find_map(|template| {
        let document = workspace.begin(template, 2031).ok()?.object;
        let loaded = workspace.load(document).ok()?;
        let fields = loaded.template().fields.iter();
        let text = fields
            .filter(|field| field.ty == FieldType::Text)
            .find(|field| loaded.template().order.contains(&field.id))?;
        Some((document, (text.id.clone(), text.label.clone())))
    });
    let (document, field) = begun.expect("a bundled template has a text");
    (folder, workspace, document, field)
}

fn write(workspace: &mut Workspace, document: ObjectId, field: &str, text: &str) {
    let input = Input::Typed(text.to_owned());
    workspace.set(document, ".", field, &input).unwrap();
}

fn actions(workspace: &Workspace, document: ObjectId) -> Vec<String> {
    let steps = workspace.steps(document, 9).unwrap();
    steps.into_iter().map(|step| step.action).collect()
}

#[test]
fn an_act_is_one_sentence_without_what_the_program_keeps_of_it() {
    let (_folder, mut workspace, document, _) = made();
    workspace
        .register(document, "RS 1", "Regionen", None)
        .unwrap();
    let newest = workspace.steps(document, 1).unwrap().remove(0);
    assert_eq!(newest.action, "Antecknade ett diarienummer");
    let mut own = newest.edits.iter().map(|edit| edit.object.as_str());
    assert!(own.all(|object| object == document.to_string()));
    for line in workspace.history(Some(document), None, 9).unwrap() {
        let inner = line.edits.iter().find(|edit| edit.field.starts_with('@'));
        assert_eq!(inner, None);
    }
}

#[test]
fn an_act_is_neither_undone_nor_stepped_over_nor_given_back_what_stood_before() {
    let (_folder, mut workspace, document, (field, label)) = made();
    write(&mut workspace, document, &field, "Före.");
    let noted = workspace.register(document, "RS 1", "", None).unwrap();
    let refused = workspace.undo().unwrap_err();
    assert_eq!(refused.code(), "stands-in-the-log");
    let said = refused.sentence();
    assert!(
        said.text.contains("Antecknade ett diarienummer") && said.hint.contains("på nytt"),
        "{said:?}"
    );
    let step = workspace.steps(document, 1).unwrap().remove(0).step;
    let event = noted.object.to_string();
    for inner in ["registration", "on", "@kind"] {
        let refused = workspace.restore_before(document, &step, &event, inner);
        assert_eq!(refused.unwrap_err().code(), "stands-in-the-log", "{inner}");
        let emptied = workspace.set(document, &event, inner, &Input::Nothing);
        assert_eq!(emptied.unwrap_err().code(), "no-object", "{inner}");
    }
    assert!(workspace.remove(document, &event).is_err());
    assert_eq!(workspace.log(document).unwrap().len(), 1);

    // What is written after it is undone as ever, up to the act.
    write(&mut workspace, document, &field, "Efter.");
    workspace.undo().unwrap();
    assert!(workspace.undo().is_err());
    let newest = workspace.steps(document, 9).unwrap();
    let before = newest
        .iter()
        .find(|step| step.edits.iter().any(|edit| edit.after == "Före."));
    let before = before.expect("the step is in the history").step.clone();
    let restored = workspace
        .restore_before(document, &before, &document.to_string(), &field)
        .unwrap();
    let place = workspace.changed_place(restored.object, &restored.changes);
    assert_eq!(place.last(), Some(&label));
    assert_eq!(
        actions(&workspace, document)[0],
        format!("Återställde ”{label}”")
    );
}

#[test]
fn an_undo_and_a_mark_say_of_what() {
    let (_folder, mut workspace, document, (field, label)) = made();
    write(&mut workspace, document, &field, "Text.");
    workspace.undo().unwrap();
    workspace.redo().unwrap();
    let steps = workspace.steps(document, 9).unwrap();
    assert!(
        steps.iter().all(|step| !step.undone),
        "what was taken back and done again is told by its own step"
    );
    workspace.mark_done(document, &field, true).unwrap();
    workspace.mark_done(document, &field, false).unwrap();
    let done = format!("Klarmarkerade ”{label}”");
    let not_done = format!("Tog bort klarmarkeringen av ”{label}”");
    let set = format!("Ändrade ”{label}”");
    assert_eq!(
        actions(&workspace, document)[..5],
        [
            not_done,
            done,
            format!("Gjorde om: {set}"),
            format!("Ångrade: {set}"),
            set
        ]
    );
}

#[test]
fn a_decision_without_points_says_who_is_to_decide_and_each_point_has_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let found = workspace
        .document_ids()
        .unwrap()
        .into_iter()
        .find_map(|id| {
            let loaded = workspace.load(id).unwrap();
            let mut fields = loaded.template().fields.iter();
            let field = fields.find(|field| field.ty == FieldType::Decision)?;
            let value = loaded.document.root().fields.get(&field.id)?;
            Some((id, field.id.clone(), value.clone()))
        });
    let (document, field, mut value) = found.expect("the sample proposes a decision");
    let mut after = |points: &[&str]| {
        value["points"] = serde_json::json!(points);
        let input = Input::Stored(value.clone());
        workspace.set(document, ".", &field, &input).unwrap();
        let newest = workspace.steps(document, 1).unwrap().remove(0);
        newest.edits[0].after.clone()
    };
    let opening = after(&[]);
    assert!(
        opening.ends_with("att") && !opening.contains('{'),
        "{opening}"
    );
    assert_eq!(
        after(&["notera", "utse"]),
        format!("{opening}\n1. notera\n2. utse")
    );
}

#[test]
fn what_was_handed_in_and_adopted_is_told_once_though_no_field_was_set() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let lines = workspace.documents().unwrap();
    let is_plan = |line: &&crate::DocumentLine| line.concept == Concept::Plan;
    let plan = lines.iter().find(is_plan).unwrap().id;
    let loaded = workspace.load(plan).unwrap();
    let mut fields = loaded.template().fields.iter();
    let text = fields
        .find(|field| field.is == Some(Role::Summary))
        .unwrap();
    let text = text.id.clone();
    let adoption = Adoption {
        body: "Nämnden".to_owned(),
        date: workspace.today(),
        paragraph: None,
    };
    for words in ["Ett.", "Två."] {
        write(&mut workspace, plan, &text, words);
        workspace.submit(plan).unwrap();
    }
    workspace.adopt(plan, &adoption).unwrap();
    let label = format!(
        "Ändrade ”{}”",
        loaded.template().field(&text).unwrap().label
    );
    let (adopted, submitted) = (
        "Antecknade att dokumentet fastställdes",
        "Lämnade in dokumentet",
    );
    assert_eq!(
        actions(&workspace, plan)[..5],
        [adopted, submitted, &label, submitted, &label]
    );
    // Each is a moment to compare with, and none pushes out a newer one.
    for step in workspace.steps(plan, 9).unwrap() {
        workspace.compare(plan, Some(&step.step), None).unwrap();
    }
    assert_eq!(workspace.steps(plan, 2).unwrap().len(), 2);
    assert_eq!(workspace.steps(plan, 2).unwrap()[1].action, submitted);
}

#[test]
fn what_is_written_on_in_one_field_is_one_line_back_to_what_stood_before_it() {
    let (_folder, mut workspace, document, (field, label)) = made();
    write(&mut workspace, document, &field, "Före.");
    workspace.register(document, "RS 1", "", None).unwrap();
    for text in ["V", "Vi", "Vi samverkar."] {
        write(&mut workspace, document, &field, text);
    }
    let single = workspace.history(Some(document), None, 9).unwrap();
    assert_eq!(single[0].action, single[2].action, "the log has each step");
    let steps = workspace.steps(document, 2).unwrap();
    assert_eq!(
        steps
            .iter()
            .map(|step| step.action.as_str())
            .collect::<Vec<_>>(),
        [&format!("Ändrade ”{label}”"), "Antecknade ett diarienummer"]
    );
    let newest = &steps[0];
    assert_eq!(newest.step, single[0].step);
    assert_eq!(
        (
            newest.edits[0].before.as_str(),
            newest.edits[0].after.as_str()
        ),
        ("Före.", "Vi samverkar.")
    );
    // Whoever asks by an earlier view of the line means the same.
    for step in [&single[0].step, &single[1].step] {
        workspace
            .restore_before(document, step, &document.to_string(), &field)
            .unwrap();
        let line = workspace.steps(document, 1).unwrap().remove(0);
        assert_eq!(line.edits[0].after, "Före.");
        workspace.undo().unwrap();
    }
}
