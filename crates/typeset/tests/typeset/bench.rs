//! A workbench: a small layout, and jobs made from it.

use std::collections::BTreeMap;

use chrono::DateTime;
use typeset::{Job, Stamp, Standard};

pub type Files = BTreeMap<String, Vec<u8>>;

/// The values that a job borrows.
#[derive(Clone)]
pub struct Bench {
    pub files: Files,
    pub shared: Files,
    pub images: Files,
    pub data: Vec<u8>,
    pub standard: Standard,
}

impl Bench {
    /// A layout that shows a title, a list of paragraphs, a table and an image.
    pub fn new() -> Self {
        Self {
            files: one("main.typ", include_str!("small.typ")),
            shared: one("frame.typ", include_str!("frame.typ")),
            images: one("dot.svg", include_str!("dot.svg")),
            data: data("Rapport", &["Första stycket.", "Andra stycket."]),
            standard: Standard::Working,
        }
    }

    /// The same with another `main.typ`.
    pub fn with_main(main: &str) -> Self {
        Self {
            files: one("main.typ", main),
            ..Self::new()
        }
    }

    /// The same with other paragraphs.
    pub fn with_texts(texts: &[&str]) -> Self {
        Self {
            data: data("Rapport", texts),
            ..Self::new()
        }
    }

    pub fn job(&self) -> Job<'_> {
        Job {
            files: &self.files,
            shared: &self.shared,
            images: &self.images,
            data: &self.data,
            supplements: &[],
            stamp: Stamp {
                moment: DateTime::parse_from_rfc3339("2026-06-30T15:45:10+02:00").unwrap(),
                ident: "0197f3c2/1".to_owned(),
            },
            standard: self.standard,
        }
    }
}

pub fn data(title: &str, texts: &[&str]) -> Vec<u8> {
    let value = serde_json::json!({ "title": title, "texts": texts });
    serde_json::to_vec(&value).unwrap()
}

fn one(name: &str, text: &str) -> Files {
    BTreeMap::from([(name.to_owned(), text.into())])
}
