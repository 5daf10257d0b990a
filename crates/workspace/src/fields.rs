//! What a document's fields take, for who writes in a terminal.

use model::markdown;
use model::schema::{Field, Template};
use model::vocabulary::{FieldType, Stage};
use serde::Serialize;

use crate::Workspace;
use crate::error::Error;
use crate::load::Loaded;
use crate::words::{self, Args};
use model::id::ObjectId;

/// The document's own fields, or those of a kind of its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KindLine {
    /// The kind's id; empty for the document itself.
    pub id: String,
    /// Its label; the document's name for the document itself.
    pub label: String,
    /// Its fields, in the order of the template.
    pub fields: Vec<FieldLine>,
}

/// A field, or a column of a small table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldLine {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What it takes, in words.
    pub takes: String,
    /// The words to choose among, where there are such.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// The columns of a small table, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<FieldLine>,
    /// When it must be filled in, in words; empty where it need not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub required: String,
    /// The template's instruction.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub help: String,
}

impl Workspace {
    /// Returns what the fields of a document take: its own and those of its parts, or of one kind where it is named.
    ///
    /// # Errors
    /// The document is not there, or its template has no such kind.
    pub fn field_lines(
        &self,
        document: ObjectId,
        kind: Option<&str>,
    ) -> Result<Vec<KindLine>, Error> {
        let loaded = self.load(document)?;
        let template = loaded.template();
        let lines = |fields: &[Field]| fields.iter().map(|field| line(field, &loaded)).collect();
        if let Some(name) = kind.filter(|name| *name != ".") {
            let kind = loaded.kind(name)?;
            return Ok(vec![KindLine {
                id: kind.id.clone(),
                label: kind.label.clone(),
                fields: lines(&kind.fields),
            }]);
        }
        let own = KindLine {
            id: String::new(),
            label: template.name.clone(),
            fields: lines(&template.fields),
        };
        let kinds = template.kinds.iter().map(|kind| KindLine {
            id: kind.id.clone(),
            label: kind.label.clone(),
            fields: lines(&kind.fields),
        });
        let kinds = kinds.filter(|_| kind.is_none());
        Ok(std::iter::once(own).chain(kinds).collect())
    }
}

fn line(field: &Field, loaded: &Loaded) -> FieldLine {
    let say = |key: &str| words::say(key, &Args::new());
    let takes = match field.ty {
        FieldType::List => format!(
            "{}: {}",
            say("type-list"),
            say(&format!("type-{}", field.of.as_str()))
        ),
        ty => say(&format!("type-{}", ty.as_str())),
    };
    FieldLine {
        id: field.id.clone(),
        label: field.label.clone(),
        takes,
        choices: choices(field, loaded),
        columns: field
            .columns
            .iter()
            .map(|column| line(column, loaded))
            .collect(),
        required: required(field, loaded.template()),
        help: markdown::plain(&markdown::parse(&field.help)).replace('\n', " "),
    }
}

fn choices(field: &Field, loaded: &Loaded) -> Vec<String> {
    match field.ty {
        FieldType::Decision => crate::typed::openings(loaded),
        // The group's own people are in the group, not in its template.
        FieldType::Person => Vec::new(),
        FieldType::List if field.of == FieldType::Person => Vec::new(),
        _ => {
            let options = loaded.options(field).into_iter();
            options.map(|option| option.label).collect()
        }
    }
}

fn required(field: &Field, template: &Template) -> String {
    let stage = match (&field.required, &field.required_if) {
        (Some(Stage::Adopt), _) => "adopt",
        (Some(_), _) => "submit",
        (None, Some(_)) => "if",
        (None, None) => return String::new(),
    };
    let other = field.required_if.as_ref().map(|condition| {
        let all = template.kinds.iter().flat_map(|kind| &kind.fields);
        let mut all = template.fields.iter().chain(all);
        let other = all.find(|other| other.id == condition.field);
        other.map_or(condition.field.as_str(), |other| other.label.as_str())
    });
    words::say(
        "field-required",
        &Args::from([
            ("stage".to_owned(), stage.to_owned()),
            ("other".to_owned(), other.unwrap_or_default().to_owned()),
        ]),
    )
}
