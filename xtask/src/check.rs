//! What is quick and holds for all code: format, lints, documentation, the house rules.

use crate::{
    features, licences, notices, packages,
    phases::Phases,
    shell::{Result, SELECTION, answers, cargo, root, succeed},
    ui,
};
use std::process::Command;

pub fn check() -> Result {
    let mut phases = Phases::default();
    phases.must("packages", || packages::install(packages::BUILD))?;
    phases.must("ui build", ui::build)?;
    phases.run("ui check and tests", ui::check);
    lints(&mut phases);
    phases.run("house rules", || {
        succeed(cargo(&["test", "--quiet", "--test", "house"]).args(SELECTION))
    });
    phases.end()
}

/// Format, Clippy, rustdoc and the licences, none of which may have anything to say.
pub fn lints(phases: &mut Phases) {
    phases.run("format", || {
        succeed(&mut cargo(&["fmt", "--all", "--check"]))
    });
    phases.run("clippy", || {
        succeed(
            cargo(&["clippy", "--all-targets"])
                .args(SELECTION)
                .args(["--", "--deny", "warnings"]),
        )
    });
    phases.run("documentation", || {
        let mut doc = cargo(&["doc", "--no-deps", "--document-private-items"]);
        succeed(doc.args(SELECTION).env("RUSTDOCFLAGS", "--deny warnings"))
    });
    phases.run("licences", licences::check);
    phases.run("parts named", notices::check);
    phases.run("bans and sources", || {
        deny(&["bans", "sources", "licenses"])
    });
    phases.run("advisories", advisories);
    phases.run("REUSE", reuse);
    phases.run("features", features::check);
}

/// What is known against a crate we stand on. The list of it stands on the network: where it cannot be had, that is said.
fn advisories() -> Result {
    if !has_deny() {
        return Ok(());
    }
    let list = Command::new("cargo")
        .args(["deny", "fetch", "db"])
        .current_dir(root())
        .output()?;
    if !list.status.success() {
        eprintln!("The list of advisories cannot be fetched here: NONE WAS LOOKED UP.");
        return Ok(());
    }
    deny(&["advisories"])
}

/// cargo-deny and deny.toml. It is not installed for this: that compiles for longer than all else here
/// (docs/decisions/0009-outside-checks.md).
fn deny(what: &[&str]) -> Result {
    if !has_deny() {
        eprintln!(
            "cargo-deny is not here (cargo install cargo-deny): only the licences were looked at"
        );
        return Ok(());
    }
    succeed(
        Command::new("cargo")
            .args(["deny", "check"])
            .args(what)
            .current_dir(root()),
    )
}

fn has_deny() -> bool {
    answers("cargo", &["deny", "--version"])
}

/// Whether every file says whose it is and under what licence.
fn reuse() -> Result {
    if !answers("reuse", &["--version"]) {
        eprintln!("reuse is not here (pip install reuse): the files' licences were not looked at");
        return Ok(());
    }
    succeed(
        Command::new("reuse")
            .args(["lint", "--quiet"])
            .current_dir(root()),
    )
}
