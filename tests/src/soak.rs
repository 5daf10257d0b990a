//! A random document through everything that a document goes through, and what is wrong with what comes out.

use std::any::Any;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use typeset::{Sheets, Standard};
use workspace::{Code, ExportForm, Kept, Library, ObjectId, Workspace};

use crate::content::Packs;
use crate::dice::Dice;
use crate::{Place, frames, random, root, verapdf};

/// What became of a random document.
#[derive(Debug)]
pub struct Trial {
    /// The seed that it came from.
    pub seed: u64,
    /// Its template.
    pub template: String,
    /// Its number of pages.
    pub pages: usize,
    /// What is wrong: nothing, in a program without faults.
    pub faults: Vec<String>,
}

/// One document in so many is set a second time, in a file opened anew.
const AGAIN: u64 = 5;

/// Makes the document of a seed, exports it, and judges it: the standards by page_validation, the pages by their
/// frames, the data by reading the PDF back into a file that must print the same. Seeds beside each other are of
/// different templates.
///
/// # Panics
///
/// When the machine lets no file be written.
#[must_use]
pub fn trial(packs: &Packs, seed: u64) -> Trial {
    let templates: Vec<_> = packs.printed().collect();
    let template = templates[seed as usize % templates.len()];
    let json = random::document(packs, template, seed).to_string();
    let place = Place::new();
    let mut trial = Trial {
        seed,
        template: template.id.clone(),
        pages: 0,
        faults: Vec::new(),
    };
    let run = AssertUnwindSafe(|| run(&place, &json, &mut trial));
    match catch_unwind(run) {
        Ok(Ok(())) => {}
        Ok(Err(error)) => trial.faults.push(format!("refused: {error} ({error:?})")),
        Err(panic) => trial.faults.push(format!("panic: {}", words_of(&*panic))),
    }
    if !trial.faults.is_empty() {
        keep(seed, &json);
    }
    trial
}

/// What went wrong can be looked at: `missiv import NEW.missiv target/soak/SEED.json`.
fn keep(seed: u64, json: &str) {
    let folder = root().join("target/soak");
    let written = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join(seed.to_string()).with_extension("json"), json));
    written.expect("target can be written");
}

fn run(place: &Place, json: &str, trial: &mut Trial) -> Result<(), workspace::Error> {
    let path = place.path("slump.missiv");
    let mut workspace = Workspace::create_from_json(&path, Library::bundled(), json.as_bytes())?;
    add_logos(&mut workspace, trial.seed)?;
    let lines = workspace.documents()?;
    let line = lines.iter().find(|line| line.template == trial.template);
    let id = line.expect("the document was written").id;
    let faults = &mut trial.faults;

    let mut unprinted = false;
    for finding in workspace.check(id)? {
        unprinted |= UNPRINTED.contains(&finding.diagnostic.code);
        let words = [&finding.text, &finding.hint, &finding.weight];
        if words.iter().any(|words| !is_sentence(words)) {
            faults.push(format!("a finding without words: {finding:?}"));
        }
    }
    let _ = workspace.text(id)?;

    let exported = workspace.export(id, &place.path("slump.pdf"), &Kept::Draft)?;
    let pdf = fs::read(&exported.path).expect("what was exported can be read");
    let verdict = typeset::validate(&pdf, Standard::Working).map_err(workspace::Error::from)?;
    let broken = verdict.standards.iter().flat_map(|judged| &judged.failed);
    faults.extend(broken.map(|rule| format!("{}: {}", rule.rule, rule.message)));

    if std::env::var_os("MISSIV_SEEDS").is_some() {
        faults.extend(judged(verapdf::WITH_ATTACHMENT, &exported.path));
        if trial.seed.is_multiple_of(AGAIN) {
            let form = ExportForm {
                kept: Kept::Draft,
                archive: true,
                ..ExportForm::default()
            };
            let archived = workspace.export_as(id, &place.path("arkiv.pdf"), &form)?;
            faults.extend(judged(verapdf::ARCHIVE, &archived.path));
        }
    }

    let pages = workspace.pages(id)?;
    trial.pages = pages.count();
    faults.extend(
        pages
            .warnings()
            .iter()
            .map(|it| format!("Typst warns: {it}")),
    );
    match &pages {
        Sheets::Here(pages) => faults.extend(frames::faults(&pages.placed())),
        Sheets::There(_) => faults.push("a bundled layout is set by a worker".to_owned()),
    }

    faults.extend(read_back(place, &workspace, id, &exported.path, unprinted)?);
    if trial.seed.is_multiple_of(AGAIN) {
        drop(workspace);
        let workspace = Workspace::open(&path, Library::bundled())?;
        let again = workspace.export(id, &place.path("igen.pdf"), &Kept::Draft)?;
        if again.sha256 != exported.sha256 {
            faults.push("the same document gave other bytes".to_owned());
        }
    }
    Ok(())
}

/// What the outside judge has against a file. It takes a second for each, and so is asked in a soak only.
fn judged(flavours: &str, pdf: &Path) -> Vec<String> {
    let verdicts = verapdf::judge(flavours, &[pdf]).unwrap_or_default();
    let failed = verdicts.iter().filter(|verdict| !verdict.compliant);
    failed
        .map(|verdict| format!("veraPDF: {verdict}"))
        .collect()
}

/// Values that a page cannot show. Where one stood, what is read back begins with the template's value again.
const UNPRINTED: &[Code] = &[
    Code::ValueMalformed,
    Code::ChoiceUnknown,
    Code::PersonUnknown,
];

/// What the pages show, read from the PDF, makes a file whose document shows the same, unless something stood there
/// that is `unprinted`.
fn read_back(
    place: &Place,
    workspace: &Workspace,
    id: ObjectId,
    pdf: &Path,
    unprinted: bool,
) -> Result<Vec<String>, workspace::Error> {
    let mut faults = Vec::new();
    let data = workspace.data(id, &Kept::Draft)?;
    let read = workspace::read_pdf(pdf)?;
    if read.data != data {
        faults.push("the PDF carries other data".to_owned());
    }
    if !read.belongs {
        faults.push("the pages do not print the checksum of the data".to_owned());
    }
    let path = place.path("läst.missiv");
    let restored = Workspace::create_from_paper(&path, Library::bundled(), &read.paper)?;
    let again = restored.data(read.paper.document.id, &Kept::Draft)?;
    if again != data && !unprinted {
        faults.push(format!("read back: {}", difference(&data, &again)));
    }
    Ok(faults)
}

/// Some groups have logotypes: one, or more than fit a line as they are.
fn add_logos(workspace: &mut Workspace, seed: u64) -> Result<(), workspace::Error> {
    let mut dice = Dice::new(seed ^ 0x1060);
    if !dice.chance(30) {
        return Ok(());
    }
    let group = workspace.find_document("group")?;
    let many = dice.roll(9) + 1;
    for number in 0..many {
        let (width, height) = (dice.roll(900) + 1, dice.roll(300) + 1);
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#123\"/><text y=\"9\">{number}</text></svg>"
        );
        let alt = *dice.pick(&["Halmstads kommun", ""]);
        let field = "logotyper";
        let _ = workspace.add_picture(group, ".", field, svg.as_bytes(), alt)?;
    }
    Ok(())
}

/// A code instead of words means that the locale lacks them, `{$` that an argument is missing.
fn is_sentence(words: &str) -> bool {
    let is_code = |word: &&str| {
        ["check-", "severity-", "place-", "value-"]
            .iter()
            .any(|code| word.starts_with(code))
    };
    !words.contains("{$") && !words.split(' ').take(1).any(|word| is_code(&word))
}

fn difference(wanted: &[u8], found: &[u8]) -> String {
    let same = wanted.iter().zip(found).take_while(|(a, b)| a == b).count();
    let excerpt = |bytes: &[u8]| {
        let from = same.saturating_sub(60);
        let to = bytes.len().min(same + 60);
        String::from_utf8_lossy(&bytes[from.min(to)..to]).into_owned()
    };
    format!("{:?} became {:?}", excerpt(wanted), excerpt(found))
}

fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    text.unwrap_or_else(|| "no words".to_owned())
}
