//! Everything that reaches the terminal.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::error::ErrorKind;
use serde::Serialize;
use serde_json::json;
use workspace::words::{self, Args};
use workspace::{Code, Error, FindingView, GapView};

use crate::swedish;

/// The words of a command are off.
const MISTYPED: u8 = 2;

/// Whether something could not be written: the disk behind a redirection is full, for example.
static LOST: AtomicBool = AtomicBool::new(false);

/// Writes to stdout. A reader that went away is no fault of ours.
fn put(text: &str) {
    let written = writeln!(stdout(), "{text}").and_then(|()| stdout().flush());
    if written.is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe) {
        LOST.store(true, Ordering::Relaxed);
    }
}

/// Returns the exit code: that of the command, or failure where its answer could not be written.
pub(crate) fn ended(code: ExitCode) -> ExitCode {
    if LOST.load(Ordering::Relaxed) {
        let _ = writeln!(stderr(), "{}", say("answer-lost", &[]));
        return ExitCode::FAILURE;
    }
    code
}

/// Prints a line.
///
/// Documents come from elsewhere, and what steers a terminal or turns the reading around is left out.
pub(crate) fn line(text: &str) {
    let plain = text.replace(|c| steers(c) && !matches!(c, '\n' | '\t'), "");
    put(&plain);
}

/// Prints a value as JSON, with escapes for what steers a terminal.
pub(crate) fn json(value: &impl Serialize) {
    let text = serde_json::to_string_pretty(value).unwrap_or_else(|_| "null".to_owned());
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) && c != '\n' {
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    put(&escaped);
}

fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns what an error says. Where the advice is another in a terminal than in the window, the locale has it as
/// `error-<code>-command`.
fn sentence(error: &Error) -> words::Sentence {
    let mut sentence = error.sentence();
    let key = format!("error-{}-command", error.code());
    if words::has(&key) {
        sentence.hint = words::say(&key, &error.args());
    }
    sentence
}

/// Says why something was not done.
pub(crate) fn error(error: &Error, as_json: bool) {
    let sentence = sentence(error);
    if as_json {
        let shape = json!({ "error": { "code": error.code(), "args": error.args(), "text": sentence.text, "hint": sentence.hint, "faults": faults(error) } });
        let _ = writeln!(stderr(), "{shape:#}");
        return;
    }
    let _ = writeln!(stderr(), "{}", sentence.text);
    for fault in faults(error) {
        let _ = writeln!(stderr(), "  {fault}");
    }
    if !sentence.hint.is_empty() {
        let _ = writeln!(stderr(), "{}", sentence.hint);
    }
}

/// Prints the help that was asked for, or says what is wrong with the words of the command. Returns the exit code.
pub(crate) fn mistyped(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
    } else if std::env::args_os().any(|word| word == "--json") {
        let sentence = swedish::mistake(error);
        let shape =
            json!({ "error": { "code": "usage", "text": sentence.text, "hint": sentence.hint } });
        let _ = writeln!(stderr(), "{shape:#}");
    } else {
        let sentence = swedish::mistake(error);
        let _ = writeln!(stderr(), "{}\n{}", sentence.text, sentence.hint);
    }
    ExitCode::from(MISTYPED)
}

/// Says how far something has come, on stderr so that the answer stays whole.
pub(crate) fn progress(text: &str) {
    let _ = writeln!(stderr(), "{text}");
}

/// Says that a file is only read, on stderr so that JSON on stdout stays whole.
pub(crate) fn note(sentence: &words::Sentence) {
    let _ = writeln!(stderr(), "{} {}", sentence.text, sentence.hint);
}

/// Prints diagnostics, one after the other: weight, place, what is wrong, what to do. What several objects lack is
/// said once.
pub(crate) fn findings(found: &[FindingView], gaps: &[GapView]) {
    let mut said = BTreeSet::new();
    let lacks = gaps.iter().enumerate().flat_map(|(index, gap)| {
        let objects = gap.objects.iter();
        objects.map(move |object| ((*object, gap.field.as_str()), index))
    });
    let lacks: BTreeMap<_, usize> = lacks.collect();
    for finding in found {
        let code = finding.diagnostic.code.as_str();
        let place = &finding.diagnostic.place;
        let field = place.field.as_deref().unwrap_or_default();
        let gap = lacks.get(&(place.object, field)).copied();
        let text = match gap.filter(|_| finding.diagnostic.code == Code::RequiredMissing) {
            Some(index) if !said.insert(index) => continue,
            Some(index) => gaps[index].text.clone(),
            None if finding.at.is_empty() => finding.text.clone(),
            None => format!("{}: {}", finding.at, finding.text),
        };
        line(&format!("{}  {text} [{code}]", finding.weight));
        if !finding.hint.is_empty() {
            line(&format!("    {}", finding.hint));
        }
    }
}

/// Returns a message of the locale.
pub(crate) fn say(key: &str, args: &[(&str, String)]) -> String {
    let args: Args = args
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    words::say(key, &args)
}

fn faults(error: &Error) -> Vec<String> {
    match error {
        Error::Pack { faults, .. } => faults.iter().map(workspace::pack_fault_line).collect(),
        Error::Layout(faults) => faults.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}
