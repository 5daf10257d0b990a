//! What a PDF from elsewhere is good for as a bilaga.

use crate::reader::{MOST_PAGES, guarded, load};

/// Why a file cannot go along as a bilaga.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is locked with a password, or otherwise encrypted: its reader may not open it, and an archive cannot keep it.
    Encrypted,
    /// It is no PDF, or one that is damaged, or one without pages.
    Damaged,
}

/// Returns a PDF's number of pages.
///
/// The file may come from anywhere: a hostile one is an error, and never more than that.
pub fn inspect(pdf: &[u8]) -> Result<usize, Unfit> {
    let locked = || pdf.windows(ENCRYPT.len()).any(|window| window == ENCRYPT);
    let Ok(document) = load(pdf) else {
        return Err(if locked() {
            Unfit::Encrypted
        } else {
            Unfit::Damaged
        });
    };
    if document.encryption_state.is_some() || document.trailer.has(b"Encrypt") {
        return Err(Unfit::Encrypted);
    }
    let pages = guarded(|| document.page_iter().take(MOST_PAGES).count());
    pages.ok().filter(|pages| *pages > 0).ok_or(Unfit::Damaged)
}

/// Where a file says how it is encrypted.
const ENCRYPT: &[u8] = b"/Encrypt";
