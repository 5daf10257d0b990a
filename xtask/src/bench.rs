//! `cargo xtask bench`: the figures of docs/performance.md, each with its bound and its peer in the same run.
//!
//! Measured are release builds. What needs no window is tests/benches/figures, the window's share is ui/e2e/bench.mjs; both print a
//! line of JSON for each figure. A bound that is missed fails the task unless docs/performance.md explains it.

use crate::{
    figures::{Figure, table, unexplained},
    packages,
    shell::{RELEASE, Result, cargo, made, release, root, succeed},
    test::on_a_screen_with,
    ui,
};
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const USAGE: &str =
    "cargo xtask bench [--install-peers] [edits|papers|saves|years|shares|groups|window|size ...]";

/// What tests/benches/figures knows by name.
const WITHOUT_WINDOW: &[&str] = &["edits", "papers", "saves", "years", "shares", "groups"];

/// What ui/e2e/bench.mjs measures: the start, memory and key presses of the real window, and the size of its page.
const WINDOW: &str = "window";

/// How large the installers are, where `cargo xtask bundle` has made them.
const SIZE: &str = "size";

/// The largest installer, in bytes: what still comes through an office's mail.
pub const LARGEST: u64 = 30_000_000;

pub fn bench(args: &[String]) -> Result {
    let (options, names): (Vec<&str>, Vec<&str>) = args
        .iter()
        .map(String::as_str)
        .partition(|arg| arg.starts_with("--"));
    let is_known = |name: &&str| WITHOUT_WINDOW.contains(name) || [WINDOW, SIZE].contains(name);
    if options.iter().any(|option| *option != "--install-peers") || !names.iter().all(is_known) {
        return Err(USAGE.into());
    }
    if !options.is_empty() {
        install_peers()?;
    }
    let has = |wanted: &str| names.is_empty() || names.contains(&wanted);
    let mut figures = Vec::new();
    if WITHOUT_WINDOW.iter().any(|name| has(name)) {
        figures.extend(without_window(&names)?);
    }
    if has(WINDOW) && cfg!(target_os = "linux") {
        figures.extend(window()?);
    }
    if has(SIZE) {
        figures.extend(installers()?);
    }
    println!("\n{}", table(&figures));
    let kept = fs::read_to_string(root().join("docs/performance.md"))?;
    let missed = unexplained(&figures, &kept);
    if missed.is_empty() {
        return Ok(());
    }
    Err(format!(
        "missed, and docs/performance.md does not say why: {}",
        missed.join(", ")
    )
    .into())
}

/// What is compared with: LibreOffice's writer, and WeasyPrint.
fn install_peers() -> Result {
    packages::install(&["libreoffice-writer-nogui", "python3-pip"])?;
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "weasyprint"]);
    // A machine for measuring is nobody's desk.
    succeed(pip.env("PIP_BREAK_SYSTEM_PACKAGES", "1"))
}

fn without_window(names: &[&str]) -> Result<Vec<Figure>> {
    succeed(cargo(&["build", "--release"]).args(RELEASE))?;
    let mut command = cargo(&["bench", "--quiet"]);
    command.args(RELEASE).args(["--bench", "figures", "--"]);
    command.args(names.iter().filter(|name| WITHOUT_WINDOW.contains(name)));
    told(command.env("MISSIV_BIN", release("missiv")?))
}

/// The window as it is shipped, beside one of the same build that shows nothing: only a build for tests can be told to.
fn window() -> Result<Vec<Figure>> {
    packages::install(packages::WINDOW)?;
    ui::build()?;
    let kept = made().join("bench");
    fs::create_dir_all(&kept)?;
    let empty = kept.join("missiv-app-empty");
    let scripted = ["--features", "missiv-app/scripted"];
    succeed(cargo(&["build", "--release"]).args(RELEASE).args(scripted))?;
    fs::copy(release("missiv-app")?, &empty)?;
    succeed(cargo(&["build", "--release"]).args(RELEASE))?;
    let mut command = on_a_screen_with(
        &["node", "e2e/bench.mjs"],
        &release("missiv-app")?,
        &release("missiv")?,
    );
    told(command.env("MISSIV_EMPTY_APP", empty))
}

/// Runs what measures, and returns the figures that it tells.
fn told(command: &mut Command) -> Result<Vec<Figure>> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().ok_or("it has no stdout")?;
    let mut figures = Vec::new();
    for line in BufReader::new(output).lines() {
        let line = line?;
        match serde_json::from_str::<Value>(&line) {
            Ok(value) if value.is_object() => {
                let figure = Figure::of(&value);
                println!("{}", figure.line());
                figures.push(figure);
            }
            _ => println!("{line}"),
        }
    }
    let status = child.wait()?;
    if status.success() {
        return Ok(figures);
    }
    Err(format!("{command:?}\n{status}").into())
}

fn installers() -> Result<Vec<Figure>> {
    let folder = made().join("bundles");
    if !folder.is_dir() {
        eprintln!("No installer has been made here: cargo xtask bundle");
        return Ok(Vec::new());
    }
    let files: std::io::Result<Vec<PathBuf>> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect();
    files?.iter().map(|file| installer(file)).collect()
}

fn installer(file: &Path) -> Result<Figure> {
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    let size = file.metadata()?.len() as f64 / 1e6;
    Ok(Figure::of(&json!({
        "id": format!("installer-{ending}"), "what": format!("installer, {ending}"),
        "value": size, "unit": "MB", "most": LARGEST as f64 / 1e6,
    })))
}
