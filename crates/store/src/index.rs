//! A search index over texts. It stands in memory, beside every file.

use rusqlite::{Connection, Result, ToSql, params_from_iter};

use crate::StoreError;

/// An index that finds any part of a word in texts known by their number: "vård" finds "cancervård", and å is not a.
#[derive(Debug)]
pub struct Index {
    db: Connection,
}

/// The shortest word that three-letter pieces can find.
const PIECE: usize = 3;

impl Index {
    /// Makes an index over texts, which are numbered from 0.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn build<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, StoreError> {
        let mut db = Connection::open_in_memory()?;
        db.pragma_update(None, "temp_store", "MEMORY")?;
        let tx = db.transaction()?;
        tx.execute_batch(
            "CREATE VIRTUAL TABLE text USING fts5(folded, tokenize = 'trigram case_sensitive 1')",
        )?;
        for (number, text) in (0_i64..).zip(texts) {
            tx.prepare_cached("INSERT INTO text(rowid, folded) VALUES (?1, ?2)")?
                .execute((number, fold(text)))?;
        }
        tx.commit()?;
        Ok(Self { db })
    }

    /// Returns the numbers of at most `limit` texts that hold every word of `wanted`, in order.
    ///
    /// # Errors
    /// What SQLite answers.
    pub fn find(&self, wanted: &str, limit: usize) -> Result<Vec<usize>, StoreError> {
        let wanted = fold(wanted);
        let (long, short): (Vec<&str>, Vec<&str>) = wanted
            .split_whitespace()
            .partition(|word| word.chars().count() >= PIECE);
        if long.is_empty() && short.is_empty() {
            return Ok(Vec::new());
        }
        let mut terms: Vec<String> = short.iter().map(|word| pattern(word)).collect();
        let mut conditions = vec!["folded LIKE ? ESCAPE '\\'"; short.len()];
        if !long.is_empty() {
            conditions.push("text MATCH ?");
            terms.push(
                long.iter()
                    .map(|word| phrase(word))
                    .collect::<Vec<_>>()
                    .join(" AND "),
            );
        }
        let query = format!(
            "SELECT rowid FROM text WHERE {} ORDER BY rowid LIMIT {limit}",
            conditions.join(" AND ")
        );
        let terms = terms.iter().map(|term| term as &dyn ToSql);
        let mut query = self.db.prepare(&query)?;
        let numbers = query.query_map(params_from_iter(terms), |row| row.get::<_, i64>(0))?;
        let numbers: Vec<i64> = numbers.collect::<Result<_>>()?;
        Ok(numbers
            .into_iter()
            .filter_map(|number| usize::try_from(number).ok())
            .collect())
    }
}

/// SQLite folds the case of a to z only.
fn fold(text: &str) -> String {
    text.to_lowercase()
}

fn phrase(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}

fn pattern(word: &str) -> String {
    let escaped = word
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{escaped}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 5] = [
        "Cancervård nära hemmet",
        "Ökad trygghet för äldre",
        "Vardagsteknik, 50 % klart",
        "ÅR 2026",
        "a_b \"citat\" AND OR NOT",
    ];

    #[test]
    fn part_of_a_word_is_found_in_any_case() {
        check("vård", &[0]);
        check("CANCER", &[0]);
        check("öka", &[1]);
        check("hemmet nära", &[0]);
    }

    #[test]
    fn a_ring_and_dots_tell_letters_apart() {
        check("vard", &[2]);
        check("aldre", &[]);
        check("år", &[0, 3]);
        check("ar", &[2]);
    }

    #[test]
    fn one_and_two_characters_are_found() {
        check("å", &[0, 3]);
        check("%", &[2]);
        check("_", &[4]);
        check("ör äldre", &[1]);
    }

    #[test]
    fn what_is_typed_is_no_query_language() {
        check("\"citat\"", &[4]);
        check("and or not", &[4]);
        check("folded:", &[]);
        check("*", &[]);
        check("  ", &[]);
        check("'; DROP", &[]);
    }

    fn check(wanted: &str, expected: &[usize]) {
        let index = Index::build(TEXTS).unwrap();
        assert_eq!(index.find(wanted, 9).unwrap(), expected, "{wanted}");
    }
}
