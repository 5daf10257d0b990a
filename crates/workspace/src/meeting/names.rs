//! What meetings, matters and decisions are called: by their day, number, title, or the beginning of their id.

use chrono::Datelike;
use model::id::ObjectId;
use model::input;
use model::meeting::read;
use model::paper::{Item, Paper};
use model::vocabulary::{Concept, Role};

use crate::Workspace;
use crate::error::{Error, What};

impl Workspace {
    /// Returns the planned meeting that `name` fits: its day as people write it, its title, or the beginning or the end of
    /// its id.
    ///
    /// # Errors
    /// None is called so, or several are.
    pub fn find_meeting(&self, name: &str) -> Result<ObjectId, Error> {
        let mut all = Vec::new();
        for paper in self.papers_of(&[Concept::MeetingPlan])? {
            let year = paper.document.period.as_deref().unwrap_or_default();
            let year = year.parse().unwrap_or_else(|_| self.today().year());
            let day = input::date(name, year);
            for item in read::items(&paper, Concept::Meeting) {
                let held = read::day(read::of(item, Role::MeetingDate));
                let fits = (day.is_some() && held == day) || is_called(item, name);
                let words = held.map(|day| day.to_string()).unwrap_or_default();
                all.push((item.id, format!("{words} {}", item.title()), fits));
            }
        }
        one_of(all, name)
    }

    /// Returns the matter that `name` fits: of the register by its number, its title, the beginning or the end of its id, else
    /// of an agenda or of notes by the last two.
    ///
    /// # Errors
    /// None is called so, or several are.
    pub fn find_matter(&self, name: &str) -> Result<ObjectId, Error> {
        let of = |papers: &[Paper], by_number: bool| {
            let items = papers.iter().flat_map(read::raised);
            let number = name.trim();
            items
                .map(|(_, item)| {
                    let numbered = by_number && item.number.as_deref() == Some(number);
                    (item.id, said(item), numbered || is_called(item, name))
                })
                .collect::<Vec<_>>()
        };
        let register = self.papers_of(&[Concept::Register])?;
        match one_of(of(&register, true), name) {
            Err(Error::NotFound { .. }) => {}
            found => return found,
        }
        let others = self.papers_of(&[Concept::Meeting, Concept::Notes])?;
        let mut all = of(&register, true);
        all.extend(of(&others, false));
        one_of(all, name)
    }

    /// Returns the object of a document that `name` fits, as every command names parts.
    ///
    /// # Errors
    /// It is not there.
    pub fn find_part(&self, document: ObjectId, name: &str) -> Result<ObjectId, Error> {
        Ok(self.load(document)?.target(name)?.id)
    }

    fn papers_of(&self, concepts: &[Concept]) -> Result<Vec<Paper>, Error> {
        let mut papers = Vec::new();
        for id in self.document_ids()? {
            if self
                .concept_of(id)?
                .is_some_and(|its| concepts.contains(&its))
            {
                papers.push(self.load(id)?.paper);
            }
        }
        Ok(papers)
    }
}

/// "Ärende 1 ”Ny rutin”": a number alone says little to who looks for a matter.
fn said(item: &Item) -> String {
    let name = item.name();
    match item.title() {
        title if title.is_empty() || name.contains(title) => name,
        title => format!("{name} ”{title}”"),
    }
}

fn is_called(item: &Item, name: &str) -> bool {
    let wanted = name.trim().to_lowercase();
    item.id.is_named(&wanted) || (!wanted.is_empty() && item.title().to_lowercase() == wanted)
}

fn one_of(all: Vec<(ObjectId, String, bool)>, name: &str) -> Result<ObjectId, Error> {
    let fits: Vec<_> = all.iter().filter(|(.., fits)| *fits).collect();
    match fits.as_slice() {
        [(id, ..)] => Ok(*id),
        [] => Err(Error::NotFound {
            what: What::Object,
            name: name.to_owned(),
            known: all.into_iter().map(|(_, words, _)| words).collect(),
        }),
        several => Err(Error::Ambiguous {
            what: What::Object,
            name: name.to_owned(),
            known: several.iter().map(|(id, ..)| id.ending()).collect(),
        }),
    }
}
