//! What holds for each page as an eye sees it, read from Typst's frames.

use missiv_tests::frames::faults;

use crate::{
    assert_none,
    made::{Paper, all},
};

#[test]
fn no_heading_stands_last_no_line_is_overfull_and_no_column_is_too_narrow() {
    let named = |paper: &Paper| {
        let faults = faults(&paper.placed).into_iter();
        faults
            .map(|fault| format!("{}: {fault}", paper.name))
            .collect::<Vec<_>>()
    };
    assert_none(&all().iter().flat_map(named).collect::<Vec<_>>());
}

/// The judge sees what it is to judge: headings, tables, furniture, and widths of columns.
#[test]
fn the_frames_say_what_text_stands_in() {
    for paper in all() {
        let placed = &paper.placed;
        assert!(placed.iter().any(|it| it.lead), "{}", paper.name);
        let furniture = placed.iter().filter(|it| it.furniture);
        let pages = placed.last().map_or(0, |it| it.run.page + 1);
        assert!(furniture.count() >= pages, "{}", paper.name);
    }
    let cells = all().iter().flat_map(|paper| &paper.placed);
    let cells = cells.filter_map(|it| it.cell).filter(|cell| cell.table);
    assert!(cells.filter(|cell| cell.width.is_some()).count() > 1000);
}
