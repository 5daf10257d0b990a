//! Lists of days, as bodies write the days of their meetings: a day or two days a line.

use chrono::{Datelike, NaiveDate};

use super::date;

/// A meeting's first and last day; the same for a meeting of one day.
pub type DaySpan = (NaiveDate, NaiveDate);

/// Reads a list of days, one a line or parted by commas and semicolons, with or without bullets: "18 januari",
/// "19–20 september", "30 september – 1 oktober". Each is a span, or the words that are none.
#[must_use]
pub fn day_list(text: &str, year: i32) -> Vec<Result<DaySpan, String>> {
    let lines = text.split(['\n', ',', ';']);
    let bare = lines.map(|line| {
        line.trim()
            .trim_start_matches(['•', '·', '*', '-', '–'])
            .trim()
    });
    bare.filter(|line| !line.is_empty())
        .map(|line| span(line, year).ok_or_else(|| line.to_owned()))
        .collect()
}

fn span(line: &str, year: i32) -> Option<DaySpan> {
    if let Some(day) = date(line, year) {
        return Some((day, day));
    }
    let mut dashes = line.match_indices(['–', '-', '\u{2011}']);
    dashes.find_map(|(at, dash)| {
        let (from, until) = (line[..at].trim(), line[at + dash.len()..].trim());
        let until_day = date(until, year)?;
        let from_day = date(from, year).or_else(|| first_of(from, until, year))?;
        if from_day < until_day {
            return Some((from_day, until_day));
        }
        over_new_year(from_day, until, year).map(|until_day| (from_day, until_day))
    })
}

/// "31 december – 2 januari" ends in the year after, where no year stands there.
fn over_new_year(from: NaiveDate, until: &str, year: i32) -> Option<NaiveDate> {
    let next = date(until, year + 1)?;
    let has_no_year = date(until, year) != Some(next);
    let is_new_year = from.month() == 12 && next.month() == 1;
    (has_no_year && is_new_year).then_some(next)
}

/// "19" before "20 september" is in the same month.
fn first_of(from: &str, until: &str, year: i32) -> Option<NaiveDate> {
    let (_, month) = until.split_once(char::is_whitespace)?;
    date(&format!("{from} {month}"), year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let found = day_list(text, 2019).into_iter();
        found
            .map(|found| match found {
                Ok((from, until)) if from == until => from.to_string(),
                Ok((from, until)) => format!("{from}/{until}"),
                Err(words) => format!("? {words}"),
            })
            .collect()
    }

    // 5.4-12: the days of 2019, as the mandate lists them.
    #[test]
    fn a_list_of_meeting_days_is_read_with_those_of_two_days() {
        let listed = " • 18 januari\n • 26 april\n • 19-20 september\n • 13 december";
        let expected = [
            "2019-01-18",
            "2019-04-26",
            "2019-09-19/2019-09-20",
            "2019-12-13",
        ];
        assert_eq!(read(listed), expected);
    }

    #[test]
    fn other_ways_to_write_them_are_understood_and_what_is_no_day_is_said() {
        assert_eq!(
            read("2019-03-22; 12/9, 30 sep – 1 okt\nnågon gång i maj\n20–19 september"),
            [
                "2019-03-22",
                "2019-09-12",
                "2019-09-30/2019-10-01",
                "? någon gång i maj",
                "? 20–19 september",
            ]
        );
        assert!(read(" \n").is_empty());
    }

    #[test]
    fn a_meeting_may_last_over_new_year() {
        assert_eq!(
            read(
                "31 december–2 januari, 31/12 – 2/1, 31 december – 2 januari 2019, 20 mars–2 januari"
            ),
            [
                "2019-12-31/2020-01-02",
                "2019-12-31/2020-01-02",
                "? 31 december – 2 januari 2019",
                "? 20 mars–2 januari",
            ]
        );
    }
}
