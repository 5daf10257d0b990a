//! From pages to PDF bytes.

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use typst::foundations::{Datetime, Smart};
use typst::model::Document;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::compile::contained;
use crate::fault::{Fault, faults};
use crate::job::{Job, Standard};
use crate::pages::Pages;

/// Returns the pages as a tagged PDF of the job's standard, stamped with its date and identity.
///
/// Faults are what the standards forbid (an image without an alternative text, a character without a
/// glyph), and a layout that sets the date itself.
pub fn pdf(pages: &Pages, job: &Job) -> Result<Vec<u8>, Vec<Fault>> {
    if pages.document.info().date.is_custom() {
        let fault = Fault::new("the layout sets the document's date");
        return Err(vec![fault.hint("remove `date` from `set document(…)`")]);
    }
    if let Some(fault) = oversized(pages) {
        return Err(vec![fault]);
    }
    let options = options(job).map_err(|fault| vec![fault])?;
    contained(|| typst_pdf::pdf(&pages.document, &options))?
        .map_err(|errors| faults(&errors, &pages.files))
}

/// A page that is larger or smaller than a PDF's may be (PDF/A-3, 6.1.13: 3 to 14,400 units).
fn oversized(pages: &Pages) -> Option<Fault> {
    let sizes = pages.document.pages().iter().map(|page| page.frame.size());
    let mut sides = sizes.flat_map(|size| [size.x.to_pt(), size.y.to_pt()]);
    let side = sides.find(|side| !SIDES.contains(side))?;
    let fault = Fault::new(format!("a page has a side of {side:.0} pt"));
    Some(fault.hint("give the page a width and a height between 3 and 14,400 pt"))
}

const SIDES: std::ops::RangeInclusive<f64> = 3.0..=14_400.0;

fn options(job: &Job) -> Result<PdfOptions, Fault> {
    Ok(PdfOptions {
        ident: Smart::Custom(job.stamp.ident.clone()),
        creator: Smart::Custom(Some("Missiv".to_owned())),
        timestamp: Some(timestamp(&job.stamp.moment)?),
        standards: standards(job.standard),
        tagged: true,
        ..PdfOptions::default()
    })
}

fn standards(standard: Standard) -> PdfStandards {
    let archival = match standard {
        Standard::Working => PdfStandard::A_3a,
        Standard::Archive => PdfStandard::A_2a,
    };
    PdfStandards::new(&[archival, PdfStandard::Ua_1]).expect("PDF/A-2a and 3a go with PDF/UA-1")
}

fn timestamp(moment: &DateTime<FixedOffset>) -> Result<Timestamp, Fault> {
    let part = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    let local = Datetime::from_ymd_hms(
        moment.year(),
        part(moment.month()),
        part(moment.day()),
        part(moment.hour()),
        part(moment.minute()),
        part(moment.second()),
    );
    local
        .filter(|_| (0..=9999).contains(&moment.year()))
        .and_then(|local| Timestamp::new_local(local, moment.offset().local_minus_utc() / 60))
        .ok_or_else(|| Fault::new(format!("{moment} cannot be written as a PDF's date")))
}
