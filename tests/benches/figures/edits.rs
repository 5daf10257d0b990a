//! One edit to the new picture of the page it stands on: everything that a key press costs but the window.

use std::collections::BTreeMap;

use missiv_tests::Place;
use model::markdown;
use workspace::{FieldValue, Kept, ObjectId, UnsavedForm, Workspace, text_blocks};

use crate::content::{Sample, plan_of};
use crate::figure::{Figure, peak, percentile, timed, working};
use crate::peers;

/// How many edits are measured, after a few that warm up.
const EDITS: usize = 60;
const WARM: usize = 5;

/// How wide a page is drawn, in dots: as beside the form in a window of 1440.
const WIDTH: u32 = 600;

pub fn measure() {
    let sample = Sample::read();
    for (name, content, most) in [
        ("12", sample.plan_alone(), 16.0),
        ("41", sample.heavy(peers::MIDDLE), 30.0),
        ("120", sample.heavy(peers::HEAVY), 60.0),
    ] {
        let place = Place::new();
        let mut workspace = content.open(&place, "grupp.missiv");
        let plan = plan_of(&workspace);
        let field = Edited::of(&workspace, plan);
        let (cold, pages) = timed(|| workspace.pages(plan).unwrap());
        let count = pages.count();
        let page = field.page(&workspace, plan, &pages);
        drop(pages);
        let (worked, product) = working(|| field.edit(&workspace, plan, page));
        let alone = field.alone(&mut workspace, plan, page);
        let [p50, p95] = [50, 95].map(|percent| percentile(&product, percent));
        let floor = [50, 95].map(|percent| percentile(&alone, percent));
        let what = format!("one edit to the new picture of its page, p95, {count} pages");
        let beside = format!(
            "p50 {p50:.1}, processor {:.1}; the same Typst without the product p50 {:.1}, p95 {:.1}: {:.2} times",
            worked / (WARM + EDITS) as f64,
            floor[0],
            floor[1],
            p50 / floor[0]
        );
        Figure::new(format!("edit-{name}"), what, p95, "ms")
            .most(most)
            .beside(beside)
            .tell();
        let what = format!("the first setting of {count} pages");
        Figure::new(format!("first-{name}"), what, cold, "ms").tell();
    }
    if let Some(peak) = peak("self") {
        let what = "the most memory held while these were edited";
        Figure::new("memory-edits", what, peak, "MB").tell();
    }
}

/// The long text in the middle of a document that is written in.
struct Edited {
    object: String,
    field: String,
    text: String,
}

impl Edited {
    fn of(workspace: &Workspace, document: ObjectId) -> Self {
        let form = workspace.form(document).unwrap();
        let objects: Vec<_> = form
            .objects
            .iter()
            .filter(|object| object.kind == "activity")
            .collect();
        let object = objects[objects.len() / 2];
        let mut texts = object.values.iter().filter(
            |value| matches!(&value.value, FieldValue::Rich { blocks } if !blocks.is_empty()),
        );
        let field = texts.next_back().unwrap().field.clone();
        let text = "En arbetsgrupp med två representanter från varje huvudman kartlägger nuläget och tar fram ett förslag.";
        Self {
            object: object.id.clone(),
            field,
            text: text.to_owned(),
        }
    }

    fn form(&self, edit: usize) -> UnsavedForm {
        // As one types: a letter more each time, from a text of its usual length on.
        let text: String = self.text.chars().cycle().take(300 + edit).collect();
        UnsavedForm {
            object: self.object.clone(),
            field: self.field.clone(),
            value: FieldValue::Rich {
                blocks: text_blocks(markdown::parse(&text)),
            },
        }
    }

    fn page(&self, workspace: &Workspace, document: ObjectId, pages: &workspace::Pages) -> usize {
        let spots = workspace.spots(document, pages).unwrap();
        let own = |spot: &&workspace::SpotView| spot.object == self.object;
        let spot = spots.iter().find(own).unwrap();
        spot.page as usize
    }

    /// Returns how long each edit took.
    fn edit(&self, workspace: &Workspace, document: ObjectId, page: usize) -> Vec<f64> {
        let mut product = Vec::new();
        for edit in 0..WARM + EDITS {
            let unsaved = [self.form(edit)];
            let (time, png) = timed(|| {
                let pages = workspace.pages_while(document, &unsaved).unwrap();
                pages.picture(page, WIDTH).unwrap()
            });
            assert!(png.starts_with(b"\x89PNG"));
            product.push(time);
        }
        product.split_off(WARM)
    }

    /// The same edits, with the data made beforehand and nothing but the layout and Typst.
    fn alone(&self, workspace: &mut Workspace, document: ObjectId, page: usize) -> Vec<f64> {
        let line = workspace.documents().unwrap();
        let line = line.iter().find(|line| line.id == document).unwrap();
        let library = workspace.library();
        let files = peers::files(library.template(&line.template).unwrap());
        let data: Vec<Vec<u8>> = (WARM + EDITS..2 * (WARM + EDITS))
            .map(|edit| {
                workspace.write_field(document, &self.form(edit)).unwrap();
                workspace.data(document, &Kept::Draft).unwrap()
            })
            .collect();
        let mut session = typeset::Session::new();
        let none = BTreeMap::new();
        let mut times = Vec::new();
        for data in &data {
            let job = peers::job(&files, &none, data);
            let mut pages = || session.compile(&job).unwrap();
            let (time, png) = timed(|| pages().picture(page, WIDTH).unwrap());
            assert!(png.starts_with(b"\x89PNG"));
            times.push(time);
        }
        times.split_off(WARM)
    }
}
