//! Goals and their indicators.

use super::Seen;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::Printed;
use crate::vocabulary::{Concept, Role};

/// A goal has an activity, unless its own status says that nothing is planned: then it is only named so far.
pub(super) fn activities(seen: &Seen) -> Vec<Diagnostic> {
    if let Some(Printed::Choice(status)) = seen.value(Role::Status)
        && status.mark == UNPLANNED
    {
        return Vec::new();
    }
    without(seen, Concept::Activity, Code::GoalWithoutActivity)
}

/// The mark of a status that says that nothing is planned.
const UNPLANNED: &str = "–";

/// A goal has an indicator.
pub(super) fn indicators(seen: &Seen) -> Vec<Diagnostic> {
    without(seen, Concept::Indicator, Code::GoalWithoutIndicator)
}

fn without(seen: &Seen, concept: Concept, code: Code) -> Vec<Diagnostic> {
    let template = seen.context.template;
    let below = template.kind(seen.kind).map(|kind| kind.children.iter());
    let kinds = below
        .into_iter()
        .flatten()
        .filter_map(|id| template.kind(id));
    let kinds: Vec<_> = kinds.filter(|kind| kind.concept == Some(concept)).collect();
    // What the template counts is said by the count, and what it has no place for cannot be added.
    let is_said = kinds.is_empty() || kinds.iter().any(|kind| kind.count.0 > 0);
    let some = |objects: &crate::paper::Objects| {
        objects.concept == Some(concept) && !objects.items.is_empty()
    };
    if is_said || seen.item.children.iter().any(some) {
        return Vec::new();
    }
    vec![Diagnostic::new(code, Severity::Warning, seen.place.clone())]
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
    vec![
        seen.at(
            Role::Target,
            Code::TargetAgainstDirection,
            Severity::Warning,
        )
        .with("baseline", swedish(baseline))
        .with("target", swedish(target))
        .with("direction", &direction.label),
    ]
}

fn swedish(number: f64) -> String {
    number.to_string().replace('.', ",")
}
