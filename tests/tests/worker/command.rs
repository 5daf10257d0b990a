//! The same through `missiv`: a sentence, exit code 1, and a workspace file that is as it was.

use std::{collections::BTreeSet, ffi::OsString, fs};

use crate::pack::Group;

#[test]
fn a_template_from_outside_exports_without_its_folder() {
    let group = Group::with("");
    group.begin("2026");
    fs::remove_dir_all(group.place.path("packs")).unwrap();
    let _ = group.export("2026").succeeded();
    let pdf = fs::read(group.place.path("2026.pdf")).unwrap();
    assert!(typeset::text(&pdf).unwrap().concat().contains("Prov"));
}

#[test]
fn a_layout_that_asks_for_too_much_or_for_what_it_may_not_have_is_refused() {
    for layout in [
        "#range(300000000)",
        "#let x = (0,) * 100; #for i in range(60) { x = x + x }",
        "#while true { }",
        "#let f(x) = f(x + 1); #f(0)",
        "#plugin(\"/data.json\")",
        "#read(\"/etc/passwd\")",
        "#read(\"../../g.missiv\")",
        "#import \"@preview/cetz:0.4.0\"",
    ] {
        let group = Group::with(layout);
        group.begin("2026");
        let file = group.place.path("g.missiv");
        let (before, beside) = (fs::read(&file).unwrap(), left(&group));
        let answer = group.export("2026").failed_with(1);
        let said: Vec<&str> = answer.stderr.lines().collect();
        assert!(
            said.len() >= 2 && said[0].starts_with("Sidorna "),
            "{layout}: {answer}"
        );
        assert!(fs::read(&file).unwrap() == before, "{layout}");
        assert_eq!(left(&group), beside, "{layout} left something");
        let _ = group.place.missiv(["list", "g.missiv"]).succeeded();
    }
}

#[test]
fn a_layout_that_hangs_for_one_document_is_ended_for_that_one() {
    let hang = "#if data.document.period == \"2027\" { for i in range(100000) { for j in range(100000) { let k = j } } }";
    let group = Group::with(hang);
    group.begin("2026");
    group.begin("2027");
    let _ = group.export("2026").succeeded();
    let before = fs::read(group.place.path("g.missiv")).unwrap();
    let answer = group.export("2027").failed_with(1);
    assert!(
        answer
            .stderr
            .starts_with("Sidorna blev inte klara på 20 sekunder"),
        "{answer}"
    );
    assert!(!group.place.path("2027.pdf").exists());
    assert!(fs::read(group.place.path("g.missiv")).unwrap() == before);
    let _ = group.export("2026").succeeded();
}

/// The names beside the workspace file.
fn left(group: &Group) -> BTreeSet<OsString> {
    let entries = fs::read_dir(group.place.path("")).unwrap();
    entries.map(|entry| entry.unwrap().file_name()).collect()
}
