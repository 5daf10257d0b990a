//! Compares a table with its shape: keys, types, words. What tables say of each other is not looked at here.

use toml::Spanned;
use toml::de::DeValue;

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::reader::{Node, Word, integer, node};
use crate::shape::{Key, Need, Shape, TableShape};
use crate::{reader, rules, text};

/// The format that this program reads.
pub(crate) const FORMAT: i64 = 1;

/// Longest list. No template comes near it, and what compares lists with each other stays quick.
pub(crate) const LONGEST: usize = 1000;

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
        let word = name.get_ref().as_ref();
        match shape.key(word) {
            Some(key) => check(key, value, faults),
            None => faults.unknown(
                name.span().start,
                FaultCode::UnknownKey,
                &[("key", word), ("table", shape.name)],
                word,
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
        Shape::Day => {
            if reader::day(value.get_ref()).is_none() {
                faults.at(value.span().start, FaultCode::BadDay, &[("key", key.name)]);
            }
        }
        Shape::Table(shape) => match node(value) {
            Some(inner) => table(inner, shape, faults),
            None => wrong(key.name, "table", value, faults),
        },
        Shape::Tables(shape) => each_table(key, value, faults, |inner, faults| {
            table(inner, shape, faults);
        }),
        Shape::Typed(variants) => each_table(key, value, faults, |inner, faults| {
            typed(inner, key.name, variants, faults);
        }),
        Shape::Words(_) | Shape::Texts | Shape::Patterns(_) => text::each(key, value, faults),
        _ => match value.get_ref().as_str() {
            Some(text) => text::one(key, Word { text, at }, faults),
            None => wrong(key.name, "text", value, faults),
        },
    }
}

fn plain(key: &Key, value: &Spanned<DeValue>, faults: &mut Faults) {
    let inner = value.get_ref();
    match key.shape {
        Shape::Bool if !inner.is_bool() => wrong(key.name, "bool", value, faults),
        Shape::Format | Shape::Count(..) if !inner.is_integer() => {
            wrong(key.name, "whole-number", value, faults);
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

pub(crate) fn length(key: &Key, length: usize, value: &Spanned<DeValue>, faults: &mut Faults) {
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

/// Reports a value of another type. What was wanted and found are codes that the locale has words for.
pub(crate) fn wrong(key: &str, wanted: &str, value: &Spanned<DeValue>, faults: &mut Faults) {
    let found = match value.get_ref() {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "number",
        DeValue::Boolean(_) => "bool",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) if wanted == "range" => "other-list",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    };
    faults.at(
        value.span().start,
        FaultCode::WrongType,
        &[("key", key), ("wanted", wanted), ("found", found)],
    );
}
