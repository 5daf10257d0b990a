//! The file dialogs, behind a trait, so that a test can answer them.

use std::{future::Future, path::PathBuf, pin::Pin};

use tauri::{AppHandle, Manager};

use crate::window;
use workspace::words;

/// The path that a person chose, or nothing when they cancelled.
pub type Answer = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// What kind of file is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A workspace file.
    Workspace,
    /// A workspace file that a colleague has sent.
    Copy,
    /// A PDF.
    Pdf,
    /// A mail draft.
    Mail,
    /// A picture.
    Picture,
    /// A PDF that goes with a document.
    Attachment,
    /// A zip with a template, profile or calendar.
    Pack,
    /// A folder with one.
    PackFolder,
    /// A folder to write to.
    Folder,
    /// A calendar file.
    Calendar,
}

/// Asks a person for files.
pub trait Dialogs: Send + Sync {
    /// Asks which file to open.
    fn open(&self, wanted: Wanted) -> Answer;

    /// Asks where to save a file, which is called `name` unless the person says otherwise.
    fn save(&self, wanted: Wanted, name: &str) -> Answer;
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

    fn dialog(&self, wanted: Wanted) -> rfd::AsyncFileDialog {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(say(wanted.title()))
            .add_filter(say(wanted.filter()), wanted.endings());
        match self.app.get_webview_window(window::MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl Dialogs for Native {
    fn open(&self, wanted: Wanted) -> Answer {
        let dialog = self.dialog(wanted);
        Box::pin(async move {
            let asked = if matches!(wanted, Wanted::PackFolder | Wanted::Folder) {
                dialog.pick_folder().await
            } else {
                dialog.pick_file().await
            };
            Some(asked?.path().to_owned())
        })
    }

    fn save(&self, wanted: Wanted, name: &str) -> Answer {
        let asked = self.dialog(wanted).set_file_name(name).save_file();
        Box::pin(async { Some(asked.await?.path().to_owned()) })
    }
}

impl Wanted {
    const fn title(self) -> &'static str {
        match self {
            Self::Workspace => "window-open-title",
            Self::Copy => "window-merge-title",
            Self::Pdf => "window-export-title",
            Self::Mail => "window-mail-title",
            Self::Picture => "window-picture-title",
            Self::Attachment => "window-attach-title",
            Self::Pack | Self::PackFolder => "window-pack-title",
            Self::Folder => "window-export-all-title",
            Self::Calendar => "window-calendar-title",
        }
    }

    const fn filter(self) -> &'static str {
        match self {
            Self::Workspace | Self::Copy => "window-open-filter",
            Self::Pdf | Self::Folder | Self::Attachment => "window-export-filter",
            Self::Mail => "window-mail-filter",
            Self::Picture => "window-picture-filter",
            Self::Pack | Self::PackFolder => "window-pack-filter",
            Self::Calendar => "window-calendar-filter",
        }
    }

    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Workspace | Self::Copy => &["missiv"],
            Self::Pdf | Self::Folder | Self::Attachment => &["pdf"],
            Self::Mail => &["eml"],
            Self::Picture => &["png", "jpg", "jpeg", "svg"],
            Self::Pack | Self::PackFolder => &["zip"],
            Self::Calendar => &["ics"],
        }
    }
}

fn say(key: &str) -> String {
    words::say(key, &words::Args::new())
}
