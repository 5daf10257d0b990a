//! Taking values over from one template's fields to another's, by role.

use std::collections::BTreeMap;

use model::profile::Profile;
use model::schema::{Field, Scale, Template, with_role};
use model::vocabulary::{FieldType, Role};
use serde_json::{Value, json};

/// Where values come from: fields with what is stored in them, and the scales that their words stand on.
#[derive(Clone, Copy)]
pub(super) struct From<'a> {
    pub(super) template: &'a Template,
    pub(super) fields: &'a [Field],
    pub(super) values: &'a BTreeMap<String, Value>,
}

/// Returns the values for the fields of `to` that have a role in `from` and none of their own to begin with. A word of
/// another scale goes by what it means, a text becomes a line, a line a text or a list of one; what does not fit stays
/// behind.
pub(super) fn by_role(
    from: From,
    to: &Template,
    fields: &[Field],
    profile: &Profile,
) -> Vec<(String, Value)> {
    // What a document is called is written, for its title is made of it.
    let is_written = |field: &&Field| field.start.is_none() || field.is == Some(Role::Title);
    let taken = fields.iter().filter(is_written).filter_map(|field| {
        let source = with_role(from.fields, field.is?)?;
        let value = from.values.get(&source.id)?;
        let scales = (
            profile.scale_of(from.template, source),
            profile.scale_of(to, field),
        );
        Some((field.id.clone(), fitted(value, source, field, scales)?))
    });
    taken.collect()
}

/// Returns the value for the field with this role, where there is one.
pub(super) fn at_role(fields: &[Field], role: Role, value: Value) -> Option<(String, Value)> {
    Some((with_role(fields, role)?.id.clone(), value))
}

fn fitted(
    value: &Value,
    source: &Field,
    field: &Field,
    scales: (Option<&Scale>, Option<&Scale>),
) -> Option<Value> {
    match (source.ty, field.ty) {
        (FieldType::Choice, FieldType::Choice) => {
            let word = scales.0?.value(value.as_str()?)?;
            let to = scales.1?;
            let same = to.values.iter().find(|other| match word.means {
                Some(meaning) => other.means == Some(meaning),
                None => other.code == word.code,
            });
            Some(json!(same?.code))
        }
        (FieldType::Text, FieldType::Line) => {
            let blocks = model::markdown::parse(value.as_str()?);
            Some(json!(model::markdown::plain(&blocks)))
        }
        (FieldType::Line, FieldType::Text) => Some(value.clone()),
        (FieldType::Line, FieldType::List) if field.of == FieldType::Line => Some(json!([value])),
        (from, to) if from == to && source.of == field.of => Some(value.clone()),
        _ => None,
    }
}
