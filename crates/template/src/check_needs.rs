//! Which of the checks that a template asks for find what they read in it.

use model::check_names::{NamedCheck, Need};

use crate::fault::{FaultCode, Faults};
use crate::reader::Node;
use crate::scope::{Found, Scope};

/// Reports each check that lacks something and so is switched off.
pub(crate) fn check(root: Node, scope: Scope, faults: &mut Faults) {
    for word in root.words("checks") {
        let Some(check) = NamedCheck::parse(word.text) else {
            continue;
        };
        let missing: Vec<String> = check
            .needs()
            .iter()
            .filter(|need| !is_met(**need, scope))
            .map(ToString::to_string)
            .collect();
        if !missing.is_empty() && scope.words_known {
            faults.at(
                word.at,
                FaultCode::CheckOff,
                &[("check", word.text), ("missing", &missing.join(", "))],
            );
        }
    }
}

fn is_met(need: Need, scope: Scope) -> bool {
    let Some(role) = need.role else {
        return scope.kinds(need.concept).next().is_some();
    };
    match (scope.find(need.concept, role), need.column) {
        (None, _) => false,
        (Some(Found::Own(field)), Some(column)) => {
            field.columns.iter().any(|other| other.is == Some(column))
        }
        (Some(_), _) => true,
    }
}
