//! Too much of everything: long texts, long words, many activities, numbers at the edge.

use std::fs;

use missiv_tests::{Place, WorkspaceFile, verapdf};
use serde_json::{Value, json};

use missiv_tests::strings::letters;

const PLAN: &str = "halland_mal_och_handlingsplan";

/// A hundred kilobytes.
const MUCH: usize = 100_000;

#[test]
fn a_plan_of_two_hundred_activities_and_a_hundred_kilobytes_in_a_field_exports_whole() {
    let place = Place::new();
    let (long, word) = (long_text(), "å".repeat(MUCH / 2));
    let mut activities: Vec<Value> = (0..200)
        .map(|n| activity(&format!("Aktivitet nummer {n}"), "Kort."))
        .collect();
    activities.push(activity("Lång text", &long));
    activities.push(activity("Långt ord", &word));
    activities.push(activity(&"Ö".repeat(5000), "Lång rubrik."));
    let file =
        plan(&json!([{ "kind": "goal", "fields": { "rubrik": "Mål" }, "objects": activities }]));
    let pdf = place.path("stor.pdf");
    file.done("export", &["plan", pdf.to_str().unwrap()]);
    let structure = typeset::structure(&fs::read(&pdf).unwrap()).unwrap();
    let read: String = structure
        .tags
        .iter()
        .map(|tag| letters(&tag.text()))
        .collect();
    assert!(read.contains(&letters(&long)));
    assert!(read.contains(&word));
    assert!(read.contains(&"Ö".repeat(5000)));
    for n in 0..200 {
        assert!(
            read.contains(&format!("Aktivitetnummer{n}Kort."))
                || read.contains(&format!("Aktivitetnummer{n}")),
            "{n}"
        );
    }
    let codes = file.codes("plan");
    for code in ["too-many", "text-too-long"] {
        assert!(codes.iter().any(|found| found == code), "{code}");
    }
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
}

#[test]
fn numbers_at_the_edge_are_shown_or_pointed_at_and_never_wrapped_around() {
    let numbers = [
        json!(1_000_000_000_000_i64),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e308),
        json!(-1e-320),
        json!(1.5),
        json!("5"),
        json!(true),
    ];
    let with = |field: &str, value: &Value| {
        let mut activity = activity("x", "y");
        activity["fields"][field] = value.clone();
        activity
    };
    let mut activities: Vec<Value> = numbers
        .iter()
        .map(|number| with("belopp", number))
        .collect();
    let sums =
        json!([{ "finansiar": "a", "belopp": i64::MAX }, { "finansiar": "a", "belopp": i64::MAX }]);
    activities.push(with("finansiering", &sums));
    activities.push(with("start", &json!("9999-12-31")));
    activities.push(with("start", &json!("-0001-01-01")));
    activities.push(with("flerarig", &json!("ja")));
    let indicators = numbers.iter().map(|number| json!({ "kind": "indicator", "fields": { "namn": "x", "enhet": "%", "utgangsvarde": number, "malvarde": number } }));
    let below: Vec<Value> = indicators.chain(activities).collect();
    let file = plan(&json!([{ "kind": "goal", "fields": { "rubrik": "Mål" }, "objects": below }]));
    let text = file.text("plan");
    assert!(text.contains("1 000 000 000 000"), "{text}");
    assert!(!text.contains("9 223 372 036 854 775 807 kr"), "{text}");
    assert!(
        file.codes("plan")
            .iter()
            .filter(|code| *code == "value-malformed")
            .count()
            >= 5
    );
    let pdf = file.pdf("plan", "tal.pdf");
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
}

#[test]
fn a_value_of_another_type_is_pointed_at_and_its_text_is_not_lost() {
    let values = [
        json!("text"),
        json!(7),
        json!(true),
        json!(["a", 1, null]),
        json!({ "a": { "b": [] } }),
        json!([[["x"]]]),
    ];
    let fields = [
        "rubrik",
        "metod",
        "ansvarig",
        "start",
        "belopp",
        "milstolpar",
        "medverkande",
        "typ",
        "flerarig",
    ];
    let odd = |value: &Value| {
        let all = fields
            .iter()
            .map(|field| ((*field).to_owned(), value.clone()));
        json!({ "kind": "activity", "fields": Value::Object(all.collect()) })
    };
    let below: Vec<Value> = values.iter().map(odd).collect();
    let file = plan(&json!([{ "kind": "goal", "fields": { "rubrik": "Mål" }, "objects": below }]));
    let codes = file.codes("plan");
    assert!(
        codes
            .iter()
            .filter(|code| *code == "value-malformed")
            .count()
            >= 20,
        "{codes:?}"
    );
    let pdf = file.pdf("plan", "typer.pdf");
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
    let dump = file.place.path("allt.json");
    file.done("export", &["--everything", dump.to_str().unwrap()]);
    assert!(fs::read_to_string(dump).unwrap().contains("\"b\""));
}

fn plan(objects: &Value) -> WorkspaceFile {
    let file = WorkspaceFile::at(Place::new());
    let group = json!({ "template": "grupp", "period": "2025", "fields": { "namn": "Grupp", "omrade": "Äldre", "organisation": "Region" } });
    let plan = json!({ "template": PLAN, "period": "2025", "objects": objects });
    let json = json!({ "format": 1, "profile": "halland", "documents": [group, plan] }).to_string();
    let json = file.place.write("in.json", json);
    file.done("import", &[json.to_str().unwrap()]);
    file
}

fn activity(title: &str, method: &str) -> Value {
    json!({ "kind": "activity", "fields": { "rubrik": title, "metod": method } })
}

/// Sentences that are all different, with paragraphs.
fn long_text() -> String {
    let mut text = String::new();
    for n in 0.. {
        if text.len() >= MUCH {
            break;
        }
        text += &format!("Mening nummer {n} om vårdplaneringsöverenskommelser. ");
        if n % 20 == 19 {
            text += "\n\n";
        }
    }
    text.trim_end().to_owned()
}
