//! The tasks of this repository, from a bare machine on: `cargo xtask run`, `test`, `check`, `bench`, `soak`, `verapdf`.
//!
//! Needs std and serde_json only, so that it compiles in seconds on a machine that has nothing yet.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task runner speaks on the terminal"
)]

mod bench;
mod bundle;
mod check;
mod features;
mod figures;
mod fuzz;
mod licences;
mod notices;
mod packages;
mod phases;
mod run;
mod shell;
mod soak;
mod test;
mod ui;
mod verapdf;

use std::{env, process::ExitCode};

const USAGE: &str = "\
cargo xtask run                 build everything, make the sample under target/sample, open the window on it
cargo xtask test [--no-window] [--no-lint] [-- ARGS]
                                everything that must pass; ARGS go to `cargo test`
cargo xtask check               what is quick: format, lints, documentation, the house rules, the UI's types
cargo xtask bench [--install-peers] [NAME...]
                                measure release builds; fails on a missed bound that docs/performance.md does not explain
cargo xtask fuzz [TARGET] [SECONDS]
                                cargo-fuzz on every door, or on one of them
cargo xtask soak N [FIRST]      N random documents through every judge, from seed FIRST on
cargo xtask bundle              the installers for this platform in target/bundles, each looked into
cargo xtask pictures            pictures of every view, and those that the help and the README show
cargo xtask notices             write assets/licences.json: what the program is made of, with its licences
cargo xtask verapdf [--archive] [FILE...]
                                set the PDF judge up and ask it about these files (3a and ua1; archive copies 2a and ua1)";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let (task, rest) = args
        .split_first()
        .map_or(("", &[][..]), |(task, rest)| (task.as_str(), rest));
    let done = match task {
        "run" => run::run(),
        "test" => test::test(rest),
        "check" => check::check(),
        "bench" => bench::bench(rest),
        "fuzz" => fuzz::fuzz(rest),
        "soak" => soak::soak(rest),
        "notices" => notices::write(),
        "bundle" => bundle::bundle(),
        "pictures" => test::pictures(),
        "verapdf" => verapdf::ask(rest),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error}");
            ExitCode::FAILURE
        }
    }
}
