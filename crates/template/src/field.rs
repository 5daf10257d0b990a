//! Fields of documents, kinds and small tables.

use model::schema::{Condition, Field, Start};
use model::vocabulary::{FieldType, Role, Stage};

use crate::codes::FaultCode;
use crate::default_value;
use crate::faults::Faults;
use crate::ids;
use crate::reader::{Node, json};
use crate::scope::Scope;
use crate::words::ROLES;

/// Characters that a line of the page takes, about.
const LINE: usize = 70;

/// Returns the fields of a table's list, or the columns of a field.
pub(crate) fn lower(tables: &[Node]) -> Vec<Field> {
    tables.iter().map(|here| one(*here)).collect()
}

fn one(here: Node) -> Field {
    Field {
        id: here.owned("id"),
        is: here.known("is", Role::parse),
        ty: here
            .known("type", FieldType::parse)
            .unwrap_or(FieldType::Line),
        of: here
            .known("of", FieldType::parse)
            .unwrap_or(FieldType::Line),
        label: here.owned("label"),
        help: here.owned("help"),
        required: here.known("required", Stage::parse),
        required_if: here.inner("required_if").map(|here| Condition {
            field: here.owned("field"),
            codes: here.texts("codes"),
        }),
        default: here
            .value("default")
            .and_then(|value| json(value.get_ref())),
        start: here.known("start", start),
        print: here.bool("print").unwrap_or(true),
        numbered: here.bool("numbered").unwrap_or(false),
        max: here.count("max"),
        lines: here.range("lines"),
        scale: here.optional("scale"),
        none: here.optional("none"),
        columns: lower(&here.tables("columns")),
    }
}

fn start(text: &str) -> Option<Start> {
    let (source, role) = text.split_once('.')?;
    Some(Start {
        source: source.to_owned(),
        role: Role::parse(role)?,
    })
}

/// Reports what is wrong with the fields of the document or of `kind`.
pub(crate) fn check(
    tables: &[Node],
    fields: &[Field],
    kind: Option<Node>,
    scope: Scope,
    faults: &mut Faults,
) {
    ids::unique(tables.iter().filter_map(|here| here.word("id")), faults);
    for (index, (here, field)) in tables.iter().zip(fields).enumerate() {
        check_value(*here, field, scope, faults);
        check_limits(*here, field, faults);
        check_condition(*here, field, fields, scope, faults);
        check_start(*here, kind, scope, faults);
        role_twice(*here, field, &fields[..index], faults);
        let columns = here.tables("columns");
        ids::unique(columns.iter().filter_map(|here| here.word("id")), faults);
        for (index, (here, column)) in columns.iter().zip(&field.columns).enumerate() {
            check_value(*here, column, scope, faults);
            role_twice(*here, column, &field.columns[..index], faults);
        }
    }
}

/// Reports what is wrong with the type of a field's or a column's value.
fn check_value(here: Node, field: &Field, scope: Scope, faults: &mut Faults) {
    let Some(ty) = here.known("type", FieldType::parse) else {
        return;
    };
    let args = [("id", field.id.as_str()), ("key", "scale")];
    match here.word("scale") {
        Some(scale) => scope.check_scale(scale, faults),
        None if ty == FieldType::List && field.of == FieldType::Choice => {
            faults.at(here.at("of"), FaultCode::ChoiceWithoutScale, &args);
        }
        None => {}
    }
    if ty == FieldType::List && field.of != FieldType::Choice && here.has("scale") {
        let args = [
            ("key", "scale"),
            ("type", field.of.as_str()),
            ("types", "choice"),
        ];
        faults.at(here.at("scale"), FaultCode::KeyMisplaced, &args);
    }
    default_value::check(here, field, scope, faults);
    role_type(here, field, faults);
}

fn check_limits(here: Node, field: &Field, faults: &mut Faults) {
    let (Some(max), Some((fewest, _))) = (field.max, field.lines) else {
        return;
    };
    let least = fewest.saturating_sub(1) * LINE;
    if field.ty == FieldType::Text && (1..least).contains(&max) {
        let args = [
            ("max", &*max.to_string()),
            ("lines", &*fewest.to_string()),
            ("least", &*least.to_string()),
        ];
        faults.at(here.at("max"), FaultCode::LimitsDisagree, &args);
    }
}

fn check_condition(here: Node, field: &Field, fields: &[Field], scope: Scope, faults: &mut Faults) {
    let Some(inner) = here.inner("required_if") else {
        return;
    };
    let Some(word) = inner.word("field") else {
        return;
    };
    let others: Vec<&str> = fields
        .iter()
        .map(|field| field.id.as_str())
        .filter(|id| *id != field.id)
        .collect();
    if !others.contains(&word.text) {
        return ids::unknown("required_if", word, &others, faults);
    }
    let other = fields.iter().find(|field| field.id == word.text);
    let scale = other
        .and_then(|other| other.scale.as_deref())
        .and_then(|id| scope.scale(id));
    for code in inner.words("codes") {
        if let Some(scale) = scale.filter(|scale| scale.value(code.text).is_none()) {
            ids::unknown_code(code.text, code.at, scale, faults);
        }
    }
}

fn check_start(here: Node, kind: Option<Node>, scope: Scope, faults: &mut Faults) {
    let Some(word) = here.word("start") else {
        return;
    };
    let Some((source, role)) = word.text.split_once('.') else {
        return;
    };
    scope.check_source(source, word.at, faults);
    if Role::parse(role).is_none() {
        let known = (ROLES.words)();
        faults.unknown(
            word.at,
            FaultCode::UnknownRole,
            &[("value", role), ("key", "start")],
            role,
            &known,
        );
    }
    if kind.is_some_and(|kind| !kind.has("follows")) {
        faults.at(
            word.at,
            FaultCode::StartWithoutFollows,
            &[("id", here.text("id"))],
        );
    }
}

fn role_twice(here: Node, field: &Field, before: &[Field], faults: &mut Faults) {
    let Some(role) = field.is else { return };
    if let Some(other) = before.iter().find(|other| other.is == Some(role)) {
        let args = [
            ("role", role.as_str()),
            ("id", &field.id),
            ("other", &other.id),
        ];
        faults.at(here.at("is"), FaultCode::RoleTwice, &args);
    }
}

fn role_type(here: Node, field: &Field, faults: &mut Faults) {
    let Some(role) = field.is else { return };
    let wanted = types(role);
    let ty = if field.ty == FieldType::List {
        field.of
    } else {
        field.ty
    };
    if !wanted.is_empty() && !wanted.contains(&field.ty) && !wanted.contains(&ty) {
        let wanted: Vec<&str> = wanted.iter().map(|ty| ty.as_str()).collect();
        let args = [
            ("role", role.as_str()),
            ("type", field.ty.as_str()),
            ("wanted", &wanted.join(", ")),
        ];
        faults.at(here.at("type"), FaultCode::RoleType, &args);
    }
}

/// Returns the types that rules can read for a role; none where they read no more than the text.
const fn types(role: Role) -> &'static [FieldType] {
    match role {
        Role::Amount | Role::Outcome | Role::Forecast => &[FieldType::Money],
        Role::Start
        | Role::End
        | Role::Date
        | Role::HandledOn
        | Role::MeetingDate
        | Role::SentOn
        | Role::RepliedOn
        | Role::ReplyBy
        | Role::GroupBy
        | Role::SupportBy
        | Role::Day => &[FieldType::Date],
        Role::Financing
        | Role::Milestones
        | Role::Occasions
        | Role::Offices
        | Role::Deadlines
        | Role::Bookings
        | Role::Meetings
        | Role::Decisions
        | Role::Contacts => &[FieldType::Rows],
        Role::Status | Role::Assessment | Role::Direction => &[FieldType::Choice],
        Role::Responsible | Role::Presenter | Role::Substitute => {
            &[FieldType::Person, FieldType::Line]
        }
        Role::Attending | Role::Minutes | Role::Baseline | Role::Target | Role::Measured => {
            &[FieldType::Number]
        }
        Role::DecisionPoints => &[FieldType::Decision],
        Role::Logos => &[FieldType::Image],
        Role::Grounds => &[FieldType::Reference],
        _ => &[],
    }
}
