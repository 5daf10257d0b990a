//! PDFs: from an open document, and by a whole process, beside two programs that make PDFs of the same content.

use std::process::Command;

use missiv_tests::{Place, binary};
use workspace::Kept;

use crate::content::{Sample, plan_of};
use crate::figure::{Figure, peak, percentile, timed, working};
use crate::peers::{self, Peer};

/// How often each is made; the peers, by turns, less often.
const RUNS: usize = 15;
const COLD: usize = 5;

pub fn measure() {
    let sample = Sample::read();
    for (name, content, open, colder) in [
        ("12", sample.plan_alone(), 50.0, 5.0),
        ("41", sample.heavy(peers::MIDDLE), 150.0, 4.0),
    ] {
        let place = Place::new();
        let workspace = content.open(&place, "grupp.missiv");
        let plan = plan_of(&workspace);
        let count = workspace.pages(plan).unwrap().count();
        let target = place.path("plan.pdf");
        let mut times = Vec::new();
        let (worked, ()) = working(|| {
            for _ in 0..RUNS {
                let (time, _) = timed(|| workspace.export(plan, &target, &Kept::Draft).unwrap());
                times.push(time);
            }
        });
        let warm = Spent {
            time: percentile(&times, 50),
            worked: worked / RUNS as f64,
        };
        let what = format!("PDF from the open document, read back and on the disk, {count} pages");
        let beside = format!(
            "p95 {:.0}, processor {:.0}",
            percentile(&times, 95),
            warm.worked
        );
        Figure::new(format!("pdf-{name}"), what, warm.time, "ms")
            .most(open)
            .beside(beside)
            .tell();
        let html = peers::html(&workspace.as_text(plan).unwrap());
        drop(workspace);
        if let Some(memory) = memory(&place) {
            let what = format!("the most memory a process holds that makes it, {count} pages");
            Figure::new(format!("memory-{name}"), what, memory, "MB").tell();
        }
        let paper = Paper {
            name,
            count,
            warm,
            colder,
        };
        beside_peers(&place, &html, &paper);
    }
}

/// What one run costs, in milliseconds.
#[derive(Clone, Copy)]
struct Spent {
    time: f64,
    worked: f64,
}

impl Spent {
    fn middle(all: &[(f64, f64)]) -> Self {
        let [times, worked]: [Vec<f64>; 2] = [
            all.iter().map(|it| it.0).collect(),
            all.iter().map(|it| it.1).collect(),
        ];
        Self {
            time: percentile(&times, 50),
            worked: percentile(&worked, 50),
        }
    }
}

struct Paper<'a> {
    name: &'a str,
    count: usize,
    warm: Spent,
    colder: f64,
}

/// Everybody by turns, so that whatever else the machine does hits all of them.
fn beside_peers(place: &Place, html: &str, paper: &Paper) {
    let Paper {
        name,
        count,
        warm,
        colder,
    } = paper;
    let office = Peer::office(place, html);
    let weasy = Peer::weasy(place, html);
    let mut spent: [Vec<(f64, f64)>; 3] = Default::default();
    for run in 0..COLD {
        let mut command = cold(place, run);
        let (worked, (time, ())) =
            working(|| timed(|| assert!(command.status().unwrap().success())));
        spent[0].push((time, worked));
        for (peer, spent) in [&office, &weasy].into_iter().zip(&mut spent[1..]) {
            if let Some(peer) = peer {
                let (worked, (time, ())) = working(|| timed(|| peer.run()));
                spent.push((time, worked));
            }
        }
    }
    let [cold, office_spent, weasy_spent] = spent.map(|all| Spent::middle(&all));
    let what = format!("PDF in a process of its own, {count} pages");
    Figure::new(format!("cold-{name}"), what, cold.time, "ms")
        .beside(format!("processor {:.0}", cold.worked))
        .tell();
    let against = |id: &str, what: &str, peer: &Peer, peers: Spent, own: Spent, least: f64| {
        let what = format!("times faster than {what}, {count} pages");
        let beside = format!(
            "{:.0} ms for its {} pages; in processor time {:.1} times",
            peers.time,
            peer.pages(),
            peers.worked / own.worked
        );
        Figure::new(format!("{id}-{name}"), what, peers.time / own.time, "×")
            .least(least)
            .beside(beside)
            .tell();
    };
    if let Some(peer) = &office {
        against(
            "office-open",
            "LibreOffice, open",
            peer,
            office_spent,
            *warm,
            20.0,
        );
        against(
            "office-cold",
            "LibreOffice, cold",
            peer,
            office_spent,
            cold,
            *colder,
        );
    }
    if let Some(peer) = &weasy {
        against(
            "weasy-cold",
            "WeasyPrint, cold",
            peer,
            weasy_spent,
            cold,
            8.0,
        );
    }
}

fn cold(place: &Place, run: usize) -> Command {
    let mut command = Command::new(binary());
    command
        .arg("export")
        .arg(place.path("grupp.missiv"))
        .arg("plan")
        .arg(place.path(format!("kall-{run}.pdf")))
        .arg("--draft")
        .stdout(std::process::Stdio::null());
    command
}

/// Returns the most memory that a process holds which makes the PDF, in megabytes.
fn memory(place: &Place) -> Option<f64> {
    peers::watched(&mut cold(place, COLD), |pid| peak(&pid.to_string()))
}
