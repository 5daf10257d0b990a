use model::period::PeriodRule;
use model::schema::with_role;

use super::*;
use crate::prefill::occasions_field;
use crate::{Library, ObjectId, Workspace, open_sample};

/// The sample year's file as it is seen on a day in autumn.
fn seen(folder: &tempfile::TempDir, day: &str) -> Workspace {
    let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    workspace.see_from_day(day).unwrap();
    workspace
}

/// What is stored of a day that is typed in the document's own field with a role.
fn stored(workspace: &mut Workspace, document: ObjectId, role: Role, day: &str) -> Value {
    let loaded = workspace.load(document).unwrap();
    let mut fields = loaded.template().fields.iter();
    let field = fields
        .find(|field| field.is == Some(role))
        .unwrap()
        .id
        .clone();
    let input = Input::Typed(day.to_owned());
    workspace.set(document, ".", &field, &input).unwrap();
    let document = workspace.document(document).unwrap();
    document.root().fields[&field].clone()
}

#[test]
fn what_next_years_plan_says_of_itself_lies_near_today_and_its_work_in_its_year() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = seen(&folder, "2026-11-29");
    let lines = workspace.documents().unwrap();
    let plan = lines
        .iter()
        .find(|line| line.concept == Concept::Plan)
        .unwrap();
    let template = workspace.load(plan.id).unwrap().template().id.clone();
    let plan = workspace.begin(&template, 2027).unwrap().object;
    let mut check = |role, typed, expected| {
        assert_eq!(
            stored(&mut workspace, plan, role, typed),
            expected,
            "{typed}"
        );
    };
    check(Role::Date, "3 december", "2026-12-03");
    check(Role::HandledOn, "30 nov", "2026-11-30");
    check(Role::Date, "7/1", "2027-01-07");
    check(Role::Date, "3 december 2027", "2027-12-03");
    check(Role::Date, "3/12 -27", "2027-12-03");

    let loaded = workspace.load(plan).unwrap();
    let kinds = loaded.template().kinds.iter();
    let mut fields = kinds.flat_map(|kind| &kind.fields);
    let start = fields.find(|field| field.is == Some(Role::Start)).unwrap();
    assert_eq!(day(start, "3 december", &loaded), "2027-12-03".parse().ok());
}

#[test]
fn notes_are_written_near_their_meeting_however_late_they_are_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = seen(&folder, "2026-11-29");
    let notes = workspace.begin("notes", 2025).unwrap().object;
    stored(&mut workspace, notes, Role::MeetingDate, "2025-12-18");
    let written = stored(&mut workspace, notes, Role::Date, "9/1");
    assert_eq!(written, "2026-01-09");
}

#[test]
fn a_day_without_a_year_lies_near_the_one_before_it_in_its_row() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = seen(&folder, "2026-11-29");
    let mut ids = workspace.document_ids().unwrap().into_iter();
    let found = ids.find_map(|id| {
        let loaded = workspace.load(id).unwrap();
        let mut fields = loaded.template().fields.iter();
        let field = fields
            .find(|field| field.is == Some(Role::Occasions))?
            .clone();
        Some((loaded, field))
    });
    let (loaded, field) = found.unwrap();
    let year = year_of(&loaded);
    let days = || {
        field
            .columns
            .iter()
            .filter(|column| column.ty == FieldType::Date)
    };
    let [first, then] = [days().next().unwrap(), days().nth(1).unwrap()];
    let check = |before: String, typed: &str, expected: String| {
        let row = Map::from_iter([(first.id.clone(), json!(before))]);
        let cell = cell_of(&field, then, typed, &row, &loaded).unwrap();
        assert_eq!(cell, json!(expected), "{typed} after {before}");
    };
    check(
        format!("{}-01-26", year + 1),
        "2 feb",
        format!("{}-02-02", year + 1),
    );
    check(
        format!("{year}-12-18"),
        "8/1",
        format!("{}-01-08", year + 1),
    );
    check(
        format!("{}-01-26", year + 1),
        format!("2 feb {year}").as_str(),
        format!("{year}-02-02"),
    );
    let empty = cell_of(&field, then, "2 feb", &Map::new(), &loaded).unwrap();
    assert_eq!(empty, json!(format!("{year}-02-02")));
}

/// An account of a period comes when that is over, and a plan before it begins; what is about nothing lies in the year.
#[test]
fn the_first_day_of_a_row_lies_near_what_the_row_is_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = seen(&folder, "2026-11-29");
    let templates = workspace.year_templates().unwrap();
    let of = |wanted: Concept, is_year: bool| {
        let mut all = templates.iter();
        let found = all.find(|template| {
            template.concept == wanted && (template.period == PeriodRule::Year) == is_year
        });
        found.unwrap().name.clone()
    };
    let follow_up = of(Concept::FollowUpPlan, true);
    let document = workspace.begin(&follow_up, 2027).unwrap().object;
    let loaded = workspace.load(document).unwrap();
    let field = occasions_field(loaded.template()).unwrap();
    workspace.tell_accounts(&loaded, &field.id).unwrap();
    let column = |role| with_role(&field.columns, role).unwrap();
    let (title, day) = (column(Role::Title), column(Role::GroupBy));
    let check = |about: &str, typed: &str, expected: &str| {
        let row = Map::from_iter([(title.id.clone(), json!(about))]);
        let cell = cell_of(field, day, typed, &row, &loaded).unwrap();
        assert_eq!(cell, json!(expected), "{about} {typed}");
    };
    check(&of(Concept::Report, true), "20/1", "2028-01-20");
    check(&of(Concept::Report, true), "20/1 2027", "2027-01-20");
    check(&of(Concept::Report, false), "20/8", "2027-08-20");
    check(&of(Concept::Plan, true), "22/11", "2026-11-22");
    check("Studiebesök", "20/1", "2027-01-20");

    let cell = |column: &Field| match column.is {
        Some(Role::Title) => of(Concept::Report, true),
        Some(Role::GroupBy) => "20/1".to_owned(),
        _ => String::new(),
    };
    let row: Vec<String> = field.columns.iter().map(cell).collect();
    let (field, day) = (field.id.clone(), day.id.clone());
    workspace
        .set(document, ".", &field, &Input::Typed(row.join("\t")))
        .unwrap();
    let written = workspace.document(document).unwrap();
    assert_eq!(written.root().fields[&field][0][&day], "2028-01-20");
}

#[test]
fn a_leap_day_is_found_in_the_nearest_year_that_has_it() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
    let found = nearest(|year| input::date("29/2", year), today);
    assert_eq!(found, NaiveDate::from_ymd_opt(2028, 2, 29));
    assert_eq!(nearest(|year| input::date("31/11", year), today), None);
}

#[test]
fn whatever_the_sample_says_can_be_typed_but_for_pictures_and_files() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for id in workspace.document_ids().unwrap() {
        let loaded = workspace.load(id).unwrap();
        let document = &loaded.document;
        for object in std::iter::once(document.root()).chain(document.objects()) {
            for field in loaded.template().fields_of(object.kind.as_deref()) {
                let Some(value) = object.fields.get(&field.id) else {
                    continue;
                };
                let ty = if field.ty == FieldType::List {
                    field.of
                } else {
                    field.ty
                };
                if matches!(ty, FieldType::Image | FieldType::File) {
                    continue;
                }
                seen.insert(field.ty);
                let typed = as_typed(field, value, &loaded);
                assert!(typed.is_some(), "{}: {value}", field.label);
            }
        }
    }
    let told = [
        FieldType::Decision,
        FieldType::Rows,
        FieldType::List,
        FieldType::Money,
    ];
    assert!(told.iter().all(|ty| seen.contains(ty)), "{seen:?}");
}
