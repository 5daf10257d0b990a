use model::vocabulary::{Concept, Role};

use super::*;
use crate::{Library, Workspace};

fn run(page: usize, y: f64, text: &str, part: Part) -> Run {
    Run {
        page,
        x: 20.0,
        y,
        width: 10.0,
        size: 10.0,
        text: text.to_owned(),
        part,
    }
}

#[test]
fn a_word_is_found_though_a_line_breaks_in_it_and_not_within_another() {
    let runs = [
        run(0, 5.0, "Mål och plan", Part::Furniture),
        run(0, 8.0, "Metod", Part::Contents),
        run(0, 10.0, "Upp-", Part::Text),
        run(0, 15.0, "följning sker", Part::Text),
        run(0, 20.0, "Målgrupp: alla", Part::Text),
        run(1, 10.0, "Mål", Part::Heading(0)),
        run(1, 15.0, "Metod", Part::Text),
    ];
    let stream = Stream::of(&runs);
    let all = || 0..stream.len();
    let found = |text, fit| stream.find(text, all(), fit).and_then(|at| stream.run(at));
    assert_eq!(found("Uppföljning", Fit::Beginning), Some(2));
    assert_eq!(found("Målgrupp", Fit::Label), Some(4));
    assert_eq!(found("Mål", Fit::Words), Some(5));
    assert_eq!(found("Metod", Fit::Alone), Some(6));
    assert_eq!(found("rupp", Fit::Words), None);
    assert_eq!(found("", Fit::Words), None);
    let heading = stream.heading("Mål", all());
    assert_eq!(heading.and_then(|at| stream.run(at)), Some(5));
    assert_eq!(stream.heading("Metod", all()), None);
}

/// The bundled sample, its documents that have pages.
fn sample() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let workspace = crate::open_sample(folder.path(), Library::bundled()).unwrap();
    (folder, workspace)
}

#[test]
fn each_section_of_the_sample_stands_at_its_own_heading_and_ends_before_the_next() {
    let (_folder, workspace) = sample();
    let mut checked = 0;
    for line in workspace.documents().unwrap() {
        let Ok(pages) = workspace.pages(line.id) else {
            continue;
        };
        let runs = pages.runs().unwrap();
        let paper = workspace.load(line.id).unwrap().paper;
        let spots = find(&paper, &runs);
        for section in &paper.sections {
            let Section::Field(cell) = section else {
                continue;
            };
            let label = squeezed(&cell.label);
            let stream = Stream::of(&runs);
            if stream.heading(&cell.label, 0..stream.len()).is_none() {
                continue;
            }
            let own = |spot: &&SpotView| spot.field.as_ref() == Some(&cell.id);
            let Some(spot) = spots.iter().find(own) else {
                panic!("{}: {} has no place", line.title, cell.label);
            };
            let at = |run: &&Run| {
                run.page == spot.page as usize
                    && tenths(run.size.mul_add(-RISE, run.y)) == spot.top
                    && tenths(run.x) == spot.x
            };
            let run = runs.iter().find(at).unwrap();
            let said = squeezed(&run.text);
            assert!(
                matches!(run.part, Part::Heading(_)) && label.starts_with(&said),
                "{}: {} stands at {run:?}",
                line.title,
                cell.label
            );
            // Nothing of the next heading of the paper itself is within it.
            let labels = paper.sections.iter().filter_map(|other| match other {
                Section::Field(other) if other.id != cell.id => Some(squeezed(&other.label)),
                Section::Objects(objects) => Some(squeezed(&objects.label)),
                Section::Table(table) => Some(squeezed(&table.label)),
                _ => None,
            });
            let labels: Vec<Vec<char>> = labels.filter(|label| !label.is_empty()).collect();
            let taken = runs.iter().find(|run| {
                let top = tenths(run.size.mul_add(-RISE, run.y));
                matches!(run.part, Part::Heading(_))
                    && run.page == spot.page as usize
                    && (spot.top + 5..spot.bottom).contains(&top)
                    && labels.contains(&squeezed(&run.text))
            });
            assert_eq!(taken, None, "{}: {} takes it in", line.title, cell.label);
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
}

#[test]
fn an_object_and_its_fields_stand_before_the_next_and_the_last_ends_with_its_words() {
    let (_folder, workspace) = sample();
    let mut checked = 0;
    for line in workspace.documents().unwrap() {
        let Ok(pages) = workspace.pages(line.id) else {
            continue;
        };
        let runs = pages.runs().unwrap();
        let paper = workspace.load(line.id).unwrap().paper;
        let spots = find(&paper, &runs);
        for spot in &spots {
            assert!(spot.bottom > spot.top, "{spot:?}");
            let page: Vec<&Run> = runs
                .iter()
                .filter(|run| run.page == spot.page as usize && run.part != Part::Furniture)
                .collect();
            let last = page.iter().map(|run| bottom(run)).max().unwrap();
            assert!(spot.bottom <= last, "{}: {spot:?}, {last}", line.title);
            checked += 1;
        }
        let own: Vec<&SpotView> = spots.iter().filter(|spot| spot.field.is_none()).collect();
        for pair in own.windows(2) {
            let [one, next] = pair else { continue };
            let within = |spot: &&SpotView| spot.object == one.object && spot.page == one.page;
            for spot in spots.iter().filter(within) {
                let before = next.page > spot.page || spot.top < next.top + 20;
                assert!(before, "{}: {spot:?} is after {next:?}", line.title);
            }
        }
    }
    assert!(checked > 100, "{checked}");
}

#[test]
fn what_was_measured_stands_in_the_row_of_its_indicator() {
    let (_folder, workspace) = sample();
    let mut checked = 0;
    for line in workspace.documents().unwrap() {
        let Ok(pages) = workspace.pages(line.id) else {
            continue;
        };
        let paper = workspace.load(line.id).unwrap().paper;
        let spots = find(&paper, &pages.runs().unwrap());
        let all = paper.items().into_iter();
        let indicators = all.filter(|(objects, _)| objects.concept == Some(Concept::Indicator));
        for (_, item) in indicators {
            let of = |field: Option<&String>| {
                let mut spots = spots
                    .iter()
                    .filter(|spot| spot.object == item.id.to_string());
                spots.find(|spot| spot.field.as_ref() == field)
            };
            let measured = item
                .fields
                .iter()
                .find(|cell| cell.is == Some(Role::Measured));
            let measured = measured.filter(|cell| cell.value.is_some());
            let (Some(row), Some(cell)) = (of(None), measured) else {
                continue;
            };
            let spot = of(Some(&cell.id)).unwrap();
            let is_in_it =
                spot.page == row.page && (row.top - 40..row.top + 120).contains(&spot.top);
            assert!(
                is_in_it,
                "{}: {}: {spot:?}, {row:?}",
                line.title,
                item.title()
            );
            checked += 1;
        }
    }
    assert!(checked > 2, "{checked}");
}
