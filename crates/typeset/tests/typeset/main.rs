//! Claims about the engine, each with a small layout of its own.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod bench;

mod export;
mod hostile;
mod layout;
mod pdf;
mod print;
mod session;
