//! Exports and formal acts.

use std::path::PathBuf;

use tauri::State;
use workspace::{Kept, RemitForm, SendForm};

use crate::{
    App,
    act::{ActForm, ExportedView},
    dialogs::Wanted,
    error::ApiError,
    outside,
    view::{DocumentView, Id, SentenceView},
};

/// Asks where a document's PDF shall be and writes it; nothing when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn export_dialog(
    app: State<'_, App>,
    document: Id,
    name: String,
) -> Result<Option<ExportedView>, ApiError> {
    let Some(path) = app.dialogs.save(Wanted::Pdf, &name).await else {
        return Ok(None);
    };
    let kept = Kept::Newest;
    app.export(document, path, kept).await.map(Some)
}

/// As `export_dialog`, for an edition: its kept bytes, whatever has been changed since.
#[tauri::command]
#[specta::specta]
pub async fn export_edition(
    app: State<'_, App>,
    document: Id,
    edition: String,
    name: String,
) -> Result<Option<ExportedView>, ApiError> {
    let Some(path) = app.dialogs.save(Wanted::Pdf, &name).await else {
        return Ok(None);
    };
    let kept = Kept::Edition(edition);
    app.export(document, path, kept).await.map(Some)
}

/// Opens the PDF that was exported last in the system's own viewer.
#[tauri::command]
#[specta::specta]
pub async fn open_exported(app: State<'_, App>) -> Result<(), ApiError> {
    let path: PathBuf = app.owner.ask(|desk| desk.exported()).await?;
    outside::show(&path, false)
}

/// Shows the folder that the PDF that was exported last lies in.
#[tauri::command]
#[specta::specta]
pub async fn show_exported(app: State<'_, App>) -> Result<(), ApiError> {
    let path: PathBuf = app.owner.ask(|desk| desk.exported()).await?;
    outside::show(&path, true)
}

/// Hands a document in: an edition is frozen.
#[tauri::command]
#[specta::specta]
pub async fn submit(app: State<'_, App>, document: Id) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        workspace.submit(document.0)?;
        DocumentView::of(workspace, document.0)
    })
    .await
}

/// Notes that a body adopted the edition that was handed in.
#[tauri::command]
#[specta::specta]
pub async fn adopt(
    app: State<'_, App>,
    document: Id,
    form: ActForm,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        let paragraph = Some(form.paragraph.as_str()).filter(|text| !text.trim().is_empty());
        workspace.adopt_by(document.0, &form.body, &form.day, paragraph)?;
        DocumentView::of(workspace, document.0)
    })
    .await
}

/// Returns what speaks against that a body adopted a document on a day; nothing hinders.
#[tauri::command]
#[specta::specta]
pub async fn doubt_adoption(
    app: State<'_, App>,
    document: Id,
    body: String,
    day: String,
) -> Result<Vec<SentenceView>, ApiError> {
    let doubts = app.run(move |workspace| workspace.doubt_adoption(document.0, &body, &day));
    Ok(doubts.await?.into_iter().map(Into::into).collect())
}

/// Notes that the newest edition was sent.
#[tauri::command]
#[specta::specta]
pub async fn send(
    app: State<'_, App>,
    document: Id,
    form: ActForm,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        workspace.send(document.0, &SendForm::from(form))?;
        DocumentView::of(workspace, document.0)
    })
    .await
}

/// Notes that a body sent the newest edition back.
#[tauri::command]
#[specta::specta]
pub async fn remit(
    app: State<'_, App>,
    document: Id,
    form: ActForm,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        workspace.remit(document.0, &RemitForm::from(form))?;
        DocumentView::of(workspace, document.0)
    })
    .await
}

/// Notes a diarienummer.
#[tauri::command]
#[specta::specta]
pub async fn register(
    app: State<'_, App>,
    document: Id,
    form: ActForm,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        let day = form.day();
        workspace.register(document.0, &form.text, &form.body, day.as_deref())?;
        DocumentView::of(workspace, document.0)
    })
    .await
}
