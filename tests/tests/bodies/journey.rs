//! Each body from an empty workspace to its written, handed in, adopted and exported papers: what the samples of its
//! templates say, written one act after the other as a person does.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use missiv_tests::content::Packs;
use missiv_tests::replay::{Sample, Scribe, Written};
use missiv_tests::strings::letters;
use missiv_tests::{Place, verapdf};
use model::markdown::{self, Block, Span};
use model::paper::{Adoption, State};
use model::profile::Profile;
use model::schema::{Field, Template};
use model::vocabulary::{FieldType, Role};
use serde_json::Value;
use workspace::{Kept, Severity, Workspace};

/// 5.6-1: from the mandate's plan to the year's report, the call and the minutes between, and the handover.
#[test]
fn halland_writes_its_papers_from_nothing() {
    journey("halland", &["generell_motesplan", "generell_arendelista"]);
}

/// 5.6-1: the group's own annual report, and the papers that the bodies of Skaraborg share, in its name.
#[test]
fn the_development_group_writes_its_papers_from_nothing() {
    journey("skaraborg_sug", &["generell_overlamning"]);
}

/// 5.6-1, 2.6-1, 2.6-2, 2.6-3, 2.6-4, 2.6-5, 2.6-7: the genomförandeplan, the annual report that follows it, and
/// the missiv.
#[test]
fn a_forum_writes_its_papers_from_nothing() {
    journey("skaraborg_fora", &["generell_overlamning"]);
}

/// 5.6-1: a matter from the register by the agenda and the notes to the question to those who were absent, and to the
/// missiv.
#[test]
fn the_heads_of_social_services_write_their_papers_from_nothing() {
    journey("skaraborg_socialchefsgruppen", &["generell_overlamning"]);
}

/// 5.6-1: the agenda, the notes and the missiv to the direktion.
#[test]
fn the_network_writes_its_papers_from_nothing() {
    let others = [
        "generell_motesplan",
        "generell_arendelista",
        "generell_overlamning",
    ];
    journey("fyrbodal", &others);
}

/// Writes every paper of a profile from an empty workspace, and exports it. The samples of `others` say what only a body
/// of other municipalities can say.
fn journey(profile: &str, others: &[&str]) {
    let packs = Packs::bundled();
    let profile = packs.profile(profile);
    let listed = profile.documents.iter();
    let samples: Vec<Sample> = listed
        .filter(|template| !others.contains(&template.as_str()))
        .map(|template| Sample::of(template))
        .collect();
    let own = samples.iter().find(|sample| sample.profile() == profile.id);
    let place = Place::new();
    let mut scribe = Scribe::begin(&place.path("grupp.missiv"), &packs, own.unwrap());
    let begun = scribe.workspace.documents().unwrap();
    assert_eq!(begun.len(), 1, "the group is alone");
    let folder = place.path("papper");
    fs::create_dir_all(&folder).unwrap();
    let mut pdfs = Vec::new();
    let mut written = BTreeSet::new();
    let mut faults = Vec::new();
    for sample in &samples {
        scribe.write(sample, |workspace, paper| {
            let template = packs.template(&paper.template);
            if pdfs.is_empty() {
                let draft = place.path("utkast.pdf");
                let _ = workspace.export(paper.id, &draft, &Kept::Newest).unwrap();
                assert_eq!(marks(&draft), ["UTKAST"]);
            }
            let pdf = leaves(workspace, (profile, template), paper, &folder);
            let lost = lost(&pdf, &expected(profile, template, &paper.sample));
            faults.extend(lost.iter().map(|lost| format!("{}: {lost}", template.id)));
            pdfs.push(pdf);
            written.insert(paper.template.clone());
        });
    }
    let left = profile.documents.iter().filter(|id| !written.contains(*id));
    assert_eq!(left.collect::<Vec<_>>(), others, "not written");
    assert!(
        faults.is_empty(),
        "{} texts are lost\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(
        scribe.found() > 0,
        "no paper knew anything of the one before it"
    );
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &pdfs);
}

/// Hands a paper in, lets the body that decides adopt it, and exports it; asserts how far the PDF says that it came.
fn leaves(
    workspace: &mut Workspace,
    (profile, template): (&Profile, &Template),
    paper: &Written,
    folder: &Path,
) -> PathBuf {
    let findings = workspace.check(paper.id).unwrap();
    let blocking: Vec<String> = findings
        .iter()
        .filter(|found| found.diagnostic.severity == Severity::Blocking)
        .map(|found| format!("{}: {} {}", found.at, found.text, found.hint))
        .collect();
    assert_eq!(blocking, [""; 0], "{}", template.id);
    assert_eq!(workspace.submit(paper.id).unwrap(), "1.0");
    let mut state = State::handed_in(template.concept);
    if let Some(adoption) = adoption(profile, &paper.sample).filter(|_| state == State::Submitted) {
        workspace.adopt(paper.id, &adoption).unwrap();
        state = State::Adopted;
    }
    fs::create_dir_all(folder).unwrap();
    let exported = workspace.export(paper.id, folder, &Kept::Newest).unwrap();
    let read = workspace::read_pdf(&exported.path).unwrap();
    assert!(read.belongs && !exported.draft, "{}", template.id);
    assert_eq!(read.paper.document.state, state, "{}", template.id);
    let mark = if state == State::Submitted {
        vec!["FÖRSLAG"]
    } else {
        Vec::new()
    };
    assert_eq!(marks(&exported.path), mark, "{}", template.id);
    exported.path
}

/// Who adopts a paper: whom its sample names, else the body that it asks to decide, else the profile's first. Nobody,
/// where the body that it asks does not adopt.
fn adoption(profile: &Profile, sample: &Value) -> Option<Adoption> {
    let named = &sample["editions"][0]["adopted"];
    if !named.is_null() {
        return serde_json::from_value(named.clone()).ok();
    }
    let asked = sample["fields"]["forslag"]["body"].as_str();
    let body = profile
        .bodies
        .iter()
        .filter(|body| body.adopts)
        .find(|body| asked.is_none_or(|asked| asked == body.id));
    body.map(|body| Adoption {
        body: body.name.clone(),
        date: workspace::today(),
        paragraph: Some("§ 12".to_owned()),
    })
}

/// The marks of what is not done that stand on a paper, in its text or beside it.
fn marks(pdf: &Path) -> Vec<&'static str> {
    let structure = typeset::structure(&fs::read(pdf).unwrap()).unwrap();
    let mut all = structure.passed_over.concat();
    all.extend(structure.tags.iter().map(|tag| letters(&tag.text())));
    let marks = ["UTKAST", "FÖRSLAG"].into_iter();
    marks
        .filter(|mark| all.iter().any(|text| text.contains(mark)))
        .collect()
}

/// Those texts that do not stand in the tagged text of a PDF.
fn lost(pdf: &Path, texts: &[String]) -> Vec<String> {
    let structure = typeset::structure(&fs::read(pdf).unwrap()).unwrap();
    let tags = structure.tags.iter();
    let read: String = tags.map(|tag| letters(&tag.text())).collect();
    let lost = texts.iter().filter(|text| !read.contains(&letters(text)));
    lost.cloned().collect()
}

/// The texts of a sample that its paper prints.
fn expected(profile: &Profile, template: &Template, sample: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    of_fields(&template.fields, &sample["fields"], profile, &mut texts);
    let mut objects: Vec<&Value> = sample["objects"].as_array().into_iter().flatten().collect();
    while let Some(object) = objects.pop() {
        let fields = template.fields_of(object["kind"].as_str());
        of_fields(fields, &object["fields"], profile, &mut texts);
        objects.extend(object["objects"].as_array().into_iter().flatten());
    }
    assert!(
        texts.len() > 5,
        "{} has too few texts to prove anything",
        template.id
    );
    texts
}

fn of_fields(fields: &[Field], values: &Value, profile: &Profile, texts: &mut Vec<String>) {
    for field in fields.iter().filter(|field| field.print) {
        of_value(field, field.ty, &values[&field.id], profile, texts);
    }
}

fn of_value(
    field: &Field,
    ty: FieldType,
    value: &Value,
    profile: &Profile,
    texts: &mut Vec<String>,
) {
    let items = || value.as_array().into_iter().flatten();
    let word = value.as_str().unwrap_or_default();
    match ty {
        FieldType::Line => texts.push(of_line(field, word)),
        FieldType::Text => of_blocks(&markdown::parse(word), texts),
        FieldType::Party => texts.push(
            profile
                .party(word)
                .map_or(word, |party| &party.name)
                .to_owned(),
        ),
        FieldType::Body => texts.push(
            profile
                .body(word)
                .map_or(word, |body| &body.name)
                .to_owned(),
        ),
        FieldType::List => items().for_each(|item| of_value(field, field.of, item, profile, texts)),
        FieldType::Rows => items().for_each(|row| of_fields(&field.columns, row, profile, texts)),
        FieldType::Reference | FieldType::File => {
            texts.extend(
                ["title", "number"]
                    .into_iter()
                    .filter_map(|part| Some(value[part].as_str()?.to_owned())),
            );
        }
        FieldType::Decision => {
            let points = value["points"].as_array().into_iter().flatten();
            texts.extend(points.filter_map(|point| Some(point.as_str()?.to_owned())));
        }
        _ => {}
    }
}

/// A line as a paper prints it: a link without its scheme, and who came instead of somebody within a sentence, where
/// the first letter may be a small one.
fn of_line(field: &Field, line: &str) -> String {
    let shown = match field.is {
        Some(Role::MeetingLink) => line.trim_start_matches("https://"),
        Some(Role::Substitute) => line.trim_start_matches(char::is_uppercase),
        _ => line,
    };
    shown.to_owned()
}

/// The runs of text in blocks: what stands between them, such as the numbers of a list, is the layout's.
fn of_blocks(blocks: &[Block], texts: &mut Vec<String>) {
    let spans = |spans: &[Span]| markdown::plain_spans(spans);
    for block in blocks {
        match block {
            Block::Paragraph { text } | Block::Heading { text, .. } => texts.push(spans(text)),
            Block::List { items, .. } => items.iter().for_each(|item| of_blocks(item, texts)),
            Block::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                texts.extend(cells.map(|cell| spans(cell)));
            }
        }
    }
}
