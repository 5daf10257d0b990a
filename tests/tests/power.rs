//! Power cuts: what a save writes is recorded between its syncs and played back up to a moment, with any of the writes lost that
//! were not synced by then. Every file opens, and holds every change that was acknowledged.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use missiv_tests::{Place, WorkspaceFile, binary, dice::Dice};
use workspace::{Access, Library, Workspace};

/// How many saves are recorded, and how often each moment is played back with other losses.
const SAVES: usize = 4;
const LOSSES: usize = 2;
const LEAST_CUTS: usize = 100;

/// The bytes of the workspace file and of its journal, by the ending of their names.
type Disk = BTreeMap<String, Vec<u8>>;

#[derive(Debug, Clone)]
enum Event {
    Write {
        file: String,
        at: usize,
        bytes: Vec<u8>,
    },
    Length {
        file: String,
        length: usize,
    },
    Sync {
        file: String,
    },
}

#[test]
fn a_power_cut_at_any_moment_loses_nothing_acknowledged() {
    if !records() {
        return;
    }
    let file = WorkspaceFile::new();
    file.done("begin", &["halland_uppfoljningsplan", "2026"]);
    let mut dice = Dice::new(2026);
    let (mut cuts, mut rolled_back) = (0, 0);
    let mut before = "saknas".to_owned();
    for save in 0..SAVES {
        let text = format!(
            "Sparning {save}: {}",
            "ord som fyller en rad. ".repeat(1 + save * 60)
        );
        let start = disk(&file.path);
        let events = recorded(&file, &text);
        assert!(
            events
                .iter()
                .any(|event| matches!(event, Event::Sync { .. })),
            "{events:?}"
        );
        for cut in 0..=events.len() {
            for _ in 0..LOSSES {
                let found = after(&start, &events[..cut], &mut dice);
                let now = opened(&found).unwrap();
                let is_new = now.contains(&format!("Sparning {save}:"));
                // Behind the last event the command has answered.
                let is_right = is_new || (cut < events.len() && now.contains(&before));
                assert!(
                    is_right,
                    "save {save}, cut {cut} of {}: {now}",
                    events.len()
                );
                cuts += 1;
                rolled_back += usize::from(!is_new && cut > 0);
            }
        }
        before = format!("Sparning {save}:");
    }
    assert!(
        cuts >= LEAST_CUTS && rolled_back > 0,
        "{cuts} cuts, {rolled_back} rolled back"
    );
    let report = format!("{cuts} power cuts, {rolled_back} of them before the change was safe\n");
    std::io::stderr().write_all(report.as_bytes()).unwrap();
}

/// A disk that loses a synced write must be seen, or the test above proves nothing.
#[test]
fn a_disk_that_forgets_what_was_synced_is_seen() {
    if !records() {
        return;
    }
    let file = WorkspaceFile::new();
    file.done("begin", &["halland_uppfoljningsplan", "2026"]);
    let start = disk(&file.path);
    let mut events = recorded(&file, "Sparat och glömt");
    events.retain(|event| !matches!(event, Event::Sync { .. }));
    let mut dice = Dice::new(7);
    let mut found = (0..40).map(|_| opened(&after(&start, &events, &mut dice)));
    let is_lost = found.any(|text| text.is_none_or(|text| !text.contains("Sparat och glömt")));
    assert!(is_lost);
}

/// Whether this machine can record what a program writes.
fn records() -> bool {
    let trace = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    let records = trace.is_ok_and(|status| status.success());
    if !records {
        std::io::stderr()
            .write_all(b"power cuts: NOT RUN, strace is missing or not allowed\n")
            .unwrap();
    }
    records
}

fn disk(path: &Path) -> Disk {
    let file = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        Some((ending.to_owned(), fs::read(name).ok()?))
    };
    ["", "-journal"].into_iter().filter_map(file).collect()
}

/// Saves a text and returns what was written to the file and its journal, in order.
fn recorded(file: &WorkspaceFile, text: &str) -> Vec<Event> {
    let log = file.place.path("spår.txt");
    let mut trace = Command::new("strace");
    trace.args(["-f", "-y", "-xx", "-s", "16777216"]);
    trace.args([
        "-e",
        "trace=write,pwrite64,ftruncate,fsync,fdatasync,unlink",
        "-o",
    ]);
    trace.arg(&log).arg(binary());
    trace
        .arg("set")
        .arg(&file.path)
        .args(["uppföljningsplan", ".", "sammanfattning", text]);
    let answer = trace.output().unwrap();
    assert!(
        answer.status.success(),
        "{}",
        String::from_utf8_lossy(&answer.stderr)
    );
    let log = fs::read_to_string(&log).unwrap();
    log.lines().filter_map(event).collect()
}

/// Reads a line such as `71 pwrite64(4<\x2f…>, "\x00…", 4096, 0) = 4096`.
fn event(line: &str) -> Option<Event> {
    let (_, call) = line.split_once(' ')?;
    let (name, rest) = call.trim_start().split_once('(')?;
    let (_, rest) = rest.split_once('<')?;
    let (path, rest) = rest.split_once('>')?;
    let path = String::from_utf8(unescaped(path)).ok()?;
    let file = match path.rsplit_once("grupp.missiv")?.1 {
        "" => "",
        "-journal" => "-journal",
        _ => return None,
    };
    let file = file.to_owned();
    let arguments: Vec<&str> = rest.rsplit_once(") = ")?.0.split(", ").collect();
    let number = |at: usize| arguments.get(at)?.parse::<usize>().ok();
    match name {
        "pwrite64" => Some(Event::Write {
            bytes: unescaped(arguments.get(1)?.trim_matches('"')),
            at: number(3)?,
            file,
        }),
        "ftruncate" => Some(Event::Length {
            length: number(1)?,
            file,
        }),
        "fsync" | "fdatasync" => Some(Event::Sync { file }),
        _ => panic!("the file is written in a way that is not played back: {name}"),
    }
}

fn unescaped(text: &str) -> Vec<u8> {
    let digits = text.split("\\x").skip(1);
    digits
        .map(|hex| u8::from_str_radix(&hex[..2], 16).unwrap())
        .collect()
}

/// What a disk may hold after these events: all that was synced, and of the rest any part.
fn after(start: &Disk, events: &[Event], dice: &mut Dice) -> Disk {
    let mut disk = start.clone();
    for (place, event) in events.iter().enumerate() {
        let (Event::Write { file, .. } | Event::Length { file, .. } | Event::Sync { file }) = event;
        let is_safe = events[place..]
            .iter()
            .any(|later| matches!(later, Event::Sync { file: synced } if synced == file));
        if !is_safe && dice.chance(50) {
            continue;
        }
        let bytes = disk.entry(file.clone()).or_default();
        match event {
            Event::Write {
                at, bytes: written, ..
            } => {
                // What is not safe may be there in part.
                let length = if is_safe || dice.chance(50) {
                    written.len()
                } else {
                    written.len() / 2
                };
                let end = at + length;
                if bytes.len() < end {
                    bytes.resize(end, 0);
                }
                bytes[*at..end].copy_from_slice(&written[..length]);
            }
            Event::Length { length, .. } => bytes.resize(*length, 0),
            Event::Sync { .. } => {}
        }
    }
    disk
}

/// Opens what a disk holds, and returns the plan as text; nothing where the file is damaged.
fn opened(disk: &Disk) -> Option<String> {
    let place = Place::new();
    for (ending, bytes) in disk {
        place.write(format!("grupp.missiv{ending}"), bytes);
    }
    let workspace = Workspace::open(&place.path("grupp.missiv"), Library::bundled()).ok()?;
    assert_eq!(workspace.access(), Access::ReadWrite);
    let plan = workspace.find_document("uppföljningsplan").unwrap();
    Some(workspace.text(plan).unwrap())
}
