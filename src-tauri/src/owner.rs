//! The one thread that owns the open workspace, and the one that sets pages.
//!
//! Everything that concerns the workspace is a piece of work that is sent here and done in the order in which it came,
//! so that there is no lock and the window never waits on a file. Pages are set on a thread of their own: those of a long plan
//! take seconds, and what is written meanwhile is not to wait for them.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, mpsc},
    thread,
};

use tauri::async_runtime;

use crate::{crash::Crashes, desk::Desk, error::ApiError, log::Log, pages::Table};

/// What lies on a thread and is worked on there alone.
pub trait Owned: Default + 'static {
    /// The thread's name, by which a panic on it is known.
    const THREAD: &'static str;

    /// What a window test makes of the next piece of work.
    #[cfg(feature = "scripted")]
    fn trouble();
}

impl Owned for Desk {
    const THREAD: &'static str = "workspace";

    #[cfg(feature = "scripted")]
    fn trouble() {
        crate::scripted::bug();
    }
}

impl Owned for Table {
    const THREAD: &'static str = "pages";

    #[cfg(feature = "scripted")]
    fn trouble() {
        crate::scripted::wait_with_pages();
    }
}

/// Whether the current thread keeps its own bugs.
pub fn is_here() -> bool {
    let here = thread::current();
    [Desk::THREAD, Table::THREAD]
        .iter()
        .any(|name| here.name() == Some(name))
}

/// A piece of work, and what whoever waits for its answer holds the other end of.
struct Work<D> {
    piece: Box<dyn FnOnce(&mut D) + Send>,
    waits: Option<Box<dyn Send>>,
}

/// Sends work to the thread that owns the workspace, or what else is owned. The thread ends with it.
pub struct Owner<D = Desk> {
    work: mpsc::Sender<Work<D>>,
    log: Option<Arc<Log>>,
}

impl<D: Owned> Owner<D> {
    /// Starts the thread with nothing open. What goes wrong is told to the log, and a bug leaves a crash file, where
    /// there are any.
    pub fn start(log: Option<Arc<Log>>, crashes: Option<Arc<Crashes>>) -> io::Result<Self> {
        let (work, sent) = mpsc::channel::<Work<D>>();
        let told = log.clone();
        thread::Builder::new()
            .name(D::THREAD.to_owned())
            .spawn(move || {
                let mut desk = D::default();
                for Work { piece, waits } in sent {
                    // A bug in one piece of work must not take the open workspace with it; `ask` sees that its answer
                    // never came.
                    let work = || {
                        #[cfg(feature = "scripted")]
                        D::trouble();
                        piece(&mut desk);
                    };
                    if catch_unwind(AssertUnwindSafe(work)).is_err() {
                        crashes.iter().for_each(|crashes| crashes.keep());
                        told.iter().for_each(|log| log.tell("bug", &[]));
                    }
                    // Nobody hears of a bug before its file stands.
                    drop(waits);
                }
            })?;
        Ok(Self { work, log })
    }

    /// Sends work and does not wait for it.
    pub fn tell<T>(&self, piece: impl FnOnce(&mut D) -> T + Send + 'static) {
        self.send(piece, None);
    }

    /// Sends work and waits for its answer; a bug in it is an `internal` error.
    pub async fn ask<T: Send + 'static>(
        &self,
        piece: impl FnOnce(&mut D) -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let (answer, mut answered) = async_runtime::channel(1);
        let waits = Box::new(answer.clone());
        self.send(move |desk| answer.try_send(piece(desk)), Some(waits));
        let answer = answered.recv().await;
        let answer = answer.unwrap_or_else(|| Err(ApiError::internal()));
        if let (Err(error), Some(log)) = (&answer, &self.log) {
            log.tell(error.code, &[]);
        }
        answer
    }

    fn send<T>(
        &self,
        piece: impl FnOnce(&mut D) -> T + Send + 'static,
        waits: Option<Box<dyn Send>>,
    ) {
        let piece = Box::new(move |desk: &mut D| {
            piece(desk);
        });
        let sent = self.work.send(Work { piece, waits });
        debug_assert!(sent.is_ok(), "the thread lives as long as its owner");
    }

    /// Waits until all work that was sent before is done, and takes what is owned off the desk.
    pub fn end(&self) {
        let (done, waits) = mpsc::channel();
        self.tell(move |desk| {
            *desk = D::default();
            done.send(())
        });
        let _ = waits.recv();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::tests::made;
    use std::fs;

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
        let owner = Owner::<Desk>::start(None, None).unwrap();
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
        let owner = Owner::<Desk>::start(None, None).unwrap();
        owner.tell(move |desk| desk.open(&file));
        let error = wait::<()>(&owner, |_| panic!("a bug")).unwrap_err();
        assert_eq!(error.code, "internal");
        assert!(!error.message.is_empty() && !error.hints.is_empty());
        let current = wait(&owner, |desk| desk.current()).unwrap().unwrap();
        assert_eq!(current.file, "a.missiv");
    }

    #[test]
    fn whoever_hears_of_a_bug_finds_its_file() {
        for _ in 0..20 {
            let folder = tempfile::tempdir().unwrap();
            let crashes = Arc::new(Crashes::in_folder(folder.path()));
            crashes.watch();
            let owner = Owner::<Desk>::start(None, Some(crashes)).unwrap();
            wait::<()>(&owner, |_| panic!("a bug")).unwrap_err();
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn neither_the_log_nor_a_crash_file_has_a_word_of_the_document() {
        const NAME: &str = "Hemligheten";
        let folder = tempfile::tempdir().unwrap();
        let logs = folder.path().join("logs");
        let crashes = Arc::new(Crashes::in_folder(&logs));
        crashes.watch();
        let log = Arc::new(Log::in_folder(&logs));
        let owner = Owner::<Desk>::start(Some(log), Some(crashes)).unwrap();
        let file = made(&folder.path().join(format!("{NAME}.missiv")));
        wait(&owner, move |desk| desk.open(&file)).unwrap();
        let missing = folder.path().join(format!("{NAME} 2.missiv"));
        wait(&owner, move |desk| desk.open(&missing)).unwrap_err();
        wait(&owner, |desk| desk.act_as(NAME)).unwrap_err();
        wait::<()>(&owner, |_| panic!("{} is quoted", NAME.trim())).unwrap_err();
        owner.end();
        let files = fs::read_dir(&logs).unwrap().map(|file| file.unwrap());
        let texts: Vec<String> = files
            .map(|file| fs::read_to_string(file.path()).unwrap())
            .collect();
        assert_eq!(texts.len(), 2, "a log and a crash file");
        let all = texts.concat();
        assert!(
            all.contains(" file-missing\n") && all.contains(" bug\n"),
            "{all}"
        );
        assert!(all.contains("owner.rs") && all.contains("place: "), "{all}");
        assert!(!all.contains(NAME), "{all}");
    }

    #[test]
    fn the_end_waits_for_all_that_was_sent_before() {
        let owner = Owner::<Desk>::start(None, None).unwrap();
        let (done, seen) = mpsc::channel();
        for number in 0..100 {
            let done = done.clone();
            owner.tell(move |_| done.send(number));
        }
        owner.end();
        assert_eq!(seen.try_iter().count(), 100);
    }
}
