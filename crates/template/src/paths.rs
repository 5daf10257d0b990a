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

/// Types that a clock adds up.
const MINUTES: &[FieldType] = &[FieldType::Number];

/// Types whose words can be counted.
const CHOICES: &[FieldType] = &[FieldType::Choice];

/// Reports what is wrong with the paths of the views.
pub(crate) fn check(tables: &[Node], scope: Scope, faults: &mut Faults) {
    for here in tables {
        let per = here.known("per", Concept::parse);
        if let (Some(concept), Some(asked)) = (per, Asked::of(*here, "per", &[])) {
            asked.has_objects(concept, scope, faults);
        }
        role_of(per, Asked::of(*here, "deviating", CHOICES), scope, faults);
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
    if let (Some(concept), Some(asked)) = (
        here.known("count", Concept::parse),
        Asked::of(here, "count", &[]),
    ) {
        asked.has_objects(concept, scope, faults);
    }
    role_of(per, Asked::of(here, "show", &[]), scope, faults);
    role_of(per, Asked::of(here, "clock", MINUTES), scope, faults);
    for (key, types) in [
        ("sum", AMOUNTS),
        ("less", AMOUNTS),
        ("count_by", CHOICES),
        ("by", NAMES),
    ] {
        if let Some(asked) = Asked::of(here, key, types) {
            asked.check_path(scope, faults);
        }
    }
    if let (Some(sum), Some(by)) = (here.word("sum"), here.word("by")) {
        same_rows(sum, by, faults);
    }
}

/// Checks a role of the objects that a table has rows for. That there are none is said of `per`.
fn role_of(per: Option<Concept>, asked: Option<Asked>, scope: Scope, faults: &mut Faults) {
    let (Some(concept), Some(asked)) = (per, asked) else {
        return;
    };
    let Some(role) = Role::parse(asked.word.text).filter(|_| scope.kinds(concept).next().is_some())
    else {
        return;
    };
    if let Some(found) = asked.find(concept, role, scope, faults) {
        asked.check_type(found.ty(), faults);
    }
}

/// What a key names, and the types that it can compute; any where there are none.
#[derive(Clone, Copy)]
struct Asked<'a> {
    key: &'static str,
    word: Word<'a>,
    types: &'static [FieldType],
}

impl<'a> Asked<'a> {
    fn of(here: Node<'a>, key: &'static str, types: &'static [FieldType]) -> Option<Self> {
        here.word(key).map(|word| Self { key, word, types })
    }

    /// Checks `concept.role` or `concept.role.column`.
    fn check_path(self, scope: Scope, faults: &mut Faults) {
        if !self.word.text.contains('.') {
            return;
        }
        let mut parts = self.word.text.split('.');
        let concept = parts.next().and_then(|text| self.concept(text, faults));
        let role = parts.next().and_then(|text| self.role(text, faults));
        let column = parts.next().map(|text| self.role(text, faults));
        let (Some(concept), Some(role)) = (concept, role) else {
            return;
        };
        if !self.has_objects(concept, scope, faults) {
            return;
        }
        let found = self.find(concept, role, scope, faults);
        match (found, column) {
            (Some(found), None) => self.check_type(found.ty(), faults),
            (Some(Found::Own(field)), Some(Some(column))) => {
                self.check_column(field, column, faults);
            }
            _ => {}
        }
    }

    fn concept(self, text: &str, faults: &mut Faults) -> Option<Concept> {
        let concept = Concept::parse(text);
        if concept.is_none() {
            let args = [("value", text), ("key", self.key)];
            faults.unknown(
                self.word.at,
                FaultCode::UnknownConcept,
                &args,
                text,
                &(CONCEPTS.words)(),
            );
        }
        concept
    }

    fn role(self, text: &str, faults: &mut Faults) -> Option<Role> {
        let role = Role::parse(text);
        if role.is_none() {
            let args = [("value", text), ("key", self.key)];
            faults.unknown(
                self.word.at,
                FaultCode::UnknownRole,
                &args,
                text,
                &(ROLES.words)(),
            );
        }
        role
    }

    fn has_objects(self, concept: Concept, scope: Scope, faults: &mut Faults) -> bool {
        let found = scope.kinds(concept).next().is_some();
        if !found && scope.words_known {
            let args = [("concept", concept.as_str()), ("key", self.key)];
            faults.unknown(
                self.word.at,
                FaultCode::PathConcept,
                &args,
                concept.as_str(),
                &scope.concepts(),
            );
        }
        found
    }

    fn find<'s>(
        self,
        concept: Concept,
        role: Role,
        scope: Scope<'s>,
        faults: &mut Faults,
    ) -> Option<Found<'s>> {
        let found = scope.find(concept, role);
        if found.is_none() && scope.words_known {
            let args = [
                ("concept", concept.as_str()),
                ("role", role.as_str()),
                ("key", self.key),
            ];
            faults.unknown(
                self.word.at,
                FaultCode::PathRole,
                &args,
                role.as_str(),
                &scope.roles(concept),
            );
        }
        found
    }

    fn check_column(self, field: &Field, role: Role, faults: &mut Faults) {
        if let Some(column) = field.columns.iter().find(|column| column.is == Some(role)) {
            return self.check_type(Some(column.ty), faults);
        }
        let known: Vec<&str> = field
            .columns
            .iter()
            .filter_map(|column| column.is)
            .map(Role::as_str)
            .collect();
        let args = [
            ("key", self.key),
            ("path", self.word.text),
            ("column", role.as_str()),
        ];
        faults.unknown(
            self.word.at,
            FaultCode::PathColumn,
            &args,
            role.as_str(),
            &known,
        );
    }

    fn check_type(self, ty: Option<FieldType>, faults: &mut Faults) {
        let other = |ty: &FieldType| !self.types.is_empty() && !self.types.contains(ty);
        let Some(ty) = ty.filter(other) else { return };
        let wanted: Vec<&str> = self.types.iter().map(|ty| ty.as_str()).collect();
        let args = [
            ("path", self.word.text),
            ("key", self.key),
            ("type", ty.as_str()),
            ("wanted", &wanted.join(", ")),
        ];
        faults.at(self.word.at, FaultCode::PathType, &args);
    }
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
        let args = [("key", "by"), ("path", by.text), ("other", sum.text)];
        faults.at(by.at, FaultCode::PathElsewhere, &args);
    }
}
