//! The program itself: what it is, its logs, and what the system wants of it.

use tauri::{State, WebviewWindow, ipc::Channel};

use crate::{
    App,
    error::ApiError,
    outside,
    program::{AboutView, Wish},
    view::{Id, WorkspaceView},
    window,
    zoom::{Turn, ZoomView},
};

/// Returns what the program is.
#[tauri::command]
#[specta::specta]
pub async fn about() -> Result<AboutView, ApiError> {
    Ok(AboutView::new())
}

/// Returns whether a bug has left a crash file that nobody was told of.
#[tauri::command]
#[specta::specta]
pub async fn crashed(app: State<'_, App>) -> Result<bool, ApiError> {
    let crashes = app.crashes.as_ref();
    Ok(crashes.is_some_and(|crashes| crashes.untold()))
}

/// Shows the folder with the log and the crash files.
#[tauri::command]
#[specta::specta]
pub async fn open_logs(app: State<'_, App>) -> Result<(), ApiError> {
    let log = app.log.as_ref().ok_or_else(ApiError::internal)?;
    outside::show(log.folder(), false)
}

/// Takes down that the page itself had a bug, at a line and a column of its program. What it says of it stays there: it
/// can quote a document.
#[tauri::command]
#[specta::specta]
pub async fn report_fault(app: State<'_, App>, line: u32, column: u32) -> Result<(), ApiError> {
    let place = [("line", line.into()), ("column", column.into())];
    app.log.iter().for_each(|log| log.tell("page-bug", &place));
    Ok(())
}

/// Tells the page from here on what the system wants of it.
#[tauri::command]
#[specta::specta]
pub async fn hear_wishes(app: State<'_, App>, wishes: Channel<Wish>) -> Result<(), ApiError> {
    app.wishes.listen(wishes);
    Ok(())
}

/// Opens the file that a second start asked for; nothing when there is none.
#[tauri::command]
#[specta::specta]
pub async fn open_wished(
    app: State<'_, App>,
    window: WebviewWindow,
) -> Result<Option<WorkspaceView>, ApiError> {
    let Some(path) = app.wishes.file() else {
        return Ok(None);
    };
    let view = app.owner.ask(move |desk| desk.open(&path)).await?;
    window::entitle(&window, Some(&view));
    Ok(Some(view))
}

/// Answers the wish to close: whether all is written, so that the window may go, or it stays.
#[tauri::command]
#[specta::specta]
pub async fn close(
    app: State<'_, App>,
    window: WebviewWindow,
    ready: bool,
) -> Result<(), ApiError> {
    app.wishes.answer();
    if ready {
        window.destroy().map_err(|_| ApiError::internal())?;
    }
    Ok(())
}

/// Shows everything in the window larger, smaller or as usual, where that is wanted; returns how large it is.
#[tauri::command]
#[specta::specta]
pub async fn zoom(
    app: State<'_, App>,
    window: WebviewWindow,
    turn: Option<Turn>,
) -> Result<ZoomView, ApiError> {
    if let Some(turn) = turn {
        window::show_at(&window, app.zoom.turn(turn));
    }
    Ok(ZoomView::new(app.zoom.percent()))
}

/// Opens a document's PDF in the system's own viewer, which prints it.
#[tauri::command]
#[specta::specta]
pub async fn print(app: State<'_, App>, document: Id) -> Result<(), ApiError> {
    let path = app.owner.ask(move |desk| desk.print(document.0)).await?;
    outside::show(&path, false)
}
