//! Document and template to pages and PDF, and the readers that check them.
//!
//! Everything comes in as values (a [`Job`]): the template's files, the shared package, the user's
//! images, `data.json` and a [`Stamp`]. Nothing here reads a file, a clock or a network; the same job
//! gives the same bytes. [`export()`] is the one function that writes a file.
//!
//! This is the only crate with Typst and printpdf, and neither shows in its interface.

pub mod fault;
pub mod pages;

mod compile;
mod files;
mod fonts;
mod job;
mod pdf;
mod world;

pub use compile::{Session, compile};
pub use fault::{Fault, Severity};
pub use job::{Job, Stamp, Standard, checksum};
pub use pages::Pages;
pub use pdf::pdf;
