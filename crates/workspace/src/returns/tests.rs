use std::path::Path;

use super::*;
use crate::{GroupForm, Input, Library, PersonForm, Placement};
use model::schema::with_role;
use model::vocabulary::{Concept, Role};

/// A plan with an activity that the first person answers for, and the report that follows it.
fn made() -> (tempfile::TempDir, Workspace, ObjectId) {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::bundled();
    let profiles: Vec<String> = library.profile_ids().map(str::to_owned).collect();
    let made = profiles.into_iter().find_map(|profile| {
        let file = folder.path().join(format!("{profile}.missiv"));
        let pack = library.profile(&profile).unwrap();
        let own = crate::pinned::read_profile(&profile, pack)
            .unwrap()
            .documents;
        let workspace = begun(&file, profile, &own);
        let report = workspace
            .documents()
            .unwrap()
            .into_iter()
            .find(|line| line.concept == Concept::Report)?;
        Some((workspace, report.id))
    });
    let (mut workspace, report) = made.expect("a bundled profile has a report");
    let plan = find(&workspace, Concept::Plan);
    let goal = add(&mut workspace, plan, Concept::Goal, None, &[]);
    let fields = [(Role::Title, "Utbildning"), (Role::Responsible, "A.L.")];
    add(&mut workspace, plan, Concept::Activity, Some(goal), &fields);
    (folder, workspace, report)
}

fn begun(file: &Path, profile: String, templates: &[String]) -> Workspace {
    let form = GroupForm {
        profile,
        name: "Gruppen".to_owned(),
        area: "Området".to_owned(),
    };
    let mut workspace = Workspace::create(file, Library::bundled(), &form).unwrap();
    let person = PersonForm {
        name: "A.L.".to_owned(),
        ..PersonForm::default()
    };
    workspace.add_person(&person).unwrap();
    for template in templates {
        let _ = workspace.begin(template, 2031);
    }
    workspace
}

fn find(workspace: &Workspace, concept: Concept) -> ObjectId {
    let lines = workspace.documents().unwrap();
    lines
        .iter()
        .find(|line| line.concept == concept)
        .unwrap()
        .id
}

fn add(
    workspace: &mut Workspace,
    document: ObjectId,
    concept: Concept,
    below: Option<ObjectId>,
    fields: &[(Role, &str)],
) -> ObjectId {
    let loaded = workspace.load(document).unwrap();
    let mut kinds = loaded.template().kinds.iter();
    let kind = kinds.find(|kind| kind.concept == Some(concept)).unwrap();
    let fields: Vec<(String, Input)> = fields
        .iter()
        .map(|(role, text)| {
            let field = with_role(&kind.fields, *role).unwrap();
            (field.id.clone(), Input::Typed((*text).to_owned()))
        })
        .collect();
    let placement = Placement {
        below: below.map(|id| id.to_string()),
        ..Placement::default()
    };
    let kind = kind.id.clone();
    workspace
        .add(document, &kind, &placement, &fields)
        .unwrap()
        .object
}

/// Writes in the year's plan by which day the group must have finished a report.
fn follow_up_by(workspace: &mut Workspace, report: ObjectId, day: NaiveDate) {
    let name = workspace.load(report).unwrap().template().name.clone();
    let plan = find(workspace, Concept::Plan);
    let loaded = workspace.load(plan).unwrap();
    let field = crate::prefill::occasions_field(loaded.template()).unwrap();
    let column = |role| with_role(&field.columns, role).unwrap().id.clone();
    let mut row = serde_json::Map::new();
    row.insert(column(Role::Title), json!(name));
    row.insert(column(Role::GroupBy), json!(day));
    let rows = Input::Stored(json!([row]));
    workspace.set(plan, ".", &field.id, &rows).unwrap();
}

/// The key of the question with this role that a person is asked.
fn key(workspace: &Workspace, document: ObjectId, name: &str, role: Role) -> String {
    let loaded = workspace.load(document).unwrap();
    let questions = ask::questions(&loaded);
    let found = questions
        .iter()
        .find(|one| one.who.name == name && one.field.is == Some(role));
    found.unwrap().key.clone()
}

fn answer(key: &str, text: &str) -> String {
    format!("[{key}]\nSvar: {text}\n")
}

fn only(read: AnswersView) -> AnswerView {
    assert_eq!(read.answers.len(), 1, "{read:?}");
    read.answers.into_iter().next().unwrap()
}

#[test]
fn the_responsible_person_is_asked_and_what_nobody_answers_for_comes_last() {
    let (_folder, workspace, report) = made();
    let returns = workspace.returns(report).unwrap();
    let names: Vec<&str> = returns.people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["A.L.", ""]);
    let mail = &returns.people[0].text;
    assert!(
        mail.contains("Hej A.L.!") && mail.contains("Utbildning"),
        "{mail}"
    );
    assert!(
        mail.lines().all(|line| line.chars().count() <= 72),
        "{mail}"
    );
    assert!(returns.people.iter().all(|one| one.asked > 0));
    assert!(
        returns
            .documents
            .iter()
            .any(|one| one.value == returns.document),
        "the report is among those that ask"
    );
}

#[test]
fn a_plan_asks_nothing_of_those_who_answer_for_its_activities() {
    let (_folder, workspace, _) = made();
    let plan = find(&workspace, Concept::Plan);
    assert!(workspace.returns(plan).unwrap().people.is_empty());
}

#[test]
fn an_untouched_mail_says_nothing_and_has_nothing_loose() {
    let (_folder, mut workspace, report) = made();
    workspace.act_as("A.L.").unwrap();
    for request in workspace.returns(report).unwrap().people {
        let read = workspace.read_answers(report, &request.text).unwrap();
        assert!(
            read.answers
                .iter()
                .all(|one| one.state == AnswerState::Same),
            "{read:?}"
        );
        assert_eq!(read.loose, []);
        let same = u32::try_from(read.answers.len()).unwrap();
        let questions = request.text.lines().filter(|line| line.starts_with('['));
        let questions = u32::try_from(questions.count()).unwrap();
        assert_eq!(read.empty + same, questions);
        assert!(request.asked <= questions);
    }
}

#[test]
fn the_mail_says_the_last_day_while_it_is_to_come_and_may_come_back_after_it() {
    let (_folder, mut workspace, report) = made();
    let last: NaiveDate = "2031-08-20".parse().unwrap();
    follow_up_by(&mut workspace, report, last);
    let says = |mail: &str| {
        let words: Vec<&str> = mail.split_whitespace().collect();
        words.join(" ").contains(&model::input::long_date(last))
    };
    workspace.see_from(last);
    let sent = workspace.returns(report).unwrap().people[0].text.clone();
    assert!(says(&sent), "{sent}");
    workspace.see_from(last.succ_opt().unwrap());
    assert!(!says(&workspace.returns(report).unwrap().people[0].text));
    assert_eq!(workspace.read_answers(report, &sent).unwrap().loose, []);
}

#[test]
fn an_answer_comes_back_through_a_mail_program_and_lands_in_its_row() {
    let (_folder, mut workspace, report) = made();
    let outcome = key(&workspace, report, "A.L.", Role::Outcome);
    let comment = key(&workspace, report, "A.L.", Role::Comment);
    let mail = workspace.returns(report).unwrap().people[0].text.clone();
    let mut quoted = String::from("Hej, här kommer det.\r\n\r\n");
    for line in mail.lines() {
        quoted.push_str(&format!("> {line}"));
        if line.starts_with("Svar:") && quoted.contains(&outcome) && !quoted.contains("82 000") {
            quoted.push_str("82 000 kr");
        }
        quoted.push_str("\r\n");
    }
    let long = "Tre av sex utbildningar är genomförda med sammanlagt 148\ndeltagare.\n\nResten blir i höst.";
    quoted.push_str(&answer(&comment, long));
    let read = workspace.read_answers(report, &quoted).unwrap();
    assert_eq!(read.loose.len(), 1, "{:?}", read.loose);
    assert_eq!(read.loose[0].text, "Hej, här kommer det.");
    let keys = [outcome, comment];
    let (taken, _) = workspace.take_answers(report, &quoted, &keys).unwrap();
    assert_eq!(taken, 2);
    let loaded = workspace.load(report).unwrap();
    let current = |key: &String| {
        let questions = ask::questions(&loaded);
        let found = questions.iter().find(|one| one.key == *key).unwrap();
        found.current.clone()
    };
    assert_eq!(
        current(&keys[0]).replace(['\u{a0}', '\u{202f}'], " "),
        "82 000 kr"
    );
    assert_eq!(
        current(&keys[1]),
        "Tre av sex utbildningar är genomförda med sammanlagt 148 deltagare.\nResten blir i höst."
    );
    let (words, _) = workspace.undo().unwrap();
    assert_eq!(words, "Läste in svar från en ansvarig");
}

#[test]
fn what_does_not_fit_is_shown_with_why_and_never_written() {
    let (_folder, mut workspace, report) = made();
    let key = key(&workspace, report, "A.L.", Role::Outcome);
    let text = answer(&key, "ungefär åtti tusen");
    let found = only(workspace.read_answers(report, &text).unwrap());
    assert_eq!(found.state, AnswerState::Unfit);
    assert_eq!(found.after, "ungefär åtti tusen");
    assert!(!found.why.is_empty());
    let (taken, changes) = workspace.take_answers(report, &text, &[key]).unwrap();
    assert_eq!((taken, changes.places.len()), (0, 0));
}

#[test]
fn an_unknown_key_keeps_its_words_and_says_why() {
    let (_folder, workspace, report) = made();
    let read = workspace
        .read_answers(report, "[BCDFGH] Status\nSvar: Pågår\n")
        .unwrap();
    let texts: Vec<&str> = read.loose.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["[BCDFGH] Status", "Svar: Pågår"]);
    assert!(read.loose.iter().all(|one| one.why.starts_with("Koden")));
}

#[test]
fn the_old_mail_below_the_answer_does_not_speak_against_it() {
    let (_folder, mut workspace, report) = made();
    let key = key(&workspace, report, "A.L.", Role::Outcome);
    let text = answer(&key, "1000") + &answer(&key, "");
    let (taken, _) = workspace
        .take_answers(report, &text, std::slice::from_ref(&key))
        .unwrap();
    assert_eq!(taken, 1);
    let text = answer(&key, "2000") + &answer(&key, "1 000 kr");
    let found = only(workspace.read_answers(report, &text).unwrap());
    assert_eq!(found.state, AnswerState::Changed);
    let text = answer(&key, "2000") + &answer(&key, "3000");
    let found = only(workspace.read_answers(report, &text).unwrap());
    assert_eq!(found.state, AnswerState::Unfit, "{found:?}");
}

#[test]
fn an_answer_in_the_question_s_own_line_is_read() {
    let (_folder, workspace, report) = made();
    let outcome = key(&workspace, report, "A.L.", Role::Outcome);
    for text in [format!("[{outcome}] 500"), format!("[{outcome}] Svar: 500")] {
        let found = only(workspace.read_answers(report, &text).unwrap());
        assert_eq!(found.state, AnswerState::New, "{text}");
    }
}

#[test]
fn a_name_of_the_plan_is_asked_even_where_it_is_nobody_of_the_group() {
    let (_folder, mut workspace, report) = made();
    let plan = find(&workspace, Concept::Plan);
    let goal = add(&mut workspace, plan, Concept::Goal, None, &[]);
    add(&mut workspace, plan, Concept::Activity, Some(goal), &[]);
    let returns = workspace.returns(report).unwrap();
    let nobody = returns.people.last().unwrap();
    assert!(nobody.who.is_empty() && nobody.text.contains("ingen ansvarig"));
    assert!(!nobody.text.contains("Hej"));
}
