//! Sets a template with data from disk, for whoever writes a layout:
//!
//!     cargo run --workspace --example compile -- SHARED TEMPLATE DATA.json OUT.pdf [--png FOLDER] [--images FOLDER] [--archive]
//!
//! Exit code 0 when the PDF is written, 1 when the layout has faults, 2 when something cannot be read.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::DateTime;
use typeset::{Fault, Job, Stamp, Standard};

fn main() -> ExitCode {
    match run() {
        Ok(faults) if faults.is_empty() => ExitCode::SUCCESS,
        Ok(faults) => {
            faults.iter().for_each(say);
            ExitCode::from(1)
        }
        Err(error) => {
            say(error);
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<Vec<Fault>, Box<dyn Error>> {
    let arguments = Arguments::parse(std::env::args().skip(1))?;
    let images = arguments.images.as_deref().map(folder).transpose()?;
    let job = Job {
        files: &folder(&arguments.template)?,
        shared: &folder(&arguments.shared)?,
        images: &images.unwrap_or_default(),
        data: &std::fs::read(&arguments.data)?,
        supplements: &[],
        stamp: Stamp {
            moment: DateTime::parse_from_rfc3339("2026-06-30T12:00:00+02:00")?,
            ident: "example".to_owned(),
        },
        standard: arguments.standard,
    };
    let pages = match typeset::compile(&job) {
        Ok(pages) => pages,
        Err(faults) => return Ok(faults),
    };
    pages.warnings().iter().for_each(say);
    if let Some(folder) = &arguments.png {
        draw(&pages, folder)?;
    }
    match typeset::pdf(&pages, &job) {
        Ok(bytes) => std::fs::write(&arguments.out, bytes)?,
        Err(faults) => return Ok(faults),
    }
    say(format!("{} pages, {:?}", pages.count(), pages.title()));
    Ok(Vec::new())
}

struct Arguments {
    shared: PathBuf,
    template: PathBuf,
    data: PathBuf,
    out: PathBuf,
    png: Option<PathBuf>,
    images: Option<PathBuf>,
    standard: Standard,
}

impl Arguments {
    fn parse(words: impl Iterator<Item = String>) -> Result<Self, &'static str> {
        const USAGE: &str =
            "SHARED TEMPLATE DATA.json OUT.pdf [--png FOLDER] [--images FOLDER] [--archive]";
        let (mut paths, mut png, mut images) = (Vec::new(), None, None);
        let mut standard = Standard::Working;
        let mut words = words;
        while let Some(word) = words.next() {
            match word.as_str() {
                "--png" => png = Some(words.next().ok_or(USAGE)?.into()),
                "--images" => images = Some(words.next().ok_or(USAGE)?.into()),
                "--archive" => standard = Standard::Archive,
                _ => paths.push(PathBuf::from(word)),
            }
        }
        let [shared, template, data, out] = paths.try_into().map_err(|_| USAGE)?;
        Ok(Self {
            shared,
            template,
            data,
            out,
            png,
            images,
            standard,
        })
    }
}

/// Reads a folder and those in it, by path below it.
fn folder(root: &Path) -> std::io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut left = vec![(root.to_owned(), String::new())];
    while let Some((path, prefix)) = left.pop() {
        for entry in std::fs::read_dir(&path)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                left.push((entry.path(), format!("{name}/")));
            } else {
                files.insert(name, std::fs::read(entry.path())?);
            }
        }
    }
    Ok(files)
}

fn draw(pages: &typeset::Pages, folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for page in 0..pages.count() {
        if let Some(png) = pages.png(page, 1.5) {
            std::fs::write(folder.join(format!("{:03}.png", page + 1)), png)?;
        }
    }
    Ok(())
}

#[expect(
    clippy::print_stdout,
    reason = "this example speaks to whoever runs it"
)]
fn say(what: impl std::fmt::Display) {
    println!("{what}");
}
