//! Who takes the notes next, where the municipalities do it by turns.
//!
//! "Förslagsvis utses sekreterare vid varje möte efter bokstavsordning" (the mandates of the development group and of
//! the fora, "Organisering").

use chrono::NaiveDate;

/// Returns whose turn it is: the one of `present` that took the notes longest ago, those that never did before all
/// others, and in alphabetical order among equals. Whoever was away on their turn is so the first at the next meeting.
/// `taken` says who took them and when.
#[must_use]
pub fn next_in_turn<'a>(present: &[&'a str], taken: &[(NaiveDate, String)]) -> Option<&'a str> {
    let last = |party: &str| {
        let own = taken.iter().filter(|(_, by)| by == party);
        own.map(|(day, _)| *day).max()
    };
    let mut all: Vec<&str> = present.to_vec();
    all.sort_by_key(|party| (last(party), alphabetical(party)));
    all.first().copied()
}

/// The letters in the order of the Swedish alphabet, where å, ä and ö come last.
fn alphabetical(text: &str) -> Vec<u32> {
    let letters = text.chars().flat_map(char::to_lowercase);
    let place = |letter: char| match letter {
        'å' => u32::from('z') + 1,
        'ä' => u32::from('z') + 2,
        'ö' => u32::from('z') + 3,
        'é' | 'è' => u32::from('e'),
        other => u32::from(other),
    };
    letters.map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&str; 5] = ["Önnered", "Alby", "Åminne", "Berga", "Ängby"];

    fn taken(by: &[&str]) -> Vec<(NaiveDate, String)> {
        let day = |index: usize| NaiveDate::from_yo_opt(2026, 1 + u32::try_from(index).unwrap());
        by.iter()
            .enumerate()
            .map(|(index, party)| (day(index).unwrap(), (*party).to_owned()))
            .collect()
    }

    // 5.2-7, 5.3-8.
    #[test]
    fn the_turn_goes_by_the_swedish_alphabet_and_begins_anew() {
        let mut history = Vec::new();
        for _ in 0..6 {
            let next = next_in_turn(&ALL, &taken(&history)).unwrap();
            history.push(next);
        }
        assert_eq!(
            history,
            ["Alby", "Berga", "Åminne", "Ängby", "Önnered", "Alby"]
        );
    }

    #[test]
    fn whoever_was_away_is_first_at_the_next_meeting() {
        let away: Vec<&str> = ALL.into_iter().filter(|party| *party != "Berga").collect();
        let stands_in = next_in_turn(&away, &taken(&["Alby"])).unwrap();
        assert_eq!(stands_in, "Åminne");
        assert_eq!(
            next_in_turn(&ALL, &taken(&["Alby", stands_in])),
            Some("Berga")
        );
    }

    #[test]
    fn nobody_present_has_no_turn() {
        assert_eq!(next_in_turn(&[], &[]), None);
    }
}
