//! Random documents: any template, any field, done, half done or hardly begun.

use model::schema::{Field, Kind, Source, Template};
use model::vocabulary::FieldType;
use serde_json::{Value, json};

use crate::content::{Known, Packs, Pen, YEAR, fields};
use crate::dice::Dice;
use crate::strings;

/// How a person writes who is not there: one of these for each document.
#[derive(Debug, Clone, Copy)]
struct Manner {
    /// How many of a hundred fields have a value.
    filled: usize,
    /// How many of a hundred texts are hostile.
    hostile: usize,
    /// How many of a thousand values do not fit their field.
    broken: usize,
    /// How long texts are, in percent of what their fields allow.
    length: usize,
    /// Most objects of a kind below one parent.
    many: usize,
}

/// Most objects of one document: more of the same shows nothing new and takes its time.
const MOST_OBJECTS: usize = 60;

/// Most characters of a text whose field sets no bound.
const UNBOUNDED: usize = 700;

/// The longest word, in letters.
const LONGEST_WORD: usize = 180;

/// Returns a JSON import whose last document is of `template`. The same seed gives the same.
#[must_use]
pub fn document(packs: &Packs, template: &Template, seed: u64) -> Value {
    packs.write(template, &mut Random::new(seed))
}

/// Writes what the dice say.
#[derive(Debug)]
struct Random {
    dice: Dice,
    manner: Manner,
    objects: usize,
}

impl Random {
    fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        Self {
            manner: Manner::draw(&mut dice),
            dice,
            objects: 0,
        }
    }
}

impl Manner {
    fn draw(dice: &mut Dice) -> Self {
        Self {
            filled: *dice.pick(&[0, 10, 40, 75, 95, 100]),
            hostile: *dice.pick(&[0, 0, 4, 30]),
            broken: *dice.pick(&[0, 0, 0, 20]),
            length: *dice.pick(&[10, 40, 40, 100, 220]),
            many: *dice.pick(&[1, 3, 3, 6, 14]),
        }
    }
}

impl Pen for Random {
    fn begin(&mut self, _: &Template) {
        self.manner = Manner::draw(&mut self.dice);
        self.objects = 0;
    }

    fn wants(&mut self, _: &Source) -> bool {
        self.dice.chance(85)
    }

    fn how_many(&mut self, kind: &Kind, _: usize) -> usize {
        let (least, most) = kind.count;
        let left = MOST_OBJECTS - self.objects.min(MOST_OBJECTS);
        let most = most.min(self.manner.many).max(least).min(left);
        let many = self.dice.roll(most + 1);
        self.objects += many;
        many
    }

    fn touches(&mut self, _: &Kind) -> bool {
        self.dice.chance(self.manner.filled.max(20))
    }

    fn value(&mut self, field: &Field, ty: FieldType, known: &Known) -> Option<Value> {
        if ty == field.ty && !self.dice.chance(self.manner.filled) {
            return None;
        }
        if self.dice.roll(1000) < self.manner.broken {
            return Some(self.misfit());
        }
        Some(match ty {
            FieldType::Line => json!(self.line(field.max)),
            FieldType::Text => json!(self.text(field.max)),
            FieldType::Date => json!(self.day()),
            FieldType::Number => self.number(),
            FieldType::Money => json!(self.amount()),
            FieldType::Bool => json!(self.dice.chance(50)),
            FieldType::Choice => json!(self.choice(field, known)),
            FieldType::Person => json!(self.one_of(known.people)),
            FieldType::Party => json!(self.party(known)),
            FieldType::Body => json!(self.body(known)),
            FieldType::List => self.list(field, known),
            FieldType::Rows => self.rows(field, known),
            FieldType::Image => self.picture(),
            FieldType::File => self.file(),
            FieldType::Reference => self.reference(),
            FieldType::Decision => self.decision(known),
        })
    }
}

impl Random {
    // ---- Values ----

    /// A value of another type than the field's, or what only looks like one.
    fn misfit(&mut self) -> Value {
        let misfits = [
            json!(null),
            json!(""),
            json!("2025-02-30"),
            json!("finns inte"),
            json!(-1.5),
            json!(1e300),
            json!(true),
            json!([]),
            json!([[["x"]], null, 7]),
            json!({}),
            json!({ "title": "", "mode": "x", "points": "y", "sha256": 3 }),
        ];
        self.dice.pick(&misfits).clone()
    }

    fn day(&mut self) -> String {
        let year = match self.dice.roll(12) {
            0 => YEAR - 1,
            1 => YEAR + 1,
            2 => *self.dice.pick(&[1, 1899, 9999]),
            _ => YEAR,
        };
        let (month, day) = (self.dice.roll(12) + 1, self.dice.roll(28) + 1);
        format!("{year:04}-{month:02}-{day:02}")
    }

    fn number(&mut self) -> Value {
        let small = self.dice.roll(1000);
        match self.dice.roll(6) {
            0 => json!(0),
            1 => json!(small as f64 / 8.0),
            2 => json!(-(small as f64) / 3.0),
            3 => json!(small * 1_000_003),
            _ => json!(small),
        }
    }

    fn amount(&mut self) -> i64 {
        let some = self.dice.roll(2000) as i64;
        match self.dice.roll(8) {
            0 => 0,
            1 => -some * 100,
            2 => some * 7_919_003,
            3 => some * 1_000_000_007,
            _ => some * 500,
        }
    }

    fn choice(&mut self, field: &Field, known: &Known) -> String {
        let codes = known.codes(field);
        if codes.is_empty() {
            return "finns_inte".to_owned();
        }
        (*self.dice.pick(&codes)).to_owned()
    }

    fn one_of(&mut self, people: &[String]) -> String {
        if people.is_empty() {
            return "00000000-0000-4000-8000-999999999999".to_owned();
        }
        self.dice.pick(people).clone()
    }

    fn party(&mut self, known: &Known) -> String {
        if known.profile.parties.is_empty() || self.dice.chance(25) {
            return self.line(Some(60));
        }
        self.dice.pick(&known.profile.parties).id.clone()
    }

    fn body(&mut self, known: &Known) -> String {
        if known.profile.bodies.is_empty() || self.dice.chance(25) {
            return self.line(Some(60));
        }
        self.dice.pick(&known.profile.bodies).id.clone()
    }

    fn list(&mut self, field: &Field, known: &Known) -> Value {
        let many = if self.dice.chance(4) { 45 } else { 6 };
        let many = self.dice.roll(many);
        let elements = (0..many).filter_map(|_| self.value(field, field.of, known));
        Value::Array(elements.collect())
    }

    fn rows(&mut self, field: &Field, known: &Known) -> Value {
        let many = if self.dice.chance(4) { 40 } else { 7 };
        let many = self.dice.roll(many);
        (0..many)
            .map(|_| fields(self, &field.columns, known))
            .collect()
    }

    /// The file of such a picture is not in the workspace.
    fn picture(&mut self) -> Value {
        let ending = *self.dice.pick(&["png", "jpg", "svg"]);
        let sha256 = format!("{:064x}", self.dice.roll(1 << 20));
        match self.dice.roll(3) {
            0 => json!({ "sha256": sha256, "ending": ending, "decorative": true }),
            1 => json!({ "sha256": sha256, "ending": ending }),
            _ => json!({ "sha256": sha256, "ending": ending, "alt": self.line(Some(80)) }),
        }
    }

    fn file(&mut self) -> Value {
        let title = self.line(Some(90));
        match self.dice.roll(3) {
            0 => json!({ "title": title }),
            1 => json!({ "title": title, "name": self.line(Some(30)), "pages": 1 }),
            _ => json!({ "title": title, "name": "bilaga.pdf", "pages": self.dice.roll(400) }),
        }
    }

    fn reference(&mut self) -> Value {
        let title = self.line(Some(90));
        match self.dice.roll(3) {
            0 => json!({ "title": title }),
            1 => json!({ "title": title, "date": self.day() }),
            _ => json!({ "title": title, "date": self.day(), "number": self.line(Some(20)) }),
        }
    }

    fn decision(&mut self, known: &Known) -> Value {
        let modes = &known.profile.decision_modes;
        let mode = match modes.len() {
            0 => String::new(),
            _ => self.dice.pick(modes).id.clone(),
        };
        let many = self.dice.roll(7);
        let points: Vec<String> = (0..many).map(|_| self.line(Some(160))).collect();
        json!({ "mode": mode, "body": self.body(known), "points": points })
    }

    // ---- Words ----

    /// A line of about as many characters as the manner says, of `max` that fit.
    fn line(&mut self, max: Option<usize>) -> String {
        if self.dice.chance(self.manner.hostile) {
            return self.dice.pick(strings::ALL).typed.to_owned();
        }
        match self.dice.roll(60) {
            0 => " ".to_owned(),
            1 => self.long_word(),
            2 => "x".to_owned(),
            _ => {
                let most = max.unwrap_or(80) * self.manner.length / 100;
                let wanted = self.dice.roll(most.max(1)) + 1;
                self.words(wanted)
            }
        }
    }

    /// A text in the small Markdown.
    fn text(&mut self, max: Option<usize>) -> String {
        let most = max.unwrap_or(UNBOUNDED).min(2500) * self.manner.length / 100;
        let wanted = self.dice.roll(most.max(1)) + 1;
        let mut parts: Vec<String> = Vec::new();
        while parts.iter().map(String::len).sum::<usize>() < wanted {
            let part = self.part(wanted);
            parts.push(part);
        }
        // A heading with nothing below it is last on its page wherever it stands.
        if parts.last().is_some_and(|part| part.starts_with('#')) {
            parts.push(self.words(1));
        }
        parts.join("\n\n")
    }

    fn part(&mut self, wanted: usize) -> String {
        if self.dice.chance(self.manner.hostile) {
            return self.dice.pick(strings::ALL).typed.to_owned();
        }
        let few = wanted.min(60);
        match self.dice.roll(24) {
            0 | 1 => {
                let mark = *self.dice.pick(&["- ", "1. ", "  - "]);
                let many = self.dice.roll(6) + 1;
                let items = (0..many).map(|_| format!("{mark}{}", self.words(few)));
                items.collect::<Vec<_>>().join("\n")
            }
            2 => self.table(few),
            3 => {
                let mark = *self.dice.pick(&["#", "##", "###", "####"]);
                format!("{mark} {}", self.words(few))
            }
            4 => format!("**{}** och *{}*", self.words(few), self.words(few)),
            5 => format!(
                "Se [{}](https://example.org/{})",
                self.words(few),
                "a/".repeat(self.dice.roll(30))
            ),
            6 => format!("{}  \n{}", self.words(few), self.words(few)),
            7 => self.long_word(),
            8 => format!("- {}\n  - {}\n    - x", self.words(few), self.words(few)),
            _ => self.words(wanted),
        }
    }

    fn table(&mut self, few: usize) -> String {
        let (columns, rows) = (self.dice.roll(7) + 1, self.dice.roll(9) + 1);
        let row = |pen: &mut Self| {
            let cells = (0..columns).map(|_| match pen.dice.roll(5) {
                0 => String::new(),
                1 => pen.amount().to_string(),
                2 => pen.long_word().chars().take(40).collect(),
                _ => pen.words(few),
            });
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let head = row(self);
        let line = format!("|{}", "---|".repeat(columns));
        let below = (0..rows).map(|_| row(self));
        [head, line]
            .into_iter()
            .chain(below)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Words of together about as many characters.
    fn words(&mut self, wanted: usize) -> String {
        let mut text = (*self.dice.pick(WORDS)).to_owned();
        while text.chars().count() < wanted {
            text += *self.dice.pick(BETWEEN);
            text += *self.dice.pick(WORDS);
        }
        text
    }

    fn long_word(&mut self) -> String {
        let letters = self.dice.roll(LONGEST_WORD) + 1;
        match self.dice.roll(4) {
            0 => "å".repeat(letters),
            1 => "handläggningsprocess".repeat(letters / 20 + 1),
            2 => format!("https://example.org/{}", "sida?a=b&c=".repeat(letters / 11)),
            _ => "W".repeat(letters),
        }
    }
}

/// Most words are parted by a space; some by what layouts bind, break or take for something else.
const BETWEEN: &[&str] = &[
    " ", " ", " ", " ", " ", " ", ", ", ". ", " – ", "-", "/", "\u{a0}", ": ", " § ", "; ", "...",
];

/// Words of the field, long and short, and figures that layouts bind to what stands beside them.
const WORDS: &[&str] = &[
    "å",
    "vi",
    "i",
    "Äldre",
    "kommun",
    "samverkan",
    "hemgång",
    "uppföljning",
    "den 12 mars",
    "kl. 09.00",
    "12 500 kr",
    "1 250 000 kronor",
    "45 %",
    "2025",
    "2025-03-12",
    "RS240871",
    "t.ex.",
    "bl.a.",
    "SIP",
    "NSPHiH",
    "mål 3",
    "aktivitet 1.2",
    "tabell 4",
    "§ 12",
    "överenskommelse",
    "utskrivningsklara",
    "egenvårdsbedömning",
    "verksamhetschefer",
    "läkemedelsgenomgångar",
    "samordningsansvarig",
    "rehabiliteringskoordinator",
    "kommunalförbundsdirektör",
    "hälso- och sjukvårdslagen",
    "patientsäkerhetsberättelsen",
    "psykiatrisamverkansgruppen",
    "specialistsjukvårdsövergripande",
    "och",
    "för",
    "till",
    "med",
    "”citat”",
    "(inom parentes)",
    "A.L.",
    "e-post@example.org",
    "www.example.org/samverkan",
    "½",
    "ß",
    "Ö",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_its_document_again_and_another_gives_another() {
        let packs = Packs::bundled();
        for template in packs.printed() {
            let first = document(&packs, template, 3);
            assert_eq!(document(&packs, template, 3), first);
            assert_ne!(document(&packs, template, 4), first);
        }
    }
}
