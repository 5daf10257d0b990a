//! Every dependency of the workspace has its reason in docs/decisions/0002-dependencies.md, and every reason its dependency.

use std::{collections::BTreeSet, fs};

#[test]
fn every_dependency_stands_there_with_its_reason() {
    let read = |path: &str| fs::read_to_string(missiv_tests::root().join(path)).unwrap();
    let used = used(&read("Cargo.toml"));
    assert!(used.len() > 10, "{used:?}");
    assert_eq!(
        used,
        explained(&read("docs/decisions/0002-dependencies.md"))
    );
}

#[test]
fn our_own_packages_need_no_reason() {
    let manifest = "[workspace.dependencies]\nmodel = { path = \"crates/model\" }\nserde = \"1\"\n";
    assert_eq!(used(manifest), BTreeSet::from(["serde".to_owned()]));
}

#[test]
fn a_row_may_explain_several() {
    let table = "| crate | why |\n|---|---|\n| serde, serde_json | JSON |\n";
    assert_eq!(
        explained(table),
        ["serde", "serde_json"].map(str::to_owned).into()
    );
}

fn used(manifest: &str) -> BTreeSet<String> {
    let manifest: toml::Value = toml::from_str(manifest).unwrap();
    let all = manifest["workspace"]["dependencies"].as_table().unwrap();
    let foreign = all.iter().filter(|(_, how)| how.get("path").is_none());
    foreign.map(|(name, _)| name.clone()).collect()
}

fn explained(text: &str) -> BTreeSet<String> {
    let rows = text
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let names = rows
        .filter(|cell| *cell != "crate")
        .flat_map(|cell| cell.split(", "));
    names.map(str::to_owned).collect()
}
