//! `cargo xtask test`: everything that must pass, from an empty machine on.

use crate::{
    check, packages,
    phases::Phases,
    shell::{Result, SELECTION, binary, build, cargo, root, succeed, untested},
    ui, verapdf,
};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

/// How many windows are tested at once.
const SCREENS: usize = 2;

/// Where free screens are looked for.
const FIRST_SCREEN: usize = 99;

/// Runs every phase, then prints how long each took and what `cargo test` counted.
pub fn test(args: &[String]) -> Result {
    let options = Options::from(args)?;
    let mut phases = Phases::default();
    phases.must("packages", install)?;
    phases.must("ui build", ui::build)?;
    phases.run("ui check and tests", ui::check);
    if options.lint {
        check::lints(&mut phases);
    }
    phases.must("build", build)?;
    let mut judge = None;
    phases.run("set up veraPDF", || {
        verapdf::set_up().map(|command| judge = command)
    });
    if options.window {
        phases.run("window tests", window_tests);
    }
    let mut counted = Vec::new();
    phases.run("cargo test", || {
        cargo_test(judge.as_deref(), options.rest, &mut counted)
    });
    let passed = phases.end();
    if judge.is_none() {
        println!("\nThe veraPDF tests were NOT RUN; why stands above.");
    }
    println!("\n{}", counted.join("\n"));
    passed
}

struct Options<'a> {
    window: bool,
    lint: bool,
    rest: &'a [String],
}

impl<'a> Options<'a> {
    fn from(args: &'a [String]) -> Result<Self> {
        let own = args
            .iter()
            .position(|arg| arg == "--")
            .unwrap_or(args.len());
        if let Some(other) = args[..own]
            .iter()
            .find(|arg| !["--no-window", "--no-lint"].contains(&arg.as_str()))
        {
            return Err(format!("cargo xtask test does not know {other}").into());
        }
        let has = |name| args[..own].iter().any(|arg| arg == name);
        Ok(Self {
            window: !has("--no-window"),
            lint: !has("--no-lint"),
            rest: args.get(own + 1..).unwrap_or_default(),
        })
    }
}

fn install() -> Result {
    packages::install(
        &[
            packages::BUILD,
            packages::WINDOW,
            packages::JUDGE,
            packages::TRACE,
        ]
        .concat(),
    )
}

/// Runs `cargo test` and keeps the lines that count, so that they can stand last.
fn cargo_test(judge: Option<&str>, rest: &[String], counted: &mut Vec<String>) -> Result {
    let mut command = cargo(&["test", "--no-fail-fast"]);
    command
        .args(SELECTION)
        .args(rest)
        .env("MISSIV_BIN", binary("missiv")?);
    if let Some(judge) = judge {
        command.env("MISSIV_VERAPDF", judge);
    }
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let output = child.stdout.take().ok_or("cargo test has no stdout")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        println!("{line}");
        if line.starts_with("test result:") && !line.contains(" 0 passed; 0 failed") {
            counted.push(line);
        }
    }
    let status = child.wait()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("cargo test: {status}").into())
    }
}

/// Drives the real window on a screen of its own.
fn window_tests() -> Result {
    if !cfg!(target_os = "linux") {
        return untested("The window tests drive WebKitGTK and run on Linux only.");
    }
    let tests = ui::window_tests()?;
    if tests.is_empty() {
        return Err("no window test under ui/e2e".into());
    }
    // A window waits more than it works, so two at a time keep a small machine busy; and on a screen only one of them
    // could have the focus.
    let (app, missiv) = (binary("missiv-app")?, binary("missiv")?);
    let mut running = Vec::new();
    for screen in 0..SCREENS {
        let mut command = on_screen(
            FIRST_SCREEN + 20 * screen,
            // It repeats what failed at its end, where it is looked for.
            &["node", "--test", "--test-reporter=spec"],
            &app,
            &missiv,
        );
        command.args(tests.iter().skip(screen).step_by(SCREENS));
        running.push(command.spawn()?);
    }
    let mut failed = 0;
    for test in &mut running {
        failed += usize::from(!test.wait()?.success());
    }
    if failed == 0 {
        Ok(())
    } else {
        Err("a window test failed".into())
    }
}

/// `cargo xtask pictures`: a picture of every view under target/screenshots, and those that the help and the README show.
pub fn pictures() -> Result {
    packages::install(&[packages::BUILD, packages::WINDOW].concat())?;
    ui::build()?;
    build()?;
    succeed(&mut on_a_screen(&["node", "e2e/pictures.mjs"])?)
}

/// A command in ui/ that has a screen of its own and knows the built programs.
pub fn on_a_screen(words: &[&str]) -> Result<Command> {
    Ok(on_a_screen_with(
        words,
        &binary("missiv-app")?,
        &binary("missiv")?,
    ))
}

/// The same with programs of another build.
pub fn on_a_screen_with(words: &[&str], app: &Path, missiv: &Path) -> Command {
    on_screen(FIRST_SCREEN, words, app, missiv)
}

/// The screen has this number, or the next that is free.
fn on_screen(number: usize, words: &[&str], app: &Path, missiv: &Path) -> Command {
    let mut command = Command::new("xvfb-run");
    command
        .args(["--auto-servernum", &format!("--server-num={number}")])
        .arg("--server-args=-screen 0 1600x1200x24")
        .args(words)
        .current_dir(root().join("ui"))
        .stdin(Stdio::null())
        .env("MISSIV_APP", app)
        .env("MISSIV_BIN", missiv);
    command
}
