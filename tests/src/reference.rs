//! References: files under tests/ref that a person has read, and that the program must match to the letter.
//!
//! `MISSIV_BLESS=1 cargo xtask test` writes them anew; then read the difference before you commit it.

use std::{env, fs};

/// Compares `found` with the file `name` under tests/ref.
///
/// # Panics
///
/// When they differ, with the first line that does, or when there is no such file.
#[track_caller]
pub fn check(name: &str, found: &str) {
    let path = crate::root().join("tests/ref").join(name);
    if env::var_os("MISSIV_BLESS").is_some_and(|value| value == "1") {
        fs::create_dir_all(path.parent().expect("a reference stands in a directory"))
            .expect("tests/ref is writable");
        fs::write(&path, found).expect("tests/ref is writable");
        return;
    }
    let hint = "MISSIV_BLESS=1 writes it anew";
    let Ok(wanted) = fs::read_to_string(&path) else {
        panic!("tests/ref/{name} is missing; {hint}. It would hold:\n{found}");
    };
    if let Some(difference) = first_difference(&wanted, found) {
        panic!("tests/ref/{name} differs; {hint}.\n{difference}");
    }
}

fn first_difference(wanted: &str, found: &str) -> Option<String> {
    if wanted == found {
        return None;
    }
    let mut pairs = wanted.lines().zip(found.lines()).enumerate();
    let differing = pairs.find(|(_, (wanted, found))| wanted != found);
    Some(match differing {
        Some((index, (wanted, found))) => {
            format!("line {}\n  wanted {wanted}\n  found  {found}", index + 1)
        }
        None => format!(
            "wanted {} lines, found {}",
            wanted.lines().count(),
            found.lines().count()
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn equal_texts_have_no_difference() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
    }

    #[test]
    fn a_difference_names_its_line() {
        let told = first_difference("a\nb\n", "a\nc\n");
        assert_eq!(told.as_deref(), Some("line 2\n  wanted b\n  found  c"));
    }

    #[test]
    fn a_text_that_goes_on_differs() {
        assert_eq!(
            first_difference("a\n", "a\nb\n").as_deref(),
            Some("wanted 1 lines, found 2")
        );
    }
}
