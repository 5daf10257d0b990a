//! A handover says how far the plan's activities have come, in its own words.

use missiv_tests::Place;
use workspace::{FieldValue, Library, Workspace};

/// 5.1-13: the year's report has said it already; what it calls late or carried out has a word of the handover's own, which
/// is the one that its form has chosen, and what must be said of work that goes on is asked for.
#[test]
fn the_reports_statuses_stand_in_a_handover_in_its_own_words() {
    let place = Place::new();
    let library = Library::bundled();
    let (file, _) = workspace::write_sample(&place.path("år"), library.clone()).unwrap();
    let mut workspace = Workspace::open(&file, library).unwrap();
    let handover = workspace
        .begin("generell_overlamning", 2025)
        .unwrap()
        .object;
    let form = workspace.form(handover).unwrap();
    let kind = form
        .kinds
        .iter()
        .find(|kind| kind.id == "activity")
        .unwrap();
    let status = kind.fields.iter().find(|field| field.id == "lage").unwrap();
    let words: Vec<&str> = status
        .options
        .iter()
        .map(|word| word.value.as_str())
        .collect();
    let activities = form.objects.iter().filter(|row| row.kind == "activity");
    let mut said = Vec::new();
    for row in activities {
        let value = row
            .values
            .iter()
            .find(|value| value.field == "lage")
            .unwrap();
        let FieldValue::Plain { text } = &value.value else {
            panic!("a choice is one word: {value:?}");
        };
        assert!(words.contains(&text.as_str()), "{text:?} of {words:?}");
        assert!(value.derived);
        said.push(text.clone());
    }
    let mut different = said.clone();
    different.sort();
    different.dedup();
    assert!(
        different.len() > 1,
        "the sample's report has several: {said:?}"
    );
    let unfinished = said
        .iter()
        .filter(|word| ["pagar", "ej"].contains(&word.as_str()));
    let asked = workspace.check(handover).unwrap();
    let asked = asked.iter().map(|found| &found.diagnostic).filter(|found| {
        found.code.as_str() == "required-missing"
            && found.place.field.as_deref() == Some("aterstar")
    });
    assert_eq!(asked.count(), unfinished.count());
}
