//! Missions that another body has given, until they are reported back.

use chrono::NaiveDate;
use model::document::{Document, Object, system};
use model::meeting;
use model::schema::{Kind, Template, with_role};
use model::vocabulary::{Concept, Role};

use super::{Due, Seen, say};
use crate::error::Error;

impl Seen<'_> {
    /// The missions of the registers that have a last day, have not ended, and of which no result is written.
    pub(super) fn missions(&self) -> Result<Vec<Due>, Error> {
        let workspace = self.workspace;
        let mut found = Vec::new();
        for id in workspace.document_ids()? {
            if workspace.root_text(id, system::TEMPLATE)?.is_none() {
                continue;
            }
            let pinned = workspace.pinned_at(id, None)?;
            if pinned.template.concept != Concept::Register {
                continue;
            }
            let document = workspace.document(id)?;
            let kinds = pinned.template.kinds.iter();
            for kind in kinds.filter(|kind| kind.concept == Some(Concept::Mission)) {
                let all = document.objects();
                let all = all.filter(|object| object.kind.as_deref() == Some(&kind.id));
                let open = all.filter(|object| !self.is_ended(&pinned.template, kind, object));
                found.extend(open.filter_map(|object| self.mission(&document, object, kind)));
            }
        }
        Ok(found)
    }

    fn is_ended(&self, template: &Template, kind: &Kind, object: &Object) -> bool {
        let word = || {
            let field = with_role(&kind.fields, Role::Status)?;
            let scale = self.profile.scale_of(template, field)?;
            scale.value(object.text(&field.id)?)
        };
        word().is_some_and(|word| meeting::ends(&word.mark))
    }

    fn mission(&self, document: &Document, object: &Object, kind: &Kind) -> Option<Due> {
        let text = |role| {
            let field = with_role(&kind.fields, role)?;
            let text = object.text(&field.id)?.trim();
            (!text.is_empty()).then_some(text)
        };
        if text(Role::Result).is_some() {
            return None;
        }
        let day: NaiveDate = text(Role::End)?.parse().ok()?;
        let by = text(Role::OrderedBy).map(|body| self.recipient(body));
        Some(Due {
            title: say(
                "due-mission",
                &[("title", text(Role::Title).unwrap_or_default())],
            ),
            about: Some(object.id),
            document: Some(document.id),
            ..self.on(day, &by.unwrap_or_default())
        })
    }
}
