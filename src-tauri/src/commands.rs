//! The commands: each hands one piece of work to the owner of the workspace, or asks one dialog.

use tauri::{State, WebviewWindow};

use crate::{
    App,
    error::ApiError,
    view::{DocumentView, PagesView, TextBlock, WorkspaceView},
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
    let Some(path) = app.dialogs.open().await else {
        return Ok(None);
    };
    let view = app.owner.ask(move |desk| desk.open(&path)).await?;
    window::entitle(&window, Some(&view));
    Ok(Some(view))
}

/// Returns the documents of the open workspace, in its own order.
#[tauri::command]
#[specta::specta]
pub async fn documents(app: State<'_, App>) -> Result<Vec<DocumentView>, ApiError> {
    app.owner.ask(crate::desk::Desk::documents).await
}

/// Sets a document on pages and returns their sizes.
#[tauri::command]
#[specta::specta]
pub async fn pages(app: State<'_, App>, document: String) -> Result<PagesView, ApiError> {
    app.owner.ask(move |desk| desk.pages(&document)).await
}

/// Returns a page (from 0) as SVG.
#[tauri::command]
#[specta::specta]
pub async fn page(app: State<'_, App>, document: String, number: u32) -> Result<String, ApiError> {
    app.owner
        .ask(move |desk| desk.page(&document, number))
        .await
}

/// Returns what the pages say, for reading without seeing them.
#[tauri::command]
#[specta::specta]
pub async fn text(app: State<'_, App>, document: String) -> Result<Vec<TextBlock>, ApiError> {
    app.owner.ask(move |desk| desk.text(&document)).await
}
