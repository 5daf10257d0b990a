//! How long a text is, and how a title ends.

use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::markdown;
use crate::paper::Printed;
use crate::schema::Field;

/// About how many characters a line on the page has.
const LINE: usize = 70;

/// A text is at most so many characters, or takes about so many lines on the page. It is said once.
pub(super) fn length(text: &str, field: &Field, place: &Place) -> Vec<Diagnostic> {
    let new = |code, severity| Diagnostic::new(code, severity, place.clone());
    let length = text.chars().count();
    if let Some(max) = field.max.filter(|max| length > *max) {
        let found = new(Code::TextTooLong, Severity::Warning).with("unit", "characters");
        return vec![found.with("length", length).with("max", max)];
    }
    let Some((fewest, most)) = field.lines else {
        return Vec::new();
    };
    let lines = lines(text);
    if lines > most {
        let found = new(Code::TextTooLong, Severity::Warning).with("unit", "lines");
        vec![found.with("length", lines).with("max", most)]
    } else if lines < fewest && field.none.as_deref() != Some(text.trim()) {
        let found = new(Code::TextTooShort, Severity::Hint);
        vec![found.with("lines", lines).with("fewest", fewest)]
    } else {
        Vec::new()
    }
}

fn lines(text: &str) -> usize {
    text.lines()
        .map(|line| line.chars().count().div_ceil(LINE))
        .sum()
}

/// Returns the text of a value that is one, else nothing: only texts have a length.
pub(super) fn plain(value: &Printed) -> String {
    match value {
        Printed::Line(text) => text.clone(),
        Printed::Text(blocks) => markdown::plain(blocks),
        _ => String::new(),
    }
}

/// A full stop, but not that of an abbreviation ("m.m.", "A.L.", "etc.") or of an ellipsis.
pub(super) fn ends_with_full_stop(text: &str) -> bool {
    const SHORT: &[&str] = &[
        "etc", "osv", "mm", "mfl", "dyl", "resp", "st", "kap", "nr", "dnr", "kl",
    ];
    let Some(rest) = text.trim_end().strip_suffix('.') else {
        return false;
    };
    let word = rest.rsplit(char::is_whitespace).next().unwrap_or_default();
    !(word.contains('.') || SHORT.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_with_a_full_stop_or_with_an_abbreviation() {
        let check = |title, ends| assert_eq!(ends_with_full_stop(title), ends, "{title:?}");
        check("Utbildning i rutinen.", true);
        check("Utbildning i rutinen. ", true);
        for none in [
            "Utbildning i rutinen",
            "Larm, lås m.m.",
            "Stöd av A.L.",
            "Larm, lås etc.",
            "Vad händer sedan?",
            "Och sedan …",
            "Och sedan...",
        ] {
            check(none, false);
        }
    }

    #[test]
    fn lines_are_counted_as_the_page_breaks_them() {
        let check = |text: &str, expected| assert_eq!(lines(text), expected, "{text:?}");
        check("", 0);
        check("Kort.", 1);
        check(&"a".repeat(70), 1);
        check(&"a".repeat(71), 2);
        check("Ett stycke.\nEtt till.", 2);
    }
}
