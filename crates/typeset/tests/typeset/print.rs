//! Every character, through to PDF/A.

use typeset::glyphs::REPLACEMENT;
use typeset::{compile, pdf, printable, read_back, unprintable, validate};

use crate::bench::{Bench, data};

#[test]
fn no_character_stops_an_export_once_it_is_printable() {
    let emoji = "👍🏽 👩‍👩‍👧‍👦 🇸🇪 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ 😀";
    let others = "\u{e000}\u{f8ff}\u{fb01}\u{fb03}\u{fdd0}\u{feff}\u{fffc}\u{fffd}\u{fffe}\u{ffff}\u{1d400}\u{10ffff} \
        家 مرحبا שלום नमस्ते ไทย 한국어 \u{202e}bakvänt\u{202c} q\u{30a}\u{323} z\u{34f}\u{30a}\u{301}\u{302}\u{303}";
    let mut texts = vec![printable(emoji), printable(others)];
    texts.extend(rows('\u{0}', '\u{2fff}', |c| format!("a{c} ")));
    texts.extend(rows('\u{0}', '\u{2fff}', |c| format!("{c}")));
    texts.extend(rows('\u{300}', '\u{36f}', |c| {
        format!("e{c} {c} é{c}\u{30a} ")
    }));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    prints(&Bench::with_texts(&texts));
}

#[test]
fn no_character_stops_an_export_as_a_title() {
    let all: Vec<char> = ('\u{0}'..='\u{2fff}').collect();
    for some in all.chunks(2048) {
        let title = printable(&some.iter().collect::<String>());
        let mut bench = Bench::new();
        bench.data = data(&title, &[]);
        prints(&bench);
    }
}

#[test]
fn no_length_stops_an_export_once_it_is_printable() {
    for text in [
        "å".repeat(100_000),
        "(".repeat(100_000),
        ".".repeat(100_000),
        "\u{a0}".repeat(50_000),
        "\u{ad}".repeat(50_000),
        "\u{ad}\u{200b}".repeat(30_000),
        " \u{200b}".repeat(50_000),
        " \u{301}".repeat(50_000),
        format!("e{}", "\u{301}".repeat(50_000)),
        format!("e{}", "\u{301}\u{323}".repeat(15)).repeat(1000),
        " ".repeat(100_000),
        "\t".repeat(100_000),
        "ord ".repeat(25_000),
        "👍".repeat(25_000),
    ] {
        let text = printable(&text);
        prints(&Bench::with_texts(&[&text]));
    }
}

#[test]
fn a_title_too_long_for_a_pdf_is_cut_in_its_properties() {
    let mut bench = Bench::new();
    let main =
        "#import \"/shared/frame.typ\": frame\n#show: frame.with(json(\"/data.json\"))\nText";
    bench.files.insert("main.typ".to_owned(), main.into());
    bench.data = data(&"å".repeat(40_000), &[]);
    let pages = compile(&bench.job()).unwrap();
    let title = pages.title().unwrap();
    assert_eq!(title.chars().count(), 2000);
    assert!(title.ends_with("å…"));
    prints(&bench);
}

#[test]
fn a_bug_in_the_typesetter_is_a_fault_and_not_a_panic() {
    let bench = Bench::with_texts(&[&"å".repeat(100_000)]);
    let job = bench.job();
    let faults = pdf(&compile(&job).unwrap(), &job).unwrap_err();
    assert!(
        faults[0].message.contains("stopped in the middle"),
        "{faults:?}"
    );
}

#[test]
fn hostile_directions_change_no_order() {
    let bench = Bench::with_texts(&[&printable(
        "före \u{202e}txet\u{202c} efter \u{2067}x\u{2069}",
    )]);
    let text = compile(&bench.job()).unwrap().text();
    assert!(text.contains("före txet efter x"), "{text:?}");
}

#[test]
fn what_cannot_be_printed_is_a_box_on_the_page() {
    let typed = "bra 👍 gjort";
    assert_eq!(unprintable(typed), [(4, '👍')]);
    let bench = Bench::with_texts(&[&printable(typed)]);
    let text = compile(&bench.job()).unwrap().text();
    assert!(text.contains("bra □ gjort"), "{text:?}");
    assert_eq!(REPLACEMENT, '□');
}

#[test]
fn letters_typed_in_parts_are_one_on_the_page() {
    let bench = Bench::with_texts(&[&printable("Va\u{30a}rd o\u{308}ver")]);
    let text = compile(&bench.job()).unwrap().text();
    assert!(text.contains("Vård över"), "{text:?}");
}

fn prints(bench: &Bench) {
    let job = bench.job();
    let pages = compile(&job).unwrap();
    let bytes = pdf(&pages, &job).unwrap();
    read_back(&pages, &job, &bytes).unwrap();
    let verdict = validate(&bytes, job.standard).unwrap();
    assert!(verdict.passes(), "{verdict:?}");
}

/// The characters from `first` to `last`, made printable in rows of 64.
fn rows(first: char, last: char, shape: impl Fn(char) -> String) -> Vec<String> {
    let all: Vec<String> = (first..=last).map(shape).collect();
    all.chunks(64).map(|row| printable(&row.concat())).collect()
}
