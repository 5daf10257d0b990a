//! What a processtöd may do with nothing but the built program and a text editor.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use missiv_tests::{Place, WorkspaceFile, plain};

const PLAN: &str = "halland_mal_och_handlingsplan";
const REPORT: &str = "halland_halvarsrapport";

/// A folder of packs with copies of these templates and profiles.
fn copies(place: &Place, templates: &[&str], profiles: &[&str]) -> PathBuf {
    let packs = place.path("mallar");
    for (kind, ids) in [("templates", templates), ("profiles", profiles)] {
        fs::create_dir_all(packs.join(kind)).unwrap();
        for id in ids {
            let folder = packs.join(kind).join(id);
            let args = [
                "template".as_ref(),
                "copy".as_ref(),
                id.as_ref(),
                folder.as_os_str(),
            ];
            let _ = place.missiv(args).succeeded();
        }
    }
    packs
}

/// Changes a text in a file of a pack, as an editor does.
#[track_caller]
fn edit(file: &Path, changes: &[(&str, &str)]) {
    let mut text = fs::read_to_string(file).unwrap();
    for (old, new) in changes {
        assert!(text.contains(old), "{} has no {old}", file.display());
        text = text.replacen(old, new, 1);
    }
    fs::write(file, text).unwrap();
}

#[test]
fn a_renamed_label_is_what_check_report_and_page_say() {
    let place = Place::new();
    let packs = copies(&place, &[PLAN], &[]);
    edit(
        &packs.join("templates").join(PLAN).join("template.toml"),
        &[("label = \"Metod\"", "label = \"Så går det till\"")],
    );
    let file = imported(&packs, PLAN);
    file.done("set", &["plan", "1.1", "så går det till", "Ett nytt sätt."]);
    assert!(
        file.text("plan")
            .contains("**Så går det till:** Ett nytt sätt.")
    );
    let page = page(&file, "plan");
    assert!(page.contains("Så går det till") && !page.contains("Metod"));
    file.done("set", &["plan", "1.1", "metod", "--clear"]);
    assert!(
        file.run("check", &["plan"])
            .failed_with(3)
            .stdout
            .contains("Aktivitet 1.1 › Så går det till")
            || file
                .run("check", &["plan"])
                .stdout
                .contains("› Så går det till")
    );
}

#[test]
fn a_new_required_field_is_missed_until_it_is_filled() {
    let place = Place::new();
    let packs = copies(&place, &[PLAN], &[]);
    let field = "[[kind.field]]\nid = \"klimat\"\ntype = \"text\"\nlabel = \"Klimatpåverkan\"\nrequired = \"submit\"\n\n[[kind.field]]\nid = \"ansvarig\"";
    edit(
        &packs.join("templates").join(PLAN).join("template.toml"),
        &[("[[kind.field]]\nid = \"ansvarig\"", field)],
    );
    let file = imported(&packs, PLAN);
    let missed = file.run("check", &["plan"]).failed_with(3).stdout;
    assert!(
        missed.contains("Aktiviteter: 12 av 12 saknar ”Klimatpåverkan”: 1.1, 1.2"),
        "{missed}"
    );
    let _ = file.run("submit", &["plan"]).failed_with(3);
    for activity in [
        "1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "3.2", "3.3", "4.1", "4.2", "5.1", "5.2",
    ] {
        file.done("set", &["plan", activity, "klimat", "Ingen påverkan."]);
    }
    assert!(
        !file
            .run("check", &["plan"])
            .succeeded()
            .stdout
            .contains("Klimatpåverkan")
    );
    assert_eq!(page(&file, "plan").matches("Klimatpåverkan").count(), 12);
}

#[test]
fn a_new_section_stands_where_the_order_says() {
    let place = Place::new();
    let packs = copies(&place, &[PLAN], &[]);
    let section = "[[field]]\nid = \"barnratt\"\ntype = \"text\"\nlabel = \"Barnets rättigheter\"\n\n[[field]]\nid = \"malgrupp\"";
    edit(
        &packs.join("templates").join(PLAN).join("template.toml"),
        &[
            ("[[field]]\nid = \"malgrupp\"", section),
            ("\"malgrupp\",", "\"barnratt\", \"malgrupp\","),
        ],
    );
    let file = imported(&packs, PLAN);
    assert!(
        !page(&file, "plan").contains("Barnets rättigheter"),
        "what nobody has written is not printed"
    );
    file.done(
        "set",
        &[
            "plan",
            ".",
            "barnratt",
            "Barn som är anhöriga **ska** synas.",
        ],
    );
    let pdf = file.pdf("plan", "plan.pdf");
    let structure = typeset::structure(&fs::read(pdf).unwrap()).unwrap();
    let headings: Vec<String> = structure
        .all()
        .iter()
        .filter(|tag| tag.role == "H2")
        .map(|tag| tag.text())
        .collect();
    let at = headings
        .iter()
        .position(|heading| heading == "Barnets rättigheter")
        .unwrap();
    assert_eq!(headings[at + 1], "Målgrupp");
}

#[test]
fn a_sixth_status_can_be_chosen_and_printed() {
    let place = Place::new();
    let packs = copies(&place, &[], &["halland"]);
    edit(
        &packs.join("profiles/halland/profile.toml"),
        &[(
            "  { code = \"avbruten\"",
            "  { code = \"pausad\", mark = \"–\", label = \"Pausad\", help = \"Arbetet vilar.\", deviates = true },\n  { code = \"avbruten\"",
        )],
    );
    let file = imported(&packs, REPORT);
    file.done("set", &["report", "1.1", "status", "pausad"]);
    file.done("set", &["report", "1.1", "kommentar", "Vilar till hösten."]);
    let text = file.text("report");
    assert!(text.contains("**Status:** Pausad"), "{text}");
    let page = page(&file, "report");
    assert!(
        page.contains("Pausad") && page.contains("1 pausad"),
        "{page}"
    );
    let deviating = text.split("avviker från planen").nth(1).unwrap();
    assert!(
        deviating.split("##").next().unwrap().contains("Pausad"),
        "{text}"
    );
    assert!(
        WorkspaceFile::sample()
            .refused("set", &["report", "1.1", "status", "pausad"])
            .contains("Försenad")
    );
}

#[test]
fn the_text_of_a_removed_field_is_pointed_at_and_not_lost() {
    let place = Place::new();
    let packs = copies(&place, &[PLAN], &[]);
    let template = packs.join("templates").join(PLAN).join("template.toml");
    let text = fs::read_to_string(&template).unwrap();
    let start = text.find("[[kind.field]]\nid = \"syfte\"").unwrap();
    let end = start + text[start + 1..].find("[[kind.field]]").unwrap() + 1;
    fs::write(&template, [&text[..start], &text[end..]].concat()).unwrap();
    let file = imported(&packs, PLAN);
    let found = file.run("check", &["plan"]).stdout;
    let old = "Att ingen ska behöva stanna kvar på sjukhus";
    assert!(
        found.contains("field-unknown") && found.contains("syfte") && found.contains(old),
        "{found}"
    );
    assert!(!page(&file, "plan").contains(old));
    let dump = file.place.path("allt.json");
    file.done("export", &["--everything", dump.to_str().unwrap()]);
    assert!(fs::read_to_string(dump).unwrap().contains(old));
}

/// A document keeps the template that it was begun with, for it may be half written.
#[test]
fn a_document_that_is_begun_keeps_its_template() {
    let place = Place::new();
    let packs = copies(&place, &[PLAN], &[]);
    let file = imported(&packs, PLAN);
    let before = fs::read(file.pdf("plan", "före.pdf")).unwrap();
    edit(
        &packs.join("templates").join(PLAN).join("template.toml"),
        &[("label = \"Metod\"", "label = \"Så går det till\"")],
    );
    assert_eq!(fs::read(file.pdf("plan", "efter.pdf")).unwrap(), before);
    let without_packs = WorkspaceFile::of(&fs::read(&file.path).unwrap());
    assert_eq!(
        fs::read(without_packs.pdf("plan", "utan.pdf")).unwrap(),
        before
    );
}

#[test]
fn a_template_with_a_fault_is_refused_with_file_and_line() {
    let place = Place::new();
    let packs = copies(&place, &[PLAN], &[]);
    let template = packs.join("templates").join(PLAN);
    edit(
        &template.join("template.toml"),
        &[("type = \"text\"", "type = \"texst\"")],
    );
    let told = place
        .missiv(["template".as_ref(), "check".as_ref(), template.as_os_str()])
        .failed_with(3)
        .stdout;
    assert!(
        told.contains("template.toml:") && told.contains("texst") && told.contains("text"),
        "{told}"
    );
    let file = WorkspaceFile::new().with_packs(&packs);
    assert!(
        file.refused("begin", &[PLAN, "2026"])
            .contains("template.toml:")
    );
}

/// A copy that has become a template of its own, but not its examples: that nothing is wrong would mean nothing.
#[test]
fn a_template_that_no_example_is_of_is_told_to_be_untried() {
    let place = Place::new();
    let packs = copies(&place, &[PLAN], &[]);
    let own = packs.join("templates/egen_plan");
    fs::rename(packs.join("templates").join(PLAN), &own).unwrap();
    let id = format!("id = \"{PLAN}\"");
    edit(&own.join("template.toml"), &[(&id, "id = \"egen_plan\"")]);
    let check = ["template".as_ref(), "check".as_ref(), own.as_os_str()];
    let told = place.missiv(check).stdout;
    assert!(told.contains("inte prövade"), "{told}");
}

/// No code knows a template or a profile by its name: all of it works under other names from another folder.
#[test]
fn renamed_and_loaded_from_elsewhere_the_templates_work_as_well() {
    let place = Place::new();
    let from = missiv_tests::root().join("assets");
    let packs = place.path("omdöpta");
    for (kind, id) in [
        ("templates", PLAN),
        ("templates", REPORT),
        ("templates", "grupp"),
        ("profiles", "halland"),
    ] {
        copy_renamed(
            &from.join(kind).join(id),
            &packs.join(kind).join(id_renamed(id)),
        );
    }
    for id in [PLAN, REPORT] {
        let folder = packs.join("templates").join(id_renamed(id));
        let args = [
            "--packs".as_ref(),
            packs.as_os_str(),
            "template".as_ref(),
            "check".as_ref(),
            folder.as_os_str(),
        ];
        let told = place.missiv(args).succeeded().stdout;
        assert!(!told.contains("halland"), "{told}");
        for example in ["empty", "sample", "limit"] {
            let other = WorkspaceFile::at(Place::new()).with_packs(&packs);
            let json = folder.join("examples").join(example).with_extension("json");
            other.done("import", &[json.to_str().unwrap()]);
            let document = if id == PLAN { "plan" } else { "report" };
            let ours = WorkspaceFile::at(Place::new());
            let json = from
                .join("templates")
                .join(id)
                .join("examples")
                .join(example)
                .with_extension("json");
            ours.done("import", &[json.to_str().unwrap()]);
            assert_eq!(
                other.codes(document),
                ours.codes(document),
                "{id} {example}"
            );
            let text = |file: &WorkspaceFile| renamed(&page(file, document));
            assert_eq!(text(&other), text(&ours), "{id} {example}");
        }
    }
}

/// A workspace file whose document is made from an example of a template in `packs`, or bundled.
fn imported(packs: &Path, template: &str) -> WorkspaceFile {
    let file = WorkspaceFile::at(Place::new()).with_packs(packs);
    let json = missiv_tests::root()
        .join("assets/templates")
        .join(template)
        .join("examples/sample.json");
    // Editions would freeze what the old template asked for.
    let mut content: serde_json::Value = serde_json::from_slice(&fs::read(json).unwrap()).unwrap();
    for document in content["documents"].as_array_mut().unwrap() {
        document.as_object_mut().unwrap().remove("editions");
    }
    let json = file.place.write("in.json", content.to_string());
    file.done("import", &[json.to_str().unwrap()]);
    file
}

/// What the draft's pages say, in the order it is read.
fn page(file: &WorkspaceFile, document: &str) -> String {
    let pdf = file.pdf(document, "sida.pdf");
    let structure = typeset::structure(&fs::read(pdf).unwrap()).unwrap();
    let text: Vec<String> = structure
        .tags
        .iter()
        .map(typeset::structure::Tag::text)
        .collect();
    plain(&text.concat())
}

fn renamed(text: &str) -> String {
    text.replace("halland_", "omdopt_")
        .replace("\"halland\"", "\"omdopt\"")
        .replace("\"grupp\"", "\"omdopt_grupp\"")
}

/// The name of a pack's folder, which is its id.
fn id_renamed(id: &str) -> String {
    match id {
        "halland" => "omdopt".to_owned(),
        "grupp" => "omdopt_grupp".to_owned(),
        other => other.replace("halland_", "omdopt_"),
    }
}

fn copy_renamed(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_renamed(&entry.path(), &target);
        } else {
            fs::write(target, renamed(&fs::read_to_string(entry.path()).unwrap())).unwrap();
        }
    }
}
