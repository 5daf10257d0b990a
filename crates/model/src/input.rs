//! What people type and paste, as values; and values as Swedish text where no layout does it.
//!
//! Every function gives none for what it does not understand, so that nothing is guessed: the field then keeps what
//! was typed and says what is expected.

mod date;
mod day_list;
mod figure;
mod time_of_day;

pub use date::{date, long_date, no_such_day, week};
pub use day_list::{DaySpan, day_list};
pub use figure::{is_money, kronor, money, number};
pub use time_of_day::{Minutes, backwards, clock, span, time_of_day};

/// Returns whether the answer is yes, or none where it is no answer: `ja`, `x`, `true`, `1` or `nej`, `false`, `0`.
#[must_use]
pub fn yes(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "ja" | "x" | "true" | "1" => Some(true),
        "nej" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// Returns the text without control characters other than line ends and tabs.
///
/// All kinds of line ends become `\n`, those too that Word puts in a cell (vertical tab) and between pages.
#[must_use]
pub fn control_free(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\n' | '\t' => out.push(character),
            _ if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => {}
            _ => out.push(character),
        }
    }
    out
}

/// Whether nobody sees a character that stands alone: white space, what has no width, an accent without its letter.
pub(crate) fn is_invisible(character: char) -> bool {
    let without_width = matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    );
    character.is_whitespace() || character.is_control() || without_width || is_mark(character)
}

/// Whether a character belongs to the one before it: an accent, or what says how that one is drawn.
pub(crate) const fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_yes_or_no_or_none() {
        let check = |typed, expected| assert_eq!(yes(typed), expected, "{typed:?}");
        for typed in ["ja", " Ja ", "X", "true", "1"] {
            check(typed, Some(true));
        }
        for typed in ["nej", "NEJ", "false", "0"] {
            check(typed, Some(false));
        }
        for typed in ["", "kanske", "ja nej", "2", "-"] {
            check(typed, None);
        }
    }

    #[test]
    fn control_characters_go_and_line_ends_are_of_one_kind() {
        let check = |typed, expected| assert_eq!(control_free(typed), expected, "{typed:?}");
        check("a\r\nb\rc\nd\te", "a\nb\nc\nd\te");
        check("a\u{0}b\u{1b}[1mc\u{7f}\u{9b}", "ab[1mc");
        check("a\u{b}b\u{2028}c", "a\nb\nc");
        check("å\u{a0}ä\u{202f}ö – 👩‍⚕️", "å\u{a0}ä\u{202f}ö – 👩‍⚕️");
    }
}
