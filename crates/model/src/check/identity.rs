//! Personal numbers. They stand in no paper of a group; what only looks like one is let be.

use serde_json::Value;

use super::texts::Text;
use super::{place_of, root_of};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::document::{Document, Object};
use crate::paper::{Context, Paper};
use crate::schema::Field;

/// A number with a date that there is and the check digit that it should have, with ten digits or twelve.
pub(super) fn numbers(texts: &[Text]) -> Vec<Diagnostic> {
    let with_one = texts
        .iter()
        .filter_map(|text| Some((text, find(&text.words)?)));
    with_one
        .map(|(text, date)| {
            Diagnostic::new(Code::PersonalNumber, Severity::Blocking, text.place.clone())
                // The sentence helps to find it, and does not spread it.
                .with("beginning", date)
        })
        .collect()
}

/// The same in what is noted or logged and never printed: a file that is handed to a colleague holds it too.
pub(super) fn in_notes(document: &Document, paper: &Paper, context: &Context) -> Vec<Diagnostic> {
    let mut found = notes(document.root(), &context.template.fields, &root_of(paper));
    for (objects, item) in paper.items() {
        let mut kinds = context.template.kinds.iter();
        let kind = kinds.find(|kind| kind.id == objects.kind);
        if let (Some(kind), Some(object)) = (kind, document.object(item.id)) {
            found.extend(notes(object, &kind.fields, &place_of(paper, item)));
        }
    }
    let logged = document.objects().filter(|object| object.is_logged());
    let with_one = logged.filter_map(|object| object.fields.values().find_map(in_value));
    found.extend(with_one.map(|date| warning(root_of(paper), date)));
    found
}

fn notes(object: &Object, fields: &[Field], place: &Place) -> Vec<Diagnostic> {
    let unprinted = fields.iter().filter(|field| !field.print);
    let with_one = unprinted.filter_map(|field| {
        let date = in_value(object.fields.get(&field.id)?)?;
        Some(warning(place.field(&field.id, &field.label), date))
    });
    with_one.collect()
}

/// No paper spreads it, so that nothing is stopped.
fn warning(place: Place, date: String) -> Diagnostic {
    Diagnostic::new(Code::PersonalNumber, Severity::Warning, place).with("beginning", date)
}

fn in_value(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => find(text),
        Value::Array(values) => values.iter().find_map(in_value),
        Value::Object(fields) => fields.values().find_map(in_value),
        _ => None,
    }
}

/// Returns the date of the first personal number, as its six digits.
fn find(text: &str) -> Option<String> {
    let joined = |c: char| c.is_ascii_digit() || "-+–".contains(c);
    let words: Vec<&str> = text.split(|c: char| !joined(c)).collect();
    // A single character between them: an empty word would stand between two.
    let parted = words.windows(2).filter_map(|pair| {
        let [first, last] = pair else { return None };
        let is_parted = matches!(first.len(), 6 | 8) && last.len() == 4;
        is_parted.then(|| format!("{first}-{last}"))
    });
    let whole = words.iter().map(|word| (*word).to_owned());
    whole
        .chain(parted)
        .find_map(|word| number(&word))
        .map(|digits| digits[..6].to_owned())
}

/// Returns the ten digits of what is a personal number or a coordination number.
fn number(word: &str) -> Option<String> {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let marks = word.chars().filter(|c| !c.is_ascii_digit()).count();
    let mark_at = word.find(|c: char| !c.is_ascii_digit());
    let stands_right = marks == 0 || (marks == 1 && mark_at == Some(digits.len().checked_sub(4)?));
    let (century, ten) = match digits.len() {
        10 => (None, digits.as_str()),
        12 => (Some(&digits[..2]), &digits[2..]),
        _ => return None,
    };
    let is_one = stands_right && is_date(century, ten) && has_check_digit(ten);
    is_one.then(|| ten.to_owned())
}

fn is_date(century: Option<&str>, ten: &str) -> bool {
    let part = |from: usize| ten[from..from + 2].parse::<u32>().unwrap_or(0);
    let (year, month, day) = (part(0), part(2), part(4));
    // A coordination number (samordningsnummer) has sixty added to the day.
    let day = if day > 60 { day - 60 } else { day };
    let centuries = match century {
        Some(century @ ("18" | "19" | "20")) => vec![century],
        Some(_) => return false,
        None => vec!["19", "20"],
    };
    centuries.into_iter().any(|century| {
        let year = century.parse::<i32>().unwrap_or(0) * 100 + year.cast_signed();
        chrono::NaiveDate::from_ymd_opt(year, month, day).is_some()
    })
}

/// The Luhn sum of the ten digits ends with nought.
fn has_check_digit(ten: &str) -> bool {
    let digits = ten.chars().filter_map(|c| c.to_digit(10));
    let weighed = digits.enumerate().map(|(index, digit)| {
        let product = if index % 2 == 0 { digit * 2 } else { digit };
        product / 10 + product % 10
    });
    weighed.sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    // All of them are of 1890, so that they are nobody's.
    #[test]
    fn a_number_has_a_date_and_a_check_digit() {
        let is = |text: &str| find(text).is_some();
        for text in [
            "189001019802",
            "18900101-9802",
            "900101-9802",
            "900101+9802",
            "Hon, 9001019802, var med.",
            "900101 9802",
            "nr 18900101\u{a0}9802.",
            "900161-9809",
        ] {
            assert!(is(text), "{text}");
        }
        for text in [
            "900101-9803",
            "901301-9809",
            "900230-9801",
            "9001-019802",
            "1 250 000",
            "0500-49 72 00",
            "RS 2024-00686",
            "900101  och 9802",
            "100 900101 och 9802",
            "210001019802",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
