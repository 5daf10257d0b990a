//! Every door, with the kept corpus and with files of ours that were spoilt by seeded mutations: an answer or a refusal in a
//! sentence, soon, and never a panic.

use std::{fs, path::Path, sync::mpsc, thread, time::Duration};

use missiv_tests::{HALF_YEAR, Place, WorkspaceFile, dice::Dice, root};
use workspace::{AttachForm, Error, Library, Workspace};

/// The longest that a door may take for a file of this size, on a busy machine in a debug build.
const LONGEST: Duration = Duration::from_secs(20);

/// How many spoilt files each door gets.
const SPOILT: usize = 20;

/// What comes from outside, and what takes it in.
type Door = (&'static str, fn(&Place, &[u8]) -> Result<(), Error>);

const DOORS: &[Door] = &[
    ("workspace file", open),
    ("a colleague's copy", merge),
    ("JSON", import),
    ("PDF", read),
    ("bilaga", attach),
    ("Markdown", markdown),
    ("a pasted table", paste),
];

fn open(place: &Place, bytes: &[u8]) -> Result<(), Error> {
    let path = place.write("utifrån.missiv", bytes);
    let workspace = Workspace::open(&path, Library::bundled())?;
    for line in workspace.documents()? {
        workspace.text(line.id)?;
        workspace.check(line.id)?;
    }
    Ok(())
}

fn merge(place: &Place, bytes: &[u8]) -> Result<(), Error> {
    let own = place.write("egen.missiv", base());
    let other = place.write("kollegan.missiv", bytes);
    let mut workspace = Workspace::open(&own, Library::bundled())?;
    let merged = workspace.merge(&other);
    drop(workspace);
    // Whatever came in or did not, the own file is whole.
    let workspace = Workspace::open(&own, Library::bundled())?;
    for line in workspace.documents()? {
        workspace.text(line.id)?;
    }
    merged.map(|_| ())
}

fn import(place: &Place, bytes: &[u8]) -> Result<(), Error> {
    let path = place.path("ny.missiv");
    let made = Workspace::create_from_json(&path, Library::bundled(), bytes);
    let is_made = made.is_ok();
    drop(made?);
    assert!(is_made && path.exists());
    fs::remove_file(path).unwrap();
    Ok(())
}

fn read(place: &Place, bytes: &[u8]) -> Result<(), Error> {
    let path = place.write("utifrån.pdf", bytes);
    let _ = (
        typeset::rendition(bytes),
        typeset::text(bytes),
        typeset::supplements(bytes),
    );
    workspace::read_pdf(&path).map(|_| ())
}

fn attach(place: &Place, bytes: &[u8]) -> Result<(), Error> {
    let own = place.write("med bilaga.missiv", base());
    let mut workspace = Workspace::open(&own, Library::bundled())?;
    let report = workspace.find_document("halvårsrapport")?;
    workspace.attach(report, "bilaga.pdf", bytes, &AttachForm::default())?;
    workspace.check(report).map(|_| ())
}

fn markdown(_: &Place, bytes: &[u8]) -> Result<(), Error> {
    let text = String::from_utf8_lossy(bytes);
    let blocks = model::markdown::parse(&text);
    let again = model::markdown::parse(&model::markdown::render(&blocks));
    assert!(again == blocks, "what is read is written as it was read");
    Ok(())
}

fn paste(place: &Place, bytes: &[u8]) -> Result<(), Error> {
    let own = place.write("med tabell.missiv", base());
    let mut workspace = Workspace::open(&own, Library::bundled())?;
    let plan = workspace.find_document("plan")?;
    let text = String::from_utf8_lossy(bytes);
    workspace
        .paste_table(plan, "activity", None, &text)
        .map(|_| ())
}

/// A group's file as it should be.
fn base() -> Vec<u8> {
    fs::read(&WorkspaceFile::sample().path).unwrap()
}

/// Brings a file through a door, and asserts that a refusal is a sentence and that it is no waiting.
fn through(door: &Door, what: &str, bytes: &[u8]) {
    let (name, take) = *door;
    let (done, ended) = mpsc::channel();
    let bytes = bytes.to_vec();
    thread::spawn(move || {
        let taken = take(&Place::new(), &bytes);
        let _ = done.send(taken.map_err(|error| error.sentence()));
    });
    let Ok(taken) = ended.recv_timeout(LONGEST) else {
        panic!("{name}, {what}: it panicked, or took longer than {LONGEST:?}");
    };
    if let Err(sentence) = taken {
        let is_sentence = sentence.text.ends_with(['.', '?', '!']) && !sentence.hint.is_empty();
        assert!(is_sentence, "{name}, {what}: {sentence:?}");
        assert!(!sentence.text.contains('\u{1b}'), "{name}, {what}");
    }
}

#[test]
fn every_door_takes_or_refuses_the_whole_corpus() {
    let folder = root().join("tests/tests/hostile/corpus");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(paths.len() > 10);
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        for door in DOORS {
            through(door, &shown(&path), &bytes);
        }
    }
}

#[test]
fn every_door_takes_or_refuses_what_is_spoilt() {
    let example = fs::read(root().join(HALF_YEAR)).unwrap();
    let file = WorkspaceFile::sample();
    let pdf = fs::read(file.pdf("halvårsrapport", "rapport.pdf")).unwrap();
    let text = "## Rubrik\n\n- **fet** och *kursiv*\n- [länk](https://example.se)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    for (index, door) in DOORS.iter().enumerate() {
        let whole = match door.0 {
            "workspace file" | "a colleague's copy" => base(),
            "JSON" => example.clone(),
            "PDF" | "bilaga" => pdf.clone(),
            _ => text.as_bytes().to_vec(),
        };
        for seed in 0..SPOILT {
            let mut dice = Dice::new((index * 1000 + seed) as u64);
            let bytes = spoilt(&whole, &mut dice);
            through(door, &format!("seed {seed}"), &bytes);
        }
    }
}

/// What a damaged disk, a bad transfer or somebody who means no good makes of a file.
fn spoilt(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    const SPLINTERS: &[&[u8]] = &[
        b"\0",
        b"\xff\xff\xff\xff",
        b"[[[[[[[[",
        b"{\"",
        b"-1",
        b"99999999999999999999",
        b"\x1b[2J",
        b"<<",
        b">>",
        b"endobj",
        b"null",
        b"\\u0000",
        "\u{202e}å".as_bytes(),
        b"|",
        b"**",
        b"1e999",
    ];
    let mut bytes = whole.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len().max(1));
        match dice.roll(5) {
            0 => bytes.truncate(at.max(1)),
            1 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.roll(256)).unwrap();
                }
            }
            2 => {
                let splinter = dice.pick(SPLINTERS).iter().copied();
                bytes.splice(at.min(bytes.len())..at.min(bytes.len()), splinter);
            }
            3 => {
                let end = (at + dice.roll(400)).min(bytes.len());
                let piece = bytes[at.min(end)..end].to_vec();
                bytes.splice(at.min(end)..at.min(end), piece);
            }
            _ => {
                let end = (at + dice.roll(64)).min(bytes.len());
                bytes.drain(at.min(end)..end);
            }
        }
    }
    bytes
}

fn shown(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
