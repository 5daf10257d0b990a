//! A document as it is printed.

use tauri::State;
use workspace::{SpotView, TextBlock, UnsavedForm};

use crate::{
    App,
    error::ApiError,
    pages::{Bytes, PagesView, picture},
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
    app.set(document, unsaved).await
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
    let pages = app.paper(document).await?;
    let drawn = app.press.ask(move |_| picture(&pages, number, width));
    drawn.await.map(Bytes)
}

/// Returns where each field stands on the pages as they were set last.
#[tauri::command]
#[specta::specta]
pub async fn spots(app: State<'_, App>, document: Id) -> Result<Vec<SpotView>, ApiError> {
    let pages = app.paper(document).await?;
    app.run(move |workspace| workspace.spots(document.0, &pages))
        .await
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
