//! The tags of an adopted plan and of a half-year report that is being written, as readable text. A person has read
//! tests/ref/tags-*.txt.

use missiv_tests::reference;

use crate::made::{Paper, named};

#[test]
fn the_tags_of_the_plan_are_those_that_were_read() {
    reference::check("tags-plan.txt", &shown(named("sample Äldre-2025-plan")));
}

#[test]
fn the_tags_of_the_half_year_report_are_those_that_were_read() {
    reference::check(
        "tags-halvarsrapport.txt",
        &shown(named("halland_halvarsrapport sample")),
    );
}

/// The checksum is that of a workspace made a moment ago.
fn shown(paper: &Paper) -> String {
    let text = paper.structure.to_string();
    let text = text.replace(&typeset::checksum(&paper.data), "0000-0000");
    let lines = text.lines().map(str::trim_end).collect::<Vec<_>>();
    lines.join("\n") + "\n"
}
