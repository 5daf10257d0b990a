//! How much of a new document stands there without an edit.
//!
//! Counted are the values of the finished document of the sample: what it is called and follows, the numbers of its rows, the leaves of
//! its fields and its computed tables. What a row shows of the plan, labels, what the profile says, and what the template itself says
//! until somebody writes another, are not counted. A value stands there when the new document, which nobody has touched, has one in
//! that place.

use std::collections::BTreeMap;

use missiv_tests::Place;
use model::paper::{Cell, Objects, Paper, Printed, Section};
use serde_json::Value;
use workspace::{Kept, ObjectId, Workspace};

use crate::content::{Sample, plan_of};
use crate::figure::Figure;

pub fn measure() {
    let sample = Sample::read();
    let documents = sample.documents();
    let mut all = Counted::default();
    // The documents after the plan and its follow-up: two reports and what carries one of them.
    let last = documents.len() - 1;
    for (name, index) in [
        ("half-year", last - 2),
        ("annual", last - 1),
        ("missiv", last),
    ] {
        let counted = begun(&sample, index);
        counted.tell(name);
        all.add(&counted);
    }
    let counted = carried(&sample);
    counted.tell("next plan");
    all.add(&counted);
    let share = all.share();
    let beside = format!(
        "of {} values {} stand there; of what is written in fields alone {:.0} %",
        all.of,
        all.stand,
        100.0 * all.fields.0 as f64 / all.fields.1 as f64
    );
    let what = "share of the values of the four documents that stand there without an edit";
    Figure::new("prefilled", what, share, "%")
        .least(50.0)
        .beside(beside)
        .tell();
}

#[derive(Default)]
struct Counted {
    stand: usize,
    of: usize,
    /// The same in fields alone.
    fields: (usize, usize),
}

impl Counted {
    fn add(&mut self, other: &Self) {
        self.stand += other.stand;
        self.of += other.of;
        self.fields.0 += other.fields.0;
        self.fields.1 += other.fields.1;
    }

    fn share(&self) -> f64 {
        100.0 * self.stand as f64 / self.of as f64
    }

    fn tell(&self, name: &str) {
        let Self { stand, of, fields } = self;
        eprintln!(
            "  {name}: {stand} of {of}; in fields {} of {}",
            fields.0, fields.1
        );
    }

    fn of(begun: &Paper, finished: &Paper) -> Self {
        let (begun, finished) = (values(begun), values(finished));
        let mut counted = Self::default();
        for (place, of) in &finished {
            let stand = begun.get(place).map_or(0, |there| *there.min(of));
            if std::env::var_os("MISSIV_LACKING").is_some() && stand < *of {
                eprintln!("    {} lacks {}", place.1, of - stand);
            }
            counted.stand += stand;
            counted.of += of;
            if place.0.is_some() {
                counted.fields.0 += stand;
                counted.fields.1 += of;
            }
        }
        counted
    }
}

/// A document begun in a file that holds everything before it, beside the sample's own.
fn begun(sample: &Sample, index: usize) -> Counted {
    let documents = sample.documents();
    let wanted = &documents[index];
    let place = Place::new();
    let before = sample.with(documents[..index].to_vec());
    let mut workspace = before.open(&place, "före.missiv");
    let year: i32 = wanted["period"].as_str().unwrap()[..4].parse().unwrap();
    let template = wanted["template"].as_str().unwrap();
    // What carries another document is begun from it.
    let carried = wanted["follows"].as_str().map(|id| id.parse().unwrap());
    let new = match carried {
        Some(carried) => workspace.begin_memo_about(carried, Some(template)),
        None => workspace.begin(template, year),
    };
    let id = new.unwrap().object;
    let new = paper(&workspace, id);
    let whole = sample.open(&place, "hela.missiv");
    let finished = finished(&whole, wanted);
    Counted::of(&new, &finished)
}

/// Next year's plan, of which the sample has no finished one: what stands there beside what it lacks and must have.
fn carried(sample: &Sample) -> Counted {
    let place = Place::new();
    let mut workspace = sample.open(&place, "hela.missiv");
    let old = workspace.data(plan_of(&workspace), &Kept::Newest).unwrap();
    let old = Paper::from_json(&old).unwrap();
    let year: i32 = old.document.period.unwrap().parse().unwrap();
    let new = workspace.carry_over(year).unwrap().object;
    let new = paper(&workspace, new);
    let values = values(&new);
    let fields = values.iter().filter(|(place, _)| place.0.is_some());
    let (all, written): (usize, usize) = (values.values().sum(), fields.map(|(_, it)| it).sum());
    let missing = missing(&new);
    Counted {
        stand: all,
        of: all + missing,
        fields: (written, written + missing),
    }
}

fn missing(paper: &Paper) -> usize {
    let own = paper.sections.iter().filter_map(|section| match section {
        Section::Field(cell) => Some(cell),
        _ => None,
    });
    let items = paper.items();
    let below = items.iter().flat_map(|(_, item)| &item.fields);
    let all = paper.head.iter().chain(own).chain(below);
    all.filter(|cell| cell.value.is_none() && cell.missing.is_some())
        .count()
}

fn paper(workspace: &Workspace, id: ObjectId) -> Paper {
    Paper::from_json(&workspace.data(id, &Kept::Draft).unwrap()).unwrap()
}

fn finished(whole: &Workspace, wanted: &Value) -> Paper {
    let lines = whole.documents().unwrap();
    let line = lines
        .iter()
        .find(|line| wanted["template"] == *line.template);
    let data = whole.data(line.unwrap().id, &Kept::Newest).unwrap();
    Paper::from_json(&data).unwrap()
}

/// Where a value stands: the object, which a computed part has none of, and the field or view.
type At = (Option<ObjectId>, String);

fn values(paper: &Paper) -> BTreeMap<At, usize> {
    let mut found = BTreeMap::new();
    // A document's own fields are those of the same document, whatever its id: a missiv is begun under a new one.
    let own = Some(ObjectId(uuid::Uuid::nil()));
    paper
        .head
        .iter()
        .for_each(|cell| take(&mut found, own, cell));
    // What the paper is called, for which period, and what it follows in which edition.
    let head = &paper.document;
    let said = [&head.subtitle, &head.period, &head.edition];
    let named = 3 + said.into_iter().flatten().count();
    found.insert((None, "document".to_owned()), named);
    let sources = paper.sources.iter();
    let sources = sources.map(|it| 1 + usize::from(it.edition.is_some()));
    found.insert((None, "sources".to_owned()), sources.sum());
    for section in &paper.sections {
        match section {
            Section::Field(cell) => take(&mut found, own, cell),
            Section::Objects(objects) => within(&mut found, objects),
            Section::Table(table) => {
                let cells = table.rows.iter().chain(&table.total).flatten();
                let count =
                    cells.map(|entries| entries.iter().map(|it| leaves(&it.value)).sum::<usize>());
                found.insert((None, table.id.clone()), count.sum());
            }
            Section::Figures { id, figures } => {
                found.insert((None, id.clone()), figures.len());
            }
            Section::Members(members) => {
                let texts = members.people.iter().flat_map(|person| &person.values);
                let count = texts.filter(|text| !text.is_empty()).count();
                found.insert((None, members.id.clone()), count);
            }
            Section::Contents { .. } => {}
        }
    }
    found
}

fn within(found: &mut BTreeMap<At, usize>, objects: &Objects) {
    for item in &objects.items {
        // Its number, and which row of the plan it answers to.
        let named = usize::from(item.number.is_some()) + usize::from(item.follows.is_some());
        if named > 0 {
            let place = (None, item.follows.unwrap_or(item.id).to_string());
            found.insert(place, named);
        }
        for cell in &item.fields {
            // A row's own id comes from its document's, which another file gives another.
            take(found, Some(item.follows.unwrap_or(item.id)), cell);
        }
        item.children.iter().for_each(|below| within(found, below));
    }
}

fn take(found: &mut BTreeMap<At, usize>, object: Option<ObjectId>, cell: &Cell) {
    if let Some(value) = cell.value.as_ref().filter(|_| !cell.usual) {
        found.insert((object, cell.id.clone()), leaves(value));
    }
}

fn leaves(value: &Printed) -> usize {
    match value {
        Printed::List(values) => values.iter().map(leaves).sum(),
        Printed::Rows(rows) => rows.rows.iter().flatten().flatten().map(leaves).sum(),
        Printed::Decision(decision) => 1 + decision.points.len(),
        _ => 1,
    }
}
