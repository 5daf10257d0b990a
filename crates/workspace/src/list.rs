//! What a workspace holds, as views.

use chrono::NaiveDate;
use model::diagnostic::{Diagnostic, Severity};
use model::document::system;
use model::id::{EditionId, ObjectId};
use model::log::{self, Event};
use model::paper::{Paper, State};
use model::vocabulary::Concept;
use serde::Serialize;

use crate::done::SectionView;
use crate::editions::Newest;
use crate::error::Error;
use crate::formal::LogLine;
use crate::load::Loaded;
use crate::{Workspace, words};

/// A document in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentLine {
    /// The document.
    pub id: ObjectId,
    /// What it is to the program.
    pub concept: Concept,
    /// Its template's id.
    pub template: String,
    /// Its period.
    pub period: Option<String>,
    /// Its short id.
    pub ident: String,
    /// What kind of document it is called, for example "Halvårsrapport".
    pub name: String,
    /// Its title, without a draft's mark.
    pub title: String,
    /// How far it has come.
    pub state: State,
    /// The newest edition's number.
    pub edition: Option<String>,
    /// Whether it has been changed since the newest edition.
    pub changed: bool,
    /// The day when the newest edition was sent last.
    pub sent: Option<NaiveDate>,
    /// Why a body sent the newest edition back, in its words; nothing where none did.
    pub sent_back: Option<String>,
    /// Whether it can be printed; the group's own document cannot.
    pub printed: bool,
    /// How many faults block its submission.
    pub blocking: usize,
    /// How many should be mended.
    pub warnings: usize,
    /// How many are good to know.
    pub hints: usize,
}

/// A document with everything it shows and everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentView {
    /// As in a list.
    pub line: DocumentLine,
    /// What its pages show.
    pub paper: Paper,
    /// What is wrong with it.
    pub findings: Vec<FindingView>,
    /// How far each of its sections has come.
    pub sections: Vec<SectionView>,
    /// Its editions, oldest first.
    pub editions: Vec<EditionLine>,
    /// What happened to it: handed in, adopted, sent, sent back, registered.
    pub log: Vec<LogLine>,
}

/// A diagnostic with its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingView {
    /// The diagnostic.
    #[serde(flatten)]
    pub diagnostic: Diagnostic,
    /// Its weight in words.
    pub weight: String,
    /// Where it is, in words.
    pub at: String,
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub hint: String,
}

/// An edition in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EditionLine {
    /// Its identity.
    pub id: EditionId,
    /// Its number.
    pub number: String,
    /// Submitted, issued or adopted.
    pub state: State,
    /// When it was frozen, RFC 3339.
    pub at: String,
    /// SHA-256 of its PDF in hexadecimal.
    pub pdf_sha256: String,
}

impl Workspace {
    /// Returns the documents of the workspace: the group's own first, then by year and in the profile's order of the year.
    ///
    /// # Errors
    /// The file cannot be read, or a template is neither in it nor in the library.
    pub fn documents(&self) -> Result<Vec<DocumentLine>, Error> {
        let (version, today) = (self.store.version(), self.today());
        let read = || self.read_documents();
        self.known.lines.get(version, today, read)
    }

    fn read_documents(&self) -> Result<Vec<DocumentLine>, Error> {
        let mut lines = self
            .document_ids()?
            .into_iter()
            .map(|id| self.line(&self.load(id)?))
            .collect::<Result<Vec<_>, _>>()?;
        let (profile, _) = self.profile_and_group()?;
        let place = |line: &DocumentLine| {
            let documents = &profile.documents;
            let place = documents.iter().position(|id| *id == line.template);
            place.unwrap_or(documents.len())
        };
        lines.sort_by_cached_key(|line| {
            let period = line.period.clone().unwrap_or_default();
            let year: String = period.chars().take_while(char::is_ascii_digit).collect();
            (
                line.printed,
                year,
                place(line),
                period,
                line.title.clone(),
                line.id,
            )
        });
        Ok(lines)
    }

    /// Returns a document with everything it shows and everything that is wrong with it.
    ///
    /// # Errors
    /// The document is not there, or its template is neither in the file nor in the library.
    pub fn show(&self, id: ObjectId) -> Result<DocumentView, Error> {
        let loaded = self.ready(id)?;
        let concept = loaded.template().concept;
        let editions = self
            .store
            .editions(id)?
            .into_iter()
            .map(|found| EditionLine {
                id: found.id,
                number: found.number,
                state: state_of(found.kind, Some(concept)),
                at: found.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                pdf_sha256: found.pdf.to_string(),
            });
        Ok(DocumentView {
            line: self.line(&loaded)?,
            sections: self.sections(id)?,
            log: self.log(id)?,
            findings: findings(loaded.check()),
            editions: editions.collect(),
            paper: loaded.paper.clone(),
        })
    }

    /// Returns everything that is wrong with a document, in the order of the page.
    ///
    /// # Errors
    /// As [`Workspace::show`].
    pub fn check(&self, id: ObjectId) -> Result<Vec<FindingView>, Error> {
        Ok(findings(self.ready(id)?.check()))
    }

    fn line(&self, loaded: &Loaded) -> Result<DocumentLine, Error> {
        let found = loaded.check();
        let count = |severity| {
            found
                .iter()
                .filter(|diagnostic| diagnostic.severity == severity)
                .count()
        };
        let newest = self.newest_edition(&loaded.document)?;
        let (mut sent, mut sent_back) = (None, None);
        let of_newest = |id| {
            newest
                .as_ref()
                .is_some_and(|newest| newest.edition.id == id)
        };
        for (_, event) in log::events(&loaded.document) {
            match event {
                Event::Sent { on, edition, .. } if of_newest(edition.edition) => sent = Some(on),
                Event::Remitted { why, edition, .. } if of_newest(edition.edition) => {
                    sent_back = Some(why);
                }
                _ => {}
            }
        }
        let head = &loaded.paper.document;
        let title = title_of(&loaded.paper);
        Ok(DocumentLine {
            id: loaded.document.id,
            concept: head.concept,
            template: loaded.template().id.clone(),
            period: loaded
                .document
                .root()
                .text(system::PERIOD)
                .map(str::to_owned),
            ident: head.ident.clone(),
            name: head.name.clone(),
            title,
            state: newest.as_ref().map_or(State::Draft, Newest::state),
            edition: newest.as_ref().map(|newest| newest.edition.number.clone()),
            changed: newest.as_ref().is_none_or(|newest| newest.changed),
            sent,
            sent_back,
            printed: head.concept != Concept::Group,
            blocking: count(Severity::Blocking),
            warnings: count(Severity::Warning),
            hints: count(Severity::Hint),
        })
    }
}

/// Returns diagnostics with their words.
#[must_use]
pub fn findings<'a>(found: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<FindingView> {
    let view = |diagnostic: &Diagnostic| {
        let words::Sentence { text, hint } = words::diagnostic(diagnostic);
        FindingView {
            weight: words::severity(diagnostic.severity),
            at: words::place(diagnostic),
            text,
            hint,
            diagnostic: diagnostic.clone(),
        }
    };
    found.into_iter().map(view).collect()
}

/// Returns a paper's title without a draft's mark.
pub(crate) fn title_of(paper: &Paper) -> String {
    let mark = words::say("draft-mark", &words::Args::new());
    let title = &paper.document.title;
    title
        .strip_prefix(&format!("{mark} – "))
        .unwrap_or(title)
        .to_owned()
}

pub(crate) fn state_of(kind: store::Kind, concept: Option<Concept>) -> State {
    match kind {
        store::Kind::Submitted => concept.map_or(State::Submitted, State::handed_in),
        store::Kind::Adopted => State::Adopted,
        store::Kind::Received => State::Draft,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Library, open_sample};

    /// The list is known until something is written; a document's own line is made anew each time.
    #[test]
    fn the_list_agrees_with_each_documents_own_line() {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = open_sample(folder.path(), Library::bundled()).unwrap();
        let check = |workspace: &Workspace| {
            let lines = workspace.documents().unwrap();
            for line in &lines {
                assert_eq!(*line, workspace.show(line.id).unwrap().line);
            }
            assert_eq!(lines, workspace.documents().unwrap());
            lines
        };
        let before = check(&workspace);
        workspace.begin("memo", 2031).unwrap();
        let begun = check(&workspace);
        assert_eq!(begun.len(), before.len() + 1);
        workspace.undo().unwrap();
        assert_eq!(check(&workspace), before);
        workspace.redo().unwrap();
        assert_eq!(check(&workspace), begun);
        workspace.see_from_day("2041-01-31").unwrap();
        check(&workspace);
        workspace.set_library(Library::bundled());
        check(&workspace);
    }
}
