//! The worker itself: jobs from stdin, answers on stdout, nothing else.

use std::collections::BTreeMap;
use std::io::{Read, Write, stdin, stdout};
use std::process::{ExitCode, exit};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use super::frame::{self, Frame};
use super::protocol::{Answer, Ask, Outline, head, named, read};
use super::{Limits, WorkerError};
use crate::compile::Session;
use crate::fault::Fault;
use crate::job::{Job, Stamp, Standard, Supplement};
use crate::pages::Pages;
use crate::pdf::pdf;

/// The hidden first argument that makes the program a worker. Two numbers follow: the time for a job in
/// milliseconds, and the memory in bytes.
pub(super) const FLAG: &str = "--typeset-worker";

/// The exit code of a worker that took more memory than it may.
pub(super) const GREW: i32 = 3;

/// The exit code of a worker that nobody ended in time.
const LATE: i32 = 4;

/// How often the worker looks at itself.
const TICK: Duration = Duration::from_millis(50);

/// Deep layouts stay within this on every system; Typst ends deeper ones by itself.
const STACK: usize = 32 << 20;

/// What the program may send at once, in bytes: a pack, the shared package, and pictures.
const MOST_ASKED: usize = 1 << 30;

/// Works as a worker until the program is gone, if this process was started as one, and returns its exit
/// code; returns nothing otherwise. A program calls it first in its `main`.
#[must_use]
pub fn serve() -> Option<ExitCode> {
    let mut words = std::env::args_os().skip(1);
    if words.next()? != FLAG {
        return None;
    }
    let mut number = || words.next()?.to_str()?.parse::<u64>().ok();
    let limits = Limits::default();
    let time = number().map_or(limits.time, Duration::from_millis);
    let memory = number().unwrap_or(limits.memory);
    Some(run(time, memory))
}

fn run(time: Duration, memory: u64) -> ExitCode {
    limit_address_space(memory.saturating_mul(4));
    let watch = Arc::new(AtomicU64::new(IDLE));
    let watched = Arc::clone(&watch);
    let watching = thread::Builder::new().spawn(move || look(&watched, time, memory));
    let working = thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || answer_all(&mut stdin().lock(), &mut stdout().lock(), &watch));
    match (watching, working.map(thread::JoinHandle::join)) {
        (Ok(_), Ok(Ok(()))) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// The first net: what the system refuses, the worker never gets.
#[cfg(unix)]
fn limit_address_space(bytes: u64) {
    // A system that knows no such limit leaves the other nets.
    let _ = rlimit::setrlimit(rlimit::Resource::AS, bytes, bytes);
    let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
}

#[cfg(not(unix))]
const fn limit_address_space(_: u64) {}

/// How many ticks the job at hand has taken, or this.
const IDLE: u64 = u64::MAX;

/// Ends the process when it holds too much memory, on systems where the program cannot see that, or when the
/// program that should have ended it is gone.
fn look(ticks: &AtomicU64, time: Duration, memory: u64) {
    let most = 2 * time.as_millis() / TICK.as_millis();
    loop {
        thread::sleep(TICK);
        let held = memory_stats::memory_stats().map_or(0, |held| held.physical_mem as u64);
        if held > memory {
            exit(GREW);
        }
        let counted = ticks.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |count| {
            (count != IDLE).then_some(count + 1)
        });
        if counted.is_ok_and(|count| u128::from(count) > most) {
            exit(LATE);
        }
    }
}

fn answer_all(input: &mut impl Read, output: &mut impl Write, ticks: &AtomicU64) {
    let mut desk = Desk::default();
    while let Ok(asked) = frame::read(input, MOST_ASKED) {
        ticks.store(0, Ordering::Relaxed);
        let Ok(answer) = desk.answer(asked) else {
            return;
        };
        if let Some((answer, part)) = answer {
            let parts = part.as_deref();
            if frame::write(output, &head(&answer), parts.as_slice()).is_err() {
                return;
            }
        }
        ticks.store(IDLE, Ordering::Relaxed);
    }
}

type Answered = Option<(Answer, Option<Vec<u8>>)>;

/// What lies before the worker: the template it was given, and the pages that it set last.
#[derive(Default)]
struct Desk {
    session: Session,
    files: BTreeMap<String, Vec<u8>>,
    shared: BTreeMap<String, Vec<u8>>,
    set: Option<(OwnJob, Pages)>,
}

/// What a job has beside the template.
struct OwnJob {
    images: BTreeMap<String, Vec<u8>>,
    data: Vec<u8>,
    supplements: Vec<Supplement>,
    stamp: Stamp,
    standard: Standard,
}

impl Desk {
    fn answer(&mut self, frame: Frame) -> Result<Answered, WorkerError> {
        let ask = read(&frame)?;
        let mut parts = frame.parts.into_iter();
        match ask {
            Ask::Template { files, shared } => {
                self.files = named(files, &mut parts);
                self.shared = named(shared, &mut parts);
                return Ok(None);
            }
            Ask::Set {
                images,
                supplements,
                stamp,
                standard,
            } => {
                let job = OwnJob {
                    images: named(images, &mut parts),
                    data: parts.next().unwrap_or_default(),
                    supplements: (supplements.into_iter().zip(parts))
                        .map(|((name, title), bytes)| Supplement { name, title, bytes })
                        .collect(),
                    stamp,
                    standard,
                };
                return Ok(Some((self.set(job), None)));
            }
            _ => {}
        }
        let (own, pages) = self.set.as_ref().ok_or(WorkerError::Garbled)?;
        Ok(Some(match ask {
            Ask::Picture(page, width) => (Answer::Picture, pages.picture(page, width)),
            Ask::Runs => (Answer::Runs(pages.runs()), None),
            Ask::Marks => (Answer::Marks(pages.marks()), None),
            _ => match pdf(pages, &job(&self.files, &self.shared, own)) {
                Ok(pdf) => (Answer::Pdf(stretches(pages)), Some(pdf)),
                Err(faults) => (Answer::Faults(faults), None),
            },
        }))
    }

    fn set(&mut self, own: OwnJob) -> Answer {
        self.set = None;
        match self.session.compile(&job(&self.files, &self.shared, &own)) {
            Ok(pages) => {
                let outline = outline(&pages);
                self.set = Some((own, pages));
                Answer::Set(outline)
            }
            Err(faults) => Answer::Faults(few(faults)),
        }
    }
}

fn job<'a>(
    files: &'a BTreeMap<String, Vec<u8>>,
    shared: &'a BTreeMap<String, Vec<u8>>,
    own: &'a OwnJob,
) -> Job<'a> {
    Job {
        files,
        shared,
        images: &own.images,
        data: &own.data,
        supplements: &own.supplements,
        stamp: own.stamp.clone(),
        standard: own.standard,
    }
}

fn outline(pages: &Pages) -> Outline {
    Outline {
        title: pages.title().map(str::to_owned),
        sizes: (0..pages.count())
            .filter_map(|page| pages.size(page))
            .collect(),
        looks: (0..pages.count())
            .filter_map(|page| pages.look(page))
            .collect(),
        warnings: few(pages.warnings().to_vec()),
    }
}

fn stretches(pages: &Pages) -> Vec<Vec<String>> {
    (0..pages.count())
        .map(|page| pages.stretches(page))
        .collect()
}

/// As many faults as somebody reads.
fn few(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.truncate(1000);
    faults
}
