//! What concerns the program itself rather than a workspace: what it is, and what the system wants of it.

use std::{
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::Serialize;
use specta::Type;
use tauri::ipc::Channel;

/// What the program is, for those who ask and for those who help them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AboutView {
    /// Its version.
    pub version: &'static str,
    /// The system that it was built for: `linux x86_64`.
    pub system: String,
}

impl AboutView {
    /// Returns it.
    pub fn new() -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION"),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        }
    }
}

/// What the system wants of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Wish {
    /// Show the file that a second start asked for.
    Open,
    /// Write what is not written yet, for the window is to be closed.
    Close,
}

/// What is wanted, and the page that hears of it.
#[derive(Default)]
pub struct Wishes(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    page: Option<Channel<Wish>>,
    file: Option<PathBuf>,
    closing: bool,
}

impl Wishes {
    /// Tells this page from here on, and no other.
    pub fn listen(&self, page: Channel<Wish>) {
        self.held().page = Some(page);
    }

    /// Wants a file to be shown.
    pub fn open(&self, file: PathBuf) {
        let mut held = self.held();
        held.file = Some(file);
        held.page.iter().for_each(|page| {
            let _ = page.send(Wish::Open);
        });
    }

    /// Wants the page to write what it has not written. Returns whether there is one that was told.
    pub fn close(&self) -> bool {
        let mut held = self.held();
        let page = held.page.as_ref();
        held.closing = page.is_some_and(|page| page.send(Wish::Close).is_ok());
        held.closing
    }

    /// Takes down that the page has answered whether it can be closed.
    pub fn answer(&self) {
        self.held().closing = false;
    }

    /// Returns whether the page was told to close and has not answered.
    pub fn is_silent(&self) -> bool {
        self.held().closing
    }

    /// Returns the file that is wanted, once.
    pub fn file(&self) -> Option<PathBuf> {
        self.held().file.take()
    }

    fn held(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use tauri::ipc::InvokeResponseBody;

    #[test]
    fn a_page_hears_of_each_wish_and_takes_a_file_once() {
        let wishes = Wishes::default();
        assert!(!wishes.close(), "there is no page yet");
        let (told, heard) = mpsc::channel();
        wishes.listen(Channel::new(move |wish| {
            let InvokeResponseBody::Json(wish) = wish else {
                panic!("a wish is a word");
            };
            told.send(wish).unwrap();
            Ok(())
        }));
        wishes.open("a.missiv".into());
        assert!(wishes.close() && wishes.is_silent());
        wishes.answer();
        assert!(!wishes.is_silent());
        assert_eq!(
            heard.try_iter().collect::<Vec<_>>(),
            ["\"open\"", "\"close\""]
        );
        assert_eq!(wishes.file(), Some("a.missiv".into()));
        assert_eq!(wishes.file(), None);
    }
}
