//! Setting one job after another.

use typeset::{Session, Standard, compile, pdf};

use crate::bench::Bench;

#[test]
fn a_session_gives_what_a_single_compilation_gives() {
    let mut session = Session::new();
    let mut other_template = Bench::with_main("#set document(title: \"T\")\nHelt annat");
    other_template.shared.clear();
    let archive = Bench {
        standard: Standard::Archive,
        ..Bench::new()
    };
    let broken = Bench::with_main("#nothing");
    for bench in [
        Bench::new(),
        Bench::with_texts(&["Ett annat stycke."]),
        broken,
        archive,
        other_template,
        Bench::new(),
    ] {
        let job = bench.job();
        match (session.compile(&job), compile(&job)) {
            (Ok(ours), Ok(theirs)) => {
                assert!(pdf(&ours, &job).unwrap() == pdf(&theirs, &job).unwrap());
            }
            (Err(ours), Err(theirs)) => assert_eq!(ours, theirs),
            _ => panic!("one has faults, the other has none"),
        }
    }
}

#[test]
fn pages_outlive_the_next_job() {
    let mut session = Session::new();
    let (first, second) = (Bench::new(), Bench::with_texts(&["Två."]));
    let pages = session.compile(&first.job()).unwrap();
    session.compile(&second.job()).unwrap();
    let again = compile(&first.job()).unwrap();
    assert!(pdf(&pages, &first.job()).unwrap() == pdf(&again, &first.job()).unwrap());
}
