//! What stands around a word that was found.

use super::fold;

/// How many characters stand before and after what was found.
const AROUND: usize = 40;

/// Returns the first of the words that were found, with the whole words around it.
pub(super) fn snippet(text: &str, wanted: &str) -> String {
    let text: Vec<char> = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .collect();
    let folded: Vec<char> = text.iter().map(|letter| fold(*letter)).collect();
    let words = wanted
        .split_whitespace()
        .map(|word| word.chars().map(fold).collect::<Vec<_>>());
    let found = words.filter_map(|word| {
        let mut windows = folded.windows(word.len());
        let start = windows.position(|window| window == word)?;
        Some((start, start + word.len()))
    });
    let (start, end) = found.min().unwrap_or_default();
    let (from, to) = whole_words(&text, start, end);
    let mark = |cut: bool| if cut { "…" } else { "" };
    let middle: String = text[from..to].iter().collect();
    format!(
        "{}{}{}",
        mark(from > 0),
        middle.trim(),
        mark(to < text.len())
    )
}

/// Returns where an excerpt begins and ends that has what stands from `start` to `end`, and as many whole words around it as
/// there is room for. Only a word without an end is cut.
fn whole_words(text: &[char], start: usize, end: usize) -> (usize, usize) {
    let from = start.saturating_sub(AROUND);
    let to = (start + 2 * AROUND).max(end).min(text.len());
    let is_begun = from == 0 || text[from - 1] == ' ';
    let mut before = text[from..start].iter();
    let begins = before.position(|letter| *letter == ' ');
    let begins = begins
        .filter(|_| !is_begun)
        .map_or(from, |at| from + at + 1);
    let is_over = text.get(to).is_none_or(|next| *next == ' ');
    let mut after = text[end..to].iter();
    let ends = after.rposition(|letter| *letter == ' ');
    let ends = ends.filter(|_| !is_over).map_or(to, |at| end + at);
    (begins, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_shows_what_was_found_with_what_stands_around() {
        assert_eq!(
            snippet("Cancervård nära\nhemmet", "vård"),
            "Cancervård nära hemmet"
        );
        let long = format!("{} Cancervård {}", "ord ".repeat(60), "mer ".repeat(60));
        let shown = snippet(&long, "VÅRD");
        assert!(shown.contains("Cancervård") && shown.starts_with('…') && shown.ends_with('…'));
        assert!(shown.chars().count() <= 3 * AROUND + 2);
        assert_eq!(snippet("", "vård"), "");

        let long = "Nämnden har tidigare behandlat förslaget, som kostar 90 000 kr och därför ska finansieras gemensamt av huvudmännen enligt överenskommelsen";
        let whole: Vec<&str> = long.split(' ').collect();
        for wanted in &whole {
            let shown = snippet(long, wanted);
            let mut words = shown.trim_matches('…').split(' ');
            assert!(words.all(|word| whole.contains(&word)), "{wanted}: {shown}");
            assert!(shown.contains(wanted), "{wanted}: {shown}");
        }
        let endless = "a".repeat(200);
        assert!(snippet(&endless, "a").ends_with('…'));
    }
}
