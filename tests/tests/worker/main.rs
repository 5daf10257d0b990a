//! Layouts from outside: set by the built `missiv` as a worker, and ended when they take too much.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod command;
mod limits;
mod pack;
mod packs;
