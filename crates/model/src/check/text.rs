//! What texts say: the method, the follow-up, the reasons, and who is responsible.
//!
//! Whether a text is good is for its readers. These checks only find what is certainly too thin, and let the rest be:
//! a warning that is wrong once is not read the next time.

use super::Seen;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::paper::Printed;
use crate::vocabulary::Role;

/// The responsible person has a role in the group.
pub(super) fn responsible(seen: &Seen) -> Vec<Diagnostic> {
    let Some(Printed::Person(person)) = seen.value(Role::Responsible) else {
        return Vec::new();
    };
    if !person.office.is_empty() {
        return Vec::new();
    }
    let named = [&person.name, &person.organisation];
    let named = named.into_iter().find(|word| !word.is_empty());
    vec![
        seen.at(
            Role::Responsible,
            Code::ResponsibleOutside,
            Severity::Warning,
        )
        .with("named", if named.is_some() { "yes" } else { "no" })
        .with("person", named.map_or("", String::as_str)),
    ]
}

/// The method says how it is done.
pub(super) fn method(seen: &Seen) -> Vec<Diagnostic> {
    let text = seen.text(Role::Method);
    if text.is_empty() || says_how(&text) {
        return Vec::new();
    }
    vec![seen.at(Role::Method, Code::MethodNoSentence, Severity::Warning)]
}

/// The follow-up names a time or a measure.
pub(super) fn follow_up(seen: &Seen) -> Vec<Diagnostic> {
    let text = seen.text(Role::FollowUp);
    if text.is_empty() || says_when_or_what(&text) {
        return Vec::new();
    }
    vec![seen.at(
        Role::FollowUp,
        Code::FollowUpUnmeasurable,
        Severity::Warning,
    )]
}

/// A status that departs from the plan is explained.
pub(super) fn deviations(seen: &Seen) -> Vec<Diagnostic> {
    match seen.value(Role::Status) {
        Some(Printed::Choice(status)) if status.deviates && seen.text(Role::Comment).is_empty() => {
            let found = seen.at(
                Role::Comment,
                Code::DeviationUnexplained,
                Severity::Blocking,
            );
            vec![found.with("status", &status.label)]
        }
        _ => Vec::new(),
    }
}

/// Two words with the end of a sentence, six without, or several lines, as of a list of steps.
fn says_how(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let ends = text.contains(['.', '!', '?', ':']);
    words >= 6 || (words >= 2 && ends) || (words >= 3 && text.lines().count() > 1)
}

/// A figure, a time or a measure, as far as words tell.
fn says_when_or_what(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    text.contains(|c: char| c.is_ascii_digit() || c == '%')
        || PARTS.iter().any(|part| text.contains(part))
        || words
            .any(|word| STARTS.iter().any(|start| word.starts_with(start)) || WHOLE.contains(&word))
}

/// Parts of Swedish words that name a time or a measure wherever they stand: "brukarenkät", "halvårsvis".
const PARTS: &[&str] = &[
    "januari",
    "februari",
    "april",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
    "kvartal",
    "tertial",
    "halvår",
    "helår",
    "delår",
    "termin",
    "månad",
    "årsskift",
    "årsrapport",
    "årsredovisn",
    "slutrapport",
    "slutredovisn",
    "indikator",
    "nyckeltal",
    "enkät",
    "mätning",
    "antal",
    "procent",
    "statistik",
    "intervju",
    "register",
];

/// Beginnings of words that name a time or a measure.
const STARTS: &[&str] = &[
    "andel", "mät", "årlig", "årsvis", "daglig", "varje", "veck", "räkna", "jämför",
];

/// Words that name a time by themselves.
const WHOLE: &[&str] = &[
    "mars", "maj", "juni", "juli", "våren", "sommaren", "hösten", "vintern", "efter", "före",
    "innan", "halvtid",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_says_how_or_only_names_something() {
        let check = |text, says| assert_eq!(says_how(text), says, "{text:?}");
        for thin in [
            "Utbildning",
            "Möten",
            "Workshop.",
            "Möten och dialog",
            "Enligt bilaga",
        ] {
            check(thin, false);
        }
        for enough in [
            "Varje kommun utbildar två handledare.",
            "Vi utbildar två handledare i varje kommun",
            "Kartläggning\nUtbildning\nUppföljning",
            "Tre steg: kartlägg, utbilda, följ upp",
            "Vi provar.",
        ] {
            check(enough, true);
        }
    }

    #[test]
    fn a_follow_up_names_a_time_or_a_measure_or_neither() {
        let check = |text, says| assert_eq!(says_when_or_what(text), says, "{text:?}");
        for vague in [
            "Följs upp löpande i gruppen.",
            "Vid behov.",
            "Ansvarig återkopplar till gruppen.",
            "Dialog med handeln om utvecklingen.",
            "Majoriteten ska vara nöjd.",
            "Rapporteras till gruppen.",
        ] {
            check(vague, false);
        }
        for clear in [
            "Enkät direkt efter utbildningen.",
            "Brukarenkät.",
            "Den 12 september.",
            "I maj.",
            "Andelen som har fått en plan.",
            "Varje möte.",
            "Redovisas i halvårsrapporten.",
            "75 % av personalen har gått utbildningen.",
            "När hösten är slut.",
        ] {
            check(clear, true);
        }
    }
}
