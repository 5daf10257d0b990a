//! The nearest known word to one that is misspelt.

/// Longest word that is compared, in characters: distances cost the product of the lengths.
const LONGEST: usize = 64;

/// Returns the known word that is nearest to `word`, where one is near enough to be meant.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word)?;
    let near = |distance: usize, candidate: &str| {
        let longest = word.len().max(candidate.chars().count());
        distance <= allowance(longest) && distance < longest
    };
    known
        .into_iter()
        .filter_map(|candidate| Some((distance(&word, &fold(candidate)?), candidate)))
        .filter(|(distance, candidate)| near(*distance, candidate))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Returns how many slips a word of this length may have: one in three characters, and always one.
const fn allowance(length: usize) -> usize {
    let third = length / 3;
    if third == 0 { 1 } else { third }
}

/// Returns lower-case characters with `-` and blanks as `_`, or none where the word is empty or too long.
fn fold(word: &str) -> Option<Vec<char>> {
    let letters: Vec<char> = word
        .trim()
        .chars()
        .take(LONGEST + 1)
        .flat_map(char::to_lowercase)
        .collect();
    (!letters.is_empty() && letters.len() <= LONGEST).then(|| {
        letters
            .into_iter()
            .map(|c| if matches!(c, '-' | ' ') { '_' } else { c })
            .collect()
    })
}

/// Returns the number of insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(from != to);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *from == b[j - 1] && a[i - 1] == *to {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(
            nearest(word, ["title", "aim", "responsible", "follow_up", "○"]),
            expected,
            "{word}"
        );
    }

    #[test]
    fn a_slip_finds_its_word() {
        check("tilte", Some("title"));
        check("respnsible", Some("responsible"));
        check("Follow-Up", Some("follow_up"));
        check("ami", Some("aim"));
    }

    #[test]
    fn a_different_word_finds_none() {
        check("finansiering", None);
        check("*", None);
        check("", None);
        check(&"t".repeat(100_000), None);
    }
}
