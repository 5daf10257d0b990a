//! What must hold for every set page, read from where each run of text stands.

use std::collections::BTreeMap;

use typeset::placed::{Cell, Placed};

/// In millimetres: where the text stands on every page, and where the foot begins.
const LEFT: f64 = 25.0;
const RIGHT: f64 = 190.0;
const FOOT: f64 = 276.0;

/// How far text may stick out, in millimetres: less than an eye sees.
const TOLERANCE: f64 = 0.3;

/// How far a hyphen or a comma hangs out of its line, in parts of the font's size.
const HANGING: f64 = 0.25;

/// The fewest characters that a column with text has room for.
const NARROWEST: usize = 12;

/// The mean width of a letter, in parts of the font's size.
const LETTER: f64 = 0.45;

const POINT: f64 = 25.4 / 72.0;

/// How far above a heading the text beside it may begin, in millimetres.
const BESIDE: f64 = 2.0;

/// Returns what is wrong with set pages: a heading that stands last on a page, a line that runs out of the page or
/// out of its cell, a column too narrow for its text.
#[must_use]
pub fn faults(placed: &[Placed]) -> Vec<String> {
    let mut faults = overfull(placed);
    faults.extend(last_headings(placed));
    faults.extend(narrow_columns(placed));
    faults
}

fn overfull(placed: &[Placed]) -> Vec<String> {
    let mut faults = Vec::new();
    for it in placed.iter().filter(|it| !it.run.text.trim().is_empty()) {
        let (run, right) = (&it.run, it.right);
        // Punctuation that ends a line hangs into the margin, so that the edge looks straight.
        let shown = run
            .text
            .trim_end_matches(|c: char| c.is_whitespace() || c == '\u{200b}');
        let ends = shown.chars().next_back();
        let hangs =
            ends.is_some_and(|c| c == '\u{ad}' || c.is_ascii_punctuation() || "”–’".contains(c));
        let tolerance = TOLERANCE
            + if hangs {
                HANGING * run.size * POINT
            } else {
                0.0
            };
        let mut told = |what: &str| {
            let start: String = run.text.chars().take(40).collect();
            let page = run.page + 1;
            faults.push(format!(
                "page {page}: {what}: {start:?} at {:.1}–{right:.1}, {:.1} mm",
                run.x, run.y
            ));
        };
        if run.x < LEFT - TOLERANCE || right > RIGHT + tolerance {
            told("text runs out of the page");
        } else if !it.furniture && run.y > FOOT {
            told("text runs into the foot");
        } else if let Some(Cell {
            left,
            width: Some(width),
            ..
        }) = it.cell
            && (run.x < left - TOLERANCE || right > left + width + tolerance)
        {
            told("text runs out of its cell");
        }
    }
    faults
}

/// A heading in the left margin has its text beside it, so what counts is where its first line stands.
fn last_headings(placed: &[Placed]) -> Vec<String> {
    // At the end of the document nothing follows that a heading could be parted from.
    let last_page = placed.last().map_or(0, |it| it.run.page);
    let mut faults = Vec::new();
    for page in 0..last_page {
        let body = placed.iter().filter(|it| it.run.page == page);
        let body = body.filter(|it| !it.furniture && !it.run.text.trim().is_empty());
        let (leads, texts): (Vec<_>, Vec<_>) = body.partition(|it| leads_on(it));
        let Some(lead) = first_line_of_last(&leads) else {
            continue;
        };
        let last = texts.iter().map(|it| it.run.y).fold(0.0, f64::max);
        if last < lead.run.y - BESIDE {
            let page = page + 1;
            faults.push(format!("page {page}: {:?} stands last", lead.run.text));
        }
    }
    faults
}

/// Headings, words over tables and the heads of tables lead to something.
fn leads_on(it: &Placed) -> bool {
    it.lead || it.cell.is_some_and(|cell| cell.table && cell.row == 0)
}

/// The first line of the lowest block of leading lines that stand close below each other.
fn first_line_of_last<'a>(leads: &[&'a Placed]) -> Option<&'a Placed> {
    let mut sorted = leads.to_vec();
    sorted.sort_by(|a, b| b.run.y.total_cmp(&a.run.y));
    let mut first = *sorted.first()?;
    for lead in sorted {
        if first.run.y - lead.run.y < 2.0 * first.run.size * POINT {
            first = lead;
        }
    }
    Some(first)
}

/// A column has room for twelve characters as soon as one of its cells holds more.
fn narrow_columns(placed: &[Placed]) -> Vec<String> {
    let mut columns: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
    let mut texts: BTreeMap<(usize, usize, usize), String> = BTreeMap::new();
    for it in placed.iter().filter(|it| !it.furniture) {
        let Some(cell) = it.cell.filter(|cell| cell.table && cell.span == 1) else {
            continue;
        };
        if let (Some(width), true) = (cell.width, cell.row > 0) {
            let column = (cell.grid, cell.column);
            columns.insert(column, (width, it.run.size));
            let text = texts.entry((cell.grid, cell.column, cell.row));
            text.or_default().push_str(&it.run.text);
        }
    }
    let mut faults = Vec::new();
    for ((grid, column, row), text) in texts {
        let (width, size) = columns[&(grid, column)];
        let room = (width / (size * POINT * LETTER)).round() as usize;
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        if letters > NARROWEST && room < NARROWEST {
            let text: String = text.chars().take(40).collect();
            faults.push(format!(
                "a column of {room} characters holds {text:?} in row {row}"
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use typeset::pages::{Part, Run};

    fn run(x: f64, y: f64, width: f64) -> Placed {
        let run = Run {
            page: 0,
            x,
            y,
            width,
            size: 10.0,
            text: "Samverkan i länet".to_owned(),
            part: Part::Text,
        };
        Placed {
            right: x + width,
            run,
            furniture: false,
            lead: false,
            cell: None,
        }
    }

    fn cell(width: f64) -> Cell {
        Cell {
            grid: 0,
            table: true,
            row: 1,
            column: 0,
            span: 1,
            left: 30.0,
            width: Some(width),
        }
    }

    #[test]
    fn text_that_runs_out_is_found() {
        assert_eq!(faults(&[run(25.0, 100.0, 165.0)]), [""; 0]);
        assert_eq!(faults(&[run(25.0, 100.0, 166.0)]).len(), 1);
        assert_eq!(faults(&[run(24.0, 100.0, 10.0)]).len(), 1);
        assert_eq!(faults(&[run(25.0, 277.0, 10.0)]).len(), 1);
        let within = |width| Placed {
            cell: Some(cell(40.0)),
            ..run(30.0, 100.0, width)
        };
        assert_eq!(faults(&[within(40.0)]), [""; 0]);
        assert_eq!(faults(&[within(41.0)]).len(), 1);
    }

    #[test]
    fn a_heading_that_stands_last_is_found_and_one_with_its_text_beside_it_is_not() {
        let heading = |y| Placed {
            lead: true,
            ..run(25.0, y, 30.0)
        };
        let text = |y| run(71.0, y, 30.0);
        let faults = |page: &[Placed]| {
            let mut next = run(25.0, 50.0, 30.0);
            next.run.page = 1;
            faults(&[page, &[next]].concat())
        };
        assert_eq!(faults(&[text(90.0), heading(100.0)]).len(), 1);
        assert_eq!(
            faults(&[text(90.0), heading(100.0), heading(104.0)]).len(),
            1
        );
        assert_eq!(
            faults(&[heading(100.0), heading(104.0), text(99.5)]),
            [""; 0]
        );
        assert_eq!(faults(&[heading(100.0), text(110.0)]), [""; 0]);
    }

    #[test]
    fn a_narrow_column_with_a_long_text_is_found() {
        let within = |width| Placed {
            cell: Some(cell(width)),
            ..run(30.0, 100.0, 10.0)
        };
        assert_eq!(faults(&[within(15.0)]).len(), 1);
        assert_eq!(faults(&[within(20.0)]), [""; 0]);
    }
}
