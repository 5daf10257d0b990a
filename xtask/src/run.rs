//! `cargo xtask run`: from a clone to the sample's papers and, where there is a display, its window.

use crate::{
    packages,
    shell::{Result, binary, build, root, succeed},
    ui,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

pub fn run() -> Result {
    packages::install(packages::BUILD)?;
    ui::build()?;
    build()?;
    let sample = Path::new("target/sample");
    // What an earlier run left would lie among today's papers.
    if root().join(sample).exists() {
        fs::remove_dir_all(root().join(sample))?;
    }
    fs::create_dir_all(root().join("target"))?;
    let mut make = Command::new(binary("missiv")?);
    succeed(make.arg("sample").arg(sample).current_dir(root()))?;
    if !has_display() {
        println!(
            "\nThere is no display here, so the window stays closed. The papers stand under target/sample."
        );
        return Ok(());
    }
    succeed(Command::new(binary("missiv-app")?).arg(workspace_file(&root().join(sample))?))
}

/// The workspace file that `missiv sample` left in this directory.
pub fn workspace_file(sample: &Path) -> Result<PathBuf> {
    fs::read_dir(sample)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| {
            path.extension()
                .is_some_and(|extension| extension == "missiv")
        })
        .ok_or_else(|| format!("no .missiv file under {}", sample.display()).into())
}

fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(windows) || cfg!(target_os = "macos") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
