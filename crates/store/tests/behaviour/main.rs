//! What a workspace file promises, through the crate's public door.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod blobs;
mod convergence;
mod copies;
mod dumps;
mod guard;
mod live;
mod merging;
mod past;
mod purging;
mod reading;
mod steps;
mod undo;
mod world;
