//! What is open.

use tauri::{State, WebviewWindow};

use crate::{
    App,
    dialogs::Wanted,
    error::ApiError,
    view::{DocumentLineView, DocumentView, Id, WorkspaceView},
    window,
};

/// Returns the open workspace, nothing when none is open, or why the file named at the start could not be opened.
#[tauri::command]
#[specta::specta]
pub async fn current(
    app: State<'_, App>,
    window: WebviewWindow,
) -> Result<Option<WorkspaceView>, ApiError> {
    let view = app.owner.ask(|desk| desk.current()).await?;
    window::entitle(&window, view.as_ref());
    Ok(view)
}

/// Asks for a workspace file and opens it; nothing when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn open_dialog(
    app: State<'_, App>,
    window: WebviewWindow,
) -> Result<Option<WorkspaceView>, ApiError> {
    let Some(path) = app.dialogs.open(Wanted::Workspace).await else {
        return Ok(None);
    };
    let view = app.owner.ask(move |desk| desk.open(&path)).await?;
    window::entitle(&window, Some(&view));
    Ok(Some(view))
}

/// Returns the documents of the open workspace, in its own order.
#[tauri::command]
#[specta::specta]
pub async fn documents(app: State<'_, App>) -> Result<Vec<DocumentLineView>, ApiError> {
    let lines = app.run(|workspace| workspace.documents()).await?;
    Ok(lines.into_iter().map(Into::into).collect())
}

/// Returns a document as a form, with everything that is wrong with it and all that happened to it.
#[tauri::command]
#[specta::specta]
pub async fn document(app: State<'_, App>, document: Id) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| DocumentView::of(workspace, document.0))
        .await
}
