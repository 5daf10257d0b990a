//! Single values: those that must be filled in, the length of texts, alternative texts.

use serde_json::Value;

use super::length::{ends_with_full_stop, length, plain};
use super::misfit::has_shape;
use super::{own_cells, place_of, root_of};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::document::{Document, Object};
use crate::group::{Group, is_silent};
use crate::input::is_invisible;
use crate::markdown;
use crate::paper::cell::{self, is_empty};
use crate::paper::{Cell, Context, Paper, Printed, Rows};
use crate::schema::{Field, with_role};
use crate::vocabulary::{Concept, FieldType, Role, Stage};

/// Returns what is wrong with the single values of the document and of its objects.
pub(super) fn all(document: &Document, paper: &Paper, context: &Context) -> Vec<Diagnostic> {
    let template = context.template;
    let root = root_of(paper);
    let own = own_cells(paper)
        .chain(&title(document, paper, context))
        .cloned()
        .collect::<Vec<_>>();
    let mut found = of_object(&own, &template.fields, Some(document.root()), &root);
    for (objects, item) in paper.items() {
        let fields = template.fields_of(Some(&objects.kind));
        let place = place_of(paper, item);
        found.extend(of_object(
            &item.fields,
            fields,
            document.object(item.id),
            &place,
        ));
    }
    if template.concept == Concept::Group {
        // What the profile gives need not be written again.
        let missing = |found: &Diagnostic| {
            context
                .group
                .missing
                .iter()
                .any(|missing| Some(&missing.field.id) == found.place.field.as_ref())
        };
        found.retain(|found| {
            found.code != Code::RequiredMissing
                || found.place.object != document.id
                || missing(found)
        });
    } else {
        found.extend(of_group(context.group));
    }
    found
}

/// What is wrong with the group's own words and pictures is wrong on each of its papers.
fn of_group(group: &Group) -> Vec<Diagnostic> {
    let words = group
        .missing
        .iter()
        .map(|lacking| missing(&lacking.field, lacking.place.clone()));
    let logos = group
        .silent_logos
        .iter()
        .map(|place| silent("logotype", place.clone()));
    words.chain(logos).collect()
}

fn of_object(
    cells: &[Cell],
    fields: &[Field],
    object: Option<&Object>,
    place: &Place,
) -> Vec<Diagnostic> {
    let with_field = cells
        .iter()
        .filter_map(|cell| Some((cell, fields.iter().find(|field| field.id == cell.id)?)));
    let of_cell = |(cell, field): (&Cell, &Field)| {
        let stored = object.and_then(|object| object.fields.get(&field.id));
        one(
            cell.value.as_ref(),
            field,
            stored,
            &place.field(&field.id, &field.label),
        )
    };
    // A cell may say that there is nothing without anybody asking for it.
    let asked = |(cell, field): &(&Cell, &Field)| {
        cell.value.is_some() || field.required.is_some() || field.required_if.is_some()
    };
    with_field.filter(asked).flat_map(of_cell).collect()
}

/// The title of a document is its heading and no part of the body; it must be there all the same.
fn title(document: &Document, paper: &Paper, context: &Context) -> Option<Cell> {
    let field = with_role(&context.template.fields, Role::Title)?;
    if own_cells(paper).any(|cell| cell.id == field.id) {
        return None;
    }
    let stored = document
        .root()
        .fields
        .get(&field.id)
        .or(field.default.as_ref());
    let value = stored.and_then(|value| cell::print(field, value, context).ok().flatten());
    let needed = value.is_some() || field.required.is_some();
    needed.then(|| Cell {
        id: field.id.clone(),
        is: field.is,
        label: field.label.clone(),
        derived: false,
        origin: None,
        usual: false,
        numbered: false,
        missing: None,
        value,
    })
}

fn one(
    value: Option<&Printed>,
    field: &Field,
    stored: Option<&Value>,
    place: &Place,
) -> Vec<Diagnostic> {
    let mut found = match value {
        None => vec![missing(field, place.clone())],
        Some(value) if field.required.is_some() && is_unseen(value) => {
            vec![missing(field, place.clone())]
        }
        Some(Printed::Line(text)) => line(text, field, place),
        Some(Printed::Text(blocks)) => length(&markdown::plain(blocks), field, place),
        Some(Printed::List(items)) => {
            let fits = |item: &Value| has_shape(field, field.of, item);
            let rows = positions(stored, items.len(), fits);
            let texts = items
                .iter()
                .zip(rows)
                .map(|(item, row)| (plain(item), place.row(row)));
            texts
                .flat_map(|(text, place)| length(&text, field, &place))
                .collect()
        }
        Some(Printed::Rows(rows)) => table(rows, field, stored, place),
        Some(_) => Vec::new(),
    };
    found.extend(
        stored
            .into_iter()
            .flat_map(|stored| pictures(field, stored, place)),
    );
    found
}

/// Whether a text has nothing that a reader sees: signs without width, signs that only turn the direction of writing,
/// accents without a letter. What the fonts cannot show is gone already.
fn is_unseen(value: &Printed) -> bool {
    let text = match value {
        Printed::Line(text) => text.clone(),
        Printed::Text(blocks) => markdown::plain(blocks),
        Printed::List(items) => return items.iter().all(is_unseen),
        _ => return false,
    };
    text.chars().all(is_invisible)
}

/// It must be there when the document is handed in, or only when another body adopts it.
fn missing(field: &Field, place: Place) -> Diagnostic {
    let (severity, stage) = match field.required {
        Some(Stage::Adopt) => (Severity::Warning, Stage::Adopt),
        _ => (Severity::Blocking, Stage::Submit),
    };
    let help = markdown::plain(&markdown::parse(&field.help)).replace('\n', " ");
    let hint = match (&field.none, help.is_empty()) {
        (Some(_), _) => "none",
        (None, false) => "help",
        (None, true) => "label",
    };
    Diagnostic::new(Code::RequiredMissing, severity, place)
        .with("stage", stage.as_str())
        .with("hint", hint)
        .with("help", help)
        .with("none", field.none.as_deref().unwrap_or_default())
        .with("label", &field.label)
}

fn line(text: &str, field: &Field, place: &Place) -> Vec<Diagnostic> {
    let mut found = length(text, field, place);
    if field.is == Some(Role::Title) && ends_with_full_stop(text) {
        found.push(Diagnostic::new(
            Code::TitleFullStop,
            Severity::Hint,
            place.clone(),
        ));
    }
    found
}

fn table(rows: &Rows, field: &Field, stored: Option<&Value>, place: &Place) -> Vec<Diagnostic> {
    let positions = positions(stored, rows.rows.len(), |_| true);
    let cells = rows.rows.iter().zip(positions).flat_map(|(row, position)| {
        let columns = row.iter().zip(&field.columns);
        columns.map(move |(cell, column)| {
            let place = place.column(&column.id, &column.label);
            (cell, column, place.row(position))
        })
    });
    let of_cell = |(cell, column, place): (&Option<Printed>, &Field, Place)| match cell {
        None => column
            .required
            .map(|_| missing(column, place))
            .into_iter()
            .collect(),
        Some(value) if column.required.is_some() && is_unseen(value) => {
            vec![missing(column, place)]
        }
        Some(value) => length(&plain(value), column, &place),
    };
    cells.flat_map(of_cell).collect()
}

/// Returns the stored position, from 1, of each element that is shown: a page leaves out those that are empty or do not fit.
fn positions(stored: Option<&Value>, shown: usize, fits: impl Fn(&Value) -> bool) -> Vec<usize> {
    let stored = stored
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let kept = stored
        .iter()
        .enumerate()
        .filter(|(_, element)| !is_empty(element) && fits(element));
    let kept: Vec<usize> = kept.map(|(index, _)| index + 1).collect();
    if kept.len() == shown {
        kept
    } else {
        (1..=shown).collect()
    }
}

/// A picture without alternative text that nobody says is decorative would be silent to a screen reader.
fn pictures(field: &Field, stored: &Value, place: &Place) -> Vec<Diagnostic> {
    let what = if field.is == Some(Role::Logos) {
        "logotype"
    } else {
        "picture"
    };
    match (field.ty, field.of, stored) {
        (FieldType::Image, _, value) if is_silent(value) => vec![silent(what, place.clone())],
        (FieldType::List, FieldType::Image, Value::Array(items)) => {
            let places = items.iter().enumerate().filter(|(_, item)| is_silent(item));
            places
                .map(|(index, _)| silent(what, place.row(index + 1)))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn silent(what: &str, place: Place) -> Diagnostic {
    Diagnostic::new(Code::AltMissing, Severity::Blocking, place).with("what", what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_signs_that_nobody_sees_is_unseen() {
        let line = |text: &str| Printed::Line(text.to_owned());
        for text in [
            "\u{200b}",
            "\u{ad}\u{ad}",
            "\u{202e} \u{a0}",
            "\u{301}\u{308}",
            "\u{feff}",
        ] {
            assert!(is_unseen(&line(text)), "{text:?}");
        }
        for text in ["a", "a\u{301}", "–", ".", "\u{200b}x", "👩‍⚕️"] {
            assert!(!is_unseen(&line(text)), "{text:?}");
        }
    }

    #[test]
    fn a_position_is_the_stored_one_where_empty_rows_are_left_out() {
        let stored = serde_json::json!([{ "a": "x" }, { "a": "" }, {}, { "a": "y" }]);
        assert_eq!(positions(Some(&stored), 2, |_| true), [1, 4]);
        assert_eq!(positions(None, 2, |_| true), [1, 2]);
        let stored = serde_json::json!([7, "", "a", null, "b"]);
        assert_eq!(positions(Some(&stored), 2, Value::is_string), [3, 5]);
    }
}
