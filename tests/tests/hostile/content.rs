//! Documents whose every text is hostile, made from what a template says it takes.

use missiv_tests::content::{Known, Packs, Pen, fields};
use missiv_tests::strings::{ALL, Hostile, letters};
use model::schema::{Field, Kind, Source, Template};
use model::vocabulary::{Concept, FieldType};
use serde_json::{Value, json};

/// A JSON import and what its last document's pages must show.
pub struct Content {
    /// The import form.
    pub json: Value,
    /// The template of the document to export.
    pub template: String,
    /// What must stand on its pages, spaces left out: a mark on either side of each text. With it, the field's id.
    pub expected: Vec<(String, String)>,
}

/// Returns a document for each template with a layout.
pub fn all() -> Vec<Content> {
    let packs = Packs::bundled();
    let printed = packs.printed();
    printed
        .map(|template| {
            let mut marked = Marked::default();
            Content {
                json: packs.write(template, &mut marked),
                template: template.id.clone(),
                expected: marked.expected,
            }
        })
        .collect()
}

/// Writes one hostile text after the other, each between two marks.
#[derive(Default)]
struct Marked {
    /// How many texts have been written.
    count: usize,
    expected: Vec<(String, String)>,
}

impl Pen for Marked {
    /// What the group and the sources say is looked for in their own papers.
    fn begin(&mut self, _: &Template) {
        self.expected.clear();
    }

    fn wants(&mut self, source: &Source) -> bool {
        source.concept == Concept::Plan
    }

    /// As many as there are hostile texts, so that each stands in each field; one of each below them.
    fn how_many(&mut self, _: &Kind, depth: usize) -> usize {
        if depth == 0 { ALL.len() } else { 1 }
    }

    fn touches(&mut self, _: &Kind) -> bool {
        true
    }

    fn value(&mut self, field: &Field, ty: FieldType, known: &Known) -> Option<Value> {
        if !field.print {
            return None;
        }
        Some(match ty {
            FieldType::Line | FieldType::Party => json!(self.line(field)),
            FieldType::Text => json!(self.text(field)),
            FieldType::List => {
                let of = field.of;
                json!([self.value(field, of, known)?, self.value(field, of, known)?])
            }
            // A unit stands behind its number.
            FieldType::Number => json!(7),
            FieldType::Rows => json!([
                fields(self, &field.columns, known),
                fields(self, &field.columns, known)
            ]),
            FieldType::Reference => {
                json!({ "title": self.line(field), "number": self.line(field) })
            }
            FieldType::Person => json!(known.people.first()?),
            _ => return None,
        })
    }
}

impl Marked {
    fn line(&mut self, field: &Field) -> String {
        self.marked(field, |hostile| (hostile.line, " "))
    }

    fn text(&mut self, field: &Field) -> String {
        self.marked(field, |hostile| (hostile.text, "\n\n"))
    }

    /// Returns the next text between two marks, and remembers what it must look like.
    fn marked(&mut self, field: &Field, of: impl Fn(&Hostile) -> (&str, &str)) -> String {
        let hostile = &ALL[self.count % ALL.len()];
        let (shown, parted) = of(hostile);
        let (start, end) = (format!("Q{}q", self.count), format!("W{}w", self.count));
        self.count += 1;
        let expected = letters(&format!("{start}{shown}{end}"));
        self.expected.push((field.id.clone(), expected));
        [start.as_str(), hostile.typed, end.as_str()].join(parted)
    }
}
