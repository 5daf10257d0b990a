//! The PDFs themselves.

use typeset::{Standard, attachment, compile, pdf, read_back, text, validate};

use crate::bench::Bench;

#[test]
fn a_working_pdf_holds_the_data_and_keeps_3a_and_ua_1() {
    let bench = Bench::new();
    let bytes = made(&bench);
    assert_eq!(
        attachment(&bytes).unwrap().as_deref(),
        Some(&bench.data[..])
    );
    let verdict = validate(&bytes, Standard::Working).unwrap();
    assert!(verdict.passes(), "{verdict:?}");
    let names: Vec<_> = verdict
        .standards
        .iter()
        .map(|judged| judged.standard)
        .collect();
    assert_eq!(names, ["PDF/A-3a", "PDF/UA-1"]);
    assert!(
        verdict.standards.iter().all(|judged| judged.rules > 50),
        "{verdict:?}"
    );
}

#[test]
fn an_archive_copy_holds_no_attachment_and_keeps_2a_and_ua_1() {
    let bench = archive();
    let bytes = made(&bench);
    assert_eq!(attachment(&bytes).unwrap(), None);
    let verdict = validate(&bytes, Standard::Archive).unwrap();
    assert!(verdict.passes(), "{verdict:?}");
}

#[test]
fn the_wrong_standard_is_seen() {
    let verdict = validate(&made(&archive()), Standard::Working).unwrap();
    assert!(!verdict.passes());
    let [archival, accessible] = &verdict.standards[..] else {
        panic!("{verdict:?}")
    };
    assert!(!archival.failed.is_empty());
    assert!(accessible.failed.is_empty());
}

#[test]
fn the_same_job_gives_the_same_bytes() {
    for bench in [Bench::new(), archive()] {
        assert!(made(&bench) == made(&bench));
    }
}

#[test]
fn the_pdf_carries_the_stamp_with_its_offset() {
    let bench = Bench::new();
    let bytes = made(&bench);
    assert!(contains(&bytes, "D:20260630154510+02'00"));
    assert!(contains(&bytes, "2026-06-30T15:45:10+02:00"));
    let mut job = bench.job();
    job.stamp.ident = "another".to_owned();
    let other = pdf(&compile(&job).unwrap(), &job).unwrap();
    assert!(bytes != other);
}

#[test]
fn printpdf_reads_what_was_set() {
    let bench = Bench::with_texts(&["Åäö – ”fin” fraktion, AVTAL, Tå", &"ordning ".repeat(2000)]);
    let job = bench.job();
    let pages = compile(&job).unwrap();
    let read = read_back(&pages, &job, &pdf(&pages, &job).unwrap()).unwrap();
    assert_eq!(read.pages, pages.count());
    assert!(read.pages > 2);
    assert_eq!(read.title, "Rapport");
    assert!(read.characters > 14_000);
    assert!(read.attached);
}

#[test]
fn the_text_of_a_pdf_is_read_without_its_document() {
    let bench = Bench::with_texts(&["Vård – fin", &"ordning ".repeat(2000)]);
    let pages = text(&made(&bench)).unwrap();
    assert!(pages.len() > 2);
    assert!(pages[0].contains("Vård – fin"), "{:?}", pages[0]);
    assert!(pages[1].contains("ordning ordning"), "{:?}", pages[1]);
    let checksum = typeset::checksum(&bench.data);
    assert!(pages.iter().all(|page| page.contains(&checksum)));
}

#[test]
fn words_in_a_picture_do_not_disturb_the_reading() {
    let mut bench = Bench::new();
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='20'>\
        <text x='0' y='15' font-family='Source Sans 3'>Ord i bild</text></svg>";
    bench.images.insert("dot.svg".to_owned(), svg.into());
    let job = bench.job();
    let pages = compile(&job).unwrap();
    let bytes = pdf(&pages, &job).unwrap();
    assert!(text(&bytes).unwrap()[0].contains("Ord i bild"));
    read_back(&pages, &job, &bytes).unwrap();
    assert!(validate(&bytes, job.standard).unwrap().passes());
}

#[test]
fn another_document_is_not_taken_for_this_one() {
    let (one, other) = (Bench::new(), Bench::with_texts(&["Annat."]));
    let pages = compile(&one.job()).unwrap();
    let error = read_back(&pages, &one.job(), &made(&other)).unwrap_err();
    assert_eq!(error.to_string(), "the text of page 1 is another");
}

#[test]
fn a_layout_that_attaches_other_data_is_caught() {
    let main = "#set document(title: \"T\")\n#pdf.attach(\"/data.json\", bytes(\"{}\"), \
        relationship: \"source\", mime-type: \"application/json\", description: \"D\")\nText";
    for main in [main, "#set document(title: \"T\")\nText"] {
        let bench = Bench::with_main(main);
        let pages = compile(&bench.job()).unwrap();
        let error = read_back(&pages, &bench.job(), &made(&bench)).unwrap_err();
        let expected = "the attached data are not those of the document";
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn what_the_standards_forbid_is_a_fault_with_a_place() {
    for (main, expected, line) in [
        (
            "#set document(title: \"T\")\n\nEn 👍",
            "could not be displayed",
            Some(3),
        ),
        (
            "#set document(title: \"T\")\n#image(\"/images/dot.svg\")",
            "missing alt text",
            Some(2),
        ),
        ("Ingen titel", "missing document title", None),
        (
            "#set document(title: \"T\", date: datetime(year: 2026, month: 1, day: 1))\nText",
            "the layout sets the document's date",
            None,
        ),
    ] {
        let bench = Bench::with_main(main);
        let faults = pdf(&compile(&bench.job()).unwrap(), &bench.job()).unwrap_err();
        assert!(faults[0].message.contains(expected), "{faults:?}");
        assert_eq!(faults[0].line, line, "{faults:?}");
        assert!(!faults[0].hints.is_empty(), "{faults:?}");
    }
}

#[test]
fn an_attachment_in_an_archive_copy_is_a_fault() {
    let mut bench = Bench::new();
    let always = String::from_utf8(bench.shared["frame.typ"].clone()).unwrap();
    let always = always.replace("sys.inputs.attach == \"yes\"", "true");
    bench.shared.insert("frame.typ".to_owned(), always.into());
    bench.standard = Standard::Archive;
    assert!(pdf(&compile(&bench.job()).unwrap(), &bench.job()).is_err());
}

fn archive() -> Bench {
    Bench {
        standard: Standard::Archive,
        ..Bench::new()
    }
}

fn made(bench: &Bench) -> Vec<u8> {
    let job = bench.job();
    pdf(&compile(&job).unwrap(), &job).unwrap()
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}
