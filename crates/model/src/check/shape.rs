//! What stands where it may: counts, numbers, what the template does not know, what two people wrote at once.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{place_of, root_of, short};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::document::{Document, Irregular, Live, Object};
use crate::id::ObjectId;
use crate::markdown;
use crate::paper::cell::{self, is_empty};
use crate::paper::{Context, Paper, Printed, name};
use crate::schema::{Field, Kind, with_role};
use crate::vocabulary::Role;

/// Returns what is wrong with a document's shape.
pub(super) fn all(document: &Document, paper: &Paper, context: &Context) -> Vec<Diagnostic> {
    let root = root_of(paper);
    let shown: BTreeMap<ObjectId, String> = paper
        .items()
        .into_iter()
        .map(|(_, item)| (item.id, item.name()))
        .collect();
    let place = |object: &Object| Place {
        object: object.id,
        words: match shown.get(&object.id) {
            Some(name) => vec![name.clone()],
            None if object.id == document.id => Vec::new(),
            None => vec![name_of(object, context)],
        },
        ..root.clone()
    };
    let mut found = counts(paper, context, &root);
    found.extend(numbers(paper));
    let printed = |id: ObjectId| id == document.id || shown.contains_key(&id);
    let misplaced = misplaced(document);
    for object in std::iter::once(document.root()).chain(document.objects()) {
        let place = place(object);
        if misplaced.contains(&object.id) {
            found.push(misplacement(printed(object.id), &place));
        } else {
            found.extend(standing(object, context, &printed, &place));
        }
        found.extend(unreadable(object, document, context, &place));
        found.extend(unknown_fields(object, context, &place));
        found.extend(disputed(object, document, context, &place));
    }
    found
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
            let below = item.children.iter().filter(|below| below.kind == kind.id);
            let n = below.map(|below| below.items.len()).sum();
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
    let found = Diagnostic::new(code, severity, place.clone());
    Some(
        found
            .with("kind", &kind.plural)
            .with("part", &kind.id)
            .with("count", n)
            .with("bound", bound),
    )
}

/// Equal numbers can come from two people who each added an object. A reader could not tell which is meant.
fn numbers(paper: &Paper) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let items = paper.items();
    let numbered = || {
        items
            .iter()
            .filter(|(_, item)| item.gone.is_none())
            .filter_map(|(objects, item)| Some((*objects, *item, item.number.as_deref()?)))
    };
    for (objects, _, number) in numbered() {
        *seen.entry((&objects.kind, number)).or_default() += 1;
    }
    let twice = numbered().filter(|(objects, _, number)| {
        seen.get(&(objects.kind.as_str(), *number))
            .is_some_and(|n| *n > 1)
    });
    twice
        .map(|(_, item, number)| {
            Diagnostic::new(Code::NumberTwice, Severity::Blocking, place_of(paper, item))
                .with("number", number)
        })
        .collect()
}

/// Returns the objects that could not stand where they said.
fn misplaced(document: &Document) -> BTreeSet<ObjectId> {
    let irregular = document.irregular.iter();
    let misplaced = irregular.filter_map(|irregular| match irregular {
        Irregular::Orphan(id) | Irregular::Cycle(id) => Some(*id),
        Irregular::Removed(_) => None,
    });
    misplaced.collect()
}

fn misplacement(is_printed: bool, place: &Place) -> Diagnostic {
    let (severity, said) = match is_printed {
        true => (Severity::Warning, "yes"),
        false => (Severity::Blocking, "no"),
    };
    Diagnostic::new(Code::Misplaced, severity, place.clone()).with("printed", said)
}

/// An object that stands where the template has no place for it is not printed: that is said of the topmost, and of
/// every one whose parent is gone.
fn standing(
    object: &Object,
    context: &Context,
    printed: &impl Fn(ObjectId) -> bool,
    place: &Place,
) -> Option<Diagnostic> {
    if printed(object.id) || !printed(object.parent) || object.is_logged() {
        return None;
    }
    let kind = object
        .kind
        .as_deref()
        .map(|id| context.template.kind(id).map_or(id, |kind| &kind.label));
    let found = Diagnostic::new(Code::KindUnknown, Severity::Warning, place.clone());
    Some(
        found
            .with("kind", kind.unwrap_or("none"))
            .with("text", sample(object)),
    )
}

/// A value that cannot be read is on no page: what is handed in would lack it without a word.
fn unreadable(
    object: &Object,
    document: &Document,
    context: &Context,
    place: &Place,
) -> Vec<Diagnostic> {
    let fields = context.template.fields_of(object.kind.as_deref());
    let from = (object.id, String::new());
    let own = document.unreadable.range(from..);
    let own = own.take_while(|(id, _)| *id == object.id);
    let found = own.map(|(_, id)| {
        let field = fields.iter().find(|field| field.id == *id);
        let label = field.map_or(id.as_str(), |field| &field.label);
        // What the program keeps of an object, its place or its kind, has no name for people.
        let (place, what) = match id.starts_with('@') {
            true => (place.clone(), "own"),
            false => (place.field(id, label), "field"),
        };
        Diagnostic::new(Code::ValueUnreadable, Severity::Blocking, place).with("what", what)
    });
    found.collect()
}

/// A field that the template lacks keeps its text, and the text is pointed at.
fn unknown_fields(object: &Object, context: &Context, place: &Place) -> Vec<Diagnostic> {
    let kind = object.kind.as_deref();
    let is_known = kind.is_none_or(|kind| context.template.kind(kind).is_some());
    let fields = context.template.fields_of(kind);
    let strange = object.fields.iter().filter(|(id, value)| {
        is_known
            && !id.starts_with('@')
            && !is_empty(value)
            && !fields.iter().any(|field| field.id == **id)
    });
    strange
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

/// Two live values. What is printed must be settled before the document is handed in; a note in the margin need not.
fn disputed(
    object: &Object,
    document: &Document,
    context: &Context,
    place: &Place,
) -> Vec<Diagnostic> {
    let removed = document.is_removed(object.id);
    if removed && object.disputed.is_empty() {
        let found = Diagnostic::new(Code::Conflict, Severity::Blocking, place.clone());
        return vec![found.with("said", "removed").with("shown", "no")];
    }
    let fields = context.template.fields_of(object.kind.as_deref());
    let found = object.disputed.iter().map(|(id, alternatives)| {
        let field = fields.iter().find(|field| field.id == *id);
        let label = field.map_or(id.as_str(), |field| &field.label);
        let severity = if field.is_some_and(|field| field.print) {
            Severity::Blocking
        } else {
            Severity::Warning
        };
        let (said, shown, other) = match both(field, alternatives, context) {
            ("emptied", shown, other) if removed => ("removed", shown, other),
            said => said,
        };
        Diagnostic::new(Code::Conflict, severity, place.field(id, label))
            .with("said", said)
            .with("shown", shown)
            .with("other", other)
    });
    found.collect()
}

/// Returns which sentence fits a conflict, the value that is shown, and the youngest other one.
fn both(
    field: Option<&Field>,
    alternatives: &[Live],
    context: &Context,
) -> (&'static str, String, String) {
    let shown = alternatives
        .iter()
        .rev()
        .find_map(|live| live.value.as_ref());
    let words = |value: Option<&Value>| value.and_then(|value| words(field, value, context));
    let others = alternatives.iter().rev().map(|live| live.value.as_ref());
    let other = others.filter(|value| *value != shown).find(Option::is_some);
    match (words(shown), other.map(words)) {
        (Some(shown), None) => ("emptied", shown, String::new()),
        (Some(shown), Some(Some(other))) => ("both", shown, other),
        _ => ("neither", String::new(), String::new()),
    }
}

/// Returns a value as a reader knows it; none where it takes more than a line to say.
fn words(field: Option<&Field>, value: &Value, context: &Context) -> Option<String> {
    let text = match field.and_then(|field| cell::print(field, value, context).ok().flatten()) {
        Some(Printed::Line(text)) => text,
        Some(Printed::Text(blocks)) => markdown::plain(&blocks),
        Some(Printed::Date(day)) => day.to_string(),
        Some(Printed::Number(number)) => number.to_string().replace('.', ","),
        Some(Printed::Money(amount)) => crate::input::kronor(amount),
        Some(Printed::Choice(choice)) => choice.label,
        Some(Printed::Person(person)) => person.name,
        Some(Printed::Party(named) | Printed::Body(named)) => named.label,
        _ => return None,
    };
    Some(short(&text)).filter(|text| !text.is_empty())
}

/// Returns the name of an object that is on no page.
fn name_of(object: &Object, context: &Context) -> String {
    let kind = object.kind.as_deref();
    let label = kind
        .and_then(|id| context.template.kind(id))
        .map_or_else(|| kind.unwrap_or("?"), |kind| &kind.label);
    let fields = context.template.fields_of(kind);
    let title = with_role(fields, Role::Title).and_then(|field| object.text(&field.id));
    name(label, None, title.unwrap_or_default())
}

fn sample(object: &Object) -> String {
    let texts = object
        .fields
        .iter()
        .filter(|(id, _)| !id.starts_with('@'))
        .filter_map(|(_, value)| value.as_str());
    short(
        &texts
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
            .join(" · "),
    )
}
