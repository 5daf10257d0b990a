//! The import form of docs/format.md, as a template's example has it.

use std::fs;

use serde_json::Value;

use crate::root;

/// An example of a template: the import form of docs/format.md.
#[derive(Debug)]
pub struct Sample(Value);

impl Sample {
    /// Reads the sample that a template brings.
    ///
    /// # Panics
    ///
    /// When it is not there.
    #[must_use]
    pub fn of(template: &str) -> Self {
        let path = root().join(format!("assets/templates/{template}/examples/sample.json"));
        let text = fs::read_to_string(path).expect("a template brings its sample");
        Self(serde_json::from_str(&text).expect("a sample is JSON"))
    }

    /// Returns the id of the profile that it is written for.
    #[must_use]
    pub fn profile(&self) -> &str {
        word(&self.0["profile"])
    }

    /// Returns the group's own document.
    #[must_use]
    pub fn group(&self) -> &Value {
        &self.documents()[0]
    }

    /// Returns the other documents: the sources and, last, those of the template.
    #[must_use]
    pub fn papers(&self) -> &[Value] {
        &self.documents()[1..]
    }

    fn documents(&self) -> &[Value] {
        list(&self.0["documents"])
    }
}

/// What tells a sample's document from the others of its profile.
pub(super) fn name_of(sample: &Value) -> String {
    let said = ["template", "period", "id"].map(|key| word(&sample[key]));
    said.join(" ")
}

/// The ids of a sample's document and of its objects.
pub(super) fn ids_in(sample: &Value, ids: &mut Vec<String>) {
    ids.extend(sample["id"].as_str().map(str::to_owned));
    for object in list(&sample["objects"]) {
        ids_in(object, ids);
    }
}

pub(super) fn year_of(sample: &Value) -> i32 {
    let period = word(&sample["period"]);
    let year = period.split('-').next().and_then(|year| year.parse().ok());
    year.expect("a period begins with its year")
}

pub(super) fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

pub(super) fn pairs(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}
