//! PDFs from anywhere: an error at worst.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use typeset::{ReadError, attachment, compile, pdf, text, validate};

use crate::bench::Bench;

#[test]
fn what_is_no_pdf_is_an_error() {
    for bytes in [&b""[..], b"%PDF-1.7", b"PK\x03\x04", &[0; 4096]] {
        let error = attachment(bytes).unwrap_err();
        assert!(matches!(error, ReadError::NotPdf { .. }), "{error:?}");
        assert!(text(bytes).is_err());
        assert!(validate(bytes, typeset::Standard::Working).is_err());
    }
}

#[test]
fn a_file_that_was_cut_short_is_an_error_or_has_nothing() {
    let whole = made();
    for length in (0..whole.len()).step_by(whole.len() / 97) {
        if let Ok(Some(data)) = attachment(&whole[..length]) {
            assert_eq!(data, Bench::new().data, "cut at {length}");
        }
    }
}

#[test]
fn no_changed_byte_makes_a_reader_panic() {
    let whole = made();
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..8 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let place = usize::try_from(seed >> 33).unwrap() % bytes.len();
            bytes[place] = u8::try_from(seed & 0xff).unwrap();
        }
        // An answer of either kind will do: what must not happen ends the test by itself.
        let _ = (attachment(&bytes), text(&bytes));
    }
}

#[test]
fn a_pdf_without_data_has_none() {
    let bench = Bench::with_main("#set document(title: \"T\")\nText");
    let job = bench.job();
    let bytes = pdf(&compile(&job).unwrap(), &job).unwrap();
    assert_eq!(attachment(&bytes), Ok(None));
}

#[test]
fn a_file_that_unpacks_to_a_hundred_megabytes_is_refused() {
    let mut stream = Stream::new(dictionary! {}, vec![b'a'; 100_000_000]);
    stream.compress().unwrap();
    let bytes = with_names(|document| {
        let file = document.add_object(stream);
        let spec = dictionary! { "F" => name(), "EF" => dictionary! { "F" => file } };
        dictionary! { "Names" => vec![name(), spec.into()] }
    });
    assert!(bytes.len() < 1_000_000);
    let error = attachment(&bytes).unwrap_err();
    assert!(matches!(error, ReadError::TooLarge { .. }), "{error:?}");
}

#[test]
fn a_tree_of_names_that_goes_in_circles_is_left() {
    let bytes = with_names(|document| {
        let node = document.new_object_id();
        let kids: Vec<Object> = vec![node.into(); 2000];
        document.set_object(node, dictionary! { "Kids" => kids.clone() });
        dictionary! { "Kids" => kids }
    });
    assert_eq!(attachment(&bytes), Ok(None));
}

#[test]
fn a_file_of_the_right_name_is_found_wherever_it_hangs() {
    let bytes = with_names(|document| {
        let file = document.add_object(Stream::new(dictionary! {}, b"{}".to_vec()));
        let spec = dictionary! { "UF" => name(), "EF" => dictionary! { "F" => file } };
        let leaf = document.add_object(dictionary! { "Names" => vec![name(), spec.into()] });
        dictionary! { "Kids" => vec![leaf.into()] }
    });
    assert_eq!(attachment(&bytes), Ok(Some(b"{}".to_vec())));
}

fn made() -> Vec<u8> {
    let bench = Bench::new();
    pdf(&compile(&bench.job()).unwrap(), &bench.job()).unwrap()
}

fn name() -> Object {
    Object::string_literal("data.json")
}

/// A PDF by another program, whose tree of embedded files is what `tree` gives.
fn with_names(tree: impl FnOnce(&mut Document) -> Dictionary) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let tree = tree(&mut document);
    let pages: Vec<Object> = Vec::new();
    let pages =
        document.add_object(dictionary! { "Type" => "Pages", "Kids" => pages, "Count" => 0 });
    let names = dictionary! { "EmbeddedFiles" => tree };
    let catalog = dictionary! { "Type" => "Catalog", "Pages" => pages, "Names" => names };
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
