//! What a document is called, how far it has come, and who publishes it.

use std::collections::BTreeMap;

use super::build::{Context, Publication};
use super::{Cell, Head, Printed, Publisher, Section, State};
use crate::document::{Document, system};
use crate::group::ADDRESS;
use crate::markdown;
use crate::period::Period;
use crate::schema::{Template, fill, fill_title, with_role};
use crate::vocabulary::{FieldType, Role};

/// Returns the document's names, dates and state.
pub(super) fn head(
    document: &Document,
    context: &Context,
    publication: &Publication,
    head: &[Cell],
    sections: &[Section],
) -> Head {
    let template = context.template;
    let words = words(document, context);
    let title = named(&template.title, template, &words);
    let fields = || {
        sections
            .iter()
            .filter_map(|section| {
                if let Section::Field(cell) = section {
                    Some(cell)
                } else {
                    None
                }
            })
            .chain(head)
    };
    let value = |role| {
        fields()
            .find(|cell| cell.is == Some(role))
            .and_then(|cell| cell.value.clone())
    };
    let date = match value(Role::Date) {
        Some(Printed::Date(day)) => Some(day),
        _ => None,
    };
    let description = match value(Role::Summary) {
        Some(Printed::Text(blocks)) => first_sentences(&markdown::plain(&blocks)),
        _ => title.clone(),
    };
    Head {
        id: document.id,
        concept: template.concept,
        period: document.root().text(system::PERIOD).map(str::to_owned),
        state: publication.state,
        edition: publication.edition.clone(),
        adoption: publication.adoption.clone(),
        ident: ident(template, document, &words),
        name: template.name.clone(),
        heading: heading(template, document, &words),
        title: if publication.state == State::Draft {
            format!("{} – {title}", context.draft_mark)
        } else {
            title
        },
        subtitle: template
            .subtitle
            .as_ref()
            .map(|subtitle| fill_title(subtitle, &words))
            .filter(|text| !text.trim().is_empty()),
        language: "sv-SE".to_owned(),
        description,
        date,
    }
}

/// The second memo of a year and those after it carry their number: no two documents go by one name. A pattern with
/// the document's own title tells them apart itself.
fn ident(template: &Template, document: &Document, words: &BTreeMap<&str, String>) -> String {
    let filled = fill(&template.ident, words);
    let ident = trimmed(&filled, template);
    if document.ordinal > 1 && !template.ident.contains("{title}") {
        format!("{ident}-{}", document.ordinal)
    } else {
        ident
    }
}

/// A field with the title's role on the document itself is its heading; else the template's.
fn heading(template: &Template, document: &Document, words: &BTreeMap<&str, String>) -> String {
    let field = with_role(&template.fields, Role::Title);
    let own = field
        .filter(|field| field.ty == FieldType::Line)
        .and_then(|field| document.root().text(&field.id))
        .map(str::trim);
    match own.filter(|text| !text.is_empty()) {
        Some(text) => text.to_owned(),
        None => named(
            template.heading.as_ref().unwrap_or(&template.title),
            template,
            words,
        ),
    }
}

/// A title without the parts that nobody has written the words of; where nothing is left, the kind's own name.
fn named(pattern: &str, template: &Template, words: &BTreeMap<&str, String>) -> String {
    trimmed(&fill_title(pattern, words), template)
}

fn trimmed(filled: &str, template: &Template) -> String {
    let name = filled.trim_matches([' ', '–', ',', ':', '-']);
    if name.is_empty() {
        template.name.clone()
    } else {
        name.to_owned()
    }
}

/// Returns the words that a template's patterns may use.
#[must_use]
pub fn words(document: &Document, context: &Context) -> BTreeMap<&'static str, String> {
    let group = context.group;
    let period = document.root().text(system::PERIOD).unwrap_or_default();
    let template = context.template;
    let own_title = with_role(&template.fields, Role::Title)
        .and_then(|field| document.root().text(&field.id))
        .unwrap_or_default();
    BTreeMap::from([
        (
            "year",
            period.split('-').next().unwrap_or_default().to_owned(),
        ),
        (
            "period",
            period
                .parse::<Period>()
                .map_or_else(|_| period.to_owned(), |period| period.in_words()),
        ),
        ("group", group.word(Role::Title).to_owned()),
        ("area", group.word(Role::Area).to_owned()),
        ("organisation", group.word(Role::Organisation).to_owned()),
        ("title", own_title.trim().to_owned()),
    ])
}

/// Metadata wants a few sentences, not a page.
fn first_sentences(text: &str) -> String {
    const MOST: usize = 300;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut kept = String::new();
    for sentence in text.split_inclusive(". ") {
        if !kept.is_empty() && kept.chars().count() + sentence.chars().count() > MOST {
            break;
        }
        kept.push_str(sentence);
    }
    kept.trim_end().chars().take(2 * MOST).collect()
}

pub(super) fn publisher(context: &Context) -> Publisher {
    let group = context.group;
    let line = |role: &Role| {
        let text = group.words.get(role).filter(|text| !text.is_empty())?;
        let label = group.labels.get(role).cloned().unwrap_or_default();
        Some(Cell {
            id: role.as_str().to_owned(),
            is: Some(*role),
            label,
            derived: false,
            origin: None,
            usual: false,
            numbered: false,
            missing: None,
            value: Some(Printed::Line(text.clone())),
        })
    };
    Publisher {
        organisation: group.word(Role::Organisation).to_owned(),
        group: group.word(Role::Title).to_owned(),
        cooperation: context.profile.cooperation.clone(),
        area: group.word(Role::Area).to_owned(),
        address: ADDRESS.iter().filter_map(line).collect(),
    }
}
