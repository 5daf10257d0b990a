//! What window tests need and no release has: dialogs that are answered beforehand, and commands put out of work.

use std::{
    collections::VecDeque, env, fs, future, path::PathBuf, process::ExitCode, sync::Mutex, thread,
    time::Duration,
};

use tauri::{WebviewUrl, WebviewWindow, WebviewWindowBuilder, Wry, ipc::Invoke};

use crate::{
    dialogs::{Answer, Dialogs, Wanted},
    error::ApiError,
};

/// Answers given beforehand, taken in order. An empty path cancels, and so does every question after the last.
pub struct Scripted(Mutex<VecDeque<PathBuf>>);

impl Scripted {
    /// Returns the answers that `MISSIV_DIALOGS` lists as PATH does, or nothing where it is not set.
    pub fn from_environment() -> Option<Self> {
        let paths = env::var_os("MISSIV_DIALOGS")?;
        Some(Self(Mutex::new(env::split_paths(&paths).collect())))
    }

    fn next(&self) -> Answer {
        let mut answers = self.0.lock().expect("no answer panics");
        let answer = answers.pop_front();
        Box::pin(future::ready(
            answer.filter(|path| !path.as_os_str().is_empty()),
        ))
    }
}

impl Dialogs for Scripted {
    fn open(&self, _: Wanted) -> Answer {
        self.next()
    }

    fn save(&self, _: Wanted, _: &str) -> Answer {
        self.next()
    }
}

/// Returns a handler in which the commands that the file `MISSIV_STUB` names lists do nothing and answer with an error.
/// The file is read at each call, so that a test can put a command out of work and back. A window test that passes on
/// such a program proves nothing about the command.
pub fn stub(
    handler: impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static,
) -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    move |invoke| {
        if is_stubbed(invoke.message.command()) {
            invoke.resolver.reject(ApiError::internal());
            return true;
        }
        handler(invoke)
    }
}

/// Returns whether `MISSIV_EMPTY` is set: then a window with nothing in it is wanted, which the program's own start is
/// measured against.
pub fn is_empty_wanted() -> bool {
    env::var_os("MISSIV_EMPTY").is_some()
}

/// Runs that window until it is closed.
pub fn empty_window(context: tauri::Context) -> ExitCode {
    let built = tauri::Builder::default().setup(|app| {
        let blank = WebviewUrl::External("about:blank".parse()?);
        let window = WebviewWindowBuilder::new(app, "empty", blank);
        window.inner_size(1280.0, 860.0).build()?;
        Ok(())
    });
    let run = built.run(context);
    run.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
}

/// A bug, where the file `MISSIV_STUB` names has the line `a bug`.
///
/// # Panics
/// That is what it is for.
pub fn bug() {
    assert!(!is_stubbed("a bug"), "as the test wanted");
}

/// Sets no page for as long as the file `MISSIV_STUB` names has the line `slow pages`.
pub fn wait_with_pages() {
    while is_stubbed("slow pages") {
        thread::sleep(Duration::from_millis(50));
    }
}

fn is_stubbed(name: &str) -> bool {
    let list = env::var_os("MISSIV_STUB").and_then(|list| fs::read_to_string(list).ok());
    list.is_some_and(|list| list.lines().any(|line| line == name))
}

/// Closes the window as a person would once the file `MISSIV_CLOSE` exists: a screen without a window manager has no
/// button for it.
pub fn close_when_told(window: &WebviewWindow) {
    let Some(told) = env::var_os("MISSIV_CLOSE").map(PathBuf::from) else {
        return;
    };
    let window = window.clone();
    thread::spawn(move || {
        while !told.exists() {
            thread::sleep(Duration::from_millis(50));
        }
        let _ = window.close();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_order_and_an_empty_one_cancels() {
        let answers = ["a.missiv", "", "b.missiv"].map(PathBuf::from);
        let scripted = Scripted(Mutex::new(answers.into()));
        let ask = || tauri::async_runtime::block_on(scripted.open(Wanted::Workspace));
        assert_eq!(ask(), Some("a.missiv".into()));
        assert_eq!(ask(), None);
        assert_eq!(ask(), Some("b.missiv".into()));
        assert_eq!(ask(), None);
    }
}
