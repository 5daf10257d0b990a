//! What a single line can be.

use std::borrow::Cow;

/// The mark of a list item.
pub(super) struct Marker {
    /// `-`, `+` or `*`; after a number `.` or `)`.
    pub sign: char,
    /// The number of an ordered item.
    pub number: Option<u32>,
    /// The column where the item's text stands.
    pub width: usize,
    /// Whether nothing follows on the line.
    pub empty: bool,
}

/// Returns the line with the tabs before its text, and those around list marks, as spaces up to each fourth column.
pub(super) fn expand_tabs(line: &str) -> Cow<'_, str> {
    if !line.contains('\t') {
        return Cow::Borrowed(line);
    }
    let mut out = String::new();
    let mut rest = line;
    loop {
        let text = rest.trim_start_matches([' ', '\t']);
        for character in rest[..rest.len() - text.len()].chars() {
            let width = if character == '\t' {
                4 - out.len() % 4
            } else {
                1
            };
            out.extend(std::iter::repeat_n(' ', width));
        }
        let length = sign(text).map_or(0, |(_, _, length)| length);
        out.push_str(&text[..length]);
        rest = &text[length..];
        if length == 0 || !rest.starts_with([' ', '\t']) {
            out.push_str(rest);
            return Cow::Owned(out);
        }
    }
}

pub(super) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

pub(super) fn is_code(line: &str) -> bool {
    indent(line) >= 4 && !is_blank(line)
}

pub(super) fn is_quote(line: &str) -> bool {
    flush(line).is_some_and(|text| text.starts_with('>'))
}

/// Returns a heading's level and its text, or none where it has no text.
pub(super) fn heading(line: &str) -> Option<(u8, &str)> {
    let text = flush(line)?;
    let content = text.trim_start_matches('#');
    let level = text.len() - content.len();
    if !(1..=6).contains(&level) || !content.starts_with([' ', '\t']) {
        return None;
    }
    let content = content.trim();
    let open = content.trim_end_matches('#');
    let content = if open.is_empty() || open.ends_with([' ', '\t']) {
        open.trim_end()
    } else {
        content
    };
    (!content.is_empty()).then_some((u8::try_from(level.min(3)).ok()?, content))
}

/// Returns the mark and the length of a line that opens a block of code.
pub(super) fn fence(line: &str) -> Option<(char, usize)> {
    let text = flush(line)?;
    let mark = text
        .chars()
        .next()
        .filter(|mark| matches!(mark, '`' | '~'))?;
    let info = text.trim_start_matches(mark);
    let length = text.len() - info.len();
    (length >= 3 && !(mark == '`' && info.contains('`'))).then_some((mark, length))
}

pub(super) fn closes(line: &str, mark: char, length: usize) -> bool {
    flush(line).is_some_and(|text| {
        let rest = text.trim_start_matches(mark);
        text.len() - rest.len() >= length && is_blank(rest)
    })
}

/// Returns the mark of a list item; a line of marks and nothing else, such as `- - -`, has none.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let text = flush(line)?;
    let (sign, number, length) = sign(text)?;
    let after = &text[length..];
    let empty = is_blank(after);
    if is_rule(text) || !(empty || after.starts_with(' ')) {
        return None;
    }
    let space = indent(after);
    let space = if empty || space > 4 { 1 } else { space };
    Some(Marker {
        sign,
        number,
        width: indent(line) + length + space,
        empty,
    })
}

fn sign(text: &str) -> Option<(char, Option<u32>, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).take(10).count();
    let sign = text[digits..].chars().next()?;
    let number = match (digits, sign) {
        (0, '-' | '+' | '*') => None,
        (1..=9, '.' | ')') => Some(text[..digits].parse().ok()?),
        _ => return None,
    };
    Some((sign, number, digits + 1))
}

fn is_rule(text: &str) -> bool {
    let mut marks = text.chars().filter(|mark| !mark.is_whitespace());
    let Some(first) = marks.next().filter(|mark| matches!(mark, '-' | '*' | '_')) else {
        return false;
    };
    let rest = marks.try_fold(0, |count, mark| (mark == first).then_some(count + 1));
    rest.is_some_and(|count| count >= 2)
}

/// Returns the text of a line that is not indented as code is.
fn flush(line: &str) -> Option<&str> {
    (indent(line) < 4).then(|| line.trim_start_matches(' '))
}
