//! Views: computed parts of the page.

use model::schema::{Figure, Labelled, Measure, Path, TableView, View, ViewContent};
use model::vocabulary::{Concept, Role};

use crate::reader::Node;

/// Returns the views.
pub(crate) fn lower(tables: &[Node]) -> Vec<View> {
    tables
        .iter()
        .map(|here| View {
            id: here.owned("id"),
            label: here.owned("label"),
            content: content(*here),
        })
        .collect()
}

fn content(here: Node) -> ViewContent {
    let columns = here.tables("columns");
    match here.text("type") {
        "figures" => ViewContent::Figures(
            here.tables("figures")
                .into_iter()
                .filter_map(figure)
                .collect(),
        ),
        "table" => here
            .known("per", Concept::parse)
            .map_or(ViewContent::Contents, |per| {
                ViewContent::Table(TableView {
                    per,
                    first: here.owned("first"),
                    caption: here.owned("caption"),
                    columns: columns.into_iter().filter_map(column).collect(),
                    deviating: here.known("deviating", Role::parse),
                    total: here.owned("total"),
                })
            }),
        "members" => ViewContent::Members(columns.into_iter().filter_map(member).collect()),
        _ => ViewContent::Contents,
    }
}

fn member(here: Node) -> Option<Labelled<Role>> {
    Some(Labelled {
        label: here.owned("label"),
        value: here.known("role", Role::parse)?,
    })
}

fn column(here: Node) -> Option<Labelled<Measure>> {
    Some(Labelled {
        label: here.owned("label"),
        value: measure(here)?,
    })
}

fn figure(here: Node) -> Option<Figure> {
    Some(Figure {
        label: here.owned("label"),
        one: here.owned("one"),
        value: measure(here)?,
    })
}

fn measure(here: Node) -> Option<Measure> {
    let count = || here.known("count", Concept::parse).map(Measure::Count);
    let count_by = || here.known("count_by", path).map(Measure::CountBy);
    let show = || here.known("show", Role::parse).map(Measure::Show);
    let clock = || here.known("clock", Role::parse).map(Measure::Clock);
    sum(here)
        .or_else(count)
        .or_else(count_by)
        .or_else(show)
        .or_else(clock)
}

fn sum(here: Node) -> Option<Measure> {
    let amount = here.known("sum", path)?;
    Some(match (here.known("by", path), here.known("less", path)) {
        (Some(by), _) => Measure::SumBy { amount, by },
        (None, Some(less)) => Measure::Difference(amount, less),
        (None, None) => Measure::Sum(amount),
    })
}

/// Reads `concept.role` or `concept.role.column`.
fn path(text: &str) -> Option<Path> {
    let mut parts = text.split('.');
    let path = Path {
        concept: Concept::parse(parts.next()?)?,
        role: Role::parse(parts.next()?)?,
        column: match parts.next() {
            None => None,
            Some(column) => Some(Role::parse(column)?),
        },
    };
    parts.next().is_none().then_some(path)
}
