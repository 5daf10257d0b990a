//! How many hold an office, for how long, and how early the group is reminded, in the profiles that are shipped.

use missiv_tests::Group;

use crate::rules::{FORA, HALLAND, HEADS, NETWORK, SUG};

/// 5.1-13, 5.2-4, 5.2-5, 5.3-6, 5.4-8, 5.4-9, 5.5-7: as many hold an office as may, and one more is too many.
#[test]
fn no_office_has_more_holders_than_it_may() {
    let offices: [(&str, &[(&str, usize)]); 5] = [
        (
            HALLAND,
            &[
                ("Ordförande", 1),
                ("Tillträdande ordförande", 1),
                ("Vice ordförande", 1),
                ("Ordförande på strategisk nivå", 1),
                ("Vice ordförande på strategisk nivå", 1),
            ],
        ),
        (
            SUG,
            &[
                ("Ordförande", 1),
                ("Ledamot i beredningen", 3),
                ("Socialtjänststrateg", 1),
                ("Sekreterare", 1),
            ],
        ),
        (
            FORA,
            &[
                ("Ordförande", 1),
                ("Ledamot i beredningen", 3),
                ("Sekreterare", 1),
            ],
        ),
        (
            HEADS,
            &[
                ("Ordförande i socialchefsgruppen", 1),
                ("Vice ordförande i socialchefsgruppen", 1),
                ("Socialchef i beredningen", 5),
                ("Samordnare", 1),
                ("Sekreterare", 1),
            ],
        ),
        (NETWORK, &[("Ordförande", 1)]),
    ];
    for (profile, offices) in offices {
        let group = Group::new(profile);
        let crowded = |group: &Group| {
            let found = group.found("2026-03-01").into_iter();
            found
                .filter(|(code, _)| code == "office-crowded")
                .map(|(_, text)| text)
                .collect::<Vec<_>>()
        };
        for (office, most) in offices {
            for _ in 0..*most {
                group.person("A.A.", office, &[]);
            }
        }
        assert_eq!(crowded(&group), [""; 0], "{profile}");
        for (office, _) in offices {
            group.person("B.B.", office, &[]);
        }
        let said = crowded(&group);
        assert_eq!(said.len(), offices.len(), "{profile}: {said:?}");
        for (office, most) in offices {
            let count = format!("{} personer har rollen {office}.", most + 1);
            let is_it = |text: &String| text.starts_with(&count);
            assert!(said.iter().any(is_it), "{profile}: {count} in {said:?}");
        }
    }
}

/// 5.1-13, 5.2-5, 5.3-6, 5.4-8, 5.5-7: where nobody says when a term ends, it is as long as the mandate says; and before
/// its end the group is reminded in good time.
#[test]
fn each_term_has_its_length_and_its_reminder() {
    for (profile, office, last, before, reminded) in [
        (
            HALLAND,
            "Ordförande",
            "2027-12-31",
            "2027-04-30",
            "2027-05-01",
        ),
        (SUG, "Ordförande", "2026-12-31", "2026-10-30", "2026-10-31"),
        (FORA, "Ordförande", "2026-12-31", "2026-10-30", "2026-10-31"),
        (
            HEADS,
            "Ordförande i socialchefsgruppen",
            "2027-12-31",
            "2027-06-30",
            "2027-07-01",
        ),
        (
            HEADS,
            "Vice ordförande i socialchefsgruppen",
            "2027-12-31",
            "2027-06-30",
            "2027-07-01",
        ),
        (
            NETWORK,
            "Ordförande",
            "2026-12-31",
            "2026-10-30",
            "2026-10-31",
        ),
    ] {
        let group = Group::new(profile);
        group.person("A.A.", office, &["start=2026-01-01"]);
        let told = |day: &str| {
            let found = group.found(day).into_iter();
            found
                .filter(|(code, _)| code == "term-ending")
                .map(|(_, text)| text)
                .collect::<Vec<_>>()
        };
        assert_eq!(told(before), [""; 0], "{profile} {office}");
        let said = told(reminded);
        assert!(
            said.len() == 1 && said[0].contains(last),
            "{profile} {office}: {said:?}"
        );
    }
}

/// 5.2-5, 5.3-6: whoever has the beredning as a further office is there for two years, too.
#[test]
fn a_further_office_in_the_beredning_lasts_two_years() {
    for profile in [SUG, FORA] {
        let group = Group::new(profile);
        let appointed = "utsedd_av=Förvaltningschefen den 8 januari 2026";
        group.person("A.A.", "Kommunrepresentant", &["beredning=ja", appointed]);
        let until = |last: &str| {
            let row = format!("Ledamot i beredningen; 2026-01-01; {last}; Gruppen");
            group
                .file
                .done("set", &["gruppen", "person:1", "fler_uppdrag", &row]);
            let said = group.said("2026-03-01").into_iter();
            said.filter(|text| text.contains("längre än"))
                .collect::<Vec<_>>()
        };
        assert_eq!(until("2027-12-31"), [""; 0], "{profile}");
        assert_eq!(
            until("2028-01-31"),
            [
                "Uppdraget som ledamot i beredningen slutar 2028-01-31. Då blir uppdraget längre än två år."
            ],
            "{profile}"
        );
    }
}
