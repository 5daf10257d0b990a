//! Changing a document. Each answers with the document as it now is.

use std::path::Path;

use tauri::State;
use workspace::{AttachForm, Error, PictureBytes, UnsavedForm, Workspace, read_file};

use crate::{
    App,
    dialogs::Wanted,
    error::ApiError,
    outside,
    view::{AddedView, DocumentView, Id, PlacementForm, UndoneView},
};

/// Writes what stands in a field.
#[tauri::command]
#[specta::specta]
pub async fn write_field(
    app: State<'_, App>,
    document: Id,
    form: UnsavedForm,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        workspace.write_field(document.0, &form)?;
        DocumentView::of(workspace, document.0)
    })
    .await
}

/// Adds an object of a kind, empty.
#[tauri::command]
#[specta::specta]
pub async fn add_object(
    app: State<'_, App>,
    document: Id,
    kind: String,
    placement: PlacementForm,
) -> Result<AddedView, ApiError> {
    app.run(move |workspace| {
        let added = workspace.add(document.0, &kind, &placement.into(), &[])?;
        AddedView::of(workspace, document.0, added.object)
    })
    .await
}

/// Removes an object and everything below it.
#[tauri::command]
#[specta::specta]
pub async fn remove_object(
    app: State<'_, App>,
    document: Id,
    object: String,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        workspace.remove(document.0, &object)?;
        DocumentView::of(workspace, document.0)
    })
    .await
}

/// Moves an object among its siblings or below another.
#[tauri::command]
#[specta::specta]
pub async fn move_object(
    app: State<'_, App>,
    document: Id,
    object: String,
    placement: PlacementForm,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        workspace.relocate(document.0, &object, &placement.into())?;
        DocumentView::of(workspace, document.0)
    })
    .await
}

/// Puts a copy of an object after it.
#[tauri::command]
#[specta::specta]
pub async fn duplicate_object(
    app: State<'_, App>,
    document: Id,
    object: String,
) -> Result<AddedView, ApiError> {
    app.run(move |workspace| {
        let added = workspace.duplicate(document.0, &object)?;
        AddedView::of(workspace, document.0, added.object)
    })
    .await
}

/// Makes an object of each line of a pasted table.
#[tauri::command]
#[specta::specta]
pub async fn paste_table(
    app: State<'_, App>,
    document: Id,
    kind: String,
    below: Option<String>,
    text: String,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        workspace.paste_table(document.0, &kind, below.as_deref(), &text)?;
        DocumentView::of(workspace, document.0)
    })
    .await
}

/// Asks for a picture and puts it into a field; nothing when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn add_picture(
    app: State<'_, App>,
    document: Id,
    object: String,
    field: String,
) -> Result<Option<DocumentView>, ApiError> {
    let Some(path) = app.dialogs.open(Wanted::Picture).await else {
        return Ok(None);
    };
    let bytes = outside::read(&path)?;
    let view = app.run(move |workspace| added(workspace, document, &object, &field, &bytes));
    view.await.map(Some)
}

/// Puts a picture into a field, where its alternative text is still to be written.
fn added(
    workspace: &mut Workspace,
    document: Id,
    object: &str,
    field: &str,
    bytes: &[u8],
) -> Result<DocumentView, Error> {
    let own = object == document.0.to_string();
    workspace.add_picture(document.0, if own { "." } else { object }, field, bytes, "")?;
    DocumentView::of(workspace, document.0)
}

/// Returns a picture of the open file, to be shown beside its alternative text; nothing where it is not there.
#[tauri::command]
#[specta::specta]
pub async fn picture(
    app: State<'_, App>,
    sha256: String,
) -> Result<Option<PictureBytes>, ApiError> {
    app.run(move |workspace| workspace.picture(&sha256)).await
}

/// Asks for a PDF and lists it among the bilagor of a document, or of a part of it, in a row (from 1) that has none or last; nothing when the person
/// cancels.
#[tauri::command]
#[specta::specta]
pub async fn attach_file(
    app: State<'_, App>,
    document: Id,
    object: String,
    row: Option<u32>,
) -> Result<Option<DocumentView>, ApiError> {
    let Some(path) = app.dialogs.open(Wanted::Attachment).await else {
        return Ok(None);
    };
    let view = app.run(move |workspace| attached(workspace, document, object, &path, row));
    view.await.map(Some)
}

fn attached(
    workspace: &mut Workspace,
    document: Id,
    object: String,
    path: &Path,
    row: Option<u32>,
) -> Result<DocumentView, Error> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let row = row.and_then(|row| usize::try_from(row).ok());
    let own = object == document.0.to_string();
    let form = AttachForm {
        object: Some(object).filter(|_| !own),
        title: None,
        row,
    };
    workspace.attach(document.0, &name, &read_file(path)?, &form)?;
    DocumentView::of(workspace, document.0)
}

/// Takes back the newest own step.
#[tauri::command]
#[specta::specta]
pub async fn undo(app: State<'_, App>) -> Result<UndoneView, ApiError> {
    app.run(|workspace| workspace.undo().map(Into::into)).await
}

/// Does again what was taken back last.
#[tauri::command]
#[specta::specta]
pub async fn redo(app: State<'_, App>) -> Result<UndoneView, ApiError> {
    app.run(|workspace| workspace.redo().map(Into::into)).await
}

/// Marks a section as done, or takes the mark away.
#[tauri::command]
#[specta::specta]
pub async fn mark_done(
    app: State<'_, App>,
    document: Id,
    section: String,
    done: bool,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        workspace.mark_done(document.0, &section, done)?;
        DocumentView::of(workspace, document.0)
    })
    .await
}
