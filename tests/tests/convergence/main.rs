//! Three copies of a group's file, edited by three people and exchanged at random: in the end they hold the same, no
//! step is lost, and every text that is live can be reached.
//!
//! What steps and merges do to rows is tried in the store with its own seeds; here a person's whole work is: goals
//! removed against activities added, carry-over and prefilled reports in two copies, hand-ins and adoptions, moves,
//! undo, redo and resolutions. MISSIV_SEEDS asks for more seeds than the tests have.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod copies;
mod people;

use std::env;

use copies::Copies;
use missiv_tests::dice::Dice;

/// Seeds of each of the tests below, which run side by side.
const SEEDS: u64 = 50;

/// What happens to one file before everything reaches everybody.
const ACTIONS: usize = 14;

#[test]
fn copies_converge_in_the_first_quarter_of_the_seeds() {
    converge(0);
}

#[test]
fn copies_converge_in_the_second_quarter_of_the_seeds() {
    converge(1);
}

#[test]
fn copies_converge_in_the_third_quarter_of_the_seeds() {
    converge(2);
}

#[test]
fn copies_converge_in_the_last_quarter_of_the_seeds() {
    converge(3);
}

fn converge(quarter: u64) {
    let asked = env::var("MISSIV_SEEDS").ok();
    let asked = asked.and_then(|text| text.parse::<u64>().ok());
    let seeds = asked.map_or(SEEDS, |all| all.div_ceil(4));
    for seed in quarter * seeds..(quarter + 1) * seeds {
        let mut dice = Dice::new(seed);
        let mut copies = Copies::new(seed);
        for _ in 0..ACTIONS {
            match dice.roll(5) {
                0 => copies.exchange(&mut dice),
                _ => copies.act(&mut dice),
            }
        }
        copies.settle(&mut dice);
        copies.assert_same();
        copies.assert_whole();
    }
}
