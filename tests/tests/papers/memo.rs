//! Where the fields of a memo stand on its first page, read from the set pages: the rows and tabs of domain's table.

use std::fs;

use missiv_tests::{Place, root};
use workspace::{Input, Library, ObjectId, Workspace};

/// In millimetres: the tabs, the first row, and from one row to the next.
const TABS: [f64; 4] = [25.0, 71.0, 117.0, 163.0];
const FIRST_ROW: f64 = 28.0;
const ROW: f64 = 4.233;
const RIGHT_EDGE: f64 = 190.0;
const MOST_AWAY: f64 = 1.0;
const POINT: f64 = 25.4 / 72.0;

/// The tab (T0 is 0, T2 is 1 and so on) and the row where a text begins. In a draft the mark stands below the name, on
/// the rows of the date, which moves down and, with a field more, the recipient too.
const PLACES: [(&str, usize, u32); 20] = [
    ("Region Halland, Regionkontoret", 0, 1),
    ("Taktisk grupp Äldre", 0, 2),
    ("Handläggare", 0, 4),
    ("K.B., processtöd", 0, 5),
    ("035-00 00 00", 0, 6),
    ("Föredragande", 0, 7),
    ("A.L., ordförande", 0, 8),
    ("Missiv/", 2, 1),
    ("Datum", 2, 4),
    ("2025-11-21", 2, 5),
    ("Mottagare", 2, 8),
    ("Strategisk nivå", 2, 9),
    ("via", 2, 10),
    ("Ärendetyp", 2, 11),
    ("Beslutsärende", 2, 12),
    ("Diarienummer", 3, 4),
    ("RS250912", 3, 5),
    ("Er beteckning", 3, 6),
    ("Sammanträde", 3, 11),
    ("2025-12-05", 3, 12),
];

/// The same where no mark stands: the rows of domain's table.
const ADOPTED: [(&str, usize, u32); 8] = [
    ("Missiv/", 2, 1),
    ("Datum", 2, 2),
    ("Diarienummer", 3, 2),
    ("Handläggare", 0, 4),
    ("Föredragande", 0, 7),
    ("Mottagare", 2, 7),
    ("Ärendetyp", 2, 11),
    ("Sammanträde", 3, 11),
];

/// A run of text on the page: where it begins, its baseline and its width in millimetres, its size in points.
#[derive(Debug)]
struct Text {
    text: String,
    x: f64,
    y: f64,
    width: f64,
    size: f64,
}

#[test]
fn the_fields_of_a_memo_stand_on_their_rows_and_tabs() {
    let runs = first_page(&[("er_beteckning", "2025/12")]);
    assert_places(&runs, &PLACES);
    let mark = find(&runs, "UTKAST");
    assert!(
        mark.y > top_of(2) && mark.y < top_of(4) && (mark.x - TABS[2]).abs() < 3.0,
        "{mark:?}"
    );
    let heading = find(&runs, "Mål och Handlingsplan 2026");
    assert!((heading.x - TABS[0]).abs() <= MOST_AWAY, "{heading:?}");
    assert!(
        (heading.y - 0.75 * heading.size * POINT - top_of(15)).abs() <= MOST_AWAY,
        "{heading:?}"
    );
    let page = find(&runs, "Sida 1");
    assert!(
        (page.x + page.width - RIGHT_EDGE).abs() <= MOST_AWAY,
        "{page:?}"
    );
}

#[test]
fn without_a_mark_the_date_stands_right_below_the_name() {
    let place = Place::new();
    let (file, _) = workspace::write_sample(&place.path("året"), Library::bundled()).unwrap();
    let mut workspace = Workspace::open(&file, Library::bundled()).unwrap();
    let title = "Missiv – Årsrapport 2025";
    let memo = named(&workspace, title);
    let _ = workspace
        .adopt_by(memo, "Strategisk nivå", "2026-02-13", None)
        .unwrap();
    assert_places(&runs_of(&workspace, memo), &ADOPTED);
}

#[test]
fn a_long_field_moves_those_below_it_down_and_the_other_lane_stays() {
    let long =
        "Presidiet för strategisk nivå, samtliga sju huvudmäns diarier och nämndernas kanslier";
    let runs = first_page(&[("via", long)]);
    let below = find(&runs, "Ärendetyp");
    assert!(
        below.y >= find(&runs, "Mottagare").y + 3.5 * ROW,
        "{below:?}"
    );
    let other = find(&runs, "Föredragande");
    assert!(
        (other.y - top_of(7) - 0.75 * other.size * POINT).abs() <= MOST_AWAY,
        "{other:?}"
    );
}

#[track_caller]
fn assert_places(runs: &[Text], places: &[(&str, usize, u32)]) {
    for (text, tab, row) in places {
        let run = find(runs, text);
        let (x, y) = (TABS[*tab], top_of(*row) + 0.75 * run.size * POINT);
        let away = (run.x - x).abs().max((run.y - y).abs());
        assert!(away <= MOST_AWAY, "{text}: {run:?}, wanted {x} and {y}");
    }
}

fn top_of(row: u32) -> f64 {
    FIRST_ROW + f64::from(row - 1) * ROW
}

/// Sets the memo of the template's sample with these fields and returns the texts of its first page.
fn first_page(fields: &[(&str, &str)]) -> Vec<Text> {
    let place = Place::new();
    let example = "assets/templates/halland_missiv_beslutsunderlag/examples/sample.json";
    let json = fs::read(root().join(example)).unwrap();
    let file = place.path("missiv.missiv");
    let mut workspace = Workspace::create_from_json(&file, Library::bundled(), &json).unwrap();
    let memo = named(&workspace, "Mål och Handlingsplan 2026");
    for (field, text) in fields {
        let typed = Input::Typed((*text).to_owned());
        let _ = workspace.set(memo, ".", field, &typed).unwrap();
    }
    runs_of(&workspace, memo)
}

fn named(workspace: &Workspace, title: &str) -> ObjectId {
    let lines = workspace.documents().unwrap();
    let found = lines.iter().find(|line| line.title.contains(title));
    found.unwrap().id
}

fn runs_of(workspace: &Workspace, document: ObjectId) -> Vec<Text> {
    let runs = workspace.pages(document).unwrap().runs().unwrap();
    let on_first = runs.into_iter().filter(|run| run.page == 0);
    on_first
        .map(|run| Text {
            text: run.text.replace(['\u{a0}', '\u{202f}'], " "),
            x: run.x,
            y: run.y,
            width: run.width,
            size: run.size,
        })
        .collect()
}

#[track_caller]
fn find<'a>(runs: &'a [Text], text: &str) -> &'a Text {
    runs.iter()
        .find(|run| run.text.starts_with(text))
        .unwrap_or_else(|| panic!("{text} is on the page: {runs:?}"))
}
