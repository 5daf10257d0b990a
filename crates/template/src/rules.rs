//! What the keys of one table ask of each other.

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::reader::Node;
use crate::shape::{Rule, Shape, TableShape};
use crate::text;

/// Reports every rule of the shape that the table breaks.
pub(crate) fn check(here: Node, shape: &TableShape, faults: &mut Faults) {
    for rule in shape.rules {
        one(here, shape, rule, faults);
    }
}

fn one(here: Node, shape: &TableShape, rule: &Rule, faults: &mut Faults) {
    match *rule {
        Rule::Needs {
            key,
            word,
            then,
            code,
        } if here.text(key) == word && empty(here, then) => {
            faults.at(
                here.at(key),
                code,
                &[("id", here.text("id")), ("key", then)],
            );
        }
        Rule::Only { key, of, words }
            if here.has(key) && is_other(here.text(of), words, shape, of) =>
        {
            let args = [
                ("key", key),
                ("type", here.text(of)),
                ("types", &words.join(", ")),
            ];
            faults.at(here.at(key), FaultCode::KeyMisplaced, &args);
        }
        Rule::Never { key, words, code } if words.contains(&here.text(key)) => {
            faults.at(
                here.at(key),
                code,
                &[("key", key), ("type", here.text(key))],
            );
        }
        Rule::OneOf(keys) => one_of(here, keys, faults),
        Rule::Either(first, second) if !here.has(first) && !here.has(second) => {
            faults.at(
                here.at,
                FaultCode::MissingKey,
                &[("key", first), ("table", shape.name)],
            );
        }
        Rule::With { key, other } if here.has(key) && !here.has(other) => {
            faults.at(
                here.at(key),
                FaultCode::KeyAlone,
                &[("key", key), ("other", other)],
            );
        }
        Rule::Clash(key, other) if here.has(key) && here.has(other) => {
            faults.at(
                here.at(other),
                FaultCode::KeysClash,
                &[("key", key), ("other", other)],
            );
        }
        Rule::Filled {
            key,
            with,
            placeholders,
        } if here.has(with) => {
            if let Some(word) = here.word(key) {
                text::pattern(key, word, placeholders, faults);
            }
        }
        Rule::Off { key, other, code } if here.bool(key) == Some(false) && here.has(other) => {
            faults.at(
                here.at(other),
                code,
                &[("id", here.text("id")), ("key", other)],
            );
        }
        _ => {}
    }
}

/// Returns whether the word is known but none of these. An unknown one has its own fault.
fn is_other(word: &str, words: &[&str], shape: &TableShape, key: &str) -> bool {
    let Some(Shape::Word(vocabulary)) = shape.key(key).map(|key| &key.shape) else {
        return false;
    };
    !words.contains(&word) && (vocabulary.words)().contains(&word)
}

fn one_of(here: Node, keys: &[&str], faults: &mut Faults) {
    let found: Vec<&str> = keys.iter().copied().filter(|key| here.has(key)).collect();
    if found.len() != 1 {
        let found = if found.is_empty() {
            "empty".to_owned()
        } else {
            found.join(", ")
        };
        faults.at(
            here.at,
            FaultCode::OneOfKeys,
            &[("keys", &keys.join(", ")), ("found", &found)],
        );
    }
}

fn empty(here: Node, key: &str) -> bool {
    match here.value(key) {
        None => true,
        Some(value) => value
            .get_ref()
            .as_array()
            .is_some_and(|list| list.is_empty()),
    }
}
