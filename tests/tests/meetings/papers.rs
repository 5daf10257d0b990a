//! What stands on a call and on notes, whoever writes them: the words of the domain, on the templates that are shipped.

use missiv_tests::WorkspaceFile;

use super::{begun, decide, group};

/// A body with its words for the same things.
struct Body {
    profile: &'static str,
    chair: &'static str,
    writer: &'static str,
    /// Its kind for a matter, as a heading has it.
    matter: &'static str,
    /// A decision as one types it, and how it prints.
    decision: (&'static str, &'static str),
    /// The field of who has read or signed.
    read: &'static str,
    /// Who takes the notes, as the paper has it.
    pen: &'static str,
}

const BODIES: [Body; 3] = [
    Body {
        profile: "halland",
        chair: "Ordförande",
        writer: "Processtöd",
        matter: "Ärende",
        decision: (
            "punkter=Taktisk grupp beslutar att\nställa sig bakom planen",
            "ställa sig bakom planen",
        ),
        read: "justerat",
        pen: "Sekreterare",
    },
    Body {
        profile: "skaraborg_socialchefsgruppen",
        chair: "Ordförande i socialchefsgruppen",
        writer: "Sekreterare",
        matter: "Ärende",
        decision: ("beslut=Gruppen är med.", "**Beslut:** Gruppen är med."),
        read: "granskat",
        pen: "Sekreterare",
    },
    Body {
        profile: "fyrbodal",
        chair: "Ordförande",
        writer: "Tjänsteperson på kommunalförbundet",
        matter: "Punkt",
        decision: (
            "beslut=Nätverket är med.",
            "**Ställningstagande:** Nätverket är med.",
        ),
        read: "granskat",
        pen: "Vid pennan",
    },
];

/// The first two huvudmän of each profile in these tests.
fn members(profile: &str) -> [&'static str; 2] {
    match profile {
        "halland" => ["Falkenbergs kommun", "Hylte kommun"],
        "fyrbodal" => ["Orusts kommun", "Tanums kommun"],
        _ => ["Hjo kommun", "Tibro kommun"],
    }
}

/// A body whose meeting of 4 March has a call.
fn called(body: &Body) -> (WorkspaceFile, String) {
    let [first, second] = members(body.profile);
    let people = [
        ("A.A.", body.chair, first),
        ("B.B.", body.writer, second),
        ("C.C.", "Ledamot", second),
    ];
    let file = group(body.profile, "Gruppen", &people);
    let planned = file.json("meeting plan", &["2026", "4 mars"]);
    // The last of those that are planned is the body's own; the one before it prepares it.
    let meeting = format!("mote:{}", planned["added"]);
    for (field, value) in [("tid", "kl. 09.00–12.00"), ("plats", "Kommunhuset")] {
        file.done("set", &["mötesplan", &meeting, field, value]);
    }
    let agenda = begun(&file, "meeting agenda", "2026-03-04");
    (file, agenda)
}

/// 2.7-1: a call says when and where, who leads and who writes.
#[test]
fn a_call_says_when_and_where_who_leads_and_who_writes() {
    for body in &BODIES {
        let (file, agenda) = called(body);
        for (field, who) in [("ordforande", "A.A."), ("sekreterare", "B.B.")] {
            let field = match (body.profile, field) {
                ("fyrbodal", "sekreterare") => "tjansteperson",
                _ => field,
            };
            file.done("set", &[&agenda, ".", field, who]);
        }
        let text = file.text(&agenda);
        let whole = [
            "**Mötesdag:** 2026-03-04",
            "**Tid:** kl. 09.00–12.00",
            "**Plats:** Kommunhuset",
        ];
        for said in whole {
            assert!(text.contains(said), "{}: {said} in {text}", body.profile);
        }
        for who in ["A.A., ", "B.B., "] {
            assert!(text.contains(who), "{}: {who} in {text}", body.profile);
        }
        for (field, label) in [("tid", "Tid"), ("plats", "Plats")] {
            file.done("set", &[&agenda, ".", field, "--clear"]);
            let said = file.run("check", &[&agenda]).stdout;
            let lack = format!("{label}: Fältet är tomt");
            assert!(said.contains(&lack), "{}: {said}", body.profile);
        }
    }
}

/// 2.7-1: a call lists those who are called, in their offices, and who comes in their place.
#[test]
fn a_call_lists_members_their_substitutes_and_others() {
    let people = [
        ("A.L.", "Ordförande", "Falkenbergs kommun"),
        ("E.E.", "Ersättare", "Falkenbergs kommun"),
        (
            "R.R.",
            "Representant på strategisk nivå",
            "Falkenbergs kommun",
        ),
    ];
    let file = group("halland", "Taktisk grupp Äldre", &people);
    file.done("set", &["gruppen", "person:1", "ersattare", "E.E."]);
    file.done("meeting plan", &["2026", "4 mars"]);
    let call = file.text(&begun(&file, "meeting agenda", "2026-03-04"));
    let row = |said: &str| call.lines().any(|line| line.starts_with(said));
    for said in [
        "| Ordförande | A.L. | Falkenbergs kommun | E.E.",
        "| Ersättare | E.E. | Falkenbergs kommun |",
        "| Representant på strategisk nivå | R.R. | Falkenbergs kommun |",
    ] {
        assert!(row(said), "{said}: {call}");
    }
}

/// 2.7-3: each matter of a call has its number and the diarienummer that it was given.
#[test]
fn a_matter_has_its_number_and_its_diarienummer() {
    for body in &BODIES {
        let (file, agenda) = called(body);
        file.done("matter add", &["rubrik=Öppnande"]);
        file.done("matter add", &["rubrik=Ny rutin", "diarienummer=2026/041"]);
        for number in ["1", "2"] {
            file.done("matter take-up", &[number, &agenda]);
        }
        let text = file.text(&agenda);
        let heading = format!("## {} 2 Ny rutin\n", body.matter);
        let own = text.split_once(&heading).map_or("", |(_, own)| own);
        let own = own.split("\n## ").next().unwrap();
        assert!(own.contains("2026/041"), "{}: {text}", body.profile);
    }
}

/// The diarienummer stands in the notes too, for whoever looks for the matter afterwards.
#[test]
fn a_matter_keeps_its_diarienummer_in_the_notes() {
    for body in &BODIES {
        let (file, agenda) = called(body);
        file.done("matter add", &["rubrik=Ny rutin", "diarienummer=2026/041"]);
        file.done("matter take-up", &["1", &agenda]);
        let notes = begun(&file, "meeting notes", &agenda);
        let text = file.text(&notes);
        assert!(text.contains("2026/041"), "{}: {text}", body.profile);
    }
}

/// The register says where a matter has got to without anybody writing it there, until somebody does.
#[test]
fn the_register_shows_where_each_matter_has_got_to() {
    for body in &BODIES {
        let (file, agenda) = called(body);
        for title in ["Ny rutin", "Gammal rutin", "En fråga", "Ett utskick"] {
            file.done("matter add", &[&format!("rubrik={title}")]);
        }
        let shows = |title: &str, words: &str| {
            let text = file.text("ärendelista");
            let row = format!("| {words} |");
            let mut rows = text.lines().filter(|line| line.contains(title));
            assert!(
                rows.any(|line| line.contains(&row)),
                "{}: {title} {words} in {text}",
                body.profile
            );
        };
        shows("Ny rutin", "Inkommet");
        file.done("matter take-up", &["1", &agenda]);
        file.done("matter take-up", &["2", &agenda]);
        file.done("matter inform", &["4", "--to", "alla"]);
        shows("Ny rutin", "Tas upp på möte");
        shows("En fråga", "Inkommet");
        shows("Ett utskick", "Skickat som information");
        file.done("meeting notes", &[&agenda]);
        shows("Ny rutin", "Behandlat på möte");
        file.done("set", &["ärendelista", "2", "lage", "Bereds"]);
        shows("Gammal rutin", "Bereds");
    }
}

/// A bilaga belongs to its matter, and goes along with the call.
#[test]
fn a_bilaga_is_listed_with_its_matter() {
    for body in &BODIES {
        let (file, agenda) = called(body);
        for title in ["Öppnande", "Ny rutin"] {
            file.done("matter add", &[&format!("rubrik={title}")]);
        }
        for number in ["1", "2"] {
            file.done("matter take-up", &[number, &agenda]);
        }
        let pdf = file.pdf("mötesplan", "rutinen.pdf");
        let pdf = pdf.to_string_lossy();
        file.done("attach", &[&agenda, &pdf, "--object", "Ny rutin"]);
        let text = file.text(&agenda);
        let own = text.split_once(" 2 Ny rutin\n").map_or("", |(_, own)| own);
        assert!(own.contains("rutinen"), "{}: {text}", body.profile);
        let folder = file.place.path("ut");
        std::fs::create_dir_all(&folder).unwrap();
        let exported = file.json("export", &[&agenda, &folder.to_string_lossy()]);
        let beside = exported["attachments"].as_array().unwrap();
        assert_eq!(beside.len(), 1, "{}: {exported}", body.profile);
    }
}

/// 2.7-5: the notes say when and where, and of each municipality whether it was there, from elsewhere, by a substitute or
/// not at all.
#[test]
fn notes_say_of_each_municipality_whether_it_was_there() {
    for body in &BODIES {
        let (file, agenda) = called(body);
        let notes = begun(&file, "meeting notes", &agenda);
        let text = file.text(&notes);
        for said in ["**Tid:** kl. 09.00–12.00", "**Plats:** Kommunhuset"] {
            assert!(text.contains(said), "{}: {said} in {text}", body.profile);
        }
        let row = |number: usize| {
            let text = file.text(&notes);
            let rows = text.split("\n## Deltagare\n").nth(number);
            let row = rows.and_then(|row| row.split("\n## ").next());
            row.map(str::to_owned)
                .unwrap_or_else(|| panic!("{}: {text}", body.profile))
        };
        let [first, _] = members(body.profile);
        assert!(row(1).contains(first), "{}: {}", body.profile, row(1));
        for word in [
            "Närvarande",
            "Närvarande på distans",
            "Ersättare",
            "Frånvarande",
        ] {
            file.done("set", &[&notes, "narvaro:1", "narvaro", word]);
            let said = format!("**Närvaro:** {word}\n");
            assert!(row(1).contains(&said), "{}: {}", body.profile, row(1));
        }
    }
}

/// 2.7-5: of a municipality that the group knows nobody of, the notes do not say that it was there until somebody does.
#[test]
fn a_municipality_that_nobody_is_known_of_was_not_there() {
    for body in &BODIES {
        let (file, agenda) = called(body);
        let notes = begun(&file, "meeting notes", &agenda);
        let text = file.text(&notes);
        let rows = text.split("\n## Deltagare\n").skip(1);
        let alone = rows.filter(|row| !row.contains("**Deltagare:**"));
        let mut count = 0;
        for row in alone {
            let row = row.split("\n## ").next().unwrap();
            assert!(!row.contains("Närvarande"), "{}: {row}", body.profile);
            count += 1;
        }
        assert!(count > 3, "{}: {text}", body.profile);
    }
}

/// 2.7-6: of each matter its title, what was noted, what was decided, and who does what by when.
/// 2.7-7: the next meeting. 2.7-8: who took the notes, and who has read them.
#[test]
fn notes_have_what_was_noted_decided_and_promised_of_each_matter() {
    for body in &BODIES {
        let (file, agenda) = called(body);
        file.done("matter add", &["rubrik=Ny rutin"]);
        file.done("matter take-up", &["1", &agenda]);
        let notes = begun(&file, "meeting notes", &agenda);
        file.done("set", &[&notes, "1", "noterat", "Rutinen prövas."]);
        decide(&file, &notes, &[body.decision.0]);
        let promised = ["rubrik=Ringa runt", "ansvarig=B.B.", "senast=2026-04-01"];
        let own = [&notes, "atgard", "--below", "1"];
        file.done("add", &[&own[..], &promised].concat());
        file.done("set", &[&notes, ".", "nasta_mote", "2026-05-20"]);
        let row = format!("A.A.; {}; 2026-03-10", body.chair);
        file.done("set", &[&notes, ".", body.read, &row]);
        let pen = match body.profile {
            "fyrbodal" => "tjansteperson",
            _ => "sekreterare",
        };
        file.done("set", &[&notes, ".", pen, "B.B."]);
        let text = file.text(&notes);
        let matter = format!("## {} 1 Ny rutin\n", body.matter);
        let read = format!("| {} | 2026-03-10 |", body.chair);
        let pen = format!("**{}:** B.B., {}", body.pen, body.writer);
        for said in [
            matter.as_str(),
            "**Noterat:** Rutinen prövas.",
            body.decision.1,
            "**Klart senast:** 2026-04-01",
            "| Å1.1 Ringa runt | B.B., ",
            "## Nästa möte\n\n2026-05-20",
            &read,
            &pen,
        ] {
            assert!(text.contains(said), "{}: {said} in {text}", body.profile);
        }
    }
}
