//! Templates, profiles and calendars: list, load, check, copy out.

use tauri::State;
use workspace::{PackKind, PackOrigin};

use crate::{
    App,
    desk::Desk,
    dialogs::Wanted,
    error::ApiError,
    outside,
    packs::{PacksView, ReportView},
};

/// Returns the templates, profiles and calendars that the program and the open file have.
#[tauri::command]
#[specta::specta]
pub async fn packs(app: State<'_, App>) -> Result<PacksView, ApiError> {
    app.owner.ask(|desk| desk.list_packs()).await
}

/// Asks for a zip, or for a folder, and loads what is in it if it is sound; nothing when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn load_pack(app: State<'_, App>, folder: bool) -> Result<Option<ReportView>, ApiError> {
    let wanted = if folder {
        Wanted::PackFolder
    } else {
        Wanted::Pack
    };
    let Some(path) = app.dialogs.open(wanted).await else {
        return Ok(None);
    };
    let packs = app.owner.ask(|desk| Ok(desk.packs.clone())).await?;
    let loaded = outside::slowly(move || packs.load(&path)).await?;
    app.owner.ask(Desk::look_again).await?;
    Ok(Some(loaded.into()))
}

/// Checks a pack, and sets its examples as pages.
#[tauri::command]
#[specta::specta]
pub async fn check_pack(app: State<'_, App>, id: String) -> Result<ReportView, ApiError> {
    let library = app.owner.ask(|desk| desk.packs.library()).await?;
    let check = move || {
        Ok(ReportView::of(
            id.clone(),
            workspace::check_pack(&library, &id)?,
        ))
    };
    outside::slowly(check).await
}

/// Asks where a copy of a pack shall be and writes it; false when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn copy_pack(
    app: State<'_, App>,
    kind: PackKind,
    id: String,
    origin: PackOrigin,
) -> Result<bool, ApiError> {
    let Some(path) = app.dialogs.save(Wanted::Pack, &format!("{id}.zip")).await else {
        return Ok(false);
    };
    app.run(move |workspace| workspace.copy_pack(kind, &id, origin, &path))
        .await?;
    Ok(true)
}
