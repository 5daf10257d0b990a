//! A child process merges, hands in, adopts, backs up and exports, and is killed at random moments: nothing that it
//! acknowledged is lost, every file opens, and what an export replaces is the old file or the new one.
//!
//! MISSIV_KILLS is how many kills each phase gets; the spread of the moments is printed.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod child;
mod moment;
mod scene;

use std::env;
use std::io::Write;
use std::path::Path;

use missiv_tests::dice::Dice;

use child::Child;
use moment::{Moment, Spread};
use scene::Scene;

/// What the child is doing when it is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Phase {
    Merge,
    Submit,
    Adopt,
    BackUp,
    Export,
}

impl Phase {
    /// Returns its name, by which the child is told.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Submit => "submit",
            Self::Adopt => "adopt",
            Self::BackUp => "back up",
            Self::Export => "export",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        let all = [
            Self::Merge,
            Self::Submit,
            Self::Adopt,
            Self::BackUp,
            Self::Export,
        ];
        all.into_iter().find(|phase| phase.name() == name)
    }
}

#[test]
fn a_merge_that_is_killed_came_in_whole_or_not_at_all() {
    kill(Phase::Merge, 16);
}

#[test]
fn a_submission_that_is_killed_is_an_edition_or_none() {
    kill(Phase::Submit, 7);
}

#[test]
fn an_adoption_that_is_killed_is_an_edition_or_none() {
    kill(Phase::Adopt, 7);
}

#[test]
fn a_back_up_that_is_killed_leaves_the_others_whole() {
    kill(Phase::BackUp, 16);
}

#[test]
fn an_export_that_is_killed_leaves_the_old_file_or_the_new_one() {
    kill(Phase::Export, 8);
}

/// The child's part of every test here; without its variables, as in a run of all tests, nothing.
#[test]
fn the_child() {
    let phase = env::var(child::PHASE).ok();
    if let Some(phase) = phase.as_deref().and_then(Phase::parse) {
        let folder = env::var_os(child::FOLDER).unwrap();
        child::work(phase, Path::new(&folder));
    }
}

fn kill(phase: Phase, kills: usize) {
    let asked = env::var("MISSIV_KILLS").ok();
    let kills = asked.and_then(|text| text.parse().ok()).unwrap_or(kills);
    let mut dice = Dice::new(phase as u64);
    let mut scene = Scene::new(phase);
    let mut spread = Spread::default();
    for number in 0..kills {
        let mut child = Child::start(phase, scene.folder());
        // The first times through show how long it takes.
        let before = if number == 0 { 2 } else { dice.roll(2) };
        for _ in 0..before {
            scene.acknowledged(child.one_more(&mut spread));
        }
        child.begin();
        // Every other time as soon as something is being written, else anywhere.
        if number % 2 == 1 {
            moment::wait_for_writing(&scene, &spread);
            moment::sleep_below(&mut dice, 3_000);
        } else {
            let most = spread.typical_micros();
            moment::sleep_below(&mut dice, most + most / 5);
        }
        let said = child.kill();
        spread.count(if said.is_empty() {
            scene.moment()
        } else {
            Moment::After
        });
        said.into_iter().for_each(|token| scene.acknowledged(token));
        scene.check(number);
    }
    scene.check_that_nothing_is_left_behind();
    let line = format!("{kills} kills in {}: {spread}\n", phase.name());
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}
