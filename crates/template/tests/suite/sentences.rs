//! Each fault as people read it. `MISSIV_BLESS=1` writes sentences.txt anew; read it before committing it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use template::{Fault, FaultCode, PackError};
use unic_langid::LanguageIdentifier;

use crate::cases::CASES;
use crate::faults::read;

const LOCALE: &str = include_str!("../../../../assets/locales/sv.ftl");

fn locale() -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(LOCALE.to_owned())
        .map_err(|(_, errors)| errors)
        .unwrap();
    let mut bundle = FluentBundle::new(vec!["sv".parse::<LanguageIdentifier>().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).unwrap();
    bundle
}

fn sentence(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: &BTreeMap<String, String>,
) -> String {
    let filled: FluentArgs = args
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let pattern = bundle
        .get_message(key)
        .and_then(|message| message.value())
        .expect(key);
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, Some(&filled), &mut errors)
        .into_owned();
    assert!(errors.is_empty(), "{key}: {errors:?} with {args:?}");
    text
}

#[test]
fn every_code_has_a_sentence_and_a_hint() {
    let bundle = locale();
    for code in FaultCode::ALL {
        for key in [
            format!("fault-{}", code.as_str()),
            format!("fault-{}-hint", code.as_str()),
        ] {
            assert!(bundle.has_message(&key), "{key} is missing");
        }
    }
}

#[test]
fn every_case_reads_as_it_was_last_read() {
    let bundle = locale();
    let mut text = String::new();
    for case in CASES {
        let faults = read(case, &case.fails);
        let fault = faults.iter().find(|fault| fault.code == case.code).unwrap();
        let code = case.code.as_str();
        let said = sentence(&bundle, &format!("fault-{code}"), &fault.args);
        let hint = sentence(&bundle, &format!("fault-{code}-hint"), &fault.args);
        let Fault {
            file, line, column, ..
        } = fault;
        writeln!(text, "{file}:{line}:{column} {code}\n  {said}\n  {hint}\n").unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/sentences.txt");
    if std::env::var_os("MISSIV_BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), text);
}

#[test]
fn every_reason_why_bytes_are_no_pack_has_a_sentence_and_a_hint() {
    let path = || "a/../b".to_owned();
    let errors = [
        PackError::NotAZip,
        PackError::Unreadable { path: path() },
        PackError::BadPath { path: path() },
        PackError::NotAFile { path: path() },
        PackError::SameName,
        PackError::Duplicate { path: path() },
        PackError::TooManyFiles,
        PackError::TooLarge,
    ];
    let bundle = locale();
    for error in errors {
        let args = error
            .path()
            .map(|path| ("path".to_owned(), path.to_owned()))
            .into_iter()
            .collect();
        for key in [
            format!("pack-{}", error.code()),
            format!("pack-{}-hint", error.code()),
        ] {
            assert!(!sentence(&bundle, &key, &args).is_empty());
        }
    }
}
