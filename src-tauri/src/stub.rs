//! Stands in for the workspace.

use std::path::Path;

use crate::{
    door::{Door, Opened, Paper},
    error::ApiError,
    view::{DocumentState, DocumentView, TextBlock, WorkspaceView},
};

pub struct Stub;

impl Door for Stub {
    fn open(&self, path: &Path) -> Result<Box<dyn Opened>, ApiError> {
        if !path.exists() {
            let file = path.display().to_string();
            return Err(ApiError::with(
                "file-missing",
                [("file".to_owned(), file)].into(),
            ));
        }
        Ok(Box::new(Sample(path.display().to_string())))
    }
}

struct Sample(String);

impl Opened for Sample {
    fn view(&self) -> WorkspaceView {
        WorkspaceView {
            name: "Taktisk grupp Äldre".to_owned(),
            file: Path::new(&self.0)
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        }
    }

    fn documents(&mut self) -> Result<Vec<DocumentView>, ApiError> {
        let line = |id: &str, name: &str, state, blocking, warnings| DocumentView {
            id: id.to_owned(),
            name: name.to_owned(),
            title: format!("{name} 2025 – programområde Äldre"),
            state,
            blocking,
            warnings,
        };
        Ok(vec![
            line("plan", "Mål och Handlingsplan", DocumentState::Adopted, 0, 0),
            line("half", "Halvårsrapport", DocumentState::Draft, 3, 2),
            line("memo", "Missiv", DocumentState::Submitted, 0, 1),
        ])
    }

    fn set(&mut self, document: &str) -> Result<Box<dyn Paper>, ApiError> {
        Ok(Box::new(Sheets(document.to_owned())))
    }
}

struct Sheets(String);

impl Paper for Sheets {
    fn count(&self) -> u32 {
        11
    }

    fn svg(&self, number: u32) -> Option<String> {
        let line = |y: u32| {
            format!(
                "<text x='72' y='{y}' font-size='10'>Rad {y} på sidan {} i {}</text>",
                number + 1,
                self.0
            )
        };
        let lines: String = (80..780).step_by(14).map(line).collect();
        (number < self.count()).then(|| {
            format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 595.28 841.89' width='595.28pt' height='841.89pt'><rect width='595.28' height='841.89' fill='#fff'/>{lines}</svg>")
        })
    }

    fn text(&self) -> Vec<TextBlock> {
        vec![
            TextBlock::Heading { level: 1, text: "Mål och Handlingsplan 2025".to_owned() },
            TextBlock::Paragraph { text: "Äldre personer ska uppleva att utskrivningen är planerad.".to_owned() },
            TextBlock::Table {
                caption: "Indikatorer".to_owned(),
                head: vec!["Indikator".to_owned(), "2024".to_owned()],
                rows: vec![vec!["I1".to_owned(), "18,4 %".to_owned()]],
            },
        ]
    }
}
