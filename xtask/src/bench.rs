//! `cargo xtask bench`: how long the built program takes, next to its peer in the same run.
//!
//! A figure alone says more about the machine than about us, so each is printed with a peer's and their ratio. Nothing
//! here fails on a slow machine. What only a library can measure (an edit to its page) is not here.

use crate::{
    packages,
    phases::now,
    run::workspace_file,
    shell::{Result, binary, build, made, succeed},
    test::on_a_screen,
    ui,
};
use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
    time::Duration,
};

/// How often each is run.
const RUNS: usize = 15;

/// One thing that is measured: a command line over the sample. `{file}` stands for its workspace file, `{out}` for a
/// path that is free.
struct Bench {
    name: &'static str,
    what: &'static str,
    args: &'static [&'static str],
    /// The name of the bench it is compared with.
    peer: &'static str,
}

const START: &str = "start";

const TABLE: &[Bench] = &[
    Bench {
        name: START,
        what: "the program starts and ends",
        args: &["--version"],
        peer: START,
    },
    Bench {
        name: "list",
        what: "open the file, list its documents",
        args: &["list", "{file}"],
        peer: START,
    },
    Bench {
        name: "check",
        what: "check every document",
        args: &["check", "{file}"],
        peer: START,
    },
    Bench {
        name: "sample",
        what: "the sample: file and PDFs, cold",
        args: &["sample", "{out}"],
        peer: START,
    },
];

/// What ui/e2e/bench.mjs measures: the start, memory and key presses of the real window, and the size of its page.
const WINDOW: &str = "window";

/// Measures everything, or what `names` name, and prints a table.
pub fn bench(names: &[String]) -> Result {
    let known = TABLE.iter().map(|bench| bench.name).chain([WINDOW]);
    let known: Vec<&str> = known.collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(format!(
            "there is no bench {unknown}; there are {}",
            known.join(", ")
        )
        .into());
    }
    ui::build()?;
    build()?;
    let has = |wanted: &str| names.is_empty() || names.iter().any(|name| name == wanted);
    if has(WINDOW) && cfg!(target_os = "linux") {
        packages::install(packages::WINDOW)?;
        succeed(&mut on_a_screen(&["node", "e2e/bench.mjs"])?)?;
        println!();
    }
    if !TABLE.iter().any(|bench| has(bench.name)) {
        return Ok(());
    }
    let place = Place::new()?;
    println!(
        "A development build with optimised typesetting; {RUNS} runs each, milliseconds, whole processes.\n"
    );
    println!(
        "{:<10}{:<36}{:>9}{:>9}{:>9}  {:>9}",
        "name", "what", "first", "p50", "p95", "p50/peer"
    );
    let mut peers = Vec::new();
    for bench in TABLE {
        if has(bench.name) || bench.name == START {
            println!("{}", line(bench, &place, &mut peers));
        }
    }
    Ok(())
}

fn line(bench: &Bench, place: &Place, peers: &mut Vec<(&'static str, f64)>) -> String {
    let Bench { name, what, .. } = bench;
    let times = match measure(bench, place) {
        Ok(times) => times,
        Err(error) => return format!("{name:<10}{what:<36}  not measured: {error}"),
    };
    let Times { first, p50, p95 } = times;
    peers.push((name, p50));
    let peer = peers.iter().find(|(peer, _)| *peer == bench.peer);
    let ratio = peer.map_or("-".to_owned(), |(_, peer)| format!("{:.1}", p50 / peer));
    format!("{name:<10}{what:<36}{first:>9.1}{p50:>9.1}{p95:>9.1}  {ratio:>9}")
}

struct Times {
    first: f64,
    p50: f64,
    p95: f64,
}

fn measure(bench: &Bench, place: &Place) -> Result<Times> {
    let runs: Result<Vec<Duration>> = (0..RUNS)
        .map(|run| once(&place.command(bench, run)?))
        .collect();
    let mut runs: Vec<f64> = runs?.iter().map(|time| time.as_secs_f64() * 1e3).collect();
    let first = runs.first().copied().unwrap_or_default();
    runs.sort_by(f64::total_cmp);
    let at = |share: usize| {
        runs.get((runs.len() - 1) * share / 100)
            .copied()
            .unwrap_or_default()
    };
    Ok(Times {
        first,
        p50: at(50),
        p95: at(95),
    })
}

/// Runs a command line and answers with its time; a failure is not a time.
fn once(words: &[PathBuf]) -> Result<Duration> {
    let (program, args) = words.split_first().ok_or("an empty command")?;
    let mut command = Command::new(program);
    command
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    let start = now();
    let answer = command.output()?;
    let time = start.elapsed();
    if answer.status.success() {
        return Ok(time);
    }
    let told = String::from_utf8_lossy(&answer.stderr);
    Err(told
        .lines()
        .next()
        .unwrap_or("it failed without a word")
        .into())
}

/// The sample that is measured on, and where its copies go.
struct Place {
    program: PathBuf,
    directory: PathBuf,
}

impl Place {
    fn new() -> Result<Self> {
        let place = Self {
            program: binary("missiv")?,
            directory: made().join("bench"),
        };
        if place.directory.exists() {
            fs::remove_dir_all(&place.directory)?;
        }
        fs::create_dir_all(&place.directory)?;
        let sample = place.directory.join("sample");
        once(&[place.program.clone(), "sample".into(), sample])?;
        Ok(place)
    }

    fn command(&self, bench: &Bench, run: usize) -> Result<Vec<PathBuf>> {
        let file = workspace_file(&self.directory.join("sample"))?;
        let out = self.directory.join(format!("{}-{run}", bench.name));
        let word = |word: &&str| match *word {
            "{file}" => file.clone(),
            "{out}" => out.clone(),
            word => word.into(),
        };
        Ok([self.program.clone()]
            .into_iter()
            .chain(bench.args.iter().map(word))
            .collect())
    }
}
