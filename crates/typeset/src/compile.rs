//! From a job to pages.

use std::panic::{AssertUnwindSafe, catch_unwind};

use typst::diag::Warned;
use typst_layout::PagedDocument;

use crate::fault::{Fault, faults};
use crate::job::Job;
use crate::pages::Pages;
use crate::world::JobWorld;

/// Sets a job once. See [`Session`] for setting the same template again and again.
pub fn compile(job: &Job) -> Result<Pages, Vec<Fault>> {
    Session::new().compile(job)
}

/// Sets one job after another and remembers what they have in common, so that a changed word costs far
/// less than the first time.
pub struct Session {
    world: JobWorld,
}

impl Session {
    /// Returns a session that has set nothing yet.
    pub fn new() -> Self {
        Self {
            world: JobWorld::new(),
        }
    }

    /// Sets the job, with everything that is wrong with its layout as faults.
    ///
    /// Warnings do not stop it; they stand in [`Pages::warnings`].
    pub fn compile(&mut self, job: &Job) -> Result<Pages, Vec<Fault>> {
        self.world.load(job)?;
        let Warned { output, warnings } =
            contained(|| typst::compile::<PagedDocument>(&self.world))?;
        // More rounds keep gigabytes, none keeps nothing for the next job.
        comemo::evict(2);
        let files = &self.world.files;
        match output {
            Ok(document) => Ok(Pages::new(
                document,
                faults(&warnings, files),
                files.clone(),
            )),
            Err(errors) => Err(faults(&errors, files)),
        }
    }
}

/// Runs the typesetter so that a bug in it is a fault in one document and not the end of the program.
pub(crate) fn contained<T>(work: impl FnOnce() -> T) -> Result<T, Vec<Fault>> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let fault = Fault::new("the typesetter stopped in the middle of the document");
        vec![fault.hint("this is a bug in the program; a shorter or simpler text may get past it")]
    })
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}
