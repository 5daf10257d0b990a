//! Identities. Every object of a workspace is known by a UUID; the types keep an object's from a step's.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Declares a newtype over [`Uuid`] that reads and prints as the lower-case hyphenated form.
macro_rules! identity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

identity! {
    /// A workspace file's identity. Files with different ones never merge.
    WorkspaceId
}
identity! {
    /// An object's identity: a document, goal, activity, person … A document's is its root object's.
    ObjectId
}
identity! {
    /// A step's identity, a UUIDv7: unique everywhere and ordered by the time it was made.
    StepId
}
identity! {
    /// One opening of the program. Undo takes back the steps of its own run only.
    RunId
}
identity! {
    /// An edition's identity: a document as it was handed in or adopted.
    EditionId
}

/// Characters of an identity that people type.
const SHORT: usize = 8;

impl ObjectId {
    /// Returns the identity of the document that a workspace holds once for a concept and period.
    ///
    /// Two people who both begin it apart begin the same one.
    #[must_use]
    pub fn of_document(workspace: WorkspaceId, concept: &str, period: &str) -> Self {
        Self(Uuid::new_v5(
            &workspace.0,
            format!("{concept}/{period}").as_bytes(),
        ))
    }

    /// Returns the eight characters that the identity ends with. What was made in the same minute begins alike.
    #[must_use]
    pub fn ending(self) -> String {
        let text = self.to_string();
        text[text.len() - SHORT..].to_owned()
    }

    /// Returns whether a text names this identity: at least eight of the characters that it begins or ends with, in
    /// lower case.
    #[must_use]
    pub fn is_named(self, text: &str) -> bool {
        let own = self.to_string();
        text.len() >= SHORT && (own.starts_with(text) || own.ends_with(text))
    }

    /// Returns the identity of what `self` (a report, a next plan) holds about `other`: a row, a carried-over activity.
    #[must_use]
    pub fn about(self, other: Self) -> Self {
        Self(Uuid::new_v5(&self.0, other.0.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_begin_the_same_document() {
        let workspace = WorkspaceId(Uuid::from_u128(7));
        let first = ObjectId::of_document(workspace, "report", "2025-1of2");
        assert_eq!(
            first,
            ObjectId::of_document(workspace, "report", "2025-1of2")
        );
        assert_ne!(first, ObjectId::of_document(workspace, "report", "2025"));
    }

    #[test]
    fn an_identity_reads_back_what_it_prints() {
        let id = ObjectId(Uuid::from_u128(0xA1));
        assert_eq!(id.to_string().parse(), Ok(id));
    }
}
