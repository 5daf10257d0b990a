//! Reads and checks a template's folder.

use model::period::{PeriodRule, SourcePeriod};
use model::profile::Profile;
use model::schema::{Source, Template};
use model::vocabulary::{Concept, Role};

use crate::codes::FaultCode;
use crate::fault::Checked;
use crate::faults::Faults;
use crate::pack::Pack;
use crate::reader::{self, Node};
use crate::scope::Scope;
use crate::template_keys::TEMPLATE;
use crate::words::DOCUMENTS;
use crate::{check_needs, field, ids, kind, order, paths, placeholder, scale, view, walk};

/// The file that a template's folder begins with.
pub const TEMPLATE_FILE: &str = "template.toml";

/// The layout. A template of the group itself has none.
pub const LAYOUT_FILE: &str = "main.typ";

/// The examples that every printable template has: an empty one, a likely one, and one with every field at its limit.
pub const EXAMPLES: &[&str] = &[
    "examples/empty.json",
    "examples/sample.json",
    "examples/limit.json",
];

/// Reads a template and says everything that is wrong with it.
///
/// With a profile, scales are looked up in it too; without one, a scale that the template lacks is a warning.
#[must_use]
pub fn read_template(pack: &Pack, profile: Option<&Profile>) -> Checked<Template> {
    let mut faults = Faults::new(TEMPLATE_FILE);
    let Some(text) = reader::text(pack, TEMPLATE_FILE, &mut faults) else {
        return faults.check(None);
    };
    let table = reader::parse(text, &mut faults);
    let root = Node::root(&table);
    if !walk::file(root, &TEMPLATE, &mut faults) {
        return faults.check(None);
    }
    let template = lower(root);
    let words_known = !faults.has(&[FaultCode::UnknownConcept, FaultCode::UnknownRole])
        && kind::are_followed_known(&root.tables("kind"));
    check(
        root,
        Scope {
            template: &template,
            profile,
            words_known,
        },
        &mut faults,
    );
    files(pack, &template, &mut faults);
    faults.check(Some(template))
}

fn lower(root: Node) -> Template {
    Template {
        id: root.owned("id"),
        version: root.owned("version"),
        concept: root
            .known("concept", Concept::parse)
            .unwrap_or(Concept::Plan),
        name: root.owned("name"),
        title: root.owned("title"),
        heading: root.optional("heading"),
        subtitle: root.optional("subtitle"),
        ident: root.owned("ident"),
        help: root.owned("help"),
        period: root
            .known("period", PeriodRule::parse)
            .unwrap_or(PeriodRule::Many),
        sources: root.tables("source").into_iter().map(source).collect(),
        scales: scale::lower(&root.tables("scale")),
        head: root.texts("head"),
        order: root.texts("order"),
        fields: field::lower(&root.tables("field")),
        kinds: kind::lower(&root.tables("kind")),
        views: view::lower(&root.tables("view")),
        checks: root.texts("checks"),
    }
}

fn source(here: Node) -> Source {
    Source {
        id: here.owned("id"),
        concept: here
            .known("concept", Concept::parse)
            .unwrap_or(Concept::Plan),
        period: here
            .known("period", SourcePeriod::parse)
            .unwrap_or(SourcePeriod::Same),
        optional: here.bool("optional").unwrap_or(false),
        said: here.optional("said"),
    }
}

fn check(root: Node, scope: Scope, faults: &mut Faults) {
    let sources = root.tables("source");
    ids::unique(
        sources.iter().filter_map(|source| source.word("id")),
        faults,
    );
    for here in sources.into_iter().chain([root]) {
        is_document(here, faults);
    }
    own_title(root, scope, faults);
    scale::check(&root.tables("scale"), faults);
    field::check(
        &root.tables("field"),
        &scope.template.fields,
        None,
        scope,
        faults,
    );
    kind::check(&root.tables("kind"), scope, faults);
    paths::check(&root.tables("view"), scope, faults);
    order::check(root, scope, faults);
    check_needs::check(root, scope, faults);
}

fn is_document(here: Node, faults: &mut Faults) {
    let Some(concept) = here.known("concept", Concept::parse) else {
        return;
    };
    if !DOCUMENTS.contains(&concept) {
        let choices: Vec<&str> = DOCUMENTS.iter().map(|concept| concept.as_str()).collect();
        let args = [
            ("value", concept.as_str()),
            ("choices", &choices.join(", ")),
        ];
        faults.at(here.at("concept"), FaultCode::NotADocument, &args);
    }
}

/// A document's own title stands in one of its fields; where none is for it, `{title}` is always empty.
fn own_title(root: Node, scope: Scope, faults: &mut Faults) {
    const TITLE: &str = Role::Title.as_str();
    let has_title = scope
        .template
        .fields
        .iter()
        .any(|field| field.is == Some(Role::Title));
    if has_title || !scope.words_known {
        return;
    }
    for key in ["title", "heading", "subtitle", "ident"] {
        if let Some(word) = root
            .word(key)
            .filter(|word| placeholder::names(word.text).contains(&TITLE))
        {
            faults.at(
                word.at,
                FaultCode::PlaceholderEmpty,
                &[("placeholder", TITLE), ("key", key)],
            );
        }
    }
}

/// Reports files that a printable template lacks.
fn files(pack: &Pack, template: &Template, faults: &mut Faults) {
    if template.concept == Concept::Group {
        return;
    }
    if !pack.files.contains_key(LAYOUT_FILE) {
        faults.whole(
            LAYOUT_FILE,
            FaultCode::LayoutMissing,
            &[("file", LAYOUT_FILE)],
        );
    }
    for file in EXAMPLES {
        if !pack.files.contains_key(*file) {
            faults.whole(file, FaultCode::ExampleMissing, &[("file", file)]);
        }
    }
    for (file, bytes) in pack
        .files
        .iter()
        .filter(|(file, _)| file.starts_with("examples/") && file.ends_with(".json"))
    {
        if serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_err() {
            faults.whole(file, FaultCode::ExampleUnreadable, &[("file", file)]);
        }
    }
}
