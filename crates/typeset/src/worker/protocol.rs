//! What the program and its worker say to each other.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::WorkerError;
use super::frame::{Frame, encode};
use crate::fault::Fault;
use crate::job::{Job, Stamp, Standard};
use crate::pages::{Mark, Run};

/// What the program asks.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Ask {
    /// Takes the template's files and the shared package: the names here, the bytes as parts. No answer.
    Template {
        files: Vec<String>,
        shared: Vec<String>,
    },
    /// Sets a job: the parts are the images, the data and then the bilagor, of which the names and titles stand here.
    Set {
        images: Vec<String>,
        supplements: Vec<(String, String)>,
        stamp: Stamp,
        standard: Standard,
    },
    /// Draws a page (from 0) so many dots wide.
    Picture(usize, u32),
    /// Gives every run of text.
    Runs,
    /// Gives every labelled place.
    Marks,
    /// Makes the PDF.
    Pdf,
}

/// What the worker answers.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// The pages are set.
    Set(Outline),
    /// The layout has faults.
    Faults(Vec<Fault>),
    /// The page is the part; without a part there is no such page.
    Picture,
    Runs(Vec<Run>),
    Marks(Vec<Mark>),
    /// The PDF is the part; here the text of each page, cut wherever there is a picture.
    Pdf(Vec<Vec<String>>),
}

/// What is known of set pages without asking again.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Outline {
    pub(super) title: Option<String>,
    /// The width and height of each page in millimetres.
    pub(super) sizes: Vec<(f64, f64)>,
    /// What each page is known by while it looks the same.
    pub(super) looks: Vec<u64>,
    pub(super) warnings: Vec<Fault>,
}

/// A job as it goes over the pipe.
pub(super) struct Order {
    /// Tells the orders of one [`super::Worker`] apart, from 1.
    pub(super) number: u64,
    pub(super) template: Vec<u8>,
    pub(super) job: Vec<u8>,
}

impl Order {
    pub(super) fn new(number: u64, job: &Job) -> Self {
        let template = Ask::Template {
            files: job.files.keys().cloned().collect(),
            shared: job.shared.keys().cloned().collect(),
        };
        let set = Ask::Set {
            images: job.images.keys().cloned().collect(),
            supplements: job
                .supplements
                .iter()
                .map(|it| (it.name.clone(), it.title.clone()))
                .collect(),
            stamp: job.stamp.clone(),
            standard: job.standard,
        };
        let layout: Vec<&[u8]> = bytes(job.files).chain(bytes(job.shared)).collect();
        let rest: Vec<&[u8]> = bytes(job.images)
            .chain([job.data])
            .chain(job.supplements.iter().map(|it| it.bytes.as_slice()))
            .collect();
        Self {
            number,
            template: encode(&head(&template), &layout),
            job: encode(&head(&set), &rest),
        }
    }
}

/// Returns a question without parts as it goes over the pipe.
pub(super) fn question(ask: &Ask) -> Vec<u8> {
    encode(&head(ask), &[])
}

/// Returns the head of a message.
pub(super) fn head(message: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(message).expect("the messages have text for keys")
}

/// Reads the head of a message.
pub(super) fn read<T: DeserializeOwned>(frame: &Frame) -> Result<T, WorkerError> {
    serde_json::from_slice(&frame.head).map_err(|_| WorkerError::Garbled)
}

/// Reads an answer and its part, which is empty where it has none.
pub(super) fn answer(frame: Frame) -> Result<(Answer, Vec<u8>), WorkerError> {
    let answer = read(&frame)?;
    Ok((answer, frame.parts.into_iter().next().unwrap_or_default()))
}

/// Gives names their bytes, in order.
pub(super) fn named(
    names: Vec<String>,
    parts: &mut impl Iterator<Item = Vec<u8>>,
) -> BTreeMap<String, Vec<u8>> {
    names.into_iter().zip(parts).collect()
}

fn bytes(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = &[u8]> {
    files.values().map(Vec::as_slice)
}
