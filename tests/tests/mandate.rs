//! What the first mandate demands, obligation by obligation, shown on the sample year. docs/coverage.md names these
//! tests; the ids are its rows.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::PathBuf;

use missiv_tests::{HALF_YEAR, Place, root};
use model::document::system;
use model::paper::{Item, Paper, Printed, Section};
use model::vocabulary::{Concept, Role};
use workspace::{DocumentView, Input, Library, Placement, Workspace};

/// 5.1-2: the plan describes what the group leads, with process, mission, project and sub-process as types.
#[test]
fn an_activity_is_an_activity_a_project_a_subprocess_or_a_mission() {
    let (_place, workspace) = sample();
    let plan = show(&workspace, "plan");
    let types: Vec<String> = of(&plan.paper, Concept::Activity)
        .into_iter()
        .map(|item| words(item, Role::Type))
        .collect();
    for word in ["Aktivitet", "Projekt", "Delprocess"] {
        assert!(
            types.iter().any(|found| found == word),
            "{word} is among {types:?}"
        );
    }
    let mut workspace = workspace;
    let id = workspace.find_document("plan").unwrap();
    workspace
        .set(id, "1.1", "typ", &Input::Typed("Uppdrag".into()))
        .unwrap();
    assert_eq!(
        words(item(&show(&workspace, "plan").paper, "1.1"), Role::Type),
        "Uppdrag"
    );
}

/// 5.1-3: a change of priorities within the year stands in the half-year report with its decision and day.
#[test]
fn a_reprioritisation_is_in_the_half_year_report_with_its_day() {
    let (_place, workspace) = sample();
    let report = show(&workspace, "report/2025-1of2");
    let found = of(&report.paper, Concept::Reprioritisation);
    assert_eq!(found.len(), 1);
    assert!(
        text_of(found[0]).contains("20\u{a0}000\u{a0}kr från aktivitet 3.1 till aktivitet 4.1")
    );
    assert!(text_of(found[0]).contains("2025-08-13"));
}

/// 5.1-6: the half-year report is prefilled from the plan: a row for each goal, indicator and activity, and nothing
/// is written until somebody touches a row.
#[test]
fn a_half_year_report_begins_with_a_row_for_everything_in_the_plan() {
    let (_place, mut workspace) = sample();
    let id = workspace.find_document("plan").unwrap();
    let next = show(&workspace, "plan").paper;
    let count = |paper: &Paper, concept| of(paper, concept).len();
    let report = show(&workspace, "report/2025-1of2").paper;
    for concept in [Concept::Goal, Concept::Activity, Concept::Indicator] {
        assert_eq!(
            count(&report, concept),
            count(&next, concept),
            "{concept:?}"
        );
    }
    workspace
        .add(
            id,
            "goal",
            &Placement::default(),
            &[("rubrik".into(), Input::Typed("Ett nytt mål".into()))],
        )
        .unwrap();
    let begun = begin_next_year(&mut workspace);
    assert_eq!(count(&begun.paper, Concept::Goal), 1);
    let steps = workspace.history(Some(begun.line.id), None, 10).unwrap();
    assert_eq!(steps.len(), 1, "only the step that began it: {steps:?}");
}

/// 5.1-9: an activity says for each huvudman how it is brought into practice there.
#[test]
fn an_activity_says_how_each_huvudman_brings_it_into_practice() {
    let (_place, mut workspace) = sample();
    let id = workspace.find_document("plan").unwrap();
    let rows = "Hylte kommun;Hemtjänsten börjar i mars\nVarbergs kommun;Efter sommaren";
    workspace
        .set(
            id,
            "2.2",
            "lokal_implementering",
            &Input::Typed(rows.into()),
        )
        .unwrap();
    let plan = show(&workspace, "plan").paper;
    let text = text_of(item(&plan, "2.2"));
    assert!(
        text.contains("Hylte kommun")
            && text.contains("Hemtjänsten börjar i mars")
            && text.contains("Efter sommaren"),
        "{text}"
    );
}

/// 5.1-17: the communication plan and the handling of money are references to decisions made elsewhere, not copies.
#[test]
fn plans_decided_elsewhere_are_references() {
    let template = template("halland_mal_och_handlingsplan");
    for id in ["kommunikationsplan", "ekonomihantering"] {
        let field = template.fields.iter().find(|field| field.id == id).unwrap();
        assert_eq!(field.ty.as_str(), "reference", "{id}");
    }
    let (_place, mut workspace) = sample();
    let id = workspace.find_document("plan").unwrap();
    let reference = serde_json::json!({ "title": "Kommunikationsplan", "date": "2024-03-01", "number": "RS240100" });
    workspace
        .set(id, ".", "kommunikationsplan", &Input::Stored(reference))
        .unwrap();
    let text = workspace.text(id).unwrap();
    assert!(
        text.contains("Kommunikationsplan, 2024-03-01, RS240100"),
        "{text}"
    );
}

/// 5.1-19: template and instruction come from the strategic level as files, and every field that one writes in has
/// its instruction.
#[test]
fn every_field_has_the_instruction_of_the_template() {
    for id in ["halland_mal_och_handlingsplan", "halland_halvarsrapport"] {
        let template = template(id);
        assert!(!template.help.trim().is_empty(), "{id}");
        let fields = template
            .fields
            .iter()
            .chain(template.kinds.iter().flat_map(|kind| &kind.fields));
        let silent: Vec<&str> = fields
            .filter(|field| field.help.trim().is_empty())
            .map(|field| field.id.as_str())
            .collect();
        assert_eq!(silent, [""; 0], "{id}");
    }
}

/// 5.1-20: for every activity method, responsible, time, follow-up, budget and need of collaboration are demanded.
#[test]
fn an_activity_without_one_of_its_six_fields_cannot_be_handed_in() {
    let (_place, mut workspace) = sample();
    let id = workspace.find_document("plan").unwrap();
    assert!(blocking(&workspace, "plan").is_empty());
    for field in [
        "metod",
        "ansvarig",
        "start",
        "slut",
        "uppfoljning",
        "belopp",
        "samverkan",
    ] {
        workspace.set(id, "1.2", field, &Input::Nothing).unwrap();
        let found = blocking(&workspace, "plan");
        let missing = |line: &String| line.contains("required-missing") && line.contains("1.2");
        assert!(found.iter().any(missing), "{field}: {found:?}");
        assert!(workspace.submit(id).is_err(), "{field}");
        workspace.undo().unwrap();
    }
}

/// 5.1-22: the report assesses each goal, and says so with a word.
#[test]
fn the_report_assesses_every_goal_in_words() {
    let (_place, mut workspace) = sample();
    let report = show(&workspace, "report/2025-1of2").paper;
    let goals = of(&report, Concept::Goal);
    assert_eq!(goals.len(), 5);
    for goal in goals {
        assert!(
            words(goal, Role::Assessment).starts_with("Bedöms"),
            "{}",
            goal.name()
        );
    }
    let id = workspace.find_document("report/2025-1of2").unwrap();
    workspace
        .set(id, "goal:3", "prognos", &Input::Nothing)
        .unwrap();
    let found = blocking(&workspace, "report/2025-1of2");
    assert!(
        found
            .iter()
            .any(|line| line.contains("required-missing") && line.contains("Mål 3")),
        "{found:?}"
    );
}

/// 5.1-24: the huvudmän's logotypes are the user's own; none is shipped, the page names the cooperation and has ISO
/// dates.
#[test]
fn no_logotype_is_shipped_and_the_page_names_the_cooperation() {
    let pictures: Vec<PathBuf> = files_below(&root().join("assets"))
        .into_iter()
        // The program's own mark, and pictures of its window.
        .filter(|path| {
            let own = ["assets/icons", "assets/help"];
            !own.iter().any(|own| path.starts_with(root().join(own)))
        })
        .filter(|path| {
            path.extension().is_some_and(|ending| {
                ["png", "jpg", "jpeg", "svg"]
                    .iter()
                    .any(|known| ending == *known)
            })
        })
        .collect();
    assert_eq!(pictures, Vec::<PathBuf>::new());
    let (_place, mut workspace) = sample();
    let group = workspace.find_document("group").unwrap();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='10'><rect width='40' height='10'/></svg>";
    workspace
        .add_picture(group, ".", "logotyper", svg, "Hylte kommun")
        .unwrap();
    let plan = show(&workspace, "plan").paper;
    assert_eq!(
        plan.logos
            .iter()
            .map(|logo| logo.alt.as_deref())
            .collect::<Vec<_>>(),
        [Some("Hylte kommun")]
    );
    assert_eq!(
        plan.publisher.cooperation,
        "Regional samverkan – socialtjänst och näraliggande hälso- och sjukvård"
    );
    assert_eq!(
        plan.document.date.map(|day| day.to_string()).as_deref(),
        Some("2024-11-22")
    );
    let id = workspace.find_document("plan").unwrap();
    assert!(workspace.pages(id).is_ok_and(|pages| pages.count() > 5));
}

/// 5.1-25: what a report is called is data: a template with another name is the same concept.
#[test]
fn what_a_report_is_called_is_data() {
    let pack = Library::bundled()
        .template("halland_halvarsrapport")
        .unwrap()
        .clone();
    let mut files = pack.files.clone();
    let text = String::from_utf8(files["template.toml"].clone())
        .unwrap()
        .replace("name = \"Halvårsrapport\"", "name = \"Halvårsredovisning\"");
    files.insert("template.toml".into(), text.into_bytes());
    let read = template::read_template(&template::Pack { files }, None)
        .value
        .unwrap();
    assert_eq!(
        (read.name.as_str(), read.concept),
        ("Halvårsredovisning", Concept::Report)
    );
}

/// 5.1-15: what the strategic level decides about is sent to its administrative support: the profile says through whom.
#[test]
fn the_profile_says_through_whom_matters_are_sent() {
    let profile = profile();
    let recipient = profile
        .recipients
        .iter()
        .find(|recipient| recipient.body == "strategisk_niva")
        .unwrap();
    assert_eq!(recipient.via, "Strategisk nivås administrativa stöd");
}

/// 5.1-13, in part: the chair's term is about two years, can be extended, and overlaps half a year.
#[test]
fn the_chair_serves_about_two_years_and_overlaps_half_a_year() {
    let profile = profile();
    let chair = profile
        .offices
        .iter()
        .find(|office| office.label == "Ordförande")
        .unwrap();
    assert_eq!(
        (chair.term_months, chair.extendable, chair.overlap_months),
        (Some(24), true, 6)
    );
}

/// 5.1-13: eight months before the term ends, two before the half-year of overlap, and until somebody is to follow.
#[test]
fn the_group_is_reminded_in_time_of_a_change_of_chair() {
    let (_place, mut workspace) = sample();
    assert_eq!(said_of_people(&mut workspace, "2025-04-30"), [""; 0]);
    let reminder = "Uppdraget som ordförande slutar 2025-12-31, och ingen står på tur att ta över.";
    assert_eq!(said_of_people(&mut workspace, "2025-05-01"), [reminder]);
    let group = workspace.find_document("gruppen").unwrap();
    let fields = [
        ("initialer", "N.N."),
        ("roll", "Tillträdande ordförande"),
        ("organisation", "Varbergs kommun"),
    ];
    let fields = fields.map(|(field, text)| (field.to_owned(), Input::Typed(text.to_owned())));
    workspace
        .add(group, "person", &Placement::default(), &fields)
        .unwrap();
    assert_eq!(said_of_people(&mut workspace, "2025-05-01"), [""; 0]);
}

/// 5.1-14: the two chairs have their huvudman, and a hint says when both come from one side.
#[test]
fn chair_and_vice_chair_come_from_the_region_and_a_municipality() {
    let (_place, mut workspace) = sample();
    assert_eq!(said_of_people(&mut workspace, "2025-03-01"), [""; 0]);
    let group = workspace.find_document("gruppen").unwrap();
    let huvudman = Input::Typed("Hylte kommun".to_owned());
    workspace
        .set(group, "person:2", "organisation", &huvudman)
        .unwrap();
    assert_eq!(
        said_of_people(&mut workspace, "2025-03-01"),
        ["Ordförande och vice ordförande kommer båda från kommunerna."]
    );
}

/// What the check says of the group on a day.
fn said_of_people(workspace: &mut Workspace, day: &str) -> Vec<String> {
    workspace.see_from(day.parse().unwrap());
    let group = workspace.find_document("gruppen").unwrap();
    let found = workspace.check(group).unwrap();
    found.into_iter().map(|found| found.text).collect()
}

fn sample() -> (Place, Workspace) {
    let place = Place::new();
    let json = fs::read(root().join(HALF_YEAR)).unwrap();
    let workspace =
        Workspace::create_from_json(&place.path("exempel.missiv"), Library::bundled(), &json)
            .unwrap();
    (place, workspace)
}

fn show(workspace: &Workspace, name: &str) -> DocumentView {
    workspace
        .show(workspace.find_document(name).unwrap())
        .unwrap()
}

fn begin_next_year(workspace: &mut Workspace) -> DocumentView {
    workspace
        .begin("halland_mal_och_handlingsplan", 2026)
        .unwrap();
    let plan = workspace.find_document("plan/2026").unwrap();
    workspace
        .add(
            plan,
            "goal",
            &Placement::default(),
            &[("rubrik".into(), Input::Typed("Nästa års mål".into()))],
        )
        .unwrap();
    workspace.begin("halland_halvarsrapport", 2026).unwrap();
    show(workspace, "report/2026-1of2")
}

fn of(paper: &Paper, concept: Concept) -> Vec<&Item> {
    paper
        .items()
        .into_iter()
        .filter(|(objects, _)| objects.concept == Some(concept))
        .map(|(_, item)| item)
        .collect()
}

fn item<'a>(paper: &'a Paper, number: &str) -> &'a Item {
    paper
        .items()
        .into_iter()
        .find(|(_, item)| item.number.as_deref() == Some(number))
        .unwrap()
        .1
}

fn words(item: &Item, role: Role) -> String {
    match item.cell(role).and_then(|cell| cell.value.as_ref()) {
        Some(Printed::Choice(choice)) => choice.label.clone(),
        Some(Printed::Line(text)) => text.clone(),
        other => panic!("{role:?} is {other:?}"),
    }
}

fn text_of(item: &Item) -> String {
    serde_json::to_string(item).unwrap()
}

fn blocking(workspace: &Workspace, name: &str) -> Vec<String> {
    let id = workspace.find_document(name).unwrap();
    let found = workspace.check(id).unwrap().into_iter();
    found
        .filter(|finding| finding.diagnostic.severity.as_str() == "blocking")
        .map(|finding| {
            format!(
                "{} {} {}",
                finding.diagnostic.code.as_str(),
                finding.at,
                finding.text
            )
        })
        .collect()
}

fn template(id: &str) -> model::schema::Template {
    template::read_template(Library::bundled().template(id).unwrap(), Some(&profile()))
        .value
        .unwrap()
}

fn profile() -> model::profile::Profile {
    template::read_profile(Library::bundled().profile("halland").unwrap())
        .value
        .unwrap()
}

fn files_below(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                files_below(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

/// The fields of the program never stand on a paper.
#[test]
fn no_field_of_the_program_is_printed() {
    let (_place, workspace) = sample();
    for name in ["plan", "report/2025-1of2"] {
        let view = show(&workspace, name);
        let cells = view.paper.sections.iter().filter_map(|section| {
            if let Section::Field(cell) = section {
                Some(cell)
            } else {
                None
            }
        });
        assert!(cells.into_iter().all(|cell| !cell.id.starts_with('@')));
        assert!(
            !String::from_utf8(view.paper.to_json())
                .unwrap()
                .contains(system::TEMPLATE)
        );
    }
}
