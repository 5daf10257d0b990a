//! The figures of design.md, section 8, that need no window, each beside its peer in the same run. `cargo xtask bench` builds this as
//! a release, runs it and prints what it says.
//!
//! A figure is a line of JSON on stdout: `id`, `what`, `value`, `unit`, and where there are any `most` or `least` (the bound) and
//! `beside` (the peer, in words). Everything else goes to stderr.
#![expect(clippy::unwrap_used, reason = "a measurement may panic")]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it speaks to whoever runs it"
)]
#![expect(clippy::disallowed_methods, reason = "what else should measure time")]

mod content;
mod edits;
mod figure;
mod groups;
mod papers;
mod peers;
mod saves;
mod shares;
mod years;

use std::process::ExitCode;

/// What is measured, by name.
const TABLE: &[(&str, fn())] = &[
    ("edits", edits::measure),
    ("papers", papers::measure),
    ("saves", saves::measure),
    ("years", years::measure),
    ("shares", shares::measure),
    ("groups", groups::measure),
];

fn main() -> ExitCode {
    // Pages of others would be set in a worker, which is this very program.
    if let Some(code) = workspace::serve_as_worker() {
        return code;
    }
    // Cargo adds a word of its own.
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    for (name, measure) in TABLE {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            eprintln!("measuring {name}");
            measure();
        }
    }
    ExitCode::SUCCESS
}
