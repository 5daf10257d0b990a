//! The plans of all groups, exported in one run.

use missiv_tests::Place;
use workspace::{Kept, Library, Workspace};

use crate::content::{Sample, plan_of};
use crate::figure::{Figure, peak, timed};

/// Six programme areas in each of 21 regions.
const GROUPS: usize = 126;

pub fn measure() {
    let sample = Sample::read();
    let place = Place::new();
    for number in 0..GROUPS {
        let mut content = sample.plan_alone();
        let text = content
            .0
            .to_string()
            .replace("äldre", &format!("grupp {number}"));
        content.0 = serde_json::from_str(&text).unwrap();
        drop(content.open(&place, &format!("{number}.missiv")));
    }
    let (time, pages) = timed(|| {
        let mut pages = 0;
        for number in 0..GROUPS {
            let path = place.path(format!("{number}.missiv"));
            let workspace = Workspace::open(&path, Library::bundled()).unwrap();
            let target = place.path(format!("{number}.pdf"));
            let plan = plan_of(&workspace);
            let exported = workspace.export(plan, &target, &Kept::Draft).unwrap();
            pages += exported.pages.unwrap();
        }
        pages
    });
    let each = time / GROUPS as f64;
    let beside = format!("{:.1} s together, {pages} pages", time / 1e3);
    Figure::new(
        "groups",
        format!("the plans of {GROUPS} groups in one run, each"),
        each,
        "ms",
    )
    .beside(beside)
    .tell();
    if let Some(peak) = peak("self") {
        let what = "the most memory held until then";
        Figure::new("memory-groups", what, peak, "MB").tell();
    }
}
