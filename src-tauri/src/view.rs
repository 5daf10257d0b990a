//! What the window is given to show, and what it gives back.

use serde::{Deserialize, Serialize};
use specta::Type;
use workspace::{
    Error, FormView, Input, LogLine, ObjectId, PersonForm, Placement, SectionView, Sentence, State,
    UndoView, Workspace,
};

/// The id of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(transparent)]
pub struct Id(#[specta(type = String)] pub ObjectId);

/// The open workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceView {
    /// The group whose file it is.
    pub name: String,
    /// The file's name without its folders.
    pub file: String,
    /// Why it can only be read, where that is so.
    pub read_only: Option<SentenceView>,
    /// Who acts: the id of a person of the group.
    pub me: Option<String>,
}

/// What a new workspace is told.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewForm {
    /// Id of the profile.
    pub profile: String,
    /// The group's name.
    pub name: String,
    /// The area that it works in; may be empty.
    pub area: String,
    /// Who makes it; nobody where it is empty.
    pub me: PersonForm,
}

impl WorkspaceView {
    /// Returns the view of an open workspace.
    pub fn of(workspace: &Workspace) -> Result<Self, crate::error::ApiError> {
        let file = workspace.path().file_name().unwrap_or_default();
        Ok(Self {
            name: workspace.name()?,
            file: file.to_string_lossy().into_owned(),
            read_only: workspace.read_only().map(Into::into),
            me: workspace.me(),
        })
    }
}

/// A sentence with what one can do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SentenceView {
    /// What is so, in Swedish.
    pub message: String,
    /// What one can do, a sentence each.
    pub hints: Vec<String>,
}

impl From<Sentence> for SentenceView {
    fn from(sentence: Sentence) -> Self {
        let hints = Some(sentence.hint).filter(|hint| !hint.is_empty());
        Self {
            message: sentence.text,
            hints: hints.into_iter().collect(),
        }
    }
}

/// A line in the list of documents.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentLineView {
    /// The document's id.
    pub id: String,
    /// What it is to the program.
    pub concept: String,
    /// Its period; nothing where it has none.
    pub period: Option<String>,
    /// What kind of document it is, as its template names it.
    pub name: String,
    /// The title that stands on its pages.
    pub title: String,
    /// How far it has come.
    pub state: DocumentState,
    /// The newest edition's number.
    pub edition: Option<String>,
    /// Whether it has been changed since its newest edition.
    pub changed: bool,
    /// The day when its newest edition was sent last, ISO 8601.
    pub sent: Option<String>,
    /// Why a body sent its newest edition back; nothing where none did.
    pub sent_back: Option<String>,
    /// Whether it has pages; the group's own document has none.
    pub printed: bool,
    /// How many faults hinder its submission.
    pub blocking: u32,
    /// How many faults ought to be mended but hinder nothing.
    pub warnings: u32,
}

impl From<workspace::DocumentLine> for DocumentLineView {
    fn from(line: workspace::DocumentLine) -> Self {
        Self {
            id: line.id.to_string(),
            concept: line.concept.as_str().to_owned(),
            period: line.period,
            name: line.name,
            title: line.title,
            state: line.state.into(),
            edition: line.edition,
            changed: line.changed,
            sent: line.sent.map(|day| day.to_string()),
            sent_back: line.sent_back,
            printed: line.printed,
            blocking: number(line.blocking),
            warnings: number(line.warnings),
        }
    }
}

/// How far a document has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DocumentState {
    /// It may be changed.
    Draft,
    /// An edition is submitted, for a body to adopt.
    Submitted,
    /// An edition is handed in that no body adopts.
    Issued,
    /// The submitted edition is adopted.
    Adopted,
}

impl From<State> for DocumentState {
    fn from(state: State) -> Self {
        match state {
            State::Draft => Self::Draft,
            State::Submitted => Self::Submitted,
            State::Issued => Self::Issued,
            State::Adopted => Self::Adopted,
        }
    }
}

/// A document as a form, with everything that is wrong with it and all that happened to it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// As in the list.
    pub line: DocumentLineView,
    /// Its form.
    pub form: FormView,
    /// How far each of its sections has come.
    pub sections: Vec<ProgressView>,
    /// What is wrong with it, in the order of the page.
    pub findings: Vec<FindingView>,
    /// What several objects lack, each said once.
    pub gaps: Vec<GapView>,
    /// Its editions, oldest first.
    pub editions: Vec<EditionView>,
    /// What happened to it.
    pub log: Vec<EventView>,
    /// What undo and redo would do.
    pub undo: UndoView,
}

impl DocumentView {
    /// Returns the view of a document.
    pub fn of(workspace: &Workspace, document: ObjectId) -> Result<Self, Error> {
        let shown = workspace.show(document)?;
        let gaps = workspace.gaps(document)?;
        Ok(Self {
            form: workspace.form(document)?,
            sections: shown.sections.into_iter().map(Into::into).collect(),
            findings: shown.findings.into_iter().map(Into::into).collect(),
            gaps: gaps.into_iter().map(Into::into).collect(),
            editions: shown.editions.into_iter().map(Into::into).collect(),
            log: shown.log.into_iter().map(Into::into).collect(),
            line: shown.line.into(),
            undo: workspace.undoable()?,
        })
    }
}

/// A document with an object that was added to it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AddedView {
    /// The object's id.
    pub object: String,
    /// The document.
    pub document: DocumentView,
}

impl AddedView {
    /// Returns the view of a document and an object in it.
    pub fn of(workspace: &Workspace, document: ObjectId, object: ObjectId) -> Result<Self, Error> {
        Ok(Self {
            object: object.to_string(),
            document: DocumentView::of(workspace, document)?,
        })
    }
}

/// A document with answers that were written into it.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TakenView {
    /// How many answers were written.
    pub count: u32,
    /// The document.
    pub document: DocumentView,
}

impl TakenView {
    /// Returns the view of a document after `count` answers were written.
    pub fn of(workspace: &Workspace, document: ObjectId, count: usize) -> Result<Self, Error> {
        Ok(Self {
            count: number(count),
            document: DocumentView::of(workspace, document)?,
        })
    }
}

/// How far a section has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProgressView {
    /// What names it: the id of a part of the form, or of an object.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// How many of the values that must be there are.
    pub filled: u32,
    /// How many values must be there.
    pub required: u32,
    /// How many faults in it hinder a submission.
    pub blocking: u32,
    /// Whether it is marked as done, and reads as it did then.
    pub done: bool,
    /// Who marked it; may be empty.
    pub by: String,
}

impl From<SectionView> for ProgressView {
    fn from(section: SectionView) -> Self {
        Self {
            id: section.id,
            label: section.label,
            filled: number(section.filled),
            required: number(section.required),
            blocking: number(section.blocking),
            done: section.done,
            by: section.by,
        }
    }
}

/// Something that is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// Its code.
    pub code: String,
    /// How much it weighs: `blocking`, `warning` or `hint`.
    pub severity: String,
    /// The object; the document's own id for its own fields.
    pub object: String,
    /// The field's id.
    pub field: Option<String>,
    /// The row of a small table, from 1.
    pub row: Option<u32>,
    /// The id of the small table's column.
    pub column: Option<String>,
    /// The part of the form with too few or too many objects.
    pub part: Option<String>,
    /// The other document that it is about.
    pub document: Option<String>,
    /// Where it is, in words.
    pub at: String,
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub hint: String,
}

impl From<workspace::FindingView> for FindingView {
    fn from(found: workspace::FindingView) -> Self {
        let place = found.diagnostic.place;
        let said = |name: &str| found.diagnostic.args.get(name).cloned();
        Self {
            part: said("part"),
            document: said("document"),
            code: found.diagnostic.code.as_str().to_owned(),
            severity: found.diagnostic.severity.as_str().to_owned(),
            object: place.object.to_string(),
            field: place.field,
            row: place.row.map(number),
            column: place.column,
            at: found.at,
            text: found.text,
            hint: found.hint,
        }
    }
}

/// What several objects of a document lack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GapView {
    /// The field's id.
    pub field: String,
    /// The objects that lack it.
    pub objects: Vec<String>,
    /// The whole in words.
    pub text: String,
}

impl From<workspace::GapView> for GapView {
    fn from(gap: workspace::GapView) -> Self {
        Self {
            field: gap.field,
            objects: gap.objects.iter().map(ToString::to_string).collect(),
            text: gap.text,
        }
    }
}

/// An edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EditionView {
    /// Its identity.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Submitted, issued or adopted.
    pub state: DocumentState,
    /// When it was frozen, RFC 3339.
    pub at: String,
}

impl From<workspace::EditionLine> for EditionView {
    fn from(edition: workspace::EditionLine) -> Self {
        Self {
            id: edition.id.to_string(),
            number: edition.number,
            state: edition.state.into(),
            at: edition.at,
        }
    }
}

/// Something that happened to a document. What an event does not have is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EventView {
    /// The edition or the event's object.
    pub id: String,
    /// What happened, in a word.
    pub word: String,
    /// The day.
    pub on: String,
    /// Who noted it.
    pub author: String,
    /// The edition's number.
    pub edition: String,
    /// To whom it was sent.
    pub to: Vec<String>,
    /// The body that decided, or the organisation that registered.
    pub body: String,
    /// The paragraph of its minutes.
    pub paragraph: String,
    /// What the body wants done.
    pub why: String,
    /// The diarienummer.
    pub registration: String,
    /// The checksum that the edition's foot prints.
    pub checksum: String,
}

impl From<LogLine> for EventView {
    fn from(line: LogLine) -> Self {
        Self {
            id: line.id,
            word: line.word,
            on: line.on.to_string(),
            author: line.author,
            edition: line.edition,
            to: line.to,
            body: line.body,
            paragraph: line.paragraph,
            why: line.why,
            registration: line.registration,
            checksum: line.checksum,
        }
    }
}

/// What was taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UndoneView {
    /// What it was, in words.
    pub action: String,
    /// The places that read otherwise.
    pub places: Vec<PlaceView>,
}

/// A field of an object in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlaceView {
    /// The document.
    pub document: String,
    /// The object; the document's own id for its own fields.
    pub object: String,
    /// The field's id; those of the program itself begin with an at sign.
    pub field: String,
}

impl From<(String, workspace::Changes)> for UndoneView {
    fn from((action, changes): (String, workspace::Changes)) -> Self {
        let places = changes.places.into_iter();
        let places = places.map(|place| PlaceView {
            document: place.doc.to_string(),
            object: place.obj.to_string(),
            field: place.field,
        });
        Self {
            action,
            places: places.collect(),
        }
    }
}

/// What was typed in a field of an object that is not made yet.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedForm {
    /// The field's id.
    pub field: String,
    /// What was typed: a day as it comes, a choice by its word or code.
    pub text: String,
}

impl From<TypedForm> for (String, Input) {
    fn from(form: TypedForm) -> Self {
        (form.field, Input::Typed(form.text))
    }
}

/// Where a new or moved object goes.
#[derive(Debug, Clone, Default, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PlacementForm {
    /// The object it stands below; the document itself where none.
    pub below: Option<String>,
    /// The sibling it follows; the last where none.
    pub after: Option<String>,
    /// First among its siblings.
    pub first: bool,
}

impl From<PlacementForm> for Placement {
    fn from(form: PlacementForm) -> Self {
        Self {
            below: form.below,
            after: form.after,
            first: form.first,
        }
    }
}

/// A count as the window takes it; none comes near the limit.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
