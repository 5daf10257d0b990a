//! The language of the texts: sentences that are long, pointed at one by one, and abbreviations that nobody explains.

use std::collections::BTreeSet;

use super::short;
use super::texts::{Kind, Text};
use crate::diagnostic::{Code, Diagnostic, Severity};

/// A sentence with more words is hard to read: Myndigheternas skrivregler advise 20 to 25.
const MOST_WORDS: usize = 25;

/// Every sentence that is too long, by its beginning.
pub(super) fn sentences(texts: &[Text]) -> Vec<Diagnostic> {
    let running = texts.iter().filter(|text| text.kind == Kind::Running);
    let found = running.flat_map(|text| {
        let sentences = text.words.lines().flat_map(parted);
        let long = sentences.filter_map(|sentence| {
            let words = sentence
                .split_whitespace()
                .filter(|word| is_word(word))
                .count();
            (words > MOST_WORDS).then_some((sentence, words))
        });
        long.map(|(sentence, words)| {
            Diagnostic::new(Code::SentenceLong, Severity::Hint, text.place.clone())
                .with("words", words)
                .with("beginning", short(sentence))
        })
    });
    found.collect()
}

/// The first time that an abbreviation stands in the document it is explained, before or after it.
///
/// Which ones everybody knows is not said here: the locale lists them.
pub(super) fn abbreviations(texts: &[Text]) -> Vec<Diagnostic> {
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for text in texts
        .iter()
        .filter(|text| text.kind != Kind::Name && text.words.contains(char::is_lowercase))
    {
        for (start, word) in words(&text.words) {
            if !is_abbreviation(word) || !known.insert(word) {
                continue;
            }
            let before = text.words[..start].trim_end();
            let after = text.words[start + word.len()..].trim_start();
            if !before.ends_with('(') && !after.starts_with('(') {
                let place = text.place.clone();
                let new = Diagnostic::new(Code::AbbreviationUnexplained, Severity::Hint, place);
                found.push(new.with("word", word));
            }
        }
    }
    found
}

/// Parts a line into sentences: one ends where a mark is followed by a space and a capital, unless the
/// mark ends an abbreviation such as "t.ex.".
fn parted(line: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in line.match_indices(['.', '!', '?']) {
        let end = at + mark.len();
        let rest = &line[end..];
        let next = rest.trim_start().chars().next();
        let word = line[start..at].rsplit(char::is_whitespace).next();
        let is_short = word.is_some_and(|word| word.contains('.') || word.chars().count() < 2);
        let ends = rest.starts_with(char::is_whitespace)
            && next.is_some_and(char::is_uppercase)
            && !is_short;
        if ends {
            sentences.push(line[start..end].trim());
            start = end;
        }
    }
    sentences.push(line[start..].trim());
    sentences
}

fn is_word(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

/// Returns the words of a text with where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let words = text.split_inclusive(|c: char| !c.is_alphanumeric());
    let words = words.map(move |part| {
        let start = at;
        at += part.len();
        (start, part.trim_end_matches(|c: char| !c.is_alphanumeric()))
    });
    words.filter(|(_, word)| !word.is_empty())
}

/// Two to six capitals; not a Roman number.
fn is_abbreviation(word: &str) -> bool {
    let length = word.chars().count();
    (2..=6).contains(&length)
        && word.chars().all(|c| c.is_alphabetic() && c.is_uppercase())
        && !word.chars().all(|c| "IVX".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_a_capital_and_not_within_an_abbreviation() {
        let check = |line, count| assert_eq!(parted(line).len(), count, "{line:?}");
        check("En mening.", 1);
        check("En mening. En till! Och en?", 3);
        check("Vi möts t.ex. i Varberg och bl.a. i Hylte.", 1);
        check("Vi möts t.ex. i maj, se 3.1 nedan.", 1);
    }

    #[test]
    fn capitals_are_an_abbreviation() {
        for word in ["SIP", "ÄBO", "SÄBO", "IVO"] {
            assert!(is_abbreviation(word), "{word}");
        }
        for word in ["A", "Sip", "III", "XIV", "RS24", "VÄLKOMNA", "L"] {
            assert!(!is_abbreviation(word), "{word}");
        }
    }
}
