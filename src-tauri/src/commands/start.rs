//! Beginning: a workspace, a document, a year; and who one is.

use tauri::{State, WebviewWindow};
use workspace::{OptionView, ProfileView, YearView};

use crate::{
    App,
    dialogs::Wanted,
    error::ApiError,
    packs::PrefilledView,
    recent::RecentView,
    view::{Id, NewForm, WorkspaceView},
    window,
};

/// Returns the files that were opened lately.
#[tauri::command]
#[specta::specta]
pub async fn recent(app: State<'_, App>) -> Result<Vec<RecentView>, ApiError> {
    app.owner.ask(|desk| Ok(desk.recent())).await
}

/// Opens one of the files that were opened lately, by its place in the list.
#[tauri::command]
#[specta::specta]
pub async fn open_recent(
    app: State<'_, App>,
    window: WebviewWindow,
    number: u32,
) -> Result<WorkspaceView, ApiError> {
    let view = app.owner.ask(move |desk| desk.open_recent(number)).await?;
    window::entitle(&window, Some(&view));
    Ok(view)
}

/// Returns the profiles that a new workspace can have.
#[tauri::command]
#[specta::specta]
pub async fn profiles(app: State<'_, App>) -> Result<Vec<ProfileView>, ApiError> {
    let library = app.owner.ask(|desk| Ok(desk.library())).await?;
    Ok(workspace::profiles(&library))
}

/// Asks where a new workspace shall be, makes it and opens it; nothing when the person cancels.
#[tauri::command]
#[specta::specta]
pub async fn create(
    app: State<'_, App>,
    window: WebviewWindow,
    form: NewForm,
) -> Result<Option<WorkspaceView>, ApiError> {
    let name = format!("{}.missiv", form.name.replace(['/', '\\', ':'], " "));
    let Some(path) = app.dialogs.save(Wanted::Workspace, &name).await else {
        return Ok(None);
    };
    let view = app.owner.ask(move |desk| desk.create(&path, form)).await?;
    window::entitle(&window, Some(&view));
    Ok(Some(view))
}

/// Makes the sample year's workspace in a folder of the program's own and opens it.
#[tauri::command]
#[specta::specta]
pub async fn open_sample(
    app: State<'_, App>,
    window: WebviewWindow,
) -> Result<WorkspaceView, ApiError> {
    let view = app.owner.ask(crate::desk::Desk::open_sample).await?;
    window::entitle(&window, Some(&view));
    Ok(view)
}

/// Returns the people of the group.
#[tauri::command]
#[specta::specta]
pub async fn people(app: State<'_, App>) -> Result<Vec<OptionView>, ApiError> {
    app.run(|workspace| workspace.people()).await
}

/// Names who acts from here on.
#[tauri::command]
#[specta::specta]
pub async fn act_as(app: State<'_, App>, person: String) -> Result<WorkspaceView, ApiError> {
    app.owner.ask(move |desk| desk.act_as(&person)).await
}

/// Returns a year; the one that work goes on in where none is named.
#[tauri::command]
#[specta::specta]
pub async fn year(app: State<'_, App>, year: Option<i32>) -> Result<YearView, ApiError> {
    app.run(move |workspace| workspace.year(year)).await
}

/// Begins a document from a template for a year and returns its id.
#[tauri::command]
#[specta::specta]
pub async fn begin(app: State<'_, App>, template: String, year: i32) -> Result<String, ApiError> {
    app.run(move |workspace| Ok(workspace.begin(&template, year)?.object.to_string()))
        .await
}

/// Begins the plan of `year` from what the plan of the year before has left, and returns its id.
#[tauri::command]
#[specta::specta]
pub async fn carry_over(app: State<'_, App>, year: i32) -> Result<String, ApiError> {
    let before = year.saturating_sub(1);
    app.run(move |workspace| Ok(workspace.carry_over(before)?.object.to_string()))
        .await
}

/// Fills in what the year's calendar, or else the profile's rules, know of a document that has been begun.
#[tauri::command]
#[specta::specta]
pub async fn prefill(app: State<'_, App>, document: Id) -> Result<PrefilledView, ApiError> {
    app.run(move |workspace| {
        let filled = workspace.prefill(document.0)?;
        PrefilledView::of(workspace, document, filled)
    })
    .await
}
