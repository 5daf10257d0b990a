//! Hostile JSON: refused whole, with a sentence, and nothing left behind.

use std::fs;

use missiv_tests::{Place, WorkspaceFile};
use serde_json::{Value, json};

const GROUP: &str = r#"{"template":"grupp","period":"2025"}"#;
const PLAN: &str = "halland_mal_och_handlingsplan";
const ID: &str = "00000000-0000-4000-8000-000000000001";

/// Every JSON that must be refused, with what it is.
fn refused() -> Vec<(&'static str, Vec<u8>)> {
    let with = |documents: &str| {
        format!(r#"{{"format":1,"profile":"halland","documents":[{documents}]}}"#).into_bytes()
    };
    let person = |id: &str, name: &str| {
        format!(r#"{{"id":"{id}","kind":"person","fields":{{"initialer":"{name}"}}}}"#)
    };
    let group = |rest: &str| with(&format!(r#"{{"template":"grupp","period":"2025",{rest}}}"#));
    let plan = |rest: &str| {
        with(&format!(
            r#"{GROUP},{{"template":"{PLAN}","period":"2025",{rest}}}"#
        ))
    };
    let deep = format!(
        r#"{}"x"{}"#,
        r#"{"kind":"person","objects":["#.repeat(20_000),
        "]}".repeat(20_000)
    );
    vec![
        ("nothing", Vec::new()),
        ("a list", b"[]".to_vec()),
        ("null", b"null".to_vec()),
        ("a number", b"42".to_vec()),
        (
            "cut short",
            br#"{"format":1,"profile":"halland","documents":["#.to_vec(),
        ),
        ("more behind", [&with(GROUP)[..], b"{}"].concat()),
        (
            "not UTF-8",
            b"{\"format\":1,\"profile\":\"h\xe5lland\",\"documents\":[]}".to_vec(),
        ),
        ("a lone surrogate", group(r#""fields":{"namn":"a\ud800b"}"#)),
        (
            "a hundred thousand brackets",
            "[".repeat(100_000).into_bytes(),
        ),
        (
            "a hundred thousand objects",
            r#"{"a":"#.repeat(100_000).into_bytes(),
        ),
        (
            "objects twenty thousand deep",
            group(&format!(r#""objects":[{deep}]"#)),
        ),
        ("twenty megabytes of nothing", vec![b' '; 20_000_000]),
        (
            "no format",
            br#"{"profile":"halland","documents":[]}"#.to_vec(),
        ),
        (
            "a newer format",
            br#"{"format":2,"profile":"halland","documents":[]}"#.to_vec(),
        ),
        (
            "a format in words",
            br#"{"format":"1","profile":"halland","documents":[]}"#.to_vec(),
        ),
        (
            "a key nobody knows",
            br#"{"format":1,"profile":"halland","documents":[],"x":1}"#.to_vec(),
        ),
        (
            "documents that are none",
            br#"{"format":1,"profile":"halland","documents":{}}"#.to_vec(),
        ),
        ("fields in a list", group(r#""fields":[]"#)),
        ("objects in words", group(r#""objects":"alla""#)),
        ("an id in words", group(r#""id":"gruppen""#)),
        (
            "a period in words",
            with(r#"{"template":"grupp","period":"i sommar"}"#),
        ),
        (
            "a period as a number",
            with(r#"{"template":"grupp","period":2025}"#),
        ),
        (
            "an unknown profile",
            br#"{"format":1,"profile":"../../etc","documents":[]}"#.to_vec(),
        ),
        (
            "an unknown template",
            with(r#"{"template":"../grupp","period":"2025"}"#),
        ),
        ("an edition in words", plan(r#""editions":["1.0"]"#)),
        (
            "an edition of a plan with faults",
            plan(r#""editions":[{"number":"1.0"}]"#),
        ),
        (
            "the same person twice",
            group(&format!(
                r#""objects":[{},{}]"#,
                person(ID, "A"),
                person(ID, "B")
            )),
        ),
        (
            "a person with the plan's id",
            with(&format!(
                r#"{{"template":"grupp","period":"2025","objects":[{}]}},{{"id":"{ID}","template":"{PLAN}","period":"2025"}}"#,
                person(ID, "A")
            )),
        ),
        (
            "a goal with its own plan's id",
            plan(&format!(
                r#""id":"{ID}","objects":[{{"id":"{ID}","kind":"goal"}}]"#
            )),
        ),
        (
            "the group twice",
            with(&format!(
                r#"{GROUP},{{"template":"grupp","period":"2025","fields":{{"namn":"B"}}}}"#
            )),
        ),
        (
            "the plan twice",
            plan(&format!(
                r#""fields":{{}}}},{{"template":"{PLAN}","period":"2025""#
            )),
        ),
        (
            "a parent of its own",
            group(&format!(
                r#""objects":[{{"id":"{ID}","kind":"person","fields":{{"@parent":"{ID}"}}}}]"#
            )),
        ),
        (
            "a text of six megabytes",
            plan(&format!(
                r#""fields":{{"inledning":"{}"}}"#,
                "ord ".repeat(1_500_000)
            )),
        ),
        (
            "a list of six megabytes",
            plan(&format!(
                r#""fields":{{"moten":[{}1]}}"#,
                "\"2025\",".repeat(1_500_000)
            )),
        ),
        (
            "a plan that says it is the group",
            plan(r#""fields":{"@profile":"fyrbodal"}"#),
        ),
    ]
}

#[test]
fn a_hostile_json_makes_no_file_and_leaves_nothing() {
    for (what, json) in refused() {
        let file = WorkspaceFile::at(Place::new());
        let from = file.place.write("in.json", json);
        let answer = file.run("import", &[from.to_str().unwrap()]);
        assert_eq!(answer.code, Some(1), "{what}\n{answer}");
        let sentence = answer.refused().stderr;
        assert!(sentence.len() < 2000, "{what}: {sentence}");
        let left: Vec<_> = fs::read_dir(file.place.path(""))
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(left, ["in.json"], "{what}");
    }
}

#[test]
fn a_hostile_json_changes_nothing_in_a_file_that_is_there() {
    let file = WorkspaceFile::sample();
    for (what, json) in refused() {
        // The sample has this plan already, and no fault in it.
        if what == "an edition of a plan with faults" {
            continue;
        }
        let from = file.place.write("in.json", json);
        let before = fs::read(&file.path).unwrap();
        let answer = file.run("import", &[from.to_str().unwrap()]);
        assert_eq!(answer.code, Some(1), "{what}\n{answer}");
        assert!(fs::read(&file.path).unwrap() == before, "{what}");
    }
}

#[test]
fn an_edition_that_cannot_be_handed_in_leaves_no_half_import() {
    let file = WorkspaceFile::new();
    let json = format!(
        r#"{{"format":1,"profile":"halland","documents":[{{"template":"{PLAN}","period":"2025","editions":[{{"number":"1.0"}}]}}]}}"#
    );
    let from = file.place.write("in.json", json);
    let _ = file.refused("import", &[from.to_str().unwrap()]);
    assert!(!file.done("list", &[]).contains("Handlingsplan"));
}

#[test]
fn what_is_not_there_is_said() {
    let file = WorkspaceFile::sample();
    let _ = file.refused("import", &["finns-inte.json"]);
    let folder = file.place.path("");
    let _ = file.refused("import", &[folder.to_str().unwrap()]);
    let elsewhere = WorkspaceFile::at(Place::new());
    let json = file.place.write("in.json", "{}");
    let unreachable = elsewhere.place.path("finns inte/grupp.missiv");
    let args = ["import".as_ref(), unreachable.as_os_str(), json.as_os_str()];
    let _ = elsewhere.place.missiv(args).refused();
}

/// A whole log comes from a file that somebody may have altered.
#[test]
fn a_log_with_a_circle_of_parents_opens_and_says_so() {
    let file = WorkspaceFile::sample();
    let mut dump = dump_of(&file);
    let activities: Vec<String> = activities(&file);
    for change in dump["changes"].as_array_mut().unwrap() {
        let object = change["obj"].as_str().unwrap().to_owned();
        if change["field"] == "@parent" && activities.contains(&object) {
            let next = activities.iter().position(|id| *id == object).unwrap() + 1;
            change["value"] = json!(activities[next % activities.len()]);
        }
    }
    let other = WorkspaceFile::at(Place::new());
    let from = other.place.write("in.json", dump.to_string());
    let answer = other.run("import", &[from.to_str().unwrap()]);
    if answer.code == Some(0) {
        assert!(other.codes("plan").contains(&"misplaced".to_owned()));
        assert!(other.pdf("plan", "cirkel.pdf").exists());
    } else {
        let _ = answer.refused();
    }
}

/// What is done to a dump.
type Alteration = fn(&mut Value);

#[test]
fn an_altered_log_is_refused() {
    let file = WorkspaceFile::sample();
    let dump = dump_of(&file);
    let alterations: [(&str, Alteration); 5] = [
        ("a change of a step that is not there", |dump| {
            dump["changes"][0]["step"] = json!(ID);
        }),
        ("a blob that is not what its name says", |dump| {
            dump["blobs"][0]["bytes"] = json!("AAAA");
        }),
        ("a step twice", |dump| {
            let step = dump["steps"][0].clone();
            dump["steps"].as_array_mut().unwrap().push(step);
        }),
        ("steps in words", |dump| dump["steps"] = json!("alla")),
        ("a moment in words", |dump| {
            dump["steps"][0]["at"] = json!("i går");
        }),
    ];
    for (what, alter) in alterations {
        let mut altered = dump.clone();
        alter(&mut altered);
        assert_ne!(altered, dump, "{what} alters nothing");
        let other = WorkspaceFile::at(Place::new());
        let from = other.place.write("in.json", altered.to_string());
        let answer = other.run("import", &[from.to_str().unwrap()]);
        assert_eq!(answer.code, Some(1), "{what}\n{answer}");
        let _ = answer.refused();
        let left = fs::read_dir(other.place.path("")).unwrap().count();
        assert_eq!(left, 1, "{what}");
    }
}

fn dump_of(file: &WorkspaceFile) -> Value {
    let dump = file.place.path("allt.json");
    file.done("export", &["--everything", dump.to_str().unwrap()]);
    serde_json::from_slice(&fs::read(dump).unwrap()).unwrap()
}

/// The ids of the plan's activities.
fn activities(file: &WorkspaceFile) -> Vec<String> {
    let shown = file.json("show", &["plan"]);
    let sections = shown["paper"]["sections"].as_array().unwrap();
    let goals = sections
        .iter()
        .filter_map(|section| section["items"].as_array())
        .flatten();
    let below = goals
        .filter_map(|goal| goal["children"].as_array())
        .flatten();
    let items = below
        .filter(|objects| objects["concept"] == "activity")
        .filter_map(|objects| objects["items"].as_array())
        .flatten();
    items
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}
