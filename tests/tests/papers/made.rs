//! All papers, made once for all tests of this program.

use std::{
    fs, iter,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use missiv_tests::{Place, spread};
use typeset::structure::Structure;
use typeset::{Placed, Sheets};
use workspace::{Exported, Kept, Library, State, Workspace};

/// The examples that every template has.
pub const EXAMPLES: [&str; 3] = ["empty", "limit", "sample"];

/// What the names of the sample year's papers begin with.
const SAMPLE: &str = "sample ";

/// A paper that was exported.
pub struct Paper {
    /// Which, for people: the template and the example.
    pub name: String,
    /// The PDF's path.
    pub path: PathBuf,
    /// Its bytes.
    pub pdf: Vec<u8>,
    /// The document's `data.json` as the workspace gives it.
    pub data: Vec<u8>,
    /// The workspace file that holds it.
    pub file: PathBuf,
    /// The document, as a command names it.
    pub document: String,
    /// What the export answered.
    pub exported: Exported,
    /// How far the printed document has come.
    pub state: State,
    /// What Typst warned of.
    pub warnings: Vec<String>,
    /// What a screen reader is given.
    pub structure: Structure,
    /// Where each run of text stands.
    pub placed: Vec<Placed>,
}

impl Paper {
    /// Returns the file's name.
    pub fn file_name(&self) -> String {
        self.path
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned()
    }
}

/// Returns the papers of the sample year, then every example of every template with a layout.
pub fn all() -> &'static [Paper] {
    static MADE: OnceLock<(Place, Vec<Paper>)> = OnceLock::new();
    let (_, papers) = MADE.get_or_init(|| {
        let place = Place::new();
        let examples = printed_templates()
            .into_iter()
            .flat_map(|template| EXAMPLES.map(|example| Some((template.clone(), example))));
        let papers = spread(iter::once(None).chain(examples), |part| match part {
            None => sample_year(&place.path("exempelåret")),
            Some((template, example)) => vec![example_of(&place, &template, example)],
        });
        (place, papers.into_iter().flatten().collect())
    });
    papers
}

/// Returns the papers of the sample year: all that a group hands in.
pub fn sample() -> &'static [Paper] {
    let papers = all();
    let of_the_year = |paper: &&Paper| paper.name.starts_with(SAMPLE);
    &papers[..papers.iter().take_while(of_the_year).count()]
}

/// Returns the paper of the sample year with this short id.
pub fn sample_of(ident: &str) -> &'static Paper {
    named(&format!("{SAMPLE}{ident}"))
}

/// Returns the paper with this name.
pub fn named(name: &str) -> &'static Paper {
    let found = all().iter().find(|paper| paper.name == name);
    found.unwrap_or_else(|| panic!("{name} is among the papers"))
}

/// Returns the folders of all templates.
pub fn templates() -> Vec<PathBuf> {
    let folder = missiv_tests::root().join("assets/templates");
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    found.sort();
    found
}

fn printed_templates() -> Vec<PathBuf> {
    templates()
        .into_iter()
        .filter(|folder| folder.join("main.typ").exists())
        .collect()
}

fn sample_year(folder: &Path) -> Vec<Paper> {
    let (file, exported) = workspace::write_sample(folder, Library::bundled()).unwrap();
    let workspace = Workspace::open(&file, Library::bundled()).unwrap();
    let printed = workspace
        .documents()
        .unwrap()
        .into_iter()
        .filter(|line| line.printed);
    let papers = printed
        .zip(exported)
        .map(|(line, exported)| paper(&workspace, &line.id.to_string(), exported));
    papers.collect()
}

/// The document that the example is of stands last in it; those before it are its group and its sources.
fn example_of(place: &Place, template: &Path, example: &str) -> Paper {
    let id = template.file_name().unwrap().to_string_lossy().into_owned();
    let json = fs::read(
        template
            .join("examples")
            .join(example)
            .with_extension("json"),
    )
    .unwrap();
    let folder = place.path(format!("{id} {example}"));
    fs::create_dir_all(&folder).unwrap();
    let workspace =
        Workspace::create_from_json(&folder.join("exempel.missiv"), Library::bundled(), &json)
            .unwrap();
    let lines = workspace.documents().unwrap();
    let line = lines.iter().find(|line| line.template == id).unwrap();
    let exported = workspace.export(line.id, &folder, &Kept::Newest).unwrap();
    let mut paper = paper(&workspace, &line.id.to_string(), exported);
    paper.name = format!("{id} {example}");
    paper
}

fn paper(workspace: &Workspace, document: &str, exported: Exported) -> Paper {
    let id = document.parse().unwrap();
    let data = workspace.data(id, &Kept::Newest).unwrap();
    let head = model::paper::Paper::from_json(&data).unwrap().document;
    let pages = workspace.pages(id).unwrap();
    let placed = match &pages {
        Sheets::Here(pages) => pages.placed(),
        Sheets::There(_) => Vec::new(),
    };
    let pdf = fs::read(&exported.path).unwrap();
    Paper {
        name: format!("{SAMPLE}{}", head.ident),
        structure: typeset::structure(&pdf).unwrap(),
        pdf,
        path: exported.path.clone(),
        data,
        file: workspace.path().to_owned(),
        document: document.to_owned(),
        exported,
        state: head.state,
        placed,
        warnings: pages.warnings().iter().map(ToString::to_string).collect(),
    }
}
