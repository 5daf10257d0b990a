//! What Typst sees: the job's files, the bundled fonts, and nothing else.

use std::sync::LazyLock;

use typst::diag::{FileResult, error};
use typst::ecow::eco_vec;
use typst::foundations::{
    Binding, Bytes, CastInfo, Datetime, Dict, Duration, Func, NativeFuncData, NativeFuncPtr, Scope,
    Value,
};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::fault::Fault;
use crate::files::{Files, MAIN, id};
use crate::fonts::FONTS;
use crate::job::{Job, Standard};

/// A Typst world that is given everything and looks for nothing.
pub(crate) struct JobWorld {
    library: LazyHash<Library>,
    standard: Standard,
    main: FileId,
    pub(crate) files: Files,
}

impl JobWorld {
    pub(crate) fn new() -> Self {
        Self {
            library: LazyHash::new(library(Standard::Working)),
            standard: Standard::Working,
            main: id(MAIN).expect("a plain file name is a path"),
            files: Files::default(),
        }
    }

    /// Makes the world that of `job`. What is unchanged keeps its place in Typst's memory.
    pub(crate) fn load(&mut self, job: &Job) -> Result<(), Vec<Fault>> {
        if job.standard != self.standard {
            self.library = LazyHash::new(library(job.standard));
            self.standard = job.standard;
        }
        self.files.load(job)
    }
}

impl World for JobWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.bytes(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.faces.get(index).cloned()
    }

    /// Gives no date: the same job must give the same bytes on another day.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Typst's library with row heads in tables (`pdf.header-cell`) and without `plugin`.
///
/// The library is part of every key in Typst's memory, so nothing that changes with the data may stand in
/// it: with the checksum among the inputs a changed word cost as much as the first time.
fn library(standard: Standard) -> Library {
    let attach = match standard {
        Standard::Working => "yes",
        Standard::Archive => "no",
    };
    let inputs = Dict::from_iter([("attach".into(), Value::Str(attach.into()))]);
    let mut library = Library::builder()
        .with_inputs(inputs)
        .with_features([Feature::A11yExtras].into_iter().collect())
        .build();
    let refusal = Binding::detached(Func::from(&REFUSED_PLUGIN));
    library.global.scope_mut().bind("plugin".into(), refusal);
    library.std = Binding::detached(library.global.clone());
    library
}

/// Stands in for `plugin`, which would run WebAssembly: a layout runs no foreign code.
static REFUSED_PLUGIN: NativeFuncData = NativeFuncData {
    function: NativeFuncPtr(&|_, _, args| {
        let error = error!(
            args.span, "plugin() is refused";
            hint: "a layout runs no foreign code: write it in Typst";
        );
        Err(eco_vec![error])
    }),
    name: "plugin",
    title: "Plugin",
    docs: "Refused.",
    def_site: None,
    keywords: &[],
    contextual: false,
    scope: LazyLock::new(&|| Scope::new()),
    params: LazyLock::new(&|| Vec::new()),
    returns: LazyLock::new(&|| CastInfo::Any),
};
