//! Meetings: the year's plan, and the papers that begin from each other.

use serde::Serialize;
use specta::Type;
use tauri::State;
use workspace::{InCommon, MeetingYearView, PlannedDays};

use crate::{App, dialogs::Wanted, error::ApiError, view::Id};

/// Returns a year's meetings, seen from today; this year's where none is named.
#[tauri::command]
#[specta::specta]
pub async fn meetings(app: State<'_, App>, year: Option<i32>) -> Result<MeetingYearView, ApiError> {
    app.run(move |workspace| workspace.meetings(year)).await
}

/// Plans a body's meetings from a list of days as people write them, one a line, with what they have in common; the
/// group's own where no body is named.
#[tauri::command]
#[specta::specta]
pub async fn plan_meetings(
    app: State<'_, App>,
    year: i32,
    body: String,
    days: String,
    common: InCommon,
) -> Result<PlannedDays, ApiError> {
    app.run(move |workspace| workspace.plan_meetings(year, &body, &days, &common))
        .await
}

/// Begins the agenda of a planned meeting and returns its id.
#[tauri::command]
#[specta::specta]
pub async fn begin_agenda(app: State<'_, App>, meeting: Id) -> Result<String, ApiError> {
    app.run(move |workspace| Ok(workspace.begin_agenda(meeting.0, None)?.object.to_string()))
        .await
}

/// Begins the notes of a meeting from its agenda and returns their id.
#[tauri::command]
#[specta::specta]
pub async fn begin_notes(app: State<'_, App>, agenda: Id) -> Result<String, ApiError> {
    app.run(move |workspace| Ok(workspace.begin_notes(agenda.0, None)?.object.to_string()))
        .await
}

/// Begins the question to those who were absent when a decision needed everybody, and returns its id.
#[tauri::command]
#[specta::specta]
pub async fn begin_poll(app: State<'_, App>, notes: Id, decision: Id) -> Result<String, ApiError> {
    let begin = move |workspace: &mut workspace::Workspace| {
        let begun = workspace.begin_poll(notes.0, decision.0)?;
        Ok(begun.object.to_string())
    };
    app.run(begin).await
}

/// Returns the name of the party whose turn it is to take these notes; nothing where they do not go by turns.
#[tauri::command]
#[specta::specta]
pub async fn secretary_of(app: State<'_, App>, notes: Id) -> Result<Option<String>, ApiError> {
    app.run(move |workspace| workspace.secretary_of(notes.0))
        .await
}

/// Asks where a mail draft about the document shall be and writes it; returns nothing when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn mail_draft(
    app: State<'_, App>,
    document: Id,
    name: String,
) -> Result<Option<MailView>, ApiError> {
    let Some(path) = app.dialogs.save(Wanted::Mail, &name).await else {
        return Ok(None);
    };
    let written = app.run(move |workspace| workspace.mail_draft(document.0, &path));
    Ok(Some(written.await?.into()))
}

/// A mail draft that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MailView {
    /// The file's name.
    pub name: String,
    /// Those whom it would have gone to and who have no address.
    pub without_address: Vec<String>,
}

impl From<workspace::MailDraft> for MailView {
    fn from(mail: workspace::MailDraft) -> Self {
        let name = mail.path.file_name().unwrap_or_default();
        Self {
            name: name.to_string_lossy().into_owned(),
            without_address: mail.without_address,
        }
    }
}
