//! Lists, to a bounded depth.

use super::line::{self, Marker};
use super::{Block, DEEPEST, blocks, interrupts};

/// Returns whether a list begins on the line.
pub(super) fn begins(line: &str, depth: usize) -> bool {
    first(line, depth).is_some()
}

/// Returns the list that begins on the first line and how many lines it takes.
///
/// An item without content prints nothing and is left out. A number that is not the next one ends the list, since what
/// is typed must not be counted anew; only 1 again and again counts by itself.
pub(super) fn read(lines: &[&str], depth: usize) -> Option<(Block, usize)> {
    let first = first(lines[0], depth)?;
    let (sign, ordered) = (first.sign, first.number.is_some());
    let mut numbers = Numbers::default();
    let mut items = Vec::new();
    let mut used = 0;
    let mut next = Some((first, 0));
    while let Some((marker, at)) = next {
        let content = item(&lines[at..], &marker, depth);
        used = at + content.len();
        let item = blocks(&content, depth + 1);
        if !item.is_empty() {
            numbers.count(marker.number);
            items.push(item);
        }
        let at = used
            + lines[used..]
                .iter()
                .take_while(|line| line::is_blank(line))
                .count();
        let marker = lines.get(at).and_then(|line| line::marker(line));
        next = marker
            .filter(|marker| marker.sign == sign && numbers.admit(marker.number))
            .map(|marker| (marker, at));
    }
    Some((Block::List { ordered, items }, used))
}

fn first(line: &str, depth: usize) -> Option<Marker> {
    let marker = if depth < DEEPEST {
        line::marker(line)?
    } else {
        return None;
    };
    (!marker.empty && marker.number.is_none_or(|number| number == 1)).then_some(marker)
}

/// Returns an item's lines without its mark and indentation, from a line that begins with the mark.
fn item<'a>(lines: &[&'a str], marker: &Marker, depth: usize) -> Vec<&'a str> {
    let mut content = vec![if marker.empty {
        ""
    } else {
        &lines[0][marker.width..]
    }];
    let mut used = 1;
    for (at, line) in lines.iter().enumerate().skip(1) {
        if line::is_blank(line) {
            content.push("");
            continue;
        }
        if line::indent(line) >= marker.width {
            content.push(&line[marker.width..]);
        } else if line::is_blank(content[at - 1])
            || line::marker(line).is_some()
            || interrupts(&lines[at..], depth)
        {
            break;
        } else {
            content.push(line.trim_start());
        }
        used = at + 1;
    }
    content.truncate(used);
    content
}

/// The numbers of an ordered list so far.
#[derive(Default)]
struct Numbers {
    last: u32,
    items: u32,
}

impl Numbers {
    fn count(&mut self, number: Option<u32>) {
        self.last = number.unwrap_or_default();
        self.items += 1;
    }

    fn admit(&self, number: Option<u32>) -> bool {
        number.is_none_or(|number| {
            let only_ones = self.last == 1 && number == 1;
            let next = self.last == self.items && number == self.last + 1;
            only_ones || next
        })
    }
}
