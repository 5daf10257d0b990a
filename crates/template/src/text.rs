//! Texts as a shape wants them: ids, words, paths, patterns.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeValue;

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::placeholder;
use crate::reader::Word;
use crate::shape::{DEVICES, Key, Placeholders, Shape, TAKEN, Vocabulary, is_id};
use crate::walk::{LONGEST, length, wrong};

/// Checks each text of a list; none stands in it twice.
pub(crate) fn each(key: &Key, value: &Spanned<DeValue>, faults: &mut Faults) {
    let Some(list) = value.get_ref().as_array() else {
        return wrong(key.name, "texts", value, faults);
    };
    length(key, list.len(), value, faults);
    let mut seen = BTreeMap::new();
    for item in list.iter().take(LONGEST) {
        let at = item.span().start;
        let Some(text) = item.get_ref().as_str() else {
            wrong(key.name, "text", item, faults);
            continue;
        };
        one(key, Word { text, at }, faults);
        if seen.insert(text, at).is_some() {
            faults.at(
                at,
                FaultCode::ListedTwice,
                &[("key", key.name), ("id", text)],
            );
        }
    }
}

/// Checks a text.
pub(crate) fn one(key: &Key, word: Word, faults: &mut Faults) {
    let Word { text, at } = word;
    if text.trim().is_empty() && !matches!(key.shape, Shape::Text | Shape::Word(_)) {
        return faults.at(at, FaultCode::EmptyText, &[("key", key.name)]);
    }
    match key.shape {
        Shape::Id | Shape::FolderId if !is_id(text) => {
            faults.at(at, FaultCode::IdMalformed, &[("id", text)]);
        }
        Shape::FolderId if DEVICES.contains(&text) || TAKEN.contains(&text) => {
            faults.at(at, FaultCode::IdReserved, &[("id", text)]);
        }
        Shape::Path { most } => path(key, word, most, faults),
        Shape::Word(vocabulary) | Shape::Words(vocabulary) => known(key, word, vocabulary, faults),
        Shape::Period { reads, choices, .. } if !reads(text) => {
            let args = [("key", key.name), ("value", text), ("choices", choices)];
            faults.at(at, FaultCode::BadPeriod, &args);
        }
        Shape::Pattern(placeholders) | Shape::Patterns(placeholders) => {
            pattern(key.name, word, placeholders, faults);
        }
        _ => {}
    }
}

fn path(key: &Key, word: Word, most: usize, faults: &mut Faults) {
    let parts: Vec<&str> = word.text.split('.').collect();
    if parts.len() < 2 || parts.len() > most || parts.iter().any(|part| !is_id(part)) {
        faults.at(
            word.at,
            FaultCode::PathMalformed,
            &[("value", word.text), ("key", key.name)],
        );
    }
}

fn known(key: &Key, word: Word, vocabulary: &Vocabulary, faults: &mut Faults) {
    let words = (vocabulary.words)();
    if !words.contains(&word.text) {
        faults.unknown(
            word.at,
            vocabulary.code,
            &[("value", word.text), ("key", key.name)],
            word.text,
            &words,
        );
    }
}

/// Checks what stands between braces in a text.
pub(crate) fn pattern(key: &str, word: Word, placeholders: &Placeholders, faults: &mut Faults) {
    let found = placeholder::names(word.text);
    for name in &found {
        if matches!(*name, "{" | "}") {
            faults.at(word.at, FaultCode::LonelyBrace, &[("key", key)]);
        } else if !placeholders.known.contains(name) {
            let args = [("placeholder", *name), ("key", key)];
            faults.unknown(
                word.at,
                FaultCode::UnknownPlaceholder,
                &args,
                name,
                placeholders.known,
            );
        }
    }
    if let Some(must) = placeholders.must.filter(|must| !found.contains(must)) {
        faults.at(
            word.at,
            FaultCode::PlaceholderMissing,
            &[("placeholder", must), ("key", key)],
        );
    }
}
