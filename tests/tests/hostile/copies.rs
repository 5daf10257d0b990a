//! A copy from elsewhere with rows that no program of ours writes: it merges, and nothing becomes unreachable.

use missiv_tests::WorkspaceFile;
use serde_json::{Value, json};

/// A field of a document's root and the JSON that it gets; nothing empties it.
type Pin = (&'static str, Option<&'static str>);

/// What somebody puts into the root of a document of a copy.
const PINS: &[(&str, &str, &[Pin])] = &[
    (
        "a template that is nowhere",
        "plan",
        &[
            ("@template", Some("\"bogus\"")),
            (
                "@template_sha256",
                Some("\"0000000000000000000000000000000000000000000000000000000000000000\""),
            ),
        ],
    ),
    (
        "no template",
        "plan",
        &[("@template", None), ("@template_sha256", None)],
    ),
    (
        "a template that is a number",
        "plan",
        &[("@template", Some("7"))],
    ),
    (
        "a profile that is nowhere",
        "gruppen",
        &[
            ("@profile", Some("\"bogus\"")),
            ("@profile_sha256", Some("\"\"")),
        ],
    ),
];

#[test]
fn a_pin_that_leads_nowhere_leaves_every_document_readable() {
    for (what, document, pins) in PINS {
        let mine = WorkspaceFile::sample();
        let before = mine.done("list", &[]).lines().count();
        // Above the first heading it says how far the document has come, and a changed pin makes a draft of it.
        let sections = || {
            let text = mine.text("plan");
            let start = text.find("\n## ").expect("a plan has sections");
            text[start..].to_owned()
        };
        let plan = sections();
        let copy = with_step(&mine, document, pins);
        mine.done("merge", &[&copy]);
        assert_eq!(mine.done("list", &[]).lines().count(), before, "{what}");
        assert_eq!(sections(), plan, "{what}");
        let checked = mine.run("check", &[]);
        assert!(matches!(checked.code, Some(0 | 3)), "{checked}");
        mine.done("search", &["vård"]);
        mine.done("set", &["plan", ".", "sammanfattning", "Går att skriva."]);
    }
}

#[test]
fn the_group_is_there_though_a_copy_has_taken_it_away() {
    let mine = WorkspaceFile::sample();
    let refused = mine.refused("remove", &["gruppen", "."]);
    assert!(refused.contains("kan inte tas bort"), "{refused}");
    let before = mine.done("list", &[]);
    let fields = fields_of(&mine, "gruppen");
    let fields: Vec<(&str, Option<&str>)> =
        fields.iter().map(|field| (field.as_str(), None)).collect();
    let copy = with_step(&mine, "gruppen", &fields);
    mine.done("merge", &[&copy]);
    assert_eq!(
        mine.done("list", &[]).lines().count(),
        before.lines().count()
    );
    mine.done("add", &["plan", "goal", "rubrik=Ett mål till"]);
}

#[test]
fn what_belongs_to_no_document_is_kept_and_said() {
    let mine = WorkspaceFile::sample();
    let mut dump = dump(&mine);
    let step = "0fffffff-ffff-7fff-bfff-000000000002";
    let mut written = dump["steps"][0].clone();
    written["id"] = json!(step);
    dump["steps"].as_array_mut().unwrap().push(written);
    let nowhere = "0fffffff-ffff-4fff-bfff-000000000003";
    let change = json!({
        "step": step, "doc": nowhere, "obj": nowhere, "field": "rubrik", "value": "Hemlös", "replaces": []
    });
    dump["changes"].as_array_mut().unwrap().push(change);
    let json = mine.place.write("kopia.json", dump.to_string());
    let copy = mine.place.path("kopia.missiv");
    let (copy, json) = (copy.to_str().unwrap(), json.to_str().unwrap());
    let _ = mine.place.missiv(["import", copy, json]).succeeded();
    let said = mine.done("merge", &[copy]);
    assert!(said.contains("hör inte till något dokument"), "{said}");
    assert!(self::dump(&mine).to_string().contains("Hemlös"));
}

/// A name that is no checksum must not become a path, and must not stop the papers.
#[test]
fn a_picture_with_a_path_for_a_name_is_left_out_and_said() {
    let file = WorkspaceFile::sample();
    let logos = r#"[{"sha256":"../../etc/passwd","alt":"x"}]"#;
    // Whether it is refused or taken, the papers are made.
    let _ = file.run("set", &["gruppen", ".", "logotyper", logos, "--stored"]);
    let pdf = file.place.path("plan.pdf");
    file.done("export", &["plan", pdf.to_str().unwrap(), "--draft"]);
}

/// Writes a copy of a file with one step more, which gives fields of a document's root values, and returns its name.
fn with_step(file: &WorkspaceFile, document: &str, fields: &[(&str, Option<&str>)]) -> String {
    let mut dump = dump(file);
    let id = id_of(file, document);
    let step = "0fffffff-ffff-7fff-bfff-000000000001";
    let mut written = dump["steps"][0].clone();
    written["id"] = json!(step);
    written["op"] = json!("set");
    dump["steps"].as_array_mut().unwrap().push(written);
    for (field, value) in fields {
        let is_place = |change: &&Value| {
            change["doc"] == json!(id) && change["obj"] == json!(id) && change["field"] == **field
        };
        let changes = dump["changes"].as_array().unwrap();
        let replaced: Vec<Value> = changes
            .iter()
            .filter(is_place)
            .map(|change| change["step"].clone())
            .collect();
        let mut change =
            json!({ "step": step, "doc": id, "obj": id, "field": field, "replaces": replaced });
        if let Some(value) = value {
            change["value"] = serde_json::from_str(value).unwrap();
        }
        dump["changes"].as_array_mut().unwrap().push(change);
    }
    let json = file.place.write("kopia.json", dump.to_string());
    let copy = file.place.path("kopia.missiv");
    let (copy, json) = (copy.to_str().unwrap(), json.to_str().unwrap());
    let _ = file.place.missiv(["import", copy, json]).succeeded();
    copy.to_owned()
}

fn dump(file: &WorkspaceFile) -> Value {
    let json = file.place.path("allt.json");
    file.done("export", &["--everything", json.to_str().unwrap()]);
    serde_json::from_slice(&std::fs::read(json).unwrap()).unwrap()
}

fn id_of(file: &WorkspaceFile, document: &str) -> String {
    let list = file.json("list", &[]);
    let lines = list.as_array().unwrap().iter();
    let concept = if document == "gruppen" {
        "group"
    } else {
        document
    };
    let mut found = lines.filter(|line| line["concept"] == concept);
    found.next().unwrap()["id"].as_str().unwrap().to_owned()
}

fn fields_of(file: &WorkspaceFile, document: &str) -> Vec<String> {
    let (dump, id) = (dump(file), id_of(file, document));
    let changes = dump["changes"].as_array().unwrap().iter();
    let of_root = changes.filter(|change| change["obj"] == json!(id));
    let mut fields: Vec<String> = of_root
        .map(|change| change["field"].as_str().unwrap().to_owned())
        .collect();
    fields.sort();
    fields.dedup();
    fields
}
