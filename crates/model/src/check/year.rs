//! The checks that a template asks for by name. Each looks at one object.

use super::Seen;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::{Printed, Rows};
use crate::period::Period;
use crate::vocabulary::{Concept, Role};

/// The financing adds up to the amount; an amount of nothing needs none.
pub(super) fn financing(seen: &Seen) -> Vec<Diagnostic> {
    let Some(amount) = seen.money(Role::Amount) else {
        return Vec::new();
    };
    let financed = seen.rows(Role::Financing).map_or(0, |rows| {
        money_of(rows).into_iter().fold(0, i64::saturating_add)
    });
    if financed == amount {
        return Vec::new();
    }
    let at = if seen.cell(Role::Financing).is_some() {
        Role::Financing
    } else {
        Role::Amount
    };
    let found = seen.at(at, Code::FinancingDiffers, Severity::Blocking);
    vec![
        found
            .with("amount", kronor(amount))
            .with("financed", kronor(financed))
            .with(
                "difference",
                kronor(amount.abs_diff(financed).try_into().unwrap_or(i64::MAX)),
            ),
    ]
}

/// The responsible person has a role in the group.
pub(super) fn responsible(seen: &Seen) -> Vec<Diagnostic> {
    match seen.value(Role::Responsible) {
        Some(Printed::Person(person)) if person.office.is_empty() => {
            vec![
                seen.at(
                    Role::Responsible,
                    Code::ResponsibleOutside,
                    Severity::Warning,
                )
                .with("person", &person.name),
            ]
        }
        _ => Vec::new(),
    }
}

/// It ends after it starts, and within the document's year unless it says that it goes on for several.
pub(super) fn dates(seen: &Seen) -> Vec<Diagnostic> {
    let (start, end) = (seen.date(Role::Start), seen.date(Role::End));
    let mut found = Vec::new();
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        found.push(
            seen.at(Role::End, Code::EndBeforeStart, Severity::Blocking)
                .with("start", start)
                .with("end", end),
        );
    }
    let several = matches!(seen.value(Role::Multiyear), Some(Printed::Bool(true)));
    let year = seen
        .paper
        .document
        .period
        .as_ref()
        .and_then(|period| period.parse::<Period>().ok())
        .and_then(|period| Period::of_year(period.year).days());
    let Some((first, last)) = year.filter(|_| !several) else {
        return found;
    };
    for (role, day) in [(Role::Start, start), (Role::End, end)] {
        if let Some(day) = day.filter(|day| *day < first || *day > last) {
            found.push(
                seen.at(role, Code::OutsidePeriod, Severity::Warning)
                    .with("day", day)
                    .with("first", first)
                    .with("last", last),
            );
        }
    }
    found
}

/// Every milestone lies within the activity's time.
pub(super) fn milestones(seen: &Seen) -> Vec<Diagnostic> {
    let Some(rows) = seen.rows(Role::Milestones) else {
        return Vec::new();
    };
    let (start, end) = (seen.date(Role::Start), seen.date(Role::End));
    let outside = |day: &chrono::NaiveDate| {
        start.is_some_and(|start| *day < start) || end.is_some_and(|end| *day > end)
    };
    let days = rows.rows.iter().enumerate().filter_map(|(index, row)| {
        let day = row.iter().flatten().find_map(|value| {
            if let Printed::Date(day) = value {
                Some(*day)
            } else {
                None
            }
        });
        Some((index + 1, day.filter(outside)?))
    });
    days.map(|(row, day)| {
        let found = seen
            .at(Role::Milestones, Code::MilestoneOutside, Severity::Warning)
            .with("day", day);
        Diagnostic {
            place: found.place.row(row),
            ..found
        }
    })
    .collect()
}

/// The method says in a whole sentence how it is done: at least three words and an end.
pub(super) fn method(seen: &Seen) -> Vec<Diagnostic> {
    let text = seen.text(Role::Method);
    let text = text.trim();
    let whole = text.split_whitespace().count() >= 3 && text.contains(['.', '!', '?', ':']);
    if text.is_empty() || whole {
        Vec::new()
    } else {
        vec![seen.at(Role::Method, Code::MethodNoSentence, Severity::Warning)]
    }
}

/// The follow-up names a time, a number or a measure.
pub(super) fn follow_up(seen: &Seen) -> Vec<Diagnostic> {
    let text = seen.text(Role::FollowUp).to_lowercase();
    let says_when =
        text.chars().any(|c| c.is_ascii_digit()) || MEASURES.iter().any(|word| text.contains(word));
    if text.trim().is_empty() || says_when {
        Vec::new()
    } else {
        vec![seen.at(
            Role::FollowUp,
            Code::FollowUpUnmeasurable,
            Severity::Warning,
        )]
    }
}

/// Words that tell when or by what measure something is followed up, as parts of Swedish words.
const MEASURES: &[&str] = &[
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
    "kvartal",
    "halvår",
    "månad",
    "vecka",
    "årsskift",
    "årlig",
    "varje möte",
    "indikator",
    "antal",
    "andel",
    "enkät",
    "mät",
    "procent",
    "statistik",
    "redovisa",
    "rapport",
];

/// A goal has an activity.
pub(super) fn activities(seen: &Seen) -> Vec<Diagnostic> {
    without(seen, Concept::Activity, Code::GoalWithoutActivity)
}

/// A goal has an indicator.
pub(super) fn indicators(seen: &Seen) -> Vec<Diagnostic> {
    without(seen, Concept::Indicator, Code::GoalWithoutIndicator)
}

fn without(seen: &Seen, concept: Concept, code: Code) -> Vec<Diagnostic> {
    let some = seen
        .item
        .children
        .iter()
        .any(|objects| objects.concept == Some(concept) && !objects.items.is_empty());
    if some {
        Vec::new()
    } else {
        vec![Diagnostic::new(code, Severity::Warning, seen.place.clone())]
    }
}

/// The target lies on the side of the baseline that the direction says.
pub(super) fn targets(seen: &Seen) -> Vec<Diagnostic> {
    let (Some(baseline), Some(target)) = (seen.number(Role::Baseline), seen.number(Role::Target))
    else {
        return Vec::new();
    };
    let Some(Printed::Choice(direction)) = seen.value(Role::Direction) else {
        return Vec::new();
    };
    let wrong = match direction.code.as_str() {
        "higher" => target < baseline,
        "lower" => target > baseline,
        _ => false,
    };
    if !wrong {
        return Vec::new();
    }
    let found = seen.at(
        Role::Target,
        Code::TargetAgainstDirection,
        Severity::Warning,
    );
    vec![
        found
            .with("baseline", swedish(baseline))
            .with("target", swedish(target))
            .with("direction", &direction.label),
    ]
}

/// A status that departs from the plan is explained.
pub(super) fn deviations(seen: &Seen) -> Vec<Diagnostic> {
    match seen.value(Role::Status) {
        Some(Printed::Choice(status))
            if status.deviates && seen.text(Role::Comment).trim().is_empty() =>
        {
            vec![
                seen.at(
                    Role::Comment,
                    Code::DeviationUnexplained,
                    Severity::Blocking,
                )
                .with("status", &status.label),
            ]
        }
        _ => Vec::new(),
    }
}

/// A forecast that differs from the amount is explained.
pub(super) fn forecasts(seen: &Seen) -> Vec<Diagnostic> {
    match (seen.money(Role::Amount), seen.money(Role::Forecast)) {
        (Some(amount), Some(forecast))
            if amount != forecast && seen.text(Role::Comment).trim().is_empty() =>
        {
            let found = seen.at(Role::Forecast, Code::ForecastUnexplained, Severity::Warning);
            vec![
                found
                    .with("amount", kronor(amount))
                    .with("forecast", kronor(forecast)),
            ]
        }
        _ => Vec::new(),
    }
}

fn money_of(rows: &Rows) -> Vec<i64> {
    rows.rows
        .iter()
        .flatten()
        .filter_map(|value| {
            if let Some(Printed::Money(amount)) = value {
                Some(*amount)
            } else {
                None
            }
        })
        .collect()
}

fn kronor(amount: i64) -> String {
    crate::input::kronor(amount)
}

fn swedish(number: f64) -> String {
    number.to_string().replace('.', ",")
}
