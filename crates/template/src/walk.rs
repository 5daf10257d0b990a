//! Compares a table with its shape: keys, types, words. What tables say of each other is not looked at here.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeValue;

use crate::fault::{FaultCode, Faults};
use crate::placeholder;
use crate::reader::{Node, Word, integer, node};
use crate::rules;
use crate::shape::{DEVICES, Key, Need, Placeholders, Shape, TAKEN, TableShape, Vocabulary, is_id};

/// The format that this program reads.
pub(crate) const FORMAT: i64 = 1;

/// Longest list. No template comes near it, and what compares lists with each other stays quick.
const LONGEST: usize = 1000;

/// Codes that say what is missing. In a file that could not be read whole, it may stand in the part that was not.
const MISSING: &[FaultCode] = &[
    FaultCode::MissingKey,
    FaultCode::EmptyList,
    FaultCode::OneOfKeys,
    FaultCode::KeyAlone,
    FaultCode::RowsWithoutColumns,
    FaultCode::ChoiceWithoutScale,
];

/// Reports everything in the file that its shape does not say. Returns whether the rest of it can be looked at.
pub(crate) fn file(root: Node, shape: &TableShape, faults: &mut Faults) -> bool {
    if let Some(format) = other_format(root) {
        faults.only(
            root.at("format"),
            FaultCode::FormatUnknown,
            &[("format", &format), ("known", &FORMAT.to_string())],
        );
        return false;
    }
    table(root, shape, faults);
    if faults.has(&[FaultCode::Syntax]) {
        faults.forget(MISSING);
        return false;
    }
    !faults.is_full() && !faults.has(&[FaultCode::ListTooLong])
}

/// Returns the format where it is a number other than ours. Nothing else can be said about such a file.
fn other_format(root: Node) -> Option<String> {
    let number = root.value("format")?.get_ref().as_integer()?;
    (integer(root.value("format")?.get_ref()) != Some(FORMAT)).then(|| number.to_string())
}

/// Reports everything in the table that its shape does not say.
pub(crate) fn table(here: Node, shape: &TableShape, faults: &mut Faults) {
    let known: Vec<&str> = shape.keys.iter().map(|key| key.name).collect();
    for (name, value) in here.table {
        let text = name.get_ref().as_ref();
        match shape.key(text) {
            Some(key) => check(key, value, faults),
            None => faults.unknown(
                name.span().start,
                FaultCode::UnknownKey,
                &[("key", text), ("table", shape.name)],
                text,
                &known,
            ),
        }
    }
    for key in shape
        .keys
        .iter()
        .filter(|key| key.need == Need::Must && !here.has(key.name))
    {
        faults.at(
            here.at,
            FaultCode::MissingKey,
            &[("key", key.name), ("table", shape.name)],
        );
    }
    rules::check(here, shape, faults);
}

fn check(key: &Key, value: &Spanned<DeValue>, faults: &mut Faults) {
    let at = value.span().start;
    match &key.shape {
        Shape::Any => {}
        Shape::Format | Shape::Count(..) | Shape::Bool | Shape::Range => plain(key, value, faults),
        Shape::Table(shape) => match node(value) {
            Some(inner) => table(inner, shape, faults),
            None => wrong(key.name, "table", value, faults),
        },
        Shape::Tables(shape) => each_table(key, value, faults, |inner, faults| {
            table(inner, shape, faults)
        }),
        Shape::Typed(variants) => each_table(key, value, faults, |inner, faults| {
            typed(inner, key.name, variants, faults)
        }),
        Shape::FreeTables => each_table(key, value, faults, |_, _| {}),
        Shape::Words(_) | Shape::Texts | Shape::Patterns(_) => each_text(key, value, faults),
        _ => match value.get_ref().as_str() {
            Some(text) => one_text(key, Word { text, at }, faults),
            None => wrong(key.name, "text", value, faults),
        },
    }
}

fn plain(key: &Key, value: &Spanned<DeValue>, faults: &mut Faults) {
    let inner = value.get_ref();
    match key.shape {
        Shape::Bool if !inner.is_bool() => wrong(key.name, "bool", value, faults),
        Shape::Format | Shape::Count(..) if !inner.is_integer() => {
            wrong(key.name, "whole-number", value, faults)
        }
        Shape::Count(min, max)
            if !integer(inner).is_some_and(|number| (min..=max).contains(&number)) =>
        {
            let args = [
                ("key", key.name),
                ("min", &min.to_string()),
                ("max", &max.to_string()),
            ];
            faults.at(value.span().start, FaultCode::NumberRange, &args);
        }
        Shape::Range => range(key, value, faults),
        _ => {}
    }
}

fn range(key: &Key, value: &Spanned<DeValue>, faults: &mut Faults) {
    let numbers: Option<Vec<i64>> = value.get_ref().as_array().and_then(|list| {
        list.iter()
            .map(|number| integer(Spanned::get_ref(number)))
            .collect()
    });
    let Some([min, max]) = numbers.as_deref() else {
        return wrong(key.name, "range", value, faults);
    };
    let args = [
        ("key", key.name),
        ("min", &min.to_string()),
        ("max", &max.to_string()),
    ];
    if *min < 0 || *max < 1 || *max > LARGEST {
        let limits = [
            ("key", key.name),
            ("min", "0"),
            ("max", &LARGEST.to_string()),
        ];
        faults.at(value.span().start, FaultCode::NumberRange, &limits);
    } else if min > max {
        faults.at(value.span().start, FaultCode::RangeInverted, &args);
    }
}

/// Largest number of a range.
pub(crate) const LARGEST: i64 = 1_000_000;

fn each_table(
    key: &Key,
    value: &Spanned<DeValue>,
    faults: &mut Faults,
    mut check: impl FnMut(Node, &mut Faults),
) {
    let Some(list) = value.get_ref().as_array() else {
        return wrong(key.name, "tables", value, faults);
    };
    length(key, list.len(), value, faults);
    for item in list.iter().take(LONGEST) {
        match node(item) {
            Some(inner) => check(inner, faults),
            None => wrong(key.name, "table", item, faults),
        }
    }
}

fn length(key: &Key, length: usize, value: &Spanned<DeValue>, faults: &mut Faults) {
    if length > LONGEST {
        let args = [("key", key.name), ("max", &LONGEST.to_string())];
        faults.at(value.span().start, FaultCode::ListTooLong, &args);
    }
    if length == 0 && key.need == Need::Must {
        faults.at(
            value.span().start,
            FaultCode::EmptyList,
            &[("key", key.name)],
        );
    }
}

/// Checks a table whose key `type` tells its shape. That key is part of every such shape.
fn typed(
    here: Node,
    name: &'static str,
    variants: &[(&'static str, &'static TableShape)],
    faults: &mut Faults,
) {
    let words: Vec<&str> = variants.iter().map(|(word, _)| *word).collect();
    let Some(value) = here.value("type") else {
        return faults.at(
            here.at,
            FaultCode::MissingKey,
            &[("key", "type"), ("table", name)],
        );
    };
    let Some(text) = value.get_ref().as_str() else {
        return wrong("type", "text", value, faults);
    };
    match variants.iter().find(|(word, _)| *word == text) {
        Some((_, shape)) => table(here, shape, faults),
        None => faults.unknown(
            value.span().start,
            FaultCode::UnknownType,
            &[("value", text), ("key", "type")],
            text,
            &words,
        ),
    }
}

fn each_text(key: &Key, value: &Spanned<DeValue>, faults: &mut Faults) {
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
        one_text(key, Word { text, at }, faults);
        if seen.insert(text, at).is_some() {
            faults.at(
                at,
                FaultCode::ListedTwice,
                &[("key", key.name), ("id", text)],
            );
        }
    }
}

fn one_text(key: &Key, word: Word, faults: &mut Faults) {
    let Word { text, at } = word;
    if text.trim().is_empty() && !matches!(key.shape, Shape::Text | Shape::Word(_)) {
        return faults.at(at, FaultCode::EmptyText, &[("key", key.name)]);
    }
    match key.shape {
        Shape::Id | Shape::FolderId if !is_id(text) => {
            faults.at(at, FaultCode::IdMalformed, &[("id", text)])
        }
        Shape::FolderId if DEVICES.contains(&text) || TAKEN.contains(&text) => {
            faults.at(at, FaultCode::IdReserved, &[("id", text)])
        }
        Shape::Path { most } => path(key, word, most, faults),
        Shape::Word(vocabulary) | Shape::Words(vocabulary) => known(key, word, vocabulary, faults),
        Shape::Period { reads, .. } if !reads(text) => {
            faults.at(
                at,
                FaultCode::BadPeriod,
                &[("key", key.name), ("value", text)],
            );
        }
        Shape::Pattern(placeholders) | Shape::Patterns(placeholders) => {
            pattern(key, word, placeholders, faults)
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

fn pattern(key: &Key, word: Word, placeholders: &Placeholders, faults: &mut Faults) {
    let found = placeholder::names(word.text);
    for name in &found {
        if !placeholders.known.contains(name) {
            let args = [("placeholder", *name), ("key", key.name)];
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
            &[("placeholder", must), ("key", key.name)],
        );
    }
}

/// Reports a value of another type. What was wanted and found are codes that the locale has words for.
pub(crate) fn wrong(key: &str, wanted: &str, value: &Spanned<DeValue>, faults: &mut Faults) {
    let found = match value.get_ref() {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "number",
        DeValue::Boolean(_) => "bool",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    };
    faults.at(
        value.span().start,
        FaultCode::WrongType,
        &[("key", key), ("wanted", wanted), ("found", found)],
    );
}
