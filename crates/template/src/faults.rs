//! Collects faults while a file is read.

use crate::codes::FaultCode;
use crate::fault::{Checked, Fault};
use crate::nearest::nearest;

/// Collects the faults of one file. Places are byte offsets into its text.
pub(crate) struct Faults<'a> {
    file: &'a str,
    text: &'a str,
    found: Vec<Fault>,
}

impl<'a> Faults<'a> {
    pub(crate) const fn new(file: &'a str) -> Self {
        Self {
            file,
            text: "",
            found: Vec::new(),
        }
    }

    /// Takes the text that offsets are counted in.
    pub(crate) const fn read(&mut self, text: &'a str) {
        self.text = text;
    }

    /// Adds a fault at a byte offset. The last one that has room says that there are more.
    pub(crate) fn at(&mut self, offset: usize, code: FaultCode, args: &[(&str, &str)]) {
        if self.found.len() == MOST {
            self.push(
                self.file,
                (0, 0),
                FaultCode::MoreFaults,
                &[("max", &MOST.to_string())],
            );
        }
        if self.is_full() {
            return;
        }
        let (line, column) = position(self.text, offset);
        self.push(self.file, (line, column), code, args);
    }

    /// Puts a fault in place of all that were found.
    pub(crate) fn only(&mut self, offset: usize, code: FaultCode, args: &[(&str, &str)]) {
        self.found.clear();
        self.at(offset, code, args);
    }

    /// Adds a fault that is a whole file's.
    pub(crate) fn whole(&mut self, file: &str, code: FaultCode, args: &[(&str, &str)]) {
        self.push(file, (0, 0), code, args);
    }

    /// Adds a fault about a word that is none of `known`, with the nearest of them and a few to choose from.
    pub(crate) fn unknown(
        &mut self,
        offset: usize,
        code: FaultCode,
        args: &[(&str, &str)],
        word: &str,
        known: &[&str],
    ) {
        if self.is_full() {
            return;
        }
        let nearest = nearest(word, known.iter().copied());
        let near = match nearest {
            Some(_) => "yes",
            None if known.is_empty() => "empty",
            None => "no",
        };
        let choices = choices(known);
        let more = [
            ("near", near),
            ("nearest", nearest.unwrap_or_default()),
            ("choices", choices.as_str()),
        ];
        self.at(offset, code, &[args, &more].concat());
    }

    /// Returns whether faults are no longer listed.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() > MOST
    }

    /// Returns the line of a byte offset, from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        position(self.text, offset).0
    }

    /// Returns whether some fault has one of these codes.
    pub(crate) fn has(&self, codes: &[FaultCode]) -> bool {
        self.found.iter().any(|fault| codes.contains(&fault.code))
    }

    /// Drops the faults with one of these codes.
    pub(crate) fn forget(&mut self, codes: &[FaultCode]) {
        self.found.retain(|fault| !codes.contains(&fault.code));
    }

    /// Returns the value unless there is an error, with the faults in order.
    pub(crate) fn check<T>(mut self, value: Option<T>) -> Checked<T> {
        self.found.sort_by(|a, b| {
            (&a.file, a.line, a.column, a.code, &a.args)
                .cmp(&(&b.file, b.line, b.column, b.code, &b.args))
        });
        self.found.dedup();
        let mut checked = Checked {
            value,
            faults: self.found,
        };
        if checked.has_errors() {
            checked.value = None;
        }
        checked
    }

    fn push(
        &mut self,
        file: &str,
        (line, column): (usize, usize),
        code: FaultCode,
        args: &[(&str, &str)],
    ) {
        let args = args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), clip(value)))
            .collect();
        self.found.push(Fault {
            file: file.to_owned(),
            line,
            column,
            code,
            args,
            severity: code.severity(),
        });
    }
}

/// Most faults of a file. Nobody mends more in one sitting, and each costs a search for its line.
const MOST: usize = 200;

/// Most words that a fault lists to choose from.
const CHOICES: usize = 80;

fn choices(known: &[&str]) -> String {
    let mut named = known.iter().copied().filter(|word| !word.is_empty());
    let mut text = named.by_ref().take(CHOICES).collect::<Vec<_>>().join(", ");
    if named.next().is_some() {
        text.push_str(", …");
    }
    text
}

/// Most characters of an argument. A hostile file's key can be a megabyte.
const ARGUMENT: usize = 1000;

fn clip(value: &str) -> String {
    match value.char_indices().nth(ARGUMENT) {
        None => value.to_owned(),
        Some((end, _)) => format!("{}…", &value[..end]),
    }
}

/// Returns line and column in characters, both from 1. An offset within a character counts as its beginning.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(offset.min(text.len()))];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_counts_characters_not_bytes() {
        assert_eq!(position("ä = 1\nåäö = 2", 7), (2, 1));
        assert_eq!(position("ä = 1\nåäö = 2", "ä = 1\nåäö".len()), (2, 4));
        assert_eq!(position("", 40), (1, 1));
        assert_eq!(position("ä", 1), (1, 1));
    }

    #[test]
    fn a_long_argument_is_clipped_between_characters() {
        assert_eq!(clip(&"å".repeat(2000)).chars().count(), ARGUMENT + 1);
    }
}
