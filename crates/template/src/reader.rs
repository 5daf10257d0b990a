//! Reads a file as TOML and hands out its values by key, each with its place.
//!
//! [`crate::walk`] has said by then what is wrong with a value; here a wrong one reads as if it were left out.

use chrono::NaiveDate;
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::pack::Pack;

/// Largest file in bytes. The largest template that is known has 40 kB.
const LARGEST: usize = 512 * 1024;

/// A table of the file with its place.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    pub(crate) table: &'a DeTable<'a>,
    /// Byte offset of its head.
    pub(crate) at: usize,
}

/// A text with its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: usize,
}

/// Returns the pack's file as text for the faults to count in, or none with a fault.
pub(crate) fn text<'a>(pack: &'a Pack, file: &str, faults: &mut Faults<'a>) -> Option<&'a str> {
    let Some(bytes) = pack.files.get(file) else {
        faults.whole(file, FaultCode::FileMissing, &[("file", file)]);
        return None;
    };
    if bytes.len() > LARGEST {
        let max = (LARGEST / 1024).to_string();
        faults.whole(
            file,
            FaultCode::FileTooLarge,
            &[("file", file), ("max", &max)],
        );
        return None;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        faults.whole(file, FaultCode::NotUtf8, &[("file", file)]);
        return None;
    };
    // Windows editors put a mark first; columns are counted from behind it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    faults.read(text);
    Some(text)
}

/// Reads the text as TOML as far as it goes, and says where it is none.
pub(crate) fn parse<'a>(text: &'a str, faults: &mut Faults) -> DeTable<'a> {
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        faults.at(
            error.span().map_or(0, |span| span.start),
            FaultCode::Syntax,
            &[],
        );
    }
    root.into_inner()
}

impl<'a> Node<'a> {
    pub(crate) const fn root(table: &'a DeTable<'a>) -> Self {
        Self { table, at: 0 }
    }

    pub(crate) fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// Returns the place of a key's value; the table's own where it is left out.
    pub(crate) fn at(&self, key: &str) -> usize {
        self.value(key).map_or(self.at, |value| value.span().start)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Returns the text, or none where it is left out.
    pub(crate) fn word(&self, key: &str) -> Option<Word<'a>> {
        self.value(key).and_then(word)
    }

    /// Returns the text, empty where it is left out.
    pub(crate) fn text(&self, key: &str) -> &'a str {
        self.word(key).map_or("", |word| word.text)
    }

    pub(crate) fn owned(&self, key: &str) -> String {
        self.text(key).to_owned()
    }

    pub(crate) fn optional(&self, key: &str) -> Option<String> {
        self.word(key).map(|word| word.text.to_owned())
    }

    /// Returns the word that `parse` knows.
    pub(crate) fn known<T>(&self, key: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        self.word(key).and_then(|word| parse(word.text))
    }

    pub(crate) fn bool(&self, key: &str) -> Option<bool> {
        self.value(key).and_then(|value| value.get_ref().as_bool())
    }

    pub(crate) fn count<T: TryFrom<i64>>(&self, key: &str) -> Option<T> {
        self.value(key)
            .and_then(|value| integer(value.get_ref()))
            .and_then(|number| T::try_from(number).ok())
    }

    /// Returns the day, written as a TOML date or as a text.
    pub(crate) fn day(&self, key: &str) -> Option<NaiveDate> {
        day(self.value(key)?.get_ref())
    }

    /// Returns the fewest and the most.
    pub(crate) fn range(&self, key: &str) -> Option<(usize, usize)> {
        let pair = self.value(key)?.get_ref().as_array()?;
        let number = |index| {
            pair.get(index)
                .and_then(|value| integer(Spanned::get_ref(value)))
                .and_then(|n| usize::try_from(n).ok())
        };
        Some((number(0)?, number(1)?))
    }

    /// Returns the texts of a list.
    pub(crate) fn words(&self, key: &str) -> Vec<Word<'a>> {
        let list = self.value(key).and_then(|value| value.get_ref().as_array());
        list.map(|list| list.iter().filter_map(word).collect())
            .unwrap_or_default()
    }

    pub(crate) fn texts(&self, key: &str) -> Vec<String> {
        self.words(key)
            .iter()
            .map(|word| word.text.to_owned())
            .collect()
    }

    /// Returns a table.
    pub(crate) fn inner(&self, key: &str) -> Option<Self> {
        self.value(key).and_then(node)
    }

    /// Returns the tables of a list.
    pub(crate) fn tables(&self, key: &str) -> Vec<Self> {
        let list = self.value(key).and_then(|value| value.get_ref().as_array());
        list.map(|list| list.iter().filter_map(node).collect())
            .unwrap_or_default()
    }
}

/// Returns the value as a table.
pub(crate) fn node<'a>(value: &'a Spanned<DeValue<'a>>) -> Option<Node<'a>> {
    value.get_ref().as_table().map(|table| Node {
        table,
        at: value.span().start,
    })
}

fn word<'a>(value: &'a Spanned<DeValue<'a>>) -> Option<Word<'a>> {
    value.get_ref().as_str().map(|text| Word {
        text,
        at: value.span().start,
    })
}

/// Returns a day: ISO 8601, without a time.
pub(crate) fn day(value: &DeValue) -> Option<NaiveDate> {
    match value {
        DeValue::String(text) => text.parse().ok(),
        DeValue::Datetime(date) => date.to_string().parse().ok(),
        _ => None,
    }
}

/// Returns a whole number that fits.
pub(crate) fn integer(value: &DeValue) -> Option<i64> {
    value.as_integer().and_then(number)
}

fn number(value: &DeInteger) -> Option<i64> {
    i64::from_str_radix(value.as_str(), value.radix()).ok()
}

/// Returns the value as JSON, or none where a number has no place in JSON. Dates become texts.
pub(crate) fn json(value: &DeValue) -> Option<Value> {
    Some(match value {
        DeValue::String(text) => Value::String(text.as_ref().to_owned()),
        DeValue::Integer(value) => Value::from(number(value)?),
        DeValue::Float(float) => {
            serde_json::Number::from_f64(float.as_str().parse().ok()?).map(Value::Number)?
        }
        DeValue::Boolean(value) => Value::Bool(*value),
        DeValue::Datetime(date) => Value::String(date.to_string()),
        DeValue::Array(list) => Value::Array(
            list.iter()
                .map(|value| json(value.get_ref()))
                .collect::<Option<_>>()?,
        ),
        DeValue::Table(table) => {
            let pairs = table.iter().map(|(key, value)| {
                Some((key.get_ref().as_ref().to_owned(), json(value.get_ref())?))
            });
            Value::Object(pairs.collect::<Option<Map<_, _>>>()?)
        }
    })
}
