//! The bundled templates and profiles: no errors, and what the schemas describe.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use template::{Fault, Pack, Severity, read_profile, read_template};

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets")
}

/// Returns the folders of `kind` that hold `file`, with their files.
fn packs(kind: &str, file: &str) -> Vec<Pack> {
    let Ok(folders) = std::fs::read_dir(assets().join(kind)) else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = folders
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join(file).is_file())
        .collect();
    found.sort();
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
    for pack in packs("profiles", "profile.toml") {
        let checked = read_profile(&pack);
        assert_eq!(errors(&checked.faults), Vec::<&Fault>::new());
        assert!(checked.value.is_some());
    }
}

#[test]
fn bundled_templates_have_no_errors() {
    let profiles: Vec<_> = packs("profiles", "profile.toml")
        .iter()
        .filter_map(|pack| read_profile(pack).value)
        .collect();
    for pack in packs("templates", "template.toml") {
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
