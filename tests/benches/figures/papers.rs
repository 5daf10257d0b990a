//! PDFs: from an open document, and by a whole process, beside two programs that make PDFs of the same content.

use std::process::Command;

use missiv_tests::{Place, binary};
use workspace::Kept;

use crate::content::{Sample, plan_of};
use crate::figure::{Figure, peak, percentile, timed};
use crate::peers::{self, Peer};

/// How often each is made; the peers, which take seconds, less often.
const RUNS: usize = 15;
const COLD: usize = 7;

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
        for _ in 0..RUNS {
            let (time, _) = timed(|| workspace.export(plan, &target, &Kept::Draft).unwrap());
            times.push(time);
        }
        let warm = percentile(&times, 50);
        let what = format!("PDF from the open document, read back and on the disk, {count} pages");
        let beside = format!("p95 {:.0}", percentile(&times, 95));
        Figure::new(format!("pdf-{name}"), what, warm, "ms")
            .most(open)
            .beside(beside)
            .tell();

        let html = peers::html(&workspace.as_text(plan).unwrap());
        drop(workspace);
        let (cold, memory) = cold(&place);
        if let Some(memory) = memory {
            let what = format!("the most memory a process holds that makes it, {count} pages");
            Figure::new(format!("memory-{name}"), what, memory, "MB").tell();
        }
        let what = format!("PDF in a process of its own, {count} pages");
        Figure::new(format!("cold-{name}"), what, cold, "ms").tell();
        if let Some(peer) = Peer::office(&place, &html) {
            let time = peer.time();
            let pages = peer.pages();
            let beside = format!("LibreOffice {time:.0} ms, {pages} pages");
            let what = format!("times faster than LibreOffice, open, {count} pages");
            Figure::new(format!("pdf-{name}-office"), what, time / warm, "×")
                .least(20.0)
                .beside(beside.clone())
                .tell();
            let what = format!("times faster than LibreOffice, cold, {count} pages");
            Figure::new(format!("cold-{name}-office"), what, time / cold, "×")
                .least(colder)
                .beside(beside)
                .tell();
        }
        if let Some(peer) = Peer::weasy(&place, &html) {
            let time = peer.time();
            let what = format!("times faster than WeasyPrint, cold, {count} pages");
            let beside = format!("WeasyPrint {time:.0} ms, {} pages", peer.pages());
            Figure::new(format!("cold-{name}-weasy"), what, time / cold, "×")
                .least(8.0)
                .beside(beside)
                .tell();
        }
    }
}

/// Returns how long the command takes, and the most memory it holds in megabytes.
fn cold(place: &Place) -> (f64, Option<f64>) {
    let mut times = Vec::new();
    let mut memory = None;
    for run in 0..COLD {
        let target = place.path(format!("kall-{run}.pdf"));
        let mut command = Command::new(binary());
        command
            .arg("export")
            .arg(place.path("grupp.missiv"))
            .arg("plan")
            .arg(target)
            .arg("--draft")
            .stdout(std::process::Stdio::null());
        let (time, held) = peers::watched(&mut command, run == 0, |pid| peak(&pid.to_string()));
        memory = memory.or(held);
        // The first is watched, and reads everything from the disk.
        if run > 0 {
            times.push(time);
        }
    }
    (percentile(&times, 50), memory)
}
