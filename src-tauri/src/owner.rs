//! The one thread that owns the open workspace.
//!
//! Everything that concerns the workspace is a piece of work that is sent here and done in the order in which it came,
//! so that there is no lock and the window never waits on a file.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc,
    thread,
};

use tauri::async_runtime;

use crate::{desk::Desk, error::ApiError};

type Work = Box<dyn FnOnce(&mut Desk) + Send>;

/// Sends work to the thread that owns the workspace. The thread ends with it.
pub struct Owner {
    work: mpsc::Sender<Work>,
}

impl Owner {
    /// Starts the thread with nothing open.
    pub fn start() -> io::Result<Self> {
        let (work, sent) = mpsc::channel::<Work>();
        thread::Builder::new()
            .name("workspace".to_owned())
            .spawn(move || {
                let mut desk = Desk::default();
                for piece in sent {
                    // A bug in one piece of work must not take the open workspace with it; `ask` sees that its answer
                    // never came.
                    let _ = catch_unwind(AssertUnwindSafe(|| piece(&mut desk)));
                }
            })?;
        Ok(Self { work })
    }

    /// Sends work and does not wait for it.
    pub fn tell<T>(&self, piece: impl FnOnce(&mut Desk) -> T + Send + 'static) {
        let sent = self.work.send(Box::new(move |desk| {
            piece(desk);
        }));
        debug_assert!(sent.is_ok(), "the thread lives as long as its owner");
    }

    /// Sends work and waits for its answer; a bug in it is an `internal` error.
    pub async fn ask<T: Send + 'static>(
        &self,
        piece: impl FnOnce(&mut Desk) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let (answer, mut answered) = async_runtime::channel(1);
        self.tell(move |desk| answer.try_send(piece(desk)));
        answered
            .recv()
            .await
            .unwrap_or_else(|| Err(ApiError::internal()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::tests::made;

    fn wait<T: Send + 'static>(
        owner: &Owner,
        piece: impl FnOnce(&mut Desk) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        async_runtime::block_on(owner.ask(piece))
    }

    #[test]
    fn work_is_done_in_the_order_in_which_it_came() {
        let folder = tempfile::tempdir().unwrap();
        let files = ["a.missiv", "b.missiv"].map(|name| made(&folder.path().join(name)));
        let owner = Owner::start().unwrap();
        for file in files {
            owner.tell(move |desk| desk.open(&file));
        }
        let current = wait(&owner, |desk| desk.current()).unwrap().unwrap();
        assert_eq!(current.file, "b.missiv");
    }

    #[test]
    fn a_bug_is_an_error_and_loses_nothing_that_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let file = made(&folder.path().join("a.missiv"));
        let owner = Owner::start().unwrap();
        owner.tell(move |desk| desk.open(&file));
        let error = wait::<()>(&owner, |_| panic!("a bug")).unwrap_err();
        assert_eq!(error.code, "internal");
        assert!(!error.message.is_empty() && !error.hints.is_empty());
        let current = wait(&owner, |desk| desk.current()).unwrap().unwrap();
        assert_eq!(current.file, "a.missiv");
    }
}
