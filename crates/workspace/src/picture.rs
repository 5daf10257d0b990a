//! Pictures that users bring: logotypes, mostly.

use std::collections::BTreeMap;

use model::id::ObjectId;
use model::paper::{Paper, Printed, Section};
use model::vocabulary::FieldType;
use serde::Serialize;
use serde_json::{Value, json};
use specta::Type;
use store::Set;

use crate::error::Error;
use crate::{Outcome, Workspace};

/// The largest picture, in bytes: a logotype is far smaller.
const MOST_BYTES: usize = 5 << 20;

/// The most dots on a side: a picture of a few bytes can claim a size that takes all memory.
const MOST_DOTS: u32 = 6000;

/// A picture to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PictureBytes {
    /// What it is: `image/png`, `image/jpeg` or `image/svg+xml`.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A kind of picture that papers can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Png,
    Jpeg,
    Svg,
}

/// Stands for a picture whose file is not in the workspace or is damaged: nothing, one dot wide. A draft always exports.
const NOTHING: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

impl Workspace {
    /// A paper's pictures, from the workspace's own files.
    pub(crate) fn images(&self, paper: &Paper) -> Result<BTreeMap<String, Vec<u8>>, Error> {
        let own = paper.sections.iter().filter_map(|section| {
            if let Section::Field(cell) = section {
                Some(cell)
            } else {
                None
            }
        });
        let items = paper.items();
        let cells = paper.head.iter().chain(own).chain(
            items
                .iter()
                .flat_map(|(_, item)| item.fields.iter().chain(&item.shown)),
        );
        let shown = cells.filter_map(|cell| {
            if let Some(Printed::Image(image)) = &cell.value {
                Some(&image.image)
            } else {
                None
            }
        });
        let mut images = BTreeMap::new();
        for name in paper.logos.iter().map(|logo| &logo.image).chain(shown) {
            let hash = name.split('.').next().and_then(|hex| hex.parse().ok());
            let stored = hash
                .map(|hash| self.store.blob(hash))
                .transpose()?
                .flatten();
            let picture = stored
                .map(|blob| blob.bytes)
                .filter(|it| typeset::is_picture(it) && !is_costly(it));
            images.insert(name.clone(), picture.unwrap_or_else(|| NOTHING.to_vec()));
        }
        Ok(images)
    }

    /// Returns a picture of this file by its SHA-256, where it is there and papers would show it.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn picture(&self, sha256: &str) -> Result<Option<PictureBytes>, Error> {
        let Ok(hash) = sha256.parse() else {
            return Ok(None);
        };
        let Some(blob) = self.store.blob(hash)? else {
            return Ok(None);
        };
        let kind = kind(&blob.bytes).filter(|_| typeset::is_picture(&blob.bytes));
        Ok(kind.map(|kind| PictureBytes {
            media_type: kind.media_type().to_owned(),
            bytes: blob.bytes,
        }))
    }

    /// Puts a picture into a field, behind those that a list holds already. `alt` says what it shows; empty means
    /// that it is only decoration.
    ///
    /// # Errors
    /// The bytes are no picture that can be shown, it is too large, or the field takes none.
    pub fn add_picture(
        &mut self,
        document: ObjectId,
        object: &str,
        field: &str,
        bytes: &[u8],
        alt: &str,
    ) -> Result<Outcome, Error> {
        let loaded = self.load(document)?;
        let target = loaded.target(object)?;
        let field = loaded.field(target.kind.as_deref(), field)?;
        let listed = field.ty == FieldType::List && field.of == FieldType::Image;
        if !listed && field.ty != FieldType::Image {
            return Err(Error::BadValue {
                field: field.label.clone(),
                ty: field.ty.as_str(),
                text: "…".to_owned(),
                known: Vec::new(),
            });
        }
        let kind = usable(bytes).ok_or(Error::NotAPicture)?;
        let sha256 = self.store.put_blob(kind.media_type(), bytes)?;
        let alt = alt.trim();
        let picture = match alt {
            "" => {
                json!({ "sha256": sha256.to_string(), "ending": kind.ending(), "decorative": true })
            }
            alt => json!({ "sha256": sha256.to_string(), "ending": kind.ending(), "alt": alt }),
        };
        let before = loaded
            .document
            .object(target.id)
            .and_then(|found| found.fields.get(&field.id))
            .and_then(Value::as_array);
        let value = if listed {
            before
                .into_iter()
                .flatten()
                .cloned()
                .chain([picture])
                .collect()
        } else {
            picture
        };
        let set = Set {
            doc: document,
            obj: target.id,
            field: field.id.clone(),
            value: Some(value),
        };
        let changes = self.write(
            "set",
            json!({ "object": target.id, "field": field.id }),
            &[set],
        )?;
        Ok(Outcome {
            object: target.id,
            changes,
        })
    }
}

impl Kind {
    const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Svg => "svg",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// Returns what kind of picture the bytes are; none where they are none, or one too large to show.
fn kind(bytes: &[u8]) -> Option<Kind> {
    let fits = |(width, height): (u32, u32)| {
        (1..=MOST_DOTS).contains(&width) && (1..=MOST_DOTS).contains(&height)
    };
    if bytes.len() > MOST_BYTES {
        return None;
    }
    match bytes {
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => png_size(bytes)
            .filter(|size| fits(*size))
            .map(|_| Kind::Png),
        [0xff, 0xd8, 0xff, ..] => jpeg_size(bytes)
            .filter(|size| fits(*size))
            .map(|_| Kind::Jpeg),
        _ => is_svg(bytes).then_some(Kind::Svg),
    }
}

/// Returns what kind of picture the bytes are where a page can show all of it: a damaged one would leave an empty place without
/// a word.
fn usable(bytes: &[u8]) -> Option<Kind> {
    kind(bytes).filter(|_| typeset::is_picture(bytes))
}

fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?))
}

/// Walks the segments to the frame header (ITU-T T.81, B.2.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        Some(u32::from(u16::from_be_bytes(
            bytes.get(at..at + 2)?.try_into().ok()?,
        )))
    };
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if *bytes.get(at)? != 0xff {
            return None;
        }
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return Some((number(at + 7)?, number(at + 5)?));
        }
        at += 2 + usize::try_from(number(at + 2)?).ok()?;
    }
}

/// Whether the bytes are an SVG that a page does not show: it may have come in with a colleague's copy.
pub(crate) fn is_costly(bytes: &[u8]) -> bool {
    let begins = |part: &[u8]| bytes.starts_with(part);
    !begins(b"\x89PNG") && !begins(b"\xff\xd8\xff") && !is_svg(bytes)
}

/// What a logotype has no use for: it reaches outside the picture, moves, or costs time and memory out of all proportion.
const NOT_IN_A_LOGOTYPE: &[&str] = &[
    "<!entity",
    "<script",
    "<foreignobject",
    "<image",
    "<filter",
    "<feimage",
    "<animate",
    "@import",
    "href=\"http",
    "href=\"file",
    "href='http",
    "href='file",
];

/// The most uses of a part: parts of parts of parts grow without end.
const MOST_USES: usize = 32;

/// An SVG that is drawn from itself alone, in reasonable time.
fn is_svg(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let begins = text.starts_with("<svg") || (text.starts_with("<?xml") && text.contains("<svg"));
    let small = text.to_ascii_lowercase();
    begins
        && !NOT_IN_A_LOGOTYPE.iter().any(|part| small.contains(part))
        && small.matches("<use").count() <= MOST_USES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    #[test]
    fn a_picture_is_known_by_its_bytes_and_its_size() {
        assert_eq!(kind(&png(800, 200)), Some(Kind::Png));
        assert_eq!(kind(&png(60_000, 200)), None);
        let jpeg = [
            &[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0][..],
            &[0xff, 0xc0, 0, 11, 8, 0, 100, 1, 0, 1],
        ]
        .concat();
        assert_eq!(jpeg_size(&jpeg), Some((256, 100)));
        assert_eq!(kind(&jpeg), Some(Kind::Jpeg));
        assert_eq!(
            kind(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            Some(Kind::Svg)
        );
    }

    #[test]
    fn a_picture_that_breaks_off_is_refused() {
        assert_eq!(usable(&png(800, 200)), None);
        assert_eq!(
            usable(b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"),
            Some(Kind::Svg)
        );
    }

    #[test]
    fn what_is_no_picture_or_reaches_outside_is_refused() {
        for bytes in [
            &b""[..],
            b"GIF89a",
            b"%PDF-1.7",
            b"\xff\xd8\xff",
            b"<svg><script>x</script></svg>",
            b"<svg><image xlink:href='file:///etc/passwd'/></svg>",
            b"<svg><filter id='f'><feTurbulence numOctaves='1000'/></filter></svg>",
            "<svg>{}</svg>"
                .replace("{}", &"<use href='#a'/>".repeat(33))
                .as_bytes(),
            b"<html><svg/></html>",
        ] {
            assert_eq!(kind(bytes), None);
        }
    }
}
