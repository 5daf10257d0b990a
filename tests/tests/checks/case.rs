//! The files under cases/.

use std::fs;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use workspace::FindingView;

/// What is said about one code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// Documents that have the fault.
    pub(crate) fails: Vec<Scenario>,
    /// Documents that look like it and do not have it.
    pub(crate) passes: Vec<Scenario>,
}

/// A document, from one of our examples by a few edits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    /// What it shows, in English.
    pub(crate) why: String,
    /// The example below assets/.
    #[serde(default = "sample")]
    pub(crate) base: String,
    /// The document that is checked.
    #[serde(default = "plan")]
    pub(crate) document: String,
    /// Whether the example's editions are kept: their pages are set, which takes seconds.
    #[serde(default)]
    pub(crate) editions: bool,
    /// The day that terms are seen from.
    #[serde(default = "spring")]
    pub(crate) today: NaiveDate,
    /// What is done to the example, in this order.
    #[serde(default)]
    pub(crate) edits: Vec<Edit>,
    /// All that the check says with this code, in the order of the page.
    #[serde(default)]
    pub(crate) found: Vec<Found>,
}

/// An edit. `document` is the one that is checked where it is left out.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Edit {
    /// Copies a template or profile and replaces a text in its TOML, before anything is read.
    Pack {
        copy: String,
        replace: String,
        with: String,
    },
    /// Puts a value at a JSON pointer of the example, or removes what stands there. A last `-` adds to a list.
    Content {
        at: String,
        #[serde(default)]
        put: Option<Value>,
    },
    /// Gives a field a stored value.
    Set {
        #[serde(default)]
        document: Option<String>,
        object: String,
        field: String,
        value: Value,
    },
    /// Empties a field.
    Clear {
        #[serde(default)]
        document: Option<String>,
        object: String,
        field: String,
    },
    /// Removes an object.
    Remove {
        #[serde(default)]
        document: Option<String>,
        object: String,
    },
    /// Moves an object, to the end of its siblings where no other place is given.
    Move {
        object: String,
        #[serde(default)]
        below: Option<String>,
    },
    /// Adds an object with fields as they are typed.
    Add {
        #[serde(default)]
        document: Option<String>,
        kind: String,
        #[serde(default)]
        below: Option<String>,
        #[serde(default)]
        fields: Vec<(String, String)>,
    },
    /// Attaches a file to the document that is checked.
    Attach {
        title: String,
        /// The file's characters.
        pdf: String,
    },
    /// Begins the agenda of a meeting of the plan that is checked, and checks the agenda from here on.
    Agenda { meeting: String },
    /// Begins the memo that carries the document that is checked, and checks the memo from here on.
    Memo,
    /// Hands a document in.
    Submit { document: Option<String> },
    /// Spoils what stands in the file for a field, by its id.
    Spoil { object: String, field: String },
    /// What somebody else wrote who had not seen what is there, as a merge brings it.
    Merge { changes: Vec<Change> },
}

/// A value that somebody else wrote.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Change {
    /// The name of an object that is there, or the id of one that is not.
    pub(crate) object: String,
    /// The field.
    pub(crate) field: String,
    /// The value; the field is emptied where there is none.
    #[serde(default)]
    pub(crate) value: Option<Value>,
}

/// A diagnostic as a user reads it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Found {
    weight: String,
    at: String,
    text: String,
}

impl Found {
    pub(crate) fn of(finding: &FindingView) -> Self {
        Self {
            weight: finding.weight.clone(),
            at: finding.at.clone(),
            text: finding.text.clone(),
        }
    }
}

/// Every case with its file's name without ending, in the order of names.
pub(crate) fn all() -> Vec<(String, Case)> {
    let folder = missiv_tests::root().join("tests/tests/checks/cases");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let case = serde_json::from_slice(&fs::read(path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (
            path.file_stem().unwrap().to_string_lossy().into_owned(),
            case,
        )
    };
    paths.iter().map(read).collect()
}

fn sample() -> String {
    "templates/halland_halvarsrapport/examples/sample.json".to_owned()
}

/// Before anybody in the examples has to be reminded of anything.
fn spring() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 3, 1).unwrap()
}

fn plan() -> String {
    "plan".to_owned()
}
