//! The file dialogs, behind a trait, so that a test can answer them.

use std::{future::Future, path::PathBuf, pin::Pin};

use tauri::{AppHandle, Manager};

use crate::window;
use workspace::words;

/// The path that a person chose, or nothing when they cancelled.
pub type Answer = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// Asks a person for files.
pub trait Dialogs: Send + Sync {
    /// Asks which workspace file to open.
    fn open(&self) -> Answer;
}

/// The dialogs of the operating system.
pub struct Native {
    app: AppHandle,
}

impl Native {
    /// Returns dialogs that stand before the main window of `app`.
    pub fn new(app: &AppHandle) -> Self {
        Self { app: app.clone() }
    }
}

impl Dialogs for Native {
    fn open(&self) -> Answer {
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title(say("window-open-title"))
            .add_filter(say("window-open-filter"), &["missiv"]);
        if let Some(window) = self.app.get_webview_window(window::MAIN) {
            dialog = dialog.set_parent(&window);
        }
        let asked = dialog.pick_file();
        Box::pin(async { Some(asked.await?.path().to_owned()) })
    }
}

fn say(key: &str) -> String {
    words::say(key, &words::Args::new())
}
