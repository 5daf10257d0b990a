//! What is written once reaches the other papers: a day its title, a recipient the way to it, a year's meetings the report.

use missiv_tests::{Place, WorkspaceFile, root};

use super::{begun, codes, group};

/// A forum that has planned a meeting of 13 February and begun its agenda.
fn called() -> (WorkspaceFile, String) {
    let people = [
        ("A.A.", "Ordförande", "Skövde kommun"),
        ("C.C.", "Utvecklingsledare", "Skaraborgs Kommunalförbund"),
    ];
    let file = group("skaraborg_fora", "Forum Äldre", &people);
    file.done("meeting plan", &["2026", "13 februari"]);
    let agenda = begun(&file, "meeting agenda", "2026-02-13");
    (file, agenda)
}

/// A meeting is called by its group and its day, and a new day is in its name too; a name of one's own stays.
#[test]
fn a_meeting_that_is_moved_has_its_new_day_in_its_name() {
    let (file, agenda) = called();
    let title = || file.text(&agenda).lines().next().unwrap().to_owned();
    assert_eq!(title(), "# Forum Äldre den 13 februari 2026");
    file.done("set", &[&agenda, ".", "motesdag", "2026-02-20"]);
    assert_eq!(title(), "# Forum Äldre den 20 februari 2026");
    file.done("set", &[&agenda, ".", "rubrik", "Vårens första möte"]);
    file.done("set", &[&agenda, ".", "motesdag", "2026-02-27"]);
    assert_eq!(title(), "# Vårens första möte");
}

/// Place and link are written where one is: what the agenda says is not asked for in the plan.
#[test]
fn what_the_agenda_says_is_not_missed_in_the_plan() {
    let (file, agenda) = called();
    let lacks_place = || {
        let year = file.json("meeting list", &["2026", "--on", "2026-02-01"]);
        year["meetings"][0]["lacks"].to_string().contains("lokal.")
    };
    assert!(lacks_place());
    file.done("set", &[&agenda, ".", "plats", "Skövde"]);
    assert!(!lacks_place());
}

/// Notes are published after they were finished: to say when makes no other paper of them, to say anything else does.
#[test]
fn saying_when_notes_were_published_makes_no_new_edition() {
    let file = WorkspaceFile::at(Place::new());
    let sample = root().join("assets/templates/skaraborg_motesanteckningar/examples/sample.json");
    file.done("import", &[&sample.to_string_lossy()]);
    let notes = "mötesanteckningar";
    file.done("submit", &[notes]);
    let changed = || {
        let lines = file.json("list", &[]);
        let mut lines = lines.as_array().unwrap().iter();
        let line = lines.find(|line| line["concept"] == "notes").unwrap();
        line["changed"].as_bool().unwrap()
    };
    file.done("set", &[notes, ".", "publicerad", "2026-05-04"]);
    assert!(!changed());
    file.done("set", &[notes, "1", "noterat", "Något annat sades."]);
    assert!(changed());
}

/// A memo goes the way to its recipient that the profile knows, also when the recipient is another; a way that somebody has
/// written stays.
#[test]
fn the_way_follows_the_recipient() {
    let (file, _) = called();
    file.done("begin", &["skaraborg_missiv_beredning", "2026"]);
    let memo = "missiv";
    let goes = |to: &str, via: &str| {
        file.done("set", &[memo, ".", "mottagare", to]);
        let text = file.text(memo);
        assert!(
            text.contains(&format!("**Via:** {via}")),
            "{to} {via}: {text}"
        );
    };
    goes("Vårdsamverkansgruppen", "Utvecklingsledaren");
    goes("Socialchefsgruppen", "Tjänstemannaberedningen");
    file.done("set", &[memo, ".", "via", "Direkt"]);
    goes("Vårdsamverkansgruppen", "Direkt");
}

/// 5.2-3, 5.3-5: the year's report begins with the meetings that were held and when their notes were published.
#[test]
fn the_years_report_begins_with_its_meetings() {
    for (profile, caller, report) in [
        (
            "skaraborg_fora",
            "Utvecklingsledare",
            "skaraborg_arsrapport",
        ),
        (
            "skaraborg_sug",
            "Socialtjänststrateg",
            "skaraborg_arsrapport_sug",
        ),
    ] {
        let people = [("C.C.", caller, "Skaraborgs Kommunalförbund")];
        let file = group(profile, "Gruppen", &people);
        file.done("meeting plan", &["2026", "13 februari", "17 april"]);
        file.done("set", &["mötesplan", "mote:1", "publicerad", "2026-02-20"]);
        file.done("begin", &[report, "2026"]);
        let text = file.text("årsrapport");
        for day in ["2026-02-13", "2026-02-20", "2026-04-17"] {
            assert!(text.contains(day), "{profile}: {day} in {text}");
        }
    }
}

/// A promise says in which matter it was made, on the page and in the list of what is open.
#[test]
fn a_promise_names_its_matter() {
    let (file, agenda) = called();
    file.done("matter add", &["rubrik=Ny rutin"]);
    file.done("matter take-up", &["1", &agenda]);
    let notes = begun(&file, "meeting notes", &agenda);
    let promised = ["atgard", "--below", "1", "rubrik=Ring runt"];
    file.done("add", &[&[notes.as_str()][..], &promised].concat());
    let text = file.text(&notes);
    assert!(text.contains("| Å1.1 Ring runt |"), "{text}");
    let open = file.json("actions", &[]);
    let within = open[0]["notes"].as_str().unwrap();
    assert!(within.contains("Ny rutin"), "{within}");
}

/// What notes say of days cannot lie before their meeting, and a time that cannot be read is told of.
#[test]
fn days_before_the_meeting_and_times_that_nobody_can_read_are_told_of() {
    let (file, agenda) = called();
    file.done("set", &[&agenda, ".", "tid", "hela dagen"]);
    assert!(codes(&file, &agenda, "2026-02-01").contains(&"meeting-days".to_owned()));
    file.done("set", &[&agenda, ".", "tid", "13-16"]);
    let found = codes(&file, &agenda, "2026-02-01");
    assert!(!found.contains(&"meeting-days".to_owned()), "{found:?}");
    let notes = begun(&file, "meeting notes", &agenda);
    let is_told = || codes(&file, &notes, "2026-02-14").contains(&"meeting-days".to_owned());
    for field in ["datum", "nasta_mote"] {
        file.done("set", &[&notes, ".", field, "2020-01-01"]);
        assert!(is_told(), "{field}");
        file.done("set", &[&notes, ".", field, "2026-02-14"]);
        assert!(!is_told(), "{field}");
    }
}
