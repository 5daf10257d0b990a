//! The set pages, and what can be asked of them.

use png::{BitDepth, ColorType, Compression, Encoder};
use serde::{Deserialize, Serialize};
use typst::introspection::Introspector;
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::model::{Document, DocumentInfo};
use typst::text::TextItem;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use crate::fault::Fault;
use crate::files::Files;

/// A document set on pages.
pub struct Pages {
    pub(crate) document: PagedDocument,
    pub(crate) files: Files,
    warnings: Vec<Fault>,
}

/// A run of text in one font and size, as it stands on a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The page, from 0.
    pub page: usize,
    /// From the page's left edge to the run's beginning, in millimetres.
    pub x: f64,
    /// From the page's top edge to the run's baseline, in millimetres.
    pub y: f64,
    /// In millimetres.
    pub width: f64,
    /// The font's size in points.
    pub size: f64,
    /// The text, without the spaces that end a line.
    pub text: String,
    /// What it stands in.
    #[serde(default)]
    pub part: Part,
}

/// What a run of text stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// The text itself.
    #[default]
    Text,
    /// A heading: which of the document's, from 0.
    Heading(usize),
    /// A list of the headings.
    Contents,
    /// The head or foot that each page has.
    Furniture,
}

/// Where something that the layout has labelled begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The label's name.
    pub label: String,
    /// The page, from 0.
    pub page: usize,
    /// From the page's left edge, in millimetres.
    pub x: f64,
    /// From the page's top edge, in millimetres.
    pub y: f64,
}

impl Pages {
    pub(crate) fn new(mut document: PagedDocument, warnings: Vec<Fault>, files: Files) -> Self {
        shorten(document.info_mut());
        Self {
            document,
            files,
            warnings,
        }
    }

    /// Returns the number of pages.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// Returns the document's title as the layout set it, cut after 2,000 characters.
    pub fn title(&self) -> Option<&str> {
        self.document.info().title.as_deref()
    }

    /// Returns what Typst warned of, such as a font that is not there.
    pub fn warnings(&self) -> &[Fault] {
        &self.warnings
    }

    /// Returns what a page (from 0) is known by while it looks the same, or nothing when there is no such page. It says
    /// nothing in another process.
    pub fn look(&self, page: usize) -> Option<u64> {
        let page = self.document.pages().get(page)?;
        let look = typst::utils::hash128(&(&page.frame, &page.fill, page.bleed));
        // Half of it is enough to tell a page from the one before.
        Some(look as u64)
    }

    /// Returns a page (from 0) as PNG for a screen, so many dots wide, or nothing when there is no such page or the
    /// width is none. More than [`MOST_DOTS`] are never drawn. It is packed quickly and not small.
    pub fn picture(&self, page: usize, width: u32) -> Option<Vec<u8>> {
        let page = self.document.pages().get(page)?;
        let size = page.frame.size();
        let longest = size.x.max(size.y).to_pt();
        let scale = f64::from(width) / size.x.to_pt();
        let scale = scale.min(f64::from(MOST_DOTS) / longest);
        if !(scale.is_finite() && scale > 0.0) {
            return None;
        }
        let dots = typst_render::render(page, &options(scale));
        pack(dots.data(), dots.width(), dots.height())
    }

    /// Returns a page (from 0) as PNG, or nothing when there is no such page or it is too big to draw.
    ///
    /// An A4 page at 1.0 pixel per point is 595 by 842 pixels.
    pub fn png(&self, page: usize, pixel_per_pt: f64) -> Option<Vec<u8>> {
        let page = self.document.pages().get(page)?;
        typst_render::render(page, &options(pixel_per_pt))
            .encode_png()
            .ok()
    }

    /// Returns the size of a page (from 0) as width and height in millimetres.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.document.pages().get(page)?.frame.size();
        Some((size.x.to_mm(), size.y.to_mm()))
    }

    /// Returns all text in the order it is drawn, a line for each baseline and a form feed between pages.
    pub fn text(&self) -> String {
        text_of(self.runs())
    }

    /// Returns every run of text in the order it is drawn.
    pub fn runs(&self) -> Vec<Run> {
        self.placed().into_iter().map(|it| it.run).collect()
    }

    /// Returns every labelled place in the document, in order.
    pub fn marks(&self) -> Vec<Mark> {
        let introspector = self.document.introspector();
        let labelled = introspector.query_labelled();
        let place = |content: &typst::foundations::Content| {
            let position = introspector.position(content.location()?)?;
            Some(Mark {
                label: content.label()?.resolve().to_string(),
                page: position.page.get() - 1,
                x: position.point.x.to_mm(),
                y: position.point.y.to_mm(),
            })
        };
        labelled.iter().filter_map(place).collect()
    }

    /// Returns a page's text in the order it is drawn, cut wherever there is a picture: one stretch more
    /// than there are pictures.
    pub(crate) fn stretches(&self, page: usize) -> Vec<String> {
        let mut stretches = vec![String::new()];
        if let Some(page) = self.document.pages().get(page) {
            cut(&mut stretches, &page.frame);
        }
        stretches
    }
}

/// Returns the text of runs, a line for each baseline and a form feed between pages.
pub(crate) fn text_of(runs: Vec<Run>) -> String {
    let mut text = String::new();
    let mut last: Option<(usize, f64)> = None;
    for run in runs {
        match last {
            Some((page, _)) if page != run.page => text.push('\u{c}'),
            Some((_, y)) if (y - run.y).abs() > 0.1 => text.push('\n'),
            _ => {}
        }
        last = Some((run.page, run.y));
        text.push_str(&run.text);
    }
    text
}

/// The most dots that a page for a screen is wide or high.
pub const MOST_DOTS: u32 = 3_600;

fn options(pixel_per_pt: f64) -> RenderOptions {
    RenderOptions {
        pixel_per_pt: Scalar::new(pixel_per_pt),
        ..RenderOptions::default()
    }
}

/// Packs dots as PNG, in a twentieth of the time that packing them small takes. A page covers all that is behind it.
fn pack(rgba: &[u8], width: u32, height: u32) -> Option<Vec<u8>> {
    let rgb: Vec<u8> = rgba
        .chunks_exact(4)
        .flat_map(|dot| [dot[0], dot[1], dot[2]])
        .collect();
    let mut packed = Vec::with_capacity(rgb.len() / 8);
    let mut encoder = Encoder::new(&mut packed, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fastest);
    encoder.write_header().ok()?.write_image_data(&rgb).ok()?;
    Some(packed)
}

/// The greatest length of a title, an author or a description in a PDF's properties, in characters. PDF/A
/// allows 32,767 bytes, which is 16,383 of these.
const LONGEST_PROPERTY: usize = 2000;

fn shorten(info: &mut DocumentInfo) {
    let properties = info.title.iter_mut().chain(&mut info.description);
    for text in properties.chain(&mut info.author).chain(&mut info.keywords) {
        if text.chars().count() > LONGEST_PROPERTY {
            *text = text
                .chars()
                .take(LONGEST_PROPERTY - 1)
                .chain(['…'])
                .collect();
        }
    }
}

fn cut(stretches: &mut Vec<String>, frame: &Frame) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => cut(stretches, &group.frame),
            FrameItem::Image(..) => stretches.push(String::new()),
            FrameItem::Text(text) => {
                if let Some(stretch) = stretches.last_mut() {
                    stretch.push_str(&text.text);
                }
            }
            _ => {}
        }
    }
}

/// Returns a run of text that begins where `placed` puts the origin.
pub(crate) fn run_of(page: usize, text: &TextItem, placed: Transform) -> Run {
    let origin = Point::zero().transform(placed);
    Run {
        page,
        x: origin.x.to_mm(),
        y: origin.y.to_mm(),
        width: text.width().to_mm(),
        size: text.size.to_pt(),
        text: text.text.to_string(),
        part: Part::Text,
    }
}
