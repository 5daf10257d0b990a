//! The keys of `template.toml`.

use model::period::{PeriodRule, SourcePeriod};

use crate::codes::FaultCode;
use crate::shape::Shape::{
    Any, Bool, Count, FolderId, Format, Id, Path, Pattern, Period, Range, Said, Table, Tables,
    Text, Texts, Typed, Word, Words,
};
use crate::shape::{Key, Need, Rule, Shape, TableShape, may, must};
use crate::view_keys::VIEWS;
use crate::words::{
    CHECKS, CONCEPTS, DOCUMENT_WORDS, MARKS, MEANINGS, NUMBER_WORDS, ROLES, STAGES, TYPES,
};

/// Most characters and most objects that a template may speak of.
const MOST: i64 = 1_000_000;

pub(crate) static TEMPLATE: TableShape = TableShape {
    name: "template",
    about: "A document type: its fields, kinds of objects, views and checks.",
    keys: &[
        must("format", Format, "The version of the template format."),
        must(
            "id",
            FolderId,
            "Id of the template; equals the folder's name.",
        ),
        must(
            "version",
            Said,
            "The issuer's own version, for example a year.",
        ),
        must(
            "concept",
            Word(&CONCEPTS),
            "What the document is to the program: a concept of a whole document.",
        ),
        must(
            "name",
            Said,
            "The document's name in the page head and in lists.",
        ),
        must(
            "title",
            Pattern(&DOCUMENT_WORDS),
            "The whole title, for metadata, lists and the file name.",
        ),
        may(
            "heading",
            Pattern(&DOCUMENT_WORDS),
            "The heading on the page; the title where left out.",
        ),
        may(
            "subtitle",
            Pattern(&DOCUMENT_WORDS),
            "The line under the heading.",
        ),
        must(
            "ident",
            Pattern(&DOCUMENT_WORDS),
            "The short id in the foot.",
        ),
        must(
            "period",
            PERIOD,
            "How many of these a workspace holds, and for what period.",
        ),
        may(
            "help",
            Text,
            "Instruction for the whole document, in the small Markdown.",
        ),
        may(
            "head",
            Texts,
            "Ids of the document's own fields that stand in the page head, in order.",
        ),
        may(
            "order",
            Texts,
            "Ids of fields, kinds and views in the order of the page.",
        ),
        may(
            "checks",
            Words(&CHECKS),
            "Checks beyond those that always run.",
        ),
        may("field", Tables(&FIELD), "The document's own fields."),
        may(
            "kind",
            Tables(&KIND),
            "Kinds of objects below the document.",
        ),
        may(
            "source",
            Tables(&SOURCE),
            "Documents that this one follows up.",
        ),
        may("scale", Tables(&SCALE), "Scales of the template's own."),
        may("view", Typed(VIEWS), "Computed parts of the page."),
    ],
    rules: &[],
};

const PERIOD: Shape = Period {
    reads: |text| PeriodRule::parse(text).is_some(),
    pattern: "^(year|many|once|[12]of2|[1-3]of3|[1-4]of4|[1-6]of6|([1-9]|1[0-2])of12)$",
    choices: "year, many, once, 1of2",
};

static FIELD: TableShape = TableShape {
    name: "field",
    about: "A field of the document or of an object.",
    keys: &[
        must("id", Id, "Id within its kind."),
        may("is", Word(&ROLES), "What the field is to the program."),
        must("type", Word(&TYPES), "The type of its value."),
        may(
            "of",
            Word(&TYPES),
            "The type of a list's elements; a line where left out.",
        ),
        must("label", Said, "Label in the form and on the page."),
        may("help", Text, "Instruction beside the field."),
        may(
            "required",
            Word(&STAGES),
            "From which stage on it must be filled in.",
        ),
        may(
            "required_if",
            Table(&CONDITION),
            "A further condition under which it must be filled in at submission.",
        ),
        may(
            "default",
            Any,
            "Value that stands there until somebody changes it.",
        ),
        may(
            "start",
            Path { most: 2 },
            "<source id>.<role>: likewise, from a source.",
        ),
        may(
            "print",
            Bool,
            "False for a note in the margin, which is never printed.",
        ),
        may(
            "numbered",
            Bool,
            "Whether the elements of a list are referred to by their numbers.",
        ),
        may("max", Count(1, MOST), "Most characters."),
        may("lines", Range, "Fewest and most lines on the page."),
        may(
            "scale",
            Said,
            "For a choice: id of a scale, the template's or the profile's.",
        ),
        may("none", Said, "The sentence that says none on purpose."),
        Key {
            name: "columns",
            need: Need::May,
            shape: Tables(&COLUMN),
            about: "Columns of a small table.",
        },
    ],
    rules: &[
        CHOICE,
        Rule::Needs {
            key: "type",
            word: "rows",
            then: "columns",
            code: FaultCode::RowsWithoutColumns,
        },
        Rule::Only {
            key: "columns",
            of: "type",
            words: &["rows"],
        },
        OF,
        SCALED,
        LETTERS,
        Rule::Only {
            key: "lines",
            of: "type",
            words: &["line", "text", "list", "rows", "decision"],
        },
        NESTING,
        Rule::Off {
            key: "print",
            other: "required",
            code: FaultCode::PrintRequired,
        },
        Rule::Off {
            key: "print",
            other: "required_if",
            code: FaultCode::PrintRequired,
        },
        Rule::Clash("default", "start"),
    ],
};

static COLUMN: TableShape = TableShape {
    name: "column",
    about: "A column of a small table.",
    keys: &[
        must("id", Id, "Id within its table."),
        may("is", Word(&ROLES), "What the column is to the program."),
        must("type", Word(&TYPES), "The type of its values."),
        may(
            "of",
            Word(&TYPES),
            "The type of a list's elements; a line where left out.",
        ),
        must("label", Said, "Its heading."),
        may("help", Text, "Instruction."),
        may(
            "required",
            Word(&STAGES),
            "From which stage on it must be filled in.",
        ),
        may(
            "default",
            Any,
            "Value that stands there until somebody changes it.",
        ),
        may("max", Count(1, MOST), "Most characters."),
        may(
            "scale",
            Said,
            "For a choice: id of a scale, the template's or the profile's.",
        ),
    ],
    rules: &[
        CHOICE,
        OF,
        SCALED,
        LETTERS,
        NESTING,
        Rule::Never {
            key: "type",
            words: &["rows"],
            code: FaultCode::Nesting,
        },
    ],
};

const CHOICE: Rule = Rule::Needs {
    key: "type",
    word: "choice",
    then: "scale",
    code: FaultCode::ChoiceWithoutScale,
};
const OF: Rule = Rule::Only {
    key: "of",
    of: "type",
    words: &["list"],
};
const SCALED: Rule = Rule::Only {
    key: "scale",
    of: "type",
    words: &["choice", "list"],
};
const LETTERS: Rule = Rule::Only {
    key: "max",
    of: "type",
    words: &[
        "line",
        "text",
        "party",
        "body",
        "list",
        "reference",
        "decision",
    ],
};
const NESTING: Rule = Rule::Never {
    key: "of",
    words: &["list", "rows"],
    code: FaultCode::Nesting,
};

static CONDITION: TableShape = TableShape {
    name: "condition",
    about: "A condition on another field of the same object.",
    keys: &[
        must("field", Said, "Id of the other field."),
        may(
            "codes",
            Texts,
            "Codes of its choice; any value at all where left out.",
        ),
    ],
    rules: &[],
};

static KIND: TableShape = TableShape {
    name: "kind",
    about: "A kind of object: goal, activity, row of a report.",
    keys: &[
        must("id", Id, "Id within the template."),
        may(
            "concept",
            Word(&CONCEPTS),
            "What the kind is to the program; the followed concept where left out.",
        ),
        must("label", Said, "Singular."),
        must("plural", Said, "Plural."),
        may("help", Text, "Instruction, in the small Markdown."),
        may(
            "number",
            Pattern(&NUMBER_WORDS),
            "Pattern of the number; no number where left out.",
        ),
        may("children", Texts, "Ids of kinds that may stand below it."),
        may("count", Range, "Fewest and most below one parent."),
        may(
            "follows",
            Path { most: 2 },
            "<source id>.<concept>: a row for each of the source's objects.",
        ),
        may(
            "shows",
            Words(&ROLES),
            "Roles read from the source, not copied.",
        ),
        may(
            "gone",
            Said,
            "What a row says whose object is gone from the source.",
        ),
        may("field", Tables(&FIELD), "Its fields."),
    ],
    rules: &[
        Rule::With {
            key: "shows",
            other: "follows",
        },
        Rule::With {
            key: "gone",
            other: "follows",
        },
    ],
};

static SOURCE: TableShape = TableShape {
    name: "source",
    about: "A document that this one follows up.",
    keys: &[
        must("id", Id, "Id within the template."),
        must("concept", Word(&CONCEPTS), "The source document's concept."),
        must(
            "period",
            Period {
                reads: |text| SourcePeriod::parse(text).is_some(),
                pattern: "^(same|previous|once|linked|[12]of2|[1-3]of3|[1-4]of4|[1-6]of6|([1-9]|1[0-2])of12)$",
                choices: "same, previous, once, linked, 1of2",
            },
            "Its period, seen from this document's.",
        ),
        may(
            "optional",
            Bool,
            "Whether the document can be submitted without it.",
        ),
        may(
            "said",
            Said,
            "What papers say behind a value that stands there from it: enligt planen.",
        ),
    ],
    rules: &[],
};

pub(crate) static SCALE: TableShape = TableShape {
    name: "scale",
    about: "An ordered scale of words, each with a mark.",
    keys: &[
        must("id", Id, "Id."),
        must("values", Tables(&VALUE), "Its words, in order."),
    ],
    rules: &[],
};

static VALUE: TableShape = TableShape {
    name: "value",
    about: "A word of a scale.",
    keys: &[
        must("code", Id, "What is stored."),
        must("label", Said, "The word that is read."),
        may(
            "several",
            Text,
            "The word of several things that are so; the label where left out.",
        ),
        may("mark", Word(&MARKS), "The mark beside the word."),
        may("help", Text, "What the word means."),
        may(
            "deviates",
            Bool,
            "Whether it says that something departs from the plan.",
        ),
        may(
            "means",
            Word(&MEANINGS),
            "What it means to the rules of meetings and decisions.",
        ),
    ],
    rules: &[],
};
