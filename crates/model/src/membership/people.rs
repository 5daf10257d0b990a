//! The people themselves: nobody stands twice, and a substitute can come.

use super::Seen;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::group::Person;
use crate::term::Held;
use crate::vocabulary::Role;

impl<'a> Seen<'a> {
    /// People who stand twice, and substitutes who cannot come: oneself, one who is oneself replaced by the same, or one
    /// who has left.
    pub(super) fn people(&self) -> Vec<Diagnostic> {
        let people = &self.group.people;
        let mut found = Vec::new();
        for (index, person) in people.iter().enumerate() {
            let is_same = |other: &Person| {
                let same = |role| person.word(role) == other.word(role);
                same(Role::Name) && same(Role::Organisation)
            };
            let is_named = !person.word(Role::Name).is_empty();
            if is_named && people[..index].iter().any(is_same) {
                let place = self.place_of_person(person, Role::Name);
                let twice = Diagnostic::new(Code::PersonTwice, Severity::Hint, place);
                found.push(twice.with("name", self.name(person)));
            }
            found.extend(self.unfit_substitute(person));
        }
        found
    }

    fn unfit_substitute(&self, person: &'a Person) -> Option<Diagnostic> {
        let substitute = self.group.person(person.substitute?)?;
        let has_left = || {
            let mut offices = substitute.offices.iter();
            let is_over = |held: &Held| held.end.is_some_and(|end| end < self.today);
            !substitute.offices.is_empty() && offices.all(is_over)
        };
        let why = match () {
            () if substitute.id == person.id => "self",
            () if substitute.substitute == Some(person.id) => "each-other",
            () if has_left() => "left",
            () => return None,
        };
        let place = self.place_of_person(person, Role::Substitute);
        let found = Diagnostic::new(Code::SubstituteUnfit, Severity::Hint, place);
        let found = found.with("name", self.name(person)).with("why", why);
        Some(found.with("substitute", self.name(substitute)))
    }
}
