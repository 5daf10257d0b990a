//! Times of day as Swedish papers write them.

/// A time of day, in minutes after midnight.
pub type Minutes = u32;

const DAY: Minutes = 24 * 60;

/// Returns the first time of day in a text, in minutes after midnight: "kl. 09.00–12.00" and "9:30" are understood.
#[must_use]
pub fn time_of_day(text: &str) -> Option<Minutes> {
    times(text).next()
}

/// Returns how long a text says that something lasts: from its first time of day to its second.
#[must_use]
pub fn span(text: &str) -> Option<Minutes> {
    let mut times = times(text);
    let (from, to) = (times.next()?, times.next()?);
    to.checked_sub(from)
}

/// Returns the two times of day of a text that ends before it begins, "kl. 13.00–12.00"; none where they are no span.
#[must_use]
pub fn backwards(text: &str) -> Option<(Minutes, Minutes)> {
    let parts = text.split(['–', '—', '-', '\u{2010}', '\u{2011}']);
    let times: Vec<Minutes> = parts
        .map(|part| {
            let mut times = times(part);
            times.next().filter(|_| times.next().is_none())
        })
        .collect::<Option<_>>()?;
    match times[..] {
        [from, to] if to < from => Some((from, to)),
        _ => None,
    }
}

fn times(text: &str) -> impl Iterator<Item = Minutes> {
    let words = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ':')));
    let words = words.map(|word| word.trim_matches(['.', ':']));
    let whole = is_of_hours(text);
    words.filter_map(move |word| of_word(word).or_else(|| of_hour(word).filter(|_| whole)))
}

/// Whether a bare number in a text is an hour: nothing but times stands there, "13-16", "kl. 9–11.30", "10 till 12".
fn is_of_hours(text: &str) -> bool {
    const BETWEEN: [&str; 6] = ["kl", "klockan", "till", "och", "från", "h"];
    let letters = text.split(|c: char| !c.is_alphabetic());
    let mut words = letters.filter(|word| !word.is_empty());
    words.all(|word| BETWEEN.contains(&word.to_lowercase().as_str()))
}

fn of_hour(word: &str) -> Option<Minutes> {
    let hours: Minutes = word.parse().ok()?;
    (word.len() <= 2 && hours < 24).then_some(hours * 60)
}

/// Returns a time of day as it is printed: "09.00". Past midnight it begins anew.
#[must_use]
pub fn clock(minutes: Minutes) -> String {
    let minutes = minutes % DAY;
    format!("{:02}.{:02}", minutes / 60, minutes % 60)
}

fn of_word(word: &str) -> Option<Minutes> {
    let (hours, minutes) = word.split_once(['.', ':'])?;
    let fits = (1..=2).contains(&hours.len()) && minutes.len() == 2;
    let (hours, minutes): (Minutes, Minutes) = (hours.parse().ok()?, minutes.parse().ok()?);
    (fits && hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_time_in_a_text_is_read_and_printed_with_a_full_stop() {
        let check = |text, expected: Option<&str>| {
            assert_eq!(
                time_of_day(text).map(clock).as_deref(),
                expected,
                "{text:?}"
            );
        };
        check("kl. 09.00–12.00", Some("09.00"));
        check("kl 9:30", Some("09.30"));
        check("Lunch kl. 12.15, sedan 13.00", Some("12.15"));
        check("24.10", None);
        check("den 12.9.2026", None);
        check("13-16", Some("13.00"));
        check("kl 9–11.30", Some("09.00"));
        check("5 maj", None);
        check("på förmiddagen", None);
        check("", None);
    }

    #[test]
    fn a_meeting_lasts_from_its_first_time_to_its_second() {
        assert_eq!(span("kl. 09.00–12.15"), Some(195));
        assert_eq!(span("09.30 till 12"), Some(150));
        assert_eq!(span("kl. 09.00"), None);
        assert_eq!(span("13.00 eller 12.00"), None);
    }

    #[test]
    fn a_time_that_ends_before_it_begins_is_seen() {
        assert_eq!(backwards("kl. 13.00–09.30"), Some((780, 570)));
        assert_eq!(backwards("13:00 - 12:00"), Some((780, 720)));
        for text in [
            "kl. 09.00–12.00",
            "13.00 eller 12.00",
            "kl. 13.00",
            "kl. 13.00–",
            "09.00–12.00, 13.00–16.00",
            "",
        ] {
            assert_eq!(backwards(text), None, "{text}");
        }
    }

    #[test]
    fn the_clock_goes_on_after_midnight() {
        assert_eq!(clock(23 * 60 + 50 + 20), "00.10");
    }
}
