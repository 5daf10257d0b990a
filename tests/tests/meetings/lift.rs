//! A matter that is lifted to another body: the missiv goes to that body, through whom the mandate says, as the type of
//! matter that it is, and what was written of the matter is its background.

use missiv_tests::WorkspaceFile;

use super::{begun, group};

/// A body of a group's, and the way to another.
struct Way {
    /// The row of docs/coverage.md.
    id: &'static str,
    profile: &'static str,
    to: &'static str,
    /// The template, where the profile has several.
    template: &'static str,
    recipient: &'static str,
    via: &'static str,
}

const TYPES: [&str; 3] = ["Informationsärende", "Dialogärende", "Beslutsärende"];

/// The words that a memo has for the three types, in their order: an organisation may have its own.
fn words(profile: &str) -> [&'static str; 3] {
    match profile {
        "fyrbodal" => ["Kännedom", "Diskussion", "Beslut"],
        _ => TYPES,
    }
}

#[test]
fn a_matter_is_lifted_to_each_body_by_its_way() {
    let ways = [
        Way {
            id: "5.1-15",
            profile: "halland",
            to: "strategisk_niva",
            template: "halland_missiv_beslutsunderlag",
            recipient: "Strategisk nivå",
            via: "Strategisk nivås administrativa stöd",
        },
        Way {
            id: "5.2-6",
            profile: "skaraborg_sug",
            to: "tjanstemannaberedningen",
            template: "skaraborg_missiv_beredning",
            recipient: "Tjänstemannaberedningen",
            via: "Samordnaren",
        },
        Way {
            id: "5.3-3",
            profile: "skaraborg_fora",
            to: "vardsamverkansgruppen",
            template: "skaraborg_missiv_beredning",
            recipient: "Vårdsamverkansgruppen",
            via: "Utvecklingsledaren",
        },
        Way {
            id: "5.3-7",
            profile: "skaraborg_fora",
            to: "tjanstemannaberedningen",
            template: "skaraborg_missiv_beredning",
            recipient: "Tjänstemannaberedningen",
            via: "Samordnaren",
        },
        Way {
            id: "5.3-9",
            profile: "skaraborg_fora",
            to: "socialchefsgruppen",
            template: "skaraborg_missiv_beredning",
            recipient: "Socialchefsgruppen",
            via: "Tjänstemannaberedningen",
        },
        Way {
            id: "5.4-2",
            profile: "skaraborg_socialchefsgruppen",
            to: "tjanstemannaberedningen",
            template: "skaraborg_missiv_beredning",
            recipient: "Tjänstemannaberedningen",
            via: "Samordnaren",
        },
        Way {
            id: "5.4-3",
            profile: "skaraborg_socialchefsgruppen",
            to: "styrelsen",
            template: "skaraborg_missiv_styrelsen",
            recipient: "Styrelsen för Skaraborgs Kommunalförbund",
            via: "Tjänstemannaberedningen",
        },
        Way {
            id: "5.5-4",
            profile: "fyrbodal",
            to: "direktionen",
            template: "fyrbodal_missiv_direktionen",
            recipient: "Direktionen för Fyrbodals kommunalförbund",
            via: "Kommunalförbundets tjänsteperson",
        },
        Way {
            id: "5.5-5",
            profile: "fyrbodal",
            to: "delregionalt_sro",
            template: "fyrbodal_missiv_direktionen",
            recipient: "Delregionalt SRO, vårdsamverkan Fyrbodal",
            via: "Kommunalförbundets tjänsteperson",
        },
    ];
    for way in &ways {
        let file = group(way.profile, "Gruppen", &[]);
        for (at, (kind, word)) in TYPES.iter().zip(words(way.profile)).enumerate() {
            raise(&file, way.to, kind);
            let memo = lifted(&file, &(at + 1).to_string());
            assert_eq!(memo.template, way.template, "{}", way.id);
            assert_eq!(memo.line("Mottagare"), way.recipient, "{}", way.id);
            assert_eq!(memo.line("Via"), way.via, "{}", way.id);
            let types = ["Ärendetyp", "Nätverket ber om"].map(|label| memo.line(label));
            assert!(types.contains(&word.to_owned()), "{}: {types:?}", way.id);
            assert_eq!(
                memo.section("Bakgrund"),
                "Kommunerna kan inte lösa det var för sig.",
                "{}",
                way.id
            );
        }
        let states = file.json("matter list", &[]);
        let states = states.as_array().unwrap().iter();
        assert!(states.clone().count() == 3, "{}", way.id);
        for matter in states {
            assert_eq!(matter["state"], "lifted", "{}", way.id);
        }
    }
}

/// 5.4-3: where there are several missiv and none is the body's own, one is named.
#[test]
fn where_no_missiv_is_the_body_s_own_one_is_named() {
    let file = group("skaraborg_socialchefsgruppen", "Gruppen", &[]);
    raise(&file, "vardsamverkansgruppen", "Dialogärende");
    let refused = file.refused("matter memo", &["1"]);
    let named = [
        "skaraborg_missiv_beredning",
        "skaraborg_missiv_styrelsen",
        "--with",
    ];
    assert!(named.iter().all(|name| refused.contains(name)), "{refused}");
    let with = ["1", "--with", "skaraborg_missiv_styrelsen"];
    file.done("matter memo", &with);
    let memo = file.text("beslutsunderlag");
    assert!(
        memo.contains("**Mottagare:** Vårdsamverkansgruppen"),
        "{memo}"
    );
}

/// 5.5-5: a memo says whether its question goes to the SRO, comes from there, or neither; and of the first two what it is
/// about.
#[test]
fn a_question_to_and_from_the_sro_says_which_way_it_goes() {
    let file = group("fyrbodal", "Nätverket", &[]);
    let lacks = |memo: &Memo, label: &str| {
        let said = file.run("check", &[&memo.id]).stdout;
        said.contains(&format!("{label}: Fältet är tomt"))
    };
    for (number, to, way) in [
        ("1", "delregionalt_sro", "Nätverket bereder frågan till SRO"),
        ("2", "direktionen", "Frågan kommer från SRO"),
        ("3", "direktionen", "Frågan rör inte SRO"),
    ] {
        raise(&file, to, "Dialogärende");
        let memo = lifted(&file, number);
        assert!(lacks(&memo, "Delregionalt SRO"), "{way}");
        file.done("set", &[&memo.id, ".", "sro", way]);
        assert!(!lacks(&memo, "Delregionalt SRO"), "{way}");
        assert!(file.text(&memo.id).contains(way), "{way}");
        let is_asked = way != "Frågan rör inte SRO";
        assert_eq!(lacks(&memo, "Frågan i delregionalt SRO"), is_asked, "{way}");
        let about = "SRO tar upp den den 4 mars.";
        file.done("set", &[&memo.id, ".", "sro_text", about]);
        assert!(!lacks(&memo, "Frågan i delregionalt SRO"), "{way}");
    }
}

/// 5.1-11: a disturbance is recorded with its route, the own huvudman's representative, and becomes a short missiv where
/// that is not enough.
#[test]
fn a_disturbance_has_its_route_and_becomes_a_short_missiv() {
    let file = group("halland", "Taktisk grupp Äldre", &[]);
    file.done("begin", &["generell_arendelista", "2026"]);
    file.done(
        "add",
        &[
            "ärendelista",
            "storning",
            "rubrik=Två skribenter har slutat",
            "via=Falkenbergs kommun",
            "dag=2026-03-04",
            "beskrivning=Rutinen för demens blir inte klar i tid.",
        ],
    );
    let register = file.text("ärendelista");
    for said in [
        "Två skribenter har slutat",
        "**Anmäld genom:** Falkenbergs kommun",
        "**Anmäld:** 2026-03-04",
    ] {
        assert!(register.contains(said), "{said}: {register}");
    }
    let memo = lifted(&file, "S1");
    assert!(
        memo.text.starts_with("# Två skribenter har slutat\n"),
        "{}",
        memo.text
    );
    assert_eq!(memo.line("Mottagare"), "Strategisk nivå");
    assert_eq!(memo.line("Via"), "Strategisk nivås administrativa stöd");
    assert_eq!(
        memo.section("Bakgrund"),
        "Rutinen för demens blir inte klar i tid."
    );
}

/// 5.1-4: a wholly new area reaches the strategic level with a missiv, for its decision.
#[test]
fn a_wholly_new_area_is_lifted_to_the_strategic_level() {
    let file = group("halland", "Taktisk grupp Äldre", &[]);
    file.done(
        "matter add",
        &[
            "rubrik=Förebyggande hembesök som nytt arbetsområde",
            "arendetyp=Beslutsärende",
            "organ=strategisk_niva",
            "beskrivning=Området är helt nytt och behöver förankras.",
        ],
    );
    let memo = lifted(&file, "1");
    assert_eq!(memo.line("Mottagare"), "Strategisk nivå");
    assert_eq!(memo.line("Ärendetyp"), "Beslutsärende");
    assert_eq!(
        memo.section("Bakgrund"),
        "Området är helt nytt och behöver förankras."
    );
    let title = "# Förebyggande hembesök som nytt arbetsområde\n";
    assert!(memo.text.starts_with(title), "{}", memo.text);
    // It asks for a decision, so it says which.
    let lacks = file.run("check", &[&memo.id]).stdout;
    assert!(
        lacks.contains("Förslag till beslut: Fältet är tomt"),
        "{lacks}"
    );
}

/// A matter comes in that is for another body.
fn raise(file: &WorkspaceFile, to: &str, kind: &str) {
    let (to, kind) = (format!("organ={to}"), format!("arendetyp={kind}"));
    let why = "beskrivning=Kommunerna kan inte lösa det var för sig.";
    file.done("matter add", &["rubrik=En fråga", &to, &kind, why]);
}

/// A memo that was begun from a matter.
struct Memo {
    id: String,
    template: String,
    text: String,
}

fn lifted(file: &WorkspaceFile, matter: &str) -> Memo {
    let id = begun(file, "matter memo", matter);
    let all = file.json("list", &[]);
    let own = all.as_array().unwrap().iter().find(|line| line["id"] == id);
    let template = own.unwrap()["template"].as_str().unwrap().to_owned();
    let text = file.text(&id);
    Memo { id, template, text }
}

impl Memo {
    /// What stands after a label in the head; empty where the label does not stand there.
    fn line(&self, label: &str) -> String {
        let label = format!("**{label}:** ");
        let mut lines = self.text.lines();
        let line = lines.find_map(|line| line.strip_prefix(&label));
        line.unwrap_or_default().to_owned()
    }

    /// What stands under a heading; empty where there is none.
    fn section(&self, heading: &str) -> String {
        let heading = format!("\n## {heading}\n");
        let rest = self.text.split_once(&heading).map_or("", |(_, rest)| rest);
        rest.split("\n## ")
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned()
    }
}
