//! One door to set pages, whoever sets them: this process, or a worker.

use std::sync::{Arc, Mutex};

use crate::compile::Session;
use crate::export::{self, ExportError, Product};
use crate::fault::Fault;
use crate::job::{Job, crowd};
use crate::pages::{Mark, Pages, Run, text_of};
use crate::worker::{Remote, Worker};

/// Where a layout comes from, and so where its pages are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It travels with the program: set in this process, unless what it sets is beyond all measure.
    Bundled,
    /// It comes from anywhere else, changed copies of bundled ones included: set in a worker.
    Outside,
}

/// Sets one job after another, each where its layout may be set.
#[derive(Default)]
pub struct Setter {
    here: Session,
    worker: Arc<Mutex<Worker>>,
}

impl Setter {
    /// Returns a setter with a worker of this kind. The default one runs this very program again.
    #[must_use]
    pub fn new(worker: Worker) -> Self {
        Self {
            here: Session::new(),
            worker: Arc::new(Mutex::new(worker)),
        }
    }

    /// Sets a job.
    ///
    /// # Errors
    /// The layout has faults ([`ExportError::Layout`]) or took more than a worker may
    /// ([`ExportError::Worker`]).
    pub fn set(&mut self, job: &Job, origin: Origin) -> Result<Sheets, ExportError> {
        match origin {
            Origin::Bundled if is_within_measure(job.data) => {
                let pages = self.here.compile(job).map_err(ExportError::Layout)?;
                Ok(Sheets::Here(pages))
            }
            Origin::Bundled | Origin::Outside => Ok(Sheets::There(Remote::set(&self.worker, job)?)),
        }
    }
}

/// Whether this process sets data itself. What is beyond takes minutes or gigabytes, and only a worker's time and memory
/// have an end.
fn is_within_measure(data: &[u8]) -> bool {
    data.len() <= MOST_DATA && crowd(data) <= MOST_CROWD
}

/// Bytes of the data of about two hundred pages. Typst holds some hundred times as much while it sets them.
const MOST_DATA: usize = 3 << 20;

/// Fifty words of 400 letters, or one of 3,000.
const MOST_CROWD: usize = 9_000_000;

/// A document set on pages, here or by a worker.
pub enum Sheets {
    /// Set in this process.
    Here(Pages),
    /// Set by a worker.
    There(Remote),
}

impl Sheets {
    /// Returns the number of pages.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Here(pages) => pages.count(),
            Self::There(pages) => pages.count(),
        }
    }

    /// Returns the document's title as the layout set it.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Here(pages) => pages.title(),
            Self::There(pages) => pages.title(),
        }
    }

    /// Returns what Typst warned of.
    #[must_use]
    pub fn warnings(&self) -> &[Fault] {
        match self {
            Self::Here(pages) => pages.warnings(),
            Self::There(pages) => pages.warnings(),
        }
    }

    /// Returns the size of a page (from 0) as width and height in millimetres.
    #[must_use]
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        match self {
            Self::Here(pages) => pages.size(page),
            Self::There(pages) => pages.size(page),
        }
    }

    /// Returns what a page (from 0) is known by while it looks the same; it says nothing in another process.
    #[must_use]
    pub fn look(&self, page: usize) -> Option<u64> {
        match self {
            Self::Here(pages) => pages.look(page),
            Self::There(pages) => pages.look(page),
        }
    }

    /// Returns a page (from 0) as PNG, as [`Pages::picture`] does; nothing when the worker could not draw it, too.
    #[must_use]
    pub fn picture(&self, page: usize, width: u32) -> Option<Vec<u8>> {
        match self {
            Self::Here(pages) => pages.picture(page, width),
            Self::There(pages) => pages.picture(page, width).ok().flatten(),
        }
    }

    /// Returns every run of text in the order it is drawn.
    ///
    /// # Errors
    /// The worker could not give them.
    pub fn runs(&self) -> Result<Vec<Run>, ExportError> {
        match self {
            Self::Here(pages) => Ok(pages.runs()),
            Self::There(pages) => pages.runs(),
        }
    }

    /// Returns every labelled place in the document, in order.
    ///
    /// # Errors
    /// The worker could not give them.
    pub fn marks(&self) -> Result<Vec<Mark>, ExportError> {
        match self {
            Self::Here(pages) => Ok(pages.marks()),
            Self::There(pages) => pages.marks(),
        }
    }

    /// Returns all text in the order it is drawn, as [`Pages::text`] does.
    ///
    /// # Errors
    /// The worker could not give it.
    pub fn text(&self) -> Result<String, ExportError> {
        Ok(text_of(self.runs()?))
    }

    /// Makes the PDF of pages that were set from this very job, and reads it back in this process.
    ///
    /// # Errors
    /// The standards forbid something, the worker broke a limit, or the PDF is not what was set.
    pub fn finish(&self, job: &Job) -> Result<Product, ExportError> {
        match self {
            Self::Here(pages) => export::finish(pages, job),
            Self::There(pages) => pages.finish(job),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_sets_what_papers_are_like_and_nothing_beyond() {
        let data =
            |word: &str, count: usize| format!(r#"{{"a":"{}"}}"#, format!("{word} ").repeat(count));
        let within = |word: &str, count| is_within_measure(data(word, count).as_bytes());
        assert!(within("vårdsamverkan", 100_000));
        assert!(!within("vårdsamverkan", 300_000));
        let address = "a/b@c.d=e&f?g:h-".repeat(24);
        assert!(within(&address, 20));
        assert!(!within(&address, 500));
        assert!(!within(&"x-".repeat(2_500), 1));
    }
}
