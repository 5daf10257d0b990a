//! The order in which faults are told.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::paper::{Context, Paper};
use crate::schema::with_role;
use crate::vocabulary::Role;

/// By object as the page has them, then by weight, then by field as the template has them.
pub(super) fn in_page_order(all: &mut [Diagnostic], paper: &Paper, context: &Context) {
    let template = context.template;
    let title = with_role(&template.fields, Role::Title).map(|field| &field.id);
    let listed = template.head.iter().chain(&template.order);
    let root = (0, title.into_iter().chain(listed).collect());
    let mut rank: BTreeMap<_, (usize, Vec<&String>)> = BTreeMap::from([(paper.document.id, root)]);
    for (index, (objects, item)) in paper.items().into_iter().enumerate() {
        let fields = template.fields_of(Some(&objects.kind)).iter();
        rank.entry(item.id)
            .or_insert_with(|| (index + 1, fields.map(|field| &field.id).collect()));
    }
    all.sort_by_cached_key(|found| {
        let place = &found.place;
        let (object, fields) = rank
            .get(&place.object)
            .map_or((usize::MAX, None), |(object, fields)| {
                (*object, Some(fields))
            });
        let field = place
            .field
            .as_ref()
            .and_then(|id| fields?.iter().position(|field| *field == id));
        (
            object,
            found.severity,
            place.field.is_some(),
            field.unwrap_or(usize::MAX),
            place.row,
        )
    });
}
