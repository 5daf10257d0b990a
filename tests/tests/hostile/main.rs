//! What nobody means well by, or nobody means at all: through the real command into the real PDF.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod command_line;
mod content;
mod copies;
mod doors;
mod figures;
mod import;
mod text;
