//! From a document to its paper.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::fields::is_asked;
use super::source::Followed;
use super::{
    Adoption, Cell, FORMAT, Item, Objects, Pack, PageStyle, Paper, Section, Source, SourceLine,
    State, head, start, view,
};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::{Document, Object, system};
use crate::group::Group;
use crate::id::ObjectId;
use crate::period::SourcePeriod;
use crate::profile::Profile;
use crate::schema::{Field, Kind, Template, with_role};
use crate::vocabulary::Role;

/// What a paper is made with besides the document.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The document's template.
    pub template: &'a Template,
    /// The organisation's profile.
    pub profile: &'a Profile,
    /// The group.
    pub group: &'a Group,
    /// The documents that this one follows, by the source's id.
    pub sources: &'a BTreeMap<String, Source>,
    /// Returns a text as the fonts can print it.
    pub printable: fn(&str) -> String,
    /// Returns the first character of a text that the fonts cannot print.
    pub unprintable: fn(&str) -> Option<char>,
    /// The word that marks a draft, for example "UTKAST".
    pub draft_mark: &'a str,
}

/// How far the document has come.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// Draft, submitted or adopted.
    pub state: State,
    /// The edition's number.
    pub edition: Option<String>,
    /// The fact of its adoption.
    pub adoption: Option<Adoption>,
}

impl Publication {
    /// Returns a draft's.
    pub const DRAFT: Self = Self {
        state: State::Draft,
        edition: None,
        adoption: None,
    };
}

/// Makes the paper of a document, and says what could not be shown as it is stored.
///
/// Texts are shown as the fonts can print them; what they cannot is among the diagnostics with its place.
#[must_use]
pub fn build(
    document: &Document,
    context: &Context,
    publication: &Publication,
) -> (Paper, Vec<Diagnostic>) {
    let mut builder = Builder::new(document, context);
    let head_cells = builder.head_cells();
    let mut sections = builder.sections();
    builder.append_unlisted(&mut sections);
    let begins = start::begins(&head_cells, &sections);
    view::fill(
        &mut sections,
        document,
        context,
        &head::words(document, context),
        begins,
    );
    sections.retain(|section| !is_bare(section));
    let paper = Paper {
        format: FORMAT,
        template: Pack {
            id: context.template.id.clone(),
            version: context.template.version.clone(),
        },
        profile: Pack {
            id: context.profile.id.clone(),
            version: context.profile.version.clone(),
        },
        document: head::head(document, context, publication, &head_cells, &sections),
        publisher: head::publisher(context),
        page: PageStyle {
            number: context.profile.page_number.clone(),
            logos: context.profile.logos,
        },
        logos: context.group.logos.clone(),
        sources: context
            .sources
            .iter()
            .map(|(id, source)| SourceLine {
                linked: is_linked(context.template, id),
                ..source.line(id, context.draft_mark)
            })
            .collect(),
        head: head_cells,
        sections,
    };
    (printable(paper, context), builder.findings)
}

fn is_linked(template: &Template, source: &str) -> bool {
    let mut sources = template.sources.iter();
    sources.any(|its| its.id == source && its.period == SourcePeriod::Linked)
}

/// Returns each object of a document as an item of its own, without those below it.
#[must_use]
pub fn loose_items(document: &Document, context: &Context) -> BTreeMap<ObjectId, Item> {
    let mut builder = Builder::new(document, context);
    let known = document
        .objects()
        .filter_map(|object| Some((object, context.template.kind(object.kind.as_deref()?)?)));
    known
        .map(|(object, kind)| {
            (
                object.id,
                builder.item(kind, object, object.text(system::NUMBER).map(str::to_owned)),
            )
        })
        .collect()
}

pub(super) struct Builder<'a> {
    pub(super) document: &'a Document,
    pub(super) context: &'a Context<'a>,
    /// The documents that this one follows, by the source's id.
    pub(super) followed: BTreeMap<&'a str, Followed<'a>>,
    pub(super) findings: Vec<Diagnostic>,
}

impl<'a> Builder<'a> {
    fn new(document: &'a Document, context: &'a Context<'a>) -> Self {
        let sources = context.sources.iter();
        Self {
            document,
            context,
            followed: sources
                .map(|(id, source)| (id.as_str(), Followed::new(source)))
                .collect(),
            findings: Vec::new(),
        }
    }

    fn head_cells(&mut self) -> Vec<Cell> {
        let template = self.context.template;
        let fields: Vec<&Field> = template
            .head
            .iter()
            .filter_map(|id| template.field(id))
            .collect();
        fields
            .into_iter()
            .filter_map(|field| self.own_cell(field))
            .collect()
    }

    fn sections(&mut self) -> Vec<Section> {
        let template = self.context.template;
        template
            .order
            .iter()
            .filter_map(|id| self.section(id))
            .collect()
    }

    fn section(&mut self, id: &str) -> Option<Section> {
        let template = self.context.template;
        if let Some(field) = template.field(id) {
            return self.own_cell(field).map(Section::Field);
        }
        if let Some(kind) = template.kind(id) {
            return Some(Section::Objects(self.objects(
                kind,
                self.document.id,
                None,
                "",
            )));
        }
        let view = template.views.iter().find(|view| view.id == id)?;
        Some(view::frame(view))
    }

    /// What the template's order forgets is printed last: no text is lost.
    fn append_unlisted(&mut self, sections: &mut Vec<Section>) {
        let template = self.context.template;
        let listed = |id: &String| template.order.contains(id) || template.head.contains(id);
        let below: Vec<&Kind> = template
            .kinds
            .iter()
            .filter(|kind| {
                kind.follows.is_some() && !template.top_kinds().any(|top| top.id == kind.id)
            })
            .collect();
        for kind in below {
            let items = self.gone_rows(kind, None);
            sections.push(Section::Objects(Objects {
                kind: kind.id.clone(),
                concept: kind.concept,
                label: kind.plural.clone(),
                items,
            }));
        }
        let is_heading = |field: &Field| field.is == Some(Role::Title);
        for field in template
            .fields
            .iter()
            .filter(|field| !listed(&field.id) && !is_heading(field))
        {
            sections.extend(self.own_cell(field).map(Section::Field));
        }
        let forgotten: Vec<&Kind> = template
            .top_kinds()
            .filter(|kind| !listed(&kind.id))
            .collect();
        for kind in forgotten {
            sections.push(Section::Objects(self.objects(
                kind,
                self.document.id,
                None,
                "",
            )));
        }
    }

    fn own_cell(&mut self, field: &'a Field) -> Option<Cell> {
        let root = self.document.root();
        let start = field
            .start
            .as_ref()
            .and_then(|start| self.source_line(&start.source, start.role))
            .and_then(|value| self.own_word(field, &value));
        let stored = |field: &Field| root.fields.get(&field.id).cloned();
        let asked = is_asked(field, &self.context.template.fields, stored);
        self.cell(field, root, asked, start, &self.place(root.id, None))
    }

    fn objects(
        &mut self,
        kind: &'a Kind,
        parent: ObjectId,
        followed: Option<ObjectId>,
        number: &str,
    ) -> Objects {
        let items = match &kind.follows {
            None => self.plain_items(kind, parent, number),
            Some(follows) => self.rows(kind, follows, followed),
        };
        Objects {
            kind: kind.id.clone(),
            concept: kind.concept,
            label: kind.plural.clone(),
            items,
        }
    }

    fn plain_items(&mut self, kind: &'a Kind, parent: ObjectId, above: &str) -> Vec<Item> {
        let objects = self.document.children(parent, Some(&kind.id));
        let numbers = numbers(kind, above, &objects, self.document);
        objects
            .into_iter()
            .zip(numbers)
            .map(|(object, number)| self.item(kind, object, number))
            .collect()
    }

    pub(super) fn item(&mut self, kind: &'a Kind, object: &Object, number: Option<String>) -> Item {
        let title = with_role(&kind.fields, Role::Title)
            .and_then(|field| object.text(&field.id))
            .unwrap_or_default();
        let place = self.place(
            object.id,
            Some(&name(&kind.label, number.as_deref(), title)),
        );
        let fields = kind
            .fields
            .iter()
            .filter_map(|field| {
                let assumed = self.assumed(kind, field);
                let stored = |field: &Field| object.fields.get(&field.id).cloned();
                let asked = is_asked(field, &kind.fields, stored);
                let mut cell = self.cell(field, object, asked, assumed, &place)?;
                // What a rule makes of silence is the answer itself, and comes from no other document.
                (cell.usual, cell.derived) = (cell.usual || cell.derived, false);
                Some(cell)
            })
            .collect();
        let children = self.children(kind, object.id, None, number.as_deref().unwrap_or_default());
        Item {
            id: object.id,
            label: kind.label.clone(),
            number,
            follows: None,
            gone: None,
            shown: Vec::new(),
            fields,
            children,
        }
    }

    pub(super) fn children(
        &mut self,
        kind: &'a Kind,
        id: ObjectId,
        followed: Option<ObjectId>,
        number: &str,
    ) -> Vec<Objects> {
        let template = self.context.template;
        let kinds: Vec<&Kind> = kind
            .children
            .iter()
            .filter_map(|id| template.kind(id))
            .collect();
        let objects = kinds
            .into_iter()
            .map(|kind| self.objects(kind, id, followed, number));
        objects
            .filter(|objects| !objects.items.is_empty())
            .collect()
    }

    pub(super) fn place(&self, object: ObjectId, name: Option<&str>) -> Place {
        Place {
            document: self.document.id,
            object,
            field: None,
            row: None,
            column: None,
            words: name.map(str::to_owned).into_iter().collect(),
        }
    }
}

pub(crate) fn name(label: &str, number: Option<&str>, title: &str) -> String {
    match (number, title.trim()) {
        (Some(number), _) => format!("{label} {number}"),
        (None, "") => label.to_owned(),
        (None, title) => format!("{label} ”{title}”"),
    }
}

/// Returns the number of each object: the stored one, else the next that no object has had.
fn numbers(
    kind: &Kind,
    above: &str,
    objects: &[&Object],
    document: &Document,
) -> Vec<Option<String>> {
    let Some(pattern) = &kind.number else {
        return vec![None; objects.len()];
    };
    let numbered = |n: usize| {
        // Below what has no number, a number stands alone.
        let pattern = match above {
            "" => pattern.replace("{parent}.", ""),
            above => pattern.replace("{parent}", above),
        };
        pattern.replace("{n}", &n.to_string())
    };
    let stored: BTreeSet<&str> = objects
        .iter()
        .filter_map(|object| object.text(system::NUMBER))
        .collect();
    let taken = |number: &str| stored.contains(number) || document.retired.contains(number);
    let mut n = 0;
    let mut next = || {
        loop {
            n += 1;
            let number = numbered(n);
            if !taken(&number) {
                return number;
            }
        }
    };
    objects
        .iter()
        .map(|object| {
            Some(
                object
                    .text(system::NUMBER)
                    .map_or_else(&mut next, str::to_owned),
            )
        })
        .collect()
}

/// Returns whether a section would print nothing but a heading.
fn is_bare(section: &Section) -> bool {
    match section {
        Section::Objects(objects) => objects.items.is_empty(),
        Section::Table(table) => table.rows.is_empty(),
        Section::Figures { figures, .. } => figures.is_empty(),
        Section::Members(members) => members.people.is_empty(),
        Section::Field(_) | Section::Contents { .. } => false,
    }
}

/// Shows every text as the fonts can print it, wherever it stands.
fn printable(paper: Paper, context: &Context) -> Paper {
    if is_printable(&paper, context) {
        return paper;
    }
    let Ok(mut value) = serde_json::to_value(&paper) else {
        return paper;
    };
    if !make_printable(&mut value, context.printable) {
        return paper;
    }
    serde_json::from_value(value).unwrap_or(paper)
}

/// Returns whether every text can be printed as it is, which is nearly always so and found out in a tenth of the time that
/// going through the texts takes. What JSON escapes cannot be seen in it; that is not taken for printable.
fn is_printable(paper: &Paper, context: &Context) -> bool {
    // A value stands on a line of its own, which no word of a text crosses.
    let Ok(json) = serde_json::to_string_pretty(paper) else {
        return false;
    };
    let names = UNSET.map(|name| format!("\"{name}\":"));
    let is_text = |line: &&str| !names.iter().any(|name| line.trim_start().starts_with(name));
    let texts = json.lines().filter(is_text).collect::<Vec<_>>().join("\n");
    let hides = ["\\u", "\\r", "\\b", "\\f"];
    // A mark that begins a text stands on a letter here: that of JSON.
    let marks = '\u{300}'..='\u{36f}';
    !hides.iter().any(|escape| texts.contains(escape))
        && !texts.chars().any(|c| marks.contains(&c))
        && (context.printable)(&texts) == texts
}

/// What is no text: a mark is drawn, not set, and a link's target is an address.
const UNSET: [&str; 2] = ["mark", "link"];

/// Returns whether something changed.
fn make_printable(value: &mut Value, printable: fn(&str) -> String) -> bool {
    match value {
        Value::String(text) => {
            let shown = printable(text);
            let changed = shown != *text;
            *text = shown;
            changed
        }
        Value::Array(items) => all_printable(items.iter_mut(), printable),
        Value::Object(fields) => {
            let texts = fields
                .iter_mut()
                .filter(|(name, _)| !UNSET.contains(&name.as_str()));
            all_printable(texts.map(|(_, item)| item), printable)
        }
        _ => false,
    }
}

fn all_printable<'a>(
    items: impl Iterator<Item = &'a mut Value>,
    printable: fn(&str) -> String,
) -> bool {
    let mut changed = false;
    for item in items {
        changed |= make_printable(item, printable);
    }
    changed
}
