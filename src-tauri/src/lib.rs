//! The desktop shell: one window, its commands and its dialogs. No rule of the domain lives here.
//!
//! The window asks through the commands in `commands`; each of them hands a piece of work to the one thread that
//! owns the open workspace (`owner`) and answers with a view (`view`) or an `error::ApiError`.

mod api;
mod commands;
mod desk;
mod dialogs;
mod door;
mod error;
mod files;
#[cfg(test)]
mod mock;
mod owner;
#[cfg(feature = "scripted")]
mod scripted;
mod view;
mod window;

use std::{path::PathBuf, process::ExitCode};

use tauri::Manager;

use dialogs::Dialogs;
use owner::Owner;

pub use workspace::serve_as_worker;

/// What the commands share.
struct App {
    owner: Owner,
    dialogs: Box<dyn Dialogs>,
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
            let owner = Owner::start(Box::new(files::Files))?;
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
