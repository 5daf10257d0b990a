//! The steps of a long task, each with its time and whether it passed.

use crate::shell::Result;
use std::time::{Duration, Instant};

/// What was run so far. A failed phase is remembered and the next one still runs, so that one answer shows all that
/// is wrong; a phase that the others stand on is run with `must`.
#[derive(Default)]
pub struct Phases {
    done: Vec<Phase>,
}

struct Phase {
    name: &'static str,
    time: Duration,
    fault: Option<String>,
}

impl Phases {
    /// Runs a phase; its failure is shown at once and fails the task at its end.
    pub fn run(&mut self, name: &'static str, work: impl FnOnce() -> Result) {
        eprintln!("\n== {name}");
        let start = now();
        let fault = work().err().map(|error| error.to_string());
        if let Some(fault) = &fault {
            eprintln!("{name} failed: {fault}");
        }
        let time = start.elapsed();
        self.done.push(Phase { name, time, fault });
    }

    /// Runs a phase without which the next ones cannot run.
    pub fn must(&mut self, name: &'static str, work: impl FnOnce() -> Result) -> Result {
        self.run(name, work);
        match self.done.last() {
            Some(Phase { fault: Some(_), .. }) => self.end(),
            _ => Ok(()),
        }
    }

    /// Prints every phase with its time; an error names those that failed.
    pub fn end(&self) -> Result {
        println!("\n{}", self.table());
        let failed = self.done.iter().filter(|phase| phase.fault.is_some());
        let failed: Vec<&str> = failed.map(|phase| phase.name).collect();
        if failed.is_empty() {
            return Ok(());
        }
        Err(format!("FAILED: {}", failed.join(", ")).into())
    }

    fn table(&self) -> String {
        let line = |phase: &Phase| {
            let verdict = if phase.fault.is_some() {
                "FAILED"
            } else {
                "ok"
            };
            format!(
                "{:<24}{:>8.1} s  {verdict}\n",
                phase.name,
                phase.time.as_secs_f32()
            )
        };
        let total: Duration = self.done.iter().map(|phase| phase.time).sum();
        let lines: String = self.done.iter().map(line).collect();
        format!("{lines}{:<24}{:>8.1} s", "all", total.as_secs_f32())
    }
}

#[expect(clippy::disallowed_methods, reason = "a task says how long it took")]
pub fn now() -> Instant {
    Instant::now()
}
