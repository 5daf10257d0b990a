//! Matters, what somebody has promised, and what is brought home.

use tauri::State;
use workspace::{ActionView, AtHomeView, CloseForm, Input, MatterView};

use crate::{
    App,
    error::ApiError,
    view::{AddedView, DocumentView, Id, TypedForm},
};

/// Returns the matters of the register, each with where it has got to.
#[tauri::command]
#[specta::specta]
pub async fn matters(app: State<'_, App>) -> Result<Vec<MatterView>, ApiError> {
    app.run(|workspace| workspace.matters()).await
}

/// Begins the register where there is none, and returns it as a form.
#[tauri::command]
#[specta::specta]
pub async fn begin_register(app: State<'_, App>) -> Result<DocumentView, ApiError> {
    app.run(|workspace| {
        let register = workspace.begin_register()?;
        DocumentView::of(workspace, register)
    })
    .await
}

/// Adds a matter to the register, with what was typed in its fields.
#[tauri::command]
#[specta::specta]
pub async fn add_matter(
    app: State<'_, App>,
    register: Id,
    fields: Vec<TypedForm>,
) -> Result<AddedView, ApiError> {
    app.run(move |workspace| {
        let typed: Vec<(String, Input)> = fields.into_iter().map(Into::into).collect();
        let added = workspace.add_matter(register.0, &typed)?;
        AddedView::of(workspace, register.0, added.object)
    })
    .await
}

/// Puts a matter last on an agenda.
#[tauri::command]
#[specta::specta]
pub async fn take_up(
    app: State<'_, App>,
    matter: Id,
    agenda: Id,
) -> Result<DocumentView, ApiError> {
    app.run(move |workspace| {
        workspace.take_up(matter.0, agenda.0)?;
        DocumentView::of(workspace, agenda.0)
    })
    .await
}

/// Notes that a matter was sent as information, and returns the matters.
#[tauri::command]
#[specta::specta]
pub async fn inform(
    app: State<'_, App>,
    matter: Id,
    to: Vec<String>,
    day: Option<String>,
) -> Result<Vec<MatterView>, ApiError> {
    app.run(move |workspace| {
        workspace.inform(matter.0, &to, day.as_deref())?;
        workspace.matters()
    })
    .await
}

/// Begins a memo about a matter and returns its id; `template` where the group has several templates for memos.
#[tauri::command]
#[specta::specta]
pub async fn begin_memo(
    app: State<'_, App>,
    matter: Id,
    template: Option<String>,
) -> Result<String, ApiError> {
    app.run(move |workspace| {
        let begun = workspace.begin_memo(matter.0, template.as_deref())?;
        Ok(begun.object.to_string())
    })
    .await
}

/// Begins a memo that carries a plan or a report and returns its id; that of the one that carries it where there is one.
#[tauri::command]
#[specta::specta]
pub async fn begin_memo_about(app: State<'_, App>, document: Id) -> Result<String, ApiError> {
    app.run(move |workspace| {
        let memo = match workspace.memo_about(document.0)? {
            Some(memo) => memo,
            None => workspace.begin_memo_about(document.0, None)?.object,
        };
        Ok(memo.to_string())
    })
    .await
}

/// Returns what was promised at all meetings: what is open first.
#[tauri::command]
#[specta::specta]
pub async fn actions(app: State<'_, App>) -> Result<Vec<ActionView>, ApiError> {
    app.run(|workspace| workspace.actions()).await
}

/// Notes that an action is done or will not be, and returns what was promised.
#[tauri::command]
#[specta::specta]
pub async fn close_action(
    app: State<'_, App>,
    notes: Id,
    action: Id,
    form: CloseForm,
) -> Result<Vec<ActionView>, ApiError> {
    app.run(move |workspace| {
        workspace.close_action(notes.0, action.0, &form)?;
        workspace.actions()
    })
    .await
}

/// Returns who is to bring a meeting home.
#[tauri::command]
#[specta::specta]
pub async fn at_home(app: State<'_, App>, notes: Id) -> Result<Vec<AtHomeView>, ApiError> {
    app.run(move |workspace| workspace.at_home(notes.0)).await
}

/// Notes that a member has brought a meeting home, and returns who is to.
#[tauri::command]
#[specta::specta]
pub async fn brought_home(
    app: State<'_, App>,
    notes: Id,
    member: Id,
    day: Option<String>,
) -> Result<Vec<AtHomeView>, ApiError> {
    app.run(move |workspace| {
        workspace.brought_home(notes.0, member.0, day.as_deref())?;
        workspace.at_home(notes.0)
    })
    .await
}
