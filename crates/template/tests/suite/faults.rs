//! Each code that a template, profile or calendar can be faulted with: what brings it about, what does not, and its sentence.

use std::collections::BTreeMap;

use crate::cases::{CASES, Case, Edit, Of};
use template::{Fault, FaultCode, Pack, Severity, read_calendar, read_profile, read_template};

pub const TEMPLATE: &str = include_str!("template.toml");
pub const PROFILE: &str = include_str!("profile.toml");
pub const CALENDAR: &str = include_str!("calendar.toml");

/// Returns a template and a profile in one pack: readers look at their own files only.
pub fn pack() -> Pack {
    let files = [
        ("template.toml", TEMPLATE),
        ("profile.toml", PROFILE),
        ("calendar.toml", CALENDAR),
        ("main.typ", "= Rapport"),
        ("README.md", "Läs mig"),
        ("examples/empty.json", "{}"),
        ("examples/sample.json", "{}"),
        ("examples/limit.json", "{}"),
    ];
    Pack {
        files: files
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into(),
    }
}

pub fn edited(case: &Case, edit: &Edit) -> Pack {
    let mut pack = pack();
    let (main, text) = match case.of {
        Of::Template => ("template.toml", TEMPLATE),
        Of::Profile => ("profile.toml", PROFILE),
        Of::Calendar => ("calendar.toml", CALENDAR),
    };
    match *edit {
        Edit::Write(from, to) | Edit::NoProfile(from, to) => {
            drop(
                pack.files
                    .insert(main.to_owned(), written(text, from, to).into_bytes()),
            );
        }
        Edit::Both(first, second) => {
            let text = written(&written(text, first.0, first.1), second.0, second.1);
            drop(pack.files.insert(main.to_owned(), text.into_bytes()));
        }
        Edit::Without(file) => drop(pack.files.remove(file)),
        Edit::File(file, bytes) => drop(pack.files.insert(file.to_owned(), bytes.to_vec())),
        Edit::Large(file, text, times) => {
            drop(pack.files.insert(
                file.to_owned(),
                [TEMPLATE, &text.repeat(times)].concat().into_bytes(),
            ));
        }
        Edit::Nothing => {}
    }
    pack
}

/// Writes `to` where `from` stands first.
fn written(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from} stands nowhere");
    text.replacen(from, to, 1)
}

pub fn read(case: &Case, edit: &Edit) -> Vec<Fault> {
    let pack = edited(case, edit);
    let own = read_profile(&self::pack()).value;
    let (faults, given) = match case.of {
        Of::Profile => {
            let checked = read_profile(&pack);
            (checked.faults, checked.value.is_some())
        }
        Of::Calendar => {
            let checked = read_calendar(&pack);
            (checked.faults, checked.value.is_some())
        }
        Of::Template => {
            let profile = own
                .as_ref()
                .filter(|_| !matches!(edit, Edit::NoProfile(..)));
            let checked = read_template(&pack, profile);
            (checked.faults, checked.value.is_some())
        }
    };
    let error = faults.iter().any(|fault| fault.severity == Severity::Error);
    assert_eq!(
        given, !error,
        "{:?}: a value is given when no fault is an error",
        case.code
    );
    faults
}

fn codes(faults: &[Fault]) -> Vec<FaultCode> {
    faults.iter().map(|fault| fault.code).collect()
}

#[test]
fn the_pack_to_begin_from_has_no_faults() {
    assert_eq!(codes(&read_profile(&pack()).faults), []);
    assert_eq!(codes(&read_calendar(&pack()).faults), []);
    assert_eq!(
        codes(&read_template(&pack(), read_profile(&pack()).value.as_ref()).faults),
        []
    );
}

#[test]
fn each_fault_is_found_and_no_other() {
    let mut wrong = Vec::new();
    for case in CASES {
        let mut found = codes(&read(case, &case.fails));
        found.dedup();
        // What is cut off is cut off after others.
        found.retain(|code| case.code != FaultCode::MoreFaults || *code != FaultCode::BadPeriod);
        if found != [case.code] {
            wrong.push((&case.fails, case.code, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_near_a_fault_is_none() {
    for case in CASES {
        let found = codes(&read(case, &case.passes));
        assert!(!found.contains(&case.code), "{:?}: {found:?}", case.passes);
    }
}

#[test]
fn every_code_has_a_case() {
    let covered: BTreeMap<&str, ()> = CASES.iter().map(|case| (case.code.as_str(), ())).collect();
    for code in FaultCode::ALL {
        assert!(
            covered.contains_key(code.as_str()),
            "{} has no case",
            code.as_str()
        );
    }
}

#[test]
fn a_fault_points_at_its_line_and_column() {
    let case = CASES
        .iter()
        .find(|case| case.code == FaultCode::UnknownRole)
        .unwrap();
    let faults = read(case, &case.fails);
    let line = TEMPLATE
        .lines()
        .position(|line| line.starts_with("is = \"summary\""))
        .unwrap()
        + 1;
    assert_eq!((faults[0].line, faults[0].column), (line, 6));
    assert_eq!(faults[0].args["nearest"], "summary");
}

#[test]
fn all_faults_come_at_once() {
    let mut pack = pack();
    let text = TEMPLATE
        .replacen("is = \"summary\"", "is = \"sumary\"", 1)
        .replacen("subtitle =", "subtitel =", 1)
        .replacen("count = [0, 12]", "count = [13, 12]", 1)
        .replacen("follows = \"plan.goal\"", "follows = \"plans.goal\"", 1);
    pack.files
        .insert("template.toml".to_owned(), text.into_bytes());
    pack.files.remove("main.typ");
    let found = codes(&read_template(&pack, read_profile(&self::pack()).value.as_ref()).faults);
    let expected = [
        FaultCode::LayoutMissing,
        FaultCode::UnknownKey,
        FaultCode::UnknownRole,
        FaultCode::SourceUnknown,
        FaultCode::RangeInverted,
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_group_needs_neither_layout_nor_date() {
    let text = "format = 1\nid = \"grupp\"\nversion = \"1\"\nconcept = \"group\"\nname = \"Grupp\"\ntitle = \"{group}\"\nident = \"{group}\"\nperiod = \"once\"\n";
    let pack = Pack {
        files: [("template.toml".to_owned(), text.as_bytes().to_vec())].into(),
    };
    assert_eq!(codes(&read_template(&pack, None).faults), []);
}
