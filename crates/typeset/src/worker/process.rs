//! A running worker, as the program sees it.

use std::io::Write;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::frame::{self, Broken, Frame};
use super::serve::{FLAG, GREW};
use super::{Limits, WorkerError};

/// How often a worker at work is looked at.
const TICK: Duration = Duration::from_millis(25);

/// A worker that holds one template. It ends with this value.
pub(super) struct Process {
    child: Child,
    input: ChildStdin,
    output: ChildStdout,
    pub(super) template: Vec<u8>,
    /// The number of the order whose pages it holds; 0 for none.
    pub(super) set: u64,
    /// Whether it has been given the template.
    prepared: bool,
}

enum Event {
    Written,
    Answered(Result<Frame, Broken>),
}

impl Process {
    pub(super) fn start(
        program: &Path,
        limits: &Limits,
        template: &[u8],
    ) -> Result<Self, WorkerError> {
        let mut child = Command::new(program)
            .arg(FLAG)
            .arg(limits.time.as_millis().to_string())
            .arg(limits.memory.to_string())
            // Each arena reserves address space, which is limited, and a thread has one of its own.
            .env("MALLOC_ARENA_MAX", "4")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| WorkerError::NotStarted(error.kind()))?;
        let input = child.stdin.take().expect("its stdin is a pipe");
        let output = child.stdout.take().expect("its stdout is a pipe");
        Ok(Self {
            child,
            input,
            output,
            template: template.to_owned(),
            set: 0,
            prepared: false,
        })
    }

    /// Writes a question and waits for the answer, within the limits. After an error nothing more can be
    /// asked.
    pub(super) fn ask(&mut self, question: &[u8], limits: &Limits) -> Result<Frame, WorkerError> {
        let first = if self.prepared {
            &[]
        } else {
            self.template.as_slice()
        };
        self.prepared = true;
        let (input, output, child) = (&mut self.input, &mut self.output, &mut self.child);
        thread::scope(|scope| {
            let (events, happened) = channel();
            let written = events.clone();
            scope.spawn(move || {
                // A worker that does not listen is seen by what it answers.
                let sent = input
                    .write_all(first)
                    .and_then(|()| input.write_all(question));
                let _ = sent.and_then(|()| input.flush());
                let _ = written.send(Event::Written);
            });
            scope.spawn(move || {
                let _ = events.send(Event::Answered(frame::read(output, limits.answer)));
            });
            let answer = wait(child, &happened, limits);
            if answer.is_err() {
                // Ends both threads too, for their pipes break.
                let _ = child.kill();
            }
            answer
        })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits until the question is written and the answer read, or a limit is reached.
fn wait(
    child: &mut Child,
    happened: &Receiver<Event>,
    limits: &Limits,
) -> Result<Frame, WorkerError> {
    let (mut written, mut answer) = (false, None);
    let mut waited = Duration::ZERO;
    while waited < limits.time {
        match happened.recv_timeout(TICK) {
            Ok(Event::Written) => written = true,
            Ok(Event::Answered(Ok(frame))) => answer = Some(frame),
            Ok(Event::Answered(Err(broken))) => return Err(reason(child, &broken, limits)),
            Err(RecvTimeoutError::Timeout) => waited += TICK,
            Err(RecvTimeoutError::Disconnected) => return Err(WorkerError::Died),
        }
        if written && let Some(frame) = answer.take() {
            return Ok(frame);
        }
        if resident(child.id()).is_some_and(|bytes| bytes > limits.memory) {
            return Err(too_large(limits));
        }
    }
    Err(WorkerError::TooSlow { limit: limits.time })
}

fn reason(child: &mut Child, broken: &Broken, limits: &Limits) -> WorkerError {
    match broken {
        Broken::Garbled => WorkerError::Garbled,
        Broken::TooLarge => too_large(limits),
        Broken::Ended => {
            // One that has ended keeps its exit code through this; one that only closed its pipe ends.
            let _ = child.kill();
            match child.wait() {
                Ok(status) if status.code() == Some(GREW) => too_large(limits),
                _ => WorkerError::Died,
            }
        }
    }
}

const fn too_large(limits: &Limits) -> WorkerError {
    WorkerError::TooLarge {
        limit: limits.memory,
    }
}

/// Returns how much memory a process holds, in bytes, where the system tells by a file.
fn resident(process: u32) -> Option<u64> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1024)
}
