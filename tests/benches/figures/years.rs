//! Ten years of one group, opened to the first view that one can work from.

use std::fs;

use missiv_tests::Place;
use model::markdown;
use serde_json::Value;
use workspace::{FieldValue, Library, UnsavedForm, Workspace, text_blocks};

use crate::content::Sample;
use crate::figure::{Figure, percentile, timed};

const RUNS: usize = 9;
const YEARS: i32 = 10;

/// How often somebody has saved something in each year.
const SAVES: usize = 300;

pub fn measure() {
    let place = Place::new();
    let path = place.path("tio.missiv");
    let documents = fill(&place);
    let size = fs::metadata(&path).unwrap().len() as f64 / 1e6;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let (time, (count, _)) = timed(|| {
            let workspace = Workspace::open(&path, Library::bundled()).unwrap();
            // What the window asks for before anything can be seen (ui/src/features/session).
            let name = workspace.name().unwrap();
            let count = workspace.documents().unwrap().len();
            let year = workspace.year(None).unwrap();
            (count, (name, year))
        });
        assert_eq!(count, documents);
        times.push(time);
    }
    let p50 = percentile(&times, 50);
    let beside = format!(
        "{documents} documents, {size:.1} MB; p95 {:.0}",
        percentile(&times, 95)
    );
    let what = "ten years of one group, opened to the first useful view";
    Figure::new("ten-years", what, p50, "ms")
        .most(300.0)
        .beside(beside)
        .tell();
}

/// Makes the file: the sample's year ten times over, each with its own objects and days, and a history of saves.
fn fill(place: &Place) -> usize {
    let sample = Sample::read();
    let year = year_of(&sample);
    let mut all = Vec::new();
    for back in 0..YEARS {
        let skipped = usize::from(back > 0);
        for document in sample.documents().into_iter().skip(skipped) {
            let mut document = moved(&document, year, year - back);
            if back > 0 {
                // What is handed in must be without fault, and days that moved may be holidays.
                document.as_object_mut().unwrap().remove("editions");
            }
            all.push(document);
        }
    }
    let content = sample.with(all);
    let mut workspace = content.open(place, "tio.missiv");
    let plan = workspace.find_document(&format!("plan/{year}")).unwrap();
    let form = workspace.form(plan).unwrap();
    let mut places = Vec::new();
    for object in &form.objects {
        for value in &object.values {
            if matches!(value.value, FieldValue::Rich { .. }) && object.kind == "activity" {
                places.push((object.id.clone(), value.field.clone()));
            }
        }
    }
    for edit in 0..SAVES * YEARS as usize {
        let (object, field) = places[edit % places.len()].clone();
        let text =
            format!("Arbetet har följts upp vid möte {edit}. Nästa steg beslutas av gruppen.");
        let blocks = text_blocks(markdown::parse(&text));
        let value = FieldValue::Rich { blocks };
        let form = UnsavedForm {
            object,
            field,
            value,
        };
        workspace.write_field(plan, &form).unwrap();
    }
    workspace.documents().unwrap().len()
}

fn year_of(sample: &Sample) -> i32 {
    let documents = sample.documents();
    let period = documents[sample.plan()]["period"].as_str().unwrap();
    period.parse().unwrap()
}

/// Returns a document of another year: every year in it, and the year that its objects' ids begin with.
fn moved(document: &Value, from: i32, to: i32) -> Value {
    let mut text = document.to_string();
    // Parted by a mark, so that a year that has moved does not move again.
    let marked = |year: i32| format!("{}\u{1}{}", year / 100, year % 100);
    text = text.replace(&format!("{from}a1d0"), &format!("{}b1d0", marked(to)));
    for near in [-1, 0, 1] {
        text = text.replace(&(from + near).to_string(), &marked(to + near));
    }
    let moved = text.replace('\u{1}', "");
    serde_json::from_str(&moved).unwrap()
}
