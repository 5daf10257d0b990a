//! A text of answers, parted into what was said to each question and what belongs to none.
//!
//! Mail programs quote with `>`, break lines, put the old mail below the new one and lose blank lines. What is read is
//! therefore only: a key in brackets begins a question, `Svar:` its answer, a heading between `==` ends it.

use std::collections::{BTreeMap, BTreeSet};

use model::input::control_free;

use super::ask::KEY;

/// What stands before an answer.
pub(super) const ANSWER: &str = "Svar:";

/// What stands around a heading.
pub(super) const RULE: &str = "==";

/// A line longer than this that is followed by another was broken by a mail program and not by a person.
const BROKEN: usize = 55;

/// What was said to a question, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    /// The question's key.
    pub(super) key: String,
    /// The words, with their line breaks; empty where there are none.
    pub(super) text: String,
}

/// Words that belong to no question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Loose {
    /// The line, from 1.
    pub(super) line: usize,
    /// The words.
    pub(super) text: String,
    /// Why they have no place.
    pub(super) why: Why,
}

/// Why words have no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// They stand before, between or after the questions.
    Outside,
    /// Their question is none of this document's.
    UnknownKey,
}

impl Why {
    /// Returns the key of its sentence.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Outside => "returns-outside",
            Self::UnknownKey => "returns-unknown-key",
        }
    }
}

/// A text of answers in its parts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parted {
    pub(super) answers: Vec<Answer>,
    pub(super) loose: Vec<Loose>,
}

/// Where a line goes.
enum Place {
    Question(usize),
    Outside(Why),
}

/// Parts a text. `labels` has each question's key with its label, `known` the lines of our own mails.
pub(super) fn part(text: &str, labels: &BTreeMap<&str, &str>, known: &BTreeSet<String>) -> Parted {
    let mut parted = Parted::default();
    let mut place = Place::Outside(Why::Outside);
    let text = control_free(text);
    for (number, line) in (1..).zip(text.lines()) {
        let line = unquoted(line);
        if let Some((key, rest)) = keyed(line) {
            if let Some(label) = labels.get(key.as_str()) {
                let text = rest.strip_prefix(label).unwrap_or(rest);
                let text = text.trim_start_matches([':', ' ', '\u{a0}']).trim_end();
                place = Place::Question(parted.answers.len());
                parted.answers.push(Answer {
                    key,
                    text: after_mark(text).unwrap_or(text).to_owned(),
                });
            } else {
                place = Place::Outside(Why::UnknownKey);
                parted.loose.push(Loose {
                    line: number,
                    text: line.to_owned(),
                    why: Why::UnknownKey,
                });
            }
            continue;
        }
        if line.starts_with(RULE) {
            place = Place::Outside(Why::Outside);
        }
        match place {
            Place::Question(at) => {
                let answer = &mut parted.answers[at];
                if !answer.text.is_empty() {
                    answer.text.push('\n');
                }
                answer.text.push_str(after_mark(line).unwrap_or(line));
            }
            Place::Outside(why) => {
                let says = after_mark(line).unwrap_or(line);
                let is_ours = known.contains(&plain_line(line)) || says.is_empty();
                if !is_ours {
                    parted.loose.push(Loose {
                        line: number,
                        text: line.to_owned(),
                        why,
                    });
                }
            }
        }
    }
    for answer in &mut parted.answers {
        answer.text = answer.text.trim().to_owned();
    }
    parted
}

/// Returns the different things that were said to a question, none where nothing was. What stands in the document
/// already counts only where nothing else was said: an old mail often stands below its answer.
pub(super) fn said(answers: &[&Answer], current: &str) -> Option<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    for answer in answers.iter().filter(|answer| !answer.text.is_empty()) {
        if !found.iter().any(|one| is_same(one, &answer.text)) {
            found.push(answer.text.clone());
        }
    }
    if found.len() > 1 {
        found.retain(|one| !is_same(one, current));
    }
    (!found.is_empty()).then_some(found)
}

/// Returns whether two texts are the same but for how their lines are broken.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// Returns a text's paragraphs: a line that a mail program has broken is joined with the next.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines().map(str::trim) {
        match found.last_mut() {
            Some(last) if goes_on && !line.is_empty() && !is_item(line) => {
                last.push(' ');
                last.push_str(line);
            }
            _ if line.is_empty() => {}
            _ => found.push(line.to_owned()),
        }
        goes_on = line.chars().count() > BROKEN;
    }
    found
}

/// Returns a line as it is compared: unquoted, its spaces single.
pub(super) fn plain_line(line: &str) -> String {
    unquoted(line)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_item(line: &str) -> bool {
    let marks = ["- ", "– ", "• ", "* "];
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = digits.len() < line.len() && digits.starts_with(['.', ')']);
    is_numbered || marks.iter().any(|mark| line.starts_with(mark))
}

/// A line without the marks that mail programs put before what they quote.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches(|c: char| c == '>' || c == '|' || c.is_whitespace())
        .trim_end()
}

/// What follows `Svar:`, in any case.
fn after_mark(line: &str) -> Option<&str> {
    let (head, rest) = line.split_at_checked(ANSWER.len())?;
    head.eq_ignore_ascii_case(ANSWER).then(|| rest.trim())
}

/// The key that a line begins with, and what follows it.
fn keyed(line: &str) -> Option<(String, &str)> {
    let (key, rest) = line.strip_prefix('[')?.split_once(']')?;
    let is_key = key.len() == KEY && key.chars().all(|c| c.is_ascii_alphabetic());
    is_key.then(|| (key.to_ascii_uppercase(), rest.trim()))
}
