//! The heads of social services and their preparing body: the meetings of 2019, whose dates the mandate lists.

use missiv_tests::WorkspaceFile;

use super::{all_came, begun, codes, decide, group, weighs};

pub(crate) const DAYS_OF_2019: &str = "\
 • 18 januari
 • 22 februari
 • 22 mars
 • 26 april
 • 31 maj
 • 19-20 september
 • 18 oktober
 • 15 november
 • 13 december";

pub(crate) fn heads() -> WorkspaceFile {
    group(
        "skaraborg_socialchefsgruppen",
        "Socialchefsgruppen",
        &[
            ("A.A.", "Ordförande i socialchefsgruppen", "Skövde kommun"),
            ("B.B.", "Socialchef i beredningen", "Hjo kommun"),
            ("C.C.", "Socialchef", "Skara kommun"),
            ("D.D.", "Samordnare", "Skaraborgs Kommunalförbund"),
        ],
    )
}

/// A group whose meeting of 26 April has an agenda with one matter, and notes.
fn noted() -> WorkspaceFile {
    let file = heads();
    file.done("meeting plan", &["2019", "26 april"]);
    file.done("meeting agenda", &["2019-04-26"]);
    file.done(
        "matter add",
        &[
            "rubrik=Gemensam utbildning i barnsamtal",
            "vackt_av=Socialchef",
            "arendetyp=Beslutsärende",
            "minuter=30",
        ],
    );
    file.done("matter take-up", &["1", "dagordning"]);
    file.done("meeting notes", &["dagordning"]);
    file
}

const NOTES: &str = "mötesanteckningar";

pub(crate) const DECIDED: &str = "beslut=Gruppen ställer sig bakom utbildningen.";

/// 5.4-12: a list of meeting days is read as it is written, those of two days among them.
/// 5.4-10: the beredning meets a week before; långfredagen 2019-04-19 is warned of.
#[test]
fn the_meetings_of_2019_are_planned_from_their_list_with_the_beredning_a_week_before() {
    let file = heads();
    let days = [DAYS_OF_2019];
    let planned = file.json("meeting plan", &[&["2019"], days.as_slice()].concat());
    assert_eq!(planned["added"], 18);
    let again = file.json("meeting plan", &[&["2019"], days.as_slice()].concat());
    assert_eq!((&again["added"], &again["known"]), (&0.into(), &18.into()));

    let year = file.json("meeting list", &["2019", "--on", "2018-11-01"]);
    let meetings = year["meetings"].as_array().unwrap();
    let on = |day: &str| {
        meetings
            .iter()
            .find(|meeting| meeting["day"] == day)
            .unwrap()
    };
    assert_eq!(on("2019-09-19")["until"], "2019-09-20");
    assert_eq!(on("2019-09-12")["body"], "Tjänstemannaberedningen");
    let good_friday = &on("2019-04-19")["lacks"][0];
    assert_eq!(good_friday["text"], "2019-04-19 är långfredagen.");
    assert_eq!(codes(&file, "mötesplan", "2018-11-01"), ["day-off"]);

    // The working day before is as good as the week; another day is not, and none at all is not.
    let place = |day: &str| {
        let index = meetings
            .iter()
            .position(|meeting| meeting["day"] == day)
            .unwrap();
        format!("mote:{}", index + 1)
    };
    file.done(
        "set",
        &["mötesplan", &place("2019-04-19"), "dag", "2019-04-18"],
    );
    assert_eq!(codes(&file, "mötesplan", "2018-11-01"), [""; 0]);
    file.done(
        "set",
        &["mötesplan", &place("2019-10-11"), "dag", "2019-10-14"],
    );
    assert_eq!(codes(&file, "mötesplan", "2018-11-01"), ["preparing-off"]);
    file.done("remove", &["mötesplan", &place("2019-10-11")]);
    assert_eq!(
        codes(&file, "mötesplan", "2018-11-01"),
        ["preparing-missing"]
    );
}

/// 5.4-12: a day is one meeting however often it stands in the list; what is no day of the plan's year is told, and a
/// list without any begins no plan.
#[test]
fn a_list_of_days_is_one_years_and_each_day_is_one_meeting() {
    let file = heads();
    for list in ["", "någon gång", "20/3/2026"] {
        let refused = file.refused("meeting plan", &["2027", list]);
        assert!(refused.contains("mötesdagar 2027"), "{refused}");
    }
    let year = file.json("meeting list", &["2027"]);
    assert_eq!(year["meetings"].as_array().map(Vec::len), Some(0));
    let list = "20 mars, 20/3, 20–21 mars; 31 december–2 januari";
    let planned = file.json("meeting plan", &["2027", list]);
    assert_eq!(planned["added"], 4, "two days, each with its beredning");
    let year = file.json("meeting list", &["2027"]);
    let spans: Vec<_> = year["meetings"].as_array().unwrap().iter().collect();
    let spans = spans.iter().map(|meeting| &meeting["until"]);
    let spans: Vec<_> = spans.filter(|until| *until != "").collect();
    assert_eq!(spans, ["2027-03-21", "2028-01-02"]);
}

/// 5.4-11: what is sent as information is not taken up, and is not sent before it came in.
#[test]
fn a_matter_on_an_agenda_or_not_yet_in_is_not_sent_as_information() {
    let file = noted();
    let to = ["--to", "Socialchefsgruppen"];
    let refused = file.refused("matter inform", &[&["1"], to.as_slice()].concat());
    assert!(refused.contains("står redan på"), "{refused}");
    file.done(
        "matter add",
        &["rubrik=Ny föreskrift", "inkommet=2019-03-01"],
    );
    let early = ["2", "--date", "2019-02-01"];
    let refused = file.refused("matter inform", &[early.as_slice(), &to].concat());
    assert!(refused.contains("2019-03-01"), "{refused}");
}

/// 5.4-1: matters come in with who raised them and through whom, and one sees where each has got to.
/// 5.4-11: a matter is sent as information instead of being taken up.
#[test]
fn a_matter_is_followed_from_its_coming_in_to_the_meeting_that_handles_it() {
    let file = heads();
    file.done(
        "matter add",
        &[
            "rubrik=Nationell statistik",
            "vackt_av=Ledamot i beredningen",
            "via=Samordnaren",
        ],
    );
    file.done(
        "matter add",
        &["rubrik=Ny föreskrift", "vackt_av=Kommunalförbundet"],
    );
    let states = || -> Vec<String> {
        let all = file.json("matter list", &[]);
        let state = |matter: &serde_json::Value| matter["state"].as_str().unwrap().to_owned();
        all.as_array().unwrap().iter().map(state).collect()
    };
    assert_eq!(states(), ["raised", "raised"]);
    file.done("matter inform", &["2", "--to", "Socialchefsgruppen"]);
    file.done("meeting plan", &["2019", "26 april"]);
    file.done("meeting agenda", &["2019-04-26"]);
    file.done("matter take-up", &["1", "dagordning"]);
    assert_eq!(states(), ["scheduled", "informed"]);
    // Who raised it, and through whom it came in, stands in the register and follows it to the agenda.
    for paper in ["ärendelista", "dagordning"] {
        let text = file.text(paper);
        for said in [
            "**Väckt av:** Ledamot i beredningen",
            "**Väg:** Samordnaren",
        ] {
            assert!(text.contains(said), "{said} in {text}");
        }
    }
    let refused = file.refused("matter take-up", &["1", "dagordning"]);
    assert!(refused.contains("står redan på"), "{refused}");
    file.done("meeting notes", &["dagordning"]);
    assert_eq!(states(), ["handled", "informed"]);
}

/// 5.4-1: where nobody says through whom a matter came in, it is the samordnare; those who raise matters can be chosen.
#[test]
fn a_matter_comes_in_through_the_samordnare() {
    let file = heads();
    file.done("begin", &["generell_arendelista", "2026"]);
    let fields = file.done("fields", &["ärendelista", "arende"]);
    let (_, raised) = fields.split_once("vackt_av").unwrap();
    let (raised, _) = raised.split_once("\n  via ").unwrap();
    for who in ["Socialchef", "Ledamot i beredningen", "Kommunalförbundet"] {
        assert!(raised.contains(who), "{who}: {raised}");
    }
    file.done(
        "matter add",
        &["rubrik=Ny föreskrift", "vackt_av=Kommunalförbundet"],
    );
    let text = file.text("ärendelista");
    assert!(text.contains("**Väg:** Samordnare"), "{text}");
}

/// 5.4-11: the beredning decides on type, presenter and time, and the agenda says when each matter's turn comes.
/// 2.7-4: type, presenter and time stand with each matter.
#[test]
fn the_agenda_says_when_each_matter_has_its_turn_and_whether_the_time_is_enough() {
    let file = heads();
    file.done("meeting plan", &["2019", "26 april"]);
    file.done("set", &["mötesplan", "mote:2", "tid", "kl. 09.00–10.00"]);
    file.done("meeting agenda", &["2019-04-26"]);
    for (title, minutes) in [("Statistik", "20"), ("Utbildning", "25"), ("Avtal", "15")] {
        let (title, minutes) = (format!("rubrik={title}"), format!("minuter={minutes}"));
        let own = ["dagordning", "arende", &title, &minutes];
        let decided = ["arendetyp=Dialogärende", "foredragande=C.C."];
        file.done("add", &[&own[..], &decided].concat());
    }
    let text = file.text("dagordning");
    for turn in [
        "| 1 Statistik | 09.00 | Dialogärende | C.C., Socialchef, Skara kommun | 20 |",
        "| 2 Utbildning | 09.20 | Dialogärende | C.C., Socialchef, Skara kommun | 25 |",
        "| 3 Avtal | 09.45 | Dialogärende | C.C., Socialchef, Skara kommun | 15 |",
    ] {
        assert!(text.contains(turn), "{turn} in {text}");
    }
    assert_eq!(codes(&file, "dagordning", "2019-01-01"), [""; 0]);
    file.done("set", &["dagordning", "3", "minuter", "16"]);
    let found = || codes(&file, "dagordning", "2019-01-01");
    assert_eq!(found(), ["agenda-overruns"]);
    // Of a meeting that goes on the next day it is not known how long it lasts.
    file.done("set", &["dagordning", ".", "andra_dagen", "2019-04-27"]);
    assert_eq!(found(), [""; 0]);
}

/// The plan and the call say the same of a meeting, also when one of them was changed afterwards.
#[test]
fn a_call_that_says_something_else_than_the_plan_is_told_so() {
    let file = heads();
    file.done("meeting plan", &["2019", "26 april"]);
    let agenda = begun(&file, "meeting agenda", "2019-04-26");
    file.done("add", &[&agenda, "arende", "rubrik=Avtal"]);
    let found = || codes(&file, &agenda, "2019-01-01");
    assert_eq!(found(), [""; 0]);
    for (field, value) in [
        ("dag", "2019-04-25"),
        ("tid", "kl. 13.00"),
        ("plats", "Skara"),
    ] {
        file.done("set", &["mötesplan", "mote:2", field, value]);
        assert_eq!(found(), ["plan-differs"], "{field}");
        let own = if field == "dag" { "motesdag" } else { field };
        file.done("set", &[&agenda, ".", own, value]);
        assert_eq!(found(), [""; 0], "{field}");
    }
}

/// 5.4-2: a decision says how the matter goes on, whole: information, further decision or action.
#[test]
fn a_decision_that_does_not_say_how_its_matter_goes_on_cannot_be_handed_in() {
    let file = noted();
    decide(&file, NOTES, &[DECIDED, "beslutsform=Handuppräckning"]);
    file.done("set", &[NOTES, "1", "dialog", "ja"]);
    assert_eq!(
        weighs(&file, NOTES, "further-missing").as_deref(),
        Some("blocking")
    );
    let further = |word: &str| file.done("set", &[NOTES, "beslut:1", "fortsatt", word]);
    further("Åtgärd");
    assert_eq!(
        weighs(&file, NOTES, "action-missing").as_deref(),
        Some("blocking")
    );
    file.done(
        "add",
        &[NOTES, "atgard", "--below", "1", "rubrik=Ta fram en plan"],
    );
    assert_eq!(
        weighs(&file, NOTES, "further-incomplete").as_deref(),
        Some("blocking")
    );
    for (field, value) in [
        ("ansvarig", "B.B."),
        ("senast", "2019-06-01"),
        ("aterkoppling", "på mötet i juni"),
    ] {
        file.done("set", &[NOTES, "atgard:1", field, value]);
    }
    assert_eq!(codes(&file, NOTES, "2019-04-27"), [""; 0]);
}

/// 5.4-3: money is decided by the Styrelse through the beredning, and by nobody else.
#[test]
fn a_decision_about_money_goes_to_the_board_through_the_beredning() {
    let file = noted();
    file.done("set", &["dagordning", "1", "ekonomi", "ja"]);
    assert_eq!(
        codes(&file, "dagordning", "2019-01-01"),
        ["economy-elsewhere"]
    );
    decide(
        &file,
        NOTES,
        &[
            DECIDED,
            "beslutsform=Handuppräckning",
            "ekonomi=ja",
            "fortsatt=Information",
        ],
    );
    file.done("set", &[NOTES, "1", "dialog", "ja"]);
    assert_eq!(
        weighs(&file, NOTES, "economy-route").as_deref(),
        Some("blocking")
    );
    for (field, value) in [
        ("fortsatt", "Fortsatt beslutsfattande"),
        ("vidare_till", "styrelsen"),
        ("via", "tjanstemannaberedningen"),
    ] {
        file.done("set", &[NOTES, "beslut:1", field, value]);
    }
    // The board is sent a memo, and nobody forgets it.
    assert_eq!(codes(&file, NOTES, "2019-04-27"), ["memo-missing"]);
    file.done(
        "matter memo",
        &["1", "--with", "skaraborg_missiv_styrelsen"],
    );
    assert_eq!(codes(&file, NOTES, "2019-04-27"), [""; 0]);
}

/// 5.4-2: a missiv to the beredning says how its matter goes on: information by somebody, an action with its last day and
/// how it is reported back.
#[test]
fn a_missiv_that_does_not_say_how_its_matter_goes_on_cannot_be_handed_in() {
    let file = heads();
    let to = "organ=tjanstemannaberedningen";
    file.done("matter add", &["rubrik=Utbildning", to]);
    file.done("matter memo", &["1"]);
    let missiv = "missiv";
    assert_eq!(
        weighs(&file, missiv, "too-few").as_deref(),
        Some("blocking")
    );
    let on = [missiv, "hantering", "vad=Kursen", "till=Forum Äldre"];
    file.done("add", &on);
    assert_eq!(weighs(&file, missiv, "too-few"), None);
    let lacks = || -> Vec<String> {
        let said = file.run("check", &[missiv]).stdout;
        let labels = ["Väg", "Av vem", "Senast", "Återkoppling"].into_iter();
        let is_empty = |label: &&str| said.contains(&format!("› {label}: Fältet är tomt"));
        labels.filter(is_empty).map(str::to_owned).collect()
    };
    assert_eq!(lacks(), ["Väg"]);
    for (way, asked) in [
        ("Information", &["Av vem"][..]),
        ("Åtgärd", &["Senast", "Återkoppling"]),
        ("Fortsatt beslutsfattande", &[]),
        ("Styrelsen via beredningen", &[]),
    ] {
        file.done("set", &[missiv, "hantering:1", "vag", way]);
        assert_eq!(lacks(), asked, "{way}");
    }
}

/// 5.4-4: a decision is preceded by dialogue. 5.4-5: the notes say how it was taken.
#[test]
fn dialogue_and_the_way_of_deciding_are_asked_for() {
    let file = noted();
    decide(
        &file,
        NOTES,
        &[
            DECIDED,
            "fortsatt=Information",
            "till_vem=alla forum",
            "av_vem=Samordnaren",
        ],
    );
    assert_eq!(
        codes(&file, NOTES, "2019-04-27"),
        ["decided-by-missing", "dialogue-missing"]
    );
    file.done("set", &[NOTES, "1", "dialog", "ja"]);
    file.done(
        "set",
        &[NOTES, "beslut:1", "beslutsform", "Handuppräckning"],
    );
    assert_eq!(codes(&file, NOTES, "2019-04-27"), [""; 0]);
}

/// 5.4-6: whoever was absent is asked with a last day, and no reply counts as consent when it has passed.
#[test]
fn who_was_absent_is_asked_and_silence_is_consent() {
    let file = noted();
    decide(
        &file,
        NOTES,
        &[
            DECIDED,
            "beslutsform=Handuppräckning",
            "enhalligt=ja",
            "fortsatt=Information",
            "till_vem=alla forum",
            "av_vem=Samordnaren",
        ],
    );
    file.done("set", &[NOTES, "1", "dialog", "ja"]);
    all_came(&file, NOTES, 5..=16);
    let refused = || file.refused("meeting ask", &[NOTES, "beslut:1"]);
    assert!(refused().contains("Ingen var frånvarande"));
    file.done("set", &[NOTES, "narvaro:3", "narvaro", "Frånvarande"]);
    assert_eq!(codes(&file, NOTES, "2019-04-27"), ["poll-missing"]);
    file.done("meeting ask", &[NOTES, "beslut:1"]);
    assert_eq!(codes(&file, NOTES, "2019-04-27"), [""; 0]);

    let poll = "svarssammanställning";
    assert!(
        file.text(poll)
            .contains("Gruppen ställer sig bakom utbildningen.")
    );
    file.done("set", &[poll, ".", "sista_svarsdag", "2019-05-10"]);
    file.done("set", &[poll, ".", "datum", "2019-05-10"]);
    assert!(!file.text(poll).contains("Bifall (uteblivet svar)"));
    assert_eq!(codes(&file, poll, "2019-05-10"), ["poll-open"]);
    file.done("set", &[poll, ".", "datum", "2019-05-13"]);
    assert!(file.text(poll).contains("Bifall (uteblivet svar)"));
    assert_eq!(codes(&file, poll, "2019-05-13"), [""; 0]);
    file.done("set", &[poll, "svar:1", "svar", "Avslag"]);
    file.done("set", &[poll, "svar:1", "dag", "2019-05-12"]);
    assert!(!file.text(poll).contains("Bifall (uteblivet svar)"));
    assert_eq!(codes(&file, poll, "2019-05-13"), ["reply-late"]);
}

/// 5.4-13: the beredning offers to take part from elsewhere, and an agenda of its own that does not say how is told so;
/// the group's own meetings are in a room.
#[test]
fn the_beredning_offers_to_take_part_from_elsewhere() {
    let file = heads();
    file.done("meeting plan", &["2019", "26 april"]);
    let prepares = begun(&file, "meeting agenda", "2019-04-19");
    assert_eq!(
        weighs(&file, &prepares, "link-missing").as_deref(),
        Some("hint")
    );
    let link = "https://moten.example.org/beredningen";
    file.done("set", &[&prepares, ".", "lank", link]);
    assert_eq!(weighs(&file, &prepares, "link-missing"), None);
    assert!(file.text(&prepares).contains(link));
    let own = begun(&file, "meeting agenda", "2019-04-26");
    assert_eq!(weighs(&file, &own, "link-missing"), None);
}

/// 5.4-2: open actions are seen across meetings, with what is late, until somebody says what came of them.
#[test]
fn what_was_promised_stays_open_until_somebody_says_what_came_of_it() {
    let file = noted();
    for (title, last) in [
        ("Fråga kommunerna", "2019-05-10"),
        ("Ta fram en plan", "2019-06-01"),
    ] {
        let (title, last) = (format!("rubrik={title}"), format!("senast={last}"));
        file.done(
            "add",
            &[
                NOTES,
                "atgard",
                "--below",
                "1",
                &title,
                &last,
                "ansvarig=B.B.",
            ],
        );
    }
    let open = |day: &str| -> Vec<(String, i64)> {
        let all = file.json("actions", &["--on", day]);
        let action = |action: &serde_json::Value| {
            let title = action["title"].as_str().unwrap().to_owned();
            (title, action["days"].as_i64().unwrap())
        };
        all.as_array().unwrap().iter().map(action).collect()
    };
    let both = [
        ("Fråga kommunerna".to_owned(), -4),
        ("Ta fram en plan".to_owned(), 18),
    ];
    assert_eq!(open("2019-05-14"), both);
    file.done("close", &["Fråga kommunerna", "--why", "Alla har svarat."]);
    assert_eq!(open("2019-05-14"), both[1..]);
    let all = file.done("actions", &["--all"]);
    assert!(all.contains("klar"), "{all}");
    let found = file.done("search", &["Ta fram en plan"]);
    assert!(found.contains("Mötesanteckningar"), "{found}");
}
