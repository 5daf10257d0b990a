//! Packs and their zips.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use template::{MOST_BYTES, MOST_FILES, Pack, PackError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn pack(files: &[(&str, &str)]) -> Pack {
    Pack {
        files: files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect(),
    }
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1));
    for (path, bytes) in files {
        zip.start_file(*path, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Writes other bytes of the same length wherever `from` stands.
fn patched(mut zip: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> = (0..zip.len() - from.len())
        .filter(|at| zip[*at..].starts_with(from))
        .collect();
    assert!(!places.is_empty());
    for at in places {
        zip[at..at + to.len()].copy_from_slice(to);
    }
    zip
}

fn refused(zip: &[u8]) -> PackError {
    Pack::from_zip(zip).unwrap_err()
}

#[test]
fn a_zip_gives_back_its_pack_and_the_same_bytes() {
    let pack = pack(&[
        ("template.toml", "format = 1"),
        ("examples/empty.json", "{}"),
        ("övrigt.md", "å"),
    ]);
    let zip = pack.to_zip();
    assert_eq!(Pack::from_zip(&zip).unwrap(), pack);
    assert_eq!(Pack::from_zip(&zip).unwrap().to_zip(), zip);
}

#[test]
fn the_hash_tells_paths_and_bytes_apart() {
    let hash = |files| pack(files).sha256();
    assert_ne!(hash(&[("a", "bc")]), hash(&[("ab", "c")]));
    assert_ne!(
        hash(&[("a", "1"), ("b", "2")]),
        hash(&[("a", "2"), ("b", "1")])
    );
    assert_eq!(
        hash(&[("a", "1"), ("b", "2")]),
        hash(&[("b", "2"), ("a", "1")])
    );
}

/// The hash stands in workspace files: it must not change with the program.
#[test]
fn the_hash_is_the_one_it_always_was() {
    let hash: String = pack(&[("template.toml", "format = 1\n")])
        .sha256()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        hash,
        "84273bb99b42e699eee6a0ecaa7f6632e5a290e77237a83827752e4a7ef3a0ca"
    );
}

#[test]
fn a_single_folder_around_all_files_is_left_out() {
    let zip = zipped(&[
        ("mall/template.toml", b"x"),
        ("mall/examples/empty.json", b"{}"),
        ("__MACOSX/mall/._x", b""),
    ]);
    assert_eq!(
        Pack::from_zip(&zip).unwrap(),
        pack(&[("template.toml", "x"), ("examples/empty.json", "{}")])
    );
    let zip = zipped(&[("mall/template.toml", b"x"), ("README.md", b"y")]);
    assert_eq!(
        Pack::from_zip(&zip).unwrap(),
        pack(&[("mall/template.toml", "x"), ("README.md", "y")])
    );
}

#[test]
fn paths_out_of_the_folder_are_refused() {
    let bad = [
        "../x",
        "a/../../x",
        "/etc/x",
        "a//x",
        "./x",
        "C:x",
        "C:\\x",
        "..\\x",
        "a\\x",
        "a/.",
        "x.",
        "x ",
        " x",
        "nul",
        "a/CON.txt",
        "a\u{0}b",
        "a\nb",
        "x?",
        "x*",
    ];
    for path in bad {
        let zip = patched(
            zipped(&[(&"z".repeat(path.len()), b"x")]),
            "z".repeat(path.len()).as_bytes(),
            path.as_bytes(),
        );
        assert!(
            matches!(refused(&zip), PackError::BadPath { .. }),
            "{path:?}: {:?}",
            refused(&zip)
        );
        let files = BTreeMap::from([(path.to_owned(), Vec::new())]);
        assert!(
            matches!(Pack::new(files), Err(PackError::BadPath { .. })),
            "{path:?}"
        );
    }
    let long = format!("{}/x", "a".repeat(200));
    assert!(matches!(
        refused(&zipped(&[(&long, b"x")])),
        PackError::BadPath { .. }
    ));
}

#[test]
fn a_name_that_is_no_utf8_is_refused() {
    let zip = patched(zipped(&[("zzzz", b"x")]), b"zzzz", b"z\xff\xfez");
    assert!(matches!(refused(&zip), PackError::BadPath { .. }));
}

#[test]
fn links_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("main.typ", "../../hemligt", SimpleFileOptions::default())
        .unwrap();
    let zip = zip.finish().unwrap().into_inner();
    assert_eq!(
        refused(&zip),
        PackError::NotAFile {
            path: "main.typ".to_owned()
        }
    );
}

#[test]
fn what_stands_twice_is_refused() {
    let twice = patched(
        zipped(&[("a.txt", b"1"), ("b.txt", b"2")]),
        b"b.txt",
        b"a.txt",
    );
    assert_eq!(refused(&twice), PackError::SameName);
    assert!(matches!(
        refused(&zipped(&[("a.txt", b"1"), ("A.txt", b"2")])),
        PackError::Duplicate { .. }
    ));
    assert!(matches!(
        refused(&zipped(&[("a", b"1"), ("a/b", b"2")])),
        PackError::Duplicate { .. }
    ));
}

#[test]
fn too_many_files_are_refused() {
    let names: Vec<String> = (0..=MOST_FILES).map(|n| format!("f{n}")).collect();
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), &b"x"[..]))
        .collect();
    assert_eq!(refused(&zipped(&files)), PackError::TooManyFiles);
    assert!(Pack::from_zip(&zipped(&files[1..])).is_ok());
}

#[test]
fn a_zip_that_swells_is_refused_whatever_its_headers_say() {
    let zeros = vec![0; MOST_BYTES + 1];
    let zip = zipped(&[("bomb", &zeros)]);
    assert!(zip.len() < MOST_BYTES / 100);
    assert_eq!(refused(&zip), PackError::TooLarge);
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let liar = patched(zip, &size, &10_u32.to_le_bytes());
    assert!(matches!(
        refused(&liar),
        PackError::TooLarge | PackError::Unreadable { .. }
    ));
    let half = vec![0; MOST_BYTES / 2 + 1];
    assert_eq!(
        refused(&zipped(&[("a", &half), ("b", &half)])),
        PackError::TooLarge
    );
}

#[test]
fn what_is_no_zip_is_refused() {
    assert_eq!(refused(b""), PackError::NotAZip);
    assert_eq!(refused(b"PK\x03\x04"), PackError::NotAZip);
    assert_eq!(refused(&vec![b'P'; 100_000]), PackError::NotAZip);
}

#[test]
fn a_damaged_file_is_refused() {
    let zip = zipped(&[("a", &b"0123456789".repeat(100))]);
    let mut damaged = zip.clone();
    damaged[35] ^= 0xff;
    assert!(Pack::from_zip(&damaged).is_err());
}
