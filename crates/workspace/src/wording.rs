//! Two texts word by word: what differs between them, and what they make together of a third.

use model::paper::Words;
use serde::Serialize;

use crate::words::{self, Args};

/// Some words of a text that was compared with another. Between two parts stands a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Part {
    /// Where the words stand.
    pub kind: PartKind,
    /// The words.
    pub text: String,
}

/// Where the words of a part stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// In both texts.
    Same,
    /// Only in the text before.
    Removed,
    /// Only in the text after.
    Added,
}

/// Stands for a new line among words, for each word gets a line of its own. It is in no text: control characters go.
const NEW_LINE: &str = "\u{1}";

/// Returns the words of both texts in order, those that differ apart from the rest.
pub(crate) fn differences(before: &str, after: &str) -> Vec<Part> {
    let (before, after) = (a_word_a_line(before), a_word_a_line(after));
    let mut options = diffy::DiffOptions::new();
    options.set_context_len(before.len() + after.len());
    let patch = options.create_patch(&before, &after);
    let mut parts: Vec<(PartKind, Vec<&str>)> = Vec::new();
    for line in patch.hunks().iter().flat_map(diffy::Hunk::lines) {
        let (kind, word) = match line {
            diffy::Line::Context(word) => (PartKind::Same, word),
            diffy::Line::Delete(word) => (PartKind::Removed, word),
            diffy::Line::Insert(word) => (PartKind::Added, word),
        };
        match parts.last_mut() {
            Some((last, words)) if *last == kind => words.push(word),
            _ => parts.push((kind, vec![word])),
        }
    }
    if parts.is_empty() {
        parts.push((PartKind::Same, vec![&before]));
    }
    parts
        .into_iter()
        .map(|(kind, words)| Part {
            kind,
            text: running(&words.concat()),
        })
        .collect()
}

/// Returns what two texts that were made from one say together, or nothing where both changed the same words.
pub(crate) fn together(base: &str, one: &str, other: &str) -> Option<String> {
    let merged = diffy::merge(
        &a_word_a_line(base),
        &a_word_a_line(one),
        &a_word_a_line(other),
    );
    merged.ok().map(|lines| running(&lines))
}

/// Returns the words of the locale that values in running text need.
pub(crate) fn value_words() -> Words {
    let word = |key: &str| words::say(key, &Args::new());
    Words {
        draft: word("draft-mark"),
        proposal: word("proposal-mark"),
        adopted_by: word("adopted-by"),
        edition: word("edition-number"),
        missing: word("value-missing"),
        yes: word("value-yes"),
        no: word("value-no"),
    }
}

fn a_word_a_line(text: &str) -> String {
    let spaced = text.replace('\n', &format!(" {NEW_LINE} "));
    spaced.replace(' ', "\n") + "\n"
}

fn running(lines: &str) -> String {
    let spaced = lines.strip_suffix('\n').unwrap_or(lines).replace('\n', " ");
    spaced
        .replace(&format!(" {NEW_LINE} "), "\n")
        .replace(NEW_LINE, "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "Gruppen ska stärka det förebyggande arbetet.\n\nAndra stycket.";

    #[test]
    fn two_edits_of_different_words_make_one_text() {
        let one = BASE.replace("stärka", "förstärka");
        let other = BASE.replace("Andra stycket.", "Andra stycket, utvidgat.\n- en punkt");
        let both = one.replace("Andra stycket.", "Andra stycket, utvidgat.\n- en punkt");
        assert_eq!(together(BASE, &one, &other), Some(both));
    }

    #[test]
    fn two_edits_of_the_same_word_make_none() {
        let one = BASE.replace("stärka", "avveckla");
        let other = BASE.replace("stärka", "förstärka");
        assert_eq!(together(BASE, &one, &other), None);
    }

    #[test]
    fn a_text_survives_being_taken_apart() {
        for text in ["", " ", "\n", "a\n b", "a  b\n\n\nc ", BASE] {
            assert_eq!(running(&a_word_a_line(text)), text);
            assert_eq!(together(text, text, text).as_deref(), Some(text));
        }
    }

    #[test]
    fn differences_are_told_in_whole_words() {
        let part = |kind, text: &str| Part {
            kind,
            text: text.to_owned(),
        };
        assert_eq!(
            differences("Vi ska stärka arbetet", "Vi ska förstärka arbetet nu"),
            [
                part(PartKind::Same, "Vi ska"),
                part(PartKind::Removed, "stärka"),
                part(PartKind::Added, "förstärka"),
                part(PartKind::Same, "arbetet"),
                part(PartKind::Added, "nu"),
            ]
        );
        assert_eq!(differences("Lika", "Lika"), [part(PartKind::Same, "Lika")]);
    }
}
