//! A document's pages as the window takes them.

use std::sync::Arc;

use serde::Serialize;
use specta::{Type, Types, datatype::DataType};
use tauri::ipc::{InvokeResponseBody, IpcResponse};
use workspace::{ObjectId, Pages, Press, Proof};

use crate::error::ApiError;

/// The pages that were set last, and the press that sets them.
#[derive(Default)]
pub struct Table {
    press: Press,
    paper: Option<(ObjectId, Arc<Pages>)>,
}

impl Table {
    /// Sets a document afresh and returns its pages.
    pub fn set(&mut self, document: ObjectId, proof: &Proof) -> Result<PagesView, ApiError> {
        self.paper = None;
        let pages = self.press.set(proof)?;
        let sheet = |page| Some(SheetView::of(pages.size(page)?, pages.look(page)?));
        let sheets = (0..pages.count()).filter_map(sheet).collect();
        self.paper = Some((document, Arc::new(pages)));
        Ok(PagesView { sheets })
    }

    /// Returns the pages of a document, where they are what was set last.
    pub fn paper(&self, document: ObjectId) -> Option<Arc<Pages>> {
        let (of, pages) = self.paper.as_ref()?;
        (*of == document).then(|| Arc::clone(pages))
    }
}

/// Returns a page (from 0) as PNG, so many dots wide.
pub fn picture(pages: &Pages, number: u32, width: u32) -> Result<Vec<u8>, ApiError> {
    let number = usize::try_from(number).map_err(|_| ApiError::internal())?;
    let picture = pages.picture(number, width);
    picture.ok_or_else(ApiError::internal)
}

/// A document's pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PagesView {
    /// The pages in order.
    pub sheets: Vec<SheetView>,
}

/// A page before it is drawn, so that room can be kept for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SheetView {
    /// In tenths of a millimetre.
    pub width: u32,
    /// In tenths of a millimetre.
    pub height: u32,
    /// What the page is known by while it looks the same.
    pub look: String,
}

impl SheetView {
    /// Returns a page of this size in millimetres, which is neither negative nor wider than a house.
    pub fn of((width, height): (f64, f64), look: u64) -> Self {
        let tenths = |millimetres: f64| (millimetres * 10.0).round() as u32;
        Self {
            width: tenths(width),
            height: tenths(height),
            look: format!("{look:x}"),
        }
    }
}

/// Bytes that go to the window as they are: as text they would be read twice.
pub struct Bytes(pub Vec<u8>);

impl IpcResponse for Bytes {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}

impl Type for Bytes {
    fn definition(_: &mut Types) -> DataType {
        specta_typescript::define("ArrayBuffer").into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Desk, tests::made};

    #[test]
    fn a_document_has_pages_and_no_page_after_the_last() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::default();
        desk.open(&made(&folder.path().join("a.missiv"))).unwrap();
        let workspace = desk.workspace().unwrap();
        let printed = workspace.documents().unwrap();
        let printed: Vec<_> = printed.iter().filter(|line| line.printed).collect();
        let (document, other) = (printed[0].id, printed[1].id);
        let proof = workspace.proof(document, &[]).unwrap();
        let mut table = Table::default();
        assert!(table.paper(document).is_none());
        let count = table.set(document, &proof).unwrap().sheets.len();
        assert!(count > 0 && table.paper(other).is_none());
        let pages = table.paper(document).unwrap();
        assert!(picture(&pages, 0, 300).unwrap().starts_with(b"\x89PNG"));
        let after = u32::try_from(count).unwrap();
        assert_eq!(picture(&pages, after, 300).unwrap_err().code, "internal");
    }
}
