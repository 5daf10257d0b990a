//! Starting other programs, and the places they work in.

use std::{
    env,
    error::Error,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// One selection and one set of features for every development build, test and lint: with `--package` here and there
/// Cargo resolves features differently each time and compiles Typst twice. `scripted` does nothing until a window test
/// sets its variable; a release is built without it.
pub const SELECTION: &[&str] = &[
    "--workspace",
    "--features",
    "missiv-app/custom-protocol,missiv-app/scripted",
];

/// The same for releases: what is packed and what is measured are one build.
pub const RELEASE: &[&str] = &[
    "--workspace",
    "--exclude",
    "xtask",
    "--features",
    "missiv-app/custom-protocol",
];

/// The directory of the workspace's Cargo.toml.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// What is made once and kept beside the builds, whichever target directory Cargo has been given.
pub fn made() -> PathBuf {
    root().join("target")
}

/// Where Cargo puts a development build of the program `name`.
pub fn binary(name: &str) -> Result<PathBuf> {
    Ok(target()?.join("debug").join(file_of(name)))
}

/// Where Cargo puts a release build of the program `name`.
pub fn release(name: &str) -> Result<PathBuf> {
    Ok(target()?.join("release").join(file_of(name)))
}

fn file_of(name: &str) -> String {
    format!("{name}{}", env::consts::EXE_SUFFIX)
}

fn target() -> Result<PathBuf> {
    let answer = cargo(&["metadata", "--no-deps", "--format-version=1"])
        .stderr(Stdio::inherit())
        .output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&answer.stdout)?;
    let target = metadata["target_directory"]
        .as_str()
        .ok_or("cargo metadata gave no target_directory")?;
    Ok(target.into())
}

/// Cargo in the workspace's directory; in CI it refuses to change Cargo.lock.
pub fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    let (task, rest) = args.split_first().unwrap_or((&"version", &[]));
    command.arg(task).current_dir(root());
    if in_ci() && *task != "fmt" {
        command.arg("--locked");
    }
    command.args(rest);
    command
}

/// Builds every program and library of the workspace but this one, which is running (Windows cannot replace it).
pub fn build() -> Result {
    succeed(cargo(&["build", "--exclude", "xtask"]).args(SELECTION))
}

/// Whether a continuous-integration run asked for this: then what cannot be tested is a failure.
pub fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

/// Says that something cannot be tested on this machine; in CI that is a failure.
pub fn untested(words: &str) -> Result {
    if in_ci() {
        return Err(words.into());
    }
    eprintln!("{words}");
    Ok(())
}

/// Runs a command to its end; an exit code other than 0 is an error that shows the command.
pub fn succeed(command: &mut Command) -> Result {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?}\n{status}").into()),
        Err(error) => Err(format!("{command:?}\n{error}").into()),
    }
}

/// Whether `program` is there and answers `args` with exit code 0.
pub fn answers(program: &str, args: &[&str]) -> bool {
    said(program, args).is_some()
}

/// What `program` prints on stdout for `args`, or nothing if it is missing or fails.
pub fn said(program: &str, args: &[&str]) -> Option<String> {
    let answer = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    answer.status.success().then_some(text)
}
