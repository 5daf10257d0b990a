//! What a layout may do, and how it is told of its faults.

use typeset::{Fault, Severity, compile};

use crate::bench::Bench;

#[test]
fn a_layout_sees_data_shared_package_images_and_checksum() {
    let bench = Bench::new();
    let pages = compile(&bench.job()).unwrap();
    assert_eq!(pages.count(), 1);
    assert_eq!(pages.title(), Some("Rapport"));
    assert_eq!(pages.warnings(), []);
    let text = pages.text();
    for expected in ["Rapport\n", "Andra stycket.", "Antal2"] {
        assert!(text.contains(expected), "{expected:?} in {text:?}");
    }
    assert!(text.contains(&typeset::checksum(&bench.data)), "{text:?}");
}

#[test]
fn user_text_is_never_markup() {
    let typed = [
        "#panic()",
        "$x$",
        "*a* _b_",
        "#read(\"/main.typ\")",
        "= Rubrik",
        "<label> @label",
        "\\u{41}",
        "// borta",
        "`kod`",
    ];
    let bench = Bench::with_texts(&typed);
    let text = compile(&bench.job()).unwrap().text();
    for expected in typed {
        assert!(text.contains(expected), "{expected:?} in {text:?}");
    }
}

#[test]
fn a_fault_has_file_line_column_and_hints() {
    let fault = only_fault("#let a = 1\n\n#foo-bar\n");
    assert_eq!(fault.severity, Severity::Error);
    assert_eq!(fault.file.as_deref(), Some("main.typ"));
    assert_eq!((fault.line, fault.column), (Some(3), Some(2)));
    assert_eq!(fault.message, "unknown variable: foo-bar");
    assert!(!fault.hints.is_empty());
    assert!(fault.to_string().starts_with("main.typ:3:2: unknown"));
}

#[test]
fn a_fault_in_the_shared_package_names_its_file_and_who_called() {
    let call = "#import \"/shared/frame.typ\": frame\n\n#frame((:), none)";
    let mut bench = Bench::with_main(call);
    let broken = b"#let frame(data, body) = {\n  data.nothing\n}".to_vec();
    bench.shared.insert("frame.typ".to_owned(), broken);
    let faults = faults(&bench);
    assert_eq!(faults[0].file.as_deref(), Some("shared/frame.typ"));
    assert_eq!(faults[0].line, Some(2));
    let calls = faults[0].hints.join("\n");
    assert!(calls.contains("main.typ:3"), "{calls:?}");
}

#[test]
fn all_faults_come_at_once() {
    let bench = Bench::with_main("#let a = (\n\n#let = 3\n");
    assert!(faults(&bench).len() > 1);
}

#[test]
fn data_that_are_no_json_are_a_fault_with_a_place() {
    let mut bench = Bench::new();
    bench.data = b"{\n  \"title\": \"a\",\n  oops\n}".to_vec();
    let faults = faults(&bench);
    assert_eq!(faults[0].file.as_deref(), Some("data.json"), "{faults:?}");
    assert_eq!(faults[0].line, Some(3));
}

#[test]
fn a_missing_font_is_a_warning() {
    let bench = Bench::with_main("#set text(font: \"Papyrus\")\nText");
    let pages = compile(&bench.job()).unwrap();
    assert_eq!(pages.warnings()[0].severity, Severity::Warning);
    assert_eq!(pages.warnings()[0].line, Some(1));
}

#[test]
fn plugins_are_refused_by_any_name_and_from_any_source() {
    let wasm = "bytes((0, 97, 115, 109, 1, 0, 0, 0))";
    for call in [
        format!("plugin({wasm})"),
        format!("std.plugin({wasm})"),
        "plugin(\"a.wasm\")".to_owned(),
        format!("{{ let p = plugin; p({wasm}) }}"),
        format!("eval(\"plugin({wasm})\")"),
    ] {
        let fault = only_fault(&format!("#{call}"));
        assert_eq!(fault.message, "plugin() is refused", "{call}");
        assert_eq!(fault.line, Some(1), "{call}");
    }
}

#[test]
fn a_plugins_side_doors_are_closed_too() {
    only_fault("#plugin.transition");
    only_fault("#std.plugin.transition");
}

#[test]
fn webassembly_is_handed_to_nobody() {
    let mut bench = Bench::with_main("#read(\"a.wasm\", encoding: none)");
    bench.files.insert("a.wasm".to_owned(), b"\0asm".to_vec());
    let faults = faults(&bench);
    assert!(faults[0].message.contains("access denied"), "{faults:?}");
}

#[test]
fn a_layout_reaches_no_other_file_package_or_date() {
    for (main, expected) in [
        ("#read(\"/etc/passwd\")", "file not found"),
        ("#read(\"../main.typ\")", "escape"),
        ("#read(\"../../etc/passwd\")", "escape"),
        ("#import \"@preview/cetz:0.3.0\"", "no packages"),
        ("#datetime.today()", "unable to get the current date"),
        ("#image(\"https://example.org/a.png\")", "file not found"),
    ] {
        let fault = only_fault(main);
        assert!(fault.message.contains(expected), "{main}: {fault}");
    }
}

#[test]
fn a_template_cannot_stand_in_for_the_data() {
    let mut bench = Bench::new();
    bench.files.insert("data.json".to_owned(), b"{}".to_vec());
    assert_eq!(compile(&bench.job()).unwrap().title(), Some("Rapport"));
}

#[test]
fn a_name_outside_the_folder_is_a_fault() {
    let mut bench = Bench::new();
    bench.files.insert("../a.typ".to_owned(), Vec::new());
    bench.files.insert("b\\c.typ".to_owned(), Vec::new());
    let faults = faults(&bench);
    let named: Vec<_> = faults
        .iter()
        .filter_map(|fault| fault.file.as_deref())
        .collect();
    assert_eq!(named, ["../a.typ", "b\\c.typ"]);
}

#[test]
fn a_folder_without_a_layout_is_a_fault() {
    let mut bench = Bench::new();
    bench.files.clear();
    let faults = faults(&bench);
    assert!(faults[0].message.contains("file not found"), "{faults:?}");
}

#[test]
fn labelled_places_and_runs_are_found_where_they_stand() {
    let main = "#set page(width: 100mm, height: 80mm, margin: 0mm)\n\
        #place(dx: 20mm, dy: 30mm)[#box[Här] <here>]\n\
        #place(dx: 50mm, rotate(0deg, text(10pt)[Där]))";
    let bench = Bench::with_main(main);
    let pages = compile(&bench.job()).unwrap();
    assert_eq!(pages.size(0), Some((100.0, 80.0)));
    let marks = pages.marks();
    assert_eq!(marks[0].label, "here");
    assert!((marks[0].x - 20.0).abs() < 0.1, "{marks:?}");
    let runs = pages.runs();
    let there = runs.iter().find(|run| run.text == "Där").unwrap();
    assert!((there.x - 50.0).abs() < 0.1, "{there:?}");
    assert!((there.size - 10.0).abs() < 0.01, "{there:?}");
}

#[test]
fn a_page_is_drawn_as_wide_as_it_is_asked_for_and_never_beyond_a_bound() {
    let pages = compile(&Bench::with_main(LANDSCAPE).job()).unwrap();
    assert!(pages.png(0, 1.0).unwrap().starts_with(b"\x89PNG"));
    assert_eq!(pages.png(1, 1.0), None);
    for (width, drawn) in [(400, (400, 200)), (1, (1, 1)), (u32::MAX, (3_600, 1_800))] {
        assert_eq!(dots(&pages.picture(0, width).unwrap()), drawn, "{width}");
    }
    assert_eq!(pages.picture(0, 0), None);
    assert_eq!(pages.picture(1, 400), None);
}

const LANDSCAPE: &str = "#set page(width: 20cm, height: 10cm)\n#set document(title: \"T\")\nText";

/// The width and height that a PNG says it has.
fn dots(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn a_page_that_no_pdf_may_have_is_a_fault() {
    for (size, fits) in [("14400pt", true), ("14401pt", false), ("2pt", false)] {
        let main = format!(
            "#set page(width: {size}, height: 10cm, margin: 0pt)\n#set document(title: \"T\")\n"
        );
        let bench = Bench::with_main(&main);
        let pages = compile(&bench.job()).unwrap();
        let made = typeset::pdf(&pages, &bench.job());
        let refused = matches!(&made, Err(faults) if faults[0].message.contains("a side of"));
        assert_eq!(refused, !fits, "{size}: {:?}", made.err());
    }
}

#[test]
fn a_page_is_known_by_its_look() {
    let set = |second: &str| {
        let main = format!("#set document(title: \"T\")\nEtt\n#pagebreak()\n{second}");
        let pages = compile(&Bench::with_main(&main).job()).unwrap();
        [0, 1, 2].map(|page| pages.look(page))
    };
    let looks = set("Två");
    assert_eq!(looks[2], None);
    assert_ne!(looks[0], looks[1]);
    assert_eq!(set("Två"), looks);
    let changed = set("Tre");
    assert_eq!(changed[0], looks[0], "nothing has changed there");
    assert_ne!(changed[1], looks[1]);
    let coloured = set("#set page(fill: luma(240))\nTvå");
    assert_ne!(coloured[1], looks[1]);
}

fn only_fault(main: &str) -> Fault {
    let mut faults = faults(&Bench::with_main(main));
    assert_eq!(faults.len(), 1, "{main}: {faults:?}");
    faults.remove(0)
}

fn faults(bench: &Bench) -> Vec<Fault> {
    match compile(&bench.job()) {
        Ok(pages) => panic!("no fault, but {:?}", pages.text()),
        Err(faults) => faults,
    }
}
