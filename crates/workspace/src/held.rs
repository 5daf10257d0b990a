//! The year's meetings in a report that lists them: when they were, how many huvudmän came, when the notes were published.

use chrono::NaiveDate;
use model::document::system;
use model::id::ObjectId;
use model::meeting::{self, read};
use model::profile::Profile;
use model::schema::{Field, Template, with_role};
use model::vocabulary::{Concept, FieldType, Role};
use serde_json::{Map, Value, json};
use store::Set;

use crate::Workspace;
use crate::begin::sets;
use crate::error::Error;

/// A meeting that was held.
struct Held {
    object: ObjectId,
    day: NaiveDate,
    /// How many huvudmän came, where there are notes.
    attending: Option<usize>,
    /// Who took the notes, as an id or a name.
    secretary: Option<String>,
    published: Option<String>,
}

impl Workspace {
    /// Returns what a report that is begun knows of the group's own meetings of its year up to today; nothing for a document
    /// that lists none.
    pub(crate) fn meetings_held(
        &self,
        id: ObjectId,
        template: &Template,
        profile: &Profile,
        year: i32,
    ) -> Result<Vec<Set>, Error> {
        let rows = with_role(&template.fields, Role::Meetings);
        let rows = rows.filter(|field| field.ty == FieldType::Rows);
        let mut kinds = template.kinds.iter();
        let kind = kinds.find(|kind| kind.concept == Some(Concept::Meeting));
        if template.concept != Concept::Report || (rows.is_none() && kind.is_none()) {
            return Ok(Vec::new());
        }
        let held = self.held(profile, year)?;
        let mut all = Vec::new();
        if let Some(field) = rows.filter(|_| !held.is_empty()) {
            let rows = held.iter().map(|one| one.values(&field.columns));
            let rows: Vec<Value> = rows.map(|row| Value::Object(row.collect())).collect();
            all.extend(sets(id, id, [(field.id.clone(), json!(rows))]));
        }
        if let Some(kind) = kind {
            for (place, one) in held.iter().enumerate() {
                let mut fields: Map<String, Value> = one.values(&kind.fields).collect();
                fields.insert(system::KIND.to_owned(), json!(kind.id));
                fields.insert(system::POS.to_owned(), json!(place + 1));
                all.extend(sets(id, id.about(one.object), fields));
            }
        }
        Ok(all)
    }

    fn held(&self, profile: &Profile, year: i32) -> Result<Vec<Held>, Error> {
        let own = profile.bodies.iter().find(|body| body.own);
        let own = own.map_or("", |body| body.id.as_str());
        let begun = self.begun_from()?;
        let after = |origin: ObjectId, wanted: Concept| {
            let mut all = begun.get(&origin).into_iter().flatten();
            all.find(|(_, concept)| *concept == wanted)
                .map(|(id, _)| *id)
        };
        let today = self.today();
        let meetings = self.planned_meetings()?.into_iter();
        let own = meetings
            .filter(|meeting| meeting.year == year && meeting.body == own && meeting.day <= today);
        let mut held = Vec::new();
        for meeting in own {
            let notes = after(meeting.object, Concept::Meeting)
                .and_then(|agenda| after(agenda, Concept::Notes));
            let notes = notes.map(|notes| self.load(notes)).transpose()?;
            let said = |role| {
                let loaded = notes.as_ref()?;
                let field = with_role(&loaded.template().fields, role)?;
                loaded.document.root().text(&field.id).map(str::to_owned)
            };
            let day = notes
                .as_ref()
                .and_then(|notes| read::day(read::own(&notes.paper, Role::MeetingDate)));
            held.push(Held {
                object: meeting.object,
                day: day.unwrap_or(meeting.day),
                attending: notes
                    .as_ref()
                    .map(|notes| meeting::present(&notes.paper).len())
                    .filter(|count| *count > 0),
                secretary: said(Role::SecretaryParty),
                published: said(Role::PublishedOn).or(meeting.published),
            });
        }
        Ok(held)
    }
}

impl Held {
    /// The values for the fields that have a role for them.
    fn values<'a>(&'a self, fields: &'a [Field]) -> impl Iterator<Item = (String, Value)> + 'a {
        fields.iter().filter_map(|field| {
            let value = match field.is? {
                Role::Day | Role::MeetingDate => Some(json!(self.day)),
                Role::Attending => self.attending.map(|count| json!(count)),
                Role::Party => self.secretary.as_ref().map(|party| json!(party)),
                Role::PublishedOn => self.published.as_ref().map(|day| json!(day)),
                _ => None,
            };
            Some((field.id.clone(), value?))
        })
    }
}
