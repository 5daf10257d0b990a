#![allow(warnings, clippy::all)]
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::time::Instant;
use typeset::*;
fn folder(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut left = vec![(root.to_owned(), String::new())];
    while let Some((p, pre)) = left.pop() {
        for e in std::fs::read_dir(&p).unwrap() {
            let e = e.unwrap();
            let n = format!("{pre}{}", e.file_name().to_string_lossy());
            if e.file_type().unwrap().is_dir() {
                left.push((e.path(), format!("{n}/")))
            } else {
                files.insert(n, std::fs::read(e.path()).unwrap());
            }
        }
    }
    files
}
fn main() {
    let f = folder(Path::new(&std::env::args().nth(1).unwrap()));
    let e = BTreeMap::new();
    let data = String::from_utf8(f["data.json"].clone()).unwrap();
    let mut s = Session::new();
    let mut f = f;
    for i in 0..8 {
        let word = format!("Äldre personer{}", "x".repeat(i));
        let d = data.replacen("äldre", &word, 1);
        f.insert("data.json".into(), d.clone().into_bytes());
        let t = Instant::now();
        let job = Job {
            files: &f,
            shared: &e,
            images: &e,
            data: d.as_bytes(),
            stamp: Stamp {
                moment: chrono::DateTime::parse_from_rfc3339("2026-06-30T12:00:00+02:00").unwrap(),
                ident: "x".into(),
            },
            standard: Standard::Working,
        };
        let p = s.compile(&job).unwrap();
        let a = t.elapsed();
        let svg = p.svg(1).unwrap();
        let b = t.elapsed();
        let t = Instant::now();
        let pdf = typeset::pdf(&p, &job).unwrap();
        let e = t.elapsed();
        let t = Instant::now();
        let r = read_back(&p, &job, &pdf)
            .map_err(|e| eprintln!("{e:?}"))
            .is_ok();
        let rb = t.elapsed();
        let t = Instant::now();
        validate(&pdf, job.standard).unwrap();
        let v = t.elapsed();
        let t = Instant::now();
        text(&pdf).unwrap();
        eprintln!("readback {rb:?} {r} validate {v:?} text {:?}", t.elapsed());
        let _ = writeln!(
            std::io::stdout(),
            "{i}: compile {a:?} +svg {b:?} pdf {e:?} {} pages {} bytes",
            p.count(),
            pdf.len()
        );
    }
}
