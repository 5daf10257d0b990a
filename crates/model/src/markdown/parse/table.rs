//! Simple tables: a head, a line of dashes, rows.

use super::line;
use super::{Block, Span, inline};

/// The most columns a table has; more of them is no simple table, and a short row is filled to the width of the head.
const WIDEST: usize = 20;

/// Returns whether a table begins on the first line.
pub(super) fn begins(lines: &[&str]) -> bool {
    let [head, dashes, ..] = lines else {
        return false;
    };
    is_row(head)
        && is_row(dashes)
        && line::marker(dashes).is_none()
        && columns(dashes).is_some_and(|count| cells(head).len() == count)
}

/// Returns the table that begins on the first line and how many lines it takes.
///
/// It ends at a line without a `|` or with more cells than the head, so that no cell is dropped.
pub(super) fn read(lines: &[&str]) -> Option<(Block, usize)> {
    if !begins(lines) {
        return None;
    }
    let head = row(lines[0], 0);
    let rows: Vec<_> = lines[2..]
        .iter()
        .map_while(|line| body_row(line, head.len()))
        .collect();
    let used = 2 + rows.len();
    Some((Block::Table { head, rows }, used))
}

fn body_row(line: &str, width: usize) -> Option<Vec<Vec<Span>>> {
    let other =
        line::marker(line).is_some() || line::heading(line).is_some() || line::is_quote(line);
    let fits = is_row(line) && !other && cells(line).len() <= width;
    fits.then(|| row(line, width))
}

fn row(line: &str, width: usize) -> Vec<Vec<Span>> {
    let mut row: Vec<_> = cells(line)
        .iter()
        .map(|cell| inline::leaf(&cell.replace("\\|", "|")))
        .collect();
    row.resize(width.max(row.len()), Vec::new());
    row
}

fn is_row(line: &str) -> bool {
    line::indent(line) < 4 && line.contains('|')
}

fn columns(line: &str) -> Option<usize> {
    let cells = cells(line);
    let dashes = |cell: &&str| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    (cells.len() <= WIDEST && cells.iter().all(dashes)).then_some(cells.len())
}

/// Returns the cells of a line as typed; `\|` does not part cells.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices('|') {
        if !line[..at].ends_with('\\') {
            cells.push(line[start..at].trim());
            start = at + 1;
        }
    }
    if start < line.len() || cells.is_empty() {
        cells.push(line[start..].trim());
    }
    cells
}
