//! Amounts and numbers as they are typed.

/// Returns whole kronor, or none where the text is no amount, has öre or is too large.
///
/// Understands spaces between thousands (hard and narrow ones too), `kr`, `tkr` and `mnkr`: `1,2 mnkr` is 1,200,000.
#[must_use]
pub fn money(text: &str) -> Option<i64> {
    let (figure, unit) = Figure::read(text)?;
    let zeros = match unit.as_str() {
        "" | "kr" | "kr." | "kronor" | "sek" | ":-" => 0,
        "tkr" | "kkr" | "tusen" | "tusen kronor" => 3,
        "mnkr" | "mkr" | "mn kr" | "miljon" | "miljoner" | "miljon kronor" | "miljoner kronor" => 6,
        _ => return None,
    };
    let decimals = figure.decimals.trim_end_matches('0');
    // 180.000 may be meant as thousands.
    let doubtful = zeros == 0 && figure.decimals.len() > 2;
    if doubtful || decimals.len() > zeros {
        return None;
    }
    let sign = if figure.negative { "-" } else { "" };
    let amount = format!("{sign}{}{decimals:0<zeros$}", figure.whole).parse();
    amount.ok().filter(|amount| is_money(*amount))
}

/// Returns whether so many kronor can be an amount: a thousand billions at most, so that no sum of them overflows.
#[must_use]
pub const fn is_money(amount: i64) -> bool {
    amount.unsigned_abs() <= 1_000_000_000_000
}

/// Returns a number with a decimal comma or point; a percent sign is left out, `17,0 %` is 17.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let (figure, unit) = Figure::read(text)?;
    let sign = if figure.negative { "-" } else { "" };
    let number: f64 = format!("{sign}{}.{}0", figure.whole, figure.decimals)
        .parse()
        .ok()?;
    (matches!(unit.as_str(), "" | "%" | "procent") && number.is_finite()).then_some(number)
}

/// Returns the amount as it stands in Swedish text: narrow spaces between thousands, a true minus, `kr`; no line
/// breaks within it.
#[must_use]
pub fn kronor(amount: i64) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut out = String::from(if amount < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out + "\u{a0}kr"
}

/// The digits of a number as typed.
struct Figure {
    negative: bool,
    whole: String,
    decimals: String,
}

impl Figure {
    /// Returns the number that the text begins with and what stands after it, in small letters.
    fn read(text: &str) -> Option<(Self, String)> {
        let text = text.trim();
        let positive = text.strip_prefix(['-', '−', '–']);
        let rest = positive.unwrap_or(text).trim_start();
        let end = rest
            .find(|character: char| !is_digit(character) && !character.is_whitespace())
            .unwrap_or(rest.len());
        let whole = grouped(rest[..end].trim_end())?;
        let rest = &rest[end..];
        let (decimals, unit) = match rest.strip_prefix([',', '.']) {
            Some(after) => {
                let end = after
                    .find(|character| !is_digit(character))
                    .unwrap_or(after.len());
                after
                    .split_at_checked(end)
                    .filter(|(decimals, _)| !decimals.is_empty())?
            }
            None => ("", rest),
        };
        let figure = Self {
            negative: positive.is_some(),
            whole,
            decimals: decimals.to_owned(),
        };
        Some((
            figure,
            unit.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .to_lowercase(),
        ))
    }
}

/// Returns the digits; where there are spaces they part groups of three.
fn grouped(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(char::is_whitespace).collect();
    let (first, rest) = groups.split_first()?;
    let fits = !first.is_empty()
        && (rest.is_empty() || first.len() <= 3)
        && rest.iter().all(|group| group.len() == 3);
    fits.then(|| groups.concat())
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_whole_kronor() {
        let check = |typed, expected| assert_eq!(money(typed), Some(expected), "{typed:?}");
        for typed in [
            "180000",
            "180 000",
            "180\u{a0}000 kr",
            "180\u{202f}000\u{a0}kr",
            " 180 000 Kronor ",
            "180 tkr",
            "180tkr",
            "0,18 mnkr",
            "180 000:-",
            "180 000,00",
        ] {
            check(typed, 180_000);
        }
        check("1,2 mnkr", 1_200_000);
        check("1.25 miljoner kronor", 1_250_000);
        check("-5 000", -5000);
        check("−5 000 kr", -5000);
        check("0", 0);
        check("1 000 000 000 000", 1_000_000_000_000);
    }

    #[test]
    fn what_is_no_amount_in_whole_kronor_is_none() {
        for typed in [
            "1 000 000 000 001",
            "-9 223 372 036 854 775 808",
            "",
            "-",
            "kr",
            "1,50",
            "1,2345 tkr",
            "18 00",
            "1 2 3",
            "1000 000",
            "12 500 elefanter",
            "9223372036854775808",
            "9223372036855 mnkr",
            "1e5",
            "1,",
            ",5",
            "--5",
            "+5",
            "1 000 - 2 000",
            "½",
            "١٢",
            "1,2,3",
            "180.000",
        ] {
            assert_eq!(money(typed), None, "{typed:?}");
        }
        assert_eq!(money(&"9".repeat(100_000)), None);
    }

    #[test]
    fn a_number_has_a_decimal_comma_or_point() {
        let check = |typed, expected| assert_eq!(number(typed), Some(expected), "{typed:?}");
        check("18,4", 18.4);
        check("18.4", 18.4);
        check("17,0 %", 17.0);
        check("17%", 17.0);
        check("1 500", 1500.0);
        check("−1\u{202f}500,25", -1500.25);
        check("0", 0.0);
        for typed in [
            "", "a", "NaN", "inf", "1e5", "1,2,3", "18,", ",4", "1 2", "12 kr", "0x1",
        ] {
            assert_eq!(number(typed), None, "{typed:?}");
        }
        assert_eq!(number(&"9".repeat(400)), None);
    }

    #[test]
    fn kronor_have_narrow_spaces_and_a_true_minus() {
        let check = |amount, expected| assert_eq!(kronor(amount), expected);
        check(0, "0\u{a0}kr");
        check(999, "999\u{a0}kr");
        check(1000, "1\u{202f}000\u{a0}kr");
        check(-180_000, "−180\u{202f}000\u{a0}kr");
        check(1_234_567, "1\u{202f}234\u{202f}567\u{a0}kr");
        check(
            i64::MIN,
            "−9\u{202f}223\u{202f}372\u{202f}036\u{202f}854\u{202f}775\u{202f}808\u{a0}kr",
        );
    }
}
