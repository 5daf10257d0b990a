//! Formal acts and exports: what they are told and what they answer.

use serde::{Deserialize, Serialize};
use specta::Type;
use workspace::{Exported, RemitForm, SendForm};

/// What a formal act is told. An act leaves empty what it has no use for.
#[derive(Debug, Clone, Default, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ActForm {
    /// The body that decided, or the organisation that registered.
    pub body: String,
    /// The day as a person writes it.
    pub day: String,
    /// The paragraph of the minutes.
    pub paragraph: String,
    /// To whom, the reason, or the number.
    pub text: String,
}

impl ActForm {
    /// Returns the day, or nothing where none was written.
    pub fn day(&self) -> Option<String> {
        Some(self.day.clone()).filter(|day| !day.trim().is_empty())
    }
}

impl From<ActForm> for SendForm {
    fn from(form: ActForm) -> Self {
        Self {
            day: form.day(),
            to: form.text.lines().map(str::to_owned).collect(),
            edition: None,
        }
    }
}

impl From<ActForm> for RemitForm {
    fn from(form: ActForm) -> Self {
        Self {
            body: form.body,
            day: form.day,
            paragraph: Some(form.paragraph).filter(|text| !text.trim().is_empty()),
            why: form.text,
            edition: None,
        }
    }
}

/// What an export wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportedView {
    /// The file's name.
    pub name: String,
    /// Its number of pages; nothing for an edition whose kept bytes were written.
    pub pages: Option<u32>,
    /// The checksum that its foot prints.
    pub checksum: String,
    /// Whether it is a draft.
    pub draft: bool,
    /// How many files were laid beside it: bilagor and the receipt.
    pub beside: u32,
}

impl From<Exported> for ExportedView {
    fn from(exported: Exported) -> Self {
        let name = exported.path.file_name().unwrap_or_default();
        let beside = exported.attachments.len() + usize::from(exported.receipt.is_some());
        Self {
            name: name.to_string_lossy().into_owned(),
            pages: exported.pages.and_then(|pages| u32::try_from(pages).ok()),
            checksum: exported.checksum,
            draft: exported.draft,
            beside: u32::try_from(beside).unwrap_or(u32::MAX),
        }
    }
}
