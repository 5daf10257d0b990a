//! Lists of days, as bodies write the days of their meetings: a day or two days a line.

use chrono::NaiveDate;

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
        (from_day < until_day).then_some((from_day, until_day))
    })
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
}
