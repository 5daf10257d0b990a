//! A document's pages as the window takes them.

use serde::Serialize;
use specta::{Type, Types, datatype::DataType};
use tauri::ipc::{InvokeResponseBody, IpcResponse};

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
