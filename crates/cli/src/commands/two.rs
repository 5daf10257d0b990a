//! Commands about copies, conflicts, back-ups, search and comparison.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::json;
use workspace::{
    Alternative, Choice, Comparison, ConflictView, Difference, DifferenceKind, Error, Input,
    ObjectId, PartKind, Workspace, reference,
};

use super::Session;
use crate::arguments::{Resolve, Two};
use crate::output::{json as print_json, line, say};

impl Session {
    pub(super) fn two(&self, command: Two) -> Result<ExitCode, Error> {
        match command {
            Two::Copy { file, to } => {
                self.open(&file)?.copy_to(&to)?;
                Ok(self.done("done-exchange-copy", &[("path", to.display().to_string())]))
            }
            Two::Purge(purge) => self.purge(&purge),
            Two::Merge { file, other } => self.merge(&file, &other),
            Two::Conflicts { file } => self.conflicts(&file),
            Two::Resolve(resolve) => self.resolve(resolve),
            Two::Backup { file } => {
                let made = self.open(&file)?.back_up()?;
                Ok(self.done("done-back-up", &[("path", made.path.display().to_string())]))
            }
            Two::Restore { file, backup } => self.restore(&file, &backup),
            Two::Search { file, words } => self.search(&file, &words.join(" ")),
            Two::Compare {
                file,
                document,
                earlier,
                later,
                pdf,
            } => {
                let workspace = self.open(&file)?;
                let id = workspace.find_document(&document)?;
                if let Some(target) = pdf {
                    let (from, to) = (earlier.as_deref(), later.as_deref());
                    let exported = workspace.export_changes(id, from, to, &target)?;
                    self.say_exported(&exported);
                    return Ok(ExitCode::SUCCESS);
                }
                let found = workspace.compare(id, earlier.as_deref(), later.as_deref())?;
                Ok(self.show_all(&found, comparison))
            }
        }
    }

    fn merge(&self, file: &Path, other: &Path) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        let report = workspace.merge(other)?;
        let names = Names::of(&workspace, file)?;
        Ok(self.show_all(&report, |report| {
            report.sentences.iter().for_each(|sentence| line(sentence));
            for document in &report.differences {
                line(&document.title);
                document.differences.iter().for_each(difference);
            }
            report
                .conflicts
                .iter()
                .for_each(|found| conflict(found, &names));
        }))
    }

    fn conflicts(&self, file: &Path) -> Result<ExitCode, Error> {
        let workspace = self.open(file)?;
        let found = workspace.conflicts()?;
        let names = Names::of(&workspace, file)?;
        Ok(self.show_all(&found, |found| {
            if found.is_empty() {
                line(&say("conflict-none", &[]));
            }
            found.iter().for_each(|found| conflict(found, &names));
        }))
    }

    fn resolve(&self, resolve: Resolve) -> Result<ExitCode, Error> {
        let choice = match (resolve.take, resolve.value) {
            (Some(number), _) => Choice::Alternative(number),
            (None, Some(text)) => Choice::Other(Input::Typed(text)),
            (None, None) => Choice::Suggestion,
        };
        let mut workspace = self.open(&resolve.object.file)?;
        let document = workspace.find_document(&resolve.object.document)?;
        let outcome =
            workspace.resolve_named(document, &resolve.object.object, &resolve.field, &choice)?;
        if self.json {
            print_json(&json!({ "object": outcome.object, "changes": outcome.changes }));
        } else {
            line(&say("done-resolve", &[]));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn restore(&self, file: &Path, backup: &Path) -> Result<ExitCode, Error> {
        let kept = workspace::restore(file, backup)?;
        if self.json {
            print_json(&json!({ "restored": file, "kept": kept }));
            return Ok(ExitCode::SUCCESS);
        }
        line(&say(
            "done-restore",
            &[("path", file.display().to_string())],
        ));
        if let Some(kept) = kept {
            line(&say(
                "done-restore-kept",
                &[("path", kept.display().to_string())],
            ));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn search(&self, file: &Path, words: &str) -> Result<ExitCode, Error> {
        let hits = self.open(file)?.search(words)?;
        Ok(self.show_all(&hits, |hits| {
            if hits.is_empty() {
                line(&say("search-none", &[]));
            }
            for hit in hits {
                let place: Vec<&str> = std::iter::once(hit.title.as_str())
                    .chain(hit.place.iter().map(String::as_str))
                    .collect();
                line(&format!("{}\t{}", place.join(" › "), hit.snippet));
            }
        }))
    }

    fn show_all<T: Serialize>(&self, value: &T, print: impl FnOnce(&T)) -> ExitCode {
        if self.json {
            print_json(value);
        } else {
            print(value);
        }
        ExitCode::SUCCESS
    }
}

/// The names that a command takes, so that what is printed can be pasted.
struct Names {
    file: String,
    documents: BTreeMap<ObjectId, String>,
    parts: BTreeMap<ObjectId, String>,
}

impl Names {
    fn of(workspace: &Workspace, file: &Path) -> Result<Self, Error> {
        let lines = workspace.documents()?;
        let mut parts = BTreeMap::new();
        for line in &lines {
            let found = workspace.parts(line.id)?.into_iter();
            parts.extend(found.map(|part| (part.id, part.name)));
        }
        let named = lines.iter().map(|line| (line.id, reference(line, &lines)));
        Ok(Self {
            file: file.display().to_string(),
            documents: named.collect(),
            parts,
        })
    }
}

/// Returns a word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "./:_-\\".contains(c);
    if word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("\"{word}\"")
    }
}

fn conflict(found: &ConflictView, names: &Names) {
    let place: Vec<&str> = std::iter::once(found.title.as_str())
        .chain(found.place.iter().map(String::as_str))
        .collect();
    line(&place.join(" › "));
    for (number, side) in (1..).zip(&found.alternatives) {
        let shown = if side.shown {
            say("conflict-shown", &[])
        } else {
            String::new()
        };
        line(&format!(
            "  {number}. {}: {} {shown}",
            by(side),
            text_of(side).replace('\n', "\n     ")
        ));
    }
    if let Some(text) = &found.suggestion {
        line(&format!(
            "  {}",
            say("conflict-suggestion", &[("text", text.clone())])
        ));
    }
    let field = if found.field == "@kind" {
        "."
    } else {
        found.field.as_str()
    };
    let object = if found.object == found.document {
        ".".to_owned()
    } else {
        let part = names.parts.get(&found.object);
        part.cloned().unwrap_or_else(|| found.object.to_string())
    };
    let document = names.documents.get(&found.document);
    let document = document
        .cloned()
        .unwrap_or_else(|| found.document.to_string());
    let words = [
        ("file", quoted(&names.file)),
        ("document", quoted(&document)),
        ("object", quoted(&object)),
        ("field", field.to_owned()),
        (
            "suggested",
            if found.suggestion.is_some() {
                "yes"
            } else {
                "no"
            }
            .to_owned(),
        ),
    ];
    line(&format!("  {}", say("conflict-how", &words)));
}

fn by(side: &Alternative) -> String {
    let author = if side.author.is_empty() {
        "none"
    } else {
        &side.author
    };
    format!(
        "{}, {}",
        say("conflict-by", &[("author", author.to_owned())]),
        side.when
    )
}

fn text_of(side: &Alternative) -> String {
    match (side.removed, side.value.is_some()) {
        (true, _) if !side.text.is_empty() => side.text.clone(),
        (true, _) => say("conflict-removed", &[]),
        (false, true) => side.text.clone(),
        (false, false) => say("conflict-kept", &[("text", side.text.clone())]),
    }
}

fn comparison(found: &Comparison) {
    let names = [
        ("title", found.title.clone()),
        ("from", found.from.clone()),
        ("to", found.to.clone()),
    ];
    line(&say("compare-heading", &names));
    if found.differences.is_empty() {
        line(&say("compare-none", &[]));
    }
    found.differences.iter().for_each(difference);
}

fn difference(found: &Difference) {
    let kind = match found.kind {
        DifferenceKind::Changed => "compare-changed",
        DifferenceKind::Added => "compare-added",
        DifferenceKind::Removed => "compare-removed",
        DifferenceKind::Moved => "compare-moved",
    };
    line(&format!("{}  {}", say(kind, &[]), found.place.join(" › ")));
    if !found.parts.is_empty() {
        let marked = found.parts.iter().map(|part| match part.kind {
            PartKind::Same => part.text.clone(),
            PartKind::Removed => format!("[-{}-]", part.text),
            PartKind::Added => format!("{{+{}+}}", part.text),
        });
        line(&format!("  {}", marked.collect::<Vec<_>>().join(" ")));
        return;
    }
    let is_changed = found.kind == DifferenceKind::Changed;
    for (key, text) in [
        ("compare-before", &found.before),
        ("compare-after", &found.after),
    ] {
        let empty = is_changed.then(|| say("compare-empty", &[]));
        if let Some(text) = text.clone().or(empty) {
            line(&format!("  {}", say(key, &[("text", text)])));
        }
    }
}
