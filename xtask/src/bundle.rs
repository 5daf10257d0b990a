//! `cargo xtask bundle`: the installers for this platform, in target/bundles, each of them looked into.
//!
//! Tauri's own program packs; what is packed, and that a release has nothing in it that only tests need, is checked here.

use crate::{
    bench::LARGEST,
    packages,
    phases::Phases,
    shell::{RELEASE, Result, binary, build, cargo, made, release, root, said, succeed},
    ui,
};
use serde_json::{Value, json};
use std::{fs, path::PathBuf, process::Command};

/// What only a build for window tests says. A development build has all of it, so that looking for it can fail.
const FOR_TESTS: &[&str] = &["MISSIV_DIALOGS", "MISSIV_STUB", "MISSIV_CLOSE"];

/// The kinds of installer that are made on this platform.
const KINDS: &[&str] = if cfg!(windows) {
    &["nsis"]
} else if cfg!(target_os = "macos") {
    &["dmg"]
} else {
    &["deb", "rpm"]
};

/// What a Linux package holds, beside its own description.
const CONTENTS: &[&str] = &[
    "usr/bin/missiv-app",
    "usr/share/applications/Missiv.desktop",
    "usr/share/mime/packages/missiv.xml",
    "usr/share/icons/hicolor/128x128/apps/missiv-app.png",
    "usr/share/doc/missiv/copyright",
];

pub fn bundle() -> Result {
    let mut phases = Phases::default();
    phases.must("packages", || packages::install(packages::BUILD))?;
    phases.must("ui build", ui::build)?;
    phases.must("development build", build)?;
    phases.must("packer", ui::packer)?;
    phases.must("release build", build_release)?;
    phases.run("nothing for tests", nothing_for_tests);
    let mut bundles = Vec::new();
    phases.must("installers", || pack().map(|made| bundles = made))?;
    phases.run("contents", || check(&bundles));
    phases.end()
}

/// All of it, though the window alone is packed: what is measured is then the same build.
fn build_release() -> Result {
    succeed(cargo(&["build", "--release"]).args(RELEASE))
}

fn nothing_for_tests() -> Result {
    let development = has(&fs::read(binary("missiv-app")?)?);
    if development.len() != FOR_TESTS.len() {
        return Err(format!(
            "a development build says {development:?} only: look for something else"
        )
        .into());
    }
    let found = has(&fs::read(release("missiv-app")?)?);
    if found.is_empty() {
        return Ok(());
    }
    Err(format!("the release says {}", found.join(", ")).into())
}

/// Which of the words that only tests need stand in a program.
fn has(program: &[u8]) -> Vec<&'static str> {
    let is_in = |word: &&str| {
        program
            .windows(word.len())
            .any(|bytes| bytes == word.as_bytes())
    };
    FOR_TESTS.iter().copied().filter(is_in).collect()
}

/// Packs, and puts what was packed where it is found.
fn pack() -> Result<Vec<PathBuf>> {
    let program = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut command = Command::new(root().join("ui/node_modules/.bin").join(program));
    command
        .args(["bundle", "--ci", "--no-sign", "--bundles", &KINDS.join(",")])
        .args(["--config", &also_packed()?.to_string()])
        .current_dir(root().join("src-tauri"));
    let folder = release("missiv-app")?.with_file_name("bundle");
    // What an earlier run left would pass for today's.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    succeed(&mut command)?;
    let place = made().join("bundles");
    fs::create_dir_all(&place)?;
    let mut bundles = Vec::new();
    for kind in KINDS {
        for entry in fs::read_dir(folder.join(kind))? {
            let path = entry?.path();
            if path.is_file() {
                let bundle = place.join(path.file_name().unwrap_or_default());
                fs::copy(&path, &bundle)?;
                bundles.push(bundle);
            }
        }
    }
    Ok(bundles)
}

/// What is packed beside the program: its licence, and what a Linux desktop wants to know of a file.
fn also_packed() -> Result<Value> {
    if cfg!(not(target_os = "linux")) {
        return Ok(json!({}));
    }
    let files = json!({
        "/usr/share/mime/packages/missiv.xml": root().join("src-tauri/linux/missiv.xml"),
        "/usr/share/doc/missiv/copyright": root().join("LICENSE"),
    });
    Ok(json!({ "bundle": { "linux": { "deb": { "files": files }, "rpm": { "files": files } } } }))
}

/// Looks into each installer: how large it is, and for a deb what it holds.
fn check(bundles: &[PathBuf]) -> Result {
    if bundles.len() != KINDS.len() {
        return Err(format!("{} installers were made of {}", bundles.len(), KINDS.len()).into());
    }
    let mut faults = Vec::new();
    for bundle in bundles {
        let name = bundle.display();
        let size = bundle.metadata()?.len();
        println!("{:>6.1} MB  {name}", size as f64 / 1e6);
        if size > LARGEST {
            faults.push(format!("{name} has {size} bytes, more than {LARGEST}"));
        }
        if bundle.extension().is_some_and(|ending| ending == "deb") {
            let held = said("dpkg-deb", &["-c", &bundle.to_string_lossy()]);
            faults.extend(missing(&held.ok_or("dpkg-deb does not answer")?));
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(faults.join("\n").into())
}

/// What `dpkg-deb -c` does not list.
fn missing(listed: &str) -> Vec<String> {
    let held = |wanted: &str| {
        listed
            .lines()
            .filter_map(|line| line.split_whitespace().last())
            .any(|path| path.trim_start_matches("./") == wanted)
    };
    let missing = CONTENTS.iter().filter(|wanted| !held(wanted));
    missing
        .map(|wanted| format!("the deb lacks {wanted}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the installers for the platforms that this was not run on are told.
    #[test]
    fn the_configuration_of_every_platform_is_as_decided() {
        let text = fs::read_to_string(root().join("src-tauri/tauri.conf.json")).unwrap();
        let config: Value = serde_json::from_str(&text).unwrap();
        let bundle = &config["bundle"];
        let windows = &bundle["windows"];
        assert_eq!(
            windows["nsis"]["installMode"], "currentUser",
            "no administrator is needed"
        );
        assert_eq!(
            windows["webviewInstallMode"]["type"], "skip",
            "nothing is downloaded"
        );
        assert_eq!(windows["nsis"]["languages"], json!(["Swedish"]));
        assert_eq!(
            bundle["createUpdaterArtifacts"],
            Value::Null,
            "it asks no server for news"
        );
        assert_eq!(bundle["fileAssociations"][0]["ext"], json!(["missiv"]));
        assert!(bundle["macOS"]["minimumSystemVersion"].is_string());
        for icon in bundle["icon"].as_array().unwrap() {
            let icon = root().join("src-tauri").join(icon.as_str().unwrap());
            assert!(icon.is_file(), "{}", icon.display());
        }
    }

    #[test]
    fn a_package_that_lacks_a_file_is_a_fault() {
        let listed: Vec<String> = CONTENTS
            .iter()
            .skip(1)
            .map(|path| format!("-rw-r--r-- 0/0 1 2026-01-01 00:00 ./{path}"))
            .collect();
        assert_eq!(
            missing(&listed.join("\n")),
            ["the deb lacks usr/bin/missiv-app"]
        );
    }

    #[test]
    fn words_for_tests_are_found_in_a_program() {
        assert_eq!(has(b"\0MISSIV_STUB\0MISSIV"), ["MISSIV_STUB"]);
        assert_eq!(has(b"MISSIV"), [""; 0]);
    }

    #[test]
    fn the_release_workflow_names_each_action_by_its_commit() {
        let text = fs::read_to_string(root().join(".github/workflows/release.yml")).unwrap();
        let used: Vec<&str> = text
            .lines()
            .filter_map(|line| line.split("uses: ").nth(1))
            .collect();
        assert!(used.len() > 3);
        for action in used {
            let commit = action
                .split('@')
                .nth(1)
                .and_then(|rest| rest.split(' ').next())
                .unwrap();
            assert!(
                commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit()),
                "{action}"
            );
        }
        assert!(text.contains("cargo xtask bundle") && !text.contains("scripted"));
    }
}
