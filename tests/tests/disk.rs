//! A disk that is full, that takes nothing any more, or that is gone: nothing acknowledged is lost, old files stay whole, and a
//! sentence says what to do.
//!
//! The disk is a small file system of its own, which only an administrator can mount; where that is not allowed nothing is
//! asserted, and said.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use missiv_tests::{Output, Place, WorkspaceFile};

/// Room for a workspace file, a paper and what is written beside them, in kB.
const ROOM: usize = 3000;

/// A small disk; what is on it goes with it.
struct Disk {
    place: Place,
    path: PathBuf,
    is_there: bool,
}

impl Disk {
    /// Returns an empty disk of so many kB; nothing where none can be mounted.
    fn new(room: usize) -> Option<Self> {
        let place = Place::new();
        let path = place.path("disken");
        fs::create_dir(&path).unwrap();
        let disk = Self {
            is_there: mount(
                &["-t", "tmpfs", "-o", &format!("size={room}k"), "tmpfs"],
                &path,
            ),
            path,
            place,
        };
        if !disk.is_there {
            std::io::stderr()
                .write_all(b"a full disk: NOT RUN, no file system can be mounted\n")
                .unwrap();
            return None;
        }
        Some(disk)
    }

    /// Leaves no byte free.
    fn fill(&self) {
        let mut file = fs::File::create(self.path.join("fyllning")).unwrap();
        for size in [1 << 16, 1 << 12, 1] {
            while file.write_all(&vec![1; size]).is_ok() {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.path.join("fyllning")).unwrap();
    }

    /// Makes it a disk that takes nothing any more, or one that does.
    fn protect(&self, protect: bool) -> bool {
        mount(
            &["-o", if protect { "remount,ro" } else { "remount,rw" }],
            &self.path,
        )
    }

    fn unplug(&mut self) {
        self.is_there = !run(Command::new("umount").arg("-l").arg(&self.path));
    }

    fn missiv(&self, words: &[&str]) -> Output {
        self.place.missiv(words)
    }

    fn text_of(&self, name: &str) -> String {
        self.path.join(name).to_str().unwrap().to_owned()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.is_there {
            self.unplug();
        }
    }
}

fn mount(options: &[&str], path: &Path) -> bool {
    cfg!(target_os = "linux") && run(Command::new("mount").args(options).arg(path))
}

fn run(command: &mut Command) -> bool {
    let done = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    done.is_ok_and(|status| status.success())
}

/// A disk with a group's file, and the file's name.
fn with_group(room: usize) -> Option<(Disk, String)> {
    let disk = Disk::new(room)?;
    let file = WorkspaceFile::new();
    file.done("begin", &["halland_uppfoljningsplan", "2026"]);
    file.done(
        "set",
        &["uppföljningsplan", ".", "sammanfattning", "Från början"],
    );
    let path = disk.text_of("grupp.missiv");
    fs::copy(&file.path, &path).unwrap();
    Some((disk, path))
}

fn summary(disk: &Disk, file: &str) -> String {
    disk.missiv(&["show", file, "uppföljningsplan"])
        .succeeded()
        .stdout
}

#[test]
fn a_save_on_a_full_disk_is_refused_and_what_was_acknowledged_stays() {
    let Some((disk, file)) = with_group(ROOM) else {
        return;
    };
    let set = |text: &str| {
        disk.missiv(&[
            "set",
            &file,
            "uppföljningsplan",
            ".",
            "sammanfattning",
            text,
        ])
    };
    let long = "En rad som tar plats på disken. ".repeat(3000);
    let mut acknowledged = "Från början".to_owned();
    let refused = loop {
        let number = format!("Sparning {}. ", acknowledged.len());
        let answer = set(&format!("{number}{long}"));
        if answer.code != Some(0) {
            break answer.refused();
        }
        acknowledged = format!("{acknowledged}.");
        assert!(acknowledged.len() < 200, "the disk is never full");
    };
    assert!(refused.stderr.contains("full"), "{refused}");
    let last = format!("Sparning {}. ", acknowledged.len() - 1);
    assert!(summary(&disk, &file).contains(last.trim()));
    // With not a byte left it is still read, and with room again it is written.
    disk.fill();
    assert!(summary(&disk, &file).contains(last.trim()));
    disk.make_room();
    let _ = set("Kort").succeeded();
    assert!(summary(&disk, &file).contains("Kort"));
}

#[test]
fn a_back_up_and_a_copy_on_a_full_disk_are_refused_and_the_others_stay_whole() {
    let Some((disk, file)) = with_group(ROOM) else {
        return;
    };
    let _ = disk.missiv(&["backup", &file]).succeeded();
    let copy = disk.text_of("kopia.missiv");
    let _ = disk.missiv(&["copy", &file, &copy]).succeeded();
    let old = fs::read(&copy).unwrap();
    let folder = PathBuf::from(format!("{file}.backups"));
    let whole = |path: PathBuf| {
        disk.missiv(&["show", path.to_str().unwrap(), "uppföljningsplan"])
            .succeeded()
    };
    let back_ups = || {
        fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect::<Vec<_>>()
    };
    let before = back_ups();
    disk.fill();
    for words in [["backup", &file].as_slice(), &["copy", &file, &copy]] {
        let answer = disk.missiv(words).refused();
        assert!(answer.stderr.contains("full"), "{answer}");
    }
    assert!(fs::read(&copy).unwrap() == old);
    assert_eq!(back_ups(), before);
    for path in before {
        let _ = whole(path);
    }
    assert!(summary(&disk, &file).contains("Från början"));
}

#[test]
fn a_merge_that_finds_no_room_brings_nothing_or_all() {
    let Some((disk, file)) = with_group(ROOM) else {
        return;
    };
    let colleague = disk.place.path("kollegan.missiv");
    fs::copy(&file, &colleague).unwrap();
    let colleague = colleague.to_str().unwrap();
    let long = "Kollegans text. ".repeat(40_000);
    let _ = disk
        .missiv(&[
            "set",
            colleague,
            "uppföljningsplan",
            ".",
            "sammanfattning",
            &long[..100_000],
        ])
        .succeeded();
    let _ = disk
        .missiv(&["add", colleague, "gruppen", "person", "initialer=N.N."])
        .succeeded();
    let before = summary(&disk, &file);
    disk.fill();
    let answer = disk.missiv(&["merge", &file, colleague]).refused();
    assert!(answer.stderr.contains("full"), "{answer}");
    assert_eq!(summary(&disk, &file), before);
    disk.make_room();
    let _ = disk.missiv(&["merge", &file, colleague]).succeeded();
    assert!(summary(&disk, &file).contains("Kollegans text."));
}

#[test]
fn an_export_to_a_full_disk_leaves_the_old_files_whole_and_nothing_beside_them() {
    let Some((disk, file)) = with_group(ROOM) else {
        return;
    };
    let pdf = disk.text_of("plan.pdf");
    let export = ["export", &file, "uppföljningsplan", &pdf, "--receipt"];
    let _ = disk.missiv(&export).succeeded();
    let names = || {
        let mut names: Vec<_> = fs::read_dir(&disk.path)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        // An open that finds no room may leave an empty journal, which the next one takes away.
        names.retain(|name| !name.to_string_lossy().ends_with("-journal"));
        names.sort();
        names
    };
    let receipt = disk.path.join("plan – tillgänglighetskvitto.pdf");
    let old = (fs::read(&pdf).unwrap(), fs::read(&receipt).unwrap());
    let _ = disk
        .missiv(&[
            "set",
            &file,
            "uppföljningsplan",
            ".",
            "sammanfattning",
            "Senare",
        ])
        .succeeded();
    disk.fill();
    let before = names();
    let answer = disk.missiv(&export).refused();
    assert!(answer.stderr.contains("full"), "{answer}");
    assert!((fs::read(&pdf).unwrap(), fs::read(&receipt).unwrap()) == old);
    assert_eq!(names(), before);
}

/// What is open is on a disk that stops taking anything: reading goes on, a write is refused, and later all is there.
#[test]
fn a_disk_that_takes_nothing_any_more_is_said_and_nothing_is_lost() {
    let Some((disk, file)) = with_group(ROOM) else {
        return;
    };
    let pdf = disk.text_of("plan.pdf");
    let _ = disk
        .missiv(&["export", &file, "uppföljningsplan", &pdf])
        .succeeded();
    let old = fs::read(&pdf).unwrap();
    if !disk.protect(true) {
        return;
    }
    let set = |text: &str| {
        disk.missiv(&[
            "set",
            &file,
            "uppföljningsplan",
            ".",
            "sammanfattning",
            text,
        ])
    };
    let _ = set("Det här kommer inte fram").refused();
    for words in [
        ["backup", &file].as_slice(),
        &["export", &file, "uppföljningsplan", &pdf],
    ] {
        let _ = disk.missiv(words).refused();
    }
    assert!(summary(&disk, &file).contains("Från början"));
    assert!(fs::read(&pdf).unwrap() == old);
    assert!(disk.protect(false));
    let _ = set("Det här kommer fram").succeeded();
}

#[test]
fn a_disk_that_is_gone_is_said_and_no_file_is_made_in_its_place() {
    let Some((mut disk, file)) = with_group(ROOM) else {
        return;
    };
    let pdf = disk.text_of("plan.pdf");
    disk.unplug();
    for words in [
        ["show", &file, "uppföljningsplan"].as_slice(),
        &[
            "set",
            &file,
            "uppföljningsplan",
            ".",
            "sammanfattning",
            "Borta",
        ],
        &["backup", &file],
        &["export", &file, "uppföljningsplan", &pdf],
    ] {
        let _ = disk.missiv(words).refused();
    }
    assert_eq!(fs::read_dir(&disk.path).unwrap().count(), 0);
}
