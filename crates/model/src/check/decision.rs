//! Decision points by the form of the house: clauses after "beslutar att", or sentences that stand by themselves.

use super::{own_cells, place_of, root_of, short};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::paper::{Cell, Context, DecisionPoints, Paper, Printed};

/// Returns what departs from the form of each decision's mode.
pub(super) fn all(paper: &Paper, context: &Context) -> Vec<Diagnostic> {
    let root = root_of(paper);
    let own = own_cells(paper).flat_map(|cell| of(cell, &root, context));
    let mut found: Vec<Diagnostic> = own.collect();
    for (_, item) in paper.items() {
        let place = place_of(paper, item);
        let cells = item.fields.iter();
        found.extend(cells.flat_map(|cell| of(cell, &place, context)));
    }
    found
}

fn of(cell: &Cell, place: &Place, context: &Context) -> Vec<Diagnostic> {
    let Some(Printed::Decision(decision)) = &cell.value else {
        return Vec::new();
    };
    let place = place.field(&cell.id, &cell.label);
    let points = decision.points.iter().enumerate();
    let wrong = points.flat_map(|(index, point)| {
        let place = place.row(index + 1);
        wrong(decision, point).into_iter().map(move |why| {
            Diagnostic::new(Code::DecisionForm, Severity::Warning, place.clone())
                .with("why", why)
                .with("point", short(point))
        })
    });
    let points = decision.points.iter().enumerate();
    let unfilled = points.filter(|(_, point)| leaves_out(point));
    let unfilled = unfilled.map(|(index, point)| {
        Diagnostic::new(
            Code::PhraseUnfilled,
            Severity::Warning,
            place.row(index + 1),
        )
        .with("point", short(point))
    });
    let nobody = names_nobody(decision, context).then(|| {
        Diagnostic::new(Code::DecisionForm, Severity::Blocking, place.clone())
            .with("why", "body")
            .with("point", "")
    });
    nobody.into_iter().chain(wrong).chain(unfilled).collect()
}

/// The opening names a body, and none is chosen.
fn names_nobody(decision: &DecisionPoints, context: &Context) -> bool {
    let mut modes = context.profile.decision_modes.iter();
    let mode = modes.find(|mode| mode.id == decision.mode);
    decision.body.label.trim().is_empty()
        && mode.is_some_and(|mode| mode.opening.contains("{body}"))
}

/// Says in codes what is wrong with a point.
fn wrong(decision: &DecisionPoints, point: &str) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    let is_stopped = point.ends_with('.');
    if decision.form == "clauses" {
        match begins_with_infinitive(point) {
            true => {}
            false if begins_with_infinitive(&uncapitalised(point)) => wrong.push("lower"),
            false => wrong.push("infinitive"),
        }
        if is_stopped {
            wrong.push("stopped");
        }
    } else {
        if !point.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
            wrong.push("capital");
        }
        if !is_stopped {
            wrong.push("unstopped");
        }
    }
    if has_several(point) {
        wrong.push("several");
    }
    if leans(point) {
        wrong.push("leans");
    }
    wrong
}

/// Returns a text as it stands within a sentence: its first letter is small.
#[must_use]
pub fn uncapitalised(point: &str) -> String {
    let mut letters = point.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// Returns a text as it begins a sentence: its first letter is large.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A Swedish infinitive is a word in lower case that ends with a, or one of the short verbs and their compounds.
fn begins_with_infinitive(point: &str) -> bool {
    const SHORT: &[&str] = &[
        "ge", "se", "be", "le", "ske", "bli", "få", "gå", "stå", "slå", "må", "nå", "fly", "bero",
        "bo", "tro", "ro",
    ];
    let mut words = point.split_whitespace();
    let first = match words.next() {
        Some("inte" | "ej") => words.next(),
        first => first,
    };
    first.is_some_and(|word| {
        let word = word.trim_end_matches(',');
        word.chars().count() > 1
            && word.chars().all(char::is_lowercase)
            && (word.ends_with('a') || SHORT.iter().any(|verb| word.ends_with(verb)))
    })
}

/// A sign of omission that stands as a word is what a phrase has where something is to be written; after a word it only
/// says that the word goes on.
fn leaves_out(point: &str) -> bool {
    const AROUND: &[char] = &['”', '"', '’', '(', ')', ',', ';', ':'];
    point.split_whitespace().any(|word| {
        let bare = word.trim_matches(AROUND);
        bare.trim_end_matches('.') == "…" || (bare.len() > 2 && bare.chars().all(|c| c == '.'))
    })
}

/// Two actions in one point cannot be decided apart.
fn has_several(point: &str) -> bool {
    let joined = [" samt att ", " och att ", "; "]
        .iter()
        .any(|joint| point.contains(joint));
    let mut parts = point.split(" samt ");
    joined || parts.nth(1).is_some_and(begins_with_infinitive)
}

/// It is copied into the minutes, where nobody sees the proposal that it leans on.
fn leans(point: &str) -> bool {
    let point = point.to_lowercase();
    [
        "föreliggande förslag",
        "enligt förslaget",
        "enligt förslag",
        "enligt ovan",
        "i enlighet med förslaget",
    ]
    .iter()
    .any(|words| point.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_begins_with_an_infinitive() {
        for point in [
            "fastställa planen",
            "ge gruppen i uppdrag",
            "föreslå nämnden",
            "utse en ledamot",
            "inte bevilja medel",
            "överse planen",
        ] {
            assert!(begins_with_infinitive(point), "{point}");
        }
        for point in [
            "Fastställa planen",
            "att fastställa",
            "planen fastställs",
            "",
            "2 ledamöter",
        ] {
            assert!(!begins_with_infinitive(point), "{point}");
        }
    }

    #[test]
    fn a_sign_of_omission_alone_is_left_out() {
        for point in [
            "avsätta … kr för planen",
            "utse …",
            "uppdra åt … att återrapportera senast den ….",
            "anta hållningen gentemot …: att bygga ut",
            "lyfta området ”…” till styrelsen",
            "avsätta ... kr",
            "…",
        ] {
            assert!(leaves_out(point), "{point}");
        }
        for point in [
            "fastställa planen",
            "notera a, b och så vidare…",
            "utse A. B.",
            "",
        ] {
            assert!(!leaves_out(point), "{point}");
        }
    }

    #[test]
    fn one_action_stands_in_a_point() {
        assert!(has_several("godkänna planen samt att ge gruppen i uppdrag"));
        assert!(has_several("avsätta 20 000 kr samt utse en ledamot"));
        assert!(!has_several("godkänna planen och budgeten"));
        assert!(!has_several("fastställa planen samt budgeten"));
    }
}
