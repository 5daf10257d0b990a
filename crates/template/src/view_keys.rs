//! The keys of the views in `template.toml`.

use crate::shape::Shape::{Id, Path, Pattern, Said, Tables, Text, Word};
use crate::shape::{Key, Rule, TableShape, may, must};
use crate::words::{CONCEPTS, DOCUMENT_WORDS, ROLES};

/// The types of views.
pub(crate) const VIEWS: &[(&str, &TableShape)] = &[
    ("contents", &CONTENTS),
    ("figures", &FIGURES),
    ("table", &TABLE),
    ("members", &MEMBERS),
];

const VIEW_ID: Key = must("id", Id, "Id within the template.");
const VIEW_TYPE: Key = must("type", Said, "What the view computes.");
const VIEW_LABEL: Key = may("label", Text, "Heading of the section.");

static CONTENTS: TableShape = TableShape {
    name: "contents",
    about: "The table of contents.",
    keys: &[VIEW_ID, VIEW_TYPE, VIEW_LABEL],
    rules: &[],
};

static FIGURES: TableShape = TableShape {
    name: "figures",
    about: "A few figures in a row.",
    keys: &[
        VIEW_ID,
        VIEW_TYPE,
        VIEW_LABEL,
        must("figures", Tables(&FIGURE), "The figures."),
    ],
    rules: &[],
};

static FIGURE: TableShape = TableShape {
    name: "figure",
    about: "A figure with its word.",
    keys: &[
        must("label", Said, "The words beside it."),
        may(
            "one",
            Text,
            "The words beside a single one; the label where left out.",
        ),
        may(
            "count",
            Word(&CONCEPTS),
            "The number of objects of a concept.",
        ),
        may("sum", Path { most: 3 }, "The sum of an amount."),
        may("less", Path { most: 3 }, "The sum that is taken from it."),
    ],
    rules: &[
        Rule::OneOf(&["count", "sum"]),
        Rule::With {
            key: "less",
            other: "sum",
        },
    ],
};

static TABLE: TableShape = TableShape {
    name: "table",
    about: "A row for each object of a concept.",
    keys: &[
        VIEW_ID,
        VIEW_TYPE,
        VIEW_LABEL,
        may("caption", Pattern(&DOCUMENT_WORDS), "Words over the table."),
        must("per", Word(&CONCEPTS), "Concept of the objects."),
        must("first", Said, "Head of the first column."),
        must("columns", Tables(&MEASURE), "The columns after the first."),
        may(
            "deviating",
            Word(&ROLES),
            "Only rows where the choice with this role departs from the plan.",
        ),
        may(
            "total",
            Said,
            "Words before the sums in a last row; no such row where left out.",
        ),
    ],
    rules: &[],
};

static MEASURE: TableShape = TableShape {
    name: "measure",
    about: "What a column measures, over an object and everything below it.",
    keys: &[
        may(
            "label",
            Said,
            "Its heading; left out only where the column is split.",
        ),
        may(
            "count",
            Word(&CONCEPTS),
            "The number of objects of a concept.",
        ),
        may(
            "count_by",
            Path { most: 2 },
            "The number of objects for each word of a choice.",
        ),
        may("sum", Path { most: 3 }, "The sum of an amount."),
        may(
            "by",
            Path { most: 3 },
            "Splits the sum: a column for each value of another column of the same small table.",
        ),
        may("less", Path { most: 3 }, "The sum that is taken from it."),
        may("show", Word(&ROLES), "The object's own value."),
        may(
            "clock",
            Word(&ROLES),
            "When its turn comes: the document's time and the minutes, with this role, of all before it.",
        ),
    ],
    rules: &[
        Rule::OneOf(&["count", "count_by", "sum", "show", "clock"]),
        Rule::With {
            key: "by",
            other: "sum",
        },
        Rule::With {
            key: "less",
            other: "sum",
        },
        Rule::Clash("by", "less"),
        Rule::Either("label", "by"),
    ],
};

static MEMBERS: TableShape = TableShape {
    name: "members",
    about: "The group's members.",
    keys: &[
        VIEW_ID,
        VIEW_TYPE,
        VIEW_LABEL,
        must(
            "columns",
            Tables(&MEMBER),
            "A column for each role of a person.",
        ),
    ],
    rules: &[],
};

static MEMBER: TableShape = TableShape {
    name: "member",
    about: "A column about a person.",
    keys: &[
        must("label", Said, "Its heading."),
        must("role", Word(&ROLES), "Role of the person's field."),
    ],
    rules: &[],
};
