//! Who is in the group, in which office and for how long, held against the profile's rules.
//!
//! The mandates set them: terms of two years with half a year of overlap (the first mandate, "Ordförandebyten"), chairs
//! for a year at a time and preparers for two, of whom one has a given office and not all leave together (the mandates
//! of the development group and of the fora, "Organisation").

mod people;

use chrono::NaiveDate;

use crate::check::uncapitalised;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::document::Document;
use crate::group::{Group, Person};
use crate::profile::{Membership, Office, Profile};
use crate::schema::{Kind, Template, with_role};
use crate::term::{Held, later};
use crate::vocabulary::{Concept, Role};

/// Terms that end within fewer months of each other than this end together.
const TOGETHER: u32 = 6;

/// Returns what the group's people lack by the profile's rules, as it is on `today`; `document` and `template` are the
/// group's own. A rule that the profile does not have finds nothing.
#[must_use]
pub fn check(
    document: &Document,
    template: &Template,
    group: &Group,
    profile: &Profile,
    today: NaiveDate,
) -> Vec<Diagnostic> {
    let of_person = |kind: &&Kind| kind.concept == Some(Concept::Person);
    let Some(kind) = template.kinds.iter().find(of_person) else {
        return Vec::new();
    };
    let seen = Seen {
        root: Place {
            document: document.id,
            object: document.id,
            field: None,
            row: None,
            column: None,
            words: Vec::new(),
        },
        kind,
        group,
        profile,
        today,
    };
    let offices = profile.offices.iter();
    let memberships = profile.memberships.iter();
    seen.backwards()
        .into_iter()
        .chain(seen.people())
        .chain(offices.flat_map(|office| seen.office(office)))
        .chain(memberships.flat_map(|rule| seen.membership(rule)))
        .collect()
}

/// Somebody who holds an office.
#[derive(Clone, Copy)]
struct Holder<'a> {
    person: &'a Person,
    held: &'a Held,
}

struct Seen<'a> {
    root: Place,
    kind: &'a Kind,
    group: &'a Group,
    profile: &'a Profile,
    today: NaiveDate,
}

impl<'a> Seen<'a> {
    fn office(&self, office: &Office) -> Vec<Diagnostic> {
        let named: Vec<Holder> = self.named(office).collect();
        if named.is_empty() {
            return self.vacant(office).into_iter().collect();
        }
        let terms = named.iter().flat_map(|holder| self.term(office, *holder));
        let mut found: Vec<Diagnostic> = terms.collect();
        if self.is_yet_to_begin(office, &named) {
            found.extend(self.vacant(office));
        }
        found.extend(self.short_overlap(office));
        found.extend(self.with_the_one_beside(office));
        found.extend(self.crowded(office, &named));
        found.extend(self.same_side(office, &named));
        found
    }

    /// Terms that end before they begin, of the person's own office and of each further one.
    fn backwards(&self) -> Vec<Diagnostic> {
        let people = self.group.people.iter();
        let all = people.flat_map(|person| {
            let held = person.offices.iter();
            held.map(move |held| Holder { person, held })
        });
        let wrong = all.filter_map(|holder| {
            let (start, end) = (holder.held.start?, holder.held.end?);
            let place = self.place_of(holder, Role::End);
            let found = Diagnostic::new(Code::EndBeforeStart, Severity::Blocking, place);
            (end < start).then(|| found.with("start", start).with("end", end))
        });
        wrong.collect()
    }

    /// Whether nobody has the office today and somebody will: that it stands filled then does not fill it now. Where the
    /// terms are over, that is said of the terms.
    fn is_yet_to_begin(&self, office: &Office, named: &[Holder]) -> bool {
        let begins = |held: &Held| held.start.is_some_and(|start| start > self.today);
        let ends = |held: &Held| held.last_day(office).is_some_and(|last| last < self.today);
        let has_it = |holder: &Holder| !begins(holder.held) && !ends(holder.held);
        !named.iter().any(has_it) && named.iter().any(|holder| begins(holder.held))
    }

    /// One person who has an office today and the one beside it, for when its holder is away: two people share them
    /// ("ordförande och vice ordförande" are chosen, two in number, in every mandate that has them).
    fn with_the_one_beside(&self, office: &Office) -> Vec<Diagnostic> {
        let mut all = self.profile.offices.iter();
        let Some(first) = all.find(|other| is_beside(office, other)) else {
            return Vec::new();
        };
        let here = self.named(office).filter(|holder| self.is_here(holder));
        let both = here.filter(|holder| {
            let mut there = self.named(first).filter(|other| self.is_here(other));
            there.any(|other| other.person.id == holder.person.id)
        });
        let said = both.map(|holder| {
            let place = self.place_of(holder, Role::Office);
            let found = Diagnostic::new(Code::OfficesTogether, Severity::Hint, place);
            let found = found.with("name", self.name(holder.person));
            let found = found.with("first", uncapitalised(&first.label));
            found.with("second", uncapitalised(&office.label))
        });
        said.collect()
    }

    fn is_here(&self, holder: &Holder) -> bool {
        holder.held.includes(self.today)
    }

    fn vacant(&self, office: &Office) -> Option<Diagnostic> {
        let severity = match (office.required, office.recommended) {
            (true, _) => Severity::Warning,
            (false, true) => Severity::Hint,
            (false, false) => return None,
        };
        let found = Diagnostic::new(Code::OfficeVacant, severity, self.place());
        Some(of(found, office))
    }

    fn term(&self, office: &Office, holder: Holder) -> Vec<Diagnostic> {
        let Some(end) = holder.held.last_day(office) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let place = self.place_of(holder, Role::End);
        let say = |code, severity| {
            of(Diagnostic::new(code, severity, place.clone()), office).with("day", end)
        };
        let is_over = end < self.today;
        let is_near = office
            .remind_months
            .is_some_and(|months| later(self.today, months) >= end);
        if !self.is_followed(office, holder.person, end) {
            if is_over {
                found.push(say(Code::TermOver, Severity::Warning));
            } else if is_near && !self.has_successor(office) {
                let overlap = office.overlap_months;
                let ending = say(Code::TermEnding, Severity::Hint);
                found.push(ending.with("overlap", overlap));
            }
        }
        if let (Some(months), Some(longest)) = (office.term_months, holder.held.longest(office))
            && !office.extendable
            && end > longest
        {
            found.push(say(Code::TermLong, Severity::Hint).with("months", months));
        }
        found
    }

    /// Somebody begins beside the one who leaves later than the mandate's overlap wants.
    fn short_overlap(&self, office: &Office) -> Option<Diagnostic> {
        if office.overlap_months == 0 {
            return None;
        }
        let here = self.named(office).filter(|holder| self.is_here(holder));
        let ends = here.filter_map(|holder| Some((holder, holder.held.last_day(office)?)));
        let (leaving, last) = ends.min_by_key(|(_, last)| *last)?;
        let beside = office.successor.as_deref();
        let beside = beside.and_then(|id| self.profile.office(id));
        let coming = self
            .named(office)
            .chain(beside.into_iter().flat_map(|office| self.named(office)));
        let mut coming = coming.filter(|other| {
            other.person.id != leaving.person.id && other.held.end.is_none_or(|end| end > last)
        });
        let (next, begins) = coming.find_map(|other| Some((other, other.held.start?)))?;
        (later(begins, office.overlap_months) > last.succ_opt()?).then(|| {
            let place = self.place_of(next, Role::Start);
            let found = Diagnostic::new(Code::OverlapShort, Severity::Hint, place);
            let found = found
                .with("name", self.name(next.person))
                .with("day", begins);
            of(found, office)
                .with("last", last)
                .with("months", office.overlap_months)
        })
    }

    /// Whether somebody else has the office after that day.
    fn is_followed(&self, office: &Office, leaving: &Person, end: NaiveDate) -> bool {
        self.named(office).any(|other| {
            let last = other.held.last_day(office);
            other.person.id != leaving.id && last.is_none_or(|last| last > end)
        })
    }

    /// Whether somebody stands beside to take the office over.
    fn has_successor(&self, office: &Office) -> bool {
        let beside = office.successor.as_deref();
        let beside = beside.and_then(|id| self.profile.office(id));
        beside.is_some_and(|beside| self.named(beside).next().is_some())
    }

    /// More people hold an office than may; one who leaves within the overlap counts no more.
    fn crowded(&self, office: &Office, named: &[Holder]) -> Option<Diagnostic> {
        let most = usize::try_from(office.max?).ok()?;
        let soon = later(self.today, office.overlap_months);
        let stays = |holder: &&Holder| {
            let held = holder.held;
            held.includes(self.today)
                && (office.overlap_months == 0 || held.end.is_none_or(|end| end > soon))
        };
        let staying: Vec<_> = named.iter().filter(stays).collect();
        let last = staying.last().filter(|_| staying.len() > most)?;
        let found = Diagnostic::new(
            Code::OfficeCrowded,
            Severity::Warning,
            self.place_of(**last, Role::Office),
        );
        let found = of(found, office).with("max", most);
        Some(found.with("count", staying.len()))
    }

    /// Two offices should be shared between municipalities and region, and are not.
    fn same_side(&self, office: &Office, named: &[Holder]) -> Option<Diagnostic> {
        let other = self.profile.office(office.other_side_than.as_deref()?)?;
        let here = named.iter().find(|holder| self.is_here(holder))?;
        let there = self.named(other).find(|holder| self.is_here(holder))?;
        let side = self.side(here.person)?;
        // One person in both is said of the person.
        let is_one = here.person.id == there.person.id;
        let is_same = self.side(there.person) == Some(side) && !is_one;
        is_same.then(|| {
            Diagnostic::new(
                Code::SameSide,
                Severity::Hint,
                self.place_of_person(here.person, Role::Organisation),
            )
            .with("first", &other.label)
            .with("second", uncapitalised(&office.label))
            .with("side", side)
        })
    }

    fn membership(&self, rule: &Membership) -> Vec<Diagnostic> {
        let office = rule
            .office
            .as_deref()
            .and_then(|id| self.profile.office(id));
        let people = self.group.people.iter();
        let people = people.filter(|person| !rule.preparers || person.prepares_on(self.today));
        let others = rule.without.iter();
        let others: Vec<&Office> = others.filter_map(|id| self.profile.office(id)).collect();
        let is_other = |person: &Person| {
            let mut held = person
                .offices
                .iter()
                .filter(|held| held.includes(self.today));
            held.any(|held| others.iter().any(|office| is_called(held, office)))
        };
        let people = people.filter(|person| !is_other(person));
        let members: Vec<Holder> = people
            .filter_map(|person| self.counted(person, office))
            .collect();
        let mut found: Vec<Diagnostic> =
            self.miscount(rule, office, &members).into_iter().collect();
        found.extend(self.lacking(rule, &members));
        found.extend(self.leave_together(rule, office, &members));
        found.extend(self.unappointed(rule, &members));
        found
    }

    /// The office that counts a person in today: of that sort, or the first of any.
    fn counted(&self, person: &'a Person, office: Option<&Office>) -> Option<Holder<'a>> {
        let mut offices = person.offices.iter();
        let held = offices.find(|held| {
            held.includes(self.today) && office.is_none_or(|office| is_called(held, office))
        })?;
        Some(Holder { person, held })
    }

    /// Members of whom it does not stand who appointed them, and when.
    fn unappointed(&self, rule: &Membership, members: &[Holder]) -> Vec<Diagnostic> {
        let Some(by) = rule.appointed_by.as_deref() else {
            return Vec::new();
        };
        let lacking = members.iter().filter_map(|holder| {
            let said = &holder.held.appointed_by;
            let has_day = holder.held.start.is_some() || said.contains(char::is_numeric);
            let (role, lacks) = match (said.is_empty(), has_day) {
                (false, true) => return None,
                (true, true) => (Role::AppointedBy, "who"),
                (true, false) => (Role::AppointedBy, "both"),
                (false, false) => (Role::Start, "day"),
            };
            let place = self.place_of(*holder, role);
            let found = Diagnostic::new(Code::AppointmentUnsaid, Severity::Hint, place);
            let name = self.name(holder.person).to_owned();
            Some(found.with("name", name).with("by", by).with("lacks", lacks))
        });
        lacking.collect()
    }

    fn miscount(
        &self,
        rule: &Membership,
        office: Option<&Office>,
        members: &[Holder],
    ) -> Option<Diagnostic> {
        let count = u32::try_from(members.len()).unwrap_or(u32::MAX);
        let (bound, expected) = match (rule.exactly, rule.at_least, rule.at_most) {
            (Some(exactly), ..) if count != exactly => ("exactly", exactly),
            (None, Some(least), _) if count < least => ("at_least", least),
            (None, _, Some(most)) if count > most => ("at_most", most),
            _ => return None,
        };
        let found = Diagnostic::new(Code::MembershipCount, Severity::Warning, self.place());
        Some(
            found
                .with("among", if rule.preparers { "preparers" } else { "group" })
                .with(
                    "of",
                    match (office, rule.called.as_str()) {
                        (None, "") => "anyone",
                        (Some(_), "") => "office",
                        _ => "called",
                    },
                )
                .with("called", &rule.called)
                .with("office", office.map_or("", |office| &office.label))
                .with("bound", bound)
                .with("expected", expected)
                .with("count", count),
        )
    }

    /// The huvudmän of whom nobody is a member, where each must have one.
    fn lacking(&self, rule: &Membership, members: &[Holder]) -> Option<Diagnostic> {
        let sends = |name: &str| {
            members
                .iter()
                .any(|holder| holder.person.word(Role::Organisation) == name)
        };
        let parties = self.profile.parties.iter();
        let lacking: Vec<&str> = parties
            .filter(|party| rule.each_party && party.principal && !sends(&party.name))
            .map(|party| party.name.as_str())
            .collect();
        (!lacking.is_empty()).then(|| {
            Diagnostic::new(Code::PartyUnrepresented, Severity::Hint, self.place())
                .with("count", lacking.len())
                .with("parties", lacking.join(", "))
        })
    }

    /// Everybody's term ends at the same time, where they should leave by turns (växelvis avgång).
    fn leave_together(
        &self,
        rule: &Membership,
        office: Option<&Office>,
        members: &[Holder],
    ) -> Option<Diagnostic> {
        if !rule.alternating || members.len() < 2 {
            return None;
        }
        // One stays as long as one of the offices lasts, by what is said or else by the office's length.
        let leaves = |holder: &Holder| {
            let offices = holder.person.offices.iter();
            let offices =
                offices.filter(|held| office.is_none_or(|office| is_called(held, office)));
            let last = offices.filter_map(|held| {
                let mut known = self.profile.offices.iter();
                match known.find(|office| is_called(held, office)) {
                    Some(office) => held.last_day(office),
                    None => held.end,
                }
            });
            last.max()
        };
        // Whoever has no term, as one who is there by another office, leaves by no turn.
        let ends: Vec<NaiveDate> = members.iter().filter_map(leaves).collect();
        if ends.len() < 2 {
            return None;
        }
        let (first, last) = (ends.iter().min()?, ends.iter().max()?);
        (*last < later(*first, TOGETHER)).then(|| {
            let found = Diagnostic::new(Code::LeaveTogether, Severity::Warning, self.place());
            let together = if first == last { "yes" } else { "no" };
            let found = found.with("first", first).with("last", last);
            found.with("together", together)
        })
    }

    /// The people whom the group names as holders of an office, whatever their days.
    fn named(&self, office: &Office) -> impl Iterator<Item = Holder<'a>> {
        let people = self.group.people.iter();
        people.flat_map(move |person| {
            let held = person.offices.iter();
            held.filter(move |held| is_called(held, office))
                .map(move |held| Holder { person, held })
        })
    }

    /// The kind of the organisation that a person comes from.
    fn side(&self, person: &Person) -> Option<&'a str> {
        let name = person.word(Role::Organisation);
        let party = self.profile.parties.iter().find(|party| party.name == name);
        party.map(|party| party.kind.as_str())
    }

    fn place(&self) -> Place {
        Place {
            words: vec![self.kind.plural.clone()],
            ..self.root.clone()
        }
    }

    /// What a person is called; the kind's label where nobody has written a name.
    fn name(&self, person: &'a Person) -> &'a str {
        let name = person.word(Role::Name);
        if name.is_empty() {
            &self.kind.label
        } else {
            name
        }
    }

    /// The place of what is said of an office: a field of the person's own, or a row of the further offices.
    fn place_of(&self, holder: Holder<'a>, role: Role) -> Place {
        let further = with_role(&self.kind.fields, Role::Offices);
        let Some((row, field)) = holder.held.row.zip(further) else {
            return self.place_of_person(holder.person, role);
        };
        let place = self.place_of_person(holder.person, Role::Offices);
        let place = match with_role(&field.columns, role) {
            Some(column) => place.column(&column.id, &column.label),
            None => place,
        };
        place.row(row)
    }

    fn place_of_person(&self, person: &'a Person, role: Role) -> Place {
        let place = Place {
            object: person.id,
            words: vec![self.name(person).to_owned()],
            ..self.root.clone()
        };
        match with_role(&self.kind.fields, role) {
            Some(field) => place.field(&field.id, &field.label),
            None => place,
        }
    }
}

/// Names the office in a diagnostic, as its label and as it stands within a sentence.
fn of(found: Diagnostic, office: &Office) -> Diagnostic {
    found
        .with("office", &office.label)
        .with("as", uncapitalised(&office.label))
}

/// Whether an office stands beside another: the profile shares the two between the sides, or it is called vice to it.
fn is_beside(office: &Office, other: &Office) -> bool {
    let vice = office.label.to_lowercase();
    let vice = vice.strip_prefix("vice ").map(str::trim);
    vice == Some(&other.label.to_lowercase())
        || office.other_side_than.as_deref() == Some(other.id.as_str())
}

fn is_called(held: &Held, office: &Office) -> bool {
    held.office.to_lowercase() == office.label.to_lowercase()
}
