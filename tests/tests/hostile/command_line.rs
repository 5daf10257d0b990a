//! Hostile words on the command line: what is no name of anything is refused with a sentence, whatever it holds.

use std::{io::Write, process::Stdio};

use missiv_tests::{Output, WorkspaceFile};

const NAMES: &[&str] = &[
    "'); DROP TABLE step;--",
    "../../../etc/passwd",
    "#panic()",
    "@parent",
    "@kind",
    "\u{1b}[2J\u{7}",
    "\u{202e}nalp",
    "",
    " ",
    "*",
    "%",
    "%s%n",
    "1.1.1.1.1.1",
    "99999999999999999999",
    "-1",
    "NULL",
    "0000",
];

#[test]
fn a_hostile_name_names_nothing() {
    let file = WorkspaceFile::sample();
    let long = "x".repeat(100_000);
    for name in NAMES.iter().copied().chain([long.as_str()]) {
        for (command, rest) in [
            ("show", vec!["--", name]),
            ("check", vec!["--", name]),
            ("set", vec!["--", name, "1.1", "metod", "x"]),
            ("set", vec!["--", "plan", name, "metod", "x"]),
            ("set", vec!["--", "plan", "1.1", name, "x"]),
            ("add", vec!["--", "plan", name]),
            ("remove", vec!["--", "plan", name]),
            ("history", vec!["--", "plan", name]),
            ("begin", vec!["--", name, "2026"]),
        ] {
            refuses(&file, command, &rest);
        }
        refuses(
            &file,
            "set",
            &["plan", "1.1", "metod", "x", &format!("--as={name}")],
        );
        refuses(&file, "export", &["plan", &format!("--edition={name}")]);
    }
}

/// The sentence repeats the name, so it must not carry what a terminal obeys.
fn refuses(file: &WorkspaceFile, command: &str, rest: &[&str]) {
    let sentence = file.refused(command, rest);
    let strange = sentence.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(strange, None, "{command}: {sentence:?}");
    assert!(
        sentence.len() < 4000,
        "{command}: a sentence of {} bytes",
        sentence.len()
    );
}

#[test]
fn a_year_that_is_none_is_refused() {
    let file = WorkspaceFile::sample();
    for year in ["0", "-5", "99999", "2147483647"] {
        let _ = file.refused("begin", &["--", "halland_mal_och_handlingsplan", year]);
    }
    let _ = file
        .run("begin", &["halland_mal_och_handlingsplan", "i år"])
        .failed_with(2);
}

#[test]
fn stdin_may_hold_anything() {
    let file = WorkspaceFile::sample();
    let answer = with_stdin(&file, b"a\0b\x1b[31m\r\nc");
    assert_eq!(answer.code, Some(0), "{answer}");
    assert!(file.text("report").contains("ab[31m"));
    let answer = with_stdin(&file, b"v\xe5rd").refused();
    let said = "Texten från standardinmatningen är inte skriven i UTF-8.";
    assert!(answer.stderr.contains(said), "{answer}");
    let answer = with_stdin(&file, &vec![b'a'; (4 << 20) + 1]).refused();
    let said = "Texten från standardinmatningen är för lång.";
    assert!(answer.stderr.contains(said), "{answer}");
}

/// A command before a pipe that found nothing must not take a text away.
#[test]
fn nothing_on_stdin_empties_no_field() {
    let file = WorkspaceFile::sample();
    let before = file.text("report");
    for nothing in ["", "\n", " \r\n"] {
        let answer = with_stdin(&file, nothing.as_bytes()).refused();
        assert!(answer.stderr.contains("--clear"), "{answer}");
        assert_eq!(file.text("report"), before);
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_refused() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let file = WorkspaceFile::sample();
    let odd = OsStr::from_bytes(b"v\xe5rd");
    let args = [
        "set".as_ref(),
        file.path.as_os_str(),
        "plan".as_ref(),
        ".".as_ref(),
        "sammanfattning".as_ref(),
        odd,
    ];
    let answer = file.place.missiv(args).failed_with(2);
    assert!(!answer.stderr.contains("panicked"), "{answer}");
    // A path may be any bytes.
    let path = file.place.path(odd);
    std::fs::copy(&file.path, &path).unwrap();
    let _ = file
        .place
        .missiv(["list".as_ref(), path.as_os_str()])
        .succeeded();
}

fn with_stdin(file: &WorkspaceFile, bytes: &[u8]) -> Output {
    let mut command = file.place.command();
    command
        .arg("set")
        .arg(&file.path)
        .args(["report", "1.1", "kommentar", "-"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may have heard enough before the end.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    let answer = child.wait_with_output().unwrap();
    Output {
        code: answer.status.code(),
        stdout: String::from_utf8_lossy(&answer.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&answer.stderr).into_owned(),
    }
}
