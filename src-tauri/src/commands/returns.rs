//! Underlag: what those who are responsible are asked, and their answers; and copies of the file that lie beside it.

use tauri::State;
use workspace::{AnswersView, CopyView, ReturnsView};

use crate::{
    App,
    error::ApiError,
    past::MergedView,
    view::{Id, TakenView},
};

/// Returns what a document asks of those who are responsible, with the mail to each.
#[tauri::command]
#[specta::specta]
pub async fn returns(app: State<'_, App>, document: Id) -> Result<ReturnsView, ApiError> {
    app.run(move |workspace| workspace.returns(document.0))
        .await
}

/// Returns what a text of answers would write. Nothing is written.
#[tauri::command]
#[specta::specta]
pub async fn read_answers(
    app: State<'_, App>,
    document: Id,
    text: String,
) -> Result<AnswersView, ApiError> {
    app.run(move |workspace| workspace.read_answers(document.0, &text))
        .await
}

/// Writes the answers with these keys, as one step.
#[tauri::command]
#[specta::specta]
pub async fn take_answers(
    app: State<'_, App>,
    document: Id,
    text: String,
    keys: Vec<String>,
) -> Result<TakenView, ApiError> {
    app.run(move |workspace| {
        let (count, _) = workspace.take_answers(document.0, &text, &keys)?;
        TakenView::of(workspace, document.0, count)
    })
    .await
}

/// Returns the copies of the open workspace that lie beside its file and have something that it lacks.
#[tauri::command]
#[specta::specta]
pub async fn copies_beside(app: State<'_, App>) -> Result<Vec<CopyView>, ApiError> {
    app.run(|workspace| Ok(workspace.copies_beside())).await
}

/// Takes in what such a copy holds, by its name.
#[tauri::command]
#[specta::specta]
pub async fn merge_beside(app: State<'_, App>, name: String) -> Result<MergedView, ApiError> {
    let merged = app
        .run(move |workspace| workspace.merge_beside(&name))
        .await?;
    Ok(merged.into())
}
