//! What holds for each page as an eye sees it, read from Typst's frames.

use missiv_tests::frames::faults;

use crate::{
    assert_none,
    made::{Paper, all, sample},
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

/// 2.7-2: every page has its number and how many there are, in the organisation's pattern.
#[test]
fn each_page_has_its_number_of_how_many() {
    let mut wrong = Vec::new();
    for paper in all() {
        let data: serde_json::Value = serde_json::from_slice(&paper.data).unwrap();
        let pattern = data["page"]["number"].as_str().unwrap();
        let count = pages(paper);
        for page in 0..count {
            let own = paper.placed.iter();
            let own = own.filter(|it| it.furniture && it.run.page == page);
            let text: String = own.map(|it| it.run.text.as_str()).collect();
            let number = pattern
                .replace("{n}", &(page + 1).to_string())
                .replace("{N}", &count.to_string());
            if !bare(&text).contains(&bare(&number)) {
                wrong.push(format!("{}: page {} has {text:?}", paper.name, page + 1));
            }
        }
    }
    assert_none(&wrong);
}

/// 5.1-22: the reports of a year are short: the half-year's six pages at most, the annual one's twelve.
#[test]
fn the_reports_of_the_sample_year_are_short() {
    for (ident, most) in [("halvår", 6), ("år", 12)] {
        let named = |paper: &&Paper| paper.name.ends_with(&format!("-{ident}"));
        let report = sample().iter().find(named).unwrap();
        let count = pages(report);
        assert!(count > 1 && count <= most, "{}: {count}", report.name);
    }
}

fn pages(paper: &Paper) -> usize {
    paper.placed.last().map_or(0, |it| it.run.page + 1)
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
