use super::*;
use crate::{GroupForm, Library, UnsavedForm, Workspace, open_sample};

/// A workspace with a document of the first concept that has objects below objects.
fn made() -> (tempfile::TempDir, Workspace, ObjectId) {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::bundled();
    let profile = library.profile_ids().next().unwrap().to_owned();
    let form = GroupForm {
        profile,
        name: "Gruppen".to_owned(),
        area: "Området".to_owned(),
    };
    let mut workspace = Workspace::create(&folder.path().join("a.missiv"), library, &form).unwrap();
    let ids: Vec<String> = workspace
        .library()
        .template_ids()
        .map(str::to_owned)
        .collect();
    let begun: Vec<ObjectId> = ids
        .iter()
        .filter_map(|id| Some(workspace.begin(id, 2031).ok()?.object))
        .collect();
    let is_plan = |id: &ObjectId| workspace.form(*id).unwrap().concept == "plan";
    let document = begun.into_iter().find(is_plan).unwrap();
    (folder, workspace, document)
}

fn field<'a>(kind: &'a KindView, role: &str) -> &'a FieldView {
    kind.fields.iter().find(|field| field.role == role).unwrap()
}

fn kind(workspace: &Workspace, document: ObjectId, concept: &str) -> KindView {
    let kinds = workspace.form(document).unwrap().kinds;
    kinds
        .into_iter()
        .find(|kind| kind.concept == concept)
        .unwrap()
}

fn text(text: &str) -> FieldValue {
    FieldValue::Plain {
        text: text.to_owned(),
    }
}

/// Adds a goal with an activity and returns the activity's id.
fn activity(workspace: &mut Workspace, document: ObjectId) -> String {
    let (goal, activity) = ("goal", "activity").map(|it| kind(workspace, document, it).id);
    let goal = workspace
        .add(document, &goal, &Default::default(), &[])
        .unwrap()
        .object;
    let below = crate::Placement {
        below: Some(goal.to_string()),
        ..Default::default()
    };
    workspace
        .add(document, &activity, &below, &[])
        .unwrap()
        .object
        .to_string()
}

trait Pair<T> {
    fn map<U>(self, with: impl FnMut(T) -> U) -> (U, U);
}

impl<T> Pair<T> for (T, T) {
    fn map<U>(self, mut with: impl FnMut(T) -> U) -> (U, U) {
        (with(self.0), with(self.1))
    }
}

fn write(
    workspace: &mut Workspace,
    document: ObjectId,
    object: &str,
    field: &str,
    value: FieldValue,
) {
    let form = UnsavedForm {
        object: object.to_owned(),
        field: field.to_owned(),
        value,
    };
    workspace.write_field(document, &form).unwrap();
}

fn shown(workspace: &Workspace, document: ObjectId, object: &str, field: &str) -> FieldValue {
    let form = workspace.form(document).unwrap();
    let found = form
        .objects
        .into_iter()
        .find(|found| found.id == object)
        .unwrap();
    found
        .values
        .into_iter()
        .find(|value| value.field == field)
        .unwrap()
        .value
}

#[test]
fn what_is_typed_is_shown_as_it_was_understood() {
    let (_folder, mut workspace, document) = made();
    let object = activity(&mut workspace, document);
    let kind = kind(&workspace, document, "activity");
    for (role, typed, understood) in [
        ("title", "Rutin", "Rutin"),
        ("start", "13/1", "2031-01-13"),
        ("amount", "180000", "180\u{202f}000"),
    ] {
        let id = &field(&kind, role).id;
        write(&mut workspace, document, &object, id, text(typed));
        assert_eq!(shown(&workspace, document, &object, id), text(understood));
    }
}

#[test]
fn what_cannot_be_read_is_kept_and_said() {
    let (_folder, mut workspace, document) = made();
    let object = activity(&mut workspace, document);
    let id = field(&kind(&workspace, document, "activity"), "start")
        .id
        .clone();
    write(&mut workspace, document, &object, &id, text("i vår"));
    assert_eq!(shown(&workspace, document, &object, &id), text("i vår"));
    let found = workspace.check(document).unwrap();
    let here = |found: &&crate::FindingView| found.diagnostic.place.field.as_deref() == Some(&id);
    let codes: Vec<_> = found
        .iter()
        .filter(here)
        .map(|found| found.diagnostic.code)
        .collect();
    assert!(codes.contains(&crate::Code::ValueMalformed), "{codes:?}");
}

#[test]
fn a_table_and_a_text_come_back_as_they_were_given() {
    let (_folder, mut workspace, document) = made();
    let object = activity(&mut workspace, document);
    let kind = kind(&workspace, document, "activity");
    let milestones = &field(&kind, "milestones").id;
    let rows = vec![vec![
        "2031-02-28".to_owned(),
        "Materialet är klart".to_owned(),
    ]];
    write(
        &mut workspace,
        document,
        &object,
        milestones,
        FieldValue::Table { rows: rows.clone() },
    );
    assert_eq!(
        shown(&workspace, document, &object, milestones),
        FieldValue::Table { rows }
    );
    let method = &field(&kind, "method").id;
    let blocks = rich::parsed("Ett **viktigt** stycke.\n\n- ett\n- två");
    write(
        &mut workspace,
        document,
        &object,
        method,
        FieldValue::Rich {
            blocks: blocks.clone(),
        },
    );
    assert_eq!(
        shown(&workspace, document, &object, method),
        FieldValue::Rich { blocks }
    );
}

#[test]
fn what_is_not_written_is_on_the_pages_and_not_in_the_file() {
    let (_folder, mut workspace, document) = made();
    let object = activity(&mut workspace, document);
    let id = field(&kind(&workspace, document, "activity"), "title")
        .id
        .clone();
    let unsaved = UnsavedForm {
        object: object.clone(),
        field: id.clone(),
        value: text("Gemensamutskrivningsrutin"),
    };
    let pages = workspace.pages_while(document, &[unsaved]).unwrap();
    assert!(pages.text().unwrap().contains("Gemensam"));
    assert_eq!(shown(&workspace, document, &object, &id), text(""));
    let spots = workspace.spots(document, &pages).unwrap();
    assert!(spots.iter().any(|spot| spot.field.is_some()), "{spots:?}");
}

#[test]
fn a_copy_has_the_values_and_not_the_identity() {
    let (_folder, mut workspace, document) = made();
    let object = activity(&mut workspace, document);
    let id = field(&kind(&workspace, document, "activity"), "title")
        .id
        .clone();
    write(&mut workspace, document, &object, &id, text("Rutin"));
    let note = field(&kind(&workspace, document, "activity"), "margin_note")
        .id
        .clone();
    write(
        &mut workspace,
        document,
        &object,
        &note,
        text("Fråga chefen."),
    );
    let copy = workspace
        .duplicate(document, &object)
        .unwrap()
        .object
        .to_string();
    assert_ne!(copy, object);
    assert_eq!(shown(&workspace, document, &copy, &id), text("Rutin"));
    let blank = FieldValue::Rich { blocks: Vec::new() };
    assert_eq!(shown(&workspace, document, &copy, &note), blank);
    assert_ne!(shown(&workspace, document, &object, &note), blank);
    let form = workspace.form(document).unwrap();
    let parent = |id: &str| {
        form.objects
            .iter()
            .find(|found| found.id == id)
            .unwrap()
            .parent
            .clone()
    };
    assert_eq!(parent(&copy), parent(&object));
}

#[test]
fn a_pasted_table_fills_the_fields_that_its_heads_name() {
    let (_folder, mut workspace, document) = made();
    let first = activity(&mut workspace, document);
    let kind = kind(&workspace, document, "activity");
    let (title, start) = ("title", "start").map(|role| field(&kind, role).clone());
    let form = workspace.form(document).unwrap();
    let goal = form
        .objects
        .iter()
        .find(|found| found.id == first)
        .unwrap()
        .parent
        .clone();
    let pasted = format!("{}\t{}\nEtt\t1/3\nTvå\t", title.label, start.label);
    let made = workspace
        .paste_table(document, &kind.id, goal.as_deref(), &pasted)
        .unwrap();
    assert_eq!(made, 2);
    let objects = workspace.form(document).unwrap().objects;
    let titles: Vec<&str> = objects.iter().map(|object| object.title.as_str()).collect();
    assert!(titles.ends_with(&["Ett", "Två"]), "{titles:?}");
    let one = objects.iter().find(|object| object.title == "Ett").unwrap();
    assert_eq!(
        shown(&workspace, document, &one.id, &start.id),
        text("2031-03-01")
    );
}

/// What stands in a column without a field would be lost.
#[test]
fn a_pasted_table_with_a_column_for_which_there_is_no_field_comes_to_nothing() {
    let (_folder, mut workspace, document) = made();
    let first = activity(&mut workspace, document);
    let kind = kind(&workspace, document, "activity");
    let title = field(&kind, "title").label.clone();
    let objects = workspace.form(document).unwrap().objects;
    let before = objects.len();
    let goal = objects.iter().find(|found| found.id == first).unwrap();
    let goal = goal.parent.as_deref();
    let mut refused = |pasted: String| {
        let refused = workspace.paste_table(document, &kind.id, goal, &pasted);
        refused.unwrap_err().sentence()
    };
    let said = refused(format!("{title}\tHemligt\nEtt\tviktigt"));
    assert!(
        said.text.contains("Hemligt") && said.hint.contains(&title),
        "{said:?}"
    );
    let wide = format!("Ett{}utanför", "\t".repeat(kind.fields.len()));
    assert!(refused(wide).text.contains("kolumn"));
    assert_eq!(workspace.form(document).unwrap().objects.len(), before);
    let empty = format!("{title}\tHemligt\nEtt\t ");
    assert_eq!(
        workspace
            .paste_table(document, &kind.id, goal, &empty)
            .unwrap(),
        1
    );
}

#[test]
fn what_the_profile_gives_stands_in_the_groups_form_and_misses_nothing() {
    let (_folder, workspace, _) = made();
    let group = workspace.documents().unwrap();
    let group = group.iter().find(|line| !line.printed).unwrap().id;
    let form = workspace.form(group).unwrap();
    let fields = form.parts.iter().flat_map(|part| &part.fields);
    let publisher = fields
        .into_iter()
        .find(|field| field.role == "organisation")
        .unwrap();
    let value = form.values.iter().find(|value| value.field == publisher.id);
    let value = value.unwrap();
    assert!(value.derived && value.value != text(""), "{value:?}");
    let sections = workspace.sections(group).unwrap();
    let own = sections.iter().find(|section| section.id == publisher.id);
    assert!(own.is_some_and(|section| section.filled == section.required));
}

#[test]
fn a_diarium_is_of_a_principal_or_of_the_publisher() {
    let library = Library::bundled();
    for id in library.profile_ids() {
        let folder = tempfile::tempdir().unwrap();
        let form = GroupForm {
            profile: id.to_owned(),
            name: "Gruppen".to_owned(),
            area: "Området".to_owned(),
        };
        let workspace = Workspace::create(&folder.path().join("a.missiv"), library.clone(), &form);
        let workspace = workspace.unwrap();
        let (profile, _) = workspace.profile_and_group().unwrap();
        let named = workspace.form(workspace.group_id()).unwrap().organisations;
        let publisher = &profile.address.organisation;
        for party in &profile.parties {
            let wanted = party.principal || party.name == *publisher;
            assert_eq!(named.contains(&party.name), wanted, "{id}: {}", party.name);
        }
        let is_publisher = |name: &&String| publisher.starts_with(name.as_str());
        assert_eq!(
            named.iter().filter(is_publisher).count(),
            1,
            "{id}: {publisher}"
        );
    }
}

#[test]
fn who_only_pays_is_offered_where_it_is_said_who_pays_and_nowhere_else() {
    let (_folder, workspace, document) = made();
    let (profile, _) = workspace.profile_and_group().unwrap();
    let payers = profile.parties.iter().filter(|party| !party.principal);
    let payers: Vec<String> = payers.map(|party| party.name.clone()).collect();
    assert!(!payers.is_empty());
    let form = workspace.form(document).unwrap();
    let of_kinds = form.kinds.into_iter().flat_map(|kind| kind.fields);
    let of_parts = form.parts.into_iter().flat_map(|part| part.fields);
    let fields = of_kinds.chain(of_parts).flat_map(|field| {
        let columns = field.columns.clone();
        std::iter::once(field).chain(columns)
    });
    let named = |field: &FieldView| matches!(field.widget, Widget::Named | Widget::SeveralNamed);
    let (mut paying, mut several) = (0, 0);
    for field in fields
        .filter(named)
        .filter(|field| !field.options.is_empty())
    {
        let offered = field
            .options
            .iter()
            .any(|option| payers.contains(&option.value));
        assert_eq!(offered, field.role == "financier", "{}", field.label);
        paying += usize::from(offered);
        several += usize::from(field.widget == Widget::SeveralNamed);
    }
    assert!(paying > 0 && several > 0, "{paying} {several}");
}

#[test]
fn what_cannot_be_read_in_one_cell_is_told_there_and_the_rest_of_its_table_stands() {
    let (_folder, mut workspace, document) = made();
    let object = activity(&mut workspace, document);
    let milestones = field(&kind(&workspace, document, "activity"), "milestones").clone();
    let of_type = |widget: Widget| {
        let mut columns = milestones.columns.iter();
        columns.position(|column| column.widget == widget).unwrap()
    };
    let (day, words) = (of_type(Widget::Date), of_type(Widget::Line));
    let row = |typed: &str, said: &str| {
        let mut row = vec![String::new(); milestones.columns.len()];
        (row[day], row[words]) = (typed.to_owned(), said.to_owned());
        row
    };
    let rows = vec![row("midsommar", "Prövas"), row("2031-03-31", "Klart")];
    let table = FieldValue::Table { rows };
    write(&mut workspace, document, &object, &milestones.id, table);

    let loaded = workspace.load(document).unwrap();
    let items = loaded.paper.items();
    let mut cells = items.iter().flat_map(|(_, item)| &item.fields);
    let cell = cells.find(|cell| cell.id == milestones.id).unwrap();
    let Some(model::paper::Printed::Rows(shown)) = &cell.value else {
        panic!("{cell:?}");
    };
    let is_shown: Vec<bool> = shown.rows.iter().map(|row| row[day].is_some()).collect();
    assert_eq!(is_shown, [false, true]);
    assert!(shown.rows.iter().all(|row| row[words].is_some()));

    let found = workspace.check(document).unwrap().into_iter();
    let places = found.map(|found| found.diagnostic.place);
    let mut places = places.filter(|place| place.field.as_ref() == Some(&milestones.id));
    let place = places.next().unwrap();
    let column = Some(&milestones.columns[day].id);
    assert_eq!((place.row, place.column.as_ref()), (Some(1), column));
    assert_eq!(places.next(), None);
}

#[test]
fn what_cannot_be_read_in_a_list_is_told_there_and_the_rest_of_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
    let ids = workspace.document_ids().unwrap();
    let found = ids.into_iter().find_map(|id| {
        let loaded = workspace.load(id).unwrap();
        let mut fields = loaded.template().fields.iter();
        let days =
            fields.find(|field| (field.ty, field.of) == (FieldType::List, FieldType::Date))?;
        Some((id, days.clone()))
    });
    let (document, days) = found.expect("a document of the sample has a list of days");
    let lines = ["2031-01-22", "", "nyår", "2031-03-31"]
        .map(str::to_owned)
        .to_vec();
    write(
        &mut workspace,
        document,
        &document.to_string(),
        &days.id,
        FieldValue::Lines { lines },
    );

    let loaded = workspace.load(document).unwrap();
    let stored = loaded.document.root().fields[&days.id].clone();
    let own = loaded
        .paper
        .sections
        .iter()
        .filter_map(|section| match section {
            Section::Field(cell) => Some(cell),
            _ => None,
        });
    let mut cells = loaded.paper.head.iter().chain(own);
    let cell = cells.find(|cell| cell.id == days.id).unwrap();
    let Some(model::paper::Printed::List(shown)) = &cell.value else {
        panic!("{cell:?}");
    };
    assert_eq!(shown.len(), 2);
    let told = loaded.words_of(Some(&days), &stored);
    assert_eq!(told, "2031-01-22, nyår, 2031-03-31");

    let found = workspace.check(document).unwrap().into_iter();
    let mut places = found.map(|found| found.diagnostic.place);
    let place = places
        .find(|place| place.field.as_ref() == Some(&days.id))
        .unwrap();
    assert_eq!(place.row, Some(2));
    assert!(places.all(|place| place.field.as_ref() != Some(&days.id)));
}
