//! What is missing in several places, said once.

use model::check;
use model::id::ObjectId;
use serde::Serialize;

use crate::Workspace;
use crate::error::Error;
use crate::words::{self, Args};

/// A field that several objects of a kind lack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapView {
    /// The field's id.
    pub field: String,
    /// The objects that lack it, in the order of the page: a jump to each.
    pub objects: Vec<ObjectId>,
    /// How many objects of the kind there are.
    pub of: usize,
    /// The whole in words: "Aktiviteter: 7 av 12 saknar ”Behov av samverkan”: 1.1, 1.2 …".
    pub text: String,
}

impl Workspace {
    /// Returns the fields that several objects of a kind in a document lack, in the order of the page.
    ///
    /// # Errors
    /// The document is not there.
    pub fn gaps(&self, id: ObjectId) -> Result<Vec<GapView>, Error> {
        let loaded = self.ready(id)?;
        let gaps = check::gaps(loaded.check(), &loaded.paper);
        Ok(gaps.into_iter().map(view).collect())
    }
}

fn view(gap: check::Gap) -> GapView {
    let (objects, names): (Vec<_>, Vec<_>) = gap.objects.into_iter().unzip();
    let args = [
        ("missing", objects.len().to_string()),
        ("count", gap.of.to_string()),
        ("kind", gap.kind),
        ("field", gap.label),
        ("names", names.join(", ")),
    ];
    let args: Args = args
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    GapView {
        field: gap.field,
        objects,
        of: gap.of,
        text: words::say("check-gap", &args),
    }
}
