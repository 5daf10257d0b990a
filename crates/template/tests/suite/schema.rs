//! The JSON Schemas: made from the reader's keys, and of one mind with it. `MISSIV_BLESS=1` writes them anew.

use std::path::Path;

use jsonschema::Validator;
use serde_json::Value;
use template::FaultCode::{self, *};
use template::{Pack, Severity, calendar_schema, profile_schema, template_schema};

use crate::bundled::folders;
use crate::cases::{CASES, Case, Of};
use crate::faults::{edited, read};

/// Codes that a schema sees, in every case of theirs.
const SEEN: &[FaultCode] = &[
    UnknownKey,
    MissingKey,
    WrongType,
    EmptyText,
    EmptyList,
    NumberRange,
    OneOfKeys,
    KeysClash,
    KeyAlone,
    ListTooLong,
    UnknownType,
    UnknownStage,
    UnknownCheck,
    UnknownWord,
    UnknownPlaceholder,
    LonelyBrace,
    PlaceholderMissing,
    BadPeriod,
    BadDay,
    IdMalformed,
    IdReserved,
    ListedTwice,
    PathMalformed,
    RowsWithoutColumns,
    Nesting,
    PrintRequired,
    FormatUnknown,
];

/// Codes that a schema sees where no other table has to be looked at.
const PARTLY: &[FaultCode] = &[
    UnknownConcept,
    UnknownRole,
    KeyMisplaced,
    ChoiceWithoutScale,
];

/// The schemas, ready to judge. Preparing them takes most of the time of a judgement.
struct Schemas {
    template: Validator,
    profile: Validator,
    calendar: Validator,
}

impl Schemas {
    fn new() -> Self {
        let validator = |schema| jsonschema::validator_for(&schema).unwrap();
        Self {
            template: validator(template_schema()),
            profile: validator(profile_schema()),
            calendar: validator(calendar_schema()),
        }
    }

    fn accept(&self, case: &Case, pack: &Pack) -> bool {
        let (file, schema) = match case.of {
            Of::Template => ("template.toml", &self.template),
            Of::Profile => ("profile.toml", &self.profile),
            Of::Calendar => ("calendar.toml", &self.calendar),
        };
        let text = std::str::from_utf8(&pack.files[file]).unwrap();
        toml::from_str::<toml::Value>(text).is_ok_and(|value| schema.is_valid(&json(value)))
    }
}

/// A file read as JSON. A date is its text.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(all) => all.into_iter().map(json).collect(),
        toml::Value::Table(all) => all
            .into_iter()
            .map(|(key, value)| (key, json(value)))
            .collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

#[test]
fn the_schemas_stand_in_the_assets() {
    for (name, schema) in [
        ("template", template_schema()),
        ("profile", profile_schema()),
        ("calendar", calendar_schema()),
    ] {
        jsonschema::draft202012::meta::validate(&schema).unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("../../assets/schema/{name}.schema.json"));
        if std::env::var_os("MISSIV_BLESS").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, format!("{schema:#}\n")).unwrap();
        }
        let committed: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        assert!(
            committed == schema,
            "{name}.schema.json is stale: run the test with MISSIV_BLESS=1"
        );
    }
}

#[test]
fn bundled_files_fit_the_schemas() {
    for (kind, file, schema) in [
        ("templates", "template.toml", template_schema()),
        ("profiles", "profile.toml", profile_schema()),
    ] {
        let validator = jsonschema::validator_for(&schema).unwrap();
        for pack in folders(kind, file) {
            let value: Value =
                toml::from_str(std::str::from_utf8(&pack.files[file]).unwrap()).unwrap();
            let errors: Vec<String> = validator
                .iter_errors(&value)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", value["id"]);
        }
    }
}

#[test]
fn a_schema_refuses_what_one_table_shows_to_be_wrong() {
    let schemas = Schemas::new();
    for case in CASES.iter().filter(|case| SEEN.contains(&case.code)) {
        assert!(
            !schemas.accept(case, &edited(case, &case.fails)),
            "{:?}: {:?}",
            case.code,
            case.fails
        );
    }
    for code in PARTLY {
        let mut cases = CASES.iter().filter(|case| case.code == *code);
        assert!(
            cases.any(|case| !schemas.accept(case, &edited(case, &case.fails))),
            "{code:?}"
        );
    }
}

#[test]
fn a_schema_takes_what_the_reader_takes() {
    let schemas = Schemas::new();
    for case in CASES {
        let clean = read(case, &case.passes)
            .iter()
            .all(|fault| fault.severity == Severity::Warning);
        if clean {
            assert!(
                schemas.accept(case, &edited(case, &case.passes)),
                "{:?}: {:?}",
                case.code,
                case.passes
            );
        }
    }
}
