//! What holds for the tags of each paper, whatever it says.

use model::paper::Section;
use typeset::structure::{Content, Structure, Tag};

use crate::{
    assert_none,
    made::{Paper, all},
};

#[test]
fn each_has_one_heading_of_level_one_and_no_level_is_skipped() {
    check(|paper| headings(&paper.structure));
}

#[test]
fn each_table_has_heads_that_say_what_they_are_the_head_of() {
    check(|paper| each(&paper.structure, "Table", table));
}

#[test]
fn each_list_holds_items_with_a_body_and_no_other() {
    check(|paper| each(&paper.structure, "L", list));
}

#[test]
fn each_picture_has_an_alternative_text() {
    check(|paper| each(&paper.structure, "Figure", figure));
}

#[test]
fn what_is_read_is_swedish_and_no_tag_that_should_speak_is_silent() {
    check(|paper| {
        let structure = &paper.structure;
        let mut faults = silent(structure);
        if structure.language != "sv-SE" {
            faults.push(format!("the language is {}", structure.language));
        }
        faults
    });
}

/// The table of contents is on the first page or the second: it needs none. Nor does the title, which is the file's.
#[test]
fn each_section_has_a_bookmark() {
    check(|paper| {
        let contents = contents(paper);
        let sections = levels(&paper.structure)
            .into_iter()
            .filter(|(level, _)| *level > 1);
        let wanted = sections
            .map(|(level, text)| (level - 1, letters(&text)))
            .filter(|(_, text)| Some(text) != contents.as_ref());
        let found = paper
            .structure
            .bookmarks
            .iter()
            .map(|(level, text)| (*level, letters(text)));
        let (wanted, found): (Vec<_>, Vec<_>) = (wanted.collect(), found.collect());
        if found == wanted {
            Vec::new()
        } else {
            vec![format!("{found:?}\n  ≠ {wanted:?}")]
        }
    });
}

#[test]
fn the_foot_is_passed_over_on_every_page() {
    check(|paper| {
        let checksum = typeset::checksum(&paper.data);
        let structure = &paper.structure;
        let read = structure
            .tags
            .iter()
            .any(|tag| tag.text().contains(&checksum));
        let pages = structure.passed_over.iter();
        let bare = pages
            .filter(|texts| !texts.concat().replace(' ', "").contains(&checksum))
            .count();
        [
            (read, "the checksum is read aloud"),
            (bare > 0, "a page has no foot"),
        ]
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, fault)| (*fault).to_owned())
        .collect()
    });
}

#[test]
fn a_fault_in_the_tags_is_found() {
    let tag = |role: &str, content: Vec<Tag>| Tag {
        role: role.to_owned(),
        content: content.into_iter().map(Content::Tag).collect(),
        ..Tag::default()
    };
    let heading = |level: usize| Tag {
        content: vec![Content::Text("x".to_owned())],
        ..tag(&format!("H{level}"), Vec::new())
    };
    let of = |tags| Structure {
        language: String::new(),
        tags,
        passed_over: Vec::new(),
        bookmarks: Vec::new(),
    };
    assert_eq!(headings(&of(vec![heading(1), heading(3)])).len(), 1);
    assert_eq!(headings(&of(vec![heading(1), heading(1)])).len(), 1);
    assert_eq!(headings(&of(vec![heading(2)])).len(), 2);
    assert_eq!(
        headings(&of(vec![heading(1), heading(2), heading(3), heading(2)])).len(),
        0
    );
    assert_eq!(
        table(&tag("Table", vec![tag("TR", vec![tag("TD", Vec::new())])])).len(),
        1
    );
    assert_eq!(list(&tag("L", vec![tag("P", Vec::new())])).len(), 1);
    assert_eq!(
        list(&tag("L", vec![tag("LI", vec![tag("LBody", Vec::new())])])).len(),
        1
    );
    assert_eq!(
        list(&tag(
            "L",
            vec![
                tag("LI", vec![tag("LBody", Vec::new())]),
                tag("L", Vec::new())
            ]
        ))
        .len(),
        0
    );
    assert_eq!(figure(&tag("Figure", Vec::new())).len(), 1);
    assert_eq!(silent(&of(vec![tag("H2", Vec::new())])).len(), 1);
}

fn check(faults: impl Fn(&Paper) -> Vec<String>) {
    let named = |paper: &Paper| {
        faults(paper)
            .into_iter()
            .map(|fault| format!("{}: {fault}", paper.name))
            .collect::<Vec<_>>()
    };
    assert_none(&all().iter().flat_map(named).collect::<Vec<_>>());
}

fn each(structure: &Structure, role: &str, faults: impl Fn(&Tag) -> Vec<String>) -> Vec<String> {
    structure
        .all()
        .into_iter()
        .filter(|tag| tag.role == role)
        .flat_map(faults)
        .collect()
}

fn levels(structure: &Structure) -> Vec<(usize, String)> {
    let level = |tag: &&Tag| {
        tag.role
            .strip_prefix('H')
            .and_then(|level| level.parse().ok())
    };
    structure
        .all()
        .iter()
        .filter_map(|tag| Some((level(tag)?, tag.text())))
        .collect()
}

fn headings(structure: &Structure) -> Vec<String> {
    let levels = levels(structure);
    let mut faults = Vec::new();
    let tops = levels.iter().filter(|(level, _)| *level == 1).count();
    if tops != 1 {
        faults.push(format!("{tops} headings of level 1"));
    }
    let mut before = 0;
    for (level, text) in levels {
        if level > before + 1 {
            faults.push(format!(
                "”{text}” is of level {level} after one of level {before}"
            ));
        }
        before = level;
    }
    faults
}

fn table(table: &Tag) -> Vec<String> {
    let cells = below(table, &["TR"]).into_iter().flat_map(Tag::tags);
    let first = below(table, &["TR"])
        .first()
        .map(|row| row.tags().all(|cell| cell.role == "TH"))
        .unwrap_or_default();
    let heads: Vec<&Tag> = cells.filter(|cell| cell.role == "TH").collect();
    let mut faults = Vec::new();
    if !first {
        faults.push(format!(
            "the first row of a table is no row of heads: {}",
            table.text()
        ));
    }
    for head in heads
        .iter()
        .filter(|head| head.attribute("Scope").is_none())
    {
        faults.push(format!("the head ”{}” says not of what", head.text()));
    }
    faults
}

/// A list within an item stands behind it: Typst moves it out of the item's body, for a reader that knows PDF 1.7 wants
/// it so.
fn list(list: &Tag) -> Vec<String> {
    let parts: Vec<&Tag> = list.tags().collect();
    let mut faults = Vec::new();
    for (i, part) in parts.iter().enumerate() {
        let body = part.tags().find(|part| part.role == "LBody");
        let before = i.checked_sub(1).map(|i| parts[i].role.as_str());
        let next = parts.get(i + 1).map(|part| part.role.as_str());
        let is_right = match part.role.as_str() {
            "LI" => body.is_some_and(|body| !body.text().trim().is_empty() || next == Some("L")),
            "L" => before == Some("LI"),
            other => other == "Caption",
        };
        if !is_right {
            faults.push(format!("a list holds {}: {}", part.role, part.text()));
        }
    }
    faults
}

fn figure(figure: &Tag) -> Vec<String> {
    let has = figure
        .alt
        .as_ref()
        .is_some_and(|alt| !alt.trim().is_empty());
    if has {
        Vec::new()
    } else {
        vec!["a picture without alternative text".to_owned()]
    }
}

/// The heading of the paper's table of contents.
fn contents(paper: &Paper) -> Option<String> {
    let sections = model::paper::Paper::from_json(&paper.data)
        .unwrap()
        .sections;
    sections.into_iter().find_map(|section| match section {
        Section::Contents { label, .. } => Some(letters(&label)),
        _ => None,
    })
}

/// A text without spaces, full stops and soft hyphens, which a heading's parts are set with and a bookmark's are not.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A heading, paragraph, head or item that says nothing.
fn silent(structure: &Structure) -> Vec<String> {
    const SPEAKING: &[&str] = &[
        "H1", "H2", "H3", "H4", "H5", "H6", "P", "TH", "Link", "Caption",
    ];
    let all = structure.all().into_iter();
    let silent =
        all.filter(|tag| SPEAKING.contains(&tag.role.as_str()) && tag.text().trim().is_empty());
    silent.map(|tag| format!("an empty {}", tag.role)).collect()
}

/// The tags with one of these roles in a tag, through the parts of a table.
fn below<'a>(tag: &'a Tag, roles: &[&str]) -> Vec<&'a Tag> {
    let mut found = Vec::new();
    for part in tag.tags() {
        if roles.contains(&part.role.as_str()) {
            found.push(part);
        } else if ["THead", "TBody", "TFoot"].contains(&part.role.as_str()) {
            found.extend(below(part, roles));
        }
    }
    found
}
