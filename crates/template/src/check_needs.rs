//! Which of the checks that a template asks for find what they read in it.

use model::check::{NAMED, Named};
use model::vocabulary::Concept;

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::reader::Node;
use crate::scope::Scope;

/// Checks that look for objects below those they look at, with the concept of what they look for.
const BELOW: &[(&str, Concept)] = &[
    ("goals_have_activities", Concept::Activity),
    ("goals_have_indicators", Concept::Indicator),
];

/// Reports each check that lacks something and so is switched off.
pub(crate) fn check(root: Node, scope: Scope, faults: &mut Faults) {
    for word in root.words("checks") {
        let Some(named) = NAMED.iter().find(|named| named.name == word.text) else {
            continue;
        };
        let missing = missing(named, scope);
        if !missing.is_empty() && scope.words_known {
            let args = [("check", word.text), ("missing", &missing.join(", "))];
            faults.at(word.at, FaultCode::CheckOff, &args);
        }
    }
}

/// Returns what the check reads that the template lacks, as templates write paths.
fn missing(named: &Named, scope: Scope) -> Vec<String> {
    let lacks = |concept: &Concept| scope.kinds(*concept).next().is_none();
    let roles = named
        .roles
        .iter()
        .filter(|role| scope.find(named.concept, **role).is_none());
    let below = BELOW
        .iter()
        .filter(|(name, concept)| *name == named.name && lacks(concept));
    let mut found: Vec<String> = roles
        .map(|role| format!("{}.{}", named.concept.as_str(), role.as_str()))
        .collect();
    found.extend(below.map(|(_, concept)| concept.as_str().to_owned()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_that_look_below_are_known_by_name() {
        for (name, _) in BELOW {
            assert!(NAMED.iter().any(|named| named.name == *name), "{name}");
        }
    }
}
