//! The file's guards, as a user meets them: a sentence, and every byte as it was.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::{fs, path::Path};

use missiv_tests::{Output, WorkspaceFile};
use store::Store;

/// Where SQLite keeps a file's user_version and application_id, big-endian.
const USER_VERSION: usize = 60;
const APPLICATION_ID: usize = 68;

/// Every command that writes, on the sample.
const WRITES: &[&[&str]] = &[
    &["set", "plan", "1.1", "metod", "Nytt."],
    &["add", "plan", "goal", "rubrik=Nytt"],
    &["remove", "plan", "1.1"],
    &["move", "plan", "1.2", "--first"],
    &["begin", "halland_mal_och_handlingsplan", "2026"],
    &["undo"],
    &["submit", "report"],
    &[
        "adopt",
        "plan",
        "--body",
        "Strategisk nivå",
        "--date",
        "2025-01-01",
    ],
];

const READS: &[&[&str]] = &[
    &["list"],
    &["show", "plan"],
    &["check", "plan"],
    &["history"],
    &["export", "plan"],
];

#[test]
fn what_is_no_workspace_is_refused_by_every_command() {
    let other = patched(APPLICATION_ID, [0, 0, 0, 7]);
    for (what, bytes) in [
        ("text", b"Bara text, inte alls en databas.".to_vec()),
        ("nothing", Vec::new()),
        ("another program's", other),
    ] {
        let file = with(&bytes);
        for command in READS.iter().chain(WRITES) {
            let answer = refused(&file, command);
            assert!(answer.contains("grupp.missiv"), "{what}: {answer}");
        }
    }
}

#[test]
fn a_missing_file_is_not_made_by_mistake() {
    let file = WorkspaceFile::sample();
    fs::remove_file(&file.path).unwrap();
    for command in READS.iter().chain(WRITES) {
        refused(&file, command);
        assert!(!file.path.exists(), "{command:?}");
    }
}

/// Whoever looks into a back-up does not go on in it by mistake; a copy of it is a file as any other.
#[test]
fn a_back_up_is_read_and_never_written() {
    let mut file = WorkspaceFile::sample();
    file.done("backup", &[]);
    let folder = file.path.with_extension("missiv.backups");
    let names = || -> Vec<_> {
        let entries = fs::read_dir(&folder).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    };
    let all = names();
    file.path.clone_from(&all[0]);
    let before = fs::read(&file.path).unwrap();
    reads_with_a_note(&file, "säkerhetskopia");
    writes_nothing(&file, &before);
    let said = refused(&file, WRITES[0]);
    assert!(said.contains("missiv restore"), "{said}");
    assert_eq!(names(), all, "none is made of one");
    let copy = file.place.path("vidare.missiv");
    file.done("copy", &[copy.to_str().unwrap()]);
    file.path = copy;
    file.done("set", &["plan", "1.1", "syfte", "Nytt"]);
}

/// An older program never harms a newer file.
#[test]
fn a_newer_file_is_read_and_never_written() {
    let bytes = patched(USER_VERSION, [0, 0, 0, 99]);
    let file = with(&bytes);
    reads_with_a_note(&file, "nyare");
    writes_nothing(&file, &bytes);
}

#[test]
fn a_damaged_file_is_refused_or_read_and_keeps_its_bytes() {
    let whole = fs::read(&WorkspaceFile::sample().path).unwrap();
    let mut damages: Vec<(String, Vec<u8>)> = vec![
        (
            "cut in the middle".to_owned(),
            whole[..whole.len() / 2].to_vec(),
        ),
        (
            "cut within a page".to_owned(),
            whole[..whole.len() - 1000].to_vec(),
        ),
        ("only its head".to_owned(), whole[..100].to_vec()),
        (
            "its second half of zeroes".to_owned(),
            [&whole[..whole.len() / 2], &vec![0; whole.len() / 2]].concat(),
        ),
    ];
    for page in [1, 2, 3, 5, 8, 13] {
        let mut bytes = whole.clone();
        let start = page * 4096;
        bytes[start..start + 64]
            .iter_mut()
            .for_each(|byte| *byte = !*byte);
        damages.push((format!("page {page} turned"), bytes));
    }
    for (what, bytes) in damages {
        let file = with(&bytes);
        for command in [
            &["list"][..],
            &["show", "plan"],
            &["set", "plan", "1.1", "metod", "Nytt."],
        ] {
            let answer = run(&file, command);
            assert!(
                matches!(answer.code, Some(0 | 1)),
                "{what} {command:?}\n{answer}"
            );
            assert!(!answer.stderr.contains("panicked"), "{what}\n{answer}");
            if answer.code == Some(1) {
                let _ = answer.refused();
                assert!(
                    fs::read(&file.path).unwrap() == bytes,
                    "{what} {command:?} changed the file"
                );
            }
        }
    }
}

/// Damage is found when the file is opened, not when the damaged part is needed.
#[test]
fn a_file_cut_in_the_middle_is_said_to_be_damaged() {
    let whole = fs::read(&WorkspaceFile::sample().path).unwrap();
    let file = with(&whole[..whole.len() / 2]);
    assert!(refused(&file, &["list"]).contains("går inte att läsa"));
}

/// What one cell holds is no reason to keep everything else from its owner, nor to lose the cell.
#[test]
fn a_cell_that_nobody_can_read_is_left_out_and_said_and_keeps_its_bytes() {
    let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
    for cell in ["1e999", r#""a\ud800b""#, &deep] {
        let file = WorkspaceFile::sample();
        let at = "FROM change WHERE field = 'metod' AND live ORDER BY rowid LIMIT 1";
        let spoil = format!("UPDATE change SET value = ?1 WHERE rowid = (SELECT rowid {at})");
        let db = rusqlite::Connection::open(&file.path).unwrap();
        assert_eq!(db.execute(&spoil, [cell]).unwrap(), 1, "{cell}");
        drop(db);
        reads(&file);
        assert!(
            file.codes("plan").contains(&"value-unreadable".to_owned()),
            "{cell}"
        );
        file.done("history", &["plan"]);
        file.done("set", &["plan", "1.1", "syfte", "Nytt"]);
        // A copy without it would look whole.
        let whole = file.place.path("allt.json");
        let said = file.refused("export", &["--everything", whole.to_str().unwrap()]);
        assert!(
            said.contains("går inte att läsa") && !whole.exists(),
            "{said}"
        );
        let kept = "SELECT count(*) FROM change WHERE value = ?1";
        let db = rusqlite::Connection::open(&file.path).unwrap();
        let kept: i64 = db.query_row(kept, [cell], |row| row.get(0)).unwrap();
        assert_eq!(kept, 1, "{cell}");
    }
}

/// Without what a document pins it could not be told from one that was never there.
#[test]
fn a_document_whose_template_cannot_be_read_is_not_passed_over() {
    let file = WorkspaceFile::sample();
    let db = rusqlite::Connection::open(&file.path).unwrap();
    db.execute(
        "UPDATE change SET value = '1e999' WHERE field = '@template'",
        [],
    )
    .unwrap();
    drop(db);
    let _ = file.refused("list", &[]);
}

#[test]
fn a_file_that_another_program_holds_is_read_and_not_written() {
    let file = WorkspaceFile::sample();
    let before = fs::read(&file.path).unwrap();
    let holder = Store::open(&file.path).unwrap();
    reads_with_a_note(&file, "öpp");
    writes_nothing(&file, &before);
    drop(holder);
    file.done("set", &["plan", "1.1", "metod", "Nytt."]);
    assert!(file.text("plan").contains("Nytt."));
}

/// Whoever runs as root may write what is write-protected; for everybody else this must hold.
#[cfg(unix)]
#[test]
fn a_write_protected_file_is_read_and_not_written() {
    let file = WorkspaceFile::sample();
    let before = fs::read(&file.path).unwrap();
    let mut permissions = fs::metadata(&file.path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file.path, permissions).unwrap();
    if fs::OpenOptions::new().write(true).open(&file.path).is_ok() {
        reads(&file);
        return;
    }
    reads_with_a_note(&file, "skriv");
    writes_nothing(&file, &before);
}

#[test]
fn a_folder_is_no_file_and_new_replaces_nothing() {
    let file = WorkspaceFile::sample();
    let before = fs::read(&file.path).unwrap();
    let args = ["--profile", "halland", "--group", "Ny"];
    let _ = file.refused("new", &args);
    assert!(fs::read(&file.path).unwrap() == before);
    let folder = file.place.path("mapp.missiv");
    fs::create_dir(&folder).unwrap();
    let _ = file
        .place
        .missiv(["list".as_ref(), folder.as_os_str()])
        .refused();
}

#[test]
fn an_export_that_fails_leaves_the_old_file_whole() {
    let file = WorkspaceFile::sample();
    let target = file.place.write("plan.pdf", "Den gamla.");
    let nowhere = file.place.path("finns inte/plan.pdf");
    let _ = file.refused("export", &["plan", nowhere.to_str().unwrap()]);
    let _ = file.refused(
        "export",
        &["plan", target.to_str().unwrap(), "--edition", "7.7"],
    );
    assert_eq!(fs::read(&target).unwrap(), b"Den gamla.");
    file.done("export", &["plan", target.to_str().unwrap()]);
    assert!(fs::read(&target).unwrap().starts_with(b"%PDF"));
    let left = fs::read_dir(file.place.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    assert!(left.filter(|name| name.ends_with(".tmp")).count() == 0);
}

fn reads_with_a_note(file: &WorkspaceFile, word: &str) {
    for command in READS {
        let answer = run(file, command);
        assert!(matches!(answer.code, Some(0 | 3)), "{command:?}\n{answer}");
        assert!(
            answer.stderr.to_lowercase().contains(word),
            "{command:?} says not why\n{answer}"
        );
    }
}

fn reads(file: &WorkspaceFile) {
    for command in READS {
        assert!(
            matches!(run(file, command).code, Some(0 | 3)),
            "{command:?}"
        );
    }
}

/// The file is looked at last: on POSIX whoever closes a file gives up every lock its process has on it.
fn writes_nothing(file: &WorkspaceFile, before: &[u8]) {
    for command in WRITES {
        let answer = run(file, command);
        assert_eq!(answer.code, Some(1), "{command:?}\n{answer}");
        assert!(
            !answer.stderr.contains("panicked") && answer.stderr.lines().count() >= 1,
            "{answer}"
        );
    }
    assert!(fs::read(&file.path).unwrap() == before, "the file changed");
}

/// A workspace file is nowhere else; a paper can be made again.
#[test]
fn nothing_is_written_over_a_workspace_file() {
    let file = WorkspaceFile::sample();
    let before = fs::read(&file.path).unwrap();
    let own = file.path.to_str().unwrap();
    let other = file.place.write("annan.missiv", &before);
    for target in [own, other.to_str().unwrap()] {
        for args in [
            vec!["plan", target],
            vec!["plan", target, "--edition", "1.0"],
            vec!["--everything", target],
        ] {
            let said = file.refused("export", &args);
            assert!(said.contains("arbetsfil"), "{args:?}: {said}");
        }
    }
    let said = file.refused("copy", &[own]);
    assert!(said.contains("arbetsfilen själv"), "{said}");
    assert!(fs::read(&file.path).unwrap() == before);
    assert!(fs::read(&other).unwrap() == before);
}

#[test]
fn the_data_of_a_paper_replace_no_other_file() {
    let file = WorkspaceFile::sample();
    let json = file.place.write("plan.json", "{}");
    let pdf = file.place.path("plan.pdf");
    let args = ["plan", pdf.to_str().unwrap(), "--data"];
    let _ = file.refused("export", &args);
    assert_eq!(fs::read(&json).unwrap(), b"{}");
    fs::remove_file(&json).unwrap();
    file.done("export", &args);
    file.done("export", &args);
    assert!(fs::read(&json).unwrap().len() > 1000);
}

/// Only an older copy of the same workspace is replaced by a copy.
#[test]
fn a_copy_replaces_nothing_that_is_nowhere_else() {
    let file = WorkspaceFile::sample();
    let copy = file.place.path("kopia.missiv");
    let target = copy.to_str().unwrap();
    file.done("copy", &[target]);
    file.done("set", &["plan", "1.1", "metod", "Nytt."]);
    file.done("copy", &[target]);
    let _ = file
        .place
        .missiv(["set", target, "plan", "1.1", "metod", "Kollegans."])
        .succeeded();
    let news = fs::read(&copy).unwrap();
    assert!(
        file.refused("copy", &[target])
            .contains("Hämta först in den")
    );
    let document = file.place.write("brev.docx", "Ett brev");
    let other = file.place.path("annan.missiv");
    let words = [
        "new",
        other.to_str().unwrap(),
        "--profile",
        "halland",
        "--group",
        "B",
    ];
    let _ = file.place.missiv(words).succeeded();
    for path in [&document, &other] {
        let before = fs::read(path).unwrap();
        let _ = file.refused("copy", &[path.to_str().unwrap()]);
        assert!(fs::read(path).unwrap() == before, "{}", path.display());
    }
    assert!(fs::read(&copy).unwrap() == news);
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_not_read() {
    let file = WorkspaceFile::sample();
    let zero = "/dev/zero";
    let _ = file.place.missiv(["read", zero]).refused();
    let _ = file.refused("import", &[zero]);
    let _ = file.refused("picture", &["group", ".", "logotyper", zero, "--alt", "x"]);
}

#[test]
fn a_whole_log_is_taken_in_by_a_new_file_only() {
    let file = WorkspaceFile::sample();
    let dump = file.place.path("allt.json");
    file.done("export", &["--everything", dump.to_str().unwrap()]);
    let said = file.refused("import", &[dump.to_str().unwrap()]);
    assert!(said.contains("finns redan"), "{said}");
}

fn refused(file: &WorkspaceFile, command: &[&str]) -> String {
    file.refused(command[0], &command[1..])
}

fn run(file: &WorkspaceFile, command: &[&str]) -> Output {
    file.run(command[0], &command[1..])
}

fn with(bytes: &[u8]) -> WorkspaceFile {
    WorkspaceFile::of(bytes)
}

/// The sample's bytes with four of them in its head changed.
fn patched(at: usize, bytes: [u8; 4]) -> Vec<u8> {
    let sample = WorkspaceFile::sample();
    let mut all = fs::read(Path::new(&sample.path)).unwrap();
    all[at..at + 4].copy_from_slice(&bytes);
    all
}
