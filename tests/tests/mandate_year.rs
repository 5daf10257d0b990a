//! What the first mandate demands of a whole year, shown on the sample year. docs/coverage.md names these tests; the ids
//! are its rows.

use missiv_tests::{Place, WorkspaceFile, root};

/// A file with the whole sample year.
fn year() -> WorkspaceFile {
    let file = WorkspaceFile::at(Place::new());
    let json = root().join("assets/samples/aldre-2025.json");
    file.done("import", &[&json.to_string_lossy()]);
    file
}

/// 5.1-1: the mandate of a year stands in the file beside the plan, and a plan year without one is warned of.
#[test]
fn a_plan_year_without_its_mandate_is_warned_of() {
    let file = year();
    assert!(!file.codes("plan").contains(&"mandate-missing".to_owned()));
    file.done("begin", &["halland_mal_och_handlingsplan", "2027"]);
    assert!(
        file.codes("plan/2027")
            .contains(&"mandate-missing".to_owned())
    );
    file.done("begin", &["halland_uppdragsbeskrivning", "2027"]);
    assert!(
        !file
            .codes("plan/2027")
            .contains(&"mandate-missing".to_owned())
    );
}

/// 5.1-21: the plan's line of reference says which mandate, in what version and of what day.
#[test]
fn the_plan_says_which_mandate_it_rests_on_with_version_and_date() {
    let plan = year().text("plan");
    assert!(
        plan.contains("Uppdragsbeskrivning 2025 till taktisk nivå, version 1.0, 2024-10-11"),
        "{plan}"
    );
}

/// 5.1-4 and 5.1-11: a proposal for a new process is assessed, says whether its area is wholly new, and reaches the
/// half-year report; so does a disturbance.
#[test]
fn proposals_and_disturbances_reach_the_half_year_report() {
    let report = year().text("report/2025-1of2");
    for said in [
        "Gemensam modell för förebyggande hembesök",
        "**Helt nytt arbetsområde:** ja",
        "**Gruppens bedömning:**",
        "## Störning eller oklarhet",
        "Två skribenter i skrivargruppen för demens har slutat",
    ] {
        assert!(report.contains(said), "{said}: {report}");
    }
}

/// 5.1-5: the follow-up plan has rows for what is accounted for in a way of its own: how, how often, to whom, by when.
#[test]
fn the_follow_up_plan_has_rows_for_special_reporting() {
    let plan = year().text("follow_up_plan");
    let rows: Vec<&str> = plan
        .lines()
        .skip_while(|line| *line != "## Redovisning i särskild ordning")
        .filter(|line| line.starts_with("| "))
        .collect();
    assert!(
        rows[0].contains("Hur ofta") && rows[0].contains("Senast"),
        "{plan}"
    );
    assert!(
        rows[2].contains("Delprocess") && rows[2].contains("2025-11-05"),
        "{plan}"
    );
}

/// 5.1-6: the annual report has a row for everything in the plan and says of each whether it is carried over.
#[test]
fn the_annual_report_follows_the_plan_goal_by_goal() {
    let report = year().text("report/2025");
    for goal in ["Mål 1", "Mål 2", "Mål 3", "Mål 4", "Mål 5"] {
        assert!(report.contains(goal), "{goal}: {report}");
    }
    assert!(report.contains("Förs över"), "{report}");
}

/// 5.1-7: the chair and the process supporter write apart and end with the same, and each section can be marked as done.
#[test]
fn two_write_together_and_mark_what_is_done() {
    let file = year();
    let place = Place::new();
    let copy = place.path("kollegans.missiv");
    let theirs = copy.to_string_lossy().into_owned();
    file.done("copy", &[&theirs]);
    file.done("set", &["plan", "1.1", "metod", "Ordförandens metod."]);
    let _ = place
        .missiv([
            "set",
            &theirs,
            "plan",
            "1.2",
            "metod",
            "Processtödets metod.",
        ])
        .succeeded();
    file.done("merge", &[&theirs]);
    let plan = file.text("plan");
    assert!(plan.contains("Ordförandens metod.") && plan.contains("Processtödets metod."));
    file.done("done", &["plan", "sammanfattning"]);
    let told = file.done("done", &["plan"]);
    assert!(told.contains("Sammanfattning"), "{told}");
}
