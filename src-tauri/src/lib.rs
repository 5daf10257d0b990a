//! The desktop shell: one window, its commands and its dialogs. No rule of the domain lives here.
//!
//! The window asks through the commands in `commands`; each of them hands a piece of work to the one thread that
//! owns the open workspace, or to the one that sets pages (`owner`), and answers with a view (`view`) or an `error::ApiError`.

mod act;
mod api;
mod commands;
mod crash;
mod desk;
mod dialogs;
mod error;
mod instance;
mod log;
mod outside;
mod owner;
mod packs;
mod pages;
mod past;
mod place;
mod program;
mod recent;
#[cfg(feature = "scripted")]
mod scripted;
mod spelling;
mod view;
mod window;
mod zoom;

use std::{
    path::PathBuf,
    process::{self, ExitCode},
    sync::Arc,
};

use tauri::{Manager, RunEvent};

use crash::Crashes;
use dialogs::Dialogs;
use error::ApiError;
use instance::Start;
use log::Log;
use owner::Owner;
use pages::{PagesView, Table};
use place::Places;
use program::Wishes;
use recent::Recents;
use workspace::{Error, Pages, UnsavedForm, Workspace};
use zoom::Zoom;

pub use workspace::serve_as_worker;

/// What the commands share.
struct App {
    owner: Owner,
    press: Owner<Table>,
    dialogs: Box<dyn Dialogs>,
    wishes: Wishes,
    log: Option<Arc<Log>>,
    crashes: Option<Arc<Crashes>>,
    zoom: Zoom,
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

    /// Sets a document's pages, with what is not written yet, away from the thread that writes.
    async fn set(
        &self,
        document: view::Id,
        unsaved: Vec<UnsavedForm>,
    ) -> Result<PagesView, ApiError> {
        let proof = self.run(move |workspace| workspace.proof(document.0, &unsaved));
        let proof = proof.await?;
        let set = move |table: &mut Table| table.set(document.0, &proof);
        self.press.ask(set).await
    }

    /// Returns a document's pages as they were set last, or as they are set now where another document's were.
    async fn paper(&self, document: view::Id) -> Result<Arc<Pages>, ApiError> {
        let lies = move |table: &mut Table| Ok(table.paper(document.0));
        if let Some(pages) = self.press.ask(lies).await? {
            return Ok(pages);
        }
        self.set(document, Vec::new()).await?;
        self.press.ask(lies).await?.ok_or_else(ApiError::internal)
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

/// Runs the program until its last window is closed, with `file` opened if one is given. Where it is running already,
/// that one comes forward and opens the file.
///
/// A file that cannot be opened leaves a window that says why. The exit code is 0 unless no window could be made.
pub fn run(file: Option<PathBuf>) -> ExitCode {
    #[cfg(feature = "scripted")]
    if scripted::is_empty_wanted() {
        return scripted::empty_window(context());
    }
    let handler = api::commands().invoke_handler();
    #[cfg(feature = "scripted")]
    let handler = scripted::stub(handler);
    let built = tauri::Builder::default()
        .invoke_handler(handler)
        .setup(move |app| Ok(set_up(app, file)?))
        .build(context());
    let Ok(app) = built else {
        return ExitCode::FAILURE;
    };
    app.run(|app, event| {
        if let (RunEvent::Exit, Some(shared)) = (event, app.try_state::<App>()) {
            shared.owner.end();
            shared.log.iter().for_each(|log| log.tell("end", &[]));
        }
    });
    ExitCode::SUCCESS
}

/// Starts what the commands share and opens the window.
fn set_up(app: &mut tauri::App, file: Option<PathBuf>) -> tauri::Result<()> {
    let folder = app.path().app_config_dir().ok();
    let start = folder.as_ref().map_or(Start::Alone, |folder| {
        instance::start(folder, file.as_deref())
    });
    if matches!(start, Start::Second) {
        // Nothing is open yet that would have to be closed.
        process::exit(0);
    }
    let logs = app.path().app_log_dir().ok();
    let log = logs.as_ref().map(|logs| Arc::new(Log::in_folder(logs)));
    let crashes = logs.as_ref().map(|logs| Arc::new(Crashes::in_folder(logs)));
    crashes.iter().for_each(Crashes::watch);
    log.iter().for_each(|log| log.tell("start", &[]));
    let owner = Owner::<desk::Desk>::start(log.clone(), crashes.clone())?;
    let press = Owner::start(log.clone(), crashes.clone())?;
    let places = folder.as_ref().map(|folder| Places::in_folder(folder));
    let last = places.as_ref().and_then(Places::last);
    if let Some(folder) = folder {
        owner.tell(move |desk| desk.recents = Some(Recents::in_folder(&folder)));
    }
    let packs = packs::Packs::found(app.path().app_data_dir().ok());
    owner.tell(move |desk| desk.packs = packs);
    if let Some(file) = file {
        owner.tell(move |desk| desk.open(&file));
    }
    app.manage(App {
        owner,
        press,
        dialogs: dialogs(app.handle()),
        wishes: Wishes::default(),
        log,
        crashes,
        zoom: Zoom::new(last.map_or(zoom::USUAL, |place| place.zoom)),
    });
    let window = window::open(app, places, last)?;
    if let Start::First(first) = start {
        first.hear(move |file| {
            come_forward(&window, file);
            true
        })?;
    }
    Ok(())
}

/// Does what a second start wanted.
fn come_forward(window: &tauri::WebviewWindow, file: Option<PathBuf>) {
    let shared = window.state::<App>();
    shared
        .log
        .iter()
        .for_each(|log| log.tell("start-again", &[]));
    window::show(window);
    if let Some(file) = file {
        shared.wishes.open(file);
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
