//! The bundled templates and profiles: no errors.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use template::{Fault, Pack, Severity, read_profile, read_template};

/// Returns the folders of `kind` that hold `file`, with their files.
pub fn folders(kind: &str, file: &str) -> Vec<Pack> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets")
        .join(kind);
    let folders = std::fs::read_dir(&top)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = folders.filter(|path| path.join(file).is_file()).collect();
    found.sort();
    assert!(!found.is_empty(), "no {file} below {}", top.display());
    found
        .iter()
        .map(|folder| Pack::new(files(folder, folder)).unwrap())
        .collect()
}

fn files(top: &Path, folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(top, &path));
        } else {
            let name = path
                .strip_prefix(top)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            found.insert(name, std::fs::read(&path).unwrap());
        }
    }
    found
}

fn errors(faults: &[Fault]) -> Vec<&Fault> {
    faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error)
        .collect()
}

#[test]
fn bundled_profiles_have_no_errors() {
    for pack in folders("profiles", "profile.toml") {
        let checked = read_profile(&pack);
        assert_eq!(errors(&checked.faults), Vec::<&Fault>::new());
        assert!(checked.value.is_some());
    }
}

#[test]
fn bundled_templates_have_no_errors() {
    let profiles: Vec<_> = folders("profiles", "profile.toml")
        .iter()
        .filter_map(|pack| read_profile(pack).value)
        .collect();
    for pack in folders("templates", "template.toml") {
        let id = read_template(&pack, None)
            .value
            .map(|template| template.id)
            .unwrap_or_default();
        let owner = profiles
            .iter()
            .find(|profile| profile.documents.contains(&id));
        let checked = read_template(&pack, owner);
        assert_eq!(errors(&checked.faults), Vec::<&Fault>::new(), "{id}");
    }
}

#[test]
fn profiles_name_templates_that_are_there() {
    let templates = folders("templates", "template.toml");
    let ids: Vec<String> = templates
        .iter()
        .filter_map(|pack| read_template(pack, None).value)
        .map(|template| template.id)
        .collect();
    for profile in folders("profiles", "profile.toml")
        .iter()
        .filter_map(|pack| read_profile(pack).value)
    {
        for id in profile.documents.iter().chain([&profile.group_template]) {
            assert!(ids.contains(id), "{} names {id}", profile.id);
        }
    }
}
