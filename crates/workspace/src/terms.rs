//! The group as one sees it: who is what, from when until when, and who follows whom.

use chrono::{Days, NaiveDate};
use model::group::{Group, Person};
use model::profile::Profile;
use model::term::{Follows, OfficeTerms, Term, terms};
use model::vocabulary::Role;
use serde::Serialize;
use specta::Type;

use crate::Workspace;
use crate::error::Error;
use crate::words::{self, Args};

/// A group's people and their terms on a line of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GroupView {
    /// What the group is there for, as its mandate says; may be empty.
    pub purpose: String,
    /// Today, ISO 8601.
    pub today: String,
    /// The first day of the line.
    pub from: String,
    /// The last day of the line.
    pub to: String,
    /// The terms, office by office.
    pub offices: Vec<OfficeView>,
    /// The people who prepare the group's meetings, as the sentences below the line name them; may be empty.
    pub preparers: Vec<String>,
    /// How many people the group has.
    pub people: u32,
}

/// An office with its terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfficeView {
    /// What it is called.
    pub office: String,
    /// What the mandate says of it: how long a term lasts, and how long two overlap; may be empty.
    pub rule: String,
    /// Its terms, the first first.
    pub terms: Vec<TermView>,
}

/// A person's time in an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TermView {
    /// The person's object.
    pub person: String,
    /// Name or initials, else the office.
    pub name: String,
    /// The organisation that the person comes from; may be empty.
    pub organisation: String,
    /// Where it begins on the line, ISO 8601.
    pub from: String,
    /// Where it ends on the line, ISO 8601.
    pub to: String,
    /// The time in words.
    pub days: String,
    /// Whom it follows, and when both are there, in words; may be empty.
    pub note: String,
    /// When the one before is still there, first and last day; nothing where they do not overlap.
    pub overlap: Option<(String, String)>,
    /// Whether the first day is not known.
    pub open_start: bool,
    /// Whether the last day is not known.
    pub open_end: bool,
    /// Whether the person holds the office today.
    pub now: bool,
    /// Whether the person stands beside to take the office over, and does not hold it.
    pub beside: bool,
    /// Whether the time is over.
    pub over: bool,
    /// Whether the person is one of those who prepare the group's meetings.
    pub prepares: bool,
}

/// Days that the line reaches beyond the first and the last that it shows.
const MARGIN: u64 = 60;

/// Days that it shows at least, before and after today.
const AROUND: u64 = 365;

impl Workspace {
    /// Returns the group's people and terms, seen from [`Workspace::today`].
    ///
    /// # Errors
    /// The file cannot be read, or the group's template is neither in it nor in the library.
    pub fn group_view(&self) -> Result<GroupView, Error> {
        let (profile, group) = self.profile_and_group()?;
        let all = terms(&group, &profile);
        let line = Line::around(self.today(), &all);
        let seen = Seen {
            group: &group,
            profile: &profile,
            line: &line,
        };
        let preparers = group.people.iter();
        let preparers = preparers.filter(|person| person.prepares_on(line.today));
        Ok(GroupView {
            purpose: profile.purpose.clone(),
            today: line.today.to_string(),
            from: line.from.to_string(),
            to: line.to.to_string(),
            offices: all.iter().map(|office| seen.office(office)).collect(),
            preparers: preparers.map(name).collect(),
            people: u32::try_from(group.people.len()).unwrap_or(u32::MAX),
        })
    }
}

/// The days that the line shows.
struct Line {
    today: NaiveDate,
    from: NaiveDate,
    to: NaiveDate,
}

impl Line {
    fn around(today: NaiveDate, offices: &[OfficeTerms]) -> Self {
        let terms = || offices.iter().flat_map(|office| &office.terms);
        let first = terms().filter_map(|term| term.from).min();
        let back = |day: NaiveDate, days| day.checked_sub_days(Days::new(days)).unwrap_or(day);
        let on = |day: NaiveDate, days| day.checked_add_days(Days::new(days)).unwrap_or(day);
        // A term without a last day is to be seen going on.
        let ends = |term: &Term| term.to.or_else(|| Some(on(term.from?, AROUND)));
        let last = terms().filter_map(ends).max();
        Self {
            today,
            from: first.map_or_else(|| back(today, AROUND), |day| back(day.min(today), MARGIN)),
            to: last.map_or_else(|| on(today, AROUND), |day| on(day.max(today), MARGIN)),
        }
    }
}

struct Seen<'a> {
    group: &'a Group,
    profile: &'a Profile,
    line: &'a Line,
}

impl Seen<'_> {
    fn office(&self, office: &OfficeTerms) -> OfficeView {
        let mut offices = self.profile.offices.iter();
        let known = offices.find(|known| known.label == office.office);
        let args = |months: u32, overlap: u32, extendable: bool| {
            Args::from([
                ("months".to_owned(), months.to_string()),
                ("overlap".to_owned(), overlap.to_string()),
                ("extendable".to_owned(), yes(extendable)),
            ])
        };
        let rule = known.and_then(|known| {
            let args = args(known.term_months?, known.overlap_months, known.extendable);
            Some(words::say("group-rule", &args))
        });
        OfficeView {
            office: office.office.clone(),
            rule: rule.unwrap_or_default(),
            terms: office.terms.iter().map(|term| self.term(term)).collect(),
        }
    }

    fn term(&self, term: &Term) -> TermView {
        let Line { today, from, to } = *self.line;
        let person = self.group.person(term.person);
        let day = |day: NaiveDate| day.to_string();
        let overlap = term.follows.as_ref().and_then(|follows| follows.overlap);
        TermView {
            person: term.person.to_string(),
            name: person.map(name).unwrap_or_default(),
            organisation: person
                .map(|person| person.word(Role::Organisation).to_owned())
                .unwrap_or_default(),
            from: day(term.from.unwrap_or(from)),
            to: day(term.to.unwrap_or(to)),
            days: days(term),
            note: term
                .follows
                .as_ref()
                .map(|follows| self.follows(follows))
                .unwrap_or_default(),
            overlap: overlap.map(|(first, last)| (day(first), day(last))),
            open_start: term.from.is_none(),
            open_end: term.to.is_none(),
            now: !term.beside
                && term.from.is_none_or(|from| from <= today)
                && term.to.is_none_or(|to| to >= today),
            beside: term.beside,
            over: term.to.is_some_and(|to| to < today),
            prepares: person.is_some_and(|person| person.prepares_on(today)),
        }
    }

    fn follows(&self, follows: &Follows) -> String {
        let before = self.group.person(follows.person).map(name);
        let mut args = Args::from([("name".to_owned(), before.unwrap_or_default())]);
        let Some((first, last)) = follows.overlap else {
            return words::say("group-follows", &args);
        };
        args.insert("first".to_owned(), first.to_string());
        args.insert("last".to_owned(), last.to_string());
        words::say("group-overlaps", &args)
    }
}

fn days(term: &Term) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let ends = match (term.to.is_some(), term.to_is_computed) {
        (true, true) => "computed",
        (true, false) => "yes",
        (false, _) => "no",
    };
    let args = Args::from([
        ("from".to_owned(), day(term.from)),
        ("to".to_owned(), day(term.to)),
        ("starts".to_owned(), yes(term.from.is_some())),
        ("ends".to_owned(), ends.to_owned()),
    ]);
    words::say("group-days", &args)
}

/// What a person is called: the name or the initials, else everything that the person is.
fn name(person: &Person) -> String {
    match person.word(Role::Name) {
        "" => person.all_offices(),
        name => name.to_owned(),
    }
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}
