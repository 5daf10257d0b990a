//! Several documents' PDFs into one folder. The window asks for one after the other, so that it can tell how far it has
//! come and stop between two.

use tauri::State;

use crate::{App, act::ExportedView, dialogs::Wanted, error::ApiError, view::Id};

/// Asks which folder several PDFs shall be written to; false when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn export_folder(app: State<'_, App>) -> Result<bool, ApiError> {
    let Some(path) = app.dialogs.open(Wanted::Folder).await else {
        return Ok(false);
    };
    let chosen = app.owner.ask(move |desk| {
        desk.folder = Some(path);
        Ok(true)
    });
    chosen.await
}

/// Writes a document's PDF to the folder that was chosen last, under its title.
#[tauri::command]
#[specta::specta]
pub async fn export_into(app: State<'_, App>, document: Id) -> Result<ExportedView, ApiError> {
    let work = move |desk: &mut crate::desk::Desk| desk.export_into(document.0);
    app.owner.ask(work).await
}
