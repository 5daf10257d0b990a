//! From the workspace file to a document with everything that its paper needs.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;
use model::check::{When, check};
use model::diagnostic::{Code, Diagnostic, Place};
use model::document::{Document, Live, Remains, system};
use model::group::Group;
use model::id::{ObjectId, StepId};
use model::meeting::{self, Around};
use model::membership;
use model::paper::{self, Context, Paper, Publication, Source};
use model::period::Period;
use model::profile::Profile;
use model::schema::{Template, fill_title};
use model::vocabulary::Concept;
use serde_json::Value;
use store::{Set, Sha256};

use crate::accounts::Account;
use crate::error::Error;
use crate::meeting::About;
use crate::{Workspace, library, words};

/// How far a chain of documents that follow each other is read: plan, half-year, year, and one to spare.
pub(crate) const DEPTH: usize = 4;

/// A template as a document pins it.
#[derive(Debug)]
pub(crate) struct Pinned {
    pub(crate) template: Template,
    pub(crate) files: Arc<BTreeMap<String, Vec<u8>>>,
    pub(crate) shared: Arc<BTreeMap<String, Vec<u8>>>,
    pub(crate) blob: Option<Sha256>,
    pub(crate) origin: typeset::Origin,
}

impl Pinned {
    pub(crate) fn new(template: Template, pack: &template::Pack, blob: Option<Sha256>) -> Self {
        let (files, shared) = library::part(pack);
        Self {
            origin: library::origin(&template.id, &files, &shared),
            template,
            files: Arc::new(files),
            shared: Arc::new(shared),
            blob,
        }
    }
}

/// Fields, each with its object.
type Fields = BTreeSet<(ObjectId, String)>;

/// A document with everything that its paper needs.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) document: Document,
    pub(crate) pinned: Rc<Pinned>,
    pub(crate) profile: Rc<Profile>,
    pub(crate) group: Rc<Group>,
    pub(crate) sources: BTreeMap<String, Source>,
    /// How many documents follow each other below it.
    pub(crate) reach: usize,
    pub(crate) paper: Paper,
    /// What its paper calls its objects; made when it is first asked for.
    names: OnceCell<BTreeMap<ObjectId, String>>,
    found: Vec<Diagnostic>,
    /// Everything that is wrong with it; found when it is first asked for.
    checked: OnceCell<Vec<Diagnostic>>,
    /// The day it is seen from, and what has been done with it.
    when: When,
    /// What has been begun about its matters and decisions.
    about: Rc<About>,
    /// What its occasions can be about, once it has been told.
    accounts: OnceCell<Rc<[Account]>>,
}

impl Loaded {
    pub(crate) fn template(&self) -> &Template {
        &self.pinned.template
    }

    /// Returns what its occasions can be about; nothing before it has been told.
    pub(crate) fn accounts(&self) -> &[Account] {
        self.accounts.get().map_or(&[], |known| known)
    }

    /// Hears what its occasions can be about.
    pub(crate) fn hear_accounts(&self, accounts: Rc<[Account]>) {
        self.accounts.get_or_init(|| accounts);
    }

    /// Returns the day it is seen from.
    pub(crate) const fn today(&self) -> NaiveDate {
        self.when.today
    }

    /// Calls `use_it` with the context of the document's paper.
    pub(crate) fn with_context<T>(&self, use_it: impl FnOnce(&Context) -> T) -> T {
        let mark = draft_mark();
        use_it(&context(
            &self.pinned.template,
            &self.profile,
            &self.group,
            &self.sources,
            &mark,
        ))
    }

    /// Returns what the paper calls an object; none where it is on no page.
    pub(crate) fn name_of(&self, id: ObjectId) -> Option<&str> {
        let names = self.names.get_or_init(|| {
            let mut names = BTreeMap::new();
            for (_, item) in self.paper.items() {
                names.entry(item.id).or_insert_with(|| item.name());
            }
            names
        });
        names.get(&id).map(String::as_str)
    }

    /// Returns everything that is wrong with the document.
    pub(crate) fn check(&self) -> &[Diagnostic] {
        self.checked.get_or_init(|| self.find_faults())
    }

    fn find_faults(&self) -> Vec<Diagnostic> {
        let mut found = self.with_context(|context| {
            let found = self.found.clone();
            check(&self.document, &self.paper, context, found, self.when)
        });
        found.retain(|found| !is_known_abbreviation(found));
        let around = Around {
            profile: &self.profile,
            today: self.today(),
            with_memo: &self.about.with_memo,
            with_poll: &self.about.with_poll,
            sources: &self.sources,
            said: &self.about.said,
            planned: &self.about.planned,
        };
        let of_meetings = meeting::check(&self.paper, self.template(), &around);
        // What a template asks for by itself is said once.
        let is_said = |place: &Place| {
            let mut all = found.iter();
            all.any(|found| found.code == Code::RequiredMissing && found.place == *place)
        };
        let new: Vec<Diagnostic> = of_meetings
            .into_iter()
            .filter(|found| found.code != Code::FurtherIncomplete || !is_said(&found.place))
            .collect();
        found.extend(new);
        if self.template().concept == Concept::Group {
            let (document, template) = (&self.document, self.template());
            let (group, profile) = (&self.group, &self.profile);
            found.extend(membership::check(
                document,
                template,
                group,
                profile,
                self.today(),
            ));
        }
        found
    }

    /// Returns the paper as another edition shows it.
    pub(crate) fn publish(&self, publication: &Publication) -> Paper {
        self.with_context(|context| paper::build(&self.document, context, publication).0)
    }
}

impl Workspace {
    /// Loads a document as it is being written.
    pub(crate) fn load(&self, id: ObjectId) -> Result<Loaded, Error> {
        self.load_at(id, DEPTH)
    }

    /// Loads a document as it would be with `sets` written.
    pub(crate) fn load_with(&self, id: ObjectId, sets: &[Set]) -> Result<Loaded, Error> {
        self.load_from(self.document_with(id, sets)?, DEPTH)
    }

    /// Loads a document as it would be with `sets` written, with everything but its own tree taken from `ready`.
    pub(crate) fn load_beside(&self, ready: &Loaded, sets: &[Set]) -> Result<Loaded, Error> {
        let mut document = self.document_with(ready.document.id, sets)?;
        document.ordinal = ready.document.ordinal;
        if ready.template().concept == Concept::Register {
            self.show_states(&mut document, ready.template(), &ready.profile)?;
        }
        let (mut paper, mut found) = (ready.paper.clone(), Vec::new());
        ready.with_context(|context| {
            (paper, found) = paper::build(&document, context, &Publication::DRAFT);
        });
        found.extend(self.attachment_findings(&document, &paper)?);
        Ok(Loaded {
            document,
            pinned: Rc::clone(&ready.pinned),
            profile: Rc::clone(&ready.profile),
            group: Rc::clone(&ready.group),
            sources: ready.sources.clone(),
            reach: ready.reach,
            paper,
            names: OnceCell::new(),
            found,
            checked: OnceCell::new(),
            when: ready.when,
            about: Rc::clone(&ready.about),
            accounts: ready.accounts.clone(),
        })
    }

    pub(crate) fn is_group(&self, id: ObjectId) -> bool {
        id == self.group_id()
    }

    pub(crate) fn load_at(&self, id: ObjectId, depth: usize) -> Result<Loaded, Error> {
        self.load_from(self.document(id)?, depth)
    }

    fn load_from(&self, mut document: Document, depth: usize) -> Result<Loaded, Error> {
        let id = document.id;
        let known = self.group()?;
        let (profile, group) = (known.profile, known.group);
        let pinned = if id == known.document.id {
            known.pinned
        } else {
            self.pinned(&document, Some(&profile))?
        };
        document.ordinal = self.ordinal(&document, &pinned.template)?;
        if pinned.template.concept == Concept::Register {
            self.show_states(&mut document, &pinned.template, &profile)?;
        }
        let (sources, reach) = self.sources(&document, &pinned.template, depth)?;
        let mark = draft_mark();
        let context = context(&pinned.template, &profile, &group, &sources, &mark);
        let (paper, mut found) = paper::build(&document, &context, &Publication::DRAFT);
        found.extend(self.attachment_findings(&document, &paper)?);
        let about = self.about(&document, pinned.template.concept)?;
        let when = self.when(&document, &pinned.template)?;
        Ok(Loaded {
            document,
            pinned,
            profile,
            group,
            sources,
            reach,
            paper,
            names: OnceCell::new(),
            found,
            checked: OnceCell::new(),
            when,
            about: Rc::new(about),
            accounts: OnceCell::new(),
        })
    }

    /// Returns the document's tree as it is being written.
    pub(crate) fn document(&self, id: ObjectId) -> Result<Document, Error> {
        self.document_with(id, &[])
    }

    /// Returns the document's tree as it would be with `sets` written.
    fn document_with(&self, id: ObjectId, sets: &[Set]) -> Result<Document, Error> {
        let (live, unreadable) = self.live_with(id, sets)?;
        let mut document = Document::assemble(id, live);
        if document.is_held_by_removed() {
            let remains = self.store.remains(id)?.into_iter().map(|found| Remains {
                object: found.obj,
                field: found.field,
                value: found.value,
                step: found.step,
            });
            document = Document::assemble_with(id, self.live_with(id, sets)?.0, remains);
        }
        document.unreadable = unreadable;
        let removed = self.store.removed(id)?;
        document.retired = removed
            .iter()
            .filter_map(|object| {
                object
                    .fields
                    .get(system::NUMBER)?
                    .as_str()
                    .map(str::to_owned)
            })
            .collect();
        Ok(document)
    }

    /// The live values with `sets` in the place of those that they replace, as a step after all others; and the fields
    /// whose values cannot be read.
    fn live_with(&self, id: ObjectId, sets: &[Set]) -> Result<(Vec<Live>, Fields), Error> {
        let places = sets.iter().map(|set| (set.obj, set.field.as_str()));
        let places: BTreeSet<_> = places.collect();
        let replaced = |row: &store::Row| places.contains(&(row.obj, row.field.as_str()));
        let mut rows = self.store.rows(id)?;
        rows.retain(|row| !replaced(row));
        let unreadable = rows.iter().filter(|row| row.is_unreadable);
        let unreadable = unreadable.map(|row| (row.obj, row.field.clone())).collect();
        let mut live: Vec<Live> = rows
            .into_iter()
            .map(|row| Live {
                object: row.obj,
                field: row.field,
                value: row.value,
                step: row.step,
            })
            .collect();
        live.extend(sets.iter().map(|set| Live {
            object: set.obj,
            field: set.field.clone(),
            value: set.value.clone(),
            step: StepId(uuid::Uuid::max()),
        }));
        let is_group = id == self.group_id();
        if is_group && live.iter().all(|row| row.value.is_none()) {
            let remains = self.store.remains(id)?.into_iter();
            live = remains
                .map(|found| Live {
                    object: found.obj,
                    field: found.field,
                    value: Some(found.value),
                    step: found.step,
                })
                .collect();
        }
        let is_held = live.iter().any(|row| row.value.is_some());
        if is_held && self.root_text(id, system::TEMPLATE)?.is_none() {
            for field in [
                system::TEMPLATE,
                system::TEMPLATE_SHA256,
                system::PERIOD,
                system::PROFILE,
                system::PROFILE_SHA256,
            ] {
                let last = self.store.last_written(id, field)?;
                live.retain(|row| (row.object, row.field.as_str()) != (id, field));
                live.extend(last.map(|(step, value)| Live {
                    object: id,
                    field: field.to_owned(),
                    value: Some(value),
                    step,
                }));
            }
        }
        Ok((live, unreadable))
    }

    /// Returns what a root pins. One that was taken back pins what it did as long as somebody else's text stands in
    /// its document: no live text is unreachable.
    pub(crate) fn pin(&self, id: ObjectId, field: &'static str) -> Result<Option<String>, Error> {
        match self.root_text(id, field)? {
            Some(text) => Ok(Some(text)),
            None => {
                let written = self.store.written(id, field)?;
                let mut texts = written.iter().filter_map(Value::as_str);
                Ok(texts.next().map(str::to_owned))
            }
        }
    }

    pub(crate) fn group_id(&self) -> ObjectId {
        ObjectId::of_document(self.store.id(), Concept::Group.as_str(), "")
    }
}

/// Returns the title that a document of this template would have.
pub(crate) fn title(template: &Template, group: &Group, period: Period) -> String {
    let words = BTreeMap::from([
        ("year", period.year.to_string()),
        ("period", period.in_words()),
        (
            "group",
            group.word(model::vocabulary::Role::Title).to_owned(),
        ),
        ("area", group.word(model::vocabulary::Role::Area).to_owned()),
    ]);
    let title = fill_title(&template.title, &words);
    if title.is_empty() {
        template.name.clone()
    } else {
        title
    }
}

fn context<'a>(
    template: &'a Template,
    profile: &'a Profile,
    group: &'a Group,
    sources: &'a BTreeMap<String, Source>,
    draft_mark: &'a str,
) -> Context<'a> {
    let unprintable = |text: &str| typeset::unprintable(text).first().map(|(_, c)| *c);
    Context {
        template,
        profile,
        group,
        sources,
        printable: typeset::printable,
        unprintable,
        draft_mark,
    }
}

/// The locale lists the abbreviations that every reader knows.
fn is_known_abbreviation(found: &Diagnostic) -> bool {
    let known = || words::say("known-abbreviations", &words::Args::new());
    found.code == Code::AbbreviationUnexplained
        && found
            .args
            .get("word")
            .is_some_and(|word| known().split(", ").any(|known| known == word))
}

fn draft_mark() -> String {
    words::say("draft-mark", &words::Args::new())
}
