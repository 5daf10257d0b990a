//! The checks that always run: what must be filled in, what fits, what stands where it may.

use std::collections::BTreeMap;

use super::{is_settled, own_cells, place_of};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::document::{Document, Irregular, Object};
use crate::id::ObjectId;
use crate::markdown;
use crate::paper::cell::is_empty;
use crate::paper::{Cell, Context, Paper, Printed};
use crate::schema::{Field, Kind};
use crate::vocabulary::Role;

/// About how many characters a line on the page has.
const LINE: usize = 70;

/// Returns what is wrong with a document's shape and its single values.
pub(super) fn document(document: &Document, paper: &Paper, context: &Context) -> Vec<Diagnostic> {
    let mut found = sources(paper, context);
    let root = Place {
        document: document.id,
        object: document.id,
        field: None,
        row: None,
        words: Vec::new(),
    };
    found.extend(own_cells(paper).flat_map(|cell| one_cell(cell, &context.template.fields, &root)));
    found.extend(dates(paper, &root));
    for (objects, item) in paper.items() {
        let fields = context.template.fields_of(Some(&objects.kind));
        let place = place_of(paper, item);
        found.extend(
            item.fields
                .iter()
                .flat_map(|cell| one_cell(cell, fields, &place)),
        );
    }
    found.extend(counts(paper, context, &root));
    found.extend(numbers(paper));
    found.extend(logos(context, &root));
    let names: BTreeMap<ObjectId, String> = paper
        .items()
        .into_iter()
        .map(|(_, item)| (item.id, item.name()))
        .collect();
    let place = |id: ObjectId| Place {
        object: id,
        words: names.get(&id).cloned().into_iter().collect(),
        ..root.clone()
    };
    found.extend(document.irregular.iter().map(|irregular| {
        let (Irregular::Orphan(id) | Irregular::Cycle(id)) = irregular;
        Diagnostic::new(Code::Misplaced, Severity::Warning, place(*id))
    }));
    for object in std::iter::once(document.root()).chain(document.objects()) {
        found.extend(unknown(object, context, &place(object.id)));
        found.extend(disputed(object, context, &place(object.id)));
    }
    found
}

fn sources(paper: &Paper, context: &Context) -> Vec<Diagnostic> {
    let root = Place {
        document: paper.document.id,
        object: paper.document.id,
        field: None,
        row: None,
        words: Vec::new(),
    };
    let mut found = Vec::new();
    for source in &context.template.sources {
        match context.sources.get(&source.id) {
            None if !source.optional => found.push(Diagnostic::new(
                Code::SourceMissing,
                Severity::Blocking,
                root.clone(),
            )),
            Some(there) if !is_settled(there.paper.document.state) => {
                let title = there.paper.document.title.clone();
                found.push(
                    Diagnostic::new(Code::SourceDraft, Severity::Warning, root.clone())
                        .with("title", title),
                );
            }
            _ => {}
        }
    }
    found
}

fn one_cell(cell: &Cell, fields: &[Field], place: &Place) -> Vec<Diagnostic> {
    let Some(field) = fields.iter().find(|field| field.id == cell.id) else {
        return Vec::new();
    };
    let place = place.field(&field.id, &field.label);
    let Some(value) = &cell.value else {
        return vec![Diagnostic::new(
            Code::RequiredMissing,
            Severity::Blocking,
            place,
        )];
    };
    let mut found = Vec::new();
    let text = match value {
        Printed::Line(text) => text.clone(),
        Printed::Text(blocks) => markdown::plain(blocks),
        _ => return alt(value, place).into_iter().collect(),
    };
    let length = text.chars().count();
    if let Some(max) = field.max.filter(|max| length > *max) {
        found.push(
            Diagnostic::new(Code::TextTooLong, Severity::Warning, place.clone())
                .with("length", length)
                .with("max", max),
        );
    }
    if let Some((fewest, most)) = field.lines {
        let lines = text
            .lines()
            .map(|line| line.chars().count().div_ceil(LINE).max(1))
            .sum::<usize>();
        if lines < fewest && field.none.as_deref() != Some(text.trim()) {
            found.push(
                Diagnostic::new(Code::TextTooShort, Severity::Hint, place.clone())
                    .with("lines", lines)
                    .with("fewest", fewest),
            );
        }
        if lines > most {
            found.push(
                Diagnostic::new(Code::TextTooLong, Severity::Warning, place.clone())
                    .with("length", length)
                    .with("max", most * LINE),
            );
        }
    }
    if cell.is == Some(Role::Title)
        && text.trim_end().ends_with('.')
        && !text.trim_end().ends_with("m.m.")
    {
        found.push(Diagnostic::new(Code::TitleFullStop, Severity::Hint, place));
    }
    found
}

fn alt(value: &Printed, place: Place) -> Option<Diagnostic> {
    let missing = match value {
        Printed::Image(image) => image.alt.is_none(),
        _ => false,
    };
    missing.then(|| Diagnostic::new(Code::AltMissing, Severity::Warning, place))
}

/// A logotype without alternative text that is not said to be decorative would be silent to a screen reader.
fn logos(context: &Context, root: &Place) -> Option<Diagnostic> {
    let silent = context.group.silent_logos > 0;
    silent.then(|| Diagnostic::new(Code::AltMissing, Severity::Blocking, root.clone()))
}

fn dates(paper: &Paper, root: &Place) -> Option<Diagnostic> {
    let day = |role| {
        let cell = own_cells(paper).find(|cell| cell.is == Some(role))?;
        if let Some(Printed::Date(day)) = &cell.value {
            Some((cell, *day))
        } else {
            None
        }
    };
    let ((cell, date), (_, handled)) = (day(Role::Date)?, day(Role::HandledOn)?);
    let place = root.field(&cell.id, &cell.label);
    (date < handled).then(|| {
        Diagnostic::new(Code::DateBeforeHandled, Severity::Hint, place)
            .with("date", date)
            .with("handled", handled)
    })
}

fn counts(paper: &Paper, context: &Context, root: &Place) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let plain = |kind: &&Kind| kind.follows.is_none();
    for kind in context.template.top_kinds().filter(plain) {
        let n = paper
            .items()
            .iter()
            .filter(|(objects, _)| objects.kind == kind.id)
            .count();
        found.extend(count(kind, n, root));
    }
    for (objects, item) in paper.items() {
        let Some(above) = context.template.kind(&objects.kind) else {
            continue;
        };
        for kind in above
            .children
            .iter()
            .filter_map(|id| context.template.kind(id))
            .filter(plain)
        {
            let n = item
                .children
                .iter()
                .filter(|below| below.kind == kind.id)
                .map(|below| below.items.len())
                .sum();
            found.extend(count(kind, n, &place_of(paper, item)));
        }
    }
    found
}

fn count(kind: &Kind, n: usize, place: &Place) -> Option<Diagnostic> {
    let (fewest, most) = kind.count;
    let (code, severity, bound) = if n < fewest {
        (Code::TooFew, Severity::Blocking, fewest)
    } else if n > most {
        (Code::TooMany, Severity::Warning, most)
    } else {
        return None;
    };
    Some(
        Diagnostic::new(code, severity, place.clone())
            .with("kind", &kind.plural)
            .with("count", n)
            .with("bound", bound),
    )
}

/// Equal numbers can come from two people who each added an object.
fn numbers(paper: &Paper) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let items = paper.items();
    for (objects, item) in items.iter().filter(|(_, item)| item.gone.is_none()) {
        if let Some(number) = &item.number {
            *seen.entry((&objects.kind, number)).or_default() += 1;
        }
    }
    items
        .iter()
        .filter(|(objects, item)| {
            item.number.as_ref().is_some_and(|number| {
                seen.get(&(objects.kind.as_str(), number))
                    .is_some_and(|n| *n > 1)
            })
        })
        .map(|(_, item)| {
            Diagnostic::new(Code::NumberTwice, Severity::Blocking, place_of(paper, item))
                .with("number", item.number.clone().unwrap_or_default())
        })
        .collect()
}

/// A field or a kind that the template lacks keeps its text, and the text is pointed at.
fn unknown(object: &Object, context: &Context, place: &Place) -> Vec<Diagnostic> {
    let template = context.template;
    if let Some(kind) = object
        .kind
        .as_deref()
        .filter(|kind| template.kind(kind).is_none())
    {
        return vec![
            Diagnostic::new(Code::KindUnknown, Severity::Warning, place.clone())
                .with("kind", kind)
                .with("text", sample(object)),
        ];
    }
    if object.kind.is_none() && object.id != place.document {
        return vec![
            Diagnostic::new(Code::KindUnknown, Severity::Warning, place.clone())
                .with("kind", "")
                .with("text", sample(object)),
        ];
    }
    let fields = template.fields_of(object.kind.as_deref());
    object
        .fields
        .iter()
        .filter(|(id, value)| {
            !id.starts_with('@') && !is_empty(value) && !fields.iter().any(|field| field.id == **id)
        })
        .map(|(id, value)| {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            Diagnostic::new(Code::FieldUnknown, Severity::Warning, place.field(id, id))
                .with("field", id)
                .with("text", short(&text))
        })
        .collect()
}

fn disputed(object: &Object, context: &Context, place: &Place) -> Vec<Diagnostic> {
    let fields = context.template.fields_of(object.kind.as_deref());
    let label = |id: &str| {
        fields
            .iter()
            .find(|field| field.id == id)
            .map_or_else(|| id.to_owned(), |field| field.label.clone())
    };
    object
        .disputed
        .keys()
        .map(|id| {
            Diagnostic::new(
                Code::Conflict,
                Severity::Blocking,
                place.field(id, &label(id)),
            )
        })
        .collect()
}

fn sample(object: &Object) -> String {
    let texts = object
        .fields
        .iter()
        .filter(|(id, _)| !id.starts_with('@'))
        .filter_map(|(_, value)| value.as_str());
    short(&texts.collect::<Vec<_>>().join(" · "))
}

fn short(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
