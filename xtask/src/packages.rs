//! What the machine must have. On Debian and Ubuntu it is installed; elsewhere it is said in plain words.

use crate::shell::{Result, answers, said, succeed};
use std::process::Command;

/// What compiling needs: a C compiler for SQLite, WebKitGTK for the window.
pub const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];

/// What driving the window in a test needs, and packing and reading what goes in and out of it.
pub const WINDOW: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "fonts-dejavu-core",
    "poppler-utils",
    "zip",
];

/// What sees the writes between two syncs, for the tests of power cuts.
pub const TRACE: &[&str] = &["strace"];

/// What the PDF judge needs: a compiler for its few lines of Java, and the XML binding that its own archive lacks.
pub const JUDGE: &[&str] = &[
    "default-jdk-headless",
    "libactivation-java",
    "libfastinfoset-java",
    "libistack-commons-java",
    "libjaxb-api-java",
    "libjaxb-java",
    "libstax-ex-java",
    "libtxw2-java",
    "python3-pip",
];

/// Commands that make a package unnecessary, however they came here.
const INSTEAD: &[(&str, &str, &[&str])] = &[
    ("default-jdk-headless", "javac", &["-version"]),
    ("python3-pip", "python3", &["-m", "pip", "--version"]),
    ("nodejs", "node", &["--version"]),
    ("npm", "npm", &["--version"]),
];

/// Installs those of `wanted` that the machine lacks; where that cannot be done it says so and goes on, for the
/// machine may have them under other names.
pub fn install(wanted: &[&str]) -> Result {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !has_apt() {
        eprintln!(
            "This is not Debian or Ubuntu. Be sure to have what is called there: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing: Vec<&str> = wanted
        .iter()
        .copied()
        .filter(|name| !is_here(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let Some(apt) = as_root() else {
        eprintln!(
            "These are missing, and only root may install them: apt-get install {}",
            missing.join(" ")
        );
        return Ok(());
    };
    eprintln!("installing {}", missing.join(" "));
    succeed(&mut apt_get(apt, &["update", "--quiet"]))?;
    let install = ["install", "--quiet", "--yes", "--no-install-recommends"];
    succeed(apt_get(apt, &install).args(missing))
}

/// The version apt would install, as `20` for `20.19.2+dfsg-1`; nothing without apt.
pub fn major_on_offer(package: &str) -> Option<u32> {
    let policy = said("apt-cache", &["policy", package])?;
    let version = policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate: "))?;
    version.split(['.', ':']).next()?.parse().ok()
}

fn has_apt() -> bool {
    answers("apt-get", &["--version"]) && answers("dpkg-query", &["--version"])
}

fn is_here(package: &str) -> bool {
    let instead = INSTEAD.iter().find(|(name, ..)| *name == package);
    instead.is_some_and(|(_, program, args)| answers(program, args))
        || said("dpkg-query", &["-W", "-f", "${db:Status-Status}", package]).as_deref()
            == Some("installed")
}

/// The words that come before `apt-get`: none for root, `sudo` for others, nothing when neither will do.
fn as_root() -> Option<&'static [&'static str]> {
    if said("id", &["-u"])? == "0" {
        return Some(&[]);
    }
    answers("sudo", &["--version"]).then_some(&["sudo"])
}

fn apt_get(before: &[&str], args: &[&str]) -> Command {
    let mut words = before
        .iter()
        .chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut command = Command::new(words.next().unwrap_or(&"env"));
    command
        .args(words)
        .args(["-o", "DPkg::Lock::Timeout=600"])
        .args(args);
    command
}
