//! Values that stand there before anybody writes: a followed document's own, and what an answer counts as that did not
//! come.

use chrono::NaiveDate;

use super::build::Builder;
use super::{Cell, Printed, ReferenceLine, Section, cell};
use crate::input::{Minutes, time_of_day};
use crate::meeting::read;
use crate::schema::{Field, Kind, ScaleValue, with_role};
use crate::vocabulary::{Concept, Meaning, Role};

impl Builder<'_> {
    /// The title of a followed document, for a field of the document itself.
    pub(super) fn source_line(&self, source: &str, role: Role) -> Option<Printed> {
        let source_of = self.context.sources.get(source)?;
        let head = &source_of.paper.document;
        let title = source_of.title(self.context.draft_mark);
        match role {
            Role::Title => Some(Printed::Line(match &head.edition {
                Some(edition) => format!("{title}, version {edition}"),
                None => title.to_owned(),
            })),
            Role::Date => head.date.map(Printed::Date),
            Role::Grounds => Some(Printed::Reference(self.reference_to(source)?)),
            _ => read::own(&source_of.paper, role).cloned(),
        }
    }

    /// What a followed value is called in a field that begins with it: a word of a scale is said in the field's own, the
    /// same word or one that means the same. Nothing where it has none.
    pub(super) fn own_word(&self, field: &Field, value: &Printed) -> Option<Printed> {
        let Printed::Choice(said) = value else {
            return Some(value.clone());
        };
        let words = &cell::scale(field, self.context)?.values;
        let same = |word: &&ScaleValue| (&word.code, &word.label) == (&said.code, &said.label);
        let alike = |word: &&ScaleValue| word.means.is_some() && word.means == said.means;
        let own = words.iter().find(same);
        let own = own.or_else(|| words.iter().find(alike))?;
        Some(Printed::Choice(cell::chosen(own)))
    }

    /// What an answer counts as that did not come in time: silent consent, where the profile has that rule ("uteblivet
    /// svar räknas som bifall"). That the time is over is said by the document's own date.
    pub(super) fn assumed(&self, kind: &Kind, field: &Field) -> Option<Printed> {
        let is_reply = kind.concept == Some(Concept::Answer) && field.is == Some(Role::Reply);
        let mut rules = self.context.profile.decision_rules.iter();
        let own = |role| {
            let field = with_role(&self.context.template.fields, role)?;
            let day = self.document.root().text(&field.id)?;
            day.parse::<NaiveDate>().ok()
        };
        let is_over = || own(Role::ReplyBy).is_some_and(|last| own(Role::Date) > Some(last));
        if !is_reply || !rules.any(|rule| rule.silence.is_some()) || !is_over() {
            return None;
        }
        let mut words = cell::scale(field, self.context)?.values.iter();
        let word = words.find(|word| word.means == Some(Meaning::Silence))?;
        Some(Printed::Choice(cell::chosen(word)))
    }

    fn reference_to(&self, source: &str) -> Option<ReferenceLine> {
        let source = self.context.sources.get(source)?;
        let title = source.title(self.context.draft_mark);
        Some(source.paper.reference(title))
    }
}

/// When the document's meeting begins, by its own field.
pub(super) fn begins(head: &[Cell], sections: &[Section]) -> Option<Minutes> {
    let body = sections.iter().filter_map(|section| match section {
        Section::Field(cell) => Some(cell),
        _ => None,
    });
    let mut cells = head.iter().chain(body);
    let cell = cells.find(|cell| cell.is == Some(Role::Time))?;
    match &cell.value {
        Some(Printed::Line(text)) => time_of_day(text),
        _ => None,
    }
}
