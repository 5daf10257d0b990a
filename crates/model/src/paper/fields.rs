//! From the fields of an object to the cells that its page shows.

use serde_json::Value;

use super::build::Builder;
use super::cell;
use super::{Cell, Printed};
use crate::check::misfit;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::document::Object;
use crate::schema::{Condition, Field};
use crate::vocabulary::Role;

impl Builder<'_> {
    /// The cell of a field; `asked` says whether another field asks for it.
    pub(super) fn cell(
        &mut self,
        field: &Field,
        object: &Object,
        asked: bool,
        start: Option<Printed>,
        place: &Place,
    ) -> Option<Cell> {
        let source = field.start.as_ref().map(|start| &start.source);
        let mut sources = self.context.template.sources.iter();
        let said = source.and_then(|id| sources.find(|source| source.id == *id)?.said.clone());
        let place = place.field(&field.id, &field.label);
        let stored = object.fields.get(&field.id);
        if !field.print {
            return None;
        }
        self.look_for_unprintable(stored, &place);
        let own = stored.and_then(|value| self.printed(field, value, &place));
        let usual = || {
            cell::print(field, field.default.as_ref()?, self.context)
                .ok()
                .flatten()
        };
        let (value, derived, usual) = match own {
            Some(value) => (Some(value), false, false),
            None if stored.is_some_and(|value| !cell::is_blank(field, field.ty, value)) => {
                (None, false, false)
            }
            None => {
                let derived = start.is_some();
                let value = start.or_else(usual);
                let usual = !derived && value.is_some();
                (value, derived, usual)
            }
        };
        // That nothing has been measured is said too.
        let needed = asked || field.required.is_some() || field.is == Some(Role::Measured);
        (value.is_some() || needed).then(|| Cell {
            id: field.id.clone(),
            is: field.is,
            label: field.label.clone(),
            derived,
            origin: said.filter(|_| derived),
            usual,
            numbered: field.numbered,
            missing: value.is_none().then_some(field.ty),
            value,
        })
    }

    fn printed(&mut self, field: &Field, value: &Value, place: &Place) -> Option<Printed> {
        let (printed, misfits) = cell::legible(field, value, self.context);
        let wrong = |why| misfit::misfit(field, why, value, place, self.context);
        self.findings.extend(misfits.iter().map(wrong));
        printed
    }

    fn look_for_unprintable(&mut self, value: Option<&Value>, place: &Place) {
        let texts = value.map(cell::texts).unwrap_or_default();
        let strange = texts.into_iter().find_map(self.context.unprintable);
        if let Some(c) = strange {
            let found =
                Diagnostic::new(Code::CharacterUnprintable, Severity::Warning, place.clone());
            self.findings.push(
                found
                    .with("character", c)
                    .with("codepoint", format!("U+{:04X}", u32::from(c))),
            );
        }
    }
}

/// Returns whether the condition holds under which a field must be filled in, with what stands in the other fields of its
/// object; where nothing does, their usual values count. A field without a condition is not asked for.
pub(crate) fn is_asked(
    field: &Field,
    fields: &[Field],
    stands: impl Fn(&Field) -> Option<Value>,
) -> bool {
    let other = |condition: &&Condition| fields.iter().find(|field| field.id == condition.field);
    let condition = field.required_if.as_ref();
    let Some((condition, field)) = condition.and_then(|it| Some((it, other(&it)?))) else {
        return false;
    };
    let value = stands(field).or_else(|| field.default.clone());
    let value = value.unwrap_or_default();
    let code = match &value {
        Value::Bool(yes) => if *yes { "true" } else { "false" }.to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    !cell::is_blank(field, field.ty, &value)
        && (condition.codes.is_empty() || condition.codes.contains(&code))
}
