//! The machine-readable forms of what goes in and what comes out.

use std::{env, fs, path::PathBuf};

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::{
    assert_none,
    made::{EXAMPLES, all, templates},
};

const DATA: &str = "assets/schema/data.schema.json";
const DOCUMENT: &str = "assets/schema/document.schema.json";

/// `MISSIV_BLESS=1 cargo xtask test` writes it anew; a change of it is a change of a contract (docs/format.md).
#[test]
fn the_schema_of_the_data_is_that_of_the_types() {
    let schema =
        serde_json::to_string_pretty(&schemars::schema_for!(model::paper::Paper)).unwrap() + "\n";
    let path = missiv_tests::root().join(DATA);
    if env::var_os("MISSIV_BLESS").is_some_and(|value| value == "1") {
        fs::write(&path, &schema).unwrap();
    }
    let stands = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stands == schema,
        "{DATA} is stale; MISSIV_BLESS=1 writes it anew"
    );
}

#[test]
fn the_data_of_every_paper_are_of_their_schema() {
    let schema = validator(DATA);
    let faults = all().iter().flat_map(|paper| {
        let data: Value = serde_json::from_slice(&paper.data).unwrap();
        faults(&schema, &data, &paper.name)
    });
    assert_none(&faults.collect::<Vec<_>>());
}

#[test]
fn data_that_are_off_are_seen() {
    let schema = validator(DATA);
    let data: Value = serde_json::from_slice(&all()[0].data).unwrap();
    let alterations: [(&str, Value); 5] = [
        ("/format", json!("1")),
        ("/document/state", json!("sketch")),
        ("/document/id", json!(7)),
        ("/sections/0/part", json!("chapter")),
        ("/publisher", Value::Null),
    ];
    for (place, value) in alterations {
        let mut altered = data.clone();
        *altered.pointer_mut(place).unwrap() = value;
        assert!(!schema.is_valid(&altered), "{place}");
    }
}

#[test]
fn every_example_and_the_sample_are_of_the_import_form() {
    let schema = validator(DOCUMENT);
    let mut files: Vec<PathBuf> = templates()
        .iter()
        .flat_map(|template| {
            EXAMPLES.map(|name| template.join("examples").join(name).with_extension("json"))
        })
        .collect();
    let samples = fs::read_dir(missiv_tests::root().join("assets/samples"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files.extend(samples.filter(|path| path.extension().is_some_and(|ending| ending == "json")));
    assert!(files.len() > EXAMPLES.len() * 5);
    let faults = files.iter().flat_map(|file| {
        let content: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        faults(&schema, &content, &file.display().to_string())
    });
    assert_none(&faults.collect::<Vec<_>>());
}

#[test]
fn documents_that_are_off_are_seen() {
    let schema = validator(DOCUMENT);
    let with =
        |document: Value| json!({ "format": 1, "profile": "exempel", "documents": [document] });
    assert!(schema.is_valid(&with(
        json!({ "template": "grupp", "period": "2025-1of2", "fields": { "namn": "x" } })
    )));
    for document in [
        json!({ "template": "grupp" }),
        json!({ "template": "../grupp", "period": "2025" }),
        json!({ "template": "grupp", "period": "2025-3of2" }),
        json!({ "template": "grupp", "period": "2025", "id": "gruppen" }),
        json!({ "template": "grupp", "period": "2025", "fields": { "@profile": "x" } }),
        json!({ "template": "grupp", "period": "2025", "fields": { "namn": { "a": 1 } } }),
        json!({ "template": "grupp", "period": "2025", "objects": [{ "fields": {} }] }),
        json!({ "template": "grupp", "period": "2025", "editions": [{ "number": "1.0", "adopted": { "body": "x" } }] }),
    ] {
        assert!(!schema.is_valid(&with(document.clone())), "{document}");
    }
}

fn validator(path: &str) -> Validator {
    let text = fs::read_to_string(missiv_tests::root().join(path)).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn faults(schema: &Validator, value: &Value, name: &str) -> Vec<String> {
    schema
        .iter_errors(value)
        .map(|error| format!("{name}: {} at {}", error, error.instance_path()))
        .collect()
}
