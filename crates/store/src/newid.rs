//! Ids of new steps.

use chrono::{DateTime, Utc};
use model::id::StepId;
use uuid::{NoContext, Timestamp, Uuid};

/// Returns a random id for a step made at `at` that is greater than `last`, the newest of the file.
///
/// Everything that asks which step came first compares ids. So a clock that stands still or was set back, or a
/// colleague's clock that is ahead of ours, must not give a step an id below one that it has seen.
/// Returns nothing when there is no greater id.
pub(crate) fn after(last: Option<StepId>, at: DateTime<Utc>) -> Option<StepId> {
    let seconds = u64::try_from(at.timestamp()).unwrap_or(0);
    let fresh = Uuid::new_v7(Timestamp::from_unix(
        NoContext,
        seconds,
        at.timestamp_subsec_nanos(),
    ));
    match last {
        Some(StepId(last)) if fresh <= last => successor(last, fresh).map(StepId),
        _ => Some(StepId(fresh)),
    }
}

/// Returns `last` with the sixty bits of milliseconds and sequence counted up by one and the lower half of `fresh`.
fn successor(last: Uuid, fresh: Uuid) -> Option<Uuid> {
    let (high, _) = last.as_u64_pair();
    let (_, random) = fresh.as_u64_pair();
    // The four bits of the version stand between the milliseconds and the sequence.
    let count = ((high >> 16) << 12 | (high & 0xFFF)) + 1;
    let next = Uuid::from_u64_pair((count >> 12) << 16 | 0x7000 | (count & 0xFFF), random);
    (next > last).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(millis).unwrap()
    }

    #[test]
    fn ids_rise_within_a_millisecond_and_when_the_clock_goes_back() {
        let mut last = after(None, at(1_800_000_000_000)).unwrap();
        for millis in [1_800_000_000_000, 1_700_000_000_000, -5]
            .into_iter()
            .cycle()
            .take(9_000)
        {
            let next = after(Some(last), at(millis)).unwrap();
            assert!(next > last && next.0.get_version_num() == 7);
            last = next;
        }
    }

    #[test]
    fn an_id_tells_the_moment_when_no_later_one_was_seen() {
        let id = after(None, at(1_800_000_000_123)).unwrap();
        assert_eq!(id.0.as_u64_pair().0 >> 16, 1_800_000_000_123);
    }

    #[test]
    fn there_is_no_id_after_the_greatest() {
        assert_eq!(after(Some(StepId(Uuid::max())), at(0)), None);
        let last_of_v7 = Uuid::from_u64_pair(0xFFFF_FFFF_FFFF_7FFF, u64::MAX);
        assert_eq!(after(Some(StepId(last_of_v7)), at(0)), None);
    }
}
