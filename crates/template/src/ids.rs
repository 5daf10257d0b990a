//! Ids: each once, and each that is named must be there.

use std::collections::BTreeMap;

use model::schema::Scale;

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::reader::Word;

/// Reports ids that stand twice.
pub(crate) fn unique<'a>(ids: impl IntoIterator<Item = Word<'a>>, faults: &mut Faults) {
    let mut first = BTreeMap::new();
    for Word { text, at } in ids {
        match first.get(text) {
            Some(earlier) if !faults.is_full() => {
                let line = faults.line(*earlier).to_string();
                faults.at(at, FaultCode::DuplicateId, &[("id", text), ("line", &line)]);
            }
            Some(_) => {}
            None => drop(first.insert(text, at)),
        }
    }
}

/// Reports those of the words that none of `known` is.
pub(crate) fn all_known(key: &str, words: &[Word], known: &[&str], faults: &mut Faults) {
    for word in words.iter().filter(|word| !known.contains(&word.text)) {
        unknown(key, *word, known, faults);
    }
}

/// Reports that a key names something that is not there.
pub(crate) fn unknown(key: &str, word: Word, known: &[&str], faults: &mut Faults) {
    faults.unknown(
        word.at,
        FaultCode::UnknownReference,
        &[("key", key), ("id", word.text)],
        word.text,
        known,
    );
}

/// Reports a code that the scale lacks.
pub(crate) fn unknown_code(code: &str, at: usize, scale: &Scale, faults: &mut Faults) {
    let known: Vec<&str> = scale
        .values
        .iter()
        .map(|value| value.code.as_str())
        .collect();
    faults.unknown(
        at,
        FaultCode::CodeUnknown,
        &[("value", code), ("scale", &scale.id)],
        code,
        &known,
    );
}

/// Returns a way from something through what stands above it back to itself, where there is one.
///
/// Standing straight below itself is no such way: goals may have goals below them.
pub(crate) fn cycle<'a>(edges: &BTreeMap<&'a str, Vec<&'a str>>) -> Option<Vec<&'a str>> {
    let mut left = edges.clone();
    // What leads to nothing that is left lies on no way back.
    loop {
        let ends: Vec<&str> = left
            .iter()
            .filter(|(id, targets)| {
                targets
                    .iter()
                    .all(|target| *target == **id || !left.contains_key(target))
            })
            .map(|(id, _)| *id)
            .collect();
        if ends.is_empty() {
            break;
        }
        left.retain(|id, _| !ends.contains(id));
    }
    let mut way: Vec<&str> = vec![left.keys().next().copied()?];
    loop {
        let here = *way.last()?;
        let next = left
            .get(here)?
            .iter()
            .copied()
            .find(|target| *target != here && left.contains_key(target))?;
        if let Some(start) = way.iter().position(|id| *id == next) {
            way.drain(..start);
            way.push(next);
            return Some(way);
        }
        way.push(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edges: &[(&str, &[&str])], expected: Option<&[&str]>) {
        let edges = edges
            .iter()
            .map(|(id, targets)| (*id, targets.to_vec()))
            .collect();
        assert_eq!(cycle(&edges).as_deref(), expected);
    }

    #[test]
    fn a_cycle_is_told_as_a_way_back() {
        check(
            &[("a", &["b"]), ("b", &["c"]), ("c", &["b"])],
            Some(&["b", "c", "b"]),
        );
    }

    #[test]
    fn a_tree_has_no_cycle() {
        check(
            &[("a", &["b", "c"]), ("b", &["c"]), ("c", &["c", "gone"])],
            None,
        );
        check(&[], None);
    }
}
