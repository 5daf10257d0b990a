//! Telling a picture that pages can show from bytes that would stop them.

use typst::foundations::Bytes;
use typst::visualize::{ImageFormat, RasterImage, SvgImage, VectorFormat};

use crate::reader::guarded;

/// Returns whether the bytes are a picture that a page can show: PNG, JPEG, GIF, WebP or SVG, and whole.
#[must_use]
pub fn is_picture(bytes: &[u8]) -> bool {
    guarded(|| can_be_read(bytes)).unwrap_or(false)
}

fn can_be_read(bytes: &[u8]) -> bool {
    let data = || Bytes::new(bytes.to_vec());
    match ImageFormat::detect(bytes) {
        Some(ImageFormat::Raster(format)) => RasterImage::plain(data(), format).is_ok(),
        Some(ImageFormat::Vector(VectorFormat::Svg)) => SvgImage::new(data()).is_ok(),
        Some(ImageFormat::Vector(VectorFormat::Pdf)) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOT: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

    #[test]
    fn a_picture_is_one_by_what_it_holds() {
        assert!(is_picture(DOT));
        assert!(!is_picture(b""));
        assert!(!is_picture(b"<svg"));
        assert!(!is_picture(b"\x89PNG\r\n\x1a\n and then nothing"));
        assert!(!is_picture(b"%PDF-1.7\n"));
    }
}
