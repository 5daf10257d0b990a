//! Checking a template, profile or calendar: its files, and its examples set as pages.

use std::path::Path;

use model::profile::Profile;
use model::schema::Template;
use serde::Serialize;
use specta::Type;
use template::{Checked, Fault, Pack};

use crate::error::Error;
use crate::pack_load::PackKind;
use crate::pinned::read_profile;
use crate::words::{self, Args, Sentence};
use crate::{Library, Workspace, library};

/// What checking a template, profile or calendar found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackReport {
    /// Whether it can be used: no fault is an error, and every example sets.
    pub sound: bool,
    /// Everything found, one line each: place, what is wrong, what to do.
    pub lines: Vec<String>,
    /// The same, each in its parts.
    pub faults: Vec<FaultView>,
    /// The examples that were set as pages, with the number of pages.
    pub examples: Vec<(String, usize)>,
}

/// A fault of a template, profile or calendar, with its place and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FaultView {
    /// The file within the pack.
    pub file: String,
    /// The line, from 1; none where the fault is the whole file's.
    pub line: Option<u32>,
    /// What is wrong.
    pub text: String,
    /// What to do; may be empty.
    pub hint: String,
    /// Whether the pack cannot be used because of it.
    pub stops: bool,
}

impl FaultView {
    fn of(fault: &Fault) -> Self {
        let Sentence { text, hint } = pack_fault(fault);
        Self {
            file: fault.file.clone(),
            line: u32::try_from(fault.line).ok().filter(|line| *line > 0),
            text,
            hint,
            stops: fault.severity == template::Severity::Error,
        }
    }

    fn of_file(file: &str, said: Sentence) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            text: said.text,
            hint: said.hint,
            stops: true,
        }
    }
}

/// Checks the template, profile or calendar in a folder or zip, or the library's with that id. A template from outside sets its
/// examples in a worker.
///
/// # Errors
/// There is no such folder, zip or id, or it cannot be read.
pub fn check_pack(library: &Library, name: &str) -> Result<PackReport, Error> {
    let path = Path::new(name);
    let own = library
        .template(name)
        .or_else(|error| library.profile(name).map_err(|_| error))
        .or_else(|error| library.calendar(name).map_err(|_| error));
    let (pack, name) = match own {
        Ok(pack) => (pack.clone(), name.to_owned()),
        Err(error) if !path.exists() => return Err(error),
        Err(_) => (library::read_pack(path)?, library::pack_name(path)),
    };
    let kind = PackKind::of(&pack);
    Ok(check_as(library, kind, &pack, &name))
}

/// Checks a pack of this kind, whose folder or zip has this name.
pub(crate) fn check_as(library: &Library, kind: PackKind, pack: &Pack, name: &str) -> PackReport {
    let (id, mut report) = match kind {
        PackKind::Template => check_template(library, pack),
        PackKind::Profile => {
            let checked = template::read_profile(pack);
            report_of(checked, |profile| profile.id)
        }
        PackKind::Calendar => {
            let checked = template::read_calendar(pack);
            report_of(checked, |calendar| calendar.id)
        }
    };
    if let Some(id) = id.filter(|id| id != name) {
        report.sound = false;
        let said = other_id(name, &id, kind);
        let line = format!("{}: {} {}", kind.file(), said.text, said.hint);
        report.lines.push(line);
        report.faults.push(FaultView::of_file(kind.file(), said));
    }
    report
}

fn other_id(name: &str, id: &str, kind: PackKind) -> Sentence {
    let args = [("name", name), ("id", id), ("file", kind.file())];
    let args = args.map(|(key, value)| (key.to_owned(), value.to_owned()));
    words::sentence("pack-other-id", &Args::from(args))
}

/// Returns what a fault of a template or profile says.
#[must_use]
pub fn pack_fault(fault: &Fault) -> Sentence {
    let args: Args = fault
        .args
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    words::sentence(&format!("fault-{}", fault.code.as_str()), &args)
}

fn report_of<T>(checked: Checked<T>, id: impl FnOnce(T) -> String) -> (Option<String>, PackReport) {
    let report = PackReport {
        sound: checked.value.is_some(),
        lines: checked.faults.iter().map(pack_fault_line).collect(),
        faults: checked.faults.iter().map(FaultView::of).collect(),
        examples: Vec::new(),
    };
    (checked.value.map(id), report)
}

fn check_template(library: &Library, pack: &Pack) -> (Option<String>, PackReport) {
    let profile = profile_for(library, pack);
    let checked = template::read_template(pack, profile.as_ref());
    let mut report = PackReport {
        sound: checked.value.is_some(),
        lines: checked.faults.iter().map(pack_fault_line).collect(),
        faults: checked.faults.iter().map(FaultView::of).collect(),
        examples: Vec::new(),
    };
    let Some(template) = checked.value else {
        return (None, report);
    };
    if pack.files.contains_key(template::LAYOUT_FILE) {
        set_examples(library, &template, pack, &mut report);
    }
    (Some(template.id), report)
}

fn set_examples(library: &Library, template: &Template, pack: &Pack, report: &mut PackReport) {
    let library = library.clone().with_template(&template.id, pack.clone());
    for example in template::EXAMPLES {
        let Some(json) = pack.files.get(*example) else {
            continue;
        };
        // A copy with an id of its own whose examples are still of the first: its layout would not be tried.
        if !is_example_of(&template.id, json) {
            let args = Args::from([("id".to_owned(), template.id.clone())]);
            let said = words::sentence("pack-example-of-another", &args);
            report
                .lines
                .push(format!("{example}: {} {}", said.text, said.hint));
            let fault = FaultView::of_file(example, said);
            report.faults.push(FaultView {
                stops: false,
                ..fault
            });
        }
        match set_example(&library, json) {
            Ok(pages) => report.examples.push(((*example).to_owned(), pages)),
            Err(error) => {
                report.sound = false;
                let said = error.sentence();
                report.lines.push(format!("{example}: {}", said.text));
                report.faults.push(FaultView::of_file(example, said));
                if let Error::Worker(_) = &error {
                    // What takes all the time or memory there is would do so for every example.
                    return;
                }
                if let Error::Layout(faults) = &error {
                    report
                        .lines
                        .extend(faults.iter().map(|fault| format!("{example}: {fault}")));
                }
            }
        }
    }
}

/// Whether an example has a document of the template; one that cannot be read says so itself.
fn is_example_of(template: &str, json: &[u8]) -> bool {
    let Ok(example) = serde_json::from_slice::<serde_json::Value>(json) else {
        return true;
    };
    let documents = example["documents"].as_array();
    documents.is_none_or(|all| all.iter().any(|one| one["template"] == template))
}

/// Sets the last document of an example, as a PDF that another program can read.
fn set_example(library: &Library, json: &[u8]) -> Result<usize, Error> {
    let folder = tempfile::tempdir().map_err(|error| Error::io(Path::new("."), error))?;
    let workspace =
        Workspace::create_from_json(&folder.path().join("example.missiv"), library.clone(), json)?;
    let printed = workspace
        .documents()?
        .into_iter()
        .filter(|line| line.printed);
    let mut pages = 0;
    for line in printed {
        let exported = workspace.export(line.id, folder.path(), &crate::Kept::Draft)?;
        pages = exported.pages.unwrap_or_default();
    }
    Ok(pages)
}

/// The profile that lists the template among its documents, else the one its examples name.
fn profile_for(library: &Library, pack: &Pack) -> Option<Profile> {
    #[derive(serde::Deserialize)]
    struct Named {
        profile: String,
    }
    let example = template::EXAMPLES
        .iter()
        .find_map(|example| pack.files.get(*example));
    let named = example.and_then(|json| serde_json::from_slice::<Named>(json).ok());
    let ids = named
        .iter()
        .map(|named| named.profile.as_str())
        .chain(library.profile_ids());
    ids.filter_map(|id| read_profile(id, library.profile(id).ok()?).ok())
        .next()
}

/// Returns a fault of a template or profile as one line: place, what is wrong, what to do.
#[must_use]
pub fn pack_fault_line(fault: &Fault) -> String {
    let Sentence { text, hint } = pack_fault(fault);
    let place = if fault.line == 0 {
        fault.file.clone()
    } else {
        format!("{}:{}:{}", fault.file, fault.line, fault.column)
    };
    format!("{place}: {text} {hint} [{}]", fault.code.as_str())
}
