//! A document as it is printed.

use tauri::State;
use workspace::{SpotView, TextBlock, UnsavedForm};

use crate::{
    App,
    desk::Desk,
    error::ApiError,
    pages::{Bytes, PagesView},
    view::Id,
};

/// Sets a document on pages, with what is not written yet, and returns their sizes.
#[tauri::command]
#[specta::specta]
pub async fn pages(
    app: State<'_, App>,
    document: Id,
    unsaved: Vec<UnsavedForm>,
) -> Result<PagesView, ApiError> {
    app.owner
        .ask(move |desk| desk.pages(document.0, &unsaved))
        .await
}

/// Returns a page (from 0) of the document as it was set last, as PNG: so many dots wide, or fewer where that is beyond
/// all screens.
#[tauri::command]
#[specta::specta]
pub async fn page(
    app: State<'_, App>,
    document: Id,
    number: u32,
    width: u32,
) -> Result<Bytes, ApiError> {
    let asked = move |desk: &mut Desk| desk.page(document.0, number, width);
    app.owner.ask(asked).await.map(Bytes)
}

/// Returns where each field stands on the pages as they were set last.
#[tauri::command]
#[specta::specta]
pub async fn spots(app: State<'_, App>, document: Id) -> Result<Vec<SpotView>, ApiError> {
    app.owner.ask(move |desk| desk.spots(document.0)).await
}

/// Returns what the pages say, or one part of them, for reading without seeing them.
#[tauri::command]
#[specta::specta]
pub async fn text(
    app: State<'_, App>,
    document: Id,
    part: Option<String>,
) -> Result<Vec<TextBlock>, ApiError> {
    let blocks = app
        .run(move |workspace| workspace.part_as_text(document.0, part.as_deref()))
        .await?;
    Ok(workspace::text_blocks(blocks))
}
