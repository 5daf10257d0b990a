//! Each fault as people read it. `MISSIV_BLESS=1` writes sentences.txt anew; read it before committing it.

use std::fmt::Write;
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use template::{Fault, FaultCode};
use unic_langid::LanguageIdentifier;

use crate::cases::CASES;
use crate::read;

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

fn sentence(bundle: &FluentBundle<FluentResource>, key: &str, fault: &Fault) -> String {
    let args: FluentArgs = fault
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let pattern = bundle
        .get_message(key)
        .and_then(|message| message.value())
        .expect(key);
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, Some(&args), &mut errors)
        .into_owned();
    assert!(errors.is_empty(), "{key}: {errors:?} with {:?}", fault.args);
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
        let said = sentence(&bundle, &format!("fault-{code}"), fault);
        let hint = sentence(&bundle, &format!("fault-{code}-hint"), fault);
        let Fault {
            file, line, column, ..
        } = fault;
        writeln!(text, "{file}:{line}:{column} {code}\n  {said}\n  {hint}\n").unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/sentences.txt");
    if std::env::var_os("MISSIV_BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), text);
}
