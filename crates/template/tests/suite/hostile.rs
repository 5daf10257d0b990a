//! Bytes that mean harm: nothing panics, nothing takes long, and what is given has no error.

use template::{Checked, FaultCode, Pack, Severity, read_profile, read_template};

use crate::faults::{PROFILE, TEMPLATE, pack};

/// Numbers that look random and are the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.next().to_le_bytes()[0]).collect()
    }
}

/// Spoils a text in one of the ways in which files are spoilt.
fn spoil(text: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut spoilt = text.to_vec();
    let (a, b) = (numbers.below(text.len()), numbers.below(text.len()));
    let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 200));
    match numbers.below(6) {
        0 => spoilt[from] = numbers.bytes(1)[0],
        1 => spoilt.truncate(from),
        2 => drop(spoilt.drain(from..to)),
        3 => spoilt.extend_from_slice(&text[from..to]),
        4 => {
            let part = text[from..to].to_vec();
            spoilt.splice(b..b, part);
        }
        _ => {
            let words: [&[u8]; 8] = [
                b"[[",
                b"]]",
                b"\"\"\"",
                b"{",
                b"}",
                b"-9223372036854775809",
                b"1e999",
                b"\n[kind]\n",
            ];
            let word = words[numbers.below(words.len())];
            spoilt.splice(from..from, word.iter().copied());
        }
    }
    spoilt
}

fn sound<T>(checked: &Checked<T>) {
    let error = checked
        .faults
        .iter()
        .any(|fault| fault.severity == Severity::Error);
    assert_eq!(checked.value.is_some(), !error);
}

fn read_both(bytes: &[u8]) -> Vec<FaultCode> {
    let mut pack = pack();
    pack.files
        .insert("template.toml".to_owned(), bytes.to_vec());
    pack.files.insert("profile.toml".to_owned(), bytes.to_vec());
    let (template, profile) = (read_template(&pack, None), read_profile(&pack));
    sound(&template);
    sound(&profile);
    template.faults.iter().map(|fault| fault.code).collect()
}

#[test]
fn random_bytes_are_faults() {
    let mut numbers = Numbers(0x5EED);
    for _ in 0..300 {
        let length = numbers.below(2000) + 1;
        let bytes = numbers.bytes(length);
        assert!(!read_both(&bytes).is_empty());
        assert!(Pack::from_zip(&bytes).is_err());
    }
}

#[test]
fn spoilt_files_are_read_as_far_as_they_go() {
    let mut numbers = Numbers(0xA11CE);
    for text in [TEMPLATE, PROFILE] {
        for _ in 0..400 {
            let mut bytes = spoil(text.as_bytes(), &mut numbers);
            for _ in 0..numbers.below(4) {
                if !bytes.is_empty() {
                    bytes = spoil(&bytes, &mut numbers);
                }
            }
            read_both(&bytes);
        }
    }
}

#[test]
fn spoilt_zips_are_read_or_refused() {
    let mut numbers = Numbers(0x21);
    let zip = pack().to_zip();
    for _ in 0..500 {
        let bytes = spoil(&zip, &mut numbers);
        drop(Pack::from_zip(&bytes));
    }
}

#[test]
fn deep_nesting_is_a_fault() {
    for deep in [
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}1{}", "[".repeat(50_000), "]".repeat(50_000)),
        format!("a = {}", "{ a = ".repeat(50_000)),
        format!("{} = 1", vec!["a"; 50_000].join(".")),
        format!("[{}]", vec!["kind"; 50_000].join(".")),
        "[[kind.field]]\n".repeat(20_000),
    ] {
        assert!(!read_both(deep.as_bytes()).is_empty());
    }
}

#[test]
fn huge_numbers_are_faults() {
    let huge = "9".repeat(10_000);
    for value in [
        huge.as_str(),
        "-9223372036854775809",
        "9223372036854775807",
        "0xffffffffffffffffffff",
        "nan",
        "inf",
        "1e400",
    ] {
        let text = TEMPLATE
            .replacen("max = 800", &format!("max = {value}"), 1)
            .replacen("count = [0, 12]", &format!("count = [0, {value}]"), 1)
            .replacen("none = \"Ingen budget\"", &format!("default = {value}"), 1);
        let found = read_both(text.as_bytes());
        assert!(
            found
                .iter()
                .any(|code| matches!(code, FaultCode::NumberRange | FaultCode::WrongType)),
            "{value}: {found:?}"
        );
    }
}

/// Each of these fills the largest file that is read with as much as it can hold of what costs most.
#[test]
fn as_much_as_fits_comes_to_an_end() {
    const ROOM: usize = 500_000;
    let fill = |line: &str| line.repeat(ROOM / line.len());
    let ids = |before: &str, after: &str| -> String {
        (0..)
            .map(|n| format!("{before}k{n}{after}"))
            .scan(0, |size, line| {
                *size += line.len();
                (*size < ROOM).then_some(line)
            })
            .collect()
    };
    for hostile in [
        fill("a = 1\n"),
        fill("[[kind]]\n"),
        fill("[[view]]\ntype = \"x\"\n"),
        fill("= \"\n"),
        ids("", " = 1\n"),
        ids("[[kind]]\nid = \"", "\"\n"),
        format!("order = [{}]", ids("\"", "\",")),
        format!(
            "{}\norder = [{}]",
            TEMPLATE.replacen("order =", "checks =", 1),
            ids("\"", "\",")
        ),
        format!("title = \"{}\"", fill("{x}")),
        format!("concept = \"{}\"", fill("å")),
    ] {
        assert!(read_both(hostile.as_bytes()).len() <= 202);
    }
}
