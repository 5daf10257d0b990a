//! Days when nobody is at work in Sweden.

use chrono::{Datelike, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Why a day is free: public holidays (lag 1989:253 om allmänna helgdagar), the eves that semesterlagen (1977:480,
    /// 3 a §) puts on a par with them, and weekends. The locale's `check-day-off` names each.
    DayOff {
        /// Nyårsdagen.
        NewYear = "new_year",
        /// Trettondedag jul.
        Epiphany = "epiphany",
        /// Långfredagen.
        GoodFriday = "good_friday",
        /// Påskdagen.
        Easter = "easter",
        /// Annandag påsk.
        EasterMonday = "easter_monday",
        /// Första maj.
        MayDay = "may_day",
        /// Kristi himmelsfärdsdag.
        Ascension = "ascension",
        /// Pingstdagen.
        Pentecost = "pentecost",
        /// Nationaldagen.
        NationalDay = "national_day",
        /// Midsommarafton.
        MidsummerEve = "midsummer_eve",
        /// Midsommardagen.
        Midsummer = "midsummer",
        /// Alla helgons dag.
        AllSaints = "all_saints",
        /// Julafton.
        ChristmasEve = "christmas_eve",
        /// Juldagen.
        Christmas = "christmas",
        /// Annandag jul.
        BoxingDay = "boxing_day",
        /// Nyårsafton.
        NewYearsEve = "new_years_eve",
        /// Lördag.
        Saturday = "saturday",
        /// Söndag.
        Sunday = "sunday",
    }
}

impl DayOff {
    /// Returns why a day is free; a holiday before a weekend. Nothing for a working day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Option<Self> {
        let (month, date) = (day.month(), day.day());
        let is_saturday = day.weekday() == Weekday::Sat;
        let fixed = match (month, date) {
            (1, 1) => Some(Self::NewYear),
            (1, 6) => Some(Self::Epiphany),
            (5, 1) => Some(Self::MayDay),
            (6, 6) => Some(Self::NationalDay),
            (6, 19..=25) if day.weekday() == Weekday::Fri => Some(Self::MidsummerEve),
            (6, 20..=26) if is_saturday => Some(Self::Midsummer),
            (10, 31) | (11, 1..=6) if is_saturday => Some(Self::AllSaints),
            (12, 24) => Some(Self::ChristmasEve),
            (12, 25) => Some(Self::Christmas),
            (12, 26) => Some(Self::BoxingDay),
            (12, 31) => Some(Self::NewYearsEve),
            _ => None,
        };
        fixed
            .or_else(|| Self::by_easter(day))
            .or(match day.weekday() {
                Weekday::Sat => Some(Self::Saturday),
                Weekday::Sun => Some(Self::Sunday),
                _ => None,
            })
    }

    /// Whether it is more than a weekend.
    #[must_use]
    pub const fn is_holiday(self) -> bool {
        !matches!(self, Self::Saturday | Self::Sunday)
    }

    fn by_easter(day: NaiveDate) -> Option<Self> {
        let easter = easter(day.year())?;
        match day.signed_duration_since(easter).num_days() {
            -2 => Some(Self::GoodFriday),
            0 => Some(Self::Easter),
            1 => Some(Self::EasterMonday),
            39 => Some(Self::Ascension),
            49 => Some(Self::Pentecost),
            _ => None,
        }
    }
}

/// Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm that Meeus gives (Astronomical
/// Algorithms, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30;
    let to_sunday = (32 + 2 * century_rest + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free(day: &str) -> Option<DayOff> {
        DayOff::of(day.parse().unwrap())
    }

    // The days as Swedish almanacs for the years have them.
    #[test]
    fn the_holidays_are_those_of_the_almanac() {
        for (day, off) in [
            ("2019-04-19", DayOff::GoodFriday),
            ("2019-04-21", DayOff::Easter),
            ("2019-04-22", DayOff::EasterMonday),
            ("2024-05-09", DayOff::Ascension),
            ("2025-06-08", DayOff::Pentecost),
            ("2025-06-20", DayOff::MidsummerEve),
            ("2025-06-21", DayOff::Midsummer),
            ("2025-11-01", DayOff::AllSaints),
            ("2026-04-03", DayOff::GoodFriday),
            ("2026-05-14", DayOff::Ascension),
            ("2026-10-31", DayOff::AllSaints),
            ("2026-12-24", DayOff::ChristmasEve),
            ("2027-01-06", DayOff::Epiphany),
            ("2000-04-23", DayOff::Easter),
            ("2038-04-25", DayOff::Easter),
        ] {
            assert_eq!(free(day), Some(off), "{day}");
        }
    }

    #[test]
    fn a_holiday_on_a_weekend_is_named_by_the_holiday() {
        assert_eq!(free("2026-06-06"), Some(DayOff::NationalDay));
        assert_eq!(free("2026-06-07"), Some(DayOff::Sunday));
        assert!(!DayOff::Sunday.is_holiday() && DayOff::NationalDay.is_holiday());
    }

    #[test]
    fn working_days_are_not_free() {
        for day in ["2026-11-02", "2026-06-18", "2019-04-18", "2026-12-23"] {
            assert_eq!(free(day), None, "{day}");
        }
    }
}
