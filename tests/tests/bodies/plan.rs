//! A forum's genomförandeplan: the fields that its areas and activities have, and the way of an area to the vårdsamverkansgrupp.

use crate::example;

/// Each of the nine fields prints what is written in it, and where the mandate needs it an empty one stops the plan.
#[test]
fn an_area_has_the_nine_fields_of_a_genomforandeplan() {
    // Id, object, field, label, a value, whether the plan cannot be handed in without.
    let fields = [
        (
            "2.6-1",
            "1",
            "rubrik",
            "Utvecklingsområde",
            "Trygg hemgång",
            true,
        ),
        (
            "2.6-2",
            "1",
            "malgrupp",
            "Målgrupp",
            "De som bor ensamma",
            true,
        ),
        (
            "2.6-3",
            "1",
            "varfor",
            "Varför det är angeläget",
            "Var fjärde har fallit.",
            true,
        ),
        (
            "2.6-4",
            "1.1",
            "rubrik",
            "Aktivitet",
            "Ringa upp dagen efter",
            true,
        ),
        (
            "2.6-5",
            "1.1",
            "kommuner",
            "Ansvarig kommun",
            "Tibro kommun",
            true,
        ),
        ("2.6-6", "1.1", "start", "Från", "2025-02-11", true),
        ("2.6-6", "1.1", "slut", "Till", "2025-11-12", true),
        (
            "2.6-7",
            "1.1",
            "uppfoljning",
            "Uppföljning",
            "Samtalen räknas i november.",
            true,
        ),
        (
            "2.6-8",
            "1",
            "gemensamt",
            "Gemensamt med sjukvårdshuvudmannen",
            "ja",
            true,
        ),
        (
            "2.6-9",
            "1",
            "forskningsomrade",
            "Angeläget att forska kring",
            "ja",
            false,
        ),
    ];
    let file = example("skaraborg_genomforandeplan");
    let says_empty = |object: &str, label: &str| {
        let kind = if object == "1" {
            "Utvecklingsområde"
        } else {
            "Aktivitet"
        };
        let place = format!("{kind} {object} › {label}: Fältet är tomt men behövs");
        file.run("check", &["plan"]).stdout.contains(&place)
    };
    for (id, object, field, label, value, required) in fields {
        file.done("set", &["plan", object, field, value]);
        let text = file.text("plan");
        let heading = text.contains(&format!("{label} {object} {value}"));
        let line = text.contains(&format!("**{label}:** {value}"));
        let row = text.contains(&format!("**{label}:**\n\n- {value}"));
        assert!(heading || line || row, "{id} {label}: {text}");
        assert!(!says_empty(object, label), "{id} {label}");
        let emptied = file.run("set", &["plan", object, field, "--clear"]);
        assert!(emptied.code == Some(0), "{id}: {emptied}");
        assert_eq!(says_empty(object, label), required, "{id} {label}");
        file.done("set", &["plan", object, field, value]);
    }
}

/// 5.3-3: what is common with the sjukvårdshuvudman is lifted to the vårdsamverkansgrupp.
#[test]
fn a_common_area_says_how_it_is_lifted() {
    let file = example("skaraborg_genomforandeplan");
    let lacks = || {
        let checked = file.run("check", &["plan"]);
        checked.stdout.contains("Så lyfts området: Fältet är tomt")
    };
    file.done("set", &["plan", "1", "gemensamt", "nej"]);
    file.done("set", &["plan", "1", "lyft", "--clear"]);
    assert!(!lacks());
    file.done("set", &["plan", "1", "gemensamt", "ja"]);
    assert!(lacks());
}

/// 5.3-3: the missiv says which areas are lifted, and of each why the vård must take part.
#[test]
fn the_missiv_says_what_is_lifted_and_why() {
    let file = example("skaraborg_missiv_beredning");
    let rows = |why: &str| {
        let row = format!("Trygg hemgång; {why}");
        file.done("set", &["missiv", ".", "lyft", &row]);
    };
    let lacks = || {
        let said = file.run("check", &["missiv"]).stdout;
        said.contains("Lyfts till vårdsamverkansgruppen › Varför › rad 1: Fältet är tomt")
    };
    rows("");
    assert!(lacks());
    rows("Sjukhuset skriver ut.");
    assert!(!lacks());
    let memo = file.text("missiv");
    let (_, section) = memo
        .split_once("## Lyfts till vårdsamverkansgruppen")
        .unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    for said in ["Trygg hemgång", "Sjukhuset skriver ut."] {
        assert!(section.contains(said), "{said}: {section}");
    }
}
