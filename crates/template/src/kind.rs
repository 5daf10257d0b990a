//! Kinds of objects.

use std::collections::BTreeMap;

use model::schema::{Follows, Kind};
use model::vocabulary::{Concept, Role};

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::field;
use crate::ids;
use crate::reader::Node;
use crate::scope::{Scope, find};
use crate::words::CONCEPTS;

/// Returns the kinds. One that follows a source without a concept of its own is of the followed concept.
pub(crate) fn lower(tables: &[Node]) -> Vec<Kind> {
    tables.iter().map(|here| one(*here)).collect()
}

fn one(here: Node) -> Kind {
    let follows = here.known("follows", follows);
    Kind {
        id: here.owned("id"),
        concept: here
            .known("concept", Concept::parse)
            .or_else(|| follows.as_ref().map(|follows| follows.concept)),
        label: here.owned("label"),
        plural: here.owned("plural"),
        help: here.owned("help"),
        number: here.optional("number"),
        children: here.texts("children"),
        fields: field::lower(&here.tables("field")),
        follows,
        shows: here
            .words("shows")
            .iter()
            .filter_map(|word| Role::parse(word.text))
            .collect(),
        gone: here.owned("gone"),
        count: here.range("count").unwrap_or((0, usize::MAX)),
    }
}

fn follows(text: &str) -> Option<Follows> {
    let (source, concept) = text.split_once('.')?;
    Some(Follows {
        source: source.to_owned(),
        concept: Concept::parse(concept)?,
    })
}

/// Returns whether what every kind follows can be read.
pub(crate) fn are_followed_known(tables: &[Node]) -> bool {
    tables
        .iter()
        .all(|here| !here.has("follows") || here.known("follows", follows).is_some())
}

/// Reports what is wrong with the kinds.
pub(crate) fn check(tables: &[Node], scope: Scope, faults: &mut Faults) {
    let kinds = &scope.template.kinds;
    let known: Vec<&str> = kinds.iter().map(|kind| kind.id.as_str()).collect();
    for (here, kind) in tables.iter().zip(kinds) {
        ids::all_known("children", &here.words("children"), &known, faults);
        check_follows(*here, kind, scope, faults);
        check_title(*here, kind, scope, faults);
        field::check(
            &here.tables("field"),
            &kind.fields,
            Some(*here),
            scope,
            faults,
        );
    }
    check_cycle(tables, kinds, faults);
}

fn check_follows(here: Node, kind: &Kind, scope: Scope, faults: &mut Faults) {
    let Some(word) = here.word("follows") else {
        return;
    };
    let Some((source, concept)) = word.text.split_once('.') else {
        return;
    };
    scope.check_source(source, word.at, faults);
    if Concept::parse(concept).is_none() {
        let known = (CONCEPTS.words)();
        faults.unknown(
            word.at,
            FaultCode::UnknownConcept,
            &[("value", concept), ("key", "follows")],
            concept,
            &known,
        );
    }
    if kind.gone.is_empty() {
        faults.at(here.at, FaultCode::GoneMissing, &[("id", &kind.id)]);
    }
}

fn check_title(here: Node, kind: &Kind, scope: Scope, faults: &mut Faults) {
    let Some(concept) = kind
        .concept
        .filter(|concept| matches!(concept, Concept::Goal | Concept::Activity))
    else {
        return;
    };
    if scope.words_known && find(kind, Role::Title).is_none() {
        faults.at(
            here.at,
            FaultCode::TitleMissing,
            &[("id", &kind.id), ("concept", concept.as_str())],
        );
    }
}

fn check_cycle(tables: &[Node], kinds: &[Kind], faults: &mut Faults) {
    let edges: BTreeMap<&str, Vec<&str>> = kinds
        .iter()
        .map(|kind| {
            (
                kind.id.as_str(),
                kind.children.iter().map(String::as_str).collect(),
            )
        })
        .collect();
    let Some(way) = ids::cycle(&edges) else {
        return;
    };
    let at = tables
        .iter()
        .find(|here| way.first() == Some(&here.text("id")))
        .map_or(0, |here| here.at("children"));
    faults.at(at, FaultCode::Cycle, &[("path", &way.join(" → "))]);
}
