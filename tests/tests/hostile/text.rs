//! Hostile text in every field of every template.

use std::fs;

use missiv_tests::{Place, WorkspaceFile, strings::letters, verapdf};

use crate::content::{self, Content};

#[test]
fn every_text_stands_on_the_page_as_the_very_characters_and_the_pdf_passes() {
    let place = Place::new();
    let mut pdfs = Vec::new();
    let mut faults = Vec::new();
    for content in content::all() {
        let file = imported(&content);
        let pdf = place.path(&content.template).with_extension("pdf");
        file.done("export", &[&content.template, pdf.to_str().unwrap()]);
        let structure = typeset::structure(&fs::read(&pdf).unwrap()).unwrap();
        let read: String = structure
            .tags
            .iter()
            .map(|tag| letters(&tag.text()))
            .collect();
        let lost = content
            .expected
            .iter()
            .filter(|(_, expected)| !read.contains(expected));
        faults.extend(lost.map(|(field, lost)| format!("{} {field}: {lost}", content.template)));
        assert!(
            content.expected.len() > 5,
            "{} has too few texts to prove anything",
            content.template
        );
        pdfs.push(pdf);
    }
    assert!(
        faults.is_empty(),
        "{} are lost\n{}",
        faults.len(),
        faults.join("\n")
    );
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &pdfs);
}

/// A word of thousands of letters is set, whole and within the page, in a process whose time has an end.
#[test]
fn a_word_without_end_is_set_or_refused_and_never_hangs() {
    let file = WorkspaceFile::sample();
    let word = "qx".repeat(2_500);
    file.done("set", &["report", "1.1", "kommentar", &word]);
    let pdf = file.pdf("report", "ord.pdf");
    let structure = typeset::structure(&fs::read(&pdf).unwrap()).unwrap();
    let read: String = structure
        .tags
        .iter()
        .map(|tag| letters(&tag.text()))
        .collect();
    assert!(read.contains(&word), "the word is not whole");
    // Of many the worker may say that they took too long: this test ends either way.
    let many = vec![word; 20].join(" ");
    file.done("set", &["report", "1.1", "kommentar", &many]);
    let target = file.place.path("ord 2.pdf");
    let answer = file.run("export", &["report", target.to_str().unwrap(), "--draft"]);
    assert!(matches!(answer.code, Some(0 | 1)), "{answer}");
    assert_eq!(target.exists(), answer.code == Some(0), "{answer}");
}

/// Short lines and where a link leads are no long words: for them an address gets no invisible breaks, and is copied as it was
/// written.
#[test]
fn an_address_stays_whole_beside_many_short_lines_and_a_long_link() {
    let file = WorkspaceFile::sample();
    let address = "namn.efternamn-efternamn@socialforvaltningen.exempelkommun.se";
    let target = format!("https://skydd.example/?url={}", "a%2F".repeat(110));
    let lines = vec!["Vårdplan"; 60].join("\n");
    let text = format!("Skriv till {address} i dag. Läs [protokollet]({target}).\n\n{lines}");
    file.done("set", &["report", "1.1", "kommentar", &text]);
    let pdf = fs::read(file.pdf("report", "adress.pdf")).unwrap();
    let read = typeset::text(&pdf).unwrap().concat();
    let squeezed: String = read.split_whitespace().collect();
    assert!(squeezed.contains(address), "{read}");
    assert!(!read.contains('\u{200b}'));
}

/// What nobody sees is nothing: no heading without a title stops the paper, and what must be written is asked for.
#[test]
fn what_nobody_sees_is_empty() {
    let file = WorkspaceFile::sample();
    let text = "Före.\n\n# \u{ad}\n\nEfter.";
    file.done("set", &["report", "1.1", "kommentar", text]);
    file.done(
        "set",
        &["report", ".", "sammanfattning", "\u{200d}\u{feff}"],
    );
    let pdf = file.place.path("osynligt.pdf");
    file.done("export", &["report", pdf.to_str().unwrap(), "--draft"]);
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
    let found = file.run("check", &["report"]).stdout;
    assert!(found.contains("Sammanfattning"), "{found}");
}

/// A mark that begins a text stands on nothing and goes, whatever else the paper says.
#[test]
fn a_mark_without_its_letter_goes() {
    for other in ["Bra", "Bra 👍"] {
        let file = WorkspaceFile::sample();
        file.done("set", &["report", "1.1", "kommentar", other]);
        file.done(
            "set",
            &["report", ".", "sammanfattning", "\u{332}abc\n\u{332}d"],
        );
        let pdf = file.place.path("märke.pdf");
        file.done(
            "export",
            &["report", pdf.to_str().unwrap(), "--draft", "--data"],
        );
        let data = fs::read_to_string(pdf.with_extension("json")).unwrap();
        assert!(data.contains("abc") && !data.contains('\u{332}'), "{other}");
    }
}

/// A letter of one kind with its mark of another is one letter.
#[test]
fn a_mark_goes_with_its_letter_into_bold_and_out_of_it() {
    let file = WorkspaceFile::sample();
    let text = "F**o**\u{308}r a\u{30a}r*e*\u{301}";
    file.done("set", &["report", ".", "sammanfattning", text]);
    let pdf = file.place.path("märke.pdf");
    file.done(
        "export",
        &["report", pdf.to_str().unwrap(), "--draft", "--data"],
    );
    let data = fs::read_to_string(pdf.with_extension("json")).unwrap();
    assert!(data.contains("\"För åré\""), "{data}");
}

#[test]
fn what_cannot_be_printed_is_pointed_at() {
    let file = WorkspaceFile::sample();
    file.done("set", &["report", "1.1", "kommentar", "Bra 👍 jobbat"]);
    let found = file.run("check", &["report"]).stdout;
    assert!(
        found.contains("character-unprintable") && found.contains("U+1F44D"),
        "{found}"
    );
    assert!(
        found.contains("1.1") && found.contains("Kommentar"),
        "{found}"
    );
}

/// A file comes from a colleague; what it says must not steer the terminal it is listed in.
#[test]
fn no_control_character_reaches_the_terminal() {
    let plan = content::all()
        .into_iter()
        .find(|content| content.template.contains("handlingsplan"))
        .unwrap();
    let file = imported(&plan);
    for args in [
        ["list", ""],
        ["show", "plan"],
        ["check", "plan"],
        ["history", "plan"],
        ["show", "group"],
        ["check", "group"],
    ] {
        let rest: Vec<&str> = args[1..]
            .iter()
            .copied()
            .filter(|arg| !arg.is_empty())
            .collect();
        let answer = file.run(args[0], &rest);
        assert!(matches!(answer.code, Some(0 | 3)), "{answer}");
        let strange = answer
            .stdout
            .chars()
            .find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
        assert_eq!(strange, None, "{args:?}");
    }
}

/// Whatever is in a title, the file is written where it was asked for, under a name that every system takes.
#[test]
fn a_title_is_never_a_path() {
    for title in [
        "../../utanför",
        "/etc/passwd",
        "C:\\Windows\\x",
        "CON",
        "..",
        ". ",
        "a\0b\nc",
        "-rf",
        "x".repeat(300).as_str(),
    ] {
        let file = WorkspaceFile::new();
        file.done("begin", &["halland_mal_och_handlingsplan", "2025"]);
        let json = serde_json::to_string(title).unwrap();
        file.done("set", &["group", ".", "omrade", "--stored", &json]);
        let answer = file.json("export", &["plan"]);
        let written = answer["path"].as_str().unwrap();
        let name = written.strip_prefix("./").unwrap_or(written);
        assert!(
            !name.contains(['/', '\\', '\0', '\n', ':']) && name.len() < 255,
            "{title:?}: {name}"
        );
        assert!(file.place.path(name).is_file(), "{title:?}: {name}");
    }
}

fn imported(content: &Content) -> WorkspaceFile {
    let file = WorkspaceFile::at(Place::new());
    let json = file.place.write("in.json", content.json.to_string());
    file.done("import", &[json.to_str().unwrap()]);
    file
}

/// A break behind a link's last letter would be a link without its text.
#[test]
fn a_link_of_letters_that_no_dictionary_knows_is_exported() {
    let json = missiv_tests::root()
        .join("assets/templates/halland_missiv_beslutsunderlag/examples/empty.json");
    let file = WorkspaceFile::at(Place::new());
    file.done("import", &[json.to_str().unwrap()]);
    file.done("set", &["missiv", ".", "epost", &"å".repeat(54)]);
    let pdf = file.pdf("missiv", "länk.pdf");
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
}

/// A PDF's strings have a bound (ISO 19005-3, 6.1.13), and a heading is a bookmark and a title too.
#[test]
fn a_heading_longer_than_a_pdf_string_is_said_in_full_below() {
    let json = missiv_tests::root()
        .join("assets/templates/halland_missiv_beslutsunderlag/examples/empty.json");
    let file = WorkspaceFile::at(Place::new());
    file.done("import", &[json.to_str().unwrap()]);
    for (name, title) in [
        ("tjugotusen.pdf", "ordet med ".repeat(2000) + "å"),
        ("rader.pdf", "ordet med\n".repeat(2000)),
        ("femtiotusen.pdf", "ordet ".repeat(8000) + "sist"),
    ] {
        file.done("set", &["missiv", ".", "rubrik", &title]);
        let pdf = file.pdf("missiv", name);
        let structure = typeset::structure(&fs::read(&pdf).unwrap()).unwrap();
        let read: String = structure
            .tags
            .iter()
            .map(|tag| letters(&tag.text()))
            .collect();
        assert!(read.contains(&letters(&title)), "{name}");
        verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[pdf]);
    }
}
