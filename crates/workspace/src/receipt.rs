//! The receipt (tillgänglighetskvitto) of an exported PDF: what was checked, and what only a person can check.
//!
//! It is a PDF of its own beside the paper, made after it from the very bytes that are written.

use std::collections::BTreeMap;
use std::path::Path;

use model::paper::Paper;
use serde::Serialize;
use typeset::{Job, Origin, ReadBack, ReadError, Stamp, Standard, Verdict};

use crate::error::Error;
use crate::export::export_error;
use crate::words::{self, Args};
use crate::{Workspace, clock, library};

/// The language of the words in the locale.
const LANGUAGE: &str = "sv-SE";

/// The most broken rules that a receipt names.
const MOST_RULES: usize = 50;

/// A PDF as it is about to be written.
pub(crate) struct Checked<'a> {
    pub(crate) name: &'a Path,
    pub(crate) pdf: &'a [u8],
    pub(crate) paper: &'a Paper,
    pub(crate) data: &'a [u8],
    pub(crate) standard: Standard,
}

/// A receipt as a file, and whether no rule is broken.
pub(crate) struct Receipt {
    pub(crate) pdf: Vec<u8>,
    pub(crate) passes: bool,
}

/// What the receipt's layout reads.
#[derive(Serialize)]
struct Page {
    language: &'static str,
    title: String,
    author: String,
    description: String,
    heading: String,
    subtitle: String,
    lead: String,
    program: String,
    sections: Vec<Section>,
}

/// A section: its heading, then what there is.
#[derive(Default, Serialize)]
struct Section {
    heading: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    text: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<Table>,
    /// A word and a sentence for each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<(String, String)>,
    /// What the checking program says in its own language.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign: Vec<String>,
}

#[derive(Serialize)]
struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Whether all columns but the first hold numbers.
    numeric: bool,
}

impl Workspace {
    /// Checks a PDF as it is about to be written, and returns its receipt.
    ///
    /// What cannot be read or checked is said in the receipt: a paper is exported all the same.
    pub(crate) fn receipt(&self, of: &Checked<'_>) -> Result<Receipt, Error> {
        let verdict = typeset::validate(of.pdf, of.standard);
        let attached = (of.standard == Standard::Working).then_some(of.data);
        let read_back = typeset::readback::read_kept(of.pdf, attached);
        let page = page(of, &verdict, &read_back);
        let data = serde_json::to_vec_pretty(&page).unwrap_or_default();
        let (files, shared, images) = (library::receipt(), library::shared(), BTreeMap::new());
        let job = Job {
            files: &files,
            shared: &shared,
            images: &images,
            data: &data,
            supplements: &[],
            stamp: Stamp {
                moment: clock::noon_in_sweden(clock::today()),
                ident: format!("{} receipt", typeset::export::sha256(of.pdf)),
            },
            standard: Standard::Archive,
        };
        let pages = self.setter.borrow_mut().set(&job, Origin::Bundled);
        let product = pages.and_then(|pages| pages.finish(&job));
        Ok(Receipt {
            pdf: product.map_err(export_error)?.pdf,
            passes: verdict.is_ok_and(|verdict| verdict.passes()) && read_back.is_ok(),
        })
    }
}

fn page(
    of: &Checked<'_>,
    verdict: &Result<Verdict, ReadError>,
    read_back: &Result<ReadBack, ReadError>,
) -> Page {
    let head = &of.paper.document;
    let args = Args::from([
        ("title".to_owned(), head.title.clone()),
        ("version".to_owned(), env!("CARGO_PKG_VERSION").to_owned()),
    ]);
    let say = |key: &str| words::say(key, &args);
    Page {
        language: LANGUAGE,
        title: say("receipt-title"),
        author: of.paper.publisher.organisation.clone(),
        description: say("receipt-description"),
        heading: say("receipt-heading"),
        subtitle: head.title.clone(),
        lead: say("receipt-lead"),
        program: say("receipt-program"),
        sections: vec![
            file(of, read_back),
            standards(verdict),
            read(read_back),
            by_a_person(),
        ],
    }
}

fn file(of: &Checked<'_>, read_back: &Result<ReadBack, ReadError>) -> Section {
    let name = of.name.file_name().unwrap_or_default().to_string_lossy();
    let kind = match of.standard {
        Standard::Working => "receipt-kind-working",
        Standard::Archive => "receipt-kind-archive",
    };
    let mut rows = vec![
        row("receipt-file-name", name.into_owned()),
        row("receipt-file-kind", plain(kind)),
    ];
    rows.extend(
        of.paper
            .document
            .edition
            .clone()
            .map(|edition| row("receipt-edition", edition)),
    );
    rows.extend(
        read_back
            .as_ref()
            .ok()
            .map(|read| row("receipt-pages", read.pages.to_string())),
    );
    let bytes = Args::from([("count".to_owned(), grouped(of.pdf.len()))]);
    rows.extend([
        row("receipt-size", words::say("receipt-bytes", &bytes)),
        row("receipt-checksum", typeset::checksum(of.data)),
        row("receipt-sha256", typeset::export::sha256(of.pdf)),
        row("receipt-day", clock::today().to_string()),
    ]);
    Section {
        heading: plain("receipt-file"),
        table: Some(Table {
            columns: vec![plain("receipt-what"), plain("receipt-value")],
            rows,
            numeric: false,
        }),
        ..Section::default()
    }
}

fn standards(verdict: &Result<Verdict, ReadError>) -> Section {
    let heading = plain("receipt-standards");
    let Ok(verdict) = verdict else {
        return Section {
            heading,
            text: vec![plain("receipt-not-checked")],
            ..Section::default()
        };
    };
    let judged = &verdict.standards;
    let broken: usize = judged.iter().map(|one| one.failed.len()).sum();
    let count = Args::from([("count".to_owned(), broken.to_string())]);
    let rows = judged.iter().map(|one| {
        vec![
            one.standard.to_owned(),
            one.rules.to_string(),
            one.failed.len().to_string(),
        ]
    });
    let failed = judged.iter().flat_map(|one| {
        let said = |failed: &typeset::verdict::FailedRule| {
            format!("{}: {}: {}", one.standard, failed.rule, failed.message)
        };
        one.failed.iter().map(said)
    });
    Section {
        heading,
        text: vec![words::say("receipt-broken", &count)],
        table: Some(Table {
            columns: ["receipt-standard", "receipt-rules", "receipt-failed"]
                .map(plain)
                .into(),
            rows: rows.collect(),
            numeric: true,
        }),
        foreign: failed.take(MOST_RULES).collect(),
        ..Section::default()
    }
}

fn read(read_back: &Result<ReadBack, ReadError>) -> Section {
    let text = match read_back {
        Ok(read) => {
            let args = Args::from([
                ("pages".to_owned(), read.pages.to_string()),
                ("characters".to_owned(), grouped(read.characters)),
                ("title".to_owned(), read.title.clone()),
            ]);
            let attached = if read.attached {
                "receipt-data-attached"
            } else {
                "receipt-no-data"
            };
            vec![words::say("receipt-read", &args), plain(attached)]
        }
        Err(_) => vec![plain("receipt-not-read")],
    };
    Section {
        heading: plain("receipt-read-back"),
        text,
        ..Section::default()
    }
}

/// What no program can judge.
fn by_a_person() -> Section {
    let items = [
        "receipt-person-order",
        "receipt-person-pictures",
        "receipt-person-language",
        "receipt-person-headings",
        "receipt-person-tables",
        "receipt-person-attachments",
    ];
    Section {
        heading: plain("receipt-person"),
        items: items
            .map(|key| (plain(key), plain(&format!("{key}-hint"))))
            .into(),
        ..Section::default()
    }
}

fn row(key: &str, value: String) -> Vec<String> {
    vec![plain(key), value]
}

/// Returns a number with its digits in groups of three.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

fn plain(key: &str) -> String {
    words::say(key, &Args::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(285_819), "285\u{a0}819");
        assert_eq!(grouped(1_000_000), "1\u{a0}000\u{a0}000");
    }
}
