//! The child process: what it does, and how the parent follows it.

use std::env;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{ChildStdout, Command, Stdio};
use std::time::Instant;

use workspace::{Input, Kept, Library, ObjectId, Workspace};

use crate::Phase;
use crate::moment::{Spread, now};
use crate::scene::{COLLEAGUES, DOCUMENT, FIELD, MINE, TARGET};

pub const PHASE: &str = "MISSIV_KILLED_IN";
pub const FOLDER: &str = "MISSIV_KILLED_WHERE";

const BEGINS: &str = "missiv-begins";
const ACKNOWLEDGED: &str = "missiv-acknowledged ";

/// Does the same again and again, and says when it begins and what it has done.
pub fn work(phase: Phase, folder: &Path) {
    let mut own = open(&folder.join(MINE));
    let document = own.find_document(DOCUMENT).unwrap();
    for number in 0_usize.. {
        let token = format!("märke-{}-{number}", std::process::id());
        // Very different sizes: a long one is many pages of the file.
        let text = format!("{token} {}", "å ".repeat(number * 7_919 % 30_000));
        match phase {
            Phase::Merge => {
                let mut theirs = open(&folder.join(COLLEAGUES));
                write(&mut theirs, document, &text);
                drop(theirs);
                say(BEGINS);
                let _ = own.merge(&folder.join(COLLEAGUES)).unwrap();
                acknowledge(&token);
            }
            Phase::BackUp => {
                write(&mut own, document, &text);
                say(BEGINS);
                let made = own.back_up().unwrap();
                acknowledge(made.path.to_str().unwrap());
            }
            Phase::Submit => {
                write(&mut own, document, &token);
                say(BEGINS);
                let _ = own.submit(document).unwrap();
                acknowledge(&newest_edition(&own, document));
            }
            Phase::Adopt => {
                // An edition is adopted once.
                write(&mut own, document, &token);
                let _ = own.submit(document).unwrap();
                say(BEGINS);
                let paragraph = Some(format!("§ {number}"));
                let day = "2025-12-05";
                let _ = own
                    .adopt_by(document, "Strategisk nivå", day, paragraph.as_deref())
                    .unwrap();
                acknowledge(&newest_edition(&own, document));
            }
            Phase::Export => {
                write(&mut own, document, &token);
                say(BEGINS);
                let made = own.export(document, &folder.join(TARGET), &Kept::Draft);
                acknowledge(&made.unwrap().sha256);
            }
        }
    }
}

/// The child process, seen from the parent.
pub struct Child {
    process: std::process::Child,
    said: Lines<BufReader<ChildStdout>>,
    begun: Instant,
}

impl Child {
    pub fn start(phase: Phase, folder: &Path) -> Self {
        let mut process = Command::new(env::current_exe().unwrap())
            .args(["--exact", "the_child", "--nocapture"])
            .env(PHASE, phase.name())
            .env(FOLDER, folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(process.stdout.take().unwrap()).lines();
        Self {
            process,
            said,
            begun: now(),
        }
    }

    /// Waits until the child begins once more.
    pub fn begin(&mut self) {
        let mut said = self.said.by_ref().map_while(Result::ok);
        assert!(said.any(|line| line.ends_with(BEGINS)), "the child died");
        self.begun = now();
    }

    /// Lets the child do it once, and returns what it acknowledged.
    pub fn one_more(&mut self, spread: &mut Spread) -> String {
        self.begin();
        let token = self.next().unwrap();
        spread.took(self.begun.elapsed());
        token
    }

    /// Kills the child and returns what it acknowledged until then.
    pub fn kill(mut self) -> Vec<String> {
        self.process.kill().unwrap();
        let _ = self.process.wait().unwrap();
        std::iter::from_fn(|| self.next()).collect()
    }

    /// Reads what is acknowledged next; a last line may be cut short, and then it is not.
    fn next(&mut self) -> Option<String> {
        let mut said = self.said.by_ref().map_while(Result::ok);
        said.find_map(|line| {
            let token = line.split_once(ACKNOWLEDGED)?.1;
            Some(token.strip_suffix(" .")?.to_owned())
        })
    }
}

fn open(path: &Path) -> Workspace {
    Workspace::open(path, Library::bundled()).unwrap()
}

fn write(workspace: &mut Workspace, document: ObjectId, text: &str) {
    let typed = Input::Typed(text.to_owned());
    let _ = workspace.set(document, ".", FIELD, &typed).unwrap();
}

fn newest_edition(workspace: &Workspace, document: ObjectId) -> String {
    let view = workspace.show(document).unwrap();
    view.editions.last().unwrap().id.to_string()
}

fn acknowledge(token: &str) {
    say(&format!("{ACKNOWLEDGED}{token} ."));
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}
