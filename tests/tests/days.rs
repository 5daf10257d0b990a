//! The year's days by the mandates' rules: deadlines, meetings that prepare others, calendars with meetings, the calendar
//! file, and the handover that goes by all of them. docs/coverage.md names these tests; the ids are its rows.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;

use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event, EventLike};
use missiv_tests::packs::{MEETING_PLAN, NOTES, OwnPacks, REGISTER};
use missiv_tests::{Place, WorkspaceFile};

/// The meeting days of 2019 that the source lists, one of them of two days.
const CALENDAR: &str = r#"
format = 1
id = "moten_2019"
version = "1"
profile = "skaraborg_socialchefsgruppen"
year = 2019
title = "Mötesdatum 2019"
meeting = [
  { body = "socialchefsgruppen", day = 2019-01-18 },
  { body = "socialchefsgruppen", day = 2019-02-22 },
  { body = "socialchefsgruppen", day = 2019-03-22 },
  { body = "socialchefsgruppen", day = 2019-04-26, time = "kl. 09.00–12.00" },
  { body = "socialchefsgruppen", day = 2019-05-31 },
  { body = "socialchefsgruppen", day = 2019-09-19, until = 2019-09-20, title = "Internat" },
  { body = "socialchefsgruppen", day = 2019-10-18 },
  { body = "socialchefsgruppen", day = 2019-11-15 },
  { body = "socialchefsgruppen", day = 2019-12-13, matters_by = 2019-11-29 },
]
"#;

/// A new group of a profile, with a meeting plan and a register of the test's own.
fn group(profile: &str, calendar: Option<&str>) -> WorkspaceFile {
    let place = Place::new();
    let packs = OwnPacks::in_place(&place);
    packs.template("prov_motesplan", MEETING_PLAN);
    packs.template("prov_register", REGISTER);
    if let Some(calendar) = calendar {
        packs.calendar("moten_2019", &calendar.replace("PROFIL", profile));
    }
    let file = WorkspaceFile::at(place).with_packs(&packs.folder);
    let words = ["--profile", profile, "--group", "Gruppen", "--area", "Prov"];
    file.done("new", &words);
    file
}

/// What is due on a day, as "day title to note".
fn due(file: &WorkspaceFile, on: &str) -> Vec<String> {
    let due = file.json("due", &["--on", on]);
    let all = due.as_array().unwrap().iter();
    let text = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap().to_owned();
    all.map(|one| {
        ["day", "title", "to", "note"]
            .map(|key| text(one, key))
            .join(" | ")
    })
    .collect()
}

fn meeting(file: &WorkspaceFile, fields: &[&str]) {
    file.done("add", &[&["meeting_plan", "möte"], fields].concat());
}

/// 5.4-12: the list of meeting days is loaded from one file, two-day meetings among them, and the days of those who
/// prepare are computed backwards: the day before 26 April 2019 is Good Friday, and is warned of.
#[test]
fn a_year_of_meetings_is_loaded_and_those_that_prepare_are_computed() {
    let file = group("skaraborg_socialchefsgruppen", Some(CALENDAR));
    file.done("begin", &["prov_motesplan", "2019"]);
    let plan = file.text("meeting_plan");
    assert_eq!(plan.matches("Socialchefsgruppen").count(), 9, "{plan}");
    assert_eq!(plan.matches("Tjänstemannaberedningen").count(), 9, "{plan}");
    for said in [
        "2019-09-20",
        "Internat",
        "2019-12-06",
        "Inför mötet den 13 december 2019",
        "2019-11-29",
    ] {
        assert!(plan.contains(said), "{said}: {plan}");
    }
    let checked = file.run("check", &["meeting_plan"]);
    assert!(
        checked.stdout.contains("2019-04-19 är långfredagen"),
        "{checked}"
    );
    // One step, which is taken back whole; and nothing is filled in twice.
    let again = file.done("prefill", &["meeting_plan"]);
    assert!(again.contains("fanns redan"), "{again}");
    file.done("undo", &[]);
    assert!(!file.done("list", &[]).contains("Mötesplan"));
}

/// 5.4-12: what somebody has written stays, and a meeting that was planned by hand gets the one that prepares it.
#[test]
fn a_meeting_planned_by_hand_is_kept_and_prepared() {
    let file = group("skaraborg_socialchefsgruppen", None);
    file.done("begin", &["prov_motesplan", "2019"]);
    let refused = file.refused("prefill", &["meeting_plan"]);
    assert!(refused.contains("2019"), "{refused}");
    meeting(
        &file,
        &[
            "organ=Socialchefsgruppen",
            "dag=2019-12-13",
            "tid=kl. 13.00",
        ],
    );
    let filled = file.done("prefill", &["meeting_plan"]);
    assert!(filled.contains("enligt uppdragets regler"), "{filled}");
    let plan = file.text("meeting_plan");
    assert!(
        plan.contains("2019-12-06") && plan.contains("kl. 13.00"),
        "{plan}"
    );
    // Those who prepare meet on another day: that is settled, and no second meeting comes.
    let place = file.done("search", &["2019-12-06"]);
    assert!(!place.is_empty());
    let other = group("skaraborg_socialchefsgruppen", None);
    other.done("begin", &["prov_motesplan", "2019"]);
    meeting(&other, &["organ=Socialchefsgruppen", "dag=2019-12-13"]);
    meeting(&other, &["organ=Tjänstemannaberedningen", "dag=2019-12-04"]);
    other.refused("prefill", &["meeting_plan"]);
    assert!(!other.text("meeting_plan").contains("2019-12-06"));
}

/// 5.2-6, 5.3-7: the annual report is due in December: at the last meeting of the Tjänstemannaberedningen where the plan
/// knows when the Socialchefsgruppen meets, else on the month's last working day.
#[test]
fn the_annual_report_is_due_in_december() {
    for (profile, name) in [
        ("skaraborg_sug", "Årsrapport"),
        ("skaraborg_fora", "Årsrapport"),
    ] {
        let file = group(profile, None);
        let to = "till Tjänstemannaberedningen, via samordnaren";
        assert_eq!(
            due(&file, "2019-06-01"),
            [format!(
                "2019-12-30 | {name} | {to} | Sista vardagen i månaden."
            )]
        );
        file.done("begin", &["generell_motesplan", "2019"]);
        meeting(&file, &["organ=Socialchefsgruppen", "dag=2019-12-13"]);
        assert_eq!(
            due(&file, "2019-12-14"),
            [format!(
                "2019-12-06 | {name} | {to} | Dagen då Tjänstemannaberedningen möts."
            )]
        );
        // A meeting of their own that is planned goes before one that is computed.
        meeting(&file, &["organ=Tjänstemannaberedningen", "dag=2019-12-10"]);
        assert!(
            due(&file, "2019-06-01")
                .iter()
                .any(|due| due.starts_with("2019-12-10 | Års"))
        );
    }
}

/// 5.3-7: what is handed in is due no more.
#[test]
fn a_report_that_is_handed_in_is_due_no_more() {
    let sample =
        missiv_tests::root().join("assets/templates/skaraborg_arsrapport/examples/sample.json");
    let file = WorkspaceFile::at(Place::new());
    file.done("import", &[sample.to_str().unwrap()]);
    let reports = |file: &WorkspaceFile| {
        let due = due(file, "2025-06-01").into_iter();
        due.filter(|due| due.contains("Årsrapport") && due.starts_with("2025"))
            .count()
    };
    assert_eq!(reports(&file), 1);
    file.done("submit", &["årsrapport"]);
    assert_eq!(reports(&file), 0);
}

/// 5.2-2, 5.3-4: a mission given by another body is due on its last day, until its result is written.
#[test]
fn a_mission_is_due_until_it_is_reported_back() {
    let file = group("skaraborg_sug", None);
    file.done("begin", &["prov_register", "2019"]);
    file.done(
        "add",
        &[
            "register",
            "uppdrag",
            "vad=Jämför väntetider",
            "av=Socialchefsgruppen",
            "slut=2019-10-18",
        ],
    );
    let missions = |file: &WorkspaceFile| {
        let due = due(file, "2019-09-01").into_iter();
        due.filter(|due| due.contains("Återrapport"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        missions(&file),
        [
            "2019-10-18 | Återrapport: Jämför väntetider | till Socialchefsgruppen, via Tjänstemannaberedningen | "
        ]
    );
    file.done("set", &["register", "uppdrag:1", "resultat", "Klart."]);
    assert_eq!(missions(&file), [""; 0]);
}

/// The calendar file is one that RFC 5545 allows and Outlook takes; the ids are those of the objects, so that a calendar
/// replaces what it has.
#[test]
fn the_calendar_file_is_sound_and_replaces_itself() {
    let file = group("skaraborg_socialchefsgruppen", Some(CALENDAR));
    file.done("begin", &["prov_motesplan", "2019"]);
    let hostile = "Rum 1; våning 2, \\ nära hissen och en lång rad med å, ä och ö som måste vikas där den är för lång";
    file.done(
        "add",
        &[
            "meeting_plan",
            "möte",
            "rubrik=Extra möte, med komma",
            "organ=Socialchefsgruppen",
            "dag=2019-06-10",
            "tid=kl. 09.30–11.00",
            &format!("plats={hostile}"),
            "lank=https://mote.example.org/rum?1",
        ],
    );
    let export = |name: &str| {
        let path = file.place.path(name);
        let out = path.to_str().unwrap();
        let _ = file
            .place
            .missiv([
                "--packs",
                file.place.path("egna mallar").to_str().unwrap(),
                "calendar",
                "export",
                file.path.to_str().unwrap(),
                "--out",
                out,
                "--on",
                "2019-01-01",
            ])
            .succeeded();
        fs::read_to_string(path).unwrap()
    };
    let text = export("möten.ics");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Missiv//"));
    assert!(text.contains("\r\nMETHOD:PUBLISH\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(
        !text.replace("\r\n", "").contains(['\r', '\n']),
        "every line ends with CRLF"
    );
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let calendar: Calendar = text.parse().unwrap();
    let events: Vec<&Event> = calendar.events().collect();
    let ids: std::collections::BTreeSet<_> = events
        .iter()
        .map(|event| event.get_uid().unwrap())
        .collect();
    assert_eq!(ids.len(), events.len(), "every event has an id of its own");
    for event in &events {
        assert!(
            event.get_timestamp().is_some() && event.get_start().is_some(),
            "{event:?}"
        );
        assert!(event.get_sequence().is_some() && event.get_summary().is_some());
    }
    let titled = |title: &str| {
        *events
            .iter()
            .find(|event| event.get_summary() == Some(format!("Gruppen – {title}").as_str()))
            .unwrap()
    };
    let extra = titled("Socialchefsgruppen, Extra möte, med komma");
    assert_eq!(extra.get_location(), Some(hostile));
    assert_eq!(extra.get_url(), Some("https://mote.example.org/rum?1"));
    // Swedish summer time is two hours before UTC.
    assert_eq!(utc(extra.get_start()), "2019-06-10T07:30:00Z");
    assert_eq!(utc(extra.get_end()), "2019-06-10T09:00:00Z");
    let two_days = titled("Socialchefsgruppen, Internat");
    let days = [two_days.get_start(), two_days.get_end()];
    let day = |text: &str| Some(DatePerhapsTime::Date(text.parse().unwrap()));
    assert_eq!(days, [day("2019-09-19"), day("2019-09-21")]);
    // The same file says the same; a change says that it is newer.
    let own = |text: &str| {
        text.parse::<Calendar>()
            .unwrap()
            .events()
            .find(|event| {
                event
                    .get_summary()
                    .is_some_and(|title| title.contains("Extra"))
            })
            .map(|event| {
                (
                    event.get_uid().unwrap().to_owned(),
                    event.get_sequence().unwrap(),
                )
            })
    };
    let (id, sequence) = own(&text).unwrap();
    assert_eq!(export("igen.ics"), text);
    file.done("set", &["meeting_plan", "möte:19", "dag", "2019-06-11"]);
    let (same, later) = own(&export("ändrad.ics")).unwrap();
    assert_eq!(same, id);
    assert!(later > sequence);
}

fn utc(moment: Option<DatePerhapsTime>) -> String {
    match moment {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(at))) => {
            at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
        }
        other => panic!("{other:?} is no moment in UTC"),
    }
}

/// No name, initials, mail address or telephone number of a person of the group is in the calendar file; what is due is.
#[test]
fn the_calendar_file_has_what_is_due_and_nobody_s_name() {
    let file = group("skaraborg_sug", None);
    file.done(
        "add",
        &[
            "gruppen",
            "person",
            "initialer=Q.Q.",
            "roll=Ordförande",
            "epost=q.q@example.org",
            "telefon=0500-12 34 56",
        ],
    );
    let out = file.place.path("kalender.ics");
    let _ = file
        .place
        .missiv([
            "calendar",
            "export",
            file.path.to_str().unwrap(),
            "--out",
            out.to_str().unwrap(),
            "--on",
            "2026-06-01",
        ])
        .succeeded();
    let text = fs::read_to_string(&out).unwrap();
    for person in ["Q.Q.", "q.q@", "0500-12"] {
        assert!(!text.contains(person), "{text}");
    }
    let calendar: Calendar = text.parse().unwrap();
    let due: Vec<_> = calendar
        .events()
        .filter_map(Component::get_summary)
        .collect();
    assert_eq!(due, ["Gruppen – Sista dag: Årsrapport"]);
    assert!(
        text.contains("DTSTART;VALUE=DATE:20261230") && text.contains("TRANSP:TRANSPARENT"),
        "{text}"
    );
    // A calendar file is no place for a workspace.
    let over = file.path.to_str().unwrap();
    let _ = file
        .place
        .missiv(["calendar", "export", over, "--out", over])
        .refused();
}

/// 5.1-13: a handover begins with what is due, the meetings that are planned and the way to those who decide, and is
/// written to a folder with the year's plans and reports in one file.
#[test]
fn a_handover_begins_with_what_the_file_knows_and_takes_the_papers_along() {
    let sample = missiv_tests::root()
        .join("assets/templates/skaraborg_genomforandeplan/examples/sample.json");
    let place = Place::new();
    let packs = OwnPacks::in_place(&place);
    packs.template("prov_motesplan", MEETING_PLAN);
    let file = WorkspaceFile::at(place).with_packs(&packs.folder);
    file.done("import", &[sample.to_str().unwrap()]);
    let year = chrono_year();
    file.done("begin", &["prov_motesplan", &year.to_string()]);
    meeting(
        &file,
        &[
            "organ=Forum",
            &format!("dag={}-12-31", year + 1),
            "tid=kl. 10.00",
        ],
    );
    file.done("begin", &["generell_overlamning", "2025"]);
    let text = file.text("överlämning");
    for said in [
        "Årsrapport",
        "Tjänstemannaberedningen, via samordnaren",
        "Forum, kl. 10.00",
        "Ärenden till Tjänstemannaberedningen",
        "Utvecklingsledaren",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let folder = file.place.path("överlämning");
    let told = file.done("handover", &["--out", folder.to_str().unwrap()]);
    assert!(told.contains("följer med"), "{told}");
    let names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let zip = names.iter().find(|name| name.ends_with(".zip")).unwrap();
    let bytes = fs::read(folder.join(zip)).unwrap();
    let papers = template::Pack::from_zip(&bytes).unwrap().files;
    assert!(
        papers.keys().any(|name| name.contains("Genomförandeplan")),
        "{papers:?}"
    );
    assert!(papers.values().all(|pdf| pdf.starts_with(b"%PDF-")));
}

/// 5.1-13: what the notes say was decided and promised stands in the handover from the beginning, as long as it is open.
#[test]
fn a_handover_begins_with_open_promises_and_decisions_of_two_years() {
    let place = Place::new();
    let packs = OwnPacks::in_place(&place);
    packs.template("prov_anteckningar", NOTES);
    let file = WorkspaceFile::at(place).with_packs(&packs.folder);
    let words = [
        "--profile",
        "fyrbodal",
        "--group",
        "Nätverket",
        "--area",
        "Prov",
    ];
    file.done("new", &words);
    let year = chrono_year();
    for (year, decided) in [
        (year - 1, "Vi ställer oss bakom förslaget."),
        (year - 4, "Något gammalt."),
    ] {
        file.done("begin", &["prov_anteckningar", &year.to_string()]);
        let notes = format!("notes/{year}");
        file.done("set", &[&notes, ".", "dag", &format!("{year}-03-12")]);
        file.done("add", &[&notes, "beslut", &format!("ord={decided}")]);
    }
    let notes = format!("notes/{}", year - 1);
    for promised in ["Fråga kommunerna", "Boka lokal"] {
        let (vad, senast) = (
            format!("vad={promised}"),
            format!("senast={}-05-10", year + 1),
        );
        file.done("add", &[&notes, "atgard", &vad, &senast]);
    }
    file.done("close", &["Boka lokal"]);
    file.done("begin", &["generell_overlamning", &year.to_string()]);
    let text = file.text("överlämning");
    for said in [
        "Fråga kommunerna",
        "Vi ställer oss bakom förslaget.",
        "Nätverket för socialnämndsrepresentanter",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for gone in ["Boka lokal", "Något gammalt."] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
}

/// This year: a handover tells of what is still to come, by the clock.
fn chrono_year() -> i32 {
    use chrono::Datelike;
    workspace::today().year()
}
