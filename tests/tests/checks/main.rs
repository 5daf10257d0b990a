//! Every diagnostic code with documents that have it and documents that have not. They are data: a file for each
//! code under cases/, with an example of ours, a few edits, and what the check must say of it in words.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod case;
mod document;
mod sample;

use std::collections::BTreeSet;

use missiv_tests::spread;
use model::diagnostic::Code;
use workspace::FindingView;

use case::{Case, Found, Scenario};

#[test]
fn the_cases_are_those_of_the_codes() {
    let cases = case::all();
    let files: BTreeSet<&str> = cases.iter().map(|(code, _)| code.as_str()).collect();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(files, codes);
    for (code, Case { fails, passes }) in &cases {
        assert!(!fails.is_empty() && !passes.is_empty(), "{code}");
        assert!(
            fails.iter().all(|scenario| !scenario.found.is_empty()),
            "{code}: a failing document finds nothing"
        );
        assert!(
            passes.iter().all(|scenario| scenario.found.is_empty()),
            "{code}: a passing document finds something"
        );
    }
}

#[test]
fn each_code_is_found_where_it_should_be_and_nowhere_else() {
    let mut wrong = Vec::new();
    for Checked {
        code,
        scenario,
        findings,
    } in &checked()
    {
        let own = findings
            .iter()
            .filter(|found| found.diagnostic.code.as_str() == code);
        let found: Vec<Found> = own.map(Found::of).collect();
        if found != scenario.found {
            let found = serde_json::to_string_pretty(&found).unwrap();
            wrong.push(format!("{code}: {}\nfound {found}", scenario.why));
        }
        for finding in findings {
            wrong.extend(
                holes(finding).map(|text| format!("{code}: {}\nsays {text}", scenario.why)),
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "{} faults\n\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

/// A scenario with all that the check says of its document.
struct Checked {
    code: String,
    scenario: Scenario,
    findings: Vec<FindingView>,
}

/// Every scenario, checked: each has a file of its own.
fn checked() -> Vec<Checked> {
    let all = case::all().into_iter().flat_map(|(code, case)| {
        case.fails
            .into_iter()
            .chain(case.passes)
            .map(move |scenario| (code.clone(), scenario))
    });
    spread(all, |(code, scenario)| Checked {
        findings: document::findings(&scenario),
        code,
        scenario,
    })
}

/// A sentence that is missing, or that Fluent could not fill in.
fn holes(found: &FindingView) -> impl Iterator<Item = &String> {
    let all = [&found.weight, &found.at, &found.text, &found.hint];
    let signs = ["{", "$", "””", "check-", "severity-", "place-"];
    let is_bad = move |sentence: &&String| signs.iter().any(|sign| sentence.contains(sign));
    let missing = [&found.weight, &found.text, &found.hint]
        .into_iter()
        .filter(|sentence| sentence.is_empty());
    all.into_iter().filter(is_bad).chain(missing)
}
