//! A sixth profile, which nobody has seen: words drawn by dice, three levels, reports three times a year, other counts,
//! offices and terms of its own. It works from an empty workspace to exported papers without a line of code, and each of
//! its rules is broken once. docs/coverage.md names these tests; the ids are its rows.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;

use missiv_tests::invented::{Words, workspace};
use missiv_tests::packs::OwnPacks;
use missiv_tests::{Place, WorkspaceFile};

/// What the check says of the group on a day, but for fields that are empty.
fn said(file: &WorkspaceFile, day: &str) -> Vec<String> {
    let found = file
        .run("check", &["gruppen", "--on", day, "--json"])
        .json();
    let all = found[0]["findings"].as_array().unwrap().iter();
    all.filter(|found| found["code"] != "required-missing")
        .map(|found| found["text"].as_str().unwrap().to_owned())
        .collect()
}

fn person(file: &WorkspaceFile, name: &str, office: &str, party: &str, fields: &[&str]) {
    let own = [
        format!("initialer={name}"),
        format!("roll={office}"),
        format!("organisation={party}"),
    ];
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    file.done("add", &[&["gruppen", "person"], &own[..], fields].concat());
}

/// 5.6-1: from an empty workspace to three reports on paper, with words, periods and counts that no code knows.
#[test]
fn a_profile_that_nobody_has_seen_works_from_the_empty_file_to_the_papers() {
    for seed in [3, 11] {
        let words = Words::drawn(seed);
        let file = workspace(&words);
        file.done("begin", &["sjatte_plan", "2027"]);
        file.done("add", &["plan", &words.goal, "rubrik=Ett", "syfte=Så här."]);
        // One goal is one too few.
        let refused = file.run("submit", &["plan"]).failed_with(3);
        assert!(refused.stdout.contains("Minst 2 behövs"), "{refused}");
        file.done("add", &["plan", &words.goal, "rubrik=Två", "syfte=Och så."]);
        file.done("set", &["plan", ".", "dag", "2027-01-11"]);
        file.done("submit", &["plan"]);
        for part in 1..=3 {
            let (template, report) = (
                format!("sjatte_rapport_{part}"),
                format!("report/2027-{part}of3"),
            );
            file.done("begin", &[&template, "2027"]);
            let _ = file.run("submit", &[&report]).failed_with(3);
            file.done("set", &[&report, "1", "lage", "Framåt"]);
            file.done("set", &[&report, "2", "lage", "Bakåt"]);
            // What goes backwards says why.
            let _ = file.run("submit", &[&report]).failed_with(3);
            file.done("set", &[&report, "2", "ord", "Det regnade."]);
            file.done("submit", &[&report]);
        }
        let folder = file.place.path("papper");
        file.done("export", &["--all", folder.to_str().unwrap()]);
        let papers: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with("2027.pdf"))
            .collect();
        assert_eq!(papers.len(), 4, "{papers:?}");
        for part in 1..=3 {
            let title = format!("{} {part} 2027.pdf", words.report);
            assert!(papers.contains(&title), "{title}: {papers:?}");
        }
    }
}

/// 5.6-1: one case against each of the profile's rules of people and terms.
#[test]
fn each_of_its_rules_of_people_is_kept_watch_over() {
    let words = Words::drawn(7);
    let [leader, assessor, scribe] = words.offices.each_ref();
    let file = workspace(&words);
    let empty = said(&file, "2027-02-01");
    let vacant = |office: &str| format!("{office} saknas i gruppen.");
    assert!(
        empty.contains(&vacant(leader)) && empty.contains(&vacant(scribe)),
        "{empty:?}"
    );
    assert!(!empty.contains(&vacant(assessor)), "{empty:?}");
    assert!(
        empty.contains(&"I beredningen finns ingen. Det ska vara 2.".to_owned()),
        "{empty:?}"
    );
    assert!(
        empty
            .iter()
            .any(|text| text.starts_with("Ingen i gruppen företräder")),
        "{empty:?}"
    );

    let [a, b, c, d] = words.parties.each_ref();
    person(
        &file,
        "A.A.",
        leader,
        a,
        &["start=2027-01-01", "beredning=ja", "slut=2028-12-31"],
    );
    person(
        &file,
        "B.B.",
        assessor,
        b,
        &["start=2027-01-01", "beredning=ja", "slut=2028-12-31"],
    );
    person(
        &file,
        "C.C.",
        assessor,
        c,
        &["utsedd_av=Stadsdirektören 2027-01-02"],
    );
    person(&file, "D.D.", scribe, d, &[]);
    let whole = said(&file, "2027-02-01");
    let small = |office: &str| {
        let mut letters = office.chars();
        letters.next().unwrap().to_lowercase().to_string() + letters.as_str()
    };
    assert_eq!(
        whole,
        [
            format!(
                "Uppdraget som {} slutar 2028-12-31. Då blir uppdraget längre än 18 månader.",
                small(leader)
            ),
            format!(
                "{leader} och {} kommer båda från kommunerna.",
                small(assessor)
            ),
            "Alla i beredningen slutar 2028-12-31.".to_owned(),
            "Vem som utsåg B.B. framgår inte.".to_owned(),
        ]
    );
    // A third assessor is one too many, whether it is the first office of a person or another.
    let row = format!("{assessor}; 2027-02-01; ; Stadsdirektören");
    file.done("set", &["gruppen", "person:4", "fler_uppdrag", &row]);
    let crowded = said(&file, "2027-02-01");
    assert!(
        crowded.contains(&format!(
            "3 personer har rollen {assessor}. Högst 2 ska ha den."
        )),
        "{crowded:?}"
    );
    // Four months before the term ends somebody should be there to follow.
    let late = said(&file, "2028-09-15");
    assert!(
        late.iter().any(|text| text.contains("ingen står på tur")),
        "{late:?}"
    );
    let early = said(&file, "2028-08-15");
    assert!(
        !early.iter().any(|text| text.contains("ingen står på tur")),
        "{early:?}"
    );
}

/// 5.6-1: one leads, and the next walks beside for as long as the profile says; two lead no longer than that.
#[test]
fn two_lead_for_its_overlap_and_no_longer() {
    let words = Words::drawn(9);
    let leader = &words.offices[0];
    let file = workspace(&words);
    for (name, party, first, last) in [
        ("A.A.", &words.parties[0], "2026-01-01", "2027-06-30"),
        ("B.B.", &words.parties[3], "2027-01-01", "2028-06-30"),
    ] {
        let (first, last) = (format!("start={first}"), format!("slut={last}"));
        person(&file, name, leader, party, &[&first, &last]);
    }
    let crowded = |day: &str| {
        let all = said(&file, day).into_iter();
        all.filter(|text| text.contains(leader) && text.starts_with("2 personer"))
            .count()
    };
    // Three months before the first leaves both may be there; in February that is still far away.
    assert_eq!(crowded("2026-12-31"), 0);
    assert_eq!(crowded("2027-02-01"), 1);
    assert_eq!(crowded("2027-04-15"), 0);
    assert_eq!(crowded("2027-07-01"), 0);
}

/// 5.6-1: its deadlines, its levels' meetings and the days that are computed from them.
#[test]
fn its_days_are_its_own() {
    let words = Words::drawn(5);
    let file = workspace(&words);
    let due = |on: &str| -> Vec<String> {
        let due = file.json("due", &["--on", on]);
        let all = due.as_array().unwrap().iter();
        all.map(|one| {
            format!(
                "{} {}",
                one["day"].as_str().unwrap(),
                one["title"].as_str().unwrap()
            )
        })
        .collect()
    };
    let report = |part: u32| format!("{} {part}", words.report);
    // 17 May 2027 is the day after Pentecost, which is no holiday any more; the last of September is a Thursday.
    assert_eq!(
        due("2027-02-01"),
        [
            format!("2027-05-17 {}", report(1)),
            format!("2027-09-30 {}", report(2)),
            format!("2028-01-31 {}", report(3)),
        ]
    );
    file.done("begin", &["prov_motesplan", "2027"]);
    let [council, team, preparers, _] = words.bodies.each_ref();
    let said = due("2027-02-01");
    assert!(
        said.contains(&format!("2027-09-22 {}", report(2))),
        "{said:?}"
    );
    assert!(
        said.contains(&format!("2027-02-24 Ärenden till {team} 2027-03-16")),
        "{said:?}"
    );
    let plan = file.text("meeting_plan");
    assert_eq!(
        (
            plan.matches(council.as_str()).count(),
            plan.matches(preparers.as_str()).count()
        ),
        (2, 2),
        "{plan}"
    );
    for day in ["2027-03-06", "2027-09-25", "2027-09-10"] {
        assert!(plan.contains(day), "{day}: {plan}");
    }
    // Ten days before a Tuesday is a Saturday, which is for people to settle.
    let checked = file.run("check", &["meeting_plan"]);
    assert!(
        checked.stdout.contains("2027-03-06 är en lördag"),
        "{checked}"
    );
}

/// 5.6-1: what the profile says wrongly is said, with its line and what there is instead.
#[test]
fn a_slip_in_the_profile_is_found() {
    let words = Words::drawn(1);
    let place = Place::new();
    let packs = OwnPacks::in_place(&place);
    let slips = [
        ("to = \"radet\"", "to = \"raden\"", "radet"),
        (
            "document = \"sjatte_rapport_2\"",
            "document = \"sjatte_raport_2\"",
            "sjatte_rapport_2",
        ),
        ("month = 9", "month = 13", "12"),
        ("appointed_by =", "appointed =", "appointed_by"),
    ];
    for (right, wrong, hint) in slips {
        packs.profile("sjatte", &words.profile().replacen(right, wrong, 1));
        let folder = packs.folder.join("profiles/sjatte");
        let answer = place
            .missiv(["template".as_ref(), "check".as_ref(), folder.as_os_str()])
            .failed_with(3);
        assert!(
            answer.stdout.contains("profile.toml") && answer.stdout.contains(hint),
            "{wrong}: {answer}"
        );
    }
}
