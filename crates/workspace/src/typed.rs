//! What people type, made into stored values: dates and amounts as they come, a choice by its word.

mod back;
mod decision;

pub(crate) use back::as_typed;
pub(crate) use decision::{decides, openings};

use chrono::{Datelike, NaiveDate};
use model::group::Group;
use model::id::ObjectId;
use model::input;
use model::meeting::read;
use model::period::Period;
use model::schema::Field;
use model::vocabulary::{Concept, FieldType, Role};
use serde_json::{Map, Value, json};

use crate::error::{Error, What};
use crate::load::Loaded;
use crate::{Input, accounts, clock};

/// Returns the stored value of what a field is given; none where it is emptied.
pub(crate) fn value_of(
    field: &Field,
    input: &Input,
    loaded: &Loaded,
) -> Result<Option<Value>, Error> {
    let (value, text) = match input {
        Input::Nothing | Input::Stored(Value::Null) => return Ok(None),
        Input::Typed(text) if text.trim().is_empty() => return Ok(None),
        Input::Stored(value) => (value.clone(), value.to_string()),
        Input::Typed(text) => {
            let value = typed(field, field.ty, &input::control_free(text), loaded)?;
            (value, text.clone())
        }
    };
    if loaded.with_context(|context| model::check::fits(field, &value, context)) {
        Ok(Some(value))
    } else {
        Err(bad_value(field, field.ty, &text, would_fit(field, loaded)))
    }
}

/// Returns the words of what would fit: how decisions begin, the columns of a small table.
fn would_fit(field: &Field, loaded: &Loaded) -> Vec<String> {
    match field.ty {
        FieldType::Decision => openings(loaded),
        FieldType::Rows => {
            let columns = field.columns.iter();
            columns.map(|column| column.label.clone()).collect()
        }
        _ => Vec::new(),
    }
}

fn bad_value(field: &Field, ty: FieldType, text: &str, known: Vec<String>) -> Error {
    Error::BadValue {
        field: field.label.clone(),
        ty: ty.as_str(),
        text: text.to_owned(),
        known,
    }
}

/// Returns the year in which a day without one lies: the document's, or else this year.
pub(crate) fn year_of(loaded: &Loaded) -> i32 {
    let period = loaded.paper.document.period.as_ref();
    period
        .and_then(|period| period.parse::<Period>().ok())
        .map_or_else(|| clock::now().year(), |period| period.year)
}

/// Returns the day that was typed; one without a year lies in the document's. What a meeting leads to lies after it: of
/// notes in December, "22/1" is next year's. A day that a document says of itself lies near the day when it is written:
/// next year's plan is dated this year.
fn day(field: &Field, text: &str, loaded: &Loaded) -> Option<NaiveDate> {
    let typed = input::date(text, year_of(loaded));
    let in_year = |year| input::date(text, year);
    let held = read::day(read::own(&loaded.paper, Role::MeetingDate));
    let (concept, today) = (loaded.template().concept, loaded.today());
    let is_own = loaded.template().fields.iter().any(|own| own == field);
    if is_own && field.is.is_some_and(|role| OF_ITSELF.contains(&role)) {
        let written = held.filter(|held| *held < today).unwrap_or(today);
        return nearest(in_year, written);
    }
    let after = [Role::End, Role::ReplyBy, Role::NextMeeting];
    let leads_on = matches!(concept, Concept::Notes | Concept::Poll)
        && field.is.is_some_and(|role| after.contains(&role));
    let Some(held) = held.filter(|_| leads_on) else {
        return typed;
    };
    // Whoever writes the year means it.
    if in_year(held.year()) == in_year(held.year() + 1) {
        return typed;
    }
    let years = (0..=8).filter_map(|more| in_year(held.year() + more));
    years.into_iter().find(|day| *day >= held)
}

/// The days that a document says of itself: when it was written, when its group handled it, when it went out.
const OF_ITSELF: [Role; 4] = [Role::Date, Role::HandledOn, Role::SentOn, Role::PublishedOn];

/// Returns the stored value of a cell; `row` holds those before it. A day without a year lies near the one before it, or else
/// near what the row is about: an account of a year is given in several steps, and often in the next.
pub(crate) fn cell_of(
    field: &Field,
    column: &Field,
    text: &str,
    row: &Map<String, Value>,
    loaded: &Loaded,
) -> Result<Value, Error> {
    let value = typed(column, column.ty, text, loaded)?;
    let in_year = |year| input::date(text, year);
    let mut before = field.columns.iter().rev().filter_map(|column| {
        let is_day = column.ty == FieldType::Date;
        row.get(&column.id)
            .filter(|_| is_day)?
            .as_str()?
            .parse()
            .ok()
    });
    // Whoever writes the year means it. Two leap years: a leap day has one only where it is written.
    let has_year = in_year(2004) == in_year(2008);
    if column.ty != FieldType::Date || has_year {
        return Ok(value);
    }
    let near = before.next().or_else(|| accounts::near(field, row, loaded));
    let day = near.and_then(|near| nearest(in_year, near));
    Ok(day.map_or(value, |day| json!(day)))
}

/// Returns the day of some years that is nearest to another; a leap day may be years away.
pub(crate) fn nearest(
    in_year: impl Fn(i32) -> Option<NaiveDate>,
    to: NaiveDate,
) -> Option<NaiveDate> {
    let years = (-8..=8).filter_map(|more| in_year(to.year() + more));
    years.min_by_key(|day| (*day - to).num_days().abs())
}

/// Returns what was typed as one line: a heading, a line of a list and the subject of a mail have no breaks. Other spaces
/// stay as they were typed.
fn one_line(text: &str) -> String {
    let text = text.trim_end();
    if !text.contains('\n') {
        return text.to_owned();
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

/// Returns the stored value of what a person typed.
pub(crate) fn typed(
    field: &Field,
    ty: FieldType,
    text: &str,
    loaded: &Loaded,
) -> Result<Value, Error> {
    let bad = |known: Vec<String>| bad_value(field, ty, text, known);
    let plain = || bad(Vec::new());
    Ok(match ty {
        FieldType::Line => json!(one_line(text)),
        FieldType::Text => json!(text.trim_end()),
        FieldType::Date => json!(day(field, text, loaded).ok_or_else(plain)?),
        FieldType::Number => json!(input::number(text).ok_or_else(plain)?),
        FieldType::Money => json!(input::money(text).ok_or_else(plain)?),
        FieldType::Bool => json!(input::yes(text).ok_or_else(plain)?),
        FieldType::Choice => choice(field, text, loaded).map_err(bad)?,
        FieldType::Person => json!(person(&loaded.group, text)?),
        FieldType::Party => json!(
            loaded
                .profile
                .parties
                .iter()
                .find(|party| party.name == text)
                .map_or(text, |party| &party.id)
        ),
        FieldType::Body => json!(
            loaded
                .profile
                .bodies
                .iter()
                .find(|body| body.name == text)
                .map_or(text, |body| &body.id)
        ),
        FieldType::List => text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| typed(field, field.of, line, loaded))
            .collect::<Result<Value, _>>()?,
        FieldType::Reference => reference(text),
        FieldType::File => json!({ "title": text.trim() }),
        FieldType::Rows => rows(field, text, loaded)?,
        FieldType::Decision => {
            decision::typed(text, loaded).ok_or_else(|| bad(would_fit(field, loaded)))?
        }
        FieldType::Image => serde_json::from_str(text).map_err(|_| plain())?,
    })
}

/// A document that is referred to: its title, and where they are given its day and its number, parted by tabs or
/// semicolons. What is no day is a part of the number.
fn reference(text: &str) -> Value {
    let separator = if text.contains('\t') { '\t' } else { ';' };
    let mut parts = text.split(separator).map(str::trim);
    let title = parts.next().unwrap_or_default();
    let mut rest: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let mut reference = json!({ "title": title });
    if let Some(day) = rest.first().and_then(|part| part.parse::<NaiveDate>().ok()) {
        reference["date"] = json!(day);
        rest.remove(0);
    }
    if !rest.is_empty() {
        reference["number"] = json!(rest.join("; "));
    }
    reference
}

/// A small table as it is pasted: a row a line, cells parted by tabs or semicolons; or JSON.
fn rows(field: &Field, text: &str, loaded: &Loaded) -> Result<Value, Error> {
    if let Ok(value @ Value::Array(_)) = serde_json::from_str(text) {
        return Ok(value);
    }
    let mut rows = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let separator = if line.contains('\t') { '\t' } else { ';' };
        let mut row = Map::new();
        let cells = line.trim_end_matches([separator, ' ']).split(separator);
        if cells.count() > field.columns.len() {
            return Err(bad_value(field, field.ty, line, would_fit(field, loaded)));
        }
        for (column, cell) in field
            .columns
            .iter()
            .zip(line.split(separator))
            .filter(|(_, cell)| !cell.trim().is_empty())
        {
            let value = cell_of(field, column, cell.trim(), &row, loaded)?;
            row.insert(column.id.clone(), value);
        }
        rows.push(Value::Object(row));
    }
    Ok(Value::Array(rows))
}

fn choice(field: &Field, text: &str, loaded: &Loaded) -> Result<Value, Vec<String>> {
    let scale = loaded.profile.scale_of(loaded.template(), field);
    let values = scale
        .map(|scale| scale.values.as_slice())
        .unwrap_or_default();
    let wanted = text.trim().to_lowercase();
    let found = values
        .iter()
        .find(|value| value.code == text.trim() || value.label.to_lowercase() == wanted);
    found
        .map(|value| json!(value.code))
        .ok_or_else(|| values.iter().map(|value| value.label.clone()).collect())
}

/// Returns the person of the group with this id, name or initials, or role.
pub(crate) fn person(group: &Group, name: &str) -> Result<ObjectId, Error> {
    let name = name.trim();
    let is = |role: Role| {
        group
            .people
            .iter()
            .filter(move |person| person.word(role) == name)
            .map(|person| person.id)
            .collect::<Vec<_>>()
    };
    let by_id: Vec<ObjectId> = name
        .parse()
        .ok()
        .filter(|id| group.person(*id).is_some())
        .into_iter()
        .collect();
    let holds = group.people.iter().filter(|person| person.is(name));
    let holds: Vec<ObjectId> = holds.map(|person| person.id).collect();
    let found = [by_id, is(Role::Name), is(Role::Office), holds]
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    let known = || {
        group
            .people
            .iter()
            .map(|person| person.word(Role::Name).to_owned())
            .collect()
    };
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Error::NotFound {
            what: What::Person,
            name: name.to_owned(),
            known: known(),
        }),
        _ => Err(Error::Ambiguous {
            what: What::Person,
            name: name.to_owned(),
            known: known(),
        }),
    }
}

#[cfg(test)]
mod tests;
