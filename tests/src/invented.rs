//! An organisation that there is not: its words are drawn by dice, and its rules are like no other's.

use crate::dice::Dice;
use crate::packs::{MEETING_PLAN, OwnPacks};
use crate::{Place, WorkspaceFile};

/// The words of an organisation that there is not.
#[derive(Debug)]
pub struct Words {
    /// The group.
    pub group: String,
    /// Who decides, the group, who prepares its meetings, and one more.
    pub bodies: [String; 4],
    /// Its levels, highest first.
    pub levels: [String; 3],
    /// One who leads, one beside, one who writes.
    pub offices: [String; 3],
    /// Its huvudmän.
    pub parties: [String; 4],
    /// What it calls a plan.
    pub plan: String,
    /// What it calls a report.
    pub report: String,
    /// What it calls a goal.
    pub goal: String,
    /// What the group is there for.
    pub purpose: String,
}

impl Words {
    /// Returns the words that the dice give; another seed gives others.
    #[must_use]
    pub fn drawn(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        // A word that no template of ours has: its letters are drawn, and its number tells it from the others.
        let mut count = 0;
        let mut word = || {
            const LAST: [char; 6] = ['x', 'y', 'z', 'å', 'ä', 'ö'];
            const PARTS: [&str; 8] = ["vro", "ska", "mel", "bru", "tån", "gly", "fjö", "drå"];
            count += 1;
            let parts: String = (0..3).map(|_| *dice.pick(&PARTS)).collect();
            let mut letters = parts.chars();
            let first = letters.next().map(|c| c.to_uppercase().to_string());
            format!(
                "{}{}{}",
                first.unwrap_or_default(),
                letters.as_str(),
                LAST[count % LAST.len()]
            )
        };
        let mut several = |label: &str| format!("{} {label}", word());
        Self {
            group: several("laget"),
            bodies: [
                several("rådet"),
                several("laget"),
                several("förberedelsen"),
                several("stämman"),
            ],
            levels: [
                several("plan ett"),
                several("plan två"),
                several("plan tre"),
            ],
            offices: [several("ledare"), several("bisittare"), several("skrivare")],
            parties: [
                several("kommun"),
                several("stad"),
                several("köping"),
                several("region"),
            ],
            plan: several("färdplan"),
            report: several("lägesbild"),
            goal: several("riktning"),
            purpose: several("finns för att pröva"),
        }
    }

    /// Returns its profile.
    #[must_use]
    pub fn profile(&self) -> String {
        let Self {
            bodies,
            levels,
            offices,
            parties,
            purpose,
            ..
        } = self;
        let mut text = format!(
            r#"
format = 1
id = "sjatte"
version = "1"
name = "Den sjätte"
cooperation = "Samarbetet"
purpose = "{purpose}"
group_template = "grupp"
documents = ["sjatte_plan", "sjatte_rapport_1", "sjatte_rapport_2", "sjatte_rapport_3", "prov_motesplan", "generell_overlamning", "generell_arendelista", "generell_kallelse", "generell_protokoll", "skaraborg_svarssammanstallning"]
page_number = "{{n}} av {{N}}"

[address]
organisation = "Sammanslutningen"
postal = "Box 1, 100 00 Orten"

[[recipient]]
body = "radet"
via = "{scribe}"

[[area]]
id = "omrade"
name = "Området"

[[decision_mode]]
id = "beslutar"
label = "Beslutar"
opening = "{{body}} beslutar att"
form = "clauses"

[[office]]
id = "ledare"
label = "{leader}"
term_months = 18
overlap_months = 3
remind_months = 4
max = 1
required = true

[[office]]
id = "bisittare"
label = "{assessor}"
max = 2
other_side_than = "ledare"

[[office]]
id = "skrivare"
label = "{scribe}"
recommended = true

[[membership]]
preparers = true
exactly = 2
alternating = true

[[membership]]
office = "bisittare"
appointed_by = "Stadsdirektören"

[[membership]]
each_party = true

[[deadline]]
document = "sjatte_rapport_1"
to = "radet"
month = 5
day = 17

[[deadline]]
document = "sjatte_rapport_2"
to = "radet"
month = 9

[[deadline]]
document = "sjatte_rapport_3"
month = 1
years_after = 1

[[meeting_rule]]
body = "forberedelsen"
before = {{ body = "laget", days = 10 }}

[[meeting_rule]]
body = "laget"
matters_days = 20
per_year = {{ exactly = 2 }}
joint = {{ with = "stamman", spring = 1, autumn = 0 }}
online = "required"
invited = 2
at_home = true
needs = ["location"]
called_by = "skrivare"
notes_by = "skrivare"
costs = "Var och en betalar för sig."

[[decision_rule]]
body = "laget"
when = "decided"
further = true
form = true

[[decision_rule]]
body = "laget"
when = "economy"
route = {{ to = "radet", via = "stamman" }}

[[decision_rule]]
body = "laget"
when = "unanimity_needed"
silence = {{ sent_by = "skrivare" }}
"#,
            leader = offices[0],
            assessor = offices[1],
            scribe = offices[2],
        );
        for (id, label) in ["ett", "tva", "tre"].iter().zip(levels) {
            text += &format!("\n[[level]]\nid = \"{id}\"\nlabel = \"{label}\"\n");
        }
        let all = [
            ("radet", "ett", ""),
            ("laget", "tva", "radet"),
            ("forberedelsen", "tre", "laget"),
            ("stamman", "ett", ""),
        ];
        for ((id, level, parent), name) in all.iter().zip(bodies) {
            let parent = if parent.is_empty() {
                String::new()
            } else {
                format!("parent = \"{parent}\"\n")
            };
            let own = level != &"ett";
            text += &format!(
                "\n[[body]]\nid = \"{id}\"\nlevel = \"{level}\"\n{parent}name = \"{name}\"\nown = {own}\n"
            );
        }
        let kinds = ["municipality", "municipality", "municipality", "region"];
        for ((id, kind), name) in ["a", "b", "c", "d"].iter().zip(kinds).zip(parties) {
            text += &format!(
                "\n[[party]]\nid = \"{id}\"\nname = \"{name}\"\nkind = \"{kind}\"\nprincipal = true\n"
            );
        }
        text
    }

    /// Returns its plan: two goals at least.
    #[must_use]
    pub fn plan(&self) -> String {
        let Self { plan, goal, .. } = self;
        format!(
            r#"
format = 1
id = "sjatte_plan"
version = "1"
concept = "plan"
name = "{plan}"
title = "{plan} {{year}}"
ident = "{{area}}-{{year}}-plan"
period = "year"
help = "Vad gruppen vill."
head = ["dag"]
order = ["riktning"]

[[field]]
id = "dag"
is = "date"
type = "date"
label = "Dag"
help = "När."
required = "submit"

[[kind]]
id = "riktning"
concept = "goal"
label = "{goal}"
plural = "{goal}"
help = "Vart det ska."
number = "{{n}}"
count = [2, 5]
field = [
  {{ id = "rubrik", is = "title", type = "line", label = "Rubrik", help = "Kort.", required = "draft" }},
  {{ id = "syfte", is = "aim", type = "text", label = "Syfte", help = "Varför.", required = "submit" }},
]
"#
        )
    }

    /// Returns its report of a third of the year.
    #[must_use]
    pub fn report(&self, part: u32) -> String {
        let Self { report, goal, .. } = self;
        format!(
            r#"
format = 1
id = "sjatte_rapport_{part}"
version = "1"
concept = "report"
name = "{report} {part}"
title = "{report} {part} {{year}}"
ident = "{{area}}-{{period}}"
period = "{part}of3"
help = "Hur det går."
order = ["riktning"]

[[source]]
id = "plan"
concept = "plan"
period = "same"

[[scale]]
id = "lage"
values = [
  {{ code = "bra", mark = "●", label = "Framåt" }},
  {{ code = "samre", mark = "▲", label = "Bakåt", deviates = true }},
]

[[kind]]
id = "riktning"
concept = "goal"
label = "{goal}"
plural = "{goal}"
help = "Hur det går med riktningen."
follows = "plan.goal"
shows = ["title", "aim"]
gone = "Borta"
field = [
  {{ id = "lage", is = "assessment", type = "choice", scale = "lage", label = "Läge", help = "Framåt eller bakåt.", required = "submit" }},
  {{ id = "ord", is = "comment", type = "text", label = "Ord", help = "Varför.", required_if = {{ field = "lage", codes = ["samre"] }} }},
]
"#
        )
    }
}

/// An empty workspace of the profile that these words make, with its templates and its calendar.
///
/// # Panics
/// A command fails.
#[must_use]
pub fn workspace(words: &Words) -> WorkspaceFile {
    let place = Place::new();
    let packs = OwnPacks::in_place(&place);
    packs.profile("sjatte", &words.profile());
    packs.template("sjatte_plan", &words.plan());
    for part in 1..=3 {
        packs.template(&format!("sjatte_rapport_{part}"), &words.report(part));
    }
    packs.template("prov_motesplan", MEETING_PLAN);
    packs.calendar("sjatte_2027", CALENDAR);
    let file = WorkspaceFile::at(place).with_packs(&packs.folder);
    let area = ["--area", "Området"];
    file.done(
        "new",
        &[&["--profile", "sjatte", "--group", &words.group][..], &area].concat(),
    );
    file
}

/// Its meetings of 2027, those of two days and of two levels among them.
pub const CALENDAR: &str = r#"
format = 1
id = "sjatte_2027"
version = "1"
profile = "sjatte"
year = 2027
title = "Dagarna 2027"
date = 2026-11-02
meeting = [
  { body = "radet", day = 2027-09-08 },
  { body = "radet", day = 2027-09-22 },
  { body = "laget", day = 2027-03-16, time = "kl. 08.30–16.00" },
  { body = "laget", day = 2027-10-05, until = 2027-10-06, matters_by = 2027-09-10 },
]
"#;
