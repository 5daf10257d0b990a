//! Pages that a worker has set.

use std::sync::{Arc, Mutex, PoisonError};

use super::protocol::{Answer, Ask, Order, Outline, question};
use super::{Worker, WorkerError};
use crate::export::{ExportError, Product, receive};
use crate::fault::Fault;
use crate::job::Job;
use crate::pages::{Mark, Run};
use crate::readback::{Expected, compare};

/// How a PNG begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Pages that a worker has set. What is not known beforehand is asked for, and set again where the worker
/// has been given something else in between.
pub struct Remote {
    worker: Arc<Mutex<Worker>>,
    order: Order,
    outline: Outline,
}

impl Remote {
    /// Has the worker set a job.
    pub(crate) fn set(worker: &Arc<Mutex<Worker>>, job: &Job) -> Result<Self, ExportError> {
        let set = worker
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .set(job);
        let (order, outline) = set?;
        Ok(Self {
            worker: Arc::clone(worker),
            order,
            outline,
        })
    }

    pub(crate) fn count(&self) -> usize {
        self.outline.sizes.len()
    }

    pub(crate) fn title(&self) -> Option<&str> {
        self.outline.title.as_deref()
    }

    pub(crate) fn warnings(&self) -> &[Fault] {
        &self.outline.warnings
    }

    pub(crate) fn size(&self, page: usize) -> Option<(f64, f64)> {
        self.outline.sizes.get(page).copied()
    }

    pub(crate) fn look(&self, page: usize) -> Option<u64> {
        self.outline.looks.get(page).copied()
    }

    /// Returns a page as PNG, or nothing when there is no such page or it cannot be drawn.
    pub(crate) fn picture(&self, page: usize, width: u32) -> Result<Option<Vec<u8>>, ExportError> {
        if page >= self.count() {
            return Ok(None);
        }
        match self.ask(&Ask::Picture(page, width))? {
            (Answer::Picture, bytes) if bytes.is_empty() => Ok(None),
            (Answer::Picture, bytes) if bytes.starts_with(PNG) => Ok(Some(bytes)),
            _ => Err(WorkerError::Garbled.into()),
        }
    }

    pub(crate) fn runs(&self) -> Result<Vec<Run>, ExportError> {
        match self.ask(&Ask::Runs)?.0 {
            Answer::Runs(runs) => Ok(runs),
            _ => Err(WorkerError::Garbled.into()),
        }
    }

    pub(crate) fn marks(&self) -> Result<Vec<Mark>, ExportError> {
        match self.ask(&Ask::Marks)?.0 {
            Answer::Marks(marks) => Ok(marks),
            _ => Err(WorkerError::Garbled.into()),
        }
    }

    /// Has the worker make the PDF, and reads it back here.
    pub(crate) fn finish(&self, job: &Job) -> Result<Product, ExportError> {
        let (stretches, pdf) = match self.ask(&Ask::Pdf)? {
            (Answer::Pdf(stretches), pdf) if stretches.len() == self.count() => (stretches, pdf),
            (Answer::Faults(faults), _) => return Err(ExportError::Layout(faults)),
            _ => return Err(WorkerError::Garbled.into()),
        };
        let expected = Expected {
            title: self.title().unwrap_or_default(),
            stretches,
        };
        let read_back = compare(&expected, job, &pdf)?;
        Ok(receive(pdf, job, read_back, self.warnings()))
    }

    fn ask(&self, ask: &Ask) -> Result<(Answer, Vec<u8>), ExportError> {
        let mut worker = self.worker.lock().unwrap_or_else(PoisonError::into_inner);
        worker.ask(&self.order, &question(ask))
    }
}
