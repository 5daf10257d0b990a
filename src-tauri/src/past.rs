//! What has been, and what two people have written: history, comparison, conflicts, search.

use serde::{Deserialize, Serialize};
use specta::Type;
use workspace::{
    Choice, Comparison, ConflictView as Conflict, Difference, Error, FieldValue, Hit, Input,
    MergeReport, ObjectId, Outcome, Part, PartKind, Workspace,
};

use crate::view::DocumentView;

/// What differs between two moments.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonView {
    /// The earlier moment in words.
    pub from: String,
    /// The later moment in words.
    pub to: String,
    /// What differs, in the order of the page.
    pub differences: Vec<DifferenceView>,
}

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceView {
    /// The object.
    pub object: String,
    /// The field's id.
    pub field: Option<String>,
    /// The place in words.
    pub place: String,
    /// The words of both texts in order.
    pub parts: Vec<Part>,
    /// What stood there; nothing where it is new.
    pub before: Option<String>,
    /// What stands there; nothing where it is gone.
    pub after: Option<String>,
}

impl From<Comparison> for ComparisonView {
    fn from(comparison: Comparison) -> Self {
        let differences = comparison.differences.into_iter();
        Self {
            from: comparison.from,
            to: comparison.to,
            differences: differences
                .map(|found| DifferenceView {
                    parts: whole_parts(&found),
                    object: found.object.to_string(),
                    field: found.field,
                    place: found.place.join(", "),
                    before: found.before,
                    after: found.after,
                })
                .collect(),
        }
    }
}

/// Returns the words of both texts; what is new or gone is so as a whole.
fn whole_parts(found: &Difference) -> Vec<Part> {
    let whole = |kind, text: &Option<String>| {
        let text = text.clone()?;
        Some(Part { kind, text })
    };
    if !found.parts.is_empty() {
        return found.parts.clone();
    }
    let gone = whole(PartKind::Removed, &found.before);
    let new = whole(PartKind::Added, &found.after);
    gone.into_iter().chain(new).collect()
}

/// What two people have written in one place.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConflictView {
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// The object.
    pub object: String,
    /// The field's id.
    pub field: String,
    /// The place in words.
    pub place: String,
    /// What the object is called where a side has removed the whole of it; else empty.
    pub whole: String,
    /// What stands against each other, oldest first.
    pub alternatives: Vec<AlternativeView>,
    /// The words of both texts in one.
    pub suggestion: Option<String>,
    /// What a text of one's own begins from, as one types it; none where no typed text can settle it.
    pub start: Option<String>,
}

/// One side of a conflict.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AlternativeView {
    /// The value in words; where it was removed empty, or that the whole object is.
    pub text: String,
    /// The same, word by word; what the other side has not is added.
    pub parts: Vec<Part>,
    /// Whether this side removed the field or the object.
    pub removed: bool,
    /// Whether the page shows it meanwhile.
    pub shown: bool,
    /// Who wrote it.
    pub author: String,
    /// When, RFC 3339.
    pub at: String,
}

impl From<Conflict> for ConflictView {
    fn from(found: Conflict) -> Self {
        let marked = found.marked();
        let alternatives = found.alternatives.into_iter().zip(marked);
        Self {
            document: found.document.to_string(),
            title: found.title,
            object: found.object.to_string(),
            field: found.field,
            place: found.place.join(", "),
            alternatives: alternatives
                .map(|(side, parts)| AlternativeView {
                    text: side.text,
                    parts,
                    removed: side.removed,
                    shown: side.shown,
                    author: side.author,
                    at: side.at,
                })
                .collect(),
            whole: found.whole,
            suggestion: found.suggestion,
            start: found.start,
        }
    }
}

/// What a conflict becomes.
#[derive(Debug, Clone, PartialEq, Deserialize, Type)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum ChoiceForm {
    /// The alternative with this number, from 1.
    Alternative {
        /// The number.
        number: u32,
    },
    /// Something else, as a person types it.
    Other {
        /// The text.
        value: FieldValue,
    },
}

impl From<ChoiceForm> for Choice {
    fn from(form: ChoiceForm) -> Self {
        match form {
            ChoiceForm::Alternative { number } => {
                Self::Alternative(usize::try_from(number).unwrap_or_default())
            }
            ChoiceForm::Other {
                value: FieldValue::Plain { text },
            } => Self::Other(Input::Typed(text)),
            ChoiceForm::Other { .. } => Self::Suggestion,
        }
    }
}

/// What a merge brought.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MergedView {
    /// All of it as sentences.
    pub sentences: Vec<String>,
    /// How many conflicts are new.
    pub conflicts: u32,
}

impl From<MergeReport> for MergedView {
    fn from(merged: MergeReport) -> Self {
        Self {
            conflicts: u32::try_from(merged.conflicts.len()).unwrap_or(u32::MAX),
            sentences: merged.sentences,
        }
    }
}

/// A document in which a field has been given back what stood there.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RestoredView {
    /// The document as it now is.
    #[serde(flatten)]
    pub document: DocumentView,
    /// The part and the field, in words; empty where it read so already.
    pub restored: String,
}

impl RestoredView {
    /// Returns the view of a document after something was restored in it.
    pub fn of(workspace: &Workspace, document: ObjectId, done: &Outcome) -> Result<Self, Error> {
        // The document is on the screen: its title need not be said.
        let place = workspace.changed_place(done.object, &done.changes);
        Ok(Self {
            document: DocumentView::of(workspace, document)?,
            restored: place.get(1..).unwrap_or_default().join(", "),
        })
    }
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HitView {
    /// The document.
    pub document: String,
    /// Its title.
    pub title: String,
    /// The object.
    pub object: String,
    /// The field's id; nothing where the document's title was found, or a part of it that has no field to go to.
    pub field: Option<String>,
    /// The point, line or row of the field in which the words stand, from 1; nothing where the field is one text.
    #[specta(optional)]
    pub row: Option<u32>,
    /// The part's id, where what was found is what the part is called.
    #[specta(optional)]
    pub part: Option<String>,
    /// The place in words.
    pub place: String,
    /// The words with those around them.
    pub snippet: String,
    /// Whether it stands in something that was decided.
    pub decided: bool,
}

impl From<Hit> for HitView {
    fn from(hit: Hit) -> Self {
        Self {
            document: hit.document.to_string(),
            title: hit.title,
            object: hit.object.to_string(),
            field: hit.field,
            row: hit.row.and_then(|row| u32::try_from(row).ok()),
            part: hit.part,
            place: hit.place.join(", "),
            snippet: hit.snippet,
            decided: hit.decided,
        }
    }
}
