//! Random documents: whatever stands in them, they become accessible PDFs that say what was written.
//!
//! `cargo xtask soak N` runs this with more seeds and prints each.

use std::env;
use std::io::Write;
use std::time::Instant;

use missiv_tests::{content::Packs, soak::trial};

/// Seeds of each of the two tests, which run side by side: each template once.
const SEEDS: u64 = 9;

#[test]
fn random_documents_pass_every_judge() {
    let asked = |name| env::var(name).ok().and_then(|text| text.parse().ok());
    soak(
        asked("MISSIV_FIRST_SEED").unwrap_or(0),
        asked("MISSIV_SEEDS"),
    );
}

#[test]
fn other_documents_pass_every_judge() {
    soak(SEEDS, None);
}

/// Tries the seeds from `first` on; where their number is asked for, with a line for each.
fn soak(first: u64, seeds: Option<u64>) {
    let packs = Packs::bundled();
    let (mut faults, mut pages, mut slowest) = (Vec::new(), 0, (0.0, 0));
    let start = now();
    for seed in first..first + seeds.unwrap_or(SEEDS) {
        let start = now();
        let tried = trial(&packs, seed);
        let seconds = start.elapsed().as_secs_f64();
        pages += tried.pages;
        if seconds > slowest.0 {
            slowest = (seconds, seed);
        }
        let told = tried
            .faults
            .iter()
            .map(|fault| format!("seed {seed} ({}): {fault}", tried.template));
        let told: Vec<String> = told.collect();
        if seeds.is_some() {
            let (template, pages, wrong) = (&tried.template, tried.pages, told.len());
            say(&format!(
                "seed {seed:<6} {template:<32} {pages:>4} pages {seconds:>7.2} s  {wrong} faults"
            ));
            told.iter().for_each(|fault| say(&format!("    {fault}")));
        }
        faults.extend(told);
    }
    if let Some(seeds) = seeds {
        let each = start.elapsed().as_secs_f64() / seeds as f64;
        let (seconds, seed) = slowest;
        say(&format!(
            "{seeds} documents, {pages} pages, {each:.2} s each, the slowest {seconds:.2} s (seed {seed}), {} faults",
            faults.len()
        ));
    }
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "a soak says how long each document took"
)]
fn now() -> Instant {
    Instant::now()
}

/// Past the harness, so that it is seen while it goes on.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
