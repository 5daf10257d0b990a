//! Which characters can be printed, and what is printed for those that cannot.
//!
//! A character without a glyph stops a PDF/A export, and so do some that have one (U+FEFF, private use).
//! Whoever writes `data.json` lets every text through [`printable()`], and shows what
//! [`unprintable()`] finds where the text is written.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

use crate::bounds::{Bounded, SOFT_HYPHEN, ZERO_WIDTH_SPACE, is_within};
use crate::fonts::covers;

/// What is printed for a character without a glyph.
pub const REPLACEMENT: char = '□';

/// Returns the text as it can be printed.
///
/// - It is composed (NFC): a followed by U+030A becomes å.
/// - Line breaks of every kind (CR LF, CR, U+000B, U+000C, U+0085, U+2028, U+2029) become `\n`; tabs stay.
/// - Other control characters go, and so do invisible ones: direction marks, joiners, variation selectors,
///   byte order marks. The soft hyphen and the zero-width space stay, for they say where a word may break.
/// - Spaces of unusual width become plain ones, unless the fonts have them.
/// - Anything else without a glyph becomes [`REPLACEMENT`].
/// - What no one writes is kept within bounds: a word of more than 1,000 characters gets zero-width spaces where
///   it may break, and marks without a letter, more than 30 of them on one, more than 100 spaces in a row go.
///
/// Done twice it changes nothing more.
pub fn printable(text: &str) -> String {
    let is_plain_text = text.chars().all(is_plain);
    if is_plain_text && is_within(text) {
        return text.to_owned();
    }
    let mut out = Bounded::new(text.len());
    if is_plain_text {
        text.chars().for_each(|c| out.push(c));
        return out.into_text();
    }
    for (_, cluster) in clusters(text) {
        if let Some(c) = plain(cluster) {
            out.push(c);
            continue;
        }
        for c in composed(cluster) {
            match fate(c) {
                Fate::Kept => out.push(c),
                Fate::Decomposed => decompose_canonical(c, |part| out.push(part)),
                Fate::Became(other) => out.push(other),
                Fate::Lacking => out.push(REPLACEMENT),
            }
        }
    }
    out.into_text()
}

/// Returns the characters that [`printable()`] replaces by [`REPLACEMENT`], with their places as byte
/// offsets in `text`.
///
/// What only goes unseen (control characters, joiners) is not listed: nothing that can be read is lost.
pub fn unprintable(text: &str) -> Vec<(usize, char)> {
    if text.chars().all(is_plain) {
        return Vec::new();
    }
    clusters(text)
        .flat_map(|(start, cluster)| {
            let lacking = composed(cluster).filter(|c| matches!(fate(*c), Fate::Lacking));
            lacking.map(move |c| (start + cluster.find(c).unwrap_or(0), c))
        })
        .collect()
}

/// Returns the only character of a cluster that is printed as it is: most text is made of these, and they
/// are let through without being taken apart.
fn plain(cluster: &str) -> Option<char> {
    let mut characters = cluster.chars();
    let (first, second) = (characters.next()?, characters.next());
    (second.is_none() && is_plain(first)).then_some(first)
}

fn is_plain(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='~' | '\u{a0}'..='ÿ' | '–' | '”')
}

/// What becomes of a character.
enum Fate {
    Kept,
    /// The fonts lack it, but have the parts it is made of.
    Decomposed,
    Became(char),
    Lacking,
}

fn fate(c: char) -> Fate {
    match c {
        '\n' | '\t' | SOFT_HYPHEN | ZERO_WIDTH_SPACE => Fate::Kept,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Became('\n'),
        _ if is_private(c) => Fate::Lacking,
        _ if covers(c) => Fate::Kept,
        _ if c.is_whitespace() => Fate::Became(' '),
        _ if parts_are_covered(c) => Fate::Decomposed,
        _ => Fate::Lacking,
    }
}

/// Returns a cluster's characters as they stand when what is not printed is gone.
fn composed(cluster: &str) -> impl Iterator<Item = char> {
    cluster.chars().filter(|c| !goes(*c)).nfc()
}

/// Whether the character leaves nothing behind.
fn goes(c: char) -> bool {
    let breaks = matches!(c, '\n' | '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
    (c.is_control() && !breaks) || is_invisible(c)
}

fn parts_are_covered(c: char) -> bool {
    let (mut parts, mut all) = (0, true);
    decompose_canonical(c, |part| {
        parts += 1;
        all &= covers(part);
    });
    parts > 1 && all
}

/// Whether Unicode calls the character default-ignorable (DerivedCoreProperties.txt, Unicode 17), or it
/// is one of the interlinear annotation marks: it is not meant to be seen.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200c}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether the character's meaning is private to whoever wrote it. PDF/A-2a and 3a forbid these.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Cuts the text where composing cannot reach across, even when what goes has gone, and CR LF as one.
fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (cluster, after) = rest.split_at(cluster_length(rest)?);
        rest = after;
        // Of CR LF the LF is left, and one line break comes of it.
        let lf = cluster.strip_prefix('\r').filter(|lf| lf.starts_with('\n'));
        let cluster = lf.unwrap_or(cluster);
        Some((text.len() - after.len() - cluster.len(), cluster))
    })
}

fn cluster_length(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    let (_, first) = characters.next()?;
    let end = characters.find(|(_, c)| {
        let crlf = first == '\r' && *c == '\n';
        !(crlf || canonical_combining_class(*c) != 0 || goes(*c))
    });
    Some(end.map_or(text.len(), |(end, _)| end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(printable(text), expected, "{text:?}");
    }

    #[test]
    fn swedish_text_stays_as_it_is() {
        check(
            "Vård – ”omsorg”, 1\u{a0}000 kr, 75 % §\u{202f}4\n\tåäöÅÄÖé",
            "Vård – ”omsorg”, 1\u{a0}000 kr, 75 % §\u{202f}4\n\tåäöÅÄÖé",
        );
    }

    #[test]
    fn a_letter_and_its_ring_become_one() {
        check("va\u{30a}rd o\u{308}ver", "vård över");
        check("va\u{200d}\0\u{30a}rd", "vård");
    }

    #[test]
    fn every_kind_of_line_break_becomes_one() {
        check("a\r\nb\rc\u{b}d\u{2028}e\u{85}f", "a\nb\nc\nd\ne\nf");
        check("a\r\r\nb\n\nc", "a\n\nb\n\nc");
        check("a\r\u{30a}b", "a\nb");
    }

    #[test]
    fn control_characters_and_invisible_ones_go() {
        check("a\0b\u{7}c\u{202e}d\u{200d}e\u{feff}f\u{fe0f}g", "abcdefg");
    }

    #[test]
    fn places_where_a_word_may_break_stay() {
        check("hand\u{ad}lings\u{200b}plan", "hand\u{ad}lings\u{200b}plan");
    }

    #[test]
    fn spaces_of_other_widths_become_spaces() {
        check("a\u{2003}b\u{3000}c", "a b c");
    }

    #[test]
    fn a_character_without_a_glyph_becomes_a_box() {
        check("bra 👍, 家 och \u{fffd}", "bra □, □ och □");
        check("\u{e000}", "□");
    }

    #[test]
    fn plain_characters_are_printed_as_they_are() {
        for c in ('\u{0}'..='\u{ffff}').filter(|c| is_plain(*c)) {
            assert!(matches!(fate(c), Fate::Kept) && !goes(c), "{c:?}");
        }
    }

    #[test]
    fn what_becomes_a_box_is_listed_with_its_place() {
        assert_eq!(unprintable("å👍\u{200d}b家"), [(2, '👍'), (10, '家')]);
        assert_eq!(unprintable("a\u{30a}\r\n\tb\0"), []);
        assert_eq!(unprintable("\r\n\u{1abe}"), [(2, '\u{1abe}')]);
    }

    #[test]
    fn as_many_are_listed_as_become_boxes() {
        for c in samples() {
            let text = format!("a{c}b");
            let boxes = printable(&text).matches(REPLACEMENT).count();
            let typed = usize::from(c == REPLACEMENT);
            assert_eq!(unprintable(&text).len() + typed, boxes, "{c:?}");
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing() {
        for c in samples() {
            let once = printable(&format!("a{c}\u{30a}b"));
            assert_eq!(printable(&once), once, "{c:?}");
        }
    }

    /// The whole first plane, emoji and musical signs, tags, and some that are private.
    fn samples() -> impl Iterator<Item = char> {
        let first = '\u{0}'..='\u{ffff}';
        let rest = ['\u{1d000}'..='\u{1faff}', '\u{e0000}'..='\u{e01ff}'];
        let private = '\u{10ff00}'..='\u{10ffff}';
        first.chain(rest.into_iter().flatten()).chain(private)
    }
}
