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

    /// Returns what the check says of people and terms on a day; not which huvudmän nobody represents.
    #[must_use]
    pub fn said(&self, day: &str) -> Vec<String> {
        let of_people = self.found(day).into_iter();
        of_people
            .filter(|(code, _)| code != "party-unrepresented")
            .map(|(_, text)| text)
            .collect()
    }

    /// Returns all that the check finds on a day, as codes with their sentences, but for fields that are empty.
    #[must_use]
    pub fn found(&self, day: &str) -> Vec<(String, String)> {
        let answer = self
            .file
            .run("check", &["gruppen", "--on", day, "--json"])
            .json();
        let findings = answer[0]["findings"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let word = |found: &serde_json::Value, key: &str| {
            found[key].as_str().unwrap_or_default().to_owned()
        };
        findings
            .iter()
            .map(|found| (word(found, "code"), word(found, "text")))
            .filter(|(code, _)| code != "required-missing")
            .collect()
    }
}
