//! Who may stand on whom: docs/architecture.md draws it, this enforces it. A new arrow is a decision, not an edit.

use serde_json::Value;
use std::{collections::BTreeSet, process::Command};

/// Every package of the workspace with the packages it may stand on.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("template", &["model"]),
    ("store", &["model"]),
    ("typeset", &["template", "model"]),
    ("workspace", &["store", "typeset", "template", "model"]),
    ("missiv", &["workspace"]),
    ("missiv-app", &["workspace"]),
    (
        "missiv-tests",
        &[
            "missiv",
            "workspace",
            "store",
            "typeset",
            "template",
            "model",
        ],
    ),
    ("xtask", &[]),
];

/// What stands behind one door: the beginning of a dependency's name, and the package that may have it.
const DOORS: &[(&str, &str)] = &[
    ("rusqlite", "store"),
    ("libsqlite3", "store"),
    ("typst", "typeset"),
    ("comemo", "typeset"),
    ("krilla", "typeset"),
    ("printpdf", "typeset"),
    ("lopdf", "typeset"),
    ("page_validation", "typeset"),
    ("tauri", "missiv-app"),
    ("rfd", "missiv-app"),
    // The views that a form is made of are written once, in workspace: specta itself stands there too.
    ("specta-typescript", "missiv-app"),
    ("clap", "missiv"),
];

#[test]
fn every_arrow_points_down() {
    super::assert_none(&faults(&metadata()));
}

#[test]
fn an_arrow_that_points_up_is_a_fault() {
    let metadata = package("model", &["store"]);
    assert_eq!(faults(&metadata)[0], "model may not stand on store");
}

#[test]
fn typst_outside_typeset_is_a_fault() {
    let metadata = package("workspace", &["typst-pdf"]);
    assert_eq!(
        faults(&metadata)[0],
        "workspace may not have typst-pdf: it stands behind typeset"
    );
}

#[test]
fn a_package_nobody_decided_on_is_a_fault() {
    let metadata = package("helpers", &[]);
    assert_eq!(
        faults(&metadata)[0],
        "helpers has no place among the arrows"
    );
}

fn faults(metadata: &Value) -> Vec<String> {
    let packages = metadata["packages"].as_array().unwrap();
    let names: BTreeSet<&str> = packages.iter().map(name).collect();
    packages
        .iter()
        .flat_map(|package| faults_of(package, &names))
        .collect()
}

fn faults_of(package: &Value, ours: &BTreeSet<&str>) -> Vec<String> {
    let name = name(package);
    let Some((_, allowed)) = ARROWS.iter().find(|(package, _)| *package == name) else {
        return vec![format!("{name} has no place among the arrows")];
    };
    let on: BTreeSet<&str> = package["dependencies"]
        .as_array()
        .unwrap()
        .iter()
        .map(self::name)
        .collect();
    let is_ours =
        |other: &&str| ours.contains(other) || ARROWS.iter().any(|(package, _)| package == other);
    let up = on
        .iter()
        .copied()
        .filter(is_ours)
        .filter(|other| !allowed.contains(other));
    let up = up.map(|other| format!("{name} may not stand on {other}"));
    let past = on.iter().filter_map(|other| {
        let (_, door) = DOORS.iter().find(|(start, _)| other.starts_with(start))?;
        let may = *door == name || name == "missiv-tests";
        (!may).then(|| format!("{name} may not have {other}: it stands behind {door}"))
    });
    up.chain(past).collect()
}

fn name(value: &Value) -> &str {
    value["name"].as_str().unwrap()
}

fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let args = ["metadata", "--no-deps", "--offline", "--format-version=1"];
    let answer = Command::new(cargo)
        .args(args)
        .current_dir(missiv_tests::root())
        .output()
        .unwrap();
    assert!(
        answer.status.success(),
        "{}",
        String::from_utf8_lossy(&answer.stderr)
    );
    serde_json::from_slice(&answer.stdout).unwrap()
}

fn package(name: &str, on: &[&str]) -> Value {
    let on: Vec<Value> = on
        .iter()
        .map(|name| serde_json::json!({ "name": name }))
        .collect();
    serde_json::json!({ "packages": [{ "name": name, "dependencies": on }] })
}
