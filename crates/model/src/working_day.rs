//! Days by which something must be done, moved to days when somebody is at work.

use chrono::NaiveDate;

use crate::day_off::DayOff;

/// A day that can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// A working day.
    pub day: NaiveDate,
    /// The day that it was moved back from, and why that one is free.
    pub moved: Option<(NaiveDate, DayOff)>,
}

/// Returns the day itself where people work on it, else the last working day before it.
#[must_use]
pub fn on_or_before(day: NaiveDate) -> Kept {
    let free = DayOff::of(day);
    let mut found = day;
    while DayOff::of(found).is_some()
        && let Some(before) = found.pred_opt()
    {
        found = before;
    }
    Kept {
        day: found,
        moved: free.map(|off| (day, off)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(day: &str) -> (String, Option<DayOff>) {
        let kept = on_or_before(day.parse().unwrap());
        (kept.day.to_string(), kept.moved.map(|(_, off)| off))
    }

    #[test]
    fn a_working_day_stays_and_a_red_one_moves_back_over_all_that_are_free() {
        assert_eq!(kept("2019-04-18"), ("2019-04-18".to_owned(), None));
        let good_friday = Some(DayOff::GoodFriday);
        assert_eq!(kept("2019-04-19"), ("2019-04-18".to_owned(), good_friday));
        let monday = Some(DayOff::EasterMonday);
        assert_eq!(kept("2019-04-22"), ("2019-04-18".to_owned(), monday));
        let new_year = Some(DayOff::NewYear);
        assert_eq!(kept("2027-01-01"), ("2026-12-30".to_owned(), new_year));
    }
}
