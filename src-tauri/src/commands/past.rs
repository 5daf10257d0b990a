//! What has been, and what two people have written.

use tauri::State;
use workspace::{ObjectId, StepView, Workspace};

use crate::{
    App,
    dialogs::Wanted,
    error::ApiError,
    past::{ChoiceForm, ComparisonView, ConflictView, HitView, MergedView, RestoredView},
    view::Id,
};

/// Returns the newest steps of a document.
#[tauri::command]
#[specta::specta]
pub async fn steps(app: State<'_, App>, document: Id) -> Result<Vec<StepView>, ApiError> {
    app.run(move |workspace| workspace.steps(document.0, 200))
        .await
}

/// Compares a document at two moments (an edition's number, a step, a day); with how it is now where `to` is none.
#[tauri::command]
#[specta::specta]
pub async fn compare(
    app: State<'_, App>,
    document: Id,
    from: String,
    to: Option<String>,
) -> Result<ComparisonView, ApiError> {
    let work = move |workspace: &mut Workspace| {
        let found = workspace.compare(document.0, Some(&from), to.as_deref())?;
        Ok(found.into())
    };
    app.run(work).await
}

/// Gives a field back what stood in it before a step, and says which it was.
#[tauri::command]
#[specta::specta]
pub async fn restore_before(
    app: State<'_, App>,
    document: Id,
    step: String,
    object: String,
    field: String,
) -> Result<RestoredView, ApiError> {
    app.run(move |workspace| {
        let done = workspace.restore_before(document.0, &step, &object, &field)?;
        RestoredView::of(workspace, document.0, &done)
    })
    .await
}

/// Returns what two people have written in one place, document by document.
#[tauri::command]
#[specta::specta]
pub async fn conflicts(app: State<'_, App>) -> Result<Vec<ConflictView>, ApiError> {
    let found = app.run(|workspace| workspace.conflicts()).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// Settles a conflict and returns those that are left.
#[tauri::command]
#[specta::specta]
pub async fn resolve(
    app: State<'_, App>,
    document: Id,
    object: Id,
    field: String,
    choice: ChoiceForm,
) -> Result<Vec<ConflictView>, ApiError> {
    app.run(move |workspace| settle(workspace, document.0, object.0, &field, choice))
        .await
}

fn settle(
    workspace: &mut Workspace,
    document: ObjectId,
    object: ObjectId,
    field: &str,
    choice: ChoiceForm,
) -> Result<Vec<ConflictView>, workspace::Error> {
    workspace.resolve(document, object, field, &choice.into())?;
    let left = workspace.conflicts()?;
    Ok(left.into_iter().map(Into::into).collect())
}

/// Asks for a colleague's copy and takes in what it holds; nothing when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn merge_dialog(app: State<'_, App>) -> Result<Option<MergedView>, ApiError> {
    let Some(path) = app.dialogs.open(Wanted::Copy).await else {
        return Ok(None);
    };
    let merged = app.run(move |workspace| workspace.merge(&path)).await?;
    Ok(Some(merged.into()))
}

/// Asks where a copy to hand over shall be and writes it; false when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn copy_dialog(app: State<'_, App>, name: String) -> Result<bool, ApiError> {
    let Some(path) = app.dialogs.save(Wanted::Workspace, &name).await else {
        return Ok(false);
    };
    app.run(move |workspace| workspace.copy_to(&path)).await?;
    Ok(true)
}

/// Returns the texts that hold every word of `wanted`.
#[tauri::command]
#[specta::specta]
pub async fn search(app: State<'_, App>, wanted: String) -> Result<Vec<HitView>, ApiError> {
    let hits = app.run(move |workspace| workspace.search(&wanted)).await?;
    Ok(hits.into_iter().map(Into::into).collect())
}
