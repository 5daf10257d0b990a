//! Forgetting a person, after a question.

use std::path::PathBuf;
use std::process::ExitCode;

use workspace::Error;

use super::Session;
use crate::arguments::Purge;
use crate::output::{line, progress, say};

impl Session {
    pub(super) fn purge(&self, purge: &Purge) -> Result<ExitCode, Error> {
        let mut workspace = self.open(&purge.file)?;
        let name = [("name", workspace.person_name(&purge.person)?)];
        if !purge.yes && !confirmed(&say("purge-question", &name))? {
            return Err(Error::NotConfirmed);
        }
        let kept = workspace.back_ups()?.len();
        workspace.purge(&purge.person)?;
        let code = self.done("done-purge", &name);
        let count = |count: usize| [("count", count.to_string())];
        if kept > 0 {
            let also =
                purge.backups || (!purge.yes && confirmed(&say("purge-question-back-ups", &[]))?);
            if also {
                let removed = workspace.remove_back_ups()?;
                self.also("done-purge-back-ups", &count(removed));
            } else {
                self.also("done-purge-kept", &count(kept));
            }
        }
        self.also("done-purge-elsewhere", &[]);
        Ok(code)
    }

    /// Says what else there is to know, to a person.
    fn also(&self, key: &str, args: &[(&str, String)]) {
        if !self.json {
            line(&say(key, args));
        }
    }
}

/// Asks, and returns whether the answer is yes.
fn confirmed(question: &str) -> Result<bool, Error> {
    progress(question);
    let mut answer = String::new();
    let read = std::io::stdin().read_line(&mut answer);
    read.map_err(|error| Error::Io {
        path: PathBuf::from("-"),
        error,
    })?;
    Ok(answer.trim().to_lowercase() == say("purge-yes", &[]))
}
