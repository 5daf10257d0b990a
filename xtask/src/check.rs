//! What is quick and holds for all code: format, lints, documentation, the house rules.

use crate::{
    features, licences, notices, packages,
    phases::Phases,
    shell::{Result, SELECTION, answers, cargo, succeed},
    ui,
};

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
    phases.run("advisories", advisories);
    phases.run("features", features::check);
}

/// What is known against a crate we stand on, by cargo-deny and deny.toml. It asks a list on the network.
fn advisories() -> Result {
    if !answers("cargo", &["deny", "--version"]) {
        eprintln!(
            "cargo-deny is not installed (cargo install cargo-deny): no advisory was looked up"
        );
        return Ok(());
    }
    succeed(&mut cargo(&["deny", "check"]))
}
