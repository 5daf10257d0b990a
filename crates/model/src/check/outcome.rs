//! The outcome of a goal beside what its indicators suggest. The group decides; where it departs it says why.

use super::Seen;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::cell;
use crate::paper::{Item, Printed};
use crate::schema::with_role;
use crate::vocabulary::{Concept, Role};

/// An assessment that is not the one that the indicators suggest has a motivation.
///
/// The suggestion: all measured targets are reached, some are, none is. Words are the template's, so it is the
/// marks of the scale that tell which is meant.
pub(super) fn motivated(seen: &Seen) -> Vec<Diagnostic> {
    let Some(Printed::Choice(chosen)) = seen.value(Role::Assessment) else {
        return Vec::new();
    };
    let below = seen.item.children.iter();
    let indicators = below.filter(|below| below.concept == Some(Concept::Indicator));
    let measured: Vec<bool> = indicators
        .flat_map(|below| &below.items)
        .filter_map(reached)
        .collect();
    let reached = measured.iter().filter(|reached| **reached).count();
    let mark = match (reached, measured.len()) {
        (_, 0) => return Vec::new(),
        (0, _) => "○",
        (reached, all) if reached == all => "●",
        _ => "◐",
    };
    if chosen.mark == mark || !seen.text(Role::Motivation).is_empty() {
        return Vec::new();
    }
    let fields = seen.context.template.fields_of(Some(seen.kind));
    let scale =
        with_role(fields, Role::Assessment).and_then(|field| cell::scale(field, seen.context));
    let suggested = scale.and_then(|scale| scale.values.iter().find(|value| value.mark == mark));
    let Some(suggested) = suggested else {
        return Vec::new();
    };
    let found = seen.at(
        Role::Motivation,
        Code::AssessmentUnmotivated,
        Severity::Blocking,
    );
    vec![
        found
            .with("chosen", &chosen.label)
            .with("suggested", &suggested.label)
            .with("reached", reached)
            .with("measured", measured.len()),
    ]
}

/// Returns whether an indicator reached its target; nothing where it was not measured or has none.
fn reached(indicator: &Item) -> Option<bool> {
    let number = |role| match indicator.cell(role)?.value.as_ref()? {
        Printed::Number(number) => Some(*number),
        _ => None,
    };
    let (measured, target) = (number(Role::Measured)?, number(Role::Target)?);
    match indicator.cell(Role::Direction)?.value.as_ref()? {
        Printed::Choice(direction) if direction.code == "higher" => Some(measured >= target),
        Printed::Choice(direction) if direction.code == "lower" => Some(measured <= target),
        _ => None,
    }
}
