//! What follows another value of the same document: the way follows the recipient, a meeting's name its day.

use model::input::long_date;
use model::schema::with_role;
use model::vocabulary::{FieldType, Role};
use serde_json::{Value, json};
use store::Set;

use crate::load::Loaded;

/// Returns the value of the way that goes with a new recipient among `sets`: through whom the profile sends matters to that
/// body. Nothing where somebody has written another way, or the profile knows none.
pub(crate) fn of_new_recipient(loaded: &Loaded, sets: &[Set]) -> Option<Set> {
    let fields = &loaded.template().fields;
    let recipient = with_role(fields, Role::Recipient)?;
    let via = with_role(fields, Role::Via).filter(|field| field.ty == FieldType::Line)?;
    let root = loaded.document.root();
    let mut own = sets.iter().filter(|set| set.obj == root.id);
    let new = own.find(|set| set.field == recipient.id)?;
    let way = |body: &str| {
        let body = loaded.profile.body_called(body)?;
        let way = &loaded.profile.recipient(&body.id)?.via;
        (!way.is_empty()).then_some(way.as_str())
    };
    let usual = way(new.value.as_ref()?.as_str()?)?;
    let default =
        |value: &'_ Option<Value>| value.as_ref().and_then(Value::as_str).map(str::to_owned);
    let stands = root.text(&via.id).map(str::to_owned);
    let before = root.text(&recipient.id).map(str::to_owned);
    let before = before.or_else(|| default(&recipient.default));
    let of_before = before.as_deref().and_then(way);
    let is_own =
        stands.is_some() && stands.as_deref() != of_before && stands != default(&via.default);
    (!is_own && stands.as_deref() != Some(usual)).then(|| Set {
        doc: loaded.document.id,
        obj: root.id,
        field: via.id.clone(),
        value: Some(json!(usual)),
    })
}

/// Returns the title that goes with a new day of a meeting among `sets`: the same, with the new day where the old one stood.
/// Nothing where the title does not name the day.
pub(crate) fn of_new_day(loaded: &Loaded, sets: &[Set]) -> Option<Set> {
    let fields = &loaded.template().fields;
    let held = with_role(fields, Role::MeetingDate)?;
    let title = with_role(fields, Role::Title)?;
    let root = loaded.document.root();
    let mut own = sets.iter().filter(|set| set.obj == root.id);
    let new = own
        .find(|set| set.field == held.id)?
        .value
        .as_ref()?
        .as_str()?;
    let [before, after] = [root.text(&held.id)?, new].map(|day| day.parse().ok().map(long_date));
    let (before, after) = (before?, after?);
    let stands = root.text(&title.id)?;
    (before != after && stands.contains(&before)).then(|| Set {
        doc: loaded.document.id,
        obj: root.id,
        field: title.id.clone(),
        value: Some(json!(stands.replace(&before, &after))),
    })
}
