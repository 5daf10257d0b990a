//! What the first mandate demands of a whole year, shown on the sample year. docs/coverage.md names these tests; the ids
//! are its rows.

use chrono::Duration;
use missiv_tests::{Group, Place, WorkspaceFile, root};

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

/// 5.1-11: of a disturbance it stands through whom it was reported, and when: the own huvudman's representative.
#[test]
fn a_disturbance_says_its_route() {
    let file = year();
    let report = "report/2025-1of2";
    for (field, value, said) in [
        (
            "via",
            "Falkenbergs kommun",
            "**Anmäld genom:** Falkenbergs kommun",
        ),
        ("dag", "2025-05-14", "**Anmäld:** 2025-05-14"),
    ] {
        file.done("set", &[report, "storning:1", field, value]);
        let text = file.text(report);
        let (_, disturbance) = text.split_once("## Störning eller oklarhet").unwrap();
        let disturbance = disturbance.split("\n## ").next().unwrap();
        assert!(disturbance.contains(said), "{said}: {disturbance}");
    }
}

/// 5.1-5, 2.5-7: the follow-up plan has rows for what is accounted for in a way of its own: how, how often, to whom, by when.
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

/// What is accounted for in a way of its own says what it is, how, who does it for whom, how often, and what happens if it
/// does not come; a row that leaves one out cannot be handed in.
#[test]
fn a_row_of_the_follow_up_plan_says_all_five() {
    let columns = [
        ("2.5-1", "vad", "Vad", "Pilot med läkemedelsautomater"),
        ("2.5-2", "hur", "Hur", "Antal personer räknas"),
        ("2.5-3", "ansvarig", "Ansvarig", "Processtöd"),
        ("2.5-3", "till", "Till", "Strategisk nivå"),
        ("2.5-4", "hur_ofta", "Hur ofta", "Varje månad"),
        (
            "2.5-5",
            "om_inte",
            "Om kravet inte uppfylls",
            "Gruppen beslutar",
        ),
    ];
    let file = WorkspaceFile::new();
    file.done("begin", &["halland_uppfoljningsplan", "2027"]);
    let plan = "follow_up_plan";
    let write = |without: &str| {
        let cells = columns.iter().filter(|(_, id, ..)| *id != without);
        let row: serde_json::Map<_, _> = cells
            .map(|(_, id, _, value)| ((*id).to_owned(), serde_json::json!(value)))
            .chain([("slag".to_owned(), serde_json::json!("projekt"))])
            .collect();
        let rows = serde_json::json!([row]).to_string();
        file.done("set", &[plan, ".", "sarskild", "--stored", &rows]);
    };
    let lacks = |label: &str| {
        let said = file.run("check", &[plan]).stdout;
        said.contains(&format!("{label} › rad 1: Fältet är tomt"))
    };
    for (id, column, label, value) in columns {
        write("");
        let text = file.text(plan);
        let cell = format!("| {value} |");
        assert!(text.contains(&cell), "{id}: {value} in {text}");
        assert!(!lacks(label), "{id}: {label}");
        write(column);
        assert!(lacks(label), "{id}: {label}");
    }
}

/// 2.5-5: the recurring accounts say so too, and the plan says what is done when something departs from it.
#[test]
fn the_follow_up_plan_says_what_happens_when_something_does_not_come() {
    let file = WorkspaceFile::new();
    file.done("begin", &["halland_uppfoljningsplan", "2027"]);
    let plan = "follow_up_plan";
    let rows = r#"[{"vad":"Halvårsrapport","period":"Våren","ansvarig":"Ordförande"}]"#;
    file.done("set", &[plan, ".", "ordinarie", "--stored", rows]);
    let said = file.run("check", &[plan]).stdout;
    for lack in [
        "Om kravet inte uppfylls › rad 1: Fältet är tomt",
        "När något avviker: Fältet är tomt",
    ] {
        assert!(said.contains(lack), "{lack}: {said}");
    }
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

/// 5.1-13: a new chair is told of to the strategic level, through its administrative support: who, from when, and how the
/// work is handed over.
#[test]
fn a_new_chair_is_told_of_to_the_strategic_level() {
    let file = WorkspaceFile::new();
    file.done("begin", &["halland_anmalan_ordforande", "2026"]);
    let notice = "anmälan";
    let page = file.text(notice);
    for said in [
        "**Mottagare:** Strategisk nivå",
        "**Via:** Strategisk nivås administrativa stöd",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let asked = |labels: &[&str]| {
        let said = file.run("check", &[notice]).stdout;
        for label in labels {
            let lack = format!("{label}: Fältet är tomt");
            assert!(said.contains(&lack), "{label}: {said}");
        }
        said
    };
    let always = [
        "Utsedd av taktisk grupp",
        "Utsedd ordförande",
        "Från och med",
        "Till och med",
        "Fördelning mellan huvudmännen",
    ];
    let at_a_change = [
        "Avgående ordförande",
        "Lämnar uppdraget",
        "Överlappning från",
        "Överlappning till",
        "Överlämning",
    ];
    asked(&always);
    asked(&at_a_change);
    // Who goes on hands nothing over, and says why.
    file.done(
        "set",
        &[notice, ".", "slag", "Sittande ordförande fortsätter"],
    );
    let said = asked(&[&always[..], &["Skäl för förlängningen"]].concat());
    for label in at_a_change {
        assert!(
            !said.contains(&format!("  {label}: Fältet")),
            "{label}: {said}"
        );
    }
    let _ = file.run("submit", &[notice]).failed_with(3);
}

/// 5.1-13: what the group knows of a change of chair stands in the notice and in the handover from the beginning.
#[test]
fn a_notice_and_a_handover_begin_with_who_leaves_and_who_takes_over() {
    let group = Group::new("halland");
    let today = workspace::today();
    let day = |days: i64| today + Duration::days(days);
    let (from, last, next) = (day(-600), day(90), day(91));
    group.person(
        "A.A.",
        "Ordförande",
        &[&format!("start={from}"), &format!("slut={last}")],
    );
    group.person(
        "B.B.",
        "Tillträdande ordförande",
        &[&format!("start={}", day(-90))],
    );
    group.person("C.C.", "Vice ordförande", &[]);
    let file = &group.file;
    file.done("begin", &["halland_anmalan_ordforande", "2026"]);
    file.done("begin", &["generell_overlamning", "2026"]);
    let notice = file.text("anmälan");
    let days = [last, next].map(|day| day.to_string());
    for said in ["A.A.", "B.B.", "C.C.", &days[0], &days[1]] {
        assert!(notice.contains(said), "{said} in {notice}");
    }
    let handover = file.text("överlämning");
    for said in ["**Lämnar:** A.A.", "**Tar över:** B.B."] {
        assert!(handover.contains(said), "{said} in {handover}");
    }
}

/// 5.1-13: the notice as the sample has it is handed in, and goes to the strategic level.
#[test]
fn the_notice_of_a_chair_is_handed_in() {
    let file = WorkspaceFile::at(Place::new());
    let sample = root().join("assets/templates/halland_anmalan_ordforande/examples/sample.json");
    file.done("import", &[&sample.to_string_lossy()]);
    file.done("submit", &["anmälan"]);
    let page = file.text("anmälan");
    assert!(page.contains("**Mottagare:** Strategisk nivå"), "{page}");
}
