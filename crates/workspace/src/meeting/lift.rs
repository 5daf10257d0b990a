//! Lifting a matter to another body: the memo that carries it.

use model::document::Object;
use model::id::ObjectId;
use model::meeting::read;
use model::profile::Profile;
use model::schema::{Template, with_role};
use model::vocabulary::{Concept, FieldType, Role};
use serde_json::{Value, json};

use super::copied::{From, by_role};
use crate::error::Error;
use crate::load::Loaded;
use crate::{Outcome, Workspace};

impl Workspace {
    /// Begins a memo about a matter: of the register, of an agenda, or of notes.
    ///
    /// # Errors
    /// There is no such matter, or the profile has no template for memos, or several and none is named.
    pub fn begin_memo(
        &mut self,
        matter: ObjectId,
        template: Option<&str>,
    ) -> Result<Outcome, Error> {
        let (loaded, object) = self.matter(matter)?;
        let template = match template {
            Some(name) => Some(name.to_owned()),
            None => self.memo_to(for_whom(&loaded, &object))?,
        };
        let document = loaded.document.id;
        let new = self.new_from(Concept::Memo, template.as_deref(), document, &object)?;
        let from = From {
            template: loaded.template(),
            fields: loaded.template().fields_of(object.kind.as_deref()),
            values: &object.fields,
        };
        let mut fields = by_role(from, &new.template, &new.template.fields, &loaded.profile);
        set_as_memo(from, &new.template, &loaded.profile, &mut fields);
        self.write_new(&new, fields, Vec::new())
    }

    /// Where a profile has several templates for memos, the one whose document's own body is the one that it goes to.
    pub(super) fn memo_to(&self, to: Option<&str>) -> Result<Option<String>, Error> {
        let templates = self.year_templates()?;
        let memos = templates
            .iter()
            .filter(|found| found.concept == Concept::Memo);
        let fits = |template: &&Template| {
            let recipient = with_role(&template.fields, Role::Recipient);
            let usual = recipient.and_then(|field| field.default.as_ref()?.as_str());
            to.is_some() && usual == to
        };
        let mut memos: Vec<&Template> = memos.collect();
        if memos.len() > 1 && memos.iter().any(fits) {
            memos.retain(fits);
        }
        Ok(memos
            .first()
            .filter(|_| memos.len() == 1)
            .map(|found| found.id.clone()))
    }
}

/// The body that a matter is for.
fn for_whom<'a>(loaded: &Loaded, matter: &'a Object) -> Option<&'a str> {
    let fields = loaded.template().fields_of(matter.kind.as_deref());
    with_role(fields, Role::Body).and_then(|field| matter.text(&field.id))
}

/// What a memo does not take over as it stands. It goes to the body that the matter is for, through whom the profile
/// says: how the matter came in is another way. What the matter says of itself is the memo's background.
fn set_as_memo(
    from: From,
    template: &Template,
    profile: &Profile,
    fields: &mut Vec<(String, Value)>,
) {
    let said = |role| {
        let field = with_role(from.fields, role)?;
        from.values.get(&field.id).cloned()
    };
    let mut set = |role, value: Option<Value>| {
        let Some(field) = with_role(&template.fields, role) else {
            return;
        };
        fields.retain(|(id, _)| *id != field.id);
        fields.extend(value.map(|value| (field.id.clone(), value)));
    };
    set(Role::Description, None);
    set(Role::Background, said(Role::Description));
    let to = said(Role::Body);
    let to = to.as_ref().and_then(Value::as_str);
    let via = to.and_then(|id| profile.recipient(id));
    let via = via.filter(|recipient| !recipient.via.is_empty());
    set(Role::Via, via.map(|recipient| json!(recipient.via)));
    if let Some(id) = to {
        let is_line = with_role(&template.fields, Role::Recipient)
            .is_some_and(|field| field.ty != FieldType::Body);
        let name = if is_line {
            read::name_of(profile, id)
        } else {
            id
        };
        set(Role::Recipient, Some(json!(name)));
    }
}
