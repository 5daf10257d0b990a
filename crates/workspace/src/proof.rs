//! What a document's pages are set from, and who sets them away from the file.
//!
//! The first pages of a long plan take seconds, and what is written meanwhile must not wait for them. So whoever has a window
//! open takes a proof of a document, which is quick, and lets a press on another thread set it.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::id::ObjectId;
use model::paper::Paper;
use typeset::{Job, Origin, Setter, Stamp, Standard};

use crate::error::Error;
use crate::export::export_error;
use crate::load::Pinned;
use crate::{Pages, UnsavedForm, Workspace};

/// Everything that a document's pages show, apart from the workspace. Bilagor are none of it: no page shows them.
pub struct Proof {
    files: Arc<BTreeMap<String, Vec<u8>>>,
    shared: Arc<BTreeMap<String, Vec<u8>>>,
    images: BTreeMap<String, Vec<u8>>,
    data: Vec<u8>,
    stamp: Stamp,
    origin: Origin,
}

/// Sets one proof after another, and remembers what they have in common.
#[derive(Default)]
pub struct Press {
    setter: Setter,
}

impl Press {
    /// Sets a proof.
    ///
    /// # Errors
    /// The pages cannot be set.
    pub fn set(&mut self, proof: &Proof) -> Result<Pages, Error> {
        proof.set(&mut self.setter)
    }
}

impl Proof {
    pub(crate) fn set(&self, setter: &mut Setter) -> Result<Pages, Error> {
        let job = Job {
            files: &self.files,
            shared: &self.shared,
            images: &self.images,
            data: &self.data,
            supplements: &[],
            stamp: self.stamp.clone(),
            standard: Standard::Working,
        };
        setter.set(&job, self.origin).map_err(export_error)
    }
}

impl Workspace {
    /// Returns what a document's pages are set from, with what is not written yet in its fields.
    ///
    /// # Errors
    /// The document, an object or a field is not there.
    pub fn proof(&self, document: ObjectId, unsaved: &[UnsavedForm]) -> Result<Proof, Error> {
        let ready = self.ready(document)?;
        if unsaved.is_empty() {
            return self.proof_of(&ready.pinned, &self.shown_paper(&ready)?);
        }
        let typed = self.load_while(&ready, unsaved)?;
        self.proof_of(&typed.pinned, &typed.paper)
    }

    fn proof_of(&self, pinned: &Pinned, paper: &Paper) -> Result<Proof, Error> {
        Ok(Proof {
            files: Arc::clone(&pinned.files),
            shared: Arc::clone(&pinned.shared),
            images: self.images(paper)?,
            data: paper.to_json(),
            stamp: self.stamp_of(paper)?,
            origin: pinned.origin,
        })
    }
}
