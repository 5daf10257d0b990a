//! What views name: concepts, roles and columns must be there, and of a type that can be computed.

use model::schema::Field;
use model::vocabulary::{Concept, FieldType, Role};

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::reader::{Node, Word};
use crate::scope::{Found, Scope};
use crate::words::{CONCEPTS, ROLES};

/// Types that sums add up.
const AMOUNTS: &[FieldType] = &[FieldType::Money];

/// Types whose values can head a column.
const NAMES: &[FieldType] = &[
    FieldType::Party,
    FieldType::Body,
    FieldType::Line,
    FieldType::Choice,
];

/// Reports what is wrong with the paths of the views.
pub(crate) fn check(tables: &[Node], scope: Scope, faults: &mut Faults) {
    for here in tables {
        let per = here.known("per", Concept::parse);
        if let Some(concept) = per {
            has_concept(*here, "per", concept, scope, faults);
            role_of(
                *here,
                "deviating",
                concept,
                &[FieldType::Choice],
                scope,
                faults,
            );
        }
        for measure in here
            .tables("columns")
            .into_iter()
            .chain(here.tables("figures"))
        {
            check_measure(measure, per, scope, faults);
        }
    }
}

fn check_measure(here: Node, per: Option<Concept>, scope: Scope, faults: &mut Faults) {
    if let Some(concept) = here.known("count", Concept::parse) {
        has_concept(here, "count", concept, scope, faults);
    }
    if let Some(concept) = per {
        role_of(here, "show", concept, &[], scope, faults);
    }
    for (key, types) in [
        ("sum", AMOUNTS),
        ("less", AMOUNTS),
        ("count_by", &[FieldType::Choice]),
        ("by", NAMES),
    ] {
        if let Some(word) = here.word(key) {
            path(key, word, types, scope, faults);
        }
    }
    if let (Some(sum), Some(by)) = (here.word("sum"), here.word("by")) {
        same_rows(sum, by, faults);
    }
}

fn has_concept(here: Node, key: &str, concept: Concept, scope: Scope, faults: &mut Faults) -> bool {
    let found = scope.kinds(concept).next().is_some();
    if !found && scope.words_known {
        let args = [("concept", concept.as_str()), ("key", key)];
        faults.unknown(
            here.at(key),
            FaultCode::PathConcept,
            &args,
            concept.as_str(),
            &scope.concepts(),
        );
    }
    found
}

/// Checks a role of the objects that a table has rows for.
fn role_of(
    here: Node,
    key: &str,
    concept: Concept,
    types: &[FieldType],
    scope: Scope,
    faults: &mut Faults,
) {
    let (Some(word), Some(role)) = (here.word(key), here.known(key, Role::parse)) else {
        return;
    };
    if scope.kinds(concept).next().is_none() {
        return;
    }
    if let Some(found) = find(key, word.at, (concept, role), scope, faults) {
        check_type(key, word, found.ty(), types, faults);
    }
}

fn path(key: &str, word: Word, types: &[FieldType], scope: Scope, faults: &mut Faults) {
    let parts: Vec<&str> = word.text.split('.').collect();
    let [concept, role, ref column @ ..] = parts[..] else {
        return;
    };
    let (Some(concept), Some(role)) = (
        parse_concept(key, word, concept, faults),
        parse_role(key, word, role, faults),
    ) else {
        return;
    };
    let column = match column {
        [] => None,
        [column, ..] => match parse_role(key, word, column, faults) {
            None => return,
            some => some,
        },
    };
    if scope.kinds(concept).next().is_none() {
        if scope.words_known {
            let args = [("concept", concept.as_str()), ("key", key)];
            faults.unknown(
                word.at,
                FaultCode::PathConcept,
                &args,
                concept.as_str(),
                &scope.concepts(),
            );
        }
        return;
    }
    let Some(found) = find(key, word.at, (concept, role), scope, faults) else {
        return;
    };
    match (column, found) {
        (None, found) => check_type(key, word, found.ty(), types, faults),
        (Some(column), Found::Own(field)) => {
            check_column(key, word, (field, column), types, faults)
        }
        (Some(_), Found::Shown) => {}
    }
}

fn parse_concept(key: &str, word: Word, text: &str, faults: &mut Faults) -> Option<Concept> {
    let concept = Concept::parse(text);
    if concept.is_none() {
        let known = (CONCEPTS.words)();
        faults.unknown(
            word.at,
            FaultCode::UnknownConcept,
            &[("value", text), ("key", key)],
            text,
            &known,
        );
    }
    concept
}

fn parse_role(key: &str, word: Word, text: &str, faults: &mut Faults) -> Option<Role> {
    let role = Role::parse(text);
    if role.is_none() {
        let known = (ROLES.words)();
        faults.unknown(
            word.at,
            FaultCode::UnknownRole,
            &[("value", text), ("key", key)],
            text,
            &known,
        );
    }
    role
}

fn find<'a>(
    key: &str,
    at: usize,
    (concept, role): (Concept, Role),
    scope: Scope<'a>,
    faults: &mut Faults,
) -> Option<Found<'a>> {
    let found = scope.find(concept, role);
    if found.is_none() && scope.words_known {
        let args = [
            ("concept", concept.as_str()),
            ("role", role.as_str()),
            ("key", key),
        ];
        faults.unknown(
            at,
            FaultCode::PathRole,
            &args,
            role.as_str(),
            &scope.roles(concept),
        );
    }
    found
}

fn check_column(
    key: &str,
    word: Word,
    (field, role): (&Field, Role),
    types: &[FieldType],
    faults: &mut Faults,
) {
    match field.columns.iter().find(|column| column.is == Some(role)) {
        Some(column) => check_type(key, word, Some(column.ty), types, faults),
        None => {
            let known: Vec<&str> = field
                .columns
                .iter()
                .filter_map(|column| column.is)
                .map(Role::as_str)
                .collect();
            let args = [("key", key), ("path", word.text), ("column", role.as_str())];
            faults.unknown(word.at, FaultCode::PathColumn, &args, role.as_str(), &known);
        }
    }
}

fn check_type(
    key: &str,
    word: Word,
    ty: Option<FieldType>,
    types: &[FieldType],
    faults: &mut Faults,
) {
    let Some(ty) = ty.filter(|ty| !types.is_empty() && !types.contains(ty)) else {
        return;
    };
    let wanted: Vec<&str> = types.iter().map(|ty| ty.as_str()).collect();
    let args = [
        ("path", word.text),
        ("key", key),
        ("type", ty.as_str()),
        ("wanted", &wanted.join(", ")),
    ];
    faults.at(word.at, FaultCode::PathType, &args);
}

/// The amount and what splits it are columns of one small table.
fn same_rows(sum: Word, by: Word, faults: &mut Faults) {
    let rows = |path: Word| {
        path.text
            .match_indices('.')
            .nth(1)
            .map(|(end, _)| path.text[..end].to_owned())
    };
    if rows(sum).is_none() || rows(sum) != rows(by) {
        faults.at(
            by.at,
            FaultCode::PathElsewhere,
            &[("key", "by"), ("path", by.text), ("other", sum.text)],
        );
    }
}
