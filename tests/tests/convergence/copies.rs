//! Three copies of one file, and what must hold for them in the end.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use missiv_tests::{Place, dice::Dice, root};
use serde_json::{Value, json};
use store::Store;
use workspace::{Kept, Library, Workspace};

use crate::people::{Documents, Done, MARK, Person};

const SAMPLE: &str = "assets/templates/halland_uppfoljningsplan/examples/sample.json";

/// Three files with the same past, each open by a person of its own.
pub struct Copies {
    seed: u64,
    _place: Place,
    paths: [PathBuf; 3],
    own: [Option<Workspace>; 3],
    known: Documents,
    /// Steps and editions that somebody was told of.
    done: Done,
}

impl Copies {
    pub fn new(seed: u64) -> Self {
        let place = Place::new();
        let paths = ["a.missiv", "b.missiv", "c.missiv"].map(|name| place.path(name));
        for path in &paths {
            fs::write(path, &beginning().0).unwrap();
        }
        let own = std::array::from_fn(|who| Some(open(&paths[who], who)));
        Self {
            seed,
            _place: place,
            paths,
            own,
            known: beginning().1,
            done: Done::default(),
        }
    }

    /// One person does one thing.
    pub fn act(&mut self, dice: &mut Dice) {
        let own = self.own[dice.roll(3)].as_mut().unwrap();
        let done = &mut self.done;
        let known = self.known;
        Person {
            own,
            known,
            dice,
            done,
        }
        .act();
    }

    /// One takes in what another has at the moment.
    pub fn exchange(&mut self, dice: &mut Dice) {
        let (to, from) = (dice.roll(3), dice.roll(3));
        if to != from {
            self.take(to, from);
        }
    }

    /// Everything reaches everybody, in an order of its own.
    pub fn settle(&mut self, dice: &mut Dice) {
        let first = dice.roll(3);
        let second = (first + 1 + dice.roll(2)) % 3;
        let third = 3 - first - second;
        for (to, from) in [
            (first, second),
            (first, third),
            (second, third),
            (second, first),
            (third, first),
        ] {
            self.take(to, from);
        }
    }

    fn take(&mut self, to: usize, from: usize) {
        let other = self.paths[from].clone();
        let report = self.own[to].as_mut().unwrap().merge(&other).unwrap();
        assert_eq!(report.left_out, [], "seed {}", self.seed);
    }

    /// The three say the same of each document.
    pub fn assert_same(&self) {
        let seed = self.seed;
        let all = self.own.iter().map(|own| own.as_ref().unwrap());
        let all: Vec<&Workspace> = all.collect();
        let (first, others) = all.split_first().unwrap();
        let conflicts = first.conflicts().unwrap();
        for other in others {
            assert_eq!(other.conflicts().unwrap(), conflicts, "seed {seed}");
        }
        for line in first.documents().unwrap() {
            let data = first.data(line.id, &Kept::Draft).unwrap();
            for other in others {
                let same = other.data(line.id, &Kept::Draft).unwrap() == data;
                assert!(same, "seed {seed}: {} reads otherwise", line.title);
            }
        }
    }

    /// The files hold the same rows: every step and every edition that somebody was told of, and no live text that
    /// stands on no page, beside no other in a conflict and in no finding.
    pub fn assert_whole(mut self) {
        let (seed, seen) = (self.seed, self.everything_seen());
        self.own = [None, None, None];
        let stores = self.paths.each_ref().map(|path| Store::open(path).unwrap());
        let [first, others @ ..] = &stores;
        let dump = first.dump().unwrap();
        for other in others {
            assert!(other.dump().unwrap() == dump, "seed {seed}: other rows");
        }
        let steps: BTreeSet<_> = dump.steps.iter().map(|step| step.id.clone()).collect();
        assert!(
            steps.is_superset(&self.done.steps),
            "seed {seed}: a step is lost"
        );
        let editions = dump.editions.iter().map(|edition| edition.id.clone());
        let editions: BTreeSet<_> = editions.collect();
        let frozen = &self.done.editions;
        assert!(
            editions.is_superset(frozen),
            "seed {seed}: an edition is lost"
        );

        for document in first.documents().unwrap() {
            for row in first.rows(document).unwrap() {
                let text = row.value.as_ref().and_then(Value::as_str);
                let Some(text) = text.filter(|text| text.starts_with(MARK)) else {
                    continue;
                };
                let (field, object) = (&row.field, row.obj);
                assert!(
                    seen.contains(text),
                    "seed {seed}: {text} in {field} of {object} is live and nowhere"
                );
            }
        }
    }

    fn everything_seen(&self) -> String {
        let own = self.first();
        let documents = own.documents().unwrap();
        let views = documents.iter().map(|line| own.show(line.id).unwrap());
        let views: Vec<_> = views.collect();
        json!([views, own.conflicts().unwrap()]).to_string()
    }

    fn first(&self) -> &Workspace {
        self.own[0].as_ref().unwrap()
    }
}

/// A group with a plan of two goals and a follow-up plan that can be handed in, made once.
fn beginning() -> &'static (Vec<u8>, Documents) {
    static MADE: OnceLock<(Vec<u8>, Documents)> = OnceLock::new();
    MADE.get_or_init(|| {
        let sample = fs::read(root().join(SAMPLE)).unwrap();
        let mut content: Value = serde_json::from_slice(&sample).unwrap();
        content["documents"].as_array_mut().unwrap().push(plan());
        let place = Place::new();
        let path = place.path("början.missiv");
        let json = content.to_string();
        drop(Workspace::create_from_json(&path, Library::bundled(), json.as_bytes()).unwrap());
        let id = Store::open(&path).unwrap().id();
        (fs::read(path).unwrap(), Documents::of(id))
    })
}

fn plan() -> Value {
    let id = |n: usize| format!("2025a1d0-0009-4000-8000-{n:012}");
    let activity = |n: usize, title: &str| json!({ "id": id(n), "kind": "activity", "fields": { "rubrik": title, "metod": "Vi möts." } });
    let goal = |n: usize, title: &str, below: Vec<Value>| json!({ "id": id(n), "kind": "goal", "fields": { "rubrik": title }, "objects": below });
    json!({
        "template": "halland_mal_och_handlingsplan",
        "period": "2025",
        "fields": { "sammanfattning": "Två mål." },
        "objects": [
            goal(1, "Trygg hemgång", vec![activity(3, "Rutin för helger"), activity(4, "Utbildning")]),
            goal(2, "Färre faller", vec![activity(5, "Kurs i balans")]),
        ],
    })
}

fn open(path: &Path, who: usize) -> Workspace {
    let mut own = Workspace::open(path, Library::bundled()).unwrap();
    own.act_as(["A.L.", "M.S.", "K.B."][who]).unwrap();
    own
}
