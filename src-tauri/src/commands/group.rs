//! The group's people on a line of time, and its days in other programs' calendars.

use tauri::State;
use workspace::GroupView;

use crate::{App, dialogs::Wanted, error::ApiError};

/// Returns the group's people and terms.
#[tauri::command]
#[specta::specta]
pub async fn terms(app: State<'_, App>) -> Result<GroupView, ApiError> {
    app.run(|workspace| workspace.group_view()).await
}

/// Asks where a calendar file shall be and writes the planned meetings and what is due to it; returns how many events it
/// holds, or nothing when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn save_calendar(app: State<'_, App>, name: String) -> Result<Option<u32>, ApiError> {
    let Some(path) = app.dialogs.save(Wanted::Calendar, &name).await else {
        return Ok(None);
    };
    let written = app
        .run(move |workspace| workspace.export_calendar(&path, None))
        .await?;
    Ok(u32::try_from(written.events).ok())
}
