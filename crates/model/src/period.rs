//! Periods: a year, or a part of one.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

/// A year, or part `n` of `of` of it; written `2025` or `2025-1of2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The calendar year.
    pub year: i32,
    /// Which part of how many; none for the whole year.
    pub part: Option<Part>,
}

/// Part `n` of `of` equal parts of a year, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Which, from 1.
    pub n: u32,
    /// Of how many: 2, 3, 4, 6 or 12.
    pub of: u32,
}

/// For what period a template's documents are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodRule {
    /// Once a year.
    Year,
    /// Once a year, for a part of it.
    Part(Part),
    /// As many as are needed; the document belongs to a year.
    Many,
    /// Once in the workspace.
    Once,
}

/// Which period a source document has, seen from the one that follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourcePeriod {
    /// The same year.
    Same,
    /// The year before.
    Previous,
    /// A part of the same year.
    Part(Part),
    /// The one that the workspace has, whatever the year.
    Once,
    /// The very document that this one was begun from.
    Linked,
}

impl Period {
    /// Returns the whole year.
    #[must_use]
    pub const fn of_year(year: i32) -> Self {
        Self { year, part: None }
    }

    /// Returns the first and the last day, or none for a year outside the calendar's range.
    #[must_use]
    pub fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        let (first, months) = self.part.map_or((0, 12), |part| {
            ((part.n - 1) * (12 / part.of), 12 / part.of)
        });
        let start = NaiveDate::from_ymd_opt(self.year, first + 1, 1)?;
        let next = first + months;
        let after = NaiveDate::from_ymd_opt(self.year + i32::from(next == 12), next % 12 + 1, 1)?;
        Some((start, after.pred_opt()?))
    }

    /// Returns the period of a source; none where it is not found by its period.
    #[must_use]
    pub const fn source(self, rule: SourcePeriod) -> Option<Self> {
        match rule {
            SourcePeriod::Same => Some(Self::of_year(self.year)),
            SourcePeriod::Previous => Some(Self::of_year(self.year - 1)),
            SourcePeriod::Part(part) => Some(Self {
                year: self.year,
                part: Some(part),
            }),
            SourcePeriod::Once | SourcePeriod::Linked => None,
        }
    }
}

impl PeriodRule {
    /// Returns the period of a document of this rule in `year`.
    #[must_use]
    pub const fn in_year(self, year: i32) -> Period {
        match self {
            Self::Part(part) => Period {
                year,
                part: Some(part),
            },
            Self::Year | Self::Many | Self::Once => Period::of_year(year),
        }
    }

    /// Reads `year`, `many`, `once` or a part such as `1of2`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "year" => Some(Self::Year),
            "many" => Some(Self::Many),
            "once" => Some(Self::Once),
            part => part.parse().ok().map(Self::Part),
        }
    }
}

impl SourcePeriod {
    /// Reads `same`, `previous`, `once`, `linked` or a part such as `1of2`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "same" => Some(Self::Same),
            "previous" => Some(Self::Previous),
            "once" => Some(Self::Once),
            "linked" => Some(Self::Linked),
            part => part.parse().ok().map(Self::Part),
        }
    }
}

/// The text is no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a period")]
pub struct NotAPeriod;

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}of{}", self.n, self.of)
    }
}

impl FromStr for Part {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let (n, of) = text.split_once("of").ok_or(NotAPeriod)?;
        let part = Self {
            n: n.parse().map_err(|_| NotAPeriod)?,
            of: of.parse().map_err(|_| NotAPeriod)?,
        };
        let fits = [2, 3, 4, 6, 12].contains(&part.of) && (1..=part.of).contains(&part.n);
        fits.then_some(part).ok_or(NotAPeriod)
    }
}

impl Period {
    /// Returns it as a Swede says it: "2026", "första halvåret 2026", "tredje kvartalet 2026", "del 2 av 5 2026".
    #[must_use]
    pub fn in_words(&self) -> String {
        const ORDER: [&str; 4] = ["första", "andra", "tredje", "fjärde"];
        let Some(part) = self.part else {
            return self.year.to_string();
        };
        let what = match part.of {
            2 => Some("halvåret"),
            3 => Some("tertialet"),
            4 => Some("kvartalet"),
            _ => None,
        };
        let nth = usize::try_from(part.n)
            .ok()
            .and_then(|n| ORDER.get(n.checked_sub(1)?));
        match what.zip(nth) {
            Some((what, nth)) => format!("{nth} {what} {}", self.year),
            None => format!("del {} av {} {}", part.n, part.of, self.year),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            None => write!(f, "{}", self.year),
            Some(part) => write!(f, "{}-{part}", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let (year, part) = match text.split_once('-') {
            None => (text, None),
            Some((year, part)) => (year, Some(part.parse()?)),
        };
        let year = year
            .parse()
            .ok()
            .filter(|year| (1900..=9998).contains(year))
            .ok_or(NotAPeriod)?;
        Ok(Self { year, part })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> String {
        let (first, last) = text.parse::<Period>().unwrap().days().unwrap();
        format!("{first} {last}")
    }

    #[test]
    fn a_part_knows_its_days() {
        assert_eq!(days("2025"), "2025-01-01 2025-12-31");
        assert_eq!(days("2025-1of2"), "2025-01-01 2025-06-30");
        assert_eq!(days("2024-1of6"), "2024-01-01 2024-02-29");
        assert_eq!(days("2025-3of3"), "2025-09-01 2025-12-31");
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "25",
            "2025-3of2",
            "2025-0of2",
            "2025-1of5",
            "2025-1",
            "2025-",
        ] {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text}");
        }
    }
}
