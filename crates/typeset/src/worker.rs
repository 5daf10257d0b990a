//! Setting pages in a process of its own, which can be ended where Typst cannot.
//!
//! A layout from outside may ask for more time or memory than there is, and Typst cannot be interrupted. So
//! the program starts itself once more with a hidden first argument ([`serve()`] answers it), hands it jobs
//! over a pipe, and ends it when it takes more than its [`Limits`]. The process stays for the next job of the
//! same template, so that a preview costs what it costs in the program itself.
//!
//! It is a fence against layouts that hang, grow or crash, not against foreign machine code: the worker may
//! do on the machine what the program may. What it answers is checked here all the same.

mod frame;
mod process;
mod protocol;
mod remote;
mod serve;

use std::path::PathBuf;
use std::time::Duration;

use crate::export::ExportError;
use crate::job::Job;
use process::Process;
use protocol::{Answer, Order, Outline};

pub use remote::Remote;
pub use serve::serve;

/// What a worker may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// For one job: to set it, to draw a page of it, or to make its PDF.
    pub time: Duration,
    /// Memory in bytes. On Unix the address space is limited too, to four times as much.
    pub memory: u64,
    /// The size of an answer, in bytes.
    pub answer: usize,
    /// The number of pages.
    pub pages: usize,
}

impl Default for Limits {
    /// Far more than a document of 120 pages takes.
    fn default() -> Self {
        Self {
            time: Duration::from_secs(20),
            memory: 1 << 30,
            answer: 64 << 20,
            pages: 2000,
        }
    }
}

/// Why a worker gave no pages. It has been ended; the next job gets a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WorkerError {
    /// The system did not start it.
    #[error("the worker could not be started: {0}")]
    NotStarted(std::io::ErrorKind),
    /// It took longer than it may.
    #[error("the layout took longer than {} seconds", limit.as_secs())]
    TooSlow {
        /// How long it may take.
        limit: Duration,
    },
    /// It took more memory than it may, or made more pages or bytes.
    #[error("the layout grew over {limit} bytes, or its answer over its limits")]
    TooLarge {
        /// How much memory it may take, in bytes.
        limit: u64,
    },
    /// It ended by itself in the middle of the job.
    #[error("the worker died")]
    Died,
    /// Its answer is none.
    #[error("the worker's answer is garbled")]
    Garbled,
}

/// A process that sets pages, started when there is a job for it.
pub struct Worker {
    program: PathBuf,
    limits: Limits,
    process: Option<Process>,
    orders: u64,
}

impl Worker {
    /// Returns a worker that runs `program`, whose `main` begins with [`serve()`].
    #[must_use]
    pub fn new(program: PathBuf, limits: Limits) -> Self {
        Self {
            program,
            limits,
            process: None,
            orders: 0,
        }
    }

    /// Sets a job. The answer is what the worker says, within the limits.
    fn set(&mut self, job: &Job) -> Result<(Order, Outline), ExportError> {
        self.orders += 1;
        let order = Order::new(self.orders, job);
        let outline = self.carry_out(&order)?;
        Ok((order, outline))
    }

    /// Asks about pages that were set before, and sets them again where the worker has others by now.
    fn ask(&mut self, order: &Order, question: &[u8]) -> Result<(Answer, Vec<u8>), ExportError> {
        if self
            .process
            .as_ref()
            .is_none_or(|it| it.set != order.number)
        {
            self.carry_out(order)?;
        }
        let mut process = self.process.take().ok_or(WorkerError::Died)?;
        let answer = protocol::answer(process.ask(question, &self.limits)?)?;
        self.process = Some(process);
        Ok(answer)
    }

    /// A process that has served before may carry what earlier jobs left: only a new one is at fault.
    fn carry_out(&mut self, order: &Order) -> Result<Outline, ExportError> {
        let process = self.process.take();
        if let Some(old) = process.filter(|process| process.template == order.template) {
            match self.carry_out_in(old, order) {
                Err(ExportError::Worker(WorkerError::Died | WorkerError::TooLarge { .. })) => {}
                other => return other,
            }
        }
        let new = Process::start(&self.program, &self.limits, &order.template)?;
        self.carry_out_in(new, order)
    }

    fn carry_out_in(
        &mut self,
        mut process: Process,
        order: &Order,
    ) -> Result<Outline, ExportError> {
        let (answer, _) = protocol::answer(process.ask(&order.job, &self.limits)?)?;
        process.set = order.number;
        match answer {
            Answer::Set(outline) if outline.sizes.len() > self.limits.pages => {
                Err(WorkerError::TooLarge {
                    limit: self.limits.memory,
                }
                .into())
            }
            Answer::Set(outline) => {
                self.process = Some(process);
                Ok(outline)
            }
            Answer::Faults(faults) => {
                self.process = Some(process);
                Err(ExportError::Layout(faults))
            }
            _ => Err(WorkerError::Garbled.into()),
        }
    }
}

impl Default for Worker {
    /// A worker that runs this very program.
    fn default() -> Self {
        Self::new(this_program(), Limits::default())
    }
}

/// On Linux the link that leads to the running program even after another version has taken its name.
fn this_program() -> PathBuf {
    if cfg!(target_os = "linux") {
        return PathBuf::from("/proc/self/exe");
    }
    std::env::current_exe().unwrap_or_default()
}
