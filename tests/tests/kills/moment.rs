//! When the child is killed, and what it was in the middle of.

use std::collections::BTreeMap;
use std::fmt;
use std::thread;
use std::time::{Duration, Instant};

use missiv_tests::dice::Dice;

use crate::scene::Scene;

/// What the child was in the middle of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Nothing was being written: not yet, or no more.
    Before,
    /// A file was being written that has no name yet.
    Unnamed,
    /// The workspace file was in a commit.
    Commit,
    /// It had said that it was done.
    After,
}

/// How often the child was killed when, and how long it takes when it is not.
#[derive(Debug, Default)]
pub struct Spread {
    counted: BTreeMap<Moment, usize>,
    took: Vec<Duration>,
}

impl Spread {
    pub fn count(&mut self, moment: Moment) {
        *self.counted.entry(moment).or_default() += 1;
    }

    pub fn took(&mut self, time: Duration) {
        self.took.push(time);
    }

    /// The median of what it took, in microseconds.
    pub fn typical_micros(&self) -> usize {
        let mut took = self.took.clone();
        took.sort();
        let median = took.get(took.len() / 2).copied().unwrap_or_default();
        median.as_micros() as usize
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (moment, count) in &self.counted {
            let words = match moment {
                Moment::Before => "while nothing was written",
                Moment::Unnamed => "while a file had no name",
                Moment::Commit => "inside a commit",
                Moment::After => "after",
            };
            write!(out, "{count} {words}, ")?;
        }
        write!(out, "typically {} ms", self.typical_micros() / 1000)
    }
}

/// Waits until the child is writing, or has had the time to.
pub fn wait_for_writing(scene: &Scene, spread: &Spread) {
    let begun = now();
    let most = Duration::from_micros(spread.typical_micros() as u64 * 2 + 1000);
    while !scene.is_writing() && begun.elapsed() < most {
        thread::sleep(Duration::from_micros(100));
    }
}

pub fn sleep_below(dice: &mut Dice, micros: usize) {
    let micros = dice.roll(micros.max(1));
    thread::sleep(Duration::from_micros(micros as u64));
}

#[expect(clippy::disallowed_methods, reason = "a moment is chosen by the clock")]
pub fn now() -> Instant {
    Instant::now()
}
