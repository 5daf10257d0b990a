//! From a stored value to what the page shows of it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use super::build::Context;
use super::{
    Choice, DecisionPoints, FileLine, Named, PersonLine, Printed, ReferenceLine, Rows, RowsColumn,
};
use crate::group;
use crate::input::{control_free, is_invisible, is_money};
use crate::markdown;
use crate::schema::{Field, Scale, ScaleValue};
use crate::vocabulary::{FieldType, Role};

/// Why a stored value cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// It is not of the field's type.
    Type,
    /// Its code is not on the scale.
    Choice(String),
    /// No such person is in the group.
    Person,
    /// In a row of a small table, counted from 1.
    Row(usize, Box<Misfit>),
    /// In the column with this id.
    Column(String, Box<Misfit>),
}

/// Returns what the page shows of `value`; nothing where the value is empty.
///
/// # Errors
/// It does not fit the field, or a cell of it does not fit its column.
pub(crate) fn print(
    field: &Field,
    value: &Value,
    context: &Context,
) -> Result<Option<Printed>, Misfit> {
    let (printed, misfits) = legible(field, value, context);
    match misfits.into_iter().next() {
        Some(misfit) => Err(misfit),
        None => Ok(printed),
    }
}

/// Returns what a page can show of `value`, and why the rest cannot be shown. A list and a small table stand though an
/// element or a cell of them does not fit: the others say what they say.
pub(crate) fn legible(
    field: &Field,
    value: &Value,
    context: &Context,
) -> (Option<Printed>, Vec<Misfit>) {
    if is_blank(field, field.ty, value) {
        return (None, Vec::new());
    }
    match (field.ty, value) {
        (FieldType::List, Value::Array(stored)) => {
            let (items, misfits) = list(field, stored, context);
            let printed = (!items.is_empty()).then_some(Printed::List(items));
            (printed, misfits)
        }
        (FieldType::Rows, Value::Array(stored)) => {
            let (rows, misfits) = rows(field, stored, context);
            (Some(Printed::Rows(rows)), misfits)
        }
        (ty, value) => match one(ty, field, value, context) {
            Ok(printed) => (Some(printed), Vec::new()),
            Err(misfit) => (None, vec![misfit]),
        },
    }
}

/// Returns whether a stored value says nothing as what its field is. Who decides and how says nothing of what is decided:
/// a decision without a point is none.
pub(crate) fn is_blank(field: &Field, ty: FieldType, value: &Value) -> bool {
    match (ty, value) {
        (FieldType::Decision, Value::Object(parts)) => {
            let points = parts.get("points").is_none_or(Value::is_array);
            points && parts.get("points").is_none_or(is_empty)
        }
        (FieldType::List, Value::Array(items)) => {
            let of = if field.of == FieldType::List {
                FieldType::Line
            } else {
                field.of
            };
            items.iter().all(|item| is_blank(field, of, item))
        }
        _ => is_empty(value),
    }
}

/// Returns whether a stored value says nothing: null, what nobody sees, an empty list or table.
pub(crate) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.chars().all(is_invisible),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Returns the scale that a choice takes its words from: the template's own, else the profile's.
pub(crate) fn scale<'a>(field: &Field, context: &Context<'a>) -> Option<&'a Scale> {
    context.profile.scale_of(context.template, field)
}

fn one(ty: FieldType, field: &Field, value: &Value, context: &Context) -> Result<Printed, Misfit> {
    let text = || {
        value
            .as_str()
            .map(|text| control_free(text).trim().to_owned())
            .ok_or(Misfit::Type)
    };
    Ok(match ty {
        FieldType::Line => Printed::Line(text()?.split_whitespace_keeping_hard()),
        FieldType::Text => Printed::Text(markdown::parse(&text()?)),
        FieldType::Date => Printed::Date(day(&text()?)?),
        FieldType::Number => Printed::Number(
            value
                .as_f64()
                .filter(|n| n.is_finite())
                .ok_or(Misfit::Type)?,
        ),
        FieldType::Money => {
            let amount = value.as_i64().filter(|amount| is_money(*amount));
            Printed::Money(amount.ok_or(Misfit::Type)?)
        }
        FieldType::Bool => Printed::Bool(value.as_bool().ok_or(Misfit::Type)?),
        FieldType::Choice => choice(field, &text()?, context)?,
        FieldType::Person => person(&text()?, context)?,
        FieldType::Party => Printed::Party(named(&text()?, |id| {
            context.profile.party(id).map(|party| party.name.clone())
        })),
        FieldType::Body => Printed::Body(body(&text()?, context)),
        FieldType::Image => Printed::Image(group::logo(value).ok_or(Misfit::Type)?),
        FieldType::File => Printed::File(file(value)?),
        FieldType::Reference => Printed::Reference(reference(value)?),
        FieldType::Decision => Printed::Decision(decision(value, context)?),
        FieldType::List | FieldType::Rows => return Err(Misfit::Type),
    })
}

/// A day with four digits of its year: neither calendars nor a PDF's dates know others.
fn day(text: &str) -> Result<NaiveDate, Misfit> {
    let day = text.parse::<NaiveDate>().ok();
    day.filter(|day| (1..=9999).contains(&day.year()))
        .ok_or(Misfit::Type)
}

/// One line: breaks become spaces; hard spaces stay.
trait OneLine {
    fn split_whitespace_keeping_hard(&self) -> String;
}

impl OneLine for String {
    fn split_whitespace_keeping_hard(&self) -> String {
        self.split(['\n', '\t', '\r', '\u{2028}', '\u{2029}'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn choice(field: &Field, code: &str, context: &Context) -> Result<Printed, Misfit> {
    let value = scale(field, context)
        .and_then(|scale| scale.value(code))
        .ok_or_else(|| Misfit::Choice(code.to_owned()))?;
    Ok(Printed::Choice(chosen(value)))
}

/// Returns a word of a scale as the page shows it.
pub(super) fn chosen(value: &ScaleValue) -> Choice {
    Choice {
        code: value.code.clone(),
        label: value.label.clone(),
        mark: value.mark.clone(),
        deviates: value.deviates,
        means: value.means,
    }
}

fn person(id: &str, context: &Context) -> Result<Printed, Misfit> {
    let id = id.parse().map_err(|_| Misfit::Person)?;
    let person = context.group.person(id).ok_or(Misfit::Person)?;
    let word = |role| person.word(role).to_owned();
    Ok(Printed::Person(PersonLine {
        id,
        name: word(Role::Name),
        office: word(Role::Office),
        organisation: word(Role::Organisation),
    }))
}

fn body(id: &str, context: &Context) -> Named {
    named(id, |id| {
        context.profile.body(id).map(|body| body.name.clone())
    })
}

fn named(text: &str, name: impl Fn(&str) -> Option<String>) -> Named {
    match name(text) {
        Some(label) => Named {
            id: Some(text.to_owned()),
            label,
        },
        None => Named {
            id: None,
            label: text.to_owned(),
        },
    }
}

fn file(value: &Value) -> Result<FileLine, Misfit> {
    let pages = value
        .get("pages")
        .and_then(Value::as_u64)
        .and_then(|pages| u32::try_from(pages).ok());
    let title = key(value, "title");
    if title.is_empty() {
        return Err(Misfit::Type);
    }
    Ok(FileLine {
        title,
        name: key(value, "name"),
        pages,
        sha256: Some(key(value, "sha256")).filter(|hash| !hash.is_empty()),
    })
}

fn reference(value: &Value) -> Result<ReferenceLine, Misfit> {
    let title = key(value, "title");
    let date = match key(value, "date") {
        day if day.is_empty() => None,
        day => Some(day.parse().map_err(|_| Misfit::Type)?),
    };
    if title.is_empty() {
        return Err(Misfit::Type);
    }
    Ok(ReferenceLine {
        title,
        date,
        number: key(value, "number"),
    })
}

/// Returns what a decision says, whether it has points yet or not.
pub(super) fn decision(value: &Value, context: &Context) -> Result<DecisionPoints, Misfit> {
    let body = body(&key(value, "body"), context);
    let id = key(value, "mode");
    let mode = context
        .profile
        .decision_modes
        .iter()
        .find(|mode| mode.id == id)
        .ok_or(Misfit::Choice(id))?;
    let points = value
        .get("points")
        .and_then(Value::as_array)
        .ok_or(Misfit::Type)?;
    Ok(DecisionPoints {
        mode: mode.id.clone(),
        opening: mode.opening.replace("{body}", &body.label),
        body,
        form: mode.form.clone(),
        points: points
            .iter()
            .filter_map(Value::as_str)
            .map(|point| control_free(point).trim().to_owned())
            .filter(|point| !point.is_empty())
            .collect(),
    })
}

fn key(value: &Value, name: &str) -> String {
    value
        .get(name)
        .and_then(Value::as_str)
        .map(|text| control_free(text).trim().to_owned())
        .unwrap_or_default()
}

/// Returns the elements of a list, and those that do not fit, which are left out of it.
fn list(field: &Field, stored: &[Value], context: &Context) -> (Vec<Printed>, Vec<Misfit>) {
    let (mut items, mut misfits) = (Vec::new(), Vec::new());
    let said = |(_, item): &(usize, &Value)| !is_blank(field, field.of, item);
    for (index, item) in stored.iter().enumerate().filter(said) {
        match one(field.of, field, item, context) {
            Ok(item) => items.push(item),
            Err(misfit) => misfits.push(Misfit::Row(index + 1, Box::new(misfit))),
        }
    }
    (items, misfits)
}

/// Returns a small table cell by cell, and the cells that do not fit, which are empty in it.
fn rows(field: &Field, stored: &[Value], context: &Context) -> (Rows, Vec<Misfit>) {
    let mut misfits = Vec::new();
    let said = stored.iter().enumerate().filter(|(_, row)| !is_empty(row));
    let rows = said.map(|(index, row)| {
        let mut wrong = |misfit| misfits.push(Misfit::Row(index + 1, Box::new(misfit)));
        if !row.is_object() {
            wrong(Misfit::Type);
        }
        let cells = field.columns.iter().map(|column| {
            let cell = row.get(&column.id).unwrap_or(&Value::Null);
            let (printed, misfits) = legible(column, cell, context);
            for misfit in misfits {
                wrong(Misfit::Column(column.id.clone(), Box::new(misfit)));
            }
            printed
        });
        cells.collect()
    });
    let rows = rows.collect();
    let columns = field.columns.iter().map(column).collect();
    (Rows { columns, rows }, misfits)
}

fn column(field: &Field) -> RowsColumn {
    RowsColumn {
        id: field.id.clone(),
        is: field.is,
        label: field.label.clone(),
        ty: field.ty,
    }
}

/// Returns every text of a stored value, for the search for characters that cannot be printed.
pub(super) fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Returns the stored form of a printed value: what a page shows as it.
#[must_use]
pub fn store(printed: &Printed) -> Value {
    match printed {
        Printed::Line(text) => text.as_str().into(),
        Printed::Text(blocks) => markdown::render(blocks).into(),
        Printed::Date(day) => day.to_string().into(),
        Printed::Number(number) => (*number).into(),
        Printed::Money(amount) => (*amount).into(),
        Printed::Bool(yes) => (*yes).into(),
        Printed::Choice(choice) => choice.code.as_str().into(),
        Printed::Person(person) => person.id.to_string().into(),
        Printed::Party(named) | Printed::Body(named) => {
            named.id.as_ref().unwrap_or(&named.label).as_str().into()
        }
        Printed::List(items) => items.iter().map(store).collect(),
        Printed::Rows(rows) => rows
            .rows
            .iter()
            .map(|row| store_row(&rows.columns, row))
            .collect(),
        Printed::Image(logo) => store_logo(logo),
        Printed::File(file) => serde_json::to_value(file).unwrap_or_default(),
        Printed::Reference(reference) => serde_json::to_value(reference).unwrap_or_default(),
        Printed::Decision(decision) => serde_json::json!({
            "mode": decision.mode,
            "body": decision.body.id.as_ref().unwrap_or(&decision.body.label),
            "points": decision.points,
        }),
    }
}

/// Returns the stored form of a logotype.
pub(super) fn store_logo(logo: &super::Logo) -> Value {
    let (sha256, ending) = logo.image.rsplit_once('.').unwrap_or((&logo.image, "png"));
    match &logo.alt {
        Some(alt) => serde_json::json!({ "sha256": sha256, "ending": ending, "alt": alt }),
        None => serde_json::json!({ "sha256": sha256, "ending": ending, "decorative": true }),
    }
}

fn store_row(columns: &[RowsColumn], row: &[Option<Printed>]) -> Value {
    let cells: BTreeMap<&str, Value> = columns
        .iter()
        .zip(row)
        .filter_map(|(column, cell)| Some((column.id.as_str(), store(cell.as_ref()?))))
        .collect();
    serde_json::to_value(cells).unwrap_or_default()
}
