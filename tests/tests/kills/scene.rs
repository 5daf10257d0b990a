//! The files that the child works on, and what must hold for them whatever moment it was killed at.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use missiv_tests::{Place, root};
use workspace::{Access, Kept, Library, ObjectId, Workspace};

use crate::Phase;
use crate::moment::Moment;

pub const MINE: &str = "gruppen.missiv";
pub const COLLEAGUES: &str = "kollegan.missiv";
pub const TARGET: &str = "planen.pdf";
pub const DOCUMENT: &str = "follow_up_plan";
pub const FIELD: &str = "sammanfattning";

const SAMPLE: &str = "assets/templates/halland_uppfoljningsplan/examples/sample.json";
const UNNAMED: &str = ".missiv-";

/// A folder with a group's file, a colleague's copy and an exported paper.
pub struct Scene {
    place: Place,
    folder: PathBuf,
    phase: Phase,
    document: ObjectId,
    acknowledged: Vec<String>,
    /// The editions there were at the last check.
    editions: usize,
}

impl Scene {
    pub fn new(phase: Phase) -> Self {
        let place = Place::new();
        let json = fs::read(root().join(SAMPLE)).unwrap();
        let (mine, theirs) = (place.path(MINE), place.path(COLLEAGUES));
        let own = Workspace::create_from_json(&mine, Library::bundled(), &json).unwrap();
        let document = own.find_document(DOCUMENT).unwrap();
        own.copy_to(&theirs).unwrap();
        let mut acknowledged = Vec::new();
        if phase == Phase::Export {
            let made = own.export(document, &place.path(TARGET), &Kept::Draft);
            acknowledged.push(made.unwrap().sha256);
        }
        Self {
            folder: place.path(""),
            place,
            phase,
            document,
            acknowledged,
            editions: 0,
        }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Remembers what the child says it has done.
    pub fn acknowledged(&mut self, token: String) {
        self.acknowledged.push(token);
    }

    /// Whether something is being written just now.
    pub fn is_writing(&self) -> bool {
        self.in_commit() || self.unnamed().iter().any(|path| is_young(path))
    }

    /// What the killed child was in the middle of.
    pub fn moment(&self) -> Moment {
        if self.in_commit() {
            Moment::Commit
        } else if self.unnamed().iter().any(|path| is_young(path)) {
            Moment::Unnamed
        } else {
            Moment::Before
        }
    }

    /// What was acknowledged is there, and every file is whole.
    pub fn check(&mut self, kill: usize) {
        // Opening runs SQLite's check of the whole file.
        let own = open(&self.place.path(MINE));
        assert_eq!(own.access(), Access::ReadWrite, "kill {kill}");
        match self.phase {
            Phase::Merge => self.check_texts(&own, kill),
            Phase::Submit | Phase::Adopt => self.check_editions(&own, kill),
            Phase::BackUp => self.check_back_ups(&own, kill),
            Phase::Export => self.check_target(&own, kill),
        }
        // What this kill left is of no interest to the next; that it goes by itself is tried at the end.
        self.unnamed().iter().for_each(|path| grow_old(path));
    }

    /// Half-written files of killed programs go when something is written there next.
    pub fn check_that_nothing_is_left_behind(&self) {
        let planted = [self.place.path(UNNAMED), self.backups().join(UNNAMED)];
        fs::create_dir_all(self.backups()).unwrap();
        for path in &planted {
            let path = PathBuf::from(format!("{}planterad", path.display()));
            fs::write(&path, "halv").unwrap();
            grow_old(&path);
        }
        let own = open(&self.place.path(MINE));
        let _ = own.back_up().unwrap();
        own.copy_to(&self.place.path("kopia.missiv")).unwrap();
        drop(own);
        assert_eq!(self.unnamed(), Vec::<PathBuf>::new());
        let journals = self.names().into_iter();
        let journals = journals.filter(|path| path.to_string_lossy().ends_with("-journal"));
        assert_eq!(journals.collect::<Vec<_>>(), Vec::<PathBuf>::new());
    }

    /// What a colleague wrote and the child said it had taken in stands in the file.
    fn check_texts(&self, own: &Workspace, kill: usize) {
        let everything = String::from_utf8(own.dump().unwrap()).unwrap();
        for token in &self.acknowledged {
            let ends = [" ", "\""].map(|end| format!("{token}{end}"));
            let there = ends.iter().any(|text| everything.contains(text));
            assert!(there, "kill {kill}: {token} is lost");
        }
        let theirs = open(&self.place.path(COLLEAGUES));
        assert_eq!(theirs.access(), Access::ReadWrite, "kill {kill}");
    }

    /// Every edition gives its bytes, those that were acknowledged among them.
    fn check_editions(&mut self, own: &Workspace, kill: usize) {
        let editions = own.show(self.document).unwrap().editions;
        for token in &self.acknowledged {
            let there = editions.iter().any(|it| it.id.to_string() == *token);
            assert!(there, "kill {kill}: {token} is lost");
        }
        for edition in &editions[self.editions..] {
            let target = self.place.path("utgåva.pdf");
            let kept = Kept::Edition(edition.id.to_string());
            let made = own.export(self.document, &target, &kept).unwrap();
            assert_eq!(made.sha256, edition.pdf_sha256, "kill {kill}");
            assert_eq!(sha256(&target), edition.pdf_sha256, "kill {kill}");
        }
        self.editions = editions.len();
    }

    /// Every back-up is a whole file, the last acknowledged among them.
    fn check_back_ups(&self, own: &Workspace, kill: usize) {
        let known = own.back_ups().unwrap();
        if let Some(last) = self.acknowledged.last() {
            let there = known.iter().any(|it| it.path == Path::new(last));
            assert!(there, "kill {kill}: {last} is gone");
        }
        for back_up in known.iter().take(3) {
            let opened = open(&back_up.path);
            assert!(opened.find_document(DOCUMENT).is_ok(), "kill {kill}");
        }
    }

    /// The paper is the last one that was acknowledged, or the next.
    fn check_target(&mut self, own: &Workspace, kill: usize) {
        let next = self.place.path("nästa.pdf");
        let next = own.export(self.document, &next, &Kept::Draft).unwrap();
        let found = sha256(&self.place.path(TARGET));
        let last = self.acknowledged.last().unwrap();
        assert!(found == *last || found == next.sha256, "kill {kill}: torn");
        // A paper that was finished and not acknowledged is what the next kill begins from.
        self.acknowledged.push(found);
    }

    fn in_commit(&self) -> bool {
        let journal = self.place.path(format!("{MINE}-journal"));
        journal.metadata().is_ok_and(|journal| journal.len() > 0)
    }

    /// The files without a name, here and among the back-ups.
    fn unnamed(&self) -> Vec<PathBuf> {
        let unnamed = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default();
            name.to_string_lossy().starts_with(UNNAMED)
        };
        self.names().into_iter().filter(unnamed).collect()
    }

    fn names(&self) -> Vec<PathBuf> {
        let folders = [self.folder.clone(), self.backups()];
        let entries = folders
            .iter()
            .filter_map(|folder| fs::read_dir(folder).ok());
        entries
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect()
    }

    fn backups(&self) -> PathBuf {
        self.place.path(format!("{MINE}.backups"))
    }
}

const OLD: Duration = Duration::from_secs(2 * 3600);

fn grow_old(path: &Path) {
    let file = fs::File::options().append(true).open(path).unwrap();
    let modified = file.metadata().unwrap().modified().unwrap();
    if is_young(path) {
        file.set_modified(modified - OLD).unwrap();
    }
}

/// Made since the last check: those of before were made to look old.
fn is_young(path: &Path) -> bool {
    let modified = path.metadata().and_then(|found| found.modified());
    let age = modified.ok().and_then(|modified| modified.elapsed().ok());
    age.is_some_and(|age| age < OLD / 2)
}

fn sha256(path: &Path) -> String {
    store::Sha256::of(&fs::read(path).unwrap()).to_string()
}

fn open(path: &Path) -> Workspace {
    Workspace::open(path, Library::bundled()).unwrap()
}
