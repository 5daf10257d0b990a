//! The JSON Schemas (draft 2020-12) of `template.toml`, `profile.toml` and `calendar.toml`, made from the keys that the
//! reader knows.
//!
//! They describe the TOML read as JSON, a date as its text, for editors and other programs. What the parts of a file say
//! of each other (ids that must be there, types of defaults) is beyond a schema; the reader checks it.

use serde_json::{Map, Value, json};

use crate::calendar_keys::CALENDAR;
use crate::profile_keys::PROFILE;
use crate::shape::{
    DEVICES, ID_LENGTH, Key, Need, Placeholders, Rule, Shape, TAKEN, TableShape, Vocabulary,
};
use crate::template_keys::TEMPLATE;
use crate::walk::{FORMAT, LARGEST, LONGEST};

/// Returns the schema of `template.toml`.
#[must_use]
pub fn template_schema() -> Value {
    schema(&TEMPLATE)
}

/// Returns the schema of `profile.toml`.
#[must_use]
pub fn profile_schema() -> Value {
    schema(&PROFILE)
}

/// Returns the schema of `calendar.toml`.
#[must_use]
pub fn calendar_schema() -> Value {
    schema(&CALENDAR)
}

fn schema(shape: &TableShape) -> Value {
    let mut defs = Map::new();
    let mut root = object(shape, None, &mut defs);
    root.insert(
        "$schema".to_owned(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    root.insert(
        "title".to_owned(),
        json!(format!("{}.toml, format {FORMAT}", shape.name)),
    );
    root.insert("$defs".to_owned(), Value::Object(defs));
    Value::Object(root)
}

/// Describes a table. Where its shape is told by a type, `ty` is that type.
fn object(
    shape: &TableShape,
    ty: Option<&str>,
    defs: &mut Map<String, Value>,
) -> Map<String, Value> {
    let mut properties: Map<String, Value> = shape
        .keys
        .iter()
        .map(|key| (key.name.to_owned(), described(key, defs)))
        .collect();
    if let Some(ty) = ty {
        properties.insert("type".to_owned(), json!({ "const": ty }));
    }
    let required: Vec<&str> = shape
        .keys
        .iter()
        .filter(|key| key.need == Need::Must)
        .map(|key| key.name)
        .collect();
    let mut found = Map::from_iter([
        ("type".to_owned(), json!("object")),
        ("description".to_owned(), json!(shape.about)),
        ("properties".to_owned(), Value::Object(properties)),
        ("additionalProperties".to_owned(), json!(false)),
    ]);
    if !required.is_empty() {
        found.insert("required".to_owned(), json!(required));
    }
    if !shape.rules.is_empty() {
        found.insert("allOf".to_owned(), shape.rules.iter().map(rule).collect());
    }
    found
}

fn described(key: &Key, defs: &mut Map<String, Value>) -> Value {
    let mut value = value(key, defs);
    if let Some(object) = value.as_object_mut() {
        object.insert("description".to_owned(), json!(key.about));
    }
    value
}

fn value(key: &Key, defs: &mut Map<String, Value>) -> Value {
    let fewest = usize::from(key.need == Need::Must);
    match &key.shape {
        Shape::Any => json!({}),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Format => json!({ "const": FORMAT }),
        Shape::Count(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Shape::Range => {
            let number = json!({ "type": "integer", "minimum": 0, "maximum": LARGEST });
            json!({ "type": "array", "items": number, "minItems": 2, "maxItems": 2 })
        }
        Shape::Table(shape) => table(shape, None, defs),
        Shape::Tables(shape) => list(&table(shape, None, defs), fewest, false),
        Shape::Typed(variants) => {
            let variants: Vec<Value> = variants
                .iter()
                .map(|(ty, shape)| table(shape, Some(ty), defs))
                .collect();
            list(&json!({ "oneOf": variants }), fewest, false)
        }
        Shape::Texts => list(&said(), fewest, true),
        Shape::Words(vocabulary) => list(&words(vocabulary, defs), fewest, true),
        Shape::Patterns(placeholders) => list(&pattern(placeholders), fewest, true),
        _ => text(&key.shape, defs),
    }
}

fn text(shape: &Shape, defs: &mut Map<String, Value>) -> Value {
    let rest = ID_LENGTH - 1;
    let id = format!("[a-z][a-z0-9_]{{0,{rest}}}");
    match shape {
        Shape::Said => said(),
        Shape::Pattern(placeholders) => pattern(placeholders),
        Shape::Id => json!({ "type": "string", "pattern": format!("^{id}$") }),
        Shape::FolderId => {
            let taken = [DEVICES, TAKEN].concat();
            let not = json!({ "enum": taken });
            json!({ "type": "string", "pattern": format!("^{id}$"), "not": not })
        }
        Shape::Path { most } => {
            let more = most - 1;
            json!({ "type": "string", "pattern": format!("^{id}(\\.{id}){{1,{more}}}$") })
        }
        Shape::Word(vocabulary) => words(vocabulary, defs),
        Shape::Day => {
            json!({ "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
        }
        Shape::Period { pattern, .. } => json!({ "type": "string", "pattern": pattern }),
        _ => json!({ "type": "string" }),
    }
}

fn said() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

fn pattern(placeholders: &Placeholders) -> Value {
    let known = placeholders.known.join("|");
    let must = placeholders
        .must
        .map_or_else(|| "\\S".to_owned(), |must| format!("\\{{{must}\\}}"));
    let filled = format!("^([^{{}}]|\\{{({known})\\}})*$");
    json!({ "type": "string", "allOf": [{ "pattern": filled }, { "pattern": must }] })
}

fn list(items: &Value, fewest: usize, unique: bool) -> Value {
    let mut list = json!({ "type": "array", "items": items, "maxItems": LONGEST });
    if fewest > 0 {
        list["minItems"] = json!(fewest);
    }
    if unique {
        list["uniqueItems"] = json!(true);
    }
    list
}

/// Refers to a table, which is described once.
fn table(shape: &TableShape, ty: Option<&str>, defs: &mut Map<String, Value>) -> Value {
    if !defs.contains_key(shape.name) {
        // Something stands there before the table is described, so that one below itself comes to an end.
        defs.insert(shape.name.to_owned(), Value::Null);
        let object = object(shape, ty, defs);
        defs.insert(shape.name.to_owned(), Value::Object(object));
    }
    reference(shape.name)
}

fn words(vocabulary: &Vocabulary, defs: &mut Map<String, Value>) -> Value {
    let words = json!({ "type": "string", "enum": (vocabulary.words)() });
    defs.entry(vocabulary.name).or_insert(words);
    reference(vocabulary.name)
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn rule(rule: &Rule) -> Value {
    match *rule {
        Rule::Needs {
            key, word, then, ..
        } => {
            // `minItems` says nothing of a text, so it need not be known what `then` is.
            let needed = json!({ "required": [then], "properties": { then: { "minItems": 1 } } });
            json!({ "if": is(key, &json!({ "const": word })), "then": needed })
        }
        Rule::Only { key, of, words } => {
            json!({ "if": { "required": [key] }, "then": is(of, &json!({ "enum": words })) })
        }
        Rule::Never { key, words, .. } => json!({ "not": is(key, &json!({ "enum": words })) }),
        Rule::OneOf(keys) => {
            json!({ "oneOf": keys.iter().map(|key| json!({ "required": [key] })).collect::<Vec<_>>() })
        }
        Rule::Either(first, second) => {
            json!({ "anyOf": [{ "required": [first] }, { "required": [second] }] })
        }
        Rule::With { key, other } => json!({ "dependentRequired": { key: [other] } }),
        Rule::Clash(key, other) => json!({ "not": { "required": [key, other] } }),
        Rule::Filled {
            key,
            with,
            placeholders,
        } => {
            json!({ "if": { "required": [with] }, "then": is(key, &pattern(placeholders)) })
        }
        Rule::Off { key, other, .. } => {
            let off = is(key, &json!({ "const": false }));
            json!({ "not": { "allOf": [off, { "required": [other] }] } })
        }
    }
}

/// Says that a key is there and has such a value.
fn is(key: &str, value: &Value) -> Value {
    json!({ "properties": { key: value }, "required": [key] })
}
