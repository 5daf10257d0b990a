//! Keeping a text within what the typesetter can take, whatever is pasted into it.
//!
//! Tried with Typst 0.15.1 and krilla 0.8.2: a line of more than 65,535 bytes makes the PDF writer panic, one of
//! more than about 16,000 glyphs breaks a rule of PDF/A, and 30,000 soft hyphens and zero-width spaces in turn
//! take minutes to set. No text that somebody writes comes near these bounds.

use unicode_normalization::char::canonical_combining_class;

/// How many characters may follow each other without a place where a line may end.
const LONGEST_WORD: usize = 1000;

/// How many marks a letter may carry: as many as in Unicode's Stream-Safe Text Format.
const MOST_MARKS: usize = 30;

/// How many spaces may follow each other.
const MOST_SPACES: usize = 100;

pub(crate) const SOFT_HYPHEN: char = '\u{ad}';
pub(crate) const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// A text that is written a character at a time and keeps within the bounds.
#[derive(Default)]
pub(crate) struct Bounded {
    text: String,
    /// Characters since a line might last have ended.
    word: usize,
    /// Marks on the last letter.
    marks: usize,
    /// Spaces since the last letter.
    spaces: usize,
}

impl Bounded {
    pub(crate) fn new(capacity: usize) -> Self {
        Self {
            text: String::with_capacity(capacity),
            ..Self::default()
        }
    }

    /// Writes a character, unless there is too much of its kind already.
    ///
    /// What goes is what cannot be seen: marks without a letter or beyond the thirtieth, places to break
    /// beside a space or each other, spaces beyond the hundredth. A word that is too long gets places where
    /// it may break.
    pub(crate) fn push(&mut self, c: char) {
        if canonical_combining_class(c) != 0 {
            self.push_mark(c);
        } else if c == SOFT_HYPHEN || c == ZERO_WIDTH_SPACE {
            if !self.ends_blank() {
                self.write(c);
            }
        } else if c.is_whitespace() && c != '\n' {
            self.spaces += 1;
            if self.spaces <= MOST_SPACES {
                self.write(c);
            }
        } else {
            self.spaces = 0;
            self.write(c);
        }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    fn push_mark(&mut self, c: char) {
        self.marks += 1;
        if self.marks <= MOST_MARKS && !self.ends_blank() {
            self.text.push(c);
            self.word += 1;
        }
    }

    fn write(&mut self, c: char) {
        let breaks = may_end_line(c);
        if self.word >= LONGEST_WORD && !breaks && c != SOFT_HYPHEN {
            self.text.push(ZERO_WIDTH_SPACE);
            self.word = 0;
        }
        self.word = if breaks { 0 } else { self.word + 1 };
        self.marks = 0;
        self.text.push(c);
    }

    fn ends_blank(&self) -> bool {
        let last = self.text.chars().next_back();
        last.is_none_or(|c| c.is_whitespace() || c == SOFT_HYPHEN || c == ZERO_WIDTH_SPACE)
    }
}

/// Whether [`Bounded`] would write a text without marks as it is, as nearly every text is.
pub(crate) fn is_within(text: &str) -> bool {
    let (mut word, mut spaces) = (0, 0);
    text.chars().all(|c| {
        word = if may_end_line(c) { 0 } else { word + 1 };
        let is_space = c.is_whitespace() && c != '\n';
        spaces = if is_space { spaces + 1 } else { 0 };
        let breaks = matches!(c, SOFT_HYPHEN | ZERO_WIDTH_SPACE);
        !breaks && word <= LONGEST_WORD && spaces <= MOST_SPACES
    })
}

/// Whether a line may always end after the character. After a soft hyphen it may not where a layout has
/// switched hyphenation off.
fn may_end_line(c: char) -> bool {
    let hard_space = matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}');
    c == ZERO_WIDTH_SPACE || (c.is_whitespace() && !hard_space)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(bounded(text), expected);
        assert_eq!(bounded(expected), expected);
    }

    #[test]
    fn ordinary_text_is_written_as_it_is() {
        let text = "Ett två,\n\n  tre\u{ad}fyra \u{a0}\u{a0}x\u{30a}";
        check(text, text);
    }

    #[test]
    fn what_is_within_the_bounds_is_written_as_it_is() {
        let word = "å".repeat(LONGEST_WORD);
        let spaces = " \u{a0}".repeat(MOST_SPACES / 2);
        for within in ["", "Ett två,\n\n  tre", &word, &spaces] {
            assert!(is_within(within));
            assert_eq!(bounded(within), within);
        }
        for beyond in [word + "å", spaces + " ", "a\u{ad}b".to_owned()] {
            assert!(!is_within(&beyond), "{beyond}");
        }
    }

    #[test]
    fn a_word_beyond_a_thousand_characters_may_break() {
        let word = "å".repeat(1000);
        check(&word, &word);
        check(&word.repeat(2), &format!("{word}\u{200b}{word}"));
        let glued = "a\u{a0}".repeat(500);
        check(&glued.repeat(2), &format!("{glued}\u{200b}{glued}"));
    }

    #[test]
    fn a_place_to_break_is_not_put_between_a_letter_and_its_marks() {
        let word = "a".repeat(999);
        check(
            &format!("{word}x\u{30a}y"),
            &format!("{word}x\u{30a}\u{200b}y"),
        );
    }

    #[test]
    fn a_letter_carries_thirty_marks() {
        let marked = format!("e{}", "\u{301}".repeat(30));
        check(&format!("{marked}\u{301}\u{301}f"), &format!("{marked}f"));
    }

    #[test]
    fn marks_without_a_letter_go() {
        check(" \u{301}a\n\u{301}b", " a\nb");
    }

    #[test]
    fn places_to_break_do_not_pile_up() {
        check(
            "a\u{ad}\u{200b}\u{ad}b \u{200b} c\u{200b} d",
            "a\u{ad}b  c\u{200b} d",
        );
    }

    #[test]
    fn no_more_than_a_hundred_spaces_follow_each_other() {
        check(
            &format!("a{}b", " ".repeat(101)),
            &format!("a{}b", " ".repeat(100)),
        );
        check(&"\t\u{200b}".repeat(200), &"\t".repeat(100));
    }

    #[test]
    fn what_is_within_the_bounds_stays_as_it_is() {
        let alphabet = [
            'a',
            'å',
            '\u{a0}',
            ' ',
            '\n',
            SOFT_HYPHEN,
            ZERO_WIDTH_SPACE,
            '\u{301}',
        ];
        let mut seed = 1_u64;
        for round in 0..200 {
            // In every other round the places to break are rare, so that long words come about.
            let most = if round % 2 == 0 { 8 } else { 3 };
            let text: String = (0..4000)
                .map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    let pick = usize::try_from(seed >> 40).unwrap();
                    let rare = pick % 1500 == 0;
                    alphabet[pick % if rare { 8 } else { most }]
                })
                .collect();
            let once = bounded(&text);
            assert!(bounded(&once) == once, "round {round}");
        }
    }

    fn bounded(text: &str) -> String {
        let mut out = Bounded::new(text.len());
        text.chars().for_each(|c| out.push(c));
        out.into_text()
    }
}
