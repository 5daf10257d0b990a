//! The desktop shell: one window, its commands and its dialogs. No rule of the domain lives here.
//!
//! The window asks through the commands in `commands`; each of them hands a piece of work to the one thread that
//! owns the open workspace (`owner`) and answers with a view (`view`) or an `error::ApiError`.

mod act;
mod api;
mod commands;
mod desk;
mod dialogs;
mod error;
mod outside;
mod owner;
mod packs;
mod past;
mod recent;
#[cfg(feature = "scripted")]
mod scripted;
mod view;
mod window;

use std::{path::PathBuf, process::ExitCode};

use tauri::Manager;

use dialogs::Dialogs;
use error::ApiError;
use owner::Owner;
use recent::Recents;
use workspace::{Error, Workspace};

pub use workspace::serve_as_worker;

/// What the commands share.
struct App {
    owner: Owner,
    dialogs: Box<dyn Dialogs>,
}

impl App {
    /// Does a piece of work on the open workspace, on the thread that owns it.
    async fn run<T: Send + 'static>(
        &self,
        piece: impl FnOnce(&mut Workspace) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, ApiError> {
        let work = |desk: &mut desk::Desk| Ok(piece(desk.workspace()?)?);
        self.owner.ask(work).await
    }

    /// Writes a document's PDF to a path that a person has chosen.
    async fn export(
        &self,
        document: view::Id,
        path: PathBuf,
        kept: workspace::Kept,
    ) -> Result<act::ExportedView, ApiError> {
        let work = move |desk: &mut desk::Desk| desk.export(document.0, &path, &kept);
        self.owner.ask(work).await
    }
}

/// Runs the program until its last window is closed, with `file` opened if one is given.
///
/// A file that cannot be opened leaves a window that says why. The exit code is 0 unless no window could be made.
pub fn run(file: Option<PathBuf>) -> ExitCode {
    let handler = api::commands().invoke_handler();
    #[cfg(feature = "scripted")]
    let handler = scripted::stub(handler);
    let run = tauri::Builder::default()
        .invoke_handler(handler)
        .setup(move |app| {
            let owner = Owner::start()?;
            if let Ok(folder) = app.path().app_config_dir() {
                owner.tell(move |desk| desk.recents = Some(Recents::in_folder(&folder)));
            }
            let packs = packs::Packs::found(app.path().app_data_dir().ok());
            owner.tell(move |desk| desk.packs = packs);
            if let Some(file) = file {
                owner.tell(move |desk| desk.open(&file));
            }
            let dialogs = dialogs(app.handle());
            app.manage(App { owner, dialogs });
            window::open(app)?;
            Ok(())
        })
        .run(context());
    if run.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[cfg(not(feature = "scripted"))]
fn dialogs(app: &tauri::AppHandle) -> Box<dyn Dialogs> {
    Box::new(dialogs::Native::new(app))
}

/// The answers that a window test wrote down beforehand, or the dialogs of the system where it wrote none.
#[cfg(feature = "scripted")]
fn dialogs(app: &tauri::AppHandle) -> Box<dyn Dialogs> {
    match scripted::Scripted::from_environment() {
        Some(scripted) => Box::new(scripted),
        None => Box::new(dialogs::Native::new(app)),
    }
}

/// What tauri.conf.json and the built UI say, as the macro makes it.
#[expect(
    clippy::disallowed_types,
    reason = "the macro's own code keeps the access list in a map whose order nothing depends on"
)]
fn context() -> tauri::Context {
    tauri::generate_context!()
}
