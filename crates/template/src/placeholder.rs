//! Placeholders in patterns: `{year}`, `{n}`.

/// Returns what stands between braces, in order. A brace without its other gives what it begins.
pub(crate) fn names(pattern: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = pattern;
    while let Some(open) = rest.find(['{', '}']) {
        let inside = &rest[open + 1..];
        let end = inside.find(['{', '}']);
        match (&rest[open..=open], end) {
            ("{", Some(end)) if inside[end..].starts_with('}') => {
                found.push(&inside[..end]);
                rest = &inside[end + 1..];
            }
            (brace, _) => {
                found.push(brace);
                rest = inside;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, expected: &[&str]) {
        assert_eq!(names(pattern), expected, "{pattern}");
    }

    #[test]
    fn names_stand_between_braces() {
        check("Plan {year} – {area}", &["year", "area"]);
        check("Plan", &[]);
        check("{}", &[""]);
    }

    #[test]
    fn a_lonely_brace_is_found() {
        check("Plan {year", &["{"]);
        check("year} å", &["}"]);
        check("{a{year}", &["{", "year"]);
    }
}
