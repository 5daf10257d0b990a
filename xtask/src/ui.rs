//! The window's own side, which npm builds.

use crate::{
    packages,
    shell::{Result, root, said, succeed},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::SystemTime,
};

/// The oldest Node that the UI's tools take, and where to get one.
const NODE: (u32, u32) = (20, 19);
const GET_NODE: &str =
    "Node 20.19 or newer, with npm, is needed to build the window: see nodejs.org, or
  Windows: winget install OpenJS.NodeJS.LTS
  macOS:   brew install node
  Debian 13, Ubuntu 26.04 or newer: apt install nodejs npm";

/// Installs the modules that the lock file names and builds ui/dist, if something is newer than it.
pub fn build() -> Result {
    modules()?;
    if is_stale() {
        npm(&["run", "build"])
    } else {
        Ok(())
    }
}

/// Types, tiers and unit tests.
pub fn check() -> Result {
    modules()?;
    npm(&["run", "--if-present", "lint"])?;
    npm(&["run", "check"])?;
    npm(&["test"])
}

/// The window tests, in the order of their names, as paths from ui/.
pub fn window_tests() -> Result<Vec<PathBuf>> {
    let mut tests: Vec<PathBuf> = fs::read_dir(root().join("ui/e2e"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    Ok(tests)
}

/// `npm ci`, unless what is installed is as new as the lock file.
fn modules() -> Result {
    node()?;
    let ui = root().join("ui");
    if changed(&ui.join("node_modules/.package-lock.json")) < changed(&ui.join("package-lock.json"))
    {
        npm(&["ci", "--no-fund", "--no-audit"])?;
    }
    Ok(())
}

/// Sees to it that Node is there: from apt where apt's is new enough.
fn node() -> Result {
    if version().is_none() && packages::major_on_offer("nodejs") >= Some(NODE.0) {
        packages::install(&["nodejs", "npm"])?;
    }
    match version() {
        Some(found) if found >= NODE => Ok(()),
        Some((major, minor)) => {
            Err(format!("{GET_NODE}\nThis machine has {major}.{minor}.").into())
        }
        None => Err(GET_NODE.into()),
    }
}

fn version() -> Option<(u32, u32)> {
    let answer = said("node", &["--version"])?;
    let mut parts = answer.trim_start_matches('v').split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// Brings the packer beside the UI's own packages. It is not among them: its parts for other platforms are not offered
/// everywhere, and a lock that lacks them stops every build.
pub fn packer() -> Result {
    const PACKER: &str = "@tauri-apps/cli@2.12.5";
    npm(&[
        "install",
        "--no-save",
        "--no-package-lock",
        "--no-fund",
        "--no-audit",
        PACKER,
    ])
}

fn npm(args: &[&str]) -> Result {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    succeed(Command::new(npm).args(args).current_dir(root().join("ui")))
}

/// Whether a source of the UI is newer than what was built from it. A build that changes nothing would still make
/// Cargo compile the shell again, which embeds it.
fn is_stale() -> bool {
    let built = changed(&root().join("ui/dist/index.html"));
    built.is_none()
        || built < newest(&root().join("ui")).max(newest(&root().join("assets/locales")))
}

fn newest(path: &Path) -> Option<SystemTime> {
    let skipped = ["node_modules", "dist", "e2e"];
    if path
        .file_name()
        .is_some_and(|name| skipped.iter().any(|skip| name == *skip))
    {
        return None;
    }
    let below = fs::read_dir(path).into_iter().flatten().flatten();
    below
        .map(|entry| newest(&entry.path()))
        .max()
        .flatten()
        .max(changed(path))
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata()
        .and_then(|metadata| metadata.modified())
        .ok()
}
