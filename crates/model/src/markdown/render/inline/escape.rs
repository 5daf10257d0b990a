//! Which characters need a backslash; as few as possible, since people read the stored text and its differences.

use crate::markdown::Span;

/// What of a leaf decides about its escapes.
pub(super) struct Escape {
    brackets: bool,
}

impl Escape {
    /// A bracket is only a character unless there is a link, or what would read as one.
    pub(super) fn new(spans: &[Span]) -> Self {
        let linked = spans.iter().any(|span| span.link.is_some());
        let like_a_link = |span: &Span| {
            ["](", "][", "]:"]
                .iter()
                .any(|mark| span.text.contains(mark))
        };
        Self {
            brackets: linked || spans.iter().any(like_a_link),
        }
    }

    /// Writes a span's characters.
    pub(super) fn text(&self, out: &mut String, span: &Span) {
        let mut before = None;
        for (at, character) in span.text.char_indices() {
            let after = &span.text[at + character.len_utf8()..];
            if self.needed(before, character, after) {
                out.push('\\');
            }
            out.push(character);
            before = Some(character);
        }
    }

    fn needed(&self, before: Option<char>, character: char, after: &str) -> bool {
        let next = after.chars().next();
        match character {
            '*' | '`' => true,
            '_' => {
                !(before.is_some_and(char::is_alphanumeric)
                    && next.is_some_and(char::is_alphanumeric))
            }
            '\\' => next.is_none_or(|next| next == '\n' || next.is_ascii_punctuation()),
            '[' | ']' => self.brackets,
            '!' => self.brackets && next.is_none(),
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
            '&' => is_entity(after),
            _ => false,
        }
    }
}

/// Writes a link's target; what could end it or be decoded is escaped.
pub(super) fn target(out: &mut String, target: &str) {
    for (at, character) in target.char_indices() {
        let after = &target[at + character.len_utf8()..];
        if matches!(
            character,
            '(' | ')' | '<' | '>' | '\\' | '`' | '*' | '[' | ']'
        ) || character == '&' && is_entity(after)
        {
            out.push('\\');
        }
        out.push(character);
    }
}

/// Returns whether `<…>` around the text is this link.
pub(super) fn is_autolink(span: &Span) -> bool {
    let is_web = span.text.starts_with("https://") || span.text.starts_with("http://");
    let harmless =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$'()+,;=%".contains(&byte);
    is_web && span.link.as_ref() == Some(&span.text) && span.text.bytes().all(harmless)
}

/// Returns whether an ampersand before the text begins a character's name, such as `&amp;`.
fn is_entity(after: &str) -> bool {
    let name = after.strip_prefix('#').unwrap_or(after);
    let rest = name.trim_start_matches(|character: char| character.is_ascii_alphanumeric());
    rest.len() < name.len() && rest.starts_with(';')
}
