//! What a template declares: which kinds of objects a document has, their fields, and how they are shown.
//!
//! The program reasons about [`Concept`]s and [`Role`]s only. Ids and labels belong to the template and its
//! readers; no code asks for a field by its id.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::period::{PeriodRule, SourcePeriod};
use crate::vocabulary::{Concept, FieldType, Meaning, Role, Stage};

/// A document type: its kinds, fields, views and order, without its layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// The id that documents pin, for example the folder's name.
    pub id: String,
    /// The issuer's own version, for example a year.
    pub version: String,
    /// What the document is to the program.
    pub concept: Concept,
    /// The document's name in the page head and in lists, for example "Halvårsrapport".
    pub name: String,
    /// The whole title with placeholders (`{year}`, `{area}`, `{group}` …): metadata, lists, file name.
    pub title: String,
    /// The heading on the page with placeholders; the title where it is left out.
    pub heading: Option<String>,
    /// The line under the heading, with placeholders.
    pub subtitle: Option<String>,
    /// The short id printed in the foot, with placeholders.
    pub ident: String,
    /// Instruction for the whole document, in the small Markdown.
    pub help: String,
    /// How many of these a workspace holds, and for what period.
    pub period: PeriodRule,
    /// The documents that this one follows up.
    pub sources: Vec<Source>,
    /// Scales of the template's own.
    pub scales: Vec<Scale>,
    /// Ids of the document's own fields that stand in the document head, in order.
    pub head: Vec<String>,
    /// Ids of fields, kinds and views in the order of the page.
    pub order: Vec<String>,
    /// The document's own fields.
    pub fields: Vec<Field>,
    /// Kinds of objects below the document.
    pub kinds: Vec<Kind>,
    /// Tables and figures that are computed.
    pub views: Vec<View>,
    /// Names of the checks that the template asks for beyond those that always run.
    pub checks: Vec<String>,
}

/// A kind of object: goal, activity, row of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Kind {
    /// Id within the template.
    pub id: String,
    /// What the kind is to the program, where it is something.
    pub concept: Option<Concept>,
    /// Singular, for example "Aktivitet".
    pub label: String,
    /// Plural, for example "Aktiviteter".
    pub plural: String,
    /// Instruction for the kind, in the small Markdown.
    pub help: String,
    /// Pattern of the number with `{n}` and `{parent}`; no number where it is left out.
    pub number: Option<String>,
    /// Ids of the kinds that may stand below it.
    pub children: Vec<String>,
    /// Its fields.
    pub fields: Vec<Field>,
    /// The concept of a source whose objects get a row each.
    pub follows: Option<Follows>,
    /// Roles read from the source and shown, not copied.
    pub shows: Vec<Role>,
    /// What a row says whose object is gone from the source.
    pub gone: String,
    /// Fewest and most objects of this kind below one parent.
    pub count: (usize, usize),
}

/// Which objects of which source a kind follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follows {
    /// Id of a [`Source`].
    pub source: String,
    /// Concept of the followed objects.
    pub concept: Concept,
}

/// A field of a document or an object, or a column of a small table.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Id within its kind: lower-case letters, digits and `_`.
    pub id: String,
    /// What the field is to the program.
    pub is: Option<Role>,
    /// The type of its value.
    pub ty: FieldType,
    /// The type of a list's elements; a line for all other types.
    pub of: FieldType,
    /// Label in the form and on the page.
    pub label: String,
    /// Instruction beside the field.
    pub help: String,
    /// From which stage on the field must be filled in.
    pub required: Option<Stage>,
    /// Further condition under which it must be filled in at submission.
    pub required_if: Option<Condition>,
    /// Value that stands there until somebody changes it.
    pub default: Option<Value>,
    /// Role of a source's field whose value stands there until somebody changes it.
    pub start: Option<Start>,
    /// Whether the field is printed; margin notes are not.
    pub print: bool,
    /// Whether the elements of a list are referred to by their numbers.
    pub numbered: bool,
    /// Most characters.
    pub max: Option<usize>,
    /// Fewest and most lines on the page, at about 70 characters.
    pub lines: Option<(usize, usize)>,
    /// Id of the scale of a choice, the template's own or the profile's.
    pub scale: Option<String>,
    /// The sentence that says "none" on purpose, for example "Inget behov av samverkan".
    pub none: Option<String>,
    /// Columns of a small table.
    pub columns: Vec<Field>,
}

/// "Required when the field has one of these codes."
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Id of another field of the same object.
    pub field: String,
    /// The codes; empty means any value at all.
    pub codes: Vec<String>,
}

/// Where a value that stands until it is touched comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Id of a [`Source`].
    pub source: String,
    /// Role of the followed object's field.
    pub role: Role,
}

/// A document that this one follows up: the adopted edition, else the submitted, else the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Id within the template.
    pub id: String,
    /// The source document's concept.
    pub concept: Concept,
    /// Its period, seen from this document's.
    pub period: SourcePeriod,
    /// Whether the document can be submitted without it.
    pub optional: bool,
    /// What papers say behind a value that stands there from it, for example "enligt planen".
    pub said: Option<String>,
}

/// An ordered scale of words, each with a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// Id within the template or profile.
    pub id: String,
    /// Its values, in order.
    pub values: Vec<ScaleValue>,
}

/// One word of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleValue {
    /// What is stored.
    pub code: String,
    /// The word that is read.
    pub label: String,
    /// The word of several things that are so, for example "Genomförda"; empty where it is the same.
    pub several: String,
    /// The mark beside the word: ●, ◐, ○, ▲, ×, – or empty.
    pub mark: String,
    /// What the word means.
    pub help: String,
    /// Whether it says that something departs from the plan.
    pub deviates: bool,
    /// What it means to the rules, where it means something to them.
    pub means: Option<Meaning>,
}

/// A computed part of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Id within the template.
    pub id: String,
    /// Heading of the section; empty for none.
    pub label: String,
    /// What it computes.
    pub content: ViewContent,
}

/// What a view computes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewContent {
    /// The table of contents.
    Contents,
    /// A few figures in a row.
    Figures(Vec<Figure>),
    /// A row for each object of a concept.
    Table(TableView),
    /// The group's members: one column for each of these roles of a person.
    Members(Vec<Labelled<Role>>),
}

/// A figure with its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The words beside it.
    pub label: String,
    /// The words beside a single one, for example "aktivitet"; empty where they are the same.
    pub one: String,
    /// What it counts or sums up.
    pub value: Measure,
}

/// Something with the words that stand over or beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled<T> {
    /// The words.
    pub label: String,
    /// What they stand for.
    pub value: T,
}

/// A table with a row for each object of a concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableView {
    /// Concept of the objects.
    pub per: Concept,
    /// Heading of the first column.
    pub first: String,
    /// Words over the table, with placeholders.
    pub caption: String,
    /// The columns after the first.
    pub columns: Vec<Labelled<Measure>>,
    /// Keeps only the rows where the choice with this role departs from the plan.
    pub deviating: Option<Role>,
    /// Words before the sums in a last row; no such row where empty.
    pub total: String,
}

/// What a figure or a cell measures, over an object and everything below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// The number of objects of a concept.
    Count(Concept),
    /// The number of objects for each word of the choice.
    CountBy(Path),
    /// The sum of an amount.
    Sum(Path),
    /// The sum of an amount in a small table, one column for each value of another of its columns.
    SumBy {
        /// The amount.
        amount: Path,
        /// The column whose values become columns.
        by: Path,
    },
    /// One sum less another.
    Difference(Path, Path),
    /// The object's own value.
    Show(Role),
    /// When its turn comes: the document's time with the minutes of all that stands before it.
    Clock(Role),
}

/// `concept.role` or `concept.role.column`, as templates write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Concept of the objects.
    pub concept: Concept,
    /// Role of the field.
    pub role: Role,
    /// Role of the column, in a field of rows.
    pub column: Option<Role>,
}

impl Template {
    /// Returns the kind with this id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// Returns the document's own field with this id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// Returns the fields of an object of this kind; the document's own where `kind` is none.
    #[must_use]
    pub fn fields_of(&self, kind: Option<&str>) -> &[Field] {
        match kind {
            None => &self.fields,
            Some(id) => self.kind(id).map_or(&[], |kind| &kind.fields),
        }
    }

    /// Returns the kinds that may stand straight below the document: those that are no other kind's children.
    pub fn top_kinds(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.iter().filter(|kind| {
            !self
                .kinds
                .iter()
                .any(|other| other.id != kind.id && other.children.contains(&kind.id))
        })
    }
}

/// Returns the first field with this role.
#[must_use]
pub fn with_role(fields: &[Field], role: Role) -> Option<&Field> {
    fields.iter().find(|field| field.is == Some(role))
}

impl Scale {
    /// Returns the value with this code.
    #[must_use]
    pub fn value(&self, code: &str) -> Option<&ScaleValue> {
        self.values.iter().find(|value| value.code == code)
    }
}

/// Fills placeholders such as `{year}` from `words`; an unknown one stays as it is written.
#[must_use]
pub fn fill(pattern: &str, words: &BTreeMap<&str, String>) -> String {
    let mut out = pattern.to_owned();
    for (name, word) in words {
        out = out.replace(&format!("{{{name}}}"), word);
    }
    out
}

/// Fills the pattern of a title. A part between dashes that speaks of a word nobody has written is left out, for it would
/// end in the middle: "Plan 2031 – område ". Empty where nothing is left.
#[must_use]
pub fn fill_title(pattern: &str, words: &BTreeMap<&str, String>) -> String {
    let lacking = |part: &str| {
        words
            .iter()
            .any(|(name, word)| word.trim().is_empty() && part.contains(&format!("{{{name}}}")))
    };
    let parts = pattern.split(DASH).filter(|part| !lacking(part));
    fill(&parts.collect::<Vec<_>>().join(DASH), words)
}

/// What parts a title's pattern.
const DASH: &str = " – ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_title_that_speaks_of_nothing_is_left_out() {
        let words = |area: &str| {
            let all = [("year", "2031"), ("area", area), ("title", "")];
            BTreeMap::from(all.map(|(name, word)| (name, word.to_owned())))
        };
        let check = |pattern: &str, area: &str, expected: &str| {
            assert_eq!(fill_title(pattern, &words(area)), expected, "{pattern}");
        };
        check(
            "Plan {year} – område {area}",
            "Vård",
            "Plan 2031 – område Vård",
        );
        check("Plan {year} – område {area}", "", "Plan 2031");
        check("Område {area} – plan {year}", " ", "plan 2031");
        check("Brev – {title}", "Vård", "Brev");
        check("Område {area}", "", "");
        check("Plan – {unknown}", "", "Plan – {unknown}");
    }
}
