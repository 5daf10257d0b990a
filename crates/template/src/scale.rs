//! Scales of templates and profiles.

use model::schema::{Scale, ScaleValue};
use model::vocabulary::Meaning;

use crate::faults::Faults;
use crate::ids;
use crate::reader::Node;

/// Returns the scales of a template or profile.
pub(crate) fn lower(tables: &[Node]) -> Vec<Scale> {
    tables
        .iter()
        .map(|here| Scale {
            id: here.owned("id"),
            values: here.tables("values").into_iter().map(value).collect(),
        })
        .collect()
}

fn value(here: Node) -> ScaleValue {
    ScaleValue {
        code: here.owned("code"),
        label: here.owned("label"),
        several: here.owned("several"),
        mark: here.owned("mark"),
        help: here.owned("help"),
        deviates: here.bool("deviates").unwrap_or(false),
        means: here.known("means", Meaning::parse),
    }
}

/// Reports ids and codes that stand twice.
pub(crate) fn check(tables: &[Node], faults: &mut Faults) {
    ids::unique(tables.iter().filter_map(|here| here.word("id")), faults);
    for here in tables {
        ids::unique(
            here.tables("values")
                .iter()
                .filter_map(|value| value.word("code")),
            faults,
        );
    }
}
