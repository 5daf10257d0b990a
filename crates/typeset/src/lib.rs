//! Document and template to pages and PDF, and the readers that check them.
//!
//! Everything comes in as values (a [`Job`]): the template's files, the shared package, the user's
//! images, `data.json` and a [`Stamp`]. Nothing here reads a file, a clock or a network; the same job
//! gives the same bytes. [`export()`] writes a file, through [`export::save`]; nothing else does. A layout
//! from outside is set by a [`worker`], a process of its own.
//!
//! This is the only crate with Typst and printpdf, and neither shows in its interface.

pub mod export;
pub mod fault;
pub mod glyphs;
pub mod pages;
pub mod placed;
pub mod readback;
pub mod rendition;
pub mod setter;
pub mod structure;
pub mod verdict;
pub mod worker;

mod attachment;
mod bilaga;
mod bounds;
mod compile;
mod content;
mod files;
mod fonts;
mod job;
mod pdf;
mod picture;
mod reader;
mod world;

pub use attachment::{attachment, supplements};
pub use bilaga::{Unfit, inspect};
pub use compile::{Session, compile};
pub use export::{ExportError, Receipt, export};
pub use fault::{Fault, Severity};
pub use glyphs::{printable, unprintable};
pub use job::{Job, Stamp, Standard, Supplement, checksum};
pub use pages::{MOST_DOTS, Pages};
pub use pdf::pdf;
pub use picture::is_picture;
pub use placed::Placed;
pub use readback::{ReadBack, ReadError, read_back};
pub use reader::text;
pub use rendition::{Rendition, rendition};
pub use setter::{Origin, Setter, Sheets};
pub use structure::structure;
pub use verdict::{Verdict, validate};
pub use worker::WorkerError;
