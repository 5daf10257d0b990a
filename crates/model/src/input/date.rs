//! Dates as they are typed.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// Returns the date typed, with the given year where none stands there; none for what is no date.
///
/// Understands `2026-09-12`, `20260912`, `260912`, `12/9`, `12.9.2026`, `12 sep` and `den 12 september 2026`. The day
/// stands before the month as in Swedish, unless the year stands first. A year of two digits is the one nearest the
/// given year.
#[must_use]
pub fn date(text: &str, year: i32) -> Option<NaiveDate> {
    let (year, month, day) = parts(text, year)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Returns the day of a month that was typed where the month has no such day: `31 november` of "31/11". Where no year was
/// typed, it is one without a leap day.
#[must_use]
pub fn no_such_day(text: &str) -> Option<String> {
    const COMMON: i32 = 2027;
    let (year, month, day) = parts(text, COMMON)?;
    let name = MONTHS.get(usize::try_from(month.checked_sub(1)?).ok()?)?;
    let is_missing = NaiveDate::from_ymd_opt(year, month, day).is_none();
    is_missing.then(|| format!("{day} {name}"))
}

/// Returns the week that was typed where a day is wanted, `Vecka 12` of "v 12", "v. 12" or "vecka 12 2026"; none for what is
/// no week. Which day of it is meant, only the writer knows.
#[must_use]
pub fn week(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let after = ["veckan", "vecka", "v."].iter();
    let rest = after
        .chain(&["v"])
        .find_map(|word| text.strip_prefix(word))?;
    let number = rest.split_whitespace().next()?;
    let number = numbered(number).filter(|number| (1..=53).contains(number))?;
    Some(format!("Vecka {number}"))
}

/// Returns year, month and day as they were typed, whether there is such a day or not.
fn parts(text: &str, year: i32) -> Option<(i32, u32, u32)> {
    let text = text.trim().to_lowercase();
    if text.starts_with(['-', '–', '\u{2010}', '\u{2011}']) {
        return None;
    }
    let text = text.strip_prefix("den ").unwrap_or(&text);
    let between =
        |character: char| character.is_whitespace() || "/.,-\u{2010}\u{2011}–".contains(character);
    let parts: Vec<&str> = text
        .split(between)
        .filter(|part| !part.is_empty())
        .collect();
    let sign = text.chars().find(|&character| between(character));
    let (year, month, day) = match parts[..] {
        [digits] => run_together(digits, year)?,
        [day, month] if let Some(month) = named(month) => (year, month, day),
        [day, month, typed] if let Some(month) = named(month) => (full(typed, year)?, month, day),
        [day, month] if matches!(sign, Some('/' | '.')) => (year, numbered(month)?, day),
        [first, month, day] if first.len() == 4 || (sign == Some('-') && day.len() == 2) => {
            (full(first, year)?, numbered(month)?, day)
        }
        [day, month, typed] => (full(typed, year)?, numbered(month)?, day),
        _ => return None,
    };
    let day = day
        .strip_suffix(":e")
        .or_else(|| day.strip_suffix(":a"))
        .unwrap_or(day);
    Some((year, month, numbered(day)?))
}

/// Returns the date as in running text: `12 september 2026`.
#[must_use]
pub fn long_date(date: NaiveDate) -> String {
    let month = MONTHS[usize::try_from(date.month0()).unwrap_or_default()];
    format!("{} {month} {}", date.day(), date.year())
}

fn run_together(digits: &str, year: i32) -> Option<(i32, u32, &str)> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || !matches!(digits.len(), 6 | 8) {
        return None;
    }
    let (start, day) = digits.split_at(digits.len() - 2);
    let (typed, month) = start.split_at(start.len() - 2);
    Some((full(typed, year)?, numbered(month)?, day))
}

/// Returns a month by its name or the first three or more letters of it.
fn named(text: &str) -> Option<u32> {
    let index = MONTHS
        .iter()
        .position(|month| text.len() >= 3 && month.starts_with(text))?;
    u32::try_from(index + 1).ok()
}

fn numbered(text: &str) -> Option<u32> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn full(typed: &str, near: i32) -> Option<i32> {
    match typed.len() {
        2 => {
            let typed = i32::try_from(numbered(typed)?).ok()?;
            let lowest = near.checked_sub(50)?;
            lowest.checked_add((typed - lowest).rem_euclid(100))
        }
        4 if typed.bytes().all(|byte| byte.is_ascii_digit()) => {
            typed.parse().ok().filter(|year| *year >= 1900)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(
            date(typed, 2026).map(|date| date.to_string()).as_deref(),
            Some(expected),
            "{typed:?}"
        );
    }

    #[test]
    fn a_date_is_typed_in_many_ways() {
        for typed in [
            "2026-09-12",
            " 2026-09-12 ",
            "2026-9-12",
            "2026/09/12",
            "2026‑09‑12",
            "20260912",
            "260912",
            "26-09-12",
            "12/9",
            "12/09",
            "12/9 2026",
            "12/9-26",
            "12/9 26",
            "12/9/2026",
            "12.9.2026",
            "12.9",
            "12-9-2026",
            "12 september",
            "12 September 2026",
            "den 12 september 2026",
            "Den 12 sep",
            "12 sept.",
            "12:e september",
            "12\u{a0}sep 26",
        ] {
            check(typed, "2026-09-12");
        }
        check("1 maj", "2026-05-01");
        check("2 mars 2025", "2025-03-02");
        check("29 feb 2028", "2028-02-29");
    }

    #[test]
    fn a_year_of_two_digits_is_the_nearest() {
        check("1/2 75", "2075-02-01");
        check("1/2 76", "1976-02-01");
        check("991231", "1999-12-31");
    }

    #[test]
    fn nonsense_and_days_that_are_not_are_no_date() {
        for typed in [
            "",
            " ",
            "i morgon",
            "12",
            "9/12/12/9",
            "31/2",
            "29 feb",
            "2026-13-01",
            "2026-00-10",
            "0/1",
            "12 x",
            "12 ma",
            "september",
            "september 12",
            "20261301",
            "2026091",
            "202609",
            "09-12",
            "12 9",
            "+1/2",
            "-1/2 2026x",
            "1/2 202",
            "1/2 0026",
            "12345-01-01",
            "١٢/٩",
            "åäö",
            "2026-09-12T10:00",
            "é/é",
        ] {
            assert_eq!(date(typed, 2026), None, "{typed:?}");
        }
        assert_eq!(date("1/2", i32::MAX), None);
        assert_eq!(date("1/2 26", i32::MIN), None);
    }

    #[test]
    fn a_day_that_its_month_lacks_is_named() {
        let check = |typed, expected: Option<&str>| {
            assert_eq!(no_such_day(typed).as_deref(), expected, "{typed}");
        };
        check("31 nov", Some("31 november"));
        check("31/11 2027", Some("31 november"));
        check("2026-02-30", Some("30 februari"));
        check("29/2", Some("29 februari"));
        check("29/2 2026", Some("29 februari"));
        check("0 maj", Some("0 maj"));
        for typed in ["30 nov", "29/2 2028", "1/13", "i våras", "2026-00-10", ""] {
            check(typed, None);
        }
    }

    #[test]
    fn a_week_is_known_for_one() {
        for typed in [
            "v 12",
            "v. 12",
            "V12",
            "vecka 12",
            "veckan 12 2026",
            " v.12 ",
        ] {
            assert_eq!(week(typed).as_deref(), Some("Vecka 12"), "{typed}");
            assert_eq!(date(typed, 2026), None, "{typed}");
        }
        for typed in ["v 54", "v 0", "v", "vår 12", "våren", "12 v", "vecka x", ""] {
            assert_eq!(week(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_long_date_has_the_months_name() {
        let written = |day| long_date(date(day, 2026).unwrap());
        assert_eq!(written("2026-09-12"), "12 september 2026");
        assert_eq!(written("2025-01-01"), "1 januari 2025");
        assert_eq!(written("2025-12-31"), "31 december 2025");
    }
}
