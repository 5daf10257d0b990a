//! What a workspace file promises, through the crate's public door.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod guard;
mod world;
