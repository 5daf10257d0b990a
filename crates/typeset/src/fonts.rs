//! The bundled fonts: Source Sans 3 in six faces, compiled in.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The faces, and the book that Typst chooses from.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) faces: Vec<Font>,
}

/// The bundled fonts, parsed at first use.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let faces: Vec<Font> = FACES
        .iter()
        .flat_map(|face| Font::iter(Bytes::new(*face)))
        .collect();
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&faces)),
        faces,
    }
});

static FACES: [&[u8]; 6] = [
    include_bytes!("../../../assets/fonts/SourceSans3-Regular.ttf"),
    include_bytes!("../../../assets/fonts/SourceSans3-It.ttf"),
    include_bytes!("../../../assets/fonts/SourceSans3-Semibold.ttf"),
    include_bytes!("../../../assets/fonts/SourceSans3-SemiboldIt.ttf"),
    include_bytes!("../../../assets/fonts/SourceSans3-Bold.ttf"),
    include_bytes!("../../../assets/fonts/SourceSans3-BoldIt.ttf"),
];

/// Whether every bundled face has a glyph for `c`.
///
/// The first face speaks for all: a test holds that the six cover the same characters.
pub(crate) fn covers(c: char) -> bool {
    FONTS.faces[0].info().coverage.contains(c.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_covers_the_same_characters() {
        let faces = &FONTS.faces;
        assert_eq!(faces.len(), 6);
        for face in faces {
            assert_eq!(face.info().coverage, faces[0].info().coverage, "{face:?}");
        }
    }

    #[test]
    fn the_replacement_has_a_glyph() {
        assert!(covers('□'));
    }
}
