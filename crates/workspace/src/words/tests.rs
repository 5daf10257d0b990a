use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use model::diagnostic::Code;
use model::vocabulary::FieldType;
use template::FaultCode;

use super::*;
use crate::error::Error;

mod errors;

use errors::every_error;

#[test]
fn the_locale_is_read_without_a_fault() {
    let resource = FluentResource::try_new(LOCALE.to_owned());
    assert!(
        resource.is_ok(),
        "{:?}",
        resource.err().map(|(_, faults)| faults)
    );
    let keys: Vec<&str> = keys().collect();
    let distinct: BTreeSet<&str> = keys.iter().copied().collect();
    assert_eq!(keys.len(), distinct.len(), "a key stands twice");
}

#[test]
fn every_code_has_its_sentence_and_its_hint() {
    let codes = Code::ALL
        .iter()
        .map(|code| format!("check-{}", code.as_str()));
    let errors = Error::codes().iter().map(|code| format!("error-{code}"));
    let faults = FaultCode::ALL
        .iter()
        .map(|code| format!("fault-{}", code.as_str()));
    let mut expected: Vec<String> = codes
        .chain(errors)
        .chain(faults)
        .flat_map(|key| [format!("{key}-hint"), key])
        .collect();
    expected.extend(
        FieldType::ALL
            .iter()
            .map(|ty| format!("type-{}", ty.as_str())),
    );
    expected.extend(
        Severity::ALL
            .iter()
            .map(|severity| format!("severity-{}", severity.as_str())),
    );
    let missing: Vec<&String> = expected.iter().filter(|key| !has(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_error_says_all_it_knows_and_no_more() {
    let errors = every_error();
    for error in &errors {
        let key = format!("error-{}", error.code());
        check(&key, &error.args());
        check(&format!("{key}-hint"), &error.args());
        let in_terminal = format!("{key}-command");
        if has(&in_terminal) {
            check(&in_terminal, &error.args());
        }
    }
    let tried: BTreeSet<&str> = errors.iter().map(Error::code).collect();
    let all: BTreeSet<&str> = Error::codes().iter().copied().collect();
    assert_eq!(
        tried, all,
        "an error is not tried, or its code is not listed"
    );
}

#[test]
fn each_reason_of_the_file_system_has_its_own_sentence() {
    use io::ErrorKind as Kind;
    let kinds = [
        Kind::NotFound,
        Kind::PermissionDenied,
        Kind::StorageFull,
        Kind::ReadOnlyFilesystem,
        Kind::IsADirectory,
        Kind::NotADirectory,
        Kind::ResourceBusy,
        Kind::Other,
    ];
    let sentence = |kind| {
        Error::io(Path::new("plan.missiv"), io::Error::from(kind))
            .sentence()
            .text
    };
    let said: BTreeSet<String> = kinds.into_iter().map(sentence).collect();
    assert_eq!(said.len(), kinds.len(), "{said:?}");
    assert!(
        said.iter().all(|text| text.contains("plan.missiv")),
        "{said:?}"
    );
}

#[test]
fn what_is_written_in_code_stands_in_the_locale() {
    // The first words of keys that code spells out; the other keys are made of codes.
    const FAMILIES: &[&str] = &[
        "draft", "the", "place", "value", "history", "list", "done", "template", "usage", "window",
        "merge", "conflict", "search", "compare", "moment", "log", "section", "returns",
    ];
    const OF_CODES: &[&str] = &["read-only", "template-"];
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = 0;
    for place in ["src", "../cli/src", "../../src-tauri/src"] {
        for (path, text) in sources(&here.join(place)) {
            for literal in text.split('"').skip(1).step_by(2) {
                let family = literal.split_once('-').map_or("", |(family, _)| family);
                let is_key = literal.chars().all(|c| c.is_ascii_lowercase() || c == '-')
                    && !literal.ends_with('-');
                if is_key && FAMILIES.contains(&family) && !OF_CODES.contains(&literal) {
                    found += 1;
                    assert!(has(literal), "{literal} in {}", path.display());
                }
            }
        }
    }
    assert!(found > 20, "{found}");
}

#[test]
fn every_operation_that_is_written_has_its_words() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut ops = BTreeSet::new();
    for (_, text) in sources(&here.join("src")) {
        for before in [".write(", ".set_as(", ".note(document, ", "op: "] {
            for rest in text.split(before).skip(1) {
                let literal = rest
                    .trim_start()
                    .strip_prefix('"')
                    .and_then(|rest| rest.split_once('"'));
                ops.extend(literal.map(|(op, _)| op.to_owned()));
            }
        }
    }
    assert!(
        ops.len() >= 8 && ops.contains("set") && ops.contains("submit"),
        "{ops:?}"
    );
    for op in ops {
        check(
            &format!("op-{op}"),
            &args(&[("field", "Metod"), ("kind", "aktivitet"), ("whole", "no")]),
        );
    }
}

#[test]
fn a_number_picks_its_plural_and_what_only_looks_like_one_stays_as_written() {
    let check = |count: &str, expected: &str| {
        assert_eq!(say("error-blocked", &args(&[("count", count)])), expected);
    };
    check("1", "1 sak hindrar inlämningen.");
    check("2", "2 saker hindrar inlämningen.");
    let name = |name: &str| say("error-bad-year", &args(&[("name", name)]));
    assert_eq!(name("007"), "”007” är inget år.");
    assert_eq!(name("+5"), "”+5” är inget år.");
}

#[test]
fn faults_are_counted_in_words() {
    let check = |blocking: &str, warnings: &str, expected: &str| {
        assert_eq!(
            say(
                "list-faults",
                &args(&[("blocking", blocking), ("warnings", warnings)])
            ),
            expected
        );
    };
    check("0", "0", "inget att se över");
    check("1", "0", "1 hindrar");
    check("12", "1", "12 hindrar, 1 bör ses över");
    check("0", "3", "3 bör ses över");
}

#[test]
fn reading_a_pdf_never_says_that_it_is_genuine() {
    for key in ["read-belongs", "read-foreign"] {
        let said = say(key, &args(&[("title", "Plan"), ("checksum", "7F3A-91C2")])).to_lowercase();
        assert!(
            said.contains("uppgifterna hör") && said.contains("utskriften"),
            "{said}"
        );
        assert!(
            !["äkta", "autentisk", "giltig", "godkänd"]
                .iter()
                .any(|word| said.contains(word)),
            "{said}"
        );
    }
}

/// Asserts that a message is there and that every argument it asks for was given.
#[track_caller]
fn check(key: &str, args: &Args) {
    let (text, faults) = render(key, args).unwrap_or_else(|| panic!("{key} is missing"));
    assert!(faults.is_empty(), "{key}: {faults:?} in {text}");
    assert!(
        !text.trim().is_empty() && !text.contains('{'),
        "{key}: {text}"
    );
}

fn args(pairs: &[(&str, &str)]) -> Args {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn keys() -> impl Iterator<Item = &'static str> {
    let lines = LOCALE
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" =").map(|(key, _)| key))
}

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && !path.ends_with("tests.rs")
        {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}
