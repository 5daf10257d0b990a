//! One violation of each rule that a mandate sets, against the profiles that are shipped: what keeps the rule is silent,
//! and one command breaks it. A rule that somebody takes out of a profile fails here.

use std::fs;

use missiv_tests::{Group, root};

/// A rule of people or terms, kept and then broken.
struct Rule {
    profile: &'static str,
    /// People: name, office, and more fields with a bar between them.
    people: &'static [[&'static str; 3]],
    /// The command that breaks it.
    breaks: (&'static str, &'static [&'static str]),
    code: &'static str,
    /// What the sentence has in it.
    says: &'static str,
}

pub(crate) const SUG: &str = "skaraborg_sug";
pub(crate) const FORA: &str = "skaraborg_fora";
pub(crate) const HEADS: &str = "skaraborg_socialchefsgruppen";
pub(crate) const NETWORK: &str = "fyrbodal";
pub(crate) const HALLAND: &str = "halland";

const YEAR_FROM: &str = "start=2026-01-01|slut=2026-12-31";
const TWO_FROM: &str = "start=2026-01-01|slut=2027-12-31";
const PREPARES: &str = "beredning=ja|start=2026-01-01|slut=2027-12-31";
const LONGER: &str = "beredning=ja|start=2026-01-01|slut=2028-10-31";

const RULES: [Rule; 21] = [
    Rule {
        profile: HALLAND,
        people: &[["A.A.", "Ordförande", ""]],
        breaks: ("remove", &["person:1"]),
        code: "office-vacant",
        says: "Ordförande saknas i gruppen.",
    },
    Rule {
        profile: HALLAND,
        people: &[["A.A.", "Ordförande", ""], ["B.B.", "Vice ordförande", ""]],
        breaks: ("remove", &["person:2"]),
        code: "office-vacant",
        says: "Vice ordförande saknas i gruppen.",
    },
    Rule {
        profile: SUG,
        people: &[["A.A.", "Ordförande", ""]],
        breaks: ("remove", &["person:1"]),
        code: "office-vacant",
        says: "Ordförande saknas i gruppen.",
    },
    Rule {
        profile: SUG,
        people: &[["A.A.", "Ordförande", YEAR_FROM]],
        breaks: ("set", &["person:1", "slut", "2027-06-30"]),
        code: "term-long",
        says: "längre än ett år",
    },
    Rule {
        profile: SUG,
        people: &[["A.A.", "Ledamot i beredningen", TWO_FROM]],
        breaks: ("set", &["person:1", "slut", "2028-06-30"]),
        code: "term-long",
        says: "längre än två år",
    },
    Rule {
        profile: SUG,
        people: &[
            ["A.A.", "Socialtjänststrateg", "beredning=ja"],
            ["B.B.", "Ledamot i beredningen", "beredning=ja"],
            ["C.C.", "Ledamot i beredningen", "beredning=ja"],
        ],
        breaks: ("set", &["person:1", "roll", "Ledamot i beredningen"]),
        code: "membership-count",
        says: "med rollen Socialtjänststrateg. Det ska vara 1.",
    },
    Rule {
        profile: SUG,
        people: &[
            ["A.A.", "Socialtjänststrateg", PREPARES],
            ["B.B.", "Ledamot i beredningen", PREPARES],
            ["C.C.", "Ledamot i beredningen", LONGER],
        ],
        breaks: ("set", &["person:3", "slut", "2027-12-31"]),
        code: "leave-together",
        says: "slutar 2027-12-31",
    },
    Rule {
        profile: SUG,
        people: &[[
            "A.A.",
            "Kommunrepresentant",
            "start=2026-01-01|utsedd_av=Förvaltningschefen",
        ]],
        breaks: ("set", &["person:1", "utsedd_av", "--clear"]),
        code: "appointment-unsaid",
        says: "Vem som utsåg A.A. framgår inte.",
    },
    Rule {
        profile: FORA,
        people: &[["A.A.", "Ordförande", ""]],
        breaks: ("remove", &["person:1"]),
        code: "office-vacant",
        says: "Ordförande saknas i gruppen.",
    },
    Rule {
        profile: FORA,
        people: &[["A.A.", "Ordförande", YEAR_FROM]],
        breaks: ("set", &["person:1", "slut", "2027-06-30"]),
        code: "term-long",
        says: "längre än ett år",
    },
    Rule {
        profile: FORA,
        people: &[["A.A.", "Ledamot i beredningen", TWO_FROM]],
        breaks: ("set", &["person:1", "slut", "2028-06-30"]),
        code: "term-long",
        says: "längre än två år",
    },
    Rule {
        profile: FORA,
        people: &[
            ["A.A.", "Utvecklingsledare", "beredning=ja"],
            ["B.B.", "Ledamot i beredningen", "beredning=ja"],
            ["C.C.", "Ledamot i beredningen", "beredning=ja"],
        ],
        breaks: ("remove", &["person:3"]),
        code: "membership-count",
        says: "2 personer. Det ska vara 3.",
    },
    Rule {
        profile: FORA,
        people: &[
            ["A.A.", "Utvecklingsledare", "beredning=ja"],
            ["B.B.", "Ledamot i beredningen", "beredning=ja"],
            ["C.C.", "Ledamot i beredningen", "beredning=ja"],
        ],
        breaks: ("set", &["person:1", "roll", "Ledamot i beredningen"]),
        code: "membership-count",
        says: "med rollen Utvecklingsledare. Det ska vara minst 1.",
    },
    Rule {
        profile: FORA,
        people: &[
            ["A.A.", "Utvecklingsledare", PREPARES],
            ["B.B.", "Ledamot i beredningen", PREPARES],
            ["C.C.", "Ledamot i beredningen", LONGER],
        ],
        breaks: ("set", &["person:3", "slut", "2027-12-31"]),
        code: "leave-together",
        says: "slutar 2027-12-31",
    },
    Rule {
        profile: FORA,
        people: &[[
            "A.A.",
            "Kommunrepresentant",
            "start=2026-01-01|utsedd_av=Förvaltningschefen",
        ]],
        breaks: ("set", &["person:1", "start", "--clear"]),
        code: "appointment-unsaid",
        says: "Det står inte när A.A. utsågs.",
    },
    Rule {
        profile: HEADS,
        people: &[["A.A.", "Ordförande i socialchefsgruppen", TWO_FROM]],
        breaks: ("set", &["person:1", "slut", "2028-06-30"]),
        code: "term-long",
        says: "längre än två år",
    },
    Rule {
        profile: HEADS,
        people: &[["A.A.", "Vice ordförande i socialchefsgruppen", TWO_FROM]],
        breaks: ("set", &["person:1", "slut", "2028-06-30"]),
        code: "term-long",
        says: "längre än två år",
    },
    Rule {
        profile: HEADS,
        people: &[["A.A.", "Vice ordförande i socialchefsgruppen", ""]],
        breaks: ("remove", &["person:1"]),
        code: "office-vacant",
        says: "Vice ordförande i socialchefsgruppen saknas i gruppen.",
    },
    Rule {
        profile: HEADS,
        people: &[["A.A.", "Samordnare", ""]],
        breaks: ("remove", &["person:1"]),
        code: "membership-count",
        says: "med rollen Samordnare. Det ska vara 1.",
    },
    Rule {
        profile: NETWORK,
        people: &[["A.A.", "Ordförande", ""]],
        breaks: ("remove", &["person:1"]),
        code: "office-vacant",
        says: "Ordförande saknas i gruppen.",
    },
    Rule {
        profile: NETWORK,
        people: &[["A.A.", "Ersättare", "start=2026-01-08|utsedd_av=Nämnden"]],
        breaks: ("set", &["person:1", "utsedd_av", "--clear"]),
        code: "appointment-unsaid",
        says: "Vem som utsåg A.A. framgår inte.",
    },
];

/// 5.1-13, 5.1-14, 5.2-4, 5.2-5, 5.2-8, 5.3-6, 5.4-8, 5.4-9, 5.5-6, 5.5-7: offices, terms, and who prepares.
#[test]
fn each_rule_of_people_is_kept_and_then_broken() {
    for rule in &RULES {
        let group = Group::new(rule.profile);
        for [name, office, fields] in rule.people {
            let fields: Vec<&str> = fields.split('|').filter(|one| !one.is_empty()).collect();
            group.person(name, office, &fields);
        }
        let says = |group: &Group| {
            let found = group.found("2026-03-01");
            let mut own = found.iter().filter(|(code, _)| code == rule.code);
            own.any(|(_, text)| text.contains(rule.says))
        };
        assert!(!says(&group), "{}: {} too early", rule.profile, rule.says);
        let (command, args) = rule.breaks;
        group.file.done(command, &[&["gruppen"], args].concat());
        assert!(
            says(&group),
            "{}: {:?} has no {}",
            rule.profile,
            group.found("2026-03-01"),
            rule.says
        );
    }
}

/// 5.5-6: the chair of each committee takes part; and so in the tactical groups, where every huvudman has somebody.
#[test]
fn a_huvudman_that_nobody_represents_is_named() {
    for profile in [HALLAND, NETWORK] {
        let group = Group::new(profile);
        let parties = principals(profile);
        for party in &parties {
            group.person("A.A.", "Ledamot", &[&format!("organisation={party}")]);
        }
        let unrepresented = || {
            let found = group.found("2026-03-01").into_iter();
            found
                .filter(|(code, _)| code == "party-unrepresented")
                .map(|(_, text)| text)
                .collect::<Vec<_>>()
        };
        assert_eq!(unrepresented(), [""; 0], "{profile}");
        group.file.done("remove", &["gruppen", "person:2"]);
        let said = unrepresented();
        assert!(
            said.len() == 1 && said[0].contains(&parties[1]),
            "{profile}: {said:?}"
        );
    }
}

/// A field of a planned meeting, and what is said where it is empty.
type Lack = (&'static str, &'static str);

/// A meeting of a body has all that its profile asks for, and then lacks one thing.
/// 5.1-8, 5.2-7, 5.2-10, 5.3-8, 5.3-9, 5.5-10, 5.5-12: call, place, link and fika before it, the notes after it.
#[test]
fn what_each_body_s_meetings_need_is_asked_for() {
    const CALLED: Lack = ("kallad", "Kallelsen till mötet 2026-02-13 är inte skickad.");
    const PLACE: Lack = ("plats", "Mötet 2026-02-13 har ingen lokal.");
    const LINK: Lack = (
        "lank",
        "Mötet 2026-02-13 har ingen länk för dem som deltar digitalt.",
    );
    const ARRANGED: Lack = (
        "ordnat",
        "Allt är inte ordnat till mötet 2026-02-13, till exempel lokal och fika.",
    );
    const OUT: Lack = (
        "publicerad",
        "Anteckningarna från mötet 2026-02-13 är inte publicerade eller utskickade.",
    );
    let bodies: [(&str, &str, &[Lack], &[Lack]); 5] = [
        (HALLAND, "mote:1", &[CALLED, PLACE], &[]),
        (SUG, "mote:1", &[CALLED, PLACE, ARRANGED], &[OUT]),
        (FORA, "mote:1", &[CALLED, PLACE, ARRANGED], &[OUT]),
        // The first of the two is the one that prepares it.
        (HEADS, "mote:2", &[CALLED, PLACE], &[]),
        (NETWORK, "mote:1", &[CALLED, PLACE, LINK], &[OUT]),
    ];
    for (profile, meeting, before, after) in bodies {
        let file = Group::new(profile).file;
        file.done("meeting plan", &["2026", "13 februari"]);
        let lacks = |day: &str| {
            let year = file.json("meeting list", &["2026", "--on", day]);
            let meetings = year["meetings"].as_array().unwrap();
            let held = meetings.iter().find(|one| one["day"] == "2026-02-13");
            let lacks = held.unwrap()["lacks"].as_array().unwrap().iter();
            lacks
                .map(|lack| lack["text"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        let fields = [
            ("kallad", "2026-01-30"),
            ("plats", "Kommunhuset"),
            ("lank", "https://moten.example.org/1"),
            ("ordnat", "ja"),
            ("publicerad", "2026-02-18"),
        ];
        for (field, value) in fields {
            file.done("set", &["mötesplan", meeting, field, value]);
        }
        for (day, all) in [("2026-02-06", before), ("2026-02-20", after)] {
            assert_eq!(lacks(day), [""; 0], "{profile}");
            for (field, value) in fields {
                file.done("set", &["mötesplan", meeting, field, "--clear"]);
                let wanted = all.iter().filter(|(asked, _)| *asked == field);
                let wanted: Vec<&str> = wanted.map(|(_, says)| *says).collect();
                assert_eq!(lacks(day), wanted, "{profile} without {field}");
                file.done("set", &["mötesplan", meeting, field, value]);
            }
        }
    }
}

/// 5.2-10, 5.3-9, 5.1-8, 5.5-8: who calls to a body's meetings is told that it is time.
#[test]
fn who_calls_to_a_meeting_is_told_so() {
    for (profile, meeting, caller) in [
        (HALLAND, "mote:1", "processtöd"),
        (SUG, "mote:1", "socialtjänststrateg"),
        (FORA, "mote:1", "utvecklingsledare"),
        (HEADS, "mote:2", "samordnare"),
        (NETWORK, "mote:1", "tjänsteperson på kommunalförbundet"),
    ] {
        let file = Group::new(profile).file;
        file.done("meeting plan", &["2026", "13 februari"]);
        let hints = || {
            let checked = file.run("check", &["mötesplan", "--on", "2026-02-06", "--json"]);
            let found = checked.json();
            let all = found[0]["findings"].as_array().unwrap().clone();
            let lacks = all.iter().filter(|found| found["code"] == "meeting-lacks");
            lacks
                .map(|found| found["hint"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        let is_told = |hints: &[String]| hints.iter().any(|hint| hint.contains(caller));
        assert!(is_told(&hints()), "{profile}: {:?}", hints());
        file.done("set", &["mötesplan", meeting, "kallad", "2026-01-30"]);
        assert!(!is_told(&hints()), "{profile}: {:?}", hints());
    }
}

/// 5.1-8, 5.2-7, 5.3-8, 5.4-8, 5.5-8: an agenda begins with who leads the meeting on its day, and who writes where that is
/// an office; who held it before does not stand there.
#[test]
fn an_agenda_begins_with_who_leads_and_who_writes_that_day() {
    for (profile, chair, writer) in [
        (HALLAND, "Ordförande", Some("Processtöd")),
        (SUG, "Ordförande", None),
        (FORA, "Ordförande", None),
        (HEADS, "Ordförande i socialchefsgruppen", None),
        (
            NETWORK,
            "Ordförande",
            Some("Tjänsteperson på kommunalförbundet"),
        ),
    ] {
        let group = Group::new(profile);
        let offices = [Some(chair), writer];
        for (at, office) in offices.iter().flatten().enumerate() {
            let (before, now) = (["O.O.", "P.P."][at], ["A.A.", "B.B."][at]);
            group.person(before, office, &["slut=2025-12-31"]);
            group.person(now, office, &["start=2026-01-01"]);
        }
        group.file.done("meeting plan", &["2026", "13 februari"]);
        let begun = group.file.json("meeting agenda", &["2026-02-13"]);
        let call = group.file.text(begun["args"]["id"].as_str().unwrap());
        // The list of those who are called, last on a call, has everybody.
        let head = call.split("\n## Kallade").next().unwrap();
        for (who, wanted) in [
            ("A.A.", true),
            ("B.B.", writer.is_some()),
            ("O.O.", false),
            ("P.P.", false),
        ] {
            assert_eq!(head.contains(who), wanted, "{profile}: {who} in {head}");
        }
    }
}

/// The huvudmän of a profile, by name.
fn principals(profile: &str) -> Vec<String> {
    let path = root().join(format!("assets/profiles/{profile}/profile.toml"));
    let known: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let parties = known["party"].as_array().unwrap().iter();
    let own = parties.filter(|party| party["principal"].as_bool() == Some(true));
    own.map(|party| party["name"].as_str().unwrap().to_owned())
        .collect()
}
