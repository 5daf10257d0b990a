//! A program behind the shell that lives in memory, for tests.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use crate::{
    door::{Door, Opened, Paper},
    error::ApiError,
    view::{DocumentState, DocumentView, Run, SheetView, TextBlock, WorkspaceView},
};

/// How many pages each document has.
pub const PAGES: u32 = 3;

/// Opens every file but `missing.missiv`. Its document `panics` has a bug.
#[derive(Default)]
pub struct Mock {
    openings: Count,
    settings: Count,
}

/// How often something was done.
#[derive(Default, Clone)]
pub struct Count(Arc<AtomicUsize>);

impl Count {
    pub fn count(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }

    fn add(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

impl Mock {
    /// How many files were opened.
    pub fn openings(&self) -> Count {
        self.openings.clone()
    }

    /// How many times a document was set on pages.
    pub fn settings(&self) -> Count {
        self.settings.clone()
    }
}

impl Door for Mock {
    fn open(&self, path: &Path) -> Result<Box<dyn Opened>, ApiError> {
        self.openings.add();
        if path == Path::new("missing.missiv") {
            return Err(ApiError {
                code: "file-missing".to_owned(),
                ..ApiError::internal()
            });
        }
        Ok(Box::new(File {
            name: path.display().to_string(),
            settings: self.settings(),
        }))
    }
}

struct File {
    name: String,
    settings: Count,
}

impl Opened for File {
    fn view(&self) -> Result<WorkspaceView, ApiError> {
        Ok(WorkspaceView {
            name: "Gruppen".to_owned(),
            file: self.name.clone(),
            read_only: None,
        })
    }

    fn documents(&mut self) -> Result<Vec<DocumentView>, ApiError> {
        Ok(vec![DocumentView {
            id: "plan".to_owned(),
            name: "Plan".to_owned(),
            title: "Plan 2025".to_owned(),
            state: DocumentState::Draft,
            printed: true,
            blocking: 2,
            warnings: 1,
        }])
    }

    fn text(&self, document: &str) -> Result<Vec<TextBlock>, ApiError> {
        Ok(text(document))
    }

    fn set(&mut self, document: &str) -> Result<Box<dyn Paper>, ApiError> {
        assert_ne!(document, "panics", "a bug");
        self.settings.add();
        Ok(Box::new(Sheets(document.to_owned())))
    }
}

struct Sheets(String);

impl Paper for Sheets {
    fn sheets(&self) -> Vec<SheetView> {
        sheets()
    }

    fn svg(&self, number: u32) -> Option<String> {
        (number < PAGES).then(|| format!("<svg>{} {number}</svg>", self.0))
    }
}

/// As many pages in A4 as each document has.
pub fn sheets() -> Vec<SheetView> {
    let sheet = SheetView {
        width: 2100,
        height: 2970,
    };
    (0..PAGES).map(|_| sheet).collect()
}

/// What a document says: its id.
pub fn text(document: &str) -> Vec<TextBlock> {
    let text = vec![Run {
        text: document.to_owned(),
        bold: false,
        italic: false,
    }];
    vec![TextBlock::Paragraph { text }]
}
