//! The worker straight from typeset, with limits of the test's own.

use std::{collections::BTreeMap, path::PathBuf, time::Duration};

use missiv_tests::binary;
use serde_json::json;
use typeset::{
    ExportError, Job, Origin, Setter, Sheets, Standard, WorkerError,
    worker::{Limits, Worker},
};

type Files = BTreeMap<String, Vec<u8>>;

const HANG: &str = "#for i in range(100000) { for j in range(100000) { let k = j } }";

/// What a job borrows.
struct Bench {
    files: Files,
    none: Files,
    data: Vec<u8>,
}

impl Bench {
    fn new(main: &str) -> Self {
        let layout =
            format!("#set document(title: \"T\")\n#set text(lang: \"sv\")\n#{ATTACH}\n{main}");
        Self {
            files: BTreeMap::from([("main.typ".to_owned(), layout.into_bytes())]),
            none: Files::new(),
            data: b"{\"year\": 2026}".to_vec(),
        }
    }

    fn with_data(main: &str, data: &str) -> Self {
        Self {
            data: data.into(),
            ..Self::new(main)
        }
    }

    fn job(&self) -> Job<'_> {
        let stamp = json!({ "moment": "2026-06-30T12:00:00+02:00", "ident": "x/1" });
        Job {
            files: &self.files,
            shared: &self.none,
            images: &self.none,
            data: &self.data,
            supplements: &[],
            stamp: serde_json::from_value(stamp).unwrap(),
            standard: Standard::Working,
        }
    }
}

const ATTACH: &str = "pdf.attach(\"/data.json\", relationship: \"data\", mime-type: \"application/json\", description: \"D\")";

fn limits() -> Limits {
    Limits {
        time: Duration::from_secs(4),
        memory: 400 << 20,
        ..Limits::default()
    }
}

fn setter() -> Setter {
    Setter::new(Worker::new(binary(), limits()))
}

fn set(setter: &mut Setter, bench: &Bench) -> Result<Sheets, ExportError> {
    setter.set(&bench.job(), Origin::Outside)
}

#[track_caller]
fn ended(setter: &mut Setter, main: &str) -> WorkerError {
    match set(setter, &Bench::new(main)) {
        Err(ExportError::Worker(error)) => error,
        Err(error) => panic!("{main} gives {error:?}"),
        Ok(pages) => panic!("{main} gives {} pages", pages.count()),
    }
}

#[track_caller]
fn refused(main: &str) -> String {
    match set(&mut setter(), &Bench::new(main)) {
        Err(ExportError::Layout(faults)) => faults[0].to_string(),
        Err(error) => panic!("{main} gives {error:?}"),
        Ok(pages) => panic!("{main} gives {} pages", pages.count()),
    }
}

#[track_caller]
fn is_well(setter: &mut Setter) {
    let pages = set(setter, &Bench::new("= Rubrik")).unwrap();
    assert_eq!(
        (pages.count(), pages.text().unwrap().as_str()),
        (1, "Rubrik")
    );
}

#[test]
fn a_worker_gives_the_pages_and_bytes_that_the_program_gives() {
    let bench = Bench::new(
        "= Rubrik <mark>\nText\n#pagebreak()\n#table(columns: 2, table.header[a][b], [c], [d])",
    );
    let job = bench.job();
    let mut setter = setter();
    let here = setter.set(&job, Origin::Bundled).unwrap();
    let there = setter.set(&job, Origin::Outside).unwrap();
    assert!(matches!(
        (&here, &there),
        (Sheets::Here(_), Sheets::There(_))
    ));
    assert_eq!((there.count(), there.title()), (2, Some("T")));
    assert_eq!(there.size(1), here.size(1));
    assert_eq!(there.size(2), None);
    assert!(there.look(0).is_some() && there.look(0) != there.look(1));
    assert_eq!(there.look(2), None);
    assert!(there.picture(1, 300) == here.picture(1, 300));
    assert_eq!(there.picture(2, 300), None);
    assert_eq!(there.picture(1, 0), None);
    assert_eq!(there.text().unwrap(), here.text().unwrap());
    assert_eq!(there.marks().unwrap()[0].label, "mark");
    let (here, there) = (here.finish(&job).unwrap(), there.finish(&job).unwrap());
    assert!(here.pdf == there.pdf);
    assert_eq!(here.receipt, there.receipt);
}

#[test]
fn pages_outlive_the_next_job_and_the_next_template() {
    let mut setter = setter();
    let [first, second, third] = ["= A", "= B", HANG].map(Bench::new);
    let pages = set(&mut setter, &first).unwrap();
    let picture = pages.picture(0, 300).unwrap();
    set(&mut setter, &second).unwrap();
    assert!(pages.picture(0, 300).as_ref() == Some(&picture));
    assert!(set(&mut setter, &third).is_err());
    assert!(pages.picture(0, 300).as_ref() == Some(&picture));
    assert_eq!(
        pages.finish(&first.job()).unwrap().receipt.read_back.pages,
        1
    );
}

#[test]
fn a_layout_that_hangs_is_ended_and_the_next_job_is_set() {
    let mut setter = setter();
    let limit = limits().time;
    assert_eq!(ended(&mut setter, HANG), WorkerError::TooSlow { limit });
    is_well(&mut setter);
}

#[test]
fn a_layout_that_hangs_for_one_document_sets_the_others() {
    let main = format!("#if json(\"/data.json\").year == 2027 [{HANG}] else [= Rubrik]");
    let [good, bad] =
        [2026, 2027].map(|year| Bench::with_data(&main, &format!("{{\"year\": {year}}}")));
    let mut setter = setter();
    for _ in 0..2 {
        assert_eq!(set(&mut setter, &good).unwrap().count(), 1);
        let error = set(&mut setter, &bad).err().unwrap();
        assert!(
            matches!(error, ExportError::Worker(WorkerError::TooSlow { .. })),
            "{error:?}"
        );
    }
}

#[test]
fn a_layout_that_grows_is_ended_and_the_next_job_is_set() {
    let mut setter = setter();
    for main in [
        "#range(300000000)",
        "#let x = (0,) * 100; #for i in range(60) { x = x + x }",
        "#let x = \"abcdefgh\"; #for i in range(60) { x = x + x }",
    ] {
        // A slow machine may reach the limit of time first.
        let error = ended(&mut setter, main);
        let garbled = matches!(error, WorkerError::Garbled | WorkerError::NotStarted(_));
        assert!(!garbled, "{main}: {error:?}");
        is_well(&mut setter);
    }
}

#[test]
fn pages_without_end_are_too_large_or_too_slow() {
    let mut setter = setter();
    let error = ended(&mut setter, "#for i in range(2500) { pagebreak() }");
    let is_ended = matches!(
        error,
        WorkerError::TooLarge { .. } | WorkerError::TooSlow { .. }
    );
    assert!(is_ended, "{error:?}");
    is_well(&mut setter);
}

#[test]
fn what_typst_sees_by_itself_is_a_fault_with_its_place() {
    let check = |main: &str, wanted: &str| {
        let fault = refused(main);
        assert!(
            fault.starts_with("main.typ:") && fault.contains(wanted),
            "{main} gives {fault}"
        );
    };
    check("#while true { }", "always true");
    check("#{ let i = 1; while i > 0 { i += 1 } }", "infinite");
    check("#let f(x) = f(x + 1); #f(0)", "depth");
    check("#plugin(\"/data.json\")", "plugin() is refused");
    check("#std.plugin(bytes((0, 97)))", "plugin() is refused");
    check("#read(\"/etc/passwd\")", "not found");
    check("#read(\"../../../../etc/passwd\")", "");
    check("#read(\"/proc/self/environ\")", "not found");
    check("#import \"@preview/cetz:0.4.0\"", "no packages");
    check("#import \"@local/x:0.1.0\"", "no packages");
    check("#image(\"https://example.org/a.png\")", "not found");
}

#[test]
fn brackets_without_end_are_no_end_of_the_program() {
    let mut setter = setter();
    let _ = set(&mut setter, &Bench::new(&"#(".repeat(200_000)));
    let _ = set(&mut setter, &Bench::new(&"[".repeat(200_000)));
    is_well(&mut setter);
}

#[test]
fn an_answer_over_its_bound_is_not_read() {
    let few = Limits {
        answer: 10,
        ..limits()
    };
    let mut setter = Setter::new(Worker::new(binary(), few));
    let error = ended(&mut setter, "#let a = 1");
    assert!(matches!(error, WorkerError::TooLarge { .. }), "{error:?}");
}

#[cfg(unix)]
#[test]
fn a_program_that_is_no_worker_is_an_error() {
    let check = |program: &str, expected: WorkerError| {
        let mut setter = Setter::new(Worker::new(PathBuf::from(program), limits()));
        assert_eq!(ended(&mut setter, "= A"), expected, "{program}");
    };
    check("/bin/echo", WorkerError::Garbled);
    check("/bin/false", WorkerError::Died);
    check(
        "/",
        WorkerError::NotStarted(std::io::ErrorKind::PermissionDenied),
    );
    check(
        "/no/such",
        WorkerError::NotStarted(std::io::ErrorKind::NotFound),
    );
}
