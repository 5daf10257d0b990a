//! A paper as headings, paragraphs, lists and tables: what it says, without its looks.

use serde_json::Value;

use super::{
    Cell, Context, Entry, Item, Members, Objects, Paper, Printed, Rows, Section, State, Table, cell,
};
use crate::input::kronor;
use crate::markdown::{Block, Span};
use crate::schema::Field;
use crate::vocabulary::FieldType;

/// Returns everything that a paper's pages say, in their order. Heading level 1 is the document's own, and right below it
/// stands how far the document has come.
#[must_use]
pub fn as_text(paper: &Paper, words: &Words) -> Vec<Block> {
    let head = &paper.document;
    let mut blocks = vec![heading(1, &head.heading)];
    blocks.extend(head.subtitle.as_deref().map(paragraph));
    blocks.extend(state_text(paper, words));
    blocks.push(paragraph(&format!(
        "{} · {}",
        paper.publisher.organisation, paper.publisher.group
    )));
    blocks.extend(body_as_text(paper, words));
    blocks
}

/// Returns the same without what belongs to the whole: the title, the state and the publisher.
#[must_use]
pub fn body_as_text(paper: &Paper, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(paper.head.iter().flat_map(|cell| labelled(cell, words)));
    for section in &paper.sections {
        match section {
            Section::Field(cell) => {
                blocks.push(heading(2, &cell.label));
                blocks.extend(value(cell, words));
            }
            Section::Objects(objects) => objects_text(objects, 2, words, &mut blocks),
            Section::Table(table) => blocks.extend(table_text(table, words)),
            Section::Figures { figures, .. } => {
                // The label says the unit.
                let line = |figure: &super::Figure| {
                    let value = single(&figure.value, words);
                    let number = value.strip_suffix("\u{a0}kr").unwrap_or(&value);
                    format!("{number} {}", figure.label)
                };
                blocks.push(list(figures.iter().map(line), false));
            }
            Section::Members(members) => blocks.extend(members_text(members)),
            Section::Contents { .. } => {}
        }
    }
    blocks
}

/// What marks a paper that nobody has adopted, who has adopted it, and the edition's number, as the page says them.
fn state_text(paper: &Paper, words: &Words) -> Vec<Block> {
    let head = &paper.document;
    let mark = match head.state {
        State::Draft => Some(&words.draft),
        State::Submitted => Some(&words.proposal),
        State::Issued | State::Adopted => None,
    };
    let adopted = head.adoption.as_ref().map(|adoption| {
        let by = format!("{} {} {}", words.adopted_by, adoption.body, adoption.date);
        let paragraph = adoption.paragraph.iter().cloned();
        std::iter::once(by)
            .chain(paragraph)
            .collect::<Vec<_>>()
            .join(", ")
    });
    let edition = head.edition.as_ref();
    let edition = edition.map(|number| format!("{} {number}", words.edition));
    let lines = mark.cloned().into_iter().chain(adopted).chain(edition);
    lines.map(|line| paragraph(&line)).collect()
}

/// The few words that a paper as text needs from the locale.
#[derive(Debug, Clone)]
pub struct Words {
    /// "UTKAST".
    pub draft: String,
    /// "FÖRSLAG".
    pub proposal: String,
    /// "Fastställd av".
    pub adopted_by: String,
    /// "Version".
    pub edition: String,
    /// "Uppgift saknas".
    pub missing: String,
    /// "Ja".
    pub yes: String,
    /// "Nej".
    pub no: String,
}

/// Returns a value as plain text; a text and a small table line by line, a decision as its opening and then each point on
/// a line with its number.
#[must_use]
pub fn in_words(value: &Printed, words: &Words) -> String {
    let row = |row: &Vec<Option<Printed>>| {
        let cells: Vec<String> = row
            .iter()
            .flatten()
            .map(|cell| single(cell, words))
            .collect();
        cells.join(", ")
    };
    match value {
        Printed::Text(blocks) => crate::markdown::plain(blocks),
        Printed::Decision(decision) => {
            let points = (1..).zip(&decision.points);
            let points = points.map(|(number, point)| format!("{number}. {point}"));
            let lines: Vec<String> = std::iter::once(decision.opening.clone())
                .chain(points)
                .collect();
            lines.join("\n")
        }
        Printed::Rows(rows) => rows.rows.iter().map(row).collect::<Vec<_>>().join("\n"),
        other => single(other, words),
    }
}

/// Returns a stored value in words: a text as it was typed, another value as a page shows it, and one that no page
/// can show as it is stored. A decision that has no point yet says who is to decide, and of a list and a small table each
/// element and cell is told by itself.
#[must_use]
pub fn stored_in_words(
    field: Option<&Field>,
    value: &Value,
    context: &Context,
    words: &Words,
) -> String {
    let typed = field.is_none_or(|field| matches!(field.ty, FieldType::Line | FieldType::Text));
    let shown = field
        .filter(|_| !typed)
        .and_then(|field| match (field.ty, value) {
            (FieldType::Decision, Value::Object(_)) => {
                cell::decision(value, context).ok().map(Printed::Decision)
            }
            _ => cell::print(field, value, context).ok().flatten(),
        });
    match (shown, field, value) {
        (Some(shown), _, _) => in_words(&shown, words),
        (None, Some(table), Value::Array(rows)) if table.ty == FieldType::Rows => {
            let rows = rows.iter();
            let rows = rows.map(|row| row_in_words(table, row, context, words));
            rows.collect::<Vec<_>>().join("\n")
        }
        (None, Some(list), Value::Array(items)) if list.ty == FieldType::List => {
            let of = Field {
                ty: list.of,
                ..list.clone()
            };
            let items = items.iter().map(|item| (&of, item));
            told(items, context, words)
        }
        (None, _, Value::String(text)) => text.clone(),
        (None, _, Value::Null) => String::new(),
        (None, _, other) => other.to_string(),
    }
}

/// Returns a stored row of a small table in words, its cells in the order of the columns.
fn row_in_words(table: &Field, row: &Value, context: &Context, words: &Words) -> String {
    let columns = table.columns.iter();
    let stored = columns.filter_map(|column| Some((column, row.get(&column.id)?)));
    told(stored, context, words)
}

/// Returns stored values in words, one after the other; what is empty is left out.
fn told<'a>(
    stored: impl Iterator<Item = (&'a Field, &'a Value)>,
    context: &Context,
    words: &Words,
) -> String {
    let all = stored.map(|(field, value)| stored_in_words(Some(field), value, context, words));
    let all: Vec<String> = all.filter(|text| !text.is_empty()).collect();
    all.join(", ")
}

fn objects_text(objects: &Objects, level: u8, words: &Words, blocks: &mut Vec<Block>) {
    for item in &objects.items {
        blocks.push(heading(level, &item_heading(item)));
        blocks.extend(item.gone.as_deref().map(paragraph));
        let title = crate::vocabulary::Role::Title;
        blocks.extend(
            item.shown
                .iter()
                .chain(&item.fields)
                .filter(|cell| cell.is != Some(title))
                .flat_map(|cell| labelled(cell, words)),
        );
        for below in &item.children {
            objects_text(below, level + 1, words, blocks);
        }
    }
}

fn item_heading(item: &Item) -> String {
    match (&item.number, item.title()) {
        (Some(number), title) => format!("{} {number} {title}", item.label)
            .trim_end()
            .to_owned(),
        (None, "") => item.label.clone(),
        (None, title) => title.to_owned(),
    }
}

/// Short values stand behind their label; texts and tables below it.
fn labelled(cell: &Cell, words: &Words) -> Vec<Block> {
    let label = Span {
        text: format!("{}: ", cell.label),
        bold: true,
        ..Span::default()
    };
    match value(cell, words).as_slice() {
        [Block::Paragraph { text }] => vec![Block::Paragraph {
            text: std::iter::once(label).chain(text.iter().cloned()).collect(),
        }],
        several => std::iter::once(Block::Paragraph { text: vec![label] })
            .chain(several.iter().cloned())
            .collect(),
    }
}

fn value(cell: &Cell, words: &Words) -> Vec<Block> {
    match &cell.value {
        None => vec![paragraph(&words.missing)],
        Some(Printed::Text(blocks)) => blocks.clone(),
        Some(Printed::Rows(rows)) => vec![rows_text(rows, words)],
        Some(Printed::List(items)) => {
            let items = items.iter().map(|item| single(item, words));
            vec![list(items, cell.numbered)]
        }
        // Others speak of a point by its number.
        Some(Printed::Decision(decision)) => vec![
            paragraph(&decision.opening),
            list(decision.points.iter().cloned(), true),
        ],
        Some(other) => vec![paragraph(&single(other, words))],
    }
}

fn single(value: &Printed, words: &Words) -> String {
    match value {
        Printed::Line(text) => text.clone(),
        Printed::Text(blocks) => crate::markdown::plain(blocks).replace('\n', " "),
        Printed::Date(day) => day.to_string(),
        Printed::Number(number) => number.to_string().replace('.', ","),
        Printed::Money(amount) => kronor(*amount),
        Printed::Bool(yes) => if *yes { &words.yes } else { &words.no }.clone(),
        Printed::Choice(choice) => choice.label.clone(),
        Printed::Person(person) => joined([&person.name, &person.office, &person.organisation]),
        Printed::Party(named) | Printed::Body(named) => named.label.clone(),
        Printed::List(items) => in_a_line(
            &items
                .iter()
                .map(|item| single(item, words))
                .collect::<Vec<_>>(),
        ),
        Printed::Rows(rows) => rows
            .rows
            .iter()
            .flatten()
            .flatten()
            .map(|cell| single(cell, words))
            .collect::<Vec<_>>()
            .join(", "),
        Printed::Image(image) => image.alt.clone().unwrap_or_default(),
        Printed::File(file) => file.title.clone(),
        Printed::Reference(reference) => joined([
            &reference.title,
            &reference
                .date
                .map(|day| day.to_string())
                .unwrap_or_default(),
            &reference.number,
        ]),
        Printed::Decision(decision) => decision.points.join(" "),
    }
}

/// Items beside each other: what has a comma of its own is not parted by commas.
fn in_a_line(items: &[String]) -> String {
    let has_comma = items.iter().any(|item| item.contains(','));
    items.join(if has_comma { "; " } else { ", " })
}

fn joined(parts: [&String; 3]) -> String {
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}

fn rows_text(rows: &Rows, words: &Words) -> Block {
    let head = rows
        .columns
        .iter()
        .map(|column| spans(&column.label))
        .collect();
    let cell = |cell: &Option<Printed>| {
        spans(
            &cell
                .as_ref()
                .map(|value| single(value, words))
                .unwrap_or_default(),
        )
    };
    Block::Table {
        head,
        rows: rows
            .rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect(),
    }
}

fn table_text(table: &Table, words: &Words) -> Vec<Block> {
    let cell = |entries: &Vec<Entry>| {
        spans(
            &entries
                .iter()
                .map(|entry| entry_text(entry, words))
                .collect::<Vec<_>>()
                .join(", "),
        )
    };
    let row = |row: &Vec<Vec<Entry>>| row.iter().map(cell).collect::<Vec<_>>();
    let label = Some(&table.label)
        .filter(|label| !label.is_empty())
        .map(|label| heading(2, label));
    let caption = Some(&table.caption)
        .filter(|caption| !caption.is_empty())
        .map(|caption| paragraph(caption));
    let rows = table.rows.iter().chain(&table.total).map(row).collect();
    let head = table
        .columns
        .iter()
        .map(|column| spans(&column.label))
        .collect();
    label
        .into_iter()
        .chain(caption)
        .chain([Block::Table { head, rows }])
        .collect()
}

fn entry_text(entry: &Entry, words: &Words) -> String {
    match entry.count {
        Some(count) => format!("{count} {}", single(&entry.value, words).to_lowercase()),
        None => single(&entry.value, words),
    }
}

fn members_text(members: &Members) -> Vec<Block> {
    let head = members
        .columns
        .iter()
        .map(|column| spans(&column.label))
        .collect();
    let rows = members
        .people
        .iter()
        .map(|person| person.values.iter().map(|text| spans(text)).collect())
        .collect();
    vec![heading(2, &members.label), Block::Table { head, rows }]
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading {
        level,
        text: spans(text),
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: spans(text) }
}

fn list(items: impl IntoIterator<Item = String>, ordered: bool) -> Block {
    Block::List {
        ordered,
        items: items
            .into_iter()
            .map(|item| vec![paragraph(&item)])
            .collect(),
    }
}

fn spans(text: &str) -> Vec<Span> {
    vec![Span {
        text: text.to_owned(),
        ..Span::default()
    }]
}
