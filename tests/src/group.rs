//! A group of a profile, as commands make it.

use crate::{Place, WorkspaceFile};

/// A new group of a profile.
#[derive(Debug)]
pub struct Group {
    /// Its file.
    pub file: WorkspaceFile,
}

impl Group {
    /// Returns a group of a profile, with nobody in it.
    #[must_use]
    pub fn new(profile: &str) -> Self {
        let file = WorkspaceFile::at(Place::new());
        file.done("new", &["--profile", profile, "--group", "Gruppen"]);
        Self { file }
    }

    /// Adds a person.
    pub fn person(&self, name: &str, office: &str, fields: &[&str]) {
        let (name, office) = (format!("initialer={name}"), format!("roll={office}"));
        let own = ["gruppen", "person", &name, &office];
        let own: Vec<&str> = own.iter().chain(fields).copied().collect();
        self.file.done("add", &own);
    }

    /// Returns what the check says of people and terms on a day.
    #[must_use]
    pub fn said(&self, day: &str) -> Vec<String> {
        let answer = self
            .file
            .run("check", &["gruppen", "--on", day, "--json"])
            .json();
        let findings = answer[0]["findings"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let of_people = findings.iter().filter(|found| {
            let code = found["code"].as_str().unwrap_or_default();
            code != "required-missing" && code != "party-unrepresented"
        });
        of_people
            .map(|found| found["text"].as_str().unwrap_or_default().to_owned())
            .collect()
    }
}
