//! A table as spreadsheets and word processors lay it on the clipboard: cells parted by tabs, and in quotation marks where
//! they hold tabs, line breaks or quotation marks themselves.

/// Returns the cells, row by row. Rows without a character are left out.
pub(crate) fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (row, after) = row(rest);
        if row.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(row);
        }
        rest = after;
    }
    rows
}

fn row(text: &str) -> (Vec<String>, &str) {
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let (cell, after) = quoted(rest).unwrap_or_else(|| bare(rest));
        cells.push(cell);
        match after.strip_prefix('\t') {
            Some(next) => rest = next,
            None => return (cells, after.strip_prefix('\n').unwrap_or(after)),
        }
    }
}

fn bare(text: &str) -> (String, &str) {
    let (cell, after) = text.split_at(text.find(['\t', '\n']).unwrap_or(text.len()));
    (cell.trim_end_matches('\r').to_owned(), after)
}

/// A cell in quotation marks, doubled where one is meant. One that is not closed, or goes on after it, is a bare cell that
/// begins with a quotation mark.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => {
                let after = after.strip_prefix('\r').unwrap_or(after);
                let ends = after.is_empty() || after.starts_with(['\t', '\n']);
                return ends.then(|| (cell.replace('\r', ""), after));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_parted_by_tabs_and_may_hold_lines() {
        let check = |text: &str, expected: &[&[&str]]| assert_eq!(rows(text), expected, "{text:?}");
        check("", &[]);
        check("a\tb\r\n\r\nc\t", &[&["a", "b"], &["c", ""]]);
        check("\"a\r\nb\"\tc\r\nd\te", &[&["a\nb", "c"], &["d", "e"]]);
        check("\"säg \"\"ja\"\"\"", &[&["säg \"ja\""]]);
        check("\"ja\" sa hon\tb", &[&["\"ja\" sa hon", "b"]]);
        check("\"a\tb", &[&["\"a", "b"]]);
    }
}
