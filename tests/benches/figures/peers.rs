//! The others: LibreOffice and WeasyPrint on the same content, and Typst without the product.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use chrono::DateTime;
use missiv_tests::Place;
use model::markdown::{Block, Span};
use typeset::{Job, Stamp, Standard};

/// How many characters each long text has in a document of about 41 pages, and of about 120.
pub const MIDDLE: usize = 260;
pub const HEAVY: usize = 1500;

/// Another program that makes a PDF of the content.
pub struct Peer {
    command: Vec<String>,
    made: PathBuf,
}

impl Peer {
    /// LibreOffice, which converts from its own format: reading HTML is not what it is compared for.
    pub fn office(place: &Place, html: &str) -> Option<Self> {
        let source = place.write("andra.html", html);
        let home = format!(
            "-env:UserInstallation=file://{}",
            place
                .path("office")
                .display()
                .to_string()
                .replace(' ', "%20")
        );
        let folder = place.path("").display().to_string();
        let convert = |to: &str, from: &PathBuf| {
            let words = ["soffice", &home, "--headless", "--convert-to", to];
            let mut command: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            command.extend(["--outdir".to_owned(), folder.clone()]);
            command.push(from.display().to_string());
            command
        };
        run(&convert("odt:writer8", &source))?;
        let document = place.path("andra.odt");
        let peer = Self {
            command: convert("pdf:writer_pdf_Export", &document),
            made: place.path("andra.pdf"),
        };
        run(&peer.command)?;
        Some(peer)
    }

    /// WeasyPrint.
    pub fn weasy(place: &Place, html: &str) -> Option<Self> {
        let source = place.write("andra.html", html);
        let made = place.path("weasy.pdf");
        let words = [
            "weasyprint".to_owned(),
            source.display().to_string(),
            made.display().to_string(),
        ];
        run(&words)?;
        Some(Self {
            command: words.to_vec(),
            made,
        })
    }

    /// Makes the PDF once more.
    pub fn run(&self) {
        run(&self.command).unwrap();
    }

    /// Returns how many pages it made.
    pub fn pages(&self) -> usize {
        let pdf = fs::read(&self.made).unwrap();
        lopdf::Document::load_mem(&pdf).map_or(0, |document| document.get_pages().len())
    }
}

/// Nothing where the program is missing, which is said.
fn run(words: &[String]) -> Option<()> {
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    match command.stderr(Stdio::null()).status() {
        Ok(status) if status.success() => Some(()),
        _ => {
            eprintln!(
                "{} is not here: cargo xtask bench --install-peers",
                words[0]
            );
            None
        }
    }
}

/// Runs a process to its end and returns the last that `look` saw of it.
pub fn watched(command: &mut Command, look: impl Fn(u32) -> Option<f64>) -> Option<f64> {
    let mut child = command.spawn().unwrap();
    let mut seen = None;
    while child.try_wait().unwrap().is_none() {
        seen = look(child.id()).or(seen);
        thread::sleep(Duration::from_millis(2));
    }
    seen
}

/// Returns the content as the HTML that somebody would write for it.
pub fn html(blocks: &[Block]) -> String {
    let mut html = String::from(
        "<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>Plan</title><style>body{font:11pt sans-serif}table{border-collapse:collapse}td,th{border:1px solid #999;padding:2pt;text-align:left}</style><body>\n",
    );
    blocks.iter().for_each(|block| put(&mut html, block));
    html.push_str("</body></html>\n");
    html
}

fn put(html: &mut String, block: &Block) {
    match block {
        Block::Paragraph { text } => writeln!(html, "<p>{}</p>", spans(text)).unwrap(),
        Block::Heading { level, text } => {
            writeln!(html, "<h{level}>{}</h{level}>", spans(text)).unwrap();
        }
        Block::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            writeln!(html, "<{tag}>").unwrap();
            for item in items {
                html.push_str("<li>");
                item.iter().for_each(|block| put(html, block));
                html.push_str("</li>\n");
            }
            writeln!(html, "</{tag}>").unwrap();
        }
        Block::Table { head, rows } => {
            html.push_str("<table><thead>");
            row(html, "th", head);
            html.push_str("</thead><tbody>");
            rows.iter().for_each(|cells| row(html, "td", cells));
            html.push_str("</tbody></table>\n");
        }
    }
}

fn row(html: &mut String, tag: &str, cells: &[Vec<Span>]) {
    html.push_str("<tr>");
    for cell in cells {
        write!(html, "<{tag}>{}</{tag}>", spans(cell)).unwrap();
    }
    html.push_str("</tr>\n");
}

fn spans(spans: &[Span]) -> String {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Returns the files of a template, and those of the shared package.
pub fn files(pack: &template::Pack) -> (Files, Files) {
    let shared = missiv_tests::root().join("assets/shared");
    let shared = fs::read_dir(shared).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read(path).unwrap())
    });
    (pack.files.clone(), shared.collect())
}

/// Returns a job of nothing but a layout and data.
pub fn job<'a>((files, shared): &'a (Files, Files), none: &'a Files, data: &'a [u8]) -> Job<'a> {
    Job {
        files,
        shared,
        images: none,
        data,
        supplements: &[],
        stamp: Stamp {
            moment: DateTime::parse_from_rfc3339("2026-06-30T12:00:00+02:00").unwrap(),
            ident: "bench".to_owned(),
        },
        standard: Standard::Working,
    }
}
