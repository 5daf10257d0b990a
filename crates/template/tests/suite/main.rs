//! Templates and profiles from outside: what is wrong with them, what the schemas say, what hostile bytes do.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod bundled;
mod cases;
mod faults;
mod hostile;
mod packs;
mod schema;
mod sentences;
