//! A memo about a document that is in the file: what carries a plan or a report to the body that is to decide on it.
//!
//! It begins with everything that the file knows and with nothing else: what it carries, who answers for it, where it goes
//! and by when, and the point that the profile has for such a document.

use std::collections::BTreeMap;

use model::check::uncapitalised;
use model::document::system;
use model::group::{Group, Person};
use model::id::ObjectId;
use model::meeting::read;
use model::paper::{Paper, ReferenceLine};
use model::profile::{Office, Phrase, Profile};
use model::schema::{Field, Template, with_role};
use model::vocabulary::{Concept, FieldType, Meaning, Role};
use serde_json::{Map, Value, json};

use super::copied::{From, by_role};
use super::usual::holder;
use crate::attach;
use crate::due::HandIn;
use crate::error::Error;
use crate::list::title_of;
use crate::load::{DEPTH, Loaded};
use crate::words::say;
use crate::{Outcome, Workspace};

impl Workspace {
    /// Begins a memo that carries a plan or a report as it stands, with what the file knows of it; `template` names one of
    /// several templates.
    ///
    /// # Errors
    /// The document is none that a memo carries, the profile has no template for memos, or several and none is named, or
    /// a memo carries it already.
    pub fn begin_memo_about(
        &mut self,
        document: ObjectId,
        template: Option<&str>,
    ) -> Result<Outcome, Error> {
        let loaded = self.to_be_carried(document)?;
        if let Some(memo) = self.memo_about(document)?.filter(|_| template.is_none()) {
            return Err(Error::DocumentExists(title_of(&self.load(memo)?.paper)));
        }
        let way = self.hand_in(loaded.template(), self.year_of(document)?)?;
        let template = match template {
            Some(name) => Some(name.to_owned()),
            None => self.memo_to(way.to.as_deref())?,
        };
        let root = loaded.document.root();
        let new = self.new_from(Concept::Memo, template.as_deref(), document, root)?;
        let memo = Memo {
            template: &new.template,
            signers: Signers::on(&loaded),
            author: self.author.and_then(|id| loaded.group.person(id)),
            file: self.file_of(&loaded)?,
            way: &way,
            carried: &loaded,
        };
        self.write_new(&new, memo.fields(), Vec::new())
    }

    /// Returns the memo that carries a document; the first where there are several.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn memo_about(&self, document: ObjectId) -> Result<Option<ObjectId>, Error> {
        Ok(self.memos()?.remove(&document))
    }

    /// The memos that carry a document, by that document.
    pub(crate) fn memos(&self) -> Result<BTreeMap<ObjectId, ObjectId>, Error> {
        let mut memos = BTreeMap::new();
        for id in self.document_ids()? {
            let follows = self.root_text(id, system::FOLLOWS)?;
            let Some(carried) = follows.and_then(|text| text.parse().ok()) else {
                continue;
            };
            if self.concept_of(id)? == Some(Concept::Memo) {
                memos.entry(carried).or_insert(id);
            }
        }
        Ok(memos)
    }

    /// Returns what a memo carries, and what that is called within a sentence.
    pub(crate) fn carried_by(&self, memo: &Loaded) -> Result<Option<(Concept, String)>, Error> {
        let follows = memo.document.root().link(system::FOLLOWS);
        let Some(id) = follows.filter(|_| memo.template().concept == Concept::Memo) else {
            return Ok(None);
        };
        match self.concept_of(id)? {
            Some(concept) if concept.is_carried() => {
                let paper = self.followed(id, DEPTH)?.source.paper;
                Ok(Some((concept, within(&paper))))
            }
            _ => Ok(None),
        }
    }

    fn to_be_carried(&self, document: ObjectId) -> Result<Loaded, Error> {
        match self.concept_of(document)? {
            Some(concept) if concept.is_carried() => self.load(document),
            _ => self.of_concept(document, Concept::Report),
        }
    }

    /// The row of a list of bilagor that a document is: with its PDF where it reads as it was handed in.
    fn file_of(&self, loaded: &Loaded) -> Result<Value, Error> {
        let title = title_of(&loaded.paper);
        let newest = self.newest_edition(&loaded.document)?;
        let newest = newest.filter(|newest| !newest.changed);
        let pdf = newest.and_then(|newest| self.bytes(newest.edition.pdf).ok());
        Ok(match pdf.filter(|pdf| pdf.len() <= attach::MOST_BYTES) {
            Some(pdf) => attach::row(&title, &format!("{title}.pdf"), &pdf),
            None => json!({ "title": title }),
        })
    }
}

/// A memo that is begun.
struct Memo<'a> {
    template: &'a Template,
    carried: &'a Loaded,
    way: &'a HandIn,
    signers: Signers<'a>,
    /// Who works, where that is somebody in the group.
    author: Option<&'a Person>,
    file: Value,
}

impl Memo<'_> {
    fn fields(&self) -> Vec<(String, Value)> {
        let paper = &self.carried.paper;
        let writes = self
            .author
            .or(self.signers.support.map(|(person, _)| person));
        let word = |role| {
            let word = writes?.word(role);
            (!word.is_empty()).then(|| json!(word))
        };
        let presents = self.signers.chair.map(|(person, _)| person);
        let decision = self.decision();
        let matter_type = decision.as_ref().and_then(|_| self.decides());
        let via = self
            .recipient()
            .and_then(|body| self.profile().recipient(body));
        let via = via.filter(|recipient| !recipient.via.is_empty());
        let said = [
            (Role::Title, FieldType::Line, Some(json!(alone(paper)))),
            (
                Role::Responsible,
                FieldType::Person,
                writes.map(|person| json!(person.id)),
            ),
            (Role::Phone, FieldType::Line, word(Role::Phone)),
            (Role::Email, FieldType::Line, word(Role::Email)),
            (
                Role::Presenter,
                FieldType::Person,
                presents.map(|person| json!(person.id)),
            ),
            (
                Role::Via,
                FieldType::Line,
                via.map(|recipient| json!(recipient.via)),
            ),
            (Role::MatterType, FieldType::Choice, matter_type),
            (
                Role::MeetingDate,
                FieldType::Date,
                self.way.taken_up.map(|day| json!(day)),
            ),
            (Role::DecisionPoints, FieldType::Decision, decision),
        ];
        let said = said
            .into_iter()
            .filter_map(|(role, ty, value)| self.at(role, ty, value?));
        let others = [
            self.goes_to(),
            self.hand_in(),
            self.grounds(),
            self.attachments(),
            self.notified(),
            self.signed(),
        ];
        let mut fields = self.copied();
        fields.extend(said);
        fields.extend(others.into_iter().flatten());
        fields
    }

    fn profile(&self) -> &Profile {
        &self.carried.profile
    }

    /// The value for the field with this role and type; none where it is what stands there anyway.
    fn at(&self, role: Role, ty: FieldType, value: Value) -> Option<(String, Value)> {
        let field = with_role(&self.template.fields, role).filter(|field| field.ty == ty)?;
        (field.default.as_ref() != Some(&value)).then(|| (field.id.clone(), value))
    }

    /// What the memo says in the document's own words: its summary, and the numbers of the matter.
    fn copied(&self) -> Vec<(String, Value)> {
        let from = From {
            template: self.carried.template(),
            fields: &self.carried.template().fields,
            values: &self.carried.document.root().fields,
        };
        let roles = [Role::Summary, Role::RegistrationNumber];
        let is_taken = |field: &&Field| field.is.is_some_and(|role| roles.contains(&role));
        let taken: Vec<Field> = self
            .template
            .fields
            .iter()
            .filter(is_taken)
            .cloned()
            .collect();
        by_role(from, self.template, &taken, self.profile())
    }

    /// Id of the body that the memo goes to, where it is known.
    fn recipient(&self) -> Option<&str> {
        let usual = || {
            with_role(&self.template.fields, Role::Recipient)?
                .default
                .as_ref()?
                .as_str()
        };
        let only = || {
            let mut adopting = self.profile().bodies.iter().filter(|body| body.adopts);
            Some(
                adopting
                    .next()
                    .filter(|_| adopting.next().is_none())?
                    .id
                    .as_str(),
            )
        };
        self.way.to.as_deref().or_else(usual).or_else(only)
    }

    fn goes_to(&self) -> Option<(String, Value)> {
        let body = self.recipient()?;
        let name = read::name_of(self.profile(), body);
        self.at(Role::Recipient, FieldType::Body, json!(body))
            .or_else(|| self.at(Role::Recipient, FieldType::Line, json!(name)))
    }

    /// The last day for handing it in. A day that is asked for under a condition is another: that of replies to a question.
    fn hand_in(&self) -> Option<(String, Value)> {
        let field = with_role(&self.template.fields, Role::ReplyBy)?;
        let day = self.way.by.filter(|_| field.required_if.is_none())?;
        self.at(Role::ReplyBy, FieldType::Date, json!(day))
    }

    /// The point that the profile has for such a document.
    fn decision(&self) -> Option<Value> {
        let paper = &self.carried.paper;
        let phrase = phrase_about(self.profile(), paper.document.concept)?;
        let first = self.profile().decision_modes.first();
        let mode = phrase.mode.as_ref().or(first.map(|mode| &mode.id))?;
        let point = phrase.about(Some(&within(paper)));
        let body = self.recipient().unwrap_or_default();
        Some(json!({ "mode": mode, "body": body, "points": [point] }))
    }

    /// The word for a matter that is decided.
    fn decides(&self) -> Option<Value> {
        let field = with_role(&self.template.fields, Role::MatterType)?;
        let scale = self.profile().scale_of(self.template, field)?;
        let mut words = scale.values.iter();
        let word = words.find(|word| word.means == Some(Meaning::Decision))?;
        Some(json!(word.code))
    }

    /// What the decision rests on: the memo itself, what it carries, and what that follows.
    fn grounds(&self) -> Option<(String, Value)> {
        let is_list =
            |field: &&Field| field.ty == FieldType::List && field.of == FieldType::Reference;
        let fields = &self.template.fields;
        let field = with_role(fields, Role::Grounds)
            .filter(is_list)
            .or_else(|| fields.iter().find(is_list))?;
        let refer = |paper: &Paper| paper.reference(&title_of(paper));
        let sources = self.carried.template().sources.iter();
        let followed = sources.filter_map(|source| self.carried.sources.get(&source.id));
        let followed = followed.filter(|source| source.paper.document.concept.is_adopted());
        let own = ReferenceLine {
            title: own_name(self.template).to_owned(),
            date: None,
            number: String::new(),
        };
        let rest = [own, refer(&self.carried.paper)].into_iter();
        let rest = rest.chain(followed.map(|source| refer(&source.paper)));
        Some((
            field.id.clone(),
            rest.map(|reference| json!(reference)).collect(),
        ))
    }

    fn attachments(&self) -> Option<(String, Value)> {
        let field = attach::listing(&self.template.fields).ok()?;
        let file = self.file.clone();
        let value = if field.ty == FieldType::List {
            json!([file])
        } else {
            file
        };
        Some((field.id.clone(), value))
    }

    /// Who waits for the decision: the group itself.
    fn notified(&self) -> Option<(String, Value)> {
        let name = self.carried.group.word(Role::Title);
        let field = with_role(&self.template.fields, Role::Notified)?;
        let fits = field.ty == FieldType::List && field.of == FieldType::Party && !name.is_empty();
        fits.then(|| (field.id.clone(), json!([name])))
    }

    /// Who signs, each with the office in words: the chair speaks for the group.
    fn signed(&self) -> Option<(String, Value)> {
        let field = with_role(&self.template.fields, Role::Signature)?;
        let chair = self
            .signers
            .chair
            .map(|(person, office)| (person, self.of_group(office)));
        let support = self
            .signers
            .support
            .map(|(person, office)| (person, office.label.clone()));
        let rows = [chair, support].into_iter().flatten();
        let rows: Vec<Value> = rows
            .map(|(person, office)| row(field, person, &office))
            .collect();
        (!rows.is_empty()).then(|| (field.id.clone(), json!(rows)))
    }

    /// "Ordförande, gruppen": an office that names the group already says it once.
    fn of_group(&self, office: &Office) -> String {
        let group = name_within(self.profile(), &self.carried.group);
        if office.label.to_lowercase().contains(&group.to_lowercase()) {
            return office.label.clone();
        }
        let args = [("office", office.label.clone()), ("group", group)];
        say(
            "memo-signed",
            &args.map(|(name, text)| (name.to_owned(), text)).into(),
        )
    }
}

fn row(field: &Field, person: &Person, office: &str) -> Value {
    let cell = |role, ty, value| {
        let column = with_role(&field.columns, role).filter(|column| column.ty == ty)?;
        Some((column.id.clone(), value))
    };
    let cells = [
        cell(Role::Name, FieldType::Person, json!(person.id)),
        cell(Role::Office, FieldType::Line, json!(office)),
    ];
    Value::Object(cells.into_iter().flatten().collect::<Map<_, _>>())
}

/// Those who sign a memo, each with the office that they hold.
struct Signers<'a> {
    /// The chair; the one who stands in where nobody is.
    chair: Option<(&'a Person, &'a Office)>,
    /// The one who calls the group's meetings, or takes their notes.
    support: Option<(&'a Person, &'a Office)>,
}

impl<'a> Signers<'a> {
    /// Those who hold the offices on the day that a document is seen from.
    fn on(carried: &'a Loaded) -> Self {
        let profile: &Profile = &carried.profile;
        let held =
            |office: &'a Office| Some((holder(&carried.group, office, carried.today())?, office));
        let own = profile.bodies.iter().find(|body| body.own);
        let rules: Vec<_> = own
            .into_iter()
            .flat_map(|body| profile.meeting_rules_of(&body.id))
            .collect();
        let leads = rules.iter().find_map(|rule| rule.chaired_by.as_deref());
        let chair = leads.and_then(|id| profile.office(id));
        let chair = chair.or_else(|| profile.offices.iter().find(|office| office.required));
        let deputy = chair.and_then(|chair| {
            let mut offices = profile.offices.iter();
            offices.find(|office| office.other_side_than.as_ref() == Some(&chair.id))
        });
        let calls = rules.iter().find_map(|rule| rule.called_by.as_deref());
        let writes = rules.iter().find_map(|rule| rule.notes_by.as_deref());
        let support = calls.or(writes).and_then(|id| profile.office(id));
        let support = support.filter(|support| chair.is_none_or(|chair| chair.id != support.id));
        Self {
            chair: chair.and_then(held).or_else(|| deputy.and_then(held)),
            support: support.and_then(held),
        }
    }
}

/// The phrase of a profile that a memo about a document of this concept begins with.
pub(crate) fn phrase_about(profile: &Profile, concept: Concept) -> Option<&Phrase> {
    let mut phrases = profile.phrases.iter();
    phrases.find(|phrase| phrase.carries == Some(concept))
}

/// What a template calls its own document where several are listed: what its title says of each of them, else its name.
fn own_name(template: &Template) -> &str {
    let mut parts = template.title.split(DASH);
    let part = parts.find(|part| !part.contains('{'));
    part.unwrap_or(&template.name)
}

/// What parts a title.
const DASH: &str = " – ";

/// What a paper is called in words: whose it is stands behind a dash in its title, and not in a sentence.
fn alone(paper: &Paper) -> String {
    let title = title_of(paper);
    let whose = [&paper.publisher.area, &paper.publisher.group];
    let says_whose = |text: &str| {
        whose
            .iter()
            .any(|name| !name.is_empty() && text.contains(name.as_str()))
    };
    match title.split_once(DASH) {
        Some((what, of)) if says_whose(of) && !of.contains(DASH) => {
            let args = [("what", what), ("of", of)];
            say(
                "memo-about",
                &args
                    .map(|(name, text)| (name.to_owned(), text.to_owned()))
                    .into(),
            )
        }
        _ => title,
    }
}

/// The same within a sentence. A kind of paper begins with a small letter there; what has a capital within is a name.
fn within(paper: &Paper) -> String {
    let title = alone(paper);
    let kind = &paper.document.name;
    let is_name = kind.chars().skip(1).any(char::is_uppercase);
    if is_name || !title.starts_with(kind.as_str()) {
        title
    } else {
        uncapitalised(&title)
    }
}

/// What a group is called within a sentence: one that is called by its kind of body, in several words, and by its area
/// begins with a small letter there.
fn name_within(profile: &Profile, group: &Group) -> String {
    let name = group.word(Role::Title);
    let own = profile.bodies.iter().find(|body| body.own);
    let is_kind =
        |body: &str| body.contains(' ') && name.len() > body.len() && name.starts_with(body);
    if own.is_some_and(|body| is_kind(&body.name)) {
        uncapitalised(name)
    } else {
        name.to_owned()
    }
}
