//! The one door to the clock and to chance.

use chrono::{
    DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta,
    TimeZone, Utc, Weekday,
};
use model::id::{ObjectId, RunId, WorkspaceId};
use uuid::{NoContext, Timestamp, Uuid};

/// Returns the moment; of a clock that has lost itself the nearest moment that a file can hold.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one door to the clock"
)]
pub(crate) fn now() -> DateTime<Utc> {
    held(Utc::now())
}

/// Identities count from 1970, and a year has four figures in the file; the last day is one that Sweden's clock, which is
/// ahead, has too.
fn held(at: DateTime<Utc>) -> DateTime<Utc> {
    let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX);
    at.clamp(
        DateTime::UNIX_EPOCH,
        last.and_time(NaiveTime::MIN).and_utc(),
    )
}

/// Returns today's date in Sweden.
#[must_use]
pub fn today() -> NaiveDate {
    local(now()).date()
}

/// Returns the moment to the second as it is in Sweden: `2026-11-22 22.34.05`.
#[must_use]
pub fn moment() -> String {
    local(now()).format("%Y-%m-%d %H.%M.%S").to_string()
}

/// Returns a moment as Swedes write it where they are: `2026-11-22 22.34`.
#[must_use]
pub fn in_sweden(at: DateTime<Utc>) -> String {
    local(at).format("%Y-%m-%d %H.%M").to_string()
}

/// Returns the day that it was in Sweden at a moment.
pub(crate) fn day_in_sweden(at: DateTime<Utc>) -> NaiveDate {
    local(at).date()
}

/// Returns the last moment of a minute of a day in Sweden.
pub(crate) fn end_of_minute(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let hours = if is_summer_time(day) { 2 } else { 1 };
    let local = day.and_time(time) + TimeDelta::minutes(1) - TimeDelta::milliseconds(1);
    (local - TimeDelta::hours(hours)).and_utc()
}

/// Returns the moment when it is that time of that day in Sweden. The hour that is left out or comes twice when the season
/// changes is read as summer time's.
pub(crate) fn of_sweden(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let hours = if is_summer_time(day) { 2 } else { 1 };
    (day.and_time(time) - TimeDelta::hours(hours)).and_utc()
}

fn local(at: DateTime<Utc>) -> NaiveDateTime {
    let hours = if is_summer_time(at.date_naive()) {
        2
    } else {
        1
    };
    at.naive_utc() + TimeDelta::hours(hours)
}

/// Returns an identity that nobody has had.
pub(crate) fn new_object() -> ObjectId {
    ObjectId(new_id())
}

/// Returns a workspace's identity that nobody has had.
pub(crate) fn new_workspace() -> WorkspaceId {
    WorkspaceId(new_id())
}

/// Returns an identity for one opening of the program.
pub(crate) fn new_run() -> RunId {
    RunId(new_id())
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one door to the clock and to chance"
)]
fn new_id() -> Uuid {
    // `now_v7` keeps those of one millisecond in order, and has no moments before 1970.
    if Utc::now() < DateTime::UNIX_EPOCH {
        return Uuid::new_v7(Timestamp::from_unix(NoContext, 0, 0));
    }
    Uuid::now_v7()
}

/// Returns noon of a day in Sweden, with the offset that Sweden has then.
///
/// # Panics
/// Never: a fixed offset has every local time once.
pub(crate) fn noon_in_sweden(day: NaiveDate) -> DateTime<FixedOffset> {
    let hours = if is_summer_time(day) { 2 } else { 1 };
    let offset = FixedOffset::east_opt(hours * 3600).expect("an hour or two is an offset");
    let noon = day.and_time(NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time"));
    offset
        .from_local_datetime(&noon)
        .single()
        .expect("a fixed offset has every local time once")
}

/// Summer time runs from the last Sunday in March to the last in October (directive 2000/84/EC); noon knows no gap.
fn is_summer_time(day: NaiveDate) -> bool {
    let last_sunday = |month| {
        let end = NaiveDate::from_ymd_opt(day.year(), month, 31)?;
        end.checked_sub_days(Days::new(u64::from(end.weekday().days_since(Weekday::Sun))))
    };
    match (last_sunday(3), last_sunday(10)) {
        (Some(first), Some(last)) => first <= day && day < last,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_it_is_in_sweden_and_read_so() {
        let check = |at: &str, written: &str| {
            let at: DateTime<Utc> = at.parse().unwrap();
            assert_eq!(in_sweden(at), written);
            let (day, time) = written.split_once(' ').unwrap();
            let time = NaiveTime::parse_from_str(time, "%H.%M").unwrap();
            assert_eq!(
                in_sweden(end_of_minute(day.parse().unwrap(), time)),
                written
            );
        };
        check("2026-11-22T21:34:59Z", "2026-11-22 22.34");
        check("2026-07-01T22:00:00Z", "2026-07-02 00.00");
    }

    #[test]
    fn a_lost_clock_says_a_moment_that_a_file_can_hold() {
        let check = |at: DateTime<Utc>, written: &str| assert_eq!(in_sweden(held(at)), written);
        check(DateTime::<Utc>::MIN_UTC, "1970-01-01 01.00");
        check(DateTime::<Utc>::MAX_UTC, "9999-12-31 01.00");
        let today: DateTime<Utc> = "2026-11-22T21:34:59Z".parse().unwrap();
        assert_eq!(held(today), today);
    }

    #[test]
    fn noon_has_the_offset_of_the_season() {
        let noon = |text: &str| noon_in_sweden(text.parse().unwrap()).to_rfc3339();
        assert_eq!(noon("2024-11-22"), "2024-11-22T12:00:00+01:00");
        assert_eq!(noon("2025-08-20"), "2025-08-20T12:00:00+02:00");
        assert_eq!(noon("2025-03-29"), "2025-03-29T12:00:00+01:00");
        assert_eq!(noon("2025-03-30"), "2025-03-30T12:00:00+02:00");
        assert_eq!(noon("2025-10-26"), "2025-10-26T12:00:00+01:00");
    }
}
