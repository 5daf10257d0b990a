//! `cargo xtask notices`: the licences of everything that is shipped, with their texts, for the window to show.
//!
//! assets/licences.json is made here and nowhere else. Where a package may be taken under Apache-2.0 it is: the text is
//! then the same for all of them. Otherwise it is the package's own.

use crate::shell::{Result, cargo, root};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Stdio,
};

const FILE: &str = "assets/licences.json";

/// The packages of this workspace that are shipped as programs.
const SHIPPED: &[&str] = &["missiv-app", "missiv"];

/// What Vite puts into the page of the packages that package.json has for development only.
const BUNDLED: &[&str] = &["svelte", "clsx", "esm-env"];

const APACHE: &str = "Apache-2.0";

/// No licence that has to be passed on is as short as this, in bytes.
const SHORT: usize = 300;

/// A part of the program that somebody else has made.
struct Part {
    name: String,
    version: String,
    licence: String,
    authors: String,
    texts: Vec<String>,
}

/// Writes the file anew. Packages for other platforms are fetched for it.
pub fn write() -> Result {
    let metadata = metadata(&[])?;
    let mut parts = crates(&metadata)?;
    parts.extend(modules()?);
    parts.extend(others()?);
    complete(&mut parts);
    parts.sort_by_key(|part| (part.name.to_lowercase(), part.version.clone()));
    let count = parts.len();
    fs::write(root().join(FILE), to_json(parts))?;
    println!("{count} parts stand in {FILE}");
    Ok(())
}

/// Fails with each package that is shipped from this platform and is not in the file, and with each in the file that is
/// shipped no longer.
pub fn check() -> Result {
    let about = crate::shell::said("rustc", &["-vV"]).ok_or("rustc does not answer")?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let metadata = metadata(&["--filter-platform", host.ok_or("rustc names no host")?])?;
    let written: Value = serde_json::from_str(&fs::read_to_string(root().join(FILE))?)?;
    let written: BTreeSet<String> = list(&written["parts"]).iter().map(named).collect();
    let shipped: BTreeSet<String> = shipped(&metadata)?.into_iter().map(named).collect();
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let lock = lock.replace("\"\nversion = \"", " ");
    let npm: BTreeSet<String> = modules()?
        .iter()
        .chain(&others()?)
        .map(|part| format!("{} {}", part.name, part.version))
        .collect();
    let missing = shipped.union(&npm).filter(|part| !written.contains(*part));
    let gone = written
        .iter()
        .filter(|part| !npm.contains(*part) && !lock.contains(&format!("name = \"{part}\"")));
    let faults: Vec<String> = missing
        .map(|part| format!("{part} is missing in {FILE}"))
        .chain(gone.map(|part| format!("{part} stands in {FILE} and is shipped no longer")))
        .collect();
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!("{}\ncargo xtask notices writes it anew", faults.join("\n")).into())
}

fn metadata(args: &[&str]) -> Result<Value> {
    let mut command = cargo(&["metadata", "--format-version=1"]);
    let answer = command.args(args).stderr(Stdio::inherit()).output()?;
    Ok(serde_json::from_slice(&answer.stdout)?)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn named(package: &Value) -> String {
    format!("{} {}", text(&package["name"]), text(&package["version"]))
}

/// The packages that the shipped programs are made of, others' only, without those that only build or test them.
fn shipped(metadata: &Value) -> Result<Vec<&Value>> {
    let packages: BTreeMap<&str, &Value> = list(&metadata["packages"])
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> = list(&metadata["resolve"]["nodes"])
        .iter()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let is_program = |package: &Value| {
        SHIPPED.contains(&package["name"].as_str().unwrap_or_default())
            && package["source"].is_null()
    };
    let mut wanted: Vec<&str> = packages
        .iter()
        .filter(|(_, package)| is_program(package))
        .map(|(id, _)| *id)
        .collect();
    let mut found = BTreeSet::new();
    while let Some(id) = wanted.pop() {
        if !found.insert(id) {
            continue;
        }
        let below = nodes.get(id).map_or(&[][..], |node| list(&node["deps"]));
        let is_part = |dep: &&Value| {
            list(&dep["dep_kinds"])
                .iter()
                .any(|kind| kind["kind"].is_null())
        };
        wanted.extend(
            below
                .iter()
                .filter(is_part)
                .filter_map(|dep| dep["pkg"].as_str()),
        );
    }
    let parts = found.into_iter().filter_map(|id| packages.get(id).copied());
    let parts: Vec<&Value> = parts.filter(|part| !part["source"].is_null()).collect();
    if parts.is_empty() {
        return Err("cargo metadata names no package that is shipped".into());
    }
    Ok(parts)
}

fn crates(metadata: &Value) -> Result<Vec<Part>> {
    let parts = shipped(metadata)?.into_iter().map(|package| {
        let manifest = text(&package["manifest_path"]);
        let folder = Path::new(&manifest).parent().unwrap_or(Path::new("."));
        part(package, folder)
    });
    parts.collect()
}

/// The UI's packages, as npm has installed them.
fn modules() -> Result<Vec<Part>> {
    let ui = root().join("ui");
    let lock: Value = serde_json::from_str(&fs::read_to_string(ui.join("package-lock.json"))?)?;
    let packages = lock["packages"]
        .as_object()
        .ok_or("package-lock.json has no packages")?;
    let is_part = |(place, package): &(&String, &Value)| {
        let name = place.rsplit("node_modules/").next().unwrap_or_default();
        !place.is_empty() && (package["dev"] != json!(true) || BUNDLED.contains(&name))
    };
    packages
        .iter()
        .filter(is_part)
        .map(|(place, _)| {
            let folder = ui.join(place);
            let manifest = fs::read_to_string(folder.join("package.json"))?;
            part(&serde_json::from_str(&manifest)?, &folder)
        })
        .collect()
}

/// What comes in no package, or in one that says nothing of it.
fn others() -> Result<Vec<Part>> {
    let font = fs::read_to_string(root().join("assets/fonts/OFL.md"))?;
    let part = |name: &str, version: &str, licence: &str, text: String| Part {
        name: name.to_owned(),
        version: version.to_owned(),
        licence: licence.to_owned(),
        authors: String::new(),
        texts: vec![text],
    };
    Ok(vec![
        part("Source Sans 3", "3.052", "OFL-1.1", font),
        part("SQLite", "3", "blessing", SQLITE.to_owned()),
    ])
}

/// What SQLite's authors write in each of its files.
const SQLITE: &str = "The author disclaims copyright to this source code. In place of a legal notice, here is a blessing:

May you do good and not evil.
May you find forgiveness for yourself and forgive others.
May you share freely, never taking more than you give.";

fn part(package: &Value, folder: &Path) -> Result<Part> {
    let licence = package["license"]
        .as_str()
        .unwrap_or("see its text")
        .to_owned();
    let mut texts = texts(folder)?;
    if may_be_apache(&licence) {
        let is_kept = |(name, text): &(String, String)| name.contains("NOTICE") || is_apache(text);
        texts.retain(is_kept);
    }
    let authors = list(&package["authors"]).iter().filter_map(Value::as_str);
    Ok(Part {
        name: text(&package["name"]),
        version: text(&package["version"]),
        licence,
        authors: authors.collect::<Vec<_>>().join(", "),
        texts: texts.into_iter().map(|(_, text)| text).collect(),
    })
}

/// Gives each part that carries no text the one that others under its licence carry, without the names of those.
fn complete(parts: &mut [Part]) {
    let lacks = |part: &Part| !part.texts.iter().any(|text| text.len() > SHORT);
    let named = |part: &Part| -> String {
        let offers = part.licence.replace('/', " OR ");
        let mut offers = offers.split(" OR ").map(str::trim);
        let first = offers.clone().next().unwrap_or_default().to_owned();
        offers
            .find(|one| *one == APACHE)
            .map_or(first, str::to_owned)
    };
    let known: Vec<(String, String)> = parts
        .iter()
        .filter(|part| !lacks(part) && part.texts.len() == 1)
        .map(|part| (named(part), part.texts[0].clone()))
        .collect();
    for part in parts.iter_mut().filter(|part| lacks(part)) {
        let licence = named(part);
        let Some((_, text)) = known.iter().find(|(name, _)| *name == licence) else {
            continue;
        };
        let is_name = |line: &&str| line.trim_start().starts_with("Copyright");
        let text: Vec<&str> = text.lines().filter(|line| !is_name(line)).collect();
        let by = Some(&part.authors).filter(|authors| !authors.is_empty());
        part.texts
            .extend(by.map(|authors| format!("Copyright {authors}")));
        part.texts.push(text.join("\n").trim().to_owned());
    }
}

/// Whether Apache-2.0 alone is one of the alternatives.
fn may_be_apache(licence: &str) -> bool {
    let licence = licence.replace('/', " OR ");
    !licence.contains(" AND ") && licence.split(" OR ").any(|one| one.trim() == APACHE)
}

fn is_apache(text: &str) -> bool {
    let start: String = text
        .split_whitespace()
        .take(6)
        .collect::<Vec<_>>()
        .join(" ");
    start
        .to_lowercase()
        .starts_with("apache license version 2.0")
}

/// The licences and notices that lie in a package's folder, by name.
fn texts(folder: &Path) -> Result<Vec<(String, String)>> {
    const NAMES: &[&str] = &[
        "LICENSE",
        "LICENCE",
        "COPYING",
        "COPYRIGHT",
        "UNLICENSE",
        "NOTICE",
    ];
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_uppercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            let text = fs::read_to_string(&path).unwrap_or_default();
            found.push((name, tidy(&text)));
        }
    }
    found.sort();
    let mut seen = BTreeSet::new();
    found.retain(|(_, text)| seen.insert(text.clone()));
    Ok(found)
}

/// A text without what differs between copies of it: ends of lines, and for the Apache licence its own indentation.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| {
        if is_apache(text) {
            line.trim()
        } else {
            line.trim_end()
        }
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let text = text.trim().to_owned();
    match text.find("END OF TERMS AND CONDITIONS") {
        // What follows tells how to apply the licence to one's own work.
        Some(end) if is_apache(&text) => text[..end].trim().to_owned(),
        _ => text,
    }
}

/// The parts, each with the places of its texts among all texts, so that each text stands once.
fn to_json(parts: Vec<Part>) -> String {
    let mut texts: Vec<String> = Vec::new();
    let mut place = |text: String| {
        texts
            .iter()
            .position(|known| *known == text)
            .unwrap_or_else(|| {
                texts.push(text);
                texts.len() - 1
            })
    };
    let parts: Vec<Value> = parts
        .into_iter()
        .map(|part| {
            let at: Vec<usize> = part.texts.into_iter().map(&mut place).collect();
            let Part {
                name,
                version,
                licence,
                ..
            } = part;
            json!({ "name": name, "version": version, "licence": licence, "texts": at })
        })
        .collect();
    // One part a line: a change of one is a change of a line.
    let lines = |values: Vec<Value>| {
        let lines: Vec<String> = values.iter().map(|value| format!("    {value}")).collect();
        lines.join(",\n")
    };
    let texts = texts.into_iter().map(Value::from).collect();
    format!(
        "{{\n  \"parts\": [\n{}\n  ],\n  \"texts\": [\n{}\n  ]\n}}\n",
        lines(parts),
        lines(texts)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apache_is_taken_where_it_is_offered_alone() {
        assert!(may_be_apache("MIT OR Apache-2.0") && may_be_apache("MIT/Apache-2.0"));
        assert!(!may_be_apache("MIT") && !may_be_apache("(MIT OR Apache-2.0) AND Unicode-3.0"));
    }

    #[test]
    fn a_text_stands_once_however_it_is_indented() {
        let own = tidy("   Apache License\n   Version 2.0, January 2004\n\n   1. Terms\r\n");
        let other = tidy(
            "Apache License\nVersion 2.0, January 2004\n\n1. Terms\nEND OF TERMS AND CONDITIONS\nAPPENDIX\n",
        );
        assert_eq!(own, other);
        let part = |name: &str, text: &str| Part {
            name: name.to_owned(),
            version: "1".to_owned(),
            licence: APACHE.to_owned(),
            authors: String::new(),
            texts: vec![text.to_owned()],
        };
        let written: Value =
            serde_json::from_str(&to_json(vec![part("a", &own), part("b", &other)])).unwrap();
        assert_eq!(written["texts"].as_array().unwrap().len(), 1);
        assert_eq!(written["parts"][1]["texts"], json!([0]));
    }

    #[test]
    fn what_only_builds_or_tests_is_not_shipped() {
        let dep = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let package = |name: &str, source: Value| json!({ "id": name, "name": name, "version": "1", "source": source });
        let metadata = json!({
            "packages": [package("missiv", Value::Null), package("part", json!("r")), package("below", json!("r")), package("tool", json!("r"))],
            "resolve": { "nodes": [
                { "id": "missiv", "deps": [dep("part", Value::Null), dep("tool", json!("dev"))] },
                { "id": "part", "deps": [dep("below", Value::Null), dep("tool", json!("build"))] },
            ] },
        });
        let names: Vec<String> = shipped(&metadata).unwrap().into_iter().map(named).collect();
        assert_eq!(names, ["below 1", "part 1"]);
    }
}
