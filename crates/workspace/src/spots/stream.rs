//! The words of pages in the order they are drawn, without what setting them may add or take away.

use std::ops::Range;

use typeset::pages::{Part, Run};

/// The letters and digits of the pages' own text: without the head and foot that each page has, and the list of headings.
pub(super) struct Stream {
    letters: Vec<Letter>,
    headings: Vec<Heading>,
}

struct Letter {
    character: char,
    /// The run that it came from.
    run: usize,
    before: Edge,
    after: Edge,
}

/// What stands beside a letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    /// Another letter.
    Letter,
    /// The end of a word.
    Word,
    /// A colon, which parts a label from what it is about.
    Colon,
    /// The run begins or ends there.
    Run,
}

/// A heading, and where it stands.
pub(super) struct Heading {
    nth: usize,
    pub(super) at: usize,
    pub(super) words: Vec<char>,
}

/// How surely words that are found are what was looked for, the surest first.
#[derive(Clone, Copy)]
pub(super) enum Fit {
    /// They stand alone.
    Alone,
    /// They begin a run of text.
    Beginning,
    /// A colon follows them.
    Label,
    /// They are whole words.
    Words,
}

impl Stream {
    pub(super) fn of(runs: &[Run]) -> Self {
        let mut stream = Self {
            letters: Vec::new(),
            headings: Vec::new(),
        };
        for (index, run) in runs.iter().enumerate() {
            if let Part::Text | Part::Heading(_) = run.part {
                stream.take(index, run);
            }
        }
        stream
    }

    fn take(&mut self, index: usize, run: &Run) {
        let start = self.letters.len();
        let characters: Vec<char> = run.text.chars().collect();
        let beside = |at: Option<usize>| match at.and_then(|at| characters.get(at)) {
            None => Edge::Run,
            Some(':') => Edge::Colon,
            Some(c) if c.is_alphanumeric() => Edge::Letter,
            Some(_) => Edge::Word,
        };
        for (at, character) in characters.iter().enumerate() {
            if character.is_alphanumeric() {
                self.letters.push(Letter {
                    character: *character,
                    run: index,
                    before: beside(at.checked_sub(1)),
                    after: beside(Some(at + 1)),
                });
            }
        }
        let Some(own) = self.letters.get_mut(start..) else {
            return;
        };
        // Spaces and stops at either end of a run part it from nothing.
        if let Some(first) = own.first_mut() {
            first.before = Edge::Run;
        }
        if let Some(last) = own.last_mut().filter(|last| last.after != Edge::Colon) {
            last.after = Edge::Run;
        }
        if let Part::Heading(nth) = run.part {
            let words = squeezed(&run.text);
            match self.headings.last_mut().filter(|last| last.nth == nth) {
                Some(last) => last.words.extend(words),
                None => self.headings.push(Heading {
                    nth,
                    at: start,
                    words,
                }),
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Returns the run that a letter came from.
    pub(super) fn run(&self, at: usize) -> Option<usize> {
        self.letters.get(at).map(|letter| letter.run)
    }

    /// Returns the headings that begin within a stretch.
    pub(super) fn headings(&self, within: Range<usize>) -> impl Iterator<Item = &Heading> {
        let headings = self.headings.iter();
        headings.filter(move |heading| within.contains(&heading.at))
    }

    /// Returns where the first heading with these very words stands.
    pub(super) fn heading(&self, text: &str, within: Range<usize>) -> Option<usize> {
        let wanted = squeezed(text);
        let mut headings = self.headings(within);
        let found = headings.find(|heading| !wanted.is_empty() && heading.words == wanted);
        found.map(|heading| heading.at)
    }

    /// Returns where words first stand within a stretch, and as surely as that.
    pub(super) fn find(&self, text: &str, within: Range<usize>, fit: Fit) -> Option<usize> {
        let wanted = squeezed(text);
        let end = within.end.min(self.letters.len());
        let stretch = self.letters.get(within.start..end)?;
        if wanted.is_empty() || wanted.len() > stretch.len() {
            return None;
        }
        let found = stretch
            .windows(wanted.len())
            .position(|window| is(window, &wanted) && fits(window, fit))?;
        Some(within.start + found)
    }
}

fn is(letters: &[Letter], wanted: &[char]) -> bool {
    let mut both = letters.iter().zip(wanted);
    both.all(|(letter, wanted)| letter.character == *wanted)
}

fn fits(letters: &[Letter], fit: Fit) -> bool {
    let (Some(first), Some(last)) = (letters.first(), letters.last()) else {
        return false;
    };
    let (before, after) = (first.before, last.after);
    match fit {
        Fit::Alone => before == Edge::Run && matches!(after, Edge::Run | Edge::Colon),
        Fit::Beginning => before == Edge::Run && after != Edge::Letter,
        Fit::Label => before != Edge::Letter && after == Edge::Colon,
        Fit::Words => before != Edge::Letter && after != Edge::Letter,
    }
}

/// Letters and digits only: a line may break at a hyphen, and a space may be any space.
pub(super) fn squeezed(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
