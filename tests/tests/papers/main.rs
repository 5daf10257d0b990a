//! The papers themselves: every example of every template, and the sample year, as the PDFs that users get.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod archive;
mod bilagor;
mod examples;
mod frames;
mod handover;
mod logos;
mod made;
mod memo;
mod read;
mod rules;
mod schema;
mod tags;

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}
