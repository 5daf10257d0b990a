//! Who is asked what.

use model::id::ObjectId;
use model::paper::{Cell, Item, Objects, Printed, in_words};
use model::schema::{Field, Kind, Template, with_role};
use model::vocabulary::{FieldType, Role};
use serde_json::Value;

use crate::Input;
use crate::error::Error;
use crate::form::FieldValue;
use crate::form::value::taken;
use crate::load::Loaded;
use crate::resolve::Target;
use crate::typed::value_of;
use crate::wording::value_words;

use super::reply;

/// The roles of fields that say how it went: what a report asks of those who did the work.
pub(super) const FOLLOW_UP: &[Role] = &[
    Role::Status,
    Role::Assessment,
    Role::Comment,
    Role::Motivation,
    Role::Outcome,
    Role::Forecast,
    Role::Result,
    Role::Measured,
    Role::CarryOver,
];

/// What keys are spelled with: no vowels, so that no key is a word, and nothing that looks like something else.
const LETTERS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";

/// The letters of a key: 64 million of them, for the hundred questions of a report.
pub(super) const KEY: usize = 6;

/// Who answers for something. Without a name it is the group's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Who {
    /// The person's object.
    pub(super) id: Option<ObjectId>,
    /// The name that stands in the document.
    pub(super) name: String,
    organisation: String,
}

impl Who {
    /// Returns what names them: the object's id, or the name.
    pub(super) fn key(&self) -> String {
        self.id
            .map_or_else(|| self.name.clone(), |id| id.to_string())
    }
}

/// A field of a row that somebody is asked to fill in.
#[derive(Debug)]
pub(super) struct Question<'a> {
    /// What an answer is recognised by.
    pub(super) key: String,
    /// Who is asked.
    pub(super) who: Who,
    /// The row's kind.
    pub(super) kind: &'a str,
    /// The row.
    pub(super) row: &'a Item,
    /// The field.
    pub(super) field: &'a Field,
    /// What stands in it, in words; empty where nothing does.
    pub(super) current: String,
    /// Whether what stands there was fetched from elsewhere, and nobody has answered.
    derived: bool,
}

impl Question<'_> {
    /// Returns whether somebody has answered it in the document.
    pub(super) const fn is_answered(&self) -> bool {
        !self.current.is_empty() && !self.derived
    }

    /// Returns whether somebody has to answer it: what was fetched and fits may stand.
    pub(super) const fn needs_answer(&self) -> bool {
        self.current.is_empty() || !self.derived
    }

    /// Returns the row in words: "Aktivitet 1.2 Utbildning".
    pub(super) fn place(&self) -> String {
        match (&self.row.number, self.row.title()) {
            (_, "") | (None, _) => self.row.name(),
            (Some(_), title) => format!("{} {title}", self.row.name()),
        }
    }

    /// Returns the row as what it is to a change.
    pub(super) fn target(&self) -> Target {
        Target {
            id: self.row.id,
            kind: Some(self.kind.to_owned()),
            follows: self.row.follows,
        }
    }

    /// Returns the value that an answer is; none where it says nothing.
    pub(super) fn value(&self, loaded: &Loaded, said: &str) -> Result<Option<Value>, Error> {
        if self.field.ty == FieldType::Text {
            let blocks = crate::rich::parsed_plain(&reply::paragraphs(said).join("\n"));
            return taken(self.field, FieldValue::Rich { blocks }, loaded);
        }
        let line = said.split_whitespace().collect::<Vec<_>>().join(" ");
        value_of(self.field, &Input::Typed(line), loaded)
    }

    /// Returns a value of the field in words.
    pub(super) fn in_words(&self, loaded: &Loaded, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) if self.field.ty == FieldType::Text => {
                model::markdown::plain(&model::markdown::parse(text))
            }
            other => loaded.words_of(Some(self.field), other),
        }
    }
}

/// Returns whether documents of a template ask for something.
pub(super) fn is_asking(template: &Template) -> bool {
    let asks = |kind: &Kind| kind.fields.iter().any(|field| asks(kind, field));
    template.kinds.iter().any(asks)
}

/// Returns everything that a document asks, in the order of the page.
pub(super) fn questions(loaded: &Loaded) -> Vec<Question<'_>> {
    let mut found = Vec::new();
    for (objects, row) in loaded.paper.items() {
        let kind = loaded.template().kind(&objects.kind);
        // What is gone from the plan is nobody's to answer any more.
        let Some(kind) = kind.filter(|_| row.gone.is_none()) else {
            continue;
        };
        let who = responsible(loaded, row);
        let fields = kind.fields.iter().filter(|field| asks(kind, field));
        found.extend(fields.map(|field| question(loaded, objects, row, field, &who)));
    }
    found
}

fn question<'a>(
    loaded: &Loaded,
    objects: &'a Objects,
    row: &'a Item,
    field: &'a Field,
    who: &Who,
) -> Question<'a> {
    let cell = row.fields.iter().find(|cell| cell.id == field.id);
    let value = cell.and_then(|cell| cell.value.as_ref());
    Question {
        key: key(loaded.document.id, row.id, &field.id),
        who: who.clone(),
        kind: &objects.kind,
        row,
        field,
        current: value.map_or_else(String::new, |value| in_words(value, &value_words())),
        derived: cell.is_some_and(|cell| !cell.is_own()),
    }
}

/// Returns those who are asked, in the order of the page; last those who are nobody by name.
pub(super) fn people(questions: &[Question]) -> Vec<Who> {
    let mut found: Vec<Who> = Vec::new();
    for question in questions {
        if !found.contains(&question.who) {
            found.push(question.who.clone());
        }
    }
    found.sort_by_key(|who| *who == Who::default());
    found
}

/// Returns a person's organisation and e-mail address, those that are known.
pub(super) fn contact(loaded: &Loaded, who: &Who) -> String {
    let person = who.id.and_then(|id| loaded.group.person(id));
    let organisation = person.map_or(who.organisation.as_str(), |person| {
        person.word(Role::Organisation)
    });
    let email = person.map_or("", |person| person.word(Role::Email));
    let words: Vec<&str> = [organisation, email]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect();
    words.join(", ")
}

/// A row of a report is asked for what is new in it. In a document that follows nothing, those are asked who answer
/// for something by name, and only for how it went.
fn asks(kind: &Kind, field: &Field) -> bool {
    let is_followed = kind.follows.is_some();
    let is_named = with_role(&kind.fields, Role::Responsible).is_some();
    let fits = match field.is {
        Some(role) => FOLLOW_UP.contains(&role),
        None => is_followed,
    };
    fits && field.print && (is_followed || is_named) && can_be_written(field.ty)
}

/// Whether a line of a mail can be the answer.
const fn can_be_written(ty: FieldType) -> bool {
    matches!(
        ty,
        FieldType::Line
            | FieldType::Text
            | FieldType::Date
            | FieldType::Number
            | FieldType::Money
            | FieldType::Bool
            | FieldType::Choice
    )
}

fn responsible(loaded: &Loaded, row: &Item) -> Who {
    let own = row.cell(Role::Responsible).and_then(named);
    own.or_else(|| named(followed(loaded, row)?.cell(Role::Responsible)?))
        .unwrap_or_default()
}

/// The object that a row follows, in its own document.
fn followed<'a>(loaded: &'a Loaded, row: &Item) -> Option<&'a Item> {
    let id = row.follows?;
    let mut items = loaded
        .sources
        .values()
        .flat_map(|source| source.paper.items());
    items.find(|(_, item)| item.id == id).map(|(_, item)| item)
}

fn named(cell: &Cell) -> Option<Who> {
    match cell.value.as_ref()? {
        Printed::Person(person) => Some(Who {
            id: Some(person.id),
            name: match person.name.as_str() {
                "" => person.office.clone(),
                name => name.to_owned(),
            },
            organisation: person.organisation.clone(),
        }),
        Printed::Line(name) if !name.trim().is_empty() => Some(Who {
            name: name.trim().to_owned(),
            ..Who::default()
        }),
        _ => None,
    }
}

/// The same for the same question in every copy of the file, and another in every document.
fn key(document: ObjectId, row: ObjectId, field: &str) -> String {
    let id = ObjectId::of_document(
        model::id::WorkspaceId(document.about(row).0),
        "answer",
        field,
    );
    let base = LETTERS.len() as u128;
    let mut left = id.0.as_u128();
    let letters = (0..KEY).map(|_| {
        let letter = usize::try_from(left % base).unwrap_or_default();
        left /= base;
        char::from(LETTERS[letter])
    });
    letters.collect()
}
