//! Underlag: what each responsible person is asked for a report, as text for a mail, and their answers read back into
//! the right rows.
//!
//! Who is asked what follows from concepts and roles alone. A row that follows another document is asked of the person
//! who answers for what it follows (role `responsible`); what nobody answers for by name is the group's own to answer.
//! Asked are the fields that say how it went ([`ask::FOLLOW_UP`]), and those that a template has added without a role.
//! Every question carries a key made of document, row and field, so that an answer finds its place whoever sends it,
//! in whichever order, quoted or not.

mod ask;
mod mail;
mod reply;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use model::id::ObjectId;
use serde::Serialize;
use serde_json::json;
use specta::Type;
use store::{Changes, Set};

use crate::edit::touch;
use crate::error::Error;
use crate::form::OptionView;
use crate::list::title_of;
use crate::load::Loaded;
use crate::typed::year_of;
use crate::{Workspace, words};

use ask::Question;
use reply::{Answer, Loose};

/// What a document asks of those who are responsible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReturnsView {
    /// The document's id.
    pub document: String,
    /// Its title.
    pub title: String,
    /// Who is asked, in the order of the page; last, without a name, what nobody answers for.
    pub people: Vec<RequestView>,
    /// The documents of the workspace that ask for something, newest period first.
    pub documents: Vec<OptionView>,
}

/// What one person is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RequestView {
    /// What names the person: their object's id, or the name that the plan has; empty for what nobody answers for.
    pub who: String,
    /// As papers name them; empty for what nobody answers for.
    pub name: String,
    /// Their organisation and e-mail address, those that are known.
    pub contact: String,
    /// How many questions wait for an answer or have one. What was fetched from elsewhere and not changed needs none.
    pub asked: u32,
    /// How many of them have an answer in the document.
    pub answered: u32,
    /// What the mail is about.
    pub subject: String,
    /// The mail, lines of at most 72 characters.
    pub text: String,
}

/// What a text of answers would write, before anything is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswersView {
    /// The answers that were found, in the order of the page.
    pub answers: Vec<AnswerView>,
    /// What belongs to no question, each with the reason.
    pub loose: Vec<LooseView>,
    /// How many questions stand in the text without an answer; what the document says there stays.
    pub empty: u32,
}

/// An answer and the place it goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// The question's key.
    pub key: String,
    /// The row's id.
    pub object: String,
    /// The field's id.
    pub field: String,
    /// The row in words.
    pub place: String,
    /// The field's label.
    pub label: String,
    /// What stands there; empty where nothing does.
    pub before: String,
    /// What would stand there, as it was understood; what was written where it does not fit.
    pub after: String,
    /// Whether it can be written.
    pub state: AnswerState,
    /// Why it cannot, and what to do; empty where it can.
    pub why: String,
}

/// Whether an answer can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum AnswerState {
    /// The field is empty.
    New,
    /// Something else stands in the field.
    Changed,
    /// The same stands there already.
    Same,
    /// It does not fit the field.
    Unfit,
}

/// Words that belong to no question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LooseView {
    /// Where they stand, from 1.
    pub line: u32,
    /// The words.
    pub text: String,
    /// Why they have no place.
    pub why: String,
}

impl Workspace {
    /// Returns what a document asks of those who are responsible, with the text for each.
    ///
    /// # Errors
    /// The document is not there, or its template is neither in the file nor in the library.
    pub fn returns(&self, document: ObjectId) -> Result<ReturnsView, Error> {
        let loaded = self.load(document)?;
        let questions = ask::questions(&loaded);
        let signed = self.author.map(|id| self.author_name(id));
        let last = self.last_day(&loaded)?;
        let last = last.filter(|day| *day >= loaded.today());
        let mut people = Vec::new();
        for who in ask::people(&questions) {
            let of: Vec<&Question> = questions.iter().filter(|one| one.who == who).collect();
            let named = who.id.map(|id| self.author_name(id));
            people.push(RequestView {
                asked: count(of.iter().filter(|one| one.needs_answer()).count()),
                answered: count(of.iter().filter(|one| one.is_answered()).count()),
                subject: mail::subject(&title_of(&loaded.paper)),
                text: mail::text(&loaded, &who, &of, last, signed.as_deref()),
                contact: ask::contact(&loaded, &who),
                name: named.unwrap_or_else(|| who.name.clone()),
                who: who.key(),
            });
        }
        Ok(ReturnsView {
            document: document.to_string(),
            title: title_of(&loaded.paper),
            people,
            documents: self.asking()?,
        })
    }

    /// Returns what a text of answers would write into a document. Nothing is written.
    ///
    /// # Errors
    /// As [`Workspace::returns`].
    pub fn read_answers(&self, document: ObjectId, text: &str) -> Result<AnswersView, Error> {
        let loaded = self.load(document)?;
        let questions = ask::questions(&loaded);
        let known = self.known_lines(&loaded, &questions)?;
        let read = read(&loaded, &questions, &known, text);
        let loose = read.loose.into_iter().map(|loose| LooseView {
            line: count(loose.line),
            why: words::say(loose.why.key(), &words::Args::new()),
            text: loose.text,
        });
        Ok(AnswersView {
            answers: read.answers.into_iter().map(|found| found.view).collect(),
            loose: loose.collect(),
            empty: count(read.empty),
        })
    }

    /// Writes the answers with these keys, as one step; those that do not fit or say what stands there already are left
    /// out. Returns how many were written.
    ///
    /// # Errors
    /// As [`Workspace::returns`], or the file can only be read.
    pub fn take_answers(
        &mut self,
        document: ObjectId,
        text: &str,
        keys: &[String],
    ) -> Result<(usize, Changes), Error> {
        let loaded = self.load(document)?;
        let questions = ask::questions(&loaded);
        let mut sets: BTreeMap<(ObjectId, String), Set> = BTreeMap::new();
        let mut taken = 0;
        let known = self.known_lines(&loaded, &questions)?;
        for found in read(&loaded, &questions, &known, text).answers {
            let Some(value) = found.value.filter(|_| keys.contains(&found.view.key)) else {
                continue;
            };
            let target = found.question.target();
            let own = Set {
                doc: document,
                obj: target.id,
                field: found.question.field.id.clone(),
                value: Some(value),
            };
            let written = touch(&loaded, &target).into_iter().chain([own]);
            sets.extend(written.map(|set| ((set.obj, set.field.clone()), set)));
            taken += 1;
        }
        if taken == 0 {
            return Ok((0, Changes::default()));
        }
        let sets: Vec<Set> = sets.into_values().collect();
        let changes = self.write("answers", json!({ "document": document }), &sets)?;
        Ok((taken, changes))
    }

    /// The day by which the document must be finished.
    fn last_day(&self, loaded: &Loaded) -> Result<Option<NaiveDate>, Error> {
        let way = self.hand_in(loaded.template(), year_of(loaded))?;
        Ok(way.finished_by.or(way.by))
    }

    /// The lines of our own mails: one may come back after the day that it names.
    fn known_lines(
        &self,
        loaded: &Loaded,
        questions: &[Question],
    ) -> Result<BTreeSet<String>, Error> {
        let last = self.last_day(loaded)?;
        Ok(mail::known_lines(loaded, questions, last))
    }

    /// The documents that ask for something.
    fn asking(&self) -> Result<Vec<OptionView>, Error> {
        let (profile, _) = self.profile_and_group()?;
        let mut found = Vec::new();
        for line in self.documents()? {
            let pinned = self.pinned(&self.document(line.id)?, Some(&profile))?;
            let may_ask = ask::is_asking(&pinned.template);
            if may_ask && !ask::questions(&self.load(line.id)?).is_empty() {
                let year = line.period.as_deref().and_then(|period| period.get(..4));
                let option = OptionView {
                    value: line.id.to_string(),
                    label: year.map_or(line.title, |year| format!("{} {year}", line.name)),
                    mark: String::new(),
                    help: String::new(),
                };
                found.push((line.period, option));
            }
        }
        found.sort_by(|(one, _), (other, _)| other.cmp(one));
        Ok(found.into_iter().map(|(_, option)| option).collect())
    }
}

/// An answer with what it would write.
struct Understood<'a> {
    question: &'a Question<'a>,
    view: AnswerView,
    /// What would be written; nothing where it does not fit or stands there already.
    value: Option<serde_json::Value>,
}

/// Everything in a text of answers.
struct Read<'a> {
    answers: Vec<Understood<'a>>,
    loose: Vec<Loose>,
    empty: usize,
}

fn read<'a>(
    loaded: &Loaded,
    questions: &'a [Question<'a>],
    known: &BTreeSet<String>,
    text: &str,
) -> Read<'a> {
    let labels: BTreeMap<&str, &str> = questions
        .iter()
        .map(|one| (one.key.as_str(), one.field.label.as_str()))
        .collect();
    let parted = reply::part(text, &labels, known);
    let mut answers = Vec::new();
    let mut empty = BTreeSet::new();
    for question in questions {
        let of = parted.answers.iter().filter(|one| one.key == question.key);
        let of: Vec<&Answer> = of.collect();
        match reply::said(&of, &question.current) {
            Some(said) => answers.push(understand(loaded, question, &said)),
            None if !of.is_empty() => drop(empty.insert(&question.key)),
            None => {}
        }
    }
    Read {
        answers,
        loose: parted.loose,
        empty: empty.len(),
    }
}

fn understand<'a>(loaded: &Loaded, question: &'a Question<'a>, said: &[String]) -> Understood<'a> {
    let mut view = AnswerView {
        key: question.key.clone(),
        object: question.row.id.to_string(),
        field: question.field.id.clone(),
        place: question.place(),
        label: question.field.label.clone(),
        before: question.current.clone(),
        after: said.join("\n\n"),
        state: AnswerState::Unfit,
        why: String::new(),
    };
    let [one] = said else {
        view.why = words::say("returns-several", &words::Args::new());
        return Understood {
            question,
            view,
            value: None,
        };
    };
    let value = match question.value(loaded, one) {
        Ok(Some(value)) => value,
        Ok(None) => serde_json::Value::Null,
        Err(error) => {
            let said = error.sentence();
            view.why = [said.text, said.hint].join(" ").trim().to_owned();
            return Understood {
                question,
                view,
                value: None,
            };
        }
    };
    view.after = question.in_words(loaded, &value);
    let is_same =
        reply::is_same(&view.after, &question.current) || reply::is_same(one, &question.current);
    view.state = if is_same {
        AnswerState::Same
    } else if question.current.is_empty() {
        AnswerState::New
    } else {
        AnswerState::Changed
    };
    let is_news = view.state != AnswerState::Same && !value.is_null();
    Understood {
        question,
        value: is_news.then_some(value),
        view,
    }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
