//! What profiles and examples hold: words of the bodies, and nothing that a website left.

use std::fs;
use std::path::{Path, PathBuf};

use missiv_tests::root;

/// 5.5-14: website noise and named contacts are no content of profiles and examples: no cookies, nobody's telephone or
/// address, and of persons their initials.
#[test]
fn no_profile_and_no_example_holds_what_a_website_left() {
    let assets = root().join("assets");
    let mut files = Vec::new();
    for folder in ["profiles", "templates"] {
        below(&assets.join(folder), &mut files);
    }
    let mut read = 0;
    for path in files {
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        read += 1;
        let lower = text.to_lowercase();
        for noise in ["cookie", "kakor", "läs mer om hur vi", "<script", "http://"] {
            assert!(!lower.contains(noise), "{} has {noise}", path.display());
        }
        // The association's own address is the only one that leads to somebody.
        let others = text
            .replace("0500-49 72 00", "")
            .replace("info@skaraborg.se", "");
        for phone in phones(&others) {
            assert!(
                phone.ends_with("00 00 00"),
                "{} has {phone}",
                path.display()
            );
        }
        for address in others.split('@').skip(1) {
            let is_example = ["example.org", "exempel.example.org", "brevlador.e"]
                .iter()
                .any(|domain| address.starts_with(domain));
            let is_none = !address.starts_with(|c: char| c.is_alphanumeric());
            assert!(is_example || is_none, "{}: @{address:.40}", path.display());
        }
        if path.ends_with("examples/sample.json") {
            for name in names(&text) {
                assert!(is_initials(&name), "{} has {name}", path.display());
            }
        }
    }
    assert!(read > 50, "{read}");
}

/// What looks as a telephone number in Sweden: an area code that begins with 0, a hyphen, five digits or more.
fn phones(text: &str) -> Vec<String> {
    let all = text.match_indices('-').filter_map(|(at, _)| {
        let code = text[..at].rsplit(|c: char| !c.is_ascii_digit()).next()?;
        let is_digit = |c: &char| c.is_ascii_digit() || *c == ' ';
        let number: String = text[at + 1..].chars().take_while(is_digit).collect();
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let is_phone = code.starts_with('0') && (2..=4).contains(&code.len()) && digits >= 5;
        is_phone.then(|| format!("{code}-{}", number.trim_end()))
    });
    all.collect()
}

/// The names of the persons of an example.
fn names(json: &str) -> Vec<String> {
    let example: serde_json::Value = serde_json::from_str(json).unwrap();
    let documents = example["documents"].as_array().unwrap().iter();
    let objects = documents.flat_map(|document| document["objects"].as_array().cloned());
    let people = objects
        .flatten()
        .filter(|object| object["kind"] == "person");
    let name =
        |person: serde_json::Value| person["fields"]["initialer"].as_str().map(str::to_owned);
    people.filter_map(name).collect()
}

fn is_initials(name: &str) -> bool {
    let letters: Vec<&str> = name.split('.').map(str::trim).collect();
    letters.iter().all(|letter| letter.chars().count() <= 1) && letters.len() > 1
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(&path, found);
        } else {
            found.push(path);
        }
    }
}
