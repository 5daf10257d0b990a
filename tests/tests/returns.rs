//! Underlag: asked of the responsible people as mails, and read back from what they send.

use missiv_tests::{Place, plain};
use serde_json::Value;

const REPORT: &str = "report/2025-1of2";

/// An answer as it stands in the mail.
const ASKED: &str = "\nSvar: Pågår enligt plan\n";

/// The sample year's workspace file in a place of its own.
fn sample() -> (Place, String) {
    let place = Place::new();
    let made = place.missiv(["--json", "sample", "."]).succeeded().json();
    let file = made["file"].as_str().unwrap_or_default().to_owned();
    (place, file)
}

fn people(place: &Place, file: &str) -> Vec<Value> {
    let asked = place.missiv(["--json", "returns", file, REPORT]);
    let people = asked.succeeded().json()["people"].take();
    people.as_array().cloned().unwrap_or_default()
}

#[test]
fn a_mail_that_comes_back_with_answers_fills_in_the_half_year_report() {
    let (place, file) = sample();
    let people = people(&place, &file);
    assert!(people.len() > 3, "{}", people.len());
    let first = &people[0];
    let text = first["text"].as_str().unwrap_or_default();
    // The first status of the mail is changed, the rest stands as it was sent.
    let reply: String = text
        .replacen(ASKED, "\nSvar: genomförd\n", 1)
        .lines()
        .map(|line| format!("> {line}\r\n"))
        .collect();
    place.write("svar.txt", format!("Hej! Se nedan.\r\n{reply}"));
    let preview = place
        .missiv(["answers", &file, REPORT, "svar.txt"])
        .succeeded()
        .stdout;
    assert!(preview.contains("Status (ändras): Genomförd"), "{preview}");
    assert!(preview.contains("Hej! Se nedan."), "{preview}");
    let before = place.missiv(["show", &file, REPORT]).succeeded().stdout;
    let written = place
        .missiv(["answers", &file, REPORT, "svar.txt", "--write"])
        .succeeded()
        .stdout;
    assert!(written.contains("1 svar är infört."), "{written}");
    let after = place.missiv(["show", &file, REPORT]).succeeded().stdout;
    assert_eq!(
        plain(&after).matches("Genomförd").count(),
        plain(&before).matches("Genomförd").count() + 1
    );
    let _ = place.missiv(["undo", &file]).succeeded();
    let undone = place.missiv(["show", &file, REPORT]).succeeded().stdout;
    assert_eq!(undone, before);
}

#[test]
fn every_activity_is_asked_of_the_one_who_answers_for_it_in_the_plan() {
    let (place, file) = sample();
    let asked = people(&place, &file);
    let words = |person: &Value, key: &str| person[key].as_str().unwrap_or_default().to_owned();
    let (nobody, somebody): (Vec<Value>, Vec<Value>) = asked
        .into_iter()
        .partition(|person| words(person, "who").is_empty());
    assert_eq!(nobody.len(), 1);
    assert!(!words(&nobody[0], "text").contains("== Aktivitet"));
    let headings: usize = somebody
        .iter()
        .map(|person| words(person, "text").matches("== Aktivitet").count())
        .sum();
    assert_eq!(headings, 12, "the sample's plan has twelve activities");
}
