//! The computed parts of a page: figures, tables, members.

use std::collections::BTreeMap;

use super::build::Context;
use super::{
    Choice, Entry, Figure, Item, Members, MembersColumn, Objects, Printed, Section, Table,
    TableColumn, walk,
};
use super::{cell, members};
use crate::document::Document;
use crate::input::{Minutes, clock};
use crate::meeting::read;
use crate::schema::{self, Measure, Path, ScaleValue, TableView, View, ViewContent, with_role};
use crate::vocabulary::{Concept, Role};

/// Returns the section of a view, not yet computed.
pub(super) fn frame(view: &View) -> Section {
    let (id, label) = (view.id.clone(), view.label.clone());
    match &view.content {
        ViewContent::Contents => Section::Contents { id, label },
        ViewContent::Figures(_) => Section::Figures {
            id,
            figures: Vec::new(),
        },
        ViewContent::Table(_) => Section::Table(Table {
            id,
            label,
            caption: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            total: None,
        }),
        ViewContent::Members(_) => Section::Members(Members {
            id,
            label,
            columns: Vec::new(),
            people: Vec::new(),
        }),
    }
}

/// Computes the views among the sections, from the objects among them; `begins` is when a meeting does.
pub(super) fn fill(
    sections: &mut [Section],
    document: &Document,
    context: &Context,
    words: &BTreeMap<&str, String>,
    begins: Option<Minutes>,
) {
    let roots: Vec<Objects> = sections
        .iter()
        .filter_map(|section| match section {
            Section::Objects(objects) => Some(objects.clone()),
            _ => None,
        })
        .collect();
    let all: Body = roots.iter().flat_map(below).collect();
    let views: BTreeMap<&str, &ViewContent> = context
        .template
        .views
        .iter()
        .map(|view| (view.id.as_str(), &view.content))
        .collect();
    for section in sections {
        match section {
            Section::Figures { id, figures } => {
                if let Some(ViewContent::Figures(wanted)) = views.get(id.as_str()) {
                    *figures = wanted
                        .iter()
                        .filter_map(|figure| {
                            let value = single(&figure.value, &all)?;
                            let is_one = value == Printed::Number(1.0) && !figure.one.is_empty();
                            let label = if is_one { &figure.one } else { &figure.label };
                            Some(Figure {
                                label: label.clone(),
                                value,
                            })
                        })
                        .collect();
                }
            }
            Section::Table(table) => {
                if let Some(ViewContent::Table(view)) = views.get(table.id.as_str()) {
                    compute(table, view, &all, context, words);
                    run_clocks(table, view, &all, begins);
                }
            }
            Section::Members(members) => {
                if let Some(ViewContent::Members(columns)) = views.get(members.id.as_str()) {
                    members.columns = columns
                        .iter()
                        .map(|column| MembersColumn {
                            label: column.label.clone(),
                            is: column.value,
                        })
                        .collect();
                    members.people = members::called(document, context, &members.columns);
                }
            }
            Section::Field(_) | Section::Objects(_) | Section::Contents { .. } => {}
        }
    }
}

/// Items with their concepts, each before those below it.
type Body<'a> = Vec<(Option<Concept>, &'a Item)>;

fn below(objects: &Objects) -> Body<'_> {
    let mut found = Vec::new();
    walk(objects, &mut found);
    found
        .into_iter()
        .map(|(objects, item)| (objects.concept, item))
        .collect()
}

/// The item itself and everything below it.
fn within<'a>(concept: Option<Concept>, item: &'a Item) -> Body<'a> {
    std::iter::once((concept, item))
        .chain(item.children.iter().flat_map(below))
        .collect()
}

fn of<'a>(
    body: &'a [(Option<Concept>, &'a Item)],
    concept: Concept,
) -> impl Iterator<Item = &'a Item> {
    body.iter()
        .filter(move |(found, _)| *found == Some(concept))
        .map(|(_, item)| *item)
}

fn compute(
    table: &mut Table,
    view: &TableView,
    all: &Body,
    context: &Context,
    words: &BTreeMap<&str, String>,
) {
    let per: Vec<&Item> = of(all, view.per)
        .filter(|item| view.deviating.is_none_or(|role| deviates(item, role)))
        .collect();
    let bodies: Vec<Body> = per
        .iter()
        .map(|item| within(Some(view.per), item))
        .collect();
    let columns: Vec<Column> = view
        .columns
        .iter()
        .flat_map(|column| Column::of(&column.label, &column.value, all, context))
        .collect();
    table.caption = schema::fill(&view.caption, words);
    table.columns = std::iter::once(TableColumn {
        label: view.first.clone(),
        numeric: false,
        wide: true,
    })
    .chain(columns.iter().map(|column| column.head(&per)))
    .collect();
    table.rows = per
        .iter()
        .zip(&bodies)
        .map(|(item, body)| {
            std::iter::once(vec![row_head(item)])
                .chain(columns.iter().map(|column| column.entries(item, body)))
                .collect()
        })
        .collect();
    if !view.total.is_empty() && !per.is_empty() {
        let sums = columns.iter().map(|column| column.sum(&bodies));
        table.total = Some(
            std::iter::once(vec![line(view.total.clone())])
                .chain(sums)
                .collect(),
        );
    }
}

fn line(text: String) -> Entry {
    Entry {
        count: None,
        value: Printed::Line(text),
    }
}

fn row_head(item: &Item) -> Entry {
    line(match &item.number {
        Some(number) => format!("{number} {}", item.title()),
        None if item.title().is_empty() => item.label.clone(),
        None => item.title().to_owned(),
    })
}

fn deviates(item: &Item, role: Role) -> bool {
    matches!(item.cell(role).and_then(|cell| cell.value.as_ref()), Some(Printed::Choice(choice)) if choice.deviates)
}

/// A column of a computed table; one of a sum by something is many.
struct Column<'a> {
    label: String,
    measure: &'a Measure,
    only: Option<String>,
    /// The words that are counted, in the order of their scale.
    words: &'a [ScaleValue],
}

impl<'a> Column<'a> {
    fn of(label: &str, measure: &'a Measure, all: &Body, context: &Context<'a>) -> Vec<Self> {
        let Measure::SumBy { amount, by } = measure else {
            return vec![Self {
                label: label.to_owned(),
                measure,
                only: None,
                words: words_of(measure, context),
            }];
        };
        let mut names: Vec<String> = Vec::new();
        for (name, _) in of(all, amount.concept).flat_map(|item| split(item, amount, by)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
            .into_iter()
            .map(|name| Self {
                label: name.clone(),
                measure,
                only: Some(name),
                words: &[],
            })
            .collect()
    }

    fn head(&self, per: &[&Item]) -> TableColumn {
        let sample = |role: Role| per.iter().find_map(|item| item.cell(role)?.value.as_ref());
        let (numeric, wide) = match self.measure {
            Measure::Show(role) => match sample(*role) {
                Some(Printed::Money(_) | Printed::Number(_)) => (true, false),
                Some(Printed::Text(_)) => (false, true),
                _ => (false, false),
            },
            Measure::CountBy(_) | Measure::Clock(_) => (false, false),
            _ => (true, false),
        };
        TableColumn {
            label: self.label.clone(),
            numeric,
            wide,
        }
    }

    fn entries(&self, item: &Item, body: &Body) -> Vec<Entry> {
        match self.measure {
            Measure::Show(role) => {
                let value = item.cell(*role).and_then(|cell| cell.value.clone());
                value
                    .into_iter()
                    .map(|value| Entry { count: None, value })
                    .collect()
            }
            Measure::CountBy(path) => {
                let mut counts = counts(body, path);
                let place = |code: &str| self.words.iter().position(|word| word.code == code);
                counts.sort_by_key(|(choice, _)| place(&choice.code));
                let entry = |(mut choice, count): (Choice, usize)| {
                    let word = place(&choice.code).map(|place| &self.words[place]);
                    if let Some(word) = word.filter(|word| count != 1 && !word.several.is_empty()) {
                        choice.label.clone_from(&word.several);
                    }
                    Entry {
                        count: Some(count),
                        value: Printed::Choice(choice),
                    }
                };
                counts.into_iter().map(entry).collect()
            }
            _ => self
                .amount(body)
                .into_iter()
                .map(|value| Entry { count: None, value })
                .collect(),
        }
    }

    fn sum(&self, bodies: &[Body]) -> Vec<Entry> {
        if matches!(
            self.measure,
            Measure::Show(_) | Measure::CountBy(_) | Measure::Clock(_)
        ) {
            return Vec::new();
        }
        let all: Body = bodies.iter().flatten().copied().collect();
        self.amount(&all)
            .into_iter()
            .map(|value| Entry { count: None, value })
            .collect()
    }

    fn amount(&self, body: &Body) -> Option<Printed> {
        match (self.measure, &self.only) {
            (Measure::SumBy { amount, by }, Some(name)) => {
                let parts = of(body, amount.concept).flat_map(|item| split(item, amount, by));
                let parts: Vec<i64> = parts
                    .filter(|(found, _)| found == name)
                    .map(|(_, amount)| amount)
                    .collect();
                (!parts.is_empty()).then(|| Printed::Money(total(parts)))
            }
            (measure, _) => single(measure, body),
        }
    }
}

/// Returns a figure over a body; none where nothing holds a value.
fn single(measure: &Measure, body: &Body) -> Option<Printed> {
    match measure {
        #[expect(clippy::cast_precision_loss, reason = "nobody counts that far")]
        Measure::Count(concept) => Some(Printed::Number(of(body, *concept).count() as f64)),
        Measure::Sum(path) => amounts(body, path).map(Printed::Money),
        Measure::Difference(path, less) => difference(body, path, less).map(Printed::Money),
        Measure::SumBy { amount, .. } => amounts(body, amount).map(Printed::Money),
        Measure::CountBy(_) | Measure::Show(_) | Measure::Clock(_) => None,
    }
}

/// Fills the columns that say when each row's turn comes. Without a time to begin at they stay empty.
fn run_clocks(table: &mut Table, view: &TableView, all: &Body, begins: Option<Minutes>) {
    for (index, column) in view.columns.iter().enumerate() {
        let (Measure::Clock(role), Some(begins)) = (&column.value, begins) else {
            continue;
        };
        let mut at = begins;
        for (row, item) in table.rows.iter_mut().zip(of(all, view.per)) {
            if let Some(entries) = row.get_mut(index + 1) {
                *entries = vec![line(clock(at))];
            }
            at = at.saturating_add(read::minutes(item, *role));
        }
        if let Some(ends) = table.total.as_mut().and_then(|row| row.get_mut(index + 1)) {
            *ends = vec![line(clock(at))];
        }
    }
}

fn amounts(body: &Body, path: &Path) -> Option<i64> {
    let found: Vec<i64> = of(body, path.concept)
        .flat_map(|item| item_amounts(item, path))
        .collect();
    (!found.is_empty()).then(|| total(found))
}

/// One sum less another. What has nothing to take off yet is left out: nobody knows what it will deviate by.
fn difference(body: &Body, path: &Path, less: &Path) -> Option<i64> {
    if path.concept != less.concept {
        return Some(amounts(body, path)?.saturating_sub(amounts(body, less)?));
    }
    let known = of(body, less.concept).filter_map(|item| {
        let taken = item_amounts(item, less);
        let from = total(item_amounts(item, path));
        (!taken.is_empty()).then(|| from.saturating_sub(total(taken)))
    });
    let known: Vec<i64> = known.collect();
    (!known.is_empty()).then(|| total(known))
}

fn item_amounts(item: &Item, path: &Path) -> Vec<i64> {
    let cells = item.fields.iter().chain(if item.gone.is_some() {
        &[][..]
    } else {
        &item.shown[..]
    });
    let value = cells
        .into_iter()
        .find(|cell| cell.is == Some(path.role))
        .and_then(|cell| cell.value.as_ref());
    match (value, path.column) {
        (Some(Printed::Money(amount)), None) => vec![*amount],
        (Some(Printed::Rows(rows)), Some(column)) => {
            let Some(index) = rows
                .columns
                .iter()
                .position(|found| found.is == Some(column))
            else {
                return Vec::new();
            };
            rows.rows
                .iter()
                .filter_map(|row| {
                    if let Some(Printed::Money(amount)) = row.get(index)? {
                        Some(*amount)
                    } else {
                        None
                    }
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the rows of a small table as name and amount.
fn split(item: &Item, amount: &Path, by: &Path) -> Vec<(String, i64)> {
    let Some(Printed::Rows(rows)) = item.cell(amount.role).and_then(|cell| cell.value.as_ref())
    else {
        return Vec::new();
    };
    let index = |role: Option<Role>| {
        rows.columns
            .iter()
            .position(|column| column.is.is_some() && column.is == role)
    };
    let (Some(amount), Some(by)) = (index(amount.column), index(by.column)) else {
        return Vec::new();
    };
    rows.rows
        .iter()
        .filter_map(|row| match (row.get(by)?, row.get(amount)?) {
            (Some(Printed::Party(named) | Printed::Body(named)), Some(Printed::Money(amount))) => {
                Some((named.label.clone(), *amount))
            }
            (Some(Printed::Line(name)), Some(Printed::Money(amount))) => {
                Some((name.clone(), *amount))
            }
            (Some(Printed::Choice(choice)), Some(Printed::Money(amount))) => {
                Some((choice.label.clone(), *amount))
            }
            _ => None,
        })
        .collect()
}

/// Returns the words of the scale that a column counts; none where the field is another document's.
fn words_of<'a>(measure: &Measure, context: &Context<'a>) -> &'a [ScaleValue] {
    let Measure::CountBy(path) = measure else {
        return &[];
    };
    let kinds = context.template.kinds.iter();
    let field = kinds
        .filter(|kind| kind.concept == Some(path.concept))
        .find_map(|kind| with_role(&kind.fields, path.role));
    let scale = field.and_then(|field| cell::scale(field, context));
    scale.map_or(&[], |scale| &scale.values)
}

fn counts(body: &Body, path: &Path) -> Vec<(Choice, usize)> {
    let mut found: Vec<(Choice, usize)> = Vec::new();
    for item in of(body, path.concept) {
        let Some(Printed::Choice(choice)) =
            item.cell(path.role).and_then(|cell| cell.value.as_ref())
        else {
            continue;
        };
        match found
            .iter_mut()
            .find(|(known, _)| known.code == choice.code)
        {
            Some((_, count)) => *count += 1,
            None => found.push((choice.clone(), 1)),
        }
    }
    found
}

fn total(amounts: impl IntoIterator<Item = i64>) -> i64 {
    amounts.into_iter().fold(0, i64::saturating_add)
}
